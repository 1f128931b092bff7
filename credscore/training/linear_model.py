"""Fitting a logistic model over named features with scikit-learn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from credscore.linear import LinearModel
from credscore.training.calibration import folds
from credscore.training.evaluation import FOLDS

__all__ = ["fit_linear", "linear_out_of_fold"]

Rows = Sequence[Sequence[str]]


def fit_linear(
    rows: Rows, positive: NDArray[np.bool_], inverse_penalty: float, minimum: int
) -> LinearModel:
    """Fit a weight for each feature.

    Parameters
    ----------
    rows : sequence of sequence of str
        Features of each thing; all of them have "bias".
    positive : ndarray of bool, shape (rows,)
        Labels.
    inverse_penalty : float
        As scikit-learn's `C`.
    minimum : int
        How often a feature must occur.

    Returns
    -------
    LinearModel
        Its log-odds are those of scikit-learn's model.
    """
    counts = Counter(name for row in rows for name in set(row))
    vectorizer = DictVectorizer()
    # A feature that a row names twice counts twice, here and in `LinearModel.log_odds`.
    design = vectorizer.fit_transform(
        [Counter(name for name in row if counts[name] >= minimum) for row in rows]
    )
    model = LogisticRegression(C=inverse_penalty, max_iter=3000).fit(design, positive)
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0].tolist(), strict=True))
    weights["bias"] = weights.get("bias", 0.0) + float(model.intercept_[0])
    return LinearModel(weights)


def linear_out_of_fold(
    rows: Rows,
    positive: NDArray[np.bool_],
    outlets: Sequence[str],
    inverse_penalty: float,
    minimum: int,
    seed: int,
) -> NDArray[np.float64]:
    """Log-odds of each row by a model that saw none of its outlet, shape (rows,)."""
    odds = np.zeros(len(rows))
    for train, test in folds(positive, outlets, FOLDS, seed):
        model = fit_linear([rows[row] for row in train], positive[train], inverse_penalty, minimum)
        odds[test] = [model.log_odds(rows[row]) for row in test]
    return odds
