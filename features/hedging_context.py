"""What stands beside a hedge: the tests that tell hedges from their homographs.

Each section of `hedging.txt` whose words also have another use (the month of May, military might,
a book about two men) has a test here that looks at a few tokens before and after the candidate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from credscore.lexicons import read_sections

__all__ = ["PADDING", "SECTIONS", "TESTS", "Candidate", "takes_prize"]

# As many empty tokens follow the last as a test looks behind or ahead, so that norms[-1], too, is
# empty and no test needs to ask where the text begins or ends.
PADDING = [""] * 4

_WORDS = "words: "
_ALL = read_sections("credscore.features", "hedging.txt")
_LISTS = {
    name.removeprefix(_WORDS): frozenset(entries)
    for name, entries in _ALL.items()
    if name.startswith(_WORDS)
}

SECTIONS = {name: entries for name, entries in _ALL.items() if not name.startswith(_WORDS)}
"""The entries of the lexicon by section, hedges and boosters."""


class Candidate(NamedTuple):
    """An entry found in the text, with its surroundings; words and norms are padded."""

    words: list[str]
    norms: list[str]
    first: int
    last: int

    @property
    def entry(self) -> str:
        """Its first token."""
        return self.norms[self.first]

    @property
    def before(self) -> str:
        """The token before it."""
        return self.norms[self.first - 1]

    @property
    def after(self) -> str:
        """The token after it."""
        return self.norms[self.last]

    @property
    def follows_be(self) -> bool:
        """Whether a form of "be" stands before it, at most an adverb between them."""
        return self.before in _LISTS["be"] or self.norms[self.first - 2] in _LISTS["be"]

    @property
    def clause_before(self) -> list[str]:
        """Up to six tokens of the same clause."""
        begin = self.first
        while begin > max(0, self.first - 6) and self.norms[begin - 1] not in _LISTS["stop"]:
            begin -= 1
        return self.norms[begin : self.first]


_Test = Callable[[Candidate], bool]

TESTS: dict[str, _Test] = {}
"""The test of each section that has one: whether the candidate is a hedge where it stands."""


def _test(section: str) -> Callable[[_Test], _Test]:
    """Register a test as that of a section of the lexicon."""

    def register(test: _Test) -> _Test:
        TESTS[section] = test
        return test

    return register


def _is_figure(norms: list[str], place: int) -> bool:
    """Whether a figure begins at the place: "40", "$5", "two-thirds", "a dozen", "Rs 500"."""
    norm, following = norms[place], norms[place + 1]
    if norm[:1].isdigit() or norm in _LISTS["number"]:
        return True
    if norm in {"a", "an", "one"}:
        if norm == "one" and following == "in":
            # "one in three women"
            return norms[place + 2][:1].isdigit() or norms[place + 2] in _LISTS["number"]
        if following == "and":
            following = norms[place + 3]
        return following in _LISTS["unit"] or following[:1].isdigit() or following == "$"
    if norm in _LISTS["currency"]:
        return following[:1].isdigit() or following == "$"
    if "-" in norm:
        head = norm.split("-", 1)[0]
        return head in _LISTS["number"] or head == "one"
    return norm.isalnum() and any(map(str.isdigit, norm))


@_test("figure")
def _limits_figure(hedge: Candidate) -> bool:
    """An approximator before a figure."""
    norms, before, after = hedge.norms, hedge.before, hedge.after
    if hedge.entry in {"almost", "nearly", "virtually"} and after in _LISTS["quantifier"]:
        return True
    if hedge.entry == "roughly" and after[:1].isalpha():
        return True
    if norms[hedge.last - 1] == "estimated" and after[:1].isalpha():
        # "an estimated cost", "its estimated cost"
        return hedge.entry == "an" or before in _LISTS["possessor"] or after == "that"
    if not _is_figure(norms, hedge.last + (after in _LISTS["approximator"])):
        return False
    match hedge.entry:
        case "about" | "around":
            if hedge.entry == "around" and before in _LISTS["around something"]:
                return False
            # "A profile about 17-year-old twins" says what it is about.
            return before not in _LISTS["topic"] and "year-old" not in "".join(
                norms[hedge.last : hedge.last + 5]
            )
        case "more":
            return before not in {"no", "little", "nothing", "much", "any"}
        case "over":
            # "for over ten days" is a figure exceeded, "cut over ten years" a period.
            return before not in _LISTS["of an age"] and (
                before in _LISTS["duration opener"]
                or norms[hedge.last + 1] not in _LISTS["duration"]
            )
        case "some":
            return after[:1].isdigit()
        case "at":
            # "must win at least 5 percent of the vote"
            ruled = not _LISTS["ruling"].isdisjoint(norms[hedge.first - 3 : hedge.first])
            return before != "be" and not ruled
        case "up":
            # A ceiling set by a rule or a price is no estimate.
            ruled = not _LISTS["ceiling"].isdisjoint(norms[hedge.first - 4 : hedge.first])
            # "ramp up to 2 million a month"
            goes = before in _LISTS["going up"]
            return after not in _LISTS["currency"] and not (ruled or goes)
        case _:
            return True


@_test("or so")
def _follows_figure(hedge: Candidate) -> bool:
    """With a figure just before: "ten years or so", "a week or two", "two or three"."""
    norms, first = hedge.norms, hedge.first
    fewer = {"two": "one", "three": "two"}.get(norms[hedge.last - 1])
    if fewer is not None:
        return norms[first - 1] == fewer or norms[first - 2] in {"a", "an"}
    return any(_is_figure(norms, first - back) for back in (1, 2))


@_test("may")
def _is_modal_may(hedge: Candidate) -> bool:
    """Neither the month nor the name, and no permission."""
    verb = hedge.last
    while hedge.norms[verb] in {"not", "be", "only", "also"} and verb < hedge.last + 3:
        verb += 1
    return hedge.words[hedge.first] == "may" and hedge.norms[verb] not in _LISTS["permission verb"]


@_test("might")
def _is_modal_might(hedge: Candidate) -> bool:
    """Not the noun of strength."""
    return hedge.before not in _LISTS["might noun"] and hedge.after not in _LISTS["might noun end"]


@_test("could")
def _is_possibility(hedge: Candidate) -> bool:
    """Not past ability, permission, purpose or a question."""
    opener, clause = hedge.norms[hedge.first - 2], hedge.clause_before
    if hedge.words[hedge.first] != "could" or hedge.after in _LISTS["ability verb"]:
        return False
    if hedge.before in {"i", "we", "you"} or opener in {"so", "if"}:
        return False
    if hedge.before == "who" and opener != ",":
        return False
    return _LISTS["purpose"].isdisjoint(clause) and ("so", "that") not in pairwise(clause)


@_test("appear")
def _is_semblance(hedge: Candidate) -> bool:
    """Not an appearance in court or on stage."""
    if hedge.norms[hedge.last - 1] in {"to", "if", "though"}:
        return hedge.after not in _LISTS["stage verb"]
    return hedge.after in _LISTS["semblance"]


@_test("looks")
def _is_outlook(hedge: Candidate) -> bool:
    """Not the looks of something: "what it looks like", "looks like a building site"."""
    if hedge.entry == "looks":
        return hedge.after in _LISTS["outlook"]
    return "what" not in hedge.clause_before


@_test("attributive")
def _is_attributive(hedge: Candidate) -> bool:
    """Before a noun, or otherwise no capacity, superlative or set phrase."""
    before, after = hedge.before, hedge.after
    noun_follows = after == '"' or (after[:1].isalpha() and after not in _LISTS["noun follower"])
    match hedge.entry:
        case "possible":
            # "tested as possible cures", but "as soon as possible"
            set_phrase = before in _LISTS["not possible"] and not (
                before == "as" and noun_follows and hedge.norms[hedge.first - 3] != "as"
            )
            if before.endswith("est") or set_phrase or after in {"to", "for"}:
                return False
            return noun_follows or after == "that" or hedge.follows_be
        case "potential":
            return noun_follows or (before in {"the", "a"} and after in {"to", "for"})
        case "suspected":
            return noun_follows or after in {"to", "of"}
        case "apparent":
            beside = before == "in" or before in _LISTS["possessor"] or before in _LISTS["number"]
            return noun_follows and beside
        case _:
            return (noun_follows or after == "$") and before in _LISTS["possessor"]


@_test("allegation")
def _is_allegation(hedge: Candidate) -> bool:
    """With what is alleged beside it: "allegations that", "allegations against the school"."""
    named = hedge.after in _LISTS["complement"] or hedge.norms[hedge.last - 1] in {"of", "that"}
    return named and hedge.before not in {"false", "such"}


@_test("unclear")
def _is_open_question(hedge: Candidate) -> bool:
    """With the question left open: "unclear whether"."""
    if hedge.entry == "unclear" or hedge.norms[hedge.last - 1] == "clear":
        return hedge.after in _LISTS["question word"]
    return hedge.after in {"whether", "if"}


@_test("suggest")
def _is_inference(hedge: Candidate) -> bool:
    """No proposal: "suggested meeting", "suggests that they should meet", "I suggest"."""
    if hedge.before in _LISTS["no inference"] or hedge.after.endswith("ing"):
        return False
    denied = {"none", "not"}.isdisjoint(hedge.norms[max(hedge.first - 6, 0) : hedge.first])
    if hedge.before == "to" and not denied:
        # "None of this is to suggest that it rains."
        return False
    if hedge.entry == "suggested" and hedge.after in _LISTS["proposed"]:
        # "the suggested retail price"
        return False
    for norm in hedge.norms[hedge.last : hedge.last + 12]:
        if norm == "should":
            return False
        if norm in _LISTS["stop"]:
            break
    return True


@_test("suspect")
def _is_suspecting(hedge: Candidate) -> bool:
    """The verb, not the person."""
    return hedge.after == "that" or (
        hedge.before in _LISTS["investigator"] and hedge.after not in _LISTS["stop"]
    )


# Forms of the verb that may take a prize.
_CLAIMED = frozenset(("claim", "claimed", "claiming", "claims"))


def takes_prize(norms: Sequence[str], verb: int) -> bool:
    """Whether a verb claims what is won or lost: "claimed [her third title] in May".

    Not where a clause begins with it: "claimed [victory] was stolen", "claimed [lead] levels".
    """
    if norms[verb] not in _CLAIMED:
        return False
    at = verb + 1
    while at < len(norms) and (norms[at] in _LISTS["before prize"] or norms[at].isdigit()):
        at += 1
    begin = at
    while at < len(norms) and norms[at] in _LISTS["prize"]:
        at += 1
    behind = norms[at] if at < len(norms) else ""
    return at > begin and (not behind[:1].isalnum() or behind in _LISTS["behind prize"])


@_test("claim")
def _casts_doubt(hedge: Candidate) -> bool:
    """The verb before a clause; "claimed responsibility" and ", the state claimed." report only."""
    if hedge.before in _LISTS["determiner"] or hedge.after in _LISTS["claimed object"]:
        return False
    if takes_prize(hedge.norms, hedge.last - 1):
        return False
    if hedge.after in _LISTS["claim opener"]:
        return True
    # "Smith claimed Jones lied", not ", claimed Jones."
    named = hedge.words[hedge.last][:1].isupper()
    return named and hedge.entry == "claimed" and hedge.before[:1].isalpha()


@_test("believe")
def _is_belief(hedge: Candidate) -> bool:
    """An opinion held, no faith ("believe in"), plea or disbelief."""
    if hedge.norms[hedge.last + (hedge.after == "it")] in _LISTS["believed object"]:
        return False
    continues = hedge.norms[hedge.first - 2].startswith("continue")
    return continues or hedge.before not in _LISTS["no belief"]


@_test("think")
def _is_opinion(hedge: Candidate) -> bool:
    """An opinion, not the thinking itself: "I think about it", "we understand how it works"."""
    after = hedge.norms[hedge.last + (hedge.after == "that")]
    if hedge.norms[hedge.last - 1] in {"understand", "fear"} and after in _LISTS["question word"]:
        return False
    return after not in _LISTS["not opinion"]


@_test("likely")
def _is_probable(hedge: Candidate) -> bool:
    """Not the likely voters of a poll, nor probable cause."""
    return hedge.after not in _LISTS["not likely"]


@_test("speculate")
def _is_guessing(hedge: Candidate) -> bool:
    """Not a trade: "speculate on currencies"."""
    return hedge.after not in {"on", "in"}


@_test("passive")
def _is_passive(hedge: Candidate) -> bool:
    """A passive: "is widely believed to", "thought to have"; not "he said to them"."""
    return hedge.follows_be or (
        hedge.norms[hedge.last - 1] == "to" and hedge.after in {"be", "have"}
    )


@_test("impersonal")
def _is_impersonal(hedge: Candidate) -> bool:
    """Nobody's belief: "it is believed", "it is widely feared"."""
    return hedge.follows_be and "it" in hedge.clause_before[-3:]


