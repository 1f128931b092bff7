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
from credscore.features.cues import lexicon_class
from credscore.features.name_kinds import governed_places
from credscore.findings import Attribution, Span

__all__ = ["is_transcript", "with_turns"]

# Who speaks, before a colon, at the head of a line or after a sentence; "JO SMITH, HOST:" too.
_SPEAKER = re.compile(
    r"(?:^[ \t]*|(?<=[.?!”\")\]])\s+)((?:[A-Z][\w.'’-]* ){0,3}[A-Z][\w.'’-]*)"
    r"(?:, [A-Z][\w .'’-]{2,40}| \([A-Z][^()\n]{2,30}\))?:\s",
    re.MULTILINE,
)
_COLON = re.compile(r":\s")
_FEWEST_SPEECHES, _FEWEST_SPEAKERS = 6, 2
# Of broadcasters, which set who speaks in capitals.
_FEWEST_IN_CAPITALS = 5


@lru_cache(maxsize=1)
def _labels(text: str) -> Sequence[re.Match[str]]:
    """Labels of speakers, where they are those of a transcript; else none.

    The last answer is kept, for an article's turns and its genre both ask.
    """
    if text.count(":") < _FEWEST_IN_CAPITALS:
        return []
    # What is no label either, "10:30" and "https:", stands before no space.
    colons = [colon.start() for colon in _COLON.finditer(text)]
    if len(colons) < _FEWEST_IN_CAPITALS:
        return []
    found = _speakers(text, colons)
    # "LISA WORF:" comes back as "WORF:".
    names = [match[1].split()[-1] for match in found]
    turns = {name: count for name, count in Counter(names).items() if count > 1}
    capitals = all(match[1].isupper() for match in found)
    fewest = _FEWEST_IN_CAPITALS if capitals else _FEWEST_SPEECHES
    if len(turns) < _FEWEST_SPEAKERS or sum(turns.values()) < fewest:
        return []
    # "Ingredients:" and "Link:" return as well, yet are nobody's last name.
    last = {match[1].split()[-1] for match in found if " " in match[1]}
    if turns.keys().isdisjoint(last) or not governed_places().isdisjoint(map(str.lower, last)):
        return []
    return [
        match for match, name in zip(found, names, strict=True) if name in turns or name in last
    ]


def _speakers(text: str, colons: Sequence[int]) -> list[re.Match[str]]:
    """All that looks like a label, looked for in the lines with a colon alone."""
    found: list[re.Match[str]] = []
    searched = behind = 0
    for colon in colons:
        if colon < searched:
            continue
        line = text.rfind("\n", 0, colon) + 1
        searched = text.find("\n", colon) + 1 or len(text)
        # The blanks before a label may begin in lines above.
        begin = max(len(text[:line].rstrip()), behind)
        for label in _SPEAKER.finditer(text, begin, searched):
            found.append(label)
            behind = label.end()
    return found


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
        In order of the text. In a transcript each turn is one, up to its paragraph's end or, where
        who speaks is set in capitals, to the next; what else was found of a turn without a verb
        gives way. Other articles keep what they have.

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
    starts = [label.start for label, _ in turns]
    ends = [sentences[-1][1].end for _, sentences in turns]

    def gives_way(found: Attribution) -> bool:
        place = found.source or next(iter(found.content), None)
        if found.cue is not None or place is None:
            return False
        turn = bisect_right(starts, place.start) - 1
        return turn >= 0 and place.start < ends[turn]

    kept = [found for found in attributions if not gives_way(found)]
    # "Polls showed him at 7%" rests on the polls, whoever passes it on.
    told = {
        document.sentence_at(found.cue.start).index
        for found in kept
        if found.cue is not None and _shows(document, found.cue)
    }
    spoken = [
        Attribution(label, None, content)
        for label, sentences in turns
        if (content := _joined(document, [one for one in sentences if one[0] not in told]))
    ]
    return tuple(sorted((*kept, *spoken), key=_start))


def _start(attribution: Attribution) -> int:
    spans = (attribution.source, attribution.cue, *attribution.content)
    return min(span.start for span in spans if span is not None)


def _shows(document: Document, cue: Span) -> bool:
    """Whether a cue is what things do to tell: "showed", "found"."""
    return any(
        "evidence" in lexicon_class(norm)
        for norm in document.norms[slice(*document.token_range(*cue))]
    )


def _joined(document: Document, sentences: Sequence[tuple[int, Span]]) -> tuple[Span, ...]:
    """One span for sentences that follow each other in a paragraph."""
    found: list[Span] = []
    before = -2
    for index, span in sentences:
        paragraph = document.sentences[index].paragraph
        if index == before + 1 and document.sentences[before].paragraph == paragraph:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
        before = index
    return tuple(found)


def _turns(document: Document) -> list[tuple[Span, list[tuple[int, Span]]]]:
    """Each turn's label and its sentences: their indices, and their characters in the turn."""
    matches = _labels(document.text)
    # Broadcasters give each who speaks, so that what has no label goes on.
    broadcast = all(match[1].isupper() for match in matches)
    found = []
    for number, match in enumerate(matches):
        end = matches[number + 1].start(1) if number + 1 < len(matches) else -1
        opens = document.sentence_at(match.start(1))
        _, closes = document.paragraphs[opens.paragraph]
        # A label alone in its paragraph is of what comes behind it.
        alone = document.sentences[closes - 1].end <= match.end()
        goes_on = end >= 0 and (broadcast or alone)
        sentences = []
        for sentence in document.sentences[opens.index :]:
            beyond = not goes_on and sentence.paragraph > opens.paragraph + alone
            if beyond or 0 <= end <= sentence.start:
                break
            start = max(sentence.start, match.end())
            stop = min(sentence.end, end) if end >= 0 else sentence.end
            stop = start + len(document.text[start:stop].rstrip())
            if sentence.kind != "furniture" and stop > start:
                sentences.append((sentence.index, Span(start, stop)))
        if sentences:
            found.append((Span(*match.span(1)), sentences))
    return found
