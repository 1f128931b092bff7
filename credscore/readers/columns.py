"""Which columns of a table, or keys of an object, hold an article's text, title and the rest."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from credscore.article import Article, Link
from credscore.errors import MissingReaderError, ReadError

__all__ = ["LONGEST", "Columns", "NoTextError", "article_of", "resolve", "tell"]

_LOG = logging.getLogger(__name__)

# Characters of one article: five long books.
LONGEST = 5_000_000
# Half of a character, which JSON can write and no encoding can.
_LONE = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile(
    r"\s*<(?:!doctype html|html|head|body|article|section|main|div|p|h[1-6]|figure|span)\b[^>]*>",
    re.IGNORECASE,
)
# Usual names, the likeliest first, compared without case, blanks, dots and underscores.
_USUAL: dict[str, tuple[str, ...]] = {
    "text": (
        *("text", "body", "content", "article", "maintext", "articlebody", "articletext"),
        *("fulltext", "bodytext", "articlecontent", "plaintext", "story", "html", "rawhtml"),
    ),
    "title": ("title", "headline", "articletitle", "head", "heading", "name"),
    "url": ("url", "link", "articleurl", "sourceurl", "canonicalurl", "webpage", "address"),
    "publisher": (
        *("publisher", "source", "domain", "outlet", "site", "sitename", "sourcename"),
        *("sourcedomain", "newspaper", "publication"),
    ),
    "date": (
        *("date", "published", "datepublished", "publishdate", "publisheddate", "publishedat"),
        *("datepublish", "pubdate", "publicationdate", "datetime", "timestamp"),
    ),
    "id": ("id", "articleid", "docid", "uuid", "guid"),
}


@dataclass(frozen=True, slots=True)
class Columns:
    """Names of the columns or keys to read; None finds one by its usual names.

    Attributes
    ----------
    text, title, url, publisher, date, id : str or None
        The name of each.
    """

    text: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    date: str | None = None
    id: str | None = None


class NoTextError(ReadError):
    """None of the columns can be the text."""


def resolve(names: Iterable[str], wanted: Columns, place: str) -> Columns:
    """Choose the columns of a table.

    Parameters
    ----------
    names : iterable of str
        Those that there are.
    wanted : Columns
        Those that the caller named.
    place : str
        The file, for the message.

    Returns
    -------
    Columns
        With `text` set; the others None where there is no such column.

    Raises
    ------
    ReadError
        If a named column is missing, or none is found for the text.

    Examples
    --------
    >>> resolve(["Headline", "Body", "URL"], Columns(), "a.csv").text
    'Body'
    """
    present = list(names)
    squeezed = {_squeeze(name): name for name in reversed(present)}
    chosen: dict[str, str | None] = {}
    for field in fields(Columns):
        name: str | None = getattr(wanted, field.name)
        if name is not None and name not in present:
            raise ReadError(f"{place}: no column {name!r}; there are: {_listed(present)}")
        if name is None:
            taken = set(chosen.values())
            usual = (squeezed.get(candidate) for candidate in _USUAL[field.name])
            name = next((found for found in usual if found and found not in taken), None)
        chosen[field.name] = name
    if chosen["text"] is None:
        raise NoTextError(
            f"{place}: no column for the text; there are: {_listed(present)}; "
            "name it with text_column (--text-column)"
        )
    return Columns(**chosen)


def tell(columns: Columns, place: str) -> None:
    """Log what was chosen."""
    named = ((field.name, getattr(columns, field.name)) for field in fields(Columns))
    told = ", ".join(f"{field} from {name!r}" for field, name in named if name)
    _LOG.info("%s: %s", place, told)


def _squeeze(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isalnum())


def _listed(names: list[str]) -> str:
    shown = ", ".join(repr(name) for name in names[:12])
    return (shown or "none") + (f" and {len(names) - 12} more" if len(names) > 12 else "")


def article_of(row: Mapping[str, object], columns: Columns, place: str, key: str) -> Article:
    """Make an article of one row.

    Parameters
    ----------
    row : mapping of str to object
        Values by column.
    columns : Columns
        Which to take.
    place : str
        File and row, for messages.
    key : str
        The article's id where the row has none.

    Returns
    -------
    Article
        The article.

    Raises
    ------
    ReadError
        If the text is missing, empty or no string.
    """
    assert columns.text is not None
    text = row.get(columns.text)
    if text is None or (isinstance(text, float) and math.isnan(text)):
        raise ReadError(f"{place}: no text: {columns.text!r} is missing or empty")
    if not isinstance(text, str):
        raise ReadError(
            f"{place}: {columns.text!r} must be a string, got {type(text).__name__} {_short(text)}"
        )
    if not text.strip():
        raise ReadError(f"{place}: no text: {columns.text!r} is empty")
    if len(text) > LONGEST:
        raise ReadError(
            f"{place}: {len(text):,} characters; expected one article, {LONGEST:,} at most"
        )
    links = _links(row.get("links"), len(text))
    url = _words(row, columns.url)
    page = Article("")
    if _MARKUP.match(text):
        from credscore.readers.pages import read_page

        # A page, or the part of one that a content system keeps.
        try:
            page = read_page(text.encode("utf-8", "replace"), place, url)
        except MissingReaderError:
            raise
        except ReadError as error:
            raise ReadError(
                f"{place}: {columns.text!r} holds HTML, and no article in it"
            ) from error
        text, links = page.text, page.links
    return Article(
        text=_LONE.sub("\ufffd", text),
        title=_words(row, columns.title) or page.title,
        url=url or page.url,
        publisher=_words(row, columns.publisher) or page.publisher,
        date=_words(row, columns.date) or page.date,
        links=links,
        id=_words(row, columns.id) or key,
    )


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else shown[:40] + "…"


def _words(row: Mapping[str, object], column: str | None) -> str | None:
    value = row.get(column) if column is not None else None
    if isinstance(value, Mapping):  # NewsAPI and schema.org: {"id": ..., "name": ...}
        value = value.get("name")
    if isinstance(value, float) and value.is_integer():
        value = int(value)  # a column of whole numbers with a gap
    if isinstance(value, date):  # a datetime is a date too
        return value.isoformat()
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return _LONE.sub("\ufffd", str(value)).strip() or None


def _links(value: object, length: int) -> tuple[Link, ...]:
    """Links as `{"start": ..., "end": ..., "href": ...}`; those of other forms have no place."""
    found = []
    for item in value if isinstance(value, list) else ():
        if isinstance(item, Mapping):
            start, end, href = item.get("start"), item.get("end"), item.get("href")
            if (
                isinstance(start, int)
                and isinstance(end, int)
                and isinstance(href, str)
                and 0 <= start <= end <= length
            ):
                found.append(Link(start, end, href))
    return tuple(found)
