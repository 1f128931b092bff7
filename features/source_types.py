"""What kind of source a noun phrase names, by its own words.

The types are those of the annotation guide: a person named in the article, an organisation, a
document, a news outlet, somebody described but not named, somebody anonymous, a group that is nobody
in particular, or the writer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from credscore.document import Document
from credscore.features.cues import noun_forms, words_of
from credscore.features.names import Name, Names, name_words
from credscore.features.outlets import describes_outlet, known_outlet
from credscore.features.source_phrases import head_index
from credscore.findings import SourceType
from credscore.lexicons import read_sections

__all__ = ["PRONOUNS", "Phrase", "PronounKind", "describe", "singular", "source_words"]

PronounKind = Literal["person", "plural", "thing", "self"]
PRONOUNS: dict[str, PronounKind] = {
    **dict.fromkeys(("he", "she", "his", "her", "him", "hers"), "person"),
    **dict.fromkeys(("they", "their", "them", "these", "those"), "plural"),
    **dict.fromkeys(("it", "its"), "thing"),
    **dict.fromkeys(("i", "we", "me", "us", "my", "our"), "self"),
}
_QUANTIFIERS = frozenset(
    ("all", "any", "certain", "countless", "few", "many", "more", "most", "much", "numerous",
     "other", "others", "several", "some", "various", "various", "majority", "dozens", "hundreds",
     "thousands", "millions", "plenty", "lots", "every", "each", "fellow", "typical", "ordinary")
)  # fmt: skip
_NUMBERS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "both",
     "another", "a", "an")
)  # fmt: skip
_DEFINITE = frozenset(
    ("the", "this", "that", "these", "those", "his", "her", "its", "their", "my", "our")
)
_PERSONAL_ENDS = ("er", "or", "ist", "man", "ian", "woman", "ee", "ant", "ent", "eer")


@cache
def source_words(section: str) -> frozenset[str]:
    """Entries of a section of `sources.txt`; of nouns also their plurals."""
    entries = read_sections("credscore.features", "sources.txt")[section]
    if section in {"particular", "generic", "outlet report", "body that speaks", "paper"}:
        return frozenset(form for entry in entries for form in noun_forms(entry))
    return frozenset(entries)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A source's noun phrase, described.

    Attributes
    ----------
    first, last : int
        Tokens, end exclusive.
    type : SourceType
        What it names, by itself.
    name : Name or None
        The proper name that it is built around.
    head : str
        Its head noun in the singular and lower case; empty for a name.
    definite : bool
        Whether it points back: "the analyst".
    plural : bool
        Whether its head is a plural.
    """

    first: int
    last: int
    type: SourceType
    name: Name | None
    head: str
    definite: bool
    plural: bool


def singular(norm: str) -> str:
    """Singular of a noun, by its ending."""
    irregular = {"men": "man", "women": "woman", "people": "people", "wives": "wife"}
    for plural, single in irregular.items():
        if norm == plural or (norm.endswith(plural) and plural != "people"):
            return norm[: -len(plural)] + single
    if norm.endswith("ies") and len(norm) > 4:
        return norm[:-3] + "y"
    if norm.endswith(("sses", "shes", "ches", "xes")):
        return norm[:-2]
    if norm.endswith("s") and not norm.endswith(("ss", "us", "is")):
        return norm[:-1]
    return norm


def describe(document: Document, names: Names, first: int, last: int) -> Phrase:
    """Say what a noun phrase names.

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names.
    first, last : int
        The phrase, not empty.

    Returns
    -------
    Phrase
        Its type is never "self" for a pronoun: pronouns are resolved elsewhere.
    """
    norms, words = document.norms, document.words
    at = head_index(norms, first, last)
    head = norms[at]
    single = singular(head)
    plural = single != head or head in {"people", "police", "media"}
    definite = norms[first] in _DEFINITE
    name = _main_name(names, norms, first, last, at)

    def phrase(kind: SourceType, built: Name | None = None, noun: str = single) -> Phrase:
        return Phrase(first, last, kind, built, noun if built is None else "", definite, plural)

    text = " ".join(norms[first:last])
    if text in source_words("own"):
        return phrase("self")
    outlet = _outlet(document, names, first, last, at, head, name)
    if outlet is not None:
        return phrase("outlet", outlet if outlet.last > outlet.first else None)
    if name is not None and name.kind == "person":
        return phrase("person", name)
    if head in words_of("document") or head in source_words("paper"):
        # "Report" and "account" may be verbs' nouns of a person: "the minister's account".
        return phrase("document")
    if name is not None:
        if name.kind in {"organisation", "place"}:
            return phrase("organisation", name)
        lowered = [word.lower() for word in name.words]
        if len(lowered) == 1 and lowered[0] in name_words("nationality"):
            return phrase("group", None, singular(lowered[0]))
        known = names.people.get(lowered[-1]) or names.people.get(lowered[0])
        if known is not None or lowered[-1] in name_words("surname"):
            return phrase("person", name)
        if norms[first] == "the" or any(word in name_words("body") for word in lowered):
            return phrase("organisation", name)
        return phrase(
            "person" if len(lowered) in {1, 2, 3} and name.first == first else "organisation", name
        )
    if head in {"source", "sources"}:
        modifiers = set(norms[first:at]) - {'"', "“", "‘", "'"}
        described = bool(modifiers - source_words("vague source")) or at + 1 < last
        return phrase("unnamed" if described else "anonymous")
    return phrase(_of_people(norms, words, first, last, at, head))


