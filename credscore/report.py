"""What is said of one article: the score, the evidence for it, and what to know when reading it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from credscore.article import Article
from credscore.findings import Attribution, Citation, Claim, Findings, Hedge, Source, Span
from credscore.records import maker

__all__ = [
    "SCHEMA",
    "Calibration",
    "Contribution",
    "JsonValue",
    "ModelIdentity",
    "Reason",
    "Report",
    "Suggestion",
    "make_contribution",
]

SCHEMA = 1
_WEAKEST = 3
# What so many readers of ten would accept needs no more support.
_SURE = 0.9

JsonValue: TypeAlias = bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"] | None


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one measure adds to the score.

    Attributes
    ----------
    feature : str
        Name of the measure.
    value : float
        Its value in this article; NaN where it is undefined.
    unit : str
        "count", "ratio", "per 1,000 words" and the like.
    contribution : float
        Log-odds added to the score before calibration; negative lowers it.
    note : str
        The same in a reader's words.
    """

    feature: str
    value: float
    unit: str
    contribution: float
    note: str


# A report has one for each measure.
make_contribution = maker(Contribution)


@dataclass(frozen=True, slots=True)
class Reason:
    """What the measures of one family add to the score together.

    Attributes
    ----------
    family : str
        What they tell about: "sources", "naming", "support" and the like.
    text : str
        What was found, in a reader's words.
    contribution : float
        Log-odds: the sum of the contributions of its measures.
    features : tuple of str
        Their names.
    """

    family: str
    text: str
    contribution: float
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A change that would raise the score, of one measure alone.

    Attributes
    ----------
    feature : str
        Name of the measure.
    value, target : float
        What it is, and what it would be.
    gain : float
        Log-odds that this adds before calibration.
    score : float
        The score with this change.
    text : str
        What a writer would do.
    """

    feature: str
    value: float
    target: float
    gain: float
    score: float
    text: str


@dataclass(frozen=True, slots=True)
class Calibration:
    """The map from the additive log-odds to the score: `expit(slope * log_odds + intercept)`."""

    slope: float
    intercept: float

    def __call__(self, log_odds: float) -> float:
        """Return the calibrated probability."""
        mapped = self.slope * log_odds + self.intercept
        if mapped >= 0:
            return 1.0 / (1.0 + math.exp(-mapped))
        power = math.exp(mapped)
        return power / (1.0 + power)


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """An artefact that took part: its name, as "general-v1", and the sha256 of its manifest."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """The result for one article: how well its claims are supported, never whether they are true.

    Attributes
    ----------
    article : Article
        What was scored.
    words, sentences : int
        Size of the article without page furniture.
    score : float
        Calibrated probability, 0 to 1, that a careful reviewer would judge the article's claims
        well supported.
    interval : tuple of float
        Low and high end of the score's interval.
    level : float
        Nominal coverage of the interval.
    models : tuple of ModelIdentity
        The artefacts used.
    intercept : float
        With the contributions it adds up to `log_odds`.
    calibration : Calibration
        The map from `log_odds` to `score`.
    contributions : tuple of Contribution
        One for each measure of the model, largest in size first.
    measures : dict of str to float
        Every measure; NaN where undefined.
    findings : Findings
        Claims, sources, attributions, hedges and citations.
    warnings : tuple of str
        What a reader of the score should know.
    reasons : tuple of Reason
        The contributions summed by what they tell about, largest in size first.
    suggestions : tuple of Suggestion
        The changes that would raise the score most, at most three.
    """

    article: Article
    words: int
    sentences: int
    score: float
    interval: tuple[float, float]
    level: float
    models: tuple[ModelIdentity, ...]
    intercept: float
    calibration: Calibration
    contributions: tuple[Contribution, ...]
    measures: dict[str, float]
    findings: Findings
    warnings: tuple[str, ...] = field(default=())
    reasons: tuple[Reason, ...] = field(default=())
    suggestions: tuple[Suggestion, ...] = field(default=())

    @property
    def log_odds(self) -> float:
        """The sum of the intercept and all contributions."""
        return self.intercept + math.fsum(part.contribution for part in self.contributions)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims, in order."""
        return self.findings.claims

    @property
    def weakest_claims(self) -> tuple[Claim, ...]:
        """The claims that most need support: the three of lowest probability, lowest first.

        What nine in ten readers would call adequately supported needs none.
        """
        # NaN is not under it.
        judged = [claim for claim in self.claims if claim.probability < _SURE]
        return tuple(sorted(judged, key=lambda claim: claim.probability)[:_WEAKEST])

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources, in order of first mention."""
        return self.findings.sources

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """The attributions, in order."""
        return self.findings.attributions

    @property
    def hedges(self) -> tuple[Hedge, ...]:
        """The hedges, in order."""
        return self.findings.hedges

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of other outlets, in order."""
        return self.findings.citations

    @classmethod
    def from_dict(cls, fields: Mapping[str, JsonValue], text: str | None = None) -> Report:
        """Restore what `to_dict` gave.

        Parameters
        ----------
        fields : mapping
            The values, from JSON or a line of JSON Lines output.
        text : str or None
            The article's text, which the values do not hold; without it, the claims, hedges and
            citations stand in blanks, each in its place.

        Returns
        -------
        Report
            Its `to_dict` gives the same values.

        Raises
        ------
        ReadError
            If the values are of another schema, or something is missing.
        """
        from credscore.restoring import restore

        return restore(fields, text)

    def _repr_html_(self) -> str:
        """The report as a notebook shows it."""
        from credscore.rendering.page import render_frame

        return render_frame(self)

    def to_dict(self) -> dict[str, JsonValue]:
        """Return the report as plain JSON values: schema 1, also a line of JSON Lines output.

        Returns
        -------
        dict
            `json.dumps` takes it as it is; NaN is None.
        """
        article = self.article
        return {
            "schema": SCHEMA,
            "article": {
                "id": article.id,
                "title": article.title,
                "publisher": article.publisher,
                "url": article.url,
                "date": article.date,
                "words": self.words,
                "sentences": self.sentences,
            },
            "score": self.score,
            "interval": list(self.interval),
            "level": self.level,
            "model": [{"name": model.name, "sha256": model.sha256} for model in self.models],
            "intercept": self.intercept,
            "calibration": {
                "slope": self.calibration.slope,
                "intercept": self.calibration.intercept,
            },
            "contributions": [
                {
                    "feature": part.feature,
                    # NaN is not equal to itself.
                    "value": part.value if part.value == part.value else None,
                    "unit": part.unit,
                    "contribution": part.contribution,
                    "note": part.note,
                }
                for part in self.contributions
            ],
            "measures": {
                name: value if value == value else None for name, value in self.measures.items()
            },
            "claims": [_claim(claim) for claim in self.claims],
            "sources": [_source(source) for source in self.sources],
            "attributions": [_attribution(attribution) for attribution in self.attributions],
            "hedges": [_plain(hedge) for hedge in self.hedges],
            "citations": [_plain(citation) for citation in self.citations],
            "warnings": list(self.warnings),
            "reasons": [
                {
                    "family": reason.family,
                    "text": reason.text,
                    "contribution": reason.contribution,
                    "features": list(reason.features),
                }
                for reason in self.reasons
            ],
            "suggestions": [
                {
                    "feature": item.feature,
                    "value": _number(item.value),
                    "target": _number(item.target),
                    "gain": item.gain,
                    "score": item.score,
                    "text": item.text,
                }
                for item in self.suggestions
            ],
            "weakest_claims": [claim.id for claim in self.weakest_claims],
        }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def _span(span: Span | None) -> list[JsonValue] | None:
    return None if span is None else [span.start, span.end]


def _plain(found: Hedge | Citation) -> dict[str, JsonValue]:
    """The fields of what holds nothing but text and numbers."""
    return {name: getattr(found, name) for name in found.__slots__}


def _claim(claim: Claim) -> dict[str, JsonValue]:
    return {
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "text": claim.text,
        "support": claim.support,
        "probability": _number(claim.probability),
        "sources": list(claim.sources),
        "hedges": list(claim.hedges),
        "citations": list(claim.citations),
    }


def _source(source: Source) -> dict[str, JsonValue]:
    return {
        "id": source.id,
        "name": source.name,
        "type": source.type,
        "mentions": [[start, end] for start, end in source.mentions],
        "claims": list(source.claims),
        "role": source.role,
        "knows": source.knows,
        "anonymity": source.anonymity,
        "reason": source.reason,
    }


def _attribution(attribution: Attribution) -> dict[str, JsonValue]:
    return {
        "source": _span(attribution.source),
        "cue": _span(attribution.cue),
        "content": [[start, end] for start, end in attribution.content],
        "source_id": attribution.source_id,
        "kind": attribution.kind,
    }
