"""The gate: figures against those that were pinned, and what got worse by more than noise."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict

from benchmarks.results import Better, Figure, Kind, Result
from credscore.errors import CredscoreError
from credscore.report import JsonValue

__all__ = ["PINS", "Change", "Pin", "Pins", "PinsError", "compare", "describe", "pin", "read_pins"]

PINS = Path(__file__).with_name("baseline.json")
_FORMAT = 1
# A figure of accuracy may fall by its standard error, but by no more than this.
_MOST = 0.02
# And by this much where the bootstrap moves nothing.
_LEAST = 0.002
# A ratio of times or sizes may get worse by this share of itself.
_SHARE = 0.2

Verdict = Literal["worse", "a little worse", "the same", "better", "new", "gone"]


class PinsError(CredscoreError):
    """Pinned figures that can't be read, or were made from other data."""


class Pin(TypedDict):
    """A pinned figure: its value, and how much worse the next may be."""

    value: float
    better: Better
    kind: Kind
    tolerance: float


class Pins(TypedDict):
    """All pinned figures by benchmark and name, with what they were made from."""

    format: int
    seed: int
    environment: Mapping[str, JsonValue]
    corpora: dict[str, str]
    figures: dict[str, dict[str, Pin]]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure and its pin.

    Attributes
    ----------
    name : str
        Benchmark and figure.
    verdict : Verdict
        "worse" fails the gate; "a little worse" is within the tolerance.
    before, after, tolerance : float
        The pin, the figure (NaN where there is none), and what the pin allows.
    """

    name: str
    verdict: Verdict
    before: float
    after: float
    tolerance: float


def read_pins(file: Path = PINS) -> Pins:
    """Read the pinned figures.

    Raises
    ------
    PinsError
        If the file is missing or of another format.
    """
    if not file.is_file():
        raise PinsError(f"no pinned figures in {file.name}: run the gate with --accept first")
    pins: Pins = json.loads(file.read_text(encoding="utf-8"))
    if pins.get("format") != _FORMAT:
        raise PinsError(f"{file.name} is not of format {_FORMAT}: run the gate with --accept")
    return pins


def tolerance(figure: Figure) -> float:
    """How much worse than this figure a later one may be."""
    if figure.kind == "ratio":
        return _SHARE * abs(figure.value)
    return min(max(figure.error or 0.0, _LEAST), _MOST)


def pin(
    results: Sequence[Result],
    environment: Mapping[str, JsonValue],
    seed: int,
    before: Pins | None = None,
) -> Pins:
    """Pin the figures; benchmarks that were not run keep the pins they had."""
    corpora = dict(before["corpora"]) if before else {}
    figures = dict(before["figures"]) if before else {}
    for result in results:
        corpora |= result.corpora
        figures[result.name] = {
            figure.name: Pin(
                value=float(f"{figure.value:.6g}"),
                better=figure.better,
                kind=figure.kind,
                tolerance=float(f"{tolerance(figure):.2g}"),
            )
            for figure in result.figures
            if figure.kind != "told" and figure.value == figure.value
        }
    return Pins(
        format=_FORMAT, seed=seed, environment=environment, corpora=corpora, figures=figures
    )


def compare(pins: Pins, results: Sequence[Result]) -> list[Change]:
    """Set each figure beside its pin.

    Raises
    ------
    PinsError
        If a corpus is not the one the pins were made from.
    """
    for result in results:
        for file, digest in result.corpora.items():
            if pins["corpora"].get(file, digest) != digest:
                raise PinsError(
                    f"{file} is not what the figures were pinned on (sha256 {digest[:12]}, not "
                    f"{pins['corpora'][file][:12]}): bring that back, or accept the new figures"
                )
    changes = []
    for result in results:
        pinned = pins["figures"].get(result.name, {})
        found = {figure.name: figure for figure in result.figures if figure.kind != "told"}
        changes += [
            _change(f"{result.name}: {name}", pinned.get(name), found.get(name))
            for name in dict.fromkeys((*pinned, *found))
        ]
    return changes


def _change(name: str, pinned: Pin | None, figure: Figure | None) -> Change:
    nothing = float("nan")
    if pinned is None:
        return Change(name, "new", nothing, figure.value if figure else nothing, nothing)
    before, allowed = pinned["value"], pinned["tolerance"]
    if figure is None or figure.value != figure.value:
        return Change(name, "gone", before, nothing, allowed)
    gain = figure.value - before if pinned["better"] == "more" else before - figure.value
    # Pins have six digits.
    slack = 1e-5 * max(abs(before), 1e-3)
    verdict: Verdict
    if gain < -allowed - slack:
        verdict = "worse"
    elif gain < -slack:
        verdict = "a little worse"
    else:
        verdict = "better" if gain > allowed else "the same"
    return Change(name, verdict, before, figure.value, allowed)


def describe(changes: Sequence[Change]) -> tuple[list[str], bool]:
    """Lines that say what changed, the worst first, and whether the gate holds."""
    lines = [
        f"{verdict:>14}  {change.name}: {_number(change.before)} -> "
        f"{_number(change.after)} (allowed {_number(change.tolerance)})"
        for verdict in ("worse", "gone", "a little worse", "better", "new")
        for change in changes
        if change.verdict == verdict
    ]
    failed = sum(change.verdict in ("worse", "gone") for change in changes)
    same = sum(change.verdict == "the same" for change in changes)
    lines.append(
        f"{len(changes)} figures: {failed} worse by more than noise, {same} the same"
        + ("" if not failed else "; to take them as they are: python -m benchmarks gate --accept")
    )
    return lines, not failed


def _number(value: float) -> str:
    return "–" if value != value else f"{value:.4g}"
