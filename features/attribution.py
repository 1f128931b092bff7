"""Attribution: which words are whose.

A tagger marks sources, cues and contents; here they are repaired where a quotation shows them to be
cut short, and linked. The scheme is that of PolNeAR (Newell, Margolin, Ruths, LREC 2018,
https://aclanthology.org/L18-1524/): a cue is what attributes, a content what is attributed, and an
attribution may lack a source ("it was reported").
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from operator import itemgetter

from credscore.artefacts import load_artefact
from credscore.document import Document
from credscore.features.cues import BE_FORMS, words_of
from credscore.features.deeds import may_tell_deed, tells_deed
from credscore.features.quoting import Quoting
from credscore.features.signatures import with_signatures
from credscore.features.span_repair import repair
from credscore.features.tagging import FEATURE_NAMES
from credscore.features.turns import with_turns
from credscore.findings import Attribution, make_attribution
from credscore.tagger import Tagger
from credscore.trained import newest

__all__ = ["TAGGER_KIND", "attributions_of", "find_attributions", "link_spans"]

TAGGER_KIND = "attribution tagger"

_CROSSING = 25
_RIGHT = 2
# "“It is late,” says Ana Silva, adding that": the participle can do without, and goes on with hers.
_PARTICIPLE = 3
# Cues on each side of a span that might be its own; a sentence that people wrote has no more.
_REACH = 12
_CONTENT_WORDS = 3
# How much may follow a source and its cue at the end of a sentence: "on Monday", "in a statement".
_TAIL = 5
# Tokens between a verb and its "that": "confirmed to Reuters that".
_ASIDE = 8
_STOPS = frozenset((".", "!", "?", "…", "...", ":", ";"))


@cache
def _tagger() -> Tagger:
    return Tagger.from_artefact(load_artefact(newest("attribution"), TAGGER_KIND, FEATURE_NAMES))


def find_attributions(document: Document) -> tuple[Attribution, ...]:
    """Find who says what.

    Parameters
    ----------
    document : Document
        What to look at.

    Returns
    -------
    tuple of Attribution
        In order of the text, the turns of a transcript and what is signed among them. Page
        furniture has none.

    Examples
    --------
    >>> from credscore.article import Article
    >>> document = Document(Article("Prices will fall, the minister said on Monday."))
    >>> [document.text[slice(*a.source)] for a in find_attributions(document) if a.source]
    ['the minister']
    """
    return with_signatures(document, with_turns(document, attributions_of(document)))


def attributions_of(document: Document, tagger: Tagger | None = None) -> tuple[Attribution, ...]:
    """What a tagger finds, which may be another than the shipped one; turns are left out."""
    sentences, sentence_of = document.sentences, document.sentence_of
    spans = [
        span
        for span in (tagger or _tagger()).spans(document)
        if sentences[sentence_of[span[1]]].kind != "furniture"
    ]
    found = link_spans(document, repair(document, spans))
    return tuple(one for one in found if not _is_deed(document, one))


def _is_deed(document: Document, attribution: Attribution) -> bool:
    """Whether nothing is said, but done: "Silva claimed her third title", "they called police"."""
    if attribution.cue is None or attribution.kind != "indirect":
        return False
    norms, (first, last) = document.norms, document.token_range(*attribution.cue)
    if norms[last - 1] in BE_FORMS and last < len(norms):
        # "The bill [was] passed by lawmakers"
        last += 1
    return may_tell_deed(norms, first, last) and any(
        tells_deed(norms, verb) for verb in range(first, last)
    )


@dataclass(slots=True)
class _Cue:
    """A cue while its source and contents are looked for."""

    first: int
    last: int
    source: tuple[int, int] | None = None
    contents: list[tuple[int, int]] = field(default_factory=list)


class _Cues:
    """The cues of an article in their order, found by their places."""

    def __init__(self, document: Document, cues: list[_Cue]) -> None:
        self.all = cues
        self._firsts = [cue.first for cue in cues]
        # How many stand before each sentence, and in all.
        counts = [0] * (len(document.sentences) + 1)
        for first in self._firsts:
            counts[document.sentence_of[first] + 1] += 1
        self._before = list(accumulate(counts))

    def within(self, number: int) -> list[_Cue]:
        """Those of a sentence."""
        return self.all[self._before[number] : self._before[number + 1]]

    def near(self, span: tuple[int, int], first: int, last: int) -> list[_Cue]:
        """Those of the sentences from one to another that a span in them may belong to."""
        low, high = self._before[first], self._before[last + 1]
        if high - low <= _REACH:
            return self.all[low:high]
        at = bisect_left(self._firsts, span[0])
        return self.all[max(low, at - _REACH) : min(high, at + _REACH)]

    def gap(self, cue: _Cue, span: tuple[int, int]) -> int:
        """Tokens between a span and a cue, more where another cue stands between."""
        if span[1] <= cue.first:
            low, high, gap = span[1], cue.first, cue.first - span[1]
        else:
            low, high, gap = cue.last, span[0], max(span[0] - cue.last, 0)
        if low >= high:
            return gap
        return gap + _CROSSING * (bisect_left(self._firsts, high) - bisect_left(self._firsts, low))

    def content_gap(self, cue: _Cue, content: tuple[int, int]) -> int:
        """As `gap`, the cue's own source not counted."""
        gap = self.gap(cue, content)
        if cue.source is not None:
            begin = cue.source[0]
            if cue.first <= begin < content[0] or content[0] <= begin < cue.first:
                gap -= cue.source[1] - cue.source[0]
        return gap


