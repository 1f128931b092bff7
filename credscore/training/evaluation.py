"""Judging scores on outlets that were not trained on, beside baselines that know less."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.stats import spearmanr
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline

from credscore.training.calibration import (
    calibrate_across,
    calibration_error,
    calibration_table,
    folds,
)
from credscore.training.intervals import Groups
from credscore.training.leaks import Leaks
from credscore.training.noise import bootstrap, multiplicities

__all__ = [
    "FOLDS",
    "Curve",
    "Evaluation",
    "Figures",
    "evaluate",
    "figures",
    "length_alone",
    "words_alone",
]

FOLDS = 10

# Articles in training, and the mean, lowest and highest AUC.
Curve = tuple[tuple[int, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How well scores do on outlets that were not trained on.

    Attributes
    ----------
    name : str
        What was scored with.
    auc, spearman, brier, calibration_error : float
        Rank measures against the threshold and the rating; squared and calibration error.
    """

    name: str
    auc: float
    spearman: float
    brier: float
    calibration_error: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What folds by outlet say of a model.

    Attributes
    ----------
    articles, outlets : int
        Size of the data.
    positive : float
        Share of well supported articles.
    rows : tuple of Figures
        The model, then the baselines.
    table : list of (int, float, float)
        Articles, mean score and observed rate in ten bins.
    scores : dict of str to ndarray of float64, shape (rows,)
        Of each row's name, under a map fitted on other outlets.
    ratings, row_outlets : ndarray of int64, list of str
        Label and outlet of each row.
    groups : list of tuple of float
        For groups of articles of one score, of outlets that the interval was not made from: mean
        score, low and high end, and rate. Empty for claims, which have no interval.
    leaks : Leaks or None
        How much of the score is length or outlet; None for claims.
    intervals : dict of str to tuple of float
        Where the middle nine tenths of 200 bootstrap replicates over outlets lie, for the model's
        "AUC", "Brier" and "ECE".
    curve : tuple of (int, float, float, float)
        AUC by the number of articles that it was trained on; empty where it was not asked for.
    other : tuple of (str, int, float) or None
        Another data set with labels of another kind, how many of its articles were scored by a
        model that saw none of their outlets, and the AUC.
    tried, without : tuple of Figures
        Other models on the same measures, and the model without each family of its measures; both
        empty where they were not asked for.
    """

    articles: int
    outlets: int
    positive: float
    rows: tuple[Figures, ...]
    table: list[tuple[int, float, float]]
    scores: dict[str, NDArray[np.float64]]
    ratings: NDArray[np.int64]
    row_outlets: list[str]
    groups: Groups = ()
    leaks: Leaks | None = None
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)
    curve: Curve = ()
    other: tuple[str, int, float] | None = None
    tried: tuple[Figures, ...] = ()
    without: tuple[Figures, ...] = ()

    @property
    def coverage(self) -> float:
        """Share of the groups whose rate lies in their interval."""
        return float(np.mean([low <= rate <= high for _, low, high, rate in self.groups]))

    @property
    def width(self) -> float:
        """Mean width of the groups' intervals."""
        return float(np.mean([high - low for _, low, high, _ in self.groups]))


def evaluate(
    log_odds: NDArray[np.float64],
    baselines: Mapping[str, NDArray[np.float64]],
    ratings: NDArray[np.int64],
    positive: NDArray[np.bool_],
    outlets: Sequence[str],
    seed: int,
) -> Evaluation:
    """Judge log-odds out of fold, each calibrated on other outlets first.

    Parameters
    ----------
    log_odds : ndarray of float64, shape (rows,)
        The model's.
    baselines : mapping of str to ndarray of float64, shape (rows,)
        The same by name.
    ratings : ndarray of int64, shape (rows,)
        Labels with all their steps.
    positive : ndarray of bool, shape (rows,)
        Whether a rating reaches the threshold.
    outlets : sequence of str
        The outlet of each row.
    seed : int
        Of the folds.

    Returns
    -------
    Evaluation
        The base rate is its last row.
    """
    scores = {
        name: calibrate_across(odds, positive, outlets, seed)
        for name, odds in (("credscore", log_odds), *baselines.items())
    }
    scores["base rate"] = np.full(len(positive), positive.mean())
    rows = [_figures(name, ratings, positive, known) for name, known in scores.items()]
    return Evaluation(
        len(positive),
        len(set(outlets)),
        float(positive.mean()),
        tuple(rows),
        calibration_table(positive, scores["credscore"]),
        scores,
        ratings,
        list(outlets),
        intervals=_intervals(positive, scores["credscore"], outlets, seed),
    )


def _intervals(
    positive: NDArray[np.bool_], scores: NDArray[np.float64], outlets: Sequence[str], seed: int
) -> dict[str, tuple[float, float]]:
    drawn = multiplicities(outlets, seed)

    def interval(
        measure: Callable[[NDArray[np.bool_], NDArray[np.float64]], float],
    ) -> tuple[float, float]:
        def statistic(weights: NDArray[np.int64]) -> float:
            labels = np.repeat(positive, weights)
            one_sided = labels.all() or not labels.any()
            return float("nan") if one_sided else measure(labels, np.repeat(scores, weights))

        return bootstrap(statistic, drawn).interval

    return {
        "AUC": interval(lambda labels, found: float(roc_auc_score(labels, found))),
        "Brier": interval(lambda labels, found: float(np.mean((found - labels) ** 2))),
        "ECE": interval(calibration_error),
    }


def figures(
    name: str,
    log_odds: NDArray[np.float64],
    ratings: NDArray[np.int64],
    positive: NDArray[np.bool_],
    outlets: Sequence[str],
    seed: int,
) -> Figures:
    """How well log-odds out of fold do, calibrated on other outlets first; see `evaluate`."""
    scores = calibrate_across(log_odds, positive, outlets, seed)
    return _figures(name, ratings, positive, scores)


def length_alone(
    words: NDArray[np.float64], positive: NDArray[np.bool_], outlets: Sequence[str], seed: int
) -> NDArray[np.float64]:
    """Log-odds out of fold by the logarithm of the number of words, shape (rows,)."""
    design = np.log1p(words)[:, None]
    found = np.zeros(len(words))
    for train, test in folds(positive, outlets, FOLDS, seed):
        model = LogisticRegression().fit(design[train], positive[train])
        found[test] = model.decision_function(design[test])
    return found


def words_alone(
    texts: Sequence[str], positive: NDArray[np.bool_], outlets: Sequence[str], seed: int
) -> NDArray[np.float64]:
    """Log-odds out of fold by the words themselves, as TF-IDF, shape (rows,)."""
    found = np.zeros(len(texts))
    for train, test in folds(positive, outlets, FOLDS, seed):
        model = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
            LogisticRegression(C=10.0, max_iter=1000),
        )
        model.fit([texts[row] for row in train], positive[train])
        found[test] = model.decision_function([texts[row] for row in test])
    return found


def _figures(
    name: str,
    ratings: NDArray[np.int64],
    positive: NDArray[np.bool_],
    scores: NDArray[np.float64],
) -> Figures:
    constant = float(np.ptp(scores)) == 0
    return Figures(
        name,
        float(roc_auc_score(positive, scores)),
        # A constant has no ranks.
        0.0 if constant else float(spearmanr(scores, ratings).statistic),
        float(np.mean((scores - positive) ** 2)),
        calibration_error(positive, scores),
    )
