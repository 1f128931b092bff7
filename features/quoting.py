"""Whether what is attributed is quoted: as a whole, in part, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from credscore.document import Document
from credscore.findings import AttributionKind
from credscore.quotations import Quotation

__all__ = ["is_title", "quoting"]

_SMALL = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to")
)
_TITLE_WORDS = 12
_SENTENCE_ENDS = frozenset((".", "!", "?", ",", "…", "..."))


def quoting(document: Document, contents: Sequence[tuple[int, int]]) -> AttributionKind:
    """Tell a direct quotation from an indirect and a mixed one.

    Parameters
    ----------
    document : Document
        What the contents lie in.
    contents : sequence of (first, last)
        Token ranges of what is attributed, end exclusive.

    Returns
    -------
    {"direct", "indirect", "mixed"}
        Direct where every word stands in quotation marks, mixed where some do. A single word in
        marks, or a title in them, is no quotation where other words stand outside.
    """
    quotation_of = document.quotation_of
    if all(max(quotation_of[first:last], default=-1) < 0 for first, last in contents):
        return "indirect"
    inside: dict[int, list[int]] = {}
    outside = 0
    for first, last in contents:
        for token in range(first, last):
            if not document.words[token][-1].isalnum():
                continue
            number = quotation_of[token]
            if number < 0:
                outside += 1
            else:
                inside.setdefault(number, []).append(token)
    if not outside:
        return "direct" if inside else "indirect"
    quoted = any(
        len(tokens) > 1 and not is_title(document, document.quotations[number])
        for number, tokens in inside.items()
    )
    return "mixed" if quoted else "indirect"


def is_title(document: Document, quotation: Quotation) -> bool:
    """Whether a quotation is the name of a book, a law or a show: all words of weight are capital.

    Examples
    --------
    >>> from credscore.article import Article
    >>> document = Document(Article("He wrote “War and Peace” and said “we won the war”."))
    >>> [is_title(document, quotation) for quotation in document.quotations]
    [True, False]
    """
    tokens = range(quotation.start, quotation.end)
    words = [document.words[token] for token in tokens if document.words[token][-1].isalnum()]
    weighty = [word for word in words if word.lower() not in _SMALL]
    # A quoted sentence of one capital word ("No.") ends like a sentence.
    ended = quotation.closed and document.words[quotation.end - 2] in _SENTENCE_ENDS
    return (
        len(weighty) > 0
        and len(words) <= _TITLE_WORDS
        and all(word[0].isupper() or word[0].isdigit() for word in weighty)
        and not (ended and len(weighty) == 1)
    )
