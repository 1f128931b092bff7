"""What descriptions of a source say of it: nouns, gender, role, and short names for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from credscore.document import Document
from credscore.features.cues import GENITIVES, words_of
from credscore.features.name_kinds import DAYS, kind_of_name
from credscore.features.names import Name, Names, is_degree, name_words
from credscore.features.noun_phrases import behind_time, paper_nouns, phrase_words
from credscore.features.people_types import CLOSE
from credscore.features.source_nouns import POSSESSIVES, offices, singular, source_words
from credscore.features.source_types import Phrase
from credscore.tokens import WORDS_KEPT

__all__ = [
    "LAWYERS",
    "OF_SEVERAL",
    "TRADES",
    "acronyms",
    "behind_degrees",
    "body_heads",
    "covers",
    "described",
    "description_nouns",
    "gender_of",
    "head_forms",
    "heads_of_age",
    "holds_ministry",
    "initials",
    "is_deputy",
    "key_of",
    "may_hold",
    "other_office",
    "own_words",
    "paper_noun",
    "plain_text",
    "role_of",
    "short_name",
    "spells_office",
    "telling_of_people",
    "until_comma",
]

# Nouns for one and the same.
LAWYERS = frozenset(("attorney", "counsel", "defender", "lawyer"))
_SHORT_WORDS = 12
_LONGEST_ROLE = 14
# Before what a long role may be cut off.
_JOINTS = frozenset(
    (",", "and", "at", "for", "from", "in", "of", "with", "on", "who", "which", "that")
)
# What follows a participle that stands behind its noun: "seen [by] Dawn", "published [Monday]".
_AFTER_PARTICIPLE = _JOINTS | DAYS | {"by", "last", "this"}
# Before whoever made a paper, or where it stands.
_BY_WHOM = frozenset(("at", "by", "from", "in"))
# What is left of a clause about a paper, without what it goes on with.
_UNFINISHED = _JOINTS | frozenset(
    ("a", "also", "by", "conducted", "dated", "issued", "obtained", "over", "posted", "published",
     "released", "reviewed", "seen", "shared", "the", "to")
)  # fmt: skip
# Offices whose short form has other letters.
_SHORT_OFFICES = {
    "AG": "advocate general",
    "CEO": "chief executive",
    "OC": "officer-in-charge",
    "SP": "superintendent",
}
# What ends an appositive: its comma, a clause, or the verb of whom it describes.
_ENDS = frozenset(
    (",", ".", ";", ":", "who", "said", "told", "added", "argued", "explained", "insisted", "noted",
     "says", "stated", "stressed", "tells", "warned", "wrote")
)  # fmt: skip
# Titles of several before the first of their names: "[Sens.] Rui Lopez and Ana Silva".
OF_SEVERAL = frozenset(("drs", "gens", "govs", "profs", "reps", "revs", "sens", "sgts"))
# Behind an office of their own.
_LEARNED = frozenset(("dr", "prof", "professor"))
# Nouns that name people and no role.
_NO_ROLE = frozenset(
    """people person man woman men women insider insiders patient patients resident residents
    viewer viewers voter voters villager villagers mr mrs ms sir dr lady mother father
    husband wife friend""".split()
)
_ARTICLES = frozenset(("the", "a", "an", "one", "another", "this", "that", "these", "those"))
_COURTESY = frozenset(
    ("mr", "mrs", "ms", "miss", "mx", "sir", "madam", "dame", "lady", "lord", "shri", "smt", "sri",
     "dato", "datuk", "seri", "tan", "dr", "sheikh", "shaikh", ".", ",", "the", "a", "an", "his",
     "her", "their", "its", "(", ")", "retd")
)  # fmt: skip
_RANKS = frozenset(
    ("additional", "assistant", "associate", "deputy", "joint", "junior", "prime", "vice")
)
_BELOW = _RANKS - {"prime"}
_RANKS_SHORT = frozenset(("dci", "det", "insp", "pc", "supt"))
_SAME_OFFICE = {"defence": "defense", "home": "interior", "labour": "labor"}
# What tells one minister, secretary or president from another, as `_SAME_OFFICE` has it.
_WHICH_OFFICE = _RANKS | frozenset(
    ("agriculture", "attorney", "auditor", "chief", "culture", "defense", "education", "energy",
     "environment", "finance", "foreign", "health", "inspector", "interior", "justice", "labor",
     "solicitor", "state", "surgeon", "trade", "transport", "treasury")
)  # fmt: skip
_WHICH_MINISTRY = _WHICH_OFFICE - _RANKS - {"attorney", "chief", "state"} | _SAME_OFFICE.keys()
_ABBREVIATED = {
    "adm": "admiral",
    "ald": "alderman",
    "amb": "ambassador",
    "capt": "captain",
    "col": "colonel",
    "cllr": "councillor",
    "cmdr": "commander",
    "dep": "deputy",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "mp": "lawmaker",
    "pm": "premier",
    "pres": "president",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "insp": "inspector",
    "sgt": "sergeant",
    "supt": "superintendent",
}
# fmt: off
_FEMALE = frozenset((
    "mrs", "ms", "miss", "lady", "queen", "baroness", "dame", "princess", "duchess", "heiress",
    "spokeswoman", "chairwoman", "congresswoman", "businesswoman", "councilwoman", "mother", "mom",
    "mum", "mummy", "wife", "ex-wife", "woman", "daughter", "sister", "aunt", "niece",
    "grandmother", "grandma", "granddaughter", "mother-in-law", "sister-in-law", "actress",
    "waitress", "begum", "girl", "girlfriend", "fiancée", "bride", "nun", "widow",
))
_MALE = frozenset((
    "mr", "sir", "lord", "king", "prince", "duke", "spokesman", "chairman", "congressman",
    "businessman", "councilman", "father", "dad", "husband", "ex-husband", "man", "guy", "lad",
    "pope", "imam", "rabbi", "maulana", "son", "brother", "uncle", "nephew", "grandfather",
    "grandpa", "grandson", "boy", "boyfriend", "fiancé", "groom", "monk", "widower",
))
# fmt: on

# Short forms that no article explains.
_UNIONS = {
    ("Doctors", "Without", "Borders"): ("MSF",),
    ("European", "Union"): ("EU",),
    ("Reporters", "Without", "Borders"): ("RSF",),
    ("United", "Nations"): ("UN", "U.N."),
    ("United", "States"): ("US", "U.S.", "USA"),
    ("United", "Kingdom"): ("UK", "U.K."),
}
# Bodies that are called agencies.
_AGENCIES = frozenset(
    ("administration", "agency", "authority", "board", "bureau", "centers", "centre", "center",
     "commission", "fund", "institute", "institutes", "office", "organisation", "organization",
     "service", "services")
)  # fmt: skip
# What bodies are called whose name tells by its last word what they do.
TRADES = {
    "airlines": ("airline", "carrier"),
    "authority": ("regulator", "watchdog"),
    "airways": ("airline", "carrier"),
    "bank": ("lender",),
    "constabulary": ("force",),
    "foundation": ("charity",),
    "insurance": ("insurer",),
    "motors": ("automaker", "carmaker"),
    "pharma": ("drugmaker",),
    "pharmaceuticals": ("drugmaker",),
    "police": ("force",),
    "stores": ("retailer",),
    "supermarkets": ("retailer", "supermarket"),
    "therapeutics": ("drugmaker",),
    "trust": ("charity",),
    "united": ("club",),
}
_COUNTRIES = (("us", "u.s.", "united states"), ("uk", "u.k.", "united kingdom"))
_SHORT_COUNTRIES = frozenset(short for *shorts, _ in _COUNTRIES for short in shorts)
_OFFICERS = frozenset(
    ("chief", "commissioner", "director", "governor", "head", "mayor", "minister", "officer",
     "official", "secretary", "spokesman", "spokesperson", "spokeswoman", "superintendent",
     "ambassador", "envoy", "administrator", "inspector", "commander", "general")
)  # fmt: skip
# What one paper is called in turn.
_SAME_PAPER = (
    frozenset(("complaint", "filing", "lawsuit", "suit")),
    frozenset(("memo", "memorandum")),
    frozenset(("post", "tweet")),
    frozenset(("inquiry", "investigation", "probe")),
    frozenset(("clip", "footage", "recording", "video")),
    frozenset(("data", "figure", "number", "statistic")),
    frozenset(("communique", "release", "statement")),
)
_GROUPS = frozenset(
    ("action", "alliance", "association", "campaign", "center", "centre", "club", "coalition",
     "council", "federation", "foundation", "institute", "league", "network", "project", "society",
     "union")
)  # fmt: skip
# What parts a body's noun from whose or where it is: "the Norland Embassy [in] Lisbon".
_BODY_OF = frozenset(("for", "in", "of", "on", "to"))
_PARTING = frozenset((",", "and", "who"))
# Words of "of state".
_OF_STATE = 2
# Offices that are no other office.
_HIGHEST = frozenset(("minister", "premier", "president", "secretary"))
_PREMIERS = frozenset(("minister", "premier"))
# What a wide noun may turn out to be.
_COVERS = {
    "congressman": frozenset(("representative",)),
    "congresswoman": frozenset(("representative",)),
    "official": _OFFICERS,
    "leader": frozenset(
        ("president", "chairman", "chairwoman", "chair", "director", "head", "chief", "secretary",
         "premier", "minister", "leader", "executive")
    ),
    "expert": frozenset(
        ("professor", "researcher", "scientist", "economist", "analyst", "doctor", "lecturer",
         "epidemiologist", "physician", "psychologist", "expert", "fellow", "director")
    ),
    "lawmaker": frozenset(
        ("senator", "representative", "congressman", "congresswoman", "lawmaker", "legislator",
         "parliamentarian")
    ),
}  # fmt: skip


@cache
def description_nouns() -> frozenset[str]:
    """Nouns by which people are described and taken up: offices, titles, roles."""
    nouns = words_of("role") | words_of("title") | name_words("office") | name_words("occupation")
    nouns |= source_words("person of office") | source_words("office at body") | _RANKS_SHORT
    return nouns - {"source", "sources"}


def head_forms(phrase: Phrase) -> set[str]:
    """The nouns by which what a phrase points back to may have been described."""
    head = phrase.head
    if phrase.type == "document" and head in source_words("study"):
        return {singular(word) for word in source_words("study")}
    if phrase.type == "document":
        return set(next((group for group in _SAME_PAPER if head in group), {head}))
    if phrase.plural and head in source_words("student"):
        return set(source_words("student"))
    if head in LAWYERS:
        return set(LAWYERS)
    if head in {"spokesman", "spokeswoman", "spokesperson"}:
        return {"spokesman", "spokeswoman", "spokesperson"}
    if head in {"backbencher", "mp"}:
        return {"backbencher", "lawmaker", "mp", "parliamentarian"}
    if head in {"lawmaker", "legislator", "parliamentarian"}:
        return {"lawmaker", "legislator", "parliamentarian", "senator", "representative",
                "congressman", "congresswoman", "mp"}  # fmt: skip
    if head == "pm":
        return {"premier", "minister"}
    if head in {"ambassador", "diplomat", "envoy"}:
        return {"ambassador", "diplomat", "envoy"}
    if head in {"premier", "leader"}:
        return {head, "premier", "president", "chairman", "chief", "leader"}
    return {head}


@cache
def _descriptive() -> frozenset[str]:
    # "the accused, Ana Silva", who has no role
    return description_nouns() | source_words("further person")


def described(norms: Sequence[str]) -> set[str]:
    """Nouns of a description, in the singular and in full."""
    nouns = _descriptive()
    if nouns.isdisjoint(norms):
        return set()
    return {_ABBREVIATED.get(norm, singular(norm)) for norm in norms if norm in nouns}


def own_words(norms: Sequence[str]) -> list[str]:
    """A description without those for whom, of whom or whose it is.

    Examples
    --------
    >>> own_words("the chief adviser 's press secretary".split())
    ['press', 'secretary']
    >>> own_words("a spokesman for the governor and mayor of lund".split())
    ['a', 'spokesman', 'and', 'mayor']
    >>> own_words("a secretary of state spokesman".split())
    ['spokesman']
    """
    if not GENITIVES.isdisjoint(norms):
        norms = norms[max(place for place, norm in enumerate(norms) if norm in GENITIVES) + 1 :]
    if _BODY_OF.isdisjoint(norms):
        return list(norms)
    found: list[str] = []
    # Where the part between commas begins, and what stands in it behind "of" or "for".
    begin, others = 0, list[str]()
    for norm in (*norms, ","):
        if norm in _PARTING:
            last = others[-1] if len(others) > _OF_STATE else ""
            if last in _descriptive() and singular(last) == last and _ARTICLES.isdisjoint(others):
                # "A secretary of state [spokesman]"
                found[begin:] = others[-1:]
            found.append(norm)
            begin, others = len(found), []
        elif others or (norm in _BODY_OF and len(found) > begin):
            others.append(norm)
        else:
            found.append(norm)
    return found[:-1]


@cache
def telling_of_people() -> frozenset[str]:
    """Words beside a name that tell the gender or a description of whoever bears it."""
    return _descriptive() | _FEMALE | _MALE


def spells_office(short: str, role: str) -> bool:
    """Whether capitals are the short form of an office in a role.

    Examples
    --------
    >>> spells_office("DA", "District Attorney"), spells_office("CEO", "chief executive")
    (True, True)
    >>> spells_office("IMF", "director of the International Monetary Fund")
    False
    """
    lowered = role.lower()
    whole = _SHORT_OFFICES.get(short)
    if whole is not None and whole in lowered:
        return True
    words = [word for word in lowered.replace("-", " ").split() if word not in _JOINTS]
    at = "".join(word[0] for word in words).find(short.lower())
    return at >= 0 and words[at + len(short) - 1] in description_nouns()


def initials(name: str) -> str:
    """The first letters of a name's words, in capitals.

    Examples
    --------
    >>> initials("K. T. Rama Rao"), initials("Ana da Silva")
    ('KTRR', 'ADS')
    """
    return "".join(word[0] for word in name.replace(".", " ").split()).upper()


def heads_of_age(norm: str) -> tuple[str, ...]:
    """What somebody is called by the age that stands behind their name.

    Examples
    --------
    >>> heads_of_age("17"), heads_of_age("34"), heads_of_age("a")
    (('teenager',), (), ())
    """
    if not norm.isdigit() or len(norm) != 2:
        return ()
    return ("teenager",) if "13" <= norm <= "19" else ("pensioner",) if norm > "64" else ()


def covers(head: str, heads: set[str]) -> bool:
    """Whether somebody of whom these nouns are said may have been called by another before.

    Examples
    --------
    >>> covers("official", {"commissioner"}), covers("official", {"farmer"})
    (True, False)
    """
    if head in LAWYERS:
        return not LAWYERS.isdisjoint(heads)
    return head in heads or not _COVERS.get(head, frozenset()).isdisjoint(heads)


def other_office(norms: Sequence[str], head: str, role: str) -> bool:
    """Whether a description is of another office than a role that has the same noun.

    Examples
    --------
    >>> other_office(["the", "prime", "minister"], "minister", "Finance Minister")
    True
    >>> other_office(["the", "minister"], "minister", "Finance Minister")
    False
    """
    which = next((norms[at - 1] for at in range(1, len(norms)) if norms[at] == head), "")
    if head == "pm":
        head, which = "minister", "prime"
    words = [_SAME_OFFICE.get(word, word) for word in role.lower().split()]
    which = _SAME_OFFICE.get(which, which)
    if which not in _WHICH_OFFICE or head not in words or which in words:
        return False
    return which in _RANKS or not _WHICH_OFFICE.isdisjoint(words)


def is_deputy(head: str, role: str) -> bool:
    """Whether a role is below the office that it ends in.

    Examples
    --------
    >>> is_deputy("president", "Vice-President"), is_deputy("president", "President")
    (True, False)
    >>> is_deputy("minister", "Deputy Health Minister")
    True
    """
    *which, office = role.lower().replace("-", " ").split() or [""]
    return office == head and not _BELOW.isdisjoint(which)


def holds_ministry(role: str) -> bool:
    """Whether a role is of a secretary who is a minister, as in London.

    Examples
    --------
    >>> holds_ministry("Home Secretary"), holds_ministry("press secretary")
    (True, False)
    >>> holds_ministry("Secretary of State")
    False
    """
    words = role.lower().split()
    return words[-1:] == ["secretary"] and not _WHICH_MINISTRY.isdisjoint(words)


def may_hold(office: str, heads: set[str]) -> bool:
    """Whether somebody of whom these nouns are said may be meant by an office not told before.

    Examples
    --------
    >>> may_hold("mayor", {"senator"}), may_hold("chief", {"chairman"}), may_hold("mayor", set())
    (False, True, True)
    """
    if heads.isdisjoint(description_nouns()) or office not in offices():
        return True
    alike = (
        _COVERS["leader"]
        if office in _COVERS["leader"] and office not in _HIGHEST
        else _PREMIERS
        if office in _PREMIERS
        else {office}
    )
    return not heads.isdisjoint(alike)


def until_comma(norms: Sequence[str]) -> int:
    """How many words an appositive has, by where it ends."""
    for place, norm in enumerate(norms):
        if norm in _ENDS or (
            norm in words_of("speech") and norms[place + 1 : place + 2] == ["that"]
        ):
            return place
    return len(norms)


def body_heads(core: str) -> tuple[str, ...]:
    """Nouns by which a body is taken up: "the party", "the company"."""
    words = core.lower().split()
    if core.lower().removeprefix("the ") in name_words("country"):
        return ("country", "nation", "government")
    # "the Campaign [Center]", "the [Office] of Trade", "the Lisbon [University] Hospital Trust"
    joint = next((at for at, word in enumerate(words) if word in _BODY_OF and at), 0)
    own = {words[-1], words[joint - 1]} if joint else {words[-1]}
    collective = words_of("collective")
    found = tuple(word for word in words if word in own and word in collective)
    found += TRADES.get(words[-1], ())
    if words[-1] in name_words("body end") or words[-1] in {
        "corporation",
        "motors",
        "holdings",
        "group",
    }:
        return (*found, "company", "firm")
    if words[0] in {"ministry", "department"} or words[-1] in {"ministry", "department"}:
        return (*found, "agency", "government")
    if not _GROUPS.isdisjoint((words[-1], words[joint - 1] if joint else "")):
        found += ("group", "organisation", "organization")
    if found and not _AGENCIES.isdisjoint(words):
        return (*found, "agency", "body")
    return found or ("agency", "body", "company", "group", "firm", "organisation", "organization")


def gender_of(full: Sequence[str], before: Sequence[str]) -> str:
    """Gender by a name's first word and the nouns beside it: "f", "m" or nothing."""
    if not _FEMALE.isdisjoint(before):
        return "f"
    if not _MALE.isdisjoint(before):
        return "m"
    return _gender_of_given(full[0].lower()) if full else ""


