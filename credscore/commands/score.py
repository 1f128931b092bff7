"""credscore score: articles in, scores out."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter

import click

from credscore.commands.options import (
    complain,
    count_all,
    input_options,
    model_option,
    read_all,
    tell_choices,
)
from credscore.report import Report

__all__ = ["command"]

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
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
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
    from credscore.commands.outputs import opened, shows_progress
    from credscore.scorer import Scorer

    scorer = Scorer.load(model)
    items = read_all(files, input_format, columns, output)
    with ExitStack() as stack:
        done = 0
        if resume and output is not None and output.exists():
            from credscore.resuming import skip_done

            items, done = skip_done(items, output, form or "jsonl")
        outcomes = score_all(scorer, items, jobs)
        if shows_progress(output):
            total = count_all(files, input_format, columns, output)
            if total != 1:
                from credscore.commands.consoles import with_progress

                outcomes = with_progress(stack, outcomes, total, done)
        tell_choices()
        writer, outcomes = opened(stack, form, brief, output, outcomes, not done, resume)
        started, scored, failed = perf_counter(), 0, 0
        for outcome in outcomes:
            if isinstance(outcome.result, Report):
                scored += 1
            else:
                failed += 1
                named = f"{outcome.article.id}: " if outcome.article else ""
                complain(f"{named}{outcome.result}")
            writer.write(outcome)
    if scored + failed > 1 or resume:
        seconds = perf_counter() - started
        rate = f", {scored / seconds:.0f} a second" if seconds > 1 else ""
        complain(f"{scored:,} scored, {failed:,} failed{rate}")
    if failed:
        sys.exit(1)


def _check(files: tuple[str, ...], form: str | None, output: Path | None, resume: bool) -> None:
    if output is not None and output.resolve() in [Path(file).resolve() for file in files]:
        raise click.UsageError(f"{output} is read and can't be written; choose another --output.")
    if form == "parquet" and output is None:
        raise click.UsageError("--format parquet needs --output FILE.")
    if resume and (output is None or form not in ("jsonl", "csv")):
        raise click.UsageError("--resume needs --output FILE and --format jsonl or csv.")
