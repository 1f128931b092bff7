"""Proper names in a document: where they stand, and whether they name a person or something else.

Names of the whole world: a title or office may stand before them, a particle inside ("bin", "van
der"), a family name first or none at all. What decides is first the words of the name itself and
those beside it, then the rest of the article ("Silva" after "Ana Silva").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from credscore.document import Document
from credscore.features.cues import lexicon_class, words_of
from credscore.features.name_kinds import (
    NameKind,
    body_words,
    governed_places,
    holder_of_office,
    impersonal_words,
    is_title,
    kind_of_name,
    known_alone,
    name_within,
    name_words,
    names_place,
    strip_titles,
    title_words,
)
from credscore.tokens import has_capital

__all__ = [
    "DAYS",
    "DEGREES",
    "Name",
    "NameKind",
    "Names",
    "name_words",
    "opening_bracket",
    "strip_titles",
]

# Join the parts of a body's name: "Ministry of Law and Justice", "Center for Disease Control".
_BODY_JOINTS = frozenset(("of", "for", "and", "&", "on", "the", "to", "in"))
_RETIRED = (["retd", ")"], ["ret", ")"], ["rtd", ")"])
DAYS = frozenset(
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
     "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december")
)  # fmt: skip
# Endings of adjectives that a place or a number opens: "US-based", "Ten-year-old".
_DESCRIBED = ("-based", "-born", "-led", "-backed", "-owned", "-run", "-year-old")
_MONTHS_GIVEN = frozenset(("april", "august", "june", "may"))
DEGREES = frozenset(
    ("bsc", "dds", "dphil", "drph", "dvm", "edd", "facc", "frcp", "jr", "llb", "ma", "mba", "md",
     "mph", "msc", "pharmd", "phd", "psyd", "scd", "sr")
)  # fmt: skip
# Postal codes of states that are no word in capitals and no degree.
_STATES = frozenset(
    """AK AL AR AZ CA CO CT DE FL GA IA ID IL KS KY LA MI MN MO MS MT NC ND NE NH NJ NM NV NY OH RI
    SC SD TN TX UT VA VT WA WI WV WY""".split()
)
# What ministers and bodies deal in, beside the words for bodies.
_PORTFOLIOS = frozenset(
    ("agriculture", "alcohol", "arms", "aviation", "broadcasting", "child", "children",
     "citizenship", "climate", "commerce", "comptroller", "consumer", "culture", "disaster",
     "drug", "drugs", "education", "election", "employment", "energy", "environment", "export",
     "family", "finance", "fish", "fisheries", "fishery", "food", "forest", "forests", "gas",
     "gender", "geological", "home", "housing", "hydrographic", "immigration", "import", "income",
     "industry", "information", "insurance", "irrigation", "jute", "labor", "labour", "land",
     "law", "livestock", "marine", "maritime", "medicine", "mineral", "mines", "nuclear",
     "nutrition", "ocean", "oceanic", "oil", "passport", "pension", "petroleum", "planning",
     "population", "posts", "power", "quality", "radio", "railway", "refugee", "relief", "revenue",
     "rights", "road", "roads", "rural", "safety", "science", "secondary", "sewerage", "skills",
     "social", "space", "sports", "standards", "statistics", "tax", "telecommunications",
     "textiles", "tourism", "trade", "traffic", "transport", "travel", "urban", "vaccine",
     "veterinary", "water", "wildlife", "women", "youth")
)  # fmt: skip
# Verbs of headlines with a capital for each word; none of them ends a name.
_HEADLINE_VERBS = frozenset(
    ("admits", "announces", "argues", "asks", "blasts", "confirms", "declares", "denies",
     "explains", "had", "hails", "has", "insists", "is", "reveals", "says", "slams", "talks",
     "tells", "tweeted", "tweets", "urges", "vows", "warns", "was", "were")
)  # fmt: skip
# Words of an office: "Additional Superintendent of Police".
_OFFICE_WORDS = 6
_QUOTES = frozenset("“\"‘'")
# Titles that stand before a person's name only.
_COURTESY = frozenset(("dr", "engr", "hon", "mr", "mrs", "ms", "prof"))
_ARTICLES_JOINED = frozenset(("ad", "al", "ar", "as", "ash", "az", "el", "ul", "ur"))


def opening_bracket(norms: Sequence[str], end: int, limit: int) -> int:
    """Where a short bracket before a token opens: "DIG (Operations) Ana Silva"; -1 where none does.

    Parameters
    ----------
    norms : sequence of str
        The tokens, lower-cased.
    end : int
        The token after the bracket.
    limit : int
        The first token that it may begin at.
    """
    begin = max(end - 4, limit)
    return norms.index("(", begin, end) if "(" in norms[begin:end] else -1


def _has_article_joined(word: str) -> bool:
    """Whether a word is part of a name though it begins in lower case: "al-Abadi", "el-Sissi"."""
    article, hyphen, rest = word.partition("-")
    return bool(hyphen) and article in _ARTICLES_JOINED and rest[:1].isupper()


@cache
def _joints() -> frozenset[str]:
    """What may join a name's parts."""
    return name_words("particle") | _BODY_JOINTS | frozenset((".", "'", "(", ",", "v", "vs"))