def link_spans(document: Document, spans: list[tuple[str, int, int]]) -> tuple[Attribution, ...]:
    """Link sources, cues and contents into attributions.

    Parameters
    ----------
    document : Document
        What the spans lie in.
    spans : list of (kind, first, last)
        Token ranges in order; the kinds are "source", "cue" and "content".

    Returns
    -------
    tuple of Attribution
        In order of their first token.
    """
    of_kind: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    for kind, first, last in spans:
        of_kind[kind].append((first, last))
    cues = _Cues(document, [_Cue(first, last) for first, last in of_kind["cue"]])
    loose_sources = _link_sources(document, of_kind["source"], cues)
    loose_contents = _link_contents(document, of_kind["content"], cues)
    quoting = Quoting(document)
    found = [
        _attribution(document, quoting, cue.source, (cue.first, cue.last), sorted(cue.contents))
        for cue in cues.all
    ]
    found += [
        _attribution(document, quoting, source, None, contents)
        for source, contents in _without_cue(document, loose_sources, loose_contents)
    ]
    found.sort(key=itemgetter(0))
    return tuple([attribution for _, attribution in found])


def _attribution(
    document: Document,
    quoting: Quoting,
    source: tuple[int, int] | None,
    cue: tuple[int, int] | None,
    contents: list[tuple[int, int]],
) -> tuple[int, Attribution]:
    """Give the first token of an attribution, and the attribution itself."""
    # Contents stand in order.
    begin = contents[0][0] if contents else len(document)
    if cue is not None and cue[0] < begin:
        begin = cue[0]
    if source is not None and source[0] < begin:
        begin = source[0]
    return begin, make_attribution(
        document.span(*source) if source else None,
        document.span(*cue) if cue else None,
        tuple([document.span(*content) for content in contents]),
        None,
        quoting.kind(contents),
    )


def _link_sources(
    document: Document, sources: list[tuple[int, int]], cues: _Cues
) -> list[tuple[int, int]]:
    """Give each cue of a sentence its source; return the sources that none took."""
    norms = document.norms
    loose: list[tuple[int, int]] = []
    in_sentence: dict[int, list[tuple[int, int]]] = {}
    for source in sources:
        in_sentence.setdefault(document.sentence_of[source[0]], []).append(source)
    for number, here in in_sentence.items():
        within = cues.within(number)
        if len(here) == len(within) == 1:
            within[0].source = here[0]
            continue
        pairs = [
            (
                cues.gap(cue, source)
                + _RIGHT * (source[0] > cue.first)
                + _PARTICIPLE * norms[cue.first].endswith("ing"),
                cue.first,
                source,
                cue,
            )
            for source in here
            for cue in cues.near(source, number, number)
        ]
        used: set[tuple[int, int]] = set()
        for _, _, source, cue in sorted(pairs, key=lambda pair: pair[:3]):
            if cue.source is None and source not in used:
                cue.source = source
                used.add(source)
        loose += [source for source in here if source not in used]
        # "He said ..., adding that ...": a cue without a source of its own goes on with the last.
        before: tuple[int, int] | None = None
        for cue in within:
            if cue.source is None and before is not None and _goes_on(document, cue):
                cue.source = before
            before = cue.source or before
    return loose


