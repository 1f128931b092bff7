"""Which body "the ministry" or "the airline" is: one that the article has named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace
from functools import cache, cached_property

from credscore.document import Document
from credscore.features.appositives import may_be_person
from credscore.features.cues import words_of
from credscore.features.name_kinds import body_words, governed_places
from credscore.features.names import Name, Names, name_words
from credscore.features.source_descriptions import TRADES, body_heads
from credscore.features.source_entity import Entity
from credscore.features.source_nouns import singular, source_words
from credscore.features.source_types import Phrase

__all__ = ["Bodies"]

# Sentences over which of several bodies the one named last is taken up.
_NEAR = 2
# Of how many names with a noun, the latest, one is looked for among.
_CROWD = 60
# Sentences over which a body is taken up by what its name does not tell: "the airline".
_TAKEN_UP = 3
# Words of an appositive that are read: "Quenneby, the country's biggest [airline]".
_APPOSITIVE = 6
_ENDS_NOUN = frozenset((",", ".", "and", "at", "based", "for", "from", "in", "of", "on", "that",
                        "which", "with"))  # fmt: skip
# Bodies that are called by where or whose they are, without a capital of their own.
_BEHIND_NAMES = frozenset(("campaign", "police"))
# What articles tell of without naming it, and of which there are many: "the team", "the family".
_OF_ALL = frozenset(
    ("administration", "company", "congress", "country", "family", "firm", "government",
     "group", "house", "military", "network", "office", "service", "team")
)  # fmt: skip
_FIRMS = frozenset(("company", "firm"))
_BEFORE_OPENING = frozenset(("the", "but", "and", '"', "“"))
# What bodies of citizens are called, whatever their names: "the think [tank]".
_CITIZENS = frozenset(("group", "nonprofit", "organisation", "organization", "tank", "union"))


@cache
def _body_nouns() -> frozenset[str]:
    return words_of("collective") | name_words("firm") | source_words("body taken up")


class Bodies:
    """Looks up the bodies of an article by the nouns that it calls them by.

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names.
    """

    def __init__(self, document: Document, names: Names) -> None:
        self._document = document
        self._names = names

    def named(self, phrase: Phrase) -> Name | None:
        """The body that "the ministry" takes up, which is named and has said nothing yet.

        One alone before it whose name has the noun or that the article calls so, or one alone in
        the sentences just before.
        """
        if not _is_bare(self._document, phrase):
            return None
        return self.of_noun(phrase.head, phrase.first) or self._firm(phrase)

    def of_noun(self, noun: str, place: int) -> Name | None:
        """The one body before a token that has a noun in its name or beside it."""
        if noun in _OF_ALL:
            return None
        named = self._by_noun.get(noun, ())
        end = bisect_left(named, place, key=lambda name: name.first)
        before = named[max(end - _CROWD, 0) : end]
        sentence_of = self._document.sentence_of
        oldest = sentence_of[place] - _NEAR
        for some in (before, [one for one in before if sentence_of[one.first] >= oldest]):
            if some and len({one.words[-3:] for one in some}) == 1:
                return max(some, key=lambda one: len(one.words))
        return None

    def _firm(self, phrase: Phrase) -> Name | None:
        """The one firm or body of the sentence before that "the carmaker" means: "Veltra shut".

        Or "the company", "the group", where the sentence opens with it: no "The firm hired Veltra".
        """
        citizens = phrase.head in _CITIZENS
        wide = citizens or phrase.head in _FIRMS
        if not wide and phrase.head not in name_words("firm"):
            return None
        document = self._document
        sentence = document.sentence_of[phrase.first]
        first = document.sentences[max(sentence - 1, 0)].first
        opens = (first, document.sentences[sentence].first)
        firms = {
            name.words: name
            for name in self._names.within(first, phrase.first)
            if name.kind == "organisation"
            and name.words
            and not name.words[0].isupper()
            and name.words[0][0].isupper()
            # "Covid-19"
            and not name.words[0][-1].isdigit()
            and (not wide or self._opens(name, opens))
            and (
                _may_be_called(name, phrase.head)
                if citizens
                else _tells_little(" ".join(name.words), firm=True)
            )
        }
        return next(iter(firms.values())) if len(firms) == 1 else None

    def _opens(self, name: Name, places: tuple[int, int]) -> bool:
        """Whether a name stands at a sentence's head, behind "the" or "but" or not."""
        before = name.outer - 1
        return name.outer in places or (
            before in places and self._document.norms[before] in _BEFORE_OPENING
        )

    def called(self, phrase: Phrase, met: Iterable[Entity]) -> Entity | None:
        """The body whose name does not tell that it is "the airline", which nobody else is.

        Parameters
        ----------
        phrase : Phrase
            A description of a body.
        met : iterable of Entity
            Who was met before, the latest first.
        """
        head = phrase.head
        document = self._document
        firm = head in name_words("firm") or head in source_words("firm or person")
        if not (firm or head in source_words("body taken up")):
            return None
        if not (_is_bare(document, phrase) or _is_of_kind(document, phrase)):
            return None
        if document.first_places.get(head, phrase.first) < phrase.first:
            # "A union in Lisbon" was told of before.
            return None
        oldest = document.sentence_of[phrase.first] - _TAKEN_UP
        for entity in met:
            if document.sentence_of[entity.seen] < oldest:
                return None
            if entity.type == "organisation" and entity.named_body:
                return entity if _tells_little(entity.name, firm=firm) else None
        return None

    @cached_property
    def _by_noun(self) -> dict[str, list[Name]]:
        """The names of bodies, in order, by the nouns in them and beside them."""
        found: dict[str, list[Name]] = {}
        norms = self._document.norms
        for name in self._names.found:
            noun = norms[name.last] if name.last < len(norms) else ""
            if noun in _BEHIND_NAMES and name.words and self._names.at(name.last) is None:
                # "San Lorenzo [police]", "the Silva [campaign]"
                whole = replace(
                    name, first=name.outer, last=name.last + 1, words=(*name.words, noun)
                )
                found.setdefault(noun, []).append(whole)
                continue
            if name.kind == "person" or not name.words:
                continue
            if len(name.words) == 1 and name.words[0].lower() in words_of("collective"):
                # "Police", at the head of a sentence
                continue
            own = own_nouns(name.words) & body_words()
            own = own.union(TRADES.get(name.words[-1].lower(), ()))
            for noun in own if own and name.kind == "organisation" else self.nouns_beside(name):
                found.setdefault(noun, []).append(name)
        return found

    def nouns_beside(self, name: Name) -> set[str]:
        """What the article calls a body where it names it: "Quenneby, the biggest [airline]"."""
        norms = self._document.norms
        nouns = _body_nouns()
        found: set[str] = set()
        if name.outer and norms[name.outer - 1] in nouns and name.kind != "place":
            found.add(norms[name.outer - 1])
        if norms[name.last : name.last + 1] == [","] and not may_be_person(name):
            end = name.last + 1 + _APPOSITIVE
            inside = norms[name.last + 1 : end]
            if inside[:1] in (["a"], ["an"], ["the"], ["one"]):
                at = next((p for p, norm in enumerate(inside) if norm in _ENDS_NOUN), len(inside))
                if inside[at - 1] in nouns:
                    found.add(inside[at - 1])
        return {singular(noun) for noun in found if noun == singular(noun)}