def _deals(norm: str) -> bool:
    """Whether a word says what an office deals in."""
    return norm in _PORTFOLIOS or norm in body_words()


class Name(NamedTuple):
    """A proper name.

    Attributes
    ----------
    first, last : int
        Tokens of the name itself, end exclusive; titles before it are left out.
    outer : int
        First token with the titles and offices written with a capital before it.
    words : tuple of str
        Its words, initials' full stops left out.
    kind : NameKind
        What it names, as far as its own words and neighbours tell; "other" where they do not.
    """

    first: int
    last: int
    outer: int
    words: tuple[str, ...]
    kind: NameKind


class Names:
    """The proper names of a document, in order.

    Parameters
    ----------
    document : Document
        What to look at.

    Attributes
    ----------
    found : list of Name
        All of them.
    at : callable
        Gives the name that a token is part of, titles included, or None.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.found: list[Name] = []
        norms, words = document.norms, document.words
        starts = {sentence.first for sentence in document.sentences}
        capital = document.places(has_capital)
        # Words met in lower case, and words that take their capital amid a sentence.
        self._plain = set(words)
        self._amid = {norms[i] for i in capital if i not in starts and words[i - 1] not in _QUOTES}
        openers = name_words("opener")
        offices: list[int] = []
        end = 0
        for place in capital:
            norm = norms[place]
            if place < end or norm.endswith(_DESCRIBED):
                continue
            if norm in _HEADLINE_VERBS and words[place].istitle():
                continue
            if norm in DEGREES and words[place] != "Ma":
                # A last name in lower case, a degree in capitals.
                continue
            if norm in openers and not (
                self._is_given(place) or names_place(norms[place : place + 2])
            ):
                continue
            opens = place in starts or (place > 0 and words[place - 1] in _QUOTES)
            if opens and not (
                self._is_name_alone(norm) or self._goes_on(place) or self._is_short_form(place)
            ):
                continue
            end = self._end_of_run(place)
            # "the President" is an office, no name.
            if not all(map(is_title, norms[place:end])):
                self.found.append(self._name(place, end))
            elif end == place + 1:
                offices.append(place)
        self._add_offices(offices)
        self._settle()
        by_token = {token: name for name in self.found for token in range(name.outer, name.last)}
        # Asked so often that it should be no call of its own.
        self.at: Callable[[int], Name | None] = by_token.get

    def _add_offices(self, places: list[int]) -> None:
        """Names that are words for an office: "King", where the article has "Ana King"."""
        words = self._document.words
        last = {name.words[-1] for name in self.found if len(name.words) > 1}
        added = [
            Name(place, place + 1, place, (words[place],), "person")
            for place in places
            if words[place] in last and not (place and words[place - 1].lower() in {"the", "a"})
        ]
        if added:
            self.found = sorted([*self.found, *added], key=lambda name: name.first)

    def _settle(self) -> None:
        """Tell persons from what else the article says of a name whose own words leave it open.

        "Keegan Medrano", later "Medrano": bodies are seldom called by their last word alone. A name
        is what it is elsewhere: "Mr Medrano" makes every "Medrano" a person.
        """
        impersonal = impersonal_words()
        alone = {name.words[0] for name in self.found if len(name.words) == 1}
        persons = {name.words[-1] for name in self.found if name.kind == "person" and name.words}
        for number, name in enumerate(self.found):
            if name.kind == "other" and name.words:
                kind = self._speaks_of(name)
                if kind != "other":
                    self.found[number] = name._replace(kind=kind)
                    continue
                last = name.words[-1]
                if last.lower() in impersonal:
                    continue
                full = 1 < len(name.words) <= 3 and last in alone and not last.isupper()
                if full or (len(name.words) == 1 and last in persons):
                    self.found[number] = name._replace(kind="person")
                    persons.add(last)

    def _speaks_of(self, name: Name) -> NameKind:
        """What is named as it speaks of itself: "Palm Harbour said [it] would close"."""
        norms, verb = self._document.norms, name.last
        if not (norms[verb : verb + 1] and "speech" in lexicon_class(norms[verb])):
            return "other"
        after = norms[verb + 1 : verb + 3]
        pronoun = next(iter(after[1:] if after[:1] == ["that"] else after), "")
        # "Mr Silva on Facebook said he had it"
        alone = name.outer == 0 or norms[name.outer - 1] not in {
            "on",
            "in",
            "at",
            "to",
            "of",
            "for",
        }
        if pronoun in {"he", "she"}:
            return "person" if alone else "other"
        # "Quenneby said it rained": people are named by one word when they are known.
        itself = pronoun in {"it", "its"} and len(name.words) > 1
        return "organisation" if itself else "other"

    def _is_name_alone(self, norm: str) -> bool:
        return norm not in self._plain and (norm in self._amid or norm in known_alone())

    def _is_short_form(self, place: int) -> bool:
        """Whether a word's capitals tell that it is a name: "UNICEF warns", "WeChat says"."""
        words = self._document.words
        word = words[place]
        return (
            word[1:] != word[1:].lower()
            and len(word) < 12
            and word.isalpha()
            and words[place + 1 : place + 2] != []
            and (words[place + 1].islower() or self._is_set_off(place + 1))
            and word.lower() not in self._plain
        )

    def _is_given(self, place: int) -> bool:
        """Whether a month is a given name: "the minister [May] Silva"."""
        norms = self._document.norms
        return (
            norms[place] in _MONTHS_GIVEN
            and place > 0
            and norms[place - 1] in title_words() | name_words("occupation")
            and not norms[place - 1].endswith("s")
            and self._goes_on(place)
        )

    def _is_set_off(self, comma: int) -> bool:
        """Whether an appositive follows: "UNICEF, the body for children"."""
        norms = self._document.norms
        return norms[comma] == "," and norms[comma + 1 : comma + 2] in (["the"], ["a"], ["an"])

    def _goes_on(self, place: int) -> bool:
        words, norms = self._document.words, self._document.norms
        if norms[place + 1 : place + 2] == ["of"] and (
            norms[place] in words_of("title") or norms[place] in name_words("office")
        ):
            # "Superintendent of Police Ana Silva", but no "Residents of Dhaka"
            limit = self._document.sentences[self._document.sentence_of[place]].last
            return self._names_person(place + 2, limit)
        if len(words[place]) == 1 and words[place + 1 : place + 2] == ["."]:
            # "J. K. Silva", but no "A."
            place += norms[place] not in {"a", "i"}
        return (
            place + 1 < len(words)
            and words[place + 1][0].isupper()
            and norms[place + 1] not in name_words("opener")
        )

    def _end_of_run(self, place: int) -> int:
        """End of the run of capitalised words that begins at a token, joints included."""
        words, norms = self._document.words, self._document.norms
        limit = self._document.sentences[self._document.sentence_of[place]].last
        people, bodies, titles, joints = (
            name_words("person"),
            body_words(),
            title_words(),
            _joints(),
        )
        has_body = titled = False
        at = place
        while at < limit:
            word, norm = words[at], norms[at]
            if at == place + 1 and self._ends_place(at, limit):
                break
            if has_body and norm in people and self._ends_body(place, at, limit):
                break
            if at > place and self._stands_behind(place, at, limit):
                break
            if word[0].isupper() and norm != "i":
                has_body |= norm in bodies
                titled |= norm in titles
                at += 1
                continue
            if at > place and _has_article_joined(word):
                at += 1
                continue
            if norm not in joints:
                break
            step = self._joint(at, limit, has_body=has_body, titled=titled)
            if not step:
                break
            at += step
        return at

    def _stands_behind(self, place: int, at: int, limit: int) -> bool:
        """Whether a word ends the run: "Ana Silva [CEO] of the port", "Ana Silva [Says]"."""
        words = self._document.words
        if self._document.norms[at] in _HEADLINE_VERBS and words[at].istitle():
            return True
        return (
            at > place + 1
            and words[at].isupper()
            and len(words[at]) > 1
            and self._document.norms[at] in title_words()
            and not (at + 1 < limit and words[at + 1][0].isupper())
        )

    def _ends_body(self, first: int, at: int, limit: int) -> bool:
        """Whether a person follows a body: "the spokesman at the Ministry of Health Ali Khan"."""
        words, norms = self._document.words, self._document.norms
        return (
            norms[first] not in title_words()
            and norms[at - 1] not in _BODY_JOINTS
            and norms[at - 1] not in name_words("person")
            # "Officer-in-Charge (OC) of Sadar Police Station Ana Silva"
            and not {"of", "for"}.isdisjoint(norms[max(first - 1, 0) : at])
            and at + 1 < limit
            and words[at + 1][0].isupper()
            and norms[at + 1] not in body_words()
            and not (at + 2 < limit and words[at + 2][0].isupper())
        )

    def _ends_place(self, at: int, limit: int) -> bool:
        """Whether a country ends here and a person begins: "the envoy for Venezuela Ana Silva"."""
        words, norms = self._document.words, self._document.norms
        return (
            norms[at - 1] in name_words("country")
            and at > 1
            and norms[at - 2] in {"for", "to", "of", "in"}
            and norms[at] in name_words("person")
            and at + 1 < limit
            and words[at + 1][0].isupper()
        )

    def _joint(self, at: int, limit: int, *, has_body: bool, titled: bool) -> int:
        """How many tokens join a name's parts here; 0 where it ends."""
        words, norms = self._document.words, self._document.norms
        word, norm = words[at], norms[at]
        following = norms[at + 1] if at + 1 < limit else ""
        capital = at + 1 < limit and words[at + 1][0].isupper()
        # An initial's or a title's full stop.
        if word == "." and capital and (len(words[at - 1]) == 1 or norms[at - 1] in title_words()):
            return 1
        # "Dato' Seri"
        if word in {"'", "’"} and capital and norms[at - 1] in title_words():
            return 1
        particle = name_words("particle")
        if norm in particle and (capital or following in particle):
            return 1
        if word == "(" and norms[at + 1 : at + 3] in _RETIRED:
            return 3
        if word == "&" and capital:
            return 1
        # "Springfield, TX", "Springfield, Texas"
        if word == "," and capital:
            if words[at + 1] in _STATES:
                return 2
            state = self._state_behind(at, limit)
            if state:
                return state
            # "Springfield, Texas, Mayor Ana Silva"
            if (
                norms[at - 1] in name_words("state")
                and following in title_words()
                and self._names_person(at + 2, limit)
            ):
                return 1
        # "Ali v. Khan", a case
        if norm in {"v", "vs"} and norms[at - 1] != "." and at > 0:
            step = 1 + (following == ".")
            if at + step < limit and words[at + step][0].isupper():
                return step
        if (
            word == ","
            and capital
            and _deals(norms[at - 1])
            and _deals(following)
            and "and" in norms[at + 2 : at + 5]
        ):
            # "Law, Justice and Parliamentary Affairs Adviser"
            return 1
        if norm == "and" and capital:
            # "Minister for Trade and Tourism Ana Silva"
            dealt = titled and _deals(norms[at - 1]) and _deals(following)
            if dealt or self._joins_office(at, limit):
                return 1
        article = following == "the" and words[at + 2 : at + 3] and words[at + 2][0].isupper()
        if has_body and norm in _BODY_JOINTS and (capital or article):
            # "the Ministry of Defence and Imran Khan" names two.
            if norm == "and" and (
                following in name_words("person")
                or following in _COURTESY
                or (following in title_words() and self._names_person(at + 1, limit))
            ):
                return 0
            if following in DAYS:
                return 0
            return 1 if capital else 2
        if titled and norm in {"of", "for"} and capital and self._names_person(at + 1, limit):
            return 1
        return 0

    def _state_behind(self, comma: int, limit: int) -> int:
        """Tokens of the comma and the state behind a town: "Springfield, [Texas]"; 0 for none."""
        words, norms = self._document.words, self._document.norms
        before = norms[max(comma - 2, 0)]
        if norms[comma - 1] in governed_places() or before == "," or before in name_words("person"):
            # "Ohio, Texas and Maine", "Ana Silva, Texas governor"
            return 0
        for size in (2, 1):
            end = comma + 1 + size
            state = " ".join(norms[comma + 1 : end])
            if end <= limit and state in name_words("state") and words[end - 1][0].isupper():
                return 1 + size
        return 0

    def _joins_office(self, at: int, limit: int) -> bool:
        """Whether "and" stands inside a body's name or an office: what they deal in is joined.

        "Garment Makers and Exporters Association", "Commerce and Tourism Adviser Ana Silva"; but no
        "Ana Silva and Prime Minister Khan", no "Lisbon and Porto University".
        """
        words, norms = self._document.words, self._document.norms
        before = norms[at - 1]
        if before in name_words("person") or before in known_alone():
            return False
        end = at + 1
        while end < limit and words[end][0].isupper() and norms[end] not in title_words():
            end += 1
        if end == at + 1 or not name_words("person").isdisjoint(norms[at + 1 : end]):
            return False
        if end < limit and words[end][0].isupper():
            return _deals(before)
        # "Food and Drug Administration"
        deals = before.endswith("s") or before in _PORTFOLIOS
        return end > at + 2 and deals and norms[end - 1] in body_words()

    def _names_person(self, place: int, limit: int) -> bool:
        """Whether a run of capitals goes on to a word of persons' names."""
        words, norms = self._document.words, self._document.norms
        people = name_words("person")
        end = place
        while end < limit and words[end][0].isupper():
            end += 1
        if holder_of_office(norms[place:end]):
            return True
        while place < limit and (words[place][0].isupper() or norms[place] in {"and", "of", "for"}):
            if norms[place] in people:
                return True
            place += 1
        return False

    def _name(self, first: int, last: int) -> Name:
        words, norms = self._document.words, self._document.norms
        skip, parts = name_within(tuple(words[first:last]))
        inner = first + skip
        before = norms[inner - 1] if inner else ""
        titles = title_words()
        titled = skip > 0 or before in titles
        if before == "." and norms[inner - 2] in titles:
            # "Gov. Ana Silva", but no "It was told to voters. Ana Silva"
            sentence_of = self._document.sentence_of
            titled = titled or sentence_of[inner - 1] == sentence_of[inner]
        # "ten-year-old Ana", "rapper Ana"
        told = before.endswith("-year-old") or before in name_words("occupation")
        titled = titled or (told and words[inner - 1].islower())
        if before == ")":
            # "DIG (Operations) Ana Silva"
            opens = opening_bracket(norms, inner, 0)
            # "Superintendent of Police (SP) Ana Silva"
            titled = opens > 0 and not titles.isdisjoint(norms[opens - 1 : inner - 1])
            if titled:
                first = self._office_before(opens)
        ampersand, aged = "&" in norms[inner:last], self._has_age(last)
        kind = kind_of_name(
            parts, titled=titled, ampersand=ampersand, entitled=before == "the", aged=aged
        )
        if kind != "organisation" and not titled and self._has_short_form(parts, last):
            kind = "organisation"
        behind = " ".join(norms[inner:last]).rpartition(" , ")[2]
        stated = bool(parts) and (parts[-1] in _STATES or behind in name_words("state"))
        if stated and "," in norms[inner:last]:
            kind = "place"
        return Name(inner, last, first, parts, kind)

    def _office_before(self, bracket: int) -> int:
        """Where the office before a bracket begins: "[Superintendent] of Police (SP) Ana Silva"."""
        words, norms = self._document.words, self._document.norms
        sentence = self._document.sentences[self._document.sentence_of[bracket]]
        first = at = bracket
        while at > max(sentence.first, bracket - _OFFICE_WORDS):
            at -= 1
            if words[at][0].isupper() and norms[at] not in name_words("opener"):
                first = at
            elif norms[at] not in {"of", "and", "for"}:
                break
        return first

    def _has_short_form(self, parts: tuple[str, ...], last: int) -> bool:
        """Whether the initials of a name stand behind it: "Nari Unnayan Shakti [(NUS)]"."""
        words = self._document.words
        return (
            len(parts) > 1
            and words[last : last + 1] == ["("]
            and words[last + 2 : last + 3] == [")"]
            and words[last + 1] == "".join(part[0] for part in parts)
        )

    def _has_age(self, last: int) -> bool:
        """Whether an age stands behind: ", 45,"."""
        words = self._document.words
        return (
            last + 2 < len(words)
            and words[last] in {",", "("}
            and words[last + 1].isdigit()
            and len(words[last + 1]) == 2
            and words[last + 2] in {",", ")", "."}
        )

    @cached_property
    def people(self) -> dict[str, tuple[str, ...]]:
        """The fullest name of a person in the article, by each of its words in lower case.

        A word that several people share belongs to the first of them to be named in full; the first
        word of a name is looked up only where no other name ends in it.
        """
        found: dict[str, tuple[str, ...]] = {}
        for words, whole in self.fullest.items():
            found.setdefault(words[-1].lower(), whole)
        for words, whole in self.fullest.items():
            for word in words[:-1]:
                found.setdefault(word.lower(), whole)
        return found

    @cached_property
    def fullest(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """For each person's name of several words the fullest that it is part of, as met."""
        document = self._document
        full = dict.fromkeys(
            name.words
            for name in self.found
            if name.kind == "person"
            and len(name.words) > 1
            and document.sentences[document.sentence_of[name.first]].kind == "body"
        )
        fullest: dict[tuple[str, ...], tuple[str, ...]] = {}
        by_word: dict[str, list[tuple[str, ...]]] = {}
        for words in sorted(full, key=lambda words: (-len(words), words)):
            lowered = set(map(str.lower, words))
            # Looked for among the names that have its rarest word.
            among = min((by_word.get(word, []) for word in lowered), key=len)
            longer = (known for known in among if lowered <= set(map(str.lower, known)))
            fullest[words] = next(longer, words)
            if fullest[words] == words:
                for word in lowered:
                    by_word.setdefault(word, []).append(words)
        return {words: fullest[words] for words in full}

    @cached_property
    def _endings(self) -> dict[tuple[str, ...], dict[tuple[str, ...], Name]]:
        """Names of three words or more by their last two, and by all, lower-cased."""
        found: dict[tuple[str, ...], dict[tuple[str, ...], Name]] = {}
        for name in self.found:
            if len(name.words) > 2:
                words = tuple(map(str.lower, name.words))
                found.setdefault(words[-2:], {}).setdefault(words, name)
        return found

    def ending(self, norms: tuple[str, ...], place: int) -> Name | None:
        """The first name before a token that ends in these words, two or more, and has others."""
        size = len(norms)
        for words, name in self._endings.get(norms[-2:], {}).items():
            if name.first < place and len(words) > size and words[-size:] == norms:
                return name
        return None

    def within(self, first: int, last: int) -> list[Name]:
        """Names that begin in a token range or reach into it, in order."""
        found: list[Name] = []
        at = first
        while at < last:
            name = self.at(at)
            if name is None:
                at += 1
                continue
            found.append(name)
            at = max(name.last, at + 1)
        return found