def _main_name(names: Names, norms: list[str], first: int, last: int, at: int) -> Name | None:
    """The name that a phrase is built around: not one in a genitive or after a preposition."""
    for name in names.within(first, last):
        if name.last > last:
            continue
        genitive = name.last < last and norms[name.last] in {"'s", "'", "s"}
        if genitive:
            continue
        # Its head, or set off by a comma before ("the minister, Ana Silva").
        if name.first <= at < name.last or name.last - 1 == at:
            return name
        if name.first > at and norms[max(name.outer - 1, first)] == "," and name.kind == "person":
            return name
        if name.first == first or name.outer == first:
            follows = norms[name.last] if name.last < last else ","
            if follows in {",", "(", "of", "from", "at", "and", "in", "-"} and name.kind != "other":
                return name
    return None


def _outlet(
    document: Document,
    names: Names,
    first: int,
    last: int,
    at: int,
    head: str,
    name: Name | None,
) -> Name | None:
    """The outlet's name where the phrase names one; a name of no length where it is described."""
    norms, words = document.norms, document.words
    end = at + 1
    if name is not None and name.kind == "person" and name.first > first:
        return None
    core = " ".join(words[first:end])
    nothing = Name(first, first, first, (), "other")
    if known_outlet(core) and (words[end - 1][0].isupper() or "." in core):
        if name is not None and name.kind == "place":
            return None
        # A surname may be a paper's name too.
        if name is not None and len(name.words) == 1 and name.words[0].lower() in names.people:
            return None
        return name or Name(first, end, first, tuple(words[first:end]), "organisation")
    if head in source_words("outlet report"):
        for other in names.within(first, last):
            if known_outlet(" ".join(words[other.outer : other.last])) and other.kind != "place":
                return nothing
        if {"media", "news", "press", "newspaper"} & set(norms[first:last]):
            return nothing
    if name is None and describes_outlet(words[first:last]) and head != "press":
        return nothing
    return None


def _of_people(
    norms: list[str], words: list[str], first: int, last: int, at: int, head: str
) -> SourceType:
    """Type of a phrase without a name whose head is no document."""
    opening = norms[first]
    single = singular(head)
    before = norms[first:at]
    numbered = opening in _NUMBERS or opening[0].isdigit()
    if head in source_words("indefinite") or (at == first and head in _QUANTIFIERS):
        return "group"
    if "percent" in before or "%" in before or head in {"percent", "%"}:
        return "group"
    if head == "people":
        described = at + 1 < last and norms[at + 1] in {
            "familiar",
            "close",
            "briefed",
            "with",
            "involved",
        }
        return "unnamed" if described or (numbered and opening not in {"a", "an"}) else "group"
    if head in {"police", "authorities"} or (
        (single in words_of("collective") or head in source_words("body that speaks"))
        and single not in words_of("role")
    ):
        return "group" if opening in _QUANTIFIERS else "organisation"
    is_plural = single != head
    personal = single in words_of("role") or single in words_of("title")
    personal = personal or single.endswith(_PERSONAL_ENDS) or single in source_words("generic")
    if opening in _QUANTIFIERS:
        return "group"
    if not is_plural:
        if personal or opening in {"one", "another", "a", "an"}:
            return "unnamed"
        return "organisation" if opening == "the" else "group"
    if numbered or opening in _DEFINITE:
        return "unnamed" if personal or numbered else "organisation"
    if single in source_words("particular"):
        return "unnamed"
    if single in source_words("generic"):
        return "group"
    return (
        "unnamed"
        if any(words[place][0].isupper() for place in range(first + 1, at)) and personal
        else "group"
    )
