"""People whom an article names together, and whom "they" or "both women" then mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from credscore.document import Document
from credscore.features.appositives import RELATIVES
from credscore.features.name_kinds import PARTISANS
from credscore.features.names import Name, name_words
from credscore.features.source_descriptions import (
    OF_SEVERAL,
    behind_degrees,
    covers,
    described,
    description_nouns,
    head_forms,
)
from credscore.features.source_entity import Entity
from credscore.features.source_nouns import POSSESSIVES, singular, source_words
from credscore.features.source_types import Phrase

__all__ = ["Pairs"]

# Sentences over which two people are taken up together.
_REACH = 3
# Tokens of "and her husband,".
_KIN = 4
# Nouns for two people, whoever they are.
_TWO = frozenset(("couple", "duo", "pair", "two"))
# With whom somebody makes a study, and within how many tokens behind a name they are told of.
_COLLEAGUES = frozenset(("co-authors", "coauthors", "colleagues"))
_AFFILIATION = 30
_STUDIES = frozenset(("study", "team", "trial"))
# What stands before "by" and the people who made a study.
_WRITTEN = frozenset(
    ("authored", "conducted", "led", "paper", "papers", "published", "report", "research", "review",
     "study", "survey", "trial", "written")
)  # fmt: skip
_SAYING = frozenset(("added", "said", "say", "wrote"))
_CLOSES = frozenset((",", '"', "”", "''"))
_ENDS = frozenset((",", "."))
# Words by which a study is another than the one told of, and within how many tokens before it.
_ANOTHER = frozenset(("a", "an", "another"))
_DESCRIBED = 4
_SPOUSES = frozenset(("husband", "wife"))
# Of whom there are always more: "the police officers", "the reporters".
_OF_MANY = frozenset(("officer", "official", "leader", "member", "player", "reporter"))
_GENDERS = {"man": "m", "woman": "f"}
# Words of "the two officials".
_LONGEST = 3


class _Together(NamedTuple):
    """People joined by "and", the last one's token, and whether they stand behind "by"."""

    people: tuple[Entity, ...]
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
        self._latest: _Together | None = None
        # Who made a study with colleagues, up to where no other study is told of, and whom plurals
        # mean that were told.
        self._leader: Entity | None = None
        self._led_to = 0
        self._together: dict[str, Entity] = {}
        # Names between which nothing stands but commas, up to the last one met.
        self._listed: list[tuple[Name, Entity]] = []

    def meet(self, name: Name, entity: Entity) -> None:
        """Keep a person's name, the next of the article, and with whom it stands."""
        norms, listed = self._document.norms, self._listed
        if listed:
            before, one = listed[-1]
            joint = before.last + (norms[before.last : before.last + 2] == [",", "and"])
            if joint < name.outer and norms[joint] == "and":
                between = norms[joint + 1 : name.outer]
                if not between and self._shares_last(before, name) and one.name == before.words[0]:
                    # "Tom and Priya Silva"
                    one.name = f"{one.name} {name.words[-1]}"
                if between[-2:-1] and between[-2] in _SPOUSES:
                    entity.heads.add(between[-2])
                if self._joins(between) and one is not entity:
                    self._join([*listed, (name, entity)])
            if norms[before.last : name.outer] != [","]:
                listed.clear()
        listed.append((name, entity))
        if self._has_colleagues and self._leads(name):
            self._leader, self._led_to = entity, name.last

    @staticmethod
    def _joins(between: Sequence[str]) -> bool:
        """Whether what stands between "and" and a name lets it join the one before "and".

        "Port chair Ana Silva and [deputy director] Rui Lopez", "Ana Silva and [her husband,] Rui
        Lopez".
        """
        kin = between[:1] and between[0] in POSSESSIVES
        return description_nouns().issuperset(between) or bool(
            kin and len(between) < _KIN and between[-1] != "'s"
        )

    def _join(self, listed: Sequence[tuple[Name, Entity]]) -> None:
        """Keep people that the article names together, where they may be who is told of.

        What several are called ("researchers") is learnt of each of them.
        """
        norms = self._document.norms
        first, last = listed[0][0].outer, listed[-1][0].last
        # "Reps. [...]", "the lawyers, [...],"
        beside = norms[first - 1] if first else ""
        title = norms[first - 2] if first > 1 and beside in {",", "."} else beside
        if title in OF_SEVERAL:
            first -= 1 + (beside == ".")
            title = title[:-1]
        elif beside == "." or singular(title) == title:
            title = ""
        if not (self._opens(first) or self._are_speakers(first, last)):
            return
        people = tuple(entity for _, entity in listed)
        for entity in people:
            entity.heads |= described((title,))
        agents = beside == "by"
        self._latest = _Together(people, listed[-1][0].first, agents)
        told = norms[max(first - _DESCRIBED, 0) : first]
        if agents and not _WRITTEN.isdisjoint(told):
            self._leader, self._led_to = people[-1], last

    @cached_property
    def _has_colleagues(self) -> bool:
        return bool(self._document.places_of(_COLLEAGUES))

    def _leads(self, name: Name) -> bool:
        """Whether colleagues stand behind a name: "Ana Silva, of the clinic, and colleagues".

        In "Ana Silva praised Rui Lopez and his colleagues" he leads, not she.
        """
        document, norms = self._document, self._document.norms
        end = document.sentences[document.sentence_of[name.first]].last
        last = behind_degrees(norms, name.last)
        if norms[last : last + 1] == [","]:
            # "Ana Silva, of the clinic in Lisbon, and colleagues", but no "Ana Silva, whose
            # husband and colleagues were killed"
            behind = norms[last + 1 : min(last + _AFFILIATION, end)]
            for at, (before, noun) in enumerate(pairwise(behind)):
                if before == "and" and noun == "colleagues":
                    within = behind[:at]
                    return len(within) > 1 and within[-1] == "," and RELATIVES.isdisjoint(within)
            return False
        if norms[last : last + 1] != ["and"]:
            return False
        others = norms[last + 1 : last + 3]
        return others[:1] == ["colleagues"] or (
            len(others) > 1 and others[0] in POSSESSIVES and others[1] in _COLLEAGUES
        )

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

    def _are_speakers(self, first: int, last: int) -> bool:
        """Whether people stand behind the verb of what they said: "“No,” said [...]."."""
        norms = self._document.norms
        return (
            first > 1
            and norms[first - 1] in _SAYING
            and norms[first - 2] in _CLOSES
            and _ENDS.issuperset(norms[last : last + 1])
        )

    def near(self, place: int) -> int:
        """Where those stand whom "they" at a place may mean; -1 where none were named lately."""
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
        """The one of them who spoke last, else the last named: a mention has one source."""
        if self._latest is None or self.near(place) < 0:
            return None
        return max(reversed(self._latest.people), key=lambda one: one.spoke)

    def together(
        self, phrase: Phrase, met_before: Callable[[int], Iterable[Entity]]
    ) -> Entity | None:
        """Whom "the doctors" means where two or three were named by that noun, and no others.

        And "the researchers", of who made a study with colleagues, and "the couple", of whom one
        was called a wife or husband.
        """
        norms, head = self._document.norms[phrase.first : phrase.last], phrase.head
        if norms[0] != "the" or len(norms) > _LONGEST or norms[-1] in _GENDERS:
            return None
        known = self._together.get(norms[-1])
        if known is None and phrase.plural and head in source_words("student"):
            known = self._leader_before(phrase.first)
        if known is not None:
            # Whom "they" means then.
            self._latest = _Together((known,), phrase.first, agents=False)
            return known
        if norms[-1] == "couple":
            met = met_before(phrase.first)
            return next((one for one in met if not one.heads.isdisjoint(_SPOUSES)), None)
        if not (phrase.type == "unnamed" and phrase.plural) or norms[1:-1] not in (
            [],
            ["two"],
            ["three"],
        ):
            return None
        if head in _OF_MANY or self._document.first_places[norms[-1]] < phrase.last - 1:
            return None
        forms = head_forms(phrase)
        found = [
            one
            for one in met_before(phrase.first)
            if one.type == "person" and not one.heads.isdisjoint(forms)
        ]
        spoke = [one for one in found if one.spoke >= 0]
        found = spoke if len(spoke) > 1 else found
        if len(found) not in {2, 3}:
            return None
        self._together[norms[-1]] = found[0]
        return found[0]

    def _leader_before(self, place: int) -> Entity | None:
        """Who made the study with colleagues that was the last to be told of."""
        norms = self._document.norms
        if self._leader is not None:
            for at in range(self._led_to, place):
                before = norms[max(at - _DESCRIBED, 0) : at]
                if norms[at] in _STUDIES and not _ANOTHER.isdisjoint(before):
                    # "A new study by a Danish team"
                    self._leader = None
                    break
            self._led_to = max(self._led_to, place)
        return self._leader

    def taken_up(self, phrase: Phrase) -> Entity | None:
        """Whom "the pair", "both women" or "the researchers" means, of those named lately."""
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
        people = self._latest.people
        if len(people) > 2 and (together or not noun):
            return None
        if phrase.head in _GENDERS:
            fits = together and {one.gender for one in people} <= {_GENDERS[phrase.head], ""}
        else:
            heads = set().union(*(one.heads for one in people))
            # "Both researchers", of whom it was not told what they are
            fits = not noun or (together and not heads) or covers(phrase.head, heads)
            fits = fits or not head_forms(phrase).isdisjoint(heads)
        return self.speaker(phrase.first) if fits else None
