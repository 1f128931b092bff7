"""Measuring many labelled articles, in several processes."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from joblib import Parallel, delayed
from numpy.typing import NDArray

from credscore.article import Article
from credscore.checks import refuse
from credscore.document import Document
from credscore.errors import ArticleError
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
        In the order of `MEASURES`; NaN where undefined, and all NaN for an article that would be
        refused: no score is asked of a model there.
    """
    new = [item for item in articles if item.article not in _MEASURED]
    chunks = [new[place : place + _CHUNK] for place in range(0, len(new), _CHUNK)]
    measured = Parallel(n_jobs=jobs)(delayed(_measure_chunk)(chunk) for chunk in chunks)
    rows = [row for chunk in measured for row in chunk]
    _MEASURED.update(zip((item.article for item in new), rows, strict=True))
    found = [_MEASURED[item.article] for item in articles]
    return np.array(found, dtype=np.float64).reshape(len(found), len(MEASURES))


# Each model is judged on the other's articles too: one run measures an article once.
_MEASURED: dict[Article, list[float]] = {}


def _measure_chunk(articles: Sequence[LabelledArticle]) -> list[list[float]]:
    rows = []
    for item in articles:
        document = Document(item.article)
        try:
            refuse(document)
        except ArticleError:
            rows.append([math.nan] * len(MEASURES))
        else:
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
        matrix = claim_features(document, findings, measure(document, findings))
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
