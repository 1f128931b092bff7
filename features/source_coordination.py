"""Sources that are named together: "the minister and the mayor", each of them one."""

from __future__ import annotations

from collections.abc import Sequence

from credscore.document import Document
from credscore.features.appositives import (
    PARTIES,
    PERSONAL_ENDS,
    may_be_person,
    office_nouns,
    with_office,
)
from credscore.features.cues import GENITIVES, words_of
from credscore.features.name_kinds import PARTISANS, name_words, title_words
from credscore.features.names import Name, Names
from credscore.features.noun_phrases import paper_nouns, phrase_words
from credscore.features.outlets import known_outlet
from credscore.features.source_nouns import (
    POSSESSIVES,
    is_personal,
    singular,
    source_words,
)
from credscore.features.source_phrases import head_index, trimmed

__all__ = ["FELLOWS", "INSTANCES", "holds_both", "shared_noun", "split_coordination"]

# Who is not named beside somebody who is: "Ana Silva and her [team]".
_PERSONAL_FELLOWS = frozenset(("co-authors", "coauthors", "collaborators", "colleagues"))
FELLOWS = _PERSONAL_FELLOWS | {"group", "team"}
# Words of "and her research team".
_LONGEST_FELLOWS = 4

# Words of an office before a name: "former deputy mayor".
_OFFICE_WORDS = 4
# Words between "and" and the name of who is described: "the company's chief technology officer".
_DESCRIPTION_WORDS = 8
# "Ana Silva and [Associates]"
_BEHIND_FOUNDERS = frozenset(("associates", "co", "company", "partners", "sons"))
# "A paper [by] Ana Silva and Rui Lopez", "spokesmen [for] Ana Silva and Rui Lopez"
_FOR_WHOM = frozenset(("by", "for", "from", "of", "to"))
_SPEAKERS = frozenset(
    ("advisers", "aide", "aides", "attorney", "attorneys", "campaigns", "lawyer", "lawyers",
     "representative", "representatives", "spokesman", "spokesmen", "spokesperson", "spokespeople",
     "spokeswoman", "supporters", "working")
)  # fmt: skip
_FAITHS = frozenset(
    ("buddhist", "catholic", "christian", "hindu", "jewish", "muslim", "protestant", "shia", "sikh",
     "sunni")
)  # fmt: skip
_PAIR = 2
# Tokens of a member's party in brackets, and what tells one of whom is meant.
_PARTY = 7
INSTANCES = frozenset(("including", "notably", "particularly"))
_COUNTED = frozenset(("both", "pair", "two"))
_BEHIND_PERSON = frozenset((",", "at", "from", "of", "with"))
_HIS = frozenset(("her", "his", "its"))
_BESIDE = {"along": "with", "together": "with", "such": "as"}
_MAY_PART = frozenset(("and", *_BESIDE))
# Tokens of the shortest phrase with somebody beside.
_SHORTEST_BESIDE = 4
_PARTING = frozenset((",", "and", "or", "(", ")", ";", ":", "—", "–"))
_DETERMINED = frozenset(("a", "an", "the"))
_BENCHES = frozenset(("bench", "delegation", "duo", "group", "pair", "panel", "team", "trio"))
_PERIODICALS = frozenset(("annals", "archives", "journal", "review"))
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
    if _MAY_PART.isdisjoint(norms[first:last]):
        return [(first, last)]
    beside = _beside(document, names, first, last)
    if beside is not None:
        # "Ana Silva, along with [the minister and the mayor]"
        part, others = beside
        return [part, *split_coordination(document, names, others, last)]
    instances = [at for at in range(first + 1, last) if norms[at] in INSTANCES]
    if instances and names.at(first) is None:
        group = norms[instances[0] - 1]
        if group.isalpha():
            # "Companies including Portlink and Quenna" are one group.
            return [(first, last)]
    if "and" not in norms[first:last]:
        return [(first, last)]
    opening = names.at(first)
    if opening is not None and _is_with_fellows(norms[opening.last : last], opening):
        # "Ana Silva and colleagues", "Ana Silva and her research team" are one.
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
    described = listed = 0
    for place in range(begin + 1, last - 1):
        if norms[place] not in {"and", ","} or place < described:
            continue
        if norms[place] == "," and _adds_place(document, names, place, last):
            continue
        if place < shared_noun(document, names, begin, last):
            continue
        if norms[place] == "and" and _own_together(document, names, place, last):
            continue
        if norms[place] == "and" and holds_both(document, names, begin, place):
            continue
        if norms[place] == "and" and _are_two(document, names, begin, place, last):
            parts.append((begin, place))
            begin = place + 1
            continue
        if norms[place] == "and" and _are_person_and_others(document, names, begin, place, last):
            parts.append((begin, place))
            begin = place + 1
            continue
        so_far = norms[begin:place]
        if so_far.count("(") > so_far.count(")"):
            # "Commissioner (Crime and Operations) Ana Silva"
            continue
        # "Ana Silva, Tom Strand[, and] Rui Lopez": a comma closes a list of three at least.
        joins = norms[place] == "and" or (norms[place + 1] == "and" and bool(parts))
        opens = place + 1 + (joins and norms[place] == ",")
        # "Ana Silva, R-Tenn.[,] Rui Lopez, D-Conn."
        end = _before_party(document, begin, place)
        left, right = names.at(end - 1), names.at(opens)
        if right is None and norms[opens] == "the" and opens + 1 < last:
            # "The Guardian and the Daily Mirror"
            opens += 1
            right = names.at(opens)
        elif right is None and joins:
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
            and introduced.last < place
            and norms[introduced.last] in _BEHIND_PERSON
            and right is not None
            and right.kind == "person"
            and right.outer == opens
            and len(right.words) > 1
            and (left is None or left.kind != "person")
        ):
            # "Ana Silva, director of Portlink [and] Rui Lopez, head of the bank", "Ana Silva of
            # Portlink [and] Rui Lopez"
            parts.append((begin, place))
            begin = place + 1
            continue
        if left is None or left is right or left.last != end:
            continue
        before = left.outer - 1 - (norms[left.outer - 1] == "the")
        behind = before > begin and (
            norms[before] in phrase_words("preposition") or before == listed
        )
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
        deals = (
            right is not None
            and right.kind != "person"
            and introduced is not None
            and introduced.kind == "person"
            and norms[before - 1] in office_nouns()
        )
        signed = (
            left.kind == "person"
            and norms[before] in _FOR_WHOM
            and (norms[before - 1] in paper_nouns() or norms[before - 1] in _SPEAKERS)
            and right is not None
            and right.kind in {"person", "other"}
        )
        counted = not _COUNTED.isdisjoint(norms[begin:place]) and norms[place] == "and"
        if counted and right is not None and right.last == last and "," in norms[begin:place]:
            comma = place - norms[place:begin:-1].index(",")
            if not parts and phrase_words("preposition").isdisjoint(norms[begin:comma]):
                # "the bloc's two biggest economies, [France] and [Germany]"
                return [(comma + 1, place), (place + 1, last)]
        if behind and (alike or deals or signed or norms[before - 1] in _PERIODICALS):
            # "investigators from Canada, Norway and Sweden", "a spokesman for the Senate and the
            # House", "the Journal of Child and Adolescent Psychology", "Ana Silva, the firm's head
            # of Diversity and Engagement", "a paper by Ana Silva and Rui Lopez"
            listed = place
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
        alone = titled and joins and left.kind != "place"
        if right is None or right.outer != opens:
            # "Donald Trump and his supporters", "the IRCC and other departments"
            if not alone or norms[opens] not in _OTHERS:
                continue
        elif not _alike(left.kind, right.kind):
            continue
        parts.append((begin, place))
        begin = opens if norms[place] == "," else place + 1
    parts.append((begin, last))
    if len(parts) > _PAIR and _is_affiliation(names, parts):
        # "Ana Silva, Sleep Unit, University of Lisbon, Lisbon, Portugal"
        return [(first, last)]
    ends = [trimmed(norms, *part) for part in parts]
    return [part for part in ends if part[0] < part[1]]


