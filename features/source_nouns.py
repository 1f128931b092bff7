"""What nouns and names of sources are by themselves: for people, for bodies, for papers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal
from unicodedata import category

from credscore.features.cues import noun_forms, words_of
from credscore.features.name_kinds import PARTISANS, name_words
from credscore.features.names import Name
from credscore.lexicons import read_sections
from credscore.tokens import WORDS_KEPT

__all__ = [
    "POSSESSIVES",
    "PRONOUNS",
    "PronounKind",
    "also_called",
    "base_noun",
    "ends_as_people",
    "is_body",
    "is_personal",
    "is_picture",
    "names_case",
    "names_member",
    "names_national",
    "names_office",
    "names_paper",
    "names_partisans",
    "names_politicians",
    "offices",
    "singular",
    "source_words",
    "tells_seat",
]

POSSESSIVES = frozenset(("her", "his", "its", "their"))

PronounKind = Literal["person", "plural", "thing", "self"]
PRONOUNS: dict[str, PronounKind] = {
    **dict.fromkeys(("he", "she", "his", "her", "him", "hers"), "person"),
    **dict.fromkeys(("they", "their", "them", "these", "those"), "plural"),
    **dict.fromkeys(("it", "its"), "thing"),
    **dict.fromkeys(("i", "we", "me", "us", "my", "our"), "self"),
}
# Of what papers' nouns are a part: "the Bureau of Investigation", but no "Health Study".
_BODY_HEADS = frozenset(
    ("agency", "authority", "board", "bureau", "center", "centre", "commission", "department",
     "directorate", "division", "institute", "ministry", "office")
)  # fmt: skip
_POLITICIANS = frozenset(
    ("congressmen", "councillors", "councilors", "delegates", "governors", "lawmakers",
     "legislators", "mayors", "ministers", "representatives", "senators", "supporters", "voters")
)  # fmt: skip
_PERSONAL_ENDS = (
    "er",
    "or",
    "ist",
    "man",
    "ian",
    "woman",
    "ee",
    "ant",
    "eer",
    "old",
    "native",
    "-in-law",
)
_NOUN_SECTIONS = frozenset(
    (
        "particular",
        "generic",
        "outlet report",
        "body that speaks",
        "further body",
        "further paper",
        "further person",
        "paper",
        "person of office",
    )
)
_PERSONAL_SECTIONS = ("person of office", "generic", "further person")
# Ends of adjectives that are no noun for one person: "the Spanish", "the Chinese".
_OF_MANY_NATIONALS = ("ch", "ese", "ic", "ish", "s", "sh")
# Offices that follow the name of a party or place: "the Labour [MP]".
_SEATS = frozenset(("mep", "mla", "mlc", "mna", "mp", "mpa", "msp", "td"))
# Those whose last word is a last name too, or a player.
_OFFICES_OF_TWO = frozenset((("crown", "prince"), ("public", "defender")))
_FIRST_PICTURE = "\u25ff"
# Joins two pictures into one.
_JOINER = "\u200d"
_VERSUS = frozenset(("v", "vs", "Vs"))
_OF_PICTURES = frozenset(("Cf", "Mn", "Sk", "So"))
# "The Quenneby PM", "the Portlink CEO"
_OFFICES_IN_CAPITALS = frozenset(("CEO", "CM", "DIG", "IGP", "OC", "PM", "SP", "VC"))
# Who reign somewhere and are called by that alone: "the Duke of Kent", "the Kabaka".
_CROWNED = frozenset(
    ("Alake", "Asantehene", "Controller", "Duchess", "Duke", "Kabaka", "Ooni", "Ruler", "Sultan")
)
_IRREGULAR = {"men": "man", "women": "woman", "wives": "wife", "theses": "thesis"}
_IRREGULAR_ENDS = tuple(_IRREGULAR)


@cache
def source_words(section: str) -> frozenset[str]:
    """Entries of a section of `sources.txt`; of nouns also their plurals."""
    entries = read_sections("credscore.features", "sources.txt")[section]
    if section in _NOUN_SECTIONS:
        return frozenset(form for entry in entries for form in noun_forms(entry))
    return frozenset(entries)


@lru_cache(maxsize=WORDS_KEPT)
def singular(norm: str) -> str:
    """Singular of a noun, by its ending.

    Examples
    --------
    >>> singular("officials"), singular("agencies"), singular("spokeswomen"), singular("analysis")
    ('official', 'agency', 'spokeswoman', 'analysis')
    """
    if not norm.endswith(("n", "s")):
        return norm
    if norm.endswith(_IRREGULAR_ENDS):
        for plural, single in _IRREGULAR.items():
            if norm.endswith(plural):
                return norm[: -len(plural)] + single
    if norm.endswith("ies") and len(norm) > 4:
        return norm[:-3] + "y"
    if norm.endswith(("sses", "shes", "ches", "xes")):
        return norm[:-2]
    if norm.endswith("s") and not norm.endswith(("ss", "us", "is")):
        return norm[:-1]
    return norm


@lru_cache(maxsize=WORDS_KEPT)
def base_noun(norm: str) -> str:
    """A noun as the lexicons have it: "president" of "president-elect"."""
    return norm.removesuffix("-elect").removesuffix("-designate")


@lru_cache(maxsize=WORDS_KEPT)
def names_paper(noun: str) -> bool:
    """Whether a noun is one for a paper, or for what is posted as one.

    Examples
    --------
    >>> names_paper("reports"), names_paper("photos"), names_paper("minister")
    (True, True, False)
    """
    return (
        singular(noun) in words_of("document")
        or noun in source_words("paper")
        or noun in source_words("further paper")
    )


def is_body(name: Name, head: str) -> bool:
    """Whether a name that ends in a noun for papers is a body's: "the Bureau of Statistics"."""
    words = [word.lower() for word in name.words]
    if words[-1] != head:
        return False
    known = " ".join(words) in name_words("known body")
    return known or not _BODY_HEADS.isdisjoint(words)


