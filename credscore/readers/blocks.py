"""The paragraphs of an extracted page, each with its links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

__all__ = ["Block", "blocks_of", "shelter_links"]

_BLOCKS = frozenset(("p", "head", "item", "quote", "row", "code", "ab", "list", "table", "div"))
_TEASERS = ("p", "div", "img", "picture", "article", "h2", "h3", "h4")
_LEFT_OUT = frozenset(("graphic", "figure"))
# Signs of a script that nobody writes (Linear A): extraction keeps them as it keeps any letter.
_OPEN, _NUMBERED, _CLOSE = "\U00010600", "\U00010601", "\U00010602"
_SIGNS = re.compile(f"[{_OPEN}{_NUMBERED}{_CLOSE}]")
_SHELTERED = re.compile(f"{_OPEN}(\\d+){_NUMBERED}|{_CLOSE}")
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s*\Z")
_UNLINKED_WORDS = 2


@dataclass(slots=True)
class Block:
    """One paragraph.

    Attributes
    ----------
    text : str
        Its text, blanks as a browser shows them.
    links : list of tuple
        Start, end and address of each link in it.
    heading : bool
        Whether it is one.
    """

    text: str
    links: list[tuple[int, int, str]] = field(default_factory=list)
    heading: bool = False

    @property
    def linked(self) -> int:
        """Characters that are part of a link."""
        return sum(end - start for start, end, _ in self.links)


def shelter_links(page: HtmlElement) -> list[str]:
    """Turn the links in sentences into words, so that extraction keeps the sentences.

    A short sentence that is mostly a link looks like a menu to an extractor, and is often just the
    one that cites a source.

    Parameters
    ----------
    page : HtmlElement
        The parsed page; it is changed.

    Returns
    -------
    list of str
        The addresses, by the numbers that stand in the text now.
    """
    hrefs: list[str] = []
    for paragraph in page.iter("p"):
        links = list(paragraph.iter("a"))
        # A link around a picture or a paragraph is a teaser for another story.
        if not links or any(next(link.iter(*_TEASERS), None) is not None for link in links):
            continue
        words = paragraph.text_content()
        linked = sum(len(link.text_content().split()) for link in links)
        if len(words.split()) - linked < _UNLINKED_WORDS or not _SENTENCE.search(words):
            continue
        for link in links:
            link.tag = "span"
            link.text = f"{_OPEN}{len(hrefs)}{_NUMBERED}{link.text or ''}"
            if len(link):
                link[-1].tail = (link[-1].tail or "") + _CLOSE
            else:
                link.text += _CLOSE
            hrefs.append(link.attrib.pop("href", ""))
    return hrefs


def blocks_of(body: _Element, hrefs: list[str], base: str) -> list[Block]:
    """Cut an extracted tree into paragraphs.

    Parameters
    ----------
    body : Element
        As trafilatura gives it.
    hrefs : list of str
        The sheltered links' addresses.
    base : str
        The page's address, against which relative ones are resolved.

    Returns
    -------
    list of Block
        In order, empty ones among them.
    """
    blocks = [Block("")]
    opened: list[tuple[int, str]] = []

    def add(text: str | None) -> None:
        if not text:
            return
        place = 0
        for match in _SHELTERED.finditer(text):
            write(text[place : match.start()])
            place = match.end()
            if match[1] is not None:
                number = int(match[1])
                open_link(hrefs[number] if number < len(hrefs) else "")
            else:
                close_link()
        write(text[place:])

    def write(text: str) -> None:
        block = blocks[-1]
        words = re.sub(r"\s+", " ", _SIGNS.sub("", text))
        if not block.text or block.text.endswith(" "):
            words = words.removeprefix(" ")
        block.text += words

    def open_link(href: str) -> None:
        opened.append((len(blocks[-1].text), href))

    def close_link() -> None:
        if not opened:
            return
        start, href = opened.pop()
        text = blocks[-1].text
        low = start + len(text[start:]) - len(text[start:].lstrip())
        address = _address(href, base)
        if address and len(text.rstrip()) > low:
            blocks[-1].links.append((low, len(text.rstrip()), address))

    def walk(element: _Element) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        is_block = tag in _BLOCKS
        if is_block:
            opened.clear()
            blocks.append(Block("", heading=tag == "head"))
        if tag not in _LEFT_OUT and tag:
            if tag == "ref":
                open_link(element.get("target") or "")
            add(element.text)
            for child in element:
                walk(child)
            if tag == "ref":
                close_link()
            if tag in ("lb", "cell"):
                write(" ")
        if is_block:
            opened.clear()
            blocks.append(Block(""))
        add(element.tail)

    walk(body)
    for block in blocks:
        block.text = block.text.rstrip()
    return blocks


def _address(href: str, base: str) -> str | None:
    if not href:
        return None
    try:
        whole = urljoin(base, href.strip())
        return whole if urlsplit(whole).scheme in ("http", "https") else None
    except ValueError:
        return None
