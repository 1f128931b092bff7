"""What tells the support of a sentence: who is attributed to in it, and about it.

Each sentence is described by a set of named features; the support model adds up one weight for each
and each step of the ladder, and one for each pair of neighbouring steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from credscore.document import Document, Sentence
from credscore.features.cues import lexicon_class
from credscore.features.hedging import find_boosters
from credscore.features.source_types import singular, source_words
from credscore.findings import Attribution, Citation, Hedge, Source, SourceType

__all__ = ["SentenceEvidence", "gather_evidence", "sentence_features"]

_FIRST = frozenset(("i", "we", "my", "our", "me", "us"))
_SECOND = frozenset(("you", "your"))
_VAGUE = frozenset(
    ("reportedly", "allegedly", "believed", "rumoured", "rumored", "purportedly", "supposedly",
     "thought", "considered", "known", "expected", "understood", "alleged", "seen", "speculation",
     "feared", "widely")
)  # fmt: skip
_AUXILIARIES = frozenset(
    ("is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will",
     "would", "can", "could", "may", "might", "must", "should", "'s", "'re", "'ve", "isn't",
     "aren't", "wasn't", "weren't", "don't", "doesn't", "didn't", "won't", "can't", "couldn't")
)  # fmt: skip
_EXHORTATIONS = frozenset(
    ("let", "please", "click", "read", "watch", "see", "subscribe", "sign", "follow", "share",
     "visit", "call", "join", "check", "listen", "get", "download", "contact", "email", "imagine",
     "consider", "remember", "forget", "think", "look", "stay", "make", "take", "find", "learn")
)  # fmt: skip
_ENDINGS = frozenset('?!.:")')
_NEAR = 3


@dataclass(slots=True)
class SentenceEvidence:
    """What was found in one sentence.

    Attributes
    ----------
    mentions : list of str
        Ids of the sources mentioned in it, in order.
    cover : dict of str to int
        Characters of it that are attributed, by source id; "" for nobody named.
    cued : bool
        Whether a cue stands in it.
    far : bool
        Whether what covers it has its cue in another sentence.
    hedges, citations : list of str
        Ids.
    """

    mentions: list[str] = field(default_factory=list)
    cover: dict[str, int] = field(default_factory=dict)
    cued: bool = False
    far: bool = False
    hedges: list[str] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)

    def main(self) -> str | None:
        """Id of the source of most of the sentence; "" for nobody named, None for no attribution."""
        if self.cover:
            return max(self.cover, key=lambda source: (self.cover[source], source))
        return self.mentions[0] if self.mentions else None


def gather_evidence(
    document: Document,
    attributions: Sequence[Attribution],
    sources: Sequence[Source],
    hedges: Sequence[Hedge],
    citations: Sequence[Citation],
) -> list[SentenceEvidence]:
    """Sort what was found by sentence.

    Parameters
    ----------
    document : Document
        The article, cut.
    attributions, sources, hedges, citations
        What was found in it.

    Returns
    -------
    list of SentenceEvidence
        One for each sentence.
    """
    found = [SentenceEvidence() for _ in document.sentences]
    if not found:
        return found
    for source in sources:
        for mention in source.mentions:
            found[document.sentence_at(mention.start).index].mentions.append(source.id)
    for attribution in attributions:
        cue_sentence = -1
        if attribution.cue is not None:
            cue_sentence = document.sentence_at(attribution.cue.start).index
            found[cue_sentence].cued = True
        for part in attribution.content:
            index = document.sentence_at(part.start).index
            while index < len(found) and document.sentences[index].start < part.end:
                sentence = document.sentences[index]
                size = min(part.end, sentence.end) - max(part.start, sentence.start)
                if size > 0:
                    key = attribution.source_id or ""
                    cover = found[index].cover
                    cover[key] = cover.get(key, 0) + size
                    found[index].far |= index != cue_sentence
                index += 1
    for hedge in hedges:
        found[document.sentence_at(hedge.start).index].hedges.append(hedge.id)
    for citation in citations:
        found[document.sentence_at(citation.start).index].citations.append(citation.id)
    return found


def sentence_features(
    document: Document,
    sources: Sequence[Source],
    citations: Sequence[Citation],
    evidence: Sequence[SentenceEvidence],
) -> list[list[str]]:
    """Features of every sentence.

    Parameters
    ----------
    document : Document
        The article, cut.
    sources, citations
        Those of the article.
    evidence : sequence of SentenceEvidence
        As `gather_evidence` gives it.

    Returns
    -------
    list of list of str
        One list for each sentence.
    """
    types: dict[str, SourceType] = {source.id: source.type for source in sources}
    kinds = {citation.id: citation.kind for citation in citations}
    boosted = {document.sentence_at(span.start).index for span in find_boosters(document)}
    mains = [_type_of(item.main(), types) for item in evidence]
    rows = []
    last, last_at = "", -9
    total = len(evidence)
    shares = _shares(sources)
    for sentence, item in zip(document.sentences, evidence, strict=True):
        index = sentence.index
        row = ["bias", f"kind={sentence.kind}"]
        row += _own_words(document, sentence)
        row += _attribution_words(sentence, item, types)
        row += [f"cite={kinds[citation]}" for citation in dict.fromkeys(item.citations)]
        if item.hedges:
            row.append("hedged")
        if index in boosted:
            row.append("boosted")
        row.append(
            f"place={'first' if index == 0 else 'last' if index == total - 1 else min(4 * index // total, 3)}"
        )
        for step in (-2, -1, 1, 2):
            other = index + step
            if 0 <= other < total:
                same = document.sentences[other].paragraph == sentence.paragraph
                row.append(f"main[{step}]={mains[other]}|{same}")
        if last and index - last_at <= _NEAR:
            row.append(f"last={last}|{index - last_at}")
            row.append(f"last={last}|{mains[index]}")
        elif last:
            row.append(f"last={last}|far")
        row += shares
        if mains[index] not in {"", "none"}:
            last, last_at = mains[index], index
        rows.append(row)
    return rows


def _type_of(source: str | None, types: dict[str, SourceType]) -> str:
    if source is None:
        return "none"
    return types[source] if source else "nobody"


def _shares(sources: Sequence[Source]) -> list[str]:
    """Which types of source the article has at all, and which has most mentions."""
    counts: dict[str, int] = {}
    for source in sources:
        counts[source.type] = counts.get(source.type, 0) + len(source.mentions)
    row = [f"has={kind}" for kind in counts]
    if counts:
        row.append(f"most={max(counts, key=lambda kind: (counts[kind], kind))}")
    return row


def _attribution_words(
    sentence: Sentence, item: SentenceEvidence, types: dict[str, SourceType]
) -> list[str]:
    size = max(sentence.end - sentence.start, 1)
    row = []
    for source in dict.fromkeys(item.mentions):
        row.append(f"mention={types[source]}")
    if item.mentions:
        row.append(f"first={types[item.mentions[0]]}")
        row.append("+".join(sorted({types[source] for source in item.mentions})))
    covered = 0
    for source, length in item.cover.items():
        share = length / size
        covered += length
        level = (
            "all" if share > 0.75 else "most" if share > 0.4 else "part" if share > 0.15 else "bit"
        )
        row.append(f"cover={_type_of(source, types)}|{level}")
        row.append(f"cover={_type_of(source, types)}")
    row.append(f"covered={min(int(4 * covered / size), 4)}")
    if item.cued:
        row.append("cued" if item.mentions else "cued|no mention")
    if item.far:
        row.append("far")
        row.append(f"far|{_type_of(item.main(), types)}")
    return row


def _own_words(document: Document, sentence: Sentence) -> list[str]:
    """What the words of a sentence say of it, whoever it rests on."""
    norms = document.norms[sentence.first : sentence.last]
    words = document.words[sentence.first : sentence.last]
    quotes = document.quotation_of[sentence.first : sentence.last]
    outside = [norm for norm, quote in zip(norms, quotes, strict=True) if quote < 0]
    quoted = 1 - len(outside) / len(norms)
    alphabetic = [norm for norm in norms if norm[0].isalpha()]
    row = [
        f"quoted={'all' if quoted > 0.9 else 'most' if quoted > 0.5 else 'some' if quoted else 'none'}",
        f"length={min(len(alphabetic) // 4, 8)}",
        f"end={norms[-1] if norms[-1] in _ENDINGS else 'other'}",
    ]
    if "?" in norms[-3:]:
        row.append("asks")
    first = next((norm for norm in norms if norm[0].isalnum()), "")
    row.append(f"opens={_opening(first)}")
    if first in _EXHORTATIONS and quotes[0] < 0:
        row.append("exhorts")
    if not any(norm in _AUXILIARIES or norm.endswith(("ed", "s", "n't")) for norm in alphabetic):
        row.append("no verb")
    if any(norm in _AUXILIARIES for norm in alphabetic):
        row.append("auxiliary")
    held = set(outside)
    if held & _FIRST:
        row.append("first person")
    if held & _SECOND:
        row.append("second person")
    if not held.isdisjoint(_VAGUE):
        row.append("vague word")
        row.extend(f"vague={norm}" for norm in held & _VAGUE)
    if any(word[0].isdigit() for word in words):
        row.append("figure")
    if any(word[0].isupper() for word in words[1:]):
        row.append("names")
    study = {singular(norm) for norm in norms} & source_words("study")
    if study:
        row.append("study word")
        row.extend(f"study={word}" for word in study)
    if any("speech" in lexicon_class(norm) for norm in outside):
        row.append("speech verb")
    letters = [word for word in words if word[0].isalpha()]
    if letters and sum(word[0].isupper() for word in letters) > 0.7 * len(letters):
        row.append("capitals")
    return row


def _opening(norm: str) -> str:
    if norm in {"he", "she", "they", "it", "but", "and", "the", "in", "according", "this", "these", "that", "if", "when", "there", "i", "we", "you", "what", "why", "how", "who", "while", "as", "a"}:  # fmt: skip
        return norm
    return "digit" if norm[:1].isdigit() else "other"
