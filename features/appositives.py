"""What a comma or a bracket adds to a source's name: an appositive, an office, a short form."""

from __future__ import annotations

from functools import cache

from credscore.document import Document
from credscore.features.cues import words_of
from credscore.features.names import SETTING_OFF, Name, Names, is_degree, name_words
from credscore.features.noun_phrases import phrase_words

__all__ = [
    "DETERMINERS",
    "PARTIES",
    "PERSONAL_ENDS",
    "RELATIVES",
    "may_be_person",
    "office_nouns",
    "with_appositive",
    "with_office",
]

DETERMINERS = frozenset(
    ("a", "an", "the", "his", "her", "its", "their", "our", "my", "one", "another", "this", "that")
)
RELATIVES = frozenset(("who", "whom", "which", "whose", "where", "when"))
_BREAKS = frozenset((",", ";", ":", "—", "–", "--", '"', "“", "”"))
_LONGEST_APPOSITIVE = 40
PERSONAL_ENDS = ("er", "or", "ist", "man", "woman", "ian", "head", "chief")
PARTIES = ("R-", "D-", "I-")
# What follows a name behind a comma.
_BEHIND_NAMES = frozenset(("dr", "esq", "kc", "mp", "qc", "rn"))


def may_be_person(name: Name) -> bool:
    """Whether a name is a person's, or of nobody known and as long as most persons' names."""
    return name.kind == "person" or (name.kind == "other" and len(name.words) in {2, 3})


@cache
def office_nouns() -> frozenset[str]:
    """Nouns for what people are: offices, titles, roles."""
    return words_of("role") | words_of("title") | name_words("office")


def with_appositive(document: Document, last: int) -> int:
    """Take in what a comma or a parenthesis adds: ", a spokesman for the ministry", "(BNP)"."""
    norms, words = document.norms, document.words
    if last == len(norms) or norms[last] not in SETTING_OFF:
        return last
    limit = document.sentences[document.sentence_of[last - 1]].last
    if norms[last] == "(" and ")" in norms[last : last + 6]:
        close = norms.index(")", last, last + 6)
        inside = words[last + 1 : close]
        # Short forms, parties and handles; not asides or years.
        if inside and len(inside) <= 3 and (inside[0][0].isupper() or inside[0][0] == "@"):
            last = close + 1
    while norms[last : last + 1] == [","] and norms[last + 1 : last + 2]:
        # "Hedok Lee, PhD, and", but no "in the study, Dr. Lee"
        if (
            not (is_degree(norms[last + 1]) or norms[last + 1] in _BEHIND_NAMES)
            or last + 1 >= limit
            or _opens_name(document, last + 1)
        ):
            break
        last += 2
    opens = last + 1
    if norms[last : last + 1] != [","] or opens >= limit:
        return last
    quotation = document.quotation_of[opens]
    if quotation >= 0 and norms[last - 1] in words_of("document"):
        # "the paper, “Sleep and memory,”"
        return document.quotations[quotation].end
    word, norm = words[opens], norms[opens]
    against = norms[opens + 1 : opens + 2] in (["against"], ["without"])
    if against and words[opens + 1][0].isupper():
        # "the Press Club, Lawyers Against Torture"
        return last
    if norm in office_nouns() and norms[last - 1] in words_of("document"):
        # "In the study, doctors looked at": a paper holds no office.
        return last
    is_party = word in {"R", "D", "I"} or word.startswith(PARTIES)
    if not (
        is_party
        or norm in DETERMINERS
        or norm in office_nouns()
        or norm in phrase_words("office modifier")
    ):
        return last
    end = opens
    while end < limit and norms[end] not in _BREAKS and norms[end] not in RELATIVES:
        if norms[end] == "." and end + 1 >= limit:
            break
        end += 1
    if end - opens > _LONGEST_APPOSITIVE:
        return last
    if end < limit and norms[end] in RELATIVES and norms[end - 1] in phrase_words("preposition"):
        # "the complaint, a copy of which was seen"
        return last
    if is_party:
        return end if end - opens <= 4 else last
    sentence = document.sentences[document.sentence_of[opens]]
    if norms[sentence.first] == "according" and norms[end : end + 1] != [","]:
        # "According to results given by the mayor, the town voted no."
        return last
    inside = norms[opens:end]
    # "Khan, the minister said": a clause of its own.
    if not phrase_words("finite").isdisjoint(inside):
        return last
    describes = any(
        norm in office_nouns() or norm in words_of("collective") or norm.endswith(PERSONAL_ENDS)
        for norm in inside
        # "said Ana Silva, [her] eyes full of tears"
        if norm not in DETERMINERS
    )
    return end if describes else last


def _opens_name(document: Document, place: int) -> bool:
    """Whether a title stands before a name: "[Dr.] Lee"."""
    after = place + 1 + (document.norms[place + 1 : place + 2] == ["."])
    sentence = document.sentences[document.sentence_of[place]]
    return after < sentence.last and document.words[after][0].isupper()


def with_office(document: Document, names: Names, last: int) -> int:
    """Take in an office that opens with a name: "Ana Silva, [the Sea Council's deputy director],".

    Nothing where the commas part people: "Ana Silva, Foreign Minister Ali Khan, and others".
    """
    norms, words = document.norms, document.words
    if last == len(norms) or norms[last] != ",":
        return last
    limit = document.sentences[document.sentence_of[last - 1]].last
    opens = last + 1
    if opens >= limit or not words[opens][0].isupper():
        return last
    end = opens
    while end < limit and norms[end] not in _BREAKS and norms[end] not in RELATIVES:
        end += 1
    # "said Ana Silva, Portlink board member and director."
    closes = end == limit and norms[end - 1] == "."
    end -= closes
    inside = norms[opens:end]
    if (
        (not closes and norms[end : end + 1] != [","])
        or len(inside) > _LONGEST_APPOSITIVE
        or office_nouns().isdisjoint(inside)
        or not phrase_words("finite").isdisjoint(inside)
    ):
        return last
    people = (
        name
        for name in names.within(opens, end)
        if name.kind == "person" and office_nouns().isdisjoint(map(str.lower, name.words[-1:]))
    )
    owners = (name.last < end and norms[name.last] in {"'s", "'"} for name in people)
    return end if all(owners) else last
