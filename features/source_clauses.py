"""Relative clauses that tell which speaker is meant: "an aide who left on Monday said"."""

from __future__ import annotations

from collections.abc import Set

from credscore.features.anonymity import behind_asking
from credscore.features.cues import BE_FORMS
from credscore.features.noun_phrases import NounPhrases, phrase_words
from credscore.features.source_spans import PAUSES, Candidate, ending_at
from credscore.features.source_verbs import group_start

__all__ = [
    "JOINING",
    "RELATIVE_PRONOUNS",
    "SEGMENT",
    "before_relative",
    "behind_deed",
    "clause_end",
    "is_spoken_to",
]

# Tokens over which a clause, or what commas insert, is looked back.
SEGMENT = 25
_SHORTEST_CLAUSE = 2
# Finite verbs of a clause that tells who is meant; behind more of them speaks somebody else.
_VERBS_OF_CLAUSE = 1
_GOING_ON = frozenset(("and", "but", "i", "or", "that", "they", "to", "we", "which", "who", "you"))
# Participles behind the noun for who did it, the hyphen left out: "state [appointed] lawyers".
_MADE = frozenset(
    ("affiliated", "appointed", "approved", "backed", "based", "certified", "controlled", "elected",
     "employed", "funded", "licensed", "linked", "owned", "registered", "related", "sponsored",
     "supported", "trained")
)  # fmt: skip
# What stands for a noun phrase before it.
RELATIVE_PRONOUNS = frozenset(("who", "which", "that", "whom", "whose"))
# What opens a relative clause, whatever stands before it.
_RELATIVES = frozenset(("who", "whose", "which"))
# What joins a verb to the one before it.
JOINING = frozenset(("and", "but", "or", "then", "yet"))


def behind_deed(phrases: NounPhrases, first: int, last: int) -> int:
    """First token behind the verbs whose object a relative clause tells of; `first` without one.

    "The vote cheered allies and angered [opponents] who say": the tagger may take them for
    adjectives, but none stands behind a noun.
    """
    norms, tags = phrases.document.norms, phrases.tags
    begin = first
    others = (at for at in range(first, last) if tags[at] in "VM" and norms[at][-2:] != "ed")
    if tags[first] not in "DNPQ" or next(others, -1) >= 0:
        return begin
    for at in range(first + 1, last - 1):
        if (
            norms[at].endswith("ed")
            and tags[at] in "JEV"
            and tags[at + 1] == "N"
            and norms[at] not in _MADE
            and norms[at + 1] not in phrase_words("time")
            and (tags[at - 1] == "N" or (begin > first and norms[at - 1] in JOINING))
        ):
            begin = at + 1
    return begin


def before_relative(
    phrases: NounPhrases, limit: int, end: int, verb: int, breaks: Set[str]
) -> list[Candidate]:
    """The noun phrase before a relative clause that ends here: "an aide [who left] said"."""
    norms, tags = phrases.document.norms, phrases.tags
    begin = end - SEGMENT if end - SEGMENT > limit else limit
    if RELATIVE_PRONOUNS.isdisjoint(norms[begin:end]):
        return []
    verbs = 0
    for at in range(end - 1, begin, -1):
        norm = norms[at]
        if norm in _RELATIVES or (norm == "that" and _is_relative_that(phrases, at)):
            stop = at - 1 if norms[at - 1] == "," else at
            return ending_at(phrases, limit, stop, "before clause", verb)
        verbs += tags[at] in "VM"
        if norm in breaks or verbs > _VERBS_OF_CLAUSE:
            break
    return []


def is_spoken_to(phrases: NounPhrases, clause: int, first: int) -> bool:
    """Whether a phrase is to whom somebody spoke, by the relative clause in which it stands."""
    verb = not {"V", "M"}.isdisjoint(phrases.tags[clause:first])
    return verb and phrases.document.norms[first - 1] in {"briefed", "to", "with"}


def _is_relative_that(phrases: NounPhrases, at: int) -> bool:
    """Whether a token is the "that" of "the group [that] runs the port"."""
    norms, tags = phrases.document.norms, phrases.tags
    if norms[at] != "that" or at + 2 >= len(norms):
        return False
    verb = at + 1 + (tags[at + 1] == "R")
    # "A note that [rates] would rise": the tagger may take a noun for a verb.
    return tags[at - 1] in "NP" and tags[verb] in "VM" and tags[verb : verb + 2] not in {"VM", "VV"}


def clause_end(phrases: NounPhrases, last: int, candidate: Candidate) -> int:
    """Where the clause ends that tells who is meant: "an aide [who left on Monday] said".

    Parameters
    ----------
    phrases : NounPhrases
        The article's noun phrases.
    last : int
        Token after a noun phrase.
    candidate : Candidate
        What proposes the phrase.

    Returns
    -------
    int
        Token after the clause; `last` where none begins there, or the cue is in it.
    """
    document = phrases.document
    norms = document.norms
    if candidate.cue < 0 or last >= len(norms):
        return last
    if norms[last] not in {"who", "whose"} and not _is_relative_that(phrases, last):
        return last
    tags = phrases.tags
    if behind_asking(norms, tags, last) > last:
        # Who does not want to be named is not told from others by it.
        return last
    limit = min(document.sentences[document.sentence_of[last - 1]].last, last + SEGMENT)
    quotation = document.quotation_of[last]
    if candidate.cue > last:
        limit = min(limit, group_start(norms, tags, candidate.cue, last))
    for place in range(last + _SHORTEST_CLAUSE, limit):
        behind_verb = "V" in tags[last + 1 : place] or "M" in tags[last + 1 : place]
        if norms[place] in BE_FORMS and behind_verb and tags[place - 1] in "NPQ":
            # "officials who served both parties [were quick to warn]"
            limit = place
            break
    at = last
    while at < limit and norms[at] not in PAUSES and document.quotation_of[at] == quotation:
        at += 1
    whole = at == limit or candidate.cue < last
    whole = whole and norms[at - 1] not in _GOING_ON and at - last >= _SHORTEST_CLAUSE
    return at if whole else last
