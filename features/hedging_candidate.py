"""A word that may be a hedge where it stands, and the word lists that its tests look in."""

from __future__ import annotations

from typing import NamedTuple

from credscore.lexicons import read_sections

__all__ = ["LISTS", "PADDING", "SECTIONS", "Candidate", "is_figure"]

# As many empty tokens follow the last as a test looks behind or ahead, so that norms[-1], too, is
# empty and no test needs to ask where the text begins or ends.
PADDING = [""] * 4

# Tokens before a verb within which a comma and its holder stand: ", police in Lahore believe".
_HOLDER_REACH = 5
_WORDS = "words: "
_ALL = read_sections("credscore.features", "hedging.txt")

LISTS = {
    name.removeprefix(_WORDS): frozenset(entries)
    for name, entries in _ALL.items()
    if name.startswith(_WORDS)
}
"""The context words of the lexicon by what they are."""

SECTIONS = {name: entries for name, entries in _ALL.items() if not name.startswith(_WORDS)}
"""The entries of the lexicon by section, hedges and boosters."""


class Candidate(NamedTuple):
    """An entry found in the text, with its surroundings; words and norms are padded."""

    words: list[str]
    norms: list[str]
    first: int
    last: int

    @property
    def entry(self) -> str:
        """Its first token."""
        return self.norms[self.first]

    @property
    def before(self) -> str:
        """The token before it."""
        return self.norms[self.first - 1]

    @property
    def after(self) -> str:
        """The token after it."""
        return self.norms[self.last]

    @property
    def follows_be(self) -> bool:
        """Whether a form of "be" stands before it, at most an adverb between them."""
        return self.before in LISTS["be"] or self.norms[self.first - 2] in LISTS["be"]

    @property
    def clause_before(self) -> list[str]:
        """Up to six tokens of the same clause."""
        begin = self.first
        while begin > max(0, self.first - 6) and self.norms[begin - 1] not in LISTS["stop"]:
            begin -= 1
        return self.norms[begin : self.first]

    @property
    def comes_last(self) -> bool:
        """Whether it is a verb behind what is held: ", the bank expects.", ", many believe"."""
        if self.after not in LISTS["stop"] and self.after != ",":
            return False
        behind = self.norms[max(self.first - _HOLDER_REACH, 0) : self.first]
        if "," not in behind:
            return False
        comma = len(behind) - behind[::-1].index(",")
        holder = behind[comma:]
        return holder != [] and LISTS["no holder last"].isdisjoint(holder)


def is_figure(norms: list[str], place: int) -> bool:
    """Whether a figure begins at the place: "40", "$5", "two-thirds", "a dozen", "Rs 500"."""
    norm, following = norms[place], norms[place + 1]
    if norm[:1].isdigit() or norm in LISTS["number"]:
        return True
    if norm in {"a", "an", "one"}:
        if norm == "one" and following == "in":
            # "one in three women"
            step = 2 + (norms[place + 2] == "a")
            behind = norms[place + step]
            return behind[:1].isdigit() or behind in LISTS["number"] or behind in LISTS["unit"]
        if norm == "one" and following in {"%", "percent", "percentage"}:
            return True
        if following == "and":
            following = norms[place + 3]
        return following in LISTS["unit"] or following[:1].isdigit() or following == "$"
    if norm in LISTS["currency"]:
        return following[:1].isdigit() or following == "$"
    if "-" in norm:
        head = norm.split("-", 1)[0]
        return head in LISTS["number"] or head == "one"
    return norm.isalnum() and any(map(str.isdigit, norm))
