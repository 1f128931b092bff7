"""The tagger's network in PyTorch: the same sums as `credscore.network`, with gradients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from credscore.document import Document
from credscore.features.tagging import (
    PLACES,
    SHAPES,
    WORD_FEATURES,
    WordTable,
    place_features,
)
from credscore.network import Layer, Weights
from credscore.packing import pack_paragraphs, paragraph_bounds
from credscore.tagger import Tagger
from credscore.training.chains import Scan
from credscore.training.polnear import LABELS

__all__ = ["Batch", "Example", "StudentNetwork", "example", "join"]

_OFFSETS = 5
_WIDTH, _STATE, _LAYERS = 80, 40, 2
_SIZES = {"suffix": 24, "shape": 8, "class": 16}
_PLACE_SIZE = 48
_DROPPED = 0.1
_DROPPED_WORDS = 0.05
# The first value of each place in a table of all.
_PLACE_STARTS = np.concatenate(([0], np.cumsum([place.size for place in PLACES])))


@dataclass(frozen=True, slots=True)
class Example:
    """An article as the network takes it: arrays by token, and what its labels should be.

    Attributes
    ----------
    words : ndarray of int64, shape (tokens, len(WORD_FEATURES))
    places : ndarray of int64, shape (tokens, len(PLACES))
    firsts, lengths : ndarray of int64, shape (paragraphs,)
    labels : ndarray of float16, shape (tokens, labels)
        Probability of each: a teacher's, or 0 and 1 where annotators gave them.
    moves : ndarray of float32, shape (labels, labels)
        How often one label is expected to follow another.
    """

    words: NDArray[np.int64]
    places: NDArray[np.int64]
    firsts: NDArray[np.int64]
    lengths: NDArray[np.int64]
    labels: NDArray[np.float16]
    moves: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles side by side, their tokens in the order of a packing.

    Attributes
    ----------
    words : Tensor of int64, shape (tokens, len(WORD_FEATURES))
        In the order of the text.
    neighbours : Tensor of int64, shape (offsets, tokens)
        For each row the token that stands so far from its own, or one beyond the last.
    places : Tensor of int64, shape (tokens, len(PLACES))
    flip : Tensor of int64, shape (tokens,)
    blocks : list of int
        As in `Packing`.
    labels : Tensor of float32, shape (tokens, labels)
        Wanted probabilities.
    moves : Tensor of float32, shape (labels, labels)
        Wanted number of moves from one label to another.
    """

    words: torch.Tensor
    neighbours: torch.Tensor
    places: torch.Tensor
    flip: torch.Tensor
    blocks: list[int]
    labels: torch.Tensor
    moves: torch.Tensor


def example(
    document: Document, table: WordTable, labels: NDArray[np.float16], moves: NDArray[np.float32]
) -> Example:
    """Look up what the network needs of an article."""
    rows = table.rows(document)
    places = place_features(document, table.verb[rows]).T
    firsts, lengths = paragraph_bounds(document)
    return Example(
        table.features[rows], places + _PLACE_STARTS[:-1], firsts, lengths, labels, moves
    )


def join(examples: Sequence[Example]) -> Batch:
    """Set articles side by side."""
    counts = np.array([len(item.words) for item in examples])
    starts = np.concatenate(([0], np.cumsum(counts)))
    packing = pack_paragraphs(
        np.concatenate(
            [item.firsts + start for item, start in zip(examples, starts, strict=False)]
        ),
        np.concatenate([item.lengths for item in examples]),
    )
    low, high = np.repeat(starts[:-1], counts), np.repeat(starts[1:], counts)
    order, reach = packing.order, _OFFSETS // 2
    neighbours = order + np.arange(-reach, reach + 1)[:, None]
    outside = (neighbours < low[order]) | (neighbours >= high[order])
    neighbours[outside] = starts[-1]
    return Batch(
        torch.from_numpy(np.concatenate([item.words for item in examples])),
        torch.from_numpy(neighbours),
        torch.from_numpy(np.concatenate([item.places for item in examples])[order]),
        torch.from_numpy(packing.flip),
        packing.blocks,
        torch.from_numpy(np.concatenate([item.labels for item in examples])[order]).float(),
        torch.from_numpy(np.sum([item.moves for item in examples], axis=0)),
    )


