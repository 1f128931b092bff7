"""A linear-chain conditional random field, run in NumPy.

Trained elsewhere (`credscore.training.attribution`); here it only adds up weights and finds the
best path. Words are scored once each and remembered, so that a token costs a look-up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Artefact, canonical_json, npz_bytes
from credscore.document import Document
from credscore.errors import ArtefactError
from credscore.features.tagging import (
    OFFSETS,
    PAIRS,
    PLACES,
    WORD_FEATURES,
    WordTable,
    token_features,
    word_features,
)
from credscore.report import JsonValue

__all__ = ["BOUNDARY", "PAIR_BASE", "Tagger"]

# What a word feature is beyond the ends of a paragraph.
BOUNDARY = "\x02"
PAIR_BASE = 1 << 20
_NAMES = "names.json"
_WEIGHTS = "weights.npz"
_REMEMBERED = 100_000
_IMPOSSIBLE = -1e9


class Tagger:
    """Finds labelled spans in a document.

    Parameters
    ----------
    labels : sequence of str
        "O" and for each kind of span "B-kind" and "I-kind".
    transitions : ndarray of float32, shape (labels, labels)
        Weight of going from the first label to the second.
    vocabulary : sequence of str
        The words of `pairs`, numbered from 1.
    words : mapping of str to (mapping of str to int, ndarray of float32)
        For each of `WORD_FEATURES` the numbers of its values and their weights by number, shape
        (values, offsets of the feature, labels).
    places : sequence of ndarray of float32, shape (size, labels)
        One for each of `PLACES`.
    pairs : mapping of str to (ndarray of int64, ndarray of float32)
        For each of `PAIRS` its keys in rising order, first part times `PAIR_BASE` plus second, and
        their weights, shape (keys, labels).
    """

    def __init__(
        self,
        labels: Sequence[str],
        transitions: NDArray[np.float32],
        vocabulary: Sequence[str],
        words: Mapping[str, tuple[Mapping[str, int], NDArray[np.float32]]],
        places: Sequence[NDArray[np.float32]],
        pairs: Mapping[str, tuple[NDArray[np.int64], NDArray[np.float32]]],
    ) -> None:
        self.labels = tuple(labels)
        self._transitions = transitions.astype(np.float32).copy()
        for i, before in enumerate(labels):
            for j, after in enumerate(labels):
                if after.startswith("I-") and before[2:] != after[2:]:
                    self._transitions[i, j] = _IMPOSSIBLE
        self._vocabulary = tuple(vocabulary)
        self._numbers = {word: number for number, word in enumerate(vocabulary, start=1)}
        self._words = words
        self._places = tuple(places)
        self._pairs = pairs
        self._forget()

    def _forget(self) -> None:
        self._table = WordTable(self._numbers)
        self._word_scores = self._score_word(dict.fromkeys(WORD_FEATURES, BOUNDARY))[None]

    def _score_word(self, features: Mapping[str, str]) -> NDArray[np.float32]:
        """What a word adds to every label at every offset."""
        scores = np.zeros((len(OFFSETS), len(self.labels)), dtype=np.float32)
        for name, offsets in WORD_FEATURES.items():
            numbers, weights = self._words[name]
            number = numbers.get(features[name])
            if number is not None:
                scores[[OFFSETS.index(offset) for offset in offsets]] += weights[number]
        return scores

    @classmethod
    def from_artefact(cls, artefact: Artefact) -> Tagger:
        """Restore a tagger from what `to_files` wrote.

        Raises
        ------
        ArtefactError
            If a file or an array is missing.
        """
        names = cast("dict[str, list[str]]", artefact.json(_NAMES))
        arrays = artefact.arrays(_WEIGHTS)
        try:
            weights = {name: array.astype(np.float32) for name, array in arrays.items()}
            return cls(
                names["labels"],
                weights["transitions"],
                names["vocabulary"],
                {
                    name: (
                        {value: number for number, value in enumerate(names[name])},
                        weights[f"word_{name}"],
                    )
                    for name in WORD_FEATURES
                },
                [weights[f"place_{place.name}"] for place in PLACES],
                {
                    name: (arrays[f"key_{name}"].astype(np.int64), weights[f"pair_{name}"])
                    for name in PAIRS
                },
            )
        except KeyError as error:
            raise ArtefactError(f"{artefact.folder}: the tagger lacks {error}") from error

    def to_files(self) -> dict[str, bytes]:
        """Content of the files of an artefact, by name; weights as half floats."""
        names: dict[str, JsonValue] = {
            "labels": list(self.labels),
            "vocabulary": list(self._vocabulary),
        }
        arrays: dict[str, NDArray[np.generic]] = {
            # Written as they were learnt; what is impossible is set again on loading.
            "transitions": np.maximum(self._transitions, -1e4).astype(np.float16)
        }
        for name, (numbers, weights) in self._words.items():
            names[name] = list(numbers)
            arrays[f"word_{name}"] = weights.astype(np.float16)
        for place, weights in zip(PLACES, self._places, strict=True):
            arrays[f"place_{place.name}"] = weights.astype(np.float16)
        for name, (keys, weights) in self._pairs.items():
            arrays[f"key_{name}"] = keys
            arrays[f"pair_{name}"] = weights.astype(np.float16)
        return {_NAMES: canonical_json(names), _WEIGHTS: npz_bytes(arrays)}

    def emissions(self, document: Document) -> NDArray[np.float32]:
        """Score of each label for each token.

        Parameters
        ----------
        document : Document
            What to look at; it has at least one token.

        Returns
        -------
        ndarray of float32, shape (tokens, labels)
            Sums of weights, transitions left out.
        """
        if len(self._table) > _REMEMBERED:
            self._forget()
        features = token_features(document, self._table)
        if len(self._table) > len(self._word_scores):
            new = self._table.words[len(self._word_scores) :]
            self._word_scores = np.concatenate(
                (self._word_scores, [self._score_word(word_features(word)) for word in new])
            )
        rows = features.rows
        count = len(document)
        first, last = _paragraph_bounds(document)
        index = np.arange(count)
        scores = np.zeros((count, len(self.labels)), dtype=np.float32)
        for column, offset in enumerate(OFFSETS):
            place = index + offset
            outside = (place < first) | (place >= last)
            place[outside] = 0
            row = rows[place]
            row[outside] = 0
            scores += self._word_scores[row, column]
        for column, weights in enumerate(self._places):
            scores += weights[features.places[:, column]]
        for name in PAIRS:
            keys, weights = self._pairs[name]
            one, two = features.pairs[name]
            wanted = one * PAIR_BASE + two
            place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            hit = np.flatnonzero(keys[place] == wanted)
            scores[hit] += weights[place[hit]]
        return scores

    def spans(self, document: Document) -> list[tuple[str, int, int]]:
        """Find the labelled spans.

        Parameters
        ----------
        document : Document
            What to look at.

        Returns
        -------
        list of (kind, first, last)
            Token ranges in order, end exclusive. A span may go on over the end of a paragraph.
        """
        if not len(document):
            return []
        path = self._best_path(document, self.emissions(document))
        found: list[tuple[str, int, int]] = []
        for index in np.flatnonzero(path).tolist():
            label = self.labels[path[index]]
            kind = label[2:]
            if label[0] == "I" and found and found[-1][2] == index and found[-1][0] == kind:
                found[-1] = (kind, found[-1][1], index + 1)
            else:
                found.append((kind, index, index + 1))
        return found

    def _best_path(self, document: Document, scores: NDArray[np.float32]) -> NDArray[np.int64]:
        """Viterbi, all paragraphs at once; the longest first, so that each step is a block."""
        bounds = [
            (document.sentences[begin].first, document.sentences[end - 1].last)
            for begin, end in document.paragraphs
        ]
        bounds.sort(key=lambda bound: bound[0] - bound[1])
        starts = np.array([first for first, _ in bounds])
        lengths = np.array([last - first for first, last in bounds])
        longest = int(lengths[0])
        alive = np.searchsorted(-lengths, -np.arange(longest), side="left")
        pointers = np.zeros((longest, len(bounds), len(self.labels)), dtype=np.int8)
        state = scores[starts]
        ends = np.zeros(len(bounds), dtype=np.int64)
        for step in range(1, longest):
            live = alive[step]
            if live < alive[step - 1]:
                ends[live : alive[step - 1]] = state[live:].argmax(axis=1)
                state = state[:live]
            reach = state[:, :, None] + self._transitions
            pointers[step, :live] = reach.argmax(axis=1)
            state = reach.max(axis=1) + scores[starts[:live] + step]
        ends[: len(state)] = state.argmax(axis=1)
        path = np.zeros(len(document), dtype=np.int64)
        current = ends
        for step in range(longest - 1, -1, -1):
            live = alive[step]
            path[starts[:live] + step] = current[:live]
            if step:
                back = pointers[step, np.arange(live), current[:live]]
                current = np.concatenate((back, current[live:]))
        return path


def _paragraph_bounds(document: Document) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First and last token of each token's paragraph."""
    sizes, firsts, lasts = [], [], []
    for begin, end in document.paragraphs:
        first, last = document.sentences[begin].first, document.sentences[end - 1].last
        sizes.append(last - first)
        firsts.append(first)
        lasts.append(last)
    return np.repeat(firsts, sizes), np.repeat(lasts, sizes)
