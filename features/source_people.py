"""Whom a person's name means at its place: several people may share a last name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cached_property

from credscore.document import Document
from credscore.features.name_kinds import MUHAMMAD, folded, parts_of_surname
from credscore.features.names import Names
from credscore.features.source_descriptions import gender_of
from credscore.features.source_entity import Entity

__all__ = ["People"]

# Of how many people who share a word, the latest, a name is looked for among.
_CROWD = 60
# Letters by which a short given name tells whose it is ("Rob"), and that it lacks at least.
_SHORT = 3
_MUHAMMAD = frozenset(map(str.lower, MUHAMMAD))
_NICKNAMES = {
    "andy": "andrew", "bill": "william", "bob": "robert", "chuck": "charles", "dave": "david",
    "dick": "richard", "jack": "john", "jim": "james", "joe": "joseph", "josh": "joshua",
    "kate": "katherine", "larry": "lawrence", "liz": "elizabeth", "mike": "michael",
    "nick": "nicholas", "rick": "richard", "steve": "steven", "ted": "edward", "tom": "thomas",
    "tony": "anthony",
}  # fmt: skip


_DOUBLED = re.compile(r"(.)\1+", re.DOTALL)


class People:
    """The people that an article has named so far.

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
        self._by_full: dict[tuple[str, ...], Entity] = {}
        self._words_of: dict[int, tuple[str, ...]] = {}
        self._by_last: dict[str, list[Entity]] = {}
        self._by_word: dict[str, list[Entity]] = {}
        self._by_part: dict[str, list[Entity]] = {}
        # The fullest form of each name of several words that was looked up.
        self._folded: dict[tuple[str, ...], tuple[str, ...]] = {}

    def full(self, words: tuple[str, ...], gender: str = "") -> tuple[str, ...]:
        """The fullest name in the article that a name is part of."""
        if len(words) > 1:
            return self._names.fullest.get(words, words)
        spouse = self._of_gender(words[0], gender)
        if spouse is not None:
            return spouse
        if folded(words[0]) in self._names.never_full:
            return words
        return self._names.people.get(folded(words[0]), words)

    def _of_gender(self, last: str, gender: str) -> tuple[str, ...] | None:
        """The first full name with a last name and a given name of a gender: "Mrs Silva"."""
        if not gender:
            return None
        full = self._full_by_last.get(folded(last), ())
        return next((words for words in full if gender_of(words, ()) == gender), None)

    @cached_property
    def _full_by_last(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for words in dict.fromkeys(self._names.fullest.values()):
            found.setdefault(folded(words[-1]), []).append(words)
        return found

    def add(self, entity: Entity, words: tuple[str, ...]) -> None:
        """Keep somebody by all words of the fullest name."""
        lowered = tuple(map(folded, words))
        self._by_full[lowered] = entity
        self._words_of[entity.number] = lowered
        self._by_last.setdefault(lowered[-1], []).append(entity)
        for word in dict.fromkeys(lowered):
            self._by_word.setdefault(word, []).append(entity)
        for part in parts_of_surname(lowered[-1]):
            self._by_part.setdefault(part, []).append(entity)

    def find(
        self, words: tuple[str, ...], place: int, gender: str, nouns: AbstractSet[str] = frozenset()
    ) -> Entity | None:
        """Whom a name means.

        Parameters
        ----------
        words : tuple of str
            The name's words.
        place : int
            Its token.
        gender : str
            As the words beside it tell: "f", "m" or nothing.
        nouns : set of str
            What stands before it, of "Senator Silva": "senator".

        Returns
        -------
        Entity or None
            None where nobody named so far fits. Of several who share a lone word, whoever was seen
            last in the paragraph, else whoever was named most often.
        """
        if len(words) > 1:
            full = self._folded.get(words)
            if full is None:
                full = self._folded[words] = tuple(map(folded, self.full(words)))
            return self._by_full.get(full) or self._alike(full, gender or gender_of(full, ()))
        word = folded(words[0])
        if word in self._names.never_full and self._of_gender(words[0], gender) is None:
            # "President Silva", where Ana Silva is the first lady
            return self._by_full.get((word,))
        found = self._named(word) or self._by_word.get(word, [])[-_CROWD:]
        if word in self._names.regnal:
            # "Pope Francis" is not "Cardinal Justin Francis Rigali", but "Pope Leo XIV" is "Leo".
            found = [one for one in found if self._words_of[one.number][0] == word]
        found = found or self._by_part.get(word, [])[-_CROWD:]
        if not found and word not in self._names.people:
            # "Eliott", of Ana Eliot alone
            misspelt = self._spelt_like(word)
            found = misspelt if len(misspelt) == 1 else []
        if len(found) == 1 and found[0].gender and found[0].gender != gender:
            spouse = self._of_gender(words[0], gender)
            if spouse is not None:
                # "Mrs Silva", where only Mr Silva has been met
                return None
        if len(found) < 2:
            return next(iter(found), None)
        if gender:
            told = [one for one in found if one.gender == gender]
            found = told or [one for one in found if not one.gender] or found
        if nouns:
            found = [one for one in found if not nouns.isdisjoint(one.heads)] or found
        return self._likeliest(found, place)

    def _spelt_like(self, last: str) -> list[Entity]:
        """Those named in full whose last name has the same letters, some of them doubled."""
        return [
            one
            for other, some in self._by_last.items()
            if other[:1] == last[:1] and _single(other) == _single(last)
            for one in some
            if len(self._words_of[one.number]) > 1
        ]

    def _alike(self, full: tuple[str, ...], gender: str) -> Entity | None:
        """The latest whose name may be another form of this one."""
        for one in self._named(full[-1]):
            contradicts = gender and one.gender and one.gender != gender
            if self._words_of[one.number] == full[-1:] and full[-1] in self._names.never_full:
                # "President Silva" is not Ana Silva, his wife.
                continue
            if not contradicts and _alike(full, self._words_of[one.number]):
                return one
        return None

    def are_several(self, name: str) -> bool:
        """Whether more than one person named so far has a last name."""
        return len(self._by_last.get(folded(name), ())) > 1

    def _named(self, last: str) -> list[Entity]:
        """The latest that have a last name, the latest first."""
        return self._by_last.get(last, [])[: -_CROWD - 1 : -1]

    def _likeliest(self, found: Iterable[Entity], place: int) -> Entity:
        paragraph = self._paragraph(place)

        def rank(one: Entity) -> tuple[int, int, int]:
            seen = one.seen if 0 <= one.seen < place else -1
            near = seen >= 0 and self._paragraph(seen) == paragraph
            return (seen, 0, 0) if near else (-1, one.named, -one.met)

        return max(found, key=rank)

    def _paragraph(self, place: int) -> int:
        document = self._document
        return document.sentences[document.sentence_of[place]].paragraph


def _single(word: str) -> str:
    """A word with its doubled letters written once: "eliot", of "eliott"."""
    return _DOUBLED.sub(r"\1", word)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names with the same last word, as `folded` gives them, may be one person's."""
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    # "Md Rui Silva" and "Md Ana Silva" share no given name.
    one, other = (name[1:] if name[0] in _MUHAMMAD else name for name in (one, other))
    short, long = sorted((_NICKNAMES.get(name[0], name[0]) for name in (one, other)), key=len)
    # "J. Silva" and "John Silva", "Chris Silva" and "Christopher Silva"; but "Paul" and "Paula"
    much = len(short) >= _SHORT and len(long) >= len(short) + _SHORT
    return long.startswith(short) and (len(short) == 1 or much or long == short)
