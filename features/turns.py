"""Turns of a transcript: who speaks stands before a colon, without a verb.

By the annotation guide what somebody says on the record rests on them; the tagger looks for a verb.
A text is a transcript where two speakers or more take turns, and one of them is named in full.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from credscore.document import Document
from credscore.findings import Attribution, Span

__all__ = ["is_transcript", "with_turns"]

# Who speaks, before a colon, at the head of a line or after a sentence; "JO SMITH, HOST:" too.
_SPEAKER = re.compile(
    r"(?:^[ \t]*|(?<=[.?!”\")\]])\s+)((?:[A-Z][\w.'’-]* ){0,3}[A-Z][\w.'’-]*)"
    r"(?:, [A-Z][\w .'’-]{2,40})?:\s",
    re.MULTILINE,
)
_FEWEST_SPEECHES, _FEWEST_SPEAKERS = 6, 2


@lru_cache(maxsize=1)
def _labels(text: str) -> Sequence[re.Match[str]]:
    """Labels of speakers, where they are those of a transcript; else none.

    The last answer is kept, for an article's turns and its genre both ask.
    """
    if text.count(":") < _FEWEST_SPEECHES:
        return []
    found = list(_SPEAKER.finditer(text))
    labels = [match[1].removeprefix("Dr. ") for match in found]
    turns = {label: count for label, count in Counter(labels).items() if count > 1}
    if len(turns) < _FEWEST_SPEAKERS or sum(turns.values()) < _FEWEST_SPEECHES:
        return []
    # "Ingredients:" and "Link:" return as well, yet are nobody's last name.
    last = {label.split()[-1] for label in labels if " " in label}
    if not any(label.split()[-1] in last for label in turns):
        return []
    return [
        match
        for match, label in zip(found, labels, strict=True)
        if label in turns or label.split()[-1] in last
    ]


def is_transcript(document: Document) -> bool:
    """Whether two or more speakers take turns, and one of them is named in full."""
    return bool(_labels(document.text))


def with_turns(document: Document, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    r"""Put the turns of a transcript among what the tagger found.

    Parameters
    ----------
    document : Document
        What to look at.
    attributions : sequence of Attribution
        What was found in it without them.

    Returns
    -------
    tuple of Attribution
        In order of the text. In a transcript each turn is one, up to the next or to its paragraph's
        end, but for those of a last name in capitals alone, which no rule tells from a body's; what
        else was found of a turn without a verb gives way. Other articles keep what they have.

    Examples
    --------
    >>> from credscore.article import Article
    >>> text = "Ana Silva: It fell.\nBo Li: Why?\n" * 3
    >>> found = with_turns(Document(Article(text)), ())
    >>> text[slice(*found[0].source)], text[slice(*found[0].content[0])]
    ('Ana Silva', 'It fell.')
    """
    turns = _turns(document)
    if not turns:
        return tuple(attributions)
    starts = [turn.source.start for turn in turns if turn.source is not None]
    ends = [turn.content[0].end for turn in turns]

    def gives_way(found: Attribution) -> bool:
        place = found.source or next(iter(found.content), None)
        if found.cue is not None or place is None:
            return False
        turn = bisect_right(starts, place.start) - 1
        return turn >= 0 and place.start < ends[turn]

    kept = (found for found in attributions if not gives_way(found))
    return tuple(sorted((*kept, *turns), key=_start))


def _start(attribution: Attribution) -> int:
    spans = (attribution.source, attribution.cue, *attribution.content)
    return min(span.start for span in spans if span is not None)


def _turns(document: Document) -> list[Attribution]:
    matches = _labels(document.text)
    found = []
    for number, match in enumerate(matches):
        if match[1].isupper() and " " not in match[1]:
            continue
        follows = matches[number + 1].start() if number + 1 < len(matches) else len(document.text)
        sentence = document.sentence_at(match.start(1))
        _, last = document.paragraphs[sentence.paragraph]
        start, end = match.end(), min(follows, document.sentences[last - 1].end)
        end = start + len(document.text[start:end].rstrip())
        if sentence.kind != "furniture" and end > start:
            found.append(Attribution(Span(*match.span(1)), None, (Span(start, end),)))
    return found
