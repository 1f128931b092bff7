"""What was found in each sentence: whom it mentions, whose its words are, and who has all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from credscore.document import Document, Sentence
from credscore.features.cues import (
    GENITIVES,
    HAVE_FORMS,
    IN_THE_WORDS_OF,
    PUTS,
    PUTTING,
    is_according,
    lexicon_class,
    puts_figure,
    words_of,
)
from credscore.features.deeds import hears_told, tells_deed
from credscore.features.support_signs import told_of
from credscore.findings import Attribution, Citation, Hedge, Source, SourceType

__all__ = ["UNKNOWN", "SentenceEvidence", "backing", "gather_evidence", "voices"]

# By what a body says who somebody is.
_IDENTIFYING = frozenset(("identified", "named"))
_BEFORE_SAID = frozenset((",", '"', "”", "'", "’", "»", "''", "?", "!"))
# Tokens that may follow a final ", X said": "on Monday in a statement".
_SHORT_REST = 14
# Log-odds of a mention from which on a source carries its sentence, where that is more than it
# takes to be a mention; for those with names only where no verb behind the mention tells or holds.
_SURE: dict[SourceType, float] = {"unnamed": 1.5, "group": 1.0}
_SURE_BY_DEEDS = 1.3
_WITH_NAMES = frozenset(("organisation", "person"))
# Tokens behind a mention within which its verb stands, and classes of verbs that tell or hold.
_VERB_REACH = 5
_TELLING = frozenset(("speech", "stance", "act"))
# Verbs that give all of a sentence to whom it ends with: ", the agency found.", ", a court has
# heard."
_ENDING = frozenset(
    ("believe", "believes", "calculated", "discovered", "estimate", "estimated", "estimates",
     "forecast", "found", "heard", "predict", "predicted", "predicts", "reckon", "reckons")
)  # fmt: skip
# Verbs of judging that are always done in words, and what is raised in them.
_OF_WORDS = frozenset(
    ("accuse", "accused", "condemn", "condemned", "criticised", "criticized", "decried", "denied",
     "denies", "denounced", "deny", "disputed", "disputes", "urged", "urges", "vowed")
)  # fmt: skip
_OF_PARTICIPLE = (["as"], ["by"], ["for"], ["in"], ["of"], ["over"])
_RAISING = frozenset(("raise", "raised", "raises"))
_RAISED = frozenset(("alarm", "concern", "concerns", "doubt", "doubts", "fears", "objections"))
_RAISED_REACH = 4
_STOPS = frozenset((".", "!", "…"))
# Log-odds of a mention of which the model's opinion is not known.
UNKNOWN = 9.0


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
    sure : dict of str to float
        How surely each source is mentioned in it, in log-odds.
    doubtful : set of str
        Sources mentioned in it that are too unsure to carry anything.
    speaking : set of str
        Sources beside whose mention in it a verb of speech stands.
    """

    mentions: list[str] = field(default_factory=list)
    cover: dict[str, int] = field(default_factory=dict)
    outer: str = ""
    hedges: list[str] = field(default_factory=list)
    citations: list[str] = field(default_factory=list)
    sure: dict[str, float] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    speaking: set[str] = field(default_factory=set)

    def carrier(self, relays: frozenset[str] = frozenset()) -> str:
        """Id of the source that carries the sentence by itself; empty where none does.

        Parameters
        ----------
        relays : frozenset of str
            Sources that carry words on: what they relay rests on who said it.
        """
        if not (self.mentions or self.cover):
            return ""
        doubtful = self.doubtful
        mentions, spoken = self.mentions, self.cover
        if doubtful:
            mentions = [source for source in mentions if source not in doubtful]
        if spoken and (doubtful or "" in spoken):
            spoken = {
                source: size for source, size in spoken.items() if source and source not in doubtful
            }
        # Who is merely named in what an outlet relays says nothing: words must be theirs.
        others = spoken
        if not relays.isdisjoint(spoken):
            others = {source: size for source, size in spoken.items() if source not in relays}
        speak = not others.keys().isdisjoint(mentions)
        if self.outer and not (self.outer in relays and speak):
            # "“No,” Ana Silva said, according to Dawn"
            told = (source for source in mentions if source in self.speaking - relays)
            return next(told, self.outer) if self.outer in relays else self.outer
        carrying = others if speak else spoken
        if len(carrying) == 1:
            return next(iter(carrying))
        if carrying:
            return max(carrying, key=lambda source: (carrying[source], source))
        first = next(iter(mentions), "")
        return next((source for source in mentions if source not in relays), first)


