"""How far the noun phrase of a source reaches.

By the guide a mention takes its title, its appositive and a prepositional description. Relative
clauses are left out here; one that tells who is meant makes a proposal of its own. The tagger's
spans follow another corpus, and cut titles and appositives off at times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from credscore.document import Document
from credscore.features.anonymity import ASKING
from credscore.features.appositives import (
    DETERMINERS,
    PERSONAL_ENDS,
    RELATIVES,
    may_be_person,
    office_nouns,
    with_appositive,
    with_office,
)
from credscore.features.cues import QUOTING, words_of
from credscore.features.name_kinds import DAYS, KIN
from credscore.features.names import Names, is_degree, opening_bracket
from credscore.features.noun_phrases import (
    DATED,
    WHEN_OUT,
    NounPhrases,
    before_time,
    paper_nouns,
    phrase_words,
)
from credscore.features.outlets import known_outlet
from credscore.features.signatures import DASHES
from credscore.features.source_nouns import (
    POSSESSIVES,
    is_personal,
    is_picture,
    singular,
    source_words,
)

__all__ = ["head_index", "trimmed", "whole_phrase"]

_ENDS = frozenset(
    (",", ".", ";", ":", "-", "–", "—", "--", "(", '"', "“", "”", "'", "’", "‘", "'s", "''",
     "``", "«", "»", "/", "…", "...")
)  # fmt: skip
_NEAR_DAYS = frozenset(("today", "yesterday"))
_STARTS = _ENDS | frozenset(
    (")", "citing", "per", "quoting", "and", "but", "or", "that", "while", "as", "when", "because",
     "although", "though", "since", "whether", "if", "unless", "whereas", "amid", "amidst",
     "despite", "unlike", "been", "laughs", "rued", "rues", "smiles")
)  # fmt: skip
# Prepositions that open what says when or where: "a judge on [Monday]".
_DANGLING = frozenset(("on", "in", "at", "by", "from", "of", "for", "to", "with"))
_SUBORDINATORS = frozenset(("while", "when", "as", "after", "if", "because", "although", "though"))
# Participles that tell how a source was reached.
_ASKED = frozenset(("contacted", "interviewed", "polled", "questioned", "reached", "surveyed"))
# "Ana Silva at the [hearing] said": where something was said, and no part of who said it.
_OCCASIONS = frozenset(
    ("briefing", "ceremony", "conference", "debate", "event", "forum", "function", "funeral",
     "hearing", "launch", "meeting", "programme", "rally", "seminar", "session", "summit", "time")
)  # fmt: skip
# "The ministry in a [statement] said": how something was said.
_OPENING_STATEMENTS = POSSESSIVES | {"a", "an"}
_STATEMENTS = frozenset(
    ("bulletin", "call", "communique", "communiqué", "e-mail", "email", "interview", "lecture",
     "letter", "message", "notice", "post", "release", "statement", "tweet")
)  # fmt: skip
# What opens a sentence with who tells something.
_OPENS_TELLING = frozenset(("according", "as", "citing", "per", "quoting"))
# Before a clause without "that" on a sum or on people: "the £5m the council said it needed".
_CURRENCIES = frozenset(("$", "£", "€"))
_AMOUNTS = frozenset(("billion", "bn", "million", "trillion"))
_FORECASTERS = frozenset(("analysts", "economists", "experts", "forecasters", "officials"))
_AUTHORITIES = frozenset(
    ("authorities", "detectives", "investigators", "officials", "police", "prosecutors")
)
_ABOUT_WHOM = frozenset(("man", "men", "people", "suspect", "suspects", "woman", "women"))
# Who is named behind a comma that none closes: "his daughter, Ellen".
_KIN = KIN | {"partner", "widower"}
# What opens a wish not to be named: "on the condition of".
_BEFORE_ASKING = frozenset(("on", "the", "under"))
_COMPARING = frozenset(("like", "unlike"))
_LED = frozenset(("chaired", "headed", "led"))
_TEAMS = frozenset(
    ("bench", "coalition", "commission", "committee", "company", "delegation", "firm", "government",
     "group", "panel", "party", "researchers", "scientists", "team")
)  # fmt: skip
_SPANS = frozenset(("days", "decades", "hours", "months", "weeks", "years"))
# Tokens of an office before a comma and a name.
_LONGEST_OFFICE = 16
# "Documents [exclusively] obtained by the BBC"
_BEFORE_PARTICIPLE = frozenset(
    ("directly", "exclusively", "initially", "jointly", "just", "newly", "originally",
     "previously", "recently")
)  # fmt: skip
_ARTICLES = frozenset(("A", "An", "The"))
_HEADED = frozenset(("a", "an", "the"))
_CRITICS = frozenset(
    ("activists", "advocates", "analysts", "critics", "economists", "experts", "lawmakers",
     "observers", "opponents", "scientists", "senators", "watchdogs")
)  # fmt: skip
_ASKED_OR_SEEN = _ASKED | {"obtained", "reviewed", "saw", "spoke"}
_TRIALS = frozenset(("experiments", "tests", "trials"))
_YEAR = re.compile("20[0-9]{2}")
_LIKE_VERBS = frozenset(("aid", "market", "trade", "transport"))
_BEFORE_TOLD = frozenset(("per", "to"))
# Behind most letters, before any picture.
_LETTERS = "\u2000"
# "R-Ky.", "D-N.Y."
_OF_PARTY = re.compile(r"[dir]-[a-z](?:[a-z]{1,4}|\.[a-z])")
_SHOWN = frozenset(("report", "video"))
_SEEN = frozenset(("obtained", "reviewed", "saw"))
_REFLEXIVE = frozenset(("herself", "himself", "itself", "themselves"))
# What follows a person's name and belongs to the verb, not to the name.
_AFTER_PERSON = frozenset(
    ("in", "on", "during", "for", "after", "as", "before", "to", "by", "while", "last", "about")
)


# What a paper does before those of whom it tells.
_SHOWING = frozenset(("indicating", "showing", "suggesting"))
# Parts of speech before what a clause is about.
_BEFORE_OBJECT = "IV"


def whole_phrase(phrases: NounPhrases, first: int, last: int) -> tuple[int, int]:
    """The token range of a source's whole noun phrase.

    Parameters
    ----------
    phrases : NounPhrases
        The article's noun phrases.
    first, last : int
        Tokens that a tagger or a rule found, end exclusive.

    Returns
    -------
    tuple of int
        Tokens, end exclusive; empty where nothing is left.
    """
    document, names = phrases.document, phrases.names
    norms = document.norms
    first, last = bare = trimmed(norms, first, last)
    if last - first > 2 and _YEAR.fullmatch(norms[first]) and norms[first + 1] in DASHES:
        # "Lisbon, August 14, 2017 - [Officials]"
        first += 2
    if last - first > 1:
        if not _HEADED.isdisjoint(norms[first + 1 : last - 1]):
            first = _behind_heading(document.words, first, last)
        if "," in norms[first:last]:
            first = _behind_opening(phrases, first, last)
            first = _behind_told(phrases, first, last)
        if norms[first] in _SHOWING or (
            phrases.tags[first] == "G" and phrases.tags[first + 1 : first + 2] in ("D", "U")
        ):
            # "Indicating [Americans] believe", "publishing [one story]"
            first += 1
        if norms[last - 1] in _AUTHORITIES or not _CURRENCIES.isdisjoint(norms[first : first + 2]):
            first = _behind_object(norms, first, last)
        if first > 1 and norms[first - 2] == "accused" and "of" in norms[first:last]:
            # "Accused by [the police] of lying"
            last = norms.index("of", first, last)
    if 0 < first < last and norms[first - 1] in _BEFORE_TOLD and _according(norms, first) >= 0:
        end = _before_new_subject(phrases, first, last)
        if end < last:
            return first, end
    if first < last and norms[first] == "others" and norms[first + 1 : first + 2] == ["like"]:
        liked = names.at(first + 2)
        if liked is not None and may_be_person(liked):
            # "Others like [Ana Silva]"
            first += 2
    if first >= last:
        return first, first
    if last - first > 1 and _may_end_within(phrases, first, last):
        last = _before_comma(phrases, first, last)
        last = _before_programme(phrases, first, last)
        last = _before_clause(phrases, first, last)
    if last < len(norms) and norms[last] in _ASKED_OR_SEEN:
        last = _before_contact(phrases, first, last)
    dated = norms[last - 1] in DAYS and not _names_person(names, last - 1)
    if document.words[last - 1].islower() or dated:
        # "a poll earlier this month", but no "editor of Business Week"
        last = before_time(norms, last, first)
    if "," in norms[first:last] and phrases.tags[last : last + 1] in ("V", "M"):
        name = names.at(first)
        if (name is None or name.kind != "person") and not _holds_office(phrases, first, last):
            last = _before_subject(phrases, first, last)
    if first and norms[first - 1] == "by":
        first = _with_team(phrases, first)
    if first and norms[first - 1] == ",":
        first = _behind_told(phrases, _with_name_before(phrases, first, last), last)
    first = _with_title(phrases, first)
    if first and norms[first - 1] == ",":
        first = _with_office_before(phrases, first, last)
    name = names.at(last - 1)
    if name is not None and name.first < last < name.last:
        last = name.last
    end = with_appositive(document, last)
    if end > last and document.quotation_of[end - 1] == document.quotation_of[last - 1]:
        # What follows "According to the trust, the head" is an appositive before a comma alone.
        told = _according(norms, first)
        # "But, according to Ana Silva, the answer is no.", "As per the law, a minister leaves."
        before = norms[document.sentences[document.sentence_of[first]].first : max(told, 0)]
        opens = told >= 0 and (len(before) < 2 or (len(before) == 2 and before[1] == ","))
        if (opens and _is_subject(phrases, first, last, end)) or _is_clause(phrases, last + 1, end):
            end = last
        start = document.sentences[document.sentence_of[first]].first
        if phrases.tags[end : end + 1] in ("V", "M") and _in_opening(phrases, start, first):
            # "Speaking to the Quenneby Post, Mr Silva said"
            end = last
        elif first == start + 1 and norms[start] == "in" and norms[end : end + 1] != [","]:
            # "In the video, the man appears to reach for it": an appositive has two commas.
            end = last
    if end == last and name is not None and name.last == last and may_be_person(name):
        end = with_office(document, names, last)
    if end > last and document.quotation_of[end - 1] >= 0:
        # The title of a paper keeps its closing mark.
        return first, end
    if end < len(norms) and norms[end] == ",":
        end = _with_name_after(phrases, first, end)
    first, last = bare if bare == (first, end) else trimmed(norms, first, end)
    name = names.at(last - 1) if first < last else None
    if name is not None and name.first < last < name.last:
        # "USA Today"
        last = name.last
    if first < last < len(norms) and norms[last] in _REFLEXIVE and names.at(last - 1) is not None:
        # "Ana Silva [herself] said"
        last += 1
    return first, last


def _behind_heading(words: Sequence[str], first: int, last: int) -> int:
    """Where a phrase begins behind a heading that ran into it: "New Findings [The study]"."""
    for at in range(last - 2, first, -1):
        if words[at] in _ARTICLES and words[at + 1].islower() and words[at - 1].isalpha():
            return at if words[at - 1][0].isupper() else first
    return first


def _before_contact(phrases: NounPhrases, first: int, last: int) -> int:
    """Where a phrase ends before who spoke to whom it means: "economists [Reuters] polled"."""
    norms, name = phrases.document.norms, phrases.names.at(last - 1)
    if name is None or name.outer <= first:
        return last
    if name.kind == "person" and len(name.words) > 1:
        # "White House correspondent Ana Silva questioned him"
        return last
    before = norms[name.outer - 1]
    asked = norms[last] in _ASKED or norms[last : last + 2] in (["spoke", "to"], ["spoke", "with"])
    seen = norms[last] in _SEEN and before in paper_nouns()
    noun = before.isalpha() and before not in phrase_words("preposition") and before != "the"
    return name.outer if noun and (seen or (asked and is_personal(singular(before)))) else last


def _before_new_subject(phrases: NounPhrases, first: int, last: int) -> int:
    """Where what "According to" holds ends, if the clause follows without a comma.

    "According to the CDC [children] are at risk", "According to this report [men] die".
    """
    norms, names, words = phrases.document.norms, phrases.names, phrases.document.words
    at = first + (norms[first] in DETERMINERS)
    name = names.at(at)
    verb = next((place for place in range(at, last) if phrases.tags[place] in "VM"), last)
    follows = verb < last or phrases.tags[last : last + 1] in ("V", "M")
    if at + 1 >= verb or "," in norms[first:verb]:
        return last
    if name is not None and (words[at].isupper() or known_outlet(words[at]) is not None):
        end = at + 1
    elif name is not None and name.kind != "person":
        end = name.last
    elif at > first and norms[at] in paper_nouns():
        end = at + 1
        follows = follows or norms[end].endswith("s")
    else:
        return last
    if end < verb and (
        norms[end] in paper_nouns()
        or norms[end] in office_nouns()
        or singular(norms[end]) in words_of("role")
        or singular(norms[end]) in source_words("student")
    ):
        end += 1
    if not follows or end >= last:
        return last
    # "The CDC's officials", "the study of mice"
    goes_on = not norms[end].isalpha() or norms[end] in phrase_words("preposition")
    return last if goes_on else end


def _behind_opening(phrases: NounPhrases, first: int, last: int) -> int:
    """Where who speaks begins behind an opening phrase: "Through his lawyer Joe Blunt, [Mr Kamau]".

    Not where a comma is before the verb too: "In Lisbon, Ana Silva, a lawyer, said" has its own.
    """
    norms, tags = phrases.document.norms, phrases.tags
    start = phrases.document.sentences[phrases.document.sentence_of[first]].first
    if tags[start] not in "GEI" or norms[start] in _OPENS_TELLING:
        return first
    comma = norms.index(",", first, last)
    if first == start:
        # "In Lisbon, [Ana Silva, a lawyer], said"
        opens = tags[start] == "I" or tags[start + 1] == "I"
        return comma + 1 if opens else first
    if norms[first - 1] == "," or tags[last : last + 1] not in ("V", "M"):
        return first
    joined = any(norms[at] == "and" and phrases.names.at(at) is None for at in range(comma, last))
    if joined or "V" in tags[start:first] or "M" in tags[start:first]:
        return first
    return last - norms[last - 1 : first : -1].index(",")


def _behind_told(phrases: NounPhrases, first: int, last: int) -> int:
    """Where who speaks begins behind what they tell: "was led by Ana Silva, [an aide] said"."""
    norms, tags = phrases.document.norms, phrases.tags
    told = first > 0 and tags[first - 1] in _BEFORE_OBJECT and tags[last : last + 1] in ("V", "M")
    if not told or norms[first:last].count(",") != 1:
        return first
    behind = norms.index(",", first, last) + 1
    return behind if behind < last and norms[behind] in {"a", "an", "one"} else first


def _behind_object(norms: Sequence[str], first: int, last: int) -> int:
    """Where who speaks begins behind what their clause is about: "the £5m [the council] said".

    "One of the men [police] say took part", "the $2.4bn [analysts] expected"
    """
    for at in range(first, min(first + 2, last - 2)):
        if norms[at] in _CURRENCIES and norms[at + 1][0].isdigit():
            begin = at + 2 + (norms[at + 2] in _AMOUNTS)
            behind = norms[begin] if begin < last else ""
            return begin if behind in DETERMINERS or behind in _FORECASTERS else first
    if norms[last - 1] in _AUTHORITIES and last - first > 1 and norms[last - 2] in _ABOUT_WHOM:
        return last - 1
    return first


def _may_end_within(phrases: NounPhrases, first: int, last: int) -> bool:
    """Whether anything in a phrase may end it: a quick look at its words."""
    norms, parts = phrases.document.norms, phrases.tags[first + 1 : last]
    return (
        not _breaking().isdisjoint(norms[first:last])
        or "V" in parts
        or "M" in parts
        or ASKING in parts
        # "A report [Silva] wrote"
        or (norms[first] in {"a", "an"} and phrases.names.at(last - 1) is not None)
    )


def _before_programme(phrases: NounPhrases, first: int, last: int) -> int:
    """Where somebody is no longer described but said where they spoke: "Ana Silva[ on CNN]".

    Behind their name or a comma, and with capitals alone: "a professor on the Council" goes on.
    """
    norms, words = phrases.document.norms, phrases.document.words
    if "on" not in norms[first + 2 : last - 1]:
        return last
    for at in range(first + 2, last - 1):
        if norms[at] != "on":
            continue
        name = phrases.names.at(at - 1)
        named = name is not None and name.kind == "person" and name.last == at
        behind = (word for word in words[at + 1 : last] if word.isalnum())
        if (named or norms[at - 1] == ",") and not any(map(str.islower, behind)):
            return at - (norms[at - 1] == ",")
    return last


def _according(norms: Sequence[str], first: int) -> int:
    """Where "according to" or "per" before a phrase begins; -1 without either."""
    if norms[max(first - 2, 0) : first] == ["according", "to"]:
        return first - 2
    return first - 1 if first > 0 and norms[first - 1] == "per" else -1


def _before_comma(phrases: NounPhrases, first: int, last: int) -> int:
    """What opens with "According to" ends at its comma, unless a description is behind it."""
    document, norms = phrases.document, phrases.document.norms
    if not first or norms[first - 1] != "to" or "," not in norms[first:last]:
        return last
    if norms[max(first - 2, 0) : first] != ["according", "to"]:
        return last
    comma = norms.index(",", first, last)
    if document.sentences[document.sentence_of[first]].first != first - 2 or comma + 1 >= last:
        return last
    if "and" not in norms[comma : last + 2] and (
        _names_person(phrases.names, comma - 1) and _names_person(phrases.names, comma + 1)
    ):
        # "According to Ana Silva, Rui Lopez, who met her, left"
        return comma
    behind = norms[comma + 1]
    described = behind in DETERMINERS or behind in office_nouns() or is_degree(behind)
    if not described and norms[last : last + 2] in ([",", "which"], [",", "who"]):
        # "According to the FDA, tablets and syrups, which are sold in Ohio, help": who is listed
        # together is alike.
        alike = _names_person(phrases.names, comma - 1) and _names_person(phrases.names, comma + 1)
        return last if alike else comma
    named = phrases.names.at(comma - 1) is not None or phrases.names.at(comma + 1) is not None
    return last if described or named or norms[comma + 1 : comma + 2] == ["and"] else comma


def _is_subject(phrases: NounPhrases, first: int, last: int, end: int) -> bool:
    """Whether what follows "According to officials," is who the sentence is about: "the man".

    "According to Ana Silva, the mayor, prices fell" has two commas and a clause behind them;
    whoever has no name has hardly ever a description behind one.
    """
    norms = phrases.document.norms
    if norms[end : end + 1] != [","] or not phrases.names.within(first, last):
        return True
    behind = norms[end + 1 : end + 2]
    return bool(behind) and (behind[0] in RELATIVES or behind[0] in {"a", "aged", "an"})


def _is_clause(phrases: NounPhrases, first: int, last: int) -> bool:
    """Whether there is a finite verb: "according to the study, [the drug helps]".

    Not where it belongs to a clause within: "the firm [that runs the port]".
    """
    tags, norms = phrases.tags[first:last], phrases.document.norms[first:last]
    verb = min(place for place in (tags.find("V"), tags.find("M"), len(tags)) if place >= 0)
    return verb < len(tags) and "that" not in norms[1:verb]


def trimmed(norms: list[str], first: int, last: int) -> tuple[int, int]:
    """Without punctuation, conjunctions and adverbs at its ends."""
    while first < last and norms[first] in _STARTS:
        first += 1
    trailing = _trailing()
    while first < last and norms[last - 1] in trailing:
        norm = norms[last - 1]
        if norm in _ENDS:
            if norm == "." and last - first > 2 and _OF_PARTY.fullmatch(norms[last - 2]):
                # "Ana Silva, R-Ky."
                break
        elif norm == ")":
            if "(" in norms[first:last]:
                break
        elif (
            last - first == 1
            or norms[last - 2 : last] == ["usa", "today"]
            or not (
                norm in _DANGLING
                # "Ana Silva and"
                or norm == "and"
                or not _is_dated(norms, last)
            )
        ):
            break
        last -= 1
    return first, last


@cache
def _trailing() -> frozenset[str]:
    """What may be left out at a phrase's end."""
    return _ENDS | _DANGLING | {")", "and"} | phrase_words("adverb")


