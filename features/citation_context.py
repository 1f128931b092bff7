"""What stands about a name: whether it is told, quoted, credited, or merely in the news."""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from credscore.document import Document
from credscore.features.cues import words_of
from credscore.features.name_kinds import COURTESY, DAYS, name_words
from credscore.features.outlets import Outlet, citation_words
from credscore.features.signatures import DASHES
from credscore.quotations import CLOSING_MARKS, OPENING_MARKS

__all__ = ["COMPOUNDS", "Context", "Mention", "Strength", "given_names"]

# Adjectives so built describe an outlet ("state-run", "Doha-based").
COMPOUNDS = ("-run", "-owned", "-based", "-language", "-backed", "-wing", "-leaning")


class Strength(IntEnum):
    """How surely the words about a name make it a citation."""

    NONE = 0
    CREDIT = 1  # alone in parentheses, in a dateline, at the end of a paragraph
    SOME = 2  # "X said", "obtained by X"
    FIRM = 3  # "X reported", "interview with X"
    CERTAIN = 4  # "according to X", ", reported X"
    TOLD = 5  # "told X": only somebody who listens can stand there


class Mention(NamedTuple):
    """A name or description, which is a citation if the words about it are strong enough.

    Attributes
    ----------
    first, last : int
        Tokens, end exclusive.
    outlet : Outlet or None
        Whom it names; None for a description.
    form : str
        The name as the article has it; empty where it has none.
    needs : Strength
        What its context must have.
    """

    first: int
    last: int
    outlet: Outlet | None
    form: str
    needs: Strength


