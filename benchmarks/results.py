"""What a benchmark gives: figures beside their baselines, tables, notes and what is drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from credscore.report import JsonValue

__all__ = ["Better", "Figure", "Kind", "Result", "Table"]

Better = Literal["more", "less"]
# How the gate judges a figure: within its noise, within a share of itself, or not at all.
Kind = Literal["accuracy", "ratio", "told"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, and what stands beside it.

    Attributes
    ----------
    name : str
        Says what was measured; the same in every run.
    value : float
        The number.
    better : {"more", "less"}
        Which way is better.
    kind : {"accuracy", "ratio", "told"}
        How the gate judges it.
    error : float or None
        Standard error by bootstrap.
    interval : tuple of float or None
        The middle nine tenths of the bootstrap.
    baselines : mapping of str to float
        The same measure of what knows less.
    published : mapping of str to float
        The same measure as published by others.
    bar : float or None
        What it has to reach.
    """

    name: str
    value: float
    better: Better = "more"
    kind: Kind = "accuracy"
    error: float | None = None
    interval: tuple[float, float] | None = None
    baselines: Mapping[str, float] = field(default_factory=dict)
    published: Mapping[str, float] = field(default_factory=dict)
    bar: float | None = None

    def to_dict(self) -> dict[str, JsonValue]:
        """Plain JSON values; numbers with six digits, more than any of them is good for."""
        return {
            "name": self.name,
            "value": _rounded(self.value),
            "better": self.better,
            "kind": self.kind,
            "error": None if self.error is None else _rounded(self.error),
            "interval": None if self.interval is None else [_rounded(end) for end in self.interval],
            "baselines": {name: _rounded(value) for name, value in self.baselines.items()},
            "published": {name: _rounded(value) for name, value in self.published.items()},
            "bar": self.bar,
        }


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a title, as text or numbers.

    Attributes
    ----------
    title : str
        What it shows.
    columns : tuple of str
        Heads.
    rows : tuple of tuple of (str, int or float)
        Cells, as many a row as there are heads.
    on_page : bool
        Whether the documentation shows it too.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int | float, ...], ...]
    on_page: bool = False

    def to_dict(self) -> dict[str, JsonValue]:
        """Plain JSON values."""
        rows: list[JsonValue] = [
            [_rounded(cell) if isinstance(cell, float) else cell for cell in row]
            for row in self.rows
        ]
        return {"title": self.title, "columns": list(self.columns), "rows": rows}


@dataclass(frozen=True, slots=True)
class Result:
    """What one benchmark gives.

    Attributes
    ----------
    name : str
        Of the benchmark.
    corpora : mapping of str to str
        File to sha256 of what was read.
    figures : tuple of Figure
        The numbers.
    tables : tuple of Table
        Confusions, and figures by publisher or length.
    notes : tuple of str
        What to know when reading the figures.
    series : mapping of str to sequence of sequence of float
        What the plots draw: points by name of the line.
    """

    name: str
    corpora: Mapping[str, str]
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    series: Mapping[str, Sequence[Sequence[float]]] = field(default_factory=dict)

    def to_dict(self) -> dict[str, JsonValue]:
        """Plain JSON values."""
        return {
            "corpora": dict(self.corpora),
            "figures": [figure.to_dict() for figure in self.figures],
            "tables": [table.to_dict() for table in self.tables],
            "notes": list(self.notes),
            "series": {
                name: [[_rounded(number) for number in point] for point in points]
                for name, points in self.series.items()
            },
        }


def _rounded(value: float) -> float | None:
    return None if value != value else float(f"{value:.6g}")
