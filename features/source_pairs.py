"""People whom an article names together, and whom "they" or "both women" then mean."""

from __future__ import annotations

from typing import NamedTuple

from credscore.document import Document
from credscore.features.name_kinds import PARTISANS
from credscore.features.names import Name, name_words
from credscore.features.source_descriptions import covers, description_nouns
from credscore.features.source_entity import Entity
from credscore.features.source_nouns import POSSESSIVES, singular
from credscore.features.source_types import Phrase

__all__ = ["Pairs"]

# Sentences over which two people are taken up together.
_REACH = 3
# Tokens of "and her husband,".
_KIN = 4
# Nouns for two people, whoever they are.
_TWO = frozenset(("couple", "duo", "pair", "two"))
_GENDERS = {"man": "m", "woman": "f"}
# Words of "the two officials".
_LONGEST = 3


class _Pair(NamedTuple):
    """Two people joined by "and", the later one's token, and whether they stand behind "by"."""

    one: Entity
    other: Entity
    token: int
    agents: bool


class Pairs:
    """The people that an article has named together so far.

    Parameters
    ----------
    document : Document
        The article, cut.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._latest: _Pair | None = None
        self._before: tuple[Name, Entity] | None = None

    def meet(self, name: Name, entity: Entity) -> None:
        """Keep a person's name, the next of the article, and with whom it stands."""
        if self._before is not None:
            before, one = self._before
            norms = self._document.norms
            if before.last < name.outer and norms[before.last] == "and":
                between = norms[before.last + 1 : name.outer]
                if not between and self._shares_last(before, name) and one.name == before.words[0]:
                    # "Tom and Priya Silva"
                    one.name = f"{one.name} {name.words[-1]}"
                # "port chair [Ana Silva] and deputy director [Rui Lopez]"
                # and "Ana Silva and her husband, [Rui Lopez]"
                joined = description_nouns().issuperset(between) or (
                    between[0] in POSSESSIVES and len(between) < _KIN and between[-1] != "'s"
                )
                if joined and one is not entity and self._opens(before.outer):
                    agents = norms[before.outer - 1 : before.outer] == ["by"]
                    self._latest = _Pair(one, entity, name.first, agents)
        self._before = name, entity

    def _shares_last(self, before: Name, name: Name) -> bool:
        """Whether a given name before "and" goes with the last name behind it."""
        given = before.words[0].lower() if before.words else ""
        return (
            len(before.words) == 1 < len(name.words) < 4
            and before.outer == before.first
            and (given in name_words("female") or given in name_words("male"))
            and name.outer == name.first
        )

    def _opens(self, place: int) -> bool:
        """Whether a token opens what a sentence is about: "On Monday, [Ana Silva and Rui Lopez]".

        Of "police held Ana Silva and Rui Lopez" whoever speaks next is the police.
        """
        document = self._document
        norms, first = document.norms, document.sentences[document.sentence_of[place]].first
        if place > first and singular(norms[place - 1]) in description_nouns():
            # "Earlier this month, researchers [Ana Silva and Rui Lopez]", "Portlink chair [...]"
            place -= 1
            if place - 1 == first and norms[first] not in name_words("opener"):
                place = first
        # "led by Ana Silva and Rui Lopez"
        return place == first or norms[place - 1] in {",", "by"}

    def near(self, place: int) -> int:
        """Where the two stand whom "they" at a place may mean; -1 where none were named lately."""
        if self._latest is None:
            return -1
        sentence_of = self._document.sentence_of
        opens = self._document.sentences[sentence_of[place]].first == place
        if self._latest.agents and not opens:
            # "A law by Ana Silva and Rui Lopez, but members fear that they"
            return -1
        far = sentence_of[place] - sentence_of[self._latest.token] > _REACH
        return -1 if far else self._latest.token

    def speaker(self, place: int) -> Entity | None:
        """The one of the two who spoke last, else the first named: a mention has one source."""
        if self._latest is None or self.near(place) < 0:
            return None
        one, other, *_ = self._latest
        return other if other.spoke > one.spoke else one

    def taken_up(self, phrase: Phrase) -> Entity | None:
        """Whom "the pair", "both women" or "the researchers" means, of two named lately."""
        norms = self._document.norms[phrase.first : phrase.last]
        if self._latest is None or self._latest.agents or len(norms) < 2:
            # "A letter by Ana Silva and Rui Lopez": two of "the lawmakers", maybe.
            return None
        if norms[:2] == ["the", "two"] and norms[-1].removesuffix("s") in PARTISANS:
            # "the two Peoria Democrats"
            return self.speaker(phrase.first)
        if len(norms) > _LONGEST:
            return None
        together = norms[0] == "both" or norms[:2] == ["the", "two"]
        noun = norms[-1] not in _TWO
        if norms[0] not in {"both", "the"} or norms[1:-1] not in ([], ["two"]):
            return None
        if noun and not (phrase.type == "unnamed" and phrase.plural):
            return None
        one, other, *_ = self._latest
        if phrase.head in _GENDERS:
            fits = together and {one.gender, other.gender} <= {_GENDERS[phrase.head], ""}
        else:
            fits = not noun or covers(phrase.head, one.heads | other.heads)
            # "Both researchers", of whom it was not told what they are
            fits = fits or (together and not one.heads and not other.heads)
        return self.speaker(phrase.first) if fits else None
