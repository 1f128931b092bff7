"""What tells whether a noun phrase is a mention of a source, and whether its bounds are right."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from credscore.features.anonymity import behind_asking
from credscore.features.cues import BE_FORMS, base_form, is_according, lexicon_class
from credscore.features.noun_phrases import NounPhrases
from credscore.features.source_nouns import source_words
from credscore.features.source_spans import Candidate
from credscore.features.source_types import Phrase
from credscore.features.source_verbs import verb_class
from credscore.findings import Attribution
from credscore.tokens import WORDS_KEPT

__all__ = ["CandidateFeatures", "Group", "features_of", "is_told_of", "names_of_group"]

Group = tuple["str | int | tuple[str, ...] | Group", ...]

_NEGATIONS = frozenset(("not", "never", "nor", "no", "nobody", "cannot"))
_FOLLOWING = frozenset(
    ("that", "to", ",", ":", "the", "a", "his", "her", "its", "their", "he", "she", "it", "they",
     "in", "on", "for", "by", "with", "of", "about", "at", "as", "how", "why", "if", "whether",
     "from", "out", "up", "there", "we", "i", "you", "who")
)  # fmt: skip
_BEFORE = _FOLLOWING | frozenset(
    ("and", "but", "or", "when", "while", "because", "after", "before", "what", "which", "who",
     "although", "though", "since", "where", "than", "said", "says")
)  # fmt: skip
_RELATIVES = frozenset(("who", "that", "which"))
# Tokens of a relative clause within which its verb stands.
_CLAUSE = 4
# From these on lengths of phrases, and tokens between one and its cue, are told apart no more.
_LONGEST = 8
_FARTHEST = 5
_TOLD = frozenset(("according", "clause", "fellow"))
_QUOTES = frozenset(('"', "“", "‘", "'", "”", "’", "''", "``"))
_STOPS = frozenset((".", ";", "?", "!"))


class CandidateFeatures:
    """Gathers the features of an article's candidates.

    Parameters
    ----------
    phrases : NounPhrases
        The article's noun phrases.
    attributions : sequence of Attribution
        Who says what, as the tagger found it.
    """

    def __init__(self, phrases: NounPhrases, attributions: Sequence[Attribution]) -> None:
        self._phrases = phrases
        self._document = document = phrases.document
        # The tagger's opinion, a letter a token: S source, C cue, T content, "-" none.
        tagged = bytearray(b"-" * len(document))
        for letter, spans in (
            (b"T", [part for one in attributions for part in one.content]),
            (b"C", [one.cue for one in attributions if one.cue is not None]),
            (b"S", [one.source for one in attributions if one.source is not None]),
        ):
            for span in spans:
                begin, end = document.token_ranges[span]
                tagged[begin:end] = letter * (end - begin)
        self._tagged = tagged.decode("ascii")
        self._has_quotation = [False] * len(document.sentences)
        for quotation in document.quotations:
            for sentence in range(
                document.sentence_of[quotation.start], document.sentence_of[quotation.end - 1] + 1
            ):
                self._has_quotation[sentence] = True
        self._cues: dict[int, _Cue] = {}

    def of(
        self, candidates: Sequence[Candidate], first: int, last: int, phrase: Phrase | None
    ) -> list[Group]:
        """Features of a noun phrase, in groups that depend on the same few things.

        Parameters
        ----------
        candidates : sequence of Candidate
            All that propose it.
        first, last : int
            Its tokens.
        phrase : Phrase or None
            What it names; None for a pronoun.

        Returns
        -------
        list of tuple
            What `names_of_group` writes out. Most groups recur from phrase to phrase, so that
            whoever weighs them needs their names but once.
        """
        norms = self._document.norms
        if last < len(norms) and norms[last] in _RELATIVES:
            # "said two people [who spoke] of it": the verb of the clause tells less than "said".
            outside = [one for one in candidates if not last < one.cue <= last + _CLAUSE]
            candidates = outside or candidates
        if len(candidates) > 1:
            # "According to a teacher who saw it": so is what else the teacher did.
            told = [
                one for one in candidates if one.origin in _TOLD and is_told_of(one, norms, first)
            ]
            candidates = told or candidates
        # Of each cue what proposes the phrase by it.
        cues: dict[int, str] = {}
        if len(candidates) == 1:
            one = candidates[0]
            origins: tuple[str, ...] = (one.origin,)
            if one.cue >= 0:
                cues[one.cue] = one.origin
        else:
            origins = tuple(sorted({one.origin for one in candidates}))
            for one in candidates:
                # The tagger's cue is a hint; the one that the grammar names counts first.
                if one.cue >= 0 and (one.cue not in cues or one.origin != "tagger"):
                    cues[one.cue] = one.origin
        kind = phrase.type if phrase is not None else "pronoun"
        groups = self._of_phrase(first, last, phrase, kind, origins)
        if kind == "document" and phrase is not None:
            groups.append(("paper", phrase.head, origins))
        groups.append(("origins", kind, origins, not cues))
        if len(cues) == 1:
            for cue, origin in cues.items():
                groups += self._of_cue(origin, cue, first, last, kind)
        elif cues:
            # Several cues may give the same feature, which counts once.
            of_cues: dict[Group, None] = {}
            for cue, origin in cues.items():
                of_cues.update(dict.fromkeys(self._of_cue(origin, cue, first, last, kind)))
            groups.append(("cues", *of_cues))
        return groups

    def _of_phrase(
        self, first: int, last: int, phrase: Phrase | None, kind: str, origins: tuple[str, ...]
    ) -> list[Group]:
        document, tags = self._document, self._phrases.tags
        norms, size = document.norms, last - first
        groups: list[Group] = []
        if phrase is None:
            groups.append(("pronoun", norms[first]))
        else:
            inside = tags[first:last]
            verb = "V" in inside or "M" in inside
            length = size if size < _LONGEST else _LONGEST
            groups.append(("phrase", kind, length, phrase.definite, verb, tags[first]))
            if phrase.head:
                groups.append(("head", kind, phrase.head, phrase.plural))
        index = document.sentence_of[first]
        sentence = document.sentences[index]
        before = norms[first - 1] if first > sentence.first else "start"
        if before == "per" and is_according(norms, document.words, sentence.first, first - 1):
            before = "to"
        # "An aide [who asked not to be named] said": as if the clause were not there.
        end = behind_asking(norms, tags, last)
        after = norms[end] if end < sentence.last else "end"
        before = _word_class(before, tags[first - 1] if first else "-", _BEFORE)
        after = _word_class(after, tags[end] if end < len(tags) else "-", _FOLLOWING)
        groups.append(("beside", "before", before, kind, origins))
        groups.append(("beside", "next", after, kind, origins))
        opinion = self._tagged
        sources = opinion.count("S", first, last)
        tagged = "none"
        if 0 < sources < size:
            tagged = "part"
        elif sources:
            goes_on = end == last and opinion[last : last + 1] == "S"
            if first and opinion[first - 1] == "S":
                tagged = "inner" if goes_on else "end"
            else:
                # "three people [who were there]": the tagger takes relative clauses in.
                tagged = "opening" if goes_on else "all"
        content = ""
        if "T" in opinion[first:last]:
            content = "partly content" if sources else "in content"
        voice = speaker = ""
        if document.quotation_of[first] >= 0:
            voice = "quoted"
            speaker = kind if phrase is not None else f"pronoun {norms[first]}"
        elif self._has_quotation[index]:
            voice = "beside quotation"
        groups.append(("tagged", tagged, content, voice, sentence.kind, speaker))
        return groups

    def _of_cue(self, origin: str, cue: int, first: int, last: int, kind: str) -> list[Group]:
        tags = self._phrases.tags
        facts = self._cues.get(cue)
        if facts is None:
            facts = self._cues[cue] = self._read_cue(cue)
        behind = cue >= last
        if behind:
            gap = cue - last
            window = tags[last if gap < 4 else cue - 4 : cue]
        else:
            window, gap = tags[facts.begin : cue], first - cue - 1 if cue < first else 0
        return [
            ("cue", facts.sort, origin, facts.follows, facts.tag, facts.passive),
            ("cue of", facts.sort, kind, facts.tagged, facts.before_content),
            facts.verb,
            (
                "place",
                facts.sort,
                facts.negated,
                "M" in window,
                facts.after_to or "T" in window,
                facts.quoted,
                gap if gap < _FARTHEST else _FARTHEST,
                behind,
            ),
        ]

    def _read_cue(self, cue: int) -> _Cue:
        """What a cue is by itself, whoever is proposed beside it."""
        document, tags = self._document, self._phrases.tags
        norms = document.norms
        verb, tag = norms[cue], tags[cue]
        at = cue + 1
        while at < len(norms) and tags[at] == "R":
            at += 1
        after = norms[at] if at < len(norms) else ""
        if verb == "per":
            sentence = document.sentences[document.sentence_of[cue]]
            if is_according(norms, document.words, sentence.first, cue):
                verb, tag, after = "according", "G", "to"
        begin = cue - 3 if cue > 3 else 0
        before = norms[begin : cue + 1]
        return _Cue(
            begin,
            tag,
            verb_class(verb) or ("according" if verb == "according" else f"other {tag}"),
            _word_class(after, tags[at] if at < len(tags) else "-", _FOLLOWING),
            ("verb", verb, after, verb in _ANSWERS and self._says_nothing(begin, cue + 7)),
            tag == "E" and not BE_FORMS.isdisjoint(before),
            _denies(before),
            cue > 0 and norms[cue - 1] == "to",
            document.quotation_of[cue] >= 0,
            self._tagged[cue],
            "T" in self._tagged[cue + 1 : cue + 4],
        )

    def _says_nothing(self, begin: int, end: int) -> bool:
        """Whether somebody would not answer: "declined to comment"."""
        norms = self._document.norms[begin:end]
        return not _ASKED.isdisjoint(norms) and (not _REFUSALS.isdisjoint(norms) or _denies(norms))


@dataclass(slots=True)
class _Cue:
    """What a cue is by itself; `verb` is the group of features of the verb as a word.

    `begin` is the first of the tokens before it that may belong to its verb.
    """

    begin: int
    tag: str
    sort: str
    follows: str
    verb: Group
    passive: bool
    negated: bool
    after_to: bool
    quoted: bool
    tagged: str
    before_content: bool


# "Declined to comment", "did not respond to a request": nothing is attributed to whoever is silent.
_ANSWERS = frozenset(
    ("decline", "declined", "declines", "refused", "refuses", "respond", "responded", "reply",
     "replied", "return", "returned", "answer", "answered", "comment", "commented")
)  # fmt: skip
_PERSONAL = ("generic", "person of office", "further person")
_REFUSALS = frozenset(("decline", "declined", "declines", "refused", "refuses"))
_ASKED = frozenset(
    ("comment", "comments", "request", "requests", "question", "questions", "call", "calls",
     "inquiry", "inquiries", "message", "messages", "email", "emails", "discuss", "elaborate")
)  # fmt: skip


def is_told_of(candidate: Candidate, norms: Sequence[str], first: int) -> bool:
    """Whether a phrase stands behind "according to", or is joined on to one that does.

    Parameters
    ----------
    candidate : Candidate
        What proposes the phrase.
    norms : sequence of str
        An article's words, lower-cased.
    first : int
        The phrase's first token.
    """
    at = candidate.cue
    return candidate.origin in _TOLD and at < first and norms[at : at + 2] == ["according", "to"]


def _denies(norms: Sequence[str]) -> bool:
    """Whether words hold a negation: "did not", "wouldn't"."""
    return not _NEGATIONS.isdisjoint(norms) or "n't " in f"{' '.join(norms)} "


def features_of(groups: Sequence[Group]) -> list[str]:
    """Names of the features of all groups, each once."""
    return list(dict.fromkeys(name for group in groups for name in names_of_group(group)))


def names_of_group(group: Group) -> Collection[str]:
    """Names of the features of one group of `CandidateFeatures.of`, each once.

    Examples
    --------
    >>> list(names_of_group(("origins", "person", ("subject", "tagger"), False)))[:2]
    ['subject+tagger', 'origin=subject']
    """
    return _NAMES[group[0]](*group[1:])


def _names_of_cues(*groups: Group) -> Collection[str]:
    return dict.fromkeys(chain.from_iterable(map(_names_of_part, groups)))


# Phrases seldom have the same cues together, but each cue's own groups recur.
@lru_cache(maxsize=WORDS_KEPT)
def _names_of_part(group: Group) -> Collection[str]:
    return names_of_group(group)


def _phrase_names(kind: str, length: int, definite: bool, verb: bool, opens: str) -> list[str]:
    row = ["bias", f"type={kind}", f"length={length}"]
    row += ["definite" if definite else "not definite", f"opens={opens}"]
    return [*row, "holds a verb"] if verb else row


def _head_names(kind: str, head: str, plural: bool) -> list[str]:
    number = "plural" if plural else "singular"
    return [f"head={_head_class(head)}", f"{number}|{kind}", f"noun={head}"]


def _paper_names(head: str, origins: tuple[str, ...]) -> list[str]:
    """A memo is quoted as a thing of its own, a statement only carries who made it.

    A study finds things, a law orders them.
    """
    sort = "thing"
    for name in ("carrier", "study", "norm"):
        if head in source_words(name):
            sort = name
            break
    row = [f"{origin}|noun={head}" for origin in origins]
    return [*row, *(f"{origin}|{sort}" for origin in origins), sort]


def _beside_names(side: str, word: str, kind: str, origins: tuple[str, ...]) -> list[str]:
    name = f"{side}={word}"
    row = [name, *[f"{origin}|{name}" for origin in origins]]
    # An outlet may be proposed as one.
    return row if kind in origins else [*row, f"{kind}|{name}"]


def _tagged_names(tagged: str, content: str, voice: str, kind: str, quoted: str) -> list[str]:
    row = [f"tagged={tagged}", content, voice, "" if kind == "body" else f"kind={kind}"]
    return [name for name in (*row, quoted and f"quoted|{quoted}") if name]


def _origin_names(kind: str, origins: tuple[str, ...], cueless: bool) -> list[str]:
    joined = "+".join(origins)
    row = [joined]
    for origin in origins:
        row += [f"origin={origin}", f"origin={origin}|{kind}"]
    return [*row, "no cue", f"no cue|{joined}"] if cueless else row


def _cue_names(sort: str, origin: str, follows: str, tag: str, passive: bool) -> list[str]:
    row = [f"cue={sort}", f"cue={sort}|{origin}"]
    # "From" may propose and follow.
    if follows != origin:
        row.append(f"cue={sort}|{follows}")
    row += [f"follows={follows}", f"{tag}|{origin}"]
    if passive:
        row += ["passive", f"passive|{origin}", f"passive|{sort}|{follows}"]
    return row


def _verb_names(verb: str, after: str, silent: bool) -> list[str]:
    row = [f"verb={verb}", f"{verb} {after}", f"lemma={base_form(verb)}"]
    return [*row, "silent"] if silent else row


def _cue_of_names(sort: str, kind: str, tagged: str, content: bool) -> list[str]:
    name = f"cue tagged={tagged}"
    return [f"cue={sort}|{kind}", name, f"{name}|{sort}", f"content follows={content}|{sort}"]


def _place_names(
    sort: str, negated: bool, modal: bool, infinitive: bool, quoted: bool, gap: int, after: bool
) -> list[str]:
    said = (("negated", negated), ("modal", modal), ("infinitive", infinitive))
    row = [name for word, true in said if true for name in (word, f"{word}|{sort}")]
    row.append(f"gap={gap}|{'after' if after else 'before'}")
    return [*row, "cue quoted"] if quoted else row


# How the features of each kind of group are written, each once; the first item of a group is its
# kind.
_NAMES: dict[object, Callable[..., Collection[str]]] = {
    "pronoun": lambda norm: ["bias", f"type=pronoun {norm}"],
    "phrase": _phrase_names,
    "head": _head_names,
    "beside": _beside_names,
    "tagged": _tagged_names,
    "origins": _origin_names,
    "paper": _paper_names,
    "cue": _cue_names,
    "cue of": _cue_of_names,
    "verb": _verb_names,
    "place": _place_names,
    "cues": _names_of_cues,
    "rivals": lambda *names: names,
}  # fmt: skip


@lru_cache(maxsize=WORDS_KEPT)
def _word_class(norm: str, tag: str, known: frozenset[str]) -> str:
    if norm in known or norm in {"start", "end"}:
        return norm
    if norm in _QUOTES:
        return "quotation"
    if norm in _STOPS:
        return "stop"
    if norm in {"—", "–", "--", "-"}:
        return "dash"
    if norm in {"(", ")"}:
        return norm
    sort = verb_class(norm) if tag in "VEGB" else ""
    return sort or tag


@cache
def _personal() -> frozenset[str]:
    return frozenset().union(*map(source_words, _PERSONAL))


def _head_class(head: str) -> str:
    classes = lexicon_class(head).split("+")
    for name in ("role", "title", "collective", "document"):
        if name in classes:
            return name
    if head in _personal():
        return "role"
    if head in source_words("paper") or head in source_words("further paper"):
        return "document"
    return head if head in source_words("indefinite") else "other"
