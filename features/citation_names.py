"""Outlets by name: from the table, or recognised by the form of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from credscore.document import Document
from credscore.features.citation_context import COMPOUNDS, Context, Mention, Strength, given_names
from credscore.features.name_kinds import DAYS, name_words
from credscore.features.outlets import (
    Outlet,
    bare_name,
    citation_words,
    may_open,
    outlet_at,
    outlet_of_address,
)
from credscore.tokens import WORDS_KEPT, has_capital

__all__ = ["SMALL_PARTS", "NameFinder", "has_form", "is_marked"]

_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:-(?:TV|FM|AM|DT))?\Z")
_CAMEL_CASE = re.compile(
    r"(?!Mc|Mac|De[A-Z]|Di[A-Z]|Du|La[A-Z]|Le[A-Z]|Fitz|Van|Von|O')[A-Z]\w*[a-z][A-Z]\w*\Z"
)
_NUMBERED = re.compile(r"(?:News\d{1,2}|\d{1,2}News|(?:ABC|CBS|NBC|FOX|Fox|KARE|News)\d{1,2})\Z")
# "the Post-Gazette", which one paper made of two.
_OF_TWO = re.compile(
    r"[A-Z][a-z]+-(?:Advertiser|Argus|Banner|Bulletin|Chronicle|Courier|Democrat|Dispatch|Enquirer|"
    r"Examiner|Gazette|Herald|Intelligencer|Journal|Leader|Ledger|News|Observer|Picayune|Post|"
    r"Press|Record|Register|Republican|Review|Sentinel|Standard|Star|Telegram|Times|Tribune)\Z"
)
_NEWS_PART = re.compile(
    "News|Post|Times|Press|Media|TV|Live|Daily|Wire|Buzz|Fact|Report|Radio|Insid|Today|Watch|Now"
)
_NETWORKS = frozenset(("abc", "cbs", "channel", "cw", "fox", "nbc", "news"))
SMALL_PARTS = frozenset(("al", "de", "la", "le", "el", "of", "the", "and", "&", "-"))
# Titles of stations, which few sentences begin with but for a name before them.
_STATIONS = frozenset(("tv", "fm", "television"))
_LEARNED = frozenset(("medical", "medicine", "scientific", "academic", "clinical", "show"))
# Titles of papers and broadcasts of which what "reported" stands behind is one.
_REPORTING = frozenset(("fm", "herald", "news", "online", "telegraph", "times", "tribune"))
# What may follow "CNN Philippines", where "told CNN Iran was ready" names a country.
_BEHIND_EDITION = DAYS.union(
    ("'s", "during", "earlier", "in", "last", "later", "on", "that", "this")
)
_MADE = frozenset(("article", "column", "report", "story"))
_MAX_NAME = 6
_ADDRESSES = (".com", ".net", ".org")


@lru_cache(maxsize=WORDS_KEPT)
def has_form(word: str) -> bool:
    """Whether a word is written as a call sign, in camel case, with a number, or as two papers.

    Examples
    --------
    >>> has_form("KNSD"), has_form("BuzzFeed"), has_form("McDonald")
    (True, True, False)
    """
    if word.istitle() and word.isalpha():
        return False
    patterns = (_CALL_SIGN, _CAMEL_CASE, _NUMBERED, _OF_TWO)
    return any(pattern.match(word) for pattern in patterns)


def is_marked(word: str, norm: str) -> bool:
    """Whether a word alone may tell an outlet: by its form, an address, a network's name."""
    return norm in _NETWORKS or "." in word or has_form(word)


@cache
def _bare_names(section: str) -> frozenset[str]:
    return frozenset(map(bare_name, citation_words(section)))


@cache
def _titles() -> frozenset[str]:
    return citation_words("title") | citation_words("weak title")


@cache
def _title_words() -> frozenset[str]:
    """Words one of which is in every name that `NameFinder` knows by its title."""
    return _titles().union(("agency", "daily", "radio"))


