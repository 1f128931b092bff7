"""The words for what a report holds, the same on the terminal and on pages."""

from __future__ import annotations

import math
import re
from typing import Literal

from credscore.findings import SOURCE_TYPES, Source, SourceType, Support
from credscore.report import Report

__all__ = [
    "FAMILY_NAMES",
    "NOT_TRUTH",
    "SUPPORT_MEANS",
    "TYPE_NAMES",
    "TYPE_OF_ONE",
    "Strength",
    "by_type",
    "counted",
    "heading_of",
    "hundredths",
    "percent",
    "raised",
    "said_of_score",
    "strength_of",
    "who_it_is",
]

Strength = Literal["identified", "unidentified", "none"]

NOT_TRUTH = (
    "The score says how well the article shows where its claims come from. "
    "It does not say whether they are true."
)

SUPPORT_MEANS: dict[Support, str] = {
    "document": "an identified study, report, filing, letter or post",
    "named": "a person identified by name, on the record",
    "organisation": "an organisation that speaks as such, with no person named",
    "outlet": "another news outlet is the origin",
    "unnamed": "a real source, described and not named",
    "anonymous": "anonymity was given, or bare “sources”",
    "vague": "nobody in particular: “reportedly”, “critics say”",
    "own": "the writer's own voice, nobody behind it",
}

TYPE_NAMES: dict[SourceType, str] = {
    "person": "people named",
    "organisation": "organisations",
    "document": "documents",
    "outlet": "news outlets",
    "unnamed": "described, not named",
    "anonymous": "anonymous",
    "group": "nobody in particular",
    "self": "the writer",
}

# Of one source of a type; those above head lists.
TYPE_OF_ONE: dict[SourceType, str] = {
    "person": "named person",
    "organisation": "organisation",
    "document": "document",
    "outlet": "news outlet",
    "unnamed": "described, not named",
    "anonymous": "anonymous",
    "group": "nobody in particular",
    "self": "the writer",
}

FAMILY_NAMES: dict[str, str] = {
    "sources": "sources",
    "naming": "who is named",
    "support": "what claims rest on",
    "spread": "spread of the sources",
    "quotations": "quotations",
    "outlets": "other outlets",
    "hedging": "hedges",
    "figures": "figures and dates",
    "openness": "openness",
    "voice": "the writer’s voice",
    "health": "what health news owes",
    "length": "length",
}

# What would round to none or all.
_SMALLEST = 0.005

_STRENGTH: dict[Support, Strength] = {
    "document": "identified",
    "named": "identified",
    "organisation": "identified",
    "outlet": "identified",
    "unnamed": "unidentified",
    "anonymous": "unidentified",
    "vague": "unidentified",
    "own": "none",
}


def strength_of(support: Support) -> Strength:
    """Whether a support is somebody identified, somebody who is not, or nobody."""
    return _STRENGTH[support]


def by_type(report: Report) -> list[tuple[SourceType, list[Source]]]:
    """The sources of a report by type, in the order of the guide; types without one left out."""
    found = [
        (kind, [source for source in report.sources if source.type == kind])
        for kind in SOURCE_TYPES
    ]
    return [(kind, sources) for kind, sources in found if sources]


def percent(value: float) -> str:
    """A probability or a share in hundredths, "–" where it is undefined.

    None and all are said only where it is exactly none or all: nothing is certain.

    Examples
    --------
    >>> percent(0.617), percent(0.998), percent(1.0)
    ('62%', '>99%', '100%')
    """
    if math.isnan(value):
        return "–"
    if 0 < value < _SMALLEST:
        return "<1%"
    return ">99%" if 1 - _SMALLEST < value < 1 else f"{value:.0%}"


def hundredths(value: float) -> str:
    """A score with two digits, never as 0 or 1, which no score is.

    Examples
    --------
    >>> hundredths(0.617), hundredths(0.998)
    ('0.62', '>0.99')
    """
    if value < _SMALLEST:
        return "<0.01"
    return ">0.99" if value > 1 - _SMALLEST else f"{value:.2f}"


def heading_of(report: Report) -> str:
    """The article's title, or what else names it."""
    article = report.article
    return article.title or article.url or article.id or "Untitled article"


def who_it_is(source: Source) -> str:
    """The role that an article gives a source, where it says more than the name does.

    Examples
    --------
    >>> who_it_is(Source("s1", "defence official", "unnamed", (), role="a defence official"))
    ''
    """
    known = set(re.findall(r"\w+", source.name.lower())) | {"a", "an", "the", "one"}
    return source.role if set(re.findall(r"\w+", source.role.lower())) - known else ""


def said_of_score(report: Report) -> str:
    """The score as a sentence."""
    low, high = (_in_hundred(end) for end in report.interval)
    score = _in_hundred(report.score)
    return (
        f"Of articles that score like this, a careful reviewer would judge "
        f"{score if ' ' in score else f'about {score}'} in 100 well supported "
        f"({report.level:.0%} interval: {low} to {high})."
    )


def _in_hundred(value: float) -> str:
    if value < _SMALLEST:
        return "fewer than 1"
    return "more than 99" if value > 1 - _SMALLEST else f"{100 * value:.0f}"


def counted(count: int, noun: str) -> str:
    """A number with its noun.

    Examples
    --------
    >>> counted(1, "claim"), counted(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def raised(text: str) -> str:
    """A phrase as the beginning of a sentence.

    Examples
    --------
    >>> raised("say who paid")
    'Say who paid'
    """
    return text[:1].upper() + text[1:]
