"""The command line: `credscore VERB`, one module a verb under `credscore.commands`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module

import click

from credscore.errors import ArtefactError, CredscoreError, WriteError

__all__ = ["main"]

# What `credscore --help` says of each verb; the module is imported only when its verb runs.
_VERBS = {
    "score": "Score articles: a page for one, a table for several, rows for machines.",
    "report": "Write reports as HTML pages that work anywhere.",
    "compare": "Set two articles, or two versions of one, side by side.",
    "measures": "List every measure with its unit, range and origin.",
    "train": "Rebuild the trained artefacts from labelled articles.",
    "evaluate": "Judge the models on outlets they were not trained on.",
    "completion": "Print the lines that let a shell complete credscore's verbs and options.",
}


class _WrongUsage(click.ClickException):
    exit_code = 2


class _Verbs(click.Group):
    """Imports a verb's module when it is needed, and knows what a misspelt one meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _VERBS:
            return None
        command = import_module(f"credscore.commands.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Verbs"):
            formatter.write_dl(list(_VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        verb = args[0]
        if verb in _VERBS or verb.startswith("-"):
            return super().resolve_command(ctx, args)
        close = get_close_matches(verb, _VERBS, n=1)
        if close:
            hint = f"Did you mean {close[0]!r}?"
        elif os.path.exists(verb):  # noqa: PTH110
            hint = f"To score a file: credscore score {verb}"
        else:
            hint = f"There are: {', '.join(_VERBS)}."
        raise click.UsageError(f"No such verb {verb!r}. {hint}", ctx)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except CredscoreError as error:
            if isinstance(error, WriteError):
                _close_standard_output()
            kind = _WrongUsage if isinstance(error, ArtefactError) else click.ClickException
            raise kind(_line(error)) from error
        except BrokenPipeError:
            # The reader has seen enough.
            _close_standard_output()
            sys.exit(0)


def _close_standard_output() -> None:
    """Without this, closing it at the end would fail once more."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _line(error: CredscoreError) -> str:
    from credscore.rendering.marks import inert

    return " ".join(inert(str(error)).split())


@click.group(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  credscore score article.txt
  credscore report article.html -o report.html
  credscore score articles/ --format csv -o scores.csv

Exit code: 0 all went well, 1 some article failed, 2 wrong usage.""",
)
@click.version_option(package_name="credscore", message="credscore %(version)s")
def main() -> None:
    """Say how well a news article's claims are supported.

    Shows who says what, how firmly and through whom, and a calibrated score. It never says whether
    a claim is true.
    """
