"""credscore report: pages for people."""

from __future__ import annotations

from pathlib import Path

import click

from credscore.commands.options import input_options, model_option
from credscore.commands.score import run_batch

__all__ = ["command"]


@click.command(
    "report",
    epilog="""\b
Examples:
  credscore report article.html -o report.html
  credscore report articles/ -o reports/
""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="File for one article, folder for several.",
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Processes.")
@model_option
@input_options
def command(
    files: tuple[str, ...],
    output: Path,
    jobs: int,
    model: str,
    input_format: str | None,
    **columns: str | None,
) -> None:
    """Write a report on each article in FILE as an HTML page.

    A page is one file that works anywhere: no script, no request. For several articles there is an
    index with the scores, the publishers and who cites whom.
    """
    run_batch(files, "html", False, output, jobs, False, model, input_format, columns)
    click.echo(output / "index.html" if output.is_dir() else output)
