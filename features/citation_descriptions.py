"""Outlets that are described: "local media", "a private news TV channel", "Al-Rai daily"."""

from __future__ import annotations

from functools import cache

from credscore.document import Document
from credscore.features.citation_context import (
    COMPOUNDS,
    Context,
    Mention,
    Strength,
)
from credscore.features.name_kinds import is_title, name_words
from credscore.features.outlets import (
    REPORTS,
    Outlet,
    citation_words,
    describes_outlet,
    outlet_at,
)
from credscore.quotations import CLOSING_MARKS, OPENING_MARKS

__all__ = ["DescriptionFinder", "description_heads"]

_NAMED_KINDS = frozenset(("daily", "magazine", "newspaper", "podcast", "television", "weekly"))
_WIRES = frozenset(("agencies", "wires"))
_LATE_HEADS = frozenset(
    ("organisation", "organization", "podcast", "report", "reports", "site", "website")
)
# Nouns behind which an outlet's name stands, by themselves or behind another.
_NAMING_KINDS = frozenset(
    ("broadcaster", "magazine", "newspaper", "outlet", "tabloid", "website")
)  # fmt: skip
_NAMING = frozenset(
    (kind, noun)
    for noun, kinds in {
        "agency": ("news",),
        "channel": ("news", "television", "tv"),
        "portal": ("news",),
        "site": ("news",),
        "station": ("news", "radio", "television", "tv"),
    }.items()
    for kind in kinds
)
# "Media reports"
_PRESS = frozenset(("media", "press"))
_OF_PRESS = REPORTS.union(("outlet", "outlets", "organisations", "organizations"))
# "US media"
_SHORT_COUNTRIES = frozenset(("EU", "U.K.", "U.S.", "UAE", "UK", "US"))
# Articles with which Arabic names begin, in small letters too ("al-Masry al-Youm").
_ARABIC = ("al-", "an-", "ar-", "as-", "el-")
_MEDIA = frozenset(("radio", "television", "tv"))
_LONGEST_NAME = 4
_DEMONYM_ENDS = ("an", "ese", "ish", "i", "ch", "ic", "ist")


@cache
def description_heads() -> frozenset[str]:
    """Nouns at which a description may end, normalised."""
    return citation_words("kind") | _LATE_HEADS | _WIRES


