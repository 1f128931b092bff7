"""A report as a page on the terminal, and one line an article for many."""

from __future__ import annotations

from collections import Counter

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from credscore.findings import SUPPORTS, Source
from credscore.rendering.marks import Paragraph, Piece, Run, inert, marked, without_title
from credscore.rendering.words import (
    FAMILY_NAMES,
    NOT_TRUTH,
    SUPPORT_MEANS,
    TYPE_NAMES,
    Strength,
    by_type,
    counted,
    heading_of,
    hundredths,
    percent,
    raised,
    said_of_score,
    strength_of,
    who_it_is,
)
from credscore.report import Report

__all__ = ["brief_header", "brief_line", "page"]

_STYLES = {"identified": "green", "unidentified": "yellow", "none": "dim"}
_SOURCE, _HEDGE, _CITATION = "bold cyan", "italic yellow", "bold magenta"
_RAISING, _LOWERING = "green", "red"
# Two columns from here on: the text stays as wide as a line can be read.
_WIDE = 150
_TEXT_WIDTH = 96
_MARGIN = 18
_REASONS = 6
_BAR = 10
# Log-odds under which a reason moved nothing worth a line.
_LEAST = 0.05
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def page(report: Report, console: Console) -> RenderableType:
    """Lay out one report for a console.

    Parameters
    ----------
    report : Report
        What to show.
    console : rich.console.Console
        Its width decides between one column and two, its colours how the marks look.

    Returns
    -------
    RenderableType
        For `console.print`.
    """
    marks = _Marks(console)
    evidence = [*_sources(report), *_citations(report)]
    verdict = [
        *_reasons(report),
        *_suggestions(report),
        *_weakest(report),
        *_warnings(report),
    ]
    text = [*_section("Text"), _article(report, marks)]
    closing = [*_section("Legend"), _legend(marks)]
    if console.width >= _WIDE:
        columns = Table.grid(padding=(0, 4))
        columns.add_column(width=_TEXT_WIDTH + _MARGIN)
        columns.add_column(ratio=1)
        columns.add_row(Group(*text), Group(*verdict, *evidence, *closing))
        return Group(*_head(report), columns)
    # Whoever has run the command sees the end first.
    return Group(*_head(report), *text, *evidence, *verdict, *closing)


class _Marks:
    """How a mark shows: by colour where there is some, else by signs."""

    def __init__(self, console: Console) -> None:
        # Bold and italics alone would not tell three kinds of mark apart.
        self.signs = console.no_color or console.color_system is None

    def append(self, line: Text, words: str, opening: str, closing: str, style: str) -> None:
        line.append(f"{opening}{words}{closing}" if self.signs else words, style=style)

    def source(self, line: Text, words: str, begins: bool = True, ends: bool = True) -> None:
        style = "bold" if self.signs else _SOURCE
        self.append(line, words, "[" * begins, "]" * ends, style)

    def hedge(self, line: Text, words: str) -> None:
        self.append(line, words, "~", "~", "italic" if self.signs else _HEDGE)

    def citation(self, line: Text, words: str) -> None:
        self.append(line, words, "«", "»", "" if self.signs else _CITATION)


def _section(name: str) -> list[RenderableType]:
    return [Text(), Text(name.upper(), style="bold")]


def _head(report: Report) -> list[RenderableType]:
    article = report.article
    about = (article.publisher, article.date, article.url or article.id)
    said = [inert(part) for part in about if part]
    said += [f"{report.words:,} words", counted(len(report.claims), "claim")]
    return [
        Text(inert(heading_of(report)), style="bold"),
        Text(" · ".join(said), style="dim"),
        Rule(style="dim"),
        _score(report),
        Text(said_of_score(report)),
        Text(NOT_TRUTH, style="dim"),
        *([_support_counts(report)] if report.claims else []),
    ]


def _score(report: Report) -> Text:
    """The score on a line from 0 to 1 with its interval."""
    cells = 40
    low, high = (round(end * (cells - 1)) for end in report.interval)
    place = round(report.score * (cells - 1))
    line = Text("Score ")
    line.append(hundredths(report.score), style="bold")
    line.append("   0 ")
    for cell in range(cells):
        if cell == place:
            line.append("●", style="bold")
        elif low <= cell <= high:
            line.append("━")
        else:
            line.append("┄", style="dim")
    line.append(" 1")
    return line