@_test("expected")
def _is_expectation(hedge: Candidate) -> bool:
    """No wish or rule: "he never expected to win", "to be expected", "most anticipated"."""
    single = hedge.last == hedge.first + 1
    if hedge.entry == "anticipated" and hedge.before in {"a", "an", "the"}:
        # "the anticipated vote", but no "eagerly anticipated"
        return hedge.after[:1].isalnum()
    if hedge.before in _LISTS["eager"] or (single and hedge.before == "be"):
        return False
    if hedge.follows_be:
        return True
    stated = hedge.after in {"that", '"'} or _is_figure(hedge.norms, hedge.last)
    return hedge.entry != "expected" and (stated or not single)


@_test("forecast")
def _is_forecast(hedge: Candidate) -> bool:
    """With what is forecast beside it: a figure or a clause."""
    figure = hedge.last + (hedge.after in _LISTS["forecast bridge"])
    return hedge.after in {"that", "put"} or _is_figure(hedge.norms, figure)


@_test("kind of")
def _is_adverb(hedge: Candidate) -> bool:
    """Not the noun: "that kind of event", "the right kind of event"."""
    before_that = hedge.norms[hedge.first - 2]
    if hedge.before == "'s":
        return before_that in {"it", "that", "he", "she", "there"}
    return hedge.before not in _LISTS["determiner"] and before_that not in {
        "a",
        "an",
        "the",
        "this",
    }


@_test("necessarily")
def _is_denied(hedge: Candidate) -> bool:
    """After a negation: "does not necessarily"."""
    return any(
        norm in {"not", "nor", "never"} or norm.endswith(("n't", "not"))
        for norm in hedge.clause_before
    )
