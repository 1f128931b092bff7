"""The cast of an article: whom and what it has named so far, and what short forms of them mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property
from itertools import islice

from credscore.document import Document
from credscore.features.cues import lexicon_class, words_of
from credscore.features.name_kinds import NUMERALS, YOUNGER, body_words, folded
from credscore.features.names import Name, Names, name_words
from credscore.features.paper_identity import read_paper, told_barely
from credscore.features.source_bodies import Bodies
from credscore.features.source_descriptions import (
    acronyms,
    behind_degrees,
    body_heads,
    described,
    description_nouns,
    gender_of,
    head_forms,
    heads_of_age,
    initials,
    is_deputy,
    key_of,
    other_office,
    own_words,
    plain_text,
    role_of,
    short_name,
    spells_office,
    telling_of_people,
    until_comma,
)
from credscore.features.source_entity import UNKNOWN_PERSON, Entity
from credscore.features.source_first_descriptions import FirstDescriptions
from credscore.features.source_identity import (
    described_by,
    is_of_another,
    is_share,
    makes_studies,
    may_be_told,
    nations,
    owners,
    same_people,
    turned,
)
from credscore.features.source_nouns import PRONOUNS, PronounKind, singular, source_words
from credscore.features.source_pairs import Pairs
from credscore.features.source_people import People
from credscore.features.source_types import SPOKEN_FOR, Phrase
from credscore.findings import SourceType

__all__ = ["WHEN", "WITHOUT_NAME", "Cast", "Entity"]

_PEOPLE = frozenset(("person", "unnamed", "anonymous"))
_THINGS = frozenset(("organisation", "document", "outlet"))
_IMPOSSIBLE = -100.0
# How far back short forms reach: so many sentences, so many others named since.
_REACH = 40
_CROWD = 60
# Whom "he" and "she" stand for: a conditional logit over whoever was met before, fitted to the
# pronouns of the gold articles (165 of them; right in 96 of 100 with publishers held out). Those of
# the further articles halved what it weighs to have said nothing yet.
_SAME_PARAGRAPH = 0.9
_SUBJECT = 0.6
_BY_SENTENCE = 0.2
_NEAR = 0.5
_FAR = -1.2
_JUST_SPOKE = 0.8
_NEVER_SPOKE = -0.85
# Chosen on unread articles, not fitted with the others.
_FRESH = 1.6
_LAST_SPEAKER = 0.4
_LAST_SPEAKER_BEHIND_QUOTE = 1.25
_GENDER_KNOWN = 0.8
_WOMAN_UNKNOWN = -0.4
_QUOTED = -0.7
_OFTEN_NAMED = 0.4
_UNNAMED = -3.2
_SUBJECT_TOKENS = 6
# Tokens of an office before its verb, and what ends its noun phrase before.
_OFFICE = 5
_SAYING = frozenset(("said", "says", "told"))
_BEFORE_NOUN_ENDS = frozenset((",", ".", '"', "”", "that", "which", "who", "whose"))
# Before a name by which a speaker means himself, or which others said.
_OF_ONESELF = frozenset(("am", "call", "called", "calling", "i", "i'm", "me", "my", "name"))
_OF_OTHERS = _OF_ONESELF | {"said", "say", "says", "they"}
# Tokens before and behind a pronoun in which its words name others.
_TOLD = 40
# Between a name and the charge.
_CHARGED = frozenset(("accused", "charged", "pleaded"))
_BEFORE_CHARGE = frozenset((",", "been", "has", "is", "not", "was", "who"))
_OPENS_CHARGE = _BEFORE_CHARGE | _CHARGED
# Before those who are with somebody: "she and [her] colleagues".
_OWN_OTHERS = frozenset(("her", "his"))
_BEFORE_SUBJECT = frozenset((",", "-", "--", "–", "—"))
# What opens a clause that tells when or why.
WHEN = frozenset(("after", "although", "as", "because", "before", "if", "once", "since", "though",
                  "when", "while"))  # fmt: skip
# Tokens in which a description is given a name, and what may stand there.
_NAMING = 9
_BEFORE_NAMED = frozenset(("as", "called", "named"))
_INTRODUCING = _BEFORE_NAMED | frozenset(
    (",", "authorities", "by", "first", "gave", "her", "herself", "himself", "his", "identified",
     "introduced", "just", "name", "officials", "only", "police", "simply", "the", "who")
)  # fmt: skip
# Sentences over which "a spokesman" speaks for the body that spoke last.
_SPOKEN_FOR = 2
# Words of a role that is not held within the body it names.
_AGAINST = frozenset(("against", "critic", "ex", "former", "opponent"))
# Verbs of a clause that is no appositive.
_INCLUDING = frozenset(("are", "include", "included", "were"))
# Tokens of an appositive that are read.
_APPOSITIVE = 20
# Bodies of which there are several of one name: "the Supreme Court", "the Ohio Supreme Court".
_OF_MANY = frozenset(
    ("administration", "assembly", "campaign", "council", "court", "government", "house", "senate",
     "university")
)  # fmt: skip
# Bodies by what they are called for short.
_CALLED = {"fed": "federal reserve", "pentagon": "department of defense"}
# Bodies that an article may name without an article: "Government said".
_WITHOUT_ARTICLE = frozenset(("government", "parliament"))
# What stands behind a name, and is a part of it.
_BEHIND_NAME = NUMERALS | YOUNGER
# Sentences over which a paper that was only called new is told more of.
_TOLD_MORE = 8
# Nouns by which an outlet is taken up; "the paper" may be a study.
_OUTLETS = frozenset(
    ("affiliate", "broadcaster", "channel", "daily", "magazine", "network", "newspaper", "outlet",
     "publication", "site", "station", "tabloid", "website")
)  # fmt: skip
WITHOUT_NAME = frozenset(("unnamed", "anonymous", "group"))
# Tokens of a quotation, its marks included, that is more than a part of somebody's sentence.
_SENTENCE_QUOTED = 7
# Tokens behind a quotation within which its speaker is named.
_TAG = 6
_OF_WHOM = frozenset(("for", "of"))
_ENDS_WHOSE = frozenset((",", "for", "in", "of", "on"))
_HERS = frozenset(("her", "his"))
_LITTLE = frozenset(("a", "an", "the", "and", "'s"))
_CLOSING = frozenset((",", '"', "”", "’", "'", "''"))


class Cast:
    """Everybody an article has named so far.

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names.
    """

    def __init__(self, document: Document, names: Names) -> None:
        self._document = document
        self._names = names
        self._entities: list[Entity] = []
        self._by_key: dict[tuple[str, ...], Entity] = {}
        # By number, in order of the latest sight: what short forms are looked up in.
        self._recent: dict[int, Entity] = {}
        self._people = People(document, names)
        self._pairs = Pairs(document)
        self._descriptions = FirstDescriptions(document, names)
        self._bodies = Bodies(document, names)
        self._last_speaker: Entity | None = None
        self._acronyms = acronyms(document, names)
        self._next_name = 0

    def everybody(self) -> list[Entity]:
        """All that were met, in order."""
        return self._entities

    def spoken(self) -> list[Entity]:
        """Those with something attributed to them, in order of their first mention."""
        return sorted(
            (entity for entity in self._entities if entity.mentions),
            key=lambda entity: min(entity.mentions),
        )

    def speaks(self, entity: Entity, first: int, last: int) -> None:
        """Keep a mention with something attributed to it."""
        entity.mentions.append((first, last))
        entity.spoke = first
        self._see(entity, first)
        if entity.type in _PEOPLE:
            self._last_speaker = entity

    def _see(self, entity: Entity, token: int) -> None:
        if token > entity.seen:
            entity.seen = token
        self._recent.pop(entity.number, None)
        self._recent[entity.number] = entity

    def _met_before(self, token: int) -> Iterator[Entity]:
        """Those met not too long before a token, the latest first."""
        sentence_of = self._document.sentence_of
        oldest = sentence_of[token] - _REACH
        for count, entity in enumerate(reversed(self._recent.values())):
            if count >= _CROWD or sentence_of[entity.seen] < oldest:
                return
            if entity.seen < token:
                yield entity

    def meet_before(self, token: int) -> None:
        """Meet the people named before a token, whether or not they say anything."""
        people = self._names.people
        for name in islice(self._names.found, self._next_name, None):
            if name.first >= token:
                break
            self._next_name += 1
            if name.kind == "person" or (len(name.words) == 1 and folded(name.words[0]) in people):
                self._pairs.meet(name, self.meet(name))

    def meet(self, name: Name) -> Entity:
        """The entity of a person's name; what stands beside the name is learnt of it."""
        document, norms = self._document, self._document.norms
        before = norms[max(name.outer - 1, 0) : name.first]
        words = self._words(name)
        # Most names stand beside no such word.
        told = not telling_of_people().isdisjoint(before)
        wanted = gender_of((), before) if told else ""
        nouns = described(own_words(before)) if told else set()
        entity = self._people.find(words, name.first, wanted, nouns)
        if entity is None:
            words = self._people.full(words, wanted)
            key = ("person", *map(folded, words))
            entity = self._keyed(key, "person", self._spelled(words))
            entity.gender = wanted or gender_of(words, ())
            self._people.add(entity, words)
        if not entity.named:
            entity.met = name.first
        entity.named += 1
        if told:
            entity.heads |= nouns
            entity.gender = entity.gender or wanted
        self._see(entity, name.first)
        behind = norms[name.last] if name.last < len(norms) else ""
        if behind in _OPENS_CHARGE and _is_charged(norms, name.last):
            entity.heads.update(("accused", "defendant"))
        if behind == ",":
            self._read_behind(name, entity)
        if not entity.role and name.outer < name.first:
            entity.role = role_of(document, None, name.outer, name.first)
        return entity

    def _read_behind(self, name: Name, entity: Entity) -> None:
        """Learn what is behind the comma after a person's name: an age, an appositive."""
        norms = self._document.norms
        after = behind_degrees(norms, name.last) + 1
        if norms[after - 1 : after] != [","] or after >= len(norms):
            return
        entity.heads.update(heads_of_age(norms[after]))
        opens = norms[after] in {"a", "an", "the"} or norms[after] in description_nouns()
        if opens and not self._is_in_opening(name, after):
            end = after + until_comma(norms[after : after + _APPOSITIVE])
            other = self._names.at(end - 1)
            people = other is not None and other.kind == "person" and other is not name
            if not people and _INCLUDING.isdisjoint(norms[after:end]):
                # But no "Ana Silva, Mayor Rui Lopez, and others", nor "Beside Silva, authors of
                # the book include Rui Lopez".
                self.learn(entity, after, end)
                entity.role = entity.role or role_of(self._document, None, after, end)

    def _is_in_opening(self, name: Name, after: int) -> bool:
        """Whether who speaks follows a name: "Flanked by [Ana Silva], the governor said"."""
        norms = self._document.norms
        first = self._document.sentences[self._document.sentence_of[name.outer]].first
        if name.outer == first or norms[name.outer - 1] == ",":
            return False
        behind = norms[after : after + _OFFICE]
        told = next((at for at, norm in enumerate(behind) if norm in _SAYING), 0)
        return told > 1 and _BEFORE_NOUN_ENDS.isdisjoint(behind[:told])

    def person(self, name: Name) -> Entity | None:
        """The entity of a person's name; None for other names, and for who was not met."""
        return self._people.find(self._words(name), name.first, "")

    def _words(self, name: Name) -> tuple[str, ...]:
        return name.words or tuple(self._document.words[name.first : name.last])

    def _spelled(self, full: tuple[str, ...]) -> str:
        """A person's name as the article spells it: "J. K. Silva", not its bare words."""
        name = self._first_named.get(full)
        spelled = plain_text(self._document, name.first, name.last) if name else ""
        parts = tuple(spelled.split())
        more = parts[len(full) : len(full) + 1]
        # "Ana Silva Ana SilvaMore on the port" is told once; "Rui Silva III" is.
        runs_on = parts[: len(full)] == full and more and more[0].strip(".") not in _BEHIND_NAME
        return " ".join(full) if runs_on or not name else spelled

    @cached_property
    def _first_named(self) -> dict[tuple[str, ...], Name]:
        """The first of the names with the same words, by them."""
        return {name.words: name for name in reversed(self._names.found)}

    def learn(self, entity: Entity, first: int, last: int) -> None:
        """Keep what a description says: the nouns of an appositive or office."""
        norms = own_words(self._document.norms[first:last])
        entity.heads.update(described(norms))
        entity.gender = entity.gender or gender_of((), norms)

    def writer(self) -> Entity:
        """The writer, or the newspaper itself."""
        return self._keyed(("self",), "self", "the writer")

    def _keyed(self, key: tuple[str, ...], kind: SourceType, name: str) -> Entity:
        known = self._by_key.get(key)
        if known is None:
            known = self._by_key[key] = Entity(len(self._entities), kind, name)
            self._entities.append(known)
        return known

    def pronoun(self, place: int) -> Entity | None:
        """Whom a pronoun stands for; somebody unknown where nobody fits."""
        norm = self._document.norms[place]
        kind = PRONOUNS[norm]
        if norm == "they" and (leader := self._with_others(place)) is not None:
            return leader
        wanted = "f" if norm in {"she", "her", "hers"} else "m"
        fit = self._fit_person if kind == "person" else self._fit_other
        others: frozenset[int] = frozenset()
        if kind == "person":
            others = self._told_of(place) | self._accuser(place) | self._speaking(place)
        best, best_value = None, _IMPOSSIBLE
        for entity in self._met_before(place):
            if entity.number in others:
                continue
            value = fit(entity, kind, wanted, place)
            if value > best_value:
                best, best_value = entity, value
        if norm == "they" and self._pairs.near(place) > (best.seen if best is not None else -1):
            best = self._pairs.speaker(place)
        if best is None:
            if kind == "person":
                somebody = self._keyed(("unknown", "person", wanted), "unnamed", UNKNOWN_PERSON)
                somebody.gender = wanted
                return somebody
            return self._keyed(("unknown", "plural"), "group", "they") if kind == "plural" else None
        if kind == "person" and not best.gender:
            best.gender = wanted
        return best

    def _with_others(self, place: int) -> Entity | None:
        """Who was told of with others the sentence before: "[Silva] said [she] and her team".

        As the subject: not in "they accused Silva and her team".
        """
        document, norms = self._document, self._document.norms
        index = document.sentence_of[place]
        opens = document.sentences[index].first == place
        if not index or not (opens or norms[place - 1] in _BEFORE_SUBJECT):
            return None
        before = document.sentences[index - 1]
        for at in range(before.last - 2, before.first, -1):
            if norms[at] != "and" or norms[at + 1] not in _OWN_OTHERS:
                continue
            if document.quotation_of[at] >= 0:
                continue
            if norms[at - 1] in {"he", "she"}:
                return self.pronoun(at - 1)
            name = self._names.at(at - 1)
            return self.person(name) if name is not None and self._is_subject(name) else None
        return None

    def _is_subject(self, name: Name) -> bool:
        """Whether a clause opens with a name: "When [Silva] and her team met", not "for Silva"."""
        document, norms = self._document, self._document.norms
        first = document.sentences[document.sentence_of[name.outer]].first
        if name.outer == first or norms[name.outer - 1] in _BEFORE_SUBJECT:
            return True
        return name.outer == first + 1 and norms[first] in WHEN

    def _told_of(self, place: int) -> frozenset[int]:
        """Numbers of those whom a speaker names, and so is not.

        "He said Silva was ill", "“Silva is ill,” he said".
        """
        document = self._document
        if document.quotation_of[place] >= 0:
            return frozenset()
        sentence = document.sentences[document.sentence_of[place]]
        told: list[Name] = []
        if place + 1 < sentence.last and lexicon_class(document.norms[place + 1]) == "speech":
            behind = self._names.within(place + 2, min(place + _TOLD, sentence.last))
            told += (
                name
                for name in behind
                if document.quotation_of[name.first] < 0 and self._is_another(name, _OF_ONESELF)
            )
        quotation = document.quotation_of[place - 1] if place else -1
        if quotation >= 0:
            whole = document.quotations[quotation]
            quoted = self._names.within(max(whole.start, place - _TOLD), whole.end)
            told += (name for name in quoted if self._is_another(name, _OF_OTHERS))
        people = map(self.person, told)
        return frozenset(one.number for one in people if one is not None)

    def _speaking(self, place: int) -> frozenset[int]:
        """The numbers of those whose words a pronoun stands in: they say "I", and "he" is another.

        "Silva said. “And [he] calls them good people.”", "“He told me to leave,” Silva said."
        """
        document, speaker = self._document, self._last_speaker
        number = document.quotation_of[place]
        if number < 0 or document.norms[place - 1] == ",":
            return frozenset()
        whole = document.quotations[number]
        if whole.end - whole.start < _SENTENCE_QUOTED:
            # "Silva said “he hoped” so"
            return frozenset()
        found: set[int] = set()
        if speaker is not None:
            here, there = (
                document.sentences[document.sentence_of[at]] for at in (place, speaker.spoke)
            )
            if here.index - there.index < 2 and here.paragraph == there.paragraph:
                found.add(speaker.number)
        name = next(iter(self._names.within(whole.end, whole.end + _TAG)), None)
        person = self.person(name) if name is not None else None
        if name is not None and person is not None:
            beside = (*document.norms[name.last : name.last + 1], document.norms[name.outer - 1])
            if any(lexicon_class(norm) == "speech" for norm in beside):
                found.add(person.number)
        return frozenset(found)

    def _accuser(self, place: int) -> frozenset[int]:
        """The number of who accused whom a pronoun means: "Silva said Lopez lied. He denies it"."""
        norms, speaker = self._document.norms, self._last_speaker
        verb = place + 1 + (norms[place + 1 : place + 2] in (["has"], ["had"]))
        if speaker is None or norms[verb : verb + 1] not in (["denies"], ["denied"]):
            return frozenset()
        sentence_of = self._document.sentence_of
        if sentence_of[place] - sentence_of[speaker.spoke] != 1:
            return frozenset()
        told = any(
            entity.type == "person" and entity.seen > speaker.spoke
            for entity in self._met_before(place)
            if entity is not speaker
        )
        return frozenset((speaker.number,)) if told else frozenset()

    def _is_another(self, name: Name, own: frozenset[str]) -> bool:
        """Whether who is named in somebody's words is told of, and is not the speaker.

        Not behind words of one's own: "I am Ana Silva", "my name is Silva"; nor in "the Silva
        family".
        """
        norms = self._document.norms
        before = norms[max(name.outer - 3, 0) : name.outer]
        if name.kind not in {"person", "other"} or not name.words:
            return False
        return (
            own.isdisjoint(before)
            and before[-1:] != ["the"]
            # "Ana, I know", "I know, Ana"
            and not (before[-1:] in ([","], ['"']) and norms[name.last : name.last + 1] == [","])
            and not self._people.are_several(name.words[-1])
        )

    def _fit_person(self, entity: Entity, _: PronounKind, wanted: str, place: int) -> float:
        """How well somebody fits "he" or "she"; more is better."""
        if entity.type not in _PEOPLE or entity.plural:
            return _IMPOSSIBLE
        if entity.gender and entity.gender != wanted:
            return _IMPOSSIBLE
        document, seen = self._document, entity.seen
        sentence_of = document.sentence_of
        here, there = sentence_of[place], sentence_of[seen]
        sentence = document.sentences[there]
        distance = here - there
        value = -_BY_SENTENCE * min(distance, 12) + (_NEAR if distance < 2 else 0.0)
        value += _FAR if distance > 2 else 0.0
        value += _SAME_PARAGRAPH * (sentence.paragraph == document.sentences[here].paragraph)
        value += _SUBJECT * (seen - sentence.first < _SUBJECT_TOKENS)
        value += _QUOTED * (document.quotation_of[seen] >= 0)
        if entity.spoke < 0:
            value += _NEVER_SPOKE
            fresh = here - sentence_of[entity.met] == 1 and entity.met == seen
            if fresh and seen - sentence.first < _SUBJECT_TOKENS:
                # "Silva said it rained. Rui Lopez lost his job. He was sad, [he] said."
                value += _FRESH
        elif here - sentence_of[entity.spoke] < 2:
            value += _JUST_SPOKE
        if entity is self._last_speaker:
            value += _LAST_SPEAKER
            if place and document.norms[place - 1] in _CLOSING:
                value += _LAST_SPEAKER_BEHIND_QUOTE
        if entity.gender:
            value += _GENDER_KNOWN
        elif wanted == "f":
            value += _WOMAN_UNKNOWN
        if entity.type != "person":
            value += _UNNAMED
        # A count stands for its logarithm here: 1, 2, 4, 8 times.
        return value + _OFTEN_NAMED * entity.named.bit_length()

    def _fit_other(self, entity: Entity, kind: PronounKind, _: str, place: int) -> float:
        """How well somebody or something fits "they" or "it"; more is better."""
        if kind == "plural":
            if not entity.plural and entity.type not in {"group", "organisation"}:
                return _IMPOSSIBLE
        elif entity.type not in _THINGS:
            return _IMPOSSIBLE
        sentence_of = self._document.sentence_of
        here = sentence_of[place]
        spoke = here - sentence_of[entity.spoke] if entity.spoke >= 0 else 99
        start = self._document.sentences[sentence_of[entity.seen]].first
        value = sentence_of[entity.seen] - here - 0.3 * min(spoke, 10)
        value += (2.0 if spoke <= 3 else 0.0) + 0.8 * (entity.seen - start < _SUBJECT_TOKENS)
        return value - 3.0 * (kind == "plural" and not entity.plural)

    def named_behind(self, phrase: Phrase) -> Entity | None:
        """Whom the words behind a description name: "a man, identified by police as Ana Silva"."""
        if phrase.type != "unnamed" or phrase.plural or phrase.name is not None:
            return None
        norms, last = self._document.norms, phrase.last
        if norms[max(phrase.first - 1, 0)] == "by":
            # "The woman was named by [her family] as Ana Silva": another is named.
            return None
        limit = self._document.sentences[self._document.sentence_of[phrase.first]].last
        naming = False
        for place in range(last, min(last + _NAMING, limit)):
            name = self._names.at(place)
            if name is not None and naming and norms[place - 1] in _BEFORE_NAMED:
                behind = norms[name.last : name.last + 1]
                # "A driver called Rafiq told police", but no "an official called Oscar to ask"
                called = norms[place - 1] != "called" or not behind or behind[0] == ","
                called = called or "speech" in lexicon_class(behind[0])
                if name.kind not in {"person", "other"} or not called:
                    return None
                entity = self.meet(replace(name, kind="person"))
                self.learn(entity, phrase.first, last)
                entity.role = entity.role or role_of(self._document, None, phrase.first, last)
                return entity
            if norms[place] not in _INTRODUCING:
                return None
            naming = naming or norms[place] in _BEFORE_NAMED
        return None

    def taken_up(self, phrase: Phrase) -> Entity | None:
        """Whom "the analyst", "the minister" or "the study" points back to."""
        best = self._described_so(phrase)
        if self._pairs.near(phrase.first) > (best.seen if best is not None else -1):
            best = self._pairs.taken_up(phrase) or best
        several = phrase.plural or phrase.head == "couple"
        if several and (best is None or best.type in {"unnamed", "group"}):
            best = self._pairs.together(phrase, self._met_before) or best
        best = best or self.in_office(phrase) or self._told_more_of(phrase)
        if best is None and phrase.definite and phrase.type == "unnamed" and not phrase.plural:
            best = self._descriptions.person(phrase, self._met_before(phrase.first))
        one = not phrase.plural or phrase.head == "police"
        if best is None and phrase.type == "organisation" and one:
            name = self._bodies.named(phrase)
            if name is not None:
                return self._named_body(name)[0]
            best = self._bodies.called(phrase, self._met_before(phrase.first))
        return best

    def _told_more_of(self, phrase: Phrase) -> Entity | None:
        """The one paper of which "a study in Heart" tells more: a lead's "a new study"."""
        document, norms = self._document, self._document.norms
        if phrase.type != "document" or phrase.plural or norms[phrase.first] not in {"a", "an"}:
            return None
        told = read_paper(document, phrase)
        if norms[phrase.last - 1] == phrase.head and not told.names:
            return None
        forms = head_forms(phrase)
        papers = (
            entity
            for entity in self._met_before(phrase.first)
            if entity.type == "document" and not entity.heads.isdisjoint(forms)
        )
        paper, other = next(papers, None), next(papers, None)
        if paper is None or other is not None or phrase.head not in paper.heads:
            return None
        here = document.sentence_of[phrase.first]
        if (
            here - document.sentence_of[paper.seen] > _TOLD_MORE
            or any(word.isdigit() for word in norms[phrase.first : phrase.last])
            or not told_barely(paper)
            or not told.may_be(paper, phrase)
        ):
            return None
        paper.name = short_name(document, phrase.first, phrase.last)
        return paper

    def in_office(self, phrase: Phrase) -> Entity | None:
        """Whose office or name capitals are short for: "the DA", of District Attorney Ana Silva."""
        document = self._document
        short = document.words[phrase.last - 1]
        if not short.isupper() or not 2 <= len(short) <= 4:
            return None
        people = (one for one in self._met_before(phrase.first) if one.type == "person")
        if phrase.last - phrase.first == 2 and document.norms[phrase.first] == "the":
            return next((one for one in people if spells_office(short, one.role)), None)
        if phrase.last - phrase.first == 1 and len(short) > 2 and phrase.type == "organisation":
            # "KTR", of K. T. Rama Rao
            if short in self._acronyms or short.lower() in name_words("known body"):
                return None
            return next((one for one in people if initials(one.name).startswith(short)), None)
        return None

    def _described_so(self, phrase: Phrase) -> Entity | None:
        """Whoever met before has the same nouns, as far as the phrase points back."""
        bare = phrase.last - phrase.first == 1
        students = makes_studies(phrase, self._document.norms[phrase.first])
        words = described_by(self._document, phrase)
        paper = read_paper(self._document, phrase) if phrase.type == "document" else None
        definite = (
            phrase.definite
            or (paper is not None and paper.points_back)
            or (bare and phrase.head in _WITHOUT_ARTICLE)
        )
        points_back = definite or students or (phrase.plural and bare)
        if not points_back and len(words) < 2:
            return None
        forms, head = head_forms(phrase), phrase.head
        norms = self._document.norms[phrase.first : phrase.last]
        told = owners(self._document, phrase) if paper is None else frozenset()
        told_nations = nations(norms)
        best: Entity | None = None
        best_fit = (0, False, False, False)
        for entity in self._met_before(phrase.first):
            if entity.heads.isdisjoint(forms):
                continue
            if not _agree(phrase, entity):
                continue
            if entity.role and other_office(norms, head, entity.role):
                continue
            if entity.type == "outlet" and not (
                # "The story", and not "the Quenneby Post story".
                (head in source_words("outlet report") and phrase.last - phrase.first < 3)
                or (head in _OUTLETS and "social" not in norms)
            ):
                continue
            if phrase.outlet and entity.type not in {"outlet", phrase.type}:
                # "The news agency" that was cited is not the transport agency.
                continue
            if told_nations and not _may_be_of(entity.role, told_nations):
                continue
            if paper is not None and not paper.may_be(entity, phrase):
                continue
            if not may_be_told({head}, told, entity):
                continue
            if entity.type == "organisation" and phrase.type == "unnamed" and not phrase.plural:
                # "The Law Adviser" is not the Council of Advisers.
                continue
            if entity.type in WITHOUT_NAME and (
                self._is_of_other(phrase, entity) or self._is_of_the_other(norms[0], entity)
            ):
                continue
            if told and entity.type == "person" and is_of_another(head, told, entity.role):
                continue
            papers = bare and phrase.type == entity.type == "document"
            if not (definite or papers) and entity.type not in WITHOUT_NAME:
                continue
            if not points_back and not same_people(entity.words, words):
                continue
            if bare and phrase.type == "group" and entity.type != "group":
                # "Doctors say" is not said by the doctors met before.
                continue
            if best is not None and best.type == "person" and entity.type == "unnamed":
                # "A judge ruled [...] Judge Ana Silva heard them. The judge"
                continue
            # "The judges" are those met as such rather than "several judges".
            same = not phrase.plural or entity.type == phrase.type
            fit = (
                paper.fit(entity, head) if paper is not None else 0,
                entity.spoke >= 0,
                same,
                # "The premier" is no opposition leader, and no deputy, where one is met as such.
                phrase.plural or (head in entity.heads and not is_deputy(head, entity.role)),
            )
            if best is None or fit > best_fit:
                best, best_fit = entity, fit
        if paper is not None and best is not None:
            best.names |= paper.names
        return best

    def _is_of_other(self, phrase: Phrase, entity: Entity) -> bool:
        """Whether two are of different owners: "the chairman of the bank", "of the union"."""
        if not entity.mentions:
            return False
        norms = self._document.norms
        core, told = _of_whom(norms[phrase.first : phrase.last])
        if not core:
            return False
        met_core, met = _of_whom(norms[slice(*entity.mentions[0])])
        # "The Bank of Norland" and "the bank" may be one.
        return bool(met_core) and core.isdisjoint(met) and met_core.isdisjoint(told)

    def _is_of_the_other(self, whose: str, entity: Entity) -> bool:
        """Whether "her" lawyer is told of where it was "his" lawyer who was met, or "his" first."""
        first = self._document.norms[entity.mentions[0][0]] if entity.mentions else ""
        return whose in _HERS and first in _HERS and first != whose

    def _spoken_for(self, phrase: Phrase) -> Entity | None:
        """The body for whom somebody without a name speaks: "a Quenneby Bank spokesman".

        Of "a spokesman" alone the body that was the last to speak, just before.
        """
        if phrase.name is not None:
            return self._named_body(phrase.name)[0]
        if phrase.head not in SPOKEN_FOR or phrase.plural:
            return None
        norms, sentence_of = self._document.norms, self._document.sentence_of
        described = phrase.last - phrase.first - (norms[phrase.first] in {"a", "an", "the"})
        noun = norms[phrase.last - 2] if described == 2 else ""
        if described > 2 or (noun and noun not in words_of("collective")):
            return None
        for entity in self._met_before(phrase.first):
            if noun:
                # "A council spokesman", of a council that the article has named
                if entity.named_body and noun in entity.heads:
                    return entity
            elif entity.spoke >= 0:
                near = sentence_of[phrase.first] - sentence_of[entity.spoke] <= _SPOKEN_FOR
                return entity if near and entity.type == "organisation" else None
        return None

    def _speaker_of(self, body: Entity, phrase: Phrase) -> Entity | None:
        """The one person of a body who has spoken: "the IER spokesman", of Ana Silva of IER."""
        if not phrase.definite:
            return None
        document, name = self._document, phrase.name
        wanted = gender_of((), (phrase.head,))
        short = plain_text(document, name.first, name.last) if name is not None else body.name
        found = [
            one
            for one in self._met_before(phrase.first)
            if one.type == "person"
            and one.spoke >= 0
            and any(f" {name} " in f" {one.role} " for name in {short, body.name})
            and _AGAINST.isdisjoint(one.role.split())
            and not (wanted and one.gender and one.gender != wanted)
        ]
        return found[0] if len(found) == 1 else None

    def _fuller(self, phrase: Phrase) -> Name | None:
        """The body named before of which "the port trust" is the end: "Karachi Port Trust"."""
        norms = tuple(self._document.norms[phrase.first + 1 : phrase.last])
        if phrase.type != "organisation" or not phrase.definite or len(norms) < 2:
            return None
        return self._names.ending(norms, phrase.first)

    def _named_body(self, name: Name) -> tuple[Entity, str]:
        """The body that a name names, and its name."""
        core = plain_text(self._document, name.outer, name.last)
        core = self._acronyms.get(core, core)
        # "Bangladesh" is its government where it speaks.
        bare = key_of(core).removeprefix("government of ")
        bare = bare.removeprefix("islamic ").removeprefix("republic of ")
        bare = turned(_CALLED.get(bare, bare))
        if bare.endswith(" pd"):
            # "Quenneby PD"
            bare = f"{bare.removesuffix('pd')}police department"
        if bare.startswith("us ") and bare.count(" ") > 1:
            # "The US Supreme Court" is "the Supreme Court" of an article.
            bare = bare.removeprefix("us ")
        entity = self._body(bare, core, name)
        words = frozenset(core.lower().replace(".", "").split())
        entity.heads.add(singular(core.split()[-1].lower()))
        entity.heads.update(body_heads(core), self._bodies.nouns_beside(name))
        entity.names |= words
        entity.named_body = True
        return entity, core

    def _body(self, bare: str, core: str, name: Name) -> Entity:
        """The body of a name: "the Election Commission" is the Ruritanian one that was named.

        Not so of courts, of which an article may tell of several.
        """
        words = tuple(bare.split())
        key = ("organisation", bare)
        if key not in self._by_key and len(words) == 1 and bare in body_words():
            # "The Group noted", of the Quenneby Observer Group
            for other in self._met_before(name.first):
                if other.type == "organisation" and other.name.lower().endswith(f" {bare}"):
                    return other
            whole = self._bodies.of_noun(bare, name.first)
            if whole is not None and len(whole.words) > 1:
                # "The University", of the University of Ruritania, which has said nothing yet
                longer = plain_text(self._document, whole.outer, whole.last)
                return self._keyed(("organisation", key_of(longer)), "organisation", longer)
        if key not in self._by_key and len(words) > 1 and words[-1] not in _OF_MANY:
            whole = self._names.ending(words, name.first) or self._names.opening(words, name.first)
            longer = plain_text(self._document, whole.outer, whole.last) if whole else ""
            met = self._by_key.get(("organisation", key_of(longer)))
            for size in range(len(words) - 1, 1, -1):
                met = met or self._by_key.get(("organisation", " ".join(words[-size:])))
            if met is None and whole is not None and whole.kind == "organisation":
                # "The Red Cross", of the Ruritanian Red Cross, which has said nothing yet
                met = self._keyed(("organisation", key_of(longer)), "organisation", longer)
            if met is not None:
                met.name = max(met.name, core, key=len)
                self._by_key[key] = met
        return self._keyed(key, "organisation", core)

    def other(self, phrase: Phrase) -> Entity:
        """The entity of a body, document, outlet or somebody without a name."""
        document = self._document
        name = phrase.name
        kind = phrase.type
        if kind == "outlet":
            core = phrase.outlet or short_name(document, phrase.first, phrase.last)
            entity = self._keyed((kind, core.lower().removeprefix("the ")), kind, core)
            entity.heads.update(_OUTLETS)
            entity.heads.update(source_words("outlet report"))
        elif kind == "organisation" and name is not None:
            entity, _ = self._named_body(name)
        elif kind == "unnamed" and (body := self._spoken_for(phrase)) is not None:
            self._see(body, phrase.first)
            if (speaker := self._speaker_of(body, phrase)) is not None:
                return speaker
            entity = self._keyed(
                (kind, "speaks for", str(body.number)),
                kind,
                short_name(document, phrase.first, phrase.last),
            )
            entity.speaks_for = body.name
        elif (whole := self._fuller(phrase)) is not None:
            core = plain_text(document, whole.outer, whole.last)
            entity = self._keyed((kind, key_of(core)), kind, core)
            entity.heads.update(body_heads(core))
        else:
            core = short_name(document, phrase.first, phrase.last)
            key: tuple[str, ...] = (kind, key_of(core))
            if kind == "group" and is_share(document.norms[phrase.first : phrase.last]):
                # "30% of voters" and "64%" are those whom one poll asked.
                key = (kind, "%")
            known, whose = self._by_key.get(key), document.norms[phrase.first]
            if known is not None and self._is_of_the_other(whose, known):
                # "Her lawyer" is not his.
                key = (*key, whose)
            if document.norms[phrase.first] == "another" and key in self._by_key:
                # "Another analyst" is not the analyst met before.
                key = (*key, str(len(self._entities)))
            entity = self._keyed(key, kind, core)
        if phrase.head:
            entity.heads.add(phrase.head)
        if document.norms[phrase.first] in {"a", "an"}:
            entity.indefinite = True
        if kind == "document":
            paper = read_paper(document, phrase)
            entity.names |= paper.names
            entity.words |= paper.words
        elif kind != "outlet" and not (kind == "organisation" and name is not None):
            entity.names |= owners(document, phrase)
        if kind in {"unnamed", "anonymous", "group", "organisation"}:
            entity.plural = entity.plural or phrase.plural
        if kind in WITHOUT_NAME:
            entity.gender = entity.gender or gender_of((), (phrase.head,))
            entity.words = entity.words or described_by(document, phrase)
            if kind != "group":
                entity.role = entity.role or role_of(document, None, phrase.first, phrase.last)
        return entity


