"""Results and progress for people, on a terminal or in a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TypeVar

from rich.console import Console

from credscore.batches import Outcome
from credscore.commands.outputs import opened_file
from credscore.rendering.terminal import brief_header, brief_line, page
from credscore.report import Report
from credscore.writers import Writer

__all__ = ["console_for", "for_people", "with_progress"]

T = TypeVar("T")


def for_people(
    stack: ExitStack, form: str | None, brief: bool, output: Path | None
) -> Writer[Outcome]:
    """The writer of pages, or of a line an article, for people."""
    console = stack.enter_context(console_for(output))
    return _Pages(console) if form == "page" else _Lines(console, header=not brief)


class _Console(Console):
    """Leaves it to the command line what happens when nobody reads on."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


@contextmanager
def console_for(output: Path | None) -> Iterator[Console]:
    """A console on standard output or a file, that takes article text as it is."""
    if output is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            # A character that the terminal's encoding lacks is no reason to stop.
            sys.stdout.reconfigure(errors="replace")
        yield _Console(highlight=False, markup=False, emoji=False)
        return
    with io.TextIOWrapper(opened_file(output, "wb"), encoding="utf-8") as file:
        yield _Console(file=file, highlight=False, markup=False, emoji=False)


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


def with_progress(
    stack: ExitStack, outcomes: Iterator[T], total: int | None, done: int
) -> Iterator[T]:
    """Show on standard error how far a batch is, how fast, and how long it will take.

    Parameters
    ----------
    stack : ExitStack
        Ends the display.
    outcomes : iterator
        What comes.
    total : int or None
        How many there will be, if known.
    done : int
        How many an earlier run has done.

    Returns
    -------
    iterator
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

    def counted() -> Iterator[T]:
        for outcome in outcomes:
            yield outcome
            speed = progress.tasks[task].speed
            progress.update(task, advance=1, rate=f"{speed:.0f}" if speed else "–")

    return counted()
