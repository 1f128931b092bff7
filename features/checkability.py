"""Whether a sentence asserts something that could be checked, by its words and its place.

Questions, exhortations, opinion in the writer's voice, headings, captions and page furniture assert
nothing. A model (`credscore.linear`) weighs the features that are gathered here.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import repeat
from typing import get_args

import numpy as np

from credscore.document import Document, Sentence
from credscore.features.cues import NOUN_CLASSES, VERB_CLASSES, words_of
from credscore.features.support import SentenceEvidence, Supported
from credscore.findings import SUPPORTS
from credscore.furniture import LineKind
from credscore.linear import LinearModel, sums_of_rows
from credscore.tokens import WORDS_KEPT, has_capital

__all__ = ["EXHORTATIONS", "VOICED", "Checkability", "checkability_features", "sentence_features"]

_FIRST = frozenset(("i", "we", "my", "our", "me", "us"))
_SECOND = frozenset(("you", "your"))
_AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will",
     "would", "can", "could", "may", "might", "must", "should", "'s", "'re", "'ve", "isn't",
     "aren't", "wasn't", "weren't", "don't", "doesn't", "didn't", "won't", "can't", "couldn't")
)  # fmt: skip
EXHORTATIONS = frozenset(
    ("let", "please", "click", "read", "watch", "see", "subscribe", "sign", "follow", "share",
     "visit", "call", "join", "check", "listen", "get", "download", "contact", "email", "imagine",
     "consider", "remember", "forget", "think", "look", "stay", "make", "take", "find", "learn",
     "support", "donate", "register", "log", "try", "keep", "tell", "ask")
)  # fmt: skip
_OPENS = {word: f"opens={word}" for word in
    ("he", "she", "they", "it", "but", "and", "the", "in", "according", "this", "these", "that",
     "if", "when", "there", "i", "we", "you", "what", "why", "how", "who", "while", "as", "a", "so",
     "photo", "file", "image", "source", "by", "more", "related", "updated", "copyright")
}  # fmt: skip
_TELLING = frozenset(
    ("photo", "copyright", "subscribe", "newsletter", "advertisement", "rights", "reserved",
     "should", "must", "perhaps", "hope", "need", "let", "maybe", "sure", "course", "here",
     "editor", "email", "twitter", "facebook", "follow", "comments")
)  # fmt: skip
VOICED = _FIRST | _SECOND | _TELLING
# Names of features that have a number, by it.
_COVERED = tuple(f"covered={quarters}" for quarters in range(5))
_MENTIONS = tuple(f"mentions={count}" for count in range(3))
_LENGTHS = tuple(f"length={fours}" for fours in range(9))
# How words end that may be verbs.
_VERBAL = ("ed", "s", "n't")
# Into how many parts an article is cut.
_PARTS = 4
_ENDS = {mark: f"end={mark}" for mark in '?!.:")'}
_KINDS = {kind: f"kind={kind}" for kind in get_args(LineKind)}
_QUOTED = {level: f"quoted={level}" for level in ("none", "some", "most", "all")}
_STEPS = {support: f"step={support}" for support in SUPPORTS}
# Features of a neighbour that tell of a sentence too: furniture and lists come in runs.
_SHARED = (
    "kind", "end=", "quoted", "length", "no verb", "second", "first person", "asks", "opens",
    "capitals", "auxiliary", "exhorts",
)  # fmt: skip

# What is set before the name of a feature of the sentence before, and of the one after.
_BEFORE, _AFTER = "-1:", "1:"


def checkability_features(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Features of every sentence, with its place and those of its neighbours.

    Parameters
    ----------
    sentences : sequence of sequence of str
        As `sentence_features` gives them.

    Returns
    -------
    list of list of str
        One list for each sentence.
    """
    rows = []
    for index, row in enumerate(sentences):
        found = [*row, *_place_features(*_place(index, len(sentences)))]
        for side, near in ((_BEFORE, index - 1), (_AFTER, index + 1)):
            if 0 <= near < len(sentences):
                found += [side + name for name in sentences[near] if name.startswith(_SHARED)]
        rows.append(found)
    return rows


