"""What the measures of an article come to, family by family, in the reader's words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import cache

from credscore.features.advice import Family, advice_table

__all__ = ["families_in_words", "listed"]

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def families_in_words(measures: Mapping[str, float]) -> dict[Family, str]:
    """Say for each family of measures the values that matter most.

    Parameters
    ----------
    measures : mapping of str to float
        All measures of an article.

    Returns
    -------
    dict of str to str
        A phrase for each family.

    Examples
    --------
    >>> from credscore.features.measures import MEASURES
    >>> none = {item.name: 0.0 for item in MEASURES}
    >>> families_in_words({**none, "person_source_count": 1.0})["sources"]
    'one named person as the only source'
    """
    return {
        "sources": _sources(measures),
        "naming": _naming(measures),
        "support": _support(measures),
        "spread": _spread(measures),
        "quotations": _quotations(measures),
        "outlets": _count(measures["cited_outlet_count"], "other outlet", "other outlets")
        + " cited",
        "hedging": _hedging(measures),
        "figures": _figures(measures),
        "openness": _openness(measures),
        "voice": _voice(measures),
        "health": _health(measures),
        "length": _count(measures["word_count"], "word", "words"),
    }


def listed(items: Sequence[str]) -> str:
    """Join words as an enumeration.

    Examples
    --------
    >>> listed(["one person", "two organisations", "a letter"])
    'one person, two organisations and a letter'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def _sources(measures: Mapping[str, float]) -> str:
    kinds = {
        "person": ("named person", "named people"),
        "organisation": ("organisation", "organisations"),
        "document": ("document", "documents"),
        "outlet": ("outlet", "outlets"),
    }
    counts = {kind: measures[f"{kind}_source_count"] for kind in kinds}
    found = listed([_count(n, *kinds[kind]) for kind, n in counts.items() if n])
    total, independent = sum(counts.values()), measures["independent_source_count"]
    if not found:
        return "no named person, organisation, document or outlet as a source"
    if total == 1:
        return f"{found} as the only source"
    if independent >= total:
        return f"{found} as sources, {'both' if total == 2 else 'all'} independent of each other"
    if independent <= 1:
        return f"{found} as sources, none independent of the others"
    return f"{found} as sources, {_word(independent)} of the {_word(total)} independent"


def _naming(measures: Mapping[str, float]) -> str:
    anonymous, unnamed = measures["anonymous_source_count"], measures["unnamed_source_count"]
    hidden = [_count(anonymous, "anonymous source", "anonymous sources")] if anonymous else []
    if unnamed:
        hidden.append(_count(unnamed, "source", "sources") + " described but not named")
    words = listed(hidden) or "no anonymous or unnamed sources"
    people, described = measures["person_source_count"], measures["described_person_ratio"]
    if not people:
        return words
    if people == 1:
        return f"{words}; the named person is given {'with' if described else 'without'} a role"
    return f"{words}; {_share(described)} of the named people are given with a role"


def _support(measures: Mapping[str, float]) -> str:
    identified, own = measures["identified_claim_ratio"], measures["own_claim_ratio"]
    if not measures["claim_count"]:
        return "no claim that could be checked"
    if own == 1:
        return "all claims rest on nobody but the writer"
    words = f"{_share(identified)} of the claims rest on somebody or something identified"
    return f"{words}, {_share(own)} on nobody but the writer"


def _spread(measures: Mapping[str, float]) -> str:
    top, several = measures["top_source_ratio"], measures["several_sources_ratio"]
    if _none(top):
        return "no claim rests on a source"
    if measures["single_source_ratio"] == 1:
        return "all sourced claims rest on one and the same source"
    words = f"{_share(top)} of the sourced claims rest on the most used source"
    return f"{words}, {_share(several)} on more than one"


def _quotations(measures: Mapping[str, float]) -> str:
    if _none(measures["quotation_rate"]):
        return "no full quotations"
    speakers = _share(measures["attributed_quotation_ratio"])
    return (
        f"{_rate(measures['quotation_rate'])} quotations in 1,000 words, {speakers} with a speaker"
    )


def _hedging(measures: Mapping[str, float]) -> str:
    contrast = measures["contrast_rate"]
    words = f"{_share(measures['hedged_claim_ratio'])} of the claims are hedged; "
    if _none(contrast):
        return words + "no words such as “but” and “however”"
    return f"{words}{_rate(contrast)} words such as “but” and “however” in 1,000"


def _figures(measures: Mapping[str, float]) -> str:
    figures, dates = measures["numeric_claim_ratio"], measures["date_rate"]
    words = "no claim holds a figure"
    if not _none(figures):
        words = (
            f"{_share(figures)} of the claims hold a figure, "
            f"{_share(measures['sourced_figure_ratio'])} of these with a source"
        )
    if _none(dates):
        return f"{words}; no day or month is named"
    return f"{words}; {_rate(dates)} days and months named in 1,000 words"


def _openness(measures: Mapping[str, float]) -> str:
    phrases = _count(sum(measures[name] for name in _openness_counts()), "phrase", "phrases")
    return (
        f"{phrases} on how it is known, what is not known, who was asked for an answer, who paid, "
        "or who is independent"
    )


@cache
def _openness_counts() -> tuple[str, ...]:
    family = (item.name for item in advice_table().values() if item.family == "openness")
    return tuple(name for name in family if name.endswith("_count"))


def _voice(measures: Mapping[str, float]) -> str:
    """How the writer speaks, in three parts."""
    address = measures["first_person_rate"] + measures["second_person_rate"]
    judging = measures["evaluation_rate"] + measures["sensation_rate"]
    asks = measures["question_ratio"]
    rates = [
        words
        for rate, words in (
            (address, f"{_rate(address)} words such as “I”, “we” and “you”"),
            (judging, f"{_rate(judging)} words that judge or cry out"),
        )
        if not _none(rate)
    ]
    said = [f"{listed(rates)} in 1,000"] if rates else []
    if not _none(asks):
        said.append(f"{_share(asks)} of the sentences ask")
    absent = [
        words
        for rate, words in (
            (address, "no “I”, “we” or “you”"),
            (judging, "no words that judge or cry out"),
            (asks, "no questions"),
        )
        if _none(rate)
    ]
    return "; ".join([*said, listed(absent)] if absent else said)


def _health(measures: Mapping[str, float]) -> str:
    topics = {"cost": "cost", "harm": "harm", "alternative": "alternatives"}
    rates = {words: measures[f"{name}_rate"] for name, words in topics.items()}
    said = [f"{_rate(rate)} words on {words}" for words, rate in rates.items() if not _none(rate)]
    absent = [words for words, rate in rates.items() if _none(rate)]
    parts = [f"{listed(said)} in 1,000"] if said else []
    if absent:
        last = f" or {absent[-1]}" if len(absent) > 1 else absent[-1]
        parts.append(f"nothing on {', '.join(absent[:-1])}{last}")
    return "; ".join(parts)


def _none(value: float) -> bool:
    """Whether there is none of it; a share of nothing is none."""
    return math.isnan(value) or value == 0


def _word(value: float) -> str:
    return _WORDS[int(value)] if value < len(_WORDS) else f"{value:,.0f}"


def _count(value: float, one: str, many: str) -> str:
    return f"{_word(value)} {one if value == 1 else many}"


def _share(value: float) -> str:
    """A share before "of the claims"."""
    if _none(value):
        return "none"
    return "all" if value == 1 else f"{min(max(round(100 * value), 1), 99)}%"


def _rate(value: float) -> str:
    """A rate that is not none: even the smallest is not shown as zero."""
    return f"{max(value, 0.1):.1f}"
