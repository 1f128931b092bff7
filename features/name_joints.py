"""What joins the parts of a name: particles, initials, "and", commas, hyphens between blanks."""

from __future__ import annotations

from functools import cache

from credscore.document import Document
from credscore.features.name_kinds import (
    COURTESY,
    DAYS,
    PORTFOLIOS,
    WEEKDAYS,
    body_words,
    governed_places,
    holder_of_office,
    impersonal_words,
    kind_of_name,
    known_alone,
    name_words,
    title_words,
)

__all__ = ["ARTICLES_JOINED", "BODY_JOINTS", "STATES", "NameJoints", "joints"]

# Join the parts of a body's name: "Ministry of Law and Justice", "Center for Disease Control".
BODY_JOINTS = frozenset(("of", "for", "and", "&", "on", "the", "to", "in"))
# Join what may have no capital: "(retd)", "v.", "the Ministry of [the] Interior".
_BEFORE_SMALL = frozenset(("(", "v", "vs"))
_RETIRED = (["retd", ")"], ["ret", ")"], ["rtd", ")"])
# Postal codes of states that are no word in capitals and no degree.
STATES = frozenset(
    """AK AL AR AZ CA CO CT DE FL GA IA ID IL KS KY LA MI MN MO MT NC ND NE NH NJ NM NV NY OH RI
    SC SD TN TX UT VA VT WA WI WV WY""".split()
)
_BEHIND_STATE = frozenset(
    ("after", "has", "is", "on", "that", "to", "was", "when", "where", "who", "with")
)
# How what bodies deal in ends, and adjectives of it.
_ENDS_DEALT = ("s", "al", "ic", "logy")
ARTICLES_JOINED = frozenset(("ad", "al", "ar", "as", "ash", "az", "el", "ul", "ur"))


@cache
def joints() -> frozenset[str]:
    """What may join a name's parts."""
    signs = frozenset((".", "'", "'s", "(", ",", '"', "-", "v", "vs"))
    return name_words("particle") | BODY_JOINTS | signs


def _deals(norm: str) -> bool:
    """Whether a word says what an office deals in."""
    return norm in PORTFOLIOS or norm in body_words()


class NameJoints:
    """Tells what joins the parts of names in a document.

    Parameters
    ----------
    document : Document
        What to look at.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        # Parts of names that a hyphen between blanks has joined.
        self._hyphened: set[tuple[str, str]] = set()

    def joins_nothing(self, at: int) -> bool:
        """Whether a token, not a sentence's last, joins a capital alone, and none is behind it."""
        norms = self._document.norms
        if self._document.words[at + 1][0].isupper() or norms[at + 1] == "the":
            return False
        return norms[at] not in _BEFORE_SMALL and norms[at] not in name_words("particle")

    def step(self, at: int, limit: int, *, has_body: bool, titled: bool) -> int:
        """How many tokens join a name's parts here; 0 where it ends.

        Parameters
        ----------
        at, limit : int
            The token, and the end of its sentence.
        has_body, titled : bool
            Whether the name so far has a word of a body, and of a title.
        """
        words, norms = self._document.words, self._document.norms
        word, norm = words[at], norms[at]
        following = norms[at + 1] if at + 1 < limit else ""
        capital = at + 1 < limit and words[at + 1][0].isupper()
        particle = name_words("particle")
        if not (
            capital
            or not following
            or norm in _BEFORE_SMALL
            or (following == "the" and has_body and norm in BODY_JOINTS)
            or (norm in particle and following in particle)
        ):
            # All else joins what has a capital.
            return 0
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
            # "Johnson and Johnson", but no "Ministers Johnson and Johnson"
            twin = norms[at - 1] == following and not norms[max(at - 2, 0)].endswith("s")
            if dealt or twin or self._joins_office(at, limit) or self._is_spelled_out(at, limit):
                return 1
            if titled and self._ends_person(at):
                # "the White House spokesman Ana Silva [and] Pentagon chief Rui Lopez"
                return 0
        article = following == "the" and words[at + 2 : at + 3] and words[at + 2][0].isupper()
        if has_body and norm in BODY_JOINTS and (capital or article):
            if norm in {"in", "of", "on", "to"} and titled and self._ends_person(at):
                # "Senate Leader Ana Silva [of] Springfield", "Secretary Ana Silva [on] CNN"
                return 0
            # "the Ministry of Defence and Imran Khan", "the World Bank and the IMF" name two.
            if norm == "and" and (
                # "Council President Ana Silva and the Commission"
                (article and (self._is_body(at + 2, limit) or not _deals(norms[at - 1])))
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
        if norms[comma : comma + 1] == ["and"] and comma + 2 < len(norms):
            # "Tourism [and] Sports Minister"
            deal = _deals(norms[comma - 1]) and _deals(norms[comma + 1])
            return deal and words[comma + 1][0].isupper() and norms[comma + 2] in title_words()
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
        if before not in ARTICLES_JOINED and (
            before in governed_places()
            or following in impersonal_words()
            or following in title_words()
            or not (
                (before, following) in self._hyphened or (at > 1 and words[at - 2][0].isupper())
            )
        ):
            return False
        behind = words[at + 2] if at + 2 < limit else ""
        joins = behind == "," or (behind.islower() and behind[0].isalpha())
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
        if at < 2:
            return False
        first, last = self._document.norms[at - 2 : at]
        return first in name_words("person") and not (
            last in body_words() or last in title_words() or last in PORTFOLIOS
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
        unknown = kind_of_name((words[at - 1],)) == "other"
        person = norms[at - 1] in given or (
            unknown and norms[after] in given | name_words("surname")
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
        # "Shippers and [Traders] Association"
        while (
            end < limit
            and words[end][0].isupper()
            and (norms[end] not in title_words() or norms[end].endswith("rs"))
        ):
            end += 1
        if end == at + 1 or not name_words("person").isdisjoint(norms[at + 1 : end]):
            return False
        if end < limit and words[end][0].isupper():
            return _deals(before)
        # "Food and Drug Administration", "Economic and Financial Crimes Commission"
        begin = at - 1
        while begin and words[begin - 1][0].isupper() and norms[begin - 1] != "the":
            begin -= 1
        # "the Wild Bird and Habitat Trust", but no "the FBI and Justice Department"
        several = at - begin > 1 and norms[begin - 1] == "the" and not words[at - 1].isupper()
        several = several and body_words().isdisjoint(norms[begin:at])
        deals = several or before.endswith(_ENDS_DEALT) or before in PORTFOLIOS
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
