"""What the attribution tagger sees of each token: its word, and its place.

Of a word it sees the word itself, its ending, its shape and its class in the lexicon; of a place
where it lies in its sentence, how it stands to quotations, and whether its sentence reports. All
are small whole numbers that index tables of weights.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.features.cues import VERB_CLASSES, lexicon_class, lexicon_classes
from credscore.tokens import normalise
from credscore.vocabulary import Vocabulary

__all__ = [
    "FEATURE_NAMES",
    "PLACES",
    "SHAPES",
    "WORD_FEATURES",
    "Place",
    "WordTable",
    "place_features",
    "word_features",
]

WORD_FEATURES = ("word", "suffix", "shape", "class")
SHAPES = ("lower", "title", "upper", "mixed", "digit", "comma", "stop", "quote", "dash", "other")

_SHAPE_NUMBER = {name: number for number, name in enumerate(SHAPES)}
_SHAPE_COLUMN = WORD_FEATURES.index("shape")
# Shapes of words whose form is not their norm: numbers, and acronyms in capitals.
_CHANGED = frozenset(("digit", "upper"))
# Up to so many letters a word has no ending.
_SUFFIXLESS = 4
_FIRST_ROOM = 4096
_CLASS_NUMBER = {name: number for number, name in enumerate(VERB_CLASSES, start=1)}
_DOUBLE = frozenset(("“", "”", '"', "''", "``", "«", "»", "„"))
# Distances in steps: one to three tokens each for itself, farther ones together.
_STEPS = np.array([0, 1, 2, 3, 3, 4, 4, 4, 4, 5])
_WHOLLY = 0.9


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

    Examples
    --------
    >>> word_features("Spokesmen")
    {'word': 'spokesmen', 'suffix': 'men', 'shape': 'title', 'class': 'role'}
    """
    shape = _shape(word)
    form = _form(normalise(word), shape)
    return {
        "word": form,
        "suffix": form[-3:] if len(form) > _SUFFIXLESS else "",
        "shape": shape,
        "class": lexicon_class(form),
    }


def _form(norm: str, shape: str) -> str:
    """A normalised word as it is looked up: all numbers are one, all years another."""
    if shape == "digit":
        return "0000" if len(norm) == 4 and norm.isdigit() else "0"
    return norm.lower()


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


PLACES: tuple[Place, ...] = (
    # 0 outside, 1 opening mark, 2 inside, 3 closing mark, 4 to 6 one to three after, 7 before;
    # times 4, plus 1 where the sentence has a quotation before, plus 2 where it has one after.
    Place("quotation", 8 * 4),
    Place("from_start", 6),
    Place("to_end", 6),
    # First, second or later sentence of its paragraph, plus 3 where that opens with a mark.
    Place("sentence", 6),
    # 1 where the sentence has a verb of speech, plus 2 of another class, plus 4 times whether it
    # is quoted nowhere, in part or as a whole.
    Place("holds", 16),
    Place("before_holds", 16 * 2),
)

FEATURE_NAMES: tuple[str, ...] = (*WORD_FEATURES, *(place.name for place in PLACES))


class WordTable:
    """The features of every distinct word met so far, so that a token costs one look-up.

    Parameters
    ----------
    numbers : mapping of str to (mapping of str to int)
        For each of `WORD_FEATURES` but the shape the number of each known value; 0 is kept for the
        unknown.

    Notes
    -----
    Row 0 is of no word. The table begins anew with each new vocabulary.
    """

    def __init__(self, numbers: Mapping[str, Mapping[str, int]]) -> None:
        self._numbers = numbers
        self._begin(Vocabulary())

    def _begin(self, words: Vocabulary) -> None:
        self.vocabulary = words
        # The row of each word by its number in the vocabulary, 0 for none.
        self._row_of = np.zeros(0, dtype=np.int64)
        self._room = np.zeros((_FIRST_ROOM, len(WORD_FEATURES)), dtype=np.int64)
        self._verbs = np.zeros(_FIRST_ROOM, dtype=np.int64)
        self._used = 1

    def __len__(self) -> int:
        """Number of rows, row 0 included."""
        return self._used

    @property
    def features(self) -> NDArray[np.int64]:
        """Numbers of each word's features, shape (rows, len(WORD_FEATURES))."""
        return self._room[: self._used]

    @property
    def shape(self) -> NDArray[np.int64]:
        """Number of each word's shape."""
        return self._room[: self._used, _SHAPE_COLUMN]

    @property
    def verb(self) -> NDArray[np.int64]:
        """Number of each word's class of reporting verb, 0 for none."""
        return self._verbs[: self._used]

    def rows(self, document: Document) -> NDArray[np.int64]:
        """Row of each token's word; new words are added."""
        if document.vocabulary is not self.vocabulary:
            self._begin(document.vocabulary)
        numbers = document.numbers
        missing = len(self.vocabulary) - len(self._row_of)
        if missing:
            self._row_of = np.concatenate((self._row_of, np.zeros(missing, dtype=np.int64)))
        found: NDArray[np.int64] = self._row_of[numbers]
        new = numbers[found == 0]
        if len(new):
            met = np.zeros(len(self._row_of), dtype=np.bool_)
            met[new] = True
            self._add(np.flatnonzero(met))
            found = self._row_of[numbers]
        return found

    def _add(self, new: NDArray[np.int64]) -> None:
        begin, end = self._used, self._used + len(new)
        if end > len(self._room):
            self._room = np.concatenate((self._room, np.zeros((end, len(WORD_FEATURES)), np.int64)))
            self._verbs = np.concatenate((self._verbs, np.zeros(end, np.int64)))
        # Feature by feature, for that is much faster than word by word.
        words = [self.vocabulary.words[number] for number in new.tolist()]
        norms = [self.vocabulary.norms[number] for number in new.tolist()]
        shapes = list(map(_shape, words))
        forms = [
            _form(norm, shape) if shape in _CHANGED else norm
            for norm, shape in zip(norms, shapes, strict=True)
        ]
        classes = lexicon_classes(forms)
        values = {
            "word": forms,
            "suffix": [form[-3:] if len(form) > _SUFFIXLESS else "" for form in forms],
            "shape": shapes,
            "class": classes,
        }
        for column, name in enumerate(WORD_FEATURES):
            number = (_SHAPE_NUMBER if name == "shape" else self._numbers[name]).get
            self._room[begin:end, column] = list(map(number, values[name], repeat(0)))
        self._verbs[begin:end] = [
            _CLASS_NUMBER.get(name.split("+", 1)[0], 0) if name else 0 for name in classes
        ]
        self._row_of[new] = np.arange(begin, end)
        self._used = end


