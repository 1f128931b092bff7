"""Who signs a quotation: "“Prices fell.” — Ana Silva, the mayor", or a line of its own behind it.

By the annotation guide quoted words rest on who said them; the tagger looks for a verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from credscore.document import Document
from credscore.findings import Attribution

__all__ = ["with_signatures"]

_DASHES = frozenset(("—", "–", "--", "-"))
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
    dashed: list[tuple[int, int, int, int]] = []
    lines: list[tuple[int, int, int, int]] = []
    paragraph_ends = {
        document.sentences[last - 1].last: number
        for number, (_, last) in enumerate(document.paragraphs)
        if last > 0
    }
    for quotation in document.quotations:
        end = quotation.end
        if not quotation.closed or end - quotation.start < _FEWEST_WORDS + 2:
            continue
        if document.words[end : end + 1] and document.words[end] in _DASHES:
            number = document.sentences[document.sentence_of[end]].paragraph
            last = document.sentences[document.paragraphs[number][1] - 1].last
            name = _name_end(document, end + 1, last)
            if name:
                dashed.append((quotation.start, end, end + 1, name))
        elif end in paragraph_ends and paragraph_ends[end] + 1 < len(document.paragraphs):
            first, after = document.paragraphs[paragraph_ends[end] + 1]
            last = document.sentences[after - 1].last
            begin = document.sentences[first].first
            name = _name_end(document, begin, last)
            if name and document.words[name : name + 1] == [","]:
                lines.append((quotation.start, end, begin, name))
    signed = dashed + (lines if len(lines) >= _FEWEST_LINES else [])
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
    # A signature is no sentence.
    return 0 if words[last - 1] == "." and last - end > 1 else end


def _start(attribution: Attribution) -> int:
    spans = (attribution.source, attribution.cue, *attribution.content)
    return min(span.start for span in spans if span is not None)
