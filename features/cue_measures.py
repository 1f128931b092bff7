"""How an article attributes: by plain words, by words that judge, in whole quotations or none."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache, lru_cache

from credscore.features.cues import verb_forms
from credscore.findings import Attribution
from credscore.lexicons import read_sections
from credscore.tokens import WORDS_KEPT

__all__ = ["cue_measures"]

_WORD = re.compile(r"[a-z]+")
_PLAIN = frozenset(("say", "says", "said", "saying", "tell", "tells", "told", "telling"))
_ACCORDING = ["according", "to"]


@cache
def _loaded() -> frozenset[str]:
    entries = read_sections("credscore.features", "cue_words.txt")["loaded"]
    return frozenset(form for entry in entries for form in verb_forms(entry))


@lru_cache(maxsize=WORDS_KEPT)
def _kind(cue: str) -> tuple[bool, bool]:
    """Whether a cue is plain, and whether it is loaded."""
    words = _WORD.findall(cue)
    plain = words == _ACCORDING or not _PLAIN.isdisjoint(words)
    return plain, not _loaded().isdisjoint(words)


def cue_measures(text: str, attributions: Sequence[Attribution]) -> dict[str, float]:
    """Measure the words by which an article attributes.

    Parameters
    ----------
    text : str
        The article's text.
    attributions : sequence of Attribution
        Those found in it.

    Returns
    -------
    dict of str to float
        NaN where there is no attribution, or none with a cue.

    Examples
    --------
    >>> from credscore.findings import Span
    >>> found = [Attribution(Span(0, 2), Span(3, 7), (Span(8, 14),), kind="direct")]
    >>> cue_measures("We said “Yes.”", found)["neutral_cue_ratio"]
    1.0
    """
    cues = [text[item.cue.start : item.cue.end].lower() for item in attributions if item.cue]
    kinds = [_kind(cue) for cue in cues]
    return {
        "neutral_cue_ratio": _share(sum(plain for plain, _ in kinds), cues),
        "loaded_cue_ratio": _share(sum(loaded for _, loaded in kinds), cues),
        "different_cue_ratio": _share(len(set(cues)), cues),
        "direct_attribution_ratio": _share(
            sum(item.kind == "direct" for item in attributions), attributions
        ),
    }


def _share(count: int, of: Sequence[object]) -> float:
    return count / len(of) if of else math.nan
