"""What the tagger of parts of speech cannot see of words that report, put right by rule."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from credscore.features.cues import VERB_CLASSES, words_of
from credscore.features.name_kinds import COURTESY, DAYS
from credscore.features.source_nouns import singular
from credscore.lexicons import read_sections

__all__ = ["FORECASTING", "may_need_repair", "repaired"]


@cache
def _plain_past() -> frozenset[str]:
    """Past tenses of reporting verbs that are no participles: "showed", "wrote", "spoke"."""
    entries = read_sections("credscore.features", "attribution.txt")
    found = set()
    for name in VERB_CLASSES:
        for entry in entries[name]:
            _, _, irregular = entry.partition(":")
            forms = [form for form in irregular.split() if not form.endswith("ing")]
            if len(forms) > 1:
                found.add(forms[0])
    return frozenset(found)


def repaired(
    norms: Sequence[str],
    tags: str,
    places: Sequence[int] | None = None,
    starts: Sequence[int] = (0,),
) -> str:
    """Put right what a window of words cannot see of words that report.

    Parameters
    ----------
    norms : sequence of str
        The tokens, lower-cased.
    tags : str
        Their tags.
    places : sequence of int, optional
        Where words stand whose tag may be wrong; without it they are looked for.
    starts : sequence of int
        First token of each sentence.

    Examples
    --------
    >>> repaired(["police", "reports", "showed", "it"], "NVEQ")
    'NNVQ'
    >>> repaired(["they", "were", "told", "the", "source", "said"], "QVEDNE")
    'QVEDNV'
    >>> repaired(["he", "asked", "not", "to", "be", "named", "said"], "QVRTBEE")
    'QVRTBEV'
    >>> repaired(["she", "cited", "two", "figures", "cited", "by", "him"], "QEUNEIQ")
    'QVUNEIQ'
    >>> repaired(["doctors", "expressed", "worry"], "NEV")
    'NVN'
    >>> repaired(["india", "captain", "ana", "silva", "said"], "PVPPV")
    'PNPPV'
    """
    found = list(tags)
    if places is None:
        places = [at for at, norm in enumerate(norms) if norm in may_need_repair()]
    people, past = _people_nouns(), _plain_past()
    for at in places:
        norm, tag = norms[at], found[at]
        if norm in people:
            if (
                at
                and tag == "V"
                and (
                    not (singular(norm) in _PEOPLE_OR_VERBS and _may_be_verb(norms, found, at))
                    if found[at - 1] in "PNJD"
                    else _is_told_by(norms, at)
                )
            ):
                # "India captain Silva", "the union president", but "Silva heads the union"
                found[at] = "N"
        elif norm in past:
            if tag in "NEJ":
                found[at] = "V"
        elif norm in _PAST_OR_PARTICIPLE:
            # A participle has its auxiliary near: "was quickly told", but no "be named said".
            if tag in "NE" and (
                _AUXILIARIES.isdisjoint(norms[max(at - 3, 0) : at])
                or (found[at - 1] == "E" and norms[at - 1] not in _AUXILIARIES)
            ):
                found[at] = "V"
        elif norm in _CANNOT:
            found[at] = "M"
        elif norm in {"familiar", "privy"}:
            found[at] = "J"
        elif norm == "briefed":
            # "Two people [briefed] on the talks said", but no "she briefed them on the talks"
            on = norms[at + 1 : at + 2] in (["on"], ["about"])
            plain = at and found[at - 1] in "NPU" and found[at] in "VN"
            if on and plain and not _SAYING.isdisjoint(norms[at + 2 : at + _BRIEFED]):
                found[at] = "E"
        elif norm == "relative":
            # "A [relative], who left, said": no adjective stands before a comma or verb
            if found[at] == "J" and norms[at + 1 : at + 2] in ([","], ["said"], ["told"]):
                found[at] = "N"
        elif norm == "close":
            # "People close to the talks"
            if norms[at + 1 : at + 2] == ["to"] and at and found[at - 1] in "NP":
                found[at] = "J"
        elif norm in FORECASTING:
            # "The bank forecasts growth of 2%", but no "the bank forecast of 2%"
            figure = any(follows[:1].isdigit() for follows in norms[at + 2 : at + 6])
            if figure and at and found[at - 1] in "NP" and found[at + 1] in "NJ":
                found[at] = "V"
            elif _ends_with(norms, found, at):
                # ", economists forecast."
                found[at] = "V"
        elif norm == "predict":
            # No noun: "forecasters predict rain"
            if found[at] == "N":
                found[at] = "V"
        elif norm in _VOICED:
            # "Residents expressed hope that", and no "residents expressed" who hope
            follows = norms[at + 1 : at + 2]
            if (
                found[at] == "E"
                and at
                and found[at - 1] in "NP"
                and follows
                and follows[0] in _HELD
            ):
                found[at : at + 2] = "VN"
        elif norm in _LIKE_NOUNS:
            # "Mr Silva [brands] the claims as fake"
            if found[at] == "N" and at > 1 and found[at - 1] == "P" and norms[at - 2] in COURTESY:
                found[at] = "V"
        elif norm == "claims":
            # "These Quenneby [claims] are old"
            if found[at] == "V" and at > 1 and norms[at - 2] in {"these", "those"}:
                found[at] = "N"
        elif norm in _MONTHS_TOO:
            # "Mrs. [May] said"
            at_title = at - 1 - (norms[at - 1] == ".")
            if at_title >= 0 and norms[at_title] in COURTESY:
                found[at] = "P"
        elif norm == "following":
            # "He left the port [following] talks", but no "the [following] week"
            if found[at] == "G" and at and found[at - 1] in "NP":
                found[at] = "I"
        elif norm == "held":
            # "The court held that"
            if norms[at + 1 : at + 2] == ["that"] and found[at] in "NE":
                found[at] = "V"
        elif norm == "report" and _ends_with(norms, found, at):
            # ", local media report."
            found[at] = "V"
        elif norm == "report" and norms[at + 1 : at + 2] in (["in"], ["that"], [","]):
            # "The scientists report in the journal", but no "the report in the journal"
            who = norms[at - 1] if at else ""
            if singular(who) != who and singular(who) in _people_nouns():
                found[at] = "V"
        elif norm in _SIDES:
            # "Many states have said", "both sides said", but no "the report states that"
            if at and found[at] == "V" and (found[at - 1] in "DJU" or norms[at - 1] in _COUNTING):
                found[at] = "N"
        elif norm == "alleged":
            # "An alleged victim", but no "the paper alleged fraud"
            opens = not at or found[at - 1] in "DUI" or at in starts
            if opens and found[at + 1 : at + 2] in (["N"], ["J"], ["P"]):
                found[at] = "J"
        elif norm == "according":
            # "according to police": no infinitive.
            if norms[at + 1 : at + 2] == ["to"]:
                found[at + 1] = "I"
                if found[at + 2 : at + 3] == ["B"]:
                    found[at + 2] = "N"
        elif norm == "both":
            # "in both countries", but "both Ana and Rui"
            if found[at + 1 : at + 2] == ["N"] and "and" not in norms[at + 2 : at + 4]:
                found[at] = "D"
        elif norm in _CITES:
            if found[at + 1 : at + 2] in (["D"], ["U"]):
                found[at] = "V"
        elif norm in _CITED:
            # "The minister cited figures", but no "figures cited by the minister"
            before = norms[max(at - 3, 0) : at]
            if found[at + 1 : at + 2] != ["I"] and _AUXILIARIES.isdisjoint(before):
                found[at] = "V"
    joined = "".join(found)
    for match in _DESCRIBED.finditer(joined):
        at = match.end() - 1
        if norms[at].endswith("ed") and norms[at - 1].endswith("ly"):
            # "the officially [declared] results"
            found[at] = "E"
    for match in _DEED.finditer(joined):
        at = match.start()
        if not norms[at].endswith("ed"):
            continue
        number = bisect_right(starts, at)
        first = starts[number - 1] if number else 0
        last = starts[number] if number < len(starts) else len(norms)
        if at + 1 < last and _is_deed(norms, found, at, first, last):
            found[at] = "V"
    # What a modal asks for is a verb: "cannot receive".
    joined = "".join(found)
    at = joined.find("M")
    while 0 <= at < len(joined) - 1:
        skip = found[at + 1] == "R" and at + 2 < len(found)
        following = at + 2 if skip else at + 1
        if found[following] in "JN":
            found[following] = "B"
        at = joined.find("M", at + 1)
    papers = _papers()
    for at in places:
        if found[at] in "VB" and norms[at] in papers:
            after = found[at + 1] if at + 1 < len(found) else "O"
            if after == "R" and at + 2 < len(found):
                after = found[at + 2]
            # "reports showed", "in response to reports", "the report", "a 300-page brief"
            measured = found[max(at - 3, 0) : at] == ["U", "O", "N"] and norms[at - 2] == "-"
            if (found[at] == "V" and after in "VM") or (at and found[at - 1] in "DI") or measured:
                found[at] = "N"
    return "".join(found)


def _ends_with(norms: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a sentence ends with a word and with whose it is: ", economists [forecast]."."""
    return (
        at > 1
        and norms[at + 1 : at + 2] in (["."], ["!"])
        and tags[at - 1] in "NP"
        and (norms[at - 1].endswith("s") or norms[at - 1] == "media")
        and "," in norms[max(at - 4, 0) : at - 1]
    )