def _support_counts(report: Report) -> Text:
    counts = Counter(claim.support for claim in report.claims)
    line = Text("Claims rest on: ")
    parts = [
        Text.assemble((support, _STYLES[strength_of(support)]), f" {counts[support]}")
        for support in SUPPORTS
        if counts[support]
    ]
    return line.append_text(Text(" · ").join(parts))


def _article(report: Report, marks: _Marks) -> RenderableType:
    numbers = {source.id: source.id.removeprefix("s") for source in report.sources}
    rows = Table.grid(padding=0)
    rows.add_column(width=_MARGIN, no_wrap=True)
    rows.add_column(ratio=1)
    for number, paragraph in enumerate(without_title(marked(report), report.article.title)):
        if number:
            rows.add_row("", "")
        for piece in paragraph.pieces:
            words = _words(piece, paragraph, numbers, marks)
            if words.plain.strip():
                rows.add_row(_margin(piece), words)
    return rows


def _margin(piece: Piece) -> Text:
    if piece.claim is None:
        return Text()
    claim = piece.claim
    style = _STYLES[strength_of(claim.support)]
    return Text(f"{claim.support:<13}{percent(claim.probability):>4}", style=style)


def _words(piece: Piece, paragraph: Paragraph, numbers: dict[str, str], marks: _Marks) -> Text:
    line = Text(style="" if piece.claim or paragraph.kind == "heading" else "dim")
    started = False
    runs: list[Run | None] = [None, *piece.runs, None]
    for before, run, after in zip(runs, runs[1:], runs[2:], strict=False):
        if run is None:
            continue
        begins = run.source is not None and (before is None or before.source != run.source)
        ends = run.source is not None and (after is None or after.source != run.source)
        words = " ".join(run.text.split())
        if run.text[:1].isspace() and started:
            line.append(" ")
        started = started or bool(words)
        if run.citation is None and run.hedge is None:
            if run.source is None:
                line.append(words)
            else:
                marks.source(line, words, begins, ends)
        else:
            # An outlet within the description of a source: the inner mark within the outer's signs.
            if begins and marks.signs:
                line.append("[")
            (marks.hedge if run.citation is None else marks.citation)(line, words)
            if ends and marks.signs:
                line.append("]")
        if ends:
            line.append(numbers.get(run.source or "", "").translate(_SUPERSCRIPT))
        if run.text[-1:].isspace() and words:
            line.append(" ")
    return line


def _sources(report: Report) -> list[RenderableType]:
    kinds = by_type(report)
    if not kinds:
        return [*_section("Sources"), Text("none found", style="dim")]
    rows = Table.grid(padding=(0, 1))
    for column in ("right", "left", "left"):
        rows.add_column(justify="right" if column == "right" else "left")
    rows.columns[1].ratio = 1
    rows.columns[2].no_wrap = True
    for kind, sources in kinds:
        rows.add_row("", Text(TYPE_NAMES[kind], style="dim"), "")
        for source in sources:
            rows.add_row(
                Text(source.id.removeprefix("s"), style="dim"),
                _named(source),
                Text(
                    f"{counted(len(source.mentions), 'mention')}, "
                    f"{counted(len(source.claims), 'claim')}",
                    style="dim",
                ),
            )
    return [*_section("Sources"), rows]


def _named(source: Source) -> Text:
    """Its name, and what the article says of who it is and why it is not named."""
    name = Text(" ".join(inert(source.name).split()), style=_SOURCE)
    said = [who_it_is(source)] if who_it_is(source) else []
    if source.anonymity:
        said.append(
            f"anonymity: {source.reason}" if source.reason else "anonymity, no reason given"
        )
    if said:
        name.append(f"  {inert('; '.join(said))}", style="not bold default dim")
    return name


def _citations(report: Report) -> list[RenderableType]:
    if not report.citations:
        return []
    counts = Counter(inert(cited.outlet or f"“{cited.text}”") for cited in report.citations)
    named = Text(", ").join(
        Text.assemble((name, _CITATION), f" ×{count}" if count > 1 else "")
        for name, count in counts.items()
    )
    return [*_section("Outlets cited"), named]


