"""Reading articles: from text, pages and tables, in files, folders and standard input."""

from __future__ import annotations

import io
import re
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Literal, cast, overload

from credscore.article import Article, Link
from credscore.errors import ArticleError, ReadError
from credscore.readers.columns import LONGEST, Columns
from credscore.readers.decoding import decode, is_binary
from credscore.readers.places import FORMS, Form, Place, find, sniff
from credscore.readers.rows import Result, read_csv, read_json, read_jsonl, read_parquet

__all__ = ["FORMS", "Columns", "Form", "count", "read", "read_text"]

# A page of 20 MB holds no article that a person could read.
_LARGEST = 20_000_000
_PEEK = 4096
_TITLE_WORDS = 25
# Words and address end at the next bracket, so that ten thousand of them are no ten thousand looks
# at the whole text.
_MARKDOWN_LINK = re.compile(r"(?<!!)\[([^\[\]\n]+)\]\((https?://[^\s)\[]+)(?:\s+\"[^\"\n]*\")?\)")


@overload
def read(
    source: str | Path,
    *,
    form: Form | None = ...,
    columns: Columns | None = ...,
    on_error: Literal["raise"] = ...,
) -> Iterator[Article]: ...


@overload
def read(
    source: str | Path,
    *,
    form: Form | None = ...,
    columns: Columns | None = ...,
    on_error: Literal["yield"],
) -> Iterator[Article | ReadError]: ...


def read(
    source: str | Path,
    *,
    form: Form | None = None,
    columns: Columns | None = None,
    on_error: Literal["raise", "yield"] = "raise",
) -> Iterator[Article] | Iterator[Article | ReadError]:
    """Read articles one after the other; no more than one row, page or batch is in memory.

    Parameters
    ----------
    source : str or Path
        A file (text, Markdown, HTML, JSON, JSON Lines, CSV, TSV or Parquet, each also gzipped), a
        folder, a glob, or "-" for standard input.
    form : {"text", "html", "json", "jsonl", "csv", "tsv", "parquet"}, optional
        What the files hold; without it their names tell, or their first bytes.
    columns : Columns, optional
        Columns or keys of the text, the title and the rest; those not named are found by their
        usual names, and the choice is logged.
    on_error : {"raise", "yield"}
        Whether a file or row that can't be read stops the reading, or its error takes the place of
        its article.

    Yields
    ------
    Article or ReadError
        In the order of the files, sorted, and of their rows.

    Raises
    ------
    ReadError
        At the first file or row that can't be read, with `on_error="raise"`.
    MissingReaderError
        Likewise, where pages need trafilatura, or Parquet pyarrow, and it is not installed.

    Examples
    --------
    >>> [article.title for article in read("article.txt")]  # doctest: +SKIP
    ['Pakistan, Sri Lanka agree to reopen ferry service']
    """
    results = _results(source, form, columns or Columns())
    return results if on_error == "yield" else _raised(results)


def count(
    source: str | Path, *, form: Form | None = None, columns: Columns | None = None
) -> int | None:
    """Count what `read` will give, far faster than it can be scored.

    Parameters
    ----------
    source, form, columns
        As for `read`.

    Returns
    -------
    int or None
        Errors count too; None for standard input, which can be read once only.
    """
    total = 0
    try:
        for place in find(source, form):
            if place.path is None:
                return None
            # A page is one article, and slow to read.
            one = place.form in ("text", "html", None)
            total += 1 if one else sum(1 for _ in _read_place(place, columns or Columns()))
    except ReadError:
        total += 1
    return total


def _raised(results: Iterator[Result]) -> Iterator[Article]:
    for result in results:
        if isinstance(result, ReadError):
            raise result
        yield result


def _results(source: str | Path, form: Form | None, columns: Columns) -> Iterator[Result]:
    try:
        places = find(source, form)
        for place in places:
            yield from _read_place(place, columns)
    except ReadError as error:
        yield error