class Checkability:
    """Weighs the features of sentences.

    Parameters
    ----------
    model : LinearModel
        Learnt from what `checkability_features` gives.
    """

    def __init__(self, model: LinearModel) -> None:
        known = dict.fromkeys(
            name.removeprefix(_BEFORE).removeprefix(_AFTER) for name in model.weights
        )
        # Rows of weights, the first for names that are not known.
        self._numbers = {name: number for number, name in enumerate(known, start=1)}
        self._weights = np.array([(0.0, 0.0, 0.0), *(_weights(model, name) for name in known)])
        self._of_place = {
            (edge, part): model.log_odds(_place_features(edge, part))
            for edge in ("first", "within", "last")
            for part in range(_PARTS)
        }

    def log_odds(self, rows: Sequence[Sequence[str]]) -> list[float]:
        """How surely every sentence asserts something; `rows` as `sentence_features` gives them.

        The sums are those of the model over `checkability_features`, without naming what neighbours
        share.
        """
        if not rows:
            return []
        # Of each sentence what it adds to itself, to the next one and to the one before; what goes
        # beyond the last is left out.
        sums = sums_of_rows(rows, self._numbers, self._weights)
        own, to_next, to_previous = sums.T.tolist()
        places = [self._of_place[_place(at, len(own))] for at in range(len(own))]
        return [
            itself + place + before + after
            for itself, place, before, after in zip(
                own, places, [0.0, *to_next], [*to_previous[1:], 0.0], strict=False
            )
        ]


def _weights(model: LinearModel, name: str) -> tuple[float, float, float]:
    """Weights of a feature: in its own sentence, in the one before and in the one after."""
    get = model.weights.get
    if not name.startswith(_SHARED):
        return get(name, 0.0), 0.0, 0.0
    return get(name, 0.0), get(_BEFORE + name, 0.0), get(_AFTER + name, 0.0)


def _place(index: int, total: int) -> tuple[str, int]:
    """Where a sentence stands in its article: at which edge, and in which part."""
    edge = "first" if index == 0 else "last" if index == total - 1 else "within"
    return edge, _PARTS * index // total


def _place_features(edge: str, part: int) -> list[str]:
    return ["bias", f"place={edge}", f"part={part}"]


def sentence_features(
    document: Document, evidence: Sequence[SentenceEvidence], supported: Sequence[Supported]
) -> list[list[str]]:
    """Features of every sentence that tell of itself.

    Parameters
    ----------
    document : Document
        The article, cut.
    evidence : sequence of SentenceEvidence
        What was found in each sentence.
    supported : sequence of Supported
        What each rests on by the rules.

    Returns
    -------
    list of list of str
        One list for each sentence.
    """
    return [
        words + _found_features(sentence, item, rests)
        for sentence, words, item, rests in zip(
            document.sentences, _word_features(document), evidence, supported, strict=True
        )
    ]


def _found_features(sentence: Sentence, item: SentenceEvidence, rests: Supported) -> list[str]:
    cover, mentions = item.cover, len(item.mentions)
    covered = 0.0
    if cover:
        covered = sum(cover.values()) / max(sentence.end - sentence.start, 1)
    row = [
        _STEPS[rests.step],
        _COVERED[int(4 * covered) if covered < 1 else 4],
        _MENTIONS[mentions if mentions < 2 else 2],
    ]
    if item.outer:
        row.append("outer")
    if item.hedges:
        row.append("hedged")
    if item.citations:
        row.append("cites")
    return row


# What a word is to its sentence, as bits; before what it gives it as one of the writer's own.
_ALPHABETIC, _LIKE_VERB, _AUXILIARY, _FIGURE = (1 << bit for bit in range(4))
_VOICE = 4
_LETTERS_OF_VERB = _ALPHABETIC | _LIKE_VERB


