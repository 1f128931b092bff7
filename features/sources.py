"""Sources: who or what claims rest on, of which type, with all mentions of each merged into one.

Every attribution's source is widened to its whole noun phrase, typed by its words, and then joined
to what it means in this article: a surname to the full name, "he" and "the minister" to the person,
"the analyst" to the analyst named before, "the study" to the study, an acronym to the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from credscore.document import Document
from credscore.features.anonymity import anonymity_places
from credscore.features.cues import words_of
from credscore.features.names import Name, Names, name_words
from credscore.features.outlets import known_outlet
from credscore.features.source_phrases import split_coordination, whole_phrase
from credscore.features.source_types import PRONOUNS, Phrase, describe, singular, source_words
from credscore.findings import Attribution, Citation, Source, SourceType, Span

__all__ = ["find_sources"]

_PEOPLE = frozenset(("person", "unnamed", "anonymous"))
_THINGS = frozenset(("organisation", "document", "outlet"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))


@dataclass(slots=True)
class _Entity:
    """A source, or a person who may become one, while the article is read."""

    number: int
    type: SourceType
    name: str
    heads: set[str] = field(default_factory=set)
    words: frozenset[str] = frozenset()
    gender: str = ""
    plural: bool = False
    # Token of the latest mention, and of the latest that had something attributed to it.
    seen: int = -1
    spoke: int = -1
    mentions: list[tuple[int, int]] = field(default_factory=list)


class _Found(NamedTuple):
    """A source span of an attribution."""

    first: int
    last: int
    attribution: int


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
        The same attributions with `source` widened to the whole phrase and `source_id` set.

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
    return _Reader(document).read(attributions, citations)


class _Reader:
    """Reads an article once, in order, and keeps whom it has met."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.names = Names(document)
        self.entities: list[_Entity] = []
        self.by_key: dict[tuple[str, ...], _Entity] = {}
        self.anonymous = anonymity_places(document)
        self.acronyms = _acronyms(document, self.names)

    def read(
        self, attributions: Sequence[Attribution], citations: Sequence[Citation]
    ) -> tuple[tuple[Source, ...], tuple[Attribution, ...]]:
        found = self._spans(attributions, citations)
        owner: dict[int, int] = {}
        widened: dict[int, Span] = {}
        people = iter([*self.names.found, None])
        upcoming = next(people)
        for item in found:
            # Whoever is named before is known when a pronoun comes.
            while upcoming is not None and upcoming.first < item.last:
                if upcoming.first < item.first and upcoming.kind == "person":
                    self._meet(upcoming)
                upcoming = next(people)
            phrases = self._phrases(item)
            for number, (first, last) in enumerate(phrases):
                entity = self._resolve(first, last, item)
                if entity is None:
                    continue
                if (first, last) not in entity.mentions:
                    entity.mentions.append((first, last))
                entity.seen = entity.spoke = first
                if number == 0 and item.attribution >= 0:
                    owner[item.attribution] = entity.number
                    widened[item.attribution] = self.document.span(first, last)
        return self._result(attributions, owner, widened)

    def _spans(
        self, attributions: Sequence[Attribution], citations: Sequence[Citation]
    ) -> list[_Found]:
        found = []
        taken: list[tuple[int, int]] = []
        for number, attribution in enumerate(attributions):
            if attribution.source is None:
                continue
            first, last = self.document.token_range(*attribution.source)
            if first < last:
                found.append(_Found(first, last, number))
                taken.append((first, last))
        covered = bytearray(len(self.document))
        for first, last in taken:
            covered[first:last] = b"\x01" * (last - first)
        for citation in citations:
            if citation.kind == "link":
                continue
            first, last = self.document.token_range(citation.start, citation.end)
            if first < last and not any(covered[first:last]) and self._relays(first, last):
                found.append(_Found(first, last, -1))
        return sorted(found)

    def _relays(self, first: int, last: int) -> bool:
        """Whether an outlet is itself what is attributed to: "reported Radio Pakistan"."""
        norms = self.document.norms
        speech = words_of("speech") | words_of("evidence")
        before = norms[first - 1] if first else ""
        after = norms[last] if last < len(norms) else ""
        if before == "to" and first > 1 and norms[first - 2] == "according":
            return True
        if before in {"reported", "reports", "per", "via", "citing", "quoting"}:
            return True
        return after in {"reported", "reports", "says", "said", "has", "writes", "wrote"} or (
            after in speech and after not in {"report"}
        )

    def _phrases(self, item: _Found) -> list[tuple[int, int]]:
        first, last = item.first, item.last
        norms = self.document.norms
        if last - first == 1 and norms[first] in _RELATIVE:
            before = self._antecedent(first)
            if before is None:
                return []
            first, last = before
        elif last - first == 1 and norms[first] in PRONOUNS:
            return [(first, last)]
        first, last = whole_phrase(self.document, self.names, first, last)
        if first >= last:
            return []
        return split_coordination(self.document, self.names, first, last)

    def _antecedent(self, place: int) -> tuple[int, int] | None:
        """The noun phrase that "who" stands for: the name or noun just before it."""
        norms = self.document.norms
        start = self.document.sentences[self.document.sentence_of[place]].first
        end = place
        while end > start and norms[end - 1] in {",", "of", "to", "with", "by", "from"}:
            end -= 1
        if end == start:
            return None
        name = self.names.at(end - 1)
        if name is not None and name.last == end:
            return name.outer, end
        first = end - 1
        while (
            first > start
            and end - first < 8
            and norms[first - 1].isalpha()
            and not (
                norms[first - 1] in name_words("opener")
                and norms[first - 1] not in {"the", "a", "an", "one"}
            )
        ):
            first -= 1
            if norms[first] in {"the", "a", "an", "one"}:
                break
        return first, end

    # -- who it is --------------------------------------------------------------------------------

    def _meet(self, name: Name) -> _Entity:
        """The entity of a person's name."""
        full = self._full(name)
        key = ("person", full[-1].lower())
        known = self.by_key.get(key)
        if known is None:
            known = self._new("person", " ".join(full))
            known.words = frozenset(word.lower() for word in full)
            self.by_key[key] = known
        norms = self.document.norms
        before = norms[name.outer : name.first]
        if not before and name.outer:
            before = [norms[name.outer - 1]]
        titles = words_of("title") | words_of("role")
        known.heads.update(norm for norm in before if norm in titles)
        known.gender = known.gender or _gender(full, before)
        known.seen = max(known.seen, name.first)
        return known

    def _full(self, name: Name) -> tuple[str, ...]:
        people = self.names.people
        words = name.words
        if not words:
            return tuple(self.document.words[name.first : name.last])
        known = people.get(words[-1].lower()) or (
            people.get(words[0].lower()) if len(words) == 1 else None
        )
        if known is not None and {word.lower() for word in words} <= {
            word.lower() for word in known
        }:
            return known
        return words

    def _new(self, kind: SourceType, name: str) -> _Entity:
        entity = _Entity(len(self.entities), kind, name)
        self.entities.append(entity)
        return entity

    def _resolve(self, first: int, last: int, item: _Found) -> _Entity | None:
        norms = self.document.norms
        if last - first == 1 and norms[first] in PRONOUNS:
            return self._pronoun(first)
        phrase = describe(self.document, self.names, first, last)
        if phrase.type == "self":
            return self._self()
        if phrase.type == "person" and phrase.name is not None:
            entity = self._meet(phrase.name)
            self._learn(entity, phrase)
            return entity
        if phrase.name is None and (phrase.definite or phrase.type in {"unnamed", "anonymous"}):
            known = self._definite(phrase)
            if known is not None:
                return known
        return self._other(phrase)

    def _learn(self, entity: _Entity, phrase: Phrase) -> None:
        """Keep what a description says of a person: the nouns of an appositive or office."""
        nouns = words_of("role") | words_of("title")
        inside = self.document.norms[phrase.first : phrase.last]
        entity.heads.update(norm for norm in inside if norm in nouns)
        if not entity.gender:
            entity.gender = _gender((), inside)

    def _self(self) -> _Entity:
        return self._keyed(("self",), "self", "the writer")

    def _keyed(self, key: tuple[str, ...], kind: SourceType, name: str) -> _Entity:
        known = self.by_key.get(key)
        if known is None:
            known = self.by_key[key] = self._new(kind, name)
        return known

    def _pronoun(self, place: int) -> _Entity | None:
        norm = self.document.norms[place]
        kind = PRONOUNS[norm]
        if kind == "self":
            return None if self.document.quotation_of[place] >= 0 else self._self()
        wanted = "f" if norm in {"she", "her", "hers"} else "m"
        best, best_value = None, -1e9
        for entity in self.entities:
            if entity.seen < 0 or entity.seen >= place:
                continue
            value = self._fits(entity, kind, wanted, place)
            if value > best_value:
                best, best_value = entity, value
        if best is None or best_value < -50:
            return self._unknown(kind)
        if kind == "person" and not best.gender:
            best.gender = wanted
        return best

    def _fits(self, entity: _Entity, kind: str, wanted: str, place: int) -> float:
        """How well an entity met before fits a pronoun; more is better."""
        if entity.type == "self":
            return -100.0
        if kind == "person":
            if entity.type not in _PEOPLE or entity.plural:
                return -100.0
            if entity.gender and entity.gender != wanted:
                return -60.0
        elif kind == "plural":
            if not entity.plural and entity.type not in {"group", "organisation"}:
                return -100.0
        elif entity.type not in _THINGS:
            return -100.0
        sentence_of = self.document.sentence_of
        here = sentence_of[place]
        distance = here - sentence_of[entity.seen]
        spoke = here - sentence_of[entity.spoke] if entity.spoke >= 0 else 99
        value = -1.0 * distance + (2.0 if spoke <= 3 else 0.0) - 0.3 * min(spoke, 10)
        start = self.document.sentences[sentence_of[entity.seen]].first
        # The subject of a sentence, near its head, is taken up more often than what follows.
        value += 0.8 * (entity.seen - start < 6)
        if kind == "plural" and not entity.plural:
            value -= 3.0
        return value

    def _unknown(self, kind: str) -> _Entity | None:
        if kind == "person":
            return self._keyed(("unknown", "person"), "unnamed", "unnamed person")
        if kind == "plural":
            return self._keyed(("unknown", "plural"), "group", "they")
        return None

    def _definite(self, phrase: Phrase) -> _Entity | None:
        """Whom "the analyst", "the minister" or "the study" points back to."""
        head = phrase.head
        forms = {head}
        if head in source_words("study") and phrase.type == "document":
            forms = {singular(word) for word in source_words("study")}
        elif head in {"spokesman", "spokeswoman", "spokesperson"}:
            forms = {"spokesman", "spokeswoman", "spokesperson"}
        best: _Entity | None = None
        modifiers = set(self.document.norms[phrase.first : phrase.last])
        for entity in self.entities:
            if not entity.heads & forms or entity.seen >= phrase.first:
                continue
            if phrase.plural != entity.plural and entity.type not in {"document", "organisation"}:
                continue
            if not phrase.definite and entity.type not in {"unnamed", "anonymous"}:
                continue
            if not phrase.definite and not (phrase.plural and self._bare(phrase)):
                continue
            if best is None or (entity.spoke >= 0, entity.seen) > (best.spoke >= 0, best.seen):
                best = entity
        return best

    def _bare(self, phrase: Phrase) -> bool:
        return phrase.last - phrase.first == 1

    def _other(self, phrase: Phrase) -> _Entity:
        """The entity of a body, document, outlet or somebody without a name."""
        norms, words = self.document.norms, self.document.words
        if phrase.type in {"organisation", "outlet"}:
            name = phrase.name
            core = (
                " ".join(words[name.outer : name.last])
                if name is not None and name.last <= phrase.last
                else _without_article(words[phrase.first : phrase.last])
            )
            core = self.acronyms.get(core, core)
            if phrase.type == "outlet":
                core = known_outlet(core) or core
            key = (phrase.type, core.lower().removeprefix("the "))
            entity = self._keyed(key, phrase.type, core)
        else:
            name_text = _short(words[phrase.first : phrase.last], norms[phrase.first : phrase.last])
            kind: SourceType = phrase.type
            if kind == "unnamed" and self._is_anonymous(phrase):
                kind = "anonymous"
            entity = self._keyed((phrase.type, name_text.lower()), kind, name_text)
            if self._is_anonymous(phrase) and entity.type == "unnamed":
                entity.type = "anonymous"
        entity.heads.add(phrase.head) if phrase.head else None
        entity.plural = entity.plural or (
            phrase.plural and phrase.type in {"unnamed", "anonymous", "group"}
        )
        return entity

    def _is_anonymous(self, phrase: Phrase) -> bool:
        """Whether the sentence, right after the phrase or about it, says that anonymity was given."""
        sentence = self.document.sentence_of[phrase.first]
        return sentence in self.anonymous

    # -- what comes out ---------------------------------------------------------------------------

    def _result(
        self,
        attributions: Sequence[Attribution],
        owner: dict[int, int],
        widened: dict[int, Span],
    ) -> tuple[tuple[Source, ...], tuple[Attribution, ...]]:
        spoken = [entity for entity in self.entities if entity.mentions]
        spoken.sort(key=lambda entity: min(entity.mentions))
        ids = {entity.number: f"s{place}" for place, entity in enumerate(spoken, start=1)}
        sources = tuple(
            Source(
                ids[entity.number],
                entity.name,
                entity.type,
                tuple(self.document.span(*mention) for mention in sorted(entity.mentions)),
            )
            for entity in spoken
        )
        placed = tuple(
            replace(
                attribution,
                source=widened.get(number, attribution.source),
                source_id=ids.get(owner[number]) if number in owner else None,
            )
            for number, attribution in enumerate(attributions)
        )
        return sources, placed


