"""Frames in which only a source stands: too rare for the mention model to have learnt them."""

from __future__ import annotations

from collections.abc import Sequence

from credscore.features.anonymity import ASKING, behind_asking
from credscore.features.appositives import RELATIVES
from credscore.features.cues import (
    AS_SAYING,
    BE_FORMS,
    HAVE_FORMS,
    IN_THE_WORDS_OF,
    MAKES,
    PUTTING,
    makes_words,
    puts_figure,
    tells_standing,
)
from credscore.features.deeds import answers_beyond, hears_told
from credscore.features.noun_phrases import DATED
from credscore.features.part_repair import FORECASTING
from credscore.features.signatures import DASHES
from credscore.features.source_features import is_told_of
from credscore.features.source_nouns import source_words
from credscore.features.source_proposals import Proposal
from credscore.features.source_spans import Candidate
from credscore.features.source_verbs import goes_on_to_say, verb_class
from credscore.quotations import OPENING_MARKS

__all__ = ["FRAMED", "HOPELESS", "is_framed", "level"]

# Words of a frame in which only a source stands, and what it is worth in log-odds: it is too rare
# to be learnt.
_FRAMES = IN_THE_WORDS_OF - {"eyes"}
_REPORTING = frozenset(("reported", "reports"))
_REFUSING = frozenset(
    ("answer", "comment", "commented", "confirm", "decline", "declined", "declines", "deny",
     "denied", "refused", "reply", "respond", "responded", "say")
)  # fmt: skip
FRAMED = 1.5
_POLLED = frozenset(("polled", "surveyed"))
# Who is a source if somebody cites them; of a thing it depends on the thing.
_HELD_SO = frozenset(
    ("argument", "belief", "claim", "conclusion", "defence", "defense", "opinion", "position",
     "verdict", "view")
)  # fmt: skip
_FEELING = frozenset(("believe", "fear", "feel", "hope", "think", "worry"))
_QUANTITIES = frozenset(("many", "most", "some"))
_VIEWS = (["belief"], ["opinion"], ["view"])
# Verbs by which somebody may hold a view.
_OF_VIEW = FORECASTING | _FEELING | {"gathered", "held", "speaks", "spoke", "suspect"}
_SUSPECTING = frozenset(("detectives", "investigators", "officials", "police", "prosecutors"))
_CITED = frozenset(("organisation", "person", "unnamed"))
# By what others tell of somebody; who is identified, and by what verbs.
_OTHERS_SAY = frozenset(
    ("allege", "alleged", "believe", "believed", "claim", "describe", "described", "identified",
     "said", "say")
)  # fmt: skip
_VICTIMS = frozenset(
    ("attacker", "boy", "child", "dead", "driver", "girl", "gunman", "man", "men", "officer",
     "pilot", "suspect", "suspects", "teenager", "two", "victim", "victims", "woman")
)  # fmt: skip
_IDENTIFYING = frozenset(("described", "identified", "named"))
# Tokens before "described" in which a relative pronoun is its subject.
_CLAUSE = 4
# Tokens from a phrase to the anonymity on condition of which it speaks.
_TO_ASKING = 8
# What is echoed that is no word by itself, and tokens before its verb within which it is denied.
_SENTIMENTS = frozenset(("feeling", "feelings", "idea", "notion", "sentiment", "sentiments"))
_NEGATED = 5
# Tokens from "contained" to the statement: "in a press statement".
_CONTAINED = 5
# Tokens of a date between a paper and its verb: "footage from the camera [on the night of May 30]".
_DATE = 8
# What opens a clause whose subject is another: "left when the bank failed and said".
_SUBORDINATING = RELATIVES | {"after", "as", "because", "if", "since", "that", "while"}
# What proposes somebody by what they do before they speak.
_SHARING = frozenset(("shared", "tagger"))
# Log-odds down to which somebody is levelled with who speaks beside them, and what they get then.
_DOUBTED = -1.0
_LEVELLED = 0.5
# Log-odds from which nobody is raised, by a frame or by who is beside.
HOPELESS = _DOUBTED - FRAMED


