"""What the words of a proper name say of it: titles before it, and what it names.

Words are those of `names.txt` and of the lexicon of attribution.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal
from unicodedata import combining, normalize

from credscore.features.cues import words_of
from credscore.lexicons import read_sections
from credscore.tokens import WORDS_KEPT, normalise

__all__ = [
    "COURTESY",
    "DAYS",
    "FIRM_FORMS",
    "KIN",
    "MUHAMMAD",
    "NAMES_TOO",
    "NUMERALS",
    "PARTISANS",
    "PORTFOLIOS",
    "WEEKDAYS",
    "YOUNGER",
    "NameKind",
    "body_words",
    "folded",
    "governed_places",
    "has_cause",
    "holder_of_office",
    "impersonal_words",
    "is_compound",
    "is_title",
    "kind_of_name",
    "known_alone",
    "known_bodies",
    "name_within",
    "name_words",
    "names_place",
    "parts_of_surname",
    "strip_titles",
    "title_words",
]

NameKind = Literal["person", "organisation", "place", "other"]

# What "New" stands before in names of places.
_BEHIND_NEW = frozenset(
    ("brunswick", "caledonia", "castle", "delhi", "england", "guinea", "hampshire", "haven",
     "jersey", "mexico", "orleans", "taipei", "territories", "york", "zealand")
)  # fmt: skip
# What bears people's names and is nobody: storms, mountains.
_NAMED_AS_PEOPLE = frozenset(("cyclone", "hurricane", "lake", "mount", "storm", "typhoon"))
# "Democrat Ana Silva"; other words behind them name bodies.
PARTISANS = frozenset(("conservative", "democrat", "liberal", "republican"))
_AFTER_TITLE = frozenset((".", "(", ")", "retd", "ret", "rtd", "elect", "-"))
# Last words of places; behind a given name they are last names.
_PLACES = frozenset(
    ("bay", "beach", "borough", "county", "district", "heights", "hills", "island", "islands",
     "province", "township", "upazila", "valley", "village")
)  # fmt: skip
_DIRECTIONS = frozenset(
    ("central", "east", "eastern", "inner", "latin", "mainland", "north", "northeast", "northern",
     "northwest", "outer", "south", "southeast", "southern", "southwest", "upper", "west",
     "western")
)  # fmt: skip
# Words for bodies that are last names behind a given name: "Samantha Power".
_LAST_NAMES_TOO = frozenset(
    ("banks", "church", "house", "justice", "mills", "power", "steel", "stock")
)  # fmt: skip
# Behind these words a country that is a last name too is none: "Swim England", "NHS England".
_BEFORE_COUNTRY = frozenset(
    ("action", "active", "arts", "athletics", "badminton", "basketball", "boxing", "business",
     "cancer", "care", "cricket", "crime", "cycling", "diabetes", "energy", "fairtrade", "family",
     "farmers", "fire", "football", "golf", "health", "healthwatch", "heritage", "historic",
     "hockey", "homes", "journey", "medicines", "museums", "natural", "netball", "nhs", "parking",
     "police", "prosper", "rowing", "rugby", "sport", "swim", "tennis", "tourism", "transport",
     "universities", "visit", "women", "work", "youth")
)  # fmt: skip
# Countries in capitals that end no person's name: "Prostate Cancer UK", "Stats NZ".
_COUNTRIES_IN_CAPITALS = frozenset(("NZ", "UK", "USA"))
# Countries that are last names too, or adjectives.
_COUNTRIES_TOO = frozenset(
    ("chad", "england", "france", "georgia", "holland", "ireland", "israel", "jordan", "mali",
     "u.s.", "us")
)  # fmt: skip
WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
DAYS = WEEKDAYS | frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december")
)  # fmt: skip
# Titles that stand before a person's name only.
COURTESY = frozenset(("dr", "engr", "hon", "madam", "mr", "mrs", "ms", "prof"))
# Titles that are last names behind those: "Mr Tan", "Mrs Dean".
NAMES_TOO = frozenset(
    ("baron", "begum", "bishop", "chancellor", "dean", "duke", "haji", "imam", "king", "major",
     "malam", "marshal", "mufti", "oba", "pandit", "pope", "prince", "sardar", "sheikh", "tan")
)  # fmt: skip
# Ranks of the police that are short for much else.
_RANKS = frozenset(("ch", "dc", "dci", "det", "di", "ds", "insp", "pc", "supt"))
_SIBLINGS = frozenset(("brothers", "sisters"))
# What a police officer is in charge of, behind the rank.
_CHARGES = frozenset(("admin", "headquarters", "investigation", "operations", "traffic"))
# Short for Muhammad, as it is written in Bangladesh and Malaysia; in capitals an office.
MUHAMMAD = frozenset(("Md", "Mohd"))
# "SuperApp"; but for what begins surnames: "MacDonald", "VanHollen".
_MADE = re.compile("([A-Z][a-z]{2,})([A-Z][a-z]+)")
_BEFORE_SURNAME = frozenset(
    ("abd", "abu", "bin", "dal", "del", "der", "des", "fitz", "ibn", "mac", "san", "van", "von")
)
_BEFORE_BODY = frozenset(
    ("banco", "casino", "grupo", "groupe", "hotel", "restaurant", "team", "universidad")
)
# Who join for something, and are no people of somebody's: "Lawyers for Silva".
_WITH_CAUSE = frozenset(
    ("americans", "citizens", "families", "friends", "mothers", "parents", "partners",
     "physicians", "scientists", "students", "veterans", "women")
)  # fmt: skip
_SHEIKHS = frozenset(("Shaikh", "Sheikh"))
_OF_IRELAND = re.compile("O['’][A-Z][a-z]{2}")
_OF_ARABIC = re.compile("[a-z]-u(?:d|l|n|r|s(?!-(?:based|led|backed|owned|run|born))|z)-[a-z]")
# What looks like the initials of a person and is none.
_UNITED = frozenset(("d.c.", "e.u.", "u.k.", "u.n.", "u.s."))
NUMERALS = frozenset(("II", "III", "IV"))
YOUNGER = frozenset(("Jr", "Sr"))
# Behind a firm's name, by law.
FIRM_FORMS = frozenset(("inc", "llc", "ltd", "plc"))
# Who is somebody's.
KIN = frozenset(
    ("brother", "cousin", "daughter", "father", "granddaughter", "grandson", "husband", "mother",
     "nephew", "niece", "sister", "son", "stepdaughter", "stepson", "widow", "wife")
)  # fmt: skip
# Last words of offices that are nobody's surname.
_OFFICES = frozenset(
    ("administrator", "commissioner", "controller", "coordinator", "director", "executive",
     "inspector", "magistrate", "manager", "minister", "officer", "ruler", "secretary",
     "superintendent", "treasurer")
)  # fmt: skip

# What ministers and bodies deal in, beside the words for bodies.
PORTFOLIOS = frozenset(
    ("agriculture", "alcohol", "arms", "aviation", "broadcasting", "child", "children",
     "citizenship", "climate", "commerce", "competition", "comptroller", "consumer", "control",
     "cooperatives", "cultural", "culture", "defence", "defense", "development", "digital",
     "disaster", "drug", "drugs", "ecology", "economy", "education", "election", "employment",
     "energy", "environment", "export", "family", "finance", "fish", "fisheries", "fishery",
     "food", "forest", "forests", "gas", "gender", "geological", "home", "housing",
     "hydrographic", "immigration", "import", "income", "industry", "information",
     "innovation", "insurance", "irrigation", "justice", "jute", "labor", "labour", "land",
     "law", "livestock", "marine", "maritime", "medicine", "mineral", "mines", "mitigation",
     "nuclear", "nutrition", "ocean", "oceanic", "oil", "passport", "pension", "petroleum",
     "planning", "population", "posts", "power", "preparedness", "prevention", "protection",
     "quality", "radio", "railway", "refugee", "relief", "religious", "research", "revenue",
     "rights", "road", "roads", "rural", "safety", "science", "secondary", "sewerage",
     "skills", "social", "space", "sports", "standards", "statistics", "tax", "technology",
     "telecommunications", "textiles", "tourism", "trade", "traffic", "transport", "travel",
     "tribal", "urban", "vaccine", "veterinary", "water", "wildlife", "women", "youth")
)  # fmt: skip


@lru_cache(maxsize=WORDS_KEPT)
def folded(word: str) -> str:
    """A word in lower case and without accents, by which names are told from one another.

    Examples
    --------
    >>> folded("García"), folded("Silva")
    ('garcia', 'silva')
    """
    if word.isascii():
        return word.lower()
    return "".join(sign for sign in normalize("NFKD", word.lower()) if not combining(sign))


@cache
def name_words(section: str) -> frozenset[str]:
    """Entries of a section of `names.txt`, such as "country"; "person" is every part of names."""
    parts = {
        "person": ("female", "male", "given", "listed female", "listed male", "listed given"),
        "surname": ("surname", "listed surname"),
    }
    return frozenset().union(*(_sections()[part] for part in parts.get(section, (section,))))


@cache
def _sections() -> Mapping[str, tuple[str, ...]]:
    return read_sections("credscore.features", "names.txt")


@cache
def title_words() -> frozenset[str]:
    """Titles, roles and offices."""
    return words_of("title") | words_of("role") | name_words("office")


def names_place(norms: Sequence[str]) -> bool:
    """Whether words open as places do: "new", and then what is new.

    Examples
    --------
    >>> names_place(["new", "york", "city"]), names_place(["new", "cases"])
    (True, False)
    """
    return len(norms) > 1 and norms[0] == "new" and norms[1] in _BEHIND_NEW


@lru_cache(maxsize=WORDS_KEPT)
def is_title(norm: str) -> bool:
    """Whether a word is a title, joined to others or not: "co-chairman", "president-elect".

    Examples
    --------
    >>> is_title("minister"), is_title("prime-minister"), is_title("minister-designate")
    (True, True, True)
    """
    titles = title_words()
    if "-" not in norm:
        return norm in titles
    first, _, last = norm.rpartition("-")
    return norm in titles or last in titles or (last in {"designate", "elect"} and is_title(first))


@cache
def body_words() -> frozenset[str]:
    """Nouns by which bodies are named."""
    return words_of("collective") | name_words("body")


@cache
def known_alone() -> frozenset[str]:
    """Words that are a name even where only the head of a sentence gives them a capital."""
    sections = ("person", "surname", "country", "city", "state", "nationality", "known body")
    return frozenset().union(*map(name_words, sections))


@cache
def known_bodies() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Bodies of several words that news names by no word for one, by their first word."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for entry in name_words("known body"):
        words = tuple(entry.split())
        if len(words) > 1:
            found[words[0]] = (*found.get(words[0], ()), words)
    return found


@cache
def impersonal_words() -> frozenset[str]:
    """Words that end no person's name."""
    sections = ("body end", "country", "city", "state", "nationality")
    return body_words().union(*map(name_words, sections))


