"""The tagger's network, run in NumPy: weighted words and places, then recurrent layers.

Each recurrent layer carries a state along the paragraph in both directions, and at each token keeps
a part of it that the token itself decides on (the minimal gated unit of Feng, Tung, Hassanain and
others, "Were RNNs all we needed?", 2024, https://arxiv.org/abs/2410.01201): all products of
matrices are done for the whole article at once, and a step costs a multiplication and a sum.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.features.tagging import PLACES, WORD_FEATURES, WordTable, place_features
from credscore.packing import Packing, scan

__all__ = ["Layer", "Network", "Weights"]

# Places whose weights are added up beforehand for all of their combinations.
_GROUPS = (
    ("quotation",),
    ("from_start", "to_end", "sentence"),
    ("verb_left", "commas_left"),
    ("verb_right", "commas_right"),
    ("holds", "before_holds"),
)
_NUMBER = {place.name: number for number, place in enumerate(PLACES)}
# Words are weighted in blocks of one size, so that none depends on those met beside it.
_BLOCK = 64
_REMEMBERED = 20_000


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
        self._groups = [self._joined(group) for group in _GROUPS]
        # Adding the bias to one of the groups adds it to every token.
        self._groups[0] = self._groups[0] + weights.bias
        self._forget()

    def _joined(self, group: tuple[str, ...]) -> NDArray[np.float32]:
        """Weights of all combinations of some places, the last place running fastest."""
        total, *others = (self.weights.places[_NUMBER[name]] for name in group)
        for other in others:
            total = (total[:, None] + other).reshape(-1, total.shape[1])
        return total

    def _forget(self) -> None:
        self._table = WordTable(self._numbers)
        _, self._offsets, self._width = self.weights.window.shape
        # Row 0, of no word, stays zero: it is what lies beyond the ends of the article.
        self._words = np.zeros((_BLOCK, self._offsets, self._width), dtype=np.float32)
        self._weighted = 1

    def _weigh(self) -> None:
        """Weight the words that the table has and `_words` lacks."""
        wanted = len(self._table)
        if wanted > len(self._words):
            larger = np.zeros((2 * wanted, self._offsets, self._width), dtype=np.float32)
            larger[: self._weighted] = self._words[: self._weighted]
            self._words = larger
        weights = self.weights
        window = weights.window.reshape(len(weights.window), -1)
        for begin in range(self._weighted, wanted, _BLOCK):
            rows = min(_BLOCK, wanted - begin)
            numbers = np.zeros((_BLOCK, len(WORD_FEATURES)), dtype=np.int64)
            numbers[:rows] = self._table.features[begin : begin + rows]
            word, *others = numbers.T
            entry = np.concatenate(
                (
                    weights.words[word] * weights.scale,
                    *(
                        table[number]
                        for table, number in zip(weights.embeddings, others, strict=True)
                    ),
                ),
                axis=1,
            )
            weighted = (entry @ window).reshape(_BLOCK, self._offsets, self._width)
            self._words[begin : begin + rows] = weighted[:rows]
        self._weighted = wanted

    def scores(self, document: Document, packing: Packing) -> NDArray[np.float32]:
        """Score each label for each token.

        Parameters
        ----------
        document : Document
            What to look at.
        packing : Packing
            The order of its tokens.

        Returns
        -------
        ndarray of float32, shape (tokens, labels)
            In the order of the packing, transitions left out.
        """
        if len(self._table) > _REMEMBERED:
            self._forget()
        rows = self._table.rows(document.words)
        if self._weighted < len(self._table):
            self._weigh()
        places = place_features(document, self._table.shape[rows], self._table.verb[rows])
        state = self._entry(rows, places, packing.order)
        for layer in self.weights.layers:
            state += self._recur(layer, state, packing)
        scores: NDArray[np.float32] = state @ self.weights.out + self.weights.out_bias
        return scores

    def _entry(
        self, rows: NDArray[np.int64], places: NDArray[np.int64], order: NDArray[np.int64]
    ) -> NDArray[np.float32]:
        reach = self._offsets // 2
        padded = np.concatenate((np.zeros(reach, np.int64), rows, np.zeros(reach, np.int64)))
        flat = self._words.reshape(-1, self._width)
        # The word to the left of a token reaches it by its weights for the right, and so on.
        state: NDArray[np.float32] = flat[padded[order] * self._offsets]
        for offset in range(1, self._offsets):
            state += flat[padded[order + offset] * self._offsets + offset]
        for group, table in zip(_GROUPS, self._groups, strict=True):
            number, *others = (_NUMBER[name] for name in group)
            index = places[number]
            for other in others:
                index = index * PLACES[other].size + places[other]
            state += table[index[order]]
        return np.maximum(state, 0, out=state)

    @staticmethod
    def _recur(layer: Layer, state: NDArray[np.float32], packing: Packing) -> NDArray[np.float32]:
        gates = state @ layer.gate
        gates += layer.gate_bias
        size = gates.shape[1] // 4
        forget = gates[:, : 2 * size]
        # The logistic function of twice the value, in place.
        np.tanh(forget, out=forget)
        forget += 1
        forget *= 0.5
        forget = np.concatenate((forget[:, :size], forget[packing.flip, size:]), axis=1)
        added = gates[:, 2 * size :]
        added = np.concatenate((added[:, :size], added[packing.flip, size:]), axis=1)
        added *= 1 - forget
        carried = scan(forget, added, packing)
        carried[:, size:] = carried[packing.flip, size:]
        mixed: NDArray[np.float32] = carried @ layer.mix
        mixed += layer.mix_bias
        return np.maximum(mixed, 0, out=mixed)
