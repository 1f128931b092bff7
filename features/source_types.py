"""What kind of source a noun phrase names, by its own words.

The types are those of the annotation guide: a person named in the article, an organisation, a
document, a news outlet, somebody described but not named, somebody anonymous, a group that is
nobody in particular, or the writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from credscore.document import Document
from credscore.features.appositives import DETERMINERS, may_be_person, office_nouns
from credscore.features.cues import as_saying, words_of
from credscore.features.name_kinds import folded, is_title, parts_of_surname
from credscore.features.names import Name, Names, is_degree, name_words
from credscore.features.noun_phrases import phrase_words
from credscore.features.outlets import Outlet, citation_words, describes_outlet, known_outlet
from credscore.features.people_types import DEFINITE, SOME, PeopleTypes
from credscore.features.publisher import Publisher
from credscore.features.source_coordination import INSTANCES, shared_noun
from credscore.features.source_nouns import (
    POSSESSIVES,
    base_noun,
    is_body,
    is_personal,
    names_case,
    names_member,
    names_national,
    names_office,
    names_paper,
    names_partisans,
    names_politicians,
    singular,
    source_words,
    tells_seat,
)
from credscore.features.source_phrases import head_index
from credscore.findings import Citation, SourceType

__all__ = ["SPOKEN_FOR", "Phrase", "PhraseReader", "names_thing"]

# What outlets and others find out by themselves.
_RESEARCH = frozenset(
    ("analysis", "check", "count", "fact-check", "inquiry", "investigation", "probe", "review",
     "tally")
)  # fmt: skip
_WANTING = frozenset(("additional", "further", "more"))
_PLURAL = frozenset(("%", "media", "people", "percent", "police"))
_ONE = frozenset(("a", "an", "another", "one"))
_JOINING = frozenset(("and", "but", "nor", "not", "or"))
# Who speaks for a body.
SPOKEN_FOR = frozenset(("spokesman", "spokesperson", "spokeswoman", "representative"))
_DEFINED = frozenset(("a", "an", "one", "the"))
# Words of a title before a name: "a spokesman for Governor Ana Silva".
_TITLE = 4
# What the State does before a court.
_PROSECUTING = frozenset(
    ("alleged", "alleges", "argued", "argues", "contended", "contends", "submitted", "submits")
)
# "A growing [number] of doctors", and tokens from the phrase's first up to it.
_NUMBERS = frozenset(("number", "numbers"))
_COUNTED = 4
_SITTINGS = frozenset(("hearing", "inquest", "inquiry", "trial", "tribunal"))
# How an outlet has got what it did not write.
_SEEN = frozenset(
    ("examined", "obtained", "read", "received", "reviewed", "seen", "verified", "viewed")
)
_CHAMBERS = frozenset(("congressional", "gop", "house", "senate"))
# Who may be a firm: "the landlord, Quenneby Homes".
_DEALING = frozenset(("contractor", "landlord", "partner", "subcontractor", "tenant"))
_SITES = frozenset(("site", "webpage", "website"))
_OWNING = POSSESSIVES | {"'s", "'"}
# Words for papers in which names of bodies and outlets end.
_IN_NAMES = frozenset(
    ("appeal", "appeals", "bulletin", "gazette", "order", "policy", "post", "record", "register",
     "research", "review")
)  # fmt: skip
_FORECASTS = frozenset(("forecasts", "predictions", "projections"))
# What polls of opinions do, and elections do not.
_SHOWING = (
    ["find"], ["found"], ["give"], ["had"], ["have"], ["indicate"], ["indicated"], ["put"],
    ["said"], ["say"], ["show"], ["showed"], ["suggest"], ["suggested"],
)  # fmt: skip


@dataclass(slots=True)
class Phrase:
    """A source's noun phrase, described.

    Attributes
    ----------
    first, last : int
        Tokens, end exclusive.
    type : SourceType
        What it names, by itself.
    name : Name or None
        The proper name that it is built around; of a spokesperson without one, the body's.
    outlet : str
        Canonical name of the outlet that it names; empty where it names none or describes it.
    head : str
        Its head noun in the singular and lower case; empty for a name of its own.
    definite : bool
        Whether it points back: "the analyst".
    plural : bool
        Whether its head is a plural.
    """

    first: int
    last: int
    type: SourceType
    name: Name | None
    outlet: str
    head: str
    definite: bool
    plural: bool


@cache
def _vague_words(reports: bool) -> frozenset[str]:
    vague = source_words("vague modifier") | name_words("nationality")
    return vague | source_words("vague report") if reports else vague


def names_thing(phrase: Phrase) -> bool:
    """Whether a phrase names neither people nor a body nor a paper: "the flurry of visits"."""
    return (
        phrase.type == "organisation"
        and phrase.name is None
        and phrase.head not in words_of("collective")
        and phrase.head not in _SITTINGS
        and phrase.head not in name_words("firm")
        and phrase.head not in source_words("body that speaks")
        and phrase.head not in source_words("further body")
        and phrase.head not in source_words("firm or person")
    )


class PhraseReader:
    """Describes the noun phrases of one article.

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names.
    citations : sequence of Citation
        Other outlets that it cites.
    """

    def __init__(self, document: Document, names: Names, citations: Sequence[Citation]) -> None:
        self._document = document
        self._names = names
        self._people = PeopleTypes(document, names)
        self._cited: dict[int, Citation] = {}
        for citation in citations:
            if citation.kind != "link":
                for token in range(*document.token_range(citation.start, citation.end)):
                    self._cited[token] = citation

    @cached_property
    def _publisher(self) -> Publisher:
        return Publisher(self._document.article)

    @cached_property
    def _taken(self) -> frozenset[str]:
        """Short forms of agencies that the article has for a party: "PTI leaders"."""
        norms, words = self._document.norms, self._document.words
        agencies, party = citation_words("agency"), citation_words("party")
        return frozenset(
            norms[place]
            for place in self._document.places_of(agencies)
            if words[place].isupper()
            and (
                not party.isdisjoint(norms[place + 1 : place + 2])
                or (place > 1 and norms[place - 1] == "(" and self._spells(place - 2, words[place]))
            )
        )

    def _spells(self, place: int, short: str) -> bool:
        """Whether a name that is no outlet's has these first letters: "Tehreek-e-Insaf [(PTI)]"."""
        name = self._names.at(place)
        if name is None or place in self._cited:
            return False
        parts = (part for word in name.words for part in word.split("-"))
        return "".join(part[0] for part in parts if part[:1].isupper()).endswith(short)

    def describe(self, first: int, last: int) -> Phrase:
        """Say what a noun phrase names.

        Parameters
        ----------
        first, last : int
            The phrase, not empty, and no pronoun.
        """
        document, names, norms = self._document, self._names, self._document.norms
        shared = shared_noun(document, names, first, last)
        at = head_index(document, names, first, last) if shared < 0 else shared
        if names.at(at) is not None:
            at = self._office_in(at, first)
        if norms[at] == "section" and norms[at + 1 : at + 2] == ["of"] and at + 2 < last:
            # "A section of [residents]", but no "a section of the report"
            at += 2 * (
                singular(norms[at + 2]) != norms[at + 2] and is_personal(singular(norms[at + 2]))
            )
        counted = self._counted(first, last)
        if counted:
            at = head_index(document, names, counted, last)
        if at > first and norms[at].isdigit() and norms[at - 1] in source_words("numbered"):
            # "[Section] 12 of the act"
            at -= 1
        head = base_noun(norms[at])
        single = singular(head)
        plural = single != head or head in _PLURAL
        name = self._main_name(first, last, at) if shared < 0 else None
        outlet = ""
        kind: SourceType
        if "this" in norms[first:last] and self._is_own(first, at, last, head):
            kind, name = "self", None
        elif last - first == 1 and tells_seat(document.words[first]):
            kind, name = "organisation", None
        elif head in _SITTINGS and "heard" in norms[last : last + 2]:
            # "The inquest heard": a court does, no paper
            kind, name = "organisation", None
        elif (
            norms[at] == "paper"
            and norms[last : last + 1] == ["quoted"]
            and as_saying(norms, last, document.sentences[document.sentence_of[first]].last) > 0
        ):
            # "The paper quoted Silva as saying": no study does.
            kind = "outlet"
        elif self._names_itself(first, last):
            kind, name = "self", None
        elif (cited := self._outlet(first, last, at, name)) is not None:
            kind, outlet = "outlet", cited
            if cited and at not in self._cited and self._publisher.is_outlet(Outlet(cited, "", "")):
                # "The Quenneby Post has learnt", in the Quenneby Post
                kind, name, outlet = "self", None, ""
        elif (name is not None and names_case(self._document.words[name.first : name.last])) or (
            head == "case"
            and any(
                names_case(self._document.words[x.first : x.last])
                for x in names.within(first, last)
            )
        ):
            # "the 2008 decision Ali v. Khan", "the Ali v. Khan case"
            kind, name = "document", None
        elif (
            last - first == 2
            and norms[first] == "the"
            and names_national(norms[at])
            and not (last < len(norms) and is_personal(norms[last]))
        ):
            # "The Brazilian", but no "the Spanish", no "the Republican nominee"
            kind, name = "unnamed", None
        elif norms[at] == "bench":
            # "A bench of Justices Ana Silva and Rui Lopez" is a court.
            kind, name = "organisation", None
        elif name is not None and name.kind == "person":
            kind = "person"
            if self._is_spoken_for(name, first, last):
                # "A spokesman for Governor Ana Silva" is somebody else.
                at = first + 1
                kind, name, single, plural = "unnamed", None, singular(norms[at]), False
            elif (
                at < name.first
                and self._people.is_firm(first, at, last)
                and name_words("person").isdisjoint(map(str.lower, name.words))
            ):
                # "The owner, Norvex, said it"
                kind = "organisation"
        elif head in _IN_NAMES and name is not None and self._ends_in(name, at):
            # "the Court of Appeals", "the Order of Police", "the Morning Post"
            kind = "organisation"
            if (known := known_outlet(" ".join(document.words[name.outer : at + 1]))) is not None:
                kind, outlet = "outlet", known
        elif (
            (
                names_paper(head)
                # "Portlink's website", "the website of Portlink"
                or (head in _SITES and at > first and norms[at - 1] in _OWNING)
                or (head in _SITES and at + 1 < last and norms[at + 1] == "of")
            )
            and not (
                self._is_election(first, at)
                or self._people.are_people(first, at)
                # "the team's strategy", "a new strategy", which nobody has written
                or (head == "strategy" and (norms[first] != "the" or "'s" in norms[first:at]))
                or (name is not None and is_body(name, head))
            )
        ):
            kind = "document"
            if norms[first] in _WANTING:
                # "More research is needed"
                kind = "organisation"
            elif self._is_generic(first, at, last, plural=plural):
                kind = "group"
            name = None
        elif name is not None and not plural and names_member(name):
            # "the Wisconsin Republican"; "another Wisconsin Republican, Rep. Ana Silva"
            name = self._named_behind(first, last, at)
            kind = "unnamed" if name is None else "person"
        elif name is not None:
            kind = self._of_name(name, first)
            if kind == "organisation" and name.last - first == 1 and self._is_surname(first):
                kind = "person"
            if kind == "group" and not plural and norms[first] in _ONE:
                # "A Democrat briefed on the talks"
                kind = "unnamed"
            if kind in {"group", "unnamed"}:
                name = None
        elif norms[first] in {"somebody", "someone"} and last - first > 1:
            # "Someone in the audience"
            kind = "unnamed"
        else:
            kind = self._people.of(first, last, at)
            if kind == "unnamed" and not plural:
                name = self._named_behind(first, last, at) or self._named_before(first, at)
                kind = "person" if name is not None else kind
            if counted and kind == "unnamed":
                kind = "group"
            # The people of a team, which is a body elsewhere.
            plural = plural or (kind == "unnamed" and head == "team")
            if kind == "unnamed" and single in SPOKEN_FOR:
                name = self._body_in(first, last)
            if kind == "group" and last - first == 1 and not plural and self._is_surname(first):
                kind, name = "person", Name(first, last, first, (document.words[first],), "person")
        return Phrase(
            first,
            last,
            kind,
            name,
            outlet,
            single if name is None or kind == "unnamed" else "",
            norms[first] in DEFINITE,
            plural and name is None,
        )

    def _counted(self, first: int, last: int) -> int:
        """Where those are named of whom there are ever more: "a growing number of [doctors]"."""
        norms = self._document.norms
        if norms[first] == "the" or _NUMBERS.isdisjoint(norms[first + 1 : first + _COUNTED]):
            return 0
        for place in range(first + 1, min(first + _COUNTED, last - 2)):
            if norms[place] in _NUMBERS and norms[place + 1] == "of":
                return 0 if norms[place - 1] in DETERMINERS else place + 2
        return 0

    def _is_own(self, first: int, at: int, last: int, head: str) -> bool:
        """Whether a phrase is of the newspaper itself: "a report in this newspaper"."""
        norms, own = self._document.norms, source_words("own")
        text = " ".join(norms[first:last])
        return text in own or (
            head in source_words("outlet report")
            and "this" in norms[at:last]
            and norms[norms.index("this", at) - 1] in {"in", "by", "to"}
            and text.endswith(tuple(own))
        )

    def _named_before(self, first: int, at: int) -> Name | None:
        """Who is named before an office, without a comma: "Ana Silva [director] of the clinic"."""
        name = self._names.at(at - 1) if at > first else None
        whole = name is not None and name.kind == "person" and len(name.words) > 1
        of = self._document.norms[at + 1 : at + 2] in (["at"], ["for"], ["of"])
        return name if name is not None and whole and of and name.outer == first else None

    def _names_itself(self, first: int, last: int) -> bool:
        """Whether a paper calls itself by its last word: "The Post found", in the Lisbon Post."""
        words, norms, place = self._document.words, self._document.norms, first + 1
        return (
            place < last < place + 3
            and norms[first] in {"a", "an", "the"}
            and (norms[place] in citation_words("short") or "-" in words[place])
            and words[place].istitle()
            and (
                place + 1 == last
                or norms[place + 1] in source_words("outlet report")
                or norms[place + 1] in _RESEARCH
            )
            and self._publisher.is_outlet(Outlet(words[place], "", ""))
        )

    def _is_spoken_for(self, name: Name, first: int, last: int) -> bool:
        """Whether somebody speaks for whom a phrase names: "a spokesman for Mayor [Ana Silva]"."""
        norms = self._document.norms
        if name.last != last or name.outer < first + 3 or norms[first] not in _DEFINED:
            return False
        return (
            norms[first + 1] in SPOKEN_FOR
            and norms[first + 2] == "for"
            and "," not in norms[first + 3 : name.outer]
            and name.outer - first - 3 < _TITLE
        )

    def _is_surname(self, place: int) -> bool:
        """Whether a word alone is a part of the last name of somebody: "Dhaheri", "al-Dhaheri"."""
        capital = self._document.words[place].istitle()
        return capital and self._document.norms[place] in self._parts_of_surnames

    @cached_property
    def _parts_of_surnames(self) -> frozenset[str]:
        return frozenset(
            part
            for name in self._names.found
            if name.words and may_be_person(name)
            for part in parts_of_surname(name.words[-1].lower())
        )

    def _office_in(self, at: int, first: int) -> int:
        """The office of which a name is made: "the [Director] of the Sea Commission"."""
        name = self._names.at(at)
        if name is None or not names_office(name):
            return at
        norms = self._document.norms
        offices = source_words("office held")
        held = (place for place in range(max(name.outer, first), at) if norms[place] in offices)
        return next(held, at)

    def _is_election(self, first: int, at: int) -> bool:
        """Whether these are "the polls" in which people vote, and not a poll of opinions."""
        norms = self._document.norms
        alone = norms[at] == "polls" and norms[first] == "the" and at == first + 1
        return alone and norms[at + 1 : at + 2] not in _SHOWING

    def _is_generic(self, first: int, at: int, last: int, *, plural: bool) -> bool:
        """Whether documents are none in particular: "several studies", "earlier research"."""
        norms = self._document.norms
        alone = first == at
        if not alone and self._document.words[at].istitle() and self._names.at(at) is not None:
            # "Scientific Reports"
            return False
        if alone and norms[at + 1 : at + 2] == ["by"]:
            # "Polls by YouGov"
            return False
        if norms[first] in SOME or (alone and norms[at] == "research" and at + 1 == last):
            return True
        if not (plural or (norms[at] == "research" and not alone)):
            return False
        if norms[at] not in source_words("generic document"):
            return False
        if norms[at] in _FORECASTS:
            # "Forecasts", but no "forecasts from the Sea Fund"
            return alone and not self._names.within(at + 1, last)
        # "Initial reports", "local reports"
        vague = _vague_words(norms[at] == "reports")
        # "Recent studies by Ana Silva" are hers.
        return alone or (
            all(norm in vague for norm in norms[first:at]) and not self._names.within(at + 1, last)
        )

    def _main_name(self, first: int, last: int, at: int) -> Name | None:
        """The name that a phrase is built around: not in a genitive or after a preposition."""
        norms = self._document.norms
        instances = INSTANCES.intersection(norms[at + 1 : last])
        if instances:
            # "Many players, notably Ana Silva"
            last = min(norms.index(word, at + 1) for word in instances)
        closing = self._names.at(last - 1)
        if closing is not None and self._is_called(closing, first, last):
            return closing
        if closing is not None and self._holds_office(closing, first, last):
            return replace(closing, kind="person")
        for name in self._names.within(first, last):
            if names_office(name):
                # "the Public Affairs Director of the Commission, Ana Silva"
                continue
            if name.last > last or (name.last < last and norms[name.last] in {"'s", "'", "s"}):
                continue
            if norms[name.last : name.last + 1] == ["and"] and self._owns(name.last + 1, last):
                # "Ana Silva and Rui Lopez's lawyers"
                continue
            # Its head, or set off by a comma before ("the minister, Ana Silva").
            if name.outer <= at < name.last:
                return name
            person = name.kind == "person" or (
                name.kind == "other" and len(name.words) in {2, 3} and norms[name.outer - 1] == ","
            )
            between = norms[at : name.outer]
            # But no "report, by Ana Silva".
            # "the wife of Rui Lopez, an adviser to Ana Silva" is neither
            told_of = name.outer and norms[name.outer - 1] in phrase_words("preposition")
            if (
                name.first > at
                and person
                and "," in between
                and "by" not in between
                and not told_of
            ):
                ends = name.last == last or norms[name.last] in {"(", ","}
                # "The lead author, researcher Ana Silva of Lisbon"
                ends = ends or (norms[name.last] == "of" and is_personal(norms[name.outer - 1]))
                if norms[name.outer - 1] == "," or ends:
                    return name
            closes = name.last == last and name.kind != "person"
            if closes and self._calls_body(first, at, name.outer):
                return name
            if name.outer == first and self._has_office_behind(name, last):
                return name
            if name.outer == first and name.kind != "other":
                behind = name.last
                # "Ana Silva QC", "Ana Silva Jr.", "Norland Inc."
                behind += behind < last and is_degree(norms[behind])
                behind += behind < last and norms[behind] == "."
                follows = norms[behind] if behind < last else ","
                if follows == "(" and at > name.last:
                    continue
                if follows in {",", "(", "of", "from", "at", "and", "in", "-", "on"}:
                    return name
        return None

    def _owns(self, place: int, last: int) -> bool:
        """Whether a person's name with a genitive begins at a token, and what they own behind."""
        name = self._names.at(place)
        norms = self._document.norms
        if name is None or not may_be_person(name):
            return False
        return name.last + 1 < last and norms[name.last] in {"'s", "'"}

    def _calls_body(self, first: int, at: int, end: int) -> bool:
        """Whether a body's name follows its noun: "the biggest [firm], giant Nordline"."""
        norms = self._document.norms
        # "The operator, the Lisbon-based Nordline"
        inside = norms[at + 2 + (norms[at + 2 : at + 3] == ["the"]) : end]
        # But no "two networks, CNN".
        one = singular(norms[at]) == norms[at] or norms[first] == "one"
        return (
            norms[at + 1 : at + 2] == [","]
            and one
            and (
                singular(norms[at]) in words_of("collective")
                or singular(norms[at]) in name_words("firm")
                or norms[at] in source_words("firm or person")
                or norms[at] in _DEALING
            )
            and _JOINING.isdisjoint(inside)
            and DETERMINERS.isdisjoint(inside)
            and phrase_words("preposition").isdisjoint(inside)
        )

    def _has_office_behind(self, name: Name, last: int) -> bool:
        """Whether an office follows a person without a comma: "Ana Silva the head of the port"."""
        if name.last >= last or not may_be_person(name):
            return False
        norms, opening = self._document.norms, self._document.words[name.last]
        office = norms[name.last : min(name.last + 5, last)]
        opens = opening in {"the", "a", "an"} or opening.isupper()
        return opens and not office_nouns().isdisjoint(office)

    def _is_called(self, name: Name, first: int, last: int) -> bool:
        """Whether a phrase ends in its person's name: "MIT professor Ana Silva"."""
        if name.kind != "person" or name.last != last or name.outer <= first:
            return False
        norms = self._document.norms
        if "by" in norms[first : name.outer]:
            # "a speech read by party chief Ana Silva"
            return False
        before = norms[name.outer - 1]
        opening = self._names.at(first)
        if opening is None and norms[first] == "former":
            opening = self._names.at(first + 1)
        if (
            opening is not None
            and may_be_person(opening)
            and norms[opening.last : opening.last + 1] == [","]
        ):
            # "Ana Silva, adviser to party chief Rui Lopez"
            return False
        offices = office_nouns()
        if (
            before in offices
            and "and" not in norms[first : name.outer]
            and any(
                norms[place] in offices
                and norms[place + 1] in phrase_words("preposition")
                and norms[place + 1 : place + 3] != ["of", "state"]
                for place in range(first, name.outer - 2)
            )
        ):
            # "the adviser to party chief Rui Lopez", but "Secretary of State spokesman Rui Lopez"
            return False
        if before == "for" and is_title(norms[name.outer]) and norms[name.outer] != "md":
            # "a spokesman for Governor Ana Silva"
            return False
        of_body = before == "the" and norms[name.outer - 2] in {"of", "for"}
        if (before in {"of", "for"} or of_body) and name.first > name.outer:
            # "Officer-in-Charge (OC) of Sadar Thana Md Nurul Islam"
            offices = words_of("title") | words_of("role") | name_words("office")
            held = any(norm.partition("-")[0] in offices for norm in norms[first : name.outer])
            # "Ana Silva, President of Rui Silva Holdings" opens with a name.
            alone = opening is None or opening is name or len(opening.words) == 1
            return held and alone and len(name.words) > 1
        return (before[0].isalpha() or before == ")") and not (
            before in DETERMINERS
            # "lawyers representing Silva"
            or before.endswith("ing")
            or before in phrase_words("preposition")
            or before in {"or", "than", "like"}
            # "Portlink and Quenna CEO Ana Silva"
            or (
                before == "and"
                and not (
                    opening is not None
                    and opening.kind == "organisation"
                    and opening.last == name.outer - 1
                    and name.outer < name.first
                )
            )
        )

    def _holds_office(self, name: Name, first: int, last: int) -> bool:
        """Whether a name closes an office without an article: "Adviser to the premier Ana Silva".

        Not so in "the adviser to party chief Ana Silva", nor in "Spokesman for Ana Silva".
        """
        begin, words, norms = name.outer, self._document.words, self._document.norms
        if (
            begin < first + 3
            or name.last != last
            or not words[begin - 1].islower()
            or not 1 < len(name.words) < 4
            or norms[first] in DETERMINERS
            or not may_be_person(name)
        ):
            return False
        offices, joints = office_nouns(), ("of", "for", "to")
        office = next(
            (at for at in range(first, min(first + 3, begin)) if norms[at + 1] in joints), -1
        )
        return (
            office >= first
            and norms[office] in source_words("office held")
            and norms[office] not in SPOKEN_FOR
            and norms[office] != "attorney"
            and norms[begin - 1] not in phrase_words("preposition")
            and norms[begin - 1] not in DETERMINERS
            and (norms[begin - 1] not in offices or norms[office + 2] == "the")
            and _JOINING.isdisjoint(norms[office:begin])
            and "," not in norms[office:begin]
        )

    def _named_behind(self, first: int, last: int, at: int) -> Name | None:
        """The person's name in which a description of one person ends.

        "A witness, Firdousa" and "brand director for South America Ana Silva".
        """
        name = self._names.at(last - 1)
        if name is None or name.last != last or name.first <= at:
            return None
        norms = self._document.norms
        if name.outer > first and norms[name.outer - 1] == "," and name.kind in {"person", "other"}:
            return name
        given = next((place for place in (last - 3, last - 2) if self._opens_person(place)), 0)
        if given <= name.first:
            return None
        words = tuple(self._document.words[given:last])
        return Name(given, last, given, words, "person")

    def _ends_in(self, name: Name, at: int) -> bool:
        """Whether a name of several words ends in a word: "the Order of [Police]"."""
        capital = self._document.words[at][0].isupper()
        return capital and name.outer < at < name.last == at + 1

    def _opens_person(self, place: int) -> bool:
        norm = self._document.norms[place]
        return norm in name_words("male") or norm in name_words("female")

    def _body_in(self, first: int, last: int) -> Name | None:
        """The body that a phrase names: "a spokeswoman for [the Ministry of Health]"."""
        return next(
            (name for name in self._names.within(first, last) if self._may_speak(name)), None
        )

    def _may_speak(self, name: Name) -> bool:
        """Whether a name is a body's: "a Southwest spokesman", but no "spokesman for Silva"."""
        if name.kind == "organisation":
            return True
        words = set(map(str.lower, name.words))
        people = self._names.people
        return name.kind == "other" and not (
            words & name_words("nationality")
            or words & name_words("surname")
            or any(folded(word) in people for word in name.words)
        )

    def _of_name(self, name: Name, first: int) -> SourceType:
        if names_partisans(name) and (name.words[0].lower() in _CHAMBERS or name.kind == "place"):
            # "Senate Republicans", "New York Democrats", but no "the Liberal Democrats"
            return "group"
        if names_politicians(name) and self._document.norms[name.outer - 1] != "the":
            # "Texas Senators", but no "the Ottawa Senators"
            return "group"
        lowered = [word.lower() for word in name.words]
        people = self._names.people
        known = people.get(folded(name.words[-1])) or people.get(folded(name.words[0]))
        if name.kind in {"organisation", "place"}:
            # "Steel", where Michelle Steel was named, is no company; the House is one, and Jordan.
            is_last = (
                known is not None
                and self._document.norms[name.outer] != "the"
                and self._document.norms[name.outer - 1 : name.outer] != ["the"]
                and len(known) > 1
                and [known[-1].lower()] == lowered
                and (
                    known[0].lower() in name_words("person")
                    # "REID:", of a transcript with Joy-Ann Reid
                    or self._document.norms[name.last : name.last + 1] == [":"]
                )
            )
            return "person" if is_last else "organisation"
        if known is not None and set(map(folded, name.words)) <= set(map(folded, known)):
            return "person"
        plural = len(lowered) == 1 or lowered[-1].endswith("s")
        if plural and lowered[-1] in name_words("nationality"):
            # "Asian Americans"
            return "group"
        if lowered[-1] in name_words("surname"):
            return "person"
        norms = self._document.norms
        entitled = norms[first] == "the" and "," not in norms[first : name.outer]
        if entitled or not name_words("body").isdisjoint(lowered):
            return "organisation"
        if names_partisans(name):
            return "group"
        # "NBC's Dante Chinni" as well as "Dante Chinni"
        # and "co-star Dante Chinni"
        before = norms[name.outer - 1]
        alone = name.outer == first or before in {"'s", "'", ","} or is_personal(before)
        return "person" if len(lowered) in {2, 3} and alone else "organisation"

    def _outlet(self, first: int, last: int, at: int, name: Name | None) -> str | None:
        """Canonical name of the outlet that the phrase names, empty where it describes one."""
        norms, words = self._document.norms, self._document.words
        head = norms[at]
        if head == "state" and last < len(norms) and norms[last] in _PROSECUTING:
            # "The State alleges that he paid them": it prosecutes, and is no paper.
            return None
        # "Channel 9 [news] reported"
        cited = self._cited.get(at - (head == "news" and at > first))
        if name is not None and name.kind == "place" and len(name.words) > 2:
            # "New York Times"
            return known_outlet(" ".join(words[name.first : name.last]))
        if name is not None and name.kind in {"person", "place"}:
            # "Al Jazeera" is no person where it is cited as an outlet.
            whole = cited is not None and self._cited.get(name.first) is cited
            alone = whole and name.outer == name.first and name.last == at + 1
            return cited.outlet if cited is not None and alone else None
        if head in _RESEARCH:
            # "a Dawn investigation", "Dawn's inquiry", "an analysis of data by Dawn": its own.
            by = next((i for i in range(at + 1, last) if norms[i] in {"by", "from"}), last)
            told = range(by + 1, min(by + 3, last))
            before = at - 1 - (norms[at - 1] in {"'s", "news"})
            whose = next((token for token in (before, *told) if token in self._cited), -1)
            if whose >= first:
                return self._cited[whose].outlet
        elif head in source_words("outlet report") and head != "interview":
            for token in range(first, last):
                if token in self._cited and not self._has_seen(token):
                    return self._cited[token].outlet
            if {"media", "news", "press", "newspaper"} & set(norms[first:last]):
                # "Social media accounts" are no reports of the press.
                return None if "social" in norms[first:at] else ""
        single = singular(head)
        cited = cited if single not in words_of("role") else None
        if cited is not None and (words[at][0].isupper() or head == "paper"):
            return cited.outlet
        if names_paper(head):
            # "photos posted on social media"
            return None
        if cited is not None:
            return cited.outlet
        # A surname may be a paper's name too.
        if name is not None and name.words[:1] and folded(name.words[0]) in self._names.people:
            return None
        if (
            words[at][0].isupper()
            and norms[at] not in name_words("country")
            # "the State alleges": a court's prosecution, where nothing cites the paper
            and norms[at] != "state"
            # "The Republic of Ireland"
            and not (norms[at + 1 : at + 2] == ["of"] and norms[at] in citation_words("person too"))
            and not self._begins_alone(first, at + 1)
        ):
            # "The Times of India"
            known = known_outlet(" ".join(words[first:last]))
            common = at == first and norms[at] in citation_words("common")
            if known is None and at + 1 < last and norms[at + 1] != "of" and not common:
                known = known_outlet(" ".join(words[first : at + 1]))
            # "Progressive said", the insurer, and not The Progressive
            another = known is not None and common and known.startswith("The ")
            if known is not None and norms[at] not in self._taken and not another:
                # "The Times", of the New York Times that is cited
                short = norms[at] in citation_words("short") and first + 2 == last
                end = f" {words[at]}"
                cited_as = (one.outlet for one in self._cited.values() if short)
                return next((name for name in cited_as if name.endswith(end)), known)
        if name is None and head != "press" and describes_outlet(norms[first:last]):
            return ""
        return None

    def _has_seen(self, token: int) -> bool:
        """Whether an outlet only has what another wrote: "a report seen by Reuters"."""
        norms = self._document.norms
        by = token - 1 - (norms[token - 1] == "the")
        return norms[by] == "by" and norms[by - 1] in _SEEN

    def _begins_alone(self, first: int, last: int) -> bool:
        """Whether the phrase is one common word whose capital is its sentence's ("People say")."""
        document = self._document
        norms = document.norms
        alone = last - first == 1 or norms[first + 1] in phrase_words("preposition")
        if not alone or norms[first] not in citation_words("common"):
            return False
        before = document.sentences[document.sentence_of[first]].first == first
        return before or norms[first - 1] in {'"', "'", "``"}
