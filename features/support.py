"""What a sentence rests on: the source in it, the source that it goes on, or nobody.

The steps are those of the annotation guide's ladder. A source carries a sentence if most of it is
attributed to it, and before all if ", X said" at the end or "According to X" at the head gives it
the whole sentence. A sentence without a source goes on the one before it in its paragraph, quoted
words without a speaker are whose the words about them are, and what a lead gives to nobody or to a
person without a name is whose name comes next.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np

from credscore.document import Document, Sentence
from credscore.features.anonymity import find_grants
from credscore.features.cues import words_of
from credscore.features.evidence import UNKNOWN, SentenceEvidence, backing, gather_evidence
from credscore.features.source_descriptions import paper_noun
from credscore.features.source_identity import is_share
from credscore.features.source_nouns import singular, source_words
from credscore.features.support_signs import SupportSigns, support_words
from credscore.findings import Source, SourceType, Support
from credscore.quotations import OPENING_MARKS

__all__ = ["STEP_OF", "SentenceEvidence", "Supported", "gather_evidence", "supports"]

# The step that a claim stands on, by the type of what backs it.
STEP_OF: dict[SourceType, Support] = {
    "person": "named",
    "organisation": "organisation",
    "document": "document",
    "outlet": "outlet",
    "unnamed": "unnamed",
    "anonymous": "anonymous",
    "group": "vague",
    "self": "own",
}
_SPOKEN = frozenset(("named", "organisation", "unnamed"))
# Steps of sentences that a post or a letter may have said.
_WRITTEN = _SPOKEN | {"vague"}
# Steps of sentences whose source may be one that asked not to be named.
_UNIDENTIFIED = frozenset(("own", "unnamed", "vague"))
# Sentences over which quoted words without a speaker are still the last speaker's.
_SPEECH_REACH = 2
# Sentences that may stand between somebody's words and those in the same paragraph that go on with
# them, where they are not quoted; what a paper tells goes on as long as the paragraph.
_GOES_ON = 1
# Sentences over which a document carries on in paragraphs that name no source.
_DOCUMENT_REACH = 3
_SHARES = frozenset(("%", "percent", "percentage", "cent", "pct"))
# Sentences of a lead, and over how many more it may leave unsaid who is named after it.
_LEAD = 2
# Sentences over which what an outlet is said to have reported goes on.
_RELAY_REACH = 2
_FIRM = 0.3
# Share of a lead that must be words for it to be words as a whole.
_WHOLLY = 0.9
# Tokens before a colon within which a verb announces a speech.
_ANNOUNCING = 6
# Log-odds of a mention from which on a source's words may go on in the sentences after it, and
# from which on those of a document may over paragraphs.
_SURE_TO_GO_ON = 4.0
_SURE_TO_BE_TOLD_FROM = 1.5
_DEFINITE = frozenset(("the", "that", "this", "these", "those", "its", "their", "his", "her"))
# Besides the words of shares.
_ANSWERING = frozenset(
    ("cent", "fifths", "fraction", "majorities", "polled", "respondent", "surveyed")
)
# Papers that hold somebody's words, and from which no more is told than is quoted.
_OF_SOMEBODY = frozenset(("ad", "email", "letter", "post", "statement", "tweet", "tweets", "video"))
_BYSTANDERS = frozenset(
    ("aide", "attorney", "diplomat", "friend", "lawyer", "neighbor", "neighbour", "prosecutor",
     "relative", "resident", "villager", "witness")
)  # fmt: skip
_TEAMS = frozenset(("his team", "her team", "team", "their team"))
# Ends of what whoever made a study is called; "study author" has one of them.
_STUDENTS = tuple(
    noun + ending
    for noun in ("author", "investigator", "research team", "researcher", "scientist", "study team")
    for ending in ("", "s")
)


class Supported(NamedTuple):
    """The step that a sentence stands on, and the source that gives it; "" where none does."""

    step: Support
    source: str


def supports(
    document: Document,
    evidence: Sequence[SentenceEvidence],
    sources: Sequence[Source],
    signs: SupportSigns,
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
    signs : SupportSigns
        What the sentences' own words tell.

    Returns
    -------
    list of Supported
        One for each sentence, claim or not.
    """
    types = {source.id: backing(source) for source in sources}
    students = {source.id for source in sources if _studies(source)}
    # Who speaks in a lead and is not whoever is named behind it.
    others = {source.id for source in sources if _is_bystander(source)}
    documents = {source.id for source in sources if source.type == "document"}
    nouns = {
        source.id: paper_noun(source.name)
        for source in sources
        if source.id in documents and source.name
    }
    papers = set(nouns.values())
    polled = papers or signs.studies
    asked = {source.id for source in sources if polled and _answers_poll(source)}
    words = {
        source.id for source in sources if not _OF_SOMEBODY.isdisjoint(source.name.lower().split())
    }
    signed = signs.own_words
    grants = find_grants(document)
    if signs.published or not papers.isdisjoint(source_words("study")):
        papers |= support_words("told of studies")
    relays = frozenset(source.id for source in sources if source.type == "outlet")
    alone = [item.carrier(relays) for item in evidence]
    carriers = _carriers(document, evidence, alone, documents, relays)
    body = (sentence.index for sentence in document.sentences if sentence.kind == "body")
    leads = list(islice(body, _LEAD))
    found: list[Supported] = []
    study, document_at = "", -_DOCUMENT_REACH - 1
    # By its noun the paper that was named last.
    by_noun: dict[str, str] = {}
    relay, relay_at = "", -_RELAY_REACH - 1
    # The last sentence that somebody said in a paper.
    paper_at = -2
    # The paper that was told from last, and of which type who was mentioned last is.
    told, latest = "", ""
    for sentence, item, own, carrier in zip(
        document.sentences, evidence, alone, carriers, strict=True
    ):
        for one in item.mentions:
            if one in documents:
                study = one
            if one in nouns:
                by_noun[nouns[one]] = one
        index = sentence.index
        covered = any(item.cover)
        bare = not covered and not carrier and sentence.kind == "body"
        carried = not own and not covered and types.get(carrier) == "document"
        taken_up = _returns_to(document, sentence, papers) if study and (bare or carried) else ""
        if taken_up:
            # "The new study" is a study, though a release was named behind it.
            carrier = by_noun.get(taken_up, carrier or study)
        elif bare and not item.mentions and not item.cover:
            # What is told after a study or an outlet was named is told from it.
            if index - document_at <= _DOCUMENT_REACH:
                carrier = study
            elif index - relay_at <= _RELAY_REACH and (
                sentence.paragraph == document.sentences[relay_at].paragraph
            ):
                carrier = relay
        step = STEP_OF[types[carrier]] if carrier else "own"
        if carrier in asked or (carrier in students and (study or signs.studies)):
            step = "document"
        elif carrier and types[carrier] == "document" and own == carrier:
            if item.sure.get(carrier, UNKNOWN) >= _SURE_TO_BE_TOLD_FROM and carrier not in words:
                document_at, told = index, carrier
        elif carrier and types[carrier] != "document":
            document_at = -_DOCUMENT_REACH - 1
        if item.mentions or item.cover:
            relay = own
            relay_at = index if relay in relays else -_RELAY_REACH - 1
        # A lead that is words as a whole and gives them to nobody, not one that tells of some.
        size = sentence.end - sentence.start
        open_words = step == "own" and item.cover.get("", 0) >= _WHOLLY * size
        if index in leads and (open_words or (step == "unnamed" and carrier not in others)):
            after = next(filter(None, carriers[index + 1 : index + 1 + _LEAD]), "")
            if after and types[after] == "person":
                step, carrier = "named", after
        if index in signed:
            step = _by_sign(step, index, signs, speaks=bool(item.mentions), outer=bool(item.outer))
        if (
            step == "own"
            and not carrier
            and latest in {"document", "group"}
            and asked.issuperset(item.mentions)
            and asked.issuperset(item.cover)
        ):
            # Shares behind those of a poll or a study are of it too.
            near = any(before.step == "document" for before in found[-_DOCUMENT_REACH:])
            if told and near and (item.mentions or _holds_share(document, sentence)):
                step, carrier = "document", told
        if item.mentions:
            latest = types[item.mentions[-1]]
        if index in signs.results and (step == "vague" or (step == "own" and not item.mentions)):
            step = "document"
        if (
            step in _UNIDENTIFIED
            and index in grants
            and (carrier or item.mentions or grants[index].tells_of_source(document))
        ):
            step, carrier = "anonymous", carrier or next(iter(item.mentions), "")
        if index in signs.written and step == "document":
            paper_at = index
        elif (
            paper_at == index - 1
            and step in _SPOKEN
            and carrier == carriers[index - 1]
            and not item.mentions
            and document.quotation_of[sentence.first] >= 0
            and sentence.paragraph == document.sentences[index - 1].paragraph
        ):
            # "“No,” Silva said in a tweet. “It is late.”"
            step, paper_at = "document", index
        found.append(Supported(step, carrier if step != "own" else ""))
    _spread(document, signs, found)
    return found


