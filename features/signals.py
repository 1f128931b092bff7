"""Signals of the sourcing rules: phrases by which an article follows a rule or breaks it.

One tree of phrases finds all of them in one pass. Which rule each signal belongs to, and whose
standard it is, stands beside its measure in `measures.tsv`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.lexicons import read_sections
from credscore.tokens import WORDS_KEPT

__all__ = ["count_signals"]

# What a word may begin that is no section of its own.
_PHRASE, _FREE = -1, -2
# What a phrase may hold beside words: any figure, and any one word; no token is upper case.
_FIGURE, _ANY = "N", "W"
_NUMBERS = frozenset(
    (
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "half", "dozens", "hundreds", "thousands", "several"),
    )
)
_CURRENCIES = frozenset(("$", "£", "€", "dollars", "euros", "pounds", "rupees", "taka"))
_PRICE = "price"
# Sections that tell of the writer's voice: what a source says does not count.
_OUTSIDE_QUOTATIONS = frozenset(
    ("alarm", "aside", "evaluation", "intensifier", "reporting verb", "sensation")
)
# Words on either side of an amount in which a word of price makes it one.
_REACH = 8


@dataclass(slots=True)
class _Node:
    """Where the phrases that begin alike part."""

    next: dict[str, _Node] = field(default_factory=dict)
    ends: set[str] = field(default_factory=set)


class _Words(dict[str, tuple[str, ...]]):
    """What each word stands for in a phrase: itself, a stem of it, a figure; worked out once."""

    def __init__(self, entries: frozenset[str]) -> None:
        super().__init__()
        self._entries = entries
        self._stems = {entry[:-1]: entry for entry in entries if entry.endswith("*")}
        self._sizes = sorted({len(stem) for stem in self._stems})
        # Most words begin as no stem does.
        self._shortest = min(self._sizes, default=0)
        self._openings = {stem[: self._shortest] for stem in self._stems}
        self._figures = _FIGURE in entries

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > WORDS_KEPT:
            self.clear()
        known = word in self._entries
        begins = word[: self._shortest] in self._openings
        figure = self._figures and _is_figure(word)
        found: tuple[str, ...] = ()
        if known or begins or figure:
            stems = (word[:size] for size in self._sizes if begins and size <= len(word))
            found = (
                *((word,) if known else ()),
                *(self._stems[stem] for stem in stems if stem in self._stems),
                *((_FIGURE,) if figure else ()),
            )
        self[word] = found
        return found


def _is_figure(word: str) -> bool:
    """Whether a word is a number, and no year."""
    if word[0].isdigit():
        return not (len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"})
    return word in _NUMBERS


@dataclass(frozen=True, slots=True)
class _Index:
    """All phrases as a tree, and the words that begin one and that go on in one."""

    root: _Node
    heads: _Words
    tails: _Words
    seconds: frozenset[str]
    names: tuple[str, ...]
    places: NDArray[np.int64]
    # Those that count outside quotations alone, as bits.
    own: int


@cache
def _index() -> _Index:
    root = _Node()
    tails: set[str] = set()
    sections = read_sections("credscore.features", "signals.txt")
    for section, entries in sections.items():
        for entry in entries:
            choices = [token.split("|") for token in entry.split()]
            tails.update(token for choice in choices[1:] for token in choice)
            nodes = [root]
            for choice in choices:
                nodes = [node.next.setdefault(token, _Node()) for node in nodes for token in choice]
            for node in nodes:
                node.ends.add(section)
    names = tuple(name for name in sections if name)
    own = sum(1 << names.index(section) for section in _OUTSIDE_QUOTATIONS)
    heads, bits = _Words(frozenset(root.next)), np.arange(len(names))
    seconds = frozenset(token for node in root.next.values() for token in node.next)
    return _Index(root, heads, _Words(frozenset(tails)), seconds, names, bits, own)


def count_signals(document: Document) -> dict[str, int]:
    """Count the signals of an article, page furniture left out.

    Parameters
    ----------
    document : Document
        What to look at.

    Returns
    -------
    dict of str to int
        Occurrences by section of `signals.txt`; at one place a section counts once.

    Examples
    --------
    >>> from credscore.article import Article
    >>> found = count_signals(Document(Article("The firm did not respond. It is unclear why.")))
    >>> sorted(name for name, count in found.items() if count)
    ['response sought', 'unknown said']
    """
    index, norms = _index(), document.norms
    bits = document.vocabulary.bits(_opens, normed=True)[document.numbers]
    # Most words that may begin a phrase stand before a word that goes on in none.
    follows = np.append(document.having(_stands_second, normed=True)[1:], False)
    longer = (bits == _FREE) | ((bits == _PHRASE) & follows)
    bits[bits < 0] = 0
    for sentence in document.sentences:
        if sentence.kind == "furniture":
            bits[sentence.first : sentence.last] = 0
            longer[sentence.first : sentence.last] = False
    places = np.flatnonzero(bits)
    found = bits[places]
    found = np.where(document.quoted[places], found & ~index.own, found)
    totals = (found[:, None] >> index.places & 1).sum(axis=0).tolist()
    counts = dict(zip(index.names, totals, strict=True))
    for place in np.flatnonzero(longer).tolist():
        met: set[str] = set()
        for token in index.heads[norms[place]]:
            _follow(index.root.next[token], norms, place + 1, index.tails, met)
        if not met:
            continue
        if document.quotation_of[place] >= 0:
            met -= _OUTSIDE_QUOTATIONS
        if _PRICE in met and not _priced(norms, place):
            met.discard(_PRICE)
        for section in met:
            counts[section] += 1
    return counts


def _opens(norm: str) -> int:
    """The sections that hold the word alone, as bits.

    `_PHRASE` where a phrase of several words begins with the word, and `_FREE` where it may end
    there as well, or go on with any word, or needs its neighbours.
    """
    index = _index()
    tokens = index.heads[norm]
    if not tokens:
        return 0
    nodes = [index.root.next[token] for token in tokens]
    if any(node.next or _PRICE in node.ends for node in nodes):
        free = any(node.ends or _ANY in node.next for node in nodes)
        return _FREE if free else _PHRASE
    ends = {section for node in nodes for section in node.ends}
    return sum(1 << index.names.index(section) for section in ends)


def _stands_second(norm: str) -> bool:
    """Whether the word is the second of some phrase."""
    index = _index()
    return not index.seconds.isdisjoint(index.tails[norm])


def _follow(node: _Node, norms: list[str], place: int, tails: _Words, met: set[str]) -> None:
    """Add the sections of the phrases that go on from a node with the tokens from `place`."""
    met |= node.ends
    further = node.next
    if not further or place >= len(norms):
        return
    word = norms[place]
    for token in tails[word]:
        if token in further:
            _follow(further[token], norms, place + 1, tails, met)
    if _ANY in further and word[0].isalnum():
        _follow(further[_ANY], norms, place + 1, tails, met)


def _priced(norms: list[str], place: int) -> bool:
    """Whether an amount of money stands near a word of price."""
    near = norms[max(place - _REACH, 0) : place + _REACH]
    return not _CURRENCIES.isdisjoint(near) and any(word[0].isdigit() for word in near)
