"""The words that texts have had so far, by number: what depends on a word alone is asked once.

A document holds the number of each of its tokens. Where a stage looks for words of some kind, it
takes that kind's column of the vocabulary at these numbers, instead of asking every token. Cutting
is remembered as well: what stands between two blanks is cut the same way wherever it comes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from itertools import repeat
from threading import Lock
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from credscore.tokens import normalise, tokenise

__all__ = ["Cut", "Vocabulary", "vocabulary"]

# Pieces of texts and their characters that are kept: a few megabytes.
_KEPT_PIECES = 60_000
_KEPT_CHARACTERS = 2_000_000
_FIRST_ROOM = 1024
_UNKNOWN = -1
# What may stand behind a word of letters and is a token of its own there.
_MARKS = frozenset(',.;:?!)"”')
# Bits of a whole number without a sign.
_SETS = 63
# Blanks by their code, as `str.isspace` has them; the last of them is U+3000.
_BLANK = np.array([chr(code).isspace() for code in range(0x3001)] + [False])

Integers = NDArray[np.int64]
Traits = Callable[[Sequence[str]], Iterable[int]]
K = TypeVar("K")
S = TypeVar("S", np.bool_, np.int64, np.object_)


class Cut(NamedTuple):
    """A text in tokens.

    Attributes
    ----------
    numbers : ndarray of int64, shape (tokens,)
        The number of each token's word in the vocabulary.
    starts, ends : ndarray of int64, shape (tokens,)
        Offsets, end exclusive.
    """

    numbers: Integers
    starts: Integers
    ends: Integers


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
        # Both once more, to take many of them at once.
        self._spelt, self._normed = (np.zeros(_FIRST_ROOM, dtype=np.object_) for _ in range(2))
        self.characters = 0
        # Room for answers, and how many are in it.
        self._columns: dict[tuple[Callable[[str], bool], bool], tuple[NDArray[np.bool_], int]] = {}
        self._bits: dict[tuple[Traits, bool], tuple[NDArray[np.int64], int]] = {}
        # Sets of words, as many together as there are bits; and of each by its identity with which
        # others it is, and its bit among them.
        self._sets: list[_Sets] = []
        self._set_bits: dict[int, tuple[int, int]] = {}
        self._lock = Lock()
        self._pieces: dict[str, int] = {}
        # Of each piece its first token and their number, and of each token of a piece its word's
        # number and its place in the piece; with room for more of them.
        self._firsts, self._counts = _room(), _room()
        self._tokens = Cut(_room(), _room(), _room())
        self._cut = 0

    def __missing__(self, word: str) -> int:
        with self._lock:
            # Another thread may have been first.
            if word not in self:
                self._extend([word])
            return self[word]

    def _extend(self, words: Sequence[str]) -> None:
        """Number words that have none, with the lock held."""
        known, norms = len(self.words), list(map(normalise, words))
        self._spelt = _extended(self._spelt, known, np.array(words, dtype=np.object_))
        self._normed = _extended(self._normed, known, np.array(norms, dtype=np.object_))
        self.norms += norms
        self.words += words
        self.characters += sum(map(len, words))
        self.update(zip(words, range(known, known + len(words)), strict=True))

    @property
    def full(self) -> bool:
        """Whether it holds so much that a new one should take its place."""
        return len(self._pieces) > _KEPT_PIECES or self.characters > _KEPT_CHARACTERS

    def numbers(self, words: Sequence[str]) -> Integers:
        """Give each word its number.

        Returns
        -------
        ndarray of int64, shape (words,)
            The same for equal words.
        """
        return np.fromiter(map(self.__getitem__, words), np.int64, len(words))

    def spelt(self, numbers: Integers) -> tuple[list[str], list[str]]:
        """Words by their numbers, as they stand and as `normalise` gives them.

        Examples
        --------
        >>> known = Vocabulary()
        >>> known.spelt(known.numbers(["So", "it"])[[1, 0, 1]])
        (['it', 'So', 'it'], ['it', 'so', 'it'])
        """
        return self._spelt.take(numbers).tolist(), self._normed.take(numbers).tolist()

    def cut(self, text: str) -> Cut:
        """Cut a text into tokens, as `tokenise` does, but faster where its words are known.

        Examples
        --------
        >>> known = Vocabulary()
        >>> cut = known.cut("It’s so, so.")
        >>> [known.words[number] for number in cut.numbers], cut.starts.tolist()
        (['It', '’s', 'so', ',', 'so', '.'], [0, 2, 5, 7, 9, 11])
        """
        pieces = text.split()
        piece = np.fromiter(map(self._pieces.get, pieces, repeat(_UNKNOWN)), np.int64, len(pieces))
        unknown = np.flatnonzero(piece == _UNKNOWN).tolist()
        if unknown:
            fresh = [pieces[place] for place in unknown]
            self._learn(fresh)
            piece[unknown] = [self._pieces[name] for name in fresh]
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        ink = ~_BLANK.take(codes, mode="clip")
        begins = np.flatnonzero(ink & ~np.concatenate(([False], ink[:-1])))
        counts = self._counts[piece]
        # The tokens of all pieces one after another.
        before = np.cumsum(counts) - counts
        token = np.repeat(self._firsts[piece] - before, counts) + np.arange(counts.sum())
        offset = np.repeat(begins, counts)
        numbers, starts, ends = self._tokens
        return Cut(numbers[token], starts[token] + offset, ends[token] + offset)

    def _learn(self, pieces: Sequence[str]) -> None:
        with self._lock:
            fresh = [piece for piece in dict.fromkeys(pieces) if piece not in self._pieces]
            plain: list[str] = []
            marked: list[str] = []
            signed: list[str] = []
            for piece in fresh:
                # Letters alone are a token, and before a mark two; what holds other signs is cut.
                if piece.isascii() and piece.isalpha():
                    plain.append(piece)
                elif piece[-1] in _MARKS and piece[:-1].isascii() and piece[:-1].isalpha():
                    marked.append(piece)
                else:
                    signed.append(piece)
            cut, starts, ends = tokenise("\n".join(signed))
            begins = np.cumsum([0, *(len(piece) + 1 for piece in signed)])
            bounds = np.searchsorted(starts, begins)
            offset = np.repeat(begins[:-1], np.diff(bounds))
            halves = [half for piece in marked for half in (piece[:-1], piece[-1])]
            new, words = plain + marked + signed, plain + halves + cut
            counts = np.repeat((1, 2), (len(plain), len(marked)))
            counts = np.concatenate((counts, np.diff(bounds)))
            inner = np.zeros((2, len(words)), dtype=np.int64)
            first, last = len(plain), len(plain) + len(halves)
            lengths = np.fromiter(map(len, words[:last]), np.int64, last)
            inner[1, :last] = lengths
            # The mark lies behind its word.
            inner[:, first + 1 : last : 2] += lengths[first:last:2]
            inner[:, last:] = starts - offset, ends - offset
            # Most words of new pieces are known: a comma follows them for the first time.
            numbers = np.fromiter(map(self.get, words, repeat(_UNKNOWN)), np.int64, len(words))
            unknown = np.flatnonzero(numbers == _UNKNOWN).tolist()
            if unknown:
                further = [words[place] for place in unknown]
                self._extend(list(dict.fromkeys(further)))
                numbers[unknown] = [self[word] for word in further]
            known, pieces_known = self._cut, len(self._pieces)
            self._tokens = Cut(
                _extended(self._tokens.numbers, known, numbers),
                _extended(self._tokens.starts, known, inner[0]),
                _extended(self._tokens.ends, known, inner[1]),
            )
            firsts = np.cumsum(counts) - counts + known
            self._firsts = _extended(self._firsts, pieces_known, firsts)
            self._counts = _extended(self._counts, pieces_known, counts)
            self._cut += len(words)
            self.characters += sum(map(len, new)) + len(new)
            self._pieces.update(zip(new, range(pieces_known, pieces_known + len(new)), strict=True))

    def column(self, trait: Callable[[str], bool], *, normed: bool = False) -> NDArray[np.bool_]:
        """Ask something of every word.

        Parameters
        ----------
        trait : callable
            What to ask; equal objects for the same question, such as a function of a module.
        normed : bool
            Whether it is asked of the words as `normalise` gives them.

        Returns
        -------
        ndarray of bool, shape (words,)
            The answers, by the words' numbers.
        """
        return self._asked(self._columns, (trait, normed), partial(map, trait), np.dtype(np.bool_))

    def bits(self, traits: Traits, *, normed: bool = False) -> NDArray[np.int64]:
        """Ask several things of every word at once; see `column`.

        Parameters
        ----------
        traits : callable
            Takes many words, for that is faster than one by one, and gives for each a number with a
            bit for each thing.
        normed : bool
            Whether it is asked of the words as `normalise` gives them.

        Returns
        -------
        ndarray of int64, shape (words,)
            The answers, by the words' numbers.
        """
        return self._asked(self._bits, (traits, normed), traits, np.dtype(np.int64))

    def among(self, numbers: Integers, known: Collection[str]) -> NDArray[np.bool_]:
        """Tell the words that are in a set, as `normalise` gives them.

        Parameters
        ----------
        numbers : ndarray of int64, shape (words,)
            The words' numbers.
        known : collection of str
            The set, which is kept; one of few, and as long as there is a program. Each word is
            looked up for all sets at once.

        Returns
        -------
        ndarray of bool, shape (words,)
            One answer for each.

        Examples
        --------
        >>> known = Vocabulary()
        >>> known.among(known.numbers(["So", "it", "is"]), ("is", "so")).tolist()
        [True, False, True]
        """
        at, bit = self._set_bits.get(id(known)) or self._further_set(known)
        return self.bits(self._sets[at].held, normed=True)[numbers] & bit > 0

    def _further_set(self, known: Collection[str]) -> tuple[int, int]:
        with self._lock:
            # Another thread may have been first.
            if id(known) not in self._set_bits:
                if len(self._set_bits) % _SETS == 0:
                    self._sets.append(_Sets(()))
                before = self._sets[-1]
                # Answers of those before may be under way, so that these stay as they are.
                self._sets[-1] = _Sets((*before.sets, known))
                self._bits.pop((before.held, True), None)
                self._set_bits[id(known)] = len(self._sets) - 1, 1 << len(before.sets)
            return self._set_bits[id(known)]

    def _asked(
        self,
        kept: dict[tuple[K, bool], tuple[NDArray[S], int]],
        question: tuple[K, bool],
        ask: Traits,
        kind: np.dtype[S],
    ) -> NDArray[S]:
        """Answers for all words, those kept so far and those for words that are new."""
        total = len(self.words)
        answers, known = kept.get(question) or (np.zeros(0, dtype=kind), 0)
        if known < total:
            normed = question[1]
            fresh = (self.norms if normed else self.words)[known:total]
            found = np.fromiter(ask(fresh), kind, total - known)
            answers = _extended(answers, known, found)
            kept[question] = answers, total
        return answers[:total]


class _Sets:
    """Several sets of words: which of them hold a word, as bits."""

    def __init__(self, sets: Sequence[Collection[str]]) -> None:
        self.sets = sets
        self._bits: dict[str, int] = {}
        for number, known in enumerate(sets):
            for word in known:
                self._bits[word] = self._bits.get(word, 0) | 1 << number

    def held(self, norms: Sequence[str]) -> Iterable[int]:
        """Which of the sets hold each of some words."""
        return map(self._bits.get, norms, repeat(0))


def _room() -> Integers:
    return np.zeros(_FIRST_ROOM, dtype=np.int64)


def _extended(table: NDArray[S], used: int, further: NDArray[S]) -> NDArray[S]:
    """The table with further entries behind those in use: itself, while it has room for them."""
    total = used + len(further)
    if total > len(table):
        larger = np.zeros(2 * total, dtype=table.dtype)
        larger[:used] = table[:used]
        table = larger
    table[used:total] = further
    return table


_current = Vocabulary()


def vocabulary() -> Vocabulary:
    """Return the vocabulary that new documents share; a full one makes room for a new one."""
    global _current
    if _current.full:
        _current = Vocabulary()
    return _current
