"""The paragraphs of an extracted page, each with its links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

__all__ = ["Block", "blocks_of", "shelter_links", "whole_address"]

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
    cutter = _Cutter(hrefs, base)
    cutter.walk(body)
    return cutter.blocks()


class _Cutter:
    """Walks an extracted tree and writes its paragraphs one after the other."""

    def __init__(self, hrefs: list[str], base: str) -> None:
        self._hrefs = hrefs
        self._base = base
        self._blocks: list[Block] = []
        self._begin(heading=False)

    def blocks(self) -> list[Block]:
        """End the last paragraph and return all."""
        self._end()
        return self._blocks

    def walk(self, element: _Element) -> None:
        """Write an element, all that is in it, and the text after it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _BLOCKS:
            self._end()
            self._begin(heading=tag == "head")
        if tag and tag not in _LEFT_OUT:
            if tag == "ref":
                self._open_link(element.get("target") or "")
            self._add(element.text)
            for child in element:
                self.walk(child)
            if tag == "ref":
                self._close_link()
            if tag in ("lb", "cell"):
                self._write(" ")
        if tag in _BLOCKS:
            self._end()
            self._begin(heading=False)
        self._add(element.tail)

    def _begin(self, heading: bool) -> None:
        self._heading = heading
        self._parts: list[str] = []
        self._length = 0
        # Whether a blank would be one too many: at the beginning, or after another.
        self._blank = True
        self._opened: list[tuple[int, str]] = []
        self._links: list[tuple[int, int, str]] = []

    def _end(self) -> None:
        text = "".join(self._parts).rstrip(" ")
        self._blocks.append(Block(text, self._links, self._heading))

    def _add(self, text: str | None) -> None:
        """Write text with the signs of sheltered links in it."""
        if not text:
            return
        place = 0
        for match in _SHELTERED.finditer(text):
            self._write(text[place : match.start()])
            place = match.end()
            if match[1] is None:
                self._close_link()
            else:
                number = int(match[1])
                self._open_link(self._hrefs[number] if number < len(self._hrefs) else "")
        self._write(text[place:])

    def _write(self, text: str) -> None:
        # Blanks as a browser shows them: one, and none at the beginning.
        words = re.sub(r"\s+", " ", _SIGNS.sub("", text))
        if self._blank:
            words = words.removeprefix(" ")
        if words:
            self._parts.append(words)
            self._length += len(words)
            self._blank = words.endswith(" ")

    def _open_link(self, href: str) -> None:
        self._opened.append((len(self._parts), href))

    def _close_link(self) -> None:
        if not self._opened:
            return
        first, href = self._opened.pop()
        text = "".join(self._parts[first:])
        start = self._length - len(text.lstrip(" "))
        end = self._length - (len(text) - len(text.rstrip(" ")))
        address = whole_address(href, self._base)
        if address and start < end:
            self._links.append((start, end, address))


def whole_address(href: str, base: str) -> str | None:
    """The address on the web that a link leads to; None where it leads to none."""
    if not href:
        return None
    try:
        whole = urljoin(base, href.strip())
        return whole if urlsplit(whole).scheme in ("http", "https") else None
    except ValueError:
        return None
