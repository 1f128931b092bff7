"""From log-odds out of fold to a calibrated score, and how good it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit
from sklearn.model_selection import StratifiedGroupKFold

from credscore.report import Calibration

__all__ = [
    "apply",
    "calibrate",
    "calibrate_across",
    "calibration_error",
    "calibration_table",
    "folds",
]

Floats = NDArray[np.float64]
_Splits = tuple[tuple[NDArray[np.int64], NDArray[np.int64]], ...]


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
    yield from _split(positive.tobytes(), tuple(groups), max(count, 2), seed)


@lru_cache(maxsize=512)
def _split(labels: bytes, groups: tuple[str, ...], count: int, seed: int) -> _Splits:
    """The splits, kept: intervals over several draws ask for the same ones again and again."""
    positive = np.frombuffer(labels, np.bool_)
    splitter = StratifiedGroupKFold(count, shuffle=True, random_state=seed)
    return tuple(splitter.split(np.zeros((len(positive), 1)), positive, np.asarray(groups)))


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
        scores[test] = apply(calibrate(log_odds[train], positive[train]), log_odds[test])
    return scores


def apply(calibration: Calibration, log_odds: Floats) -> Floats:
    """Scores of many log-odds at once, of the same shape."""
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
