"""What tells on which step of the ladder a sentence stands.

The rules of `features.support` give a first step. Beside it stand who was mentioned last and next,
how far away, in which paragraph, what the words are about, and the rules' steps of the sentences on
either side.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import numpy as np

from credscore.document import Document
from credscore.features.checkability import sentence_features
from credscore.features.evidence import UNKNOWN, SentenceEvidence, backing, gather_evidence
from credscore.features.support import Supported, supports
from credscore.features.support_signs import SupportSigns, find_signs
from credscore.findings import (
    SOURCE_TYPES,
    SUPPORTS,
    Attribution,
    Citation,
    Hedge,
    Source,
    SourceType,
    Support,
)
from credscore.lexicons import read_sections
from credscore.tokens import WORDS_KEPT

__all__ = [
    "REACH",
    "Reading",
    "own_rows",
    "pair_feature",
    "read_sentences",
    "rule_features",
    "side_feature",
    "step_features",
]

_TRUTH = (False, True)
# Log-odds of a mention that set its grades of sureness apart.
_GRADES = (0.0, 1.0, 3.0)
_THIRDS = 3
# How many sentences ahead and back the rules' steps are looked at.
REACH = (-3, -2, -1, 1, 2)
# Words beside those in "-ed" that tell of the past, those that tell of now, and digits of a year.
_PAST = frozenset(("did", "had", "was", "were"))
_PRESENT = frozenset(("are", "do", "does", "has", "have", "is"))
_YEAR = 4
_SIGNS = ("written", "published", "hearsay", "unanswered", "methods", "results", "posted")

# How a sentence has what the rules give it: in words of that source, by a mention of it, beside
# others, or from elsewhere.
_HOWS = ("words", "mention", "others", "elsewhere")

# Names of features, made once.
_RULE = {(step, how): f"rule={step}|{how}" for step in SUPPORTS for how in _HOWS}
_BY = {
    (kind, grade): (f"by={kind}:{grade}", f"by={kind}")
    for kind in SOURCE_TYPES
    for grade in range(len(_GRADES) + 1)
}
_OUTER = {kind: f"outer={kind}" for kind in SOURCE_TYPES}
_COVER = {
    (kind, third): f"cover={kind or 'nobody'}:{third}"
    for kind in (*SOURCE_TYPES, "")
    for third in range(_THIRDS)
}
_LAST = {
    (kind, far, same): (f"last={kind}", f"last={kind}:{far}:{'same' if same else 'other'}")
    for kind in SOURCE_TYPES
    for far in (1, 2, 3, 5)
    for same in _TRUTH
}
_NEXT = {(kind, far): f"next={kind}:{far}" for kind in SOURCE_TYPES for far in (1, 3, 4)}
_PAPER = {
    (far, told, step): (f"paper={far}|{told}", f"paper={far}|{step}")
    for far in (0, 1, 2, 3, 5, 9)
    for told in _TRUTH
    for step in SUPPORTS
}
_STUDIES = {
    (studies, told, step): (f"studies={studies}|{told}", f"studies={studies}|{step}")
    for studies in _TRUTH
    for told in _TRUTH
    for step in SUPPORTS
}


class Reading(NamedTuple):
    """What was found in each sentence of an article, before a model weighs it.

    Attributes
    ----------
    document : Document
        The article, cut.
    evidence : list of SentenceEvidence
        What was found in each sentence.
    ruled : list of Supported
        What each rests on by the rules.
    sources : sequence of Source
        Those of the article.
    signs : SupportSigns
        What the sentences' own words tell.
    words : list of list of str
        Features of each, as `sentence_features` gives them.
    """

    document: Document
    evidence: list[SentenceEvidence]
    ruled: list[Supported]
    sources: Sequence[Source]
    signs: SupportSigns
    words: list[list[str]]


def read_sentences(
    document: Document,
    attributions: Sequence[Attribution],
    sources: Sequence[Source],
    hedges: Sequence[Hedge],
    citations: Sequence[Citation],
) -> Reading:
    """Lay beside one another what was found in each sentence, and what it rests on by the rules.

    Parameters
    ----------
    document : Document
        The article, cut.
    attributions, sources, hedges, citations
        What was found in it; attributions with their `source_id`.
    """
    evidence = gather_evidence(document, attributions, sources, hedges, citations)
    signs = find_signs(document)
    ruled = supports(document, evidence, sources, signs)
    words = sentence_features(document, evidence, ruled)
    return Reading(document, evidence, ruled, sources, signs, words)


def step_features(reading: Reading) -> list[list[str]]:
    """Features of every sentence, the rules' steps of its neighbours included.

    Parameters
    ----------
    reading : Reading
        What was found in the article.

    Returns
    -------
    list of list of str
        One list for each sentence.
    """
    rows = own_rows(reading)
    steps = [rests.step for rests in reading.ruled]
    found = []
    for index, row in enumerate(rows):
        whole = list(row)
        for side in REACH:
            near = index + side
            if 0 <= near < len(rows):
                whole.append(side_feature(side, steps[near]))
                if abs(side) == 1:
                    whole.append(pair_feature(side, steps[near], steps[index]))
        found.append(whole)
    return found


def rule_features(step: Support) -> tuple[str, ...]:
    """Names of the features that tell of a step that the rules gave it."""
    return tuple(_RULE[step, how] for how in _HOWS)


@cache
def side_feature(side: int, step: Support) -> str:
    """Name of the feature that a sentence so many ahead or back has a step by the rules."""
    return f"{side}:step={step}"


@cache
def pair_feature(side: int, near: Support, own: Support) -> str:
    """Name of the feature that a neighbour and a sentence itself have these steps."""
    return f"{side}:step={near}|{own}"


def own_rows(reading: Reading) -> list[list[str]]:
    """Features of every sentence without its neighbours' steps."""
    document, evidence, ruled, sources, signs, words = reading
    types = {source.id: backing(source) for source in sources}
    steps = [rests.step for rests in ruled]
    told = [bool(item.mentions) or any(item.cover) for item in evidence]
    where = {True: "", False: "beside a study" if signs.studies else "without a study"}
    return [
        [*about, *own, *place, *_topics_of(held, where[names])]
        for about, own, place, held, names in zip(
            words,
            _found_features(document, evidence, ruled, types, told),
            _course_features(document, evidence, steps, types, signs, told),
            _topics(document),
            told,
            strict=True,
        )
    ]


