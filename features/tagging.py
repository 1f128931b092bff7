"""What the attribution tagger sees of each token.

Three kinds of features: those of a word (itself, its ending, its shape, its class in the lexicon),
taken at several offsets; those of its place (quotation, sentence, nearest reporting verb), each a
small whole number; and pairs of words. The tagger adds up one row of weights for each.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.features.cues import VERB_CLASSES, lexicon_class
from credscore.tokens import normalise

__all__ = [
    "FEATURE_NAMES",
    "OFFSETS",
    "PAIRS",
    "PLACES",
    "WORD_FEATURES",
    "Place",
    "TokenFeatures",
    "WordTable",
    "token_features",
    "word_features",
]

# The offsets at which each word feature is looked at.
WORD_FEATURES: dict[str, tuple[int, ...]] = {
    "word": (-3, -2, -1, 0, 1, 2, 3),
    "suffix": (-1, 0, 1),
    "shape": (-2, -1, 0, 1, 2),
    "class": (-4, -3, -2, -1, 0, 1, 2, 3, 4),
}
OFFSETS = tuple(range(-4, 5))

_CLASS_NUMBER = {name: number for number, name in enumerate(VERB_CLASSES, start=1)}
_DOUBLE = frozenset(("“", "”", '"', "''", "``", "«", "»", "„"))
_SHAPES = ("lower", "title", "upper", "mixed", "digit", "comma", "stop", "quote", "dash", "other")
_BUCKETS = np.array([0, 1, 2, 3, 4, 4, 5, 5, 5, 5] + [6] * 10 + [7])
_SHORT_BUCKETS = np.array([0, 1, 2, 3, 3, 4, 4, 4, 4, 5])


def word_features(word: str) -> dict[str, str]:
    """Features of a word by name, each a string, empty where the word has none.

    Parameters
    ----------
    word : str
        A token as it stands.

    Returns
    -------
    dict of str to str
        Keys as in `WORD_FEATURES`.
    """
    norm = normalise(word)
    shape = _shape(word)
    if shape == "digit":
        norm = "0000" if len(word) == 4 and word.isdigit() else "0"
    return {
        "word": norm,
        "suffix": norm[-3:] if len(norm) > 4 else "",
        "shape": shape,
        "class": lexicon_class(norm),
    }


def _shape(word: str) -> str:
    first = word[0]
    if first.isdigit():
        return "digit"
    if first.isalpha():
        if word.islower():
            return "lower"
        if len(word) > 1 and word.isupper():
            return "upper"
        return "title" if first.isupper() else "mixed"
    if word == ",":
        return "comma"
    if first in ".!?…;:":
        return "stop"
    if word in _DOUBLE or first in "‘’'":
        return "quote"
    return "dash" if first in "-–—" else "other"


@dataclass(frozen=True, slots=True)
class Place:
    """A feature of place: its name and how many values it has, 0 to `size` - 1."""

    name: str
    size: int


_SHAPE_COUNT = len(_SHAPES)
_QUOTES = 8
_VERB = 5 * 8  # class of the nearest reporting verb (0 for none) times its distance
PLACES: tuple[Place, ...] = (
    Place("quote", _QUOTES),
    Place("from_start", 6),
    Place("to_end", 6),
    Place("sentence", 6),
    Place("verb_left", _VERB),
    Place("verb_right", _VERB),
    Place("verb_left_shape", _VERB * _SHAPE_COUNT),
    Place("verb_right_shape", _VERB * _SHAPE_COUNT),
    Place("verbs", 25),
    Place("quote_verbs", _QUOTES * 25),
    Place("commas_left", 4 * 5),
    Place("commas_right", 4 * 5),
    Place("quote_commas", 16 * _QUOTES),
    Place("quote_around", _QUOTES * 4),
    Place("quote_around_verbs", 4 * 25),
    Place("start_shape", 6 * _SHAPE_COUNT),
    Place("end_shape", 6 * _SHAPE_COUNT),
    Place("sentence_sort", 16),
    Place("sentence_sort_quote", 16 * _QUOTES),
    Place("sentence_before", 16 * 2),
)


PAIRS = ("before", "after", "verb_left", "verb_right")


FEATURE_NAMES: tuple[str, ...] = (
    *(f"{name}[{offset}]" for name, offsets in WORD_FEATURES.items() for offset in offsets),
    *(place.name for place in PLACES),
    *(f"pair_{name}" for name in PAIRS),
)


class WordTable:
    """The features of every distinct word met so far, so that a token costs one look-up.

    Parameters
    ----------
    vocabulary : mapping of str to int
        Number of each known value of the feature "word", from 1.

    Attributes
    ----------
    shape, verb, known : ndarray of int64
        By row: number of the shape, of the class of reporting verb (0 for none), and in the
        vocabulary (0 for a word not in it). Row 0 is of no word.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._vocabulary = vocabulary
        self._rows: dict[str, int] = {}
        self.words: list[str] = [""]
        self.shape = self.verb = self.known = np.zeros(1, dtype=np.int64)

    def __len__(self) -> int:
        """Number of rows, row 0 included."""
        return len(self.words)

    def rows(self, words: Sequence[str]) -> NDArray[np.int64]:
        """Row of each word; new ones are added."""
        get = self._rows.get
        found = [get(word, -1) for word in words]
        if -1 in found:
            self._add([word for word, row in zip(words, found, strict=True) if row < 0])
            found = [self._rows[word] for word in words]
        return np.array(found, dtype=np.int64)

    def _add(self, words: Sequence[str]) -> None:
        added = [word for word in dict.fromkeys(words) if word not in self._rows]
        values = []
        for word in added:
            self._rows[word] = len(self.words)
            self.words.append(word)
            features = word_features(word)
            values.append(
                (
                    _SHAPES.index(features["shape"]),
                    _CLASS_NUMBER.get(features["class"].split("+", 1)[0], 0),
                    self._vocabulary.get(features["word"], 0),
                )
            )
        columns = np.array(values, dtype=np.int64).T
        self.shape = np.concatenate((self.shape, columns[0]))
        self.verb = np.concatenate((self.verb, columns[1]))
        self.known = np.concatenate((self.known, columns[2]))


