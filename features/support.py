"""What a sentence rests on: the source in it, the source that it goes on, or nobody.

The steps are those of the annotation guide's ladder. A source carries a sentence if most of it is
attributed to it, and before all if ", X said" at the end or "According to X" at the head gives it
the whole sentence. A sentence without a source goes on the one before it in its paragraph, and
quoted words without a speaker are whose the words about them are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from credscore.document import Document, Sentence
from credscore.features.cues import lexicon_class
from credscore.features.source_types import singular, source_words
from credscore.findings import Attribution, Citation, Hedge, Source, SourceType, Support

__all__ = ["SentenceEvidence", "Support", "Supported", "gather_evidence", "supports"]

_STEP: dict[SourceType, Support] = {
    "person": "named",
    "organisation": "organisation",
    "document": "document",
    "outlet": "outlet",
    "unnamed": "unnamed",
    "anonymous": "anonymous",
    "group": "vague",
    "self": "own",
}
_OPENING_MARKS = frozenset("\"“‘'")
_BEFORE_SAID = frozenset((",", '"', "”", "'", "’", "»", "''", "?", "!"))
# Tokens that may follow a final ", X said": "on Monday in a statement".
_SHORT_REST = 14
# Sentences over which quoted words without a speaker are still the last speaker's.
_SPEECH_REACH = 2
# Sentences over which a document carries on in paragraphs that name no source.
_DOCUMENT_REACH = 3
_FIRM = 0.3
_DEFINITE = frozenset(("the", "that", "this", "these", "those", "its", "their", "his", "her"))
_STUDY_TERMS = frozenset(
    ("study", "trial", "participant", "finding", "experiment", "placebo", "respondent", "result")
)
_BE = frozenset(("is", "are", "was", "were", "been", "being", "be"))
_SOFTENED = frozenset(("also", "widely", "often", "generally", "being"))
_HEARSAY = frozenset(
    (
        "reportedly",
        "allegedly",
        "purportedly",
        "supposedly",
        "rumours",
        "rumors",
        "rumour",
        "speculation",
    )
)
_PASSIVES = frozenset(
    ("believed", "said", "thought", "understood", "rumoured", "rumored", "alleged", "reported",
     "announced", "considered", "claimed", "feared", "suspected", "seen", "regarded", "touted",
     "known", "speculated", "hoped", "accused", "told", "dubbed")
)  # fmt: skip
_STUDENTS = frozenset(
    ("author", "investigator", "researcher", "research team", "scientist", "team", "study author")
)


@dataclass(slots=True)
class SentenceEvidence:
    """What was found in one sentence.

    Attributes
    ----------
    mentions : list of str
        Ids of the sources mentioned in it, in order.
    cover : dict of str to int
        Characters of it that are attributed, by source id; "" for nobody named.
    outer : str
        Id of the source that a final ", X said" or an opening "According to X" gives the whole
        sentence to; empty where there is none.
    hedges, citations : list of str
        Ids.
    """

    mentions: list[str] = field(default_factory=list)
    cover: dict[str, int] = field(default_factory=dict)
    outer: str = ""
    hedges: list[str] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)

    def carrier(self, relays: frozenset[str] = frozenset()) -> str:
        """Id of the source that carries the sentence by itself; empty where none does.

        Parameters
        ----------
        relays : frozenset of str
            Sources that carry words on: what they relay rests on who said it.
        """
        others = [source for source in self.mentions if source not in relays]
        # Who is merely named in what an outlet relays says nothing: words must be theirs.
        speak = any(self.cover.get(source) for source in others)
        if self.outer and not (self.outer in relays and speak):
            return self.outer
        named = {source: size for source, size in self.cover.items() if source}
        if others:
            named = {source: size for source, size in named.items() if source not in relays}
        if named:
            return max(named, key=lambda source: (named[source], source))
        return next(iter(others or self.mentions), "")


class Supported(NamedTuple):
    """The step that a sentence stands on, and the source that gives it; "" where none does."""

    step: Support
    source: str


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
    ranks = [0] * len(found)
    mentions = sorted((*mention, source.id) for source in sources for mention in source.mentions)
    for start, end, source in mentions:
        sentence = document.sentence_at(start)
        item = found[sentence.index]
        item.mentions.append(source)
        outer = _outer(document, sentence, *document.token_range(start, end))
        if outer > ranks[sentence.index]:
            ranks[sentence.index] = outer
            item.outer = source
    for attribution in attributions:
        for part in attribution.content:
            index = document.sentence_at(part.start).index
            while index < len(found) and document.sentences[index].start < part.end:
                sentence = document.sentences[index]
                size = min(part.end, sentence.end) - max(part.start, sentence.start)
                if size > 0:
                    key = attribution.source_id or ""
                    cover = found[index].cover
                    cover[key] = cover.get(key, 0) + size
                index += 1
    for hedge in hedges:
        found[document.sentence_at(hedge.start).index].hedges.append(hedge.id)
    for citation in citations:
        found[document.sentence_at(citation.start).index].citations.append(citation.id)
    return found


def _outer(document: Document, sentence: Sentence, first: int, last: int) -> int:
    """Whether what stands about a source gives it the whole sentence, and how surely.

    2 for "according to X", 1 for ", X said" or ", said X" at the end, 0 for neither.
    """
    norms = document.norms
    if first - 2 >= sentence.first and norms[first - 2 : first] == ["according", "to"]:
        place = first - 2
        return 2 * (place == sentence.first or norms[place - 1] in _BEFORE_SAID)
    opens = first - 1
    inverted = opens > sentence.first and "speech" in lexicon_class(norms[opens])
    if inverted:
        opens -= 1
    rest = norms[last : sentence.last]
    if opens <= sentence.first or norms[opens] not in _BEFORE_SAID or len(rest) > _SHORT_REST:
        return 0
    if inverted:
        return 1
    return int(any("speech" in lexicon_class(norm) for norm in rest[:3]) and "that" not in rest)


def supports(
    document: Document, evidence: Sequence[SentenceEvidence], sources: Sequence[Source]
) -> list[Supported]:
    """The step of every sentence and the source that gives it.

    Parameters
    ----------
    document : Document
        The article, cut.
    evidence : sequence of SentenceEvidence
        As `gather_evidence` gives it.
    sources : sequence of Source
        Those of the article.

    Returns
    -------
    list of Supported
        One for each sentence, claim or not.
    """
    types: dict[str, SourceType] = {source.id: source.type for source in sources}
    students = {source.id for source in sources if _studies(source)}
    papers = {
        singular(source.name.split()[-1].lower())
        for source in sources
        if source.type == "document" and source.name
    }
    if not papers.isdisjoint(source_words("study")):
        papers |= _STUDY_TERMS
    relays = frozenset(source.id for source in sources if source.type == "outlet")
    carriers = _carriers(document, evidence, relays)
    found: list[Supported] = []
    study, document_at = "", -_DOCUMENT_REACH - 1
    for sentence, item, carrier in zip(document.sentences, evidence, carriers, strict=True):
        mentioned = next((s for s in reversed(item.mentions) if types[s] == "document"), "")
        study = mentioned or study
        index = sentence.index
        bare = not item.mentions and not item.cover and sentence.kind == "body"
        if bare and study and _returns_to(document, sentence, papers):
            carrier = study
        elif bare and not carrier and index - document_at <= _DOCUMENT_REACH:
            # What is told after a study was named is told from it.
            carrier = study
        step = _STEP[types[carrier]] if carrier else "own"
        if carrier in students and study and step != "document":
            step = "document"
        elif carrier and types[carrier] == "document" and item.carrier(relays) == carrier:
            document_at = index
        elif carrier and types[carrier] != "document":
            document_at = -_DOCUMENT_REACH - 1
        if step == "own" and _is_hearsay(document, sentence):
            step = "vague"
        found.append(Supported(step, carrier if step != "own" else ""))
    return found


def _returns_to(document: Document, sentence: Sentence, papers: set[str]) -> bool:
    """Whether a sentence takes up a paper that was named: "the memo", "participants"."""
    norms = document.norms
    for place in range(sentence.first, sentence.last):
        word = singular(norms[place])
        if word in papers and document.quotation_of[place] < 0:
            if word in _STUDY_TERMS and word not in {"study", "result"}:
                return True
            before = norms[max(place - 2, sentence.first) : place]
            if not _DEFINITE.isdisjoint(before):
                return True
    return False


def _studies(source: Source) -> bool:
    """Whether a source without a name is whoever made a study."""
    return source.type in {"unnamed", "group"} and any(
        source.name.lower().endswith((noun, noun + "s")) for noun in _STUDENTS
    )


def _carriers(
    document: Document, evidence: Sequence[SentenceEvidence], relays: frozenset[str]
) -> list[str]:
    """Id of the source that carries each sentence: its own, or that of the words it goes on."""
    found = [item.carrier(relays) for item in evidence]
    sentences = document.sentences
    speech = [
        bool(item.cover) or _is_quoted(document, sentence)
        for sentence, item in zip(sentences, evidence, strict=True)
    ]
    # Words before ", she said" are hers, back to the paragraph's start.
    for index in range(len(found) - 2, -1, -1):
        same = sentences[index + 1].paragraph == sentences[index].paragraph
        if not found[index] and speech[index] and speech[index + 1] and same:
            found[index] = found[index + 1]
    speaker, spoke_at, firm = "", -2, False
    for sentence in sentences:
        index = sentence.index
        if found[index]:
            speaker, spoke_at = found[index], index
            size = sentence.end - sentence.start
            item = evidence[index]
            # A passing mention ("the jury, which he dismissed") carries nothing on.
            firm = bool(item.outer) or sum(item.cover.values()) >= _FIRM * size
            continue
        if (
            index - spoke_at <= 1 and firm and sentences[index - 1].paragraph == sentence.paragraph
        ) or (
            speech[index]
            and document.words[sentence.first] in _OPENING_MARKS
            and index - spoke_at <= _SPEECH_REACH
        ):
            found[index] = speaker
        if found[index]:
            spoke_at = index
    return found


def _is_quoted(document: Document, sentence: Sentence) -> bool:
    quoted = sum(place >= 0 for place in document.quotation_of[sentence.first : sentence.last])
    return quoted > 0.8 * (sentence.last - sentence.first)


def _is_hearsay(document: Document, sentence: Sentence) -> bool:
    """Whether nobody in particular says it: "it is believed", "are said to", "reportedly"."""
    norms = document.norms
    for place in range(sentence.first, sentence.last):
        norm = norms[place]
        if document.quotation_of[place] >= 0:
            continue
        if norm in _HEARSAY:
            return True
        if norm in _BE:
            at = place + 1 + (norms[place + 1 : place + 2] != [] and norms[place + 1] in _SOFTENED)
            if at < sentence.last and norms[at] in _PASSIVES and norms[at + 1 : at + 2] != ["by"]:
                return True
    return False