def _is_dated(norms: Sequence[str], last: int) -> bool:
    """Whether a day at a phrase's end dates its paper: "dated Tuesday", "released today"."""
    at = last - 2 - (norms[last - 2] == "on")
    return norms[at] in DATED and (norms[last - 1] in DAYS or norms[last - 1] in _NEAR_DAYS)


def _before_clause(phrases: NounPhrases, first: int, last: int) -> int:
    """End before a relative clause, a participle after a comma, or a finite verb."""
    norms, tags, names = phrases.document.norms, phrases.tags, phrases.names
    # "A report [Silva] wrote"
    contact = norms[first] in {"a", "an"}
    quotation_of = phrases.document.quotation_of
    breaking = _breaking()
    asking = tags.find(ASKING, first + 1, last)
    if asking > 0:
        # "An official[ not authorised to speak to the press]"
        last = asking
        while last > first + 1 and norms[last - 1] in _BEFORE_ASKING:
            last -= 1
    for place in range(first + 1, last):
        norm = norms[place]
        may_end = norm in breaking or tags[place] in "VM" or norms[place - 1] == ","
        if not may_end and not contact:
            continue
        if place == first + 1 and norms[first].endswith("ly") and tags[place] in "EGV":
            # "Newly [appointed] ambassador Ana Silva"
            continue
        if quotation_of[place] != quotation_of[first]:
            # The title of a paper: "the study, “Sleep and memory,”".
            continue
        # "Ana Silva at a briefing", but no "Ana Silva at the ministry"
        if norm in _AFTER_PERSON or (
            norm == "at"
            and (
                norms[place + 1 : place + 2] in (["a"], ["an"])
                or not _OCCASIONS.isdisjoint(norms[place + 2 : place + 4])
            )
        ):
            name = names.at(place - 1)
            if name is not None and name.kind == "person" and name.last == place:
                return place
        if norm == "in" and norms[place + 1] in _TRIALS:
            # "found by researchers in tests on mice"
            return place
        if norm == "for" and norms[place + 1] in _SPANS:
            # "Republicans for weeks have said"
            return place
        if norm == "for" and norms[place + 1] in POSSESSIVES and norms[place - 1] in _CRITICS:
            # "Criticism from experts for their delay"
            return place
        if norm in {"in", "on"} and _opens_statement(norms, place, last):
            # "The ministry in a statement said"
            return place
        if contact and _opens_contact_clause(phrases, first, place, last):
            # "According to a complaint Silva filed"
            return place
        participle = (
            norms[place - 1] == ","
            and (
                norm in phrase_words("participle")
                or norm in _SUBORDINATORS
                # "said Ana Silva, [her voice shaking]"
                or (norm in POSSESSIVES and norms[min(place + 2, last - 1)].endswith("ing"))
                # "this small, [ongoing] study"
                or (
                    tags[place] in "GE"
                    and names.at(place) is None
                    and not (tags[place - 2] == "J" and tags[place + 1 : place + 2] == "N")
                    # "Ana Silva, [corresponding] secretary of the board"
                    and not (place + 1 < last and norms[place + 1] in office_nouns())
                )
            )
        )
        if norm in _COMPARING and norms[place - 1] == ",":
            # "Ana Silva[, like many others,]"
            return place - 1
        if norm in RELATIVES or participle:
            end = place
            if norm == "which" and norms[place - 1] == "of" and "," in norms[first + 1 : place]:
                # "the complaint, a copy of which was seen"
                end -= norms[place:first:-1].index(",")
            while end > first + 1 and (
                norms[end - 1] in phrase_words("preposition") or norms[end - 1] in _ENDS
            ):
                end -= 1
            return end
        if (
            norm == "state"
            and (tags[place - 1] in "JP" or norms[place - 1] in {",", "and"})
            and (names.at(place + 1) is not None or tags[place + 1 : place + 2] == "N")
        ):
            # "Democratic state Sen. Ana Silva", "Ana Silva and state lawmakers"
            continue
        if (
            norm in phrase_words("of paper")
            and norms[place - 1] in paper_nouns()
            and norms[place + 1 : place + 2]
            and (
                norms[place + 1] in phrase_words("preposition")
                or norms[place + 1] in phrase_words("time")
                or norms[place + 1] in WHEN_OUT
            )
        ):
            # "the documents obtained under the act", "the report released Monday"
            continue
        if (
            norm in _ASKED
            and tags[place - 1] in "NP"
            and norms[place + 1 : place + 2]
            and norms[place + 1] in phrase_words("preposition")
        ):
            # "many residents interviewed in the city"
            continue
        ends = place + 1 == last or norms[place + 1 : place + 3] == [",", "including"]
        if norm == "states" and ends and names.at(place - 1) is not None:
            # "The Baltic [states]": a source does not end with its verb.
            continue
        if place + 1 < last and norms[place + 1] in office_nouns():
            holds = place + 2 < last and _names_person(names, place + 2)
            if "," in norms[first:place] or (holds and norm in _LIKE_VERBS):
                # "Ana Silva, community [programs] director at the centre", "the White House [trade]
                # adviser Ana Silva"
                continue
        told = tags[place] in "VM" or (norm in phrase_words("verb") and tags[place] != "J")
        if told and names.at(place) is None and not _is_reduced(phrases, first, place, last):
            return _before_subject(phrases, first, place)
        if norm == "that" and tags[place] != "D" and place > first + 1:
            return place
    return last


