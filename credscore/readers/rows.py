"""Articles in rows: JSON, JSON Lines, CSV, TSV and Parquet."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import IO, TYPE_CHECKING, cast

from credscore.article import Article
from credscore.errors import MissingReaderError, ReadError
from credscore.readers.columns import Columns, NoTextError, article_of, resolve, tell
from credscore.readers.decoding import damaged, decode, encoding_of, is_binary

if TYPE_CHECKING:
    import pyarrow

__all__ = ["Result", "read_csv", "read_json", "read_jsonl", "read_parquet"]

Result = Article | ReadError

_CHUNK = 1 << 20
# No article is longer; a file that seems to have such a row is broken or of another form.
_LONGEST_ROW = 20_000_000
# So many broken lines from the start, with none that is right, are another kind of file.
_BROKEN_BEFORE_STOP = 10
_BATCH = 256


class _Rows:
    """Turns rows into articles, finding the columns anew whenever the keys change."""

    def __init__(self, name: str, columns: Columns, unit: str) -> None:
        self.name = name
        self.columns = columns
        self.unit = unit
        self._resolved: dict[tuple[str, ...], Columns] = {}

    def article(self, row: object, number: int) -> Result:
        place = f"{self.name}, {self.unit} {number}"
        if not isinstance(row, Mapping):
            return ReadError(f"{place}: expected an object, got {type(row).__name__}")
        keys = tuple(row)
        try:
            if keys not in self._resolved:
                self._resolved[keys] = self._choose(row, place)
            return article_of(row, self._resolved[keys], place, f"{self.name}#{number}")
        except ReadError as error:
            return error

    def _choose(self, row: Mapping[str, object], place: str) -> Columns:
        """The columns of these keys; those chosen before are kept where the row has them."""
        for known in self._resolved.values():
            named = [getattr(known, slot) for slot in Columns.__slots__]
            if all(name is None or name in row for name in named):
                return known
        # "article" may be the whole object of an article; a publisher may be an object with a name.
        names = [name for name, value in row.items() if not isinstance(value, list | dict)]
        whole = [name for name, value in row.items() if isinstance(value, dict) and "name" in value]
        first = not self._resolved
        chosen = resolve([*names, *whole], self.columns, self.name if first else place)
        if first:
            tell(chosen, self.name)
        return chosen


def read_json(data: bytes, name: str, columns: Columns) -> Iterator[Result]:
    """Read one article, or a list of them, from JSON."""
    text = decode(data)
    try:
        # A bare tab within a string is against the standard, and no reason to lose an article.
        value = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise ReadError(f"{name}: not JSON: {_json_fault(error)}") from error
    except RecursionError as error:
        raise ReadError(f"{name}: not read: nested too deeply") from error
    if isinstance(value, dict):
        inner = next((v for k, v in value.items() if k in _LISTS and isinstance(v, list)), None)
        value = [value] if inner is None else inner
    if not isinstance(value, list):
        raise ReadError(f"{name}: expected an article or a list of them, got {_kind(value)}")
    if not value:
        raise ReadError(f"{name}: the list is empty")
    rows = _Rows(name, columns, "item")
    yield from _settled(rows.article(row, number) for number, row in enumerate(value, 1))


_LISTS = frozenset(("articles", "data", "items", "results", "documents"))


def _json_fault(error: json.JSONDecodeError) -> str:
    return f"{_lower(error.msg)} at line {error.lineno}, column {error.colno}"


def _lower(message: str) -> str:
    return (message[:1].lower() + message[1:]).removesuffix(" at")


def _kind(value: object) -> str:
    return "null" if value is None else type(value).__name__


def _settled(results: Iterator[Result]) -> Iterator[Result]:
    """Say once, not for each row, that a table has no text."""
    held: NoTextError | None = None
    for result in results:
        if not isinstance(result, NoTextError):
            if held is not None:
                yield held
                held = None
            yield result
        elif held is not None:
            raise held
        else:
            held = result
    if held is not None:
        yield held


def read_jsonl(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Result]:
    """Read JSON Lines, one line in memory at a time."""
    return _settled(_lines(stream, name, columns))


def _lines(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Result]:
    rows = _Rows(name, columns, "line")
    broken, good, number = 0, 0, 0
    for number, line in enumerate(_bytes_of_lines(stream), 1):
        if number == 1 and is_binary(line[:2048]):
            raise ReadError(f"{name}: not text: the file is binary")
        if len(line) > _LONGEST_ROW:
            raise ReadError(
                f"{name}, line {number}: longer than {_LONGEST_ROW // 1_000_000} MB; "
                "expected one article a line"
            )
        if not line.strip():
            continue
        try:
            result = rows.article(json.loads(_decoded(line), strict=False), number)
        except json.JSONDecodeError as error:
            fault = f"{_lower(error.msg)} at column {error.colno}"
            result = ReadError(f"{name}, line {number}: not JSON: {fault}")
        except RecursionError:
            result = ReadError(f"{name}, line {number}: not read: nested too deeply")
        except ReadError as error:
            result = ReadError(f"{name}, line {number}: {error}")
        good += isinstance(result, Article)
        broken += isinstance(result, ReadError)
        yield result
        if broken >= _BROKEN_BEFORE_STOP and not good:
            raise ReadError(
                f"{name}: not read further: none of its first {broken} lines is an article"
            )
    if not number or not good + broken:
        raise ReadError(f"{name}: empty")


def _bytes_of_lines(stream: IO[bytes]) -> Iterator[bytes]:
    head = cast("io.BufferedReader", stream).peek(2)[:2]
    if head not in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        while line := stream.readline(_LONGEST_ROW + 1):
            yield line
        return
    # There a line end is two bytes.
    text = io.TextIOWrapper(stream, "utf-16", errors="replace", newline="\n")
    try:
        while words := text.readline(_LONGEST_ROW + 1):
            yield words.encode()
    finally:
        text.detach()


def _decoded(line: bytes) -> str:
    """A line as text: at once where it is UTF-8, as nearly all are."""
    try:
        return line.decode().removeprefix("\ufeff")
    except UnicodeDecodeError:
        return decode(line)


def read_csv(
    stream: Callable[[], IO[bytes]], name: str, columns: Columns, delimiter: str | None = None
) -> Iterator[Result]:
    """Read CSV or TSV; the stream is opened twice, first to find the encoding."""
    with stream() as first:
        head = first.read(_CHUNK)
        if not head.strip():
            raise ReadError(f"{name}: empty")
        if is_binary(head[:2048]):
            raise ReadError(f"{name}: not text: the file is binary")
        try:
            encoding = encoding_of(chain([head], iter(lambda: first.read(_CHUNK), b"")))
        except ReadError as error:
            raise ReadError(f"{name}: {error}") from error
    csv.field_size_limit(_LONGEST_ROW)
    with (
        stream() as raw,
        io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="") as text,
    ):
        yield from _csv_rows(text, name, columns, delimiter)


def _csv_rows(
    text: io.TextIOWrapper, name: str, columns: Columns, delimiter: str | None
) -> Iterator[Result]:
    start = text.readline()
    lines: Iterable[str] = chain([start.removeprefix("\ufeff")], text)
    reader = csv.reader(lines, delimiter=delimiter or _delimiter(start))
    header = [column.strip() for column in next(reader, [])]
    resolved = resolve(header, columns, name)
    tell(resolved, name)
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            # The reader's place in the file is lost with the error.
            raise ReadError(f"{name}, row {number + 1}: not read further: {error}") from error
        if not any(cells):
            continue
        number += 1
        place = f"{name}, row {number}"
        if len(cells) > len(header):
            yield ReadError(
                f"{place}: {len(cells)} cells, expected {len(header)}; quote cells with commas"
            )
            continue
        row = dict(zip(header, cells, strict=False))
        if damaged(row.get(resolved.text or "", "")):
            yield ReadError(f"{place}: not {text.encoding}, as the rest of the file is")
            continue
        try:
            yield article_of(row, resolved, place, f"{name}#{number}")
        except ReadError as error:
            yield error
    if not number:
        raise ReadError(f"{name}: no rows under the header")


def _delimiter(header: str) -> str:
    return max(",;\t|", key=header.count)


def _rows_of(batch: pyarrow.RecordBatch) -> Iterator[dict[str, object] | None]:
    """The rows of a batch; None for one that holds a damaged string."""
    try:
        yield from batch.to_pylist()
        return
    except UnicodeDecodeError:
        pass
    for place in range(batch.num_rows):
        try:
            yield from batch.slice(place, 1).to_pylist()
        except UnicodeDecodeError:
            yield None


def read_parquet(stream: IO[bytes], name: str, columns: Columns) -> Iterator[Result]:
    """Read Parquet in batches, only the columns that are needed; the stream must seek cheaply."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise MissingReaderError("pyarrow", "parquet", "reading Parquet", name) from error
    try:
        table = parquet.ParquetFile(stream, pre_buffer=False)
        resolved = resolve(table.schema_arrow.names, columns, name)
        tell(resolved, name)
        taken = [getattr(resolved, slot) for slot in Columns.__slots__]
        kept = [column for column in table.schema_arrow.names if column in (*taken, "links")]
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH, columns=kept, use_threads=False):
            for row in _rows_of(batch):
                number += 1
                place = f"{name}, row {number}"
                try:
                    if row is None:
                        raise ReadError(f"{place}: not text: a string in it is no UTF-8")
                    yield article_of(row, resolved, place, f"{name}#{number}")
                except ReadError as error:
                    yield error
    # The name of a column may be no UTF-8.
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = str(error).split("\n")[0].rstrip(".")
        raise ReadError(f"{name}: not Parquet: {reason}") from error
    if not number:
        raise ReadError(f"{name}: no rows")
