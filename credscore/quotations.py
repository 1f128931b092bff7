"""Finding the quotations in a token table, whatever state their marks are in.

A mark opens or closes by its shape where it has one (“ ”), else by the blanks about it. A quotation
that nobody closes ends with its paragraph, and goes on if the next paragraph opens with a mark,
which is how newspapers set long ones. A mark that closes nothing is skipped.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

__all__ = ["CLOSING_MARKS", "OPENING_MARKS", "Quotation", "find_quotations", "may_quote"]

# Tokens of typed and typeset text that may open or close quoted words, or a title.
OPENING_MARKS = frozenset(("'", '"', "“", "‘"))
CLOSING_MARKS = frozenset(("'", '"', "”", "’"))

_DOUBLE_OPEN = frozenset(("“", "„", "«", "``", "‟"))
_DOUBLE_CLOSE = frozenset(("”", "»"))
_DOUBLE_EITHER = frozenset(('"', "''", "＂"))
_SINGLE_OPEN = frozenset(("‘", "‚", "‹"))
_SINGLE_CLOSE = frozenset(("’", "›"))
_SINGLE_EITHER = frozenset(("'", "`"))
_SINGLE = _SINGLE_OPEN | _SINGLE_CLOSE | _SINGLE_EITHER
_MARKS = _DOUBLE_OPEN | _DOUBLE_CLOSE | _DOUBLE_EITHER | _SINGLE
_STOPS = frozenset((".", ",", "?", "!"))
_BEFORE_SPEECH = frozenset((":", ","))
# Double marks that may close.
_ENDS_TOO = _DOUBLE_CLOSE | _DOUBLE_EITHER


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation, outermost where they are nested.

    Attributes
    ----------
    start, end : int
        Token range, marks included, end exclusive.
    closed : bool
        Whether a closing mark stands at its end.
    continues : bool
        Whether it goes on a quotation left open by the paragraph before.
    """

    start: int
    end: int
    closed: bool
    continues: bool


def may_quote(word: str) -> bool:
    """Whether a token may be a mark of quotation."""
    return word in _MARKS


def find_quotations(
    text: str,
    words: list[str],
    starts: list[int],
    ends: list[int],
    paragraphs: list[int],
    marks: list[int],
) -> tuple[Quotation, ...]:
    """Find the quotations of a text.

    Parameters
    ----------
    text : str
        The text.
    words : list of str
        Its tokens.
    starts, ends : list of int
        Their offsets.
    paragraphs : list of int
        Tokens that begin a paragraph.
    marks : list of int
        Tokens of which `may_quote` is true, in order.

    Returns
    -------
    tuple of Quotation
        In order, none inside another.
    """
    if not marks:
        return ()
    bounds = [*paragraphs, len(words)]
    found: list[Quotation] = []
    place, left_open = 0, False
    for first, last in pairwise(bounds):
        begin = place
        while place < len(marks) and marks[place] < last:
            place += 1
        inside = marks[begin:place]
        if not inside:
            left_open = False
            continue
        shapes = [_shape(text, words, starts, ends, mark) for mark in inside]
        if inside[0] == first and words[first] in _ENDS_TOO and _begins(words, first, last):
            # Hastily set copy: " It is over, or ” Lastly at the paragraph's head.
            shapes[0] = "open"
        quotations = _outermost(inside, shapes, words, first, last)
        if last < len(words) and words[last] in _SINGLE_OPEN:
            quotations += _left_open(inside, shapes, words, first, last, quotations)
        if quotations and left_open and quotations[0].start == first:
            head = quotations[0]
            quotations[0] = Quotation(head.start, head.end, head.closed, True)
        left_open = bool(quotations) and not quotations[-1].closed and quotations[-1].end == last
        found.extend(quotations)
    return tuple(found)


def _shape(text: str, words: list[str], starts: list[int], ends: list[int], mark: int) -> str:
    """What a mark may be: "open", "close", "either" or "none" (an apostrophe)."""
    word = words[mark]
    before = text[starts[mark] - 1] if starts[mark] else " "
    after = text[ends[mark]] if ends[mark] < len(text) else " "
    blank_before = before.isspace() or before in "([{—–-/…" or before in "“‘\"'"
    blank_after = after.isspace() or after in ")]}—–,.;:!?…/" or after in "”’\"'"
    if word in _DOUBLE_OPEN or word in _SINGLE_OPEN:
        # Hastily set copy has “ at both ends, and so has German: „ and “.
        return "close" if blank_after and not blank_before else "open"
    if word in _DOUBLE_CLOSE:
        return "open" if blank_before and not blank_after and before.isspace() else "close"
    if word in _SINGLE_CLOSE:
        if before.isalnum() and after.isalnum():
            return "none"
        return "close" if not blank_before else "none"
    if word in _SINGLE_EITHER and before.isalnum() and after.isalnum():
        return "none"
    if blank_before and not blank_after:
        return "open"
    if blank_after and not blank_before:
        return "close"
    return "either"


