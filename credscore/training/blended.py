"""Two additive models in one: curves learnt from the whole rating, lines from its threshold.

Both learn what was noted beside the rating as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from credscore.additive import AdditiveModel, Shape
from credscore.report import Calibration
from credscore.training.additive import AdditiveClassifier, Direction

__all__ = ["Blended", "BlendedClassifier"]

Value = TypeVar("Value", float, NDArray[np.float64])

# Chosen by folds over outlets, see the page on training.
_KNOTS, _UNDEFINED_PENALTY = 7, 8.0
_LINE_PENALTY = 33.0


@dataclass(frozen=True, slots=True)
class BlendedClassifier:
    """The weighted mean of two additive models, which is additive again.

    Curves through many knots follow what few articles show; straight lines miss it, and err
    elsewhere. Their mean does better on outlets that were not seen than either, or than one model
    of a penalty between theirs.

    Parameters
    ----------
    names : tuple of str
        Names of the inputs, in order.
    threshold : int
        The step from which on the target counts as positive.
    penalty : float
        Of the curves, see `AdditiveClassifier`.
    directions : mapping of str to {"more", "less"}, optional
        Inputs whose shape may only rise, or only fall.
    unrelated : str, optional
        See `AdditiveClassifier`.
    unrelated_penalty : float
        See `AdditiveClassifier`.
    lines_share : float
        Weight of the lines in the mean.
    """

    names: tuple[str, ...]
    threshold: int
    penalty: float
    directions: Mapping[str, Direction] | None = None
    unrelated: str | None = None
    unrelated_penalty: float = 0.0
    lines_share: float = 0.5

    def fit(
        self,
        matrix: NDArray[np.float64],
        ratings: NDArray[np.int64],
        weights: NDArray[np.float64] | None = None,
        further: NDArray[np.float64] | None = None,
    ) -> Blended:
        """Fit both.

        Parameters
        ----------
        matrix : ndarray of float64, shape (rows, inputs)
            NaN where undefined.
        ratings : ndarray of int64, shape (rows,)
            Steps of the target.
        weights : ndarray of float64, shape (rows,), optional
            How much each row counts; 1 unless told otherwise.
        further : ndarray of float64, shape (rows, judgements), optional
            See `AdditiveClassifier.fit`.

        Returns
        -------
        Blended
            What scores.

        Raises
        ------
        ValueError
            If every row is on the same side of the threshold.
        """
        curves, lines = (
            AdditiveClassifier(
                self.names,
                self.threshold,
                penalty,
                knots=_KNOTS,
                directions=self.directions,
                other_steps=other_steps,
                undefined_penalty=_UNDEFINED_PENALTY,
                unrelated=self.unrelated,
                unrelated_penalty=self.unrelated_penalty,
                straight=straight,
            ).fit(matrix, ratings, weights, further)
            for penalty, other_steps, straight in (
                (self.penalty, 1.0, False),
                (_LINE_PENALTY, 0.0, True),
            )
        )
        return Blended(curves, lines, self.lines_share)


@dataclass(frozen=True, slots=True)
class Blended:
    """Two fitted models.

    Attributes
    ----------
    curves, lines : AdditiveClassifier
        Both over the same inputs.
    lines_share : float
        Weight of the lines in the mean.
    """

    curves: AdditiveClassifier
    lines: AdditiveClassifier
    lines_share: float

    def decision_function(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log-odds of the threshold or more, shape (rows,)."""
        odds: NDArray[np.float64] = self._mixed(
            self.curves.decision_function(matrix), self.lines.decision_function(matrix)
        )
        return odds

    def export(self, calibration: Calibration) -> AdditiveModel:
        """Write the weighted means of the shapes out as tables, see `AdditiveClassifier.export`."""
        curves, lines = self.curves.export(), self.lines.export()
        shapes = []
        for curve, line in zip(curves.shapes, lines.shapes, strict=True):
            knots = np.union1d(curve.knots, line.knots)
            shapes.append(
                Shape(
                    curve.name,
                    knots,
                    self._mixed(curve(knots), line(knots)),
                    self._mixed(curve.undefined, line.undefined),
                    curve.typical,
                    curve.extremes,
                )
            )
        intercept = self._mixed(curves.intercept, lines.intercept)
        return AdditiveModel(tuple(shapes), intercept, calibration)

    def _mixed(self, curves: Value, lines: Value) -> Value:
        """The weighted mean of what both say."""
        return (1.0 - self.lines_share) * curves + self.lines_share * lines