@lru_cache(maxsize=WORDS_KEPT)
def _gender_of_given(given: str) -> str:
    for listed in ("listed ", ""):
        if given in name_words(f"{listed}female"):
            return "f"
        if given in name_words(f"{listed}male"):
            return "m"
    return ""


def short_name(document: Document, first: int, last: int) -> str:
    """A short description: no article, no number words at the front, twelve words at most."""
    words = document.words
    at = first
    while at < last - 1 and (
        # Of "those in France" the article is the noun, and of "those familiar with it".
        (
            words[at].lower() in _ARTICLES
            and words[at + 1].lower() not in _JOINTS
            and not (words[at].lower() == "those" and words[at + 1].lower() in CLOSE)
        )
        or (at > first and words[at] == "of" and words[at - 1].lower() == "one")
        # "his new study"
        or (words[at].lower() in POSSESSIVES and words[last - 1].lower() in paper_nouns())
    ):
        at += 1
    end = min(last, at + _SHORT_WORDS)
    if end < last:
        # Cut where a part of the phrase begins, rather than amid one.
        joints = (place for place in range(end, at, -1) if words[place].lower() in _JOINTS)
        end = next(joints, end)
    dated, behind = _dating(document.norms, at, end)
    if behind == end:
        end = dated
    while end - 1 > at and words[end - 1].lower() in _UNFINISHED:
        end -= 1
    quotation = document.quotation_of[end - 1]
    if quotation >= 0 and at < document.quotations[quotation].start:
        # "study, “Salt and cancer": without a title that is cut.
        end = document.quotations[quotation].start
        end -= document.norms[end - 1] == ","
    if behind < end:
        return f"{plain_text(document, at, dated)} {plain_text(document, behind, end)}"
    return plain_text(document, at, end)


