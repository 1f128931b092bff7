"""Proper names in a document: where they stand, and whether they name a person or something else.

Names of the whole world: a title or office may stand before them, a particle inside ("bin", "van
der"), a family name first or none at all. What decides is first the words of the name itself and
those beside it, then the rest of the article ("Silva" after "Ana Silva").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from credscore.document import Document
from credscore.features.cues import words_of
from credscore.lexicons import read_sections

__all__ = ["Name", "NameKind", "Names", "name_words", "strip_titles"]

NameKind = Literal["person", "organisation", "place", "other"]

# Join the parts of a body's name: "Ministry of Law and Justice", "Center for Disease Control".
_BODY_JOINTS = frozenset(("of", "for", "and", "&", "on", "the", "to", "in"))
_MIDDLE_MARKS = frozenset((".", "(", ")"))
_AGE_AFTER = frozenset((",", "("))


@cache
def _sections() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(entries)
        for name, entries in read_sections("credscore.features", "names.txt").items()
    }


@cache
def name_words(section: str) -> frozenset[str]:
    """Entries of a section of `names.txt`, such as "country"; "person" is all words of persons' names."""
    if section == "person":
        return frozenset().union(*(_sections()[part] for part in ("female", "male", "given")))
    return _sections()[section]


@cache
def _titles() -> frozenset[str]:
    return words_of("title") | words_of("role")