_AMOUNTS = frozenset(
    ("couple", "flurry", "handful", "host", "majority", "number", "range", "series", "slew",
     "spate", "string", "variety", "volley")
)  # fmt: skip
# "On CNN [last week], she said"
_WHEN = DAYS.union(
    ("a", "ago", "day", "days", "earlier", "evening", "few", "in", "just", "last", "late", "later",
     "month", "morning", "night", "on", "other", "same", "the", "this", "week", "weeks", "year")
)  # fmt: skip
# "The BBC and Reuters all reported"
_EACH = frozenset(("all", "both", "each"))
_SKIPPED_LEFT = frozenset(("the", "a", "an", "its", "his", "her", "their", '"', "'", "``", "both"))
_GOVERNORS = {
    "by": "before by",
    "for": "before in",
    "from": "before in",
    "in": "before in",
    "of": "before in",
    "on": "before in",
    "at": "before in",
    "to": "before to",
    "with": "before with",
}
# "Report" is a noun too, and "via" joins a photographer to an agency.
_NOUN_TOO = frozenset(("report", "reported", "reports", "via"))
_NETWORKS = frozenset(("abc", "cbs", "fox", "nbc", "npr", "pbs"))
_JOINING = frozenset((",", "and", "both", "the"))
# Who speaks for a company that is in the news itself.
_SPEAKERS = frozenset(
    ("attorney", "attorneys", "chairman", "executive", "executives", "lawyer", "lawyers", "owner",
     "president", "representative", "representatives", "spokesman", "spokesmen", "spokesperson",
     "spokespersons", "spokespeople", "spokeswoman", "spokeswomen")
)  # fmt: skip
# "Live on CNN", "while on CNN"
_AIRED = frozenset(("live", "while"))
# "Sent CNN a statement"
_HANDED = frozenset(("gave", "gives", "giving", "handed", "sent", "showed"))
_HANDS = frozenset(("a", "access", "an", "copies", "her", "his", "its", "the", "their"))
# "Did not respond to questions from Reuters"
_ENQUIRIES = frozenset(("comment", "inquiries", "inquiry", "queries", "query", "questions"))
_ANSWERING = frozenset(("for", "to"))
# "The paper's editorial standards" are no editorial.
_EDITING = frozenset(
    ("choices", "control", "decision", "decisions", "director", "freedom", "guidelines",
     "independence", "integrity", "judgment", "judgement", "policies", "policy", "process",
     "staff", "standards", "team")
)  # fmt: skip
_NEARBY = frozenset(("city", "country", "island", "kingdom", "nation"))
_BEING = frozenset(("are", "is", "was", "were"))
_POSSESSIVES = frozenset(("his", "her", "its", "my", "our", "their", "your"))
_LOOSE = frozenset(("of", "for", "at", "from"))
_PARTICIPLES = frozenset(("aired", "broadcast", "called", "published"))
_PROGRESSIVES = frozenset(("citing", "claiming", "quoting", "reporting", "saying"))
_GOING = frozenset(("go", "goes", "going", "gone", "went"))
_SOURCES = frozenset(("Source", "Sources"))
_RELAYED = frozenset(("carried", "covered", "published", "reported", "shared"))
_SAID = frozenset(("said", "saying", "says", "told"))
# Tokens between a verb and where or to whom it is said.
_REACH = 9
_LONG_REACH = 24
_SOON = 3
# What an audience does with an outlet.
_CONSUMED = frozenset(
    ("depend", "depended", "depends", "relied", "relies", "rely", "relying", "tune", "tuned",
     "watch", "watched", "watches", "watching")
)  # fmt: skip
_REMARKS = frozenset(
    ("accusation", "accusations", "allegation", "allegations", "claim", "claims", "comment",
     "comments", "remark", "remarks", "statement", "statements")
)  # fmt: skip
_REPORTS = frozenset(("article", "report", "story", "survey"))
_ARTICLES = frozenset(("a", "an", "the"))
_REPORTS_LATE = frozenset(("analysis", "coverage", "investigation", "report", "reporting"))
_INSERTING = frozenset(("a", "an", "the", "which"))
# "The Post ran a story", "ProPublica has a guide", "Press TV released a survey"
_MAKING = frozenset(("created", "did", "made", "posted", "produced", "put", "ran", "released"))
_RUN = frozenset(
    ("analysis", "article", "editorial", "explainer", "feature", "guide", "headline", "op-ed",
     "piece", "poll", "report", "story", "survey", "timeline", "video")
)  # fmt: skip
_GETTING = frozenset(("get", "gets", "got", "gotten"))
_LEARNT = frozenset(("learned", "learnt"))
# What a reporter does at a scene, or with a question.
_WITNESSED = frozenset(
    ("addressed", "counted", "discussed", "heard", "opened", "posed", "pressed", "saw", "visited",
     "watched", "witnessed")
)  # fmt: skip
_PAPERS = frozenset(
    ("copies", "copy", "document", "documents", "email", "emails", "evidence", "file", "files",
     "footage", "letter", "letters", "memo", "message", "messages", "records", "transcript")
)  # fmt: skip
# "Ana Silva of Reuters contributed to this report."
_CONTRIBUTED = "contributed"
_ORIGIN = frozenset(("appeared", _CONTRIBUTED, "published"))
_READ_MORE = ["read", "more"]
_LONGEST_ORIGIN = 40
_LONGEST_SIGNER = 12
_LONGEST_NAME = 4
# Tokens of what commas insert behind a name.
_INSERTED = 14
_PARTING = DASHES.union((":", "-"))
_OPENING = frozenset(("(", "[", "-", "–", "—", "--"))


@cache
def _fillers() -> frozenset[str]:
    return citation_words("filler") | citation_words("time")


@cache
def _telling() -> frozenset[str]:
    return words_of("speech").union(citation_words("told"), citation_words("relay said"))


@cache
def given_names() -> frozenset[str]:
    """First names, normalised."""
    return name_words("male") | name_words("female") | name_words("given")


@cache
def _kinds() -> frozenset[str]:
    return citation_words("kind").union(("site", "website", "portal"))


@cache
def _kinds_behind() -> frozenset[str]:
    """Words behind a name that say what it names: "AFP [news agency]"."""
    return citation_words("kind").union(("news", "service"))


@cache
def _modifiers() -> frozenset[str]:
    """Words that describe an outlet before its name."""
    return citation_words("kind modifier") | _kinds()


@cache
def _left_words() -> frozenset[str]:
    """Words before a name that say what it is there for, and those that end its description."""
    found = citation_words("told") | citation_words("relay") | citation_words("relay said")
    return found.union(_GOVERNORS, _SKIPPED_LEFT, ("and", "as", "including", "like", "or", "that"))


