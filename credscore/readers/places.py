"""Where articles lie: files of each form, gzipped or not, folders, globs and standard input."""

from __future__ import annotations

import glob
import gzip
import io
import logging
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Literal, cast

from credscore.errors import ReadError
from credscore.readers.columns import Columns, resolve

__all__ = ["FORMS", "Form", "Place", "find"]

_LOG = logging.getLogger(__name__)

Form = Literal["text", "html", "json", "jsonl", "csv", "tsv", "parquet"]
FORMS: tuple[Form, ...] = ("text", "html", "json", "jsonl", "csv", "tsv", "parquet")
_SUFFIXES: dict[str, Form] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".parquet": "parquet",
}
# The name of a column, as a table's first line has it.
_NAME = re.compile(r"\w[\w .-]{0,40}")
_GZIP = b"\x1f\x8b"
_PEEK = 4096


@dataclass(frozen=True, slots=True)
class Place:
    """One file, or standard input, that holds articles.

    Attributes
    ----------
    name : str
        As messages name it.
    path : Path or None
        None for standard input.
    form : Form or None
        None where neither the caller nor the file's name tells.
    """

    name: str
    path: Path | None
    form: Form | None

    def open(self) -> IO[bytes]:
        """Open it, unpacked.

        Raises
        ------
        OSError
            If it can't be opened.
        """
        raw = (
            io.BufferedReader(cast("io.RawIOBase", _Standard()), _PEEK)
            if self.path is None
            else self.path.open("rb")
        )
        # What it is counts, not what it is called.
        if raw.peek(2)[:2] == _GZIP:
            return cast("IO[bytes]", io.BufferedReader(cast("io.RawIOBase", _Unpacked(raw))))
        if self.path is not None and self.path.suffix.lower() == ".gz" and raw.peek(1):
            raw.close()
            raise ReadError(f"{self.name}: not gzip, though its name ends in .gz")
        return raw

    def seekable(self) -> IO[bytes]:
        """Open it so that seeking is cheap: what is packed or piped is copied to a file first."""
        stream = self.open()
        if self.path is not None and not isinstance(getattr(stream, "raw", None), _Unpacked):
            return stream
        copy = tempfile.TemporaryFile()  # noqa: SIM115
        try:
            with stream:
                shutil.copyfileobj(stream, copy)
        except BaseException:
            copy.close()
            raise
        copy.seek(0)
        return cast("IO[bytes]", copy)


class _Standard(io.RawIOBase):
    """Standard input, left open when its reader is closed."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = cast("bytearray", buffer)
        data = sys.stdin.buffer.read(len(view))
        view[: len(data)] = data
        return len(data)


class _Unpacked(io.RawIOBase):
    """A gzipped stream that closes the file under it too."""

    def __init__(self, packed: IO[bytes]) -> None:
        self._packed = packed
        self._plain = gzip.GzipFile(fileobj=packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = cast("bytearray", buffer)
        data = self._plain.read(len(view))
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._plain.close()
        self._packed.close()
        super().close()


def form_of(name: str) -> Form | None:
    """The form that a file's name tells, gzipped or not.

    Examples
    --------
    >>> form_of("page.html.gz")
    'html'
    """
    return _SUFFIXES.get(Path(name.lower().removesuffix(".gz")).suffix)


def sniff(head: bytes, columns: Columns) -> Form:
    """The form that the first bytes tell, where no name does; the columns are those wanted."""
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1000].lower()
    if start.startswith(b"par1"):
        return "parquet"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<!--")):
        return "html"
    if start.startswith(b"<?xml") and b"<html" in start:
        return "html"
    if start.startswith(b"["):
        return "json"
    if start.startswith(b"{"):
        # One object over several lines, or one a line.
        first = head.lstrip().split(b"\n", 1)[0].rstrip()
        return "jsonl" if first.endswith(b"}") else "json"
    return _table(head, columns) or "text"


def _table(head: bytes, columns: Columns) -> Form | None:
    """CSV or TSV: a line of short names, one of them that of a text, over a line of as many."""
    lines = head.decode("utf-8", "ignore").removeprefix("\ufeff").splitlines()
    if len(lines) < 2:
        return None
    for delimiter in ",;\t|":
        # In prose, a blank follows.
        names = [name.strip('"') for name in lines[0].split(delimiter)]
        named = len(names) > 1 and all(_NAME.fullmatch(name) for name in names)
        if not named or delimiter not in lines[1]:
            continue
        try:
            resolve(names, columns, "")
        except ReadError:
            continue
        return "tsv" if delimiter == "\t" else "csv"
    return None


def find(source: str | Path, form: Form | None = None) -> Iterator[Place]:
    """Find the files that a path, a folder, a glob or "-" stands for, sorted.

    Parameters
    ----------
    source : str or Path
        What the caller gave.
    form : Form or None
        What they hold; None goes by the name.

    Yields
    ------
    Place
        One for each file. Of a folder, those whose name tells a form, without hidden ones.

    Raises
    ------
    ReadError
        If there is nothing.
    """
    if str(source) == "-":
        yield Place("standard input", None, form)
        return
    path = Path(source)
    if path.is_dir():
        yield from _walk(path, form)
    elif path.exists():
        yield Place(str(source), path, form or form_of(path.name))
    elif glob.has_magic(str(source)):
        matched = sorted(glob.glob(str(source), recursive=True))  # noqa: PTH207
        files = [name for name in matched if not Path(name).is_dir()]
        if not files:
            raise ReadError(f"{source}: no file matches")
        for name in files:
            yield Place(name, Path(name), form or form_of(name))
    elif str(source).startswith(("http://", "https://")):
        raise ReadError(
            f"{source}: an address, and credscore goes to no network; save the page first: "
            "curl -sL ADDRESS | credscore score -"
        )
    else:
        raise ReadError(f"{source}: no such file or folder")


def _walk(folder: Path, form: Form | None) -> Iterator[Place]:
    found, left = 0, 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            known = form_of(name)
            if name.startswith(".") or known is None:
                left += not name.startswith(".")
                continue
            found += 1
            path = Path(parent, name)
            yield Place(str(path), path, form or known)
    if left:
        _LOG.info("%s: %d files of other forms left out", folder, left)
    if not found:
        raise ReadError(
            f"{folder}: no articles in this folder; expected files ending in "
            + ", ".join(sorted(_SUFFIXES))
        )
