"""Signals of the sourcing rules: phrases by which an article follows a rule or breaks it.

One dictionary of phrases finds all of them in one pass. Which rule each signal belongs to, and
whose standard it is, stands beside its measure in `measures.tsv`.
"""

from __future__ import annotations

from functools import cache

from credscore.document import Document
from credscore.lexicons import read_sections

__all__ = ["count_signals"]

_Entry = tuple[tuple[str, ...], bool, str]


@cache
def _index() -> dict[str, list[_Entry]]:
    """Phrases by their first token: tokens, whether the last one is a stem, section."""
    index: dict[str, list[_Entry]] = {}
    for section, entries in read_sections("credscore.features", "signals.txt").items():
        for entry in entries:
            stem = entry.endswith("*")
            tokens = tuple(entry.removesuffix("*").split())
            index.setdefault(tokens[0], []).append((tokens, stem, section))
    for found in index.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return index


def count_signals(document: Document) -> dict[str, int]:
    """Count the signals of an article, page furniture left out.

    Parameters
    ----------
    document : Document
        What to look at.

    Returns
    -------
    dict of str to int
        Occurrences by section of `signals.txt`; at one place a section counts once.

    Examples
    --------
    >>> from credscore.article import Article
    >>> found = count_signals(Document(Article("The firm did not respond. It is unclear why.")))
    >>> sorted(name for name, count in found.items() if count)
    ['response sought', 'unknown said']
    """
    index, norms = _index(), document.norms
    counts = dict.fromkeys(_names(), 0)
    furniture = [sentence.kind == "furniture" for sentence in document.sentences]
    outside = _outside_quotations()
    for place, norm in enumerate(norms):
        if norm not in index or furniture[document.sentence_of[place]]:
            continue
        quoted = document.quotation_of[place] >= 0
        met: set[str] = set()
        for tokens, stem, section in index[norm]:
            if section in met or (quoted and section in outside):
                continue
            if _stands(norms, place, tokens, stem=stem):
                met.add(section)
                counts[section] += 1
    return counts


@cache
def _names() -> tuple[str, ...]:
    return tuple(name for name in read_sections("credscore.features", "signals.txt") if name)


@cache
def _outside_quotations() -> frozenset[str]:
    """Sections that tell of the writer's voice: what a source says does not count."""
    return frozenset(("evaluation", "intensifier", "reporting verb", "sensation"))


def _stands(norms: list[str], place: int, tokens: tuple[str, ...], *, stem: bool) -> bool:
    found = norms[place : place + len(tokens)]
    if len(found) < len(tokens) or found[:-1] != list(tokens[:-1]):
        return False
    return found[-1].startswith(tokens[-1]) if stem else found[-1] == tokens[-1]