def _reasons(report: Report) -> list[RenderableType]:
    moving = [part for part in report.reasons if abs(part.contribution) >= _LEAST]
    if not moving:
        return []
    largest = max(abs(part.contribution) for part in moving)
    rows = Table.grid(padding=(0, 1))
    rows.add_column(justify="right", no_wrap=True)
    rows.add_column(width=_BAR, no_wrap=True)
    rows.add_column(ratio=1)
    for part in moving[:_REASONS]:
        raises = part.contribution > 0
        style = _RAISING if raises else _LOWERING
        length = max(1, round(_BAR * abs(part.contribution) / largest))
        rows.add_row(
            Text(f"{part.contribution:+.2f}".replace("-", "−"), style=style),
            Text(("━" if raises else "╌") * length, style=style),
            Text.assemble(
                (raised(FAMILY_NAMES.get(part.family, part.family)), "bold"), f": {part.text}"
            ),
        )
    hint = Text("in log-odds; --format html has each measure", style="dim")
    return [*_section("Why this score"), rows, hint]


def _suggestions(report: Report) -> list[RenderableType]:
    if not report.suggestions:
        return []
    rows = Table.grid(padding=(0, 1))
    rows.add_column(justify="right", no_wrap=True)
    rows.add_column(ratio=1)
    for item in report.suggestions:
        rows.add_row(
            Text(f"→ {hundredths(item.score)}", style=_RAISING), Text(raised(inert(item.text)))
        )
    return [*_section("What would raise it most, each by itself"), rows]


def _weakest(report: Report) -> list[RenderableType]:
    if not report.weakest_claims:
        return []
    rows = Table.grid(padding=(0, 1))
    rows.add_column(no_wrap=True)
    rows.add_column(ratio=1)
    for claim in report.weakest_claims:
        support = f"{claim.support:<13}{percent(claim.probability):>4}"
        rows.add_row(
            Text(support, style=_STYLES[strength_of(claim.support)]),
            Text(" ".join(inert(claim.text).split())),
        )
    return [*_section("Claims that most need support"), rows]


def _warnings(report: Report) -> list[RenderableType]:
    if not report.warnings:
        return []
    lines = [Text(f"! {inert(warning)}", style="yellow") for warning in report.warnings]
    return [*_section("Warnings"), *lines]


def _legend(marks: _Marks) -> RenderableType:
    line = Text()
    marks.source(line, "source")
    line.append("¹ numbered as under Sources   ")
    marks.hedge(line, "hedge")
    line.append("   ")
    marks.citation(line, "other outlet")
    rows = Table.grid(padding=(0, 1))
    rows.add_column(no_wrap=True)
    rows.add_column(ratio=1)
    for support in SUPPORTS:
        rows.add_row(
            Text(support, style=_STYLES[strength_of(support)]),
            Text(SUPPORT_MEANS[support], style="dim"),
        )
    return Group(
        line,
        Text("In the margin: what each claim rests on, and how probably that is adequate."),
        Padding(rows, (0, 0, 0, 2)),
    )


def brief_header() -> str:
    """The heading over `brief_line`s."""
    return "score  interval    claims  identified  unnamed  article"


def brief_line(report: Report, width: int, cut: bool = True) -> str:
    """One line for one article.

    Parameters
    ----------
    report : Report
        What to show.
    width : int
        Characters there are.
    cut : bool
        Whether names that are longer are cut.

    Returns
    -------
    str
        Score, interval, claims, share of the claims on identified and on unidentified sources,
        and what names the article.
    """
    low, high = (hundredths(end) for end in report.interval)
    shares = Counter(strength_of(claim.support) for claim in report.claims)
    claims = len(report.claims)

    def share(strength: Strength) -> str:
        return percent(shares[strength] / claims if claims else float("nan"))

    start = (
        f"{hundredths(report.score):>5}  {f'{low}–{high}':<10}  {claims:>6}  "
        f"{share('identified'):>10}  {share('unidentified'):>7}  "
    )
    article = report.article
    names = [part for part in (article.title, article.id or article.url) if part]
    named = " ".join(inert(" · ".join(names) or "untitled").split())
    room = max(width - len(start), 12)
    return start + (named if len(named) <= room or not cut else named[: room - 1] + "…")