class DescriptionFinder:
    """The outlets that an article describes.

    Parameters
    ----------
    document : Document
        The article.
    context : Context
        The words about its names.
    """

    def __init__(self, document: Document, context: Context) -> None:
        self.document = document
        self.words = document.words
        self.norms = document.norms
        self.context = context

    def at(self, place: int) -> Mention | None:
        """Find the description whose noun stands at a token ("a private news TV channel")."""
        norms = self.norms
        if norms[place] not in description_heads():
            return None
        if norms[place] in _WIRES and self.context.is_credit_line(place):
            return Mention(place, place + 1, None, "", Strength.NONE)
        sentence = self.document.sentences[self.document.sentence_of[place]]
        if place + 1 < sentence.last and norms[place + 1] in description_heads():
            return None
        modifiers = citation_words("kind modifier")
        first = place
        while first > sentence.first and place - first < 7:
            before = norms[first - 1]
            capital = self.words[first - 1][0].isupper()
            if not (
                before in modifiers
                or before == "'s"
                or (before in _PRESS and norms[first] in _OF_PRESS)
                or before.endswith(COMPOUNDS)
                or (capital and before not in citation_words("no part"))
            ):
                break
            first -= 1
            if before in ("a", "an", "the"):
                break
        named = self._named_kind(place, sentence.first)
        if named is not None:
            return named
        follows = self._name_behind(first, place, sentence.last)
        if follows is not None:
            return follows
        phrase = norms[first : place + 1]
        abroad = norms[place] in _PRESS and not _SHORT_COUNTRIES.isdisjoint(self.words[first:place])
        if not (abroad or self._is_description(phrase)):
            return None
        # "Local daily The Express Tribune": the name that follows is the citation.
        next_word = place + 1
        while next_word < sentence.last and self.words[next_word] in ("'", '"', "“", "‘"):
            next_word += 1
        if next_word < sentence.last and (
            self.words[next_word][0].isupper()
            or norms[next_word] in citation_words("press compound")
        ):
            return None
        bare = place - first == 1 and norms[first] in ("a", "an")
        needs = Strength.CERTAIN if bare else Strength.SOME
        if norms[first] in _PRESS and norms[place] not in REPORTS:
            needs = Strength.FIRM  # "covered by media outlets"
        return Mention(first, place + 1, None, "", needs)

    def _named_kind(self, place: int, begin: int) -> Mention | None:
        """A name made an outlet's by the noun behind it ("Al-Rai daily", "Rudaw news agency")."""
        last = place
        if self.norms[place - 1] == "news":
            last -= 1
        if last == place and self.norms[place] not in _NAMED_KINDS:
            return None
        # "the “Late Trains” podcast"
        quoted = self.words[last - 1] in CLOSING_MARKS
        last -= quoted
        first = last
        while first > begin and last - first < 4:
            word, norm = self.words[first - 1], self.norms[first - 1]
            if norm.endswith(COMPOUNDS):
                return None
            if (
                not (word[0].isupper() or (norm.startswith(_ARABIC) and not word.islower()))
                or norm in citation_words("no part")
                or self.context.begins_sentence(first - 1)
            ):
                break
            first -= 1
        after = self.words[place + 1 : place + 2]
        if first == last or (after and after[0][0].isupper()):
            return None
        if quoted and self.words[first - 1] not in OPENING_MARKS:
            return None
        if self.norms[last - 1].endswith(_DEMONYM_ENDS) and not (
            self.norms[last - 1].startswith(_ARABIC)
        ):
            return None
        if len(self.words[last - 1]) < 3 and self.norms[last - 1] != "tv":
            return None
        end = last - (self.norms[last - 1] in _MEDIA)
        where = " ".join(self.norms[first:end])
        if where in name_words("state") or where in name_words("city"):
            # "An Ohio newspaper", "a North Carolina TV station"
            return None
        start, end = self.document.span(first, last)
        form = self.document.text[start:end]
        return Mention(first, last, Outlet(form, "", ""), form, Strength.SOME)

    def _name_behind(self, first: int, place: int, limit: int) -> Mention | None:
        """A name made an outlet's by the noun before it ("national broadcaster Yle")."""
        norms, words = self.norms, self.words
        before = norms[first:place]
        if norms[place] not in _NAMING_KINDS and (norms[place - 1], norms[place]) not in _NAMING:
            return None
        begin = place + 1
        if begin < limit and words[begin] in OPENING_MARKS:
            begin += 1
        # "the state news agency, Mena, says"
        apposed = (norms[place - 1], norms[place]) in _NAMING and words[begin : begin + 1] == [","]
        begin += apposed
        last = begin
        while last < min(limit, begin + _LONGEST_NAME) and words[last][0].isupper():
            if norms[last] in citation_words("no part") and norms[last] != "the":
                break
            last += 1
        if last == begin or norms[begin] in citation_words("time") or norms[last - 1] == "the":
            return None
        # "She told the newspaper Mayor Ana Silva had left", "told the newspaper I left"
        if is_title(norms[begin]) or norms[begin] == "i":
            return None
        # "Broadcaster Ana Silva" is a person, "public broadcaster Radio Lisboa" none.
        if norms[place] == "broadcaster" and last - begin > 1 and not before:
            return None
        if norms[last : last + 1] == ["cited"] or (apposed and words[last : last + 1] != [","]):
            return None
        start, end = self.document.span(begin, last)
        form = self.document.text[start:end]
        outlet = Outlet(form, "", "")
        if form.lower() in citation_words("firm only"):
            # By this noun it is the one in the table: "state broadcaster CCTV".
            found = outlet_at(words, norms, begin, last)
            outlet = found[1] if found else outlet
        return Mention(begin, last, outlet, form, Strength.SOME)

    def _is_description(self, phrase: list[str]) -> bool:
        head, before = phrase[-1], phrase[:-1]
        if not before or not describes_outlet(phrase):
            return False
        if head in ("media", "press", "television", "radio", "tv", "daily", "weekly"):
            described = citation_words("described")
            return any(
                word in described or word.endswith(_DEMONYM_ENDS) or word.endswith(COMPOUNDS)
                for word in before
            )
        return not (before == ["the"] or head == "network")