def _is_reduced(phrases: NounPhrases, first: int, verb: int, last: int) -> bool:
    """Whether a verb tells which people are meant: "the pastors [gathered] at the centre say"."""
    norms, tags = phrases.document.norms, phrases.tags
    return (
        norms[verb].endswith("ed")
        and norms[verb - 1].endswith("s")
        and tags[first] == "D"
        and norms[verb + 1 : verb + 2] in (["at"], ["in"], ["outside"])
        and tags[last : last + 1] == "V"
        and "," not in norms[first:last]
        and not {"V", "M", "C"}.intersection(tags[verb + 1 : last])
    )


@cache
def _breaking() -> frozenset[str]:
    """Words before which a phrase may end, beside finite verbs."""
    return (
        _AFTER_PERSON
        | _COMPARING
        | RELATIVES
        | {",", "at", "for", "in", "that"}
        | phrase_words("verb")
    )


def _opens_statement(norms: Sequence[str], place: int, last: int) -> bool:
    """Whether "in" tells how something was said: "in a joint statement", no part of who said it.

    Not where more belongs to it: "in an interview with the paper", "in a post office".
    """
    inside = norms[place + 1 : min(place + 5, last)]
    if norms[place - 1] == "," and inside[:1] == ["the"]:
        # "Ana Silva, the mayor, in the release"
        return inside[1:2] != [] and (inside[1] in _STATEMENTS or inside[1] in _SHOWN)
    if len(inside) < 2 or inside[0] not in _OPENING_STATEMENTS:
        return False
    at = next((at for at, norm in enumerate(inside[1:], 1) if norm in _STATEMENTS), 0)
    return at > 0 and inside[at + 1 : at + 2] in ([], [","], ["on"])


