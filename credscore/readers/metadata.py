"""What a web page says of itself: JSON-LD, Open Graph and its head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from credscore.readers.blocks import whole_address

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Metadata", "metadata_of"]

# schema.org's kinds of article, told by the end of their name: NewsArticle, BlogPosting, ...
_ARTICLE = re.compile(r"(?:Article|BlogPosting|Reportage|Report|Review)\Z")
# Where the article stands within a description of the page.
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
_DEPTH = 6
_SITE = re.compile(r"(?<!\s)\s+[|–—-]\s+([^|–—]{2,40})\Z")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a page's article; None where the page does not say.

    Attributes
    ----------
    title, url, publisher, date : str or None
        As the page states them, the surest statement first.
    description : tuple of str
        Its summaries of the article; one of them may be shown under the title.
    authors : tuple of str
        Names in the byline.
    body : str or None
        The whole text, where JSON-LD has it.
    """

    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    date: str | None = None
    description: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    body: str | None = None


def metadata_of(page: HtmlElement, url: str | None = None) -> Metadata:
    """Read a page's statements about its article.

    Parameters
    ----------
    page : HtmlElement
        The parsed page.
    url : str or None
        Its address, if known.

    Returns
    -------
    Metadata
        JSON-LD goes before Open Graph, and both before the head's title, which often carries the
        site's name or a wording for search engines.
    """
    things = list(_linked_data(page))
    article = _article(things)
    named = {str(thing.get("@id")): thing for thing in things if "name" in thing and "@id" in thing}
    meta = _meta(page)
    site = meta.get("og:site_name") or None
    address = (
        _first(page.xpath('//link[@rel="canonical"]/@href'))
        or meta.get("og:url")
        or _text(article.get("url"))
    )
    publisher = _name(article.get("publisher"), named) or site or meta.get("application-name")
    descriptions = (
        _text(article.get("description")),
        _text(article.get("alternativeHeadline")),
        meta.get("og:description"),
        meta.get("description"),
        meta.get("twitter:description"),
    )
    return Metadata(
        title=_title(page, article, meta, publisher),
        url=whole_address(address or "", url or "") or url,
        publisher=publisher,
        date=_text(article.get("datePublished"))
        or meta.get("article:published_time")
        or meta.get("date"),
        description=tuple(dict.fromkeys(said for said in descriptions if said)),
        authors=_authors(article, named, meta),
        body=_text(article.get("articleBody")),
    )


def _linked_data(page: HtmlElement) -> Iterator[dict[str, object]]:
    for script in page.xpath('//script[contains(@type, "ld+json")]'):
        text = (script.text_content() or "").strip().removeprefix("<!--").removesuffix("-->")
        try:
            # Line ends within strings are against the standard and common.
            value = json.loads(text, strict=False)
        except (json.JSONDecodeError, RecursionError):
            continue
        yield from _things(value, 0)


def _things(value: object, depth: int) -> Iterator[dict[str, object]]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _things(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _INSIDE:
            yield from _things(value.get(key), depth + 1)


def _article(things: list[dict[str, object]]) -> dict[str, object]:
    """The first that is an article with a headline; teasers of others come later or in lists."""
    for thing in things:
        kinds = thing.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(name, str) and _ARTICLE.search(name) for name in names) and _text(
            thing.get("headline")
        ):
            return thing
    return {}


def _meta(page: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in page.xpath("//meta[@content]"):
        name = (element.get("property") or element.get("name") or "").lower()
        content = " ".join(element.get("content").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _title(
    page: HtmlElement, article: dict[str, object], meta: dict[str, str], publisher: str | None
) -> str | None:
    shown = [" ".join(heading.text_content().split()) for heading in page.xpath("//h1")]
    stated = _text(article.get("headline"))
    if stated and not stated.endswith(("…", "...")):
        return stated
    other = meta.get("og:title") or meta.get("twitter:title")
    if stated:
        # Search engines take 110 characters: a longer one is cut, and shown in full elsewhere.
        start = stated.rstrip("….").rstrip()
        whole = (found for found in (*shown, other) if found and found.startswith(start))
        return next(whole, stated)
    if other:
        return _without_site(other, publisher)
    # A single main heading is the title; with several, one of them is the site's name.
    return shown[0] if len(shown) == 1 and shown[0] else None


def _without_site(title: str, publisher: str | None) -> str:
    """Cut " | The Daily" from the end, where it is the publisher's name."""
    match = _SITE.search(title)
    if match and publisher:
        tail, name = match[1].lower(), publisher.lower()
        if tail in name or name in tail:
            return title[: match.start()]
    return title


def _authors(
    article: dict[str, object], named: dict[str, dict[str, object]], meta: dict[str, str]
) -> tuple[str, ...]:
    value = article.get("author")
    people = value if isinstance(value, list) else [value]
    names = [_name(person, named) for person in people]
    names.append(meta.get("author"))
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _name(value: object, named: dict[str, dict[str, object]]) -> str | None:
    if isinstance(value, list):
        return next((name for item in value if (name := _name(item, named))), None)
    if isinstance(value, dict):
        there = named.get(str(value["@id"]), {}) if "@id" in value else {}
        return _text(value.get("name")) or _text(there.get("name"))
    return _text(value)


def _text(value: object) -> str | None:
    """A string as a person would read it: entities are often escaped twice."""
    if not isinstance(value, str):
        return None
    from html import unescape

    return unescape(value).strip() or None


def _first(values: list[str]) -> str | None:
    return next((value.strip() for value in values if value.strip()), None)
