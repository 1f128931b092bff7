"""Articles in web pages: body by trafilatura, links with their places, page furniture left out."""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from credscore.article import Article, Link
from credscore.errors import MissingReaderError, ReadError
from credscore.furniture import line_kinds
from credscore.readers.blocks import Block, blocks_of, shelter_links
from credscore.readers.decoding import decode
from credscore.readers.metadata import Metadata, metadata_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["read_page"]

# They report on pages they can't use; the reader's own error says so.
for _library in ("trafilatura", "htmldate", "courlan"):
    logging.getLogger(_library).addHandler(logging.NullHandler())

_BLOCKS = frozenset(("p", "head", "item", "quote", "row", "code", "ab", "list", "table", "div"))
_LEFT_OUT = frozenset(("graphic", "figure"))
# The newsroom's words for the summary under a title, as pages name its element.
_DECK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:deck|dek|standfirst|stand-first|strapline|subtitle|sub-title|subhead|subheading|"
    r"subheadline|sub-headline|excerpt)(?:$|[\s_-])",
    re.IGNORECASE,
)
_DECK_TAGS = frozenset(("p", "h2", "h3", "h4", "div", "span"))
# It stands so many elements under the title, and has so many words.
_DECK_WITHIN = 120
_DECK_WORDS = range(5, 80)
# A body in JSON-LD that is so much longer: the page shows its text by script alone.
_HIDDEN = 2.0
# A long article with all its comments has a tenth of these; extraction takes their square.
_MOST_ELEMENTS = 60_000
_AGO = re.compile(r"\b(?:\d+|an?)\s+(?:second|minute|hour|day|week|month|year)s?\s+ago\b", re.I)
_LABEL = re.compile(
    r"(?:read|see|watch|listen|more|also|related|recommended|latest|next|up next|don.t miss)\b"
    r"[\w\s,’']{0,30}[:|–—-]?\s*",
    re.IGNORECASE,
)


def read_page(data: bytes, name: str, url: str | None = None) -> Article:
    """Read the article of a web page.

    Parameters
    ----------
    data : bytes
        The page as it was saved.
    name : str
        The article's id.
    url : str or None
        The page's address, if known; relative links are resolved against it.

    Returns
    -------
    Article
        Paragraphs parted by blank lines, with links in their places.

    Raises
    ------
    ReadError
        If the page holds no article.
    MissingReaderError
        If trafilatura is not installed.
    """
    try:
        from lxml import etree
        from trafilatura import bare_extraction
        from trafilatura.utils import load_html
    except ImportError as error:
        raise MissingReaderError("trafilatura", "html", "reading pages", name) from error
    text = decode(data, declared=True)
    page = load_html(text)
    if page is None:
        raise ReadError(f"{name}: not a page: no HTML in it")
    size = sum(1 for _ in page.iter())
    if size > _MOST_ELEMENTS:
        raise ReadError(
            f"{name}: {size:,} elements; expected one article, in {_MOST_ELEMENTS:,} at most"
        )
    known = metadata_of(page, url)
    sheltered = load_html(text)
    hrefs = shelter_links(sheltered)
    found = bare_extraction(sheltered, url=url, include_links=True, with_metadata=True)
    if found is None or isinstance(found, dict):
        raise ReadError(f"{name}: no article found in this page")
    base = known.url or url or ""
    etree.strip_tags(found.body, "hi", "del")
    blocks = [block for block in blocks_of(found.body, hrefs, base) if block.text]
    title = known.title or found.title
    blocks = _body(blocks, title, known)
    words = sum(len(block.text) for block in blocks)
    if known.body and len(known.body) > _HIDDEN * words:
        blocks = [Block(line.strip(), []) for line in known.body.splitlines() if line.strip()]
    deck = _deck(page, known, blocks)
    if deck:
        blocks.insert(0, Block(deck, []))
    if not blocks:
        raise ReadError(f"{name}: no article found in this page")
    body, links = _joined(blocks)
    return Article(
        body,
        title=title,
        url=known.url or found.url or url,
        publisher=known.publisher or found.sitename or urlsplit(base).hostname,
        date=known.date or found.date,
        links=links,
        id=name,
    )


def _body(blocks: list[Block], title: str | None, known: Metadata) -> list[Block]:
    """Leave out the title, the byline, links to other stories and page furniture."""
    kinds = line_kinds([block.text for block in blocks], title)
    titles = {_squeeze(name) for name in (title, known.title) if name}
    kept: list[Block] = []
    for block, kind in zip(blocks, kinds, strict=True):
        squeezed = _squeeze(block.text)
        if kind == "furniture" or not squeezed or _is_pointer(block):
            continue
        if not kept and (squeezed in titles or block.heading or _is_byline(block, known)):
            continue
        if squeezed in titles or _is_byline(block, known):
            continue
        kept.append(block)
    while kept and kept[-1].heading:  # a heading with nothing under it
        kept.pop()
    return kept


def _is_pointer(block: Block) -> bool:
    """A line that is nothing but a link to another story, perhaps after "Read more:"."""
    if not block.links or block.text.endswith((".", "”", '"', "?”")):
        return False
    unlinked = len(block.text) - block.linked
    label = _LABEL.match(block.text)
    return unlinked <= 3 or (label is not None and unlinked <= label.end() + 3)


def _is_byline(block: Block, known: Metadata) -> bool:
    """A line of the authors' names, and perhaps how long ago they wrote."""
    if len(block.text) > 120:
        return False
    rest = block.text
    for author in sorted(known.authors, key=len, reverse=True):
        rest = re.sub(re.escape(author), " ", rest, flags=re.IGNORECASE)
    if rest == block.text:
        return False
    words = _squeeze(_AGO.sub(" ", rest)).split()
    return set(words) <= {"by", "and", "updated", "published", "posted"}


def _deck(page: HtmlElement, known: Metadata, blocks: list[Block]) -> str | None:
    """The summary under the title, by its element's name or as the page's description says it."""
    told = {_squeeze(said) for said in known.description}
    body = _squeeze(" ".join(block.text for block in blocks))
    heading = page.find(".//h1")
    if heading is None:
        return None
    described = None
    for element in islice(heading.xpath("following::*"), _DECK_WITHIN):
        if element.tag not in _DECK_TAGS:
            continue
        shown = " ".join(element.text_content().split())
        squeezed = _squeeze(shown)
        if len(shown.split()) not in _DECK_WORDS:
            continue
        named = _DECK_CLASS.search(_spaced(element.get("class") or "")) is not None
        if squeezed in body:
            if named or squeezed in told:
                return None
        elif named:
            return shown
        elif squeezed in told:
            described = described or shown
    return described


def _spaced(names: str) -> str:
    """Class names with their parts apart: "ContentHeaderDek-bIq" is "Content Header Dek-b Iq"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", names)


def _squeeze(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _joined(blocks: list[Block]) -> tuple[str, tuple[Link, ...]]:
    parts, links, place = [], [], 0
    for block in blocks:
        parts.append(block.text)
        links += [Link(place + start, place + end, href) for start, end, href in block.links]
        place += len(block.text) + 2
    return "\n\n".join(parts), tuple(links)