def _flags(norms: Sequence[str]) -> list[int]:
    """What each of some words is to its sentence, as bits."""
    _, known = _voices()
    return [
        bits | (_LETTERS_OF_VERB if norm.endswith(_VERBAL) else _ALPHABETIC)
        if norm[0].isalpha()
        else bits | (_FIGURE if norm[0].isdigit() else 0)
        for norm, bits in zip(norms, map(known.get, norms, repeat(0)), strict=True)
    ]


@cache
def _voices() -> tuple[tuple[str, ...], dict[str, int]]:
    """Features that words of the writer's own give their sentence, and by word their bits.

    With the bits are those of auxiliaries.
    """
    words: dict[str, Collection[str]] = {
        **{f"class={name}": words_of(name) for name in (*VERB_CLASSES, *NOUN_CLASSES)},
        "first person": _FIRST,
        "second person": _SECOND,
        **{f"word={word}": (word,) for word in _TELLING},
    }
    names = tuple(sorted(words))
    # A clitic is none of the sentence's words.
    auxiliaries = [word for word in _AUXILIARIES if word[0].isalpha()]
    bits = dict.fromkeys(auxiliaries, _AUXILIARY | _LIKE_VERB)
    for number, name in enumerate(names):
        for word in words[name]:
            bits[word] = bits.get(word, 0) | 1 << _VOICE + number
    return names, bits


@lru_cache(maxsize=WORDS_KEPT)
def _voice(bits: int) -> tuple[str, ...]:
    """Features that the words of the writer's own give a sentence."""
    names, _ = _voices()
    return tuple([name for number, name in enumerate(names) if bits >> number & 1])


def _word_features(document: Document) -> list[list[str]]:
    """What the words of each sentence say of it."""
    sentences, norms = document.sentences, document.norms
    if not sentences:
        return []
    firsts = np.array([sentence.first for sentence in sentences])
    outside = ~document.quoted
    bits = document.vocabulary.bits(_flags, normed=True).take(document.numbers)
    capital = document.having(has_capital)
    # Of each sentence the tokens outside quotations, those of letters and those with a capital.
    totals = np.add.reduceat((outside, bits & _ALPHABETIC, capital), firsts, axis=1, dtype=np.int64)
    rows: list[list[str]] = []
    for sentence, unquoted, letters, capitals, opens_high, held, voiced in zip(
        sentences,
        *totals.tolist(),
        capital[firsts].tolist(),
        np.bitwise_or.reduceat(bits, firsts).tolist(),
        np.bitwise_or.reduceat(bits * outside, firsts).tolist(),
        strict=True,
    ):
        quoted = 1 - unquoted / (sentence.last - sentence.first)
        level = "all" if quoted > 0.9 else "most" if quoted > 0.5 else "some" if quoted else "none"
        last = norms[sentence.last - 1]
        row = [
            _KINDS[sentence.kind],
            _QUOTED[level],
            _LENGTHS[letters // 4 if letters < 32 else 8],
            _ENDS.get(last, "end=other"),
        ]
        if "?" in norms[max(sentence.last - 3, sentence.first) : sentence.last]:
            row += ["asks", f"asks|{level}"]
        first = norms[sentence.first]
        if not first[0].isalnum():
            within = range(sentence.first + 1, sentence.last)
            first = next((norms[at] for at in within if norms[at][0].isalnum()), "")
        other = "opens=digit" if first[:1].isdigit() else "opens=other"
        row.append(_OPENS.get(first, other))
        if first in EXHORTATIONS and document.quotation_of[sentence.first] < 0:
            row.append("exhorts")
        if not held & _LIKE_VERB:
            row.append("no verb")
        if held & _AUXILIARY:
            row.append("auxiliary")
        if held & _FIGURE:
            row.append("figure")
        if capitals > opens_high:
            row.append("names")
        if letters and capitals > 0.7 * letters:
            row.append("capitals")
        row += _voice(voiced >> _VOICE)
        rows.append(row)
    return rows
