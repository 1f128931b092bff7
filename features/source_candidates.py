"""Where a source may stand: the tagger's spans, subjects of reporting verbs, papers, outlets.

More is proposed here than is kept: a model (`credscore.linear`) weighs each candidate by the features
that are gathered here, and what it turns down is no mention.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from credscore.document import Document, Sentence
from credscore.features.cues import lexicon_class, words_of
from credscore.features.names import Names, name_words
from credscore.features.source_phrases import DETERMINERS, phrase_words
from credscore.features.source_types import PRONOUNS, Phrase, source_words
from credscore.findings import Attribution, Citation

__all__ = ["Candidate", "candidate_features", "find_candidates"]

_VERB_CLASSES = frozenset(("speech", "act", "stance", "evidence"))
_AUXILIARIES = frozenset(
    ("has", "have", "had", "also", "is", "are", "was", "were", "then", "later", "further", "did",
     "earlier", "not", "never", "however", "still", "recently", "once", "would", "could", "will",
     "reportedly", "repeatedly", "previously", "already", "first", "'s", "been", "'ve", "himself",
     "herself", "again", "both", "didn't", "even", "often", "subsequently", "now", "only", "just")
)  # fmt: skip
_STOPS = frozenset(
    (",", ";", ":", "—", "–", "-", "--", ".", "(", ")", '"', "“", "”", "'", "‘", "’")
)
_LONGEST = 14
_OPENING_PREPOSITIONS = frozenset(("in", "citing", "per", "from", "quoting"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a source may stand.

    Attributes
    ----------
    first, last : int
        Tokens, end exclusive.
    origin : str
        "tagger", "subject", "inverted", "according", "paper" or "outlet".
    attribution : int
        Number of the attribution that it is the source of, or -1.
    cue : int
        First token of the words that attribute, or -1.
    """

    first: int
    last: int
    origin: str
    attribution: int = -1
    cue: int = -1


def find_candidates(
    document: Document,
    names: Names,
    attributions: Sequence[Attribution],
    citations: Sequence[Citation],
) -> list[Candidate]:
    """Find where sources may stand.

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names.
    attributions : sequence of Attribution
        Who says what, as the tagger found it.
    citations : sequence of Citation
        Other outlets.

    Returns
    -------
    list of Candidate
        In order; none overlaps another.
    """
    found: list[Candidate] = []
    taken = bytearray(len(document))

    def keep(candidate: Candidate) -> None:
        if candidate.first < candidate.last and not any(taken[candidate.first : candidate.last]):
            found.append(candidate)
            taken[candidate.first : candidate.last] = b"\x01" * (candidate.last - candidate.first)

    for number, attribution in enumerate(attributions):
        if attribution.source is not None:
            first, last = document.token_range(*attribution.source)
            cue = document.token_range(*attribution.cue)[0] if attribution.cue else -1
            keep(Candidate(first, last, "tagger", number, cue))
    for candidate in _by_rule(document, names):
        keep(candidate)
    for citation in citations:
        if citation.kind != "link":
            first, last = document.token_range(citation.start, citation.end)
            keep(Candidate(first, last, "outlet"))
    found.sort(key=lambda candidate: candidate.first)
    return found


@cache
def _verbs() -> frozenset[str]:
    return frozenset().union(*map(words_of, _VERB_CLASSES))


def _by_rule(document: Document, names: Names) -> Iterator[Candidate]:
    norms = document.norms
    verbs = _verbs()
    places = [place for place, norm in enumerate(norms) if norm in verbs or norm == "according"]
    for place in places:
        sentence = document.sentences[document.sentence_of[place]]
        if sentence.kind != "body":
            continue
        if norms[place] == "according":
            if norms[place + 1 : place + 2] == ["to"]:
                end = _phrase_end(document, names, place + 2, sentence.last)
                yield Candidate(place + 2, end, "according", -1, place)
            continue
        begin = _subject(document, names, place, sentence)
        if begin is not None:
            yield Candidate(*begin, "subject", -1, place)
        before = norms[place - 1] if place > sentence.first else ""
        if before in {",", '"', "”", "'", "’", "?", "!"} and place + 1 < sentence.last:
            end = _phrase_end(document, names, place + 1, sentence.last)
            yield Candidate(place + 1, end, "inverted", -1, place)
    for sentence in document.sentences:
        if sentence.kind == "body" and norms[sentence.first] in _OPENING_PREPOSITIONS:
            end = _phrase_end(document, names, sentence.first + 1, sentence.last)
            if not words_of("document").isdisjoint(norms[sentence.first + 1 : end]):
                yield Candidate(sentence.first + 1, end, "paper")


