"""Two articles, or two versions of one: which claims and sources one has and the other lacks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from credscore.findings import Claim, Source
from credscore.report import Report

__all__ = ["Comparison", "Matched", "compare"]

Item = TypeVar("Item")

# Share of the words of both that two sentences have in common when one is the other, edited.
_SAME_CLAIM = 0.55
_SAME_NAME = 0.99


@dataclass(frozen=True, slots=True)
class Matched(Generic[Item]):
    """What two articles share and what only one of them has.

    Attributes
    ----------
    both : tuple of pairs
        In the order of the left article.
    left, right : tuple
        What the other lacks.
    """

    both: tuple[tuple[Item, Item], ...]
    left: tuple[Item, ...]
    right: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side.

    Attributes
    ----------
    left, right : Report
        The articles.
    claims : Matched of Claim
        A claim is the same when most of its words are.
    sources : Matched of Source
        A source is the same when one's name is within the other's.
    outlets : Matched of str
        Outlets cited, by name or description.
    """

    left: Report
    right: Report
    claims: Matched[Claim]
    sources: Matched[Source]
    outlets: Matched[str]

    @property
    def changed(self) -> tuple[tuple[Claim, Claim], ...]:
        """Claims of both whose support is another."""
        return tuple(pair for pair in self.claims.both if pair[0].support != pair[1].support)


def compare(left: Report, right: Report) -> Comparison:
    """Compare two reports.

    Parameters
    ----------
    left, right : Report
        Two articles, or an earlier and a later version of one.

    Returns
    -------
    Comparison
        What they share, and what only one of them has.
    """
    return Comparison(
        left,
        right,
        _match(left.claims, right.claims, _claim_likeness, _SAME_CLAIM),
        _match(
            [source for source in left.sources if source.type != "self"],
            [source for source in right.sources if source.type != "self"],
            _source_likeness,
            _SAME_NAME,
        ),
        _match(_outlets(left), _outlets(right), _name_likeness, _SAME_NAME),
    )


def _match(
    left: Sequence[Item],
    right: Sequence[Item],
    likeness: Callable[[Item, Item], float],
    least: float,
) -> Matched[Item]:
    """Pair the likest first, each once."""
    likest = sorted(
        (-found, i, j)
        for i, one in enumerate(left)
        for j, other in enumerate(right)
        if (found := likeness(one, other)) >= least
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in likest:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return Matched(
        tuple((left[i], right[pairs[i]]) for i in sorted(pairs)),
        tuple(item for i, item in enumerate(left) if i not in pairs),
        tuple(item for j, item in enumerate(right) if j not in taken),
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _claim_likeness(one: Claim, other: Claim) -> float:
    """Words in common, as a share of all (Jaccard)."""
    a, b = set(_words(one.text)), set(_words(other.text))
    return len(a & b) / len(a | b) if a | b else 0.0


def _source_likeness(one: Source, other: Source) -> float:
    """1 for the same name and 0.99 for a fuller form of it, of the same type; else 0."""
    return _name_likeness(one.name, other.name) if one.type == other.type else 0.0


def _name_likeness(one: str, other: str) -> float:
    a, b = _bare(one), _bare(other)
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    # "Qureshi" is "Sohail Anwar Qureshi"; an empty name is nobody.
    return _SAME_NAME if short and set(short) <= set(long) and short[-1] == long[-1] else 0.0


def _bare(name: str) -> list[str]:
    words = _words(name)
    return words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words


def _outlets(report: Report) -> list[str]:
    names = (cited.outlet or f"“{' '.join(cited.text.split())}”" for cited in report.citations)
    return list(dict.fromkeys(names))
