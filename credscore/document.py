"""The article cut once into tokens, sentences, paragraphs and quotations.

Every extractor reads this table and none cuts again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import pairwise
from typing import TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from credscore.article import Article
from credscore.findings import Span
from credscore.furniture import (
    LineKind,
    dateline_end,
    furniture_sentences,
    inserted_lines,
    line_kinds,
    may_tell_furniture,
)
from credscore.quotations import Quotation, find_quotations, may_quote
from credscore.records import maker
from credscore.sentences import may_end_sentence, paragraph_starts, sentence_starts
from credscore.vocabulary import vocabulary

__all__ = ["Document", "Sentence", "once_a_document"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document.

    Attributes
    ----------
    index : int
        Its place in `Document.sentences`.
    first, last : int
        Token range, end exclusive.
    start, end : int
        Character offsets.
    paragraph : int
        The paragraph it stands in.
    kind : {"body", "heading", "furniture"}
        What the paragraph is, or this sentence of it.
    """

    index: int
    first: int
    last: int
    start: int
    end: int
    paragraph: int
    kind: LineKind


_make_sentence = maker(Sentence)
_BELOW = ("below",)


class TokenRanges(dict[tuple[int, int], tuple[int, int]]):
    """The tokens that overlap a range of characters, by it; each stage asks for the same ones."""

    def __init__(self, starts: list[int], ends: list[int]) -> None:
        super().__init__()
        self._starts, self._ends = starts, ends

    def __missing__(self, span: tuple[int, int]) -> tuple[int, int]:
        start, end = span
        found = self[span] = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return found


