"""Whether what is attributed is quoted: as a whole, in part, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from credscore.document import Document
from credscore.findings import AttributionKind
from credscore.quotations import Quotation

__all__ = ["Quoting", "is_title"]

_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to")
)
_TITLE_WORDS = 12
_SENTENCE_ENDS = frozenset((".", "!", "?", ",", "…", "..."))


class Quoting:
    """Tells direct quotations from indirect and mixed ones.

    Parameters
    ----------
    document : Document
        What the contents lie in.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        # Of each token whether it is a word, and whether it is a quoted one.
        words = document.having(_is_spoken)
        self._words = words.tobytes()
        self._quoted = (words & document.quoted).tobytes()

    def kind(self, contents: Sequence[tuple[int, int]]) -> AttributionKind:
        """How contents are quoted.

        Parameters
        ----------
        contents : sequence of (first, last)
            Token ranges of what is attributed, end exclusive.

        Returns
        -------
        {"direct", "indirect", "mixed"}
            Direct where every word stands in quotation marks, mixed where some do. A single word in
            marks, or a title in them, is no quotation where other words stand outside.
        """
        if not self._document.quotations:
            return "indirect"
        words, quoted = self._words, self._quoted
        inside = all_words = 0
        for first, last in contents:
            inside += quoted.count(1, first, last)
        if not inside:
            return "indirect"
        for first, last in contents:
            all_words += words.count(1, first, last)
        if inside == all_words:
            return "direct"
        held: dict[int, int] = {}
        for first, last in contents:
            for number in set(self._document.quotation_of[first:last]):
                if number >= 0:
                    quotation = self._document.quotations[number]
                    begin, end = max(first, quotation.start), min(last, quotation.end)
                    held[number] = held.get(number, 0) + words.count(1, begin, end)
        spoken = any(
            count > 1 and not is_title(self._document, self._document.quotations[number])
            for number, count in held.items()
        )
        return "mixed" if spoken else "indirect"


def _is_spoken(word: str) -> bool:
    return word[-1].isalnum()


def is_title(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is the name of a book, a law or a show: all words of weight are capital.

    Examples
    --------
    >>> from credscore.article import Article
    >>> document = Document(Article("He wrote “War and Peace” and said “we won the war”."))
    >>> [is_title(document, quotation) for quotation in document.quotations]
    [True, False]
    """
    tokens = document.words[quotation.start : quotation.end]
    words = [word for word in tokens if word[-1].isalnum()]
    if len(words) > _TITLE_WORDS:
        return False
    weighty = [word for word in words if word.lower() not in _SMALL]
    # A quoted sentence of one capital word ("No.") ends like a sentence.
    ended = quotation.closed and document.words[quotation.end - 2] in _SENTENCE_ENDS
    return (
        len(weighty) > 0
        and all(word[0].isupper() or word[0].isdigit() for word in weighty)
        and not (ended and len(weighty) == 1)
    )
