"""Where results go: which writer, to which file or stream, with which progress bar."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO

import click
from rich.console import Console

from credscore.batches import Outcome
from credscore.rendering.terminal import brief_header, brief_line, page
from credscore.report import Report
from credscore.writers import CsvWriter, JsonLinesWriter, JsonWriter, ParquetWriter, Writer

__all__ = ["console_for", "opened", "shows_progress", "with_progress", "write_text"]


def opened(
    stack: ExitStack,
    form: str | None,
    brief: bool,
    output: Path | None,
    outcomes: Iterator[Outcome],
    header: bool,
    append: bool,
) -> tuple[Writer, Iterator[Outcome]]:
    """Open the writer of a format.

    Parameters
    ----------
    stack : ExitStack
        Closes it.
    form : str or None
        A format; None is a page for one article and a table for several.
    brief : bool
        Whether lines for people are to have no heading.
    output : Path or None
        None for standard output.
    outcomes : iterator of Outcome
        Two are waited for where their number decides.
    header, append : bool
        Whether the file begins here, and whether what is in it stays.

    Returns
    -------
    tuple of Writer and iterator of Outcome
        The iterator gives all outcomes, those waited for too.
    """
    if form is None and not brief:
        first = list(islice(outcomes, 2))
        outcomes = chain(first, outcomes)
        form = "page" if len(first) == 1 else "table"
    if form in (None, "page", "table"):
        return _for_people(stack, form, brief, output), outcomes
    if form == "html":
        return _pages(stack, output, outcomes)
    stream = _stream(stack, output, append, whole=form == "parquet")
    if form == "csv":
        return CsvWriter(stream, header), outcomes
    if form == "parquet":
        return stack.enter_context(ParquetWriter(stream)), outcomes
    if form == "jsonl":
        return JsonLinesWriter(stream), outcomes
    return stack.enter_context(JsonWriter(stream)), outcomes


def _pages(
    stack: ExitStack, output: Path | None, outcomes: Iterator[Outcome]
) -> tuple[Writer, Iterator[Outcome]]:
    """A page for one article, a folder for several."""
    first = list(islice(outcomes, 2))
    outcomes = chain(first, outcomes)
    if len(first) == 1 and (output is None or not output.is_dir()):
        return _Page(_stream(stack, output, append=False, whole=False)), outcomes
    if output is None:
        raise click.UsageError("The HTML of several articles needs --output FOLDER.")
    from credscore.rendering.site import Site

    try:
        site = Site(output)
    except OSError as error:
        raise click.UsageError(f"Can't write {output}: {error.strerror}.") from error
    stack.push(lambda kind, *_: site.close() if kind is None else None)
    return site, outcomes


class _Page:
    """One article as HTML."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def write(self, outcome: Outcome) -> None:
        from credscore.rendering.page import render_page

        if isinstance(outcome.result, Report):
            self._stream.write(render_page(outcome.result).encode("utf-8", "replace"))


def _stream(stack: ExitStack, output: Path | None, append: bool, whole: bool) -> IO[bytes]:
    if output is None:
        return sys.stdout.buffer
    if not whole:
        return stack.enter_context(_open(output, "ab" if append else "wb"))
    # A file that is no use in part appears when it is complete.
    part = output.with_name(output.name + ".part")
    stack.callback(part.unlink, missing_ok=True)

    def finish(kind: type[BaseException] | None, *_: object) -> bool:
        if kind is None:
            part.replace(output)
        return False

    stack.push(finish)
    return stack.enter_context(_open(part, "wb"))


def _open(output: Path, mode: str) -> IO[bytes]:
    try:
        return output.open(mode)
    except OSError as error:
        raise click.UsageError(f"Can't write {output}: {error.strerror}.") from error


def _for_people(stack: ExitStack, form: str | None, brief: bool, output: Path | None) -> Writer:
    console = stack.enter_context(console_for(output))
    return _Pages(console) if form == "page" else _Lines(console, header=not brief)


@contextmanager
def console_for(output: Path | None) -> Iterator[Console]:
    """A console on standard output or a file, that takes article text as it is."""
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A character that the terminal's encoding lacks is no reason to stop.
            sys.stdout.reconfigure(errors="replace")
        yield Console(highlight=False, markup=False, emoji=False)
        return
    with io.TextIOWrapper(_open(output, "wb"), encoding="utf-8") as file:
        yield Console(file=file, highlight=False, markup=False, emoji=False)


def write_text(output: Path | None, text: str) -> None:
    """Write a whole text to a file, or to standard output."""
    data = text.encode("utf-8", "replace")
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        with _open(output, "wb") as file:
            file.write(data)


class _Pages:
    """A page an article, with two blank lines between them."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._first = True

    def write(self, outcome: Outcome) -> None:
        if isinstance(outcome.result, Report):
            if not self._first:
                self._console.print("\n")
            self._console.print(page(outcome.result, self._console))
            self._first = False


class _Lines:
    """A line an article, as it comes."""

    def __init__(self, console: Console, header: bool) -> None:
        self._console = console
        self._header = header

    def write(self, outcome: Outcome) -> None:
        if not isinstance(outcome.result, Report):
            return
        if self._header:
            self._print(brief_header())
            self._header = False
        # What reads a pipe can read any width: there the names are whole.
        self._print(brief_line(outcome.result, self._console.width, self._console.is_terminal))

    def _print(self, line: str) -> None:
        self._console.print(line, soft_wrap=True)


def shows_progress(output: Path | None) -> bool:
    """Whether there is a terminal for a progress bar, and no lines on it that show enough."""
    return sys.stderr.isatty() and (output is not None or not sys.stdout.isatty())


def with_progress(
    stack: ExitStack, outcomes: Iterator[Outcome], total: int | None, done: int
) -> Iterator[Outcome]:
    """Show on standard error how far a batch is, how fast, and how long it will take.

    Parameters
    ----------
    stack : ExitStack
        Ends the display.
    outcomes : iterator of Outcome
        What comes.
    total : int or None
        How many there will be, if known.
    done : int
        How many an earlier run has done.

    Returns
    -------
    iterator of Outcome
        The same outcomes.
    """
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    progress = stack.enter_context(
        Progress(
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]} a second"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
        )
    )
    task = progress.add_task("scoring", total=total, completed=done, rate="–")

    def counted() -> Iterator[Outcome]:
        for outcome in outcomes:
            yield outcome
            speed = progress.tasks[task].speed
            progress.update(task, advance=1, rate=f"{speed:.0f}" if speed else "–")

    return counted()