@cache
def governed_places() -> frozenset[str]:
    """Places that speak as governments."""
    return name_words("country") | name_words("city") | name_words("state")


@cache
def _before_names() -> frozenset[str]:
    """Words that may stand before a person's name and belong to it; others have a hyphen."""
    further = name_words("nationality") | name_words("occupation")
    return title_words().union(further, PARTISANS, _SIBLINGS, _RANKS, _CHARGES)


def strip_titles(norms: Sequence[str]) -> int:
    """How many words at the front of a name are titles and what belongs to them.

    Examples
    --------
    >>> strip_titles(["foreign", "minister", "khurram", "khan"])
    2
    >>> strip_titles(["secretary", "of", "state", "antony", "blinken"])
    3
    >>> strip_titles(["khurram", "khan"])
    0
    """
    people = name_words("person")
    at = 0
    for place, norm in enumerate(norms[:-1]):
        if norm not in _before_names() and "-" not in norm:
            continue
        if f"{norm} {norms[place + 1]}" in name_words("country"):
            # "Sri Lanka", "DR Congo"
            continue
        if (
            norm == "general"
            and not (place and is_title(norms[place - 1]))
            and (norms[place + 1] in body_words() or norms[place + 1] in name_words("body end"))
        ):
            # "General Hospital", "General Assembly", "General Mills"
            continue
        if norm.endswith("s") and norms[place + 1] in {"'", "’", "against", "and", "without"}:
            # "The Nurses' Health Study", "Quenna Partners and Zorbla", "Lawyers Against Torture"
            continue
        if norms[place + 1] in {"'s", "’s", "jr", "jr.", "sr", "sr."}:
            # "Women's Hospital", "Rui Luther King Jr."
            continue
        if (
            is_title(norm)
            or (norm in PARTISANS and norms[place + 1] in people)
            # "Swede Ana Silva"
            or (
                place == 0
                and len(norms) > 2
                and norm in name_words("nationality")
                and norms[1] in people
            )
            # "Actor Ana Silva", at the head of a sentence
            or (
                place == 0
                and len(norms) > 2
                and norm in name_words("occupation")
                and (
                    norms[1] in people
                    or (
                        len(norms) == 3
                        and impersonal_words().isdisjoint(norms)
                        and _PLACES.isdisjoint(norms)
                    )
                )
            )
            # "Political Commentator Ana Silva"
            or (
                place > 0
                and norm in name_words("occupation")
                and norms[place + 1] in people
                and norms[place - 1] not in people
            )
            # "Brothers Rui and Ana Silva"
            or (place == 0 and norm in _SIBLINGS and norms[1] in people)
            # "Det Ch Insp Ana Silva", "PC Ana Silva"
            or (norm in _RANKS and (norms[place + 1] in _RANKS or norms[place + 1] in people))
            # "DIG Operations Ana Silva"
            or (norm in _CHARGES and at == place > 0 and norms[place + 1] in people)
        ):
            at = place + 1
    # "Lt-Gen (retd)", "Mr.", "Gov."
    while 0 < at < len(norms) and norms[at] in _AFTER_TITLE:
        at += 1
    # "Minister of State for Energy Ali Khan": the name begins at its first word known as one.
    if 0 < at < len(norms) and norms[at] in {"of", "for"}:
        if holder_of_office(norms[at + 1 :]):
            return at + 2
        at = next((place for place in range(at, len(norms)) if norms[place] in people), 0)
    return at if at < len(norms) else 0


