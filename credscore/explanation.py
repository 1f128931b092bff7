"""A score in the reader's words: what raised and lowered it, and what would change it most."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.features.advice import FAMILIES, Advice, advice_table
from credscore.features.measures import MEASURES, described_sources
from credscore.findings import Findings, SourceType
from credscore.models import ArticleModel
from credscore.report import Contribution, Reason, Suggestion

__all__ = ["reasons", "suggestions"]

_SUGGESTED = 3
# Log-odds under which a change is not worth a writer's time.
_LEAST_GAIN = 0.02
_NAMED = 3
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
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
    words = _families(measures)
    found = [
        Reason(
            family,
            words[family],
            math.fsum(part.contribution for part in parts[family]),
            tuple(part.feature for part in parts[family]),
        )
        for family in FAMILIES
        if family in parts
    ]
    return tuple(sorted(found, key=lambda reason: -abs(reason.contribution)))


def _families(measures: Mapping[str, float]) -> dict[str, str]:
    """The values that matter to each family, in words."""
    get = measures.__getitem__
    people, bodies = get("person_source_count"), get("organisation_source_count")
    papers, independent = get("document_source_count"), get("independent_source_count")
    return {
        "sources": (
            f"{_count(people, 'named person', 'named people')}, "
            f"{_count(bodies, 'organisation', 'organisations')} and "
            f"{_count(papers, 'document', 'documents')} as sources, "
            f"{_word(independent)} of the identified ones independent of each other"
        ),
        "naming": (
            f"{_count(get('anonymous_source_count'), 'anonymous source', 'anonymous sources')}, "
            f"{_count(get('unnamed_source_count'), 'source', 'sources')} described but not named, "
            f"{_share(get('described_person_ratio'))} of the named people given with a role"
        ),
        "support": (
            f"{_share(get('identified_claim_ratio'))} of the claims rest on somebody or something "
            f"identified, {_share(get('own_claim_ratio'))} on nobody but the writer"
        ),
        "spread": (
            f"{_share(get('top_source_ratio'))} of the sourced claims rest on the most used "
            f"source, {_share(get('several_sources_ratio'))} on two or more"
        ),
        "quotations": (
            f"{_rate(get('quotation_rate'))} quotations in 1,000 words, "
            f"{_share(get('attributed_quotation_ratio'))} of them with a speaker"
        ),
        "outlets": _count(get("cited_outlet_count"), "other outlet", "other outlets") + " cited",
        "hedging": (
            f"{_share(get('hedged_claim_ratio'))} of the claims are hedged; "
            f"{_rate(get('contrast_rate'))} words of reservation in 1,000"
        ),
        "figures": (
            f"{_share(get('numeric_claim_ratio'))} of the claims hold a figure, "
            f"{_share(get('sourced_figure_ratio'))} of these are attributed; "
            f"{_rate(get('date_rate'))} days and months named in 1,000 words"
        ),
        "openness": (
            f"{_openness(measures)} on how it is known, what is not, who was asked, who paid, "
            "or who is independent"
        ),
        "voice": (
            f"{_rate(get('first_person_rate') + get('second_person_rate'))} words of I, we and "
            f"you, and {_rate(get('evaluation_rate') + get('sensation_rate'))} that judge or cry "
            f"out, in 1,000; {_share(get('question_ratio'))} of the sentences ask"
        ),
        "health": (
            f"{_rate(get('cost_rate'))} words on cost, {_rate(get('harm_rate'))} on harm, "
            f"{_rate(get('alternative_rate'))} on alternatives in 1,000"
        ),
        "length": _count(get("word_count"), "word", "words"),
    }


def _openness(measures: Mapping[str, float]) -> str:
    return _count(sum(measures[name] for name in _openness_counts()), "phrase", "phrases")


@cache
def _openness_counts() -> tuple[str, ...]:
    family = (item.name for item in advice_table().values() if item.family == "openness")
    return tuple(name for name in family if name.endswith("_count"))


def _word(value: float) -> str:
    return _WORDS[int(value)] if value < len(_WORDS) else f"{value:,.0f}"


def _count(value: float, one: str, many: str) -> str:
    return f"{_word(value)} {one if value == 1 else many}"


def _share(value: float) -> str:
    """A share before "of the claims"; one of nothing is none of it."""
    if math.isnan(value) or value == 0:
        return "none"
    return "all" if value == 1 else f"{min(max(round(100 * value), 1), 99)}%"


def _rate(value: float) -> str:
    return "no" if math.isnan(value) or value == 0 else f"{value:.1f}"


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
    for column in np.flatnonzero(gains >= _LEAST_GAIN).tolist():
        advice, gain = table[model.additive.shapes[column].name].advice, float(gains[column])
        if gain > best.get(advice, (0.0, 0))[0]:
            best[advice] = gain, column
    chosen = sorted(best.items(), key=lambda item: -item[1][0])[:_SUGGESTED]
    calibration = model.additive.calibration
    return tuple(
        Suggestion(
            model.additive.shapes[column].name,
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
    targets: NDArray[np.float64] = np.clip(values + step, low, high)
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
    if not shown:
        return "each"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
