"""The model that gives each sentence its step on the ladder of support, or says it is no claim.

A linear-chain conditional random field over the sentences of an article, trained elsewhere
(`credscore.training.support`); here weights are added up and the best path is found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Artefact, canonical_json
from credscore.errors import ArtefactError
from credscore.findings import SUPPORTS
from credscore.report import JsonValue

__all__ = ["NO_CLAIM", "STEPS", "SupportModel"]

NO_CLAIM = "none"
STEPS: tuple[str, ...] = (*SUPPORTS, NO_CLAIM)
_WEIGHTS = "weights.json"
_IMPOSSIBLE = -1e9


class SupportModel:
    """Gives each sentence one of `STEPS`.

    Parameters
    ----------
    weights : mapping of str to ndarray of float64, shape (steps,)
        By feature.
    transitions : ndarray of float64, shape (steps, steps)
        Weight of going from the first step to the second.
    """

    def __init__(
        self, weights: Mapping[str, NDArray[np.float64]], transitions: NDArray[np.float64]
    ) -> None:
        self._weights = dict(weights)
        self._transitions = transitions

    @classmethod
    def from_artefact(cls, artefact: Artefact) -> SupportModel:
        """Restore a model from what `to_files` wrote.

        Raises
        ------
        ArtefactError
            If a part is missing or has another shape.
        """
        fields = artefact.json(_WEIGHTS)
        try:
            table = cast("dict[str, dict[str, list[float]]]", fields)
            weights = {name: np.array(row, dtype=float) for name, row in table["features"].items()}
            transitions = np.array([table["transitions"][step] for step in STEPS], dtype=float)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise ArtefactError(f"{artefact.folder / _WEIGHTS}: not a support model") from error
        if transitions.shape != (len(STEPS), len(STEPS)) or any(
            row.shape != (len(STEPS),) for row in weights.values()
        ):
            raise ArtefactError(
                f"{artefact.folder / _WEIGHTS}: expected {len(STEPS)} weights a row"
            )
        return cls(weights, transitions)

    def to_files(self) -> dict[str, bytes]:
        """Content of the files of an artefact, by name."""
        fields: dict[str, JsonValue] = {
            "features": {
                name: [round(float(weight), 4) for weight in self._weights[name]]
                for name in sorted(self._weights)
            },
            "transitions": {
                step: [round(float(weight), 4) for weight in row]
                for step, row in zip(STEPS, self._transitions, strict=True)
            },
        }
        return {_WEIGHTS: canonical_json(fields)}

    def steps(
        self, rows: Sequence[Sequence[str]], allowed: NDArray[np.bool_] | None = None
    ) -> list[str]:
        """The best path through the steps.

        Parameters
        ----------
        rows : sequence of sequence of str
            Features of each sentence.
        allowed : ndarray of bool, shape (sentences, steps), optional
            Steps that a sentence may have; all unless told otherwise.

        Returns
        -------
        list of str
            One step for each sentence.
        """
        if not rows:
            return []
        scores = self.emissions(rows)
        if allowed is not None:
            scores[~allowed] = _IMPOSSIBLE
        pointers = np.zeros((len(rows), len(STEPS)), dtype=np.int64)
        state = scores[0]
        for place in range(1, len(rows)):
            reach = state[:, None] + self._transitions
            pointers[place] = reach.argmax(axis=0)
            state = reach.max(axis=0) + scores[place]
        step = int(state.argmax())
        path = [step]
        for place in range(len(rows) - 1, 0, -1):
            step = int(pointers[place, step])
            path.append(step)
        return [STEPS[step] for step in reversed(path)]

    def emissions(self, rows: Sequence[Sequence[str]]) -> NDArray[np.float64]:
        """Score of each step for each sentence, transitions left out, shape (sentences, steps)."""
        scores = np.zeros((len(rows), len(STEPS)))
        for place, row in enumerate(rows):
            known = [self._weights[name] for name in row if name in self._weights]
            if known:
                scores[place] = np.sum(known, axis=0)
        return scores
