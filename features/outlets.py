"""The table of news outlets: names found at a place of a text, and addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from credscore.lexicons import read_sections
from credscore.tokens import WORDS_KEPT, normalise, tokenise

__all__ = [
    "REPORTS",
    "Outlet",
    "bare_name",
    "citation_words",
    "describes_outlet",
    "host_of",
    "known_outlet",
    "may_open",
    "outlet_at",
    "outlet_of_address",
    "outlet_starts",
]

_PACKAGE = "credscore.features"
# The first word of each row, "The" left out.
_FIRST_WORD = re.compile(r"^(?:The )?([^ \t\n]+).*$", re.MULTILINE)
_NAME = re.compile(r"^[^\t\n]+", re.MULTILINE)
_HOST = re.compile(r"(?:https?:)?//(?:[^/@\s]*@)?([\w.-]+)", re.IGNORECASE)


class Outlet(NamedTuple):
    """A news outlet.

    Attributes
    ----------
    name : str
        Its usual name.
    domain, country : str
        Empty where unknown.
    written_out : bool
        Whether a mention is shown under `name` whatever the article calls it: an alias or a
        programme.
    """

    name: str
    domain: str
    country: str
    written_out: bool = False


@cache
def citation_words(section: str) -> frozenset[str]:
    """Entries of a section of `citations.txt`, normalised."""
    return frozenset(map(normalise, _sections()[section]))


@cache
def _sections() -> Mapping[str, tuple[str, ...]]:
    return read_sections(_PACKAGE, "citations.txt")


def bare_name(name: str) -> str:
    """A normalised name without its article."""
    return name.removeprefix("the ")


def _tokens(name: str) -> list[str]:
    """The tokens of a name."""
    # Letters and blanks alone need no pattern to be cut.
    plain = name.isascii() and name.replace(" ", "").isalpha()
    return name.split() if plain else tokenise(name)[0]


def _key(name: str) -> tuple[str, ...]:
    """The normalised tokens of a name, without its article."""
    words = tuple(map(normalise, _tokens(name)))
    return words[1:] if len(words) > 1 and words[0] == "the" else words


# By the tokens of a name its outlet and the name's spelling, or the row that gives them.
_Names = dict[tuple[str, ...], tuple[Outlet, str] | str]
# What is seen of a word that begins no name.
_UNSEEN = ("", False)


class _Table:
    """Rows under the first word of their name; one is parsed when what may be its name is met.

    The rows stay text until then: many small objects would cost every collection of garbage.
    """

    def __init__(self, text: str, sections: Mapping[str, Sequence[str]]) -> None:
        self._text = text
        # Lines of the text.
        self._rows: dict[str, str] = {}
        for word, line in zip(_FIRST_WORD.findall(text), text.splitlines(), strict=True):
            if word.startswith("#"):
                continue
            key = normalise(word)
            if not key.isalnum() and not key.replace("-", "").isalnum():
                key = normalise(tokenise(word)[0][0])
            before = self._rows.get(key)
            self._rows[key] = line if before is None else f"{before}\n{line}"
        # What was found of first words that were met: their names, normalised, in one text, and
        # whether the word is one by itself.
        self._seen: dict[str, tuple[str, bool]] = {}
        self._parsed: dict[tuple[str, str], tuple[int, _Names]] = {}
        # Names of the lexicon, under their first word: form, canonical name, whether written out.
        self._given: dict[str, list[tuple[str, str, bool]]] = {}
        for name in (*sections["agency"], *sections["known"]):
            self._give(name, name, written_out=False)
        for section in ("brand", "alias", "programme"):
            for entry in sections[section]:
                form, _, name = entry.partition(" = ")
                self._give(form, name, written_out=section != "brand")
                if section == "brand":
                    self._give(name, name, written_out=False)

    def _give(self, form: str, name: str, *, written_out: bool) -> None:
        first = form.removeprefix("The ").partition(" ")[0]
        key = normalise(tokenise(first)[0][0])
        self._given.setdefault(key, []).append((form, name, written_out))
        self._rows.setdefault(key, "")

    def first_words(self) -> frozenset[str]:
        """First words, normalised, of all names."""
        return frozenset(self._rows)

    def sign(self, first: str, second: str) -> str | None:
        """What all names hold that begin with a word and go on with the one behind it, "" for none.

        Empty where the word may only be a name by itself, None where no name begins so.
        """
        names, alone = self._seen.get(first) or self._see(first)
        if second and names:
            # Letters stand behind letters with a blank between.
            parted = second.isalnum() and first[-1].isalnum()
            sign = (f" {second}" if parted else second).lower()
            if sign in names:
                return sign
        return "" if alone else None

    def under(self, first: str, sign: str) -> tuple[int, _Names]:
        """Outlets whose name is a word or begins with it and holds a sign.

        Most tokens of one, and the spelling by tokens.
        """
        return self._parsed.get((first, sign)) or self._parse(first, sign)

    def _see(self, first: str) -> tuple[str, bool]:
        if first not in self._rows:
            return _UNSEEN
        forms = _NAME.findall(self._rows[first])
        forms += (form for form, _, _ in self._given.get(first, ()))
        names = normalise("\n".join(["", *forms, ""]))
        # "US" is a word of its own, and in small letters in a text of many.
        word = first.lower()
        seen = names, f"\n{word}\n" in names or f"\nthe {word}\n" in names
        self._seen[first] = seen
        return seen

    def _parse(self, first: str, sign: str) -> tuple[int, _Names]:
        names: _Names = dict(self._listed(first, sign))
        for form, name, written_out in self._given.get(first, ()):
            key = _key(form)
            if len(key) > 1 and not (sign and sign in normalise(form)):
                continue
            rows = map(self._row, dict.fromkeys((name, form)))
            row = next(filter(None, rows), Outlet(name, "", ""))
            shown = row.name if row.name == f"The {name}" else name
            names[key] = (Outlet(shown, row.domain, row.country, written_out), form)
        parsed = self._parsed[first, sign] = (max(map(len, names)), names)
        return parsed

    def _listed(self, first: str, sign: str) -> dict[tuple[str, ...], str]:
        """Rows, by their names' tokens, whose name is a word or begins with it and holds a sign."""
        found: dict[tuple[str, ...], str] = {}
        names, _ = self._seen.get(first) or self._see(first)
        rows = self._rows.get(first, "").splitlines()
        alone = (first.lower(), f"the {first.lower()}")
        for name, line in zip(names.split("\n")[1:], rows, strict=False):
            if (sign and sign in name) or name in alone:
                found.setdefault(_key(line.partition("\t")[0]), line)
        return found

    def _row(self, name: str) -> Outlet | None:
        """The row of just this name, if it has an address."""
        key = _key(name)
        sign = self.sign(key[0], key[1] if len(key) > 1 else "")
        line = None if sign is None else self._listed(key[0], sign).get(key)
        row = _outlet(line) if line else None
        return row if row and row.domain else None

    def domains(self) -> dict[str, str]:
        """Return the rows of all outlets that have a domain, by domain."""
        rows: dict[str, list[str]] = {}
        for line in self._text.splitlines():
            if not line.startswith("#"):
                rows.setdefault(line.split("\t")[1], []).append(line)
        rows.pop("", None)
        return {domain: _owner(domain, lines) for domain, lines in rows.items()}


