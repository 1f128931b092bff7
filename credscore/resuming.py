"""Going on with a batch that was stopped at any moment."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from credscore.article import Article
from credscore.errors import ReadError

__all__ = ["skip_done"]

_CHUNK = 1 << 20


def skip_done(
    items: Iterator[Article | ReadError], output: Path, form: str
) -> tuple[Iterator[Article | ReadError], int]:
    """Cut the broken end off an output file and pass over what it already holds.

    Parameters
    ----------
    items : iterator of Article or ReadError
        The same input as of the run that was stopped, in the same order.
    output : Path
        What that run wrote; a last line without its end is cut off.
    form : {"jsonl", "csv"}
        What it holds.

    Returns
    -------
    tuple of iterator and int
        What is left to score, and how many rows are done.

    Raises
    ------
    ReadError
        If the file's last row is not of the input's article at that place.
    """
    lines, last = _whole_lines(output)
    header = form == "csv"
    done = max(lines - header, 0)
    item: Article | ReadError | None = None
    for number in range(done):
        item = next(items, None)
        if item is None:
            raise ReadError(
                f"{output}: holds {done} articles, the input only {number}; not the same run"
            )
    if done:
        expected = item.id if isinstance(item, Article) else None
        found = _id_of(last, form)
        if found != (" ".join(expected.split()) if expected and header else expected):
            raise ReadError(
                f"{output}: its last row is of {found!r}, the input's article {done} is "
                f"{expected!r}; not the same run"
            )
    return items, done


def _whole_lines(output: Path) -> tuple[int, bytes]:
    """Count the lines and return the last; what follows the last line end is cut off."""
    count, end, place, begin = 0, 0, 0, 0
    with output.open("r+b") as file:
        while chunk := file.read(_CHUNK):
            found = chunk.count(b"\n")
            if found:
                count += found
                end = place + chunk.rindex(b"\n") + 1
            place += len(chunk)
        file.truncate(end)
        # Back to the beginning of the last line.
        place = end - 1
        while place > 0 and not begin:
            low = max(0, place - _CHUNK)
            file.seek(low)
            begin = low + file.read(place - low).rfind(b"\n") + 1 if place else 0
            if begin == low and low:
                begin = 0
            place = low
        file.seek(begin)
        return count, file.read(max(end - begin, 0))


def _id_of(line: bytes, form: str) -> str | None:
    text = line.decode("utf-8", "replace")
    if form == "csv":
        return next(csv.reader([text]), [""])[0] or None
    found = json.loads(text)["article"]["id"]
    return None if found is None else str(found)
