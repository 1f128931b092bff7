"""Kinds of articles that the score fits less well, told by rules.

Opinion, press releases, digests and transcripts: each by its marks, and opinion by measures, a
point for each. The rules are made for few false alarms: a news report that is called an opinion is
worse than the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

from credscore.document import Document
from credscore.features.turns import is_transcript

__all__ = ["Genre", "genre_of"]

Genre = Literal["opinion", "press release", "digest", "transcript", ""]

# Points that make an opinion piece, and those for saying so.
_POINTS, _MARKED = 5, 2
# Head and tail of a text in which it says what it is, in characters.
_HEAD, _TAIL = 250, 600
_OPINION_ADDRESS = re.compile(r"/(?:opinions?|op-?eds?|editorials?|commentary|columns?)/")
_OPINION_WORDS = re.compile(
    r"(?i)\b(?:op-?ed|editorial|opinion|letters? to the editor|guest column|commentary)\b(?! poll)"
    r"|\bviews expressed\b|\bis a (?:syndicated )?columnist\b"
)
_RELEASE_HEAD = re.compile(
    r"(?i)\b(?:embargoed (?:for release|until)|for immediate release|newswise|media advisory)\b"
    r"|/PRNewswire|\bPR Newswire\b|\bBusiness Wire\b|\bGlobe ?Newswire\b|\bEurekAlert\b"
)
_RELEASE_TAIL = re.compile(
    r"(?i)^(?:# ?){3,}|^-?30-?$|^(?:media|press)? ?(?:contacts?|inquiries):?(?= |$)"
    r"|\bfor (?:more|further) information\b[^.\n]{0,80}\b(?:visit|contact)\b"
    r"|\bto arrange an interview\b|\bmedia contact\b|^About [A-Z][^.\n]{3,60}:?$",
    re.MULTILINE,
)
_DIGEST_TITLE = re.compile(
    r"(?i)\A(?:the |here are |here's )?(?:(?:all|the|top|these) )*"
    r"\d{1,3} (?!(?:years?|months?|weeks?|days?|hours?)\b)(?:[a-z]+ )?[a-z-]+s\b"
    r"|\A(?:news|daily|weekly|morning|evening) (?:brief|round-?up)|\blive updates?\b|\bround-?up\b"
)
# One of these stands in whatever the pattern finds: most texts have none and need no search.
_OPINION_PARTS = (
    *("op-ed", "oped", "editor", "opinion", "guest column", "commentary", "columnist"),
    "views expressed",
)
_RELEASE_HEAD_PARTS = (
    *("embargoed", "immediate release", "newswise", "media advisory", "wire", "eurekalert"),
)
_RELEASE_PARTS = ("#", "30", "contact", "inquir", "information", "interview", "\nabout ")
_HEADINGS, _FEWEST_HEADINGS = 0.2, 4


def genre_of(document: Document, measures: Mapping[str, float]) -> Genre:
    """Tell what kind of article this is, where a rule says so.

    Parameters
    ----------
    document : Document
        The article, cut.
    measures : mapping of str to float
        Its measures.

    Returns
    -------
    {"opinion", "press release", "digest", "transcript", ""}
        Empty for reports, and for whatever no rule tells.
    """
    if _is_release(document):
        return "press release"
    if _is_digest(document):
        return "digest"
    if is_transcript(document):
        return "transcript"
    return "opinion" if _opinion_points(document, measures) >= _POINTS else ""


def _is_release(document: Document) -> bool:
    return bool(
        _search(_RELEASE_HEAD, _RELEASE_HEAD_PARTS, document.text[:_HEAD])
        or _search(_RELEASE_TAIL, _RELEASE_PARTS, document.text[-_TAIL:])
    )


def _search(pattern: re.Pattern[str], parts: tuple[str, ...], text: str) -> bool:
    # The text's begin is that of a line too.
    lower = f"\n{text.lower()}"
    return any(part in lower for part in parts) and bool(pattern.search(text))


def _is_digest(document: Document) -> bool:
    title = document.article.title or ""
    if _DIGEST_TITLE.search(title):
        return True
    kinds = [sentence.kind for sentence in document.sentences]
    headings = kinds.count("heading")
    return headings > _HEADINGS * len(kinds) and headings >= _FEWEST_HEADINGS


def _opinion_points(document: Document, measures: Mapping[str, float]) -> int:
    """Points for what columns and editorials have more of than reports."""
    points = (
        (measures["intensifier_rate"] > 5)
        + (measures["mention_rate"] < 14)
        + (measures["numeric_claim_ratio"] < 0.22)
        + (measures["first_person_rate"] + measures["second_person_rate"] > 6)
        + (measures["question_ratio"] > 0.03)
        + (measures["evaluation_rate"] > 4)
        + (measures["quotation_rate"] < 4)
    )
    if points + _MARKED < _POINTS:
        return points
    article = document.article
    said = f"{article.title or ''}\n{document.text[:_HEAD]}\n{document.text[-_TAIL:]}"
    marked = bool(_OPINION_ADDRESS.search(article.url or "")) or _search(
        _OPINION_WORDS, _OPINION_PARTS, said
    )
    return points + _MARKED * marked