# First labels of addresses that tell nothing of whose they are.
_SERVERS = frozenset(("english", "news", "search", "www"))


def _owner(domain: str, rows: Sequence[str]) -> str:
    """The row of the outlet whose domain it is: of several, that which is called so."""
    if len(rows) == 1:
        return rows[0]
    labels = [label for label in domain.split(".") if label not in _SERVERS]
    stem = labels[0].removeprefix("the")
    for row in rows:
        words = [word.lower() for word in _tokens(row.partition("\t")[0])] or [" "]
        name = "".join(words)
        short = {"".join(word[0] for word in words), words[0] + words[-1]}
        # "thestar.com" of the Toronto Star, "xinhuanet.com" of Xinhua, "aa.com.tr" of the
        # Anadolu Agency, "naplesnews.com" of the Naples Daily News
        if stem in name or name in stem or stem in short:
            return row
    # Several papers share it, and it is nobody's of them.
    country = rows[0].rpartition("\t")[2]
    return f"{domain}\t{domain}\t{country}"


def _outlet(line: str) -> Outlet:
    name, domain, country = line.split("\t")
    return Outlet(name, domain, country)


def _named(found: tuple[Outlet, str] | str) -> tuple[Outlet, str]:
    """An outlet and the spelling of its name."""
    if isinstance(found, tuple):
        return found
    row = _outlet(found)
    return row, row.name


@cache
def _table() -> _Table:
    text = files(_PACKAGE).joinpath("outlets.tsv").read_text(encoding="utf-8")
    return _Table(text, _sections())


@cache
def _domains() -> dict[str, str]:
    return _table().domains()


@cache
def outlet_starts() -> frozenset[str]:
    """First words, normalised, of all names."""
    return _table().first_words()


