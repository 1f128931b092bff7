"""What a score must not be: a measure of length, or a way to tell outlets apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

__all__ = ["Leaks", "find_leaks"]

Floats = NDArray[np.float64]

# An outlet needs this many articles of one label to be told from others.
_FEWEST = 8
_FOLDS = 4


@dataclass(frozen=True, slots=True)
class Leaks:
    """How much of a score is length, and how much of the measures is the outlet.

    Attributes
    ----------
    length_auc : float
        AUC with which length alone predicts whether the score is in its upper half; 0.5 is chance.
    articles, outlets : int
        Of outlets with enough articles of one label, on which the outlet is guessed.
    by_measures, by_score, by_chance : float
        Share of articles whose outlet is guessed right among those of the same label: from all
        measures, from the score alone, and by always naming the outlet with most articles.
    """

    length_auc: float
    articles: int
    outlets: int
    by_measures: float
    by_score: float
    by_chance: float


def find_leaks(
    matrix: Floats,
    scores: Floats,
    words: Floats,
    positive: NDArray[np.bool_],
    outlets: Sequence[str],
    seed: int,
) -> Leaks:
    """Guess the length from the score, and the outlet from measures and score within one label.

    Parameters
    ----------
    matrix : ndarray of float64, shape (rows, measures)
        The model's inputs.
    scores, words : ndarray of float64, shape (rows,)
        Scores out of fold, and lengths.
    positive : ndarray of bool, shape (rows,)
        Labels.
    outlets : sequence of str
        The outlet of each row.
    seed : int
        Of the folds.

    Returns
    -------
    Leaks
        The shares are 0 where no label has two outlets with enough articles.
    """
    upper = scores > np.median(scores)
    length = float(roc_auc_score(upper, words)) if 0 < upper.sum() < len(upper) else 0.5
    names = np.asarray(outlets)
    right = np.zeros(3)
    rows, seen = 0, set()
    for label in (False, True):
        counts = Counter(names[positive == label].tolist())
        known = sorted(name for name, count in counts.items() if count >= _FEWEST)
        if len(known) < 2:
            continue
        kept = (positive == label) & np.isin(names, known)
        target = names[kept]
        guesses = [_guessed(design[kept], target, seed) for design in (matrix, scores[:, None])]
        right += [*guesses, max(counts[name] for name in known)]
        rows += len(target)
        seen |= set(known)
    shares = (right / max(rows, 1)).tolist()
    return Leaks(length, rows, len(seen), *shares)


def _guessed(design: Floats, outlets: NDArray[np.str_], seed: int) -> int:
    """How many articles are given to their outlet by a model that saw others of it."""
    model = make_pipeline(
        SimpleImputer(keep_empty_features=True),
        StandardScaler(),
        LogisticRegression(C=0.1, max_iter=500),
    )
    split = StratifiedKFold(_FOLDS, shuffle=True, random_state=seed)
    return int((cross_val_predict(model, design, outlets, cv=split) == outlets).sum())
