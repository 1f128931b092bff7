"""Sources that are named together: "the minister and the mayor", each of them one."""

from __future__ import annotations

from collections.abc import Sequence

from credscore.document import Document
from credscore.features.appositives import may_be_person, office_nouns, with_office
from credscore.features.cues import words_of
from credscore.features.name_kinds import name_words, title_words
from credscore.features.names import Names
from credscore.features.noun_phrases import phrase_words
from credscore.features.outlets import known_outlet
from credscore.features.source_nouns import POSSESSIVES, source_words
from credscore.features.source_phrases import head_index, trimmed

__all__ = ["FELLOWS", "split_coordination"]

# Who is not named beside somebody who is: "Ana Silva and her [team]".
FELLOWS = frozenset(("co-authors", "coauthors", "collaborators", "colleagues", "group", "team"))

# Words of an office before a name: "former deputy mayor".
_OFFICE_WORDS = 4
_DETERMINED = frozenset(("a", "an", "the"))
_BENCHES = frozenset(("bench", "delegation", "duo", "group", "pair", "panel", "team", "trio"))
_SHARES = frozenset(("%", "percent"))
_OTHERS = frozenset(
    ("colleagues", "fellow", "her", "his", "its", "key", "local", "many", "other", "others",
     "senior", "several", "some", "their", "top")
)  # fmt: skip


def split_coordination(
    document: Document, names: Names, first: int, last: int
) -> list[tuple[int, int]]:
    """Part names that "and" joins; a plural group stays whole.

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names.
    first, last : int
        A phrase.

    Returns
    -------
    list of tuple of int
        Token ranges, one or more.
    """
    norms = document.norms
    if "and" not in norms[first:last]:
        return [(first, last)]
    opening = names.at(first)
    if norms[last - 1] in FELLOWS and opening is not None and opening.kind == "person":
        company = norms[opening.last : last]
        if company[:1] == ["and"] and len(company) == 2:
            # "Ana Silva [and colleagues]"
            return [(first, opening.last)]
        if company[:1] == ["and"] and len(company) == 3 and company[1] in POSSESSIVES:
            # "Ana Silva and her team" are one.
            return [(first, last)]
    if norms[last - 1] not in FELLOWS and _is_bench(norms, first, last):
        return [(first, last)]
    parts = []
    people = any(name.kind == "person" for name in names.within(first, last))
    if not people and not _SHARES.isdisjoint(norms[first : min(first + 6, last)]):
        # "68% of Republicans and their allies", but "and 27% of Democrats"
        begin = first
        for place in range(first + 2, last - 2):
            # "8% and 18% of users" are of the same.
            other = norms[place] == "and" and norms[place + 2] in _SHARES
            if other and norms[place - 1] not in _SHARES:
                parts.append((begin, place))
                begin = place + 1
        return [*parts, (begin, last)]
    # "Both Ana Silva and the minister"
    begin = first + (norms[first] == "both" and first + 1 < last)
    described = 0
    for place in range(begin + 1, last - 1):
        if norms[place] not in {"and", ","} or place < described:
            continue
        if norms[place] == "and" and _are_two(document, names, begin, place, last):
            parts.append((begin, place))
            begin = place + 1
            continue
        so_far = norms[begin:place]
        if so_far.count("(") > so_far.count(")"):
            # "Commissioner (Crime and Operations) Ana Silva"
            continue
        left, right = names.at(place - 1), names.at(place + 1)
        opens = place + 1
        if right is None and norms[opens] == "the":
            # "The Guardian and the Daily Mirror"
            opens += 1
            right = names.at(opens)
        elif right is None and norms[place] == "and":
            # "Ana Silva and former mayor Rui Lopez"
            behind_office = _behind_office(norms, names, opens, last)
            right = names.at(behind_office)
            if right is not None and right.outer == behind_office and right.kind == "person":
                opens = behind_office
        introduced = names.at(begin)
        if (
            norms[place] == "and"
            and introduced is not None
            and introduced.kind == "person"
            and norms[introduced.last : introduced.last + 1] == [","]
            and right is not None
            and right.kind == "person"
            and right.outer == opens
            and len(right.words) > 1
            and (left is None or left.kind != "person")
        ):
            # "Ana Silva, director of Portlink [and] Rui Lopez, head of the bank"
            parts.append((begin, place))
            begin = place + 1
            continue
        if left is None or left is right or left.last != place:
            continue
        before = left.outer - 1 - (norms[left.outer - 1] == "the")
        behind = before > begin and norms[before] in phrase_words("preposition")
        alike = right is not None and (
            right.kind == "place"
            # "the director at Brigham and Women's Hospital"
            or (right.kind == "organisation" and left.kind in {"organisation", "other"})
        )
        if (
            norms[place] == "and"
            and right is not None
            and right.kind != "person"
            and left.kind != "person"
            and right.last < last
            and norms[right.last] in office_nouns() | name_words("occupation")
            and not norms[right.last].endswith("s")
        ):
            # "the former Quenna and Zorbla engineer"
            continue
        if behind and alike:
            # "investigators from Canada and Sweden", "a spokesman for the Senate and the House"
            continue
        appositive = norms[place] == "," and (
            norms[opens] in office_nouns()
            or norms[opens] in phrase_words("office modifier")
            or (may_be_person(left) and with_office(document, names, place) > place)
        )
        if appositive and (right is None or right.kind != "person"):
            # "AK Azad, Vice President of the Board and Chairman of the Group"
            described = with_office(document, names, place)
            continue
        titled = all(norm == "." or norm in title_words() for norm in norms[begin : left.outer])
        alone = titled and norms[place] == "and" and left.kind != "place"
        if right is None or right.outer != opens:
            # "Donald Trump and his supporters", "the IRCC and other departments"
            if not alone or norms[place + 1] not in _OTHERS:
                continue
        elif not _alike(left.kind, right.kind):
            continue
        parts.append((begin, place))
        begin = place + 1
    parts.append((begin, last))
    ends = [trimmed(norms, *part) for part in parts]
    return [part for part in ends if part[0] < part[1]]