class Document:
    """An article, cut once.

    Parameters
    ----------
    article : Article
        What to cut.

    Attributes
    ----------
    article : Article
        The article itself.
    text : str
        Its text.
    words, norms : list of str
        The tokens as they stand, and as `normalise` gives them.
    starts, ends : list of int
        Their character offsets, end exclusive.
    token_ranges : TokenRanges
        As `token_range` gives them, by spans.
    vocabulary : Vocabulary
        Numbers the words.
    numbers : ndarray of int64, shape (tokens,)
        The number of each token's word.
    sentences : tuple of Sentence
        In order; together they hold every token.
    sentence_of : list of int
        For each token the index of its sentence.
    paragraphs : list of tuple of int
        For each paragraph its range of sentences, end exclusive.
    quotations : tuple of Quotation
        In order, as token ranges.
    quotation_of : list of int
        For each token the index of its quotation, or -1.
    datelines : tuple of Span
        Character ranges of the datelines at the heads of paragraphs.

    Examples
    --------
    >>> document = Document(Article("Lt-Gen (retd) N. Janjua left. “We won,” he said."))
    >>> [document.text[s.start : s.end] for s in document.sentences]
    ['Lt-Gen (retd) N. Janjua left.', '“We won,” he said.']
    """

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = text = article.text
        self.vocabulary = vocabulary()
        cut = self.vocabulary.cut(text)
        self.numbers = cut.numbers
        self.starts: list[int] = cut.starts.tolist()
        self.ends: list[int] = cut.ends.tolist()
        self.token_ranges = TokenRanges(self.starts, self.ends)
        self.words, self.norms = self.vocabulary.spelt(cut.numbers)
        paragraphs = paragraph_starts(text, self.starts, self.ends)
        begins = sentence_starts(
            text, self.words, self.starts, self.ends, paragraphs, self.places(may_end_sentence)
        )
        inserted = inserted_lines(self.words, self.places_of(_BELOW))
        if inserted:
            ends = len(self.words)
            begins = sorted({*begins, *(begin for begin in inserted if begin < ends)})
        self.quotations: tuple[Quotation, ...] = find_quotations(
            text, self.words, self.starts, self.ends, paragraphs, self.places(may_quote)
        )
        self.quotation_of = [-1] * len(self.words)
        for number, quotation in enumerate(self.quotations):
            self.quotation_of[quotation.start : quotation.end] = [number] * (
                quotation.end - quotation.start
            )
        self._set_sentences(begins, paragraphs)

    def _set_sentences(self, begins: list[int], paragraphs: list[int]) -> None:
        text = self.text
        bounds = list(pairwise([*begins, len(self.words)]))
        lasts = [last for _, last in bounds]
        starts = [self.starts[first] for first in begins]
        ends = [self.ends[last - 1] for last in lasts]
        # Each paragraph begins with a sentence.
        opening = [bisect_left(begins, first) for first in paragraphs]
        self.paragraphs = list(pairwise([*opening, len(begins)]))
        whole = [text[starts[first] : ends[last - 1]] for first, last in self.paragraphs]
        kinds = line_kinds(whole, self.article.title)
        numbers: list[int] = []
        kind_of: list[LineKind] = []
        for number, (first, last) in enumerate(self.paragraphs):
            numbers += [number] * (last - first)
            kind_of += [kinds[number]] * (last - first)
        telling = [self.norms[place] for place in self.places(may_tell_furniture, normed=True)]
        parts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        for index in furniture_sentences(parts, telling):
            kind_of[index] = "furniture"
        fields = (begins, lasts, starts, ends, numbers, kind_of)
        self.sentences = tuple(map(_make_sentence, range(len(begins)), *fields))
        spans = zip(starts, ends, strict=True)
        self.token_ranges.update(zip(spans, bounds, strict=True))
        self.sentence_of: list[int] = []
        for index, (first, last) in enumerate(bounds):
            self.sentence_of += [index] * (last - first)
        found = [
            (first, paragraph[: dateline_end(paragraph)])
            for first, paragraph, kind in zip(paragraphs, whole, kinds, strict=True)
            if kind == "body"
        ]
        # LAHORE: is a dateline; where several paragraphs begin so, they name those who speak.
        speakers = sum(dateline.rstrip().endswith(":") for _, dateline in found) > 1
        self.datelines: tuple[Span, ...] = tuple(
            Span(self.starts[first], self.starts[first] + len(dateline))
            for first, dateline in found
            if dateline and not (speakers and dateline.rstrip().endswith(":"))
        )

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.words)

    @cached_property
    def word_count(self) -> int:
        """Number of tokens with a letter or digit, furniture left out."""
        words = self.having(_is_word)
        for sentence in self.sentences:
            if sentence.kind == "furniture":
                words[sentence.first : sentence.last] = False
        return int(np.count_nonzero(words))

    @cached_property
    def quotation_words(self) -> list[int]:
        """Number of tokens of each quotation that begin with a letter or digit."""
        if not self.quotations:
            return []
        words = self.having(_opens_word).tobytes()
        return [words.count(1, quotation.start, quotation.end) for quotation in self.quotations]

    @cached_property
    def quoted(self) -> NDArray[np.bool_]:
        """Which tokens stand in a quotation, shape (tokens,)."""
        inside = np.zeros(len(self.words), dtype=np.bool_)
        for quotation in self.quotations:
            inside[quotation.start : quotation.end] = True
        return inside

    @cached_property
    def first_places(self) -> dict[str, int]:
        """The first token of each norm."""
        # Of one norm the last pair that is put in stays, which is the first place.
        return dict(zip(reversed(self.norms), range(len(self.norms) - 1, -1, -1), strict=True))

    def having(self, trait: Callable[[str], bool], *, normed: bool = False) -> NDArray[np.bool_]:
        """Which tokens have a trait that their word alone decides.

        Parameters
        ----------
        trait : callable
            Asked once of every word; see `Vocabulary.column`.
        normed : bool
            Whether it is asked of `norms` instead of `words`.

        Returns
        -------
        ndarray of bool, shape (tokens,)
            One answer for each token.
        """
        return self.vocabulary.column(trait, normed=normed)[self.numbers]

    def places(self, trait: Callable[[str], bool], *, normed: bool = False) -> list[int]:
        """Tokens that have a trait, in order; as `having`."""
        found: list[int] = self.having(trait, normed=normed).nonzero()[0].tolist()
        return found

    def places_of(self, known: Collection[str]) -> list[int]:
        """Tokens whose norm is in a set, in order; see `Vocabulary.among`."""
        found: list[int] = self.vocabulary.among(self.numbers, known).nonzero()[0].tolist()
        return found

    def span(self, first: int, last: int) -> Span:
        """Characters of the token range [first, last)."""
        found = Span(self.starts[first], self.ends[last - 1])
        # Whoever is given it asks for its tokens later.
        self.token_ranges[found] = first, last
        return found

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """Tokens that overlap the characters [start, end), as a half-open range."""
        return self.token_ranges[start, end]

    def sentence_at(self, place: int) -> Sentence:
        """Return the sentence that holds the character, or the last one that begins before it.

        Raises
        ------
        IndexError
            If the document has no sentence.
        """
        token = max(bisect_right(self.starts, place) - 1, 0)
        return self.sentences[self.sentence_of[token]]


def _opens_word(word: str) -> bool:
    return word[0].isalnum()


def _is_word(word: str) -> bool:
    return word[0].isalnum() or any(map(str.isalnum, word))


def once_a_document(ask: Callable[[Document], T]) -> Callable[[Document], T]:
    """Keep what a function says of each document, as long as that is in use."""
    answers: WeakKeyDictionary[Document, T] = WeakKeyDictionary()

    @wraps(ask)
    def answer(document: Document) -> T:
        try:
            return answers[document]
        except KeyError:
            found = answers[document] = ask(document)
            return found

    return answer