def _spread(document: Document, signs: SupportSigns, found: list[Supported]) -> None:
    """All of a quotation rests on the paper that its last sentence, or its first, names."""
    if not signs.written:
        return
    for quotation in document.quotations:
        first = document.sentence_of[quotation.start]
        last = document.sentence_of[quotation.end - 1]
        papers = signs.written.intersection((first, last))
        if first < last and any(found[at].step == "document" for at in papers):
            for at in range(first, last + 1):
                if found[at].step in _SPOKEN:
                    found[at] = Supported("document", found[at].source)


def _by_sign(
    step: Support, index: int, signs: SupportSigns, *, speaks: bool, outer: bool
) -> Support:
    """The step of a sentence after what its own words tell of it."""
    if index in signs.posted and step != "outlet":
        return "document"
    if index in signs.written and speaks and step in _WRITTEN:
        return "document"
    if index in signs.unanswered and not outer:
        step = "own"
    if index in signs.methods and signs.studies and step in {"own", "vague", "unnamed"}:
        return "document"
    # Who speaks of a study that was published is still who speaks.
    weaker = {"own", "vague", "unnamed"} if speaks else {"own", "vague", "unnamed", "named"}
    if index in signs.published and step in weaker:
        return "document"
    return "vague" if step == "own" and index in signs.hearsay else step


