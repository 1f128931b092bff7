"""Whether two descriptions mean the same people: "Silva's lawyers", "attorneys representing Silva".

Whom an article never names it calls by what they are, and varies the words; each variant would
count as one more source.
"""

from __future__ import annotations

from credscore.document import Document
from credscore.features.appositives import DETERMINERS
from credscore.features.noun_phrases import phrase_words
from credscore.features.source_descriptions import LAWYERS
from credscore.features.source_types import Phrase, singular, source_words

__all__ = ["described_by", "makes_studies", "same_people"]

_LITTLE = DETERMINERS | frozenset(
    ("'s", "'", ",", "and", "or", "representing", "who", "these", "those", "(", ")", "-", ".")
)
# Words that set a description apart from all before it: "another official", "two officials".
_APART = frozenset(
    ("another", "other", "others", "some", "many", "several", "few", "more", "most", "multiple",
     "various", "numerous", "dozens", "hundreds", "both", "one", "two", "three", "four", "five",
     "six", "seven", "eight", "nine", "ten", "a", "an", "different", "second", "third", "separate",
     "former", "current")
)  # fmt: skip
_SYNONYMS = dict.fromkeys(LAWYERS, "lawyer")
_WEIGHTLESS = frozenset(("senior", "top", "local", "high-ranking"))


def described_by(document: Document, phrase: Phrase) -> frozenset[str]:
    """The words that tell which people a phrase means, in the singular.

    Empty where it means somebody new ("two officials") or is no description of several people.
    """
    if phrase.type != "unnamed" or not phrase.plural:
        return frozenset()
    norms = document.norms[phrase.first : phrase.last]
    if norms[0].isdigit() or not _APART.isdisjoint(norms):
        return frozenset()
    prepositions = phrase_words("preposition")
    words = {singular(norm) for norm in norms if norm not in _LITTLE and norm not in prepositions}
    return frozenset(_SYNONYMS.get(word, word) for word in words - _WEIGHTLESS)


def same_people(earlier: frozenset[str], later: frozenset[str]) -> bool:
    """Whether one description says no more than the other, and both more than a noun.

    Examples
    --------
    >>> same_people(frozenset(("u.s.", "official")), frozenset(("u.s.", "military", "official")))
    True
    >>> same_people(frozenset(("official",)), frozenset(("u.s.", "official")))
    False
    """
    return min(len(earlier), len(later)) > 1 and (earlier <= later or later <= earlier)


def makes_studies(phrase: Phrase, first_word: str) -> bool:
    """Whether a phrase means whoever made the study told of: "the researchers", "study authors"."""
    if phrase.type not in {"unnamed", "group"} or phrase.head not in source_words("student"):
        return False
    length = phrase.last - phrase.first
    return length == 1 or phrase.definite or (length == 2 and first_word in source_words("study"))
