"""From log-odds out of fold to a calibrated score and its interval, and how good both are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from sklearn.model_selection import StratifiedGroupKFold

from credscore.models import IntervalTable
from credscore.report import Calibration

__all__ = [
    "GROUP_SIZE",
    "LEVEL",
    "calibrate",
    "calibrate_across",
    "calibration_error",
    "calibration_table",
    "coverage",
    "folds",
    "interval_table",
]

Floats = NDArray[np.float64]

LEVEL = 0.90
# The interval is of the rate among this many articles of one score.
GROUP_SIZE = 30
_REPLICATES = 200
_DRAWS = 20
_GRID = np.linspace(0.0, 1.0, 41)
_BANDWIDTH = 0.08
# Articles that the parametric curve counts for beside those of nearby scores.
_PRIOR = 10.0


def folds(
    positive: NDArray[np.bool_], groups: Sequence[str], count: int, seed: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Split rows so that no group is on both sides; fewer folds where there are few groups.

    Yields
    ------
    tuple of ndarray
        Rows to train on, rows to test on.
    """
    count = min(count, len(set(groups)), int(positive.sum()), int((~positive).sum()))
    splitter = StratifiedGroupKFold(max(count, 2), shuffle=True, random_state=seed)
    yield from splitter.split(np.zeros((len(positive), 1)), positive, np.asarray(groups))


def calibrate(
    log_odds: Floats, positive: NDArray[np.bool_], weights: Floats | None = None
) -> Calibration:
    """Fit Platt's map by Newton's method, with his correction of the targets.

    Platt, Probabilistic Outputs for Support Vector Machines, 1999.

    Parameters
    ----------
    log_odds : ndarray of float64, shape (rows,)
        Out of fold.
    positive : ndarray of bool, shape (rows,)
        Labels.
    weights : ndarray of float64, shape (rows,), optional
        How often each row counts.

    Returns
    -------
    Calibration
        Its slope is never negative.
    """
    weight = np.ones(len(positive)) if weights is None else weights
    above, below = float(weight[positive].sum()), float(weight[~positive].sum())
    target = np.where(positive, (above + 1) / (above + 2), 1 / (below + 2))
    design = np.column_stack((log_odds, np.ones(len(log_odds))))
    solution = np.array([1.0, 0.0])
    ridge = np.diag((1e-3, 1e-6))
    for _ in range(50):
        chance = expit(design @ solution)
        gradient = design.T @ (weight * (chance - target)) + ridge @ (solution - (1.0, 0.0))
        curvature = (design * (weight * chance * (1 - chance))[:, None]).T @ design + ridge
        step = np.linalg.solve(curvature, gradient)
        # Longer steps overshoot where the labels are nearly separated.
        solution = solution - step / max(1.0, float(np.abs(step).max()))
        if np.abs(step).max() < 1e-10:
            break
    return Calibration(max(float(solution[0]), 0.0), float(solution[1]))


def calibrate_across(
    log_odds: Floats, positive: NDArray[np.bool_], groups: Sequence[str], seed: int
) -> Floats:
    """Scores of each row under a map fitted on other groups, shape (rows,)."""
    scores = np.zeros(len(log_odds))
    for train, test in folds(positive, groups, 10, seed):
        scores[test] = _apply(calibrate(log_odds[train], positive[train]), log_odds[test])
    return scores


def _apply(calibration: Calibration, log_odds: Floats) -> Floats:
    mapped: Floats = expit(calibration.slope * log_odds + calibration.intercept)
    return mapped


def calibration_error(positive: NDArray[np.bool_], scores: Floats, bins: int = 10) -> float:
    """Expected calibration error over bins of equal count; one score for all is one bin."""
    if np.ptp(scores) == 0:
        return float(abs(positive.mean() - scores[0]))
    parts = np.array_split(np.argsort(scores, kind="stable"), bins)
    gaps = [len(p) * abs(positive[p].mean() - scores[p].mean()) for p in parts if len(p)]
    return float(sum(gaps) / len(scores))


