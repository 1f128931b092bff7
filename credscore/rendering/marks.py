"""An article's text cut at every mark, so that any renderer can show it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from credscore.document import Document
from credscore.findings import Claim, Span
from credscore.furniture import LineKind
from credscore.report import Report

__all__ = ["Paragraph", "Piece", "Run", "inert", "marked", "without_title"]

# Control characters (an escape sequence rewrites the terminal), bidirectional overrides and
# isolates (they reorder what is read), line separators, tags, and lone surrogates (no encoding
# writes them).
_ACTIVE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)


def inert(text: str) -> str:
    r"""Replace every character that acts rather than shows, one for one.

    Parameters
    ----------
    text : str
        From an article, a file name or an error.

    Returns
    -------
    str
        As long as `text`; line feeds and tabs are kept.

    Examples
    --------
    >>> inert("\x1b[2Jgone")
    '�[2Jgone'
    """
    return _ACTIVE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks.

    Attributes
    ----------
    start, end : int
        Offsets into `Article.text`.
    text : str
        The words, inert.
    source, hedge, citation : str or None
        Id of the finding that it is part of, None for none.
    """

    start: int
    end: int
    text: str
    source: str | None = None
    hedge: str | None = None
    citation: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A claim, or the text between claims, as runs."""

    claim: Claim | None
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article.

    Attributes
    ----------
    kind : {"body", "heading", "furniture"}
        What it is.
    pieces : tuple of Piece
        Together they hold all its text.
    """

    kind: LineKind
    pieces: tuple[Piece, ...]


def marked(report: Report) -> tuple[Paragraph, ...]:
    """Cut the article of a report at its paragraphs, claims, sources, hedges and citations.

    Parameters
    ----------
    report : Report
        What to show.

    Returns
    -------
    tuple of Paragraph
        In order. Blanks between paragraphs are left out, all else is there once.
    """
    document = Document(report.article)
    sources = _first_of(
        (mention, source.id) for source in report.sources for mention in source.mentions
    )
    hedges = _first_of((Span(hedge.start, hedge.end), hedge.id) for hedge in report.hedges)
    citations = _first_of((Span(cited.start, cited.end), cited.id) for cited in report.citations)
    layers = (sources, hedges, citations)
    paragraphs = []
    for first, last in document.paragraphs:
        sentences = document.sentences[first:last]
        start, end = sentences[0].start, sentences[-1].end
        paragraphs.append(
            Paragraph(
                sentences[0].kind,
                tuple(
                    Piece(claim, _runs(report.article.text, part, layers))
                    for claim, part in _pieces(report.claims, start, end)
                ),
            )
        )
    return tuple(paragraphs)


def without_title(paragraphs: tuple[Paragraph, ...], title: str | None) -> tuple[Paragraph, ...]:
    """Leave out a first paragraph that is the title, which stands above the text already.

    Parameters
    ----------
    paragraphs : tuple of Paragraph
        As `marked` gives them.
    title : str or None
        Of the article.

    Returns
    -------
    tuple of Paragraph
        All, or all but the first.
    """
    if paragraphs and paragraphs[0].kind == "heading":
        first = "".join(run.text for piece in paragraphs[0].pieces for run in piece.runs)
        if first.split() == inert(title or "").split():
            return paragraphs[1:]
    return paragraphs


_Layer = list[tuple[Span, str]]


def _first_of(spans: Iterable[tuple[Span, str]]) -> _Layer:
    """Sort spans of one kind and drop those that overlap an earlier one."""
    kept: _Layer = []
    for span, name in sorted(spans, key=lambda item: (item[0].start, -item[0].end)):
        if span.start < span.end and (not kept or span.start >= kept[-1][0].end):
            kept.append((span, name))
    return kept


def _pieces(claims: tuple[Claim, ...], start: int, end: int) -> list[tuple[Claim | None, Span]]:
    """The claims within a paragraph and the text between them."""
    found: list[tuple[Claim | None, Span]] = []
    place = start
    for claim in claims:
        low, high = max(claim.start, place), min(claim.end, end)
        if low >= high:
            continue
        if low > place:
            found.append((None, Span(place, low)))
        found.append((claim, Span(low, high)))
        place = high
    if place < end:
        found.append((None, Span(place, end)))
    return found


def _runs(text: str, part: Span, layers: tuple[_Layer, _Layer, _Layer]) -> tuple[Run, ...]:
    inside = [[item for item in layer if _overlap(item[0], part)] for layer in layers]
    cuts = {part.start, part.end}
    for layer in inside:
        for span, _ in layer:
            cuts |= {max(span.start, part.start), min(span.end, part.end)}
    places = sorted(cuts)
    return tuple(
        Run(low, high, inert(text[low:high]), *(_at(layer, low) for layer in inside))
        for low, high in pairwise(places)
    )


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _at(layer: _Layer, place: int) -> str | None:
    return next((name for span, name in layer if span.start <= place < span.end), None)