def _goes_on(document: Document, cue: _Cue) -> bool:
    """Whether a cue is a participle or stands after "and"."""
    return (
        document.norms[cue.first].endswith("ing")
        or (cue.first > 0 and document.norms[cue.first - 1] in {"and", "but", "also"})
        or document.norms[cue.first] in {"and", "but", "also"}
    )


def _link_contents(
    document: Document, contents: list[tuple[int, int]], cues: _Cues
) -> list[tuple[int, int]]:
    """Give each content to a cue; return those that none took."""
    loose, far = [], []
    for content in contents:
        first = document.sentence_of[content[0]]
        last = document.sentence_of[content[1] - 1]
        near = cues.near(content, first, last)
        if near:
            _take(cues, near, content)
        else:
            far.append((content, first, last))
    for cue in cues.all:
        if cue.source is not None and not cue.contents:
            cue.contents += _rest_of_sentence(document, cue.source, (cue.first, cue.last))
    for content, first, last in far:
        near = _cues_nearby(document, content, first, last, cues)
        if near:
            _take(cues, near, content)
        else:
            loose.append(content)
    return loose


def _take(cues: _Cues, near: list[_Cue], content: tuple[int, int]) -> None:
    """Give a content to the nearest of some cues."""
    own = near[0]
    if len(near) > 1:
        # They stand in order, so of two as near the first is taken.
        own = min(near, key=lambda cue: cues.content_gap(cue, content))
    own.contents.append(content)


def _rest_of_sentence(
    document: Document, source: tuple[int, int], cue: tuple[int, int]
) -> list[tuple[int, int]]:
    """What a source and a cue at an end of their sentence leave of it, whatever it quotes itself.

    The tagger marks one layer: of "The firm plans to hire, two people said" what the firm plans.
    """
    norms = document.norms
    sentence = document.sentences[document.sentence_of[cue[0]]]
    low, high = min(cue[0], source[0]), max(cue[1], source[1])
    end = sentence.last
    while end > high and norms[end - 1] in _STOPS:
        end -= 1
    content = None
    if end - high <= _TAIL and low > sentence.first and norms[low - 1] == ",":
        # "Prices fell, the minister said on Monday."
        content = (sentence.first, low - 1)
    elif (
        low == sentence.first
        and norms[slice(*cue)] == ["according", "to"]
        and norms[high : high + 1] == [","]
    ):
        # "According to the report, prices fell."
        content = (high + 1, end)
    elif high == cue[1] and norms[high - 1] in words_of("speech"):
        # "The firm confirmed to Reuters [that it would close]"
        that = next((at for at in range(high, min(high + _ASIDE, end)) if norms[at] == "that"), end)
        if "," not in norms[high:that]:
            content = (that, end)
    return [content] if content is not None and content[1] - content[0] >= _CONTENT_WORDS else []


def _cues_nearby(
    document: Document,
    content: tuple[int, int],
    from_sentence: int,
    to_sentence: int,
    cues: _Cues,
) -> list[_Cue]:
    """Cues of the sentence before, or of the one after, for a content in a sentence without any."""
    sentences = document.sentences
    paragraph = sentences[from_sentence].paragraph
    quoted = document.quotation_of[content[0]] >= 0
    for number in range(from_sentence - 1, max(from_sentence - 4, -1), -1):
        same = sentences[number].paragraph == paragraph
        announced = document.words[sentences[number].last - 1] == ":"
        if not (same or announced):
            break
        before = cues.within(number)
        if before:
            return before[-1:]
        if not quoted:
            break
    after = to_sentence + 1
    if quoted and after < len(sentences) and sentences[after].paragraph == paragraph:
        return cues.within(after)[:1]
    return []


def _without_cue(
    document: Document, sources: list[tuple[int, int]], contents: list[tuple[int, int]]
) -> list[tuple[tuple[int, int] | None, list[tuple[int, int]]]]:
    """Attributions that have no cue: a source and the contents beside it, or one of them alone."""
    found: list[tuple[tuple[int, int] | None, list[tuple[int, int]]]] = []
    free = dict.fromkeys(contents)
    beside: dict[int, list[tuple[int, int]]] = {}
    for content in contents:
        for number in {document.sentence_of[content[0]], document.sentence_of[content[1] - 1]}:
            beside.setdefault(number, []).append(content)
    for source in sources:
        number = document.sentence_of[source[0]]
        near = [content for content in beside.pop(number, ()) if content in free]
        # To whom nothing is attributed is no source.
        if near:
            for content in near:
                del free[content]
            found.append((source, near))
    return [*found, *((None, [content]) for content in free)]