def _is_deed(norms: Sequence[str], tags: Sequence[str], at: int, first: int, last: int) -> bool:
    """Whether a participle is the only verb of its clause: "the school [allowed] them to stay".

    The clause lies in the sentence [first, last), between commas or words that open one, and has
    its subject at its head.
    """
    plural = norms[at + 1].endswith("s") or norms[at + 1] in _PLURALS
    if tags[at] == "J" and tags[at + 1] == "N" and not plural:
        # "The city faced attacks", but "a high-end curated store"
        return False
    if norms[at] in _NAMING or not _TIMES.isdisjoint(norms[at + 1 : at + 3]):
        # "a man named Silva", "a report released two years ago"
        return False
    begin = at
    while begin > max(first, at - _CLAUSE) and norms[begin - 1] not in _CLAUSE_ENDS:
        begin -= 1
    end = at + 1
    while end < min(last, at + _CLAUSE) and norms[end] not in _CLAUSE_ENDS:
        end += 1
    before, after = tags[begin:at], tags[at + 1 : end]
    return (
        bool(before)
        and before[0] in "DJNPQRU"
        and {"V", "M", "G"}.isdisjoint(before)
        and {"V", "M"}.isdisjoint(after)
    )


# What may be a participle, what it may have as its object, and a noun before it: looked at last,
# for that is fastest.
_DEED = re.compile("(?:E(?=[DQUNJP])|J(?=[DQUNP]))(?<=[NP].)")
_DESCRIBED = re.compile("DRV(?=N)")
# Tokens of a clause on either side of its verb.
_CLAUSE = 25
_PLURALS = frozenset(("children", "data", "men", "people", "women"))
_NAMING = frozenset(
    ("accused", "aged", "based", "called", "dated", "dubbed", "entitled", "named", "nicknamed",
     "titled")
)  # fmt: skip
_TIMES = DAYS | frozenset(
    ("apr", "aug", "day", "days", "dec", "early", "feb", "hours", "jan", "jul", "jun", "last",
     "late", "mar", "month", "months", "nov", "oct", "same", "sep", "sept", "this", "times",
     "today", "tonight", "week", "weeks", "year", "years", "yesterday")
)  # fmt: skip
_CLAUSE_ENDS = frozenset(
    (".", "!", "?", ";", ":", ",", "—", "–", '"', "after", "although", "and", "as", "because",
     "before", "but", "if", "or", "since", "that", "though", "when", "where", "which", "while",
     "who", "whose")
)  # fmt: skip
_SAYING = frozenset(("said", "say", "says", "told"))
_SIDES = frozenset(("sides", "states"))
_COUNTING = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
# Tokens from "briefed" to the verb of those who were.
_BRIEFED = 9
_THEIR_VERBS = (["allege"], ["alleged"], ["believe"], ["believed"], ["claim"], ["said"], ["say"])
_CANNOT = frozenset(("cannot", "can't", "won't", "wouldn't", "couldn't", "shouldn't"))
FORECASTING = frozenset(("forecast", "forecasts", "projects"))
_CITES = frozenset(("cites", "quotes"))
_CITED = frozenset(("cited", "quoted"))
# Verbs that are plurals too, behind no "Mr Silva".
_LIKE_NOUNS = frozenset(("blames", "brands", "demands", "doubts", "fears", "hopes", "vows"))
_MONTHS_TOO = frozenset(("march", "may"))
_VOICED = frozenset(("expressed", "voiced"))
# What is felt, and is a verb as well.
_HELD = frozenset(
    ("anger", "concern", "desire", "doubt", "fear", "hope", "regret", "support", "trust", "worry")
)  # fmt: skip
_PAST_OR_PARTICIPLE = frozenset(("said", "told", "found", "thought", "felt", "heard"))