def calibration_table(
    positive: NDArray[np.bool_], scores: Floats, bins: int = 10
) -> list[tuple[int, float, float]]:
    """For bins of equal count: articles, mean score, rate of well supported ones."""
    parts = np.array_split(np.argsort(scores, kind="stable"), bins)
    return [
        (len(part), float(scores[part].mean()), float(positive[part].mean()))
        for part in parts
        if len(part)
    ]


def interval_table(
    log_odds: Floats, positive: NDArray[np.bool_], groups: Sequence[str], seed: int
) -> IntervalTable:
    """Interval by score, from a bootstrap over outlets.

    Each replicate draws outlets anew, fits the calibration again, lets the rate of articles of
    nearby scores correct it, and draws the rate among `GROUP_SIZE` articles. The interval holds the
    middle `LEVEL` of these rates: it covers what is unsure in the map and the chance of a group.

    Parameters
    ----------
    log_odds : ndarray of float64, shape (rows,)
        Out of fold.
    positive : ndarray of bool, shape (rows,)
        Labels.
    groups : sequence of str
        The outlet of each row.
    seed : int
        Of the random draws.

    Returns
    -------
    IntervalTable
        On a grid of scores from 0 to 1.
    """
    random = np.random.default_rng(seed)
    names, index = np.unique(np.asarray(groups), return_inverse=True)
    shown = calibrate(log_odds, positive)
    scores = _apply(shown, log_odds)
    near = np.exp(-0.5 * ((_GRID[:, None] - scores) / _BANDWIDTH) ** 2)
    inner = _GRID.clip(0.005, 0.995)
    slope = max(shown.slope, 1e-6)
    grid_odds = (np.log(inner / (1 - inner)) - shown.intercept) / slope
    rates = []
    for _ in range(_REPLICATES):
        draws = random.multinomial(len(names), np.full(len(names), 1 / len(names)))
        weights = draws[index].astype(np.float64)
        if not 0 < weights @ positive < weights.sum():
            continue
        curve = _apply(calibrate(log_odds, positive, weights), grid_odds)
        counted = near * weights
        local = (counted @ positive + _PRIOR * curve) / (counted.sum(axis=1) + _PRIOR)
        rates.append(random.binomial(GROUP_SIZE, local, (_DRAWS, len(_GRID))) / GROUP_SIZE)
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(np.concatenate(rates), (tail, 1 - tail), axis=0)
    return IntervalTable(LEVEL, _GRID, np.minimum(low, _GRID), np.maximum(high, _GRID))


def coverage(
    log_odds: Floats,
    positive: NDArray[np.bool_],
    groups: Sequence[str],
    seed: int,
    repeats: int = 10,
) -> tuple[float, float]:
    """How often the interval holds, on outlets that it was not made from.

    Outlets are split in halves; the table is made from one, and the other is cut by score into
    groups of about `GROUP_SIZE` articles, whose rate lies in their mean interval or not.

    Returns
    -------
    tuple of float
        Share of the groups covered, and mean width of the intervals.
    """
    held: list[bool] = []
    widths: list[float] = []
    for repeat in range(repeats):
        for train, test in folds(positive, groups, 2, seed + repeat):
            kept = [groups[row] for row in train]
            table = interval_table(log_odds[train], positive[train], kept, seed)
            scores = _apply(calibrate(log_odds[train], positive[train]), log_odds[test])
            bounds = np.array([table(score) for score in scores.tolist()])
            order = np.argsort(scores, kind="stable")
            for part in np.array_split(order, max(len(test) // GROUP_SIZE, 1)):
                low, high = bounds[part].mean(axis=0)
                held.append(bool(low <= positive[test][part].mean() <= high))
            widths.append(float((bounds[:, 1] - bounds[:, 0]).mean()))
    return float(np.mean(held)), float(np.mean(widths))