def _read_place(place: Place, columns: Columns) -> Iterator[Result]:
    """Read one file; whatever is wrong with it is one error that names it."""
    name = place.name
    try:
        yield from _read_form(place, columns)
    except ReadError as error:
        yield error if str(error).startswith(name) else ReadError(f"{name}: {error}")
    except ArticleError as error:
        yield ReadError(f"{name}: {error}")
    except RecursionError:
        yield ReadError(f"{name}: not read: nested too deeply")
    except EOFError:
        rows = place.form not in ("text", "html", "json", "parquet")
        kept = "; the rows before the cut were read" if rows else ""
        yield ReadError(f"{name}: gzip file cut short{kept}")
    except (zlib.error, OSError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield ReadError(f"{name}: {reason[0].lower() + reason[1:] if reason else 'not readable'}")


def _read_form(place: Place, columns: Columns) -> Iterator[Result]:
    form = place.form
    if form == "parquet":
        with place.seekable() as stream:
            yield from read_parquet(stream, place.name, columns)
        return
    if form in ("csv", "tsv"):
        yield from _read_csv(place, columns, "\t" if form == "tsv" else None)
        return
    with place.open() as stream:
        if form is None:
            form = sniff(cast("io.BufferedReader", stream).peek(_PEEK), columns)
        if form in ("parquet", "csv", "tsv"):
            yield from _read_table(stream, replace(place, form=form), columns)
        elif form == "jsonl":
            yield from read_jsonl(stream, place.name, columns)
        elif form == "json":
            yield from read_json(_whole(stream, place.name, 10 * _LARGEST), place.name, columns)
        else:
            data = _whole(stream, place.name, _LARGEST)
            yield _page(data, place.name) if form == "html" else read_text(data, place.name)


def _read_table(stream: IO[bytes], place: Place, columns: Columns) -> Iterator[Result]:
    """A table that no name told; standard input can't be opened again."""
    if place.path is not None:
        yield from _read_form(place, columns)
    elif place.form == "parquet":
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(stream, copy)
            copy.seek(0)
            yield from read_parquet(cast("IO[bytes]", copy), place.name, columns)
    else:
        held = stream.read()
        tab = "\t" if place.form == "tsv" else None
        yield from read_csv(lambda: io.BytesIO(held), place.name, columns, tab)


def _read_csv(place: Place, columns: Columns, delimiter: str | None) -> Iterator[Result]:
    if place.path is not None:
        yield from read_csv(place.open, place.name, columns, delimiter)
        return
    with place.seekable() as copy:
        held = copy.read()
    yield from read_csv(lambda: io.BytesIO(held), place.name, columns, delimiter)


def _whole(stream: IO[bytes], name: str, largest: int) -> bytes:
    data = stream.read(largest + 1)
    if len(data) > largest:
        raise ReadError(
            f"{name}: larger than {largest // 1_000_000} MB; expected one article, "
            "or many in JSON Lines, CSV or Parquet"
        )
    if not data.strip():
        raise ReadError(f"{name}: empty")
    return data


def _page(data: bytes, name: str) -> Article:
    if is_binary(data[:2048]):
        raise ReadError(f"{name}: not a page: the file is binary")
    from credscore.readers.pages import read_page

    return read_page(data, name)


def read_text(data: bytes, name: str) -> Article:
    r"""Read one article of plain text or Markdown.

    Parameters
    ----------
    data : bytes
        The file.
    name : str
        The article's id.

    Returns
    -------
    Article
        Its text is the file's, title included; its title is the first line, where that is a
        short line by itself without a full stop. Links are those of Markdown.

    Raises
    ------
    ReadError
        If the bytes are no text.

    Examples
    --------
    >>> read_text(b"Prices to fall\n\nThe minister said so.", "a.txt").title
    'Prices to fall'
    """
    # Offsets are those of a text with one kind of line end, as every viewer shows it.
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ReadError("empty")
    if len(text) > LONGEST:
        raise ReadError(f"{len(text):,} characters; expected one article, {LONGEST:,} at most")
    first, _, rest = text.strip().partition("\n")
    title = first.lstrip("#").strip()
    alone = rest.strip() and (rest.startswith("\n") or first.startswith("#"))
    is_title = alone and len(title.split()) <= _TITLE_WORDS and not title.endswith((".", ":", ","))
    links = [Link(*match.span(1), match[2]) for match in _MARKDOWN_LINK.finditer(text)]
    return Article(text, title=title if is_title else None, links=tuple(links), id=name)
