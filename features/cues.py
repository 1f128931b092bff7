"""The lexicon of attribution: which words report, and which name who is reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import repeat

from credscore.lexicons import read_sections

__all__ = [
    "AS_SAYING",
    "BE_FORMS",
    "GENITIVES",
    "HAVE_FORMS",
    "IN_THE_WORDS_OF",
    "MAKES",
    "NOUN_CLASSES",
    "PUTS",
    "PUTTING",
    "QUOTING",
    "VERB_CLASSES",
    "as_saying",
    "base_form",
    "is_according",
    "is_passive",
    "lexicon_class",
    "lexicon_classes",
    "makes_words",
    "noun_forms",
    "puts_figure",
    "tells_standing",
    "verb_forms",
    "words_of",
]

# "In the words of the mayor", "as the mayor put it": as much as "according to the mayor".
IN_THE_WORDS_OF = frozenset(("eyes", "opinion", "view", "words"))
PUTS = frozenset(("put", "puts"))
# "Put the toll at 12", "has pegged the damage at $3 million"
PUTTING = PUTS | {"peg", "pegged", "pegs"}
# "Quoted Silva as saying", "Silva was quoted by Dawn as saying"
QUOTING = frozenset(("cite", "cited", "cites", "citing", "quote", "quoted", "quotes", "quoting"))
AS_SAYING = frozenset(("adding", "saying", "telling"))
# "Made the announcement at a briefing", "made these comments on Friday": who does has spoken.
MAKES = frozenset(("made", "makes"))
_MADE_IN_WORDS = frozenset(
    ("accusation", "accusations", "admission", "allegation", "allegations", "announcement",
     "announcements", "assertion", "assertions", "claim", "claims", "comment", "comments",
     "declaration", "disclosure", "disclosures", "observation", "prediction", "pronouncement",
     "remark", "remarks", "revelation", "revelations", "statement", "statements")
)  # fmt: skip
_OPENING_WORDS = frozenset(
    ("a", "an", "her", "his", "its", "similar", "such", "that", "the", "their", "these", "this",
     "those")
)  # fmt: skip
# "The poll puts Silva ahead by 4 points"
_STANDING_VERBS = frozenset(("gave", "gives", "had", "has", "have", "put", "puts"))
_STANDINGS = frozenset(
    ("ahead", "beating", "behind", "edging", "lead", "leading", "neck", "tied", "trailing",
     "winning")
)  # fmt: skip
_STANDING_REACH = 7
# Tokens from who is quoted to "as saying", and back: "by the official news agency of the country".
_QUOTED_REACH = 16
BE_FORMS = frozenset(("is", "are", "was", "were", "be", "been", "being"))
HAVE_FORMS = frozenset(("had", "has", "have"))
# What stands between who owns something and it.
GENITIVES = frozenset(("'s", "'"))
VERB_CLASSES = ("speech", "act", "stance", "evidence")
NOUN_CLASSES = ("title", "role", "collective", "document")
# What sets off a "per" that names a source, and what opens whom it names: no "per person, per day".
_SETTING_PER_OFF = frozenset((",", "(", "—", "–", "--", ":", ";", "and", "that", "”", '"'))
_PER_REACH = 2
_MORE_PAPERS = frozenset(("polling", "research"))
_OPENING_PER = frozenset(
    ("a", "an", "the", "this", "that", "its", "his", "her", "their", "our", "one", "two", "court",
     "data", "figures", "media", "officials", "police", "records", "reports", "sources")
)  # fmt: skip
_VOWELS = frozenset("aeiou")
# What somebody puts at a figure, and tokens between it and its verb, "at", and a digit.
_COUNTED = frozenset(
    ("amount", "cost", "costs", "damage", "figure", "loss", "losses", "number", "price", "rate",
     "toll", "total", "value")
)  # fmt: skip
_COUNTED_REACH, _FIGURE_REACH, _DIGIT_REACH = 4, 8, 4
_IRREGULAR_PLURALS = {
    "businessman": "businessmen",
    "businesswoman": "businesswomen",
    "chairman": "chairmen",
    "congressman": "congressmen",
    "congresswoman": "congresswomen",
    "councilman": "councilmen",
    "fisherman": "fishermen",
    "man": "men",
    "passerby": "passersby",
    "policeman": "policemen",
    "spokesman": "spokesmen",
    "spokeswoman": "spokeswomen",
    "wife": "wives",
    "woman": "women",
}


def verb_forms(entry: str) -> tuple[str, ...]:
    """All forms of a verb entry, base form first.

    Examples
    --------
    >>> verb_forms("deny")
    ('deny', 'denies', 'denied', 'denying')
    >>> verb_forms("tell: told telling")
    ('tell', 'tells', 'told', 'telling')
    """
    base, _, irregular = entry.partition(":")
    base = base.strip()
    if base.endswith("y") and base[-2] not in _VOWELS:
        third, past, participle = base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    elif base.endswith("e"):
        third, past, participle = base + "s", base + "d", base[:-1] + "ing"
    elif base.endswith(("s", "sh", "ch", "x")):
        third, past, participle = base + "es", base + "ed", base + "ing"
    else:
        third, past, participle = base + "s", base + "ed", base + "ing"
    if not irregular:
        return base, third, past, participle
    given = irregular.split()
    forms = [base] if third in given else [base, third]
    if not any(form.endswith("ing") for form in given):
        given.append(participle)
    return tuple(dict.fromkeys(forms + given))


def noun_forms(entry: str) -> tuple[str, str]:
    """Singular and plural of a noun entry."""
    if entry in _IRREGULAR_PLURALS:
        return entry, _IRREGULAR_PLURALS[entry]
    if entry.endswith("y") and entry[-2] not in _VOWELS:
        return entry, entry[:-1] + "ies"
    if entry.endswith(("s", "sh", "ch", "x")):
        return entry, entry + "es"
    return entry, entry + "s"


@cache
def _table() -> dict[str, str]:
    sections = read_sections("credscore.features", "attribution.txt")
    table: dict[str, str] = {}
    for name in VERB_CLASSES:
        for entry in sections[name]:
            for form in verb_forms(entry):
                table.setdefault(form, name)
    for name in NOUN_CLASSES:
        for entry in sections[name]:
            for form in noun_forms(entry):
                # Words that are both ("report", "estimate", "head") keep the verb's class and add
                # the noun's.
                known = table.get(form, "")
                if name not in known.split("+"):
                    table[form] = f"{known}+{name}" if known else name
    return table


@cache
def _base_forms() -> dict[str, str]:
    sections = read_sections("credscore.features", "attribution.txt")
    return {
        form: verb_forms(entry)[0]
        for name in VERB_CLASSES
        for entry in sections[name]
        for form in verb_forms(entry)
    }


def base_form(verb: str) -> str:
    """Base form of a verb: by the lexicon, else what is left without its ending.

    Examples
    --------
    >>> base_form("told"), base_form("denies"), base_form("heralded"), base_form("herald")
    ('tell', 'deny', 'herald', 'herald')
    """
    known = _base_forms().get(verb)
    if known is not None:
        return known
    for ending in ("ing", "ed", "s"):
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            return verb.removesuffix(ending)
    return verb.removesuffix("e")


def lexicon_class(word: str) -> str:
    """Classes of a lower-cased word, joined by "+"; empty for a word not in the lexicon.

    Examples
    --------
    >>> lexicon_class("said"), lexicon_class("spokesmen"), lexicon_class("blue")
    ('speech', 'role', '')
    """
    return _table().get(word, "")


def lexicon_classes(words: Iterable[str]) -> list[str]:
    """As `lexicon_class`, of many words at once."""
    return list(map(_table().get, words, repeat("")))


@cache
def words_of(name: str) -> frozenset[str]:
    """All forms of all words of a class, such as "speech" or "role"."""
    return frozenset(word for word, classes in _table().items() if name in classes.split("+"))


def as_saying(norms: Sequence[str], at: int, limit: int) -> int:
    """Token of the "as" by which a verb passes words on: "quoted Silva [as] saying"; else -1.

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    at, limit : int
        Where the verb stands, and its sentence ends.

    Examples
    --------
    >>> as_saying("he quoted her as saying so".split(), 1, 6)
    3
    >>> as_saying("he quoted her at length".split(), 1, 5)
    -1
    """
    for place in range(at + 1, min(at + _QUOTED_REACH, limit - 1)):
        if norms[place] in QUOTING:
            break
        if norms[place] == "as" and norms[place + 1] in AS_SAYING:
            return place
    return -1


def makes_words(norms: Sequence[str], at: int) -> bool:
    """Whether what somebody makes is words: "made the announcement", "made the same claim".

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    at : int
        Where the verb stands.

    Examples
    --------
    >>> makes_words("he made the remarks on air".split(), 1)
    True
    >>> makes_words("he made the decision alone".split(), 1)
    False
    """
    if norms[at + 1 : at + 3] == ["this", "known"]:
        return True
    if norms[at + 1 : at + 2] == ["it"]:
        # "Made it clear that"
        return norms[at + 2 : at + 3] in (["clear"], ["known"], ["plain"])
    if norms[at + 1 : at + 2] == [] or norms[at + 1] not in _OPENING_WORDS:
        return False
    return not _MADE_IN_WORDS.isdisjoint(norms[at + 2 : at + 4])


def puts_figure(norms: Sequence[str], verb: int) -> bool:
    """Whether somebody gives a figure: "put the toll at 12", "puts it at $2 million".

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    verb : int
        Where the verb stands.

    Examples
    --------
    >>> puts_figure("police put the toll at 12".split(), 1)
    True
    >>> puts_figure("police put the man at risk".split(), 1)
    False
    """
    behind = norms[verb + 1 : verb + _FIGURE_REACH]
    if "at" not in behind:
        return False
    at = behind.index("at")
    if behind[0] == "it":
        figure = norms[verb + 2 + at : verb + 2 + at + _DIGIT_REACH]
        return at == 1 and any(norm[0].isdigit() for norm in figure)
    return at > 0 and not _COUNTED.isdisjoint(behind[: min(at, _COUNTED_REACH)])


def tells_standing(norms: Sequence[str], verb: int) -> bool:
    """Whether a poll tells how somebody stands: "has Silva leading", "puts Silva ahead".

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    verb : int
        Where the verb stands.

    Examples
    --------
    >>> tells_standing("the poll has silva leading lopez by 4 points".split(), 2)
    True
    >>> tells_standing("the poll has ended".split(), 2)
    False
    """
    if norms[verb] not in _STANDING_VERBS:
        return False
    behind = norms[verb + 2 : verb + _STANDING_REACH]
    # "Has Labour at 29%"
    return not _STANDINGS.isdisjoint(behind) or (
        behind[:1] == ["at"] and behind[1:] != [] and behind[1][0].isdigit()
    )


def is_passive(norms: Sequence[str], at: int, first: int) -> bool:
    """Whether a form of "be" stands before a verb, adverbs between: "was later [quoted]".

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    at, first : int
        Where the verb stands, and its sentence begins.

    Examples
    --------
    >>> is_passive("she was widely quoted".split(), 3, 0), is_passive("she quoted".split(), 1, 0)
    (True, False)
    """
    begin = max(at - 3, first)
    return not BE_FORMS.isdisjoint(norms[begin:at])


def is_according(norms: Sequence[str], words: Sequence[str], first: int, at: int) -> bool:
    """Whether "per" stands for "according to": "prices fell, per the bank", "as per police".

    Parameters
    ----------
    norms, words : sequence of str
        An article's words, lower-cased and as they stand.
    first, at : int
        Where the sentence begins and where the word stands.

    Examples
    --------
    >>> words = "It costs $9 per head , per the agency".split()
    >>> is_according(words, words, 0, 3), is_according(words, words, 0, 6)
    (False, True)
    """
    if norms[at] != "per" or at + 1 >= len(norms):
        return False
    named = words[at + 1][0].isupper()
    before = at - 1
    if before >= first and norms[before] == "as":
        if named:
            return True
        before -= 1
    if before >= first and norms[before] not in _SETTING_PER_OFF:
        return False
    if named or norms[at + 1] in _OPENING_PER:
        return True
    # ", per new polling", but ", per mission"
    papers = words_of("document") | _MORE_PAPERS
    behind = norms[at + 1 : at + 1 + _PER_REACH]
    return before >= first and norms[before] == "," and not papers.isdisjoint(behind)
