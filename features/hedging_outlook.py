"""Hedges of what is to come: what is expected, forecast, estimated, due or has a chance.

Each test tells a statement of the future from a demand, a wish or the noun.
"""

from __future__ import annotations

from collections.abc import Callable

from credscore.features.hedging_candidate import LISTS, Candidate, is_figure

__all__ = ["OUTLOOKS", "is_put_at"]

_OBJECT_PRONOUNS = frozenset(("her", "him", "it", "me", "us", "you"))
# Between a verb and the noun of its object none of these stand.
_NO_PART = LISTS["noun follower"] - {"a", "an", "the"}
# How far a noun may stand behind its verb ("expects a sharp economic slowdown"), and how far a
# figure behind what is estimated ("estimates the wheat harvest at 3m tonnes").
_NOUN_REACH = 4
_FIGURE_REACH = 8


def _is_expectation(hedge: Candidate) -> bool:
    """No wish or rule: "he never expected to win", "to be expected", "most anticipated"."""
    single = hedge.last == hedge.first + 1
    if hedge.after == "within":
        # "The age was estimated to within four years."
        return False
    if hedge.entry in {"anticipated", "projected"} and hedge.before in {"a", "an", "its", "the"}:
        # "the anticipated vote", "its projected losses", but no "eagerly anticipated"
        return hedge.after[:1].isalnum()
    if hedge.before in LISTS["eager"] or (single and hedge.before == "be"):
        return False
    if hedge.follows_be:
        return True
    if hedge.entry == "expected" and (hedge.before == "had" or hedge.before in LISTS["forecaster"]):
        # "Analysts had expected a loss", but "had expected to win"
        return _names_outcome(hedge) and hedge.after != "to"
    stated = hedge.after in {"that", '"'} or is_figure(hedge.norms, hedge.last)
    return hedge.entry != "expected" and (stated or not single)


def _expects(hedge: Candidate) -> bool:
    """What will be, told by the verb: "expects growth", no "one would expect", "expects him"."""
    before, earlier = hedge.before, hedge.norms[hedge.first - 2]
    if before in LISTS["no outlook"] or before.endswith("n't"):
        return False
    if hedge.entry == "expect" and not before[-1:].isalnum():
        # "Expect delays."
        return False
    if before in {"not", "he", "i", "she", "they", "we"} and earlier in LISTS["no outlook"]:
        # "could not expect", "how can we expect"
        return False
    if hedge.comes_last:
        # "Growth will slow, the bank expects."
        return True
    if hedge.entry in {"anticipating", "expecting"}:
        # no "Fans were anticipating the opener."
        return _is_forecast_of(hedge.norms, hedge.last)
    return _names_outcome(hedge)


def _names_outcome(hedge: Candidate) -> bool:
    """What is expected stands behind the verb and is no visitor, child or demand."""
    norms, after, last = hedge.norms, hedge.after, hedge.last
    if after in _OBJECT_PRONOUNS:
        # "She expects him at noon", but "expects her to win", "expects her party to win"
        if norms[last + 1] in {"will", "would"}:
            # "expects it will rain"
            return True
        return "to" in norms[last + 1 : last + 3] and after != "you"
    if not (after[:1].isalnum() or is_figure(norms, last)) or after in LISTS["no outcome"]:
        return False
    return LISTS["child"].isdisjoint(norms[last : last + _NOUN_REACH])


def _predicts(hedge: Candidate) -> bool:
    """A prediction made: no "cannot predict", "to predict", nor what a test is good at.

    "The test incorrectly predicts others.", "The score helps nurses predict who falls."
    """
    if hedge.before in LISTS["accuracy"]:
        return False
    if hedge.entry == "predict" and hedge.last == hedge.first + 1:
        helped = not LISTS["helping"].isdisjoint(hedge.clause_before)
        if helped or hedge.before in LISTS["no outlook"] or not hedge.before[-1:].isalnum():
            return False
    if not LISTS["instrument"].isdisjoint(hedge.clause_before[-3:]):
        # "The score predicts falls."
        return False
    share = hedge.norms[hedge.last + 1 : hedge.last + 3]
    # "The model predicted 80 percent of the falls."
    return not (hedge.after[:1].isdigit() and share in (["percent", "of"], ["%", "of"]))