def backing(source: Source) -> SourceType:
    """As what a source backs claims: a body's spokesperson without a name as the body."""
    return "organisation" if source.speaks_for and source.type == "unnamed" else source.type


def voices(sources: Iterable[Source]) -> dict[str, str]:
    """With whose voice each source speaks: a body's spokespeople without a name with the body's.

    Parameters
    ----------
    sources : iterable of Source
        Those of an article.

    Returns
    -------
    dict of str to str
        By a source's id the id of the body, of the first who speaks for it, or its own.
    """
    sources = tuple(sources)
    heard = {_plain(one.name): one.id for one in sources if one.type == "organisation"}
    return {
        one.id: heard.setdefault(_plain(one.speaks_for), one.id) if one.speaks_for else one.id
        for one in sources
    }


def _plain(name: str) -> str:
    return name.lower().removeprefix("the ")


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
    sentences, norms = document.sentences, document.norms
    # What is given is made faster than what is left out.
    found = [SentenceEvidence([], {}, "", [], [], {}, set(), set()) for _ in sentences]
    if not found:
        return found
    ranks = [0] * len(found)
    # "The Senate approved it": what somebody did, of whom it is unsure that they are a source.
    deeds: set[tuple[int, str]] = set()
    types = {source.id: backing(source) for source in sources}
    mentions = sorted(
        (*mention, source.id, odds)
        for source in sources
        for mention, odds in zip(
            source.mentions, source.log_odds or (UNKNOWN,) * len(source.mentions), strict=True
        )
    )
    for start, end, source, odds in mentions:
        first, last = document.token_ranges[start, end]
        sentence = sentences[document.sentence_of[first]]
        item = found[sentence.index]
        item.mentions.append(source)
        kind = types[source]
        if (kind == "group" and norms[first] == "they") or (
            kind != "document" and told_of(document, sentence.last, last)
        ):
            # Whoever "they" are, the sentence tells of them; so it does of who "reportedly" spoke.
            odds = -UNKNOWN
        elif odds < _SURE_BY_DEEDS and kind in _WITH_NAMES:
            verb = norms[last : min(last + _VERB_REACH, sentence.last)]
            if (
                verb
                and verb[0].isalpha()
                and not any(map(_tells, verb))
                and not _tells_by_deed(norms, last)
                and not _identifies(norms, first, verb)
            ):
                deeds.add((sentence.index, source))
        if odds < _SURE["unnamed"] and odds > -UNKNOWN and _has_words(norms, last, sentence.last):
            odds = _SURE["unnamed"]
            deeds.discard((sentence.index, source))
        known = item.sure.get(source)
        if known is None or odds > known:
            item.sure[source] = odds
        if (last < len(norms) and lexicon_class(norms[last]) == "speech") or (
            first and lexicon_class(norms[first - 1]) == "speech"
        ):
            item.speaking.add(source)
        outer = _outer(document, sentence, first, last)
        if outer > ranks[sentence.index]:
            ranks[sentence.index] = outer
            item.outer = source
    for attribution in attributions:
        key = attribution.source_id or ""
        for part in attribution.content:
            start, end = part
            index = document.sentence_of[document.token_ranges[part][0]]
            while index < len(found) and sentences[index].start < end:
                sentence = sentences[index]
                size = min(end, sentence.end) - max(start, sentence.start)
                if size > 0:
                    cover = found[index].cover
                    cover[key] = cover.get(key, 0) + size
                index += 1
    for index, item in enumerate(found):
        if not item.sure:
            continue
        item.doubtful = {
            source
            for source, odds in item.sure.items()
            if source != item.outer
            and (
                odds < _SURE.get(types[source], 0.0)
                # Critics carry a sentence only by words of theirs in it.
                or (types[source] == "group" and source not in item.cover)
                or (
                    odds < _SURE_BY_DEEDS
                    and (index, source) in deeds
                    and (types[source] == "organisation" or source not in item.cover)
                )
            )
        }
    for hedge in hedges:
        found[document.sentence_at(hedge.start).index].hedges.append(hedge.id)
    for citation in citations:
        found[document.sentence_at(citation.start).index].citations.append(citation.id)
    return found


