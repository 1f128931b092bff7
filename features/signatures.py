"""Who signs a quotation: "“Prices fell.” — Ana Silva, the mayor", or a line of its own behind it.

By the annotation guide quoted words rest on who said them; the tagger looks for a verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from credscore.document import Document
from credscore.features.name_kinds import governed_places
from credscore.findings import Attribution

__all__ = ["DASHES", "with_signatures"]

DASHES = frozenset(("—", "–", "--", "-"))
_FEWEST_WORDS = 4
_LONGEST_NAME = 4
# Tokens of a signature, with what the signer is.
_LONGEST = 14
# A line alone may be a caption: it signs where the article has more of its kind.
_FEWEST_LINES = 2
_BEHIND_NAME = frozenset((",", "(", "&", "and", "in", "on", "to", "via"))


def with_signatures(
    document: Document, attributions: Sequence[Attribution]
) -> tuple[Attribution, ...]:
    """Put quotations that are signed among what was found.

    Parameters
    ----------
    document : Document
        What to look at.
    attributions : sequence of Attribution
        What was found in it without them.

    Returns
    -------
    tuple of Attribution
        In order of the text; what was found of such a quotation without a source gives way.

    Examples
    --------
    >>> from credscore.article import Article
    >>> text = "“It rained for nine days.” — Ana Silva, mayor"
    >>> (found,) = with_signatures(Document(Article(text)), ())
    >>> text[slice(*found.source)], text[slice(*found.content[0])]
    ('Ana Silva', '“It rained for nine days.”')
    """
    signed = _dashed(document) + _lined(document)
    if not signed:
        return tuple(attributions)
    found = [
        Attribution(document.span(begin, name), None, (document.span(first, last),))
        for first, last, begin, name in signed
    ]
    taken = [attribution.content[0] for attribution in found]
    kept = [
        attribution
        for attribution in attributions
        if attribution.source is not None
        or attribution.cue is not None
        or not any(
            part.start < span.end and span.start < part.end
            for part in attribution.content
            for span in taken
        )
    ]
    return tuple(sorted((*kept, *found), key=_start))


class _Signed(NamedTuple):
    """Tokens of a quotation and of the name that signs it, ends exclusive."""

    first: int
    last: int
    begin: int
    name: int


def _dashed(document: Document) -> list[_Signed]:
    """Quotations with a dash and a name behind them, and nothing else in the paragraph."""
    found = []
    for first, end in _long_quotations(document):
        if document.words[end : end + 1] and document.words[end] in DASHES:
            number = document.sentences[document.sentence_of[end]].paragraph
            name = _name_end(document, end + 1, _bounds(document, number)[1])
            if name:
                found.append(_Signed(first, end, end + 1, name))
    return found


def _lined(document: Document) -> list[_Signed]:
    """Quotations with a name and what it is in a line of their own, behind them or before them."""
    lines: dict[int, tuple[int, int]] = {}
    for number in range(len(document.paragraphs)):
        begin, last = _bounds(document, number)
        name = _name_end(document, begin, last)
        if name and document.words[name : name + 1] == [","]:
            lines[number] = (begin, name)
    if len(lines) >= _FEWEST_LINES:
        # "Easier to Take, More to Give" is a heading: its words stand in the text as well.
        words = set(document.words)
        lines = {
            number: (begin, name)
            for number, (begin, name) in lines.items()
            if words.isdisjoint(document.norms[begin:name])
        }
    if len(lines) < _FEWEST_LINES:
        return []
    behind, before = [], []
    for first, end in _long_quotations(document):
        number = document.sentences[document.sentence_of[first]].paragraph
        begin, last = _bounds(document, number)
        if end == last and number + 1 in lines:
            behind.append(_Signed(first, end, *lines[number + 1]))
        # "– “It rained.”", where a line that is no quotation may stand between.
        opens = first == begin or (first == begin + 1 and document.words[begin] in DASHES)
        above = next((at for at in range(number - 1, number - 4, -1) if at in lines), -1)
        if opens and above >= 0:
            before.append(_Signed(first, end, *lines[above]))
    # In a column of names and quotations most have one above and one below: the first name tells.
    opening, _ = lines[min(lines)]
    signed = behind if any(at.begin == opening for at in behind) else before
    return signed if len({at.begin for at in signed}) >= _FEWEST_LINES else []


def _long_quotations(document: Document) -> Iterator[tuple[int, int]]:
    for quotation in document.quotations:
        if quotation.closed and quotation.end - quotation.start >= _FEWEST_WORDS + 2:
            yield quotation.start, quotation.end


def _bounds(document: Document, number: int) -> tuple[int, int]:
    """Tokens of a paragraph, end exclusive; none of an empty one."""
    first, last = document.paragraphs[number]
    if first == last:
        return 0, 0
    return document.sentences[first].first, document.sentences[last - 1].last


def _name_end(document: Document, first: int, last: int) -> int:
    """Where a person's name ends that begins at a token and signs all up to another; 0 for none."""
    words = document.words
    if not 2 <= last - first <= _LONGEST:
        return 0
    end = first
    while end < last and end - first < _LONGEST_NAME and words[end][0].isupper():
        end += 1
    closes = end == last or document.norms[end] in _BEHIND_NAME
    if end - first < 2 or not closes or words[last - 1] in {"?", "!", ":"}:
        return 0
    if " ".join(document.norms[first:end]) in governed_places():
        return 0
    # A signature is no sentence.
    return 0 if words[last - 1] == "." and last - end > 1 else end


def _start(attribution: Attribution) -> int:
    spans = (attribution.source, attribution.cue, *attribution.content)
    return min(span.start for span in spans if span is not None)