def _opens_contact_clause(phrases: NounPhrases, first: int, place: int, last: int) -> bool:
    """Whether a name is the subject of a clause on any paper: "a report [Silva] wrote"."""
    norms, name = phrases.document.norms, phrases.names.at(place)
    return (
        name is not None
        and name.outer == place
        and name.last == last
        and norms[place - 1] in words_of("document")
        # "In a letter [Silva] said"
        and norms[max(first - 1, 0)] != "in"
        and phrases.tags[last : last + 1] in ("V", "E")
    )


def _before_subject(phrases: NounPhrases, first: int, verb: int) -> int:
    """Leave out the subject of a verb further on: "a source close to him, [Silva] did"."""
    norms = phrases.document.norms
    begin = phrases.start(verb, first)
    if first < begin < verb and norms[begin - 1] == ",":
        body = phrases.names.at(begin - 2)
        listed = body is not None and norms[body.outer - 1] in phrase_words("preposition")
        if not listed or "and" not in norms[begin:verb] or phrases.names.at(begin) is None:
            return begin - 1
        # "Activists from the Youth Forum, Portlink and the Dock Union"
    return verb


def _with_name_before(phrases: NounPhrases, first: int, last: int) -> int:
    """Take in the name that a description stands beside: "Ana Silva, [the minister]"."""
    document, names = phrases.document, phrases.names
    norms = document.norms
    start = document.sentences[document.sentence_of[first]].first
    if first - 2 < start or norms[first - 1] != ",":
        return first
    described = (
        norms[first] in {"a", "an", "the"}
        # Not "in Shimane Prefecture, sources said".
        or (norms[first] in office_nouns() and not norms[first].endswith(("s", "source")))
        or norms[first] in phrase_words("office modifier")
    )
    owner = names.at(first)
    if owner is not None and norms[owner.last : owner.last + 1] in (["'s"], ["'"]):
        # "Ana Silva, [the party's deputy chairwoman]", without an article
        described = not office_nouns().isdisjoint(norms[owner.last + 1 : owner.last + 5])
    if owner is not None and owner.kind == "person" and owner.outer == first:
        # "Asked about Mrs Silva, [Mr Lopez] said", "with Ana Silva, [Lopez's lawyer] said"
        return first
    name = names.at(first - 2)
    described = described and norms[first + 1 : first + 2] not in (["source"], ["sources"])
    if name is not None and norms[name.outer - 1] in QUOTING and name.outer - 1 == start:
        # "Citing Ana Silva, [the Post] reported"
        return first
    office = norms[first] not in {"a", "an", "the"}
    if not office and _is_thing(norms[first:last]):
        # "over the death of Ana Silva, [the university] said"
        return first
    person = name is not None and (
        name.kind == "person" or (office and name.kind == "other" and len(name.words) > 1)
    )
    if described and name is not None and person and name.last == first - 1:
        opens = norms[first] not in {"a", "an"} and _in_opening(phrases, start, name.outer)
        return first if opens else name.outer
    return first