def is_framed(norms: Sequence[str], tags: str, proposal: Proposal) -> int:
    """Whether a phrase stands where only a source can; 2 where that looks like a deed otherwise.

    "In the words of [the mayor]", "according to [the mayor]", "[an aide] who asked for anonymity";
    and "[the mayor] put the toll at 12".

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    tags : str
        Their parts of speech.
    proposal : Proposal
        The phrase.
    """
    first, last, phrase = proposal.first, proposal.last, proposal.phrase
    kind = phrase.type if phrase is not None else ""
    behind = norms[last] if last < len(norms) else ""
    before = norms[first - 1] if first else ""
    comma = behind == ","
    relative = last + comma
    if (
        (comma or behind == "who")
        and norms[relative : relative + 1] == ["who"]
        and behind_asking(norms, tags, relative) > relative
    ):
        # "[One juror], who asked not to be identified, said"
        return True
    if (
        comma
        and norms[last + 1 : last + 3] == ["speaking", "on"]
        and ASKING in tags[last + 3 : last + _TO_ASKING]
    ):
        # "[A relative], speaking on condition of anonymity, told"
        return True
    verb = last + (behind in HAVE_FORMS)
    cue = norms[verb] if verb < len(norms) else ""
    if cue in PUTTING and phrase is not None and puts_figure(norms, verb):
        return 2
    if cue == "heard" and hears_told(norms, verb):
        # "[The inquest] heard that", "a court has heard"
        return kind == "organisation"
    if behind in {"'s", "'"} and _is_view(norms, last + 1):
        # "[Silva]'s view is that it is late"
        return 2
    if before == "how" and first > 1 and norms[first - 2] in BE_FORMS:
        # "“It failed,” was how [Silva] put it"
        return 2 * (norms[last : last + 2] in (["put", "it"], ["described", "it"]))
    if before in {"who", "whom"} and behind in _OTHERS_SAY:
        # "The driver, who [prosecutors] say was drunk"
        return kind != ""
    if before == "of":
        return (
            first > 3
            and norms[first - 4 : first - 2] == ["in", "the"]
            and (norms[first - 2] in _FRAMES)
        )
    if kind == "outlet" and (
        behind == "reported" or (before in _REPORTING and norms[first - 2] == ",")
    ):
        # "Dawn reported on Monday that", ", reports Dawn"
        return True
    if (
        behind in BE_FORMS
        and norms[last + 1 : last + 3] == ["of", "the"]
        and norms[last + 3 : last + 4] in _VIEWS
    ):
        # "He was of the view that"
        return True
    if kind == "document" and before == "in" and _is_stated_in(norms, first, last):
        return 2
    if behind in _OF_VIEW and phrase is not None and _holds_view(norms, tags, first, last):
        return True
    if comma and norms[last + 1 : last + 2] == ["who"] and (norms[last + 3 : last + 4] == ["that"]):
        # "[Republicans], who allege that"
        return verb_class(norms[last + 2]) in {"speech", "stance"}
    candidates = proposal.candidates
    inside = norms[first:last]
    if "by" in inside and not _POLLED.isdisjoint(inside):
        # "Analysts polled by Reuters had forecast a rise"
        return any(one.cue >= 0 and verb_class(norms[one.cue]) == "stance" for one in candidates)
    dated = kind == "document" and not DATED.isdisjoint(inside[1:])
    # "With [locals] joining protests, claiming"
    opens = phrase is not None and (not before.isalnum() or before == "with")
    owns, signs = behind in {"'s", "'"}, before in DASHES
    for one in candidates:
        if one.cue < 0:
            # "“It rained for nine days.” — Ana Silva, mayor"
            if signs and one.origin == "tagger":
                return True
        elif (
            _frames(norms, tags, one, kind, dated=dated)
            or (opens and _shares_verb(one, norms, tags))
            # "[Carl Odum]'s reply dismissed it"
            or (owns and one.origin == "tagger" and _are_words(norms, one.cue - 1))
            or is_told_of(one, norms, first)
        ):
            return True
    return False


def _is_view(norms: Sequence[str], place: int) -> bool:
    """Whether a noun is told what it holds: "view is that", "argument was that"."""
    held = norms[place : place + 3]
    return held[2:] == ["that"] and held[0] in _HELD_SO and held[1] in BE_FORMS


def _frames(norms: Sequence[str], tags: str, one: Candidate, kind: str, *, dated: bool) -> bool:
    """Whether the cue of a candidate tells that it is a source, whatever else it does."""
    cue = one.cue
    word = norms[cue]
    if word in AS_SAYING and cue > 0 and norms[cue - 1] == "as":
        # "[The mayor] was quoted by Dawn as saying"
        return True
    if word in _FRAMES and one.origin == "according":
        # "In [Silva]'s view, it is late."
        return True
    if cue >= one.last:
        if (
            cue == one.last
            and one.origin == "tagger"
            and norms[cue + 1 : cue + 2] == ["."]
            and not OPENING_MARKS.isdisjoint(norms[cue + 2 : cue + 3])
        ):
            # "[She] smiled. “It was a good day.”"
            return True
        if word in _IDENTIFYING and word != "described":
            # "[Police] have named the victim as Ana Silva"
            victim = norms[cue + 1 : cue + 4 : 2] == ["the", "as"] and norms[cue + 2] in _VICTIMS
            return victim and kind in _CITED
        if kind == "document":
            # "[A new survey] puts Silva ahead", "[Figures released] on Monday showed", "[data from
            # the bank] showed"
            if cue == one.last and tells_standing(norms, cue):
                return True
            beside = (
                "from" in norms[one.first + 1 : one.last]
                and cue - one.last < _DATE
                and not any(tag in "VMWO" for tag in tags[one.last : cue])
            )
            if (dated or beside) and verb_class(word) == "evidence":
                return True
        elif (
            # "He made this known"
            word in MAKES
            and (kind in _CITED or (not kind and norms[cue + 1 : cue + 2] == ["this"]))
            and norms[one.first - 1] != "that"
            and makes_words(norms, cue)
        ):
            # "[The mayor] made the announcement", but no "claimed that he made the claim"
            return True
        # "[The ministry] did not comment beyond saying"
        return word in _REFUSING and answers_beyond(norms, cue)
    if one.origin == "citing":
        # "Reuters reported, citing [the police]", but no "citing [Lisbon] as an example"
        cited = kind in _CITED and cue == one.first - 1 and tags[cue] == "G"
        return cited and norms[one.last : one.last + 1] != ["as"]
    if one.origin == "agent":
        if word == "accused":
            # "She was accused by [the board] of theft"
            return norms[one.last : one.last + 1] == ["of"]
        if word in _IDENTIFYING:
            # "The victim was identified by [police] as Ana Silva", "described by her as “cruel”"
            if norms[one.last : one.last + 1] != ["as"]:
                return False
            # But no "the bill, which had been described by her as “cruel”, passed"
            before = norms[max(cue - _CLAUSE, 0) : cue]
            main = norms[cue - 1] in BE_FORMS and RELATIVES.isdisjoint(before)
            return main or word != "described"
        # "Residents were told by [police] to leave", "this was contained in a statement by [Silva]"
        contained = one.first == cue + 2 and "contained" in norms[max(cue - _CONTAINED, 0) : cue]
        return word == "told" or contained or _is_echo(one, norms)
    # "The scene was described as “horrific” by [a medic]"
    return one.origin == "far agent" and word == "described"


