"""Reports on their way from one process to another, as rows of plain values.

Pickled as it is, a report costs whoever opens it a call for each of its hundreds of records. Rows
are opened by the pickle's own loop, and each becomes a record by one call of `maker`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain, starmap
from operator import attrgetter
from typing import Any, TypeAlias

from credscore.article import Article
from credscore.findings import (
    Attribution,
    Citation,
    Claim,
    Findings,
    Hedge,
    Source,
    Span,
    make_attribution,
    make_claim,
    make_source,
)
from credscore.records import maker
from credscore.report import Contribution, Reason, Report, Suggestion, make_contribution

__all__ = ["Packed", "pack", "unpack"]

Packed: TypeAlias = tuple[Any, ...]

_Maker: TypeAlias = Callable[..., Any]
# What holds nothing but text, numbers and tuples of them: its fields, and how it is made of them.
_PLAIN: tuple[tuple[attrgetter[Any], _Maker], ...] = tuple(
    (attrgetter(*kind.__slots__), make)
    for kind, make in (
        (Contribution, make_contribution),
        (Claim, make_claim),
        (Hedge, maker(Hedge)),
        (Citation, maker(Citation)),
        (Reason, maker(Reason)),
        (Suggestion, maker(Suggestion)),
    )
)
_ATTRIBUTION = attrgetter(*Attribution.__slots__)
_SOURCE = attrgetter(*Source.__slots__)
_WHOLE = attrgetter(
    "words",
    "sentences",
    "score",
    "interval",
    "level",
    "models",
    "intercept",
    "calibration",
    "measures",
    "warnings",
)
_span = partial(tuple.__new__, Span)


def pack(report: Report) -> Packed:
    """Make rows of a report, all but its article.

    Examples
    --------
    >>> from credscore import score
    >>> report = score("The minister, Ana Silva, said that prices would fall by 3%. " * 8)
    >>> unpack(pack(report), report.article) == report
    True
    """
    found = report.findings
    records: tuple[tuple[object, ...], ...] = (
        report.contributions,
        found.claims,
        found.hedges,
        found.citations,
        report.reasons,
        report.suggestions,
    )
    return (
        _WHOLE(report),
        [list(map(fields, kind)) for (fields, _), kind in zip(_PLAIN, records, strict=True)],
        [
            (_plain(source), _plain(cue), _flat(content), *rest)
            for source, cue, content, *rest in map(_ATTRIBUTION, found.attributions)
        ],
        [
            (id_, name, type_, _flat(mentions), *rest)
            for id_, name, type_, mentions, *rest in map(_SOURCE, found.sources)
        ],
    )


def unpack(packed: Packed, article: Article) -> Report:
    """Make the report again, of what `pack` gave and its article."""
    whole, rows, attributions, sources = packed
    contributions, claims, hedges, citations, reasons, suggestions = (
        tuple(starmap(make, kind)) for (_, make), kind in zip(_PLAIN, rows, strict=True)
    )
    words, sentences, score, interval, level, models, intercept, calibration, measures, warnings = (
        whole
    )
    findings = Findings(
        tuple(
            [
                make_attribution(source and _span(source), cue and _span(cue), _spans(flat), *rest)
                for source, cue, flat, *rest in attributions
            ]
        ),
        tuple(
            [
                make_source(id_, name, type_, _spans(flat), *rest)
                for id_, name, type_, flat, *rest in sources
            ]
        ),
        hedges,
        citations,
        claims,
    )
    return Report(
        article,
        words,
        sentences,
        score,
        interval,
        level,
        models,
        intercept,
        calibration,
        contributions,
        measures,
        findings,
        warnings,
        reasons,
        suggestions,
    )


def _plain(span: Span | None) -> tuple[int, ...] | None:
    return None if span is None else tuple(span)


def _flat(spans: Iterable[Span]) -> list[int]:
    return list(chain.from_iterable(spans))


def _spans(flat: list[int]) -> tuple[Span, ...]:
    return tuple(map(_span, zip(flat[::2], flat[1::2], strict=True)))
