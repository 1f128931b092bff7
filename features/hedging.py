"""Hedging: words by which the writer or a source limits commitment to what is stated.

A dictionary finds the candidates in one pass; then the test of each candidate's section of the
lexicon looks at the words beside it. The classes are those of Hyland, "Hedging in Scientific
Research Articles" (1998), https://doi.org/10.1075/pbns.54.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from credscore.document import Document
from credscore.features.hedging_candidate import PADDING, SECTIONS, Candidate
from credscore.features.hedging_context import TESTS
from credscore.findings import Attribution, Hedge, Span

__all__ = ["find_boosters", "find_hedges"]

_BOOSTER = "booster"
_Entry = tuple[tuple[str, ...], str]


def find_hedges(document: Document, attributions: Sequence[Attribution]) -> tuple[Hedge, ...]:
    """Find the hedges, and whose commitment each of them limits.

    Parameters
    ----------
    document : Document
        What to look at.
    attributions : sequence of Attribution
        Those of the document, each with the source that it was merged into.

    Returns
    -------
    tuple of Hedge
        In order of the text, none in headings and page furniture. The holder is the source of the
        attribution whose cue the hedge is ("believes") or, failing that, of the smallest one whose
        content holds it; else the writer.

    Examples
    --------
    >>> from credscore.article import Article
    >>> document = Document(Article("Prices may rise in May by about 5 percent."))
    >>> [hedge.text for hedge in find_hedges(document, ())]
    ['may', 'about']
    """
    spans = _find(document, _HEDGES)
    return tuple(
        Hedge(f"h{number}", *span, document.text[slice(*span)], holder)
        for number, (span, holder) in enumerate(
            zip(spans, _holders(spans, attributions), strict=True), 1
        )
    )


def find_boosters(document: Document) -> tuple[Span, ...]:
    """Find the words that raise commitment ("clearly", "no doubt").

    Parameters
    ----------
    document : Document
        What to look at.

    Returns
    -------
    tuple of Span
        In order of the text, none in headings and page furniture.

    Examples
    --------
    >>> from credscore.article import Article
    >>> document = Document(Article("This is undoubtedly so."))
    >>> [document.text[slice(*span)] for span in find_boosters(document)]
    ['undoubtedly']
    """
    return tuple(_find(document, _BOOSTERS))


def _index(sections: dict[str, tuple[str, ...]]) -> dict[str, dict[str, list[_Entry]]]:
    """Map each first token and each second one to entries and sections, the longest entry first.

    Under "" are the entries of the first token alone; they are under the second ones as well.
    """
    found: dict[str, list[_Entry]] = {}
    for section, entries in sections.items():
        for entry in entries:
            tokens = tuple(entry.split())
            found.setdefault(tokens[0], []).append((tokens, section))
    index: dict[str, dict[str, list[_Entry]]] = {}
    for first, candidates in found.items():
        candidates.sort(key=lambda candidate: -len(candidate[0]))
        seconds = {"", *(tokens[1] for tokens, _ in candidates if len(tokens) > 1)}
        index[first] = {
            second: [one for one in candidates if one[0][1:2] in {(), (second,)}]
            for second in seconds
        }
    return index


def _find(document: Document, index: dict[str, dict[str, list[_Entry]]]) -> list[Span]:
    """Return the entries that pass their test, without overlap."""
    candidates = document.places_of(index)
    if not candidates:
        return []
    words, norms = document.words + PADDING, document.norms + PADDING
    spans: list[Span] = []
    free = 0
    for first in candidates:
        begun = index[norms[first]]
        # Most words that may begin an entry begin none here.
        entries = begun.get(norms[first + 1]) or begun[""]
        if not entries or first < free:
            continue
        for entry, section in entries:
            last = first + len(entry)
            if (
                (last == first + 1 or tuple(norms[first:last]) == entry)
                and document.sentences[document.sentence_of[first]].kind == "body"
                and (section not in TESTS or TESTS[section](Candidate(words, norms, first, last)))
            ):
                spans.append(document.span(first, last))
                free = last
                break
    return spans


def _holders(spans: list[Span], attributions: Sequence[Attribution]) -> Iterator[str]:
    """Yield for each span, in order, the source that holds it or "writer"."""
    cues = {
        place: attribution.source_id
        for attribution in attributions
        if attribution.cue and attribution.source_id
        for place in (attribution.cue.start, attribution.cue.end)
    }
    contents = sorted(
        (*content, attribution.source_id)
        for attribution in attributions
        if attribution.source_id
        for content in attribution.content
    )
    # The contents open so far, the smallest on top. Spans come in order and do not overlap, so a
    # content that ends before one span can hold none after it.
    heap: list[tuple[int, int, str]] = []
    following = 0
    for start, end in spans:
        while following < len(contents) and contents[following][0] <= start:
            content_start, content_end, source_id = contents[following]
            heappush(heap, (content_end - content_start, content_end, source_id))
            following += 1
        while heap and heap[0][1] < end:
            heappop(heap)
        yield cues.get(start) or cues.get(end) or (heap[0][2] if heap else "writer")


_HEDGES = _index({name: entries for name, entries in SECTIONS.items() if name != _BOOSTER})
_BOOSTERS = _index({_BOOSTER: SECTIONS[_BOOSTER]})
