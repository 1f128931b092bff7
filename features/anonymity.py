"""Where an article says that a source asked for anonymity or was given it."""

from __future__ import annotations

from functools import cache

from credscore.document import Document
from credscore.features.source_types import source_words

__all__ = ["anonymity_places"]


@cache
def _phrases() -> dict[str, list[tuple[str, ...]]]:
    index: dict[str, list[tuple[str, ...]]] = {}
    for entry in source_words("anonymity"):
        words = tuple(entry.split())
        index.setdefault(words[0], []).append(words)
    return index


def anonymity_places(document: Document) -> dict[int, int]:
    """Find the sentences that say so.

    Parameters
    ----------
    document : Document
        What to look at.

    Returns
    -------
    dict of int to int
        The token at which the phrase begins, by sentence.

    Examples
    --------
    >>> from credscore.article import Article
    >>> text = "It is over, one aide said on condition of anonymity. Nobody else spoke."
    >>> sorted(anonymity_places(Document(Article(text))))
    [0]
    """
    phrases, norms = _phrases(), document.norms
    found: dict[int, int] = {}
    for place, norm in enumerate(norms):
        for phrase in phrases.get(norm, ()):
            if tuple(norms[place : place + len(phrase)]) == phrase:
                found.setdefault(document.sentence_of[place], place)
    return found
