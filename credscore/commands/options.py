"""Options that several verbs share."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import click

from credscore.article import Article
from credscore.errors import CredscoreError, ReadError
from credscore.readers import FORMS, Columns, Form, count, read
from credscore.readers.places import find

__all__ = [
    "complain",
    "count_all",
    "data_option",
    "input_options",
    "jobs_option",
    "model_option",
    "read_all",
    "seed_option",
    "shipped_models",
    "tell_choices",
    "threshold_option",
]

Function = TypeVar("Function", bound=Callable[..., object])
_FIELDS = ("text", "title", "url", "publisher", "date", "id")

model_option = click.option(
    "--model",
    default="general",
    show_default=True,
    metavar="NAME|FOLDER",
    help="Article model: general, health, or a folder that credscore train wrote.",
)

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with the labelled articles (default: CREDSCORE_DATA, else ../shared).",
)
seed_option = click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Of the folds and the bootstrap.",
)
threshold_option = click.option(
    "--threshold",
    type=int,
    help="With LABELS: the rating from which on an article counts as well supported (default: 3).",
)


def jobs_option(default: int) -> Callable[[Function], Function]:
    """How many processes a verb uses."""
    return click.option(
        "--jobs",
        type=click.IntRange(min=1),
        default=default,
        show_default=True,
        help="Processes.",
    )


def shipped_models(model: str, models: tuple[str, ...], threshold: int | None) -> tuple[str, ...]:
    """The models that MODEL names: one of them, or all; for what is no file of labels."""
    if model not in {*models, "all"}:
        raise click.BadParameter(
            f"{model!r} is neither a file of labels (CSV, TSV or JSON Lines) nor one of "
            f"{', '.join(models)} and all",
            param_hint="MODEL",
        )
    if threshold is not None:
        raise click.BadOptionUsage("threshold", "--threshold goes with a file of labels alone")
    return models if model == "all" else (model,)


def input_options(function: Function) -> Function:
    """Add `--input-format` and an option a column to a command."""
    for field in reversed(_FIELDS):
        function = click.option(
            f"--{field}-column", metavar="NAME", help=f"Column or key of the {field}."
        )(function)
    return click.option(
        "--input-format",
        type=click.Choice(FORMS),
        help="What the files hold, where their names do not tell.",
    )(function)


def read_all(
    files: tuple[str, ...],
    input_format: str | None,
    columns: dict[str, str | None],
    output: Path | None = None,
) -> Iterator[Article | ReadError]:
    """Read every file, folder and glob in turn, but for what is written at the same time."""
    form, chosen = _chosen(input_format, columns)
    for source in _sources(files, form, output):
        if isinstance(source, ReadError):
            yield source
        else:
            yield from read(source, form=form, columns=chosen, on_error="yield")


def count_all(
    files: tuple[str, ...],
    input_format: str | None,
    columns: dict[str, str | None],
    output: Path | None = None,
) -> int | None:
    """How many articles and errors `read_all` will give; None where nobody can know."""
    form, chosen = _chosen(input_format, columns)
    total = 0
    for source in _sources(files, form, output):
        number = 1 if isinstance(source, ReadError) else count(source, form=form, columns=chosen)
        if number is None:
            return None
        total += number
    return total


def _sources(
    files: tuple[str, ...], form: Form | None, output: Path | None
) -> Iterator[str | ReadError]:
    """The files one by one, an earlier output in the same folder left out."""
    written = output.resolve() if output is not None else None
    for file in files:
        try:
            for place in find(file, form):
                if place.path is None:
                    yield "-"
                elif written is None or not place.path.resolve().is_relative_to(written):
                    yield place.name
        except ReadError as error:
            yield error


def _chosen(
    input_format: str | None, columns: dict[str, str | None]
) -> tuple[Form | None, Columns]:
    chosen = Columns(**{field: columns.get(f"{field}_column") for field in _FIELDS})
    return next((form for form in FORMS if form == input_format), None), chosen


def tell_choices() -> None:
    """Tell on standard error which columns were chosen and which files left out."""
    log = logging.getLogger("credscore.readers")
    if not log.handlers:
        log.addHandler(_Teller())
        log.setLevel(logging.INFO)


class _Teller(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        complain(record.getMessage())


def complain(message: str | CredscoreError) -> None:
    """Print one line on standard error that no terminal acts on."""
    from credscore.rendering.marks import inert

    # Not through click, which writes past the progress bar and into its line.
    sys.stderr.write(f"credscore: {' '.join(inert(str(message)).split())}\n")
