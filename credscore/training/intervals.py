"""The interval of a score: how it is made, and how often it holds on other outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from credscore.additive import IntervalTable
from credscore.training.calibration import apply, calibrate, folds

__all__ = [
    "DRAWS",
    "GROUP_SIZE",
    "LEVEL",
    "SPLITS",
    "Groups",
    "covered_groups",
    "effective_number",
    "interval_table",
]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Groups = tuple[tuple[float, float, float, float], ...]

LEVEL = 0.90
# The interval is of the rate among this many articles of one score.
GROUP_SIZE = 30
_GRID = np.linspace(0.0, 1.0, 41)
_WORDS = np.array([60.0, 120.0, 250.0, 500.0, 1000.0, 2000.0])
# How far articles of other scores, and of other lengths in powers of e, tell of an article.
_BANDWIDTH, _LENGTH_BANDWIDTH = 0.08, 0.6
# Articles that the score itself counts for beside those of like score and length.
_PRIOR = 10.0
_EDGE = 0.03
# Folds over outlets by which the width is set and the coverage judged, and how often.
_FOLDS, _REPEATS = 5, 8
# Splits on which the coverage is judged, for each of so many draws of the log-odds out of fold: one
# draw tells little where a few large outlets gave most articles.
SPLITS, DRAWS = 6, 4


def interval_table(
    log_odds: Floats,
    positive: Flags,
    words: Floats,
    groups: Sequence[str],
    seed: int,
) -> IntervalTable:
    """Interval by score and length, as wide as other outlets ask for.

    Its middle is the rate among articles of like score and length, drawn to the score where they
    are few. Its form is that of the chance of a group of `GROUP_SIZE` articles and of what is
    unsure in the rate, so it is wider where fewer articles of like score and length were seen. Its
    width is set as in cross-conformal prediction, with outlets as what is exchangeable: tables
    made from four fifths of the outlets meet groups of articles of the other fifth, and the factor
    is the one at which the rates of `LEVEL` of them lie inside.
    Whatever outlets differ in beyond chance is in those rates.

    Vovk, Cross-conformal predictors, 2015.

    Dunn, Wasserman, Ramdas, Distribution-free prediction sets for two-layer hierarchical models,
    2023.

    Parameters
    ----------
    log_odds : ndarray of float64, shape (rows,)
        Out of fold.
    positive : ndarray of bool, shape (rows,)
        Labels.
    words : ndarray of float64, shape (rows,)
        Length of each article.
    groups : sequence of str
        The outlet of each row.
    seed : int
        Of the folds.

    Returns
    -------
    IntervalTable
        On a grid of scores from 0 to 1, for six lengths.
    """
    strains: list[float] = []
    for repeat in range(_REPEATS):
        met = _met(log_odds, positive, words, groups, seed + repeat, _plain)
        for size, _, rate, low, high in met:
            strain = abs(2 * rate - low - high) / (high - low)
            # A larger group strays less by chance.
            strains.append(strain * (size / GROUP_SIZE) ** 0.5)
    # The conformal quantile counts what is to come as one more: a group of articles of outlets that
    # were not seen.
    share = min(LEVEL * (1 + 1 / effective_number(groups)), 1.0)
    factor = float(np.quantile(strains, share))
    scores = apply(calibrate(log_odds, positive), log_odds)
    table = _table(scores, positive, words, factor)
    under = np.minimum(table.low.clip(0.0, 1.0), _GRID)
    over = np.maximum(table.high.clip(0.0, 1.0), _GRID)
    return IntervalTable(LEVEL, _GRID, _WORDS, under, over)


def effective_number(groups: Sequence[str]) -> float:
    """How many groups of `GROUP_SIZE` articles, of other outlets each, the articles tell of.

    As many as there are outlets, by Kish's effective sample size, but no more than the articles
    fill: of small outlets it takes several to make a group. An outlet weighs by the root of its
    articles, as if they strayed from each other by chance: were they to stray all the same way,
    the width of a model with few outlets would hang on its very widest strains (and cover 97 of 100
    groups, where 90 are meant).

    Parameters
    ----------
    groups : sequence of str
        The outlet of each article.
    """
    weights = np.sqrt(list(Counter(groups).values()))
    return min(float(weights.sum() ** 2 / (weights**2).sum()), len(groups) / GROUP_SIZE)


def _plain(
    log_odds: Floats, positive: Flags, words: Floats, _groups: Sequence[str]
) -> IntervalTable:
    """One standard deviation on either side, for log-odds that are not yet calibrated."""
    return _table(apply(calibrate(log_odds, positive), log_odds), positive, words, 1.0)


def _table(scores: Floats, positive: Flags, words: Floats, factor: float) -> IntervalTable:
    """The interval with `factor` standard deviations on either side, not clipped."""
    near_score = ((_GRID[:, None] - scores) / _BANDWIDTH) ** 2
    lengths = np.log(np.maximum(words, 1.0))
    near_length = ((np.log(_WORDS)[:, None] - lengths) / _LENGTH_BANDWIDTH) ** 2
    near = np.exp(-0.5 * (near_length[:, None, :] + near_score))
    count = near.sum(axis=2) + _PRIOR
    middle = (near @ positive.astype(np.float64) + _PRIOR * _GRID) / count
    # At the ends a rate of 0 or 1 was seen among few.
    spread = np.maximum(middle * (1 - middle), _EDGE)
    half = factor * np.sqrt(spread * (1 / GROUP_SIZE + 1 / count))
    return IntervalTable(LEVEL, _GRID, _WORDS, middle - half, middle + half)


def _grouped(
    scores: Floats, positive: Flags, low: Floats, high: Floats
) -> list[tuple[int, float, float, float, float]]:
    """For groups of articles of one score: number, mean score, rate, mean low and high end."""
    order = np.argsort(scores, kind="stable")
    return [
        (
            len(part),
            float(scores[part].mean()),
            float(positive[part].mean()),
            float(low[part].mean()),
            float(high[part].mean()),
        )
        for part in np.array_split(order, max(len(scores) // GROUP_SIZE, 1))
    ]


def _met(
    log_odds: Floats,
    positive: Flags,
    words: Floats,
    groups: Sequence[str],
    seed: int,
    make: Callable[[Floats, Flags, Floats, Sequence[str]], IntervalTable],
) -> Iterator[tuple[int, float, float, float, float]]:
    """Groups of articles of outlets of which neither the map nor the table saw any.

    Yields
    ------
    tuple of int and float
        See `_grouped`; the groups of each fold on their own.
    """
    for train, test in folds(positive, groups, _FOLDS, seed):
        kept = [groups[row] for row in train]
        table = make(log_odds[train], positive[train], words[train], kept)
        scores = apply(calibrate(log_odds[train], positive[train]), log_odds[test])
        low, high = table.ends(scores, words[test])
        yield from _grouped(scores, positive[test], low, high)


def covered_groups(
    log_odds: Floats,
    positive: Flags,
    words: Floats,
    groups: Sequence[str],
    seed: int,
    repeats: int = SPLITS,
) -> Groups:
    """How the interval does on outlets that it was not made from.

    Outlets are split in folds. The articles of each get their score and interval from a
    calibration and a table made from the other folds, and are cut by score into groups of about
    `GROUP_SIZE`, whose rate lies in their mean interval or not.

    Returns
    -------
    tuple of tuple of float
        For each group its mean score, the low and high end of its interval, and its rate.
    """
    make = partial(interval_table, seed=seed)
    return tuple(
        (score, low, high, rate)
        for repeat in range(repeats)
        # Other splits than those by which the width was set.
        for _, score, rate, low, high in _met(
            log_odds, positive, words, groups, seed + 100 + repeat, make
        )
    )
