"""The words that texts have had so far, by number: what depends on a word alone is asked once.

A document holds the number of each of its tokens. Where a stage looks for words of some kind, it
takes that kind's column of the vocabulary at these numbers, instead of asking every token.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from credscore.tokens import normalise

__all__ = ["Vocabulary", "vocabulary"]

# Distinct words that are kept: far more than a newsroom's year has, and a few megabytes.
_KEPT = 60_000


class Vocabulary(dict[str, int]):
    """Numbers words in the order in which they are first met.

    Attributes
    ----------
    words, norms : list of str
        The words by number, as they stand and as `normalise` gives them.

    Examples
    --------
    >>> known = Vocabulary()
    >>> numbers = known.numbers(["So", "it", "is", "so", "it"])
    >>> numbers.tolist()
    [0, 1, 2, 3, 1]
    >>> known.column(str.istitle)[numbers].tolist()
    [True, False, False, False, False]
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.norms: list[str] = []
        self._columns: dict[tuple[Callable[[str], bool], bool], NDArray[np.bool_]] = {}
        self._lock = Lock()

    def __missing__(self, word: str) -> int:
        with self._lock:
            # Another thread may have been first.
            number = self.get(word)
            if number is None:
                self.norms.append(normalise(word))
                self.words.append(word)
                number = self[word] = len(self.words) - 1
        return number

    def numbers(self, words: Sequence[str]) -> NDArray[np.int32]:
        """Give each word its number.

        Returns
        -------
        ndarray of int32, shape (words,)
            The same for equal words.
        """
        return np.fromiter(map(self.__getitem__, words), np.int32, len(words))

    def column(self, trait: Callable[[str], bool], *, normed: bool = False) -> NDArray[np.bool_]:
        """Ask something of every word.

        Parameters
        ----------
        trait : callable
            What to ask; equal objects for the same question, such as a function of a module.
        normed : bool
            Whether it is asked of the words lower-cased, as `normalise` gives them.

        Returns
        -------
        ndarray of bool, shape (words,)
            The answers, by the words' numbers.
        """
        known = self._columns.get((trait, normed), _NOTHING)
        if len(known) < len(self.words):
            fresh = (self.norms if normed else self.words)[len(known) :]
            answers = np.fromiter(map(trait, fresh), np.bool_, len(fresh))
            known = np.concatenate((known, answers))
            self._columns[trait, normed] = known
        return known


_NOTHING = np.zeros(0, dtype=np.bool_)
_current = Vocabulary()


def vocabulary() -> Vocabulary:
    """Return the vocabulary that new documents share; a full one makes room for a new one."""
    global _current
    if len(_current) > _KEPT:
        _current = Vocabulary()
    return _current
