"""How good an article model gets with the number of articles that it is trained on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from credscore.training.calibration import folds
from credscore.training.evaluation import FOLDS, Curve

if TYPE_CHECKING:
    from credscore.training.article_model import ArticleRows

__all__ = ["learning_curve"]

_FEWEST = 25
# Samples of each size.
_DRAWS = 3


def learning_curve(data: ArticleRows, seed: int) -> Curve:
    """Train on ever more articles, and judge on outlets that were not trained on.

    Parameters
    ----------
    data : ArticleRows
        All articles.
    seed : int
        Of the folds and the samples.

    Returns
    -------
    tuple of (int, float, float, float)
        Articles in training, doubling from 25 up to all; the mean, lowest and highest AUC over
        three samples of so many, each in folds over outlets. Sizes at which a sample lacks one of
        the two sides are left out.
    """
    parts = list(folds(data.positive, data.outlets, FOLDS, seed))
    most = min(len(train) for train, _ in parts)
    sizes = [_FEWEST]
    while sizes[-1] * 2 < most:
        sizes.append(sizes[-1] * 2)
    random = np.random.default_rng(seed)
    found = []
    for size in sizes:
        if size >= most:
            continue
        areas = []
        for _ in range(_DRAWS):
            samples = [(random.choice(train, size, replace=False), test) for train, test in parts]
            if all(len(set(data.positive[sample].tolist())) == 2 for sample, _ in samples):
                areas.append(_area(data, samples))
        if len(areas) == _DRAWS:
            found.append((size, float(np.mean(areas)), min(areas), max(areas)))
    whole = _area(data, parts)
    every = round(float(np.mean([len(train) for train, _ in parts])))
    return (*found, (every, whole, whole, whole))


def _area(data: ArticleRows, parts: list[tuple[NDArray[np.int64], NDArray[np.int64]]]) -> float:
    """AUC of the log-odds of all folds together."""
    log_odds = np.zeros(len(data.ratings))
    for train, test in parts:
        log_odds[test] = data.fitted(np.sort(train)).decision_function(data.matrix[test])
    return float(roc_auc_score(data.positive, log_odds))