class _Dropout(torch.nn.Module):  # type: ignore[misc]
    """Dropout whose noise is drawn once and read from changing places, which is far faster."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self._rate = rate
        self._noise = torch.zeros(0)

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        """Drop some of the values while training."""
        if not self.training:
            return values
        count = values.numel()
        if len(self._noise) < 2 * count:
            kept = 1 - self._rate
            self._noise = (torch.rand(4 * count) < kept).float() / kept
        start = int(torch.randint(len(self._noise) - count, ()))
        return values * self._noise[start : start + count].view(values.shape)


class StudentNetwork(torch.nn.Module):  # type: ignore[misc]
    """The network that is shipped, while it learns.

    Parameters
    ----------
    values : dict of str to (sequence of str)
        For each of `WORD_FEATURES` but the shape its known values.
    vectors : ndarray of float32, shape (words, size)
        Where the embeddings of words begin.
    """

    def __init__(self, values: dict[str, Sequence[str]], vectors: NDArray[np.float32]) -> None:
        super().__init__()
        self.values = values
        sizes = {"word": vectors.shape[1], **_SIZES}
        self.embeddings = torch.nn.ModuleDict()
        for name in WORD_FEATURES:
            known = len(SHAPES) if name == "shape" else len(values[name]) + 1
            self.embeddings[name] = torch.nn.Embedding(known, sizes[name])
            torch.nn.init.normal_(self.embeddings[name].weight, std=0.3)
        with torch.no_grad():
            self.embeddings["word"].weight[0] = 0
            self.embeddings["word"].weight[1:] = torch.from_numpy(vectors)
        self.window = torch.nn.Linear(sum(sizes.values()), _OFFSETS * _WIDTH, bias=False)
        self.place_table = torch.nn.EmbeddingBag(int(_PLACE_STARTS[-1]), _PLACE_SIZE, mode="sum")
        torch.nn.init.normal_(self.place_table.weight, std=0.2)
        self.place = torch.nn.Linear(_PLACE_SIZE, _WIDTH)
        self.gates = torch.nn.ModuleList(
            torch.nn.Linear(_WIDTH, 4 * _STATE) for _ in range(_LAYERS)
        )
        self.mixes = torch.nn.ModuleList(
            torch.nn.Linear(2 * _STATE, _WIDTH) for _ in range(_LAYERS)
        )
        with torch.no_grad():
            for gate in self.gates:
                # At first much is kept, so that what stands far away is seen.
                gate.bias[: 2 * _STATE] = 1.0
        self.out = torch.nn.Linear(_WIDTH, len(LABELS))
        self.moves = torch.nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.drop = _Dropout(_DROPPED)
        impossible = [
            [after.startswith("I-") and before[2:] != after[2:] for after in LABELS]
            for before in LABELS
        ]
        self.register_buffer("impossible", torch.tensor(impossible))

    @property
    def transitions(self) -> torch.Tensor:
        """Weights of going from one label to another, those of impossible ones very low."""
        return self.moves.masked_fill(self.impossible, -1e4)

    def forward(self, batch: Batch) -> torch.Tensor:
        """Score each label for each row, shape (tokens, labels)."""
        numbers = dict(zip(WORD_FEATURES, batch.words.T, strict=True))
        if self.training:
            unseen = torch.rand(len(batch.words)) < _DROPPED_WORDS
            numbers["word"] = numbers["word"].masked_fill(unseen, 0)
        entry = torch.cat([self.embeddings[name](numbers[name]) for name in WORD_FEATURES], 1)
        # Beyond the ends of an article there is nothing.
        entry = torch.cat((self.drop(entry), entry.new_zeros(1, entry.shape[1])))
        state = self.place(self.place_table(batch.places)).float()
        for part, near in zip(self.window(entry).split(_WIDTH, 1), batch.neighbours, strict=True):
            state = state + part[near]
        state = self.drop(state.relu())
        for gate, mix in zip(self.gates, self.mixes, strict=True):
            keep, keep_back, add, add_back = gate(state).float().split(_STATE, 1)
            forget = torch.cat((keep, keep_back[batch.flip]), 1).sigmoid()
            added = torch.cat((add, add_back[batch.flip]), 1) * (1 - forget)
            ahead, back = Scan.apply(forget, added, batch.blocks).split(_STATE, 1)
            state = state + self.drop(mix(torch.cat((ahead, back[batch.flip]), 1)).float().relu())
        return self.out(state).float()

    def tagger(self) -> Tagger:
        """Return what it has learnt as the tagger that NumPy runs."""

        def plain(tensor: torch.Tensor) -> NDArray[np.float32]:
            array: NDArray[np.float32] = tensor.detach().numpy().astype(np.float32)
            return array

        words = plain(self.embeddings["word"].weight)
        scale = np.maximum(np.abs(words).max(axis=0), 1e-6) / 127
        layers = []
        for gate, mix in zip(self.gates, self.mixes, strict=True):
            weight, bias = plain(gate.weight.T).copy(), plain(gate.bias).copy()
            # The tagger takes half the log-odds.
            weight[:, : 2 * _STATE] /= 2
            bias[: 2 * _STATE] /= 2
            layers.append(Layer(weight, bias, plain(mix.weight.T), plain(mix.bias)))
        places = plain(self.place_table.weight @ self.place.weight.T)
        weights = Weights(
            words=np.round(words / scale).astype(np.int8),
            scale=scale,
            embeddings=tuple(plain(self.embeddings[name].weight) for name in WORD_FEATURES[1:]),
            window=plain(self.window.weight)
            .reshape(_OFFSETS, _WIDTH, -1)
            .transpose(2, 0, 1)
            .copy(),
            places=tuple(np.split(places, _PLACE_STARTS[1:-1])),
            bias=plain(self.place.bias),
            layers=tuple(layers),
            out=plain(self.out.weight.T),
            out_bias=plain(self.out.bias),
        )
        return Tagger(LABELS, plain(self.transitions), weights, self.values)
