"""A report as one self-contained HTML page that runs no script and asks nothing of any network."""

from __future__ import annotations

import math
from dataclasses import dataclass

from credscore.features.measures import MEASURES
from credscore.findings import SUPPORTS, Claim, Source
from credscore.rendering.chain import chain_of, outlet_name
from credscore.rendering.environment import fill, web_address
from credscore.rendering.marks import Paragraph, marked, without_title
from credscore.rendering.words import (
    FAMILY_NAMES,
    NOT_TRUTH,
    SUPPORT_MEANS,
    TYPE_NAMES,
    by_type,
    heading_of,
    said_of_score,
    strength_of,
    who_it_is,
)
from credscore.report import Reason, Report

__all__ = ["render_frame", "render_page"]

_CONTEXT = 36
# Contributions that stand open; the others, smaller, can be opened.
_SHOWN = 12
_REASONS = 6
# Log-odds under which a reason moved nothing worth a line.
_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class _Mention:
    """One mention of a source, with the words around it."""

    anchor: str
    before: str
    text: str
    after: str


def render_page(report: Report, index: str | None = None) -> str:
    """Render a report for people.

    Parameters
    ----------
    report : Report
        What to show.
    index : str or None
        Address of the page that lists this one among others.

    Returns
    -------
    str
        HTML. Everything from the article is escaped and its control characters and bidirectional
        overrides are replaced; the content-security policy forbids scripts and requests.
    """
    article = report.article
    sources = {source.id: source for source in report.sources}
    anchors = {
        mention.start: f"m-{source.id}-{number}"
        for source in report.sources
        for number, mention in enumerate(source.mentions, 1)
    }
    largest = max((abs(part.contribution) for part in report.contributions), default=0.0)
    labels = {item.name: item for item in MEASURES}
    return fill(
        "report.html",
        extra_style=_source_styles(report),
        report=report,
        heading=heading_of(report),
        address=web_address(article.url),
        index=index,
        who_it_is=who_it_is,
        said=said_of_score(report),
        not_truth=NOT_TRUTH,
        counts=_counts(report),
        paragraphs=[
            _paragraph(paragraph, anchors)
            for paragraph in without_title(marked(report), report.article.title)
        ],
        cast=[
            (TYPE_NAMES[kind], kind, [(source, _mentions(report, source)) for source in found])
            for kind, found in by_type(report)
        ],
        claims=[_claim_row(claim, report, sources) for claim in report.claims],
        chain=chain_of(report),
        outlets=_outlets(report),
        contributions=[
            (part, labels.get(part.feature), part.contribution / largest if largest else 0.0)
            for part in report.contributions
        ],
        shown=_SHOWN,
        rest=math.fsum(part.contribution for part in report.contributions[_SHOWN:]),
        reasons=_reasons(report),
        weakest=[(claim, strength_of(claim.support)) for claim in report.weakest_claims],
        measures=[(labels.get(name), name, value) for name, value in report.measures.items()],
        support_means=SUPPORT_MEANS,
        strengths={support: strength_of(support) for support in SUPPORTS},
    )


def _counts(report: Report) -> list[tuple[str, str, int]]:
    """Support, its strength and how many claims rest on it."""
    found = [claim.support for claim in report.claims]
    return [
        (support, strength_of(support), found.count(support))
        for support in SUPPORTS
        if support in found
    ]


def _reasons(report: Report) -> list[tuple[Reason, str, float]]:
    """Those that moved the score most, with a name, and their size as a share of the largest."""
    moving = [reason for reason in report.reasons if abs(reason.contribution) >= _LEAST][:_REASONS]
    largest = max((abs(reason.contribution) for reason in moving), default=1.0)
    return [
        (reason, FAMILY_NAMES.get(reason.family, reason.family), reason.contribution / largest)
        for reason in moving
    ]


def _source_styles(report: Report) -> str:
    """When a source is the page's target, all its mentions stand out; ids are our own."""
    return "".join(
        f"body:has(#{source.id}:target) .of-{source.id}"
        "{outline:3px solid var(--focus);outline-offset:1px}"
        for source in report.sources
        if source.id.isalnum() and source.id.isascii()
    )


def render_frame(report: Report) -> str:
    """Render a report as a frame that a notebook can hold.

    Parameters
    ----------
    report : Report
        What to show.

    Returns
    -------
    str
        An `iframe`, so that neither page touches the other's styles, and nothing in it may run.
    """
    from html import escape

    return (
        '<iframe title="credscore report" sandbox="allow-popups" width="100%" height="640" '
        f'srcdoc="{escape(render_page(report))}"></iframe>'
    )


def _paragraph(paragraph: Paragraph, anchors: dict[int, str]) -> dict[str, object]:
    pieces: list[dict[str, object]] = []
    for piece in paragraph.pieces:
        runs: list[dict[str, object]] = []
        following = [*piece.runs[1:], None]
        for run, after in zip(piece.runs, following, strict=True):
            opens = run.source is not None and run.start in anchors
            last = run.source is not None and (after is None or after.source != run.source)
            anchor = anchors[run.start] if opens else None
            runs.append({"run": run, "anchor": anchor, "last": last})
        pieces.append({"claim": piece.claim, "runs": runs})
    claims = [
        (piece.claim, strength_of(piece.claim.support))
        for piece in paragraph.pieces
        if piece.claim is not None
    ]
    return {"kind": paragraph.kind, "pieces": pieces, "claims": claims}


def _mentions(report: Report, source: Source) -> list[_Mention]:
    text = report.article.text
    return [
        _Mention(
            f"m-{source.id}-{number}",
            _before(text, start),
            " ".join(text[start:end].split()),
            _after(text, end),
        )
        for number, (start, end) in enumerate(source.mentions, 1)
    ]


def _before(text: str, place: int) -> str:
    """The words before a place on its line, whole ones."""
    line = text[max(0, place - _CONTEXT) : place]
    if "\n" in line:
        return line.rsplit("\n", 1)[1]
    return "… " + line.partition(" ")[2] if place > _CONTEXT else line


def _after(text: str, place: int) -> str:
    line = text[place : place + _CONTEXT]
    if "\n" in line:
        return line.split("\n", 1)[0]
    return line.rpartition(" ")[0] + " …" if place + _CONTEXT < len(text) else line


def _claim_row(claim: Claim, report: Report, sources: dict[str, Source]) -> dict[str, object]:
    hedges = {hedge.id: hedge for hedge in report.hedges}
    cited = {item.id: item for item in report.citations}
    return {
        "claim": claim,
        "strength": strength_of(claim.support),
        "sources": [sources[key] for key in claim.sources if key in sources],
        "hedges": [hedges[key].text for key in claim.hedges if key in hedges],
        "outlets": [outlet_name(cited[key]) for key in claim.citations if key in cited],
    }


@dataclass(slots=True)
class _Outlet:
    """An outlet that is cited: how often, and where the links to it lead."""

    name: str
    domain: str
    country: str
    described: bool
    count: int
    addresses: list[str]


def _outlets(report: Report) -> list[_Outlet]:
    found: dict[str, _Outlet] = {}
    for item in report.citations:
        name = outlet_name(item)
        outlet = found.setdefault(
            name, _Outlet(name, item.domain, item.country, not item.outlet, 0, [])
        )
        outlet.count += 1
        address = web_address(item.url)
        if address and address not in outlet.addresses:
            outlet.addresses.append(address)
    return list(found.values())
