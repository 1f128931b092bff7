"""Cutting a token table into paragraphs and sentences.

Written for news copy rather than taken from a library: it works on tokens that exist already, knows
titles of South Asian and Western usage, and keeps a closing quotation mark with its sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from credscore.lexicons import read_sections

__all__ = ["may_end_sentence", "paragraph_starts", "sentence_starts"]

_ABBREVIATIONS = read_sections("credscore", "abbreviations.txt")
_NEVER = frozenset(_ABBREVIATIONS["never"])
_NUMBERED = frozenset(_ABBREVIATIONS["number"])
_MAYBE = frozenset(_ABBREVIATIONS["maybe"])
_STATES = frozenset(_ABBREVIATIONS["state"])
_PARTIES = ("d-", "i-", "r-")
# Of these the first half of a place's name, which a party's letter may stand before.
_PLACES = frozenset(("ft", "mt", "pt", "st", "ste"))
# Any may be written small: the rest are words or names of their own unless they have a capital.
_SMALL = frozenset(("approx", "est", "etc", "no", "nos", "retd", "v", "vs"))
_CLOSING = frozenset("\"'”’»)]}") | {"''"}
_OPENING = frozenset("\"'“‘«([{") | {"``", "''"}
_CURRENCIES = frozenset("$£€₹¥৳")
_BULLETS = frozenset("•*·▪●■►–—-")
_DOTTED = re.compile(r"(?:[^\W\d_]+\.){2,}\Z")
# Characters of a line that is broken at a fixed width.
_NARROW, _WIDE = 50, 120
# How much shorter than others a line may be that ends where its next word would not fit.
_NARROWEST = 0.9
# How many lines, and what share of all, break off in the middle of a sentence where all do.
_FEWEST_TORN = 3
_SHARE_TORN = 0.25
# How much of a line a heading leaves empty.
_HEADING = 0.25
# What may end the last line of a paragraph.
_LAST = frozenset(".!?…:\"”’'")
# Letters of a name that no full stop shortens, and what ends addresses behind one.
_LONG_NAME = 4
# "World War I", "Charles I"
_NUMBERED_FIRST = frozenset(
    "act article chapter charles class division elizabeth francis level part phase section title "
    "type war william".split()
)
_DOMAINS = frozenset("ai bd biz co com edu gov in info io js lk net news org pk tv uk".split())
# As `str.splitlines` has them.
_LINE_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

# A cry or question, its speaker and a verb of saying are one sentence: “Who knows?” Khan asked.
# Some of the verbs may as well begin a statement of their own: “Who knows?” Khan said it was over.
_ASKING = frozenset("asked cried exclaimed replied shouted wondered".split())
_SAYING = frozenset("added said says told tweeted wrote".split())
_AFTER_SAYING = frozenset(
    ". , ; : after as at before during from in of on to when while with".split()
)

# After "U.S." or "Inc." these, capitalised, begin a sentence; any other word may go on a name.
_STARTERS = frozenset(
    """
    a about according after all although an and another any as asked at because before both
    but by despite during each earlier even every few first following for former from given
    he her his how however if in indeed instead it its last later like many meanwhile
    moreover most much my nearly no none nor not now of officials on once one only or other
    others our over police she since so some still such that the their then there these they
    this those though through to two under unlike until we what when where whether which
    while who why with without yet you
    """.split()
)


def paragraph_starts(text: str, starts: list[int], ends: list[int]) -> list[int]:
    """Indices of the tokens that begin a paragraph.

    A blank line parts paragraphs unless it stands in the middle of a sentence. A single line break
    does unless the next line goes on in lower case; where the text is wrapped at a fixed width only
    if a sentence ends there and the line had room for the next word. Where many blank lines stand
    in the middle of sentences, they come from such a width too.

    Parameters
    ----------
    text : str
        The text.
    starts, ends : list of int
        Offsets of its tokens.

    Returns
    -------
    list of int
        Token indices, the first 0; empty for a text without tokens.
    """
    if not starts:
        return []
    breaks = _breaks(text, ends, starts)
    width, torn = _wrapped_at(text), False
    if not width:
        width = _torn_at(text, starts, ends, [token for token, _ in breaks])
        torn = width > 0
    found = [0]
    before = 0
    for token, gap in breaks:
        single = len(_LINE_BREAK.findall(gap.replace("\r\n", "\n"))) == 1
        begin, before = before, token
        if width and (single or torn):
            room = width - (ends[token - 1] - starts[begin]) - 1
            ended = text[ends[token - 1] - 1] in _LAST
            # A heading is short.
            if not (ended or (torn and room > _HEADING * width)) or room < (
                ends[token] - starts[token]
            ):
                continue
        if text[starts[token]].islower():
            last = ends[token - 1]
            # After a blank line only what breaks off goes on, not the next entry of a list.
            if text[last - 1] not in ".!?:" and (single or torn or _breaks_off(text, last)):
                continue
        found.append(token)
    return found


def _breaks(text: str, ends: list[int], starts: list[int]) -> list[tuple[int, str]]:
    """Tokens that come first on a line, each with the gap before it."""
    found: list[tuple[int, str]] = []
    token, end, count = 0, 0, len(starts)
    for line in text.splitlines(keepends=True):
        end += len(line)
        token = bisect_left(starts, end, token)
        if token == count:
            break
        if token and (not found or found[-1][0] != token):
            found.append((token, text[ends[token - 1] : starts[token]]))
    return found


def _breaks_off(text: str, end: int) -> bool:
    """Whether the line that ends here is a long one and stops in the middle of a sentence."""
    last = text[end - 1]
    whole = end >= 40 and not _LINE_BREAK.search(text, end - 40, end)
    return whole and (last.isalnum() or last in ",-")


def _wrapped_at(text: str) -> float:
    """Nine tenths of the width at which lines are broken; 0 where they are broken at none."""
    lines = text.splitlines()
    full = [line for line in lines if line.strip()]
    if len(full) < 4 or max(map(len, full)) > _WIDE:
        return 0.0
    inner = [len(line) for line, after in pairwise(lines) if line.strip() and after.strip()]
    usual = median(inner) if len(inner) > len(full) // 2 else 0.0
    return _NARROWEST * usual if usual > _NARROW else 0.0


def _torn_at(text: str, starts: list[int], ends: list[int], breaks: list[int]) -> float:
    """As `_wrapped_at`, where there is a blank line after each line."""
    lengths = [ends[token - 1] - starts[before] for before, token in pairwise([0, *breaks])]
    torn = [
        length
        for length, token in zip(lengths, breaks, strict=True)
        if text[starts[token]].islower() and text[ends[token - 1] - 1] not in _LAST
    ]
    if len(torn) < _FEWEST_TORN or len(torn) < _SHARE_TORN * len(breaks):
        return 0.0
    usual = median(torn)
    # A list of short entries and the long lines of whole paragraphs are broken at no width.
    return _NARROWEST * usual if usual > _NARROW and max(lengths) <= _WIDE else 0.0


def may_end_sentence(word: str) -> bool:
    """Whether a token may end a sentence: a full stop or the like, alone or behind letters."""
    return word[-1] in ".!?…"


def sentence_starts(
    text: str,
    words: list[str],
    starts: list[int],
    ends: list[int],
    paragraphs: list[int],
    stops: Sequence[int],
) -> list[int]:
    """Indices of the tokens that begin a sentence.

    Parameters
    ----------
    text : str
        The text.
    words : list of str
        Its tokens.
    starts, ends : list of int
        Their offsets.
    paragraphs : list of int
        Tokens that begin a paragraph; each begins a sentence too.
    stops : sequence of int
        Tokens of which `may_end_sentence` is true, in order.

    Returns
    -------
    list of int
        Token indices, in order.
    """
    forced = set(paragraphs)
    found = set(paragraphs)
    count = len(words)
    for index in stops:
        word = words[index]
        last = word[-1]
        if last == "." and len(word) > 1 and _DOTTED.match(word):
            stop = "maybe"
        elif last == ".":
            stop = _stop_at(words, starts, ends, index, forced)
        else:
            stop = "maybe" if last == "…" or word == ".." else "yes"
        if stop == "no":
            continue
        after = index + 1
        while after < count and after not in forced and _closes(text, words, starts, ends, after):
            after += 1
        if after >= count or after in forced:
            continue
        if starts[after] == ends[after - 1]:
            if not _glued(words, starts, ends, index, after):
                continue
        elif words[after][0].islower() or not _may_begin(words, after):
            continue
        if last in "!?" and after > index + 1 and _goes_on(words, after):
            continue
        if stop == "maybe" and words[after].lower() not in _STARTERS and not _quote(words[after]):
            continue
        found.add(after)
    return sorted(found)


def _stop_at(
    words: list[str], starts: list[int], ends: list[int], index: int, forced: set[int]
) -> str:
    """Whether a full stop ends a sentence: "yes", "no" or "maybe"."""
    if index == 0 or starts[index] != ends[index - 1]:
        return "yes"
    before = words[index - 1]
    if index - 1 in forced and (before.isdigit() or len(before) == 1):
        # The number of a list's entry: "1. Smoking".
        return "no"
    lowered = before.lower()
    if before[0].isupper() or lowered in _SMALL:
        if lowered in _NEVER:
            return "no"
        if "-" in lowered and lowered.rpartition("-")[2] in _PLACES:
            # "R-Mt. Carmel"
            return "no"
        if lowered in _NUMBERED:
            following = words[index + 1] if index + 1 < len(words) else ""
            return "no" if following[:1].isdigit() else "yes"
        if lowered in _MAYBE:
            return "maybe"
        # Many short names of states are words too: Mass, Miss, Wash.
        after_comma = index > 1 and words[index - 2] == ","
        if lowered.rpartition("-")[2] in _STATES and (after_comma or "-" in lowered):
            # Behind "Ana Silva, D-Calif." nothing follows but a comma or what is not capitalised.
            return "yes" if lowered.startswith(_PARTIES) else "maybe"
    if len(before) == 1 and before.isalpha() and before.isupper():
        # "Ana I. Silva", but no "he and I."
        named = index > 1 and words[index - 2].istitle() and index + 1 < len(words)
        if named:
            first, behind = words[index - 2].lower(), words[index + 1]
            named = first not in _STARTERS and first not in _NUMBERED_FIRST
            named = named and behind.lower() not in _STARTERS
        if before != "I" or named:
            return "no"
    return "yes"


def _goes_on(words: list[str], index: int) -> bool:
    """Whether a speaker and a verb of saying follow a quotation that ended in "?" or "!"."""
    verb = index
    while verb < len(words) and verb < index + 4 and words[verb][0].isupper():
        verb += 1
    if verb == index or verb + 1 >= len(words):
        return False
    said, following = words[verb : verb + 2]
    return said in _ASKING or (said in _SAYING and following in _AFTER_SAYING)


def _closes(text: str, words: list[str], starts: list[int], ends: list[int], index: int) -> bool:
    """Whether the token closes what the sentence before it opened."""
    word = words[index]
    if word not in _CLOSING:
        return False
    if starts[index] == ends[index - 1]:
        # A straight mark glued to both sides opens the next sentence: `end."Next`.
        return True
    # A mark with a blank before it closes only if it has one after it too, or ends the text.
    after = ends[index]
    return word in {'"', "”", "''"} and (after >= len(text) or text[after].isspace())


def _glued(words: list[str], starts: list[int], ends: list[int], stop: int, after: int) -> bool:
    """Whether a sentence begins without a blank: "the end.The next", or after a closing mark."""
    word = words[after]
    if after > stop + 1:
        return word[0].isupper() or word in _OPENING
    if not stop or words[stop] not in {".", "?", "!"}:
        return False
    if word in {"“", "‘"}:
        # "her vision.“Region is all”", but some end a quotation with this mark.
        following = after + 1
        if following == len(words) or starts[following] != ends[after]:
            return False
        return words[following][0].isupper()
    if not word[0].isupper() or word.isupper():
        return False
    # "people-centered.He", but no part of an address or a name such as "Booking.Com". After a short
    # name or a number only what often begins a sentence.
    before = words[stop - 1].replace("-", "")
    if before.isalpha() and before.islower() and len(before) > 1:
        return True
    if before in {'"', "”", "''", "%"} or _ends_in_figure(words, stop):
        return True
    if word.lower() in _STARTERS:
        return len(before) > 1 or before == ")"
    # "of the Republic of Norland.Silva said", "(Norland Party).Speaking there"
    name = before.isalpha() and before[1:].islower() and len(before) >= _LONG_NAME
    return (name or before == ")") and word.lower() not in _DOMAINS


def _ends_in_figure(words: list[str], stop: int) -> bool:
    """Whether a year, a sum or the like stands before a stop: "in 2024", "$3m"; no "2.Beta".

    Nor the number of a list's entry: "It ended. 14.Mistreated veterans".
    """
    before, earlier = words[stop - 1], words[stop - 2] if stop > 1 else "."
    if not before[0].isdigit() or may_end_sentence(earlier):
        return False
    return earlier in _CURRENCIES or (len(before) > 1 and before.isalnum())


def _quote(word: str) -> bool:
    return word in _OPENING and word not in {"(", "["}


def _may_begin(words: list[str], index: int) -> bool:
    """Whether a sentence may begin with this token."""
    word = words[index]
    if word in _OPENING:
        following = words[index + 1] if index + 1 < len(words) else ""
        return not following[:1].islower() or word not in {"(", "[", "{"}
    return word[0].isalnum() or word[0] in "@#$£€₹" or word in _BULLETS or word in {"...", "…"}
