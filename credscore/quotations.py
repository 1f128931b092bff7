"""Finding the quotations in a token table, whatever state their marks are in.

A mark opens or closes by its shape where it has one (“ ”), else by the blanks about it. A quotation
that nobody closes ends with its paragraph, and goes on if the next paragraph opens with a mark,
which is how newspapers set long ones. A mark that closes nothing is skipped.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Quotation", "find_quotations"]

_DOUBLE_OPEN = frozenset(("“", "„", "«", "``", "‟"))
_DOUBLE_CLOSE = frozenset(("”", "»"))
_DOUBLE_EITHER = frozenset(('"', "''", "＂"))
_SINGLE_OPEN = frozenset(("‘", "‚", "‹"))
_SINGLE_CLOSE = frozenset(("’", "›"))
_SINGLE_EITHER = frozenset(("'", "`"))
_MARKS = (
    _DOUBLE_OPEN | _DOUBLE_CLOSE | _DOUBLE_EITHER | _SINGLE_OPEN | _SINGLE_CLOSE | _SINGLE_EITHER
)


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


def find_quotations(
    text: str, words: list[str], starts: list[int], ends: list[int], paragraphs: list[int]
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

    Returns
    -------
    tuple of Quotation
        In order, none inside another.
    """
    marks = [index for index, word in enumerate(words) if word in _MARKS]
    if not marks:
        return ()
    bounds = [*paragraphs, len(words)]
    found: list[Quotation] = []
    place, left_open = 0, False
    for first, last in zip(bounds, bounds[1:], strict=False):
        begin = place
        while place < len(marks) and marks[place] < last:
            place += 1
        inside = marks[begin:place]
        if not inside:
            left_open = False
            continue
        shapes = [_shape(text, words, starts, ends, mark) for mark in inside]
        single = not any(
            words[mark] in _DOUBLE_OPEN or words[mark] in _DOUBLE_EITHER for mark in inside
        )
        quotations = _pair(inside, shapes, words, first, last, single)
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
        # Hastily set copy has “ at both ends; one with a blank on its right alone is closing.
        return "close" if blank_after and not blank_before and after.isspace() else "open"
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


def _pair(
    marks: list[int], shapes: list[str], words: list[str], first: int, last: int, single: bool
) -> list[Quotation]:
    """Pair the marks of one paragraph; `single` where single marks are the outer ones."""
    found: list[Quotation] = []
    opened = -1
    for mark, shape in zip(marks, shapes, strict=True):
        is_single = words[mark] in _SINGLE_OPEN | _SINGLE_CLOSE | _SINGLE_EITHER
        if shape == "none" or is_single is not single:
            continue
        if opened < 0:
            if shape in ("open", "either"):
                opened = mark
            elif not (found or single or mark < first + 3 or words[mark - 1].isdigit()):
                # The opening mark was lost: the quotation is what stands before, from the
                # paragraph's start.
                found.append(Quotation(first, mark + 1, True, False))
        elif shape in ("close", "either"):
            found.append(Quotation(opened, mark + 1, True, False))
            opened = -1
        elif not single:
            # A second opening mark: the first was never closed; end it where a sentence ends.
            stop = next(
                (i for i in range(mark - 1, opened, -1) if words[i] in {".", ",", "?", "!"}), -1
            )
            if stop > opened + 1:
                found.append(Quotation(opened, stop + 1, False, False))
            opened = mark
    if opened >= 0 and not single and opened < last - 1:
        found.append(Quotation(opened, last, False, False))
    return found
