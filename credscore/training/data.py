"""Reading the labelled articles that the models are trained on."""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from hashlib import sha256
from pathlib import Path
from typing import cast

from credscore.article import Article
from credscore.errors import LabelsError
from credscore.findings import Span
from credscore.report import JsonValue

__all__ = [
    "NOTED",
    "LabelledArticle",
    "Unit",
    "claim_articles",
    "data_folder",
    "data_hash",
    "distinct",
    "general_articles",
    "health_articles",
    "json_rows",
    "labelled",
    "outlet_key",
    "units_of",
]

_VARIABLE = "CREDSCORE_DATA"
_DEFAULT = Path("../shared")
_ANNOTATED = ("gold/dev.jsonl", "gold/more.jsonl")
_RATED = "gold/ratings.jsonl"
_HEALTH = "data/healthnewsreview/articles.jsonl.gz"
# What an annotator may note beside the rating, and from which value on it holds.
_HOLDS_FROM = {"two_independent": 1, "other_side": 1, "source_standing": 2}
NOTED = tuple(_HOLDS_FROM)
_DOMAIN = re.compile(r"\.(?:com|org|net|edu|gov|us|io|mp|news|co\.uk)\Z")
# Names of one outlet that no rule brings together.
_SAME_OUTLET = {
    "abc": "go",
    "chicagosuntimes": "suntimes",
    "nationalpublicradionpr": "npr",
    "newyorktimes": "nytimes",
    "washpost": "washingtonpost",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence annotated by the guide: its place, whether it is a claim, and how well supported.

    Attributes
    ----------
    start, end : int
        Offsets.
    claim : bool
        Whether it asserts something checkable.
    strength : int
        0 to 3; -1 where it is no claim.
    support : str
        Its step on the ladder; empty where it is no claim.
    sources : tuple of Span
        Mentions of sources but the writer.
    """

    start: int
    end: int
    claim: bool
    strength: int
    support: str = ""
    sources: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """An article with its rating.

    Attributes
    ----------
    article : Article
        The article.
    rating : int
        How well its claims are supported, on the scale of its data set.
    outlet : str
        Group that is never split between training and test.
    units : tuple of Unit
        Its annotated sentences, where there are any.
    noted : tuple of bool or None
        What was noted beside the rating, by the names of `NOTED`; None where nothing was.
    """

    article: Article
    rating: int
    outlet: str
    units: tuple[Unit, ...] = ()
    noted: tuple[bool | None, ...] = (None,) * len(NOTED)


def data_folder(given: Path | None) -> Path:
    """Find the data: what was given, else CREDSCORE_DATA, else ../shared.

    Raises
    ------
    LabelsError
        If it does not exist.
    """
    variable = os.environ.get(_VARIABLE)
    folder = given or (Path(variable) if variable else _DEFAULT)
    if not folder.is_dir():
        raise LabelsError(
            f"no data folder at {folder.resolve()}: give --data DIR or set {_VARIABLE} to the "
            "folder that holds 'gold' and 'data'"
        )
    return folder


def outlet_key(publisher: str) -> str:
    """One key for all spellings of an outlet.

    Examples
    --------
    >>> outlet_key("The Washington Post"), outlet_key("washingtonpost.com")
    ('washingtonpost', 'washingtonpost')
    """
    plain = _DOMAIN.sub("", publisher.lower().strip()).removeprefix("www.")
    key = re.sub(r"[\W_]+", "", plain).removeprefix("the")
    return _SAME_OUTLET.get(key, key)


def general_articles(folder: Path) -> list[LabelledArticle]:
    """Articles rated as a whole by the guide, 0 to 4: `gold/` of the data folder.

    Raises
    ------
    LabelsError
        If a file is missing or a row has no text or rating.
    """
    found = []
    for name in (*_ANNOTATED, _RATED):
        for place, row in json_rows(folder / name):
            rating = _number(row, "rating", place)
            found.append(labelled(row, rating, "publisher", place))
    return distinct(found)


def health_articles(folder: Path) -> list[LabelledArticle]:
    """News stories with the 0 to 5 stars of HealthNewsReview's experts.

    Raises
    ------
    LabelsError
        If the file is missing or a row has no text or rating.
    """
    found = []
    for place, row in json_rows(folder / _HEALTH):
        if row.get("kind") == "story" and row.get("rating") is not None:
            found.append(labelled(row, _number(row, "rating", place), "site", place))
    return distinct(found)


def claim_articles(folder: Path) -> list[LabelledArticle]:
    """Articles annotated sentence by sentence.

    Raises
    ------
    LabelsError
        If a file is missing or a row lacks a field.
    """
    found = []
    for name in _ANNOTATED:
        for place, row in json_rows(folder / name):
            rating = _number(row, "rating", place)
            found.append(labelled(row, rating, "publisher", place, units_of(row, place)))
    return distinct(found)


def data_hash(articles: Sequence[LabelledArticle]) -> str:
    """Hash of texts, ratings, outlets, units and what was noted, in order."""
    digest = sha256()
    for item in articles:
        units = [astuple(unit) for unit in item.units]
        noted = [item.noted] if set(item.noted) != {None} else []
        fields = [item.article.text, item.article.title, item.rating, item.outlet, units, *noted]
        digest.update(json.dumps(fields).encode() + b"\n")
    return f"sha256:{digest.hexdigest()}"


def distinct(articles: Iterable[LabelledArticle]) -> list[LabelledArticle]:
    """Keep the first of the articles with the same text: two copies could part at a fold's edge."""
    seen: dict[str, LabelledArticle] = {}
    for item in articles:
        seen.setdefault(re.sub(r"\W+", "", item.article.text.lower())[:400], item)
    return list(seen.values())


def labelled(
    row: Mapping[str, JsonValue],
    rating: int,
    publisher_key: str,
    place: str,
    units: tuple[Unit, ...] = (),
) -> LabelledArticle:
    """The article of a row; `place` names it in errors."""
    text = row.get("text")
    if not isinstance(text, str) or not text:
        raise LabelsError(f"{place}: 'text' must be a string that is not empty")
    title, url, name = (str(row[key]) if row.get(key) else None for key in ("title", "url", "id"))
    publisher = str(row.get(publisher_key) or "")
    article = Article(text, title=title, url=url, publisher=publisher or None, id=name)
    # Without a publisher an article is its own group.
    outlet = outlet_key(publisher) or f"article {name or place}"
    noted = tuple(
        None if row.get(key) is None else _number(row, key, place) >= least
        for key, least in _HOLDS_FROM.items()
    )
    return LabelledArticle(article, rating, outlet, units, noted)


def units_of(row: Mapping[str, JsonValue], place: str) -> tuple[Unit, ...]:
    """The annotated sentences of a row; `place` names it in errors."""
    return tuple(
        Unit(
            _number(unit, "start", place),
            _number(unit, "end", place),
            bool(unit["claim"]),
            _number(unit, "strength", place) if unit.get("strength") is not None else -1,
            str(unit.get("support") or "") if unit["claim"] else "",
            _sources(unit, place),
        )
        for unit in cast("list[dict[str, JsonValue]]", row.get("units") or [])
    )


def _sources(unit: Mapping[str, JsonValue], place: str) -> tuple[Span, ...]:
    rows = cast("list[dict[str, JsonValue]]", unit.get("sources") or [])
    return tuple(
        Span(_number(row, "start", place), _number(row, "end", place))
        for row in rows
        if row.get("type") != "self"
    )


def _number(row: Mapping[str, JsonValue], key: str, place: str) -> int:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise LabelsError(f"{place}: {key!r} must be a number, got {value!r}")
    return round(value)


def json_rows(file: Path) -> Iterator[tuple[str, dict[str, JsonValue]]]:
    """Rows of a JSON Lines file, each with a name for messages."""
    if not file.is_file():
        raise LabelsError(f"{file} is missing; give the data folder with --data DIR")
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8", newline="\n") as lines:
        for number, line in enumerate(lines, start=1):
            place = f"{file}, line {number}"
            try:
                row = json.loads(line)
            except ValueError as error:
                raise LabelsError(f"{place}: not JSON: {error}") from error
            if not isinstance(row, dict):
                raise LabelsError(f"{place}: expected an object, got {type(row).__name__}")
            yield place, row
