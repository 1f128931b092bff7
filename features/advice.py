"""What the measures tell a reader about, and what would change each for the better."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast, get_args

__all__ = ["FAMILIES", "Advice", "Family", "advice_table"]

Family = Literal[
    "sources",
    "naming",
    "support",
    "spread",
    "quotations",
    "outlets",
    "hedging",
    "figures",
    "openness",
    "voice",
    "health",
    "length",
]
FAMILIES: tuple[Family, ...] = get_args(Family)


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do about a measure.

    Attributes
    ----------
    name : str
        The measure.
    family : str
        What it tells about.
    target : {"+1", "-1", "0", "1", "typical", ""}
        The value to try: one more, one fewer, none, all, the better quartile of the training data.
    advice : str
        What a writer would do; empty where no advice is sound. `{anonymous}` and the like stand for
        the sources of the article.
    needs : str
        The measure that must be more than 0 for the advice to make sense; empty for none.
    """

    name: str
    family: Family
    target: Literal["+1", "-1", "0", "1", "typical", ""]
    advice: str
    needs: str


@cache
def advice_table() -> dict[str, Advice]:
    """The advice by measure.

    Examples
    --------
    >>> advice_table()["sourced_figure_ratio"].advice
    'say where each figure comes from'
    """
    text = files("credscore.features").joinpath("advice.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    found = [Advice(**cast("dict[str, str]", row)) for row in rows]  # type: ignore[arg-type]
    return {item.name: item for item in found}
