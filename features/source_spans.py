"""The noun phrases that end or begin beside a word, as places where a source may stand."""

from __future__ import annotations

from dataclasses import dataclass

from credscore.features.noun_phrases import NounPhrases, paper_nouns, phrase_words
from credscore.features.source_coordination import FELLOWS, holds_both
from credscore.features.source_nouns import POSSESSIVES, source_words

__all__ = ["HAVING", "PAUSES", "Candidate", "beginning_at", "ending_at", "paper_by"]

# What ends a clause that tells who is meant.
PAUSES = frozenset((",", ".", ";", ":", "?", "!", "—", "–", "--", "-", "(", ")", '"', "“", "”"))
# What may stand behind the last of several sources.
_CLOSED = frozenset((",", ".", ";", ":", "—", "–", "--", "(", '"', "and"))
# "Seen [by]", "made available [to]": before whoever has a paper.
_AVAILABLE = frozenset(("to", "with"))
HAVING = _AVAILABLE | {"by"}


# Not frozen, as an article has hundreds: that would take thrice as long to make.
@dataclass(slots=True)
class Candidate:
    """A place where a source may stand.

    Attributes
    ----------
    first, last : int
        Tokens, end exclusive.
    origin : str
        What proposes it, such as "tagger", "subject", "inverted", "according" or "outlet".
    cue : int
        Token of the word that attributes, or -1.
    """

    first: int
    last: int
    origin: str
    cue: int = -1


def ending_at(
    phrases: NounPhrases, limit: int, end: int, origin: str, verb: int
) -> list[Candidate]:
    """The noun phrases that end at a token: by itself, with what it depends on, and its fellows."""
    norms, tags = phrases.document.norms, phrases.tags
    first = phrases.start(end, limit)
    if first == end:
        # "officials [surveyed] said", "two people [briefed on the talks] said", "a man [standing
        # outside] said"
        at = end
        end += tags[end - 1] in "EG" and norms[end] in phrase_words("where")
        while at > limit and end - at < 10 and tags[at - 1] in "EGNPDIJUT":
            at -= 1
            if tags[at] in "EG" and at > limit and tags[at - 1] in "NP":
                return [Candidate(phrases.wide_start(at, limit), end, origin, verb)]
        return []
    if first - 2 >= limit and norms[first - 1] == "and" and norms[end - 1] in FELLOWS:
        name = phrases.names.at(first - 2)
        if name is not None and name.kind == "person":
            if end - first == 1:
                # "Ana Silva [and colleagues] found": it is she who speaks.
                return ending_at(phrases, limit, first - 1, origin, verb)
            if end - first == 2 and norms[first] in POSSESSIVES:
                # "Ana Silva and her team found"
                return [Candidate(phrases.wide_start(first - 1, limit), end, origin, verb)]
    found = [Candidate(first, end, origin, verb)]
    wide = phrases.wide_start(end, limit)
    if wide < first:
        found.append(Candidate(wide, end, origin, verb))
        # "many Palestinians [interviewed] in Gaza"
    at = wide - 1
    if at > limit and norms[at] in HAVING:
        paper = paper_by(phrases, limit, wide)
        if paper < wide:
            return [Candidate(paper, end, origin, verb)]
    if (
        at > limit
        and norms[at] in phrase_words("joining preposition")
        and (tags[at - 1] in "EGJ" or norms[at - 1].endswith("ed"))
    ):
        wide = phrases.wide_start(at - 1, limit)
        if wide < at - 1:
            found.append(Candidate(wide, end, origin, verb))
    # "Silva and [Ali] said", "A, B and C said"
    step = 0
    while first - 1 > limit and norms[first - 1] in {"and", ",", "or"} and step < 3:
        stop = first - 1
        if norms[stop] == "," and step == 0:
            break
        if norms[stop - 1] == ",":
            stop -= 1
        begin = phrases.wide_start(stop, limit)
        if begin >= stop:
            break
        found.append(Candidate(begin, stop, "fellow", verb))
        if step == 0:
            found.append(Candidate(begin, end, "pair", verb))
        first, step = begin, step + 1
    return found


def paper_by(phrases: NounPhrases, limit: int, first: int) -> int:
    """Where the paper begins that somebody has seen, made or got, else where they do.

    "[documents seen by] Reuters", "[an audit by] the inspector general", "[a statement made
    available to] reporters": it is these that tell.
    """
    norms, tags, by = phrases.document.norms, phrases.tags, first - 1
    if by - 1 <= limit:
        return first
    if norms[by] == "by":
        noun = by - 1
        if tags[noun] == "E":
            # "documents exclusively obtained by"
            noun -= 1 + (tags[noun - 1] == "R")
    elif norms[by - 1] == "available" and norms[by] in _AVAILABLE:
        noun = by - 2 - (norms[by - 2] == "made")
    else:
        return first
    paper = noun >= limit and (
        norms[noun] in paper_nouns() or norms[noun] in source_words("further paper")
    )
    return phrases.wide_start(noun + 1, limit) if paper else first


def _is_place(phrases: NounPhrases, place: int) -> bool:
    name = phrases.names.at(place)
    return name is not None and name.kind == "place"


def beginning_at(
    phrases: NounPhrases, first: int, limit: int, origin: str, cue: int
) -> list[Candidate]:
    """The noun phrases that begin at a token."""
    end = phrases.end(first, limit)
    if end <= first:
        return []
    found = [Candidate(first, end, origin, cue)]
    wide = phrases.wide_end(first, limit)
    if wide > end:
        found.append(Candidate(first, wide, origin, cue))
    norms, tags = phrases.document.norms, phrases.tags
    alone, behind_comma = len(found), norms[wide : wide + 1] == [","]
    step = 0
    while step < 3 and wide + 1 < limit and norms[wide] in {"and", ","}:
        begin = wide + 1
        if norms[begin] == "and":
            begin += 1
        stop = phrases.end(begin, limit)
        if stop <= begin or tags[begin] == "G":
            # "According to the poll, and drawing crowds"
            break
        if step == 0 and holds_both(phrases.document, phrases.names, first, wide):
            # "Chairman and Adviser Ana Silva"
            return [Candidate(first, stop, origin, cue)]
        # A comma joins only what "and" closes: "Silva, Khan and Lee".
        if norms[wide] == "," and norms[begin - 1] != "and":
            closes = norms[stop : stop + 2]
            if closes[:1] != ["and"] and closes != [",", "and"]:
                break
        if _is_place(phrases, begin) and not _is_place(phrases, first):
            # "said Ana Silva, head of sales for Asia, Africa and the Gulf"
            break
        if step == 0 and norms[begin - 2] == "," and stop < limit and norms[stop] not in _CLOSED:
            # "according to the ministry, and farmers are angry"
            break
        wide = stop
        found.append(Candidate(begin, wide, "fellow", cue))
        step += 1
    opens = phrases.document.sentences[phrases.document.sentence_of[cue]].first == cue
    goes_on = norms[wide : wide + 2] in ([",", "which"], [",", "who"])
    if opens and behind_comma and wide < limit and (norms[wide] not in PAUSES or goes_on):
        # "According to the UN, Silva and Ali[, who met,] left": who left are of the clause.
        return found[:alone]
    return found
