"""Signals of the sourcing rules: phrases by which an article follows a rule or breaks it.

One tree of phrases finds all of them in one pass. Which rule each signal belongs to, and whose
standard it is, stands beside its measure in `measures.tsv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.lexicons import read_sections
from credscore.tokens import WORDS_KEPT

__all__ = ["count_signals"]

# What is said of a word beside the sections that it alone makes, as bits: it begins a phrase of
# several words; one that may end there as well, or go on with any word, or needs its neighbours;
# and it stands second in one.
_PHRASE, _FREE, _SECOND = 1 << 60, 1 << 61, 1 << 62
_SECTIONS = _PHRASE - 1
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
    (
        *("alarm", "aside", "circumstance", "evaluation", "intensifier", "record"),
        *("reporting verb", "sensation"),
    )
)
# "At the port" is a place, "at least" is none.
_CIRCUMSTANCE, _NO_CIRCUMSTANCE = "circumstance", "no circumstance"
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
        stems = sorted((entry[:-1] for entry in entries if entry.endswith("*")), key=len)
        # Most words are none of these, and begin as no stem does.
        self._known = entries | _NUMBERS
        self._shortest = min(map(len, stems), default=0)
        self._stems: dict[str, tuple[str, ...]] = {}
        for stem in stems:
            head = stem[: self._shortest]
            self._stems[head] = (*self._stems.get(head, ()), stem)

    def standing(self, words: Sequence[str]) -> list[bool]:
        """Whether each word may stand for something: false for most, and soon said."""
        known, stems, shortest = self._known, self._stems, self._shortest
        return [
            word in known
            or ((head := word[:shortest]) in stems and word.startswith(stems[head]))
            or word[0].isdigit()
            for word in words
        ]

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) > WORDS_KEPT:
            self.clear()
        found = [word] if word in self._entries else []
        stems = self._stems.get(word[: self._shortest], ())
        found += [f"{stem}*" for stem in stems if word.startswith(stem)]
        if _is_figure(word):
            found.append(_FIGURE)
        self[word] = tuple(found)
        return self[word]


def _is_figure(word: str) -> bool:
    """Whether a word is a number, and no year."""
    if word[0].isdigit():
        return not (len(word) == 4 and word.isdigit() and word[:2] in {"19", "20"})
    return word in _NUMBERS


@dataclass(frozen=True, slots=True)
class _Index:
    """All phrases as a tree, and the words in them."""

    root: _Node
    words: _Words
    # Of what begins a phrase or stands second in one, the bits that it gives a word.
    facts: dict[str, int]
    names: tuple[str, ...]
    masks: NDArray[np.int64]
    # Those that count outside quotations alone, as bits.
    own: int


@cache
def _index() -> _Index:
    root = _Node()
    entire: set[str] = set()
    sections = read_sections("credscore.features", "signals.txt")
    for section, entries in sections.items():
        for entry in entries:
            choices = [token.split("|") for token in entry.split()]
            entire.update(token for choice in choices for token in choice)
            nodes = [root]
            for choice in choices:
                nodes = [node.next.setdefault(token, _Node()) for node in nodes for token in choice]
            for node in nodes:
                node.ends.add(section)
    names = tuple(name for name in sections if name)
    own = sum(1 << names.index(section) for section in _OUTSIDE_QUOTATIONS)
    facts = dict.fromkeys((token for node in root.next.values() for token in node.next), _SECOND)
    for token, node in root.next.items():
        if node.next or _PRICE in node.ends:
            bits = _FREE if node.ends or _ANY in node.next else _PHRASE
        else:
            bits = sum(1 << names.index(section) for section in node.ends)
        facts[token] = facts.get(token, 0) | bits
    return _Index(root, _Words(frozenset(entire)), facts, names, 1 << np.arange(len(names)), own)


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
    begun, words = index.root.next, index.words
    bits = document.vocabulary.bits(_facts, normed=True).take(document.numbers)
    # Most words that may begin a phrase stand before a word that goes on in none.
    longer = bits & _FREE > 0
    longer[:-1] |= (bits[:-1] & _PHRASE > 0) & (bits[1:] & _SECOND > 0)
    bits &= _SECTIONS
    for sentence in document.sentences:
        if sentence.kind == "furniture":
            bits[sentence.first : sentence.last] = 0
            longer[sentence.first : sentence.last] = False
    places = bits.nonzero()[0]
    found = bits[places]
    found = np.where(document.quoted[places], found & ~index.own, found)
    totals = np.count_nonzero(found & index.masks[:, None], axis=1).tolist()
    counts = dict(zip(index.names, totals, strict=True))
    for place in longer.nonzero()[0].tolist():
        met: set[str] = set()
        # No phrase begins with any word.
        for token in words[norms[place]]:
            if token in begun:
                _follow(begun[token], norms, place + 1, words, met)
        if not met:
            continue
        if document.quotation_of[place] >= 0:
            met -= _OUTSIDE_QUOTATIONS
        if _PRICE in met and not _priced(norms, place):
            met.discard(_PRICE)
        if _NO_CIRCUMSTANCE in met:
            met.discard(_CIRCUMSTANCE)
        for section in met:
            counts[section] += 1
    return counts


def _facts(norms: Sequence[str]) -> list[int]:
    """The sections that hold each of some words alone, and how it stands in phrases, as bits."""
    index = _index()
    stand = index.words.standing(norms)
    return [_facts_of(norm, index) if may else 0 for norm, may in zip(norms, stand, strict=True)]


def _facts_of(norm: str, index: _Index) -> int:
    known, found = index.facts, 0
    for token in index.words[norm]:
        found |= known.get(token, 0)
    if not found & (_PHRASE | _FREE):
        return found
    # Where the word alone is a phrase too, what it makes is found with the longer ones.
    free = found & (_FREE | _SECTIONS)
    return found & _SECOND | (_FREE if free else _PHRASE)


def _follow(node: _Node, norms: list[str], place: int, words: _Words, met: set[str]) -> None:
    """Add the sections of the phrases that go on from a node with the tokens from `place`."""
    met |= node.ends
    further = node.next
    if not further or place >= len(norms):
        return
    word = norms[place]
    for token in words[word]:
        if token in further:
            _follow(further[token], norms, place + 1, words, met)
    if _ANY in further and word[0].isalnum():
        _follow(further[_ANY], norms, place + 1, words, met)


def _priced(norms: list[str], place: int) -> bool:
    """Whether an amount of money stands near a word of price."""
    near = norms[max(place - _REACH, 0) : place + _REACH]
    return not _CURRENCIES.isdisjoint(near) and any(word[0].isdigit() for word in near)
