"""Verbs beside which a source may stand: their class, and the words that go with them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from credscore.features.anonymity import ASKING
from credscore.features.cues import VERB_CLASSES, lexicon_class, verb_forms
from credscore.features.noun_phrases import phrase_words
from credscore.features.source_nouns import source_words
from credscore.tokens import WORDS_KEPT

__all__ = ["TOLD", "further_verbs", "goes_on_to_say", "group_start", "verb_class"]

# Participles by which whoever does something speaks: "sued the city, alleging".
_GOING_ON_TO_SAY = frozenset(("accusing", "alleging", "arguing", "calling", "claiming", "saying"))
# And by which only before "that": no "charging a fee".
_SAYING_THAT = frozenset(("charging", "insisting", "noting", "warning"))
# What is told has a hearer behind it.
TOLD = frozenset(("tells", "told"))


@lru_cache(maxsize=WORDS_KEPT)
def verb_class(norm: str) -> str:
    """Class of a verb that may attribute: one of the lexicon's, "public", or "" for any other.

    Examples
    --------
    >>> verb_class("said"), verb_class("published"), verb_class("ate")
    ('speech', 'public', '')
    """
    first = lexicon_class(norm).split("+")[0]
    return first if first in VERB_CLASSES else further_verbs().get(norm, "")


@cache
def further_verbs() -> dict[str, str]:
    """The class of each verb that the lexicon of attribution lacks."""
    return {
        form: name.removeprefix("further ").removesuffix(" verb")
        for name in ("public verb", "further evidence", "further act", "further speech")
        for entry in source_words(name)
        for form in verb_forms(entry)
    }


def goes_on_to_say(norms: Sequence[str], cue: int) -> bool:
    """Whether whoever does something speaks by a participle: "left, saying", "charging that".

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    cue : int
        Where the participle stands.
    """
    if norms[cue] in _SAYING_THAT:
        return norms[cue + 1 : cue + 2] == ["that"]
    return norms[cue] in _GOING_ON_TO_SAY


def group_start(norms: Sequence[str], tags: str, verb: int, limit: int) -> int:
    """First token of a verb's group: "[has repeatedly] said", "[went on to] explain"."""
    at = verb
    finite = tags[verb] == "V"
    grouped = _group_words()
    while at > limit:
        before = at - 1
        tag, norm = tags[before], norms[before]
        if norm not in grouped and tag not in _GROUP_TAGS:
            break
        if norm in phrase_words("auxiliary") or tag == "M":
            finite = True
        elif norm in phrase_words("time"):
            break
        elif tag in {"R", ASKING} or norm in phrase_words("adverb"):
            pass
        elif tag in "TI" and norm == "to" and tags[at] in "BV":
            finite = False
        elif norm == "on" and norms[before - 1 : before] == ["went"]:
            pass
        elif tag in "VE" and not finite:
            finite = tag == "V"
        else:
            break
        at = before
    # An adverb that opens the sentence belongs to no group: "Meanwhile said".
    return at


# Parts of speech that may stand in a verb's group.
_GROUP_TAGS = "MRVE" + ASKING


@cache
def _group_words() -> frozenset[str]:
    """Words that may stand in a verb's group, or end it, whatever their part of speech."""
    groups = phrase_words("auxiliary") | phrase_words("time") | phrase_words("adverb")
    return groups | {"to", "on"}
