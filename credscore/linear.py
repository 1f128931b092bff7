"""Logistic models over named features: tables of weights that a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain, repeat
from typing import cast

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Artefact, canonical_json, is_number
from credscore.errors import ArtefactError
from credscore.report import JsonValue

__all__ = ["ClassModel", "LinearModel", "sums_of_rows"]

_WEIGHTS = "weights.json"
# Keys of the file of a model of classes.
_CLASSES, _TABLE = "classes", "weights"


class LinearModel:
    """Adds up one weight for each feature that a thing has.

    Parameters
    ----------
    weights : mapping of str to float
        Log-odds by feature; a feature that is not in it adds nothing.

    Examples
    --------
    >>> LinearModel({"bias": -1.0, "said": 3.0}).log_odds(["bias", "said", "other"])
    2.0
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = dict(weights)

    @classmethod
    def from_artefact(cls, artefact: Artefact) -> LinearModel:
        """Restore a model from what `to_files` wrote.

        Raises
        ------
        ArtefactError
            If the weights are no table of finite numbers.
        """
        fields = artefact.json(_WEIGHTS)
        if not isinstance(fields, dict) or not all(map(is_number, fields.values())):
            raise ArtefactError(f"{artefact.folder / _WEIGHTS} must hold finite numbers by name")
        return cls(cast("dict[str, float]", fields))

    def to_files(self) -> dict[str, bytes]:
        """Content of the files of an artefact, by name."""
        rounded: dict[str, JsonValue] = {
            name: round(self.weights[name], 4) for name in sorted(self.weights)
        }
        return {_WEIGHTS: canonical_json(rounded)}

    def log_odds(self, features: Iterable[str]) -> float:
        """Sum of the weights of the features."""
        return sum(map(self.weights.get, features, repeat(0.0)))


class ClassModel:
    """Adds up for each class one weight for each feature that a thing has.

    Parameters
    ----------
    classes : sequence of str
        What is told apart.
    weights : mapping of str to sequence of float
        By feature its log-odds for each class; a feature that is not in it adds nothing.

    Examples
    --------
    >>> model = ClassModel(["own", "named"], {"bias": [1.0, 0.0], "said": [-2.0, 2.0]})
    >>> model.scores(["bias", "said", "other"])
    [-1.0, 2.0]
    """

    def __init__(self, classes: Sequence[str], weights: Mapping[str, Sequence[float]]) -> None:
        self.classes = tuple(classes)
        self.weights = {name: tuple(row) for name, row in weights.items()}

    @classmethod
    def from_artefact(cls, artefact: Artefact) -> ClassModel:
        """Restore a model from what `to_files` wrote.

        Raises
        ------
        ArtefactError
            If the weights are no table of finite numbers, one for each class.
        """
        fields = artefact.json(_WEIGHTS)
        classes, weights = (
            (fields.get(_CLASSES), fields.get(_TABLE)) if isinstance(fields, dict) else (None, None)
        )
        if (
            not isinstance(classes, list)
            or not isinstance(weights, dict)
            or not all(isinstance(name, str) for name in classes)
            or not all(
                isinstance(row, list) and len(row) == len(classes) and all(map(is_number, row))
                for row in weights.values()
            )
        ):
            raise ArtefactError(
                f"{artefact.folder / _WEIGHTS} must hold {_CLASSES!r}, and under {_TABLE!r} by "
                "name a finite number for each of them"
            )
        return cls(cast("list[str]", classes), cast("dict[str, list[float]]", weights))

    def to_files(self) -> dict[str, bytes]:
        """Content of the files of an artefact, by name."""
        rounded: dict[str, JsonValue] = {
            name: [round(weight, 3) for weight in self.weights[name]]
            for name in sorted(self.weights)
        }
        return {_WEIGHTS: canonical_json({_CLASSES: list(self.classes), _TABLE: rounded})}

    def scores(self, features: Iterable[str]) -> list[float]:
        """Sums of the weights of the features, in the order of `classes`."""
        known = [self.weights[name] for name in features if name in self.weights]
        return [sum(column) for column in zip(*known, strict=True)] or [0.0] * len(self.classes)


def sums_of_rows(
    rows: Sequence[Sequence[str]], numbers: Mapping[str, int], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Add up the weights of the features of many things at once.

    Parameters
    ----------
    rows : sequence of sequence of str
        The features of each thing; it has at least one.
    numbers : mapping of str to int
        In which row of the weights each known feature stands, from 1.
    weights : ndarray of float64, shape (features + 1, columns)
        Row 0 is that of the unknown.

    Returns
    -------
    ndarray of float64, shape (things, columns)
        The sums.

    Examples
    --------
    >>> sums_of_rows([["a"], ["b", "a"]], {"a": 1}, np.array([[0.0], [2.0]])).tolist()
    [[2.0], [2.0]]
    """
    *begins, total = accumulate(map(len, rows), initial=0)
    names = chain.from_iterable(rows)
    found = np.fromiter(map(numbers.get, names, repeat(0)), np.int64, total)
    sums: NDArray[np.float64] = np.add.reduceat(weights.take(found, axis=0), begins)
    return sums
