"""Whether a sentence asserts something that could be checked, by its words and its place.

Questions, exhortations, opinion in the writer's voice, headings, captions and page furniture assert
nothing. A model (`credscore.linear`) weighs the features that are gathered here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from credscore.document import Document, Sentence
from credscore.features.cues import lexicon_class
from credscore.features.support import SentenceEvidence, Supported

__all__ = ["checkability_features"]

_FIRST = frozenset(("i", "we", "my", "our", "me", "us"))
_SECOND = frozenset(("you", "your"))
_AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will",
     "would", "can", "could", "may", "might", "must", "should", "'s", "'re", "'ve", "isn't",
     "aren't", "wasn't", "weren't", "don't", "doesn't", "didn't", "won't", "can't", "couldn't")
)  # fmt: skip
_EXHORTATIONS = frozenset(
    ("let", "please", "click", "read", "watch", "see", "subscribe", "sign", "follow", "share",
     "visit", "call", "join", "check", "listen", "get", "download", "contact", "email", "imagine",
     "consider", "remember", "forget", "think", "look", "stay", "make", "take", "find", "learn",
     "support", "donate", "register", "log", "try", "keep", "tell", "ask")
)  # fmt: skip
_OPENINGS = frozenset(
    ("he", "she", "they", "it", "but", "and", "the", "in", "according", "this", "these", "that",
     "if", "when", "there", "i", "we", "you", "what", "why", "how", "who", "while", "as", "a", "so",
     "photo", "file", "image", "source", "by", "more", "related", "updated", "copyright")
)  # fmt: skip
_TELLING = frozenset(
    ("photo", "copyright", "subscribe", "newsletter", "advertisement", "rights", "reserved",
     "should", "must", "perhaps", "hope", "need", "let", "maybe", "sure", "course", "here",
     "editor", "email", "twitter", "facebook", "follow", "comments")
)  # fmt: skip
_ENDINGS = frozenset('?!.:")')
# Features of a neighbour that tell of a sentence too: furniture and lists come in runs.
_SHARED = (
    "kind", "end=", "quoted", "length", "no verb", "second", "first person", "asks", "opens",
    "capitals", "auxiliary", "exhorts",
)  # fmt: skip


def checkability_features(
    document: Document, evidence: Sequence[SentenceEvidence], supported: Sequence[Supported]
) -> list[list[str]]:
    """Features of every sentence.

    Parameters
    ----------
    document : Document
        The article, cut.
    evidence : sequence of SentenceEvidence
        What was found in each sentence.
    supported : sequence of Supported
        What each rests on.

    Returns
    -------
    list of list of str
        One list for each sentence.
    """
    own = [
        _own_features(document, sentence) + _found_features(sentence, item, rests)
        for sentence, item, rests in zip(document.sentences, evidence, supported, strict=True)
    ]
    total = len(own)
    rows = []
    for index, row in enumerate(own):
        edge = "first" if index == 0 else "last" if index == total - 1 else "within"
        found = [*row, "bias", f"place={edge}", f"part={min(4 * index // total, 3)}"]
        for step in (-1, 1):
            if 0 <= index + step < total:
                found += [
                    f"{step}:{name}" for name in own[index + step] if name.startswith(_SHARED)
                ]
        rows.append(found)
    return rows


def _found_features(sentence: Sentence, item: SentenceEvidence, rests: Supported) -> list[str]:
    covered = sum(item.cover.values()) / max(sentence.end - sentence.start, 1)
    row = [
        f"step={rests.step}",
        f"covered={min(int(4 * covered), 4)}",
        f"mentions={min(len(item.mentions), 2)}",
    ]
    if item.outer:
        row.append("outer")
    if item.hedges:
        row.append("hedged")
    if item.citations:
        row.append("cites")
    return row


@cache
def _traits(norm: str) -> tuple[bool, bool, bool]:
    """Whether a token begins with a letter, looks like a verb, is an auxiliary."""
    auxiliary = norm in _AUXILIARIES
    return norm[0].isalpha(), auxiliary or norm.endswith(("ed", "s", "n't")), auxiliary


@cache
def _voice(norm: str) -> tuple[str, ...]:
    """Features that a word of the writer's own gives its sentence."""
    found = [f"class={part}" for part in lexicon_class(norm).split("+") if part]
    if norm in _FIRST:
        found.append("first person")
    if norm in _SECOND:
        found.append("second person")
    if norm in _TELLING:
        found.append(f"word={norm}")
    return tuple(found)


def _own_features(document: Document, sentence: Sentence) -> list[str]:
    """What the words of a sentence say of it."""
    window = slice(sentence.first, sentence.last)
    norms, words = document.norms[window], document.words[window]
    quotes = document.quotation_of[window]
    outside = (
        norms
        if max(quotes) < 0
        else [norm for norm, quote in zip(norms, quotes, strict=True) if quote < 0]
    )
    quoted = 1 - len(outside) / len(norms)
    level = "all" if quoted > 0.9 else "most" if quoted > 0.5 else "some" if quoted else "none"
    letters, verbs, auxiliaries = 0, False, False
    for alphabetic, verb, auxiliary in map(_traits, norms):
        if alphabetic:
            letters += 1
            verbs = verbs or verb
            auxiliaries = auxiliaries or auxiliary
    row = [
        f"kind={sentence.kind}",
        f"quoted={level}",
        f"length={min(letters // 4, 8)}",
        f"end={norms[-1] if norms[-1] in _ENDINGS else 'other'}",
    ]
    if "?" in norms[-3:]:
        row += ["asks", f"asks|{level}"]
    first = next((norm for norm in norms if norm[0].isalnum()), "")
    opening = first if first in _OPENINGS else "digit" if first[:1].isdigit() else "other"
    row.append(f"opens={opening}")
    if first in _EXHORTATIONS and quotes[0] < 0:
        row.append("exhorts")
    if not verbs:
        row.append("no verb")
    if auxiliaries:
        row.append("auxiliary")
    initials = [word[0] for word in words]
    capitals = sum(map(str.isupper, initials))
    if any(map(str.isdigit, initials)):
        row.append("figure")
    if capitals > initials[0].isupper():
        row.append("names")
    if letters and capitals > 0.7 * letters:
        row.append("capitals")
    row += sorted({name for norm in outside for name in _voice(norm)})
    return row
