"""Where a run of capitalised words that is a name ends.

A run takes titles before a name, particles and initials inside it, and what joins the parts of a
body's name: "Ministry of Law and Justice", "Springfield, Texas, Mayor Ana Silva".
"""

from __future__ import annotations

from functools import cache

from credscore.document import Document
from credscore.features.cues import words_of
from credscore.features.name_joints import ARTICLES_JOINED, BODY_JOINTS, NameJoints, joints
from credscore.features.name_kinds import (
    FIRM_FORMS,
    WEEKDAYS,
    body_words,
    governed_places,
    has_cause,
    impersonal_words,
    name_words,
    title_words,
)

__all__ = ["DESCRIBED", "HEADLINE_VERBS", "NameRuns", "opens_name"]

# "Black Friday", "Fat Tuesday": names of days.
_BEFORE_DAY = frozenset(
    ("ash", "big", "black", "bloody", "cyber", "easter", "fat", "freaky", "giving", "good", "holy",
     "maundy", "palm", "ruby", "sheffield", "shrove", "small", "spy", "super", "whit")
)  # fmt: skip
# Behind which a firm's name ends: "Quenneby Corporation [Sofia] test".
_FIRMS = FIRM_FORMS | {"corporation"}
# Endings of adjectives that a place or a number opens: "US-based", "Ten-year-old".
DESCRIBED = ("-based", "-born", "-led", "-backed", "-owned", "-run", "-year-old")
# Verbs of headlines with a capital for each word; none of them ends a name.
HEADLINE_VERBS = frozenset(
    ("admits", "announces", "argues", "asks", "blasts", "confirms", "declares", "denies",
     "explains", "had", "hails", "has", "insists", "is", "reveals", "says", "slams", "talks",
     "tells", "tweeted", "tweets", "urges", "vows", "warns", "was", "were")
)  # fmt: skip
# Other words of headlines with a capital for each that stand in no person's name.
_BEHIND_PERSON = frozenset(
    ("accuses", "apologises", "apologizes", "are", "attacks", "backs", "be", "believes", "calls",
     "can't", "claims", "condemns", "could", "criticises", "criticizes", "defends", "demands",
     "describes", "did", "does", "doesn't", "don't", "endorses", "faces", "gets", "gives", "how",
     "isn't", "joins", "knows", "loses", "makes", "mocks", "must", "not", "praises", "promises",
     "proposes", "pushes", "refuses", "rejects", "resigns", "responds", "shares", "should", "signs",
     "takes", "thinks", "threatens", "unveils", "visits", "wants", "why", "wins", "won't", "would")
)  # fmt: skip
_HONORIFICS = frozenset(("adv", "dr", "engr", "md", "mohd", "prof"))
# Whose bodies are named for them: "the Alzheimer's Association".
_OF_MANY = frozenset(("children", "women"))
_OF_PATIENTS = _OF_MANY | {"alzheimer", "crohn", "huntington", "men", "parkinson"}
_FIRM_WORDS = 5
_LEGAL_FORMS = FIRM_FORMS | {"co", "corp", "holdings"}
_OPENING = frozenset(("an", "the", "this"))
# Those that are names as well, and end one only amid others: "Ana Silva [In] Her Own Words".
_AMID_HEADLINE = frozenset(
    ("about", "after", "against", "amid", "as", "at", "from", "in", "into", "on", "over", "to",
     "under", "when", "will", "with", "without")
)  # fmt: skip
# "Ana Silva [QC]"
_COUNSEL = frozenset(("kc", "qc"))
# Words of an office: "Additional Superintendent of Police".
_OFFICE_WORDS = 6
# How far an office may stand before the body that it is of, with a short form in brackets.
_OFFICE_REACH = 12


def _has_article_joined(word: str) -> bool:
    """Whether a word is part of a name though it begins in lower case: "al-Abadi", "el-Sissi"."""
    article, _, rest = word.partition("-")
    return article in ARTICLES_JOINED and rest[:1].isupper()


def opens_name(word: str) -> bool:
    """Whether a name may begin with a word: with a capital, or with an article joined to one."""
    return word[0].isupper() or ("-" in word and _has_article_joined(word))


@cache
def _office_words() -> frozenset[str]:
    """Words of bodies, offices and places, none of which is in the name of who holds an office."""
    return body_words() | title_words() | governed_places()


@cache
def _ending() -> frozenset[str]:
    """Words that may end a name which they stand behind, by themselves or in capitals."""
    beside = HEADLINE_VERBS | WEEKDAYS | _BEHIND_PERSON | _AMID_HEADLINE | _COUNSEL | _OPENING
    return title_words() | beside


