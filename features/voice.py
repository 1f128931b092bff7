"""Words of the writer's own voice: who is addressed, when things happened, what is set apart.

What stands in a quotation is a source's voice and counts nowhere but where it is said so. All words
of an article are asked at once, each by the flags that its word has.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import repeat

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
_PLACES = np.arange(len(_FLAGS))
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


def _flags(norms: Sequence[str]) -> list[int]:
    """The flags of each of some words, as bits."""
    lexical = map(_lexicon().get, norms, repeat(0))
    # Most are of letters alone.
    return [
        bits | (_WORD if norm.isalpha() else _signed_flags(norm))
        for norm, bits in zip(norms, lexical, strict=True)
    ]


def _signed_flags(norm: str) -> int:
    """The flags, but for those of the lexicon, of what has other signs than letters."""
    head = norm[0]
    if not head.isalnum():
        return 0
    if head.isdigit():
        return _WORD | _FIGURE
    return _WORD | _NEGATION if norm.endswith("n't") else _WORD


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
    bits = document.vocabulary.bits(_flags, normed=True).take(document.numbers)
    quoted = document.quoted
    ends: list[int] = []
    for sentence in document.sentences:
        if sentence.kind == "body":
            ends.append(sentence.last - 1)
        else:
            # No flag counts for a token of a heading or of furniture.
            bits[sentence.first : sentence.last] = 0
    last = np.array(ends, dtype=np.intp)
    endings = bits[last[~quoted[last]]]
    counts = _counted(bits[~quoted])
    everywhere, at_ends = _counted(bits), _counted(endings)
    counts |= {name: everywhere[name] for name in _EVERYWHERE}
    counts |= {name: at_ends[name] for name in _ENDINGS}
    return counts | {"sentence": len(ends)}


def _counted(bits: NDArray[np.int64]) -> dict[str, int]:
    """How many tokens have each flag."""
    # Few combinations of flags occur.
    sizes = np.bincount(bits)
    met = sizes.nonzero()[0]
    counts: list[int] = (sizes[met] @ (met[:, None] >> _PLACES & 1)).tolist()
    return dict(zip(_FLAGS, counts, strict=True))