def _found_features(
    document: Document,
    evidence: Sequence[SentenceEvidence],
    ruled: Sequence[Supported],
    types: dict[str, SourceType],
    told: Sequence[bool],
) -> Iterator[list[str]]:
    """Whom each sentence mentions, how surely, and whose its words are.

    `told` says of each whether it names whom it has something from.
    """
    for sentence, item, rests, names in zip(document.sentences, evidence, ruled, told, strict=True):
        if not item.mentions and not item.cover:
            yield [_RULE[rests.step, "elsewhere"]]
            continue
        if rests.source in item.cover:
            how = "words"
        elif rests.source in item.mentions:
            how = "mention"
        else:
            how = "others" if names else "elsewhere"
        row = [_RULE[rests.step, how]]
        if not item.speaking.isdisjoint(item.mentions):
            row.append("speaks")
        if len(item.doubtful) < len(item.mentions):
            row.append("sure")
        surest: dict[SourceType, float] = {}
        for source in item.mentions:
            kind, odds = types[source], item.sure.get(source, UNKNOWN)
            surest[kind] = max(odds, surest.get(kind, odds))
        for kind, odds in surest.items():
            row += _BY[kind, bisect_right(_GRADES, odds)]
        if item.outer:
            row.append(_OUTER[types[item.outer]])
        if item.cover:
            shares: dict[SourceType | Literal[""], int] = {}
            for source, characters in item.cover.items():
                whose = types[source] if source else ""
                shares[whose] = shares.get(whose, 0) + characters
            size = max(sentence.end - sentence.start, 1)
            for whose, share in shares.items():
                row.append(_COVER[whose, min(_THIRDS * share // size, _THIRDS - 1)])
        yield row


def _course_features(
    document: Document,
    evidence: Sequence[SentenceEvidence],
    steps: Sequence[Support],
    types: dict[str, SourceType],
    signs: SupportSigns,
    told: Sequence[bool],
) -> Iterator[list[str]]:
    """Who was mentioned before and after each sentence, how far away, and where it stands.

    `told` says of each whether it names whom it has something from.
    """
    told_by: defaultdict[int, list[str]] = defaultdict(list)
    for name in _SIGNS:
        for index in getattr(signs, name):
            told_by[index].append(f"sign={name}")
    upcoming: list[tuple[int, SourceType] | None] = []
    coming = None
    for index in range(len(evidence) - 1, -1, -1):
        upcoming.append(coming)
        if evidence[index].mentions:
            coming = (index, types[evidence[index].mentions[0]])
    upcoming.reverse()
    last: tuple[int, SourceType] | None = None
    paper_at = -1
    for sentence, item, step, after, names in zip(
        document.sentences, evidence, steps, upcoming, told, strict=True
    ):
        index = sentence.index
        first, end = document.paragraphs[sentence.paragraph]
        row = []
        if end - first > 1:
            row.append("opens" if index == first else "ends" if index == end - 1 else "within")
        if last is None:
            row.append("last=none")
        else:
            same = document.sentences[last[0]].paragraph == sentence.paragraph
            ago = index - last[0]
            ago = ago if ago < 3 else 3 if ago < 5 else 5
            row += _LAST[last[1], ago, same]
        far = 0 if paper_at < 0 else index - paper_at
        far = far if far < 3 else 3 if far <= 4 else 5 if far <= 8 else 9
        row += _PAPER[far, names, step]
        if after is None:
            row.append("next=none")
        else:
            ahead = after[0] - index
            row.append(_NEXT[after[1], 1 if ahead == 1 else 3 if ahead <= 3 else 4])
        row += _STUDIES[signs.studies, names, step]
        if index in told_by:
            row += told_by[index]
        yield row
        if item.mentions:
            last = (index, types[item.mentions[-1]])
            if "document" in [types[source] for source in item.mentions]:
                paper_at = index


@cache
def _topic_words() -> tuple[tuple[str, ...], dict[str, int]]:
    """Names of the topics, and by word the bits of those that it belongs to."""
    sections = read_sections("credscore.features", "steps.txt")
    names = (*(name for name in sections if name), "past", "present", "year")
    bits: dict[str, int] = {}
    for number, name in enumerate(names):
        for word in sections.get(name, ()):
            bits[word] = bits.get(word, 0) | 1 << number
    for tense, words in (("past", _PAST), ("present", _PRESENT)):
        for word in words:
            bits[word] = bits.get(word, 0) | 1 << names.index(tense)
    return names, bits


def _topic_bits(norms: Sequence[str]) -> list[int]:
    """What each of some words tells of the sentence that it stands in, as bits."""
    names, known = _topic_words()
    past, year = (1 << names.index(name) for name in ("past", "year"))
    return [
        known.get(norm, 0)
        | (past if norm.endswith("ed") else 0)
        | (year if len(norm) == _YEAR and norm.isdigit() else 0)
        for norm in norms
    ]


@lru_cache(maxsize=WORDS_KEPT)
def _topics_of(bits: int, where: str) -> tuple[str, ...]:
    """Names of features; once more with where the sentence stands, if that is given."""
    names, _ = _topic_words()
    topics = [name for number, name in enumerate(names) if bits >> number & 1]
    plain = [f"about={name}" for name in topics]
    return (*plain, *(f"about={name}|{where}" for name in topics if where))


def _topics(document: Document) -> list[int]:
    """What the words of each sentence are about, as bits."""
    if not document.sentences:
        return []
    firsts = [sentence.first for sentence in document.sentences]
    bits = document.vocabulary.bits(_topic_bits, normed=True)[document.numbers]
    found: list[int] = np.bitwise_or.reduceat(bits, firsts).tolist()
    return found
