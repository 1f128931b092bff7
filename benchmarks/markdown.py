"""Results as Markdown: a table of figures a benchmark, then its other tables and notes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from benchmarks.published import SOURCES
from benchmarks.results import Figure, Result, Table
from benchmarks.suite import NAMES
from credscore.report import JsonValue

__all__ = ["put_figures", "to_markdown"]

_MARKED = re.compile(r"(<!-- figures[^>]*-->\n)(.*?)(<!-- /figures -->)", re.DOTALL)
_SECTION = re.compile(r"^### (\w+)\n(.*?)(?=^### |\Z)", re.DOTALL | re.MULTILINE)


def to_markdown(results: Sequence[Result], environment: Mapping[str, JsonValue], seed: int) -> str:
    """The whole run on one page."""
    libraries = environment.get("libraries")
    named = libraries.items() if isinstance(libraries, dict) else ()
    versions = ", ".join(f"{name} {number}" for name, number in named)
    lines = [
        "# Benchmarks",
        "",
        f"Python {environment['python']} on {environment['cores']} cores "
        f"({environment['architecture']}); {versions}; seed {seed}.",
    ]
    for result in results:
        lines += _section(result)
    if any(figure.published for result in results for figure in result.figures):
        lines += ["", "## Published figures", ""]
        lines += [f"- {name}: {source}" for name, source in SOURCES.items()]
    return "\n".join([*lines, ""])


def put_figures(page: str, results: Sequence[Result], environment: Mapping[str, JsonValue]) -> str:
    """Put the figures of a run between the marks of a page of the documentation.

    Benchmarks that were not run keep the section that they have there.

    Raises
    ------
    ValueError
        If the page has no marks.
    """
    marked = _MARKED.search(page)
    if not marked:
        raise ValueError("the page has no marks: <!-- figures --> and <!-- /figures -->")
    known = {name: body.strip("\n") for name, body in _SECTION.findall(marked[2])}
    made_with = f"Python {environment['python']}, {environment['cores']} cores"
    for result in results:
        lines = _figures(result)
        for table in result.tables:
            if table.on_page:
                lines += ["", f"#### {table.title}", "", *_table(table)]
        lines += ["", *(f"- {note}" for note in result.notes), f"- {made_with}."]
        known[result.name.capitalize()] = "\n".join(lines)
    order = sorted(known, key=lambda name: NAMES.index(name.lower()))
    text = "\n\n".join(f"### {name}\n\n{known[name]}" for name in order)
    return f"{page[: marked.end(1)]}{text}\n{page[marked.start(3) :]}"


def _figures(result: Result) -> list[str]:
    columns = ("figure", "value", "90% interval", "better", "bar", "baselines", "published")
    return _table(Table("", columns, tuple(_line(figure) for figure in result.figures)))


def _section(result: Result) -> list[str]:
    lines = ["", f"## {result.name.capitalize()}", "", *_figures(result)]
    for table in result.tables:
        lines += ["", f"### {table.title}", "", *_table(table)]
    if result.notes:
        lines += ["", *(f"- {note}" for note in result.notes)]
    lines += ["", *(f"- `{file}` sha256 `{digest}`" for file, digest in result.corpora.items())]
    return lines


def _line(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        _number(figure.value),
        "" if figure.interval is None else " to ".join(map(_number, figure.interval)),
        figure.better,
        "" if figure.bar is None else f"{_number(figure.bar)}{_reached(figure)}",
        _beside(figure.baselines),
        _beside(figure.published),
    )


def _reached(figure: Figure) -> str:
    assert figure.bar is not None
    more = figure.value >= figure.bar
    return "" if more == (figure.better == "more") or figure.value == figure.bar else ", missed"


def _beside(values: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {_number(value)}" for name, value in values.items())


def _table(table: Table) -> list[str]:
    lines = [f"| {' | '.join(table.columns)} |", f"|{'---|' * len(table.columns)}"]
    for row in table.rows:
        cells = [_number(cell) if isinstance(cell, float) else str(cell) for cell in row]
        lines.append(f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |")
    return lines


def _number(value: float) -> str:
    """Three digits behind the point for what lies in 0 to 1, fewer for what is larger."""
    if value != value:
        return "–"
    size = abs(value)
    if size >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if size >= 10 else f"{value:.3f}"