def _subject(
    document: Document, names: Names, verb: int, sentence: Sentence
) -> tuple[int, int] | None:
    """The noun phrase that ends before a verb, adverbs and auxiliaries left out."""
    norms = document.norms
    end = verb
    while end > sentence.first and norms[end - 1] in _AUXILIARIES:
        end -= 1
    if end == sentence.first:
        return None
    # An appositive or a party stands between commas: "Silva, the mayor, said".
    if norms[end - 1] == "," and end - 1 > sentence.first:
        opening = end - 2
        while (
            opening > sentence.first and norms[opening] not in _STOPS and end - opening < _LONGEST
        ):
            opening -= 1
        name = names.at(opening - 1) if norms[opening] == "," and opening > sentence.first else None
        return None if name is None or name.last != opening else (name.outer, end - 1)
    if norms[end - 1] in _STOPS:
        return None
    if norms[end - 1] in PRONOUNS:
        return end - 1, end
    name = names.at(end - 1)
    if name is not None:
        return (name.outer, end) if name.last == end else None
    begin = end - 1
    while begin > sentence.first and end - begin < _LONGEST:
        before = norms[begin - 1]
        if before in DETERMINERS:
            begin -= 1
            # "two of the officials", "the spokesman for the ministry"
            if begin - 1 > sentence.first and norms[begin - 1] in {"of", "for", "at", "in", "from"}:
                begin -= 1
                continue
            break
        if before in _STOPS or (
            before in name_words("opener")
            and before not in {"two", "several", "some", "many", "three", "other", "first"}
        ):
            break
        if before in _verbs() and before not in words_of("document"):
            break
        begin -= 1
    while begin < end and norms[begin] in {"of", "for", "at", "in", "from", "and", "but"}:
        begin += 1
    return (begin, end) if begin < end else None


def _phrase_end(document: Document, names: Names, first: int, limit: int) -> int:
    """End of the noun phrase that begins at a token."""
    norms = document.norms
    at = first
    while at < limit and at - first < _LONGEST:
        name = names.at(at)
        if name is not None:
            at = max(name.last, at + 1)
            continue
        norm = norms[at]
        if norm in _STOPS or norm in {"that", "who", "which", "when", "while", "as", "to", "after"}:
            break
        if norm in phrase_words("finite") or (
            at > first and norm in {"on", "during", "late", "yesterday", "today", "if"}
        ):
            break
        at += 1
    return at


def candidate_features(
    document: Document, candidate: Candidate, phrase: Phrase | None
) -> list[str]:
    """What tells whether a candidate is a mention of a source.

    Parameters
    ----------
    document : Document
        The article, cut.
    candidate : Candidate
        The place.
    phrase : Phrase or None
        Its noun phrase, described; None for a pronoun.

    Returns
    -------
    list of str
        Names of the features that it has.
    """
    norms = document.norms
    row = ["bias", f"origin={candidate.origin}"]
    kind = phrase.type if phrase is not None else f"pronoun {norms[candidate.first]}"
    row += [f"type={kind}", f"{candidate.origin}|{kind}"]
    if phrase is not None:
        row.append(f"length={min(phrase.last - phrase.first, 6)}")
        row.append("definite" if phrase.definite else "not definite")
        if phrase.head:
            row.append(f"head={_head_class(phrase.head)}")
            row.append(f"{'plural' if phrase.plural else 'singular'}|{kind}")
    quoted = document.quotation_of[candidate.first] >= 0
    if quoted:
        row += ["quoted", f"quoted|{candidate.origin}"]
    sentence = document.sentences[document.sentence_of[candidate.first]]
    if sentence.kind != "body":
        row.append(f"kind={sentence.kind}")
    has_quotation = any(
        place >= 0 for place in document.quotation_of[sentence.first : sentence.last]
    )
    if has_quotation and not quoted:
        row.append("beside quotation")
    cue = candidate.cue
    if cue < 0:
        return [*row, "no cue", f"no cue|{candidate.origin}"]
    return row + _cue_features(document, candidate, cue)


def _cue_features(document: Document, candidate: Candidate, cue: int) -> list[str]:
    norms = document.norms
    after = norms[cue + 1] if cue + 1 < len(norms) else ""
    words = norms[max(cue - 3, 0) : cue + 2]
    verb = next(
        (norm for norm in norms[cue : cue + 3] if norm in _verbs() or norm == "according"),
        norms[cue],
    )
    classes = lexicon_class(verb).split("+")
    row = [f"verb={verb}", f"after={_after_class(after)}"]
    for name in classes:
        row += [
            f"cue={name}",
            f"cue={name}|{candidate.origin}",
            f"cue={name}|{_after_class(after)}",
        ]
    if document.quotation_of[cue] >= 0:
        row.append("cue quoted")
    if any(norm in {"not", "never", "nor", "no"} or norm.endswith("n't") for norm in words):
        row.append("negated")
    if any(
        norm in {"to", "would", "will", "could", "should", "can", "must", "may"} for norm in words
    ):
        row.append("modal")
    if verb.endswith("ing"):
        row.append("participle")
    row.append("cue after" if cue >= candidate.last else "cue before")
    row.append(f"gap={min(max(cue - candidate.last, candidate.first - cue - 1, 0), 4)}")
    return row


def _after_class(norm: str) -> str:
    if norm in {"that", "to", ",", ":", "the", "a", "his", "her", "its", "their", "he", "she", "it", "they", "in", "on", "for", "by", "with", "of", "about", "at", "as", "how", "why", "if", "whether"}:  # fmt: skip
        return norm
    if norm in {'"', "“", "‘", "'"}:
        return "quotation"
    if norm in {".", ";"}:
        return "stop"
    return "other"


def _head_class(head: str) -> str:
    classes = lexicon_class(head).split("+")
    for name in ("role", "title", "collective", "document"):
        if name in classes:
            return name
    if head in source_words("generic") or head in source_words("person of office"):
        return "role"
    if head in source_words("paper"):
        return "document"
    return head if head in source_words("indefinite") else "other"