def _is_charged(norms: Sequence[str], place: int) -> bool:
    """Whether somebody named before a token is charged: "Ana Silva[, who] pleaded guilty"."""
    at = place
    while at < len(norms) and at < place + 4 and norms[at] in _BEFORE_CHARGE:
        at += 1
    if at == len(norms) or norms[at] not in _CHARGED:
        return False
    behind = norms[at : at + 2]
    return behind[:1] == ["pleaded"] or behind in (["charged", "with"], ["accused", "of"])


def _of_whom(norms: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Whose a description is, behind its "of" or "for", in few words and in all that follow."""
    at = next((at for at, norm in enumerate(norms) if norm in _OF_WHOM), len(norms))
    told = norms[at + 1 :]
    core = next((at for at, norm in enumerate(told) if norm in _ENDS_WHOSE), len(told))
    return frozenset(told[:core]) - _LITTLE, frozenset(told)


def _may_be_of(role: str, told: AbstractSet[str]) -> bool:
    """Whether a role is of no other nation: not "Chinese President" of "the American leader"."""
    own = nations(role.lower().split())
    return not own or not own.isdisjoint(told)


def _agree(phrase: Phrase, entity: Entity) -> bool:
    """Whether a description is in the number of what it may take up: "the company" is no group."""
    if phrase.plural == entity.plural or phrase.head in {"police", "source"}:
        return True
    # "The companies" are not the one company with a name; "the researchers" may be "her team".
    return entity.type in _THINGS and not phrase.type == entity.type == "organisation"