def place_features(document: Document, verb: NDArray[np.int64]) -> NDArray[np.int64]:
    """Features of place of every token of a document that has at least one.

    Parameters
    ----------
    document : Document
        What to look at.
    verb : ndarray of int64, shape (tokens,)
        Of each token the number of its class of reporting verb.

    Returns
    -------
    ndarray of int64, shape (len(PLACES), tokens)
        One row for each of `PLACES`.
    """
    count, words = len(document), document.words
    firsts = [sentence.first for sentence in document.sentences]
    begins = np.array(firsts)
    sizes = np.array([*firsts[1:], count]) - begins
    lasts = begins + (sizes - 1)
    inside = document.quoted
    # Quoted tokens up to each one, and before it.
    through: NDArray[np.int64] = np.cumsum(inside)
    before: NDArray[np.int64] = through - inside
    quoted_before: NDArray[np.int64] = before[begins]
    quoted_through: NDArray[np.int64] = through[lasts]
    position: list[int] = []
    for begin, end in document.paragraphs:
        opens = 3 if words[firsts[begin]] in _DOUBLE else 0
        position += [opens + min(at, 2) for at in range(end - begin)]
    place = np.array(position)
    holds = _sentence_contents(verb * ~inside, quoted_through - quoted_before, begins, sizes)
    # What the sentence before in the same paragraph holds, and one more; 0 where there is none.
    held = np.append(0, holds[:-1] + 1) * (place % 3 > 0)
    # What is said of each sentence, token by token.
    of_sentence = np.stack((begins, lasts, quoted_before, quoted_through, place, holds, 2 * held))
    of_token = of_sentence.repeat(sizes, axis=1)
    first, last, quoted_first, quoted_last, *states = of_token
    index = np.arange(count)
    found = np.empty((len(PLACES), count), dtype=np.int64)
    found[0] = _quotation_states(document)
    found[0] *= 4
    found[0] += before > quoted_first
    found[0] += 2 * (quoted_last > through)
    _STEPS.take(index - first, out=found[1], mode="clip")
    _STEPS.take(last - index, out=found[2], mode="clip")
    found[3:] = states
    found[5] += inside
    return found


def _quotation_states(document: Document) -> NDArray[np.uint8]:
    """How each token stands to the quotations; see `PLACES`."""
    states = bytearray(len(document) + 4)
    for quotation in document.quotations:
        start, end = quotation.start, quotation.end
        if quotation.closed:
            states[end : end + 3] = b"\4\5\6"
        if start and not states[start - 1]:
            states[start - 1] = 7
        states[start:end] = b"\2" * (end - start)
        states[start] = 1
        if quotation.closed:
            states[end - 1] = 3
    return np.frombuffer(states, np.uint8, len(document))


def _sentence_contents(
    verb: NDArray[np.int64],
    quoted: NDArray[np.int64],
    begins: NDArray[np.int64],
    sizes: NDArray[np.int64],
) -> NDArray[np.int64]:
    """What each sentence holds: verbs, by their class outside quotations, and quoted tokens."""
    speech = np.add.reduceat(verb == 1, begins, dtype=np.int64)
    other = np.add.reduceat(verb > 1, begins, dtype=np.int64)
    wholly = quoted >= _WHOLLY * sizes
    holds: NDArray[np.int64] = (
        (speech > 0) + 2 * (other > 0) + 4 * ((quoted > 0).astype(np.int64) + wholly)
    )
    return holds