def _is_with_fellows(behind: Sequence[str], name: Name) -> bool:
    """Whether whoever is named leads others without a name: "and colleagues", "and her team"."""
    if len(behind) < _PAIR or behind[0] != "and" or behind[-1] not in FELLOWS:
        return False
    if len(behind) == _PAIR:
        return name.kind == "person" or (name.kind == "other" and behind[1] in _PERSONAL_FELLOWS)
    return name.kind == "person" and behind[1] in POSSESSIVES and len(behind) <= _LONGEST_FELLOWS


def _is_affiliation(names: Names, parts: Sequence[tuple[int, int]]) -> bool:
    """Whether a person's name is followed by where they work, from the unit to the country."""
    kinds = [{name.kind for name in names.within(*part)} for part in parts]
    return "person" in kinds[0] and all(
        kind and kind <= {"organisation", "place"} for kind in kinds[1:]
    )


def holds_both(document: Document, names: Names, begin: int, joint: int) -> bool:
    """Whether who is named behind "and" holds both offices: "Chairman and Adviser Ana Silva".

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names.
    begin, joint : int
        Where the first office begins, and the "and".
    """
    name = _person_behind(document, names, joint + 1, min(joint + 1 + _OFFICE_WORDS, len(document)))
    return (
        name is not None
        and name.first > joint + 1
        and document.norms[joint - 1] in title_words()
        and not document.norms[joint - 1].endswith("s")
        and document.words[joint - 1].istitle()
        and document.words[begin][0].isupper()
        and document.norms[begin] not in _DETERMINED
        and not any(one.kind == "person" for one in names.within(begin, joint))
    )


