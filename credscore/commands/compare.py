"""credscore compare: two articles side by side."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from credscore.commands.options import input_options, model_option, read_all, tell_choices
from credscore.errors import ReadError

__all__ = ["command"]


@click.command(
    "compare",
    epilog="""\b
Examples:
  credscore compare monday.html tuesday.html
  credscore compare ours.txt theirs.txt --format html -o comparison.html
""",
)
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option(
    "--format",
    "form",
    type=click.Choice(("page", "html")),
    default="page",
    show_default=True,
    help="For the terminal, or for a browser.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="File.")
@model_option
@input_options
def command(
    left: str,
    right: str,
    form: str,
    output: Path | None,
    model: str,
    input_format: str | None,
    **columns: str | None,
) -> None:
    """Show which sources and claims article A has and article B lacks, and the reverse.

    A and B are files of one article each: two outlets on one story, or two versions of one article.
    """
    tell_choices()
    from credscore.commands.consoles import console_for
    from credscore.commands.outputs import write_text
    from credscore.comparison import compare
    from credscore.rendering.versus import compared, render_comparison
    from credscore.report import Report
    from credscore.scorer import Scorer

    scorer = Scorer.load(model)

    def report_of(file: str) -> Report:
        found = list(read_all((file,), input_format, columns))
        if len(found) != 1:
            raise click.UsageError(f"{file} holds {len(found)} articles; expected one.")
        if isinstance(found[0], ReadError):
            raise found[0]
        return scorer.score(found[0])

    comparison = compare(report_of(left), report_of(right))
    if form == "html":
        write_text(output, render_comparison(comparison))
        return
    with console_for(output) as console:
        console.print(compared(comparison))
    sys.stdout.flush()
