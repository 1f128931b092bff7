"""Fitting a logistic model over named features with scikit-learn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from credscore.linear import ClassModel, LinearModel
from credscore.training.calibration import folds
from credscore.training.evaluation import FOLDS

__all__ = ["fit_classes", "fit_linear", "linear_out_of_fold"]

Rows = Sequence[Sequence[str]]
# Log-odds of a class that no row has.
_NEVER = -20.0


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
    names, model = _fitted(rows, positive, inverse_penalty, minimum)
    weights = dict(zip(names, model.coef_[0].tolist(), strict=True))
    weights["bias"] = weights.get("bias", 0.0) + float(model.intercept_[0])
    return LinearModel(weights)


def fit_classes(
    rows: Rows,
    labels: Sequence[str],
    classes: Sequence[str],
    inverse_penalty: float,
    minimum: int,
    balance: float = 0.0,
) -> ClassModel:
    """Fit a weight for each feature and class; other parameters as of `fit_linear`.

    Parameters
    ----------
    labels : sequence of str
        The class of each row.
    classes : sequence of str
        All that the model shall have, in this order; two at least occur.
    balance : float
        How much rare classes weigh: rows go by the frequency of their class to the power of minus
        this. At 0 all rows weigh alike, at 1 all classes.

    Returns
    -------
    ClassModel
        Its scores are those of scikit-learn's model; a class that no row has scores far below all
        others.
    """
    counts = Counter(labels)
    weights = np.array([counts[label] ** -balance for label in labels])
    names, model = _fitted(rows, labels, inverse_penalty, minimum, weights / weights.mean())
    number = {label: at for at, label in enumerate(model.classes_.tolist())}
    coefficients, intercepts = model.coef_.tolist(), model.intercept_.tolist()
    if len(number) == 2:
        # One line of scikit-learn's then tells two classes apart.
        coefficients = [[-weight for weight in coefficients[0]], coefficients[0]]
        intercepts = [-intercepts[0], intercepts[0]]
    table = {
        name: [coefficients[number[label]][at] if label in number else 0.0 for label in classes]
        for at, name in enumerate(names)
    }
    bias = table.get("bias", [0.0] * len(classes))
    table["bias"] = [
        known + (intercepts[number[label]] if label in number else _NEVER)
        for known, label in zip(bias, classes, strict=True)
    ]
    return ClassModel(classes, table)


def _fitted(
    rows: Rows,
    labels: NDArray[np.bool_] | Sequence[str],
    inverse_penalty: float,
    minimum: int,
    weights: NDArray[np.float64] | None = None,
) -> tuple[list[str], LogisticRegression]:
    """Names of the features that occur often enough, and the model of their weights."""
    counts = Counter(name for row in rows for name in set(row))
    vectorizer = DictVectorizer()
    # A feature that a row names twice counts twice, here and in the models' sums.
    design = vectorizer.fit_transform(
        [Counter(name for name in row if counts[name] >= minimum) for row in rows]
    )
    model = LogisticRegression(C=inverse_penalty, max_iter=3000).fit(design, labels, weights)
    return vectorizer.get_feature_names_out().tolist(), model


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