def _own_together(document: Document, names: Names, joint: int, last: int) -> bool:
    """Whether people belong to both whom "and" joins: "Ana Silva and Rui Lopez's [colleagues]"."""
    norms, left, right = document.norms, names.at(joint - 1), names.at(joint + 1)
    return (
        left is not None
        and right is not None
        and right.outer == joint + 1
        and right.last < last
        and norms[right.last] in GENITIVES
        and norms[last - 1].endswith("s")
    )


def shared_noun(document: Document, names: Names, first: int, last: int) -> int:
    """The noun of all the names that open a phrase: "French, German and US [officials]"; or -1.

    Bodies with an article are named for themselves: "the Treasury and US officials".
    """
    norms = document.norms
    if "and" not in norms[first:last] or norms[first] == "the":
        return -1
    left = right = names.at(first)
    at = first
    while right is not None and right.last + 1 < last and norms[right.last] in {",", "and"}:
        at = right.last + 1 + (norms[right.last : right.last + 2] == [",", "and"])
        left, right = right, names.at(at)
    if left is None or right is None or left is right or right.outer != at or right.last >= last:
        return -1
    noun = norms[right.last]
    ends = right.last + 1 == last or norms[right.last + 1] in phrase_words("preposition")
    if not ends or not noun.isalpha() or singular(noun) == noun:
        return -1
    word = norms[left.last - 1]
    if left.last - left.outer == 1 and (
        word in name_words("nationality") or word in PARTISANS or word in _FAITHS
    ):
        # "Republican and Democratic lawmakers", but no "Republicans and Iowa officials"
        return right.last if singular(word) == word else -1
    people = left.kind == "person" and len(right.words) == len(left.words) == 1
    nation = norms[right.last - 1] in name_words("nationality")
    places = left.kind == "place" and (right.kind == "place" or nation)
    initials = all("".join(name.words).isupper() for name in (left, right))
    return right.last if (people and noun in _SPEAKERS) or places or initials else -1


def _before_party(document: Document, begin: int, end: int) -> int:
    """End before a comma and a member's party: "Ana Silva[, R-Tenn.]"."""
    if document.norms[end - 1] == ")" and "(" in document.norms[max(end - _PARTY, begin + 1) : end]:
        # "Ana Silva (R., Ohio)"
        return end - 1 - document.norms[end - 1 : begin : -1].index("(")
    party = end - 1 - (document.norms[end - 1] == ".")
    told = party - 1 > begin and document.words[party].startswith(PARTIES)
    return party - 1 if told and document.norms[party - 1] == "," else end


