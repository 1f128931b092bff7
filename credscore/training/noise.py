"""How far a figure moves by chance: the bootstrap over groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

__all__ = ["Noise", "bootstrap", "multiplicities"]

Counts = NDArray[np.int64]
Drawn = TypeVar("Drawn")

REPLICATES = 200
_TAIL = 0.05


@dataclass(frozen=True, slots=True)
class Noise:
    """How far a figure moves when the groups are drawn anew.

    Attributes
    ----------
    error : float
        Standard deviation of the replicates.
    interval : tuple of float
        The middle nine tenths of them.
    """

    error: float
    interval: tuple[float, float]


def multiplicities(groups: Sequence[str], seed: int, replicates: int = REPLICATES) -> Counts:
    """How often each item counts in each replicate, groups drawn with replacement.

    Returns
    -------
    ndarray of int64, shape (replicates, items)
        The same for items of one group.
    """
    names, index = np.unique(np.asarray(groups), return_inverse=True)
    random = np.random.default_rng(seed)
    chances = np.full(len(names), 1 / len(names))
    drawn: Counts = random.multinomial(len(names), chances, size=replicates)[:, index]
    return drawn


def bootstrap(statistic: Callable[[Drawn], float], drawn: Iterable[Drawn]) -> Noise:
    """Noise of a statistic over what was drawn; replicates where it is undefined are left out."""
    values = np.array([statistic(replicate) for replicate in drawn])
    values = values[~np.isnan(values)]
    if not len(values):
        return Noise(0.0, (float("nan"), float("nan")))
    low, high = np.quantile(values, (_TAIL, 1 - _TAIL)).tolist()
    return Noise(float(values.std()), (low, high))
