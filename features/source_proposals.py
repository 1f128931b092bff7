"""Noun phrases of an article that may be mentions of a source, and how surely each is one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from credscore.artefacts import load_artefact
from credscore.document import Document
from credscore.features.anonymity import find_grants, silenced
from credscore.features.appositives import DETERMINERS
from credscore.features.name_kinds import WEEKDAYS
from credscore.features.names import Names, name_words
from credscore.features.noun_phrases import NounPhrases, paper_nouns
from credscore.features.parts_of_speech import parts_of_speech
from credscore.features.source_candidates import find_candidates
from credscore.features.source_clauses import RELATIVE_PRONOUNS, clause_end
from credscore.features.source_coordination import split_coordination
from credscore.features.source_features import CandidateFeatures, Group, features_of, names_of_group
from credscore.features.source_nouns import PRONOUNS, is_personal
from credscore.features.source_phrases import whole_phrase
from credscore.features.source_spans import Candidate
from credscore.features.source_types import Phrase, PhraseReader, names_thing
from credscore.features.source_verbs import verb_class
from credscore.features.support_signs import posted_sentences
from credscore.findings import Attribution, Citation, Span
from credscore.linear import LinearModel
from credscore.trained import newest

__all__ = [
    "MENTIONS_KIND",
    "Proposal",
    "best_apart",
    "find_proposals",
    "log_odds",
    "mention_proposals",
]

MENTIONS_KIND = "mention model"
# What a clause may begin with that tells who is meant.
_CLAUSES = frozenset(("who", "whose", "that"))
# Groups of features whose weight is remembered.
_KEPT = 20_000


@dataclass(slots=True)
class Proposal:
    """A noun phrase that may be a mention.

    Attributes
    ----------
    first, last : int
        Its tokens, end exclusive.
    phrase : Phrase or None
        What it names, without a clause behind it; None for a pronoun.
    groups : list of Group
        Its features.
    candidates : list of Candidate
        What proposes it.
    """

    first: int
    last: int
    phrase: Phrase | None
    groups: list[Group]
    candidates: list[Candidate]


def find_proposals(
    phrases: NounPhrases, attributions: Sequence[Attribution], citations: Sequence[Citation]
) -> list[Proposal]:
    """Find the noun phrases that may be mentions.

    Parameters
    ----------
    phrases : NounPhrases
        The article's noun phrases.
    attributions, citations
        What was found in the article.

    Returns
    -------
    list of Proposal
        In order of their first token; they may overlap.
    """
    norms = phrases.document.norms
    reader = PhraseReader(phrases.document, phrases.names, citations)
    found: defaultdict[tuple[int, int], list[Candidate]] = defaultdict(list)
    # Several candidates have the same bounds.
    parts_of: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for candidate in find_candidates(phrases, attributions, citations):
        if norms[candidate.cue] in _OTHERS_SAY and _is_of_another(phrases, candidate):
            continue
        bounds = candidate.first, candidate.last
        parts = parts_of.get(bounds)
        if parts is None:
            parts = parts_of[bounds] = _whole_phrases(phrases, *bounds)
        for part in parts:
            found[part].append(candidate)
    # Of a phrase with a clause behind it, where the phrase itself ends.
    bare: dict[tuple[int, int], int] = {}
    for (first, last), candidates in list(found.items()):
        if last == len(norms) or norms[last] not in _CLAUSES:
            continue
        if norms[last] == "who" and norms[last - 1] in paper_nouns():
            # "Adults in the study who smoked"
            continue
        for candidate in candidates:
            end = clause_end(phrases, last, candidate)
            # Not where the clause tells what is said: "a teacher [who said so]".
            if end > last and not any(
                last < other.cue < end and _tells(norms, other.cue) for other in candidates
            ):
                bare[first, end] = last
                clause = Candidate(candidate.first, candidate.last, "clause", candidate.cue)
                found[first, end].append(clause)
    features = CandidateFeatures(phrases, attributions)
    begins: defaultdict[int, list[int]] = defaultdict(list)
    ends: defaultdict[int, list[int]] = defaultdict(list)
    for first, last in found:
        begins[first].append(last)
        ends[last].append(first)
    proposals = []
    for bounds, candidates in found.items():
        first, last = bounds
        phrase = None
        if last - first > 1 or norms[first] not in PRONOUNS:
            phrase = reader.describe(first, bare.get(bounds, last))
            if _only_sees(phrase, candidates, norms):
                continue
            if names_thing(phrase):
                if not _is_told_by(phrases, phrase, candidates):
                    continue
                if phrase.plural or phrase.head in _ACCOUNTS:
                    # "according to web archives"
                    phrase.type = "document"
        groups = features.of(candidates, first, last, phrase)
        if len(begins[first]) > 1 or len(ends[last]) > 1:
            groups.append(_rivals(first, last, begins[first], ends[last]))
        proposals.append(Proposal(first, last, phrase, groups, candidates))
    return sorted(proposals, key=attrgetter("first", "last"))


def _is_of_another(phrases: NounPhrases, candidate: Candidate) -> bool:
    """Whether others tell of somebody: "[the driver], who prosecutors say was drunk"."""
    norms, cue = phrases.document.norms, candidate.cue
    who = cue - 2
    if who >= 1 and norms[who] not in _WHO:
        who -= phrases.tags[who] == "P" or norms[who] in _OWNED
    if who < 1 or norms[who] not in _WHO:
        return False
    return phrases.tags[cue - 1] in "NP" and candidate.first <= who


def _tells(norms: Sequence[str], verb: int) -> bool:
    """Whether a verb tells what is said: not "spoke to reporters", nor "answered the door"."""
    if norms[verb] in _SPEAKING:
        return False
    opens = norms[verb].startswith("answer") and verb + 2 < len(norms)
    return verb_class(norms[verb]) == "speech" and not (opens and norms[verb + 2] in _ANSWERED)


_WHO = frozenset(("who", "whom"))
# "Who [the] police say was drunk"
_OWNED = frozenset(("her", "his", "the", "their"))
# "Who prosecutors [say] was drunk"
_OTHERS_SAY = frozenset(
    ("allege", "alleged", "believe", "believed", "claim", "describe", "described", "identified",
     "said", "say", "says")
)  # fmt: skip
# "Who [spoke] to the paper", "who answered the [door]"
_SPEAKING = frozenset(("briefed", "speak", "speaking", "speaks", "spoke", "spoken"))
_ANSWERED = frozenset(("call", "calls", "door", "doorbell", "phone", "telephone"))


def _only_sees(phrase: Phrase, candidates: Sequence[Candidate], norms: Sequence[str]) -> bool:
    """Whether a body has only seen something happen: "the city has seen a rise in crime".

    "Mosques see increased attendance" too, but no "hotels see the tax as a threat".
    """
    if phrase.type not in _SEEING_BODIES:
        return False
    cues = [one.cue for one in candidates]
    for cue in cues:
        if cue < 0 or norms[cue] not in _SEEING_OR_HAVING:
            return False
    things = phrase.type == "group"
    if things and is_personal(phrase.head):
        return False
    seen = any(
        norms[cue] in _SEEING and norms[cue + 1 : cue + 2] not in (["that"], ["how"], ["why"])
        for cue in cues
    )
    return seen and not (things and "as" in norms[max(cues) : max(cues) + _SEEN_AS])


# Tokens from "see" to the "as" by which somebody is held to be something.
_SEEN_AS = 8
_SEEING = frozenset(("garnered", "saw", "see", "seen", "sees"))
_SEEING_BODIES = frozenset(("group", "organisation"))
_SEEING_OR_HAVING = _SEEING | {"had", "has", "have"}
# Things that tell something, and are no bodies.
_ACCOUNTS = frozenset(("evidence", "outcome", "reaction", "translation"))


# What is followed rather than told by: "according to plan", "according to their age".
_FOLLOWED = frozenset(
    ("ability", "age", "custom", "faith", "law", "merit", "need", "plan", "priority", "rank",
     "rule", "schedule", "size", "taste", "tradition")
)  # fmt: skip


def _is_told_by(phrases: NounPhrases, phrase: Phrase, candidates: Sequence[Candidate]) -> bool:
    """Whether "according to", set off, makes a thing a source: ", according to the park"."""
    norms = phrases.document.norms
    meant = norms[phrase.first] in DETERMINERS or phrase.plural
    return (
        (meant or bool(phrases.names.within(phrase.first, phrase.last)))
        and phrase.head not in _FOLLOWED
        and any(
            one.origin == "according" and (one.cue == 0 or not norms[one.cue - 1].isalpha())
            for one in candidates
        )
    )


# "This suggests", "you said", "nobody asked": the text, its reader and nobody are no sources.
_NOBODY = frozenset(("nobody", "none", "that", "there", "this", "you", "your"))
# "Earlier today, a teacher, Ana Silva, said"
_WHEN = frozenset(("early", "earlier", "late", "later", "today", "tomorrow", "yesterday"))
_BEFORE_WHO = frozenset((",", "of", "to", "with", "by", "from", "—", "–", "--"))
_PICTURES = frozenset(("image", "photo", "photograph", "picture"))
_ENDS = frozenset((",", ".", "”", '"'))
_THINGS = frozenset(("anything", "everything", "nothing", "something"))


def _whole_phrases(phrases: NounPhrases, first: int, last: int) -> list[tuple[int, int]]:
    """The pronoun, or the noun phrases, that what is proposed stands for; none at times."""
    norms = phrases.document.norms
    if norms[last - 1] == "that" and norms[last : last + 2] == ["said", ","]:
        # "All that said, it is late."
        return []
    opening, alone = norms[first], last - first == 1
    if opening == "who" or (alone and opening in RELATIVE_PRONOUNS):
        # "Who in previous studies had shown"
        first, last = _antecedent(phrases, first)
    elif alone and opening in PRONOUNS:
        if PRONOUNS[opening] == "self":
            # "I won. — Ana Silva (@silva) May 3, 2020"
            document = phrases.document
            posted = document.sentence_of[first] in posted_sentences(document)
            return [] if posted else [(first, last)]
        # "According to those,” but "those in the room said"
        ends = opening == "those" and last < len(norms) and norms[last] in _ENDS
        return [] if opening == "these" or ends else [(first, last)]
    if first < last:
        first, last = whole_phrase(phrases, first, last)
        if first >= last:
            return []
        document = phrases.document
        # The tagger may run over a sentence's end: "Silva, D-Calif. Rep. Lopez".
        sentence = document.sentences[document.sentence_of[first]]
        last = min(last, sentence.last)
        if first == sentence.first + 1 and norms[first - 1] == "in":
            last = _before_whose(phrases, first, last)
    if last - first == 1 and norms[first] in RELATIVE_PRONOUNS:
        first, last = _antecedent(phrases, first)
    if last - first > 1 and norms[first] in _THINGS and phrases.tags[first + 1] == "N":
        # "something [teachers] say"
        first += 1
    if first >= last:
        return []
    if norms[last - 2] == "file" and norms[last - 1] in _PICTURES:
        # A caption: "A file photo shows fans"
        return []
    opening = norms[first]
    if last - first == 1 and (
        # "the council said [Tuesday]"
        opening in _NOBODY
        or opening in _WHEN
        or (opening in WEEKDAYS and not phrases.names.at(first))
    ):
        return []
    if opening == "no" and norms[first + 1 : last] == ["one"]:
        return []
    if norms[first : first + 2] in (["none", "of"], ["not", "a"]):
        return []
    if opening == "a" and first and norms[first - 1] == "not" and norms[first + 1] == "single":
        return []
    more = opening == "the" and last - first > 2 and norms[first + 1] in {"more", "less"}
    if more and phrases.names.at(first + 2) is not None:
        # "The more Silva says, the worse it gets"
        return []
    return split_coordination(phrases.document, phrases.names, first, last)


def _before_whose(phrases: NounPhrases, first: int, last: int) -> int:
    """End of a paper before the comma and name of whose it is: "In a survey[, Gallup], which"."""
    norms = phrases.document.norms
    for comma in range(first + 1, last - 1):
        if norms[comma] == ",":
            name = phrases.names.at(comma + 1 + (norms[comma + 1] == "the"))
            papers = not paper_nouns().isdisjoint(norms[first:comma])
            return comma if name is not None and name.kind != "place" and papers else last
    return last


def _antecedent(phrases: NounPhrases, place: int) -> tuple[int, int]:
    """The noun phrase that "who" stands for: the name or noun just before it."""
    document = phrases.document
    norms = document.norms
    start = document.sentences[document.sentence_of[place]].first
    end = place
    while end > start and norms[end - 1] in _BEFORE_WHO:
        end -= 1
    if end == start:
        return end, end
    name = phrases.names.at(end - 1)
    if name is not None and name.last == end:
        return name.outer, end
    first = end - 1
    least = phrases.start(end, start)
    articles = {"the", "a", "an", "one"}
    while first > least and end - first < 8 and norms[first - 1].isalpha():
        if norms[first - 1] in name_words("opener") and norms[first - 1] not in articles:
            break
        if phrases.tags[first - 1] == "V":
            # "He undermined [critics] who"
            break
        first -= 1
        if norms[first] in articles:
            break
    return first, end


def mention_proposals(
    document: Document, attributions: Sequence[Attribution], citations: Sequence[Citation]
) -> list[tuple[Span, list[str]]]:
    """Places where a source may stand, with the features that the mention model weighs.

    Parameters
    ----------
    document, attributions, citations
        As for `find_sources`.

    Returns
    -------
    list of (Span, list of str)
        Characters of the whole noun phrase, and names of features; the writer left out. They may
        overlap: `best_apart` keeps the best.
    """
    tags = silenced(parts_of_speech(document), find_grants(document))
    phrases = NounPhrases(document, Names(document), tags)
    return [
        (document.span(proposal.first, proposal.last), features_of(proposal.groups))
        for proposal in find_proposals(phrases, attributions, citations)
        if not _is_writer(document, proposal)
    ]


def _is_writer(document: Document, proposal: Proposal) -> bool:
    if proposal.phrase is None:
        return PRONOUNS[document.norms[proposal.first]] == "self"
    return proposal.phrase.type == "self"


def _rivals(first: int, last: int, lasts: Sequence[int], firsts: Sequence[int]) -> Group:
    """Whether other proposals begin or end where this one does, and are longer or shorter."""
    group = ["rivals"]
    if len(lasts) > 1:
        if max(lasts) > last:
            group.append("longer to the right")
        if min(lasts) < last:
            group.append("shorter to the right")
    if len(firsts) > 1:
        if min(firsts) < first:
            group.append("longer to the left")
        if max(firsts) > first:
            group.append("shorter to the left")
    return tuple(group)


@cache
def _model() -> LinearModel:
    return LinearModel.from_artefact(load_artefact(newest("mentions"), MENTIONS_KIND))


class _Weights(dict[Group, float]):
    """The weight of each group of features that was met."""

    def __missing__(self, group: Group) -> float:
        if len(self) > _KEPT:
            self.clear()
        weight = self[group] = _model().log_odds(names_of_group(group))
        return weight


_WEIGHTS = _Weights()


def log_odds(proposal: Proposal) -> float:
    """How surely a proposal is a mention, in log-odds; positive for what is kept."""
    return sum(map(_WEIGHTS.__getitem__, proposal.groups))


def best_apart(spans: Sequence[tuple[int, int]], odds: Sequence[float]) -> list[int]:
    """Numbers of the spans with positive log-odds; of those that overlap, the one with the highest.

    Parameters
    ----------
    spans : sequence of tuple of int
        Half-open ranges.
    odds : sequence of float
        Log-odds of each.

    Examples
    --------
    >>> best_apart([(0, 2), (1, 4), (5, 6), (7, 8)], [1.0, 2.0, 0.5, -1.0])
    [1, 2]
    """
    kept: list[tuple[int, int, int]] = []
    for _, (begin, end), number in sorted(
        (-odd, span, number)
        for number, (span, odd) in enumerate(zip(spans, odds, strict=True))
        if odd >= 0
    ):
        at = bisect_left(kept, (begin, end, number))
        if (at < len(kept) and kept[at][0] < end) or (at and kept[at - 1][1] > begin):
            continue
        kept.insert(at, (begin, end, number))
    return [number for _, _, number in kept]
