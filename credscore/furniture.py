"""Telling the article's own sentences from page furniture and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from credscore.lexicons import read_sections
from credscore.tokens import WORDS_KEPT, normalise

__all__ = [
    "LineKind",
    "dateline_end",
    "furniture_sentences",
    "inserted_lines",
    "line_kinds",
    "may_tell_furniture",
]

LineKind = Literal["body", "heading", "furniture"]

_LEXICON = read_sections("credscore", "furniture.txt")
_TAIL = _LEXICON["tail"]
_BOX = _LEXICON["box"]
_LINE = _LEXICON["line"]
_LINE_OR_TAIL = _LINE + _TAIL + _BOX
_LINE_WORDS = frozenset(entry.split(" ")[0] for entry in _LINE)
_LABELLED = re.compile(rf"(?:{'|'.join(map(re.escape, _LEXICON['label']))})(?!\w)")
# The first letters of such lines: most paragraphs and sentences have others.
_HEAD = min(map(len, (*_LINE_OR_TAIL, *_LEXICON["label"])))
_HEADS = frozenset(entry[:_HEAD] for entry in _LINE_OR_TAIL)
_LABEL_HEADS = frozenset(entry[:_HEAD] for entry in _LEXICON["label"])
_ANYWHERE = _LEXICON["anywhere"]
# The longest word of each but the first: wherever the entry stands, a token begins so.
_WITHIN = {entry: max(entry.split(" ")[1:], key=len).rstrip(".,:;!?") for entry in _ANYWHERE}
_WORDS_WITHIN = tuple(set(_WITHIN.values()))
# Most words begin as none of them does.
_OPENING = min(map(len, _WORDS_WITHIN))
_OPENINGS = frozenset(word[:_OPENING] for word in _WORDS_WITHIN)
_WHOLE = frozenset(_LEXICON["whole"])
_ENDS = tuple(f" {entry}" for entry in _LEXICON["end"])
_END = max(map(len, _ENDS))
_INSERTED = frozenset(_LEXICON["inserted"])
_INSERTED_LENGTH = len(next(iter(_INSERTED)).split())
_BUTTONS = frozenset(_LEXICON["button"])
_BYLINE = re.compile(
    r"""(?:
        (?:by|from|reported\sby|written\sby|edited\sby)\s+[A-Z][\w.'’-]+(?:\s+[\w.'’,&|/@-]+){0,7}
      | (?:(?:our|own|senior|special|staff|chief|news|district|city|court|diplomatic)\s)*
        (?i:correspondents?|reporters?|agencies|desk|bureau)\b[^.!?]{0,70}
    )\Z""",
    re.VERBOSE,
)
# What a reader is told to do, with an address or a network to do it on.
_CONTACT = re.compile(
    r"follow\s[^.!?]{2,60}?\son\s(?:twitter|facebook|instagram|x|linkedin|threads)\b"
    r"|(?:—\s?)?(?:write\sto|e-?mail|contact|send)\s[^!?]{0,80}?\S@\S"
)
_CREDIT_LINE = re.compile(
    r"""[(\[|/–—-]*\s*(?:
        (?:(?:file|collage|ap|afp|epa|upi|bss|pti|ani|app|new\sage|star|x)\s)?
        (?:photos?|photograph|image|picture|screenshot)\s*(?:[:/|(]|by\b|courtesy\b|credits?\b|\Z).*
      | (?:photos?|photograph|image|picture)\sof\s[^.!?]{2,60}\sby\s[^.!?/|]{2,40}[/|].*
      | reuters\s?/.*
      | [\w .'’,&-]{2,60}[/|]\s*
        (?:getty|reuters|afp|ap|epa|associated\spress|file\sphoto|shutterstock)\b.*
    )\Z""",
    re.VERBOSE,
)
# What no such line goes without.
_CONTACTS = ("follow", "write", "email", "e-mail", "contact", "send", "—")
_LINKED = ("/", "photo", "@", " on ")
_CREDITED = ("/", "photo", "|", "image", "picture", "screenshot")
# Where an article on health sends its readers at the end, no "has more on its plate".
_MORE = re.compile(
    r"(?:the .{3,80}? has more (?:about|on) (?!(?:hand|her|his|its|offer|order|their)\b)"
    r"|there's more (?:about|on) [^.!?]{3,60}? (?:at|from) )[^!?]{3,90}\Z"
)
_MORE_WITHIN = 4
# An address or a leftover of the page's markup, and nothing else.
_ADDRESS = re.compile(r"(?:(?:https?://|www\.|@)\S+|\S+@\S+\.\w+|(?:<[^<>]*>\s*)+\.?)\Z")
_TERMINAL = re.compile(r"[.!?…:;,۔؟।。！？][\"'”’)\]]*\Z|[\"”]\Z")
# The signature of a post that is shown in the article.
_POST = re.compile(r"\(@\w+\)|pic\.twitter\.com")
_QUESTION = re.compile(r"[^.!?\"“”]*\?\Z")
_SMALL = frozenset(
    "a an and as at but by for from in into is nor of off on or over the to up via vs with".split()
)
_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|"
    r"July|August|September|October|November|December)\b\.?"
)
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:\s*,?\s*\d{{4}})?"
_PLACE = r"[A-Z][\w.'’-]*(?:[ ,/]+[A-Z][\w.'’-]*){0,5}"
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][\w.'’-]*){0,4}"
_CREDIT = r"\s*\([A-Za-z][^()\n]{0,40}\)"
_DATELINE = re.compile(
    rf"""\s*(?:
        {_DATE}(?:{_CREDIT})?\s*(?:[-–—]+|:)\s                          # May 12, 2018 (AGENCY) —
      | {_PLACE}(?:\s*,?\s*{_DATE})?(?:{_CREDIT})\s*(?:[-–—]+|:)\s      # Lahore (AGENCY) —
      | {_CAPITALS}(?:\s*,?\s*{_DATE})?(?:{_CREDIT})\s                 # LAHORE (AGENCY)
      | {_PLACE}\s*[,:-]?\s*{_DATE}(?:{_CREDIT})?\s*(?:[-–—]+|:)\s      # DHAKA, May 12:
      | {_CAPITALS}\s*(?:[-–—]+|:)\s                                    # ISLAMABAD:
      | [A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]+){{0,3}}\s*[–—]{{1,2}}\s    # Islamabad —
    )""",
    re.VERBOSE,
)
# One of these is in every dateline, and not in most paragraphs' heads.
_IN_DATELINE = re.compile("[-–—:)]")
_DATELINE_WITHIN = 120
# Stands in next to no text.
_PARTED = "\0"


def dateline_end(paragraph: str) -> int:
    """Length of the dateline at the head of a paragraph, 0 if there is none.

    Examples
    --------
    >>> dateline_end("LAHORE (APP) — Police said on Monday")
    15
    """
    if not _IN_DATELINE.search(paragraph, 0, _DATELINE_WITHIN):
        return 0
    match = _DATELINE.match(paragraph, 0, _DATELINE_WITHIN)
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
    in_tail = in_box = False
    known_title = _squeeze(title) if title else ""
    for index, paragraph in enumerate(paragraphs):
        lowered = normalise(paragraph[:120]).strip()
        in_tail = in_tail or (index >= tail_from and lowered.startswith(_TAIL))
        # Links to other articles have no full stop; with a sentence the article goes on.
        in_box = lowered.startswith(_BOX) or (in_box and not _is_prose(paragraph))
        if in_tail or in_box or _is_furniture(paragraph, lowered):
            kinds.append("furniture")
        elif _is_title(paragraph, known_title) or _is_heading(paragraphs, index, bool(title)):
            kinds.append("heading")
        else:
            kinds.append("body")
    return kinds


def may_tell_furniture(norm: str) -> bool:
    """Whether a word may stand in a phrase by which sentences that a page adds are known."""
    return norm[:_OPENING] in _OPENINGS and norm.startswith(_WORDS_WITHIN)


@lru_cache(maxsize=WORDS_KEPT)
def _phrases_with(norm: str) -> tuple[str, ...]:
    return tuple(entry for entry, word in _WITHIN.items() if norm.startswith(word))


def furniture_sentences(sentences: list[str], telling: Iterable[str] = _WORDS_WITHIN) -> list[int]:
    """Find the sentences that a page adds, where they share a paragraph with the article's own.

    Parameters
    ----------
    sentences : list of str
        The sentences of an article.
    telling : iterable of str
        Its words of which `may_tell_furniture` is true, where they are known.

    Returns
    -------
    list of int
        Indices, in order.

    Examples
    --------
    >>> furniture_sentences(["He left.", "Sign up for our newsletter.", "He came back."])
    [1]
    """
    whole = normalise(_PARTED.join(sentences))
    lowered = whole.split(_PARTED)
    if len(lowered) != len(sentences):
        # There are such signs within them, or there is no sentence.
        lowered = [normalise(sentence) for sentence in sentences]
    phrases = [phrase for word in set(telling) for phrase in _phrases_with(word) if phrase in whole]
    credited = [word for word in _CREDITED if word in whole]
    found = [
        index
        for index, sentence in enumerate(lowered)
        if len(sentence) < 250 and _is_aside(sentence, phrases, credited)
    ]
    tail = max(len(lowered) - _MORE_WITHIN, 1)
    more = (at for at, sentence in enumerate(lowered[tail:], tail) if _MORE.match(sentence))
    return sorted({*found, *more})


def inserted_lines(words: list[str], belows: list[int]) -> list[int]:
    """Find the lines of a page that stand within a paragraph, "Story Continued Below".

    Parameters
    ----------
    words : list of str
        The tokens of an article.
    belows : list of int
        Those that are "below", in any case.

    Returns
    -------
    list of int
        Tokens with which such a line or what follows it begins, in order.
    """
    found: list[int] = []
    for below in belows:
        first, last = below + 1 - _INSERTED_LENGTH, below + 1
        line = words[max(first, 0) : last]
        # "The story continued below the fold."
        if all(word[0].isupper() for word in line) and " ".join(line).lower() in _INSERTED:
            found += [first, last]
    return found


def _is_aside(lowered: str, phrases: list[str], credited: list[str]) -> bool:
    """Whether a page adds a sentence; with what telling words the article holds."""
    if (
        lowered[:_HEAD] in _HEADS
        and lowered.split(" ", 1)[0] in _LINE_WORDS
        and lowered.startswith(_LINE)
    ):
        return True
    if lowered in _INSERTED:
        return True
    if phrases and '"' not in lowered and any(phrase in lowered for phrase in phrases):
        return True
    if len(lowered) >= 150:
        return False
    credit = bool(credited) and any(word in lowered for word in credited)
    contact = lowered.startswith(_CONTACTS)
    if not (credit or contact) or not any(sign in lowered for sign in _LINKED):
        return False
    if credit and _CREDIT_LINE.match(lowered):
        return True
    return contact and bool(_CONTACT.match(lowered))


def _is_title(paragraph: str, title: str) -> bool:
    """Whether a paragraph is the title, which comes squeezed."""
    if not title or len(paragraph) >= 2 * len(title) + 20:
        return False
    # Most begin with another letter.
    head = paragraph[0]
    if head.isascii() and head.isalnum() and head.lower() != title[0].lower():
        return False
    return _squeeze(paragraph) == title


def _squeeze(text: str) -> str:
    return re.sub(r"\W+", " ", normalise(text)).strip()


def _is_furniture(paragraph: str, lowered: str) -> bool:
    if len(paragraph) > 300:
        return False
    if lowered in _WHOLE or lowered in _INSERTED or (len(paragraph) < 80 and _are_buttons(lowered)):
        return True
    if not any(map(str.isalpha, paragraph)):
        # Rules, stars, a number or a time alone; a row of numbers may be a table.
        return len(paragraph) < 40 or not any(map(str.isdigit, paragraph))
    if len(paragraph) < 200 and normalise(paragraph[-_END:]).endswith(_ENDS):
        return True
    head = lowered[:_HEAD]
    if head in _HEADS and lowered.startswith(_LINE_OR_TAIL):
        return len(paragraph) < 200
    if head in _LABEL_HEADS and _LABELLED.match(lowered):
        return len(paragraph) < (45 if paragraph.rstrip().endswith(".") else 80)
    if len(paragraph) < 80 and _BYLINE.match(paragraph[0].lower() + paragraph[1:]):
        return True
    line = paragraph.strip()
    # Most lines are neither one word nor markup.
    return (" " not in line or line[0] == "<") and bool(_ADDRESS.match(line.lower()))


def _are_buttons(lowered: str) -> bool:
    """Whether a line names places to share the article at: "Facebook | Twitter | E-mail"."""
    words = [word.strip("|/,·•") for word in lowered.split()]
    return any(words) and _BUTTONS.issuperset(filter(None, words))


def _is_heading(paragraphs: list[str], index: int, titled: bool) -> bool:
    """A short line without a full stop: the title, or a heading within the text."""
    line = paragraphs[index].strip()
    count = len(paragraphs)
    if line.endswith("?") and len(line.split()) <= 12 and _QUESTION.match(line):
        return 0 < index < count - 1 and len(paragraphs[index + 1]) > 1.5 * len(line)
    if count == 1 or _ends(line) or _POST.search(line):
        return False
    words = line.split()
    if index == 0 and not titled:
        return len(words) <= 25
    if line[0] in '"“•-–—*' or len(words) > (25 if index == 0 else 14):
        return False
    if len(words) <= 5:
        return True
    capitals = sum(word[0].isupper() or not word[0].isalpha() for word in words)
    small = sum(word.lower() in _SMALL for word in words)
    if capitals + small >= 0.8 * len(words):
        return True
    if index in (0, count - 1):
        # A sentence under a title that is known elsewhere is a deck.
        return index == 0 and len(words) <= 8
    # Set like a sentence, it is a heading where it stands alone between whole paragraphs.
    after = paragraphs[index + 1].strip()
    return _ends(paragraphs[index - 1]) and _ends(after) and len(after) > 1.5 * len(line)


def _is_prose(paragraph: str) -> bool:
    """Whether it is a sentence of some length, or longer than any link is."""
    return len(paragraph) > 300 or (len(paragraph) > 80 and _ends(paragraph))


def _ends(paragraph: str) -> bool:
    """Whether it ends as a sentence does, or in a mark of quotation."""
    tail = paragraph.rstrip()[-8:]
    return tail.endswith((".", "”")) or bool(_TERMINAL.search(tail))
