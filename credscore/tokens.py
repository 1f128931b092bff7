"""Cutting a text into tokens, once, with offsets."""

from __future__ import annotations

import re
from itertools import accumulate

__all__ = ["WORDS_KEPT", "has_capital", "normalise", "tokenise"]

# What was found out of a word is remembered of so many words: a stream of articles brings new ones
# for ever.
WORDS_KEPT = 8192

# One alternative a line: a shortcut for the commonest token, then the most specific first. Clitics
# ('s, 're) are tokens of their own, so that a source's span can leave them out; "don't" and
# "O'Neill" stay whole. The e-mail has a bound, for without one a long run of dots and hyphens would
# take quadratic time.
_PATTERN = r"""
    [A-Za-z]++(?=[\ ,])                                 # plain word: the shortcut
  | https?://[^\s<>"“”]*[\w/]                          # address
  | www\.[^\s<>"“”]*[\w/]
  | [@\#]\w+                                           # handle, hash tag
  | \w[\w-]*+(?:\.\w[\w-]*+){0,3}?\.(?:com|org|net|co\.[a-z]{2})\b  # site: Metro.co.uk
  | (?<=[\w.])['’](?:s|re|ve|ll|d|m|S)\b               # clitic
  | (?:Dr\.P\.H|(?:Ed|Pharm|Ph|Psy|Sc|Th)\.[BDMS])\b\.?  # Ph.D.
  | (?:[^\W\d_]\.){2,}                                 # U.S., p.m., J.K.
  | [A-Za-z]{1,3}\d+(?:[.,]\d+)+(?:m|bn|k)?\b        # sum of money: Rs1.2
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k|am|pm)?\b  # number, time, ordinal
  | \w+(?:(?:[-‑&]|['’](?!(?:s|re|ve|ll|d|m|S)\b))\w+)*   # word, with hyphens and apostrophes
  | \.{2,}|…                                           # ellipsis
  | ``|''                                              # typewriter quotation marks
  | [-–—]+                                             # dashes
  | \S                                                 # any other sign
"""
_EMAIL = r"""
    [A-Za-z]++(?=[\ ,])
  | [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+
  |
"""
_TOKEN = re.compile(f"({_PATTERN})", re.VERBOSE)
_TOKEN_OR_EMAIL = re.compile(f"({_EMAIL}{_PATTERN})", re.VERBOSE)
_NORMAL = (("’", "'"), ("‘", "'"), ("‑", "-"), ("“", '"'), ("”", '"'))
# Islamic State, information technology, the country, the World Health Organization: words that
# would be a verb or pronouns in lower case.
_ACRONYMS = frozenset(("IS", "IT", "US", "WHO"))


def normalise(word: str) -> str:
    """Lower-case, with straight quotation marks and plain hyphens.

    Acronyms that would be a verb or pronouns stay as they are.

    Examples
    --------
    >>> normalise("Who"), normalise("WHO")
    ('who', 'WHO')
    """
    if word in _ACRONYMS:
        return word
    if not word.isascii():
        for sign, plain in _NORMAL:
            word = word.replace(sign, plain)
    return word.lower()


def has_capital(word: str) -> bool:
    """Whether a token begins with a capital."""
    return word[0].isupper()


def tokenise(text: str) -> tuple[list[str], list[int], list[int]]:
    """Cut a text into tokens.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    words : list of str
        The tokens as they stand.
    starts, ends : list of int
        Their offsets, end exclusive.

    Examples
    --------
    >>> tokenise("U.S. troops don't go; Khan's do.")[0]
    ['U.S.', 'troops', "don't", 'go', ';', 'Khan', "'s", 'do', '.']
    """
    pattern = _TOKEN_OR_EMAIL if "@" in text else _TOKEN
    # Gap, token, gap, token, ..., gap: much faster than asking each match for its place.
    parts = pattern.split(text)
    places = list(accumulate(map(len, parts)))
    return parts[1::2], places[:-1:2], places[1::2]
