"""Where results go: which writer, to which file or stream."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain, islice
from pathlib import Path
from typing import IO

import click

from credscore.batches import Made, Outcome
from credscore.report import Report
from credscore.writers import JsonWriter, Writer

__all__ = ["opened", "opened_file", "opened_stream", "shows_progress", "write_text"]


def opened(
    stack: ExitStack,
    form: str | None,
    brief: bool,
    output: Path | None,
    outcomes: Iterator[Made[Outcome]],
) -> tuple[Writer[Outcome], Iterator[Made[Outcome]]]:
    """Open the writer of a format that needs the whole outcome.

    Parameters
    ----------
    stack : ExitStack
        Closes it.
    form : {None, "page", "table", "html", "json"}
        None is a page for one article and a table for several.
    brief : bool
        Whether lines for people are to have no heading.
    output : Path or None
        None for standard output.
    outcomes : iterator of Made
        Two are waited for where their number decides.

    Returns
    -------
    tuple of Writer and iterator of Made
        The iterator gives all outcomes, those waited for too.
    """
    if form is None and not brief:
        first = list(islice(outcomes, 2))
        outcomes = chain(first, outcomes)
        form = "page" if len(first) == 1 else "table"
    if form in (None, "page", "table"):
        from credscore.commands.consoles import for_people

        return for_people(stack, form, brief, output), outcomes
    if form == "html":
        return _pages(stack, output, outcomes)
    return stack.enter_context(JsonWriter(opened_stream(stack, output))), outcomes


def _pages(
    stack: ExitStack, output: Path | None, outcomes: Iterator[Made[Outcome]]
) -> tuple[Writer[Outcome], Iterator[Made[Outcome]]]:
    """A page for one article, a folder for several."""
    first = list(islice(outcomes, 2))
    outcomes = chain(first, outcomes)
    if len(first) == 1 and (output is None or not output.is_dir()):
        return _Page(output), outcomes
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
    """One article as HTML; the file is made when there is something to show."""

    def __init__(self, output: Path | None) -> None:
        self._output = output

    def write(self, outcome: Outcome) -> None:
        from credscore.rendering.page import render_page

        if isinstance(outcome.result, Report):
            write_text(self._output, render_page(outcome.result))


def opened_stream(
    stack: ExitStack, output: Path | None, append: bool = False, whole: bool = False
) -> IO[bytes]:
    """Open a file, or standard output, for bytes.

    Parameters
    ----------
    stack : ExitStack
        Closes it.
    output : Path or None
        None for standard output.
    append : bool
        Whether what is in the file stays.
    whole : bool
        Whether the file is to appear only when it is complete.
    """
    if output is None:
        return sys.stdout.buffer
    if not whole:
        return stack.enter_context(opened_file(output, "ab" if append else "wb"))
    # A file that is no use in part appears when it is complete.
    part = output.with_name(output.name + ".part")
    stack.callback(part.unlink, missing_ok=True)

    def finish(kind: type[BaseException] | None, *_: object) -> bool:
        if kind is None:
            part.replace(output)
        return False

    stack.push(finish)
    return stack.enter_context(opened_file(part, "wb"))


def opened_file(output: Path, mode: str) -> IO[bytes]:
    """Open a file to write, or say that it can't be."""
    try:
        return output.open(mode)
    except OSError as error:
        raise click.UsageError(f"Can't write {output}: {error.strerror}.") from error


def write_text(output: Path | None, text: str) -> None:
    """Write a whole text to a file, or to standard output."""
    data = text.encode("utf-8", "replace")
    if output is None:
        sys.stdout.buffer.write(data)
    else:
        with opened_file(output, "wb") as file:
            file.write(data)


def shows_progress(output: Path | None) -> bool:
    """Whether there is a terminal for a progress bar, and no lines on it that show enough."""
    return sys.stderr.isatty() and (output is not None or not sys.stdout.isatty())
