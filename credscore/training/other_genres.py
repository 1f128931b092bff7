"""How well the tagger does on news of other genres than it was annotated on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from credscore.article import Article
from credscore.document import Document
from credscore.findings import Attribution
from credscore.training.polnear import pair_count

__all__ = ["GenreScore", "genre_scores"]

Find = Callable[[Document], Sequence[Attribution]]

_STATEMENTS = "data/markkula/articles.jsonl.gz"
_ANNOTATED = ("gold/dev.jsonl", "gold/more.jsonl")
_ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class GenreScore:
    """A share of what was annotated elsewhere that was found.

    Attributes
    ----------
    name : str
        What is counted.
    count : int
        How many there are.
    recall : float
        The share found, 0 to 1.
    """

    name: str
    count: int
    recall: float


def genre_scores(folder: Path, find: Find) -> tuple[GenreScore, ...]:
    """Measure on whatever of the other corpora the data folder holds.

    Parameters
    ----------
    folder : Path
        The data folder.
    find : callable
        Finds the attributions of a document.

    Returns
    -------
    tuple of GenreScore
        Sourced statements of local news annotated at the Markkula Center, found where half of the
        shorter of statement and content is common to both; and mentions of sources in the
        articles annotated by the guide, found where the source of an attribution has half of both
        spans together in common with them.
    """
    statements = [_statements(row, find(_document(row))) for row in _rows(folder / _STATEMENTS)]
    mentions = [
        _mentions(row, find(_document(row))) for name in _ANNOTATED for row in _rows(folder / name)
    ]
    return tuple(
        GenreScore(name, sum(count for count, _ in found), _share(found))
        for name, found in (
            ("sourced statements in local and national news (Markkula)", statements),
            ("mentions of sources in the articles annotated by the guide", mentions),
        )
        if found
    )


def _share(found: Sequence[tuple[int, int]]) -> float:
    return sum(hits for _, hits in found) / max(sum(count for count, _ in found), 1)


def _rows(file: Path) -> Iterator[Mapping[str, Any]]:
    if file.is_file():
        content = file.read_bytes()
        if file.suffix == ".gz":
            content = gzip.decompress(content)
        yield from map(json.loads, content.splitlines())


def _document(row: Mapping[str, Any]) -> Document:
    return Document(Article(row["text"], title=row.get("title") or None))


def _statements(row: Mapping[str, Any], found: Sequence[Attribution]) -> tuple[int, int]:
    contents = [
        (
            min(part.start for part in item.content),
            max(part.end for part in item.content),
            sum(part.end - part.start for part in item.content),
        )
        for item in found
        if item.content
    ]
    # Some statements were not found again in their article's text.
    places = [statement["spans"][0] for statement in row["statements"] if statement["spans"]]
    hits = sum(
        any(
            min(last, end) - max(first, start) >= _ENOUGH * min(last - first, length)
            for start, end, length in contents
        )
        for first, last in places
    )
    return len(places), hits


def _mentions(row: Mapping[str, Any], found: Sequence[Attribution]) -> tuple[int, int]:
    wanted = sorted(
        {
            (source["start"], source["end"])
            for unit in row["units"]
            for source in unit["sources"]
            if source["type"] != "self"
        }
    )
    ours = sorted({(item.source.start, item.source.end) for item in found if item.source})
    return len(wanted), pair_count(ours, wanted)
