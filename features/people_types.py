"""What kind of source people or a body is that a phrase describes and does not name."""

from __future__ import annotations

from functools import cached_property

from credscore.document import Document
from credscore.features.appositives import DETERMINERS
from credscore.features.cues import words_of
from credscore.features.names import SETTING_OFF, Names, name_words
from credscore.features.noun_phrases import phrase_words
from credscore.features.source_nouns import (
    PRONOUNS,
    base_noun,
    ends_as_people,
    singular,
    source_words,
)
from credscore.findings import SourceType

__all__ = ["CLOSE", "DEFINITE", "SOME", "PeopleTypes"]

# Those of them that are seldom people: no "car owner", no "software developer".
_DEALERS = frozenset(
    ("carrier", "distributor", "maker", "manufacturer", "operator", "provider", "supplier")
)
# What firms deal in that are called by it: "the train operator".
_TRADED = frozenset(
    ("aircraft", "broadband", "bus", "car", "chip", "drug", "energy", "engine", "ferry", "gas",
     "grid", "internet", "mobile", "network", "oil", "phone", "pipeline", "power", "rail",
     "software", "telecom", "telecoms", "train", "vaccine", "water")
)  # fmt: skip
# What people who count somewhere are figures of.
_FIGURES_OF = frozenset(
    ("business", "community", "cultural", "establishment", "industry", "key", "leading", "literary",
     "media", "military", "opposition", "party", "political", "prominent", "public", "religious",
     "senior", "sports", "top")
)  # fmt: skip
# Bodies of which a number is told by what they are of: "both countries", "two ministries".
_STATES = frozenset(("country", "government", "ministry", "nation", "state"))
_HOUSEHOLDS = frozenset(("family", "household"))
DEFINITE = DETERMINERS - {"a", "an", "one", "another"}
SOME = frozenset(
    ("some", "many", "several", "various", "multiple", "most", "few", "other", "numerous",
     "dozens", "hundreds", "both", "any")
)  # fmt: skip
_NUMBERS = frozenset(
    ("four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty",
     "forty", "fifty", "hundred", "thousand", "million", "half", "quarter", "third")
)  # fmt: skip
# Before the body whose people somebody is.
_OF_BODY = frozenset(("at", "from", "with"))
# Participles that tell which people are meant: "lawyers representing Silva".
_TELLING = frozenset(("surveyed", "interviewed", "polled", "representing"))
# Those that a reporter talked to are particular people, however many: "many residents interviewed".
_MET = frozenset(("contacted", "interviewed", "reached"))
# Behind "those", how they know.
CLOSE = frozenset(("briefed", "close", "familiar", "involved", "present", "privy"))
# Who is for something or somebody, or against, and no more than that.
_CAMPS = frozenset(
    ("admirer", "backer", "critic", "defender", "detractor", "fan", "opponent", "proponent",
     "sceptic", "skeptic", "supporter")
)  # fmt: skip
_CAMPED = frozenset(("camp", "faction", "party", "side"))
# Leaders of so much are nobody in particular.
_OF_THE_WORLD = frozenset(
    ("african", "arab", "asian", "business", "civic", "community", "european", "faith", "foreign",
     "global", "international", "political", "religious", "western", "world")
)  # fmt: skip
# Before those of a team who study.
_STUDYING = frozenset(("research", "scientific", "study"))
# What an article about a study has.
_OF_STUDY = frozenset(("researchers", "scientists"))
# Tokens behind a source in which "it" tells that it is no person.
_OF_ITSELF = 7
_OWNING = frozenset(("her", "his", "its", "my", "our", "their", "your"))


