"""Other news outlets as origin or carrier of information: by name, by description, by link.

A name is a citation only where something says that the outlet reports, is told, is quoted or
employs the speaker; an outlet that is merely in the news is none. How much is asked for depends on
the name: an agency's stands for itself in a credit line, "Time" needs to be told something.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from credscore.document import Document
from credscore.features.citation_context import Context, Mention, Strength
from credscore.features.citation_descriptions import DescriptionFinder, description_heads
from credscore.features.citation_names import SMALL_PARTS, NameFinder, has_form, is_marked
from credscore.features.outlets import (
    Outlet,
    citation_words,
    known_outlet,
    outlet_at,
    outlet_of_address,
    outlet_starts,
)
from credscore.features.publisher import Publisher, plain_name
from credscore.findings import Citation, CitationKind
from credscore.quotations import CLOSING_MARKS, OPENING_MARKS
from credscore.tokens import normalise

__all__ = ["find_citations"]

# Tokens from the mark that opens a programme's name to the one that closes it.
_LONGEST_PROGRAMME = 9
_OWNING = frozenset(("'s", "’s", "’", "'"))
_JOINTS = frozenset((",", "/", "and", "or", "the", "both", "&"))


class _Found(NamedTuple):
    first: int
    last: int
    outlet: Outlet | None
    form: str


def find_citations(document: Document) -> tuple[Citation, ...]:
    """Find every citation of another news outlet.

    Parameters
    ----------
    document : Document
        The article.

    Returns
    -------
    tuple of Citation
        In order of place. `outlet` is the fullest form that the article uses, so that "AP" and
        "The Associated Press" are one; `domain` is that of the outlet where it is known.

    Examples
    --------
    >>> from credscore.article import Article
    >>> text = "Prices rose, the Associated Press reported. “A lot,” a clerk told the AP."
    >>> [found.outlet for found in find_citations(Document(Article(text)))]
    ['The Associated Press', 'The Associated Press']
    """
    if not document.words:
        return ()
    found = _Finder(document).find()
    names = _fullest_forms(found)
    rows: list[tuple[int, int, Outlet | None, str, str, CitationKind]] = []
    for mention in found:
        start, end = document.span(mention.first, mention.last)
        kind: CitationKind = "named" if mention.outlet else "described"
        name = names[_identity(mention.outlet)] if mention.outlet else ""
        rows.append((start, end, mention.outlet, name, "", kind))
    rows.extend(_links(document))
    rows.sort(key=lambda row: row[:2])
    return tuple(
        Citation(
            f"x{number}",
            start,
            end,
            document.text[start:end],
            name,
            outlet.domain if outlet else "",
            url,
            kind,
            outlet.country if outlet else "",
        )
        for number, (start, end, outlet, name, url, kind) in enumerate(rows, start=1)
    )


def _links(
    document: Document,
) -> Iterator[tuple[int, int, Outlet | None, str, str, CitationKind]]:
    own = Publisher(document.article) if document.article.links else None
    for link in document.article.links:
        outlet = outlet_of_address(link.href)
        if own is not None and outlet is not None and not own.is_outlet(outlet):
            yield link.start, link.end, outlet, outlet.name, link.href, "link"


def _identity(outlet: Outlet) -> str:
    """What all names of an outlet share."""
    return outlet.domain or plain_name(outlet.name)


def _fullest_forms(found: list[_Found]) -> dict[str, str]:
    names: dict[str, str] = {}
    for mention in found:
        if mention.outlet is None:
            continue
        key = _identity(mention.outlet)
        form = mention.outlet.name if mention.outlet.written_out else mention.form
        if len(form) > len(names.get(key, "")):
            names[key] = form
    return names


@cache
def _capital_heads() -> frozenset[str]:
    """Normalised words in capitals at which a mention may begin or end."""
    heads = outlet_starts() | description_heads()
    heads |= citation_words("title") | citation_words("weak title")
    # "The" opens a title amid a sentence; such words else open a sentence more than a name.
    # "The Sunday Times": other names begin with no day.
    return (heads - citation_words("no part")) | {"the", "sunday"}


def _may_name(words: Sequence[str]) -> list[int]:
    """Whether a mention may begin at each word or, for descriptions, end.

    2 for one that may whatever stands behind it, 1 for one that a table may have by itself or with
    what stands behind it, 0 for others.
    """
    heads = _small_heads()
    return [
        # Most words are of small letters alone.
        (2 if word in heads else 0)
        if word.islower() and word.isascii() and word.isalpha()
        else _may_begin(word)
        for word in words
    ]


@cache
def _small_heads() -> frozenset[str]:
    """Normalised words in small letters at which a mention may begin or end."""
    return description_heads() | {"paper"}


def _may_begin(word: str) -> int:
    if word.islower():
        norm = word if word.isascii() else normalise(word)
        # "bdnews24.com"
        sited = "." in word and "." in word[1:-1] and "@" not in word
        return 2 * (sited or norm in _small_heads())
    norm = normalise(word)
    if word == norm and not word.isupper():
        return 2 * (norm in description_heads())
    if norm in _capital_heads():
        return 1 + (norm == "the" or norm in description_heads() or is_marked(word, norm))
    return 2 * (
        len(word) > 3
        and (not word.istitle() or word[0].isdigit() or "-" in word)
        and (has_form(word) or "." in word[1:-1])
    )


class _Finder:
    """One pass over an article."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = document.words
        self.norms = document.norms
        self.context = Context(document)
        self.publisher = Publisher(document.article)
        self.names = NameFinder(document, self.context)
        self.descriptions = DescriptionFinder(document, self.context)
        # Short forms of the outlets named so far, with the form that they are short for.
        self.short: dict[str, tuple[Outlet, str]] = {}
        self.others: set[str] = set()
        # Token behind the last citation.
        self._cited_at = 0

    def find(self) -> list[_Found]:
        """All citations by name or description, in order."""
        found: list[_Found] = []
        doubtful: list[Mention] = []
        introduced: list[Mention] = []
        last_cited: Outlet | None = None
        end = 0
        for place, alone in self._triggers():
            if place < end:
                continue
            if not (alone or self.norms[place] in self.short or self.names.may_open(place)):
                continue
            mention = (
                self._again(place, last_cited)
                or self.names.at(place)
                or self.descriptions.at(place)
            )
            if mention is None or mention.first < end:
                continue
            if self.norms[mention.first] == "the" and mention.last - mention.first == 2:
                # "The Post reported", of the New York Post
                known = self.short.get(self.norms[mention.last - 1])
                if known and mention.outlet is not None and not mention.outlet.domain:
                    mention = mention._replace(outlet=known[0], form=known[1])
            if mention.outlet is not None:
                if self._is_initials_of_another(mention):
                    end = mention.last
                    continue
                if mention.outlet.domain:
                    self._remember(mention, mention.outlet)
                elif mention.first > place and self.norms[place] not in ("site", "website"):
                    introduced.append(mention)  # "the online outlet Zaborona"
                if self.publisher.is_outlet(mention.outlet, mention.form):
                    end = mention.last
                    continue
            if self._is_credit_of_photo(mention):
                continue
            # "The Associated Press (AP)" is one mention.
            if (
                found
                and found[-1].outlet == mention.outlet
                and (self.norms[found[-1].last : mention.first] == ["("])
            ):
                continue
            if self.context.strength(mention.first, mention.last) >= mention.needs:
                found.append(self._widened(mention))
                end = self._cited_at = found[-1].last
                if mention.outlet is not None:
                    self._remember(mention, mention.outlet)
                    last_cited = mention.outlet
            elif mention.outlet is not None:
                doubtful.append(mention)
                # No other name begins inside a name: "York Times" is none.
                if mention.last - place > 1:
                    end = mention.last
        if introduced:
            found.extend(self._met_again(introduced, found))
            found.sort(key=lambda mention: mention.first)
        return self._with_coordinated(found, doubtful)

    def _met_again(self, introduced: list[Mention], found: list[_Found]) -> list[_Found]:
        """Citations of outlets whose names only the noun before them once made outlets'."""
        taken = {place for mention in found for place in range(mention.first, mention.last)}
        again: list[_Found] = []
        for known in introduced:
            if known.outlet is None or self.publisher.is_outlet(known.outlet, known.form):
                continue
            name = self.words[known.first : known.last]
            for place in self.document.places_of({self.norms[known.first]}):
                last = place + len(name)
                if place < known.last or place in taken or self.words[place:last] != name:
                    continue
                if self.context.strength(place, last) >= known.needs:
                    mention = self._widened(known._replace(first=place, last=last))
                    taken.update(range(mention.first, mention.last))
                    again.append(mention)
        return again

    def _triggers(self) -> list[tuple[int, bool]]:
        """Tokens where a mention may begin, or, for descriptions, end.

        With each whether it may whatever stands behind it.
        """
        document = self.document
        sentences, sentence_of = document.sentences, document.sentence_of
        may_name = document.vocabulary.bits(_may_name).take(document.numbers)
        places = may_name.nonzero()[0]
        return [
            (place, alone)
            for place, alone in zip(places.tolist(), (may_name[places] > 1).tolist(), strict=True)
            if sentences[sentence_of[place]].kind == "body"
            or self.context.is_credit_line(place)
            or self.context.tells_origin(place)
        ]

    def _is_initials_of_another(self, mention: Mention) -> bool:
        """Whether an acronym was given to something else: "... Psychiatric Association (APA)"."""
        norm = self.norms[mention.first]
        if mention.last - mention.first > 1 or not self.words[mention.first].isupper():
            return False
        # "PTI leaders", but "the BBC chairman"
        behind = self.norms[mention.last : mention.last + 1]
        if behind and behind[0] in citation_words("party") and norm in self.names.agencies:
            self.others.add(norm)
        if norm in self.others:
            return True
        place = mention.first - 2
        if norm in self.short or place < 0 or self.words[place + 1] != "(":
            return False
        before = self.words[place]
        if self.context.is_dateline(place) or before[0] not in self.words[mention.first]:
            return False
        names = [word for word in self.words[max(place - 6, 0) : place + 1] if word[0].isupper()]
        if any(known_outlet(" ".join(names[at:])) for at in range(len(names))):
            return False
        parts = [part for word in names for part in word.split("-") if part[:1].isupper()]
        initials = "".join(part[0] for part in parts).lower()
        goes_on = self.words[mention.last + 1 : mention.last + 2]
        if initials.endswith(norm) or (goes_on and goes_on[0].islower()):
            self.others.add(norm)
            return True
        return False

    def _remember(self, mention: Mention, outlet: Outlet) -> None:
        """Keep the last word of a name, and its initials, as short forms of it."""
        names = [norm for norm in self.norms[mention.first : mention.last] if norm != "the"]
        if len(names) > 1 and self._is_short(mention.last - 1):
            self.short[names[-1]] = (outlet, mention.form)
        if len(names) == 1 and has_form(self.words[mention.first]):
            self.short[names[0]] = (outlet, mention.form)
        if len(names) > 2:
            initials = "".join(name[0] for name in names if name not in SMALL_PARTS)
            self.short[initials] = (outlet, mention.form)

    def _is_short(self, place: int) -> bool:
        """Whether an outlet may be called by a word alone: "the Post", "the Star-Ledger"."""
        parts = self.words[place].split("-")
        joined = len(parts) == 2 and all(map(str.istitle, parts))
        return joined or self.norms[place] in citation_words("short")

    def _again(self, place: int, last_cited: Outlet | None) -> Mention | None:
        """A short form of an outlet named in full before, or a noun for one already cited."""
        norms, words = self.norms, self.words
        if not words[place].islower():
            known = self.short.get(norms[place])
            return known and self._shortened(place, *known)
        if last_cited is None:
            return None
        # "The magazine Vogue" names another.
        if place + 1 < len(words) and words[place + 1][0].isupper():
            return None
        for length in (2, 1):
            first = place + 1 - length
            phrase = " ".join(norms[first : place + 1])
            if phrase == "paper" and "paper" in norms[self._cited_at : first]:
                # "The white paper": no newspaper.
                continue
            if first > 0 and norms[first - 1] == "the" and phrase in citation_words("anaphor"):
                form = last_cited.name if last_cited.written_out else ""
                return Mention(first - 1, place + 1, last_cited, form, Strength.SOME)
        return None

    def _shortened(self, place: int, outlet: Outlet, form: str) -> Mention | None:
        """What may be a short form, if it is written as one and begins no longer name."""
        word = self.words[place]
        whole = outlet_at(self.words, self.norms, place, len(self.words))
        if whole is not None and whole[0] > place + 1:
            # "The Times of India", where the New York Times was cited
            return None
        if word.isupper() or self._is_short(place) or has_form(word):
            return Mention(place, place + 1, outlet, form, Strength.SOME)
        return None

    def _is_credit_of_photo(self, mention: Mention) -> bool:
        norms, last = self.norms, mention.last
        if not citation_words("photo").isdisjoint(norms[last : last + 2]):
            return True
        if norms[last : last + 1] == ["/"] and not citation_words("photo").isdisjoint(
            norms[last : last + 6]
        ):
            return True
        paragraph = self.document.sentences[self.document.sentence_of[mention.first]].paragraph
        first_sentence, end_sentence = self.document.paragraphs[paragraph]
        first = self.document.sentences[first_sentence].first
        end = self.document.sentences[end_sentence - 1].last
        # A caption is short, and says whose picture it is.
        near = norms[max(first, mention.first - 5) : mention.first]
        return (
            end - first < 60
            and not citation_words("photo").isdisjoint(near)
            and ("by" in near or ":" in near)
        )

    def _widened(self, mention: Mention) -> _Found:
        """The mention with its article before and its kind behind ("AFP news agency")."""
        first, last = mention.first, mention.last
        norms = self.norms
        if mention.outlet is None:
            return _Found(first, last, None, "")
        if (
            last + 1 < len(norms)
            and norms[last] == "news"
            and norms[last + 1] in citation_words("affix")
        ):
            last += 2
        elif last < len(norms) and norms[last] in citation_words("affix"):
            last += 1
        elif self.words[last : last + 1] == ["News"] and self.context.ends_name(last + 1):
            last += 1  # "UNB News"
        # "NBC's Meet the Press", "NBC’s “Meet the Press”"
        if norms[last : last + 1] == ["'s"] and last + 2 < len(norms):
            begin = last + 1 + (self.words[last + 1] in OPENING_MARKS)
            programme = outlet_at(self.words, norms, begin, len(norms))
            if programme is not None and programme[1].written_out:
                last = programme[0]
        # A local station's programme is no part of its name.
        if mention.outlet.domain:
            last = max(last, self._programme_end(first, last))
        if first and norms[first - 1] == "the" and not self.context.names_owner(last):
            first -= 1
        return _Found(first, last, mention.outlet, mention.form)

    def _programme_end(self, first: int, last: int) -> int:
        """Where a programme on which somebody speaks ends: "on CBS’ “West 57th”"; 0 for none."""
        words, begin = self.words, last + 1
        owned = last < len(words) and words[last] in _OWNING
        if not owned or self.norms[first - 1] != "on" or begin + 1 >= len(words):
            return 0
        if words[begin] not in OPENING_MARKS or not words[begin + 1][0].isupper():
            return 0
        for place in range(begin + 2, min(begin + _LONGEST_PROGRAMME, len(words))):
            if words[place] in CLOSING_MARKS:
                return place + 1 if words[place - 1] != "," else place - 1
        return 0

    def _with_coordinated(self, found: list[_Found], doubtful: list[Mention]) -> list[_Found]:
        """Add the names that "and" joins to a citation: "Reuters and the Mirror reported"."""
        cited = {mention.first: mention for mention in found}
        every = sorted(
            [*found, *(self._widened(mention) for mention in doubtful)],
            key=lambda mention: mention.first,
        )
        for order in (every, every[::-1]):
            for known, other in pairwise(order):
                left, right = (known, other) if known.first < other.first else (other, known)
                between = self.norms[left.last : right.first]
                if known.first in cited and between and _JOINTS.issuperset(between):
                    cited.setdefault(other.first, other)
        return [cited[first] for first in sorted(cited)]
