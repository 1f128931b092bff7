"""Measures of agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

__all__ = [
    "Pair",
    "area_under_curve",
    "by_class",
    "f1",
    "macro_f1",
    "pairs",
    "rank_correlation",
]

Floats = NDArray[np.float64]
Pair = tuple[int, int]

# A class with fewer annotated cases says more of chance than of the library.
_FEWEST = 8


def f1(hits: float, found: float, gold: float) -> float:
    """F1 from counts; 0 where nothing was found or nothing was to be found.

    Examples
    --------
    >>> f1(2, 4, 2), f1(0, 0, 3)
    (0.6666666666666666, 0.0)
    """
    return 2 * hits / (found + gold) if hits else 0.0


def macro_f1(confusion: Mapping[tuple[str, str], int], classes: Sequence[str]) -> float:
    """Mean F1 of the classes with eight cases or more; keys are (annotated, found)."""
    scores = by_class(confusion, classes)
    return float(np.mean(list(scores.values()))) if scores else float("nan")


def by_class(confusion: Mapping[tuple[str, str], int], classes: Sequence[str]) -> dict[str, float]:
    """F1 of each class with eight cases or more."""
    scores = {}
    for name in classes:
        gold = sum(count for (true, _), count in confusion.items() if true == name)
        found = sum(count for (_, given), count in confusion.items() if given == name)
        if gold >= _FEWEST:
            scores[name] = f1(confusion.get((name, name), 0), found, gold)
    return scores


def area_under_curve(positive: NDArray[np.bool_], scores: Floats) -> float:
    """Chance that a positive scores above a negative, ties half; NaN where one side is empty."""
    above = int(positive.sum())
    below = len(positive) - above
    if not above or not below:
        return float("nan")
    ranks = rankdata(scores)
    return float((ranks[positive].sum() - above * (above + 1) / 2) / (above * below))


def rank_correlation(one: Floats, other: Floats) -> float:
    """Spearman's, ties by mean rank; NaN for a constant."""
    if len(one) < 3 or np.ptp(one) == 0 or np.ptp(other) == 0:
        return float("nan")
    return float(np.corrcoef(rankdata(one), rankdata(other))[0, 1])


def pairs(found: Sequence[Pair], gold: Sequence[Pair], least: float = 0.5) -> list[Pair]:
    """Numbers of the spans that pair one to one, the best intersection over union first."""
    candidates = []
    for number, (start, end) in enumerate(found):
        for other, (begin, stop) in enumerate(gold):
            shared = min(end, stop) - max(start, begin)
            if shared > 0 and shared / (max(end, stop) - min(start, begin)) >= least:
                overlap = shared / (max(end, stop) - min(start, begin))
                candidates.append((overlap, number, other))
    used: tuple[set[int], set[int]] = (set(), set())
    matched = []
    for _, number, other in sorted(candidates, reverse=True):
        if number not in used[0] and other not in used[1]:
            used[0].add(number)
            used[1].add(other)
            matched.append((number, other))
    return matched