class PeopleTypes:
    """Tells the types of phrases without a name whose head is no document.

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names.
    """

    def __init__(self, document: Document, names: Names) -> None:
        self._document, self._names = document, names

    def are_people(self, first: int, at: int) -> bool:
        """Whether these are "opposition figures", who speak, and no numbers."""
        norms = self._document.norms
        return norms[at] in {"figure", "figures"} and at > first and norms[at - 1] in _FIGURES_OF

    def of(self, first: int, last: int, at: int) -> SourceType:
        """Type of a phrase without a name whose head is no document."""
        norms, words = self._document.norms, self._document.words
        head, opening = base_noun(norms[at]), norms[first]
        single = singular(head)
        before = norms[first:at]
        if self.are_people(first, at):
            return "group" if head == "figures" else "unnamed"
        if single in _CAMPED and (opening == "neither" or (opening == "both" and single != head)):
            # "Both sides said"
            return "group"
        if opening == "those" and first + 1 < last and norms[first + 1] in CLOSE:
            # "those familiar with his thinking"
            return "unnamed"
        if single in {"insider", "source"}:
            modifiers = {norm for norm in before if norm[0].isalpha()}
            described = bool(modifiers - source_words("vague source")) or at + 1 < last
            return "unnamed" if described else "anonymous"
        quantified = opening in phrase_words("amount") or opening in SOME
        quantified = quantified or opening in {"others", "no"}
        numbered = opening in {"one", "two", "three", "four", "five", "six", "seven", "both"}
        numbered = numbered or opening.isdigit()
        # "The critics" are those who were told of before, "the mayor's critics" any; public
        # defenders are lawyers.
        camp = single in _CAMPS and single != head and before[-1:] != ["public"]
        if (
            camp
            and not numbered
            and (
                opening != "the"
                or single == "critic"
                or "'s" in before
                or not _OWNING.isdisjoint(before)
            )
        ):
            return "group"
        indefinite = source_words("indefinite")
        if head in indefinite or single in indefinite or head in {"percent", "%"}:
            return "group"
        if "percent" in before or "%" in before:
            return "group"
        after = norms[at + 1] if at + 1 < last else ""
        if head == "one" and after == "in":
            # "One in five voters"
            return "group"
        if head == "people":
            if opening in {"the", "these", "those"} and at - first < 2:
                return "unnamed"
            close = after in {"familiar", "close", "briefed", "with", "involved", "privy", "who"}
            return "unnamed" if close or numbered else "group"
        role = (
            single in words_of("role")
            or single in words_of("title")
            or head in name_words("office")
        )
        body = single in words_of("collective") or head in source_words("body that speaks")
        # "The drugmaker" is one that was named, "a drugmaker" any.
        body = body or (opening in DEFINITE and single in name_words("firm"))
        body = body or (at + 1 == last and self.is_firm(first, at, last))
        # Whose families they are is told, who of them spoke is not.
        household = single in _HOUSEHOLDS
        body = body and not household and not self._is_team(first, at)
        if head == "police" or (body and not role):
            if quantified and not numbered:
                return "group"
            if head == "authorities" or (
                opening != "both"
                and numbered
                and single != head
                and single not in _STATES
                and all(name.kind == "place" for name in self._names.within(first, at))
            ):
                # "Federal authorities", "two companies in Lisbon": nobody tells which.
                return "unnamed"
            # "Human rights groups warn", none of them told from others.
            told = bool(
                head == "police"
                or single == head
                or numbered
                or opening in DEFINITE
                or any(words[place][0].isupper() for place in range(first + 1, at + 1))
                or self._names.within(first, at)
            )
            return "organisation" if told else "group"
        personal = role or household or head == "team" or single in source_words("person of office")
        personal = personal or head in source_words("further person")
        personal = personal or single in source_words("generic") or ends_as_people(single)
        if not personal and self._is_thing(at, last):
            return "organisation"
        if single == head:
            if personal or opening in {"one", "another", "a", "an"}:
                return "group" if opening in {"every", "any", "each"} else "unnamed"
            return "organisation" if opening == "the" else "group"
        if quantified and not numbered:
            return "unnamed" if after in _MET else "group"
        if numbered or opening in DEFINITE:
            return "unnamed" if personal or numbered else "organisation"
        if (single == "leader" and opening in _OF_THE_WORLD) or single == "lawmaker":
            return "group"
        if single in source_words("particular") or after in _TELLING:
            return "unnamed"
        if role and after in _OF_BODY and self._names.within(at + 2, last):
            # "Scientists at the Quenneby Institute"
            return "unnamed"
        capital = any(words[place][0].isupper() for place in range(first + 1, at))
        return (
            "unnamed" if capital and personal and single not in source_words("generic") else "group"
        )

    def is_firm(self, first: int, at: int, last: int) -> bool:
        """Whether the maker or developer of a phrase is a firm: "The developer said [it] would".

        Of "The developer said it was late" it may be the hour that is meant. "The train operator"
        is one by what it deals in.
        """
        norms = self._document.norms
        if norms[at] not in source_words("firm or person") or norms[first] not in DEFINITE:
            return False
        if at - 1 > first and norms[at - 1] in _TRADED and norms[at] in _DEALERS:
            return True
        behind = norms[last : last + _OF_ITSELF]
        if "it" not in behind:
            return "its" in behind
        return behind[behind.index("it") + 1 :][:1] not in (["was"], ["is"], [])

    def _is_team(self, first: int, at: int) -> bool:
        """Whether these are the people of a study: "the research team", "the team" of one."""
        norms = self._document.norms
        if norms[at] != "team" or at == first or self._names.at(at) is not None:
            return False
        if norms[at - 1] in {"her", "his"}:
            return self._tells_of_study
        return norms[at - 1] in _STUDYING or (
            at == first + 1 and norms[first] == "the" and self._tells_of_study
        )

    @cached_property
    def _tells_of_study(self) -> bool:
        """Whether the article is about a study."""
        norms = self._document.norms
        return not _OF_STUDY.isdisjoint(norms)

    def _opens_sentence(self, at: int, last: int) -> bool:
        """Whether the capital of a head is its sentence's: "[Protests] in town"."""
        document = self._document
        opens = document.sentences[document.sentence_of[at]].first == at
        # "Suharjo, a farmer" is called so.
        follows = at + 1 < last and document.norms[at + 1] not in SETTING_OFF
        return opens and follows and self._names.at(at) is None

    def _is_thing(self, at: int, last: int) -> bool:
        """Whether a head is a common noun that no lexicon knows for people or a body."""
        norm = self._document.norms[at]
        return (
            (self._document.words[at].islower() or self._opens_sentence(at, last))
            and norm.isalpha()
            and norm not in source_words("further body")
            and norm not in phrase_words("pronominal")
            and norm not in phrase_words("amount")
            and norm not in DETERMINERS
            and norm not in PRONOUNS
            and norm not in _NUMBERS
        )