class NameRuns:
    """Finds the ends of names in a document.

    Parameters
    ----------
    document : Document
        What to look at.

    Attributes
    ----------
    joints : NameJoints
        What joins the parts of its names.
    holders : dict of int to int
        First tokens of names that stand behind an office and its body, and those of the offices.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._joining = joints()
        self.holders: dict[int, int] = {}
        self.joints = NameJoints(document)

    def end(self, place: int) -> int:
        """End of the run of capitalised words that begins at a token, joints included."""
        document, joining = self._document, self._joining
        words, norms = document.words, document.norms
        limit = document.sentences[document.sentence_of[place]].last
        at = place + 1
        follows = words[at] if at < limit else ""
        if not follows or (
            not follows[0].isupper()
            and "-" not in follows
            and (norms[at] not in joining or (at + 1 < limit and self.joints.joins_nothing(at)))
        ):
            # Most names are one word.
            return at
        people, bodies, titles = name_words("person"), body_words(), title_words()
        countries, ending = name_words("country"), _ending()
        has_body, titled = norms[place] in bodies, norms[place] in titles
        if norms[at] == "for" and at + 1 < limit:
            has_body |= has_cause(norms[place : at + 1]) and norms[at + 1] not in people
        while at < limit:
            word, norm = words[at], norms[at]
            if word[0].isupper() and (norm != "i" or words[at + 1 : at + 2] == ["."]):
                if (
                    (at == place + 1 and norms[place] in countries and self._ends_place(at, limit))
                    or (has_body and norm in people and self._ends_body(place, at, limit))
                    or (
                        has_body and norms[at - 1] in bodies and self._ends_office(place, at, limit)
                    )
                    or (norm in ending and self._stands_behind(place, at, limit))
                    or (
                        at > place + 1
                        and norms[at - 1] in _FIRMS
                        and norm not in bodies
                        and norm not in titles
                    )
                    or ("-" in norm and norm.endswith(DESCRIBED))
                    or (len(word) == 1 and self._ends_at_initials(place, at, limit))
                ):
                    break
                has_body |= norm in bodies
                titled |= norm in titles
                at += 1
                continue
            if "-" in word and _has_article_joined(word):
                at += 1
                continue
            if norm not in joining:
                break
            if norm == "'s" and norms[at - 1] not in titles:
                if self._owns_firm(at, limit):
                    at += 2
                    continue
                break
            step = self.joints.step(at, limit, has_body=has_body, titled=titled)
            if not step:
                break
            at += step
        return at

    def _owns_firm(self, at: int, limit: int) -> bool:
        """Whether a genitive is part of a body's name: "Wendy['s] Co", "the Crohn['s] Society"."""
        words, norms = self._document.words, self._document.norms
        if at + 1 >= limit or not words[at + 1][0].isupper():
            return False
        if norms[at - 1] in _OF_PATIENTS:
            return norms[at + 1] in body_words() or norms[at - 1] in _OF_MANY
        end = at + 1
        while end < min(limit, at + _FIRM_WORDS) and words[end][0].isupper():
            end += 1
        return norms[end - 1] in _LEGAL_FORMS

    def _stands_behind(self, place: int, at: int, limit: int) -> bool:
        """Whether a word ends the run: "Ana Silva [CEO] of the port", "Ana Silva [Calls] For More".

        A day does too: "Ana Silva [Tuesday]".
        """
        words, norm = self._document.words, self._document.norms[at]
        if norm in HEADLINE_VERBS and words[at].istitle():
            return True
        if norm in _OPENING:
            # "New Findings [The] study looked"
            return at + 1 < limit and words[at + 1].islower()
        before = self._document.norms[at - 1]
        given = before in name_words("person")
        shouted = words[at].isupper() and not words[at - 1].isupper()
        if norm in _AMID_HEADLINE:
            follows = at + 1 < limit and words[at + 1][0].isupper()
            first = self._document.norms[at - 2]
            return at > place + 1 and follows and first in name_words("person")
        if norm in _BEHIND_PERSON and shouted:
            return True
        if norm in _BEHIND_PERSON and words[at].istitle():
            first = self._document.norms[max(at - 2, place)]
            # "coach Brandon Knows said"
            speaks = at + 1 < limit and self._document.norms[at + 1] in words_of("speech")
            return (given or first in name_words("person")) and not speaks
        if norm in _COUNSEL and words[at].isupper() and at > place + 1:
            return True
        alone = at == place + 1 and given
        if norm in WEEKDAYS and before not in _BEFORE_DAY and not alone:
            # "by Ana Silva [Tuesday]", but "Joe Friday", "Black Friday", "the Sunday Times"
            return at + 1 >= limit or not words[at + 1][0].isupper()
        return (
            at > place + 1
            and words[at].isupper()
            and len(words[at]) > 1
            and self._document.norms[at] in title_words()
            and not (at + 1 < limit and words[at + 1][0].isupper())
        )

    def _ends_at_initials(self, place: int, at: int, limit: int) -> bool:
        """Whether a body ends before initials: "the head of Novo Travels [S M Rahman]"."""
        words, before = self._document.words, self._document.norms[at - 1]
        # But "Bank J P Silva".
        whole = at > place + 1 or self._document.norms[place - 1] in BODY_JOINTS
        return (
            at + 2 < limit
            and whole
            and len(words[at + 1]) == 1
            and words[at + 1].isalpha()
            and words[at + 2][0].isupper()
            and before in impersonal_words()
            and before not in title_words()
        )

    def _ends_body(self, first: int, at: int, limit: int) -> bool:
        """Whether a person follows a body: "the spokesman at the Ministry of Health Ali Khan"."""
        words, norms = self._document.words, self._document.norms
        # "deputy head of the Harbour Board Ana Silva"
        opened = norms[first - 1 : first] == ["the"]
        return (
            norms[first] not in title_words()
            and norms[at - 1] not in BODY_JOINTS
            and norms[at - 1] not in name_words("person")
            and norms[at - 1] not in title_words()
            and norms[at - 1] not in name_words("particle")
            # "Officer-in-Charge (OC) of Sadar Police Station Ana Silva"
            and not {"of", "for"}.isdisjoint(norms[max(first - 1 - opened, 0) : at])
            and at + 1 < limit
            and words[at + 1][0].isupper()
            and norms[at + 1] not in body_words()
            and not (at + 2 < limit and words[at + 2][0].isupper())
        )

    def _ends_office(self, first: int, at: int, limit: int) -> bool:
        """Whether who holds an office begins here: "Secretary of the Law Office [Kaniz Maula]".

        The office stands before the body or the country, and two or three words of no other kind
        behind it.
        """
        words, norms = self._document.words, self._document.norms
        joint = first - 1 - (norms[first - 1 : first] == ["the"])
        if (
            joint < 1
            or norms[joint] not in {"at", "for", "of", "to"}
            or norms[first] in title_words()
        ):
            # "who clerked for Justice Ana Silva"
            return False
        sentence = self._document.sentences[self._document.sentence_of[first]]
        begin = max(joint - _OFFICE_REACH, sentence.first)
        commas = (p for p in range(joint - 1, begin - 1, -1) if norms[p] == ",")
        begin = next(commas, begin - 1) + 1
        office = next((p for p in range(joint - 1, begin - 1, -1) if norms[p] in title_words()), -1)
        if office < 0:
            return False
        # "Director of the Department of Health [Md. Rui Silva]"
        begin = at + 2 if norms[at] in _HONORIFICS and words[at + 1 : at + 2] == ["."] else at
        end = begin
        while end < limit and words[end][0].isupper():
            end += 1
        held = (
            1 < end - begin < 4
            and _office_words().isdisjoint(norms[begin:end])
            and not any(map(str.isupper, words[begin:end]))
            and norms[end : end + 1] not in (["of"], ["and"], ["for"], ["&"])
        )
        if held:
            while office > begin and words[office - 1][0].isupper():
                office -= 1
            self.holders[at] = office
        return held

    def _ends_place(self, at: int, limit: int) -> bool:
        """Whether a person begins behind a country: "the envoy for Venezuela [Ana Silva]"."""
        words, norms = self._document.words, self._document.norms
        return (
            at > 1
            and norms[at - 2] in {"for", "to", "of", "in"}
            and at + 1 < limit
            and (words[at + 1][0].isupper() or words[at + 1] == ".")
            and (
                norms[at] in name_words("person")
                # "Foreign Minister of India S. Rahman"
                or len(words[at]) == 1
                or self._ends_office(at - 1, at, limit)
            )
        )

    def office_before(self, bracket: int) -> int:
        """Where the office before a bracket begins: "[Superintendent] of Police (SP) Ana Silva"."""
        words, norms = self._document.words, self._document.norms
        sentence = self._document.sentences[self._document.sentence_of[bracket]]
        first = at = bracket
        while at > max(sentence.first, bracket - _OFFICE_WORDS):
            at -= 1
            if words[at][0].isupper() and norms[at] not in name_words("opener"):
                first = at
            elif norms[at] not in {"of", "and", "for"}:
                break
        return first
