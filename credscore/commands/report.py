"""credscore report: pages for people."""

from __future__ import annotations

from pathlib import Path

import click

from credscore.commands.options import input_options, jobs_option, model_option
from credscore.commands.score import run_batch
from credscore.readers.places import form_of

__all__ = ["command"]


@click.command(
    "report",
    epilog="""\b
Examples:
  credscore report article.html
  credscore report article.html -o report.html
  credscore report articles/ -o reports/
""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File for one article, folder for several; for one page or text, its name is the default.",
)
@jobs_option(1)
@model_option
@input_options
def command(
    files: tuple[str, ...],
    output: Path | None,
    jobs: int,
    model: str,
    input_format: str | None,
    **columns: str | None,
) -> None:
    """Write a report on each article in FILE as an HTML page.

    A page is one file that works anywhere: no script, no request. For several articles there is an
    index with the scores, the publishers and who cites whom.
    """
    if output is None:
        output = _beside(files)
    run_batch(files, "html", False, output, jobs, False, model, input_format, columns)
    click.echo(output / "index.html" if output.is_dir() else output)


def _beside(files: tuple[str, ...]) -> Path:
    """A name in the working directory for the report on one page or text."""
    named = files[0].replace("\\", "/").rpartition("/")[2]
    if len(files) > 1 or form_of(named) not in ("text", "html") or Path(files[0]).is_dir():
        raise click.UsageError("Several articles, or what may be several, need --output FOLDER.")
    return Path(f"{named.split('.')[0]}.report.html")
