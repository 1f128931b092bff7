"""Words of the writer's own voice: who is addressed, when things happened, what is set apart.

What stands in a quotation is a source's voice and counts nowhere but where it is said so. All words
of an article are asked at once, each by the flags that its word has.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.features.name_kinds import DAYS

__all__ = ["DATES", "voice_counts"]

# "May" and "march" are left out: most often they are a modal and a verb.
DATES = DAYS - {"march", "may"}
_CONTRASTS = frozenset(("although", "but", "despite", "however", "still", "though", "while", "yet"))
_OWN = {
    "negation": frozenset(("never", "no", "nor", "not", "without")),
    "first": frozenset(("i", "me", "my", "mine", "we", "us", "our", "ours")),
    "second": frozenset(("you", "your", "yours")),
    "date": DATES,
    "past": frozenset(("was", "were", "had", "did")),
    "present": frozenset(("am", "is", "are", "have", "has", "do", "does")),
}
# News agencies spell small numbers out; "one" is a pronoun as often.
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_FLAGS = (*_OWN, "figure", "contrast", "word", "question", "exclamation")
_WORD, _FIGURE, _NEGATION = (1 << _FLAGS.index(name) for name in ("word", "figure", "negation"))
# Those that count within quotations too.
_EVERYWHERE = ("contrast", "word")
# Those that count at the ends of sentences alone.
_ENDINGS = ("question", "exclamation")


@cache
def _lexicon() -> dict[str, int]:
    found: dict[str, int] = {}
    groups = _OWN | {"figure": _NUMBERS, "contrast": _CONTRASTS}
    groups |= {"question": frozenset("?"), "exclamation": frozenset("!")}
    for name, words in groups.items():
        for word in words:
            found[word] = found.get(word, 0) | 1 << _FLAGS.index(name)
    return found


def _flags(norm: str) -> int:
    """The flags of a word, as bits."""
    found = _lexicon().get(norm, 0)
    head = norm[0]
    if head.isalnum():
        found |= _WORD
        if head.isdigit():
            found |= _FIGURE
        elif norm.endswith("n't"):
            found |= _NEGATION
    return found


def voice_counts(document: Document) -> dict[str, int]:
    """Count words of the writer's voice in the sentences of the body.

    Parameters
    ----------
    document : Document
        What to look at.

    Returns
    -------
    dict of str to int
        `sentence`, the sentences of the body; `question` and `exclamation`, those that end so;
        `word` and `contrast`, words and words of reservation, quoted ones too; and outside
        quotations words of `negation`, the `first` and the `second` person, `date`, `past`,
        `present` and `figure`.

    Examples
    --------
    >>> from credscore.article import Article
    >>> found = voice_counts(Document(Article("Did we lose? “I won,” the mayor said on Friday.")))
    >>> found["first"], found["date"], found["question"]
    (1, 1, 1)
    """
    bits = document.vocabulary.bits(_flags, normed=True)[document.numbers]
    quoted = document.quoted
    body = [sentence for sentence in document.sentences if sentence.kind == "body"]
    if len(body) < len(document.sentences):
        inside = np.zeros(len(bits), dtype=np.bool_)
        for sentence in body:
            inside[sentence.first : sentence.last] = True
        # No flag counts for a token of a heading or of furniture.
        bits = bits * inside
    last = np.array([sentence.last - 1 for sentence in body], dtype=np.intp)
    endings = bits[last[~quoted[last]]]
    counts = dict(zip(_FLAGS, _counted(bits[~quoted], _FLAGS), strict=True))
    counts |= zip(_EVERYWHERE, _counted(bits, _EVERYWHERE), strict=True)
    counts |= zip(_ENDINGS, _counted(endings, _ENDINGS), strict=True)
    return counts | {"sentence": len(body)}


def _counted(bits: NDArray[np.int64], names: Sequence[str]) -> list[int]:
    """How many tokens have each of some flags."""
    masks = np.array([1 << _FLAGS.index(name) for name in names])
    counts: list[int] = np.count_nonzero(bits[bits != 0] & masks[:, None], axis=1).tolist()
    return counts