def _dating(norms: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """What a paper's name does without: "a survey [conducted last week]"; else an empty range.

    "A report released [on Friday] by the firm", "a study [being presented at the meeting]"
    """
    for place in range(first + 1, last - 1):
        if not norms[place - 1].isalnum():
            continue
        if norms[place] == "being":
            return place, last
        if norms[place] in phrase_words("of paper"):
            day = place + 1 + (norms[place + 1] == "on")
            at = behind_time(norms, day, last)
            if at > day:
                goes_on = at + 1 < last and norms[at] in _BY_WHOM
                return (place + 1, at) if goes_on else (place, last)
    return last, last


def paper_noun(name: str) -> str:
    """The noun of a paper's name, in the singular.

    Examples
    --------
    >>> paper_noun("press release of the Ministry of Power"), paper_noun("studies led by Ana Silva")
    ('release', 'study')
    >>> paper_noun("new peer-reviewed study")
    'study'
    """
    words = name.lower().replace(",", " ,").split()
    end = next((place for place in range(1, len(words)) if _begins_tail(words, place)), len(words))
    return singular(words[end - 1])


def _begins_tail(words: Sequence[str], place: int) -> bool:
    """Whether what follows a noun begins here: "[of] the port", "[seen] by Dawn"."""
    word = words[place]
    if word in _JOINTS or word == "by":
        return True
    # "a peer-reviewed study", "the United Nations report": no participle behind its noun.
    follows = words[place + 1] if place + 1 < len(words) else "by"
    participle = word in {"done", "led", "seen", "sent"} or word.endswith("ed")
    return participle and follows in _AFTER_PARTICIPLE


def plain_text(document: Document, first: int, last: int) -> str:
    """The words of a token range as they stand, line breaks as blanks."""
    return " ".join(document.text[document.starts[first] : document.ends[last - 1]].split())


def key_of(core: str) -> str:
    """What a body's name is told apart by, however its country is written.

    Examples
    --------
    >>> key_of("the U.S. government"), key_of("US Government")
    ('us government', 'us government')
    """
    key = core.lower().removeprefix("the ")
    if key.startswith("u"):
        for country, *others in _COUNTRIES:
            for other in others:
                if key.startswith(other):
                    return country + key[len(other) :]
    return key


def _whole(parts: list[str]) -> list[str]:
    return parts


def _without_country(parts: list[str]) -> list[str]:
    # "The UN Food and Agriculture Organization" is the FAO.
    before = parts[0].lower()
    return parts[1:] if before in _SHORT_COUNTRIES or before in {"u.n.", "un"} else parts


def _before_and(parts: list[str]) -> list[str]:
    own = _without_country(parts)
    return own[: own.index("and")] if "and" in own else own


# Letters that stand for something else in most articles.
_TWO_LETTERS = frozenset(("AI", "AP", "DC", "EU", "GP", "IT", "LA", "PM", "TV", "UK", "UN", "US"))


def acronyms(document: Document, names: Names) -> dict[str, str]:
    """Full forms of bodies by their short ones: "PCB", "Quenneby" of "Quenneby Industries"."""
    words = document.words
    found: dict[str, str] = {}
    limit = len(words) - 2
    for name in names.found:
        end = name.last
        if end < limit and words[end] == "(" and words[end + 2] == ")":
            short = words[end + 1]
            # Of "Engineers of Ruritania (IER)" no name may have but the last word.
            fits = end - name.outer > 1 or words[name.outer][0] == short[0]
            # Nor is "Director of Public Prosecutions (NPA)" spelled out.
            fits = fits and any(word[0] == short[0] for word in words[name.outer : end])
            if 2 <= len(short) <= 8 and fits and (short.isupper() or _is_short_for(short, name)):
                found[short] = plain_text(document, name.outer, end)
    for name in names.several:
        for short in _UNIONS.get(name.words, ()):
            found.setdefault(short, plain_text(document, name.outer, name.last))
    for short, name in names.firms.items():
        found.setdefault(short, plain_text(document, name.outer, name.last))
    bodies = [
        (name, words[name.outer : name.last])
        for name in names.found
        if name.last - name.outer > 2 and name.kind != "person"
    ]
    # "The CDC": neither the country nor what "and" joins need be in it, where no name has it all.
    for some in (_whole, _without_country, _before_and):
        for name, parts in bodies:
            own = some(parts)
            if own is parts and some is not _whole:
                # Its letters have been read.
                continue
            short = "".join([word[0] for word in own if word[0].isupper()])
            if len(short) > 2 and short not in found:
                found[short] = plain_text(document, name.outer, name.last)
    for name in names.found:
        if name.last - name.outer == 2 and name.kind == "organisation":
            # "The EC", of the Election Commission
            short = words[name.outer][0] + words[name.outer + 1][0]
            place = document.first_places.get(short.lower(), 0)
            told = words[place] == short and document.norms[place - 1] == "the"
            if told and place > name.last and short not in _TWO_LETTERS:
                found.setdefault(short, plain_text(document, name.outer, name.last))
    for name, parts in bodies:
        own = _without_country(parts)
        if own[0] in {"Department", "Ministry"} and own[1] == "of":
            # "DOT", "MoFA"
            letters = own[0][0], "".join([word[0] for word in own[2:] if word[0].isupper()])
            for joined in ("O".join(letters), "o".join(letters)):
                found.setdefault(joined, plain_text(document, name.outer, name.last))
        if len(parts) == 3 and parts[1] == "&":
            # "J&J"
            short = f"{parts[0][0]}&{parts[2][0]}"
            found.setdefault(short, plain_text(document, name.outer, name.last))
    return found


def _is_short_for(short: str, name: Name) -> bool:
    """Whether a word in brackets may be what a body is called: "Chamber of Industry (Chindu)"."""
    return (
        name.kind == "organisation"
        and len(name.words) > 2
        and short.istitle()
        and short.isalpha()
        and kind_of_name((short,)) == "other"
    )


def behind_degrees(norms: Sequence[str], last: int) -> int:
    """The token behind a name and its degrees: "Ana Silva, MD, PhD[,] head of the clinic"."""
    while norms[last : last + 1] == [","] and last + 1 < len(norms) and is_degree(norms[last + 1]):
        last += 2
    return last


def role_of(document: Document, name: Name | None, first: int, last: int) -> str:
    """The role or title that a phrase gives the person whom it names; empty where it gives none.

    Parameters
    ----------
    document : Document
        The article, cut.
    name : Name or None
        The person's name in the phrase; None where it only describes.
    first, last : int
        The phrase.
    """
    norms = document.norms
    if name is None:
        return _plain(document, first, last)
    # What follows a comma says more than a title before: "Dr Ana Silva, head of the clinic".
    comma = behind_degrees(norms, name.last)
    if comma < last and norms[comma] == ",":
        # "Ana Silva, 43, a farmer"
        aged = norms[comma + 1].isdigit() and norms[comma + 2 : comma + 3] == [","]
        return _plain(document, comma + 1 + 2 * aged, last)
    return _plain(document, first, name.first)


@cache
def _roles() -> frozenset[str]:
    return description_nouns() - _NO_ROLE


def _plain(document: Document, first: int, last: int) -> str:
    """The words of a description without articles and courtesy; empty where no noun is left."""
    norms = document.norms
    while first < last and (norms[first] in _COURTESY or norms[first] in {"'s", "'"}):
        first += 1
    while first < last and (
        # "a shopkeeper [named] Ana Silva"
        norms[last - 1] in {",", ".", "called", "named"}
        or (norms[last - 1] in _COURTESY and "(" not in norms[first:last])
    ):
        last -= 1
    if (
        last - first > 1
        and norms[last - 1] in _LEARNED
        and norms[last - 2] in description_nouns()
        and norms[last - 2] not in _RANKS
    ):
        # "Prime Minister [Prof] Ana Silva", but "Associate Prof"
        last -= 1
    if last - first > _LONGEST_ROLE:
        # "assistant professor in the Department of Food Sciences", and not what else it is of
        last = first + _LONGEST_ROLE
        while last > first and not (norms[last - 1][0].isalnum() and norms[last] in _JOINTS):
            last -= 1
    if first >= last or _roles().isdisjoint(norms[first:last]):
        return ""
    text = plain_text(document, first, last)
    return text[:-1] if norms[last - 1] in OF_SEVERAL else text
