"""The models that turn measures into probabilities: of a whole article, and of each claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from credscore.additive import (
    MODEL_FILE,
    AdditiveModel,
    IntervalTable,
    Shape,
    read_additive,
    read_interval,
)
from credscore.artefacts import load_artefact
from credscore.document import Document
from credscore.errors import ArtefactError
from credscore.features.claim_measures import CLAIM_FEATURES, claim_features
from credscore.features.measures import MEASURES, Measure
from credscore.findings import Claim, Findings, make_claim
from credscore.report import Contribution, ModelIdentity, make_contribution

__all__ = ["ARTICLE_MODEL", "CLAIM_MODEL", "ArticleModel", "ClaimModel"]

ARTICLE_MODEL = "article model"
CLAIM_MODEL = "claim model"


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
        self._names = tuple(shape.name for shape in additive.shapes)
        self._by_name = np.argsort(self._names)
        self._worded = tuple(_Worded.of(known[shape.name], shape) for shape in additive.shapes)
        self._extremes = tuple((shape.name, *shape.extremes) for shape in additive.shapes)

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
        fields, additive = read_additive(artefact)
        return cls(additive, read_interval(fields, folder / MODEL_FILE), artefact.identity)

    def vector(self, measures: Mapping[str, float]) -> NDArray[np.float64]:
        """The model's inputs as one row, shape (1, shapes)."""
        return np.array([[measures[name] for name in self._names]])

    def contributions(self, measures: Mapping[str, float]) -> tuple[Contribution, ...]:
        """What each measure adds to the score, largest in size first."""
        vector = self.vector(measures)
        added = self.additive.contributions(vector)[0]
        order = self._by_name[np.argsort(-np.abs(added[self._by_name]), kind="stable")].tolist()
        values, sizes = vector[0].tolist(), added.tolist()
        found = []
        for at in order:
            worded, value, size = self._worded[at], values[at], sizes[at]
            note = worded.note(value, size)
            found.append(make_contribution(worded.name, value, worded.unit, size, note))
        return tuple(found)

    def outside(self, measures: Mapping[str, float]) -> list[str]:
        """Names of the measures outside the training data's 1st to 99th percentile."""
        # NaN is neither under nor over.
        return [
            name
            for name, low, high in self._extremes
            if measures[name] < low or measures[name] > high
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
        return cls(read_additive(artefact)[1], artefact.identity)

    def judge(
        self, document: Document, findings: Findings, measures: Mapping[str, float]
    ) -> tuple[Claim, ...]:
        """The claims of an article with their probabilities; `measures` are the article's."""
        if not findings.claims:
            return ()
        matrix = claim_features(document, findings, measures)
        return tuple(
            make_claim(
                claim.id,
                claim.start,
                claim.end,
                claim.text,
                claim.support,
                claim.sources,
                claim.hedges,
                claim.citations,
                probability,
            )
            for claim, probability in zip(
                findings.claims, self.additive.probabilities(matrix).tolist(), strict=True
            )
        )


@dataclass(frozen=True, slots=True)
class _Worded:
    """What is the same in every contribution of a measure, and note on it."""

    name: str
    unit: str
    head: str
    zero: str
    ratio: bool
    tail: str
    undefined: str

    @classmethod
    def of(cls, item: Measure, shape: Shape) -> _Worded:
        per = f" {item.unit}" if item.unit.startswith("per") else ""
        head, tail = f"{item.label}: ", f"{per} ({_usual(item, shape)}); "
        return cls(
            item.name,
            item.unit,
            head,
            f"{head}{_shown(0.0, item.unit)}{tail}",
            item.unit == "ratio",
            tail,
            f"{item.label}: undefined, {item.undefined}; ",
        )

    def note(self, value: float, size: float) -> str:
        """Say a contribution in words."""
        effect = "no effect"
        if size:
            effect = "raises the score" if size > 0 else "lowers the score"
        # Half of all values; NaN is none of them.
        if not value:
            return self.zero + effect
        # NaN is not equal to itself.
        if value != value:
            return self.undefined + effect
        shown = f"{value:.0%}" if self.ratio else f"{round(value, 1):g}"
        return self.head + shown + self.tail + effect


def _usual(item: Measure, shape: Shape) -> str:
    """The middle half of the training data, in words."""
    low, high = (_shown(quartile, item.unit) for quartile in shape.typical)
    return f"usual: {low}" if low == high else f"usual: {low} to {high}"


def _shown(value: float, unit: str) -> str:
    return f"{value:.0%}" if unit == "ratio" else f"{round(value, 1):g}"
