"""What an article model is worth: other models on the same measures, and itself with fewer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from credscore.features.advice import FAMILIES, advice_table
from credscore.training.calibration import folds

__all__ = ["kept_without", "rivals"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_EDGE = 1e-3


def _logistic(design: Floats, positive: Flags, unseen: Floats) -> Floats:
    model = make_pipeline(
        SimpleImputer(keep_empty_features=True),
        StandardScaler(),
        LogisticRegression(C=0.03, max_iter=1000),
    )
    odds: Floats = model.fit(design, positive).decision_function(unseen)
    return odds


def _boosted(design: Floats, positive: Flags, unseen: Floats) -> Floats:
    trees = HistGradientBoostingClassifier(
        max_iter=150, learning_rate=0.05, max_leaf_nodes=8, l2_regularization=5.0, random_state=0
    )
    # Filled in, for the trees can't do with a measure that is undefined for all.
    model = make_pipeline(SimpleImputer(strategy="median", keep_empty_features=True), trees)
    odds: Floats = model.fit(design, positive).decision_function(unseen)
    return odds


def _forest(design: Floats, positive: Flags, unseen: Floats) -> Floats:
    trees = RandomForestClassifier(200, min_samples_leaf=5, random_state=0)
    model = make_pipeline(SimpleImputer(strategy="median", keep_empty_features=True), trees)
    chance = model.fit(design, positive).predict_proba(unseen)[:, 1].clip(_EDGE, 1 - _EDGE)
    odds: Floats = np.log(chance / (1 - chance))
    return odds


_RIVALS: Mapping[str, Callable[[Floats, Flags, Floats], Floats]] = {
    "logistic regression": _logistic,
    "gradient boosting": _boosted,
    "random forest": _forest,
}


def rivals(
    matrix: Floats, positive: Flags, outlets: Sequence[str], count: int, seed: int
) -> dict[str, Floats]:
    """Log-odds out of fold of models that are no scorecard, on the same measures.

    Parameters
    ----------
    matrix : ndarray of float64, shape (rows, measures)
        NaN where undefined.
    positive : ndarray of bool, shape (rows,)
        Labels.
    outlets : sequence of str
        The outlet of each row.
    count : int
        Folds.
    seed : int
        Of the folds.

    Returns
    -------
    dict of str to ndarray of float64, shape (rows,)
        By the name of the model.
    """
    found = {name: np.zeros(len(positive)) for name in _RIVALS}
    for train, test in folds(positive, outlets, count, seed):
        for name, judge in _RIVALS.items():
            found[name][test] = judge(matrix[train], positive[train], matrix[test])
    return found


def kept_without(names: Sequence[str]) -> Iterator[tuple[str, list[int]]]:
    """For each family of measures its name and the columns that are left without it."""
    table = advice_table()
    for family in FAMILIES:
        kept = [place for place, name in enumerate(names) if table[name].family != family]
        if 0 < len(kept) < len(names):
            yield family, kept