def _is_forecast_of(norms: list[str], place: int) -> bool:
    """Whether what may be forecast stands at a place or a few words on: "[a sharp] slowdown"."""
    for norm in norms[place : place + _NOUN_REACH]:
        if norm in LISTS["outcome"]:
            return True
        if not norm[:1].isalnum() or norm in _NO_PART:
            return False
    return False


def is_put_at(norms: list[str], place: int) -> bool:
    """Whether a thing and its estimate follow: "estimated [the crowd at 5,000]"."""
    for at in range(place + 1, place + _FIGURE_REACH):
        if norms[at : at + 1] in ([], [""]) or norms[at] in LISTS["stop"]:
            return False
        if norms[at] in {"at", "as"}:
            over = norms[at + 1] in LISTS["approximator"]
            return is_figure(norms, at + 1 + over)
    return False


def _is_forecast(hedge: Candidate) -> bool:
    """With what is forecast beside it: a figure, a clause or an outcome."""
    norms, before, last = hedge.norms, hedge.before, hedge.last
    verb = before not in LISTS["possessor"] and before not in LISTS["determiner"]
    if hedge.entry in {"project", "projects", "projecting"}:
        # "The bank projects growth", "analysts project sales"; else the noun
        told = before.endswith("s") if hedge.entry == "project" else before not in {"", ","}
        clause = hedge.after == "that" and before.endswith("ly")
        return verb and told and (_is_forecast_of(norms, last) or clause)
    if hedge.entry.startswith("forecast"):
        if verb and hedge.follows_be and hedge.entry == "forecast":
            # "Rain is forecast for Saturday."
            return True
        if verb and _is_forecast_of(norms, last):
            return True
    elif verb and is_put_at(norms, last):
        return True
    if hedge.entry == "seen":
        # "Growth is seen at 2%."
        share = norms[last + 1] in {"%", "per", "percent"}
        return hedge.follows_be and is_figure(norms, last) and share
    figure = last + (hedge.after in LISTS["forecast bridge"])
    return hedge.after in {"that", "put", "puts"} or is_figure(norms, figure)


def _is_due(hedge: Candidate) -> bool:
    """An event that is looked for, no duty: "should reopen by noon", "should last until June"."""
    if hedge.before in LISTS["doer"]:
        return False
    norms, verb = hedge.norms, hedge.last
    if hedge.after == "be":
        verb += 1
        if norms[verb] not in LISTS["due state"]:
            return False
    elif hedge.after == "last":
        return True
    elif hedge.after == "take" and norms[verb + 1] == "place":
        verb += 1
    elif hedge.after not in LISTS["due event"]:
        return False
    behind = norms[verb + 1 : verb + 4]
    if "within" in behind:
        # "within weeks", "within the next year", no "within the law"
        at = verb + 2 + behind.index("within")
        return is_figure(norms, at) or not LISTS["soon"].isdisjoint(norms[at : at + 3])
    return not LISTS["due time"].isdisjoint(behind)


def _has_odds(hedge: Candidate) -> bool:
    """A probability, no opportunity: "there is a chance of snow", "a 40% chance of rain"."""
    norms, first = hedge.norms, hedge.first
    if hedge.entry != "chance":
        return norms[first - 1] in LISTS["be"] and norms[first - 2] in {"there", "'s"}
    share = first - 1 - (norms[first - 1] in {"%", "percent", "cent"})
    share -= norms[first - 2] == "per"
    sure = norms[share].rstrip("%") in {"0", "100", "zero"}
    return share < first - 1 and norms[share][:1].isdigit() and not sure and hedge.after != "to"


OUTLOOKS: dict[str, Callable[[Candidate], bool]] = {
    "chance": _has_odds,
    "expect": _expects,
    "expected": _is_expectation,
    "forecast": _is_forecast,
    "predict": _predicts,
    "should": _is_due,
}
"""The test of each section of the lexicon that tells of what is to come."""