def _holds_view(norms: Sequence[str], tags: str, first: int, last: int) -> bool:
    """Whether a verb right behind tells a view: "held that", "suspect arson", "projects growth"."""
    verb, after = norms[last], norms[last + 1 : last + 2]
    if verb in {"held", "gathered"}:
        # "Our correspondent gathered that"
        return after == ["that"]
    if verb in {"speaks", "spoke"}:
        # "Passengers spoke of chaos on board"
        return after in (["about"], ["of"])
    if verb == "suspect":
        # "Police suspect arson", but no "police suspect Amin Yusuf fled"
        plural = norms[last - 1] in _SUSPECTING and norms[first] not in {"a", "one"}
        return plural and tags[last + 1 : last + 2] not in ("P", "O", "V")
    if verb in _FEELING:
        # "Many Germans fear a wider war"
        return norms[first] in _QUANTITIES
    return verb in FORECASTING and tags[last] == "V"


def _is_stated_in(norms: Sequence[str], first: int, last: int) -> bool:
    """Whether it is in a paper that something is said: "it was alleged in [the petition] that"."""
    verb = first - 2
    return (
        verb > 1
        and norms[last : last + 1] == ["that"]
        and norms[verb - 1] in BE_FORMS
        and norms[verb - 2] == "it"
        and verb_class(norms[verb]) == "speech"
    )


def _is_echo(candidate: Candidate, norms: Sequence[str]) -> bool:
    """Whether a cleft tells whose words these are too: "a sentiment that was echoed by Silva"."""
    cue = candidate.cue
    return (
        candidate.origin == "agent"
        and cue >= _NEGATED
        and norms[cue - 1] in BE_FORMS
        and norms[cue - 2] in {"that", "which"}
        # "Not views that are shared by anybody"
        and "not" not in norms[cue - _NEGATED : cue]
        and (norms[cue - 3] in _SENTIMENTS or _are_words(norms, cue - 3))
    )


def _are_words(norms: Sequence[str], at: int) -> bool:
    return norms[at] in source_words("words of somebody")


def _shares_verb(candidate: Candidate, norms: Sequence[str], tags: str) -> bool:
    """Whether a subject does something and then speaks: "[Silva] saw the dam and told us that"."""
    last, origin, cue = candidate.last, candidate.origin, candidate.cue
    if cue < last or origin not in _SHARING:
        return False
    # "Voters who came to the hall cheered, saying": the clause tells which.
    last += norms[last] == "who"
    if cue < last or not _SUBORDINATING.isdisjoint(norms[last:cue]):
        return False
    if origin == "tagger":
        # "Fined the bank, saying", "declined to comment but said"
        joined = norms[cue - 1] in {"and", "but"} and norms[cue] in {"said", "says"}
        return joined or (goes_on_to_say(norms, cue) and norms[cue - 1] == ",")
    return verb_class(norms[cue]) == "speech" and tags[cue] in "VG"


def level(proposals: Sequence[Proposal], odds: list[float]) -> None:
    """Raise, in place, who is surely no less a source than somebody beside them.

    Of "police and residents said" the tagger has both for one source: they speak together.

    Parameters
    ----------
    proposals : sequence of Proposal
        The phrases.
    odds : list of float
        Log-odds of each.
    """
    beside: dict[int, list[int]] = {}
    for number, proposal in enumerate(proposals):
        for candidate in proposal.candidates:
            if candidate.origin == "tagger" and candidate.cue >= 0:
                beside.setdefault(candidate.cue, []).append(number)
    for numbers in beside.values():
        if len(numbers) == 1:
            continue
        surest = max([odds[number] for number in numbers])
        for number in numbers:
            if _DOUBTED < odds[number] <= 0.0 < surest:
                odds[number] = min(surest, _LEVELLED)