def _is_thing(norms: Sequence[str]) -> bool:
    """Whether a description is of a body or paper, and so of nobody: "the university"."""
    return (
        norms[0] == "the"
        and (norms[-1] in words_of("collective") or norms[-1] in words_of("document"))
        and office_nouns().isdisjoint(norms)
        and phrase_words("preposition").isdisjoint(norms)
    )


def _in_opening(phrases: NounPhrases, start: int, place: int) -> bool:
    """Whether a name stands in what opens a sentence: "Flanked by [Ana Silva], the governor said".

    Not where a comma or nothing but the name is before: "In Lisbon, [Ana Silva], the lawyer, said".
    """
    tags = phrases.tags[start:place]
    opening = phrases.document.norms[start]
    if opening in _SUBORDINATORS and phrases.document.norms[place - 1] != ",":
        # "After he met [Mr Silva], the senator said"
        return "," not in phrases.document.norms[start:place]
    return (
        tags[:1] in ("G", "E", "I")
        and phrases.document.norms[place - 1] != ","
        and phrases.document.norms[start] not in _OPENS_TELLING
        and "V" not in tags
        and "M" not in tags
    )


def _with_team(phrases: NounPhrases, first: int) -> int:
    """Take in the team that somebody leads: "[a team led by] Ana Silva"."""
    norms = phrases.document.norms
    sentence = phrases.document.sentences[phrases.document.sentence_of[first]]
    participle = first - 2
    if (
        participle > sentence.first
        and norms[first - 1] == "by"
        and norms[participle] in _LED
        and norms[participle - 1] in _TEAMS
    ):
        return phrases.wide_start(participle, sentence.first)
    return first