def _gender(full: Iterable[str], before: Sequence[str]) -> str:
    words = [word.lower() for word in full]
    norms = set(before)
    if norms & {"mrs", "ms", "miss", "lady", "queen", "baroness", "dame", "princess", "spokeswoman", "chairwoman", "congresswoman", "businesswoman", "mother", "wife", "woman", "daughter", "sister", "actress", "begum"}:  # fmt: skip
        return "f"
    if norms & {"mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman", "businessman", "father", "husband", "man", "pope", "imam", "rabbi", "maulana", "son", "brother"}:  # fmt: skip
        return "m"
    if words and words[0] in name_words("female"):
        return "f"
    if words and words[0] in name_words("male"):
        return "m"
    return ""


def _without_article(words: Sequence[str]) -> str:
    kept = list(words)
    if kept and kept[0].lower() in {"the", "a", "an"}:
        kept = kept[1:]
    return " ".join(kept)


def _short(words: Sequence[str], norms: Sequence[str]) -> str:
    """A short description: no article, no number words at the front, twelve words at most."""
    at = 0
    while at < len(words) - 1 and norms[at] in {"the", "a", "an", "one", "another", "this", "that"}:
        at += 1
    return " ".join(words[at : at + 12])


def _acronyms(document: Document, names: Names) -> dict[str, str]:
    """Short forms that the article gives with the full one: "the Pakistan Cricket Board (PCB)"."""
    words = document.words
    found: dict[str, str] = {}
    for name in names.found:
        end = name.last
        if (
            end + 2 < len(words)
            and words[end] == "("
            and words[end + 2] == ")"
            and words[end + 1].isupper()
            and 2 <= len(words[end + 1]) <= 8
        ):
            found[words[end + 1]] = " ".join(words[name.outer : name.last])
    for name in names.found:
        parts = words[name.outer : name.last]
        if len(parts) > 2 and name.kind != "person":
            short = "".join(word[0] for word in parts if word[0].isupper())
            if len(short) > 2:
                found.setdefault(short, " ".join(parts))
    return found