def _adds_place(document: Document, names: Names, comma: int, last: int) -> bool:
    """Whether what follows a comma says whence: "a Naples, [Fla.], firm", "Silva, [R-Tenn.],"."""
    norms, name = document.norms, names.at(comma + 1)
    if document.words[comma + 1].startswith(PARTIES):
        return True
    if name is None or name.first != comma + 1 or name.last == len(norms):
        return False
    state = norms[name.last] == "." or " ".join(norms[name.first : name.last]) in name_words(
        "state"
    )
    end = name.last + (norms[name.last] == ".")
    # "Ohio, Iowa, and Alabama"
    closed = norms[end : end + 1] == [","] and norms[end + 1 : end + 2] != ["and"]
    return state and closed and "," not in norms[end + 1 : last]


def _beside(
    document: Document, names: Names, first: int, last: int
) -> tuple[tuple[int, int], int] | None:
    """Who stands beside whoever opens a phrase, and where: "Ana Silva, along with [Rui Lopez]".

    Of "some senators, such as [Ana Silva]" both are told.
    """
    norms = document.norms
    if last - first < _SHORTEST_BESIDE or _BESIDE.keys().isdisjoint(norms[first:last]):
        return None
    at = next(
        (at for at in range(first + 1, last - 2) if _BESIDE.get(norms[at]) == norms[at + 1]), -1
    )
    set_off = at > 0 and norms[at - 1] == ","
    if at < 0 or not (set_off or phrase_words("preposition").isdisjoint(norms[first:at])):
        return None
    end = at - set_off
    told = (
        names.at(at + 2) is not None
        or _person_behind(document, names, at + 2, last) is not None
        or _tells_people(document, names, at + 2, last)
    )
    if end <= first or not told or not _tells_somebody(document, names, first, end):
        return None
    return (first, end), at + 2


def _are_person_and_others(
    document: Document, names: Names, begin: int, joint: int, last: int
) -> bool:
    """Whether "and" joins a person to another, or to people or a body without a name.

    "The union's negotiator Ana Silva [and] the company's Rui Lopez", "Sens. Ana Silva (R-Ky.) [and]
    Rui Lopez (D-Conn.)", "Ana Silva [and] two aides", "Ana Silva [and] Senate Democrats".
    """
    norms = document.norms
    end = joint
    if norms[joint - 1] == ")" and "(" in norms[begin:joint]:
        end -= norms[joint - 1 : begin : -1].index("(") + 1
    name = names.at(end - 1)
    if name is None or name.last != end or name.outer < begin or not may_be_person(name):
        return False
    before = norms[begin : name.outer]
    if "," in before or not phrase_words("preposition").isdisjoint(before):
        # "An aide to Ana Silva and Rui Lopez"
        return False
    behind = _person_behind(document, names, joint + 1, last)
    if behind is not None:
        return True
    if name.kind != "person" or norms[last - 1] in FELLOWS:
        return False
    opens = joint + 1 + (norms[joint + 1] == "the")
    right = names.at(opens)
    if right is not None and right.outer == opens and right.last == last:
        return right.kind == "organisation" and norms[last - 1] not in _BEHIND_FOUNDERS
    head = norms[head_index(document, names, joint + 1, last)]
    return (
        # "Members of the board"
        (head.endswith(("s", "men", "women", "people")) or norms[joint + 1].endswith("s"))
        and norms[joint + 1] not in POSSESSIVES
        # "Ana Silva and mayors of Rui Lopez's party"
        and not any(one.kind == "person" for one in names.within(joint + 1, last))
        and _tells_people(document, names, joint + 1, last)
    )


def _tells_somebody(document: Document, names: Names, first: int, last: int) -> bool:
    """Whether a phrase ends with a name, opens with a person's, or is of people or a body."""
    opening, closing = names.at(first), names.at(last - 1)
    named = (closing is not None and closing.last == last) or (
        opening is not None and opening.kind == "person"
    )
    return named or _tells_people(document, names, first, last)