def _names_person(names: Names, place: int) -> bool:
    name = names.at(place)
    return name is not None and name.kind == "person"


def _with_name_after(phrases: NounPhrases, first: int, last: int) -> int:
    """Take in the name that an office stands before: "[the director of the board], Ana Silva,"."""
    norms, names = phrases.document.norms, phrases.names
    if norms[last : last + 1] != [","] or names.at(first) is not None:
        return last
    at = last + 1
    while (
        at < min(last + 5, len(norms))
        and (phrases.tags[at] in "JNP" or norms[at] == "state")
        and not _names_person(names, at)
    ):
        at += 1
    name = names.at(at)
    if name is None or name.outer > at or name.kind != "person":
        return last
    # "This is according to [the director of the board], Ana Silva."
    closed = norms[name.last : name.last + 1] in ([","], ["."])
    if norms[first] in POSSESSIVES and last - first == 2 and norms[first + 1] in _KIN:
        # "Confirmed by [his daughter, Ellen]."
        return name.last if closed else last
    offices = office_nouns()
    held = any(norm in offices for norm in norms[first : min(first + 6, last)])
    return name.last if closed and held and norms[first] in DETERMINERS else last


def _with_title(phrases: NounPhrases, first: int) -> int:
    """Take in the titles and offices before a name, and the article before them."""
    document, norms = phrases.document, phrases.document.norms
    name = phrases.names.at(first)
    if name is None:
        return first
    start = document.sentences[document.sentence_of[first]].first
    if name.outer < first:
        first = name.outer
    if name.kind == "person" and norms[first - 1] == ")":
        # "DIG (Operations) Ana Silva"
        opens = opening_bracket(norms, first, start)
        if opens > start and norms[opens - 1] in office_nouns():
            twice = opens - 2 >= start and norms[opens - 2] in office_nouns()
            return opens - 2 if twice else opens - 1
    if name.kind == "person" and first > start and phrases.tags[first - 1] in "NJ":
        # "the company's spokesman Ali Raza", "former police chief John Smith"
        if norms[first - 1] in office_nouns() or norms[first - 1].endswith(PERSONAL_ENDS):
            return phrases.start(first, start)
    elif first > start and norms[first - 1] == "the":
        return first - 1
    return first