class Context:
    """The words about the names of an article.

    Parameters
    ----------
    document : Document
        The article.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._norms = document.norms
        self._words = document.words
        self._datelines = {
            token: first
            for first, last in (document.token_range(*span) for span in document.datelines)
            for token in range(first, last)
        }

    def begins_sentence(self, place: int) -> bool:
        """Whether a token stands first in its sentence, marks before it left out."""
        document = self._document
        first = document.sentences[document.sentence_of[place]].first
        while first < place and not self._words[first][0].isalnum():
            first += 1
        return first == place or (place > 0 and self._words[place - 1] in ("“", '"', "``", "‘"))

    def ends_name(self, last: int) -> bool:
        """Whether no capital goes on with a name that ends before a token."""
        sentence = self._document.sentences[self._document.sentence_of[last - 1]]
        return last >= sentence.last or not self._words[last][0].isupper()

    def is_dateline(self, place: int) -> bool:
        """Whether a token belongs to a dateline."""
        return place in self._datelines

    def names_owner(self, last: int) -> bool:
        """Whether what ends at a token only describes a noun behind it ("the CNN anchor")."""
        if last >= len(self._norms):
            return False
        norm = self._norms[last]
        owned = norm in citation_words("staff") or norm in citation_words("noun")
        return owned and norm not in citation_words("firm verb")

    def is_credit_line(self, place: int) -> bool:
        """Whether a heading or furniture line is a credit: an outlet, and little else."""
        sentence = self._document.sentences[self._document.sentence_of[place]]
        if sentence.last - sentence.first > 8:
            return False
        letters = [
            norm
            for norm in self._norms[sentence.first : sentence.last]
            if norm[0].isalpha() and norm not in citation_words("credit")
        ]
        return len(letters) <= 2 or self.signs(place)

    def tells_origin(self, place: int) -> bool:
        """Whether a heading or furniture line says where the text is from or who helped with it."""
        sentence = self._document.sentences[self._document.sentence_of[place]]
        norms = self._norms[sentence.first : sentence.last]
        told = (
            not _ORIGIN.isdisjoint(norms)
            or norms[:2] == _READ_MORE
            or ("reporting", "by") in pairwise(norms)
        )
        return told and len(norms) <= _LONGEST_ORIGIN

    def strength(self, first: int, last: int) -> Strength:
        """How surely the words about [first, last) make it a citation."""
        right = Strength.NONE if self._has_speaker(first) else self._right(first, last)
        if right == Strength.SOME and self._opens_with_as(first):
            right = Strength.FIRM  # "As the Guardian noted, the test failed."
        left = self._left(first)
        if left == Strength.NONE and self._goes_on(first, last):
            left = Strength.SOME  # "She went on Fox News to say"
        if self._introduces(first, last):
            left = Strength.TOLD
        if left == Strength.NONE and self._opens_on(first, last):
            left = Strength.SOME  # "On CNN, the senator said"
        if left == Strength.NONE and self._is_handed(first, last):
            left = Strength.SOME
        found = max(left, right, self._credit(first, last))
        if left == right == Strength.SOME:
            found = Strength.FIRM  # "on ABC's “This Week”"
        # "Local outlet Red Star News": the name is said to be an outlet's.
        if found == Strength.SOME and first and self._words[first - 1] in _kinds():
            return Strength.FIRM
        return found

    def _has_speaker(self, first: int) -> bool:
        """Whether somebody speaks for the company: "representatives for Fox News and CNN said"."""
        words, norms = self._words, self._norms
        begin = self._document.sentences[self._document.sentence_of[first]].first
        begin = max(begin, first - _LONG_REACH)
        place = first - 1
        while place > begin and (words[place][0].isupper() or norms[place] in _JOINING):
            place -= 1
        return place > begin and norms[place] in _LOOSE and norms[place - 1] in _SPEAKERS

    def _opens_with_as(self, first: int) -> bool:
        """Whether a clause opens with "as" and the name."""
        begin = self._document.sentences[self._document.sentence_of[first]].first
        place = self._before(first) if first > begin else begin
        opens = place == begin or self._norms[place - 1] == ","
        return place < first and self._norms[place] == "as" and opens

    def _goes_on(self, first: int, last: int) -> bool:
        """Whether somebody is on a programme: "went on Fox News to say", "live on CNN"."""
        norms = self._norms
        begin = self._document.sentences[self._document.sentence_of[first]].first
        if first - 2 < begin or norms[first - 1] != "on":
            return False
        before = norms[first - 2]
        # "complained the senator while on CNN"
        return before in _AIRED or (before in _GOING and norms[last : last + 1] == ["to"])

    def _is_handed(self, first: int, last: int) -> bool:
        """Whether somebody gives an outlet something: "sent CNN a statement"."""
        norms = self._norms
        handed = norms[first - 1 - (norms[first - 1] == "the")] in _HANDED
        return handed and last < len(norms) and norms[last] in _HANDS

    def _opens_on(self, first: int, last: int) -> bool:
        """Whether a sentence opens with where somebody speaks: "On CNN, the senator said"."""
        sentence = self._document.sentences[self._document.sentence_of[first]]
        if first == sentence.first or self._norms[first - 1] != "on":
            return False
        # "In May 2012 on CNN, she said"
        before = self._norms[sentence.first : first - 1]
        # "UPDATE: On CNN, she said"
        parted = max((at for at, norm in enumerate(before) if norm in _PARTING), default=-1)
        before = before[parted + 1 :]
        if not all(norm in _WHEN or norm.isdigit() for norm in before):
            return False
        # "On CNN last week, she said", but "On Forbes Avenue, police said"
        behind = last
        while behind < sentence.last and self._norms[behind] in _WHEN:
            behind += 1
        if behind == sentence.last or self._norms[behind] not in {",", "'s"}:
            return False
        return not _telling().isdisjoint(self._norms[behind : sentence.last])

    def _introduces(self, first: int, last: int) -> bool:
        """Whether a colon announces what an outlet has: "From the Guardian:", "(via Reuters)"."""
        words, norms = self._words, self._norms
        sentence = self._document.sentences[self._document.sentence_of[first]]
        place = self._before(first) if first > sentence.first else first
        if norms[place] == "via":
            enclosed = words[place - 1 : place] == ["("] and words[last : last + 1] == [")"]
            return enclosed or words[last : last + 1] == [":"]
        if place - sentence.first > 2:
            return False
        before = norms[sentence.first : place]
        announces = words[sentence.last - 1] == ":" or words[last : last + 1] == [":"]
        # "Here's the Times:"
        if announces and [*before, norms[place]] in (["here", "'s"], ["here", "is"]):
            return True
        # "This is from the Post:", "More from Recode:"
        alone = before in ([], ["this", "is"], ["more"])
        return norms[place] == "from" and alone and announces

    def _before(self, first: int) -> int:
        """The token before a name, the words that only describe the name left out."""
        document = self._document
        begin = document.sentences[document.sentence_of[first]].first
        place = first - 1
        described = False
        while place >= begin and first - place <= 6:
            norm, word = self._norms[place], self._words[place]
            if described and word[0].isalpha() and norm not in _left_words():
                # "according to investigative magazine Mother Jones"
                place -= 1
                described = word[0].isupper() or norm in _modifiers()
                continue
            described = described or norm in _kinds()
            if norm == "of" and self._norms[place - 1] in _AMOUNTS:
                place -= 2  # "according to a number of local media reports"
                continue
            if norm == "'s" and begin < place - 1 and self._owns(place - 1):
                place -= 2  # "told Israel's Channel 12"
                continue
            if not (
                norm in _SKIPPED_LEFT
                or norm in _modifiers()
                or norm.endswith(COMPOUNDS)
                or (word[0].isupper() and norm.endswith(("an", "ese", "ish", "i", "ch")))
                or norm in ("“", "‘")
                or (norm in _NETWORKS and self._norms[place + 1] == "affiliate")
            ):
                break
            place -= 1
        return max(place, begin)

    def _owns(self, place: int) -> bool:
        """Whether a token is where an outlet is at home: "Colombia's", "the country's"."""
        # "On CNN's “The Week”": a programme
        if self._words[place + 2] in OPENING_MARKS:
            return False
        return self._words[place][0].isupper() or self._norms[place] in _NEARBY

    def _left(self, first: int) -> Strength:
        norms = self._norms
        document = self._document
        begin = document.sentences[document.sentence_of[first]].first
        if first == begin:
            return Strength.NONE
        place = self._before(first)
        norm = norms[place]
        if norm in citation_words("told"):
            return Strength.TOLD
        if norm == "to" and place > begin and norms[place - 1] == "according":
            return Strength.CERTAIN
        if norm in citation_words("relay"):
            # "reported by", "report" as a noun or a verb with an object are not relays.
            relays = norm not in _NOUN_TOO or self._closes(place - 1)
            return Strength.CERTAIN if relays else Strength.NONE
        if norm in citation_words("relay said") and self._closes(place - 1):
            return Strength.SOME
        if norm in ("like", "including", "as") and not citation_words("kind").isdisjoint(
            norms[max(begin, place - 2) : place]
        ):
            # "reported by outlets including the Guardian", but "networks such as ABC"
            told = norm == "including" and not _RELAYED.isdisjoint(norms[begin:place])
            return Strength.FIRM if told else Strength.SOME
        if norm in _LOOSE and self._is_told_somebody(place, begin):
            return Strength.CERTAIN
        if norm == "to" and self._is_signer(place, begin):
            return Strength.CERTAIN
        if norms[begin : begin + 2] == _READ_MORE and norm in ("at", "from", "in", "on"):
            return Strength.FIRM
        section = _GOVERNORS.get(norm)
        if section is None:
            return Strength.NONE
        if norm in _LOOSE and self._is_somebody(place, begin):
            return Strength.FIRM
        if norm == "from" and norms[place - 1] in _ENQUIRIES and norms[place - 2] in _ANSWERING:
            return Strength.SOME
        governors = citation_words(section)
        # "said Ana Silva, dean of the university's school of law, to the BBC", "said Senator Ana
        # Silva (D., Va.) on “Meet the Press”"
        reach = _REACH
        if norm in ("on", "to") and self._words[place - 1] in (",", ")"):
            reach = _LONG_REACH
        for back in range(place - 1, max(begin - 1, place - reach), -1):
            governor = norms[back]
            if place - back >= _REACH and governor not in _SAID:
                continue
            if governor in _CONSUMED:
                # "said they relied mostly on CNN"
                break
            if governor == "show" and not _BEING.isdisjoint(norms[max(begin, back - 4) : back]):
                break  # "is a hit show on ABC"
            if governor == "news" and norms[back - 1] in _POSSESSIVES:
                break  # "gets his news from CNN"
            if norm == "to" and governor == "made" and self._makes_remarks(begin, place):
                return Strength.SOME
            if governor in governors:
                near = place - back <= 2
                writes = (
                    norm in ("at", "for")
                    and governor.startswith(("writ", "wrote"))
                    and place - back < 9
                )
                if (
                    norm in _LOOSE
                    and not near
                    and not writes
                    and governor not in citation_words("staff of")
                ):
                    continue
                # "Said in the Times", but not "said on Monday in the Times Square hotel"
                beside = norm == "in" and place - back == 1
                if governor in _SAID and norm not in ("on", "to") and not beside:
                    continue
                # "Appeared on CBS", "said Sunday on ABC"
                appears = norm == "on" and (
                    (near and governor.startswith("appear"))
                    or (governor in _SAID and place - back <= _SOON)
                )
                firm = appears or (governor in citation_words("firm before") and place - back <= 4)
                return Strength.FIRM if firm else Strength.SOME
            if governor in (";", ":", "”", "that", "which"):
                break
        return Strength.NONE

    def _is_told_somebody(self, place: int, begin: int) -> bool:
        """Whether somebody of an outlet is told: "told Ana Silva of the BBC"."""
        at = self._name_before(place, begin)
        told = self._norms[at - 1] in citation_words("told") if at > begin else False
        return told and place - at > 1

    def _name_before(self, place: int, begin: int) -> int:
        """Where the capitals begin that end before a token."""
        at = place
        while at > begin and place - at < _LONGEST_NAME and self._words[at - 1][0].isupper():
            at -= 1
        return at

    def _makes_remarks(self, begin: int, place: int) -> bool:
        """Whether words are made to an outlet: "the [claims] that he made to", but no threats."""
        return not _REMARKS.isdisjoint(self._norms[max(begin, place - _REACH) : place])

    def _is_signer(self, place: int, begin: int) -> bool:
        """Whether a name behind a dash signs what is quoted: "— Ana Silva to Reuters"."""
        at = self._name_before(place, begin)
        return place - at > 1 and at > 0 and self._words[at - 1] in DASHES

    def _is_somebody(self, place: int, begin: int) -> bool:
        """Whether a full name stands before a token: "Ana Silva from Politico"."""
        return (
            place - begin >= 2
            and self._words[place - 1].istitle()
            and self._norms[place - 2] in given_names()
            and self._words[place - 2].istitle()
            # "Gave a question to Juan Souza of Fox News"
            and self._norms[place - 3 : place - 2] != ["to"]
        )

    def _is_nothing_else(self, begin: int, end: int) -> bool:
        """Whether tokens are signs, other agencies, and the words of a credit."""
        return all(
            norm in citation_words("credit")
            or norm in citation_words("agency")
            or not norm[0].isalpha()
            for norm in self._norms[begin:end]
        )

    def _closes(self, place: int) -> bool:
        """Whether a comma or a closing mark stands at a token: what follows relays it."""
        return place >= 0 and self._words[place] in (",", "”", '"', "’", "'", "''", "…", ".")

    def _right(self, first: int, last: int) -> Strength:
        norms, words = self._norms, self._words
        document = self._document
        end = document.sentences[document.sentence_of[first]].last
        place = last
        while place < end and place - last < 2 and norms[place] in _kinds_behind():
            place += 1
        named_kind = place > last
        if place < end and words[place] == "(":
            closing = next((i for i in range(place, min(place + 8, end)) if words[i] == ")"), -1)
            place = closing + 1 if closing > 0 else place
        if place < end and words[place] in CLOSING_MARKS and words[first - 1] in OPENING_MARKS:
            place += 1
        if place >= end:
            return Strength.NONE
        if words[place] == words[first - 1] == "," and norms[first - 2] in _kinds():
            place += 1  # "the state news agency, Mena, says"
            if place >= end:
                return Strength.NONE
        if norms[place : place + 2] in (["puts", "it"], ["put", "it"]):
            return Strength.SOME
        if norms[place] == "'s" or words[place] in ("’", "'"):
            if place + 1 < end and self._checks(first, place + 1):
                return Strength.SOME
            return self._possessed(place + 1, end)
        if words[place] == "/":
            poll = {"poll", "polls", "survey", "forum"} & set(norms[place : min(place + 6, end)])
            return Strength.FIRM if poll else Strength.NONE
        if words[place] == "," and place + 1 < end and norms[place + 1] in ("citing", "quoting"):
            return Strength.NONE if norms[first - 1] in _GOVERNORS else Strength.FIRM
        if norms[place : place + 2] in (["as", "saying"], ["as", "reporting"]):
            return Strength.FIRM
        if words[place] == "," and norms[place + 1 : place + 2] and norms[place + 1] in _INSERTING:
            # "Daily NK, a website, reported"
            inserted = norms[place + 2 : min(place + _INSERTED, end)]
            if "," in inserted:
                place += 3 + inserted.index(",")
                if place >= end:
                    return Strength.NONE
        # "ProPublica has a guide"
        has = norms[place] in ("has", "have", "had") and norms[place + 1 : place + 2]
        if has and norms[place + 1] in _ARTICLES and not _RUN.isdisjoint(norms[place : place + 5]):
            return Strength.FIRM
        fillers = _fillers()
        verb = place
        while (
            verb < end
            and verb - place < 4
            and (norms[verb] in fillers or norms[verb].endswith("ly") or norms[verb] in _EACH)
        ):
            verb += 1
        if verb < end:
            if norms[verb] in ("is", "are", "was", "were") and norms[verb + 1 : verb + 2]:
                progressive = norms[verb + 1]
                return Strength.FIRM if progressive in _PROGRESSIVES else Strength.NONE
            if norms[verb] in _PARTICIPLES and norms[verb + 1 : verb + 2] in (["by"], ["in"]):
                return Strength.NONE  # "a daily published in Dhaka"
            if norms[verb : verb + 2] == ["reported", "by"]:
                return Strength.NONE  # "CCTV reported by police"
            if norms[verb] in citation_words("firm verb"):
                return Strength.FIRM
            if norms[verb] == "noted" and verb == place and first and words[first - 1] == ",":
                # ", Slate noted."
                return Strength.FIRM
            if norms[verb] in _LEARNT and norms[verb - 1] in ("has", "have"):
                return Strength.FIRM
            if norms[verb] in _SAID and norms[verb + 1 : verb + 4] == ["in", "a", "statement"]:
                return Strength.NONE  # who is in the news itself
            if norms[verb] in citation_words("verb"):
                return Strength.FIRM if named_kind else Strength.SOME
            if norms[verb] in _MAKING and not _RUN.isdisjoint(norms[verb : verb + 5]):
                return Strength.FIRM
            # "Fox 13 has reached out to the mayor"
            if norms[verb : verb + 2] == ["reached", "out"] and verb > place:
                return Strength.FIRM
            # "The Times got hold of the letter"
            if norms[verb] in _GETTING and norms[verb + 1 : verb + 2] in (["hold"], ["ahold"]):
                return Strength.FIRM
            # "The BBC has seen the letter"
            if norms[verb] == "seen" and not _PAPERS.isdisjoint(norms[verb : verb + 4]):
                return Strength.FIRM
        if norms[place] in citation_words("firm noun"):
            return Strength.FIRM
        if norms[place] in _REPORTS and norms[first - 1] in ("a", "an"):
            return Strength.FIRM  # "an Economist article"
        if self._checks(first, place):
            return Strength.SOME
        if norms[place] in citation_words("noun"):
            return Strength.SOME
        if (
            not citation_words("staff").isdisjoint(norms[place : place + 3])
            and words[place][0].isalpha()
        ):
            speaks = _CONTRIBUTED in norms[place:end] or self._speaks(place + 1, end)
            return Strength.FIRM if speaks else Strength.NONE
        following = place
        # "Los Angeles Times Daybreak tracking poll"
        while following < end and following - place < 4 and words[following].isalpha():
            if norms[following] in ("poll", "survey", "tracker", "interview", "investigation"):
                return Strength.SOME
            if not (
                words[following][0].isupper() or norms[following].endswith(("ing", "ive", "al"))
            ):
                break
            following += 1
        return Strength.NONE

    def _checks(self, first: int, place: int) -> bool:
        """Whether a token is a fact-checker's verdict: "PolitiFact gave her", "Snopes's rating"."""
        verdict = self._norms[place] in citation_words("verdict")
        return verdict and self._norms[first] in citation_words("checker")

    def _possessed(self, place: int, end: int) -> Strength:
        """What follows "X's": something an outlet makes, somebody it employs."""
        norms, words = self._norms, self._words
        following = norms[place : min(place + 3, end)]
        if following[:1] == ["editorial"] and not _EDITING.isdisjoint(following):
            return Strength.NONE
        if not citation_words("noun").isdisjoint(following):
            return Strength.FIRM
        # "CNBC's daily health and science reporting"
        if not _REPORTS_LATE.isdisjoint(norms[place + 3 : min(place + 5, end)]) and all(
            (norm.isalpha() and norm not in citation_words("after")) or norm == "and"
            for norm in norms[place : place + 3]
        ):
            return Strength.FIRM
        # "the BBC's political editor, Ana Silva, said"
        if not citation_words("staff").isdisjoint(following) and self._speaks(place + 1, end, 7):
            return Strength.FIRM
        if place + 1 < end and words[place] in OPENING_MARKS and words[place + 1][0].isupper():
            return Strength.SOME  # its programme
        if place + 1 < end and words[place][0].isupper() and words[place + 1][0].isupper():
            # "CNN's Ana Silva looks into"
            contributed = _CONTRIBUTED in norms[place:end]
            somebody = norms[place] in given_names() or contributed or self._speaks(place + 2, end)
            return Strength.SOME if somebody else Strength.NONE
        return Strength.NONE

    def _speaks(self, place: int, end: int, reach: int = 5) -> bool:
        """Whether one of the next words is a verb of reporting."""
        norms = self._norms
        return any(
            norms[at] in citation_words("verb")
            or norms[at] in citation_words("firm verb")
            or norms[at] in citation_words("told")
            or norms[at] in _WITNESSED
            # "CNN host Ana Silva tried to ask"
            or (norms[at] in words_of("speech") and norms[at - 1] != "to")
            for at in range(place, min(place + reach, end))
        )

    def _credit(self, first: int, last: int) -> Strength:
        """A credit: in a dateline, alone in parentheses, or closing a paragraph behind a dash."""
        words, document = self._words, self._document
        begin = self._datelines.get(first)
        if begin is not None:
            return Strength.FIRM if "(" in words[begin:first] else Strength.NONE
        if first > 1 and words[first - 1] == ":" and words[first - 2] in _SOURCES:
            return Strength.FIRM  # "Source: ABC 13"
        sentence = document.sentences[document.sentence_of[first]]
        paragraph_first = document.paragraphs[sentence.paragraph][0]
        if (
            self.is_credit_line(first)
            and self._is_nothing_else(sentence.first, first)
            and (self._is_nothing_else(last, sentence.last))
        ):
            # "... they have pledged to support.” SCOTUSblog"
            quoted = sentence.index > paragraph_first and words[sentence.first - 1] in CLOSING_MARKS
            return Strength.CERTAIN if quoted else Strength.SOME
        opens = first == sentence.first == document.sentences[paragraph_first].first
        if opens and words[last : last + 1] in ([":"], ["::"]):
            return Strength.SOME  # "BBC: The bridge is closed."
        signed = first - (first > 0 and words[first - 1] == "The")
        before = words[first - 1] if first else ""
        after = words[last] if last < len(words) else ""
        if (
            signed > 0
            and words[signed - 1] in _OPENING
            and after == "("
            and words[last + 1 : last + 2]
            and (words[last + 1][0] == "@")
        ):
            return Strength.FIRM  # the signature of a post
        # "(BSS/AFP)", but not "(Jane Doe/AFP)", which is whose photograph it is.
        joined = before == "/" and words[first - 2].isupper()
        # Within a sentence, a name in parentheses is what somebody else is called for short.
        ends = last + 2 >= sentence.last or not words[last + 1][0].islower()
        quoted = first > 1 and words[first - 2] in CLOSING_MARKS
        if quoted and before == "(" and after == ")" and ends:
            return Strength.SOME  # "“A Relentless Foe” (New York Times)"
        if (before in ("(", "[") or joined) and after in (")", "]", "/") and ends:
            return Strength.CREDIT
        closes = last >= sentence.last or (last == sentence.last - 1 and after in (")", ".", "]"))
        final = document.paragraphs[sentence.paragraph][1] == sentence.index + 1
        if closes and final and before in _OPENING:
            return Strength.CREDIT
        return Strength.FIRM if closes and final and self.signs(first) else Strength.NONE

    def _shortens(self, place: int, begin: int) -> bool:
        """Whether a token is an initial or a title for short."""
        return place >= begin and (len(self._words[place]) == 1 or self._norms[place] in COURTESY)

    def signs(self, first: int) -> bool:
        """Whether a name and a comma stand before a token, and nothing but a dash before them."""
        words, begin = (
            self._words,
            self._document.sentences[self._document.sentence_of[first]].first,
        )
        if self._norms[first - 1] == "the":
            first -= 1
        place = first - 2
        if place <= begin or words[first - 1] != ",":
            return False
        while (
            place >= begin
            and first - place <= _LONGEST_SIGNER
            and (
                words[place][0].isupper()
                or (place > begin and words[place] == "and")
                # "Dr. Ana C. Silva"
                or (words[place] == "." and self._shortens(place - 1, begin))
            )
        ):
            place -= 1
        names = first - 2 - place
        return (
            names > 0
            and (place < begin or words[place] in DASHES)
            and (names > 1 or self._norms[first - 2] in ("editorial", "editors"))
        )
