"""Measuring many labelled articles, in several processes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from joblib import Parallel, delayed  # type: ignore[import-untyped]
from numpy.typing import NDArray

from credscore.document import Document
from credscore.extraction import extract
from credscore.features.claim_measures import claim_features
from credscore.features.measures import MEASURES, measure
from credscore.training.data import LabelledArticle

__all__ = ["ClaimRows", "claim_rows", "measure_articles"]

_CHUNK = 16

# Features of matched claims, and the strength that the annotator gave each.
ClaimRows = tuple[NDArray[np.float64], NDArray[np.int64]]


def measure_articles(articles: Sequence[LabelledArticle], jobs: int) -> NDArray[np.float64]:
    """Measures of each article.

    Returns
    -------
    ndarray of float64, shape (articles, measures)
        In the order of `MEASURES`; NaN where undefined.
    """
    chunks = [articles[place : place + _CHUNK] for place in range(0, len(articles), _CHUNK)]
    measured = Parallel(n_jobs=jobs)(delayed(_measure_chunk)(chunk) for chunk in chunks)
    rows = [row for chunk in measured for row in chunk]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(MEASURES))


def _measure_chunk(articles: Sequence[LabelledArticle]) -> list[list[float]]:
    rows = []
    for item in articles:
        document = Document(item.article)
        rows.append(list(measure(document, extract(document)).values()))
    return rows


def claim_rows(articles: Sequence[LabelledArticle], jobs: int) -> list[ClaimRows]:
    """Features and strengths of the annotated claims that were found, for each article."""
    chunks = [articles[place : place + _CHUNK] for place in range(0, len(articles), _CHUNK)]
    found = Parallel(n_jobs=jobs)(delayed(_claim_chunk)(chunk) for chunk in chunks)
    return [rows for chunk in found for rows in chunk]


def _claim_chunk(articles: Sequence[LabelledArticle]) -> list[ClaimRows]:
    found = []
    for item in articles:
        document = Document(item.article)
        findings = extract(document)
        matrix = claim_features(document, findings)
        kept, strengths = [], []
        for unit in item.units:
            if not unit.claim or unit.strength < 0 or not findings.claims:
                continue
            overlaps = [
                min(claim.end, unit.end) - max(claim.start, unit.start) for claim in findings.claims
            ]
            best = int(np.argmax(overlaps))
            claim = findings.claims[best]
            # Half of the shorter one: a splitter may have cut the sentence in two.
            if overlaps[best] >= 0.5 * min(unit.end - unit.start, claim.end - claim.start):
                kept.append(best)
                strengths.append(unit.strength)
        found.append((matrix[kept], np.array(strengths, dtype=np.int64)))
    return found
