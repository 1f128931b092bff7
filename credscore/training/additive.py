"""A scikit-learn estimator that fits shapes: an additive model with an ordinal target."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.base import BaseEstimator, ClassifierMixin

from credscore.additive import AdditiveModel, Shape
from credscore.report import Calibration

if TYPE_CHECKING:
    from typing import Self

__all__ = ["AdditiveClassifier", "Direction"]

Direction = Literal["more", "less"]
_PLAIN = Calibration(1.0, 0.0)


class AdditiveClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Logistic regression on a straight line through knots for each input.

    The target may have more than two steps: one intercept is then fitted for each step, with the
    shapes in common (proportional odds), so that a rating of 0 teaches more than "not 3". What is
    predicted is the chance of `threshold` or more. Judgements of another kind may be learnt beside
    the target in the same way, each with an intercept of its own and the shapes in common.

    Parameters
    ----------
    names : sequence of str
        Names of the inputs, in order.
    threshold : int
        The step from which on the target counts as positive.
    penalty : float
        Weight of the squares of the rises between knots. Knots stand at quantiles, so that it
        doesn't depend on an input's unit.
    knots : int
        Knots for each input, fewer where it takes fewer values.
    directions : mapping of str to {"more", "less"}, optional
        Inputs whose shape may only rise, or only fall.
    other_steps : float
        Weight of the thresholds other than `threshold`.
    undefined_penalty : float
        The same as `penalty`, for what an undefined value contributes.
    unrelated : str, optional
        An input, more than 0, to whose logarithm the log-odds shall have little relation: what
        the labels owe to it is left to the other inputs only where they tell more than it does.
    unrelated_penalty : float
        Weight, for each row, of the squared covariance of the log-odds with that logarithm, of
        which the spread is taken as 1.
    straight : bool
        One straight line for each input, from its 1st to its 99th percentile, in place of one
        through `knots` knots. The penalty is then of what a standard deviation adds, and an
        undefined value counts as the mean of the others.
    further_weight : float
        Weight of each judgement beside the target.
    """

    def __init__(
        self,
        names: tuple[str, ...],
        threshold: int = 1,
        penalty: float = 1.0,
        knots: int = 5,
        directions: Mapping[str, Direction] | None = None,
        other_steps: float = 0.5,
        undefined_penalty: float = 1.0,
        unrelated: str | None = None,
        unrelated_penalty: float = 0.0,
        straight: bool = False,
        further_weight: float = 0.5,
    ) -> None:
        self.names = names
        self.threshold = threshold
        self.penalty = penalty
        self.knots = knots
        self.directions = directions
        self.other_steps = other_steps
        self.undefined_penalty = undefined_penalty
        self.unrelated = unrelated
        self.unrelated_penalty = unrelated_penalty
        self.straight = straight
        self.further_weight = further_weight

    def fit(
        self,
        X: NDArray[np.float64],  # noqa: N803
        y: NDArray[np.int64],
        sample_weight: NDArray[np.float64] | None = None,
        further: NDArray[np.float64] | None = None,
    ) -> Self:
        """Fit the shapes.

        Parameters
        ----------
        X : ndarray of float64, shape (rows, inputs)
            NaN where undefined.
        y : ndarray of int64, shape (rows,)
            Steps of the target.
        sample_weight : ndarray of float64, shape (rows,), optional
            How much each row counts; 1 unless told otherwise.
        further : ndarray of float64, shape (rows, judgements), optional
            Judgements beside the target, 0 or 1; NaN where none was made.

        Returns
        -------
        AdditiveClassifier
            Itself.

        Raises
        ------
        ValueError
            If every row is on the same side of the threshold.
        """
        X = np.asarray(X, dtype=np.float64)  # noqa: N806
        y = np.asarray(y)
        if len(set((y >= self.threshold).tolist())) < 2:
            raise ValueError(f"every label is on the same side of the threshold {self.threshold}")
        self.classes_ = np.array([0, 1])
        self.knots_ = [
            _ends(column) if self.straight else _knots(column, self.knots) for column in X.T
        ]
        self.filled_ = [
            _middle(column, knots) if self.straight else float(knots[0])
            for column, knots in zip(X.T, self.knots_, strict=True)
        ]
        design = self._design(X)
        self.means_ = design.mean(axis=0)
        design = design - self.means_
        steps = [step for step in np.unique(y)[1:].tolist() if step != self.threshold]
        steps = [self.threshold, *(steps if self.other_steps else [])]
        rows = np.ones(len(y)) if sample_weight is None else np.asarray(sample_weight)
        weights = rows[:, None] * [1.0, *[self.other_steps] * (len(steps) - 1)]
        targets = (y[:, None] >= np.array(steps)).astype(np.float64)
        if further is not None:
            # What is the same of all rows teaches nothing, and has no finite intercept.
            differs = [len(np.unique(column[~np.isnan(column)])) > 1 for column in further.T]
            told = further[:, np.array(differs, dtype=np.bool_)]
            known = ~np.isnan(told)
            targets = np.column_stack((targets, np.where(known, told, 0.0)))
            weights = np.column_stack((weights, self.further_weight * rows[:, None] * known))
        penalty, bounds = self._penalties(X)
        relation = self._relation(X, design)
        strength = self.unrelated_penalty * len(y)

        def loss(vector: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
            rises, intercepts = vector[: len(penalty)], vector[len(penalty) :]
            odds = (design @ rises)[:, None] + intercepts
            value = weights * (np.logaddexp(0, odds) - targets * odds)
            slope = (expit(odds) - targets) * weights
            related = float(relation @ rises)
            pull = penalty * rises + strength * related * relation
            gradient = np.concatenate((design.T @ slope.sum(axis=1) + pull, slope.sum(axis=0)))
            held = (penalty * rises) @ rises + strength * related**2
            return float(value.sum() + 0.5 * held), gradient

        rates = targets.mean(axis=0).clip(0.01, 0.99)
        start = np.concatenate((np.zeros(len(penalty)), np.log(rates / (1 - rates))))
        bounds += [(None, None)] * targets.shape[1]
        result = minimize(
            loss,
            start,
            jac=True,
            method="L-BFGS-B",
            bounds=bounds,
            options={"maxiter": 2000, "ftol": 1e-12, "gtol": 1e-6},
        )
        self.coef_ = result.x[: len(penalty)]
        self.intercept_ = float(result.x[len(penalty)])
        self._training = X
        return self

    def decision_function(self, X: NDArray[np.float64]) -> NDArray[np.float64]:  # noqa: N803
        """Log-odds of the threshold or more, shape (rows,)."""
        odds: NDArray[np.float64] = (
            self.intercept_
            + (self._design(np.asarray(X, dtype=np.float64)) - self.means_) @ self.coef_
        )
        return odds

    def predict_proba(self, X: NDArray[np.float64]) -> NDArray[np.float64]:  # noqa: N803
        """Chances of both sides of the threshold, shape (rows, 2)."""
        positive = expit(self.decision_function(X))
        return np.column_stack((1 - positive, positive))

    def predict(self, X: NDArray[np.float64]) -> NDArray[np.int64]:  # noqa: N803
        """1 where the threshold or more is the likelier side, shape (rows,)."""
        return (self.decision_function(X) > 0).astype(np.int64)

    def export(self, calibration: Calibration = _PLAIN) -> AdditiveModel:
        """Write the shapes out as tables, each with a mean of 0 over the training data.

        Parameters
        ----------
        calibration : Calibration
            From the sum to a probability; the logistic function unless told otherwise.

        Returns
        -------
        AdditiveModel
            What gives the same log-odds with NumPy alone.
        """
        shapes = []
        place = 0
        columns = zip(self.names, self.knots_, self.filled_, self._training.T, strict=True)
        for name, knots, filled, column in columns:
            width = len(knots)
            rises = self.coef_[place : place + width]
            means = self.means_[place : place + width]
            base = -float(means @ rises)
            line = base + np.concatenate(([0.0], np.cumsum(rises[:-1])))
            defined = column[~np.isnan(column)]
            low, first, third, high = (
                np.percentile(defined, (1, 25, 75, 99)).tolist() if len(defined) else [0.0] * 4
            )
            shapes.append(
                Shape(
                    name,
                    knots,
                    line,
                    float(np.interp(filled, knots, line) + rises[-1]),
                    (first, third),
                    (low, high),
                )
            )
            place += width
        return AdditiveModel(tuple(shapes), self.intercept_, calibration)

    def _design(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """For each input a ramp from each knot to the next, then a flag for undefined."""
        columns = []
        for column, knots, filled in zip(matrix.T, self.knots_, self.filled_, strict=True):
            missing = np.isnan(column)
            values = np.where(missing, filled, column)
            columns += [
                np.clip((values - low) / (high - low), 0.0, 1.0)
                for low, high in pairwise(knots.tolist())
            ]
            columns.append(missing.astype(np.float64))
        return np.column_stack(columns)

    def _relation(
        self, matrix: NDArray[np.float64], design: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Covariance of each column of the design with the input that shall be unrelated."""
        if self.unrelated is None:
            return np.zeros(design.shape[1])
        size = np.log(matrix[:, self.names.index(self.unrelated)])
        spread = float(size.std())
        if spread == 0:
            return np.zeros(design.shape[1])
        relation: NDArray[np.float64] = design.T @ ((size - size.mean()) / spread) / len(size)
        return relation

    def _penalties(
        self, matrix: NDArray[np.float64]
    ) -> tuple[NDArray[np.float64], list[tuple[float | None, float | None]]]:
        """Penalty of each column of the design, and the signs it may have."""
        directions = self.directions or {}
        penalties: list[float] = []
        bounds: list[tuple[float | None, float | None]] = []
        for name, knots, column in zip(self.names, self.knots_, matrix.T, strict=True):
            rises = len(knots) - 1
            # Many small rises are penalised less than one that is as high: this evens it out.
            penalty = self.penalty * max(rises, 1)
            if self.straight and rises:
                deviation = float(np.nanstd(np.clip(column, knots[0], knots[-1])))
                penalty = self.penalty * (deviation / float(knots[-1] - knots[0])) ** 2
            penalties += [penalty] * rises + [self.undefined_penalty]
            direction = directions.get(name)
            low = 0.0 if direction == "more" else None
            high = 0.0 if direction == "less" else None
            undefined = (0.0, 0.0) if self.straight else (None, None)
            bounds += [(low, high)] * rises + [undefined]
        return np.array(penalties), bounds


def _ends(column: NDArray[np.float64]) -> NDArray[np.float64]:
    """The 1st and the 99th percentile of the defined values; one of them where they are equal."""
    defined = column[~np.isnan(column)]
    return np.unique(np.quantile(defined, (0.01, 0.99))) if len(defined) else np.array([0.0])


def _middle(column: NDArray[np.float64], ends: NDArray[np.float64]) -> float:
    """Mean of the defined values, those beyond the ends drawn to them."""
    defined = column[~np.isnan(column)]
    return float(np.clip(defined, ends[0], ends[-1]).mean()) if len(defined) else float(ends[0])


def _knots(column: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Quantiles of the defined values, from the 1st to the 99th percentile, each once."""
    defined = column[~np.isnan(column)]
    if not len(defined):
        return np.array([0.0])
    quantiles = np.linspace(0.01, 0.99, count)
    # Where most values are the same, quantiles of the others are what tells them apart.
    common, sizes = np.unique(defined, return_counts=True)
    top = common[sizes.argmax()]
    if sizes.max() > 0.3 * len(defined) and len(common) > 1:
        others = np.quantile(defined[defined != top], np.linspace(0.05, 0.95, count - 1))
        return np.unique(np.concatenate(([top], others)))
    return np.unique(np.quantile(defined, quantiles))
