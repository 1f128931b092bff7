"""The attribution tagger: a network that scores labels, and the best path through them.

Trained elsewhere (`credscore.training`); here NumPy alone is needed.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import cast

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Artefact, canonical_json, npz_bytes
from credscore.document import Document
from credscore.errors import ArtefactError
from credscore.features.tagging import PLACES, SHAPES, WORD_FEATURES
from credscore.network import Layer, Network, Weights
from credscore.packing import best_paths, blocks
from credscore.report import JsonValue

__all__ = ["Tagger"]

_NAMES = "names.json"
_WEIGHTS = "weights.npz"
_IMPOSSIBLE = np.float32(-1e4)


class Tagger:
    """Finds labelled spans in a document.

    Parameters
    ----------
    labels : sequence of str
        "O" first, and for each kind of span "B-kind" and "I-kind".
    transitions : ndarray of float32, shape (labels, labels)
        Weight of going from the first label to the second.
    weights : Weights
        Of the network.
    values : dict of str to (sequence of str)
        For each of `WORD_FEATURES` but the shape its known values, in order of its embeddings.
    """

    def __init__(
        self,
        labels: Sequence[str],
        transitions: NDArray[np.float32],
        weights: Weights,
        values: dict[str, Sequence[str]],
    ) -> None:
        self.labels = tuple(labels)
        self.transitions = transitions.copy()
        for i, before in enumerate(labels):
            for j, after in enumerate(labels):
                if after.startswith("I-") and before[2:] != after[2:]:
                    self.transitions[i, j] = _IMPOSSIBLE
        self._values = values
        self._lock = Lock()
        self._names = ["", *dict.fromkeys(label[2:] for label in labels if label != "O")]
        self._kinds = np.array([self._names.index(label[2:]) for label in labels])
        self._begins = np.array([label.startswith("B-") for label in labels])
        self.network = Network(
            weights, [SHAPES[1:] if name == "shape" else values[name] for name in WORD_FEATURES]
        )

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

        def single(name: str) -> NDArray[np.float32]:
            return arrays[name].astype(np.float32)

        try:
            layers = sum(name.startswith("gate_bias") for name in arrays)
            weights = Weights(
                words=arrays["words"].astype(np.int8),
                scale=single("scale"),
                embeddings=tuple(single(f"embedding_{name}") for name in WORD_FEATURES[1:]),
                window=single("window"),
                places=tuple(single(f"place_{place.name}") for place in PLACES),
                bias=single("bias"),
                layers=tuple(
                    Layer(*(single(f"{part}_{number}") for part in Layer.__dataclass_fields__))
                    for number in range(layers)
                ),
                out=single("out"),
                out_bias=single("out_bias"),
            )
            values: dict[str, Sequence[str]] = {
                name: names[name] for name in WORD_FEATURES if name != "shape"
            }
            return cls(names["labels"], single("transitions"), weights, values)
        except KeyError as error:
            raise ArtefactError(f"{artefact.folder}: the tagger lacks {error}") from error

    def to_files(self) -> dict[str, bytes]:
        """Content of the files of an artefact, by name; weights as half floats."""
        weights = self.network.weights
        arrays: dict[str, NDArray[np.generic]] = {
            "transitions": self.transitions,
            "words": weights.words,
            "scale": weights.scale,
            "window": weights.window,
            "bias": weights.bias,
            "out": weights.out,
            "out_bias": weights.out_bias,
        }
        for name, table in zip(WORD_FEATURES[1:], weights.embeddings, strict=True):
            arrays[f"embedding_{name}"] = table
        for place, table in zip(PLACES, weights.places, strict=True):
            arrays[f"place_{place.name}"] = table
        for number, layer in enumerate(weights.layers):
            for part in Layer.__dataclass_fields__:
                arrays[f"{part}_{number}"] = getattr(layer, part)
        halved = {
            name: array if array.dtype == np.int8 else array.astype(np.float16)
            for name, array in arrays.items()
        }
        names: dict[str, JsonValue] = {"labels": list(self.labels)}
        names.update({name: list(known) for name, known in self._values.items()})
        return {_NAMES: canonical_json(names), _WEIGHTS: npz_bytes(halved)}

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
        path = np.empty(len(document), dtype=np.int64)
        # What is read is good until another thread reads.
        with self._lock:
            read = self.network.read(document)
            for first, last, packing in blocks(document):
                scores = self.network.block_scores(read, first, last, packing)
                path[first:last][packing.order] = best_paths(scores, self.transitions, packing)
        kind = self._kinds[path]
        inside = kind > 0
        # A span ends where another begins or where its kind does.
        parted = np.ones(len(kind) + 1, dtype=np.bool_)
        np.not_equal(kind[1:], kind[:-1], out=parted[1:-1])
        parted[:-1] |= self._begins[path]
        begins = (inside & parted[:-1]).nonzero()[0]
        ends = (inside & parted[1:]).nonzero()[0] + 1
        names = [self._names[number] for number in kind[begins].tolist()]
        return list(zip(names, begins.tolist(), ends.tolist(), strict=True))
