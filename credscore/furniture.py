"""Telling the article's own sentences from page furniture and headings."""

from __future__ import annotations

import re
from typing import Literal

from credscore.lexicons import read_sections
from credscore.tokens import normalise

__all__ = ["LineKind", "dateline_end", "line_kinds"]

LineKind = Literal["body", "heading", "furniture"]

_LEXICON = read_sections("credscore", "furniture.txt")
_TAIL = _LEXICON["tail"]
_LINE = _LEXICON["line"]
_WHOLE = frozenset(_LEXICON["whole"])
_BYLINE = re.compile(
    r"(?:by|from|reported by|written by|edited by)\s+[A-Z][\w.'’-]+(?:\s+[\w.'’,&|/@-]+){0,7}\Z"
)
_TERMINAL = re.compile(r"[.!?…:;,][\"'”’)\]]*\Z|[\"”]\Z")
_SMALL = frozenset(
    "a an and as at but by for from in into is nor of off on or over the to up via vs with".split()
)
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|"
    r"July|August|September|October|November|December)\b\.?"
)
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:\s*,?\s*\d{{4}})?"
_PLACE = r"[A-Z][\w.'’-]*(?:[ ,/]+[A-Z][\w.'’-]*){0,5}"
_CREDIT = r"\s*\([A-Za-z][^()\n]{0,40}\)"
_DATELINE = re.compile(
    rf"""\s*(?:
        {_DATE}(?:{_CREDIT})?\s*(?:[-–—]+|:)\s                          # May 12, 2018 (AGENCY) —
      | {_PLACE}(?:\s*,?\s*{_DATE})?(?:{_CREDIT})\s*(?:[-–—]+|:)?\s     # LAHORE (AGENCY) —
      | {_PLACE}\s*[,:-]?\s*{_DATE}(?:{_CREDIT})?\s*(?:[-–—]+|:)\s      # DHAKA, May 12:
      | [A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][\w.'’-]*){{0,4}}\s*(?:[-–—]+|:)\s # ISLAMABAD:
      | [A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){{0,3}}\s*[–—]{{1,2}}\s    # Islamabad —
    )""",
    re.VERBOSE,
)


def dateline_end(paragraph: str) -> int:
    """Length of the dateline at the head of a paragraph, 0 if there is none.

    Examples
    --------
    >>> dateline_end("LAHORE (APP) — Police said on Monday")
    15
    """
    match = _DATELINE.match(paragraph, 0, min(len(paragraph), 120))
    return match.end() if match else 0


def line_kinds(paragraphs: list[str], title: str | None) -> list[LineKind]:
    """Say of each paragraph whether it is body, heading or furniture.

    Parameters
    ----------
    paragraphs : list of str
        The paragraphs of an article, in order.
    title : str or None
        Its title, if known: a first paragraph equal to it is a heading.

    Returns
    -------
    list of {"body", "heading", "furniture"}
        One for each paragraph.
    """
    kinds: list[LineKind] = []
    tail_from = len(paragraphs) // 2
    in_tail = False
    known_title = _squeeze(title) if title else ""
    for index, paragraph in enumerate(paragraphs):
        lowered = normalise(paragraph[:120]).strip()
        if not in_tail and index >= tail_from and lowered.startswith(_TAIL):
            in_tail = True
        if in_tail or _is_furniture(paragraph, lowered):
            kinds.append("furniture")
        elif _is_title(paragraph, known_title) or _is_heading(paragraph, index, len(paragraphs)):
            kinds.append("heading")
        else:
            kinds.append("body")
    return kinds


def _is_title(paragraph: str, title: str) -> bool:
    """Whether a paragraph is the title, which comes squeezed."""
    return bool(title) and len(paragraph) < 2 * len(title) + 20 and _squeeze(paragraph) == title


def _squeeze(text: str) -> str:
    return re.sub(r"\W+", " ", normalise(text)).strip()


def _is_furniture(paragraph: str, lowered: str) -> bool:
    if len(paragraph) > 300:
        return False
    if lowered in _WHOLE or not any(letter.isalnum() for letter in paragraph):
        return True
    if lowered.startswith(_LINE) or lowered.startswith(_TAIL):
        return len(paragraph) < 200
    if len(paragraph) < 80 and _BYLINE.match(paragraph[0].lower() + paragraph[1:]):
        return True
    return lowered.startswith(("http://", "https://", "www.")) and " " not in lowered


def _is_heading(paragraph: str, index: int, count: int) -> bool:
    """A short line without a full stop: the title, or a heading within the text."""
    line = paragraph.strip()
    if _TERMINAL.search(line) or count == 1:
        return False
    words = line.split()
    if index == 0:
        return len(words) <= 25
    if len(words) > 14 or line[0] in "\"“‘'•-–—*":
        return False
    if len(words) <= 5:
        return True
    capitals = sum(word[0].isupper() or not word[0].isalpha() for word in words)
    small = sum(word.lower() in _SMALL for word in words)
    return capitals + small >= 0.8 * len(words)