def _left_open(
    marks: list[int],
    shapes: list[str],
    words: list[str],
    first: int,
    last: int,
    found: list[Quotation],
) -> list[Quotation]:
    """The quotation in single marks that a paragraph leaves to the next: "he said: ‘It rained."."""
    end = found[-1].end if found else first
    for mark, shape in zip(marks, shapes, strict=True):
        opens = shape == "open" and words[mark] in _SINGLE_OPEN and mark >= end
        if opens and (mark == first or words[mark - 1] in _BEFORE_SPEECH):
            return [Quotation(mark, last, False, False)]
    return []


def _begins(words: list[str], first: int, last: int) -> bool:
    """Whether a sentence begins behind the mark that opens a paragraph."""
    return first + 1 < last and words[first + 1][0].isupper()


def _outermost(
    marks: list[int], shapes: list[str], words: list[str], first: int, last: int
) -> list[Quotation]:
    """Pair the marks of one paragraph and leave out quotations inside others."""
    double = [mark for mark in zip(marks, shapes, strict=True) if words[mark[0]] not in _SINGLE]
    single = [mark for mark in zip(marks, shapes, strict=True) if words[mark[0]] in _SINGLE]
    if not double:
        return _pair_single(single, words)
    doubles = _pair_double(double, single, words, first, last)
    # British copy has single marks outside; an apostrophe must not be taken for one of them.
    found: list[Quotation] = []
    place = 0
    for quotation in _pair_single(single, words):
        start, end = quotation.start, quotation.end
        while place < len(doubles) and doubles[place].end <= start:
            found.append(doubles[place])
            place += 1
        after = place
        while after < len(doubles) and doubles[after].start < end:
            after += 1
        curled = words[start] in _SINGLE_OPEN
        if after == place:
            if curled:
                found.append(quotation)
            continue
        around = start < doubles[place].start and doubles[after - 1].end < end
        if around and words[end - 2] in _STOPS and (curled or words[start + 1][0].isupper()):
            found.append(quotation)
            place = after
    return found + doubles[place:]


def _pair_single(marks: list[tuple[int, str]], words: list[str]) -> list[Quotation]:
    """Pair single marks, of which those that find no partner are apostrophes."""
    found: list[Quotation] = []
    opened = -1
    for mark, shape in marks:
        if opened < 0:
            if shape in ("open", "either"):
                opened = mark
        elif shape in ("close", "either"):
            # Not the middle of rock 'n' roll.
            if mark > opened + 2 or (mark == opened + 2 and len(words[opened + 1]) > 1):
                found.append(Quotation(opened, mark + 1, True, False))
            opened = -1
    return found


def _pair_double(
    marks: list[tuple[int, str]],
    single: list[tuple[int, str]],
    words: list[str],
    first: int,
    last: int,
) -> list[Quotation]:
    """Pair double marks, with what was left out or mistaken."""
    found: list[Quotation] = []
    opened, opening = -1, ""
    for mark, shape in marks:
        if opened < 0:
            if shape in ("open", "either"):
                opened, opening = mark, shape
            elif not (found or mark < first + 3 or words[mark - 1].isdigit()):
                # The opening mark was lost: the quotation is what stands before, from the
                # paragraph's start.
                found.append(Quotation(first, mark + 1, True, False))
        elif shape in ("close", "either"):
            found.append(Quotation(opened, mark + 1, True, False))
            opened = -1
        else:
            # A second opening mark: the first was never closed; end it where a sentence ends.
            stop = next((i for i in range(mark - 1, opened, -1) if words[i] in _STOPS), -1)
            if stop > opened + 1:
                found.append(Quotation(opened, stop + 1, False, False))
            opened, opening = mark, shape
    if opened < 0 or opening == "either" or opened == last - 1:
        return found
    # Opened by a double mark and closed by a single one: “It is over,’ he said.
    for mark, shape in single:
        if mark > opened + 1 and shape == "close" and words[mark - 1] in _STOPS:
            return [*found, Quotation(opened, mark + 1, True, False)]
    return [*found, Quotation(opened, last, False, False)]
