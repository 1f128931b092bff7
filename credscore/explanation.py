"""A score in the reader's words: what raised and lowered it, and what would change it most."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.features.advice import FAMILIES, Advice, advice_table
from credscore.features.measures import MEASURES, described_sources
from credscore.findings import Findings, SourceType
from credscore.models import ArticleModel
from credscore.report import Contribution, Reason, Suggestion
from credscore.wording import families_in_words, listed

__all__ = ["reasons", "suggestions"]

_SUGGESTED = 3
# Log-odds under which a change is not worth a writer's time.
_LEAST_GAIN = 0.02
_NAMED = 3
_HIDDEN: Mapping[str, SourceType] = {
    "anonymous": "anonymous",
    "unnamed": "unnamed",
    "group": "group",
}
_BETTER = {item.name: item.better for item in MEASURES}


def reasons(
    contributions: Iterable[Contribution], measures: Mapping[str, float]
) -> tuple[Reason, ...]:
    """Sum the contributions by what they tell about.

    Parameters
    ----------
    contributions : iterable of Contribution
        Those of one score.
    measures : mapping of str to float
        All measures of the article.

    Returns
    -------
    tuple of Reason
        One for each family that the model uses, largest in size first; they add up to the same sum.
    """
    table = advice_table()
    parts: dict[str, list[Contribution]] = {}
    for part in contributions:
        parts.setdefault(table[part.feature].family, []).append(part)
    words = families_in_words(measures)
    found = [
        Reason(
            family,
            words[family],
            math.fsum([part.contribution for part in parts[family]]),
            tuple([part.feature for part in parts[family]]),
        )
        for family in FAMILIES
        if family in parts
    ]
    return tuple(sorted(found, key=lambda reason: -abs(reason.contribution)))


def suggestions(
    model: ArticleModel,
    document: Document,
    findings: Findings,
    measures: Mapping[str, float],
) -> tuple[Suggestion, ...]:
    """The changes of one measure each that would raise the score most.

    What a change gains is read from the model's tables, so it is exact for that one measure; a real
    revision moves several. A target is one step, all or none, or the better quartile of the
    training data: what an ordinary article reaches.

    Parameters
    ----------
    model : ArticleModel
        The model that scores.
    document : Document
        The article, cut.
    findings : Findings
        What was found in it.
    measures : mapping of str to float
        Its measures.

    Returns
    -------
    tuple of Suggestion
        Three at most, the largest gain first.
    """
    table = advice_table()
    values = model.vector(measures)
    targets = _targets(model, values[0])[None, :]
    before, after = model.additive.contributions(np.vstack((values, targets)))
    gains = after - before
    log_odds = model.additive.intercept + float(before.sum())
    best: dict[str, tuple[float, int]] = {}
    shapes = model.additive.shapes
    columns = (gains >= _LEAST_GAIN).nonzero()[0]
    for column, gain in zip(columns.tolist(), gains[columns].tolist(), strict=True):
        item = table[shapes[column].name]
        if item.needs and not measures[item.needs] > 0:
            continue
        if gain > best.get(item.advice, (0.0, 0))[0]:
            best[item.advice] = gain, column
    chosen = sorted(best.items(), key=lambda item: -item[1][0])[:_SUGGESTED]
    calibration = model.additive.calibration
    return tuple(
        Suggestion(
            shapes[column].name,
            float(values[0, column]),
            float(targets[0, column]),
            gain,
            calibration(log_odds + gain),
            _worded(advice, document, findings),
        )
        for advice, (gain, column) in chosen
    )


def _targets(model: ArticleModel, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The values to try; the same where there is nothing to do.

    What is undefined, a share of no quotations, can't be changed by itself and stays NaN.
    """
    step, low, high = _moves(model)
    # `numpy.clip` takes four times as long.
    targets: NDArray[np.float64] = np.minimum(np.maximum(values + step, low), high)
    return targets


@lru_cache(maxsize=8)
def _moves(model: ArticleModel) -> tuple[NDArray[np.float64], ...]:
    """For each measure the step to take, and the bounds within which its target lies."""
    table = advice_table()
    rows = [_move(table[shape.name], shape.typical) for shape in model.additive.shapes]
    return tuple(np.array(column) for column in zip(*rows, strict=True))


def _move(advice: Advice, typical: tuple[float, float]) -> tuple[float, float, float]:
    if not advice.advice:
        return 0.0, -math.inf, math.inf
    if advice.target in {"+1", "-1"}:
        return float(advice.target), 0.0, math.inf
    if advice.target in {"0", "1"}:
        return 0.0, float(advice.target), float(advice.target)
    if _BETTER[advice.name] == "less":
        return 0.0, -math.inf, typical[0]
    return 0.0, typical[1], math.inf


def _worded(advice: str, document: Document, findings: Findings) -> str:
    if "{" not in advice:
        return advice
    names = {
        key: _listed([source.name for source in findings.sources if source.type == kind])
        for key, kind in _HIDDEN.items()
    }
    people = [source for source in findings.sources if source.type == "person"]
    described = described_sources(document, people)
    names["undescribed"] = _listed([item.name for item in people if item.id not in described])
    return advice.format_map(names)


def _listed(names: Sequence[str]) -> str:
    """Names as an enumeration, a few of them."""
    shown = [f"“{name}”" for name in names[:_NAMED]]
    if len(names) > _NAMED:
        shown.append(f"{len(names) - _NAMED} more")
    return listed(shown) or "each"