def _holds_office(phrases: NounPhrases, first: int, last: int) -> bool:
    """Whether a phrase is an office, a comma and who holds it: "the head of it, Ana Silva"."""
    norms, name = phrases.document.norms, phrases.names.at(last - 1)
    if name is None or name.last != last or not may_be_person(name) or name.outer - 1 <= first:
        return False
    comma = name.outer - 1
    if is_personal(norms[comma]):
        # "The head of it, economist Ana Silva"
        comma -= 1
    return (
        comma > first
        and norms[comma] == ","
        and not office_nouns().isdisjoint(norms[first:comma])
        and not any(_names_person(phrases.names, place) for place in range(first, comma))
    )


def _with_office_before(phrases: NounPhrases, first: int, last: int) -> int:
    """Take in an office that opens the sentence, where no comma is behind the name.

    "[The head of Portlink,] Ana Silva said"; but no "Behind the mayor, Ana Silva said".
    """
    document, norms = phrases.document, phrases.document.norms
    sentence = document.sentences[document.sentence_of[first]]
    begin = sentence.first
    comma = first - 1
    if (
        comma <= begin
        or norms[comma] != ","
        or phrases.tags[last : last + 1] != "V"
        or comma - begin > _LONGEST_OFFICE
        or phrases.wide_start(comma, begin) != begin
        or not _holds_office(phrases, begin, last)
    ):
        return first
    held = head_index(document, phrases.names, begin, comma)
    return begin if norms[held] in office_nouns() else first


