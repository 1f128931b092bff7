"""Additive models: tables that a person can read, added up.

Each input has a shape: a line through a few knots, flat beyond the outer ones, and one number for
where the input is undefined. A shape's value is what the input contributes, in log-odds; the
intercept and the contributions add up exactly. NumPy is all that is needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Artefact, is_number
from credscore.errors import ArtefactError
from credscore.report import Calibration, JsonValue

__all__ = [
    "MODEL_FILE",
    "AdditiveModel",
    "IntervalTable",
    "Shape",
    "read_additive",
    "read_interval",
]

Floats = NDArray[np.float64]

MODEL_FILE = "model.json"


@dataclass(frozen=True, slots=True)
class Shape:
    """What one input contributes, by its value.

    Attributes
    ----------
    name : str
        Name of the input.
    knots : ndarray of float64, shape (knots,)
        Values, rising.
    contributions : ndarray of float64, shape (knots,)
        Log-odds at each knot; between them a straight line, beyond them flat.
    undefined : float
        Log-odds where the input is NaN.
    typical : tuple of float
        Quartiles of the input in the training data.
    extremes : tuple of float
        The 1st and 99th percentile of the input in the training data.
    """

    name: str
    knots: Floats
    contributions: Floats
    undefined: float
    typical: tuple[float, float]
    extremes: tuple[float, float]

    def __call__(self, values: Floats) -> Floats:
        """Log-odds for each value."""
        lines = np.interp(values, self.knots, self.contributions)
        return np.where(np.isnan(values), self.undefined, lines)


class AdditiveModel:
    """Shapes added up.

    Parameters
    ----------
    shapes : sequence of Shape
        One for each input.
    intercept : float
        Log-odds of an average article.
    calibration : Calibration
        From the sum to a probability.
    """

    def __init__(self, shapes: Sequence[Shape], intercept: float, calibration: Calibration) -> None:
        self.shapes = tuple(shapes)
        self.intercept = intercept
        self.calibration = calibration

    @cached_property
    def _lines(self) -> tuple[Floats, Floats, Floats, Floats, NDArray[np.int64]]:
        """All shapes as one table: knots, and of each stretch its begin, its rise and its base.

        The stretch before the first knot is flat, and so are those beyond the last one. Knots
        stand one row for each place among a shape's knots; stretches one after the other, those
        of a shape from the last array's place on.
        """
        most = max(len(shape.knots) for shape in self.shapes)
        knots = np.full((most, len(self.shapes)), np.inf)
        begins, rises, bases = np.zeros((3, len(self.shapes), most + 1))
        for row, shape in enumerate(self.shapes):
            count = len(shape.knots)
            knots[:count, row] = shape.knots
            begins[row, 1 : count + 1] = shape.knots
            gained = shape.contributions[1:] - shape.contributions[:-1]
            rises[row, 1:count] = gained / (shape.knots[1:] - shape.knots[:-1])
            bases[row, 0] = shape.contributions[0]
            bases[row, 1 : count + 1] = shape.contributions
            bases[row, count + 1 :] = shape.contributions[-1]
        places = np.arange(len(self.shapes)) * (most + 1)
        return knots, begins.ravel(), rises.ravel(), bases.ravel(), places

    @cached_property
    def _undefined(self) -> Floats:
        return np.array([shape.undefined for shape in self.shapes])

    def contributions(self, matrix: Floats) -> Floats:
        """What each input adds.

        Parameters
        ----------
        matrix : ndarray of float64, shape (rows, shapes)
            Inputs in the order of the shapes; NaN where undefined.

        Returns
        -------
        ndarray of float64, shape (rows, shapes)
            Log-odds.
        """
        knots, begins, rises, bases, places = self._lines
        stretch = (matrix >= knots[:, None]).sum(axis=0)
        stretch += places
        rise = rises.take(stretch)
        # Nothing is multiplied where the line is flat, for the input may be infinite.
        along = np.where(rise == 0, 0.0, matrix - begins.take(stretch))
        found = bases.take(stretch) + rise * along
        return np.where(np.isnan(matrix), self._undefined, found)

    def log_odds(self, matrix: Floats) -> Floats:
        """Sums of the intercept and the contributions, shape (rows,)."""
        sums: Floats = self.intercept + self.contributions(matrix).sum(axis=1)
        return sums

    def probabilities(self, matrix: Floats) -> Floats:
        """Calibrated probabilities, shape (rows,)."""
        mapped = self.calibration.slope * self.log_odds(matrix) + self.calibration.intercept
        # The hyperbolic tangent never overflows.
        return 0.5 + 0.5 * np.tanh(mapped / 2)

    def to_dict(self) -> dict[str, JsonValue]:
        """Return the model as plain JSON values, what was fitted to six digits."""
        return {
            "intercept": _rounded(self.intercept),
            "calibration": {
                "slope": _rounded(self.calibration.slope),
                "intercept": _rounded(self.calibration.intercept),
            },
            "shapes": [
                {
                    "name": shape.name,
                    "knots": [float(knot) for knot in shape.knots],
                    "contributions": [_rounded(value) for value in shape.contributions.tolist()],
                    "undefined": _rounded(shape.undefined),
                    "typical": list(shape.typical),
                    "extremes": list(shape.extremes),
                }
                for shape in self.shapes
            ],
        }


@dataclass(frozen=True, slots=True)
class IntervalTable:
    """Interval by score and length.

    It is of the rate at which articles so scored are well supported, among articles of outlets
    that were not trained on.

    Attributes
    ----------
    level : float
        Nominal coverage.
    scores : ndarray of float64, shape (points,)
        Scores, rising.
    words : ndarray of float64, shape (sizes,)
        Lengths in words, rising.
    low, high : ndarray of float64, shape (sizes, points)
        Ends of the interval; between the points straight lines, between the lengths straight lines
        over their logarithm.
    """

    level: float
    scores: Floats
    words: Floats
    low: Floats
    high: Floats

    def __call__(self, score: float, words: float) -> tuple[float, float]:
        """Low and high end for a score of an article of so many words; the score lies between."""
        low, high = self.ends(np.array([score]), np.array([words]))
        return float(low[0]), float(high[0])

    def ends(self, scores: Floats, words: Floats) -> tuple[Floats, Floats]:
        """The low and the high ends for many articles at once.

        Parameters
        ----------
        scores : ndarray of float64, shape (articles,)
            From 0 to 1.
        words : ndarray of float64, shape (articles,)
            Length of each article.

        Returns
        -------
        tuple of ndarray of float64, each of shape (articles,)
            The scores lie between.
        """
        last = len(self.words) - 1
        place = np.interp(np.log(np.maximum(words, 1.0)), np.log(self.words), np.arange(last + 1))
        under = place.astype(np.int64)
        over = np.minimum(under + 1, last)
        share = place - under
        rows = np.arange(len(scores))
        first = under.min(initial=last)
        end = over.max(initial=first) + 1
        low, high = (
            (1 - share) * at[under - first, rows] + share * at[over - first, rows]
            for at in (
                np.array([np.interp(scores, self.scores, row) for row in ends[first:end]])
                for ends in (self.low, self.high)
            )
        )
        return np.minimum(low, scores), np.maximum(high, scores)

    def to_dict(self) -> dict[str, JsonValue]:
        """Return the table as plain JSON values, its ends to six digits."""
        return {
            "level": self.level,
            "scores": self.scores.tolist(),
            "words": self.words.tolist(),
            "low": [[_rounded(end) for end in ends] for ends in self.low.tolist()],
            "high": [[_rounded(end) for end in ends] for ends in self.high.tolist()],
        }


def _rounded(number: float) -> float:
    """Six digits: later ones differ by machine, for its library of algebra adds in its order."""
    return float(f"{number:.6g}")


def read_additive(artefact: Artefact) -> tuple[dict[str, JsonValue], AdditiveModel]:
    """Read the shapes of an artefact.

    Parameters
    ----------
    artefact : Artefact
        Its `model.json` holds the shapes that its manifest names.

    Returns
    -------
    tuple
        All fields of the file, and the model.

    Raises
    ------
    ArtefactError
        If the file makes no sense.
    """
    place = artefact.folder / MODEL_FILE
    fields = artefact.json(MODEL_FILE)
    if not isinstance(fields, dict):
        raise ArtefactError(f"{place} must hold an object, got {type(fields).__name__}")
    rows = fields.get("shapes")
    if not isinstance(rows, list) or not rows:
        raise ArtefactError(f"{place}: 'shapes' must be a list that is not empty")
    shapes = tuple(_shape(row, place) for row in rows)
    names = tuple(shape.name for shape in shapes)
    if names != artefact.manifest.features:
        raise ArtefactError(f"{place}: the shapes are not those of the manifest's feature list")
    calibration = fields.get("calibration")
    if not isinstance(calibration, dict):
        raise ArtefactError(f"{place}: 'calibration' must be an object")
    return fields, AdditiveModel(
        shapes,
        _number(fields, "intercept", place),
        Calibration(_number(calibration, "slope", place), _number(calibration, "intercept", place)),
    )


def _shape(row: JsonValue, place: Path) -> Shape:
    if not isinstance(row, dict) or not isinstance(row.get("name"), str):
        raise ArtefactError(f"{place}: each of 'shapes' must be an object with a name")
    knots, contributions = _row(row, "knots", place), _row(row, "contributions", place)
    if not len(knots) or len(knots) != len(contributions) or (np.diff(knots) <= 0).any():
        raise ArtefactError(
            f"{place}: {row['name']!r} needs rising knots and as many contributions"
        )
    typical, extremes = _row(row, "typical", place), _row(row, "extremes", place)
    if len(typical) != 2 or len(extremes) != 2:
        raise ArtefactError(f"{place}: {row['name']!r} needs two 'typical' and two 'extremes'")
    return Shape(
        str(row["name"]),
        knots,
        contributions,
        _number(row, "undefined", place),
        (float(typical[0]), float(typical[1])),
        (float(extremes[0]), float(extremes[1])),
    )


def read_interval(fields: Mapping[str, JsonValue], place: Path) -> IntervalTable:
    """Read the interval of an article model's fields.

    Raises
    ------
    ArtefactError
        If it makes no sense.
    """
    table = fields.get("interval")
    if not isinstance(table, dict):
        raise ArtefactError(f"{place}: 'interval' must be an object")
    scores, words = _row(table, "scores", place), _row(table, "words", place)
    low, high = _grid(table, "low", place), _grid(table, "high", place)
    rising = all(len(row) and (np.diff(row) > 0).all() for row in (scores, words))
    if not rising or low.shape != (len(words), len(scores)) or high.shape != low.shape:
        raise ArtefactError(
            f"{place}: 'interval' needs rising scores and words, and as many low and high"
        )
    return IntervalTable(_number(table, "level", place), scores, words, low, high)


def _number(fields: Mapping[str, JsonValue], key: str, place: Path) -> float:
    value = fields.get(key)
    if not is_number(value):
        raise ArtefactError(f"{place}: {key!r} must be a finite number, got {value!r}")
    return float(value)


def _row(fields: Mapping[str, JsonValue], key: str, place: Path) -> Floats:
    value = fields.get(key)
    if not isinstance(value, list):
        raise ArtefactError(f"{place}: {key!r} must be a list of numbers, got {value!r}")
    return np.array([_number({key: item}, key, place) for item in value])


def _grid(fields: Mapping[str, JsonValue], key: str, place: Path) -> Floats:
    value = fields.get(key)
    if not isinstance(value, list) or not value:
        raise ArtefactError(f"{place}: {key!r} must be a list of rows, got {value!r}")
    rows = [_row({key: row}, key, place) for row in value]
    if len({len(row) for row in rows}) > 1:
        raise ArtefactError(f"{place}: the rows of {key!r} must be of one length")
    return np.array(rows)
