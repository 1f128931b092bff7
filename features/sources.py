"""Sources: who or what claims rest on, of which type, with all mentions of each merged into one.

Every attribution's source is widened to its whole noun phrase, typed by its words, and then joined
to what it means in this article: a surname to the full name, "he" and "the minister" to the person,
"the analyst" to the analyst named before, "the study" to the study, an acronym to the body.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from credscore.document import Document, Sentence
from credscore.features.anonymity import (
    Grant,
    find_grants,
    says_how_it_knows,
    silenced,
)
from credscore.features.cues import (
    BE_FORMS,
    QUOTING,
    as_saying,
    is_passive,
    words_of,
)
from credscore.features.names import Name, Names
from credscore.features.noun_phrases import NounPhrases
from credscore.features.parts_of_speech import parts_of_speech
from credscore.features.source_descriptions import role_of, short_name
from credscore.features.source_entities import WHEN, WITHOUT_NAME, Cast, Entity
from credscore.features.source_frames import FRAMED, HOPELESS, is_framed, level
from credscore.features.source_namings import named_later
from credscore.features.source_nouns import (
    PRONOUNS,
    is_personal,
    singular,
    source_words,
    tells_seat,
)
from credscore.features.source_proposals import best_apart, find_proposals, log_odds
from credscore.features.source_types import Phrase, PhraseReader, names_thing
from credscore.features.source_verbs import verb_class
from credscore.findings import (
    Attribution,
    Citation,
    Source,
    SourceType,
    Span,
    make_attribution,
    make_source,
)

__all__ = ["find_sources"]

# Paragraphs over which a quotation may go on.
_PARAGRAPHS = 6
# Sentences over which who was seen last is meant rather than a body that has not spoken.
_JUST_BEFORE = 2
# Before whom somebody speaks for.
_SPOKEN_FOR = " for the "
# Tokens within which a sentence names whom it is about.
_ABOUT = 8
# What may stand between "it" and its verb, and before it where it closes a sentence.
_BEFORE_TOLD = frozenset(("also", "had", "has", "later", "then"))
_BEFORE_TAG = frozenset((",", '"', "”", "''"))
# Classes of verbs by which a pronoun takes up whom the sentence before is about.
_TOLD_OF_PEOPLE = frozenset(("evidence", "speech"))
_TOLD_OF_THINGS = frozenset(("act", "evidence", "speech"))
# "I" tells that whom the sentence before is about may be quoted, "he" that somebody tells of him.
_OF_ONESELF = frozenset(
    ("i", "i'd", "i'll", "i'm", "i've", "me", "my", "our", "us", "we", "we'd", "we'll", "we're",
     "we've")
)  # fmt: skip
_OF_ANOTHER = frozenset(("he", "he's", "her", "hers", "him", "his", "she", "she's"))
# Things on which a quotation may stand.
_INSCRIBED = frozenset(
    ("banner", "card", "headline", "placard", "plaque", "poster", "screen", "sign", "slogan",
     "sticker", "wall")
)  # fmt: skip
# Log-odds of who is taken for the speaker of a quotation that names none: too low to carry the
# sentence that names them.
_GUESSED = -0.1
# Log-odds that a mention must have where that is more than it takes to be one: a mention missed of
# somebody with a name changes little, but a description counts as one more source without a name.
_LEAST: dict[SourceType, float] = {"unnamed": 0.5}
# What proposes mentions beyond doubt, of whatever type.
_PLAIN = frozenset(("according", "agent", "citing"))


def find_sources(
    document: Document, attributions: Sequence[Attribution], citations: Sequence[Citation]
) -> tuple[tuple[Source, ...], tuple[Attribution, ...]]:
    """Find the sources of an article and give each attribution its source.

    Parameters
    ----------
    document : Document
        The article, cut.
    attributions : sequence of Attribution
        Who says what, as `find_attributions` gives it.
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
    return _Reader(document).read(attributions, citations)


