"""Whom an article describes before it names them: "a top official", and then "Ana Silva"."""

from __future__ import annotations

from credscore.document import Document
from credscore.features.source_descriptions import LAWYERS, covers, other_office
from credscore.features.source_entities import Cast
from credscore.features.source_entity import UNKNOWN_PERSON, Entity
from credscore.features.source_identity import is_of_another, may_be_told
from credscore.features.source_nouns import POSSESSIVES, source_words
from credscore.features.source_types import SPOKEN_FOR

__all__ = ["named_later"]

# Sentences of an opening, and over how many more it may leave somebody without a name.
_OPENING = 2
_NAMED_LATER = 5
_NEXT = 2
# How much later the only one of an office may be named.
_FAR = 12
# Of whom there are many, and what is said of those whom no article names.
_WIDE = frozenset(("leader", "official"))
_IN_THE_KNOW = frozenset(("briefed", "close", "familiar", "involved", "knowledge", "privy"))
# Of whom "a president" tells nothing.
_HIGHEST = frozenset(("minister", "premier", "president"))
# What an outlet's own work is called where the outlet is named later.
_NEWS = frozenset(("article", "piece", "report", "story"))


def named_later(document: Document, cast: Cast) -> list[tuple[Entity, Entity]]:
    """Sources that the article names only after they spoke.

    Parameters
    ----------
    document : Document
        The article, cut.
    cast : Cast
        Everybody it has named, when all of it was read.

    Returns
    -------
    list of (Entity, Entity)
        Who was described first ("a top official"), and as whom it is named then ("Ana Silva").
    """
    sentence_of = document.sentence_of
    spoken, everybody = cast.spoken(), cast.everybody()
    found: list[tuple[Entity, Entity]] = []
    taken: set[int] = set()
    for entity in spoken:
        if entity.type != "unnamed" or entity.plural:
            continue
        if entity.name == UNKNOWN_PERSON:
            found += _nobody_else(entity, everybody)
            continue
        if not (entity.indefinite or _holds_office(document, entity)):
            continue
        wide = not entity.heads.isdisjoint(_WIDE)
        if wide and not _IN_THE_KNOW.isdisjoint(document.norms[slice(*entity.mentions[0])]):
            # "An official familiar with the talks" is never named.
            continue
        here = entity.mentions[0][0]
        if sentence_of[here] > _OPENING:
            person = _only_one(document, entity, everybody)
            if person is not None:
                taken.add(person.number)
                found.append((entity, person))
            continue
        later = [
            other
            for other in spoken
            if other.type == "person"
            and other.met > here
            and other.number not in taken
            and sentence_of[other.mentions[0][0]] - sentence_of[here] <= _NAMED_LATER
            and not (entity.gender and other.gender and entity.gender != other.gender)
            and any(covers(head, other.heads) for head in entity.heads)
            and not _is_other(document, entity, other)
        ]
        if len(later) > 1 and entity.speaks_for:
            # A body has more than one spokesperson.
            continue
        if len(later) > 1 and wide:
            # A state has more than one official: who is meant comes next.
            later = [one for one in later if sentence_of[one.met] - sentence_of[here] <= _NEXT]
        person = next(iter(later), None) or _in_office(document, entity, everybody)
        person = person or _only_one(document, entity, everybody)
        if person is not None:
            taken.add(person.number)
            found.append((entity, person))
    return [*found, *_bodies_named(document, spoken), *_reports_named(document, spoken)]


def _reports_named(document: Document, spoken: list[Entity]) -> list[tuple[Entity, Entity]]:
    """Whose the report of an opening is: "a new report", and then "Axios first reported"."""
    sentence_of = document.sentence_of
    found = []
    for entity in spoken:
        here = sentence_of[entity.mentions[0][0]]
        if entity.type != "document" or not entity.indefinite or here > _OPENING:
            continue
        if entity.heads.isdisjoint(_NEWS) or entity.plural:
            continue
        outlet = next((other for other in spoken if other.type == "outlet"), None)
        if outlet is not None and sentence_of[outlet.mentions[0][0]] - here <= _NAMED_LATER:
            found.append((entity, outlet))
    return found


