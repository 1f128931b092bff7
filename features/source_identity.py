"""Whether two descriptions mean the same people: "Silva's lawyers", "attorneys representing Silva".

Whom an article never names it calls by what they are, and varies the words; each variant would
count as one more source.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from credscore.document import Document
from credscore.features.appositives import DETERMINERS
from credscore.features.name_kinds import name_words
from credscore.features.noun_phrases import phrase_words
from credscore.features.source_descriptions import LAWYERS, description_nouns
from credscore.features.source_entity import Entity
from credscore.features.source_nouns import offices, singular, source_words
from credscore.features.source_types import Phrase

__all__ = [
    "COUNTED",
    "described_by",
    "is_of_another",
    "is_office_of",
    "is_share",
    "makes_studies",
    "may_be_told",
    "names_of_nations",
    "nations",
    "owners",
    "same_people",
    "turned",
]

_LITTLE = DETERMINERS | frozenset(
    ("'s", "'", ",", "and", "or", "representing", "who", "these", "those", "(", ")", "-", ".")
)
# Words that set a description apart from all before it: "another official", "two officials".
_APART = frozenset(
    ("another", "other", "others", "some", "many", "several", "few", "more", "most", "multiple",
     "various", "numerous", "dozens", "hundreds", "both", "one", "two", "three", "four", "five",
     "six", "seven", "eight", "nine", "ten", "a", "an", "different", "second", "third", "separate",
     "former", "current")
)  # fmt: skip
# Bodies that are told apart by whose they are: "the Ruritanian government", "the Silva campaign".
# A company, a club or a hospital may be called by its town beside its name.
_OWNED = frozenset(
    ("administration", "army", "cabinet", "campaign", "court", "delegation", "embassy", "family",
     "government", "legislature", "military", "mission", "navy", "office", "parliament", "police",
     "regime", "side", "department", "ministry")
)  # fmt: skip
# Those of which each has its own business.
_OF_BUSINESS = frozenset(("department", "ministry"))
_SHARES = frozenset(("%", "percent", "respondents", "thirds", "two-thirds", "quarters"))
# Letters that the name of a country and the adjective share.
_STEM = 4
COUNTED = frozenset(("eight", "five", "four", "nine", "one", "seven", "six", "three", "two"))
_OF_TEN = frozenset(("10", "ten", "five", "four", "three"))
_ORDINALS = frozenset(("first", "second", "third", "fourth", "other"))
_SYNONYMS = dict.fromkeys(LAWYERS, "lawyer")
_KINDS_OF_TOWNS = frozenset(("city", "county", "district", "province", "state", "town"))
# Posts at a body, beside offices.
_AT_BODIES = frozenset(("boss", "editor", "executive", "president", "secretary"))
_WEIGHTLESS = frozenset(("senior", "top", "local", "high-ranking"))


def described_by(document: Document, phrase: Phrase) -> frozenset[str]:
    """The words that tell which people a phrase means, in the singular.

    Empty where it means somebody new ("two officials") or is no description of several people.
    """
    if phrase.type != "unnamed" or not phrase.plural:
        return frozenset()
    norms = document.norms[phrase.first : phrase.last]
    if norms[0].isdigit() or not _APART.isdisjoint(norms):
        return frozenset()
    prepositions = phrase_words("preposition")
    words = {singular(norm) for norm in norms if norm not in _LITTLE and norm not in prepositions}
    return frozenset(_SYNONYMS.get(word, word) for word in words - _WEIGHTLESS)


def same_people(earlier: frozenset[str], later: frozenset[str]) -> bool:
    """Whether one description says no more than the other, and both more than a noun.

    Examples
    --------
    >>> same_people(frozenset(("u.s.", "official")), frozenset(("u.s.", "military", "official")))
    True
    >>> same_people(frozenset(("official",)), frozenset(("u.s.", "official")))
    False
    """
    return min(len(earlier), len(later)) > 1 and (earlier <= later or later <= earlier)


def is_share(norms: Sequence[str]) -> bool:
    """Whether words give a share of those whom a poll asked.

    Examples
    --------
    >>> is_share(["30", "%"]), is_share(["four", "in", "10"]), is_share(["30", "men"])
    (True, True, False)
    >>> is_share("nine out of ten men".split())
    True
    """
    if not _SHARES.isdisjoint(norms):
        return True
    return any(
        (norms[at - 1].isdigit() or norms[at - 1] in COUNTED)
        and norms[at + 1 + (norms[at] == "out")] in _OF_TEN
        for at in range(1, len(norms) - 1)
        if norms[at] == "in" or (norms[at : at + 2] == ["out", "of"] and at + 2 < len(norms))
    )


def turned(body: str) -> str:
    """The name of a department or ministry with its business first.

    Examples
    --------
    >>> turned("department of justice"), turned("justice department"), turned("bank of lisbon")
    ('justice department', 'justice department', 'bank of lisbon')
    """
    for noun in _OF_BUSINESS:
        before, joint, business = body.partition(f"{noun} of ")
        if joint and (not before or before.endswith(" ")):
            return f"{before}{business.removeprefix('the ')} {noun}"
    return body


def makes_studies(phrase: Phrase, first_word: str) -> bool:
    """Whether a phrase means whoever made the study told of: "the researchers", "study authors"."""
    if phrase.type not in {"unnamed", "group"} or phrase.head not in source_words("student"):
        return False
    length = phrase.last - phrase.first
    return length == 1 or phrase.definite or (length == 2 and first_word in source_words("study"))


def owners(document: Document, phrase: Phrase) -> frozenset[str]:
    """The words by which a description tells whose somebody or something is, in lower case.

    Names and owners: "the U.S. ambassador", "the mayor's spokesman", "the lawyers for Silva"; of a
    department its business too, and of one of several which: "the second official".
    """
    norms, words = document.norms, document.words
    opens = document.sentences[document.sentence_of[phrase.first]].first
    found: set[str] = set()
    for place in range(phrase.first, phrase.last):
        norm = norms[place]
        if norm in _LITTLE or singular(norm) == phrase.head:
            continue
        owns = norms[place + 1 : place + 2] in (["'s"], ["'"]) and place + 1 < phrase.last
        named = words[place][0].isupper() and (place > opens or owns)
        if named or owns or norm in _ORDINALS:
            found.add(norm.replace(".", ""))
        elif phrase.head in _OF_BUSINESS and (
            norms[place + 1 : place + 2] == [phrase.head]
            or (place > phrase.first and norms[place - 1] == "of")
        ):
            found.add(norm)
    return frozenset(found)


def nations(norms: Sequence[str]) -> frozenset[str]:
    """The nations that a description or role tells of.

    Examples
    --------
    >>> sorted(nations(["the", "american", "leader"])), sorted(nations(["the", "leader"]))
    (['american'], [])
    """
    known = name_words("nationality")
    return frozenset(norm for norm in norms if norm in known)


def is_office_of(noun: str) -> bool:
    """Whether a noun is of an office that a town or body has one of: "mayor", "editor"."""
    return noun in offices() or noun in _AT_BODIES


@cache
def names_of_nations() -> frozenset[str]:
    """Nations and states, and their people and adjectives."""
    return name_words("nationality") | name_words("country") | name_words("state")


@cache
def _of_nations() -> frozenset[str]:
    """Words of nations and states, and of offices, by which no two bodies are told apart."""
    nations = names_of_nations()
    held = description_nouns() | offices() | _AT_BODIES
    return (
        held
        | _KINDS_OF_TOWNS
        | {word.replace(".", "") for nation in nations for word in nation.split()}
    )


def is_of_another(office: str, told: AbstractSet[str], role: str) -> bool:
    """Whether an office is told of another town or body than somebody's role.

    Parameters
    ----------
    office : str
        Noun of a description.
    told : set of str
        Its `owners`.
    role : str
        What the article tells of whoever may be meant.

    Examples
    --------
    >>> is_of_another("mayor", {"lisbon"}, "Porto City Mayor")
    True
    >>> is_of_another("mayor", {"lisbon"}, "Lisbon Mayor"), is_of_another("mayor", set(), "Mayor")
    (False, False)
    """
    if not is_office_of(office):
        return False
    own = {word.lower() for word in role.split() if word[0].isupper()} - _of_nations()
    whose = told - _of_nations()
    if not own or not whose or not own.isdisjoint(whose):
        return False
    # "the CCRB chair", of the Civilian Complaint Review Board
    short = "".join(word[0] for word in role.split() if word[0].isupper()).lower()
    return not any(len(word) > 1 and word in short for word in whose)


def may_be_told(heads: AbstractSet[str], told: AbstractSet[str], entity: Entity) -> bool:
    """Whether what owns or names a description fits who was met before.

    Parameters
    ----------
    heads : set of str
        Nouns of a description: of "the Silva campaign", "campaign".
    told : set of str
        Its `owners`.
    entity : Entity
        Who or what has such a noun too.
    """
    if not told or not entity.names or not entity.names.isdisjoint(told):
        return True
    # "The Indian government", "the government of India"
    stems = {word[:_STEM] for word in entity.names if len(word) > _STEM}
    if any(word[:_STEM] in stems for word in told if len(word) > _STEM):
        return True
    if entity.type == "organisation":
        return _OWNED.isdisjoint(heads)
    return entity.type not in {"unnamed", "group"}
