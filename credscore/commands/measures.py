"""credscore measures: what each number of a report is."""

from __future__ import annotations

import json

import click

from credscore.features.measures import MEASURES, Measure

__all__ = ["command"]

_RANGES = {"count": "0 or more", "ratio": "0 to 1", "per 1,000 words": "0 or more"}
_BETTER = {
    "more": "more is better",
    "less": "less is better",
    "either": "neither way is better",
}


@click.command(
    "measures",
    epilog="""\b
Examples:
  credscore measures
  credscore measures source --format json
""",
)
@click.argument("words", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="For people or for machines.",
)
def command(words: tuple[str, ...], form: str) -> None:
    """List every measure, or those whose name or description has all of WORDS."""
    chosen = [
        item
        for item in MEASURES
        if all(word.lower() in f"{item.name} {item.description}".lower() for word in words)
    ]
    if not chosen:
        raise click.UsageError(f"No measure has {' and '.join(words)} in its name or description.")
    if form == "json":
        click.echo(json.dumps([_fields(item) for item in chosen], ensure_ascii=False, indent=2))
        return
    click.echo("\n\n".join(_said(item) for item in chosen))
    click.echo(f"\n{len(chosen)} of {len(MEASURES)} measures")


def _fields(item: Measure) -> dict[str, str]:
    return {
        "name": item.name,
        "unit": item.unit,
        "range": _RANGES[item.unit],
        "label": item.label,
        "description": item.description,
        "better": item.better,
        "undefined": item.undefined,
        "origin": item.origin,
        "link": item.link,
    }


def _said(item: Measure) -> str:
    undefined = f"NaN: {item.undefined}" if item.undefined else "never NaN"
    lines = [
        click.style(item.name, bold=True),
        f"  {item.description}",
        f"  {item.unit}, {_RANGES[item.unit]}; {_BETTER[item.better]}; {undefined}",
        f"  from {item.origin} <{item.link}>" if item.link else f"  from {item.origin}",
    ]
    return "\n".join(lines)
