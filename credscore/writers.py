"""Results for machines, written as they come, whole lines only."""

from __future__ import annotations

import csv
import io
import json
import math
from types import TracebackType
from typing import IO, TYPE_CHECKING, Protocol, Self, TypeVar

from credscore.article import Article
from credscore.batches import Outcome
from credscore.errors import MissingDependencyError
from credscore.report import SCHEMA, JsonValue, Report
from credscore.tables import COLUMNS, Cell, row_of

if TYPE_CHECKING:
    import pyarrow

__all__ = [
    "JsonWriter",
    "LineWriter",
    "ParquetWriter",
    "Writer",
    "cells_of",
    "csv_head",
    "csv_line",
    "json_line",
]

T = TypeVar("T", contravariant=True)


class Writer(Protocol[T]):
    """Takes what was made of outcomes, one after the other."""

    def write(self, value: T, /) -> None:
        """Write one."""


class _Closing:
    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write what ends the file."""
        raise NotImplementedError


def fields_of(outcome: Outcome) -> dict[str, JsonValue]:
    """The report as JSON values, or the article with its error."""
    if isinstance(outcome.result, Report):
        return outcome.result.to_dict()
    article = outcome.article or Article("")
    names = ("id", "title", "publisher", "url", "date")
    return {
        "schema": SCHEMA,
        "article": {name: getattr(article, name) for name in names},
        "error": str(outcome.result),
    }


def json_line(outcome: Outcome) -> bytes:
    """A report as a line of JSON Lines."""
    text = json.dumps(fields_of(outcome), ensure_ascii=False, allow_nan=False)
    return f"{text}\n".encode("utf-8", "replace")


def csv_head() -> bytes:
    """The names of the columns as a line of CSV."""
    return _csv(list(COLUMNS))


def csv_line(outcome: Outcome) -> bytes:
    """A row as a line of CSV; a measure that is undefined is an empty cell."""
    return _csv([_cell(value) for value in cells_of(outcome).values()])


def cells_of(outcome: Outcome) -> dict[str, Cell]:
    """A row with a value a column."""
    return row_of(outcome.article, outcome.result)


def _csv(cells: list[str]) -> bytes:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue().encode("utf-8", "replace")


def _cell(value: Cell) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    # One line a row: whoever goes on after a kill counts lines.
    return " ".join(value.split()) if isinstance(value, str) else repr(value)


class LineWriter:
    """Lines as they come."""

    def __init__(self, stream: IO[bytes], head: bytes = b"") -> None:
        self._stream = stream
        if head:
            self.write(head)

    def write(self, line: bytes) -> None:
        """Write one line."""
        # One call: a kill leaves whole lines and at most one broken at the end.
        self._stream.write(line)
        self._stream.flush()


class JsonWriter(_Closing):
    """One object for one article, a list for several."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._held: str | None = None
        self._count = 0

    def write(self, outcome: Outcome) -> None:
        """Write the one before; this one may be the last."""
        if self._held is not None:
            self._put(("[\n" if self._count == 1 else ",\n") + self._held)
        self._held = json.dumps(fields_of(outcome), ensure_ascii=False, allow_nan=False, indent=2)
        self._count += 1

    def close(self) -> None:
        """Write the last one and the end of the list."""
        if self._held is not None:
            several = self._count > 1
            self._put(f",\n{self._held}\n]\n" if several else f"{self._held}\n")
            self._held = None

    def _put(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", "replace"))
        self._stream.flush()


class ParquetWriter(_Closing):
    """Typed columns; a row group every so many articles."""

    _GROUP = 2048

    def __init__(self, stream: IO[bytes]) -> None:
        try:
            import pyarrow
            from pyarrow import parquet
        except ImportError as error:
            raise MissingDependencyError("pyarrow", "parquet", "writing Parquet") from error
        types = {
            "string": pyarrow.string(),
            "integer": pyarrow.int64(),
            "number": pyarrow.float64(),
        }
        self._schema: pyarrow.Schema = pyarrow.schema(
            [(name, types[kind]) for name, kind in COLUMNS.items()]
        )
        self._file = parquet.ParquetWriter(stream, self._schema)
        self._rows: list[dict[str, Cell]] = []

    def write(self, row: dict[str, Cell]) -> None:
        """Hold one row until its group is full."""
        self._rows.append(row)
        if len(self._rows) == self._GROUP:
            self._flush()

    def _flush(self) -> None:
        import pyarrow

        if self._rows:
            self._file.write_table(pyarrow.Table.from_pylist(self._rows, schema=self._schema))
            self._rows = []

    def close(self) -> None:
        """Write the last group and the file's end."""
        self._flush()
        self._file.close()
