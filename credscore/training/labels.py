"""Reading one's own labelled articles, and saying what is wrong with them."""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from credscore.article import Article
from credscore.errors import LabelsError
from credscore.training.data import LabelledArticle, distinct, outlet_key

__all__ = ["OwnLabels", "check_enough", "read_labels"]

# Under these the folds say nothing.
_FEWEST_ROWS, _FEWEST_SIDE = 60, 15
# With fewer publishers on one side of the threshold, none can be held out and the rest still teach.
_FEWEST_PUBLISHERS = 3
# No scale goes further, and longer numbers are slips.
_LARGEST = 1000
_SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson")
_TRUE = frozenset(("1", "1.0", "true", "yes", "y", "good", "supported", "well supported"))
_FALSE = frozenset(("0", "0.0", "false", "no", "n", "poor", "unsupported", "not supported"))
_RATING_THRESHOLD = 3
_SIDES = (False, True)


@dataclass(frozen=True, slots=True)
class OwnLabels:
    """A user's labelled articles.

    Attributes
    ----------
    articles : list of LabelledArticle
        Each text once.
    threshold : int
        The rating from which on an article counts as well supported.
    rows : int
        Rows of the file.
    ungrouped : str
        Why each article is its own group in the folds, so that the figures say nothing sure about
        publishers that the model has not seen; empty where the groups are publishers.
    """

    articles: list[LabelledArticle]
    threshold: int
    rows: int
    ungrouped: str


def read_labels(file: Path, threshold: int | None = None) -> OwnLabels:
    """Read a file of labelled articles.

    Parameters
    ----------
    file : Path
        CSV or TSV with a header, or JSON Lines. Columns: `text`; `label` (1 or 0, true or false,
        yes or no) or `rating` (a number, more is better; parts of a step don't count);
        optionally `publisher`, `title`, `url` and `id`.
    threshold : int, optional
        The rating from which on an article counts as well supported; 3 for a `rating`.

    Returns
    -------
    OwnLabels
        The articles.

    Raises
    ------
    LabelsError
        If the file can't be read, lacks a column or has a bad row, or if there are too few rows or
        too few on one side. The message says what to do.
    """
    rows = list(_rows(file))
    columns = {name for _, row in rows for name in row}
    if not rows:
        raise LabelsError(f"{file} has no rows; give one labelled article a row")
    target = next((name for name in ("label", "rating") if name in columns), None)
    if "text" not in columns or target is None:
        raise LabelsError(
            f"{file} has the columns {', '.join(sorted(columns))}; it needs 'text' and one of "
            "'label' (1 or 0) and 'rating' (a number, more is better): rename yours"
        )
    step = (1 if target == "label" else _RATING_THRESHOLD) if threshold is None else threshold
    articles = distinct([_labelled(row, target, place) for place, row in rows])
    above = sum(item.rating >= step for item in articles)
    check_enough(f"{file} has {len(articles)} different articles", len(articles), above, step)
    ungrouped = _ungrouped(articles, step)
    if ungrouped:
        articles = [
            replace(item, outlet=f"article {number}") for number, item in enumerate(articles, 1)
        ]
    return OwnLabels(articles, step, len(rows), ungrouped)


def check_enough(held: str, count: int, above: int, step: int) -> None:
    """Refuse what no model can be fitted to and judged by.

    Parameters
    ----------
    held : str
        What there is, as the message tells it.
    count, above : int
        How many articles there are, and how many of them have the threshold or more.
    step : int
        The threshold.

    Raises
    ------
    LabelsError
        If they are too few, or too few on one side. The message says what to do.
    """
    if count < _FEWEST_ROWS:
        raise LabelsError(
            f"{held}, and {_FEWEST_ROWS} are the fewest that a model can be judged on: label more, "
            "or use a shipped model"
        )
    if min(above, count - above) < _FEWEST_SIDE:
        raise LabelsError(
            f"{held}, {above} of them at {step} or more and {count - above} below; {_FEWEST_SIDE} "
            "of each are the fewest that teach anything: label more of the other, or give another "
            "--threshold"
        )


def _ungrouped(articles: Sequence[LabelledArticle], step: int) -> str:
    """Why publishers make no groups, empty where they do."""
    if not any(item.article.publisher for item in articles):
        return "no publisher is given"
    sides = [{item.outlet for item in articles if (item.rating >= step) is side} for side in _SIDES]
    if min(map(len, sides)) < _FEWEST_PUBLISHERS:
        return (
            f"fewer than {_FEWEST_PUBLISHERS} publishers have articles on either side of the "
            "threshold"
        )
    return ""


def _rows(file: Path) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Rows with a name for messages."""
    if file.suffix.lower() not in _SUFFIXES:
        raise LabelsError(f"{file}: expected a file that ends in {', '.join(_SUFFIXES)}")
    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LabelsError(f"{file} can't be read as UTF-8: {error}") from error
    if file.suffix.lower() in {".csv", ".tsv"}:
        delimiter = "\t" if file.suffix.lower() == ".tsv" else ","
        # Articles are longer than the module's own limit of a field.
        csv.field_size_limit(max(csv.field_size_limit(), len(content)))
        reader = csv.DictReader(io.StringIO(content, newline=""), delimiter=delimiter)
        for number, row in enumerate(reader, start=1):
            yield f"{file}, row {number}", {key: value for key, value in row.items() if key}
        return
    for number, line in enumerate(io.StringIO(content), start=1):
        if not line.strip():
            continue
        place = f"{file}, line {number}"
        try:
            fields = json.loads(line)
        except ValueError as error:
            raise LabelsError(f"{place}: not JSON: {error}") from error
        except RecursionError as error:
            raise LabelsError(f"{place}: not read: nested too deeply") from error
        if not isinstance(fields, dict):
            raise LabelsError(f"{place}: expected an object, got {type(fields).__name__}")
        yield place, fields


def _labelled(row: Mapping[str, object], target: str, place: str) -> LabelledArticle:
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise LabelsError(f"{place}: 'text' must be a string that is not empty")
    title, url, publisher, name = (
        _plain(row.get(key), key, place) for key in ("title", "url", "publisher", "id")
    )
    article = Article(text, title=title, url=url, publisher=publisher, id=name)
    outlet = outlet_key(publisher or "") or f"article {place}"
    return LabelledArticle(article, _step(row.get(target), target, place), outlet)


def _plain(value: object, key: str, place: str) -> str | None:
    """What an optional column holds, None where it is empty: nothing, or not a number."""
    if value is None or value != value:
        return None
    if not isinstance(value, str | int | float):
        raise LabelsError(f"{place}: {key!r} must be a string, got {type(value).__name__}")
    return str(value).strip() or None


def _step(value: object, target: str, place: str) -> int:
    word = str(value).strip().lower()
    if target == "label" and word in _TRUE | _FALSE:
        return int(word in _TRUE)
    try:
        number = float(word)
    except ValueError:
        number = float("nan")
    if not abs(number) <= _LARGEST:
        kind = (
            "1 or 0, true or false, yes or no"
            if target == "label"
            else f"a number of no more than {_LARGEST}"
        )
        raise LabelsError(f"{place}: {target!r} must be {kind}, got {value!r}")
    return math.floor(number)
