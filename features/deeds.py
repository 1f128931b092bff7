"""Verbs that may report, where they tell what somebody does: "called police", "sued the firm"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from credscore.features.cues import BE_FORMS, words_of
from credscore.features.hedging_context import takes_prize

__all__ = ["tells_deed"]

_STOPS = frozenset((".", "!", "?", ";", ":"))
_QUOTES = frozenset(('"', "“", "”", "‘", "''", "``"))
# Tokens of what a verb has for its object, and of a clause before a verb.
_OBJECT, _CLAUSE = 4, 14
# And of the rest of its sentence.
_SENTENCE = 25
# Who is called for help, or home; who is called something has it behind.
_CALLED = frozenset(
    ("meeting", "session", "strike", "witness", "witnesses",
     "000", "110", "112", "119", "911", "999", "ambulance", "ambulances", "brigade", "cops",
     "department", "doctor", "family", "father", "firefighters", "hotline", "husband", "lawyer",
     "mother", "paramedics", "parents", "police", "services", "son", "daughter", "wife")
)  # fmt: skip
_CALLED_BACK = frozenset(("her", "him", "me", "them", "us"))
_CALLING_FOR = frozenset(("for", "on", "upon"))
_BEHIND_CALLED = _STOPS | frozenset(
    (",", "about", "after", "again", "and", "at", "back", "because", "before", "but", "for", "from",
     "in", "on", "over", "to", "twice", "when", "while")
)  # fmt: skip
_CHILDREN = frozenset(("baby", "child", "daughter", "son", "triplets", "twins"))
_SPANS = frozenset(("days", "hours", "minutes", "months", "weeks", "years"))
_VOTED = frozenset(("bill", "budget", "law", "legislation", "measure", "motion", "resolution"))
_VOTERS = frozenset(("%", "cent", "percent", "voter", "voters"))
# What is claimed as one's due.
_DUES = frozenset(
    ("allowance", "allowances", "asylum", "benefit", "benefits", "compensation", "damages",
     "expenses", "pension", "pensions", "refund", "refunds", "welfare")
)  # fmt: skip
_NONE = frozenset(("neither", "never", "no", "nobody", "none", "not"))
_REQUESTS = frozenset(
    ("call", "calls", "comment", "email", "emails", "inquiries", "message", "messages", "question",
     "questions", "request", "requests")
)  # fmt: skip
_HEARD = frozenset(("arguments", "evidence", "testimony"))
_COURTS = frozenset(("court", "hearing", "inquest", "inquiry", "tribunal"))
_HEARING = frozenset(
    ("committee", "court", "hearing", "inquest", "inquiry", "jurors", "jury", "lawmakers", "mps",
     "panel", "senators", "trial", "tribunal")
)  # fmt: skip
_ADVERBS = frozenset(("already", "also", "later", "not", "only", "repeatedly", "then"))
_JOINING = frozenset(("and", "but"))
_TELLING = frozenset(("said", "saying", "says", "told"))


def tells_deed(norms: Sequence[str], verb: int) -> bool:
    """Whether a verb that may report tells a deed here, and gives nobody any words.

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    verb : int
        Where the verb stands.

    Examples
    --------
    >>> tells_deed("neighbours called police .".split(), 1)
    True
    >>> tells_deed("neighbours called police “ brutal ”".split(), 1)
    False
    >>> tells_deed("they argued over money .".split(), 1), tells_deed("they argued that".split(), 1)
    (True, False)
    """
    test = _TESTS.get(norms[verb])
    return test is not None and test(norms, verb) and not _goes_on_to_speak(norms, verb)


def _goes_on_to_speak(norms: Sequence[str], verb: int) -> bool:
    """Whether whoever does it speaks too: "sued the firm in May, alleging that it lied"."""
    for at in range(verb + 1, min(verb + _SENTENCE, len(norms))):
        if norms[at] in _STOPS:
            break
        # "Declined to comment but said"
        joined = norms[at - 1] in _JOINING and norms[at] in _TELLING
        goes_on = norms[at - 1] == "," and norms[at].endswith("ing")
        if joined or (goes_on and norms[at] in words_of("speech")):
            return True
    return False


def _behind(norms: Sequence[str], verb: int) -> Sequence[str]:
    return norms[verb + 1 : verb + 1 + _OBJECT]


def _is_called(norms: Sequence[str], verb: int) -> bool:
    """As in "called 911", "called the fire department for help", "called him back"."""
    follows = [*_behind(norms, verb), "."]
    if follows[0] in _CALLED_BACK and follows[1] == "back":
        return True
    if follows[0] in _CALLING_FOR:
        # "Called for better services"
        return False
    return any(
        called in _CALLED and behind in _BEHIND_CALLED for called, behind in pairwise(follows)
    )


def _is_quarrel(norms: Sequence[str], verb: int) -> bool:
    """As in "argued over money", "argued with his wife", but no "argued with her that"."""
    after = _behind(norms, verb)
    if after[:1] == ["with"]:
        return "that" not in after
    if after[:1] == ["for"] and after[1:2] != [] and after[1] in _SPANS:
        # "The pair argued for hours"
        return True
    return after[:1] == ["over"] or _is_bare(norms, verb)


def _is_bare(norms: Sequence[str], verb: int) -> bool:
    """Whether a verb ends what another says: "a pupil said the gunman [shouted]."."""
    return norms[verb + 1 : verb + 2] in (["."], ["and"]) and _is_inner(norms, verb)


def _is_inner(norms: Sequence[str], verb: int) -> bool:
    """Whether a verb stands in what somebody is said to have said: "said they [asked] for it"."""
    for at in range(verb - 1, max(verb - _CLAUSE, 0), -1):
        if norms[at] in _TELLING:
            return True
        if norms[at] in _STOPS or norms[at] in _QUOTES or norms[at] == ",":
            break
    return False


def _is_asked_for(norms: Sequence[str], verb: int) -> bool:
    return norms[verb + 1 : verb + 2] == ["for"] and _is_inner(norms, verb)


def _is_approved(norms: Sequence[str], verb: int) -> bool:
    """As in "approved the sale", but no "approved of the sale"."""
    return norms[verb + 1 : verb + 2] != ["of"]


def _is_passed(norms: Sequence[str], verb: int) -> bool:
    return not _VOTED.isdisjoint(_behind(norms, verb))


def _is_backed(norms: Sequence[str], verb: int) -> bool:
    """As in "some 60% of voters backed the plan": they voted for it."""
    return not _VOTERS.isdisjoint(norms[max(verb - 3, 0) : verb])


def _is_expected(norms: Sequence[str], verb: int) -> bool:
    """As in "is expecting her first child"."""
    return not _CHILDREN.isdisjoint(_behind(norms, verb))


def _is_claimed(norms: Sequence[str], verb: int) -> bool:
    """As in "claimed her title", "claimed benefits", "no group has claimed responsibility"."""
    after = _behind(norms, verb)
    if after[:1] == ["responsibility"]:
        return not _NONE.isdisjoint(norms[max(verb - 4, 0) : verb])
    due = after[:1] != [] and after[0] in _DUES
    return due or takes_prize(norms, verb)


def _is_declined(norms: Sequence[str], verb: int) -> bool:
    """As in "declined to prosecute", "declined to meet them"."""
    return norms[verb + 1 : verb + 2] == ["to"]


def _is_unanswered(norms: Sequence[str], verb: int) -> bool:
    """As in "neither Ana Silva nor Rui Lopez responded to requests for comment"."""
    before = norms[max(verb - _CLAUSE, 0) : verb]
    return "neither" in before and not _REQUESTS.isdisjoint(_behind(norms, verb))


def _is_hearing(norms: Sequence[str], verb: int) -> bool:
    """As in "the jury heard that", "they heard testimony"; a court is where it was told."""
    before = norms[verb - 1] if verb else ""
    told = norms[verb + 1 : verb + 2] == ["that"] and before in _COURTS
    judges = before in _HEARING and not told
    return judges or not _HEARD.isdisjoint(_behind(norms, verb)[:2])


def _is_being_told(norms: Sequence[str], verb: int) -> bool:
    """As in "jurors were told that", but no "was told by the mayor that"."""
    at = verb - 1 - (norms[verb - 1] in _ADVERBS)
    return at >= 0 and norms[at] in BE_FORMS and norms[verb + 1 : verb + 2] != ["by"]


def _is_sent(norms: Sequence[str], verb: int) -> bool:
    """As in "sent back the case", but no "sent the mayor a letter"."""
    return words_of("document").isdisjoint(_behind(norms, verb))


def _always(_norms: Sequence[str], _verb: int) -> bool:
    return True


_Test = Callable[[Sequence[str], int], bool]
_TESTS: dict[str, _Test] = {
    **dict.fromkeys(("approve", "approved", "approves", "approving"), _is_approved),
    **dict.fromkeys(("argue", "argued", "argues", "arguing"), _is_quarrel),
    **dict.fromkeys(("ask", "asked", "asking", "asks"), _is_asked_for),
    **dict.fromkeys(("backed", "backing"), _is_backed),
    **dict.fromkeys(("call", "called", "calling", "calls"), _is_called),
    **dict.fromkeys(("claim", "claimed", "claiming", "claims"), _is_claimed),
    **dict.fromkeys(("decline", "declined", "declines", "declining"), _is_declined),
    **dict.fromkeys(("expecting",), _is_expected),
    **dict.fromkeys(("pass", "passed", "passes", "passing"), _is_passed),
    **dict.fromkeys(("answered", "replied", "responded", "returned"), _is_unanswered),
    "heard": _is_hearing,
    "sent": _is_sent,
    "told": _is_being_told,
    **dict.fromkeys(("screamed", "shouted", "yelled"), _is_bare),
    **dict.fromkeys(
        ("ignore", "ignored", "ignores", "ignoring", "settle", "settled", "settles",
         "settling", "sue", "sued", "sues", "suing"),
        _always,
    ),
}  # fmt: skip