@cache
def _body_words() -> frozenset[str]:
    return words_of("collective") | name_words("body")


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name.

    Attributes
    ----------
    first, last : int
        Tokens of the name itself, end exclusive; titles before it are left out.
    outer : int
        First token with the titles and offices written with a capital before it.
    words : tuple of str
        Its words, initials' full stops left out.
    kind : NameKind
        What it names, as far as its own words and neighbours tell; "other" where they do not.
    """

    first: int
    last: int
    outer: int
    words: tuple[str, ...]
    kind: NameKind


def strip_titles(norms: Sequence[str]) -> int:
    """How many words at the front of a name are titles and what belongs to them.

    Examples
    --------
    >>> strip_titles(["foreign", "minister", "khurram", "khan"])
    2
    >>> strip_titles(["khurram", "khan"])
    0
    """
    titles = _titles()
    at = 0
    for place, norm in enumerate(norms[:-1]):
        if norm in titles or norm.rpartition("-")[2] in titles:
            at = place + 1
    # "Lt-Gen (retd)", "Mr.", "Gov."
    while 0 < at < len(norms) and norms[at] in {".", "(", ")", "retd", "ret", "rtd", "elect", "-"}:
        at += 1
    return at if at < len(norms) else 0


class Names:
    """The proper names of a document, in order.

    Parameters
    ----------
    document : Document
        What to look at.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.found: list[Name] = []
        self._starting = [0] * len(document)
        norms = document.norms
        # Words met in lower case are no names at the head of a sentence.
        self._plain = {word for word in document.words if word.islower()}
        starts = {sentence.first for sentence in document.sentences}
        common = name_words("opener")
        words = document.words
        end = 0
        for place in [i for i, word in enumerate(words) if word[0].isupper()]:
            if place < end:
                continue
            norm = norms[place]
            if norm in common:
                continue
            opens = place in starts or (place and words[place - 1] in "“\"‘'")
            if opens and norm in self._plain and not self._goes_on(place):
                continue
            end = self._end_of_run(place)
            self.found.append(self._name(place, end))
        self._at = {}
        for number, name in enumerate(self.found):
            for token in range(name.outer, name.last):
                self._at[token] = number

    def _goes_on(self, place: int) -> bool:
        words = self._document.words
        return (
            place + 1 < len(words)
            and words[place + 1][0].isupper()
            and self._document.norms[place + 1] not in name_words("opener")
        )

    def _end_of_run(self, place: int) -> int:
        """End of the run of capitalised words that begins at a token, joints included."""
        words, norms = self._document.words, self._document.norms
        limit = self._document.sentences[self._document.sentence_of[place]].last
        bodies = _body_words()
        has_body = norms[place] in bodies
        at = place + 1
        while at < limit:
            word, norm = words[at], norms[at]
            if word[0].isupper() and norm not in {"i"}:
                has_body |= norm in bodies
                at += 1
                continue
            following = words[at + 1] if at + 1 < limit else ""
            capital = following[:1].isupper()
            # An initial's or a title's full stop.
            if (
                word == "." and capital and (len(words[at - 1]) == 1 or norms[at - 1] in _titles())
            ) or (
                norm in name_words("particle")
                and (
                    capital or (norms[at + 1 : at + 2] and norms[at + 1] in name_words("particle"))
                )
            ):
                at += 1
            elif word == "(" and norms[at + 1 : at + 3] in (
                ["retd", ")"],
                ["ret", ")"],
                ["rtd", ")"],
            ):
                at += 3
            elif (
                has_body
                and norm in _BODY_JOINTS
                and (
                    capital
                    or (
                        norms[at + 1 : at + 2] == ["the"]
                        and words[at + 2 : at + 3]
                        and words[at + 2][0].isupper()
                    )
                )
            ):
                # "the Ministry of Defence and Imran Khan" names two.
                if norm == "and" and self._looks_personal(at + 1, limit):
                    break
                at += 1 if capital else 2
            elif word == "&" and capital:
                at += 1
            else:
                break
        return at

    def _looks_personal(self, place: int, limit: int) -> bool:
        norms = self._document.norms
        return any(
            norms[at] in name_words("person") or norms[at] in _titles()
            for at in range(place, min(place + 2, limit))
        )

    def _name(self, first: int, last: int) -> Name:
        words, norms = self._document.words, self._document.norms
        run = norms[first:last]
        skip = strip_titles(run)
        # "Prime Minister's Office", "State Department": the last word says what it is.
        if skip and run[-1] in _body_words() and not self._is_given(run[skip]):
            skip = 0
        inner = first + skip
        parts = tuple(
            word for word in words[inner:last] if word[0].isalnum() and word.lower() not in {"retd"}
        )
        kind = self._kind(inner, last, parts, titled=skip > 0)
        return Name(inner, last, first, parts, kind)

    def _is_given(self, norm: str) -> bool:
        return norm in name_words("person")

    def _kind(self, first: int, last: int, parts: tuple[str, ...], *, titled: bool) -> NameKind:
        norms = self._document.norms
        lowered = [part.lower() for part in parts]
        before = norms[first - 1] if first else ""
        joined = " ".join(lowered)
        if joined in name_words("country") or joined in name_words("city"):
            return "place"
        if not parts or joined in name_words("nationality"):
            return "other"
        person = name_words("person")
        is_body = any(part in _body_words() for part in lowered[-1:]) or any(
            part in _body_words() and norms[first + at + 1 : first + at + 2] in (["of"], ["for"])
            for at, part in enumerate(lowered[:-1])
        )
        if titled and not is_body:
            return "person"
        if before in _titles() and before not in {"secretary", "general", "chief"} and not is_body:
            return "person"
        if before == "." and first > 1 and norms[first - 2] in _titles():
            return "person"
        if is_body or (lowered[-1] in name_words("body end")):
            return "organisation"
        if len(parts) == 1:
            word = parts[0]
            if (word.isupper() and 1 < len(word) <= 7) or any(map(str.isdigit, word)):
                return "organisation"
            if lowered[0] in person:
                return "person"
            return "organisation" if before == "the" else "other"
        if any(part in person for part in lowered[:-1]) or lowered[-1] in person:
            return "person"
        if before == "the" or any(part in _body_words() for part in lowered):
            return "organisation"
        if self._has_age(last):
            return "person"
        if all(part.isupper() for part in parts) or len(parts) > 4:
            return "organisation"
        return "other"

    def _has_age(self, last: int) -> bool:
        """Whether an age stands behind: ", 45,"."""
        words = self._document.words
        return (
            last + 2 < len(words)
            and words[last] in _AGE_AFTER
            and words[last + 1].isdigit()
            and len(words[last + 1]) == 2
            and words[last + 2] in {",", ")", "."}
        )

    @cached_property
    def people(self) -> dict[str, tuple[str, ...]]:
        """The fullest name of a person in the article, by each of its words in lower case.

        A word that several people share belongs to the last of them to be named in full; the first
        word of a name is looked up only where no other name ends in it.
        """
        document = self._document
        full = [
            name.words
            for name in self.found
            if name.kind == "person"
            and len(name.words) > 1
            and document.sentences[document.sentence_of[name.first]].kind == "body"
        ]
        fullest: dict[tuple[str, ...], tuple[str, ...]] = {}
        for words in sorted(set(full), key=len, reverse=True):
            lowered = {word.lower() for word in words}
            longer = next(
                (
                    known
                    for known in fullest.values()
                    if lowered <= {word.lower() for word in known}
                ),
                words,
            )
            fullest[words] = longer
        found: dict[str, tuple[str, ...]] = {}
        for words in full:
            for word in words[:-1]:
                found.setdefault(word.lower(), fullest[words])
        for words in full:
            found[words[-1].lower()] = fullest[words]
        return found

    def at(self, token: int) -> Name | None:
        """The name that a token is part of, titles included."""
        number = self._at.get(token)
        return None if number is None else self.found[number]

    def within(self, first: int, last: int) -> list[Name]:
        """Names that lie in a token range, in order."""
        found: list[Name] = []
        at = first
        while at < last:
            name = self.at(at)
            if name is None:
                at += 1
                continue
            if name.last <= last or name.first < last:
                found.append(name)
            at = max(name.last, at + 1)
        return found
