"""A source while its article is read: what is known of it so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from credscore.findings import SourceType

__all__ = ["UNKNOWN_PERSON", "Entity"]

# Name of whoever "he" or "she" stands for where nobody fits.
UNKNOWN_PERSON = "unnamed person"


@dataclass(slots=True)
class Entity:
    """A source, or a person who may become one, while the article is read.

    Attributes
    ----------
    number : int
        In order of first meeting.
    type : SourceType
        As known so far.
    name : str
        The fullest form, or a short description.
    heads : set of str
        Nouns that describe it, in the singular.
    gender : str
        "f", "m" or "" where nothing tells.
    plural : bool
        Whether "they" may stand for it.
    seen, spoke : int
        Token of the latest mention, and of the latest with something attributed to it; -1 for none.
    named : int
        How often it was met.
    met : int
        Token where a person's name was met first.
    indefinite : bool
        Whether "a" or "an" introduced it: "a top official".
    mentions : list of tuple of int
        Token ranges with something attributed to them.
    role : str
        Role or title, as the article gives it.
    knows : bool
        Whether the article says how it knows.
    anonymity : bool
        Whether the article says that it asked for anonymity or was given it.
    reason : str
        The reason given for that.
    words : frozenset of str
        What describes several people without a name, and what sets a paper apart; empty for others.
    named_body : bool
        Whether it is a body that the article has called by a name.
    speaks_for : str
        The body that a spokesperson without a name speaks for; empty for others.
    names : frozenset of str
        Words by which a paper is told from others: whose it is, or from when.
    """

    number: int
    type: SourceType
    name: str
    heads: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    seen: int = -1
    spoke: int = -1
    named: int = 0
    met: int = -1
    indefinite: bool = False
    mentions: list[tuple[int, int]] = field(default_factory=list)
    role: str = ""
    knows: bool = False
    anonymity: bool = False
    reason: str = ""
    named_body: bool = False
    speaks_for: str = ""
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