def names_member(name: Name) -> bool:
    """Whether a name is that of a party's member: "Ohio Republican", "South Side Democrat"."""
    return name.kind != "person" and 1 < len(name.words) < 5 and name.words[-1].lower() in PARTISANS


@lru_cache(maxsize=WORDS_KEPT)
def names_national(norm: str) -> bool:
    """Whether a noun is for one person of a nation or party.

    Examples
    --------
    >>> names_national("brazilian"), names_national("republican"), names_national("spanish")
    (True, True, False)
    """
    if norm in PARTISANS or norm in source_words("national"):
        return True
    return norm in name_words("nationality") and not norm.endswith(_OF_MANY_NATIONALS)


def names_partisans(name: Name) -> bool:
    """Whether a name is that of a party's members: "Montana Republicans"."""
    last = name.words[-1].lower() if len(name.words) > 1 else ""
    return last.endswith("s") and last[:-1] in PARTISANS


@cache
def offices() -> frozenset[str]:
    """Nouns of offices that one person holds, in a state or at a body."""
    return source_words("office held") | source_words("office at body")


def names_politicians(name: Name) -> bool:
    """Whether a name is that of many of one office: "Texas Senators", "State Lawmakers"."""
    return (
        len(name.words) > 1
        and "of" not in name.words
        and name.words[-1].lower() in _POLITICIANS
        and name.words[0].lower() not in name_words("person")
    )


def names_office(name: Name) -> bool:
    """Whether a name is that of an office: "Director of the Fund", "Western Province Governor"."""
    # "the Board of Governors’ William": a title and a mark leave a name no words.
    if name.kind == "person" or not name.words:
        return False
    if len(name.words) < 2 and name.first == name.outer:
        return name.words[0] in _CROWNED
    if name.words == ("Executive",):
        # "the District [Chief] Executive"
        return name.first > name.outer
    return _end_in_office(name.words)


@lru_cache(maxsize=WORDS_KEPT)
def _end_in_office(words: tuple[str, ...]) -> bool:
    lowered = [word.lower() for word in words]
    # "Office of the Director" is no office in this sense.
    joints = (place for place, word in enumerate(lowered) if word in {"of", "for"})
    end = next(joints, len(lowered))
    last = lowered[end - 1]
    return (
        last in source_words("office held")
        or last in _SEATS
        or (end > 1 and words[end - 1] in _OFFICES_IN_CAPITALS)
        or tuple(lowered[end - 2 : end]) in _OFFICES_OF_TWO
        or (last == "general" and end > 1 and is_personal(lowered[end - 2]))
    )


@cache
def also_called() -> Mapping[str, frozenset[str]]:
    """Nouns by which somebody was introduced, by those by which they may be taken up."""
    entries = read_sections("credscore.features", "sources.txt")["also called"]
    parts = (entry.partition(":") for entry in entries)
    return {noun: frozenset(others.split()) for noun, _, others in parts}


def tells_seat(word: str) -> bool:
    """Whether a word tells of a lawmaker's party and state, and names nobody: "R-Utah"."""
    return word[:2] in {"R-", "D-", "I-"} and word[2:3].isupper() and word[-1].islower()


def is_picture(token: str) -> bool:
    """Whether a token is an emoji, or a part of one.

    Examples
    --------
    >>> is_picture("📚"), is_picture("("), is_picture("®")
    (True, False, False)
    """
    first = token[0]
    return first == _JOINER or (first > _FIRST_PICTURE and category(first) in _OF_PICTURES)


def names_case(words: Sequence[str]) -> bool:
    """Whether a name is that of a case in court: "Ali v. Khan"; "Ana V. Silva" is a person."""
    return not _VERSUS.isdisjoint(words[1:-1])


def ends_as_people(noun: str) -> bool:
    """Whether a noun ends as words for people do: "drugmaker", but no "career"."""
    return noun.endswith(_PERSONAL_ENDS) and noun not in source_words("no person")


@lru_cache(maxsize=WORDS_KEPT)
def is_personal(noun: str) -> bool:
    """Whether a noun is one for a person: "teacher", "co-star", "girl"."""
    noun = noun.rpartition("-")[2] or noun
    return (
        noun in words_of("role")
        or noun in words_of("title")
        or any(noun in source_words(name) for name in _PERSONAL_SECTIONS)
        or ends_as_people(noun)
    )
