"""Where a run of capitalised words that is a name ends.

A run takes titles before a name, particles and initials inside it, and what joins the parts of a
body's name: "Ministry of Law and Justice", "Springfield, Texas, Mayor Ana Silva".
"""

from __future__ import annotations

from functools import cache

from credscore.document import Document
from credscore.features.name_kinds import (
    COURTESY,
    body_words,
    governed_places,
    holder_of_office,
    impersonal_words,
    kind_of_name,
    known_alone,
    name_words,
    title_words,
)

__all__ = [
    "DAYS",
    "DESCRIBED",
    "HEADLINE_VERBS",
    "STATES",
    "WEEKDAYS",
    "NameRuns",
    "opens_name",
]

# Join the parts of a body's name: "Ministry of Law and Justice", "Center for Disease Control".
_BODY_JOINTS = frozenset(("of", "for", "and", "&", "on", "the", "to", "in"))
_RETIRED = (["retd", ")"], ["ret", ")"], ["rtd", ")"])
WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
DAYS = WEEKDAYS | frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september",
     "october", "november", "december")
)  # fmt: skip
# "Black Friday", "Fat Tuesday": names of days.
_BEFORE_DAY = frozenset(
    ("ash", "big", "black", "bloody", "cyber", "easter", "fat", "freaky", "giving", "good", "holy",
     "maundy", "palm", "ruby", "sheffield", "shrove", "small", "spy", "super", "whit")
)  # fmt: skip
# Postal codes of states that are no word in capitals and no degree.
STATES = frozenset(
    """AK AL AR AZ CA CO CT DE FL GA IA ID IL KS KY LA MI MN MO MT NC ND NE NH NJ NM NV NY OH RI
    SC SD TN TX UT VA VT WA WI WV WY""".split()
)
_BEHIND_STATE = frozenset(
    ("after", "has", "is", "on", "that", "to", "was", "when", "where", "who", "with")
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
# Behind which a firm's name ends: "Quenneby Corporation [Sofia] test".
_FIRMS = frozenset(("corp", "corporation", "inc", "limited", "llc", "ltd", "plc"))
# Endings of adjectives that a place or a number opens: "US-based", "Ten-year-old".
DESCRIBED = ("-based", "-born", "-led", "-backed", "-owned", "-run", "-year-old")
# Verbs of headlines with a capital for each word; none of them ends a name.
HEADLINE_VERBS = frozenset(
    ("admits", "announces", "argues", "asks", "blasts", "confirms", "declares", "denies",
     "explains", "had", "hails", "has", "insists", "is", "reveals", "says", "slams", "talks",
     "tells", "tweeted", "tweets", "urges", "vows", "warns", "was", "were")
)  # fmt: skip
# Other words of headlines with a capital for each that stand in no person's name.
_BEHIND_PERSON = frozenset(
    ("accuses", "apologises", "apologizes", "are", "attacks", "backs", "be", "believes", "calls",
     "can't", "claims", "condemns", "could", "criticises", "criticizes", "defends", "demands",
     "did", "does", "doesn't", "don't", "endorses", "faces", "gets", "gives", "how", "isn't",
     "joins", "knows", "loses", "makes", "mocks", "not", "praises", "promises", "proposes",
     "pushes", "refuses", "rejects", "resigns", "responds", "shares", "should", "signs", "takes",
     "thinks", "threatens", "unveils", "visits", "wants", "why", "wins", "won't", "would")
)  # fmt: skip
# Words of an office: "Additional Superintendent of Police".
_OFFICE_WORDS = 6
# How far an office may stand before the body that it is of, with a short form in brackets.
_OFFICE_REACH = 12
_ARTICLES_JOINED = frozenset(("ad", "al", "ar", "as", "ash", "az", "el", "ul", "ur"))


def _has_article_joined(word: str) -> bool:
    """Whether a word is part of a name though it begins in lower case: "al-Abadi", "el-Sissi"."""
    article, hyphen, rest = word.partition("-")
    return bool(hyphen) and article in _ARTICLES_JOINED and rest[:1].isupper()


def opens_name(word: str) -> bool:
    """Whether a name may begin with a word: with a capital, or with an article joined to one."""
    return word[0].isupper() or ("-" in word and _has_article_joined(word))


@cache
def _joints() -> frozenset[str]:
    """What may join a name's parts."""
    signs = frozenset((".", "'", "'s", "(", ",", '"', "-", "v", "vs"))
    return name_words("particle") | _BODY_JOINTS | signs


@cache
def _office_words() -> frozenset[str]:
    """Words of bodies, offices and places, none of which is in the name of who holds an office."""
    return body_words() | title_words() | governed_places()


def _deals(norm: str) -> bool:
    """Whether a word says what an office deals in."""
    return norm in _PORTFOLIOS or norm in body_words()


class NameRuns:
    """Finds the ends of names in a document.

    Parameters
    ----------
    document : Document
        What to look at.

    Attributes
    ----------
    holders : dict of int to int
        First tokens of names that stand behind an office and its body, and those of the offices.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self.holders: dict[int, int] = {}
        # Parts of names that a hyphen between blanks has joined.
        self._hyphened: set[tuple[str, str]] = set()

    def end(self, place: int) -> int:
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
        follows = words[place + 1] if place + 1 < limit else ""
        if not follows or (
            not follows[0].isupper() and norms[place + 1] not in joints and "-" not in follows
        ):
            # Most names are one word.
            return place + 1
        while at < limit:
            word, norm = words[at], norms[at]
            if word[0].isupper() and norm != "i":
                if at > place and (
                    (at == place + 1 and self._ends_place(at, limit))
                    or (has_body and norm in people and self._ends_body(place, at, limit))
                    or (
                        has_body and norms[at - 1] in bodies and self._ends_office(place, at, limit)
                    )
                    or self._stands_behind(place, at, limit)
                    or (at > place + 1 and norms[at - 1] in _FIRMS and norm not in bodies)
                    or norm.endswith(DESCRIBED)
                    or (len(word) == 1 and self._ends_at_initials(at, limit))
                ):
                    break
                has_body |= norm in bodies
                titled |= norm in titles
                at += 1
                continue
            if _has_article_joined(word):
                at += 1
                continue
            if norm not in joints or (norm == "'s" and norms[at - 1] not in titles):
                break
            step = self._joint(at, limit, has_body=has_body, titled=titled)
            if not step:
                break
            at += step
        return at

    def _stands_behind(self, place: int, at: int, limit: int) -> bool:
        """Whether a word ends the run: "Ana Silva [CEO] of the port", "Ana Silva [Calls] For More".

        A day does too: "Ana Silva [Tuesday]".
        """
        words, norm = self._document.words, self._document.norms[at]
        if norm in HEADLINE_VERBS and words[at].istitle():
            return True
        before = self._document.norms[at - 1]
        given = before in name_words("person")
        if norm in _BEHIND_PERSON and words[at].istitle():
            first = self._document.norms[max(at - 2, place)]
            return given or first in name_words("person")
        alone = at == place + 1 and given
        if norm in WEEKDAYS and before not in _BEFORE_DAY and not alone:
            # "by Ana Silva [Tuesday]", but "Joe Friday", "Black Friday", "the Sunday Times"
            return at + 1 >= limit or not words[at + 1][0].isupper()
        return (
            at > place + 1
            and words[at].isupper()
            and len(words[at]) > 1
            and self._document.norms[at] in title_words()
            and not (at + 1 < limit and words[at + 1][0].isupper())
        )

    def _ends_at_initials(self, at: int, limit: int) -> bool:
        """Whether a body ends before initials: "the head of Novo Travels [S M Rahman]"."""
        words, before = self._document.words, self._document.norms[at - 1]
        return (
            at + 2 < limit
            and len(words[at + 1]) == 1
            and words[at + 1].isalpha()
            and words[at + 2][0].isupper()
            and before in impersonal_words()
            and before not in title_words()
        )

    def _ends_body(self, first: int, at: int, limit: int) -> bool:
        """Whether a person follows a body: "the spokesman at the Ministry of Health Ali Khan"."""
        words, norms = self._document.words, self._document.norms
        # "deputy head of the Harbour Board Ana Silva"
        opened = norms[first - 1 : first] == ["the"]
        return (
            norms[first] not in title_words()
            and norms[at - 1] not in _BODY_JOINTS
            and norms[at - 1] not in name_words("person")
            and norms[at - 1] not in title_words() | name_words("particle")
            # "Officer-in-Charge (OC) of Sadar Police Station Ana Silva"
            and not {"of", "for"}.isdisjoint(norms[max(first - 1 - opened, 0) : at])
            and at + 1 < limit
            and words[at + 1][0].isupper()
            and norms[at + 1] not in body_words()
            and not (at + 2 < limit and words[at + 2][0].isupper())
        )

    def _ends_office(self, first: int, at: int, limit: int) -> bool:
        """Whether who holds an office begins here: "Secretary of the Law Office [Kaniz Maula]".

        The office stands before the body or the country, and two or three words of no other kind
        behind it.
        """
        words, norms = self._document.words, self._document.norms
        joint = first - 1 - (norms[first - 1 : first] == ["the"])
        if (
            joint < 1
            or norms[joint] not in {"at", "for", "of", "to"}
            or norms[first] in title_words()
        ):
            # "who clerked for Justice Ana Silva"
            return False
        sentence = self._document.sentences[self._document.sentence_of[first]]
        begin = max(joint - _OFFICE_REACH, sentence.first)
        commas = (p for p in range(joint - 1, begin - 1, -1) if norms[p] == ",")
        begin = next(commas, begin - 1) + 1
        office = next((p for p in range(joint - 1, begin - 1, -1) if norms[p] in title_words()), -1)
        if office < 0:
            return False
        end = at
        while end < limit and words[end][0].isupper():
            end += 1
        held = (
            1 < end - at < 4
            and _office_words().isdisjoint(norms[at:end])
            and not any(map(str.isupper, words[at:end]))
            and norms[end : end + 1] not in (["of"], ["and"], ["for"], ["&"])
        )
        if held:
            while office > begin and words[office - 1][0].isupper():
                office -= 1
            self.holders[at] = office
        return held

    def _ends_place(self, at: int, limit: int) -> bool:
        """Whether a country ends here and a person begins: "the envoy for Venezuela Ana Silva"."""
        words, norms = self._document.words, self._document.norms
        return (
            norms[at - 1] in name_words("country")
            and at > 1
            and norms[at - 2] in {"for", "to", "of", "in"}
            and at + 1 < limit
            and (words[at + 1][0].isupper() or words[at + 1] == ".")
            and (
                norms[at] in name_words("person")
                # "Foreign Minister of India S. Rahman"
                or len(words[at]) == 1
                or self._ends_office(at - 1, at, limit)
            )
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
        if word in {"'", "’"} and capital:
            if norms[at - 1].endswith("s"):
                # "Employers' Association", but no "the Nurses' Health Study".
                return int(following in body_words() and following != "health")
            return int(norms[at - 1] in title_words())
        # "the Attorney General's Office"
        if norm == "'s" and capital:
            return int(following in body_words())
        particle = name_words("particle")
        if norm in particle and (capital or following in particle):
            return 1
        if word == "(" and norms[at + 1 : at + 3] in _RETIRED:
            return 3
        if word == "&" and capital:
            return 1
        if word == "-" and capital:
            return int(self._is_hyphen(at, limit))
        if norm == '"' and capital:
            return self._nickname(at, limit)
        # "Springfield, TX", "Springfield, Texas"
        if word == "," and capital:
            if words[at + 1] in STATES:
                return 2
            state = self.state_behind(at)
            if state:
                return state
            # "Springfield, Texas, Mayor Ana Silva"
            if (
                norms[at - 1] in name_words("state")
                and following in title_words()
                and self.names_person(at + 2, limit)
            ):
                return 1
        # "Ali v. Khan", a case
        if norm in {"v", "vs"} and norms[at - 1] != "." and at > 0:
            step = 1 + (following == ".")
            if at + step < limit and words[at + step][0].isupper():
                return step
        if word == "," and self.deals_on(at):
            return 1
        if norm == "and" and capital:
            # "Minister for Trade and Tourism Ana Silva"
            dealt = titled and _deals(norms[at - 1]) and _deals(following)
            if dealt or self._joins_office(at, limit) or self._is_spelled_out(at, limit):
                return 1
            if titled and self._ends_person(at):
                # "the White House spokesman Ana Silva [and] Pentagon chief Rui Lopez"
                return 0
        article = following == "the" and words[at + 2 : at + 3] and words[at + 2][0].isupper()
        if has_body and norm in _BODY_JOINTS and (capital or article):
            if norm == "of" and titled and self._ends_person(at):
                # "Senate Leader Ana Silva [of] Springfield"
                return 0
            # "the Ministry of Defence and Imran Khan", "the World Bank and the IMF" name two.
            if norm == "and" and (
                (article and norms[at - 1] in body_words() and self._is_body(at + 2, limit))
                or following in name_words("person")
                or following in COURTESY
                or (following in title_words() and self.names_person(at + 1, limit))
            ):
                return 0
            if following in DAYS:
                return 0
            return 1 if capital else 2
        if titled and norm in {"of", "for"} and capital and self.names_person(at + 1, limit):
            return 1
        return 0

    def deals_on(self, comma: int) -> bool:
        """Whether an office goes on: "Law[,] Justice and Parliamentary Affairs Adviser"."""
        words, norms = self._document.words, self._document.norms
        return (
            words[comma : comma + 1] == [","]
            and words[comma + 1 : comma + 2] != []
            and words[comma + 1][0].isupper()
            and _deals(norms[comma - 1])
            and _deals(norms[comma + 1])
            and "and" in norms[comma + 2 : comma + 5]
        )

    def _is_hyphen(self, at: int, limit: int) -> bool:
        """Whether a hyphen between blanks joins two parts of a name: "Ana Al - Silva said".

        No dash does: "LISBON - Ana Silva said", "Ana Silva - Portlink".
        """
        words, norms = self._document.words, self._document.norms
        before, following = norms[at - 1], norms[at + 1]
        if before in title_words():
            # "Attorney - General Ana Silva"
            return following in title_words()
        if before not in _ARTICLES_JOINED and (
            before in governed_places()
            or following in impersonal_words()
            or following in title_words()
            or not (
                (before, following) in self._hyphened or (at > 1 and words[at - 2][0].isupper())
            )
        ):
            return False
        behind = words[at + 2] if at + 2 < limit else ""
        joins = behind in {",", "'s", "’s"} or behind.islower()
        if joins:
            self._hyphened.add((before, following))
        return joins

    def _is_spelled_out(self, at: int, limit: int) -> bool:
        """Whether a short form behind what "and" joins has the first letters of both sides.

        "The Rail and Road Initiative (RRI)".
        """
        words = self._document.words
        end = at + 1
        while end < limit and words[end][0].isupper():
            end += 1
        if words[end : end + 1] != ["("] or words[end + 2 : end + 3] != [")"]:
            return False
        begin = at
        while begin and words[begin - 1][0].isupper() and words[begin - 1] != "The":
            begin -= 1
        letters = "".join(word[0] for word in words[begin:end])
        short = words[end + 1].upper()
        return len(short) > 2 and short in {letters.upper(), letters.replace("a", "")}

    def _ends_person(self, at: int) -> bool:
        """Whether the two words before a token are somebody's names."""
        first, last = self._document.norms[at - 2 : at]
        return first in name_words("person") and last not in (
            body_words() | title_words() | _PORTFOLIOS
        )

    def _nickname(self, at: int, limit: int) -> int:
        """How many tokens a name within a name takes: "Ana [“The Rock”] Silva"; 0 for none."""
        words, norms = self._document.words, self._document.norms
        close = next((p for p in range(at + 2, min(at + 4, limit)) if norms[p] == '"'), limit)
        after = close + 1
        if after >= limit or not words[after][0].isupper():
            return 0
        # A given name before it or, where no list has that, a person's name behind.
        given = name_words("person")
        kind = kind_of_name(
            (words[at - 1],), titled=False, ampersand=False, entitled=False, aged=False
        )
        person = norms[at - 1] in given or (
            kind == "other" and norms[after] in given | name_words("surname")
        )
        if not person or norms[after] in WEEKDAYS or norms[after] in title_words():
            return 0
        whole = all(word[0].isupper() for word in words[at + 1 : close])
        beside = self._document.starts[at + 1] == self._document.ends[at]
        return after - at if whole and beside else 0

    def _is_body(self, place: int, limit: int) -> bool:
        """Whether a body's name begins at a token: "the [IMF]", "the [Justice Department]"."""
        words, norms = self._document.words, self._document.norms
        end = place
        while end < limit and words[end][0].isupper():
            end += 1
        return words[place].isupper() or (end - place > 1 and norms[end - 1] in body_words())

    def state_behind(self, comma: int) -> int:
        """Tokens of the comma and the state behind a town: "Springfield, [Texas]"; 0 for none."""
        words, norms = self._document.words, self._document.norms
        if norms[comma : comma + 1] != [","]:
            return 0
        limit = self._document.sentences[self._document.sentence_of[comma]].last
        before = norms[max(comma - 2, 0)]
        town = norms[comma - 1]
        if (
            town in governed_places()
            or f"{before} {town}" in name_words("state")
            or before == ","
            or before in name_words("person")
        ):
            # "Ohio, Texas and Maine", "New York, Virginia and Ohio", "Ana Silva, Texas governor"
            return 0
        for size in (2, 1):
            end = comma + 1 + size
            state = " ".join(norms[comma + 1 : end])
            if end <= limit and state in name_words("state") and words[end - 1][0].isupper():
                # "In Turin, Virginia Raggi said", "Zorbla Demir, Texas governor"
                return 1 + size if self._closes_state(end, limit) else 0
        return 0

    def _closes_state(self, end: int, limit: int) -> bool:
        """Whether a state is what stands behind a town: no name, noun or genitive goes on."""
        norm = self._document.norms[end] if end < limit else "."
        if norm[0].isalnum():
            return norm in _BEHIND_STATE
        return norm not in {"'s", "'", "’s", "’"}

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

    def names_person(self, place: int, limit: int) -> bool:
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

    def office_before(self, bracket: int) -> int:
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
