"""The tagger's network, run in NumPy: weighted words and places, then recurrent layers.

Each recurrent layer carries a state along the paragraph in both directions, and at each token keeps
a part of it that the token itself decides on (the minimal gated unit of Feng, Tung, Hassanain and
others, "Were RNNs all we needed?", 2024, https://arxiv.org/abs/2410.01201): all products of
matrices are done for the whole article at once, and a step costs a multiplication and a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.features.tagging import PLACES, WORD_FEATURES, WordTable, place_features
from credscore.packing import Packing, scan

__all__ = ["Layer", "Network", "Read", "Weights"]

# Places whose weights are added up beforehand for all of their combinations.
_GROUPS = (
    ("quotation",),
    ("from_start", "to_end", "sentence"),
    ("holds", "before_holds"),
)
_NUMBER = {place.name: number for number, place in enumerate(PLACES)}
# Products of matrices are done in blocks of rows, so small that no library of linear algebra hands
# them to threads: these would wait for each other longer than they work, above all where another
# process has a core of theirs.
_ROWS = 32
# Words are weighted in blocks of one size, so that none depends on those met beside it; of few
# rows, for their products are wide; and so many at once, which bounds the room that it takes.
_BLOCK = 8
_AT_ONCE = 1024
# Rows of weighted words that are kept: 0.8 kB each.
_REMEMBERED = 24_000
# What words and places add to a token is kept in whole parts, which take half the memory and half
# the time. Each is clipped far beyond what occurs, so that no sum of them overflows.
_PART = np.float32(1 / 512)
_HALF = np.float32(0.5)


@dataclass(frozen=True, slots=True)
class Layer:
    """Weights of a recurrent layer; `size` is that of the state in one direction.

    Attributes
    ----------
    gate : ndarray of float32, shape (width, 4 * size)
        To half the log-odds of what is kept, forwards and backwards, and to what is added,
        forwards and backwards.
    gate_bias : ndarray of float32, shape (4 * size,)
    mix : ndarray of float32, shape (2 * size, width)
        From the states to what the layer adds to its input.
    mix_bias : ndarray of float32, shape (width,)
    """

    gate: NDArray[np.float32]
    gate_bias: NDArray[np.float32]
    mix: NDArray[np.float32]
    mix_bias: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """All weights of the network.

    Attributes
    ----------
    words : ndarray of int8, shape (values, size)
        Embeddings of words, row 0 for the unknown.
    scale : ndarray of float32, shape (size,)
        By which they are multiplied.
    embeddings : tuple of ndarray of float32, each of shape (values, size)
        One for each of `WORD_FEATURES` but the word, row 0 for the unknown.
    window : ndarray of float32, shape (all sizes, offsets, width)
        From a word to the tokens about it, the farthest left first.
    places : tuple of ndarray of float32, each of shape (values, width)
        One for each of `PLACES`.
    bias : ndarray of float32, shape (width,)
    layers : tuple of Layer
    out : ndarray of float32, shape (width, labels)
    out_bias : ndarray of float32, shape (labels,)
    """

    words: NDArray[np.int8]
    scale: NDArray[np.float32]
    embeddings: tuple[NDArray[np.float32], ...]
    window: NDArray[np.float32]
    places: tuple[NDArray[np.float32], ...]
    bias: NDArray[np.float32]
    layers: tuple[Layer, ...]
    out: NDArray[np.float32]
    out_bias: NDArray[np.float32]


class Read(NamedTuple):
    """What the scores of a document's tokens are made of.

    Attributes
    ----------
    rows : ndarray of int64, shape (tokens + offsets - 1,)
        Where each token's weighted word lies, with zeros about them for what is beyond the ends.
    places : ndarray of int64, shape (len(PLACES), tokens)
        Features of place.
    """

    rows: NDArray[np.int64]
    places: NDArray[np.int64]


class Network:
    """Scores the labels of each token.

    Parameters
    ----------
    weights : Weights
        As they were learnt.
    values : sequence of sequence of str
        For each of `WORD_FEATURES` its known values, in order of the rows of its embeddings from
        1; for the shape they are not used.
    """

    def __init__(self, weights: Weights, values: Sequence[Sequence[str]]) -> None:
        self.weights = weights
        self._numbers = {
            name: {value: number for number, value in enumerate(known, start=1)}
            for name, known in zip(WORD_FEATURES, values, strict=True)
        }
        sizes, self._offsets, self._width = weights.window.shape
        self._most = np.iinfo(np.int16).max // (self._offsets + len(_GROUPS))
        groups = [self._joined(group) for group in _GROUPS]
        # Adding the bias to one of the groups adds it to every token.
        groups[0] = groups[0] + weights.bias
        self._groups = [self._in_parts(group / _PART) for group in groups]
        self._window = weights.window.reshape(sizes, -1).copy()
        self._window[: len(weights.scale)] *= weights.scale[:, None]
        self._window /= _PART
        # Each layer's input is less than it should be by the biases so far.
        lack = np.zeros(self._width, dtype=np.float32)
        self._gates: list[_Gates] = []
        for layer in weights.layers:
            self._gates.append(_Gates.of(layer, lack))
            lack = lack + self._gates[-1].bias
        self._out = np.ascontiguousarray(weights.out * _PART)
        self._out_bias = weights.out_bias + lack @ weights.out
        # A row of zeros, with which an array is compared much faster than with one zero.
        self._zeros = np.zeros(self._width, dtype=np.int16)
        self._words = np.zeros((0, self._offsets * self._width), dtype=np.int16)
        self._forget()

    def _joined(self, group: tuple[str, ...]) -> NDArray[np.float32]:
        """Weights of all combinations of some places, the last place running fastest."""
        total, *others = (self.weights.places[_NUMBER[name]] for name in group)
        for other in others:
            total = (total[:, None] + other).reshape(-1, total.shape[1])
        return total

    def _in_parts(self, values: NDArray[np.float32]) -> NDArray[np.int16]:
        """The values, which are rounded in place."""
        np.rint(values, out=values)
        values.clip(-self._most, self._most, out=values)
        return values.astype(np.int16)

    def _forget(self) -> None:
        self._table = WordTable(self._numbers)
        # Row 0, of no word, stays zero: it is what lies beyond the ends of the article. The system
        # gives memory to a row only when it is written; rows are written anew in the same place,
        # so that memory stays at the level that it has once reached.
        if len(self._words) != _REMEMBERED:
            self._words = np.zeros((_REMEMBERED, self._words.shape[1]), dtype=np.int16)
        self._weighted = 1

    def _weigh(self) -> None:
        """Weight the words that the table has and `_words` lacks."""
        wanted = len(self._table)
        if wanted > len(self._words):
            larger = np.zeros((2 * wanted, self._words.shape[1]), dtype=np.int16)
            larger[: self._weighted] = self._words[: self._weighted]
            self._words = larger
        for begin in range(self._weighted, wanted, _AT_ONCE):
            numbers = self._table.features[begin : begin + _AT_ONCE]
            self._words[begin : begin + len(numbers)] = self._weighted_words(numbers)
        self._weighted = wanted

    def _weighted_words(self, numbers: NDArray[np.int64]) -> NDArray[np.int16]:
        """Weight words by the numbers of their features, shape (words, len(WORD_FEATURES))."""
        count = len(numbers)
        entry = np.zeros((-(-count // _BLOCK), _BLOCK, len(self._window)), dtype=np.float32)
        rows = entry.reshape(-1, len(self._window))
        left = 0
        tables: list[NDArray[np.int8] | NDArray[np.float32]] = [
            self.weights.words,
            *self.weights.embeddings,
        ]
        for table, number in zip(tables, numbers.T, strict=True):
            right = left + table.shape[1]
            rows[:count, left:right] = table[number]
            left = right
        weighted: NDArray[np.float32] = np.matmul(entry, self._window)
        return self._in_parts(weighted.reshape(len(rows), -1)[:count])

    def read(self, document: Document) -> Read:
        """Look up what the scores of a document are made of; good until the next one is read."""
        if (
            document.vocabulary is not self._table.vocabulary
            or len(self._table) + len(document) > _REMEMBERED
        ):
            self._forget()
        rows = self._table.rows(document)
        if self._weighted < len(self._table):
            self._weigh()
        reach = self._offsets // 2
        padded = np.zeros(len(rows) + 2 * reach, dtype=np.int64)
        np.multiply(rows, self._offsets, out=padded[reach : len(rows) + reach])
        places = place_features(document, self._table.verb[rows])
        return Read(padded, places)

    def block_scores(
        self, read: Read, first: int, last: int, packing: Packing
    ) -> NDArray[np.float32]:
        """Score each label for each token of a range of whole paragraphs.

        Parameters
        ----------
        read : Read
            What was read of the document.
        first, last : int
            The range, end exclusive.
        packing : Packing
            The order of its tokens, counted from the first.

        Returns
        -------
        ndarray of float32, shape (tokens, labels)
            In the order of the packing, transitions left out.
        """
        padded = read.rows[first : last + self._offsets - 1]
        state = self._entry(padded, read.places[:, first:last], packing.order)
        for gates in self._gates:
            state += gates.recur(state, packing)
        scores = _product(state, self._out)
        scores += self._out_bias
        return scores

    def _entry(
        self, padded: NDArray[np.int64], places: NDArray[np.int64], order: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        """What the first layer is given, in parts."""
        flat = self._words.reshape(-1, self._width)
        # The word to the left of a token reaches it by its weights for the right, and so on.
        total = flat.take(padded[order], axis=0, mode="clip")
        part = np.empty_like(total)
        for offset in range(1, self._offsets):
            index = padded[offset : len(order) + offset][order]
            index += offset
            total += flat.take(index, axis=0, out=part, mode="clip")
        for group, table in zip(_GROUPS, self._groups, strict=True):
            number, *others = (_NUMBER[name] for name in group)
            index = places[number]
            for other in others:
                index = index * PLACES[other].size + places[other]
            total += table.take(index[order], axis=0, out=part, mode="clip")
        np.maximum(total, self._zeros, out=total)
        return total.astype(np.float32)


def _product(rows: NDArray[np.float32], weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """The product of matrices, block by block; the weights lie row by row."""
    size, width = weights.shape
    product = np.empty((len(rows), width), dtype=np.float32)
    whole = len(rows) - len(rows) % _ROWS
    np.matmul(
        rows[:whole].reshape(-1, _ROWS, size),
        weights,
        out=product[:whole].reshape(-1, _ROWS, width),
    )
    np.matmul(rows[whole:], weights, out=product[whole:])
    return product


@dataclass(frozen=True, slots=True)
class _Gates:
    """A layer's weights as they are multiplied: what is kept apart from what is added.

    Its input and what it adds to it are in parts, and a bias of the latter is left to those who
    read it. So is that of the states, which lack it from the first on.
    """

    keep: NDArray[np.float32]
    keep_bias: NDArray[np.float32]
    add: NDArray[np.float32]
    add_bias: NDArray[np.float32]
    mix: NDArray[np.float32]
    floor: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def of(cls, layer: Layer, lack: NDArray[np.float32]) -> _Gates:
        """Prepare a layer whose input lacks what earlier layers left out."""
        half = layer.gate.shape[1] // 2
        gate_bias: NDArray[np.float32] = layer.gate_bias + lack @ layer.gate
        keep_bias, add_bias = gate_bias[:half], gate_bias[half:]
        bias: NDArray[np.float32] = layer.mix_bias + add_bias @ layer.mix
        return cls(
            np.ascontiguousarray(layer.gate[:, :half] * _PART),
            keep_bias,
            np.ascontiguousarray(layer.gate[:, half:] * _PART),
            add_bias,
            np.ascontiguousarray(layer.mix / _PART),
            bias / -_PART,
            bias,
        )

    def recur(self, state: NDArray[np.float32], packing: Packing) -> NDArray[np.float32]:
        """What the layer adds to its input, less a bias."""
        half_kept = _product(state, self.keep)
        half_kept += self.keep_bias
        np.tanh(half_kept, out=half_kept)
        half_kept *= _HALF
        added = _product(state, self.add)
        # The logistic function of twice the value is a half more; what is not kept is added anew.
        added *= _HALF - half_kept
        half_kept += _HALF
        # Each row has two halves, one for each direction; the backward ones are turned round.
        halves = [values.reshape(2 * len(state), -1) for values in (half_kept, added)]
        turned, part = 2 * packing.flip + 1, np.empty_like(halves[0][1::2])
        for half in halves:
            half[1::2] = half.take(turned, axis=0, out=part, mode="clip")
        # As much of the bias as is kept is lacking already, but before the first ones.
        first = slice(packing.blocks[1])
        added[first] -= half_kept[first] * self.add_bias
        carried = scan(half_kept, added, packing)
        half = carried.reshape(2 * len(state), -1)
        half[1::2] = half.take(turned, axis=0, out=part, mode="clip")
        mixed = _product(carried, self.mix)
        # With its bias it would be no less than zero.
        return np.maximum(mixed, self.floor, out=mixed)
