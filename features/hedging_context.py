"""What stands beside a hedge: the tests that tell hedges from their homographs.

Each section of `hedging.txt` whose words also have another use (the month of May, military might,
a book about two men) has a test here that looks at a few tokens before and after the candidate.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from credscore.features.hedging_ability import is_ability
from credscore.features.hedging_candidate import LISTS, Candidate, is_figure
from credscore.features.hedging_outlook import OUTLOOKS, is_put_at
from credscore.features.hedging_permission import is_permission

__all__ = ["TESTS", "takes_prize"]

_Test = Callable[[Candidate], bool]
# What "we could" do is no ability, and behind which "we could be" is none.
_BEFALLS_US = frozenset(("end", "face", "lose"))
_AWAY = frozenset(("away", "months", "wrong", "years"))
_WHOLE = frozenset(("of", "the", "these", "this", "those"))
_PEOPLE = frozenset(("he", "i", "one", "people", "she", "they", "we", "who", "you"))

TESTS: dict[str, _Test] = dict(OUTLOOKS)
"""The test of each section that has one: whether the candidate is a hedge where it stands."""


def _test(section: str) -> Callable[[_Test], _Test]:
    """Register a test as that of a section of the lexicon."""

    def register(test: _Test) -> _Test:
        TESTS[section] = test
        return test

    return register


@_test("figure")
def _limits_figure(hedge: Candidate) -> bool:
    """An approximator before a figure."""
    norms, before, after = hedge.norms, hedge.before, hedge.after
    if hedge.entry in {"almost", "nearly", "virtually"} and after in LISTS["quantifier"]:
        return True
    if hedge.entry == "roughly" and after[:1].isalpha():
        return True
    if norms[hedge.last - 1] == "estimated" and after[:1].isalpha():
        # "an estimated cost", "its estimated cost"
        if hedge.entry == "an" or before in LISTS["possessor"] or after == "that":
            return True
        return is_put_at(norms, hedge.last)
    if hedge.entry == "at" and after == "one" and norms[hedge.last + 1] in LISTS["person noun"]:
        # "at least one person was killed"
        return True
    if hedge.entry in {"about", "around"} and before == "or" and norms[hedge.first - 2] == "on":
        # "on or about March 18"
        return after[:1].isalnum()
    if not is_figure(norms, hedge.last + (after in LISTS["approximator"])):
        return False
    if before in {"of", "with"} and norms[hedge.first - 2] in LISTS["limited"]:
        # "Avoid gatherings of more than ten people."
        return False
    match hedge.entry:
        case "about" | "around":
            if hedge.entry == "around" and before in LISTS["around something"]:
                return False
            return not _names_topic(hedge)
        case "more":
            return before not in {"no", "little", "nothing", "much", "any"}
        case "less":
            return _falls_short(hedge)
        case "close":
            # "He stood close to 500 people."
            return before not in LISTS["at a place"]
        case "north":
            # "north of 50 degrees latitude", "north of 42nd Street"
            return norms[hedge.last + 1] not in {"degrees", "°"} and after[-1:] not in {"d", "h"}
        case "over":
            beyond = norms[hedge.last + 1]
            if before in LISTS["going over"] and norms[hedge.last + 2] == "of":
                # "walked over 200 metres of broken glass"
                return False
            if before in LISTS["leaping"] and beyond not in LISTS["distance"]:
                # "jumped over 3 fences"
                return False
            if after in {"a", "an"} and beyond.isdigit() and norms[hedge.last + 2] == "-":
                # "over a 14-week period"
                return False
            if before in LISTS["quarrel"]:
                # "a scandal over millions of fake accounts"
                return False
            # "for over ten days" is a figure exceeded, "cut over ten years" a period.
            return before not in LISTS["of an age"] and (
                before in LISTS["duration opener"] or norms[hedge.last + 1] not in LISTS["duration"]
            )
        case "some":
            return after[:1].isdigit() or "-" in after
        case "at":
            # "must win at least 5 percent of the vote", "stay at least six feet away"
            # and "if at least half agree"
            ruled = not LISTS["ruling"].isdisjoint(
                norms[hedge.first - 3 : hedge.first]
            ) or not LISTS["condition"].isdisjoint(hedge.clause_before)
            measured = (
                norms[hedge.last + 1] in LISTS["distance"]
                or "per" in norms[hedge.last + 1 : hedge.last + 4]
            )
            return before != "be" and not (ruled or measured)
        case "up":
            # A ceiling set by a rule or a price is no estimate.
            ruled = not LISTS["ceiling"].isdisjoint(norms[hedge.first - 4 : hedge.first])
            # "ramp up to 2 million a month"
            goes = before in LISTS["going up"]
            return after not in LISTS["currency"] and not (ruled or goes or _is_allowed(hedge))
        case _:
            return True


def _falls_short(hedge: Candidate) -> bool:
    """Whether "less than" gives a figure roughly, as shares and crowds are: "less than 10 percent".

    Money, ages, times and small counts are more often limits: "those earning less than $75,000",
    "children less than six years of age", "home in less than 23 hours", "less than six doses".
    """
    norms, before, after = hedge.norms, hedge.before, hedge.after
    if before in {"no", "or"} or before in LISTS["of an age"] or after in LISTS["currency"]:
        return False
    noun = norms[hedge.last + 1]
    if noun in LISTS["duration"] or noun in LISTS["unit"] - LISTS["number"]:
        return before == "for"
    return after not in LISTS["small number"] or noun in {"%", "in", "per", "percent"}


def _is_allowed(hedge: Candidate) -> bool:
    """Whether a figure is a limit that a rule sets: "may hire up to 10 foreign workers"."""
    return any(
        hedge.norms[at] == "may" and is_permission(hedge._replace(first=at, last=at + 1))
        for at in range(max(hedge.first - 4, 0), hedge.first)
    )


def _names_topic(hedge: Candidate) -> bool:
    """Whether "about" says what words are about: "a book about 12 men"."""
    norms, before, behind = hedge.norms, hedge.before, hedge.norms[hedge.last + 1 : hedge.last + 4]
    if "year-old" in "".join(norms[hedge.last : hedge.last + 5]):
        # "a profile about 17-year-old twins"
        return True
    if before in LISTS["be"] and norms[hedge.first - 2] in LISTS["topic"]:
        # "The book is about two sisters", but "The film is about two hours long"
        return behind[0] not in LISTS["duration"] and behind[0] not in {"metres", "pages"}
    if before in LISTS["topic"]:
        # "asked about 40 witnesses what they saw" numbers those who were asked.
        return before not in LISTS["addressing"] or LISTS["told what"].isdisjoint(behind)
    # "asked him about 10 stolen cars", but "asked him about 20 times"
    asked = norms[hedge.first - 2] in LISTS["addressing"]
    return asked and before in {"her", "him", "me", "them", "us"} and "times" not in behind


@_test("or so")
def _follows_figure(hedge: Candidate) -> bool:
    """With a figure just before: "ten years or so", "a week or two", "two or three"."""
    norms, first = hedge.norms, hedge.first
    fewer = {"two": "one", "three": "two"}.get(norms[hedge.last - 1])
    counted = norms[first - 2] == "," and norms[first - 3] in {"one", "two"}
    if fewer is not None and (counted or norms[first - 2] == "either"):
        # "either two or three", "one, two or three"
        return False
    if fewer is not None:
        return norms[first - 1] == fewer or norms[first - 2] in {"a", "an"}
    return any(is_figure(norms, first - back) for back in (1, 2))


@_test("may")
def _is_modal_may(hedge: Candidate) -> bool:
    """Neither the month nor the name, and no permission."""
    return hedge.words[hedge.first] == "may" and not is_permission(hedge)


@_test("might")
def _is_modal_might(hedge: Candidate) -> bool:
    """Not the noun of strength."""
    return hedge.before not in LISTS["might noun"] and hedge.after not in LISTS["might noun end"]


@_test("could")
def _is_possibility(hedge: Candidate) -> bool:
    """Not past ability, permission, purpose or a question."""
    opener, clause = hedge.norms[hedge.first - 2], hedge.clause_before
    if hedge.words[hedge.first] != "could" or is_ability(hedge):
        return False
    if hedge.before == "we" and opener != "if":
        # "We could face a lawsuit", "we could be years away", but no "we could be heroes"
        lies = hedge.norms[hedge.last + 1 : hedge.last + 4]
        being = not _AWAY.isdisjoint(lies) or (lies[:1] != [] and lies[0].endswith("ing"))
        if hedge.after in _BEFALLS_US or (hedge.after == "be" and being):
            return True
    if hedge.before in {"i", "we", "you"} or opener in {"so", "if"}:
        return False
    if hedge.before == "who" and opener != ",":
        # "those who could vote", but "people who could unwittingly spread it"
        verb = hedge.norms[hedge.last + hedge.after.endswith("ly")]
        return verb in LISTS["befalling"]
    if hedge.after == "be" and hedge.norms[hedge.last + 1] == "as":
        # "where the rate could be as low as 60"
        return True
    # "All of these effects could be", but "all she could do"
    whole = any(one == "all" and two in _WHOLE for one, two in pairwise(clause))
    purposes = LISTS["purpose"].intersection(clause) - ({"all"} if whole else set())
    return not purposes and ("so", "that") not in pairwise(clause)


@_test("appear")
def _is_semblance(hedge: Candidate) -> bool:
    """Not an appearance in court or on stage."""
    if hedge.norms[hedge.last - 1] in {"to", "if", "though"}:
        if hedge.before == "to":
            # "efforts to appear to be fair"
            return False
        return hedge.after not in LISTS["stage verb"]
    return hedge.after in LISTS["semblance"]


@_test("looks")
def _is_outlook(hedge: Candidate) -> bool:
    """Not the looks of something: "what it looks like", "looks like a building site"."""
    if hedge.entry == "looks":
        return hedge.after in LISTS["outlook"]
    return "what" not in hedge.clause_before


@_test("attributive")
def _is_attributive(hedge: Candidate) -> bool:
    """Before a noun, or otherwise no capacity, superlative or set phrase."""
    before, after = hedge.before, hedge.after
    noun_follows = after == '"' or (after[:1].isalpha() and after not in LISTS["noun follower"])
    match hedge.entry:
        case "possible":
            # "tested as possible cures", but "as soon as possible"
            set_phrase = before in LISTS["not possible"] and not (
                before == "as" and noun_follows and hedge.norms[hedge.first - 3] != "as"
            )
            if before.endswith("est") or set_phrase or after in {"to", "for"}:
                return False
            return noun_follows or after == "that" or hedge.follows_be
        case "potential":
            shown = {"the", "a", "has", "have", "had", "shows"}
            return noun_follows or (before in shown and after in {"to", "for"})
        case "suspected":
            return noun_follows or after in {"to", "of"}
        case "apparent":
            beside = before == "in" or before in LISTS["possessor"] or before in LISTS["number"]
            return noun_follows and beside
        case _:
            # "its reported bid", "a reported £40m"
            told = noun_follows or is_figure(hedge.norms, hedge.last)
            return told and before in LISTS["possessor"]


@_test("allegation")
def _is_allegation(hedge: Candidate) -> bool:
    """With what is alleged beside it: "allegations that", "allegations against the school"."""
    named = hedge.after in LISTS["complement"] or hedge.norms[hedge.last - 1] in {"of", "that"}
    return named and hedge.before not in {"false", "such"}


@_test("unclear")
def _is_open_question(hedge: Candidate) -> bool:
    """With the question left open: "unclear whether"."""
    if hedge.norms[hedge.last - 1] == "know":
        # "I don't know who won", no "I don't know how to swim"
        return hedge.after in LISTS["question word"] and hedge.norms[hedge.last + 1] != "to"
    if hedge.entry == "unclear" or hedge.norms[hedge.last - 1] == "clear":
        return hedge.after in LISTS["question word"]
    return hedge.after in {"whether", "if"}


@_test("suggest")
def _is_inference(hedge: Candidate) -> bool:
    """No proposal: "suggested meeting", "suggests that they should meet", "I suggest"."""
    if hedge.before == "would" and hedge.norms[hedge.first - 2] not in _PEOPLE:
        # "The figures would suggest so", but "she would suggest a walk"
        return hedge.after not in LISTS["proposed"]
    # "The data suggest walking helps", but "she suggests walking"
    proposed = hedge.after.endswith("ing") and hedge.before not in LISTS["inferring"]
    if hedge.before in LISTS["no inference"] or proposed:
        return False
    if hedge.after == "as" and hedge.follows_be:
        # "is widely suggested as a remedy"
        return False
    denied = {"none", "not"}.isdisjoint(hedge.norms[max(hedge.first - 6, 0) : hedge.first])
    if hedge.before == "to" and not denied:
        # "None of this is to suggest that it rains."
        return False
    if hedge.entry == "suggested" and _is_proposed(hedge):
        return False
    for norm in hedge.norms[hedge.last : hedge.last + 12]:
        if norm == "should":
            return False
        if norm in LISTS["stop"]:
            break
    return True


def _is_proposed(hedge: Candidate) -> bool:
    """Whether something to be done or used is named.

    "The suggested retail price", "suggested a laser treatment", "suggested citrate as a treatment".
    """
    norms, last = hedge.norms, hedge.last
    if hedge.after in LISTS["proposed"]:
        return True
    if hedge.after in {"a", "an"}:
        return any(norm in LISTS["remedy"] for norm in norms[last + 1 : last + 4])
    behind = norms[last + 1 : last + 5]
    return any(one == "as" and two in {"a", "an"} for one, two in pairwise(behind)) and (
        not LISTS["remedy"].isdisjoint(behind)
    )


@_test("suspect")
def _is_suspecting(hedge: Candidate) -> bool:
    """The verb, not the person."""
    return hedge.after == "that" or (
        hedge.before in LISTS["investigator"] and hedge.after not in LISTS["stop"]
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
    while at < len(norms) and (norms[at] in LISTS["before prize"] or norms[at].isdigit()):
        at += 1
    begin = at
    while at < len(norms) and norms[at] in LISTS["prize"]:
        at += 1
    behind = norms[at] if at < len(norms) else ""
    return at > begin and (not behind[:1].isalnum() or behind in LISTS["behind prize"])


@_test("claim")
def _casts_doubt(hedge: Candidate) -> bool:
    """The verb before a clause; "claimed responsibility" and ", the state claimed." report only."""
    if hedge.before in LISTS["determiner"] or hedge.after in LISTS["claimed object"]:
        return False
    if takes_prize(hedge.norms, hedge.last - 1):
        return False
    claimed = hedge.norms[hedge.last : hedge.last + 12]
    if "own" in claimed and ("as", "its") in pairwise(claimed):
        # "claims the island as its own"
        return False
    if hedge.after == "to" and (
        hedge.norms[hedge.last + 1] == "fame" or "what" in hedge.clause_before
    ):
        # "the band's claim to fame", "They are what they claim to be."
        return False
    if hedge.after in LISTS["claim opener"] or hedge.norms[hedge.last : hedge.last + 2] == [
        ",",
        "without",
    ]:
        # "claimed, without evidence, that"
        return True
    # "Smith claimed Jones lied", not ", claimed Jones."
    named = hedge.words[hedge.last][:1].isupper()
    return named and hedge.entry == "claimed" and hedge.before[:1].isalpha()


@_test("believe")
def _is_belief(hedge: Candidate) -> bool:
    """An opinion held, no faith ("believe in"), plea or disbelief."""
    if hedge.norms[hedge.last + (hedge.after == "it")] in LISTS["believed object"]:
        return hedge.comes_last
    if hedge.before in {"wouldn't", "won't", "can't", "couldn't"} or (
        hedge.before in {"n't", "not"} and hedge.norms[hedge.first - 2] in {"could", "would", "ca"}
    ):
        # "like you wouldn't believe"
        return False
    continues = hedge.norms[hedge.first - 2].startswith("continue")
    return continues or hedge.before not in LISTS["no belief"]


@_test("think")
def _is_opinion(hedge: Candidate) -> bool:
    """An opinion, not the thinking itself: "I think about it", "we understand how it works"."""
    after = hedge.norms[hedge.last + (hedge.after == "that")]
    verb = hedge.norms[hedge.last - 1]
    if verb in {"understand", "fear"} and after in LISTS["question word"]:
        return False
    if verb == "fear" and after == "for":
        return False
    return after not in LISTS["not opinion"]


@_test("likely")
def _is_probable(hedge: Candidate) -> bool:
    """Not the likely voters of a poll, nor probable cause, nor a name ("Dorothy Likely")."""
    beside, word = hedge.words[hedge.first - 1], hedge.words[hedge.last - 1]
    if beside[:1].isupper() and word[:1].isupper() and hedge.last == hedge.first + 1:
        return False
    if hedge.after == "cause":
        # "A likely cause", "the probable cause was", but no "probable cause to arrest him"
        told = hedge.norms[hedge.last - 1] == "likely" or hedge.before == "the"
        return told and hedge.norms[hedge.last + 1] not in {"affidavit", "hearing", "standard"}
    return hedge.after not in LISTS["not likely"]


@_test("unlikely")
def _is_improbable(hedge: Candidate) -> bool:
    """Not what surprises: "an unlikely pair", but "an unlikely event"."""
    if hedge.before not in {"a", "an", "the", "this", "two"}:
        return True
    return hedge.after in LISTS["chance noun"] or not hedge.after[:1].isalpha()


@_test("possibility")
def _is_open_possibility(hedge: Candidate) -> bool:
    """Not what makes hopeful: "a sense of possibility", but "of the possibility of rain"."""
    return hedge.before != "of" or hedge.after in {"of", "that"}


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
    """Nobody's belief, "it is believed", or one of the past: "she believed the gun was a toy"."""
    if hedge.entry in {"believed", "thought"} and hedge.last == hedge.first + 1:
        holder = hedge.before in LISTS["investigator"] or hedge.before in {"he", "it", "she"}
        named = hedge.words[hedge.last][:1].isupper()
        if holder and (named or hedge.after in LISTS["clause opener"]):
            # "how well they thought the treatment worked" asks for it.
            return hedge.norms[hedge.first - 2] not in LISTS["no holder"]
    return hedge.follows_be and "it" in hedge.clause_before[-3:]


@_test("kind of")
def _is_adverb(hedge: Candidate) -> bool:
    """Not the noun: "that kind of event", "the right kind of event"."""
    before_that = hedge.norms[hedge.first - 2]
    if hedge.before == "'s":
        return before_that in {"it", "that", "he", "she", "there"}
    return hedge.before not in LISTS["determiner"] and before_that not in {
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