def _identifies(norms: Sequence[str], first: int, verb: Sequence[str]) -> bool:
    """As in "identified by [police] as Ana Silva", "[police] named the victim as Ana Silva"."""
    if first > 1 and norms[first - 2] in _IDENTIFYING:
        return True
    return "the" in verb and not _IDENTIFYING.isdisjoint(verb[:2])


def _tells_by_deed(norms: Sequence[str], place: int) -> bool:
    """Whether a verb of deeds tells something: "the court heard that", "put the toll at 12"."""
    verb = place + (norms[place] in HAVE_FORMS)
    word = norms[verb] if verb < len(norms) else ""
    if word == "held":
        return norms[verb + 1 : verb + 2] == ["that"]
    if word == "heard":
        return hears_told(norms, verb)
    return word in PUTTING and puts_figure(norms, verb)


def _has_words(norms: Sequence[str], place: int, limit: int) -> bool:
    """Whether a verb that takes words stands at a place: "denied the charge", "raised concerns"."""
    verb = place + (place < limit and norms[place] in HAVE_FORMS)
    if verb >= limit:
        return False
    if norms[verb] in _RAISING:
        return not _RAISED.isdisjoint(norms[verb + 1 : min(verb + _RAISED_REACH, limit)])
    # "Denied the charge", but no "men accused of theft"
    told = norms[verb] in _OF_WORDS and norms[verb + 1 : verb + 2] not in _OF_PARTICIPLE
    return told and not tells_deed(norms, verb)


def _tells(norm: str) -> bool:
    return not _TELLING.isdisjoint(lexicon_class(norm).split("+"))


def _outer(document: Document, sentence: Sentence, first: int, last: int) -> int:
    """Whether what stands about a source gives it the whole sentence, and how surely.

    2 for "according to X", 1 for ", X said" or ", said X" at the end, 0 for neither.
    """
    norms = document.norms
    if first - 2 >= sentence.first and norms[first - 2 : first] == ["according", "to"]:
        place = first - 2
        return 2 * (place == sentence.first or norms[place - 1] in _BEFORE_SAID)
    if first > sentence.first and is_according(norms, document.words, sentence.first, first - 1):
        return 2
    if (
        first - 4 >= sentence.first
        and norms[first - 2] in IN_THE_WORDS_OF
        and norms[first - 4 : first - 2] == ["in", "the"]
        and norms[first - 1] == "of"
    ):
        return 2
    if first > sentence.first and norms[first - 1] == "in":
        # "In [Silva]'s view", "in [her] words"
        owned = last + (last < sentence.last and norms[last] in GENITIVES)
        own = owned > last or last - first == 1
        if own and norms[owned : owned + 1] and norms[owned] in IN_THE_WORDS_OF:
            return 2 * (norms[owned + 1 : owned + 2] == [","])
    if (
        first > sentence.first
        and last + 1 < sentence.last
        and norms[first - 1] == "as"
        and norms[last] in PUTS
        and norms[last + 1] == "it"
    ):
        return 2
    opens = first - 1
    inverted = opens > sentence.first and norms[opens] in words_of("speech")
    if inverted:
        opens -= 1
    # ", said the aide, who asked not to be named because ..."
    short = sentence.last - last <= _SHORT_REST or norms[last : last + 2] == [",", "who"]
    if opens <= sentence.first or norms[opens] not in _BEFORE_SAID or not short:
        return 0
    if inverted:
        return 1
    rest = norms[last : sentence.last]
    # ", a court has heard."
    ending = rest[1:] if rest and rest[0] in HAVE_FORMS else rest
    if ending and ending[0] in _ENDING and (len(ending) == 1 or ending[1] in _STOPS):
        return 1
    return int(not words_of("speech").isdisjoint(rest[:3]) and "that" not in rest)