def _nobody_else(entity: Entity, everybody: list[Entity]) -> list[tuple[Entity, Entity]]:
    """Whom "he" or "she" meant before anybody fitted: the person named most often."""
    fit = (
        other
        for other in everybody
        if other.type == "person" and other.gender in {"", entity.gender}
    )
    person = max(fit, key=lambda other: (other.named, -other.met), default=None)
    return [] if person is None else [(entity, person)]


def _in_office(document: Document, entity: Entity, everybody: list[Entity]) -> Entity | None:
    """Whom the article names in an office that it spoke of: "the country's premier"."""
    if entity.indefinite:
        return None
    here = entity.mentions[0][0]
    sentence_of = document.sentence_of
    held = source_words("office held")
    fit = (
        other
        for other in everybody
        if other.type == "person"
        and abs(sentence_of[other.met] - sentence_of[here]) <= _NAMED_LATER
        and not (entity.gender and other.gender and entity.gender != other.gender)
        and not held.isdisjoint(entity.heads & other.heads)
        and not _is_other(document, entity, other)
    )
    return next(fit, None)


def _only_one(document: Document, entity: Entity, everybody: list[Entity]) -> Entity | None:
    """The one person of the article of whom a description may be: "a judge", of Judge Ana Silva."""
    here = entity.mentions[0][0]
    nouns = entity.heads & source_words("office held")
    if entity.indefinite:
        nouns -= _HIGHEST
    if not nouns:
        return None
    if not nouns.isdisjoint(SPOKEN_FOR):
        nouns |= SPOKEN_FOR
    sentence_of = document.sentence_of
    fit = [
        other
        for other in everybody
        if other.type == "person"
        and other.met > here
        and sentence_of[other.met] - sentence_of[here] <= _FAR
        and not nouns.isdisjoint(other.heads)
        # "A Quenneby spokesperson", and then "company spokesman Rui Lopez", of no other body
        and not (entity.speaks_for and not other.role.islower())
        and not (entity.gender and other.gender and entity.gender != other.gender)
        and not _is_other(document, entity, other)
    ]
    return fit[0] if len(fit) == 1 else None


def _is_other(document: Document, entity: Entity, other: Entity) -> bool:
    """Whether the description is of another office: "the prime minister", of a finance minister.

    Or of another town's or body's: "the mayor of Lisbon", of Porto's.
    """
    norms = document.norms[slice(*entity.mentions[0])]
    return any(
        other_office(norms, head, other.role) or is_of_another(head, entity.names, other.role)
        for head in entity.heads
    )


def _bodies_named(document: Document, spoken: list[Entity]) -> list[tuple[Entity, Entity]]:
    """What "the company" is where one company alone has a name and speaks."""
    norms = document.norms
    bodies = [entity for entity in spoken if entity.type == "organisation"]
    found = []
    for entity in bodies:
        if (
            entity.plural
            or entity.name != entity.name.lower()
            or norms[entity.mentions[0][0]] != "the"
        ):
            continue
        named = [
            other
            for other in bodies
            if other.name != other.name.lower()
            and not entity.heads.isdisjoint(other.heads)
            and may_be_told(entity.heads, entity.names, other)
        ]
        if len(named) == 1:
            found.append((entity, named[0]))
    return found


def _holds_office(document: Document, entity: Entity) -> bool:
    """Whether it is described by an office, of which a body has one: "the club's director"."""
    first, last = entity.mentions[0]
    norms = document.norms
    owned = norms[first] in POSSESSIVES or not {"'s", "'"}.isdisjoint(norms[first:last])
    if owned and not entity.heads.isdisjoint(LAWYERS):
        # "Silva's lawyer said it rained. Attorney Rui Lopez added"
        return True
    return (owned or norms[first] == "the") and not entity.heads.isdisjoint(
        source_words("office held")
    )
