"""credscore completion: verbs and options by the tabulator key."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

__all__ = ["command"]

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    epilog="""\b
Examples:
  credscore completion bash >> ~/.bashrc
  credscore completion zsh >> ~/.zshrc
  credscore completion fish > ~/.config/fish/completions/credscore.fish
""",
)
@click.argument("shell", type=click.Choice(_SHELLS))
def command(shell: str) -> None:
    """Print the lines that let SHELL complete credscore's verbs and options."""
    root = click.get_current_context().find_root().command
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(root, {}, "credscore", "_CREDSCORE_COMPLETE").source())
