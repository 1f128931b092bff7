"""A logistic model over named features: a table of weights that a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from credscore.artefacts import Artefact, canonical_json, is_number
from credscore.errors import ArtefactError
from credscore.report import JsonValue

__all__ = ["LinearModel"]

_WEIGHTS = "weights.json"


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
        get = self.weights.get
        return sum([get(name, 0.0) for name in features])