@dataclass(frozen=True, slots=True)
class TokenFeatures:
    """The features of every token of a document.

    Attributes
    ----------
    rows : ndarray of int64, shape (tokens,)
        Row of each token's word in the table.
    places : ndarray of int64, shape (tokens, len(PLACES))
        One column for each of `PLACES`.
    pairs : dict of str to tuple of ndarray of int64
        For each of `PAIRS` its two parts for each token: the word before and the word, the word and
        the word after, and the nearest reporting verb on each side with its distance. Words are
        numbers in the vocabulary.
    """

    rows: NDArray[np.int64]
    places: NDArray[np.int64]
    pairs: dict[str, tuple[NDArray[np.int64], NDArray[np.int64]]]


def token_features(document: Document, table: WordTable) -> TokenFeatures:
    """Features of every token of a document that has at least one.

    Parameters
    ----------
    document : Document
        What to look at.
    table : WordTable
        Where words are looked up; new ones are added to it.
    """
    count = len(document)
    index = np.arange(count)
    sentence = np.asarray(document.sentence_of, dtype=np.int64)
    first = np.array([s.first for s in document.sentences])[sentence]
    last = np.array([s.last for s in document.sentences])[sentence]
    quote = _quote_states(document)
    inside = (quote >= 1) & (quote <= 3)
    rows = table.rows(document.words)
    shape = table.shape[rows]
    verb = np.where(inside, 0, table.verb[rows])
    left_class, left_distance = _nearest(verb, first, index, forward=True)
    right_class, right_distance = _nearest(verb, last, index, forward=False)
    comma = shape == _SHAPES.index("comma")
    commas = np.concatenate(([0], np.cumsum(comma & ~inside)))
    since_left = np.minimum(commas[index] - commas[np.maximum(index - left_distance, 0)], 3)
    until_right = np.minimum(commas[np.minimum(index + right_distance, count)] - commas[index], 3)
    since_left[left_class == 0] = 0
    until_right[right_class == 0] = 0

    from_start = _SHORT_BUCKETS[np.minimum(index - first, 9)]
    to_end = _SHORT_BUCKETS[np.minimum(last - 1 - index, 9)]
    left = left_class * 8 + _BUCKETS[np.minimum(left_distance, 20)] * (left_class > 0)
    right = right_class * 8 + _BUCKETS[np.minimum(right_distance, 20)] * (right_class > 0)
    verbs = left_class * 5 + right_class
    around = _quotes_around(inside, first, last)
    sort, before = _sentence_sorts(document, verb, inside)
    position = np.array(
        [
            min(s.index - document.paragraphs[s.paragraph][0], 2)
            + 3
            * (
                document.words[document.sentences[document.paragraphs[s.paragraph][0]].first]
                in _DOUBLE
            )
            for s in document.sentences
        ]
    )[sentence]
    columns = (
        quote,
        from_start,
        to_end,
        position,
        left,
        right,
        left * _SHAPE_COUNT + shape,
        right * _SHAPE_COUNT + shape,
        verbs,
        quote * 25 + verbs,
        since_left * 5 + left_class,
        until_right * 5 + right_class,
        (since_left * 4 + until_right) * _QUOTES + quote,
        quote * 4 + around,
        around * 25 + verbs,
        from_start * _SHAPE_COUNT + shape,
        to_end * _SHAPE_COUNT + shape,
        sort[sentence],
        sort[sentence] * _QUOTES + quote,
        before[sentence] * 2 + inside,
    )
    known = np.concatenate((table.known[rows], [0]))
    left_place = np.where(left_class > 0, index - left_distance, count)
    right_place = np.where(right_class > 0, index + right_distance, count)
    pairs = {
        "before": (np.concatenate(([0], known[: count - 1])), known[:count]),
        "after": (known[:count], known[1:]),
        "verb_left": (known[left_place], _BUCKETS[np.minimum(left_distance, 20)]),
        "verb_right": (known[right_place], _BUCKETS[np.minimum(right_distance, 20)]),
    }
    return TokenFeatures(rows, np.stack(columns, axis=1), pairs)