def may_open(first: str, second: str) -> bool:
    """Whether a name may begin with a token, by itself or with the one behind it."""
    return _table().sign(first, second) is not None


def outlet_at(
    words: Sequence[str], norms: Sequence[str], first: int, last: int
) -> tuple[int, Outlet] | None:
    """Find the longest name that begins at a token.

    Parameters
    ----------
    words, norms : sequence of str
        The tokens as they stand, and normalised.
    first, last : int
        Where the name begins, and the token it may not reach beyond.

    Returns
    -------
    tuple of int and Outlet, or None
        The end of the name, exclusive, and the outlet.
    """
    table = _table()
    sign = table.sign(norms[first], norms[first + 1] if first + 1 < last else "")
    if sign is None:
        return None
    longest, names = table.under(norms[first], sign)
    for length in range(min(longest, last - first), 0, -1):
        found = names.get(tuple(norms[first : first + length]))
        if found is not None:
            outlet, name = _named(found)
            if _spelled(words[first : first + length], name):
                return first + length, outlet
    return None


def _spelled(words: Sequence[str], name: str) -> bool:
    """Whether the capitals are those of a name: "Time" is not "time", nor "AP" "ap"."""
    if len(words) == 1:
        plain = name.removeprefix("The ").removeprefix("the ")
        if plain.isupper() and len(plain) <= 5:
            return words[0].isupper()
        return not words[0].islower() or plain.islower()
    return _has_capitals(words)


def _has_capitals(words: Sequence[str]) -> bool:
    """Whether several words have the capitals of a name."""
    if words[0].islower():
        return False
    return not words[-1].islower() or words[-1] in ("'s", "’s")  # "Barron's"


@lru_cache(maxsize=WORDS_KEPT)
def known_outlet(name: str) -> str | None:
    """Canonical name of the outlet that a phrase names, or None.

    Parameters
    ----------
    name : str
        A phrase, with or without "the".

    Examples
    --------
    >>> known_outlet("the New York Times"), known_outlet("WSJ"), known_outlet("the minister")
    ('The New York Times', 'The Wall Street Journal', None)
    """
    words = _tokens(name)
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    if not words or (len(words) > 1 and not _has_capitals(words)):
        return None
    norms = [normalise(word) for word in words]
    found = outlet_at(words, norms, 0, len(words))
    return found[1].name if found and found[0] == len(words) else None


def host_of(address: str) -> str:
    """Host of a page's address in lower case without "www.", empty where it has none."""
    match = _HOST.match(address.strip())
    return match[1].lower().strip(".").removeprefix("www.") if match else ""


def outlet_of_address(address: str) -> Outlet | None:
    """Find the outlet that a page's address belongs to, by the longest known end of its host.

    Examples
    --------
    >>> outlet_of_address("https://edition.cnn.com/2020/01/01/story.html").name
    'CNN'
    >>> outlet_of_address("/about") is None
    True
    """
    labels = host_of(address).split(".")
    domains = _domains()
    for place in range(len(labels) - 1):
        found = domains.get(".".join(labels[place:]))
        if found is not None:
            return _outlet(found)
    return None


def describes_outlet(norms: Sequence[str]) -> bool:
    """Whether a phrase's head noun is a kind of news outlet.

    Parameters
    ----------
    norms : sequence of str
        The words of a noun phrase, lower-cased, its head last before any preposition.

    Examples
    --------
    >>> describes_outlet("a private news tv channel".split())
    True
    >>> describes_outlet("the drug agency".split())
    False
    """
    if _outlet_heads().isdisjoint(norms):
        return False
    for place, norm in enumerate(norms):
        # "an official not authorised [to] speak to the media"
        if place and norm in ("in", "of", "from", "at", "for", "that", "to", "which", ","):
            norms = norms[:place]
            break
    head, before = norms[-1], set(norms[:-1])
    if head in REPORTS:
        return bool(before & {"media", "news", "press"})
    if head in _AGENCIES:
        return bool(before & {"news", "press", "wire"})
    if head in _STATIONS:
        # A network or a station alone is an outlet only as "the network", of one named before.
        other = before - {"the", "a", "an"}
        return (not other and "the" in before) or bool(before & citation_words("broadcast"))
    return head in citation_words("kind")


REPORTS = frozenset(("report", "reports"))
_AGENCIES = frozenset(("agency", "agencies", "organisation", "organization", "site", "website"))
_STATIONS = frozenset(
    ("channel", "channels", "network", "networks", "station", "stations", "affiliate")
)


@cache
def _outlet_heads() -> frozenset[str]:
    return REPORTS | _AGENCIES | _STATIONS | citation_words("kind")