def _joins_adjectives(norms: Sequence[str], first: int, comma: int, last: int) -> bool:
    """Whether a comma stands between adjectives: "the first large-scale, randomized study"."""
    return (
        norms[comma] == ","
        and norms[first] in DETERMINERS
        and comma + 2 < last
        and norms[comma + 1].endswith(_ADJECTIVE_ENDS)
        and norms[comma + 2].isalpha()
        and norms[comma + 2] not in phrase_words("preposition")
        # "the minister, acting president"
        and norms[comma - 1] not in office_nouns()
        and norms[comma - 1] not in words_of("document")
    )


_ADJECTIVE_ENDS = ("al", "ed", "ic", "ing", "ive", "ous")


def head_index(document: Document, names: Names, first: int, last: int) -> int:
    """Index of the head noun of a phrase: the last word before a preposition, comma or clause.

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names; a preposition inside one ends nothing.
    first, last : int
        The phrase, not empty.
    """
    norms = document.norms
    at = first
    # "a number of lawmakers", "one of the sources", "some of my friends"
    while at < last - 1 and norms[at] in _before_head():
        if norms[at] in phrase_words("amount") and norms[at + 1] == "of" and at + 2 < last:
            at += 2
        elif norms[at] in phrase_words("before head"):
            if norms[at + 1] in phrase_words("preposition") or norms[at + 1] in RELATIVES:
                break
            at += 1
        else:
            break
    behind = _behind_head()
    for place in range(at + 1, last):
        norm = norms[place]
        if norm > _LETTERS and is_picture(norm):
            # "Ana Silva 📚 (@anasilva)"
            return place - 1
        if norm not in behind and not norm.endswith(("ing", "ed")):
            continue
        name = names.at(place)
        if name is not None and name is names.at(place - 1):
            continue
        if _in_short_form(document, place, last) or _joins_adjectives(norms, first, place, last):
            continue
        if (
            norm in phrase_words("preposition")
            or norm in RELATIVES
            or norm in _REFLEXIVE
            # "a memo dated March 3"
            or (norm == "dated" and place > at)
            # "the studies released", but no "the previously released studies"
            or (norm in phrase_words("after head") and not norms[place - 1].endswith("ly"))
            or norm in {",", "(", "that", "—", "–", '"', "“"}
            # "a study [appearing] online", "a poll [being] conducted"
            or (
                (norm == "being" or norm in phrase_words("of paper"))
                and norms[place - 1] in paper_nouns()
                and place + 1 < last
            )
            or (
                (norm.endswith(("ing", "ed")) or norm in phrase_words("irregular participle"))
                and norm not in words_of("document")
                and norm not in source_words("further paper")
                and place + 1 < last
                and name is None
                and (
                    norms[place + 1] in phrase_words("after participle")
                    # "a woman living nearby"
                    or norms[place + 1] in phrase_words("where")
                    # "defenders representing Silva", but no "ruling National Party"
                    or (
                        (
                            norms[place - 1] in office_nouns()
                            or norms[place - 1] in words_of("collective")
                            or norms[place - 1].endswith("s")
                        )
                        and names.at(place + 1) is not None
                        and names.at(place - 1) is None
                    )
                )
            )
        ):
            # "documents exclusively obtained by"
            return place - 1 - (place - 1 > at and norms[place - 1] in _BEFORE_PARTICIPLE)
        if norm.endswith("ed") and place + 1 == last and place > at and _is_noun(norms[place - 1]):
            # "an affidavit filed", but no "the injured"
            return place - 1
    return last - 1


@cache
def _before_head() -> frozenset[str]:
    """Words that may stand before a head and are none."""
    return phrase_words("amount") | phrase_words("before head")


@cache
def _behind_head() -> frozenset[str]:
    """Words that may stand right behind a head, beside those that end like participles."""
    return (
        phrase_words("preposition")
        | RELATIVES
        | _REFLEXIVE
        | phrase_words("after head")
        | phrase_words("irregular participle")
        | {"dated", ",", "(", "that", "—", "–", '"', "“"}
    )


def _is_noun(norm: str) -> bool:
    return norm.isalpha() and norm not in phrase_words("before head")


def _in_short_form(document: Document, place: int, last: int) -> bool:
    """Whether a token is of a short form amid a phrase: "the Lahore Board [(LCB)] official"."""
    norms, words = document.norms, document.words
    for opens in range(place, max(place - 3, -1), -1):
        if norms[opens] == "(":
            return (
                norms[opens + 2 : opens + 3] == [")"]
                and words[opens + 1].isupper()
                and opens + 3 < last
                and words[opens + 3].islower()
                and words[opens + 3].isalpha()
                and norms[opens + 3] not in phrase_words("preposition")
                and norms[opens + 3] not in RELATIVES
            )
    return False
