"""What the claim model sees of each claim: its support, its sentence, its neighbours, its article.

Everything is counted over the whole article at once: each token gets a row of flags, and a claim's
counts are differences of their running sums.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain, repeat

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document, Sentence
from credscore.features.evidence import backing
from credscore.features.voice import DATES
from credscore.findings import SOURCE_TYPES, SUPPORTS, Claim, Findings, Source, SourceType
from credscore.lexicons import read_sections

__all__ = ["CLAIM_FEATURES", "claim_features"]

Floats = NDArray[np.float64]
# Blocks of columns, one row for each claim.
Columns = tuple[Floats | NDArray[np.int64], ...]

_IDENTIFIED = ("document", "named", "organisation")
_UNIDENTIFIED = ("unnamed", "anonymous", "vague")
# One row for each support, of flags: which it is, and of what kind.
_STEPS = np.eye(len(SUPPORTS))
_OWN, _KNOWN, _UNKNOWN = (
    np.array([float(support in kind) for support in SUPPORTS])
    for kind in (("own",), _IDENTIFIED, _UNIDENTIFIED)
)
_LEXICON = ("nobody", "group", "record", "they", "person", "present")
_REPORTING = frozenset(
    ("added", "announced", "confirmed", "explained", "reported", "said", "says", "stated", "told")
)
_QUANTIFIERS = frozenset(("%", "percent", "percentage", "compared", "versus"))
_PUNCTUATION = frozenset((":", ";", "—", "–", "--"))
_TYPES: tuple[SourceType, ...] = ("person", "organisation", "unnamed", "anonymous")
# A source carries an article on which more than this share of its claims rests.
_MOST = 0.6
_BLOCK = 64
_NEAR, _WIDE = 2, 5
# Of the last features of the place what they are where there is no such claim.
_ALONE = np.array([[0.5], [0.5], [0.0], [0.5]])

_SOURCES = (
    *(f"{kind}_source_count" for kind in _TYPES),
    "full_name_source_count",
    "source_mention_count",
    "source_claim_count",
    "source_word_count",
    "main_source_ratio",
    "mention_count",
    "attributed_ratio",
    "direct_quotation_count",
    "mixed_quotation_count",
)
_SENTENCE = (
    "name_ratio",
    "name_count",
    "quoted_word_ratio",
    "digit_count",
    "date_count",
    "quantifier_count",
    "reporting_verb_count",
    "comma_count",
    "colon_count",
    *(f"{section}_word_count" for section in _LEXICON),
    "hedge_count",
)
_PLACE = (
    "claims_before_count",
    "claims_after_count",
    "paragraph_sentence_count",
    "paragraph_place_count",
    "after_identified_ratio",
    "near_own_ratio",
    "near_unidentified_ratio",
    "near_identified_ratio",
)
_ARTICLE = (
    "article_own_ratio",
    "article_identified_ratio",
    "article_unidentified_ratio",
    "article_unidentified_source_count",
)
# Measures of the whole article; each stands in the claim's row under "article_".
_MEASURES = (
    "question_ratio",
    "past_tense_ratio",
    "quotation_rate",
    "reporting_verb_rate",
    "intensifier_rate",
    "evaluation_rate",
    "figure_rate",
    "date_rate",
    "first_person_rate",
    "word_count",
)
CLAIM_FEATURES: tuple[str, ...] = (
    *(f"support_{support}" for support in SUPPORTS),
    *_SOURCES,
    *_SENTENCE,
    *_PLACE,
    *_ARTICLE,
    *(f"article_{name}" for name in _MEASURES),
)


def claim_features(document: Document, findings: Findings, measures: Mapping[str, float]) -> Floats:
    """Describe every claim of an article.

    Parameters
    ----------
    document : Document
        The article, cut.
    findings : Findings
        What was found in it.
    measures : mapping of str to float
        The article's measures.

    Returns
    -------
    ndarray of float64, shape (claims, len(CLAIM_FEATURES))
        One row for each claim. Names end in their unit, as those of the measures do; `support_*`
        are 0 or 1; `article_*` are the same for all claims of an article.
    """
    claims = findings.claims
    if not claims:
        return np.zeros((0, len(CLAIM_FEATURES)))
    support = np.array([SUPPORTS.index(claim.support) for claim in claims])
    steps = _STEPS[support]
    own, identified, unidentified = (flags[support] for flags in (_OWN, _KNOWN, _UNKNOWN))
    starts = np.array([claim.start for claim in claims])
    ends = np.array([claim.end for claim in claims])
    ranges = [document.token_ranges[claim.start, claim.end] for claim in claims]
    sentences = [document.sentences[document.sentence_of[first]] for first, _ in ranges]
    # One stack of all columns, for stacks of stacks cost more than what is in them.
    found: Floats = np.concatenate(
        (
            steps,
            *_source_columns(document, findings, starts, ends),
            *_sentence_columns(document, claims, _table(ranges)),
            *_place_columns(document, sentences, own, identified, unidentified),
            *_article_columns(findings, measures, own, identified, unidentified),
        ),
        axis=1,
    )
    return found


def _flags(words: Sequence[str]) -> list[int]:
    """The flags of each of some words, as bits."""
    found = []
    lexical = map(_lexicon().get, map(str.lower, words), repeat(0))
    for word, bits in zip(words, lexical, strict=True):
        head = word[0]
        if head.isalnum():
            bits |= _WORD
            if head.isupper():
                bits |= _CAPITAL
            elif head.isdigit():
                bits |= _FIGURE
        elif head.isupper():
            bits |= _CAPITAL
        found.append(bits)
    return found


@cache
def _lexicon() -> dict[str, int]:
    """The lexical flags of each word that has any, as bits."""
    sections = read_sections("credscore.features", "claim_words.txt")
    flags: dict[str, int] = {}
    groups = (DATES, _QUANTIFIERS, _REPORTING, (",",), _PUNCTUATION)
    for bit, words in enumerate((*groups, *(sections[name] for name in _LEXICON))):
        for word in words:
            flags[word] = flags.get(word, 0) | 1 << bit + _LEXICAL
    return flags


# Bits: a word, a capital, a word inside a quotation, a figure, and then those of the lexicon.
_WORD, _CAPITAL, _QUOTED_WORD, _FIGURE = (1 << bit for bit in range(4))
_LEXICAL = 4
_BITS = np.arange(_LEXICAL + 5 + len(_LEXICON), dtype=np.int32)
_SPOKEN = ~(1 << _LEXICAL + 2)


def _sentence_columns(
    document: Document, claims: tuple[Claim, ...], ranges: NDArray[np.int64]
) -> Columns:
    # No sum begins behind the last token.
    bits = np.zeros(len(document) + 1, dtype=np.int32)
    bits[:-1] = document.vocabulary.bits(_flags).take(document.numbers)
    # What a source says is no reporting of the writer's.
    said = document.quoted.nonzero()[0]
    spoken = bits[said]
    bits[said] = spoken & _SPOKEN | (spoken & _WORD) * _QUOTED_WORD
    counts = np.empty((len(claims), len(_BITS)), dtype=np.int64)
    for begin in range(0, len(claims), _BLOCK):
        block = slice(begin, begin + _BLOCK)
        # Claims lie one after the other.
        edges = ranges[block].ravel()
        low, high = edges[0], edges[-1]
        # Bit by bit, so that what is added up lies side by side; every second sum is of what stands
        # between two claims.
        flags = bits[low : high + 1] >> _BITS[:, None] & 1
        counts[block] = np.add.reduceat(flags, edges - low, axis=1, dtype=np.int32)[:, ::2].T
    length = np.maximum(counts[:, 0], 1)
    opens = bits[ranges[:, 0]] >> 1 & 1
    return (
        (counts[:, 1] / length)[:, None],
        # A sentence begins with a capital, name or not.
        (counts[:, 1] - opens)[:, None],
        (counts[:, 2] / length)[:, None],
        counts[:, 3:],
        np.array([len(claim.hedges) for claim in claims])[:, None],
    )


def _source_columns(
    document: Document,
    findings: Findings,
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
) -> Columns:
    claims = findings.claims
    most = _MOST * len(claims)
    known = {source.id: _source_row(document, source, most) for source in findings.sources}
    rows = []
    for claim in claims:
        found = [known[source] for source in claim.sources if source in known]
        if len(found) < 2:
            rows.append(found[0] if found else _NO_SOURCE)
            continue
        columns = list(zip(*found, strict=True))
        counts = [sum(column) for column in columns[: len(_TYPES) + 1]]
        mentioned, resting, words, carries = columns[len(_TYPES) + 1 :]
        # The first source is the one that carries the claim.
        rows.append([*counts, max(mentioned), max(resting), words[0], carries[0]])
    mentions = np.array(
        sorted(
            [
                mention.start
                for source in findings.sources
                if source.type != "self"
                for mention in source.mentions
            ]
        )
    )
    inside = mentions.searchsorted(ends) - mentions.searchsorted(starts)
    return _table(rows), inside[:, None], *_attributed(findings, starts, ends)


_NO_SOURCE = [0] * (len(_TYPES) + 5)
_TYPE_FLAGS = {type_: [int(type_ == kind) for kind in _TYPES] for type_ in SOURCE_TYPES}


def _source_row(document: Document, source: Source, most: float) -> list[int]:
    """Flags of its type and of a full name; its mentions, claims and words; whether it is main."""
    # The words of the longest mention say how closely a source is described.
    words = [len(document.text[start:end].split()) for start, end in source.mentions]
    return [
        *_TYPE_FLAGS[source.type],
        int(" " in source.name),
        len(source.mentions),
        len(source.claims),
        max(words, default=0),
        int(len(source.claims) > most),
    ]


def _attributed(findings: Findings, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Columns:
    """Attributed share of each claim; attributions that quote it as a whole, and in part."""
    parts = [
        (part.start, part.end, found.kind == "direct", found.kind == "mixed")
        for found in findings.attributions
        for part in found.content
    ]
    if not parts:
        return (np.zeros((len(starts), 3)),)
    table = _table(sorted(parts))
    begins, reached = table[:, 0], np.maximum.accumulate(table[:, 1])
    share = np.zeros((len(starts), 1))
    touched = np.zeros((len(starts), 2), dtype=table.dtype)
    # Claims lie one after the other, so a block of them is near few of the parts.
    for first in range(0, len(starts), _BLOCK):
        block = slice(first, first + _BLOCK)
        start, stop = starts[block, None], ends[block, None]
        near = table[reached.searchsorted(start[0, 0], "right") : begins.searchsorted(stop[-1, 0])]
        overlap = np.minimum(near[:, 1], stop) - np.maximum(near[:, 0], start)
        shared = np.maximum(overlap, 0).sum(axis=1, keepdims=True) / np.maximum(stop - start, 1)
        np.minimum(shared, 1.0, out=share[block])
        touched[block] = (overlap > 0) @ near[:, 2:]
    return share, touched


def _near(flags: Floats, reach: int) -> Floats:
    """Mean of each row's flags of the claims at most `reach` away, the claim itself left out.

    There are two claims or more.
    """
    rows, count = flags.shape
    totals = np.zeros((rows, count + 1))
    np.cumsum(flags, axis=1, out=totals[:, 1:])
    place = np.arange(count)
    first, last = np.maximum(place - reach, 0), np.minimum(place + reach + 1, count)
    near: Floats = (totals[:, last] - totals[:, first] - flags) / (last - first - 1)
    return near


def _place_columns(
    document: Document,
    sentences: Sequence[Sentence],
    own: Floats,
    identified: Floats,
    unidentified: Floats,
) -> Columns:
    count = len(sentences)
    paragraphs = [document.paragraphs[sentence.paragraph] for sentence in sentences]
    places = [
        (place, count - place, last - first, sentence.index - first)
        for place, (sentence, (first, last)) in enumerate(zip(sentences, paragraphs, strict=True))
    ]
    # The next claim, and those about each.
    near = np.empty((4, count))
    near[:] = _ALONE
    if count > 1:
        near[0, :-1] = identified[1:]
        near[1:3] = _near(np.array((own, unidentified)), _NEAR)
        near[3] = _near(identified[None], _WIDE)
    return _table(places), near.T


def _table(rows: Sequence[Sequence[int]]) -> NDArray[np.int64]:
    """Rows of small numbers as one array, twice as fast as `numpy.array` makes it."""
    flat = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
    return flat.reshape(len(rows), -1)


def _article_columns(
    findings: Findings,
    measures: Mapping[str, float],
    own: Floats,
    identified: Floats,
    unidentified: Floats,
) -> Columns:
    """The same for all claims."""
    count = len(own)
    hidden = sum(backing(source) in {"unnamed", "anonymous"} for source in findings.sources)
    row = [
        *(flags.sum() / count for flags in (own, identified, unidentified)),
        hidden,
        *(measures[name] for name in _MEASURES),
    ]
    return (np.array([row]).repeat(count, axis=0),)