@cache
def _describing() -> frozenset[str]:
    """Words that describe an outlet before its kind and are no part of its name."""
    return citation_words("described") - {"national"}


@cache
def _sure_names() -> frozenset[str]:
    return _bare_names("known") | _bare_names("agency")


@cache
def _sure_starts() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _sure_names())


class NameFinder:
    """The outlets that an article names.

    Parameters
    ----------
    document : Document
        The article.
    context : Context
        The words about its names.
    """

    def __init__(self, document: Document, context: Context) -> None:
        self.document = document
        self.words = document.words
        self.norms = document.norms
        self.context = context
        self.common = citation_words("common")
        self.titles = _titles()
        self.agencies = _bare_names("agency")
        self.sure = _sure_names()
        self._title_words = _title_words()
        # What was found of words that were asked for.
        self._surnames: dict[str, bool] = {}
        self._behind_given_names: dict[str, bool] = {}

    def may_open(self, place: int) -> bool:
        """Whether a name may begin at a token whose word is in no way marked as one's."""
        norms = self.norms
        second = norms[place + 1] if place + 1 < len(norms) else ""
        return may_open(norms[place], second) or not self._title_words.isdisjoint(
            norms[place : place + _MAX_NAME]
        )

    def at(self, place: int) -> Mention | None:
        """Find the outlet named at a token: by the table, or by the form of the name."""
        word, norm = self.words[place], self.norms[place]
        if word.islower():
            return None if "@" in word else self._site(place)
        limit = self.document.sentences[self.document.sentence_of[place]].last
        if norm == "the":
            return self._entitled(place, limit)
        found = outlet_at(self.words, self.norms, place, limit)
        if found is None and "." in word and (site := self._site(place)) is not None:
            return site
        if norm in _NETWORKS and (numbered := self._numbered(place, limit)) is not None:
            return numbered
        titled = self._titled(place, limit)
        if found is not None and self._is_sure(place):
            titled = None
        if found is None or (titled is not None and titled.last - titled.first > found[0] - place):
            return titled or self._formed(place)
        last, outlet = found
        if norm in citation_words("no outlet"):
            return None
        if (
            self.norms[last : last + 1] == ["affiliate"]
            and self.words[last + 1 : last + 2]
            and (self.words[last + 1][0].isupper())
        ):
            return None  # "NBC affiliate KNSD": the affiliate speaks
        abroad = self._of_country(place, last, outlet)
        if abroad is not None:
            return abroad
        key = " ".join(self.norms[place:last])
        if key in self.sure:
            # "The Thomson Reuters Foundation"
            if (
                last < limit
                and self.words[last][0].isupper()
                and self.norms[last] in citation_words("organisation")
                # "CNN Philippines"
                and self.norms[last] not in name_words("country")
            ):
                return None
            needs = Strength.CREDIT if key in self.agencies else Strength.SOME
            if last - place == 1 and self._is_behind_given_name(word):
                # "Michael Bloomberg", and Bloomberg behind him
                return None
            if (edition := self._edition(place, last, limit)) is not None:
                return edition
        elif not self._stands_alone(place, last):
            return titled
        elif key in self.common or (
            last - place == 1 and not (has_form(word) or "." in word[1:-1])
        ):
            # "the former Guardian editor Ana Silva"
            if outlet.name.startswith("The ") and not self._is_entitled(place, last, limit):
                return titled
            if (
                key in name_words("nationality")
                and self.words[place - 1] != "The"
                and self.norms[last : last + 1] != []
                and self.norms[last] in citation_words("noun") - citation_words("kind")
            ):
                # "the Namibian story"
                return titled
            # "Capitol Hill", and "Hill" behind it; but "per The Hill"
            entitled = self.words[place - 1] == "The" and not self.context.begins_sentence(place)
            if last - place == 1 and not entitled and self._is_surname(word):
                return titled
            needs = Strength.FIRM
            # "The Guardian said": who or what else is called so says nothing
            if self.words[place - 1] == "The" and key not in citation_words("person too"):
                needs = Strength.SOME
            # "Dawn reported" can be said of the paper alone, "People reported" cannot.
            told = self.norms[last : last + 1] in (["reported"], ["quoted"]) and key != "people"
            # "Slate (@slate)", who signs a post
            told = told or (
                self.norms[last : last + 1] == ["("]
                and last + 1 < len(self.words)
                and self.words[last + 1].startswith("@")
            )
            if self.context.begins_sentence(place) and not told:
                needs = Strength.CERTAIN
            # "according to CCTV" may be of pictures, "state broadcaster CCTV" is not.
            if key in citation_words("firm only") and not (told or self._is_said_to_be(place)):
                needs = Strength.TOLD
            if key in self.common and not (
                self._ends_phrase(last)
                or self._has_made(place, last, key)
                or (last == limit and self.context.signs(place))
            ):
                return titled
        elif _CALL_SIGN.match(word):
            needs = Strength.FIRM
        else:
            needs = Strength.SOME
        form = self._form(outlet, place, last)
        return Mention(place, last, outlet, form, needs)

    def _of_country(self, place: int, last: int, outlet: Outlet) -> Mention | None:
        """An outlet with its country: "Geo News [of Pakistan]", "The Guardian [of Nigeria]".

        Where the outlet known by the name is of another country, this is not that one.
        """
        words, norms = self.words, self.norms
        if norms[last : last + 1] != ["of"] or last + 1 >= len(norms):
            return None
        alone = last - place == 1
        if norms[last + 1] not in name_words("country") or (
            # "The people of Iran", "the Nation of Kenya"
            alone and (words[place - 1] != "The" or norms[place] in citation_words("person too"))
        ):
            return None
        country = words[last + 1]
        form = self._form(outlet, place, last)
        if outlet.country not in {"", country}:
            form = f"{outlet.name} of {country}"
            outlet = Outlet(form, "", country)
        return Mention(place, last + 2, outlet, form, Strength.SOME)

    def _is_said_to_be(self, place: int) -> bool:
        """Whether what stands before a name says that it is an outlet's, or it is in a dateline."""
        before = self.norms[place - 1 - (self.norms[place - 1] == ",")]
        return (
            before in citation_words("kind")
            or before.endswith(COMPOUNDS)
            or self.context.is_dateline(place)
        )

    def _is_entitled(self, place: int, last: int, limit: int) -> bool:
        """Whether an article or what belongs to an outlet stands beside a name."""
        before = self.norms[place - 1] if place else ""
        behind = self.norms[last] if last < limit else ""
        return (
            before == "the"
            # "the former Guardian editor Ana Silva"
            or behind in citation_words("firm noun")
            or behind in citation_words("staff")
            # "a Guardian report"
            or (before in {"a", "an"} and behind in citation_words("noun"))
        )

    def _edition(self, place: int, last: int, limit: int) -> Mention | None:
        """A known outlet's edition or desk: "CNN Philippines", "BBC Urdu", "Reuters Health"."""
        if last >= limit or not self.words[last][0].isupper():
            return None
        norm = self.norms[last]
        abroad = norm in name_words("country") or norm in name_words("nationality")
        if not (abroad or norm in citation_words("edition")):
            return None
        end = last + 1
        # "BBC Radio 4"
        end += norm == "radio" and end < limit and self.words[end].isdigit()
        # "She told Reuters Iran was ready", "told CNN Pakistani officials so"
        if end < limit and self.words[end][0].isalnum() and self.norms[end] not in _BEHIND_EDITION:
            return None
        start, stop = self.document.span(place, end)
        form = self.document.text[start:stop]
        return Mention(place, end, Outlet(form, "", ""), form, Strength.SOME)

    def _site(self, place: int) -> Mention | None:
        """An outlet called by its address: "bdnews24.com"."""
        word = self.words[place]
        site = outlet_of_address(f"//{word}") if "." in word else None
        if (
            site is None
            and word.lower().endswith(_ADDRESSES)
            and _NEWS_PART.search(word)
            and self.norms[place + 1 : place + 2] in (["reported"], ["reports"])
        ):
            # "QuennebyNow.com reported", which no table holds
            site = Outlet(word, word.lower(), "")
        if site is not None and site.name == site.domain:
            # An address that several papers share
            site = Outlet(word, site.domain, site.country)
        return site and Mention(place, place + 1, site, site.name, Strength.SOME)

    def _is_surname(self, word: str) -> bool:
        """Whether a word stands behind another capital in the article, as last names do."""
        if word not in self._surnames:
            words, starts, ends = self.words, self.document.starts, self.document.ends
            self._surnames[word] = any(
                words[at - 1].istitle()
                and self.norms[at - 1] not in citation_words("no part")
                and ends[at - 1] + 1 == starts[at]
                and not self.context.begins_sentence(at - 1)
                for at in self._standing_behind(word)
            )
        return self._surnames[word]

    def _is_behind_given_name(self, word: str) -> bool:
        """Whether a word stands behind a given name in the article."""
        if word not in self._behind_given_names:
            self._behind_given_names[word] = any(
                self.norms[at - 1] in given_names() for at in self._standing_behind(word)
            )
        return self._behind_given_names[word]

    def _standing_behind(self, word: str) -> Iterator[int]:
        """Where a word with a capital stands behind others in the article."""
        if has_capital(word):
            behind = self.document.numbers[1:] == self.document.vocabulary[word]
            for at in behind.nonzero()[0].tolist():
                yield at + 1

    def _numbered(self, place: int, limit: int) -> Mention | None:
        """Find a network's station by its number ("Fox 9")."""
        if place + 1 >= limit:
            return None
        number = self.words[place + 1]
        if not (number.isdigit() and len(number) <= 2 and self.words[place][0].isupper()):
            return None
        last = place + 2
        if last < limit and self.norms[last] == "news" and self.words[last][0].isupper():
            last += 1
        form = " ".join(self.words[place:last])
        return Mention(place, last, Outlet(form, "", ""), form, Strength.SOME)

    def _formed(self, place: int) -> Mention | None:
        """A call sign, or a name in camel case, that no table holds."""
        word = self.words[place]
        if not has_form(word):
            return None
        if _OF_TWO.match(word) and place and self._continues_name(place - 1):
            # "the Quenneby Star-Ledger"
            first = place - 1
            while first and place - first < _MAX_NAME and self._continues_name(first - 1):
                first -= 1
            start, end = self.document.span(first, place + 1)
            form = self.document.text[start:end]
            return Mention(first, place + 1, Outlet(form, "", ""), form, Strength.FIRM)
        if not self._stands_alone(place, place + 1):
            return None
        if self.norms[place] in citation_words("no outlet"):
            return None
        # Companies write themselves so too, but few are told things.
        said_to_be = place > 0 and self.norms[place - 1] in citation_words("kind")
        firm = said_to_be or _NEWS_PART.search(word) or _NUMBERED.match(word) or _OF_TWO.match(word)
        needs = Strength.FIRM if firm else Strength.TOLD
        # "according to KXYZ": few others are written as call signs, and those with an article
        if not firm and _CALL_SIGN.match(word) and self.norms[place - 1] != "the":
            reports = self.norms[place + 1 : place + 2] in (["reported"], ["reports"])
            needs = Strength.FIRM if reports else Strength.CERTAIN
        return Mention(place, place + 1, Outlet(word, "", ""), word, needs)

    def _titled(self, place: int, limit: int) -> Mention | None:
        """A run of capitals that ends as outlets' names do ("Kabul Weekly", "Radio Kunduz")."""
        follows = self.words[place + 1][0] if place + 1 < limit else ""
        if (
            self.norms[place] not in self.titles
            and not follows.isupper()
            and (self.norms[place + 1 : place + 2] and self.norms[place + 1] not in SMALL_PARTS)
        ) or self._title_words.isdisjoint(self.norms[place : place + _MAX_NAME]):
            return None
        last = place
        title_at = -1
        while last < min(limit, place + _MAX_NAME):
            word, norm = self.words[last], self.norms[last]
            if not (word[0].isupper() or (last > place and norm in SMALL_PARTS)):
                break
            if norm in citation_words("no part") and (last == place or norm != "the"):
                break
            # "Ana Silva of the Kabul Weekly"
            if norm == "of" and self.norms[place] in given_names():
                break
            if norm.endswith(COMPOUNDS):
                return None
            last += 1
            if norm in self.titles or (norm == "agency" and self.norms[last - 2] == "news"):
                title_at = last
            # "Amazon Washington Post": the known name is met at its own first word.
            elif last < limit and self._is_sure(last):
                return None
            if last < limit and self.document.starts[last] > self.document.ends[last - 1] + 1:
                break
        if self.norms[place] in ("radio", "daily") and last - place >= 2:
            title_at = max(title_at, place + 2)
            if self.norms[place] == "radio" and self.words[last - 1][0].isupper():
                title_at = last
        # What begins earlier would have been met earlier, but for the words before this one that
        # begin no name in the table.
        first = place
        while first > 0 and place - first < _MAX_NAME - 1 and self._continues_name(first - 1):
            first -= 1
        # "Jamuna TV reported": no "Local TV", no "Iranian TV".
        # "Lusaka Times reported" too.
        if (
            first == place
            and first > 0
            and (
                self.norms[place] in _STATIONS
                or (
                    self.norms[place] in _REPORTING
                    and self.norms[place + 1 : place + 2] in (["reported"], ["reports"])
                )
            )
        ):
            opens = self.context.begins_sentence(first - 1) and self._continues_name(
                first - 1, opening=True
            )
            first -= opens and not self._describes(first - 1)
        if (
            title_at < 0
            or title_at - first < 2 + (self.norms[title_at - 1] == "agency")
            or self._goes_on(title_at)
        ):
            return None
        # "State TV" describes one.
        if all(norm in _describing() for norm in self.norms[first : title_at - 1]):
            return None
        where = " ".join(self.norms[first : title_at - 1])
        if self.norms[title_at : title_at + 1] == ["station"] and where in name_words("state"):
            # "A North Carolina TV station" describes one.
            return None
        # A medical journal is a document, no outlet.
        if not _LEARNED.isdisjoint(self.norms[first:title_at]):
            return None
        if (
            title_at < limit
            and self.words[title_at][0].isupper()
            and self.norms[title_at] not in citation_words("staff")
        ):
            return None
        start, end = self.document.span(first, title_at)
        form = self.document.text[start:end]
        weak = self.norms[title_at - 1] in citation_words("weak title")
        needs = Strength.CERTAIN if weak else Strength.FIRM
        return Mention(first, title_at, Outlet(form, "", ""), form, needs)

    def _is_sure(self, place: int) -> bool:
        if self.norms[place] not in _sure_starts():
            return False
        found = outlet_at(self.words, self.norms, place, len(self.words))
        return found is not None and " ".join(self.norms[place : found[0]]) in self.sure

    def _describes(self, place: int) -> bool:
        """Whether a word describes an outlet and names none: "local", "Iranian"."""
        norm = self.norms[place]
        return (
            norm in citation_words("kind modifier")
            or norm in citation_words("described")
            or norm.endswith(("an", "ese", "ish", "i", "ch"))
        )

    def _continues_name(self, place: int, *, opening: bool = False) -> bool:
        """Whether a word may be a name's; at a sentence's head only where told so."""
        word = self.words[place]
        return (
            word[0].isupper()
            and word[-1].isalnum()
            and self.norms[place] not in citation_words("no part")
            and not self.norms[place].endswith(COMPOUNDS)
            and (opening or not self.context.begins_sentence(place))
            and self.document.ends[place] + 1 == self.document.starts[place + 1]
        )

    def _entitled(self, place: int, limit: int) -> Mention | None:
        """A title with its article in capitals amid a sentence ("according to The Assembly")."""
        if self.words[place] != "The":
            return None
        if self.context.begins_sentence(place):
            return self._entitled_alone(place, limit)
        last = place + 1
        while last < limit and last - place < 4 and self.words[last][0].isupper():
            if not self.words[last].istitle() or self.norms[last] in citation_words("organisation"):
                return None
            last += 1
        if last == place + 1 or outlet_at(self.words, self.norms, place + 1, limit):
            return None
        start, end = self.document.span(place, last)
        form = self.document.text[start:end]
        return Mention(place, last, Outlet(form, "", ""), form, Strength.CERTAIN)

    def _entitled_alone(self, place: int, limit: int) -> Mention | None:
        """A paper by its last word at a sentence's head: "The Post [first] reported"."""
        last = place + 2
        if last >= limit or self.norms[place + 1] not in citation_words("short"):
            return None
        reports = "reported" in self.norms[last : last + 2]
        if not (reports and self.words[place + 1].istitle()):
            return None
        start, end = self.document.span(place, last)
        form = self.document.text[start:end]
        return Mention(place, last, Outlet(form, "", ""), form, Strength.FIRM)

    def _goes_on(self, last: int) -> bool:
        """Whether "of" and a capital make a longer name ("The Journal of the ... Association")."""
        if last >= len(self.words) or self.norms[last] != "of":
            return False
        following = self.words[last + 1 : last + 3]
        if following[:1] == ["the"]:
            following = following[1:]
        return bool(following) and following[0][0].isupper()

    def _stands_alone(self, first: int, last: int) -> bool:
        """Whether no capitals beside a name make it a part of another."""
        words, norms = self.words, self.norms
        if last < len(words) and self.document.starts[last] == self.document.ends[last - 1] + 1:
            after = words[last]
            staff = citation_words("staff")
            if after[0].isupper() and staff.isdisjoint(norms[last : last + 3]):
                return False
            # "The Journal of Neuroscience", "the Times of London": another name.
            if self._goes_on(last):
                return False
        if first == 0 or self.context.begins_sentence(first):
            return True
        before = words[first - 1]
        staff = citation_words("staff")
        if norms[first - 1] in ("of", "for") and first > 1 and words[first - 2][0].isupper():
            return norms[first - 2] in staff  # "the Ministry of Foreign Affairs"
        if self.document.ends[first - 1] + 1 != self.document.starts[first]:
            return True
        nationality = norms[first - 1].endswith(("an", "ese", "ish", "i", "ch"))
        return (
            not before[0].isupper()
            or norms[first - 1] in citation_words("no part")
            or self.context.begins_sentence(first - 1)
            or nationality
        )

    def _ends_phrase(self, last: int) -> bool:
        """Whether no noun follows: "told the Australian" is, "the Australian police" is not."""
        if last >= len(self.norms) or not self.norms[last][0].isalnum():
            return True
        if self.norms[last].endswith("ly"):
            # "the Guardian grudgingly admits"
            behind = self.norms[last + 1 : last + 2]
            return behind != [] and behind[0] in citation_words("verb")
        return any(
            self.norms[last] in citation_words(section)
            for section in ("after", "filler", "time", "verb", "firm verb", "firm noun", "staff")
        ) or self.norms[last] in citation_words("affix")

    def _has_made(self, place: int, last: int, key: str) -> bool:
        """Whether a common name stands before what an outlet makes: "a Federalist story"."""
        entitled = self.norms[place - 1] in {"a", "an"} or self.words[place - 1] == "The"
        made = self.norms[last] in _MADE
        return entitled and made and key not in citation_words("person too")

    def _form(self, outlet: Outlet, first: int, last: int) -> str:
        start, end = self.document.span(first, last)
        form = self.document.text[start:end]
        # A name that is spelled with its article keeps it, its short forms do not.
        return outlet.name if outlet.name == f"The {form}" else form
