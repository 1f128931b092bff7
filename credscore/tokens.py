"""Cutting a text into tokens, once, with offsets."""

from __future__ import annotations

import re

__all__ = ["normalise", "tokenise"]

# One alternative a line, the most specific first. Clitics ('s, 're) are tokens of their own, so
# that a source's span can leave them out; "don't" and "O'Neill" stay whole. The e-mail has a
# bound, for without one a long run of dots and hyphens would take quadratic time.
_PATTERN = r"""
    https?://[^\s<>"“”]*[\w/]                          # address
  | www\.[^\s<>"“”]*[\w/]
  | [@\#]\w+                                           # handle, hash tag
  | (?<=\w)['’](?:s|re|ve|ll|d|m|S)\b                  # clitic
  | (?:[^\W\d_]\.){2,}                                 # U.S., p.m., J.K.
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|bn|k|am|pm)?\b  # number, time, ordinal
  | \w+(?:(?:[-‑&]|['’](?!(?:s|re|ve|ll|d|m|S)\b))\w+)*   # word, with hyphens and apostrophes
  | \.{2,}|…                                           # ellipsis
  | ``|''                                              # typewriter quotation marks
  | [-–—]+                                             # dashes
  | \S                                                 # any other sign
"""
_EMAIL = r"""
    [\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+
  |
"""
_TOKEN = re.compile(_PATTERN, re.VERBOSE)
_TOKEN_OR_EMAIL = re.compile(_EMAIL + _PATTERN, re.VERBOSE)
_NORMAL = str.maketrans({"’": "'", "‘": "'", "‑": "-", "“": '"', "”": '"'})


def normalise(word: str) -> str:
    """Lower-case, with straight quotation marks and plain hyphens."""
    return word.translate(_NORMAL).lower()


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
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    pattern = _TOKEN_OR_EMAIL if "@" in text else _TOKEN
    for match in pattern.finditer(text):
        words.append(match.group())
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    return words, starts, ends