def _person_behind(document: Document, names: Names, first: int, last: int) -> Name | None:
    """The person whose name ends a description: "company lawyer [Ana Silva]", "state Sen. [...]".

    No comma, preposition or other joint parts them.
    """
    norms = document.norms
    for at in range(first, min(first + _DESCRIPTION_WORDS, last)):
        name = names.at(at)
        if name is not None and name.kind == "person":
            # "Sens. Ana Silva"
            word = norms[at - 1 - (at - 1 > first and norms[at - 1] == ".")]
            held = (
                at == first
                or name.outer < name.first
                or word in office_nouns()
                or word in title_words()
                or word.endswith(PERSONAL_ENDS)
                or word in GENITIVES
            )
            return name if held and name.outer == at else None
        if norms[at] in _PARTING or norms[at] in phrase_words("preposition"):
            return None
    return None


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
    if left and right and right[0] in _HIS and right[-1] not in FELLOWS:
        # "The host and his wife, Ana Silva": nobody is their own wife. But "the candidates and
        # their aides" are one group.
        if left[-1] == ",":
            # "Ana Silva, the mayor, and her deputy"
            told = _person_behind(document, names, begin, joint) is not None
        else:
            told = (
                left[0] in _DETERMINED
                and "," not in left
                and phrase_words("preposition").isdisjoint(left)
                and _tells_somebody(document, names, begin, joint)
            )
        return told and _tells_people(document, names, joint + 1, last)
    behind = names.at(joint + 1)
    if _are_body_and_person(document, names, begin, joint, last):
        return True
    if (
        behind is not None
        and behind.kind == "person"
        and behind.first == joint + 1
        # "Ana Silva supporters and Rui Lopez supporters"
        and (behind.last == last or not norms[behind.last].isalpha())
        and left
        and left[-1].isalpha()
        and "," not in left
        and phrase_words("preposition").isdisjoint(left)
        and names.at(joint - 1) is None
    ):
        # "Police and Ana Silva, a lawyer"; no trade stands before her name.
        return _tells_people(document, names, begin, joint)
    if not left or not right or ("," in right and left[-1] != ","):
        # "The founder and the owner of the firm, Ana Silva"
        return False
    opening = names.at(begin)
    if left[-1] == ",":
        # No appositive of whoever opens the phrase, "state Sen. Ana Silva" among them.
        opening = _person_behind(document, names, begin, joint)
        return opening is not None and _person_behind(document, names, joint + 1, last) is not None
    if not phrase_words("preposition").isdisjoint(left) or "," in left:
        return False
    if len(left) == 1 and known_outlet(document.words[begin]) is not None:
        return known_outlet(" ".join(document.words[joint + 1 : last])) is not None
    alone = left == ["police"] or (
        opening is not None and opening.last == joint and opening.kind == "person"
    )
    if right[0] in _DETERMINED:
        # "Researchers and the company"
        people = len(left) == 1 and left[0].endswith("s") and opening is None
        alone = alone or left[0] in _DETERMINED or (people and is_personal(singular(left[0])))
        return alone and _tells_people(document, names, joint + 1, last)
    if left[0] in _DETERMINED and left[-1] in paper_nouns() and len(right) == 1:
        # "The police report and witnesses"
        return right[0].endswith("s") and is_personal(singular(right[0]))
    if right[0] == "other" and left[0] in _DETERMINED:
        # "The authors and other experts"
        return all(
            _tells_people(document, names, *part) for part in ((begin, joint), (joint + 1, last))
        )
    return left == ["police"] and behind is None and _tells_people(document, names, joint + 1, last)


def _are_body_and_person(
    document: Document, names: Names, begin: int, joint: int, last: int
) -> bool:
    """Whether "and" joins a body, "police" or a paper to a person: "the FBI [and] Ana Silva"."""
    norms, left, right = document.norms, names.at(joint - 1), names.at(joint + 1)
    if right is None or right.kind != "person" or right.outer != joint + 1 or right.last != last:
        return False
    titles = right.first - right.outer
    if (len(right.words) == 1 and not titles) or titles > _PAIR:
        # "Ernst and Young", "Finance and Science and Technology Adviser Ana Silva"
        return False
    opens = begin + (norms[begin] == "the")
    if left is None:
        return joint - opens == 1 and (
            norms[opens] == "police" or (opens > begin and norms[opens] in paper_nouns())
        )
    # "The Bible and Ana Silva"
    body = left.kind == "organisation" or (left.kind == "other" and opens > begin)
    return body and left.outer == opens and left.last == joint


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
