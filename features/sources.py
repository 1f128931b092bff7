"""Sources: who or what claims rest on, of which type, with all mentions of each merged into one.

Every attribution's source is widened to its whole noun phrase, typed by its words, and then joined
to what it means in this article: a surname to the full name, "he" and "the minister" to the person,
"the analyst" to the analyst named before, "the study" to the study, an acronym to the body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from credscore.artefacts import load_artefact
from credscore.document import Document
from credscore.features.anonymity import anonymity_places
from credscore.features.names import Names, name_words
from credscore.features.source_candidates import Candidate, candidate_features, find_candidates
from credscore.features.source_entities import Cast, Entity
from credscore.features.source_phrases import split_coordination, whole_phrase
from credscore.features.source_types import PRONOUNS, Phrase, PhraseReader
from credscore.findings import Attribution, Citation, Source, Span
from credscore.linear import LinearModel
from credscore.trained import newest

__all__ = ["MENTIONS_KIND", "find_sources", "mention_proposals"]

MENTIONS_KIND = "mention model"
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))


@cache
def _model() -> LinearModel:
    return LinearModel.from_artefact(load_artefact(newest("mentions"), MENTIONS_KIND))


def find_sources(
    document: Document, attributions: Sequence[Attribution], citations: Sequence[Citation]
) -> tuple[tuple[Source, ...], tuple[Attribution, ...]]:
    """Find the sources of an article and give each attribution its source.

    Parameters
    ----------
    document : Document
        The article, cut.
    attributions : sequence of Attribution
        Who says what, as the tagger found it.
    citations : sequence of Citation
        Other outlets; one that relays is a source too.

    Returns
    -------
    tuple of Source
        In order of first mention, without their claims.
    tuple of Attribution
        The same attributions with `source_id` set; their spans stay as the tagger drew them.

    Examples
    --------
    >>> from credscore.article import Article
    >>> from credscore.features.attribution import find_attributions
    >>> text = "Prices will fall, Ana Silva, the minister, said on Monday. “A lot,” she added."
    >>> document = Document(Article(text))
    >>> sources, _ = find_sources(document, find_attributions(document), ())
    >>> [(source.name, len(source.mentions)) for source in sources]
    [('Ana Silva', 2)]
    """
    if not attributions and not citations:
        return (), tuple(attributions)
    return _Reader(document, citations).read(attributions, citations)


def mention_proposals(
    document: Document, attributions: Sequence[Attribution], citations: Sequence[Citation]
) -> list[tuple[Span, list[str]]]:
    """Places where a source may stand, with the features that the mention model weighs.

    Parameters
    ----------
    document, attributions, citations
        As for `find_sources`.

    Returns
    -------
    list of (Span, list of str)
        Characters of the whole noun phrase, and names of features; the writer left out.
    """
    found = []
    reader = _Reader(document, citations)
    for candidate, phrase, features in reader.proposals(attributions, citations):
        if phrase is None:
            if PRONOUNS[document.norms[candidate.first]] != "self":
                found.append((document.span(candidate.first, candidate.last), features))
        elif phrase.type != "self":
            found.append((document.span(phrase.first, phrase.last), features))
    return found


class _Reader:
    """Reads an article once, in order, and keeps whom it has met."""

    def __init__(self, document: Document, citations: Sequence[Citation]) -> None:
        self._document = document
        self._names = Names(document)
        self._phrases = PhraseReader(document, self._names, citations)
        self._cast = Cast(document, self._names)
        self._anonymous = anonymity_places(document)

    def proposals(
        self, attributions: Sequence[Attribution], citations: Sequence[Citation]
    ) -> Iterator[tuple[Candidate, Phrase | None, list[str]]]:
        """Candidates with their noun phrases, None for a pronoun, and their features."""
        document, names = self._document, self._names
        norms = document.norms
        for candidate in find_candidates(document, names, attributions, citations):
            first, last = candidate.first, candidate.last
            if last - first == 1 and norms[first] in _RELATIVE:
                first, last = self._antecedent(first)
            elif last - first == 1 and norms[first] in PRONOUNS:
                yield candidate, None, candidate_features(document, candidate, None)
                continue
            if first < last:
                first, last = whole_phrase(document, names, first, last)
            if first >= last:
                continue
            for part in split_coordination(document, names, first, last):
                phrase = self._phrases.describe(*part)
                yield candidate, phrase, candidate_features(document, candidate, phrase)

    def read(
        self, attributions: Sequence[Attribution], citations: Sequence[Citation]
    ) -> tuple[tuple[Source, ...], tuple[Attribution, ...]]:
        owner: dict[int, Entity] = {}
        model, cast = _model(), self._cast
        for candidate, phrase, features in self.proposals(attributions, citations):
            if model.log_odds(features) < 0:
                continue
            first, last = (
                (candidate.first, candidate.last) if phrase is None else (phrase.first, phrase.last)
            )
            # Whoever is named before is known when a pronoun comes.
            cast.meet_before(first)
            entity = self._pronoun(first) if phrase is None else self._entity(phrase)
            if entity is not None:
                cast.speaks(entity, first, last)
                owner.setdefault(candidate.attribution, entity)
        owner.pop(-1, None)
        return self._result(attributions, owner)

    def _antecedent(self, place: int) -> tuple[int, int]:
        """The noun phrase that "who" stands for: the name or noun just before it."""
        norms = self._document.norms
        start = self._document.sentences[self._document.sentence_of[place]].first
        end = place
        while end > start and norms[end - 1] in {",", "of", "to", "with", "by", "from"}:
            end -= 1
        if end == start:
            return end, end
        name = self._names.at(end - 1)
        if name is not None and name.last == end:
            return name.outer, end
        first = end - 1
        articles = {"the", "a", "an", "one"}
        while first > start and end - first < 8 and norms[first - 1].isalpha():
            if norms[first - 1] in name_words("opener") and norms[first - 1] not in articles:
                break
            first -= 1
            if norms[first] in articles:
                break
        return first, end

    def _pronoun(self, place: int) -> Entity | None:
        if PRONOUNS[self._document.norms[place]] != "self":
            return self._cast.pronoun(place)
        return None if self._document.quotation_of[place] >= 0 else self._cast.writer()

    def _entity(self, phrase: Phrase) -> Entity:
        cast = self._cast
        if phrase.type == "self":
            return cast.writer()
        if phrase.type == "person" and phrase.name is not None:
            entity = cast.meet(phrase.name)
            cast.learn(entity, phrase.first, phrase.last)
            return entity
        found = cast.taken_up(phrase) if phrase.name is None else None
        entity = found or cast.other(phrase)
        if entity.type == "unnamed" and self._is_anonymous(phrase):
            entity.type = "anonymous"
        return entity

    def _is_anonymous(self, phrase: Phrase) -> bool:
        """Whether the sentence says that anonymity was given, and nobody named is nearer to it."""
        sentence = self._document.sentence_of[phrase.first]
        place = self._anonymous.get(sentence)
        if place is None:
            return False
        low, high = min(place, phrase.last), max(place, phrase.first)
        return not any(
            name.kind == "person" and low <= name.first < high
            for name in self._names.within(low, high)
        )

    def _result(
        self, attributions: Sequence[Attribution], owner: dict[int, Entity]
    ) -> tuple[tuple[Source, ...], tuple[Attribution, ...]]:
        spoken = self._cast.spoken()
        ids = {entity.number: f"s{place}" for place, entity in enumerate(spoken, start=1)}
        sources = tuple(
            Source(
                ids[entity.number],
                entity.name,
                entity.type,
                tuple(self._document.span(*mention) for mention in sorted(entity.mentions)),
            )
            for entity in spoken
        )
        placed = tuple(
            replace(attribution, source_id=ids[owner[number].number])
            if number in owner
            else attribution
            for number, attribution in enumerate(attributions)
        )
        return sources, placed
