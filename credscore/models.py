"""The models that turn measures into probabilities: tables that a person can read, added up.

Each input has a shape: a line through a few knots, flat beyond the outer ones, and one number for
where the input is undefined. A shape's value is what the input contributes, in log-odds; the
intercept and the contributions add up exactly. NumPy is all that is needed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Artefact, load_artefact
from credscore.document import Document
from credscore.errors import ArtefactError
from credscore.features.claim_measures import CLAIM_FEATURES, claim_features
from credscore.features.measures import MEASURES, Measure
from credscore.findings import Claim, Findings
from credscore.report import Calibration, Contribution, JsonValue, ModelIdentity

__all__ = [
    "ARTICLE_MODEL",
    "CLAIM_MODEL",
    "MODEL_FILE",
    "AdditiveModel",
    "ArticleModel",
    "ClaimModel",
    "IntervalTable",
    "Shape",
]

ARTICLE_MODEL = "article model"
CLAIM_MODEL = "claim model"
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
    knots: NDArray[np.float64]
    contributions: NDArray[np.float64]
    undefined: float
    typical: tuple[float, float]
    extremes: tuple[float, float]

    def __call__(self, values: NDArray[np.float64]) -> NDArray[np.float64]:
        """Log-odds for each value."""
        lines = np.interp(values, self.knots, self.contributions)
        return np.where(np.isnan(values), self.undefined, lines)


@dataclass(frozen=True, slots=True)
class AdditiveModel:
    """Shapes added up.

    Attributes
    ----------
    shapes : tuple of Shape
        One for each input.
    intercept : float
        Log-odds of an average article.
    calibration : Calibration
        From the sum to a probability.
    """

    shapes: tuple[Shape, ...]
    intercept: float
    calibration: Calibration

    def contributions(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
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
        return np.column_stack(
            [shape(matrix[:, column]) for column, shape in enumerate(self.shapes)]
        )

    def log_odds(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """Sums of the intercept and the contributions, shape (rows,)."""
        sums: NDArray[np.float64] = self.intercept + self.contributions(matrix).sum(axis=1)
        return sums

    def probabilities(self, matrix: NDArray[np.float64]) -> NDArray[np.float64]:
        """Calibrated probabilities, shape (rows,)."""
        mapped = self.calibration.slope * self.log_odds(matrix) + self.calibration.intercept
        # The hyperbolic tangent never overflows.
        return 0.5 + 0.5 * np.tanh(mapped / 2)

    def to_dict(self) -> dict[str, JsonValue]:
        """Return the model as plain JSON values."""
        return {
            "intercept": self.intercept,
            "calibration": {
                "slope": self.calibration.slope,
                "intercept": self.calibration.intercept,
            },
            "shapes": [
                {
                    "name": shape.name,
                    "knots": [float(knot) for knot in shape.knots],
                    "contributions": [float(value) for value in shape.contributions],
                    "undefined": shape.undefined,
                    "typical": list(shape.typical),
                    "extremes": list(shape.extremes),
                }
                for shape in self.shapes
            ],
        }


@dataclass(frozen=True, slots=True)
class IntervalTable:
    """Interval by score.

    It is of the rate at which articles so scored are well supported, among articles of outlets
    that were not trained on.

    Attributes
    ----------
    level : float
        Nominal coverage.
    scores, low, high : ndarray of float64, shape (points,)
        Ends of the interval at rising scores; between them straight lines.
    """

    level: float
    scores: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]

    def __call__(self, score: float) -> tuple[float, float]:
        """Low and high end for a score; the score lies between."""
        low = float(np.interp(score, self.scores, self.low))
        high = float(np.interp(score, self.scores, self.high))
        return min(low, score), max(high, score)

    def to_dict(self) -> dict[str, JsonValue]:
        """Return the table as plain JSON values."""
        return {
            "level": self.level,
            "scores": [float(value) for value in self.scores],
            "low": [float(value) for value in self.low],
            "high": [float(value) for value in self.high],
        }


class ArticleModel:
    """Scores an article by its measures.

    Parameters
    ----------
    additive : AdditiveModel
        The shapes.
    interval : IntervalTable
        Interval by score.
    identity : ModelIdentity
        The artefact's name and hash.
    """

    def __init__(
        self, additive: AdditiveModel, interval: IntervalTable, identity: ModelIdentity
    ) -> None:
        self.additive = additive
        self.interval = interval
        self.identity = identity
        known = {item.name: item for item in MEASURES}
        self._measures: tuple[Measure, ...] = tuple(known[s.name] for s in additive.shapes)

    @classmethod
    def load(cls, folder: Path) -> ArticleModel:
        """Read an article model.

        Raises
        ------
        ArtefactError
            If the folder is no such artefact, was changed, or uses measures this version lacks.
        """
        artefact = load_artefact(folder, ARTICLE_MODEL)
        known = {item.name for item in MEASURES}
        unknown = [name for name in artefact.manifest.features if name not in known]
        if unknown:
            raise ArtefactError(
                f"{folder} uses measures that this version of credscore does not have: "
                f"{', '.join(unknown)}; train it again"
            )
        fields, additive = _read_model(artefact)
        return cls(additive, _interval(fields, folder / MODEL_FILE), artefact.identity)

    def vector(self, measures: Mapping[str, float]) -> NDArray[np.float64]:
        """The model's inputs as one row, shape (1, shapes)."""
        return np.array([[measures[shape.name] for shape in self.additive.shapes]])

    def contributions(self, measures: Mapping[str, float]) -> tuple[Contribution, ...]:
        """What each measure adds to the score, largest in size first."""
        vector = self.vector(measures)
        added = self.additive.contributions(vector)[0]
        parts = [
            Contribution(item.name, value, item.unit, size, _note(item, value, size, shape))
            for item, shape, value, size in zip(
                self._measures,
                self.additive.shapes,
                vector[0].tolist(),
                added.tolist(),
                strict=True,
            )
        ]
        return tuple(sorted(parts, key=lambda part: (-abs(part.contribution), part.feature)))

    def outside(self, measures: Mapping[str, float]) -> list[str]:
        """Names of the measures outside the training data's 1st to 99th percentile."""
        return [
            shape.name
            for shape in self.additive.shapes
            if not math.isnan(measures[shape.name])
            and not shape.extremes[0] <= measures[shape.name] <= shape.extremes[1]
        ]