def _quote_states(document: Document) -> NDArray[np.int64]:
    """0 outside, 1 opening mark, 2 inside, 3 closing mark, 4 to 6 one to three after, 7 before."""
    states = np.zeros(len(document) + 4, dtype=np.int64)
    for quotation in document.quotations:
        start, end = quotation.start, quotation.end
        if quotation.closed:
            states[end : end + 3] = (4, 5, 6)
        if start and states[start - 1] == 0:
            states[start - 1] = 7
        states[start:end] = 2
        states[start] = 1
        if quotation.closed:
            states[end - 1] = 3
    return states[: len(document)]


def _nearest(
    verb: NDArray[np.int64], bound: NDArray[np.int64], index: NDArray[np.int64], *, forward: bool
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Class of and distance to the nearest verb on one side, the token itself included."""
    count = len(verb)
    if forward:
        place = np.maximum.accumulate(np.where(verb > 0, index, -1))
        valid = place >= bound
    else:
        place = np.minimum.accumulate(np.where(verb > 0, index, count)[::-1])[::-1]
        valid = place < bound
    place = np.clip(place, 0, count - 1)
    return np.where(valid, verb[place], 0), np.where(valid, np.abs(index - place), 0)


def _quotes_around(
    inside: NDArray[np.bool_], first: NDArray[np.int64], last: NDArray[np.int64]
) -> NDArray[np.int64]:
    """1 where the sentence has a quotation before the token, plus 2 where it has one after."""
    total = np.concatenate(([0], np.cumsum(inside)))
    index = np.arange(len(inside))
    before = total[index] - total[first] > 0
    after = total[last] - total[index + 1] > 0
    return before + 2 * after


def _sentence_sorts(
    document: Document, verb: NDArray[np.int64], inside: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each sentence what it holds, and the same of the sentence before in its paragraph."""
    sorts = np.zeros(len(document.sentences), dtype=np.int64)
    for sentence in document.sentences:
        window = slice(sentence.first, sentence.last)
        quoted = int(inside[window].sum())
        sorts[sentence.index] = (
            int((verb[window] == 1).any())
            + 2 * int((verb[window] > 1).any())
            + 4 * min(2, (quoted > 0) + (quoted >= 0.9 * (sentence.last - sentence.first)))
        )
    before = np.zeros_like(sorts)
    for earlier, later in pairwise(document.sentences):
        if earlier.paragraph == later.paragraph:
            before[later.index] = sorts[earlier.index] + 1
    return sorts, np.minimum(before, 15)
