"""What the claim model sees of each claim: its support, its sentence and its neighbours."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.features.hedging import find_boosters
from credscore.features.measures import DATES, FIRST_PERSON, SECOND_PERSON, described_sources
from credscore.findings import SUPPORTS, Claim, Findings, Source

__all__ = ["CLAIM_FEATURES", "claim_features"]

_PERSONS = FIRST_PERSON | SECOND_PERSON
_IDENTIFIED = frozenset(("document", "named", "organisation"))
# What tells sentences of the writer's own voice from one another; each counts there alone too.
_SENTENCE = (
    "place_ratio",
    "word_count",
    "digit_count",
    "name_ratio",
    "date_count",
    "quoted_word_ratio",
    "quotation_mark_count",
    "person_word_count",
    "booster_count",
    "hedge_count",
    "citation_count",
    "link_count",
    "question_count",
    "exclamation_count",
    "before_identified_ratio",
    "after_identified_ratio",
    "near_own_ratio",
)
_SOURCES = (
    "source_count",
    "described_source_count",
    "full_name_source_count",
    "mention_count",
    "resting_claim_count",
)
_ARTICLE = (
    "article_own_ratio",
    "article_identified_ratio",
    "article_source_count",
    "article_word_count",
    "article_person_word_rate",
)
CLAIM_FEATURES: tuple[str, ...] = (
    *(f"support_{support}" for support in SUPPORTS),
    *_SOURCES,
    *_SENTENCE,
    *_ARTICLE,
    *(f"own_{name}" for name in (*_SENTENCE, *_ARTICLE)),
)


def claim_features(document: Document, findings: Findings) -> NDArray[np.float64]:
    """Describe every claim of an article.

    Parameters
    ----------
    document : Document
        The article, cut.
    findings : Findings
        What was found in it.

    Returns
    -------
    ndarray of float64, shape (claims, len(CLAIM_FEATURES))
        One row for each claim. Names end in their unit, as those of the measures do; `support_*`
        are 0 or 1; `own_*` repeat a column where the claim is the writer's own and are 0 elsewhere.
    """
    claims = findings.claims
    if not claims:
        return np.zeros((0, len(CLAIM_FEATURES)))
    support = np.array([SUPPORTS.index(claim.support) for claim in claims])
    steps = (support[:, None] == np.arange(len(SUPPORTS))).astype(np.float64)
    own = steps[:, [SUPPORTS.index("own")]]
    sentence = np.hstack((_sentence_columns(document, findings), _neighbour_columns(claims)))
    article = np.repeat(_article_row(document, findings)[None, :], len(claims), axis=0)
    general = np.hstack((sentence, article))
    columns: NDArray[np.float64] = np.hstack(
        (steps, _source_columns(document, findings), general, own * general)
    )
    return columns


def _counts_before(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    return np.concatenate(([0], np.cumsum(flags)))


def _sentence_columns(document: Document, findings: Findings) -> NDArray[np.float64]:
    claims = findings.claims
    starts = np.asarray(document.starts)
    ends = np.asarray(document.ends)
    first = np.searchsorted(ends, [claim.start for claim in claims], side="right")
    last = np.searchsorted(starts, [claim.end for claim in claims], side="left")
    quoted = np.asarray(document.quotation_of) >= 0
    norms, words = document.norms, document.words
    flags = {
        "word": [word[0].isalnum() for word in words],
        "digit": [word[0].isdigit() for word in words],
        "name": [word[0].isupper() for word in words],
        "date": [norm in DATES for norm in norms],
        "person": [norm in _PERSONS for norm in norms],
        "question": [norm == "?" for norm in norms],
        "exclamation": [norm == "!" for norm in norms],
    }
    totals = {name: _counts_before(np.asarray(flag, dtype=bool)) for name, flag in flags.items()}
    totals["quoted"] = _counts_before(quoted & np.asarray(flags["word"], dtype=bool))
    totals["mark"] = _counts_before(np.diff(np.concatenate(([0], quoted))) == 1)
    totals["writer"] = _counts_before(~quoted & np.asarray(flags["person"], dtype=bool))
    count = {name: (total[last] - total[first]).astype(float) for name, total in totals.items()}
    length = np.maximum(count["word"], 1)
    return np.column_stack(
        (
            np.array([claim.start for claim in claims]) / max(len(document.text), 1),
            count["word"],
            count["digit"],
            count["name"] / length,
            count["date"],
            count["quoted"] / length,
            count["mark"],
            count["writer"],
            _inside(claims, [span.start for span in find_boosters(document)]),
            [len(claim.hedges) for claim in claims],
            [len(claim.citations) for claim in claims],
            _inside(claims, [link.start for link in document.article.links]),
            count["question"],
            count["exclamation"],
        )
    )


def _inside(claims: tuple[Claim, ...], places: list[int]) -> NDArray[np.float64]:
    """How many of the places lie inside each claim."""
    ordered = np.sort(np.asarray(places, dtype=np.int64))
    begin = np.searchsorted(ordered, [claim.start for claim in claims])
    end = np.searchsorted(ordered, [claim.end for claim in claims])
    return (end - begin).astype(np.float64)


def _neighbour_columns(claims: tuple[Claim, ...]) -> NDArray[np.float64]:
    identified = np.array([claim.support in _IDENTIFIED for claim in claims], dtype=float)
    own = np.array([claim.support == "own" for claim in claims], dtype=float)
    padded = np.pad(own, 2, constant_values=0.5)
    near = (padded[:-4] + padded[1:-3] + padded[3:-1] + padded[4:]) / 4
    before = np.concatenate(([0.5], identified[:-1]))
    after = np.concatenate((identified[1:], [0.5]))
    return np.column_stack((before, after, near))


def _source_columns(document: Document, findings: Findings) -> NDArray[np.float64]:
    described = described_sources(document, findings.sources)
    known: dict[str, Source] = {source.id: source for source in findings.sources}
    rows = []
    for claim in findings.claims:
        sources = [known[source] for source in claim.sources if source in known]
        rows.append(
            (
                len(sources),
                sum(source.id in described for source in sources),
                sum(len(source.name.split()) > 1 for source in sources),
                max((len(source.mentions) for source in sources), default=0),
                max((len(source.claims) for source in sources), default=0),
            )
        )
    return np.asarray(rows, dtype=np.float64)


def _article_row(document: Document, findings: Findings) -> NDArray[np.float64]:
    claims = findings.claims
    persons = sum(
        norm in _PERSONS and quotation < 0
        for norm, quotation in zip(document.norms, document.quotation_of, strict=True)
    )
    return np.array(
        (
            sum(claim.support == "own" for claim in claims) / len(claims),
            sum(claim.support in _IDENTIFIED for claim in claims) / len(claims),
            sum(source.type != "self" for source in findings.sources),
            document.word_count,
            1000 * persons / max(document.word_count, 1),
        ),
        dtype=np.float64,
    )
