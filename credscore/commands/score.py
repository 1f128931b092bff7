"""credscore score: articles in, scores out."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from credscore.commands.options import (
    complain,
    count_all,
    input_options,
    jobs_option,
    model_option,
    read_all,
    tell_choices,
)
from credscore.errors import CredscoreError, WorkerError, WriteError

if TYPE_CHECKING:
    from credscore.batches import Made, Outcome
    from credscore.writers import Writer

__all__ = ["command"]

T = TypeVar("T")

_FORMATS = ("page", "table", "json", "jsonl", "csv", "parquet", "html")


@click.command(
    "score",
    epilog="""\b
Examples:
  credscore score article.txt
  credscore score --brief *.html
  credscore score articles.jsonl.gz --format csv -o scores.csv --jobs 2
  curl -s ADDRESS | credscore score - --input-format html
""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="Default: a page for one article, a table for several.",
)
@click.option("--brief", is_flag=True, help="One line an article.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write; a folder for the HTML of several articles.",
)
@jobs_option(1)
@click.option("--resume", is_flag=True, help="Go on where an interrupted run with -o stopped.")
@model_option
@input_options
def command(
    files: tuple[str, ...],
    form: str | None,
    brief: bool,
    output: Path | None,
    jobs: int,
    resume: bool,
    model: str,
    input_format: str | None,
    **columns: str | None,
) -> None:
    """Score the articles in each FILE.

    FILE is a text, a saved page, or many articles in JSON, JSON Lines, CSV, TSV or Parquet, each
    also gzipped; a folder, a glob, or - for standard input.
    """
    run_batch(files, form, brief, output, jobs, resume, model, input_format, columns)


def run_batch(
    files: tuple[str, ...],
    form: str | None,
    brief: bool,
    output: Path | None,
    jobs: int,
    resume: bool,
    model: str,
    input_format: str | None,
    columns: dict[str, str | None],
) -> None:
    """Score all that the files hold, write what comes of it, and tell what failed."""
    if brief and form not in (None, "table"):
        raise click.UsageError(f"--brief prints lines for people; it does not go with {form}.")
    _check(files, form, output, resume)
    from credscore.batches import score_all
    from credscore.commands.outputs import shows_progress
    from credscore.scorer import Scorer

    scorer = Scorer.load(model)
    items = read_all(files, input_format, columns, output)
    tally = _Tally()
    try:
        with ExitStack() as stack:
            if resume and output is not None and output.exists():
                from credscore.resuming import skip_done

                items, tally.before = skip_done(items, output, form or "jsonl")

            def made(make: Callable[[Outcome], T]) -> Iterator[Made[T]]:
                found = score_all(scorer, items, make, jobs)
                if shows_progress(output):
                    total = count_all(files, input_format, columns, output)
                    if total != 1:
                        from credscore.commands.consoles import with_progress

                        found = with_progress(stack, found, total, tally.before)
                tell_choices()
                return found

            _write(stack, form, brief, output, resume, made, tally)
    except (OSError, WorkerError) as error:
        raise _stopped(error, form, output, tally) from error
    if tally.scored + tally.failed > 1 or resume:
        seconds = perf_counter() - tally.started
        rate = f", {tally.scored / seconds:.0f} a second" if seconds > 1 else ""
        complain(f"{tally.scored:,} scored, {tally.failed:,} failed{rate}")
    if tally.failed:
        sys.exit(1)


@dataclass(slots=True)
class _Tally:
    """How far a batch is."""

    before: int = 0
    scored: int = 0
    failed: int = 0
    started: float = field(default_factory=perf_counter)

    def write_all(self, outcomes: Iterator[Made[T]], writer: Writer[T]) -> None:
        for outcome in outcomes:
            if outcome.error is not None:
                complain(outcome.error)
            writer.write(outcome.value)
            self.scored += outcome.error is None
            self.failed += outcome.error is not None


class _Making(Protocol):
    def __call__(self, make: Callable[[Outcome], T], /) -> Iterator[Made[T]]: ...


def _write(
    stack: ExitStack,
    form: str | None,
    brief: bool,
    output: Path | None,
    resume: bool,
    made: _Making,
    tally: _Tally,
) -> None:
    """Write what comes; rows for machines are made in the process that scores."""
    from credscore import writers
    from credscore.commands.outputs import opened, opened_stream

    if form == "jsonl":
        lines = writers.LineWriter(opened_stream(stack, output, resume))
        tally.write_all(made(writers.json_line), lines)
    elif form == "csv":
        head = b"" if tally.before else writers.csv_head()
        lines = writers.LineWriter(opened_stream(stack, output, resume), head)
        tally.write_all(made(writers.csv_line), lines)
    elif form == "parquet":
        rows = writers.ParquetWriter(opened_stream(stack, output, whole=True))
        tally.write_all(made(writers.cells_of), stack.enter_context(rows))
    else:
        writer, outcomes = opened(stack, form, brief, output, made(_itself))
        tally.write_all(outcomes, writer)


def _itself(outcome: Outcome) -> Outcome:
    return outcome


# What writing alone meets: no space, no more quota, a file too large, a system that is read-only.
_UNWRITABLE = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS))


def _stopped(
    error: OSError | WorkerError, form: str | None, output: Path | None, tally: _Tally
) -> OSError | CredscoreError:
    """Say what stopped a batch, what is kept of it, and how to go on."""
    if isinstance(error, OSError) and error.errno not in _UNWRITABLE:
        return error
    done = tally.before + tally.scored + tally.failed
    if output is not None and form in ("jsonl", "csv"):
        kept = f"{done:,} articles are in {output}; the same command with --resume goes on"
    elif form == "parquet":
        kept = "nothing is kept: for a batch that can go on, write jsonl or csv"
    else:
        kept = f"stopped after {done:,} articles"
    if isinstance(error, OSError):
        return WriteError(f"can't write {output or 'standard output'}: {error.strerror}; {kept}")
    return WorkerError(f"{error}; {kept}")


def _check(files: tuple[str, ...], form: str | None, output: Path | None, resume: bool) -> None:
    if output is not None and output.resolve() in [Path(file).resolve() for file in files]:
        raise click.UsageError(f"{output} is read and can't be written; choose another --output.")
    if form == "parquet" and output is None:
        raise click.UsageError("--format parquet needs --output FILE.")
    if resume and (output is None or form not in ("jsonl", "csv")):
        raise click.UsageError("--resume needs --output FILE and --format jsonl or csv.")
