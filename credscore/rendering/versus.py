"""Two reports side by side, on the terminal and as a page."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from credscore.comparison import Comparison
from credscore.findings import Claim, Source
from credscore.rendering.environment import fill
from credscore.rendering.marks import inert
from credscore.rendering.words import (
    NOT_TRUTH,
    TYPE_OF_ONE,
    counted,
    heading_of,
    hundredths,
    percent,
    strength_of,
)
from credscore.report import Report

__all__ = ["compared", "render_comparison"]

# Scores that show the same two digits.
_ALIKE = 0.005
_STYLES = {"identified": "green", "unidentified": "yellow", "none": "dim"}


def compared(comparison: Comparison) -> RenderableType:
    """Lay out a comparison for a console.

    Parameters
    ----------
    comparison : Comparison
        What to show.

    Returns
    -------
    RenderableType
        For `console.print`.
    """
    parts: list[RenderableType] = [_heads(comparison), Text(), Text(_difference(comparison))]
    sources, outlets, claims = comparison.sources, comparison.outlets, comparison.claims
    parts += _pair(
        "Sources", [_source(s) for s in sources.left], [_source(s) for s in sources.right]
    )
    parts += _shared("sources", [inert(pair[0].name) for pair in sources.both])
    parts += _pair("Outlets cited", [Text(inert(o)) for o in outlets.left],
                   [Text(inert(o)) for o in outlets.right])  # fmt: skip
    parts += _shared("outlets", [inert(pair[0]) for pair in outlets.both])
    parts += _pair("Claims", [_claim(c) for c in claims.left], [_claim(c) for c in claims.right])
    parts.append(Text(f"In both: {counted(len(claims.both), 'claim')}", style="dim"))
    if comparison.changed:
        parts += [Text(), Text("CLAIMS IN BOTH, SUPPORT CHANGED", style="bold")]
        parts += [_change(*pair) for pair in comparison.changed]
    return Group(*parts, Text(), Text(NOT_TRUTH, style="dim"))


def _table() -> Table:
    table = Table.grid(padding=(0, 3, 0, 0), expand=True)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    return table


def _heads(comparison: Comparison) -> Table:
    table = _table()
    reports = (comparison.left, comparison.right)
    table.add_row(*(Text(inert(heading_of(report)), style="bold") for report in reports))
    table.add_row(*(Text(inert(report.article.id or ""), style="dim") for report in reports))
    table.add_row(*(_score(report) for report in reports))
    return table


def _score(report: Report) -> Text:
    low, high = (hundredths(end) for end in report.interval)
    return Text.assemble(
        "Score ", (hundredths(report.score), "bold"), f" ({low} to {high}), ",
        counted(len(report.claims), "claim"),
    )  # fmt: skip


def _difference(comparison: Comparison) -> str:
    """Which one scores higher, and whether that says anything."""
    left, right = comparison.left, comparison.right
    gap = right.score - left.score
    if abs(gap) < _ALIKE:
        return "They score alike."
    higher = f"The {'right' if gap > 0 else 'left'} one scores {abs(gap):.2f} higher"
    apart = left.interval[0] > right.interval[1] or right.interval[0] > left.interval[1]
    return (
        f"{higher}, beyond both intervals."
        if apart
        else (f"{higher}; the intervals overlap, so the scores alone do not tell them apart.")
    )


def _pair(name: str, left: list[Text], right: list[Text]) -> list[RenderableType]:
    table = _table()
    table.add_row(Text("only here", style="dim"), Text("only here", style="dim"))
    for place in range(max(len(left), len(right), 1)):
        cells = [side[place] if place < len(side) else Text() for side in (left, right)]
        if not place:
            cells = [
                Text("none", style="dim") if not side else cell
                for side, cell in zip((left, right), cells, strict=True)
            ]
        table.add_row(*cells)
    return [Text(), Text(name.upper(), style="bold"), table]


def _shared(noun: str, names: list[str]) -> list[RenderableType]:
    said = ", ".join(" ".join(name.split()) for name in names) or f"no {noun}"
    return [Text(f"In both: {said}", style="dim")]


def _source(source: Source) -> Text:
    name = " ".join(inert(source.name).split())
    return Text.assemble((name, "bold"), (f"  {TYPE_OF_ONE[source.type]}", "dim"))


def _claim(claim: Claim) -> Text:
    words = " ".join(inert(claim.text).split())
    style = _STYLES[strength_of(claim.support)]
    return Text.assemble((f"{claim.support} {percent(claim.probability)}", style), f"  {words}\n")


def _change(before: Claim, after: Claim) -> Text:
    words = " ".join(inert(after.text).split())
    return Text.assemble(
        (before.support, _STYLES[strength_of(before.support)]), " → ",
        (after.support, _STYLES[strength_of(after.support)]), f"  {words}",
    )  # fmt: skip


def render_comparison(comparison: Comparison) -> str:
    """Render a comparison as a self-contained page.

    Parameters
    ----------
    comparison : Comparison
        What to show.

    Returns
    -------
    str
        HTML, as inert as a report's.
    """
    return fill(
        "versus.html",
        comparison=comparison,
        reports=[
            (comparison.left, heading_of(comparison.left)),
            (comparison.right, heading_of(comparison.right)),
        ],
        strength_of=strength_of,
        difference=_difference(comparison),
        type_of_one=TYPE_OF_ONE,
        not_truth=NOT_TRUTH,
    )