def holder_of_office(norms: Sequence[str]) -> bool:
    """Whether the words behind "Secretary of" are a body's one word and then a person's name.

    Examples
    --------
    >>> holder_of_office(["defense", "mark", "esper"]), holder_of_office(["state", "security"])
    (True, False)
    """
    bodies = body_words()
    return (
        3 <= len(norms) <= 4
        # "Minister for Housing James Browne"
        and (norms[0] in bodies or norms[0] in PORTFOLIOS)
        and bodies.isdisjoint(norms[1:])
        and title_words().isdisjoint(norms[1:])
    )


@lru_cache(maxsize=WORDS_KEPT)
def name_within(run: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """How many words at the front of a run of capitals are titles, and the words of the name."""
    if len(run) == 1:
        return 0, run if run[0][0].isalnum() and run[0].lower() != "retd" else ()
    norms = [normalise(word) for word in run]
    skip = strip_titles(norms)
    if " ".join(norms) in name_words("known body"):
        # "Doctors Without Borders"
        skip = 0
    # "Prime Minister's Office", "State Department": the last word says what it is.
    is_body = norms[-1] in body_words() and norms[skip] not in name_words("person")
    # "Prime Bank PLC"
    is_body = is_body or norms[-1] in FIRM_FORMS
    # "Domestic Worker Employers' Association"
    owned = "'" in norms and any(
        sign == "'" and norm in body_words() for sign, norm in pairwise(norms)
    )
    if skip and (is_body or owned) and norms[0] not in COURTESY:
        skip = 0
    if skip == len(norms) - 1 and norms[-1] == "general" and norms[-2] in title_words():
        # "the National Party Secretary General"
        skip = 0
    # "Adviser [Md Rui Hossain]", "Mr [Md. Rui Hossain]"
    dot = run[skip - 1 : skip] == (".",)
    if skip > dot and run[skip - 1 - dot] in MUHAMMAD:
        skip -= 1 + dot
        # "Adviser [Sheikh Md Rui Hossain]", "SP [SN Md Rui Hossain]", "[Kazi Md Rui Hossain]"
        before = run[skip - 1] if skip else ""
        initials = len(before) == 2 and before.isupper() and before.lower() not in title_words()
        skip -= initials or before.lower() in name_words("person")
    if 0 < skip < len(run) and run[skip - 1] in _SHEIKHS:
        # "Prime Minister [Sheikh Ana Silva]"
        skip -= 1
    words = [word for word in run[skip:] if word[0].isalnum() and word.lower() != "retd"]
    if len(words) > 2 and words[-1] in NUMERALS and words[0].lower() in name_words("person"):
        # "Robert Silva III"
        del words[-1]
    return skip, tuple(words)


def _is_thing(word: str) -> bool:
    """Whether the first of a name's two words names no person and no part of a country."""
    return not (
        word in name_words("person")
        or word in _DIRECTIONS
        or word in governed_places()
        or word in name_words("nationality")
    )


# Last words of places, whoever they are named for: "Lee County".
_TOWNS = frozenset(("city", "county", "township"))
# States that are nobody's last name.
_STATES_ALONE = frozenset(
    ("alaska", "arizona", "arkansas", "california", "colorado", "florida", "idaho", "illinois",
     "iowa", "kansas", "kentucky", "louisiana", "michigan", "minnesota", "mississippi", "missouri",
     "nebraska", "ohio", "oklahoma", "oregon", "tennessee", "texas", "utah", "wisconsin")
)  # fmt: skip
# First words of bodies, beside those of other kinds: "UK Biobank".
_ABBREVIATED = frozenset(("EU", "NATO", "NYC", "UK", "UN", "US", "USA"))
# Ends of names that are addresses.
_ADDRESSES = (".com", ".org", ".net", ".io")


@lru_cache(maxsize=WORDS_KEPT)
def kind_of_name(
    parts: tuple[str, ...],
    titled: bool = False,
    ampersand: bool = False,
    entitled: bool = False,
    aged: bool = False,
) -> NameKind:
    """What a name names, by its words and by whether a title, "the" or an age stands beside it."""
    lowered = [part.lower() for part in parts]
    joined = " ".join(lowered)
    if joined in governed_places():
        return "place"
    if not parts or joined in name_words("nationality"):
        return "other"
    if joined in name_words("known body"):
        return "organisation"
    if lowered[0].endswith(_ADDRESSES):
        # "Quenneby.com"
        return "organisation"
    if len(parts) == 2 and lowered[1] == "brands" and lowered[0] not in name_words("person"):
        # "Quenneby Brands"
        return "organisation"
    if len(parts) > 2 and lowered[1] == "and" and lowered[0] == lowered[2]:
        # "Johnson and Johnson"
        return "organisation"
    if len(parts) > 1 and lowered[-1] in {"jr", "sr"}:
        return "person"
    if len(parts) > 1 and lowered[0] in _BEFORE_BODY:
        # "Team Silva", "Casino Santa Ana"
        return "organisation"
    if len(parts) > 2 and ("against" in lowered or "without" in lowered or has_cause(lowered)):
        # "Lawyers Against Torture", "Citizens for Fair Rents"
        return "organisation"
    if lowered[-1] in _LAST_NAMES_TOO and (
        (len(parts) == 1 and titled) or (1 < len(parts) < 4 and lowered[0] in name_words("person"))
    ):
        # "Mr Power", "Samantha Power"
        return "person"
    if len(parts) > 1 and lowered[-1].endswith("s") and " ".join(lowered[:-1]) in governed_places():
        # "Hong Kong Protesters"
        one = lowered[-1][:-1]
        if one in title_words() or one in name_words("occupation"):
            return "other"
    bodies = body_words()
    is_body = lowered[-1] in bodies or (
        len(parts) > 1
        and any(joint in {"of", "for"} and part in bodies for part, joint in pairwise(lowered))
    )
    plural = lowered[0].endswith("s") and lowered[0] in title_words()
    if titled and (lowered[-1] in _OFFICES or (len(parts) == 1 and plural)):
        # "the Upazila Executive Officer", "the Council of Women Leaders"
        return "other"
    if not is_body and titled:
        return "person"
    if is_body or lowered[-1] in name_words("body end") or ampersand:
        return "organisation"
    if len(parts) > 1 and (
        lowered[0] in _NAMED_AS_PEOPLE
        or lowered[-1] in _TOWNS
        or (lowered[-1] in _PLACES and lowered[0] not in name_words("person"))
    ):
        return "place"
    if (
        len(parts) == 2
        and lowered[1] in name_words("country")
        and (lowered[1] not in _COUNTRIES_TOO or lowered[0] in _BEFORE_COUNTRY)
        and _is_thing(lowered[0])
    ):
        # "Statistics Canada", but no "Ana Jordan", no "Northern Ireland"
        return "organisation"
    if (
        len(parts) > 1
        and lowered[-1] in _STATES_ALONE
        and name_words("person").isdisjoint(lowered[:-1])
        and _is_thing(lowered[0])
    ):
        # "Equality Florida", but no "South Florida"
        return "organisation"
    if len(parts) > 1 and parts[0] in _ABBREVIATED and not lowered[-1].endswith("s"):
        return "organisation"
    if _is_made(parts[0]) or (
        any(map(_is_made, parts)) and name_words("person").isdisjoint(lowered)
    ):
        # "SeaWorld Lisbon", "Shohoz SuperApp", but no "Park GeunHye"
        return "organisation"
    if len(parts) > 1 and parts[-1] in {"AI", "TV"}:
        # "Clearview AI"
        return "organisation"
    if len(parts) > 1 and parts[-1] in _COUNTRIES_IN_CAPITALS:
        # "Prostate Cancer UK"
        return "organisation"
    if (
        1 < len(parts) < 4
        and lowered[-1] in name_words("body end behind noun")
        and lowered[0] not in name_words("person")
        and len(lowered[0]) > 2
    ):
        # "Thames Water", "World Rugby", but no "Tom Rail"
        return "organisation"
    if lowered[0] == "new" and names_place(lowered) and lowered[-1] not in body_words():
        return "place"
    if len(parts) > 1 and any(map(str.isdigit, parts[-1])):
        # A constituency, a product, a show.
        return "organisation"
    people = name_words("person")
    if len(parts) > 1 and parts[0] in _SHEIKHS:
        return "person"
    if len(parts) == 1:
        word = parts[0]
        if (word.isupper() and 1 < len(word) <= 7) or any(map(str.isdigit, word)):
            return "organisation"
        if lowered[0] in people or is_compound(lowered[0]) or _OF_IRELAND.match(word):
            return "person"
        return "organisation" if entitled else "other"
    initials = (
        len(lowered[0].replace(".", "")) < 3
        and lowered[0].endswith(".")
        and lowered[0] not in name_words("country")
        and lowered[0] not in _UNITED
    )
    if initials and all(len(part) == 1 for part in joined.replace(".", " ").split()):
        # "W.H.O": nobody is called by initials alone.
        return "organisation"
    if entitled and not titled and len(parts) > 2 and lowered[-1] not in people:
        # "The Ana Silva Report"
        return "organisation"
    if lowered[0] in people or lowered[-1] in people or initials or len(parts[0]) == 1:
        return "person"
    if parts[1] in MUHAMMAD:
        # "SN Md Rui Hossain"
        return "person"
    if entitled or not bodies.isdisjoint(lowered):
        return "organisation"
    if len(parts) == 3 and lowered[1] in people:
        # "Sanjida Akhter Meghla"
        return "person"
    if aged or (len(parts) < 4 and lowered[-1] in name_words("surname")):
        return "person"
    if len(parts) > 4 or all(map(str.isupper, parts)):
        return "organisation"
    return "other"


def _is_made(word: str) -> bool:
    """Whether a word is written as firms and their goods are, with a capital within: "SeaWorld"."""
    found = _MADE.fullmatch(word)
    if found is None:
        return False
    parts = [part.lower() for part in found.groups()]
    # "BrieAnna Silva"
    return name_words("person").isdisjoint(parts) and _BEFORE_SURNAME.isdisjoint(parts)


def has_cause(norms: Sequence[str]) -> bool:
    """Whether words begin as the names of bodies of citizens do: "Parents for", "Mothers for"."""
    return len(norms) > 1 and norms[1] == "for" and norms[0] in _WITH_CAUSE


def is_compound(norm: str) -> bool:
    """Whether a word is a name that an article joins: "zia-ul-haq"."""
    return _OF_ARABIC.search(norm) is not None


_ARTICLES = frozenset(("al", "an", "ar", "as", "ash", "at", "bin", "el", "ul"))


def parts_of_surname(last: str) -> list[str]:
    """What a last name with a hyphen is called for short, in lower case.

    Examples
    --------
    >>> parts_of_surname("al-dhaheri"), parts_of_surname("bhutto-zardari")
    (['dhaheri'], ['bhutto', 'zardari'])
    """
    parts = last.split("-")
    return [part for part in parts if part and part not in _ARTICLES] if len(parts) > 1 else []
