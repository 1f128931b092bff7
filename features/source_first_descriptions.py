"""Whom a description means that the article has given nobody before: "the lawmaker" at first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, cached_property

from credscore.document import Document
from credscore.features.cues import words_of
from credscore.features.name_kinds import PARTISANS, folded
from credscore.features.names import Names, name_words
from credscore.features.noun_phrases import phrase_words
from credscore.features.source_descriptions import (
    description_nouns,
    gender_of,
    holds_ministry,
    may_hold,
    other_office,
)
from credscore.features.source_entity import Entity
from credscore.features.source_identity import COUNTED, is_office_of, names_of_nations
from credscore.features.source_nouns import (
    also_called,
    is_personal,
    names_national,
    names_office,
    source_words,
)
from credscore.features.source_types import Phrase

__all__ = ["FirstDescriptions"]

# Before an office that need not be told of somebody in the news.
_OFTEN_ANY = frozenset(("diplomat", "doctor", "lawyer"))
_RANKED = frozenset(
    ("current", "ex", "ex-", "finance", "foreign", "former", "incumbent", "new", "outgoing",
     "prime", "then", "vice")
)  # fmt: skip
_FIRST_NATIONS = frozenset(("u.s.", "uk", "us"))
_OFFICIALS = frozenset(("officer", "official"))
_IN_ROLES = frozenset(("and", "chief", "the"))
# Sentences over which "the minister" may take up a person whose office was not said.
_TAKEN_UP = 3
# Sentences over which nobody else was named.
_ALONE = 6
# Before an article and what somebody is.
_BEING = frozenset(("as", "been", "is", "was"))
_OWNERS = frozenset(("her", "his", "its", "my", "our", "their"))
# Before how many children somebody has: "the mother-of-three", "the mother of three".
_PARENTS = frozenset(("dad", "father", "grandfather", "grandmother", "mother", "mum"))
# How nouns end for who knows a science, as whoever is "of the University" may be called.
_LEARNED = ("ologist", "historian", "economist", "physicist", "chemist", "mathematician")
# Before "minister" where it is not told of what.
_OF_ANY = frozenset(("cabinet", "government", "the"))
_UNTOLD = frozenset(("academic", "doctor", "professor"))
# What stands beside whom somebody works for.
_SERVING = frozenset(("for", "of", "representing", "to"))
_GENITIVE = (["'s"], ["'"])
# Whom an article seldom names before it takes them up.
_INDEFINITE = frozenset(("a", "an"))
_NEVER_NAMED = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "source", "resident", "victim", "witness", "man",
     "woman", "person", "insider", "voter", "patient", "reporter", "narrator", "worker", "employee",
     "student", "expert", "aide", "driver", "caller", "moderator", "interviewer", "plaintiff",
     "defendant", "suspect", "attacker", "judge", "juror", "owner", "homeowner", "user")
)  # fmt: skip


class FirstDescriptions:
    """Reads first descriptions of people that an article has named.

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

    def person(self, phrase: Phrase, met: Iterable[Entity]) -> Entity | None:
        """The named person whom "the lawmaker" or "the 36-year-old" describes at first.

        Parameters
        ----------
        phrase : Phrase
            A definite description of one person.
        met : iterable of Entity
            Who was met before, the latest first.
        """
        head = phrase.head
        if self._document.norms[phrase.first] in _OWNERS:
            # "His lawyer" is not the man that "his" stands for.
            return None
        if self._serves(phrase):
            # "The lawyer representing Silva" is neither Silva nor the judge.
            return None
        people = [entity for entity in met if entity.type == "person"]
        if head in _OFFICIALS and not name_words("nationality").isdisjoint(
            self._document.norms[phrase.first : phrase.last]
        ):
            # "The Norland official" is not the president who was named before.
            return None
        if is_office_of(head):
            whose = self._whose(phrase)
            people = [
                one
                for one in people
                if (not whose or _may_be_of(whose, one)) and self._may_hold(phrase, one)
            ]
        called = self._also_called(phrase, people) or self._just_spoke(phrase, people)
        called = called or self._only_speaker(phrase, people)
        if called is not None:
            return called
        if (
            head in source_words("person of office")
            or head.endswith(("old", "native"))
            or names_national(head)
        ):
            pass
        elif not (self._tells_apart(phrase) or self._tells_whom(phrase)):
            return None
        if head in _OFTEN_ANY and self._introduced.get(head, phrase.first) < phrase.first:
            # "Silva called a lawyer. The lawyer said"
            return None
        sentence_of = self._document.sentence_of
        here = sentence_of[phrase.first]
        wanted = gender_of((), (head,))
        norms = self._document.norms[phrase.first : phrase.last]
        near = [
            entity
            for entity in people
            if here - sentence_of[entity.seen] <= _TAKEN_UP
            and not (wanted and entity.gender and entity.gender != wanted)
            and may_hold(head, entity.heads)
            and not other_office(norms, head, entity.role)
            # "Silva was arrested. The lawyer said"
            and (entity.spoke >= 0 or bool(entity.heads) or head not in _OFTEN_ANY)
        ]
        found = max(near, key=lambda entity: (entity.spoke, entity.seen), default=None)
        if found is not None and len(near) > 1 and names_national(head) and head not in PARTISANS:
            # Of two in the news only who has just spoken is surely "the Brazilian".
            silent = found.spoke < 0 or here - sentence_of[found.spoke] > 1
            return None if silent else found
        return found

    def _may_hold(self, phrase: Phrase, person: Entity) -> bool:
        """Whether somebody may hold an office that the article has given them by no word.

        "The president" and "the prime minister" are whoever is in the news, "the state's governor",
        "the inspector general" are not.
        """
        if any(map(is_office_of, person.heads)):
            # "President Silva said so. The Lisbon sheriff said"
            ministry = phrase.head == "minister" and holds_ministry(person.role)
            return ministry or may_hold(phrase.head, person.heads)
        norms = self._document.norms[phrase.first + 1 : phrase.last]
        nations = name_words("nationality")
        return all(
            norm == phrase.head or norm in _RANKED or norm in _FIRST_NATIONS or norm in nations
            for norm in norms
        )

    def _whose(self, phrase: Phrase) -> frozenset[str]:
        """Of which town or body an office is told: "the [Lisbon] police chief"; no nation."""
        nations = names_of_nations()
        return frozenset(
            folded(word)
            for name in self._names.within(phrase.first, phrase.last)
            if not names_office(name)
            and name.kind != "person"
            and " ".join(name.words).lower() not in nations
            for word in name.words
            if word[0].isupper() and word.lower() not in nations
        )

    def _also_called(self, phrase: Phrase, people: Iterable[Entity]) -> Entity | None:
        """The one person introduced by another noun for the same: "the priest", of Father Silva.

        None where somebody else was introduced by this noun: "a priest".
        """
        nouns = also_called().get(phrase.head)
        if nouns is None or self._introduced.get(phrase.head, phrase.first) < phrase.first:
            return None
        norms = self._document.norms[phrase.first : phrase.last]
        wanted = gender_of((), (phrase.head,))
        found = [
            entity
            for entity in people
            if not nouns.isdisjoint(entity.heads)
            and not (wanted and entity.gender and entity.gender != wanted)
            and not other_office(norms, phrase.head, entity.role)
        ]
        return found[0] if len(found) == 1 else None

    def _just_spoke(self, phrase: Phrase, people: Iterable[Entity]) -> Entity | None:
        """Who spoke in the sentence before, where a description tells what they are by the way.

        "Ana Silva said she was robbed. The mother of two", and of whom no office was told "the
        toxicologist"; but whoever was told of before, or follows from it, is another: "the driver".
        """
        sentence_of, head = self._document.sentence_of, phrase.head
        person = next(iter(people), None)
        if person is None or person.spoke < 0:
            return None
        if sentence_of[phrase.first] - sentence_of[person.spoke] > 1:
            return None
        by_the_way = (
            head in source_words("by the way")
            or self._counts_children(phrase)
            # "Health Secretary Ana Silva said [...] The minister"
            or (head == "minister" and self._is_any(phrase) and holds_ministry(person.role))
        )
        if not by_the_way and not (head.endswith(_LEARNED) and person.heads <= _UNTOLD):
            return None
        wanted = gender_of((), (head,))
        if wanted and person.gender and wanted != person.gender:
            return None
        told_before = self._document.first_places.get(head, phrase.first) < phrase.first
        return None if told_before else person

    def _only_speaker(self, phrase: Phrase, people: Sequence[Entity]) -> Entity | None:
        """Who alone was named lately and spoke, where a description has a noun that is new.

        "Ana Silva said the sea was rough. “It is bad,” the Leeds skipper said"; not "the driver",
        of whom one may tell without a name.
        """
        document, head = self._document, phrase.head
        if not people or head in _NEVER_NAMED or head in source_words("office held"):
            return None
        norms = document.norms[phrase.first : phrase.last]
        ends = norms[-1] == head or (head in _PARENTS and not COUNTED.isdisjoint(norms))
        if norms[0] != "the" or not ends or not (is_personal(head) or head in description_nouns()):
            return None
        sentence_of = document.sentence_of
        here, person = sentence_of[phrase.first], people[0]
        if person.spoke < 0 or here - sentence_of[person.spoke] >= _ALONE:
            return None
        if len(people) > 1 and here - sentence_of[people[1].seen] < _ALONE:
            return None
        if head.endswith(_LEARNED) and not person.heads <= _UNTOLD:
            return None
        if not self._is_new(phrase, person):
            return None
        wanted = gender_of((), (head,))
        if wanted and person.gender and wanted != person.gender:
            return None
        return person

    def _is_new(self, phrase: Phrase, person: Entity) -> bool:
        """Whether a noun was told of nobody before, or of the person: "has served as a priest"."""
        document, head = self._document, phrase.head
        own = (document.sentence_of[person.met], document.sentence_of[person.spoke])
        told = document.first_places.get(head, phrase.first)
        if told < phrase.first:
            return document.sentence_of[told] in own and document.norms[told - 2] in _BEING
        told = document.first_places.get(f"{head}s", phrase.first)
        if told >= phrase.first:
            # The noun alone tells nothing of the person.
            return phrase.last - phrase.first > 2
        # "Ana Silva of the Union of Brokers"
        return document.sentence_of[told] in own and document.words[told][0].isupper()

    def _counts_children(self, phrase: Phrase) -> bool:
        """Whether it is "the mother of two", and not "the mother of the victim"."""
        parent, _, of = phrase.head.partition("-of-")
        if parent not in _PARENTS:
            return False
        last = self._document.norms[phrase.last - 2 : phrase.last]
        return (of or last[-1]) in COUNTED and (bool(of) or last[0] == "of")

    def _is_any(self, phrase: Phrase) -> bool:
        """Whether it is not told of what somebody is a minister."""
        return self._document.norms[phrase.last - 2] in _OF_ANY

    def _serves(self, phrase: Phrase) -> bool:
        """Whether a phrase is of who belongs to a person: "the lawyer for Silva"."""
        norms = self._document.norms
        for name in self._names.within(phrase.first, phrase.last):
            last = folded(name.words[-1]) if name.words else ""
            owns = norms[name.last : name.last + 1] in _GENITIVE
            person = name.kind == "person" or last in self._names.people
            before = norms[name.outer - 1]
            if person and (owns or before in _SERVING):
                return True
            if name.kind == "other" and before == "for" and name.outer > phrase.first + 1:
                # "The lawyer for Silva", of whom the article tells no more
                return True
        return any(
            norms[place + 1] in {"'s", "'"} and norms[place] in description_nouns()
            for place in range(phrase.first, phrase.last - 1)
        )

    def _tells_whom(self, phrase: Phrase) -> bool:
        """Whether a first description says more than its noun: "the Lisbon fashion designer".

        Papers vary what they call somebody; whom they never name they introduce with "a".
        """
        norms = self._document.norms
        if phrase.head in _NEVER_NAMED or phrase.last - phrase.first < 3:
            return False
        if norms[phrase.first] != "the" or norms[phrase.last - 1] != phrase.head:
            return False
        return self._introduced.get(phrase.head, phrase.first) >= phrase.first

    @cached_property
    def _introduced(self) -> dict[str, int]:
        """The first place at which each word stands a little behind "a" or "an"."""
        norms = self._document.norms
        found: dict[str, int] = {}
        for article in self._document.places_of(_INDEFINITE):
            for place in range(article + 1, min(article + 5, len(norms))):
                found.setdefault(norms[place], place)
        return found

    def _tells_apart(self, phrase: Phrase) -> bool:
        """Whether a home or an age stands before a head: "the New York businessman"."""
        if phrase.head not in words_of("role") or phrase.head in _NEVER_NAMED:
            return False
        for place in range(phrase.first + 1, phrase.last - 1):
            name = self._names.at(place)
            if self._document.norms[place].endswith("-year-old") or (
                name is not None
                and name.words
                and (name.kind == "place" or name.words[-1].lower() in name_words("nationality"))
            ):
                return self._document.norms[phrase.last - 1] == phrase.head
        return False


def _may_be_of(whose: AbstractSet[str], person: Entity) -> bool:
    """Whether an office of a town or body may be somebody's.

    By a role that tells of it, or has its first letters, or tells of none: "press secretary".
    """
    words = folded(person.role).replace(",", " ").split()
    bodies = [word for word in words if word not in _of_no_body()]
    if not bodies:
        return any(map(is_office_of, person.heads))
    if not whose.isdisjoint(bodies):
        return True
    short = "".join(word[0] for word in bodies)
    return any(len(word) > 1 and word in short for word in whose)


@cache
def _of_no_body() -> frozenset[str]:
    """Words of a role that tell of no town or body."""
    return description_nouns() | phrase_words("office modifier") | _IN_ROLES
