"""Spans as the text shows that they must be: those left out, and those that run too far."""

from __future__ import annotations

from credscore.document import Document
from credscore.features.quoting import is_title

__all__ = ["Spans", "repair"]

# (kind, first token, last token): "source", "cue" or "content", the end exclusive.
Spans = list[tuple[str, int, int]]

# A quotation of fewer words is a title or a scare quote unless the tagger says otherwise.
_SPEECH_WORDS = 6
_CONTENT_WORDS = 3
# How much may follow a source and its cue at the end of a sentence: "on Monday", "in a statement".
_TAIL = 5
_STOPS = frozenset((".", "!", "?", "…", "...", ":", ";"))


def repair(document: Document, spans: Spans) -> Spans:
    """Add the contents that must be there, and cut datelines off sources.

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
    added = [*_contents(document, spans), *_quotations(document, spans)]
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


def _contents(document: Document, spans: Spans) -> Spans:
    """The rest of a sentence that has a cue and a source, and of which nothing else is marked."""
    in_sentence: dict[int, Spans] = {}
    for span in spans:
        for number in {document.sentence_of[span[1]], document.sentence_of[span[2] - 1]}:
            in_sentence.setdefault(number, []).append(span)
    found: Spans = []
    for number, here in in_sentence.items():
        if sorted(kind for kind, _, _ in here) != ["cue", "source"]:
            continue
        sentence = document.sentences[number]
        low, high = min(span[1] for span in here), max(span[2] for span in here)
        end = sentence.last
        while end > high and document.norms[end - 1] in _STOPS:
            end -= 1
        cue = next(document.norms[first:last] for kind, first, last in here if kind == "cue")
        content = None
        if end - high <= _TAIL and low > sentence.first and document.norms[low - 1] == ",":
            # "Prices fell, the minister said on Monday."
            content = (sentence.first, low - 1)
        elif (
            low == sentence.first
            and cue == ["according", "to"]
            and document.norms[high : high + 1] == [","]
        ):
            # "According to the report, prices fell."
            content = (high + 1, end)
        if content is not None and content[1] - content[0] >= _CONTENT_WORDS:
            found.append(("content", *content))
    return found
