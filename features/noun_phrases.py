"""Where a noun phrase begins and ends, by parts of speech and proper names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from credscore.document import Document
from credscore.features.cues import words_of
from credscore.features.name_kinds import COURTESY
from credscore.features.names import Names
from credscore.lexicons import read_sections

__all__ = [
    "DATED",
    "WHEN_OUT",
    "NounPhrases",
    "before_time",
    "behind_time",
    "paper_nouns",
    "phrase_words",
]

_BEFORE_TIME = frozenset(("early", "last", "late", "next", "this"))
_BEFORE_DAY = frozenset(("by", "in", "last", "next", "on", "since", "this", "until"))
_OF_TIME = frozenset(("earlier", "early", "last", "late", "on", "this"))
# "Published [online]", "conducted [earlier] this year"
WHEN_OUT = frozenset(("earlier", "early", "last", "late", "online", "recently", "this"))
# Participles behind which a day belongs to the paper that it dates.
DATED = frozenset(("dated", "issued", "posted", "published", "released", "unveiled"))
_GENITIVE = frozenset(("'s", "'", "s'"))
_NOMINAL = frozenset("NPU")
_MODIFIER = frozenset("NPUJ")
_DETERMINER = frozenset("D")
_PERSONAL_ENDS = ("er", "or", "ist", "man", "woman", "ian", "head", "chief", "old", "star")
_LONGEST = 16
_LONGEST_WIDE = 30


@cache
def phrase_words(section: str) -> frozenset[str]:
    """Entries of a section of `source_phrases.txt`, such as "preposition"."""
    return frozenset(read_sections("credscore.features", "source_phrases.txt")[section])


def before_time(norms: Sequence[str], end: int, limit: int) -> int:
    """End before words that tell when: "on Monday", "late last week", "on the night of May 30".

    Parameters
    ----------
    norms : sequence of str
        The tokens, lower-cased.
    end : int
        Where a phrase ends.
    limit : int
        The first token that it may begin at.

    Examples
    --------
    >>> before_time(["a", "poll", "earlier", "this", "month"], 5, 0)
    2
    """
    if norms[end - 1] not in _may_tell_time() and not norms[end - 1].isdigit():
        return end
    if end - limit > 1 and norms[end - 2] in COURTESY:
        # "Mrs May"
        return end
    at, times = end, phrase_words("time")
    for place in range(end - 1, max(end - 8, limit), -1):
        norm = norms[place]
        if norm in times or norm in _OF_TIME:
            at = place
        elif not (norm.isdigit() or norm in {"the", "of", "in"}):
            break
    if at == end:
        return end
    behind = at - 1
    while behind > limit and norms[behind] in {"in", "on"}:
        behind -= 1
    if behind > limit and norms[behind] in phrase_words("of paper"):
        # "A letter dated Tuesday", "a poll conducted in May"
        return end
    return end if times.isdisjoint(norms[at:end]) else at


def behind_time(norms: Sequence[str], place: int, limit: int) -> int:
    """Behind words that tell when or where a paper came out: "published [online today] in".

    Parameters
    ----------
    norms : sequence of str
        The tokens, lower-cased.
    place : int
        Where such words may begin.
    limit : int
        The token after the last that they may take in.

    Examples
    --------
    >>> behind_time(["conducted", "march", "13", "-", "27", "among", "adults"], 1, 7)
    5
    """
    times, at = phrase_words("time"), place
    while at < limit and (
        norms[at] in times
        or norms[at] in WHEN_OUT
        or (at > place and (norms[at].isdigit() or norms[at] == "-"))
    ):
        at += 1
    return at


@cache
def _may_tell_time() -> frozenset[str]:
    """Words that may stand among those that tell when, beside numbers."""
    return phrase_words("time") | _OF_TIME | {"the", "of", "in"}


@cache
def paper_nouns() -> frozenset[str]:
    """Nouns for papers, posts and data."""
    papers = read_sections("credscore.features", "sources.txt")["paper"]
    return words_of("document") | frozenset(papers)


@cache
def _offices() -> frozenset[str]:
    return words_of("role") | words_of("title") | paper_nouns()


@dataclass(frozen=True, slots=True)
class NounPhrases:
    """Finds the bounds of noun phrases in one document.

    Attributes
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names, which no bound cuts.
    tags : str
        Part of speech of each token.
    """

    document: Document
    names: Names
    tags: str
    # Several candidates ask for the same bound.
    _starts: dict[tuple[int, int], int] = field(default_factory=dict, init=False, repr=False)

    def _is_noun(self, place: int) -> bool:
        """Whether a token may end a noun phrase: a noun, name or number, or an office."""
        tag = self.tags[place]
        if tag in _NOMINAL:
            return True
        norm = self.document.norms[place]
        return (
            (tag == "J" and norm in _offices())
            # "the inspector general"
            or (norm == "general" and place > 0 and self.tags[place - 1] in "NP")
            # "The [briefing] given to them": the tagger may take it for a verb.
            or (tag == "G" and norm in paper_nouns() and place > 0 and self.tags[place - 1] in "DJ")
        )

    def start(self, end: int, limit: int) -> int:
        """Where the noun phrase that ends before a token begins; `end` where there is none.

        Parameters
        ----------
        end : int
            Token after the phrase.
        limit : int
            The first token that it may take in.
        """
        found = self._starts.get((end, limit))
        if found is None:
            found = self._starts[end, limit] = self._find_start(end, limit)
        return found

    def _find_start(self, end: int, limit: int) -> int:
        norms, tags, names = self.document.norms, self.tags, self.names
        if end <= limit:
            return end
        name = names.at(end - 1)
        if name is not None and name.last != end:
            return end
        if name is None and not self._is_noun(end - 1):
            if tags[end - 1] == "Q" or norms[end - 1] in phrase_words("pronominal"):
                return end - 1
            # "the accused", "most of the injured"
            if not (tags[end - 1] in "JEDG" and end - 2 >= limit and tags[end - 2] in "DJ"):
                return end
        at, times = end, phrase_words("time")
        while at > limit and end - at < _LONGEST:
            name = names.at(at - 1)
            if name is not None and name.outer >= limit:
                at = name.outer
                if name.kind == "person" and not self._is_office(at - 1, limit):
                    break
                continue
            before = at - 1
            tag, norm = tags[before], norms[before]
            if norm == ")" and at < end and self._is_short_form(before - 2, limit):
                # "a Lahore Cricket Board (LCB) official"
                at = before - 2
                continue
            if norm in _GENITIVE:
                if before - 1 < limit or tags[before - 1] not in "NPQUJD":
                    break
                at = before
                continue
            if tag in _DETERMINER:
                at = before
                if at - 1 >= limit and tags[at - 1] == "D":
                    at -= 1
                at = self._with_amount(at, limit)
                break
            modifies = (
                tag in _MODIFIER
                or self._is_noun(before)
                or (
                    (tag in "EG" and at < end and norm not in phrase_words("participle"))
                    or (
                        tag == "V"
                        and at < end
                        and norm.endswith("ed")
                        and self._opens(before, limit)
                    )
                    or (tag == "R" and at < end and tags[at] in "JEU")
                    or (tag == "C" and at < end and self._joins(before, limit, end))
                    or (norm == "-" and at < end)
                )
            )
            if (not modifies and at < end) or (norm in times and self._is_day(before, limit)):
                break
            at = before
        while at < end and tags[at] in "CRO" and self.names.at(at) is None:
            at += 1
        return at

    def _is_day(self, place: int, limit: int) -> bool:
        """Whether the day or month here says when: "on [Monday]", not "the [May] report"."""
        return place > limit and self.document.norms[place - 1] in _BEFORE_DAY

    def _tells_when(self, place: int) -> bool:
        """Whether a day or part of one stands here: "Tuesday", "[late] Monday"."""
        norms, times = self.document.norms, phrase_words("time")
        return norms[place] in times or (
            norms[place] in _BEFORE_TIME and not times.isdisjoint(norms[place + 1 : place + 2])
        )

    def _is_short_form(self, place: int, limit: int) -> bool:
        """Whether a body's short form in parentheses begins here: "Board [(LCB)]"."""
        return (
            place > limit
            and self.document.norms[place] == "("
            and self.document.words[place + 1].isupper()
            and self.names.at(place - 1) is not None
        )

    def _opens(self, place: int, limit: int) -> bool:
        """Whether a clause begins here: "..., [informed] sources"."""
        return place == limit or self.document.norms[place - 1] in {",", "and", "but", "that"}

    def _is_office(self, place: int, limit: int) -> bool:
        """Whether a word may stand before a person's name: an office, or what tells a person."""
        if place < limit:
            return False
        norm = self.document.norms[place]
        return (
            norm in _offices()
            or norm.endswith(_PERSONAL_ENDS)
            or norm in _GENITIVE
            or (self.tags[place] in "JP" and norm[0].isalpha())
        )

    def _joins(self, place: int, limit: int, end: int) -> bool:
        """Whether "and" joins two modifiers of one noun: "US and Iranian officials"."""
        tags = self.tags
        return (
            self.document.norms[place] in {"and", "or", "&"}
            and place - 1 >= limit
            and tags[place - 1] in "JP"
            and tags[place + 1] in "JP"
            and place + 2 < end
            and tags[end - 1] == "N"
        )

    def _with_amount(self, at: int, limit: int) -> int:
        """Take in "some of", "two of", "a group of" before a determiner."""
        norms = self.document.norms
        if (
            at - 2 >= limit
            and norms[at - 1] == "of"
            and (norms[at - 2] in phrase_words("amount") or self.tags[at - 2] == "U")
        ):
            at -= 2
            if at - 1 >= limit and self.tags[at - 1] == "D":
                at -= 1
        return at

    def wide_start(self, end: int, limit: int) -> int:
        """As `start`, with what a preposition joins on before: "a spokesman for the ministry"."""
        at = self.start(end, limit)
        if at == end:
            return end
        norms = self.document.norms
        while at - 1 > limit and end - at < _LONGEST_WIDE:
            if norms[at - 1] not in phrase_words("joining preposition"):
                break
            begin = self.start(at - 1, limit)
            if begin == at - 1 or self.tags[begin] == "Q":
                break
            if norms[at - 2] in phrase_words("time"):
                break
            at = begin
        return at

    def end(self, first: int, limit: int) -> int:
        """Where the noun phrase that begins at a token ends; `first` where there is none.

        Parameters
        ----------
        first : int
            Its first token.
        limit : int
            The token after the last that it may take in.
        """
        norms, tags, names = self.document.norms, self.tags, self.names
        at = noun_end = first
        while at < limit and at - first < _LONGEST:
            name = names.at(at)
            if name is not None and name.last <= limit:
                at = noun_end = name.last if name.last > at else at + 1
                continue
            tag, norm = tags[at], norms[at]
            if at > first and self._tells_when(at):
                # "a post [Tuesday]" ends before it, "a [Tuesday morning] post" and "one [January]
                # tweet" do not.
                if at == noun_end and (at > first + 1 or norms[first] != "one"):
                    break
                at += 1
                continue
            # Whatever its tag, a noun follows a genitive: "Acme's pay policies".
            owned = tag in "VB" and at == noun_end + 1 and norms[at - 1] in _GENITIVE
            if owned or self._is_noun(at) or norm in phrase_words("pronominal"):
                at = noun_end = at + 1
            elif tag == "Q":
                return at + 1 if at == first else noun_end
            elif norm in _GENITIVE and at == noun_end > first:
                at += 1
            elif tag == "D":
                # A second determiner begins another phrase, but for "all the", "some of the".
                if at > first and tags[at - 1] != "D" and norms[at - 1] != "of":
                    break
                at += 1
            elif norm in phrase_words("approximate") and at == first:
                at += 1
            elif tag in "JR" or (
                (tag in "EG" and at == noun_end == first)
                or (tag in "EG" and (tags[at - 1] in "DJR" or norms[at - 1] in {"-", ","}))
            ):
                if tag == "R" and at == noun_end > first:
                    break
                at += 1
            elif (
                (
                    norm == "of"
                    and at > first
                    and (norms[at - 1] in phrase_words("amount") or tags[at - 1] == "U")
                )
                or (norm == "-" and at + 1 < limit and tags[at + 1] in "NPJE")
                # "this small, ongoing study"
                or (
                    norm == ","
                    and at > first
                    and tags[at - 1] == "J"
                    and self._describes(at + 1, limit)
                )
                or (
                    norm in {"and", "or", "&"}
                    and at > first
                    and at + 2 < limit
                    and tags[at - 1] == "J"
                    and tags[at + 1] == "J"
                )
            ):
                at += 1
            else:
                break
        return noun_end

    def _describes(self, place: int, limit: int) -> bool:
        """Whether adjectives and a noun stand here, as after a comma between adjectives."""
        at = place
        while at < limit and self.tags[at] in "JEG":
            at += 1
        return place < at < limit and self.tags[at] == "N"

    def wide_end(self, first: int, limit: int) -> int:
        """As `end`, with the descriptions that follow: "documents obtained by AFP"."""
        at = self.end(first, limit)
        norms, tags = self.document.norms, self.tags
        if at == first or (tags[first] == "Q" and norms[first] != "those"):
            return at
        paper = norms[at - 1] in paper_nouns()
        while at + 1 < limit and at - first < _LONGEST_WIDE:
            # "a video [recently] shared by the park"
            place = at + (tags[at : at + 3] == "REI" and at + 3 < limit)
            if paper and norms[place] == "being" and tags[place + 1] == "E":
                # "a study [being] presented at the meeting"
                place += 1
            norm, step = norms[place], place + 1
            of_paper = paper and norm in phrase_words("of paper")
            # "The methods used in the study [led] to errors"
            of_paper = of_paper and not (norm == "led" and norms[step : step + 1] == ["to"])
            if (tags[place] in "EGJ" and norm not in phrase_words("participle")) or of_paper:
                # "leaked to a station", "familiar with the talks", "close to him"
                dated = behind_time(norms, step, limit) if of_paper else step
                if dated > step and (
                    dated == limit or norms[dated] not in phrase_words("preposition")
                ):
                    # "a poll released Friday"
                    return dated
                step = dated
                if step < limit and norms[step] in phrase_words("preposition"):
                    step += 1
                elif tags[place] in "JV":
                    break
            elif norm not in phrase_words("following preposition"):
                break
            following = self.end(step, limit)
            if following == step or norms[step] in phrase_words("time"):
                break
            at = following
        return at
