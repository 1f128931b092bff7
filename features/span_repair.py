"""Spans as the text shows that they must be: quotations left out, datelines taken in."""

from __future__ import annotations

from credscore.document import Document
from credscore.features.quoting import is_title

__all__ = ["Spans", "repair"]

# (kind, first token, last token): "source", "cue" or "content", the end exclusive.
Spans = list[tuple[str, int, int]]

# A quotation of fewer words is a title or a scare quote unless the tagger says otherwise.
_SPEECH_WORDS = 6


def repair(document: Document, spans: Spans) -> Spans:
    """Add the quotations that must be speech, and cut datelines off sources.

    Parameters
    ----------
    document : Document
        What the spans lie in.
    spans : list of (kind, first, last)
        In order.

    Returns
    -------
    list of (kind, first, last)
        In order; of a source nothing is taken away but a dateline.
    """
    spans = _without_datelines(document, spans)
    added = _quotations(document, spans)
    return sorted({*spans, *added}, key=lambda span: span[1:]) if added else spans


def _without_datelines(document: Document, spans: Spans) -> Spans:
    """Sources that begin after "KARACHI (Reuters) — ", not in it."""
    after = {
        place: last
        for first, last in (document.token_range(*span) for span in document.datelines)
        for place in range(first, last)
    }
    return [
        (kind, after.get(first, first), last)
        if kind == "source" and last > after.get(first, first)
        else (kind, first, last)
        for kind, first, last in spans
    ]


def _quotations(document: Document, spans: Spans) -> Spans:
    """Quotations that are speech by their length and that no span touches."""
    taken = bytearray(len(document))
    for _, first, last in spans:
        taken[first:last] = b"\x01" * (last - first)
    return [
        ("content", quotation.start, quotation.end)
        for quotation in document.quotations
        if quotation.end - quotation.start >= _SPEECH_WORDS + 2
        and not any(taken[quotation.start : quotation.end])
        and document.sentences[document.sentence_of[quotation.start]].kind == "body"
        and not is_title(document, quotation)
    ]
