"""Spans as the text shows that they must be: quotations left out, datelines taken in."""

from __future__ import annotations

from itertools import pairwise
from operator import itemgetter

from credscore.document import Document
from credscore.features.cues import words_of
from credscore.features.quoting import is_title

__all__ = ["Spans", "repair"]

# (kind, first token, last token): "source", "cue" or "content", the end exclusive.
Spans = list[tuple[str, int, int]]

# A quotation of fewer words is a title or a scare quote unless the tagger says otherwise.
_SPEECH_WORDS = 6
# Tokens of who says something behind the verb, and what follows that tells which.
_SAYERS = 4
_WHICH = frozenset(("at", "from", "in", "of", "that", "who"))
_BEFORE_WORDS = frozenset((",", ":"))
# Before a participle used as a noun.
_ARTICLES = frozenset(("an", "the"))


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
        In order; of a source nothing is taken away but a dateline and a quotation behind it.
    """
    spans = _before_quotations(document, _without_datelines(document, spans))
    spans = _with_participles(document, spans)
    if "say" in document.first_places:
        spans = _inverted(document, spans)
    added = _quotations(document, spans)
    return sorted({*spans, *added}, key=itemgetter(1, 2)) if added else spans


def _without_datelines(document: Document, spans: Spans) -> Spans:
    """Sources that begin after "KARACHI (Reuters) — ", not in it."""
    if not document.datelines:
        return spans
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


def _with_participles(document: Document, spans: Spans) -> Spans:
    """Sources that are a participle used as a noun, from the cue: "The [accused] told"."""
    norms, found = document.norms, list(spans)
    alone = [
        at
        for at, (kind, first, last) in enumerate(spans[:-1])
        if last - first == 1 and kind == "source" and norms[first] in _ARTICLES
    ]
    for at in alone:
        (kind, first, last), (after, begin, end) = spans[at : at + 2]
        if after == "cue" and begin == last and end - begin > 1:
            found[at : at + 2] = (kind, first, last + 1), (after, begin + 1, end)
    return found


def _inverted(document: Document, spans: Spans) -> Spans:
    """Sources taken for what they say: "Prices will rise, say [retailers]."."""
    norms, found = document.norms, list(spans)
    for at, ((kind, first, last), (after, begin, end)) in enumerate(pairwise(spans)):
        if (kind, after) != ("cue", "content") or norms[first:last] != ["say"] or begin != last:
            continue
        sentence = document.sentences[document.sentence_of[first]]
        closes = end >= sentence.last - 1 and first - 1 > sentence.first
        # Several people or bodies, and what tells which: "companies that sell them"
        head = next((place for place in range(begin, end) if norms[place] in _WHICH), end) - 1
        several = begin <= head < begin + _SAYERS and norms[head].endswith("s")
        if closes and norms[first - 1] == "," and several:
            said = ("content", sentence.first, first - 1)
            found[at + 1] = ("source", begin, end)
            if at and spans[at - 1][1] >= sentence.first:
                found[at - 1] = said
            else:
                found.append(said)
    return sorted(found, key=itemgetter(1, 2))


def _before_quotations(document: Document, spans: Spans) -> Spans:
    """Sources that end where their words go on: "said Ana Silva, a farmer[, “took my house]"."""
    numbers, quotations = document.quotation_of, document.quotations
    if not quotations:
        return spans
    found: Spans = []
    for span in spans:
        kind, first, last = span
        if kind != "source" or max(numbers[first:last]) < 0:
            found.append(span)
            continue
        number = next(at for at in numbers[first:last] if at >= 0)
        begin = quotations[number].start
        # A comma ends a description; "Ana “Nana” Silva" and "the study, “Sleep and memory”" go on.
        if (
            begin - 1 > first
            and document.norms[begin - 1] in _BEFORE_WORDS
            and document.norms[begin - 2] not in words_of("document")
            and not is_title(document, quotations[number])
        ):
            found += [(kind, first, begin - 1), ("content", begin, quotations[number].end)]
        else:
            found.append(span)
    return found


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