def _holds_share(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence gives a share of something: "12%", "six percent"."""
    return not _SHARES.isdisjoint(document.norms[sentence.first : sentence.last])


def _returns_to(document: Document, sentence: Sentence, papers: set[str]) -> str:
    """By what noun a sentence takes up a paper that was named: "the memo", "participants"."""
    norms = document.norms
    for place in range(sentence.first, sentence.last):
        word = singular(norms[place])
        if word == "number" and norms[place + 1 : place + 2] == ["of"]:
            # "the number of deaths" is no paper that gave numbers.
            continue
        if word in papers and document.quotation_of[place] < 0:
            if word in support_words("told of studies") and word not in {"study", "result"}:
                return word
            before = norms[max(place - 2, sentence.first) : place]
            if not _DEFINITE.isdisjoint(before):
                return word
    return ""


def _studies(source: Source) -> bool:
    """Whether a source without a name is whoever made a study."""
    name = source.name.lower()
    return source.type in {"unnamed", "group"} and (name in _TEAMS or name.endswith(_STUDENTS))


def _is_bystander(source: Source) -> bool:
    """Whether a source without a name is "sources", or somebody by what they are to the story.

    "A neighbour said it was locked. Rui Lopez, a firefighter, said": two people.
    """
    if source.type != "unnamed":
        return False
    words = source.name.lower().split()
    return "source" in source.name.lower() or not _BYSTANDERS.isdisjoint(map(singular, words))


def _answers_poll(source: Source) -> bool:
    """Whether a source is a share of people, or those who were asked: a poll tells of them."""
    if source.type not in {"group", "unnamed"}:
        return False
    # "Nearly seven-in-ten adults", "two-thirds of men"
    words = source.name.lower().replace("%", " percent ").replace("-", " ").split()
    return is_share(words) or not _ANSWERING.isdisjoint(words)


def _carriers(
    document: Document,
    evidence: Sequence[SentenceEvidence],
    alone: Sequence[str],
    documents: set[str],
    relays: frozenset[str],
) -> list[str]:
    """Id of the source that carries each sentence: its own, or that of the words it goes on."""
    found = list(alone)
    sentences = document.sentences
    quoted = _are_quoted(document)
    for index in range(1, len(found) if relays else 0):
        if quoted[index] and found[index] in relays and not evidence[index].mentions:
            # "“No,” Silva said, Dawn reported. “It is late.”": it is she who goes on.
            same = sentences[index - 1].paragraph == sentences[index].paragraph
            if same and found[index] in evidence[index - 1].mentions:
                found[index] = found[index - 1]
    speech = [bool(item.cover) or inside for item, inside in zip(evidence, quoted, strict=True)]
    # Quoted words before ", she said" are hers, back to the paragraph's start.
    for index in range(len(found) - 2, -1, -1):
        if (
            not found[index]
            and quoted[index]
            and speech[index + 1]
            and sentences[index + 1].paragraph == sentences[index].paragraph
        ):
            found[index] = found[index + 1]
    speaker, spoke_at, said_at, firm = "", -2, -2, False
    # The paragraph that "Silva went on:" announces as hers, quoted or not.
    announced = -1
    for sentence in sentences:
        index = sentence.index
        if index - spoke_at == 1 and _announces(document, sentences[index - 1]):
            announced = sentence.paragraph
        if not found[index] and sentence.paragraph == announced:
            found[index], spoke_at = speaker, index
            continue
        if found[index]:
            speaker, spoke_at, said_at = found[index], index, index
            size = sentence.end - sentence.start
            item = evidence[index]
            # A passing mention ("the jury, which he dismissed") carries nothing on.
            firm = bool(item.outer) or sum(item.cover.values()) >= _FIRM * size
            firm = firm and item.sure.get(speaker, UNKNOWN) >= _SURE_TO_GO_ON
            continue
        if (
            index - spoke_at <= 1
            and (firm or quoted[index])
            and sentences[index - 1].paragraph == sentence.paragraph
        ) or (
            speech[index]
            and document.words[sentence.first] in OPENING_MARKS
            and index - spoke_at <= _SPEECH_REACH
        ):
            found[index] = speaker
        near = quoted[index] or speaker in documents or index - said_at <= _GOES_ON
        if found[index] and near:
            spoke_at = index
    return found


def _announces(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence ends in a verb of speech and a colon: "Ana Silva went on:".

    Not where who speaks denies it, nor where the word is no verb: "three questions of the report:".
    """
    if document.norms[sentence.last - 1] != ":":
        return False
    norms = document.norms[sentence.first : sentence.last]
    if not support_words("denying").isdisjoint(norms):
        return False
    return any(
        norms[at] in words_of("speech")
        and (not at or norms[at - 1] not in support_words("no verb behind"))
        for at in range(max(len(norms) - 1 - _ANNOUNCING, 0), len(norms) - 1)
    )


def _are_quoted(document: Document) -> list[bool]:
    """Whether each sentence stands in quotation marks."""
    if not document.sentences:
        return []
    firsts = [sentence.first for sentence in document.sentences]
    inside: list[int] = np.add.reduceat(document.quoted, firsts, dtype=np.int64).tolist()
    return [
        count > 0.8 * (sentence.last - sentence.first)
        for sentence, count in zip(document.sentences, inside, strict=True)
    ]