class ClaimModel:
    """Says of each claim how probably a careful reviewer would call its support adequate.

    Parameters
    ----------
    additive : AdditiveModel
        The shapes, one for each of `CLAIM_FEATURES`.
    identity : ModelIdentity
        The artefact's name and hash.
    """

    def __init__(self, additive: AdditiveModel, identity: ModelIdentity) -> None:
        self.additive = additive
        self.identity = identity

    @classmethod
    def load(cls, folder: Path) -> ClaimModel:
        """Read a claim model.

        Raises
        ------
        ArtefactError
            If the folder is no such artefact, was changed, or has other features.
        """
        artefact = load_artefact(folder, CLAIM_MODEL, CLAIM_FEATURES)
        return cls(_read_model(artefact)[1], artefact.identity)

    def judge(self, document: Document, findings: Findings) -> tuple[Claim, ...]:
        """The claims of an article with their probabilities."""
        if not findings.claims:
            return ()
        probabilities = self.additive.probabilities(claim_features(document, findings))
        return tuple(
            replace(claim, probability=probability)
            for claim, probability in zip(findings.claims, probabilities.tolist(), strict=True)
        )


def _note(item: Measure, value: float, size: float, shape: Shape) -> str:
    """Say a contribution in words."""
    effect = "no effect" if size == 0 else f"{'raises' if size > 0 else 'lowers'} the score"
    if math.isnan(value):
        return f"{item.label}: undefined, {item.undefined}; {effect}"
    low, high = (_shown(quartile, item.unit) for quartile in shape.typical)
    usual = low if low == high else f"{low} to {high}"
    per = f" {item.unit}" if item.unit.startswith("per") else ""
    return f"{item.label}: {_shown(value, item.unit)}{per} (usual: {usual}); {effect}"


def _shown(value: float, unit: str) -> str:
    return f"{value:.0%}" if unit == "ratio" else f"{round(value, 1):g}"


def _read_model(artefact: Artefact) -> tuple[dict[str, JsonValue], AdditiveModel]:
    """Read the shapes of an artefact, checked against its manifest."""
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


def _interval(fields: Mapping[str, JsonValue], place: Path) -> IntervalTable:
    table = fields.get("interval")
    if not isinstance(table, dict):
        raise ArtefactError(f"{place}: 'interval' must be an object")
    scores, low, high = (_row(table, key, place) for key in ("scores", "low", "high"))
    if not len(scores) == len(low) == len(high) or not len(scores) or (np.diff(scores) <= 0).any():
        raise ArtefactError(f"{place}: 'interval' needs rising scores, and as many low and high")
    return IntervalTable(_number(table, "level", place), scores, low, high)


def _number(fields: Mapping[str, JsonValue], key: str, place: Path) -> float:
    value = fields.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise ArtefactError(f"{place}: {key!r} must be a finite number, got {value!r}")
    return float(value)


def _row(fields: Mapping[str, JsonValue], key: str, place: Path) -> NDArray[np.float64]:
    value = fields.get(key)
    if not isinstance(value, list):
        raise ArtefactError(f"{place}: {key!r} must be a list of numbers, got {value!r}")
    return np.array([_number({key: item}, key, place) for item in value])