def _is_bench(norms: Sequence[str], first: int, last: int) -> bool:
    """Whether people speak as one: "a [bench] of Justices Silva and Khan", "a team led by"."""
    at = next((at for at in range(first + 1, min(first + 4, last)) if norms[at] in _BENCHES), -1)
    return (
        at > first and norms[first] in _DETERMINED and norms[at + 1 : at + 2] in (["of"], ["led"])
    )


def _behind_office(norms: Sequence[str], names: Names, place: int, last: int) -> int:
    """The name behind the office that begins at a token: "former deputy [Mayor Rui Lopez]"."""
    end = place
    while (
        end < min(place + _OFFICE_WORDS, last - 1)
        and names.at(end) is None
        and (norms[end] in office_nouns() or norms[end] in phrase_words("office modifier"))
    ):
        end += 1
    return end


def _are_two(document: Document, names: Names, begin: int, joint: int, last: int) -> bool:
    """Whether "and" joins two sources that names alone do not tell from each other.

    "The minister and the mayor", "police and residents", "Ana Silva and the minister", "Ana Silva,
    the mayor, and Rui Lopez, a lawyer"; "Reuters and AFP" at a sentence's head, where the capital
    tells nothing.
    """
    norms = document.norms
    left, right = norms[begin:joint], norms[joint + 1 : last]
    if not left or not right or ("," in right and left[-1] != ","):
        # "The founder and the owner of the firm, Ana Silva"
        return False
    behind = names.at(joint + 1)
    opening = names.at(begin)
    if left[-1] == ",":
        # No appositive of whoever opens the phrase.
        return (
            opening is not None
            and behind is not None
            and behind.outer == joint + 1
            and opening.kind == behind.kind == "person"
        )
    if not phrase_words("preposition").isdisjoint(left) or "," in left:
        return False
    if len(left) == 1 and known_outlet(document.words[begin]) is not None:
        return known_outlet(" ".join(document.words[joint + 1 : last])) is not None
    alone = left == ["police"] or (
        opening is not None and opening.last == joint and opening.kind == "person"
    )
    if right[0] in _DETERMINED:
        alone = alone or left[0] in _DETERMINED
        return alone and _tells_people(document, names, joint + 1, last)
    if right[0] == "other" and left[0] in _DETERMINED:
        # "The authors and other experts"
        return all(
            _tells_people(document, names, *part) for part in ((begin, joint), (joint + 1, last))
        )
    return left == ["police"] and behind is None and _tells_people(document, names, joint + 1, last)


def _tells_people(document: Document, names: Names, first: int, last: int) -> bool:
    """Whether a phrase is of people or a body, by its head."""
    head = document.norms[head_index(document, names, first, last)]
    return (
        head in office_nouns()
        or head in words_of("role")
        or head in words_of("collective")
        or head in source_words("generic")
        or head in source_words("particular")
        or head in source_words("further person")
        or head in source_words("body that speaks")
    )


def _alike(one: str, other: str) -> bool:
    both = {one, other}
    return both <= {"person", "other"} or both <= {"organisation", "place", "other"}
