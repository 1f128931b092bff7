"""On which step of the ladder each sentence stands, weighed by a model.

Whether a sentence in the writer's voice goes on with a study, a speaker or nobody depends on much
at once. A linear model weighs the features that `features.step_features` gathers.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from credscore.errors import ArtefactError
from credscore.features.evidence import backing
from credscore.features.step_features import REACH, Reading, own_rows, pair_feature, side_feature
from credscore.features.support import STEP_OF, Supported
from credscore.findings import SUPPORTS, Support
from credscore.linear import ClassModel, sums_of_rows

__all__ = ["StepModel"]

_CODES = {step: number for number, step in enumerate(SUPPORTS)}
# Sentences over which a source may carry those that name nobody.
_GOES_ON = 12
_OF_PEOPLE = frozenset(("named", "organisation", "unnamed", "anonymous", "vague"))
# Steps that need no source: a study of which only the words tell, and what people say.
_WITHOUT_SOURCE = frozenset(("document", "own", "vague"))


class StepModel:
    """Weighs the features of sentences.

    Parameters
    ----------
    model : ClassModel
        Learnt from what `step_features` gives; its classes are those of the ladder.

    Raises
    ------
    ArtefactError
        If its classes are others.
    """

    def __init__(self, model: ClassModel) -> None:
        if sorted(model.classes) != sorted(SUPPORTS):
            raise ArtefactError(f"the classes of a step model must be {', '.join(SUPPORTS)}")
        order = [model.classes.index(step) for step in SUPPORTS]
        nothing = np.zeros(len(SUPPORTS))

        def weights(name: str) -> NDArray[np.float64]:
            found = model.weights.get(name)
            return nothing if found is None else np.array(found)[order]

        # Rows of weights, the first for names that are not known.
        self._numbers = {name: number for number, name in enumerate(model.weights, start=1)}
        self._weights = np.array([nothing, *map(weights, model.weights)])
        # By side and the neighbour's step; by side, the neighbour's step and its own.
        self._of_step = {
            side: np.array([weights(side_feature(side, step)) for step in SUPPORTS])
            for side in REACH
        }
        self._of_pair = {
            side: np.array(
                [[weights(pair_feature(side, near, own)) for own in SUPPORTS] for near in SUPPORTS]
            )
            for side in (-1, 1)
        }
        self._bias = weights("bias")

    def supports(self, reading: Reading) -> list[Supported]:
        """The step of every sentence and the source that gives it.

        A step that needs a source is given only where one is mentioned in the sentence or before
        it. Who asked not to be named stays so: the rules see the reason that is given.
        """
        rows = own_rows(reading)
        if not rows:
            return []
        scores = self._scores(rows, [rests.step for rests in reading.ruled])
        types = {source.id: STEP_OF[backing(source)] for source in reading.sources}
        # By step the source of that kind that was mentioned last, and where.
        latest: dict[Support, tuple[str, int]] = {}
        found = []
        for index, (item, rests, given, best) in enumerate(
            zip(
                reading.evidence, reading.ruled, scores, scores.argmax(axis=1).tolist(), strict=True
            )
        ):
            here: dict[Support, str] = {}
            if item.mentions or item.cover:
                # Whose words fill most of it is before who is mentioned first.
                words = sorted(item.cover, key=item.cover.__getitem__)
                for source in (*item.mentions[::-1], *words):
                    if source:
                        here[types[source]] = source
                for step, source in here.items():
                    latest[step] = source, index
            if SUPPORTS[best] != rests.step != "anonymous":
                # What is in somebody's words is in nobody else's who is not told of beside, but it
                # may be of a paper or an outlet.
                spoken = bool(rests.source) and rests.source in item.cover
                for number in np.argsort(-given).tolist():
                    step = SUPPORTS[number]
                    if step == rests.step:
                        break
                    if step == "own" or step in here:
                        rests = Supported(step, here[step] if step != "own" else "")
                        break
                    source, at = latest.get(step, ("", -1))
                    near = bool(source) and index - at <= _GOES_ON
                    if (near or step in _WITHOUT_SOURCE) and not (spoken and step in _OF_PEOPLE):
                        rests = Supported(step, source)
                        break
            found.append(rests)
        return found

    def _scores(
        self, rows: Sequence[Sequence[str]], steps: Sequence[Support]
    ) -> NDArray[np.float64]:
        """How much speaks for each step, shape (sentences, steps)."""
        scores = sums_of_rows(rows, self._numbers, self._weights)
        scores += self._bias
        codes = np.array([_CODES[step] for step in steps])
        for side, of_step in self._of_step.items():
            # Where the neighbour stands, and who has it.
            near = slice(max(side, 0), max(len(codes) + min(side, 0), 0))
            own = slice(max(-side, 0), max(len(codes) - max(side, 0), 0))
            scores[own] += of_step[codes[near]]
            if side in self._of_pair:
                scores[own] += self._of_pair[side][codes[near], codes[own]]
        return scores
