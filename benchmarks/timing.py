"""Timing beside a calibration loop: ratios that one machine's speed and load do not decide."""

from __future__ import annotations

import gc
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from statistics import median

import numpy as np

__all__ = ["CALIBRATION", "calibration_loop", "interleaved", "ratios"]

CALIBRATION = "calibration loop"
_WORD = re.compile(r"\w+")
_TEXT = (
    "The harbour board said on Tuesday that the ferry would sail again by the end of the week, "
    "once 3 of its 4 engines had been looked at by engineers from two yards on the mainland. "
) * 40
_MATRIX = np.arange(120 * 7, dtype=np.float64).reshape(120, 7) % 11


def calibration_loop() -> int:
    """What this library does most, and nothing of it: words, counts, slices and small arrays.

    Returns
    -------
    int
        The same in every run; its time is the unit of the speed figures.
    """
    total = 0
    for _ in range(4):
        counts: Counter[str] = Counter()
        for match in _WORD.finditer(_TEXT):
            word = match[0]
            counts[word.lower()] += 1
            if word[:1].isupper():
                total += match.start() % 7
        keys = sorted(counts, key=lambda word: (-counts[word], word))
        total += len(keys)
    for _ in range(200):
        total += int((_MATRIX + _MATRIX[:, :1]).max(axis=1).argmax())
    return total


def interleaved(
    tasks: Mapping[str, Callable[[], object]],
    repeats: int,
    clock: Callable[[], float] = time.process_time,
) -> dict[str, list[float]]:
    """Seconds of each task, one after the other in every round, the first round thrown away.

    Parameters
    ----------
    tasks : mapping of str to callable
        What is timed.
    repeats : int
        Rounds that count.
    clock : callable
        Processor time of this process unless told otherwise: other processes count for less.

    Returns
    -------
    dict of str to list of float
        As many seconds a task as there are rounds.
    """
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    # Corpora that a benchmark holds are nothing that a user's garbage collector would go through.
    gc.collect()
    gc.freeze()
    try:
        for repeat in range(repeats + 1):
            for name, task in tasks.items():
                gc.collect()
                begin = clock()
                task()
                if repeat:
                    seconds[name].append(clock() - begin)
    finally:
        gc.unfreeze()
    return seconds


def ratios(one: Sequence[float], other: Sequence[float]) -> float:
    """Median over rounds of how much longer one took than the other.

    Examples
    --------
    >>> ratios([2.0, 6.0, 9.0], [1.0, 2.0, 3.0])
    3.0
    """
    return median(a / b for a, b in zip(one, other, strict=True))