def own_nouns(words: tuple[str, ...]) -> frozenset[str]:
    """The nouns by which a body's name tells what it is, in lower case.

    Examples
    --------
    >>> sorted(own_nouns(("University", "of", "Lisbon"))), sorted(own_nouns(("Leeds", "Police")))
    (['university'], ['police'])
    """
    lowered = [word.lower() for word in words]
    joint = next((at for at, word in enumerate(lowered) if at and word in {"of", "for"}), 0)
    return frozenset((lowered[joint - 1],))


def _may_be_called(name: Name, noun: str) -> bool:
    """Whether a body of citizens may be called by a noun: "the group", of the Sierra Club."""
    heads = body_heads(" ".join(name.words))
    return noun in heads or (noun in {"nonprofit", "tank"} and "group" in heads)


def _is_bare(document: Document, phrase: Phrase) -> bool:
    """Whether a phrase is "the" and a noun, and no more, or "police" alone."""
    if phrase.last - phrase.first == 1:
        return phrase.head == "police"
    words = 3 if phrase.head == "tank" else 2
    return phrase.last - phrase.first == words and document.norms[phrase.first] == "the"


def _is_of_kind(document: Document, phrase: Phrase) -> bool:
    """Whether one more word tells of what kind or whence a body is: "the French charity"."""
    return (
        phrase.last - phrase.first == 3
        and document.norms[phrase.first] == "the"
        and singular(document.norms[phrase.last - 1]) == phrase.head
    )


def _tells_little(name: str, *, firm: bool) -> bool:
    """Whether a body's name leaves it open what it is: "Oxfam", of a firm "Norland Holdings"."""
    if name.lower() in governed_places():
        return False
    nouns = own_nouns(tuple(name.split()))
    if not nouns.isdisjoint(name_words("body end")):
        return firm
    return nouns.isdisjoint(body_words())
