"""The part of speech of every token, by a window of words around it.

A linear classifier without memory: each word has a row of scores for every offset at which it may
stand from the token that is judged, and a token takes the tag with the highest sum. It is far from
a full tagger, and enough to see where a noun phrase ends and whether a word is a finite verb.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import repeat
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Artefact, canonical_json, load_artefact, npz_bytes
from credscore.document import Document, Sentence, once_a_document
from credscore.errors import ArtefactError
from credscore.features.cues import lexicon_classes
from credscore.features.part_repair import may_need_repair, repaired
from credscore.report import JsonValue
from credscore.tokens import normalise
from credscore.trained import newest
from credscore.vocabulary import Vocabulary

__all__ = [
    "OFFSETS",
    "PARTS_KIND",
    "TAGS",
    "PartTagger",
    "parts_of_sentence",
    "parts_of_speech",
    "word_traits",
]

PARTS_KIND = "part of speech tagger"
# N noun, P proper noun, D determiner, J adjective, R adverb, V finite verb, B base form, M modal,
# G "-ing" form, E past participle, I preposition, S subordinator, T "to", Q pronoun, W question
# word, C conjunction, U number, O anything else.
TAGS = "BCDEGIJMNOPQRSTUVW"
OFFSETS = (-2, -1, 0, 1, 2)
_LETTERS = TAGS.encode() + bytes(256 - len(TAGS))
_NAMES = "names.json"
_ARRAYS = "weights.npz"
# Weights are kept as whole eighths.
_UNIT = 8.0


def word_traits(word: str) -> tuple[tuple[str, ...], ...]:
    """Features of a word at each of `OFFSETS` from the token that is judged; "" beyond the text.

    Examples
    --------
    >>> word_traits("Officials")[3]
    ('w1=officials', 's1=als', 'h1=t')
    """
    columns = _values([word], [normalise(word)])
    values = {name: column[0] for name, column in zip(_VALUES, columns, strict=True)}
    return tuple(tuple(f"{name}={values[name[0]]}" for name in names) for names in _TRAITS)


# Names of the features at each of `OFFSETS`; the first letter is one of `_VALUES`.
_TRAITS = (
    ("w-2",),
    ("w-1", "s-1", "h-1"),
    ("w0", "s0", "h0", "t", "u", "c"),
    ("w1", "s1", "h1"),
    ("w2",),
)
# What features say of a word: itself, its ending, shape, longer and shorter endings and class.
_VALUES = "wshtuc"


def _values(words: Sequence[str], norms: Sequence[str]) -> list[Sequence[str]]:
    """The values of each of `_VALUES` for words and their normal forms."""
    return [
        norms,
        [norm[-3:] for norm in norms],
        list(map(_shape, words)),
        [norm[-2:] for norm in norms],
        [norm[-4:] for norm in norms],
        lexicon_classes(norms),
    ]


def _shape(word: str) -> str:
    if not word:
        return "-"
    first = word[0]
    if first.isdigit():
        return "d"
    if not first.isalpha():
        return first if first.isascii() else "o"
    if word.islower():
        return "l"
    if len(word) > 1 and word.isupper():
        return "u"
    return "t" if first.isupper() else "m"


class PartTagger:
    """Tags the tokens of a document.

    Parameters
    ----------
    weights : mapping of str to sequence of float
        For each feature of `word_traits` one number a tag, in the order of `TAGS`.
    """

    def __init__(self, weights: Mapping[str, Sequence[float]]) -> None:
        names = sorted(weights)
        matrix = [weights[name] for name in names]
        scaled = np.rint(np.array(matrix, dtype=np.float64).reshape(-1, len(TAGS)) * _UNIT)
        self._set(names, np.clip(scaled, -127, 127).astype(np.int8))

    def _set(self, names: list[str], weights: NDArray[np.int8]) -> None:
        self._names, self._weights = names, weights
        # For each kind of value the row of each, and what it adds at each of `OFFSETS`; the last
        # row is that of the unknown.
        self._values: list[tuple[dict[str, int], NDArray[np.int8]]] = []
        for kind in _VALUES:
            rows: dict[str, int] = {}
            parts: list[tuple[int, list[int], int, int]] = []
            for slot, traits in enumerate(_TRAITS):
                for name in traits:
                    if name[0] == kind:
                        # Names are sorted, and "=" comes just before ">".
                        begin, end = bisect_left(names, f"{name}="), bisect_left(names, f"{name}>")
                        skip = len(name) + 1
                        found = [
                            rows.setdefault(known[skip:], len(rows)) for known in names[begin:end]
                        ]
                        parts.append((slot, found, begin, end))
            table = np.zeros((len(rows) + 1, len(OFFSETS), len(TAGS)), dtype=np.int8)
            for slot, found, begin, end in parts:
                table[found, slot] = weights[begin:end]
            self._values.append((rows, table))
        self._lock = Lock()
        self._begin(Vocabulary())

    @classmethod
    def from_artefact(cls, artefact: Artefact) -> PartTagger:
        """Restore a tagger from what `to_files` wrote.

        Raises
        ------
        ArtefactError
            If names and weights do not fit each other.
        """
        names = artefact.json(_NAMES)
        stored = artefact.arrays(_ARRAYS).get("weights")
        if (
            not isinstance(names, list)
            or stored is None
            or stored.dtype != np.int8
            or stored.shape != (len(names), len(TAGS))
        ):
            raise ArtefactError(f"{artefact.folder / _ARRAYS} must hold a row for each name")
        tagger = cls({})
        tagger._set([str(name) for name in names], stored.astype(np.int8))
        return tagger

    def to_files(self) -> dict[str, bytes]:
        """Content of the files of an artefact, by name."""
        names: list[JsonValue] = list(self._names)
        return {_NAMES: canonical_json(names), _ARRAYS: npz_bytes({"weights": self._weights})}

    def _begin(self, words: Vocabulary) -> None:
        """Begin a table for a vocabulary; row 0 is of no word, row n + 1 of its word n."""
        self._vocabulary, self._rows = words, 0
        self._table = np.zeros((0, len(OFFSETS), len(TAGS)), dtype=np.int16)

    def _learn(self) -> None:
        """Add up the weights of the words that are new in the vocabulary."""
        total = len(self._vocabulary) + 1
        new = slice(max(self._rows - 1, 0), total - 1)
        words, norms = self._vocabulary.words[new], self._vocabulary.norms[new]
        if not self._rows:
            words, norms = ["", *words], ["", *norms]
        if total > len(self._table):
            larger = np.zeros((2 * total, len(OFFSETS), len(TAGS)), dtype=np.int16)
            larger[: self._rows] = self._table[: self._rows]
            self._table = larger
        sums = self._table[self._rows : total]
        part = np.empty(sums.shape, dtype=np.int8)
        for (rows, table), column in zip(self._values, _values(words, norms), strict=True):
            number = list(map(rows.get, column, repeat(len(rows))))
            sums += table.take(number, axis=0, out=part, mode="clip")
        self._rows = total

    def tags(
        self, numbers: NDArray[np.int64], words: Vocabulary, starts: Sequence[int] = ()
    ) -> str:
        """Tag words, one letter of `TAGS` each.

        Parameters
        ----------
        numbers : ndarray of int64, shape (tokens,)
            The numbers of a text's words.
        words : Vocabulary
            What numbers them.
        starts : sequence of int
            Where sentences begin; no word is seen across such a place.
        """
        count = len(numbers)
        if not count:
            return ""
        with self._lock:
            if words is not self._vocabulary:
                self._begin(words)
            if len(words) >= self._rows:
                self._learn()
            table = self._table
        # Where each token's row lies, with that of no word beyond both ends of the text.
        reach, width = max(OFFSETS), len(OFFSETS)
        padded = np.zeros(count + 2 * reach, dtype=np.int64)
        np.add(numbers, 1, out=padded[reach : count + reach])
        padded *= width
        # No word is seen in another sentence: by its distance from a sentence's first token.
        bounds = np.array([start for start in starts if start], dtype=np.int64)
        near = {step: bounds + step for step in range(-reach, reach)}
        flat = table.reshape(-1, len(TAGS))
        scores = np.zeros((count, len(TAGS)), dtype=np.int16)
        part = np.empty_like(scores)
        for column, offset in enumerate(OFFSETS):
            index = padded[reach + offset : reach + offset + count] + column
            for step in range(-offset) if offset < 0 else range(-offset, 0):
                index.put(near[step], column, mode="clip")
            scores += flat.take(index, axis=0, out=part, mode="clip")
        best: bytes = scores.argmax(axis=1).astype(np.uint8).tobytes()
        return best.translate(_LETTERS).decode("ascii")


@cache
def _tagger() -> PartTagger:
    return PartTagger.from_artefact(load_artefact(newest("parts_of_speech"), PARTS_KIND))


@once_a_document
def parts_of_speech(document: Document) -> str:
    """Part of speech of each token of a document, as letters of `TAGS`.

    Parameters
    ----------
    document : Document
        What to look at.

    Examples
    --------
    >>> from credscore.article import Article
    >>> parts_of_speech(Document(Article("The minister said it was over.")))
    'DNVQVRO'
    """
    starts = [sentence.first for sentence in document.sentences]
    tags = _tagger().tags(document.numbers, document.vocabulary, starts)
    places = document.places_of(may_need_repair())
    return repaired(document.norms, tags, places, starts)


def parts_of_sentence(document: Document, sentence: Sentence) -> str:
    """Part of speech of each token of one sentence, as `parts_of_speech` gives them.

    Parameters
    ----------
    document : Document
        What to look at.
    sentence : Sentence
        One of it.

    Examples
    --------
    >>> from credscore.article import Article
    >>> document = Document(Article("It rained. The minister said so."))
    >>> parts_of_sentence(document, document.sentences[1])
    'DNVRO'
    """
    return parts_of_speech(document)[sentence.first : sentence.last]
