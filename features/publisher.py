"""Who publishes an article: an outlet is no citation in its own pages."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from credscore.article import Article
from credscore.features.name_kinds import name_words
from credscore.features.outlets import (
    Outlet,
    citation_words,
    host_of,
    known_outlet,
    outlet_of_address,
)
from credscore.tokens import WORDS_KEPT

__all__ = ["Publisher", "plain_name"]

_DOMAIN_END = re.compile(r"\.(?:com|org|net|co|tv|news|info|io)(?:\.\w\w)?\Z")
_WORD = re.compile(r"[^\W_]+")
_IN_BRACKETS = re.compile(r"[()]")
_NAME_ENDS = frozenset(
    ("com", "daily", "english", "local", "magazine", "media", "news", "online", "tv")
)


@cache
def _name_ends() -> frozenset[str]:
    """What may follow an outlet's name in that of one of its parts ("BuzzFeed Health")."""
    return _NAME_ENDS | citation_words("edition") | name_words("country")


@lru_cache(maxsize=WORDS_KEPT)
def plain_name(name: str) -> str:
    """Letters and digits of a name in lower case, without "the"."""
    bare = name.lower().removeprefix("the ")
    return bare if bare.isalnum() else "".join(filter(str.isalnum, bare))


class Publisher:
    """Who publishes an article, under all the names that may be met.

    Parameters
    ----------
    article : Article
        Its `publisher` and `url` are read.

    Examples
    --------
    >>> from credscore.features.outlets import outlet_of_address
    >>> paper = outlet_of_address("https://www.nytimes.com/")
    >>> Publisher(Article("", publisher="ny-times")).is_outlet(paper)
    True
    """

    def __init__(self, article: Article) -> None:
        publisher = (article.publisher or "").lower().removeprefix("www.")
        self._keys: set[str] = set()
        self._hosts: set[str] = set()
        self._words: list[str] = []
        if publisher:
            # Publishers come as names, as hosts and as file names ("kr_kherald", "usa-today").
            bare = _DOMAIN_END.sub("", publisher)
            self._words = _WORD.findall(bare.removeprefix("the "))
            # "National Public Radio (NPR)"
            for name in dict.fromkeys((publisher, *_IN_BRACKETS.split(publisher))):
                bare = _DOMAIN_END.sub("", name)
                self._keys.add(plain_name(bare))
                self._keys.add(plain_name(bare.rpartition("_")[2]))
                self._keys.add(plain_name(known_outlet(name.strip()) or ""))
        for address in (article.url or "", f"https://{publisher}" if "." in publisher else ""):
            outlet = outlet_of_address(address)
            if outlet is not None:
                self._keys.add(plain_name(outlet.name))
            self._hosts.add(host_of(address))
        self._keys.discard("")
        self._hosts.discard("")

    def is_outlet(self, outlet: Outlet, form: str = "") -> bool:
        """Whether an outlet is the publisher."""
        host = outlet.domain
        if host and any(
            host == own or host.endswith("." + own) or own.endswith("." + host)
            for own in self._hosts
        ):
            return True
        if not self._keys:
            return False
        # "The Times" in the Seoul Times is the paper itself.
        bare = plain_name(form or outlet.name)
        short = bare in citation_words("short") or "-" in (form or outlet.name)
        if short and any(key.endswith(bare) for key in self._keys):
            return True
        labels = host.split(".")
        names = (outlet.name, form, labels[0], labels[-2] if len(labels) > 1 else "")
        for name in dict.fromkeys(names):
            plain = plain_name(name)
            if plain and any(
                plain == key
                or (plain.startswith(key) and plain[len(key) :] in _name_ends())
                or (key.startswith(plain) and key[len(plain) :] in _NAME_ENDS)
                for key in self._keys
            ):
                return True
        words = _WORD.findall(outlet.name.lower().removeprefix("the "))
        return 1 < len(words) == len(self._words) and all(map(_shortens, self._words, words))


def _shortens(short: str, word: str) -> bool:
    """Whether a word may be written so for short: "wash" for "washington", "kw" for "kuwait"."""
    if len(short) > 2:
        return word.startswith(short)
    return short[0] == word[0] and short[-1] in word[1:]
