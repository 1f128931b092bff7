"""Rebuilding the lexicons that are counted or cleaned from public data: names and outlets.

`python -m credscore.training.lexicons --data DATA --out features` writes them; the other lexicons
were written by hand.
"""

from __future__ import annotations

from pathlib import Path

import click

from credscore.commands.options import data_option
from credscore.training import names, outlets
from credscore.training.data import data_folder

__all__ = ["command"]


@click.command()
@data_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    required=True,
    help="Folder that takes names.txt and outlets.tsv.",
)
def command(data: Path | None, out: Path) -> None:
    """Write the names of persons and the table of outlets anew."""
    folder = data_folder(data)
    sections = names.build(folder, out / "names.txt")
    click.echo(f"{out / 'names.txt'}  {sum(sections.values())} entries")
    click.echo(f"{out / 'outlets.tsv'}  {outlets.build(folder, out / 'outlets.tsv')} rows")


if __name__ == "__main__":
    command()