@cache
def may_need_repair() -> frozenset[str]:
    """Words whose tag may be wrong."""
    words = (
        _CITES
        | _CITED
        | FORECASTING
        | {"according", "alleged", "both", "briefed", "close", "familiar", "friends", "held"}
        | {"claims", "following", "predict", "privy", "relative", "report", "witnesses"}
        | _SIDES
        | _MONTHS_TOO
        | _VOICED
        | _LIKE_NOUNS
    )
    return words | _plain_past() | _PAST_OR_PARTICIPLE | _CANNOT | _papers() | _people_nouns()


def _is_told_by(norms: Sequence[str], at: int) -> bool:
    """Whether people tell of whom a clause is about: "the driver, who [prosecutors] say was"."""
    return norms[at - 1] in {"who", "whom"} and norms[at + 1 : at + 2] in _THEIR_VERBS


def _may_be_verb(norms: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a word may be a verb: behind a plural, as a plural is formed, or before an object."""
    return (
        norms[at - 1].endswith("s")
        or norms[at].endswith("s")
        or tags[at + 1 : at + 2] in (["D"], ["Q"], ["U"])
    )


@cache
def _people_nouns() -> frozenset[str]:
    return words_of("role") | words_of("title") | {"friends", "witnesses"}


# "Republicans chair the committees": words for people that are verbs too.
_PEOPLE_OR_VERBS = frozenset(
    ("advocate", "anchor", "author", "boss", "captain", "chair", "clerk", "coach", "counsel",
     "delegate", "doctor", "engineer", "father", "head", "host", "judge", "man", "mother", "nurse",
     "partner", "people", "source", "volunteer", "witness")
)  # fmt: skip


@cache
def _papers() -> frozenset[str]:
    return words_of("document") | {"brief", "briefs", "magazine", "newspaper"}


_AUXILIARIES = frozenset(
    ("am", "are", "be", "been", "being", "had", "has", "have", "having", "is", "was", "were",
     "'re", "'ve", "'m", "'s", "get", "gets", "got")
)  # fmt: skip