class _Reader:
    """Reads an article once, in order, and keeps whom it has met."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._names = Names(document)
        self._cast = Cast(document, self._names)
        self._grants = dict(find_grants(document))
        # Of each mention that is kept, by its first token.
        self._log_odds: dict[int, float] = {}

    def read(
        self, attributions: Sequence[Attribution], citations: Sequence[Citation]
    ) -> tuple[tuple[Source, ...], tuple[Attribution, ...]]:
        cast = self._cast
        at: dict[int, Entity] = {}
        by_cue: dict[int, Entity] = {}
        tags = silenced(parts_of_speech(self._document), self._grants)
        phrases = NounPhrases(self._document, self._names, tags)
        proposals = [
            one
            for one in find_proposals(phrases, attributions, citations)
            # "Ana Silva, [D-Peoria], and", whom the name before tells
            if one.phrase is None
            or one.phrase.type != "organisation"
            or not tells_seat(self._document.words[one.first])
        ]
        norms = self._document.norms
        odds = list(map(log_odds, proposals))
        for number, proposal in enumerate(proposals):
            if odds[number] > HOPELESS:
                odds[number] += FRAMED * is_framed(norms, tags, proposal)
        level(proposals, odds)
        spans = [(proposal.first, proposal.last) for proposal in proposals]
        pronouns = self._pronouns_of(attributions)
        for number in best_apart(spans, odds):
            proposal = proposals[number]
            first, last, phrase = proposal.first, proposal.last, proposal.phrase
            if (
                phrase is not None
                and odds[number] < _LEAST.get(phrase.type, 0.0)
                and _PLAIN.isdisjoint([candidate.origin for candidate in proposal.candidates])
            ):
                continue
            while pronouns and pronouns[-1] < first:
                self._hear(pronouns.pop(), at)
            if pronouns and pronouns[-1] == first:
                pronouns.pop()
            self._log_odds[first] = odds[number]
            # Whoever is named before is known when a pronoun comes.
            cast.meet_before(first)
            entity = self._pronoun(first, phrases, at) if phrase is None else self._entity(phrase)
            if entity is not None:
                cast.speaks(entity, first, last)
                entity.knows = entity.knows or says_how_it_knows(self._document, first, last)
                self._grant(entity, first, last)
                for token in range(first, last):
                    at[token] = entity
                for candidate in proposal.candidates:
                    if candidate.cue >= 0:
                        by_cue[candidate.cue] = entity
        for place in reversed(pronouns):
            self._hear(place, at)
        self._grant_to_the_last()
        cast.meet_before(len(self._document))
        named: dict[int, Entity] = {}
        for described, person in named_later(self._document, cast):
            person.mentions += described.mentions
            described.mentions.clear()
            named[described.number] = person
        if named:
            for owners in (at, by_cue):
                for place, owner in owners.items():
                    owners[place] = named.get(owner.number, owner)
        return self._result(attributions, at, by_cue)

    def _pronouns_of(self, attributions: Sequence[Attribution]) -> list[int]:
        """Tokens of the pronouns of people that are an attribution's source, the last first."""
        document = self._document
        found = set()
        for attribution in attributions:
            if attribution.source is not None:
                first, last = document.token_ranges[attribution.source]
            elif attribution.cue is not None and attribution.kind != "direct":
                # "He was in the news, telling the paper that he was ill"
                cue, _ = document.token_ranges[attribution.cue]
                if not document.norms[cue].endswith("ing"):
                    continue
                first = document.sentences[document.sentence_of[cue]].first
                last = first + 1
            elif attribution.kind == "direct":
                # "She wiped her eyes. “We lost everything.”"
                place, _ = document.token_ranges[attribution.content[0]]
                if not self._stands_behind_deed(place):
                    continue
                first = document.sentences[document.sentence_of[place] - 1].first
                last = first + 1
            else:
                continue
            if last - first == 1 and PRONOUNS.get(document.norms[first]) == "person":
                found.add(first)
        return sorted(found, reverse=True)

    def _hear(self, place: int, at: dict[int, Entity]) -> None:
        """Keep whose words these are, where a pronoun is too unsure to be a mention."""
        self._cast.meet_before(place)
        entity = self._cast.pronoun(place)
        if entity is not None:
            at[place] = entity

    def _pronoun(self, place: int, phrases: NounPhrases, at: dict[int, Entity]) -> Entity | None:
        kind = PRONOUNS[self._document.norms[place]]
        if kind == "self":
            return None if self._document.quotation_of[place] >= 0 else self._cast.writer()
        opener = None if kind == "person" else self._opener(place, phrases)
        if opener is None:
            return self._cast.pronoun(place)
        if opener.type != "document" and not opener.plural:
            meant = self._cast.pronoun(place)
            if meant is not None and self._is_meant(meant, opener, place):
                # "Residents complained. The firm moved. They said"
                return meant
        return at.get(opener.first) or self._entity(opener)

    def _is_meant(self, entity: Entity, opener: Phrase, place: int) -> bool:
        """Whether who has spoken is meant by a pronoun rather than the body of `_opener`."""
        sentence_of, norms = self._document.sentence_of, self._document.norms
        if entity.seen >= opener.first:
            return True
        if norms[place] == "it" and sentence_of[opener.first] != sentence_of[place]:
            # "The firm said so. The union met. It said"
            return entity.type == "document" and self._is_near(entity, place)
        return self._is_near(entity, place)

    def _is_near(self, entity: Entity, place: int) -> bool:
        """Whether somebody was seen in the sentences just before a token."""
        sentence_of = self._document.sentence_of
        return entity.seen >= 0 and sentence_of[place] - sentence_of[entity.seen] <= _JUST_BEFORE

    @cached_property
    def _openers(self) -> PhraseReader:
        return PhraseReader(self._document, self._names, ())

    def _opener(self, place: int, phrases: NounPhrases) -> Phrase | None:
        """The paper, body, somebody, or those who study, with whom the sentence before opens.

        They need not have said anything: "The report came out on Monday. [It] found". The
        sentence of the pronoun may open so itself: "The bank will buy bonds, [it] said".
        """
        document, norms = self._document, self._document.norms
        index = document.sentence_of[place]
        norm, first = norms[place], document.sentences[index].first
        if norm not in {"it", "they"} or document.quotation_of[place] >= 0:
            return None
        if norm == "they" and norms[place - 1] == "," and norms[first] in WHEN:
            return self._those_when(first, place, phrases)
        verb = place + 1
        verb += verb < len(norms) and norms[verb] in _BEFORE_TOLD
        classes = _TOLD_OF_THINGS if norm == "it" else _TOLD_OF_PEOPLE
        if verb >= len(norms) or verb_class(norms[verb]) not in classes:
            return None
        if first == place:
            return self._subject_of(index - 1, norm, phrases) if index else None
        if norm != "it" or norms[place - 1] not in _BEFORE_TAG:
            return None
        # But no "The benefit, [it] says, would be cut".
        told = any(tag in "VM" for tag in phrases.tags[first:place])
        own = self._subject_of(index, norm, phrases) if told else None
        return own or (self._subject_of(index - 1, norm, phrases) if index else None)

    def _those_when(self, first: int, place: int, phrases: NounPhrases) -> Phrase | None:
        """Those without a name in a clause before "they": "When [researchers] looked, they"."""
        end = phrases.wide_end(first + 1, place)
        if end == first + 1 or phrases.tags[end] not in "VMER":
            return None
        phrase = self._openers.describe(first + 1, end)
        several = phrase.plural and phrase.type in WITHOUT_NAME
        # "When Silva's team looked, they found"
        return phrase if several or phrase.head == "team" else None

    def _subject_of(self, index: int, norm: str, phrases: NounPhrases) -> Phrase | None:
        """With whom a sentence opens, if a pronoun, "it" or "they", can stand for it."""
        document, norms = self._document, self._document.norms
        before = document.sentences[index]
        if before.kind != "body" or document.quotation_of[before.first] >= 0:
            return None
        first = before.first
        if norms[first] in {"for", "in"}:
            # "In the new study, [the researchers] examined"
            opening = norms[first : min(first + _ABOUT, before.last)]
            first += 1 + opening.index(",") if "," in opening else 0
        first += norms[first] in WHEN
        end = phrases.wide_end(first, before.last)
        if end == first or not (norms[end] == "," or phrases.tags[end] in "VMER"):
            return None
        phrase = self._openers.describe(first, end)
        if norm == "it":
            name = phrase.name
            if name is not None and name.kind == "other" and phrase.type == "person":
                # "[Quenneby] will shut a plant, it said": whoever is no "he" is a body.
                whole = (name.outer, name.last) == (first, end)
                phrase = replace(phrase, type="organisation") if whole else phrase
            body = phrase.type == "organisation" and not names_thing(phrase)
            return phrase if (body or phrase.type == "document") and not phrase.plural else None
        several = any(
            phrases.tags[token] == "N" and (_is_plural(norms[token]) or norms[token] == "police")
            for token in range(end, before.last)
        )
        somebody = phrase.type in {"anonymous", "unnamed"} and not phrase.plural
        if somebody or (phrase.type == "organisation" and not names_thing(phrase)):
            # "[A resident] said the noise was bad. They said", and
            # "[The hospital] opened a ward. They said", but no "treated children. They said"
            police = phrase.head == "police" and "and" not in norms[end : before.last]
            return phrase if (police or not phrase.plural) and not several else None
        without_name = phrase.type in WITHOUT_NAME
        if without_name and phrase.head in source_words("student"):
            return phrase
        # "The firm said so. [Workers] walked out. They said", but no "men were held. They said"
        passive = norms[end] in BE_FORMS and phrases.tags[end + 1 : end + 2] not in ("J", "R")
        people = without_name and phrase.plural and is_personal(phrase.head)
        return phrase if people and not (passive or several) else None

    def _entity(self, phrase: Phrase) -> Entity:
        cast = self._cast
        if phrase.type == "self":
            return cast.writer()
        if phrase.type == "person" and phrase.name is not None:
            entity = cast.meet(phrase.name)
            cast.learn(entity, phrase.first, phrase.last)
            role = role_of(self._document, phrase.name, phrase.first, phrase.last)
            if not entity.role or role.lower().endswith(_SPOKEN_FOR + entity.role.lower()):
                # "Spokesman [for the President] Ana Silva" is not the president.
                entity.role = role
            return entity
        found = cast.named_behind(phrase)
        if found is None:
            found = cast.taken_up(phrase) if phrase.name is None else cast.in_office(phrase)
        if found is None:
            return cast.other(phrase)
        if found.type == "anonymous" and phrase.type == "unnamed" and not found.anonymity:
            # "Sources", and then "the legal sources": what is described is not bare.
            found.type = "unnamed"
            found.name = short_name(self._document, phrase.first, phrase.last)
        return found

    def _grant(self, entity: Entity, first: int, last: int) -> None:
        """Keep it where the sentence gives anonymity, and nobody else named is nearer to it."""
        sentence = self._document.sentence_of[first]
        grant = self._grants.get(sentence)
        if grant is None:
            return
        renamed = grant.first > first and grant.renames(self._document, last)
        if entity.type not in WITHOUT_NAME and not (entity.type == "person" and renamed):
            return
        low, high = min(grant.first, last), max(grant.first, first)
        if not any(
            name.kind == "person" and low <= name.first < high
            for name in self._names.within(low, high)
        ):
            _give(entity, grant)
            del self._grants[sentence]

    def _grant_to_the_last(self) -> None:
        """Give what no mention has taken to whoever without a name spoke just before."""
        if not self._grants:
            return
        sentence_of = self._document.sentence_of
        unnamed = [entity for entity in self._cast.spoken() if entity.type == "unnamed"]
        for sentence, grant in self._grants.items():
            near = [
                (first, entity)
                for entity in unnamed
                for first, _ in entity.mentions
                if 0 <= sentence - sentence_of[first] <= 1
            ]
            if near:
                _give(max(near, key=lambda pair: pair[0])[1], grant)

    def _result(
        self,
        attributions: Sequence[Attribution],
        at: dict[int, Entity],
        by_cue: dict[int, Entity],
    ) -> tuple[tuple[Source, ...], tuple[Attribution, ...]]:
        owners = [self._owner_of(attribution, at, by_cue) for attribution in attributions]
        spoken = self._cast.spoken()
        ids = {entity.number: f"s{place}" for place, entity in enumerate(spoken, start=1)}
        sources = tuple(
            make_source(
                ids[entity.number],
                entity.name,
                entity.type,
                tuple([self._document.span(*mention) for mention in sorted(entity.mentions)]),
                role=entity.role,
                knows=entity.knows,
                anonymity=entity.anonymity,
                reason=entity.reason,
                speaks_for=entity.speaks_for,
                log_odds=tuple([self._log_odds[first] for first, _ in sorted(entity.mentions)]),
            )
            for entity in spoken
        )
        placed = [
            attribution
            if owner is None or owner.number not in ids
            else make_attribution(
                attribution.source,
                attribution.cue,
                attribution.content,
                ids[owner.number],
                attribution.kind,
            )
            for attribution, owner in zip(attributions, owners, strict=True)
        ]
        return sources, tuple(placed)

    def _owner_of(
        self, attribution: Attribution, at: dict[int, Entity], by_cue: dict[int, Entity]
    ) -> Entity | None:
        owner = self._quoted_by_another(attribution.cue, at)
        owner = owner or self._owner(attribution.source, at)
        owner = owner or self._owner(attribution.cue, by_cue)
        if owner is not None:
            return owner
        if attribution.source is not None:
            return self._named(attribution.source)
        if attribution.kind == "direct":
            return self._quoted(attribution.content[0], at)
        return self._goes_on(attribution.cue, at)

    def _quoted_by_another(self, cue: Span | None, at: dict[int, Entity]) -> Entity | None:
        """Who by name is passed on by another: "the paper quoted [Silva] as saying".

        "[Silva] was quoted by the paper as saying" stands before the cue.
        """
        if cue is None:
            return None
        document, norms = self._document, self._document.norms
        first, last = document.token_ranges[cue]
        if QUOTING.isdisjoint(norms[first:last]):
            return None
        verb = next(at for at in range(last - 1, first - 1, -1) if norms[at] in QUOTING)
        sentence = document.sentences[document.sentence_of[first]]
        place = as_saying(norms, verb, sentence.last)
        if place < 0:
            return None
        passive = is_passive(norms, verb, sentence.first)
        before = range(sentence.first, first) if passive else range(verb + 1, place)
        found = next((at[token] for token in reversed(before) if token in at), None)
        return found if found is not None and found.type not in WITHOUT_NAME else None

    def _goes_on(self, cue: Span | None, at: dict[int, Entity]) -> Entity | None:
        """Who is mentioned last before a cue without a source: "Silva left, saying he was ill"."""
        if cue is None:
            return None
        document = self._document
        first, last = document.token_ranges[cue]
        classes = map(verb_class, document.norms[first:last])
        if {"speech", "evidence"}.isdisjoint(classes):
            return None
        opens = document.sentences[document.sentence_of[first]].first
        quotation = document.quotation_of[first]
        return next(
            (
                at[token]
                for token in range(first - 1, opens - 1, -1)
                if token in at and document.quotation_of[token] == quotation
            ),
            None,
        )

    def _quoted(self, span: Span, at: dict[int, Entity]) -> Entity | None:
        """Whose a quotation is that names no speaker: the last speaker's of its paragraph.

        One that opens a paragraph goes on with the words of those before, as long as they are
        quotations too; where it goes on with nobody's, whom the sentence before is about speaks if
        the words are somebody's of themselves.
        """
        document = self._document
        place, end = document.token_ranges[span]
        number = document.sentences[document.sentence_of[place]].paragraph
        low = document.sentences[document.paragraphs[number][0]].first
        opens = place == low
        for earlier in range(number - 1, max(number - 1 - _PARAGRAPHS, -1), -1):
            if not opens:
                break
            low = document.sentences[document.paragraphs[earlier][0]].first
            opens = document.quotation_of[low] >= 0
        token = next(
            (
                token
                for token in range(place - 1, low - 1, -1)
                # Whom quoted words tell of has not spoken them.
                if token in at and document.quotation_of[token] < 0
            ),
            -1,
        )
        found = at[token] if token >= 0 else None
        if found is not None and found.type == "person" and not found.mentions:
            # "She wiped her eyes. “We lost everything.”", of whom no words were before.
            self._guess(found, token, token + 1, at)
        before = document.sentences[document.sentence_of[low]].paragraph
        words = set(document.norms[place:end])
        of_oneself = not words.isdisjoint(_OF_ONESELF)
        of_another = not words.isdisjoint(_OF_ANOTHER)
        if found is None and before < number and not opens and of_oneself and not of_another:
            found = self._subject(document.sentences[document.paragraphs[before][1] - 1], at)
        if found is None and self._stands_behind_deed(place) and (of_oneself or not of_another):
            found = self._subject(document.sentences[document.sentence_of[place] - 1], at)
        return found

    def _stands_behind_deed(self, place: int) -> bool:
        """Whether a quotation is a sentence, and one of the same paragraph stands before it.

        "Ana Silva wiped her eyes. “We lost everything.”", but no "opened the letter. “Dear sir”".
        """
        document = self._document
        number = document.sentence_of[place]
        sentence, before = document.sentences[number], document.sentences[number - 1]
        return (
            number > 0
            and sentence.first == place
            and before.paragraph == sentence.paragraph
            and document.norms[before.last - 1] == "."
            and not any(document.quoted[before.first : before.last])
            and words_of("document").isdisjoint(document.norms[before.first : before.last])
            and _INSCRIBED.isdisjoint(document.norms[before.first : before.last])
        )

    def _subject(self, sentence: Sentence, at: dict[int, Entity]) -> Entity | None:
        """The person with whose name a sentence begins; kept as a speaker."""
        document = self._document
        for name in self._names.within(sentence.first, min(sentence.first + _ABOUT, sentence.last)):
            begins = name.outer == sentence.first or document.norms[name.outer - 1] == ","
            entity = self._in_person(name) if begins and sentence.kind == "body" else None
            if entity is not None:
                self._guess(entity, name.outer, name.last, at)
                return entity
        return None

    def _guess(self, entity: Entity, first: int, last: int, at: dict[int, Entity]) -> None:
        """Keep a mention of who is taken for the speaker of words that name none."""
        self._cast.speaks(entity, first, last)
        self._log_odds[first] = _GUESSED
        at.update(dict.fromkeys(range(first, last), entity))

    def _named(self, span: Span) -> Entity | None:
        """Who is named in an attribution's source that is too unsure to be a mention."""
        first, _ = self._document.token_ranges[span]
        name = self._names.at(first)
        return None if name is None else self._in_person(name)

    def _in_person(self, name: Name) -> Entity | None:
        """Whom a name means that owns nothing: not "Silva’s lawyer"."""
        owns = self._document.norms[name.last : name.last + 1] in (["'s"], ["'"])
        return None if owns else self._cast.person(name)

    def _owner(self, span: Span | None, entities: dict[int, Entity]) -> Entity | None:
        """Whose mention, or whose cue, stands within a span."""
        if span is None:
            return None
        for token in range(*self._document.token_ranges[span]):
            if token in entities:
                return entities[token]
        return None


def _is_plural(norm: str) -> bool:
    return singular(norm) != norm or norm in {"people", "police"}


def _give(entity: Entity, grant: Grant) -> None:
    entity.type = "anonymous"
    entity.anonymity = True
    entity.reason = entity.reason or grant.reason
