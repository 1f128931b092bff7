"""The words for what a report holds, the same on the terminal and on pages."""

from __future__ import annotations

import math
import re
from typing import Literal

from credscore.findings import SOURCE_TYPES, Source, SourceType, Support
from credscore.report import Report

__all__ = [
    "NOT_TRUTH",
    "SUPPORT_MEANS",
    "TYPE_NAMES",
    "Strength",
    "by_type",
    "heading_of",
    "label_of",
    "percent",
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
    """A probability in hundredths, "–" where it is undefined.

    Examples
    --------
    >>> percent(0.617)
    '62%'
    """
    return "–" if math.isnan(value) else f"{value:.0%}"


def heading_of(report: Report) -> str:
    """The article's title, or what else names it."""
    article = report.article
    return article.title or article.url or article.id or "Untitled article"


def label_of(feature: str) -> str:
    """A measure's words, such as "identified sources"; its name where it is not known."""
    # Imported here: a report can be shown without the measures' table.
    from credscore.features.measures import MEASURES

    return next((item.label for item in MEASURES if item.name == feature), feature)


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
    low, high = report.interval
    return (
        f"Of articles that score like this, a careful reviewer would judge about "
        f"{report.score * 100:.0f} in 100 well supported "
        f"({report.level:.0%} interval: {low * 100:.0f} to {high * 100:.0f})."
    )
