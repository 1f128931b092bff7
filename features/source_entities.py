"""The cast of an article: whom and what it has named so far, and what short forms of them mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from credscore.document import Document
from credscore.features.cues import words_of
from credscore.features.names import Name, Names, name_words
from credscore.features.source_types import PRONOUNS, Phrase, PronounKind, singular, source_words
from credscore.findings import SourceType

__all__ = ["Cast", "Entity"]

_PEOPLE = frozenset(("person", "unnamed", "anonymous"))
_THINGS = frozenset(("organisation", "document", "outlet"))
_IMPOSSIBLE = -100.0
# Sentences over which "the minister" may take up a person whose office was not said.
_TAKEN_UP = 3
_SHORT_WORDS = 12
_ABBREVIATED = {
    "adm": "admiral",
    "amb": "ambassador",
    "capt": "captain",
    "col": "colonel",
    "cmdr": "commander",
    "dep": "deputy",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "mp": "lawmaker",
    "pm": "premier",
    "pres": "president",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sgt": "sergeant",
}
# fmt: off
_FEMALE = frozenset((
    "mrs", "ms", "miss", "lady", "queen", "baroness", "dame", "princess", "spokeswoman",
    "chairwoman", "congresswoman", "businesswoman", "mother", "wife", "woman", "daughter",
    "sister", "actress", "begum", "councilwoman", "girl", "widow",
))
_MALE = frozenset((
    "mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman", "businessman",
    "father", "husband", "man", "pope", "imam", "rabbi", "maulana", "son", "brother",
    "councilman", "boy",
))
# fmt: on


@dataclass(slots=True)
class Entity:
    """A source, or a person who may become one, while the article is read.

    Attributes
    ----------
    number : int
        In order of first meeting.
    type : SourceType
        As known so far.
    name : str
        The fullest form, or a short description.
    heads : set of str
        Nouns that describe it, in the singular.
    gender : str
        "f", "m" or "" where nothing tells.
    plural : bool
        Whether "they" may stand for it.
    seen, spoke : int
        Token of the latest mention, and of the latest with something attributed to it; -1 for none.
    mentions : list of tuple of int
        Token ranges with something attributed to them.
    """

    number: int
    type: SourceType
    name: str
    heads: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False
    seen: int = -1
    spoke: int = -1
    mentions: list[tuple[int, int]] = field(default_factory=list)


@cache
def _nouns() -> frozenset[str]:
    nouns = words_of("role") | words_of("title") | name_words("office")
    return (nouns | source_words("person of office")) - {"source", "sources"}


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
        self._acronyms = _acronyms(document, names)
        self._next_name = 0

    def spoken(self) -> list[Entity]:
        """Those with something attributed to them, in order of their first mention."""
        return sorted(
            (entity for entity in self._entities if entity.mentions),
            key=lambda entity: min(entity.mentions),
        )

    def speaks(self, entity: Entity, first: int, last: int) -> None:
        """Keep a mention with something attributed to it."""
        if (first, last) not in entity.mentions:
            entity.mentions.append((first, last))
        entity.seen = entity.spoke = first

    def meet_before(self, token: int) -> None:
        """Meet the people named before a token, whether or not they say anything."""
        found = self._names.found
        while self._next_name < len(found) and found[self._next_name].first < token:
            name = found[self._next_name]
            self._next_name += 1
            alone = len(name.words) == 1 and name.words[0].lower() in self._names.people
            if name.kind == "person" or alone:
                self.meet(name)

    def meet(self, name: Name) -> Entity:
        """The entity of a person's name; what stands beside the name is learnt of it."""
        full = self._full(name)
        entity = self._keyed(("person", full[-1].lower()), "person", " ".join(full))
        norms = self._document.norms
        before = norms[name.outer : name.first]
        if name.outer:
            before = [norms[name.outer - 1], *before]
        entity.heads.update(_described(before))
        entity.gender = entity.gender or _gender(full, before)
        entity.seen = max(entity.seen, name.first)
        after = norms[name.last : name.last + 12]
        if (
            after[:1] == [","]
            and after[1:2]
            and (after[1] in {"a", "an", "the"} or after[1] in _nouns())
        ):
            self.learn(entity, name.last + 1, name.last + _until_comma(after[1:]) + 1)
        return entity

    def _full(self, name: Name) -> tuple[str, ...]:
        people, words = self._names.people, name.words
        if not words:
            return tuple(self._document.words[name.first : name.last])
        known = people.get(words[-1].lower())
        if known is None and len(words) == 1:
            known = people.get(words[0].lower())
        if known is not None and set(map(str.lower, words)) <= set(map(str.lower, known)):
            return known
        return words

    def learn(self, entity: Entity, first: int, last: int) -> None:
        """Keep what a description says: the nouns of an appositive or office."""
        inside = self._document.norms[first:last]
        entity.heads.update(_described(inside))
        entity.gender = entity.gender or _gender((), inside)

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
        wanted = "f" if norm in {"she", "her", "hers"} else "m"
        best, best_value = None, _IMPOSSIBLE / 2
        for entity in self._entities:
            if 0 <= entity.seen < place:
                value = self._fit(entity, kind, wanted, place)
                if value > best_value:
                    best, best_value = entity, value
        if best is None:
            if kind == "person":
                return self._keyed(("unknown", "person"), "unnamed", "unnamed person")
            return self._keyed(("unknown", "plural"), "group", "they") if kind == "plural" else None
        if kind == "person" and not best.gender:
            best.gender = wanted
        return best

    def _fit(self, entity: Entity, kind: PronounKind, wanted: str, place: int) -> float:
        """How well an entity met before fits a pronoun; more is better."""
        if kind == "person":
            if entity.type not in _PEOPLE or entity.plural:
                return _IMPOSSIBLE
            if entity.gender and entity.gender != wanted:
                return _IMPOSSIBLE
        elif kind == "plural":
            if not entity.plural and entity.type not in {"group", "organisation"}:
                return _IMPOSSIBLE
        elif entity.type not in _THINGS:
            return _IMPOSSIBLE
        sentence_of = self._document.sentence_of
        here = sentence_of[place]
        distance = here - sentence_of[entity.seen]
        spoke = here - sentence_of[entity.spoke] if entity.spoke >= 0 else 99
        value = -1.0 * distance + (2.0 if spoke <= 3 else 0.0) - 0.3 * min(spoke, 10)
        start = self._document.sentences[sentence_of[entity.seen]].first
        # The subject of a sentence, near its head, is taken up more often than what follows.
        value += 0.8 * (entity.seen - start < 6)
        if kind == "plural" and not entity.plural:
            value -= 3.0
        if kind == "person" and not entity.gender:
            value -= 0.5 if wanted == "m" else 1.2
        return value

    def taken_up(self, phrase: Phrase) -> Entity | None:
        """Whom "the analyst", "the minister" or "the study" points back to."""
        bare = phrase.last - phrase.first == 1
        if not phrase.definite and not (phrase.plural and bare):
            return None
        forms, head = _forms(phrase), phrase.head
        best: Entity | None = None
        for entity in self._entities:
            if not 0 <= entity.seen < phrase.first or entity.heads.isdisjoint(forms):
                continue
            if phrase.plural != entity.plural and entity.type in _PEOPLE and head != "source":
                continue
            if entity.type == "outlet" and head not in source_words("outlet report"):
                continue
            if not phrase.definite and entity.type not in {"unnamed", "anonymous", "group"}:
                continue
            rank = (entity.spoke >= 0, entity.seen)
            if best is None or rank > (best.spoke >= 0, best.seen):
                best = entity
        if best is None and phrase.definite and phrase.type == "unnamed" and not phrase.plural:
            best = self._last_speaker(phrase)
        return best

    def _last_speaker(self, phrase: Phrase) -> Entity | None:
        """The named person whom "the lawmaker" or "the 36-year-old" describes at first."""
        head = phrase.head
        if head not in source_words("person of office") and not head.endswith(("old", "native")):
            return None
        sentence_of = self._document.sentence_of
        here = sentence_of[phrase.first]
        near = [
            entity
            for entity in self._entities
            if entity.type == "person"
            and 0 <= entity.seen < phrase.first
            and here - sentence_of[entity.seen] <= _TAKEN_UP
        ]
        return max(near, key=lambda entity: (entity.spoke, entity.seen), default=None)

    def other(self, phrase: Phrase) -> Entity:
        """The entity of a body, document, outlet or somebody without a name."""
        words = self._document.words
        name = phrase.name
        kind = phrase.type
        if kind == "outlet":
            core = phrase.outlet or _short(words[phrase.first : phrase.last])
            entity = self._keyed((kind, core.lower().removeprefix("the ")), kind, core)
            entity.heads.update(("outlet", "paper", "newspaper", "report", "channel", "network"))
        elif kind == "organisation" and name is not None:
            core = " ".join(words[name.outer : name.last])
            core = self._acronyms.get(core, core)
            entity = self._keyed((kind, core.lower().removeprefix("the ")), kind, core)
            entity.heads.add(singular(core.split()[-1].lower()))
            entity.heads.update(_body_heads(core))
        else:
            core = _short(words[phrase.first : phrase.last])
            entity = self._keyed((kind, core.lower()), kind, core)
        if phrase.head:
            entity.heads.add(phrase.head)
        if kind in {"unnamed", "anonymous", "group"}:
            entity.plural = entity.plural or phrase.plural
            if not entity.gender:
                entity.gender = _gender((), (phrase.head,))
        return entity


def _forms(phrase: Phrase) -> set[str]:
    """The nouns by which what a phrase points back to may have been described."""
    head = phrase.head
    if phrase.type == "document" and head in source_words("study"):
        return {singular(word) for word in source_words("study")}
    if head in {"spokesman", "spokeswoman", "spokesperson"}:
        return {"spokesman", "spokeswoman", "spokesperson"}
    if head in {"lawmaker", "legislator", "parliamentarian"}:
        return {"lawmaker", "legislator", "parliamentarian", "senator", "representative",
                "congressman", "congresswoman", "mp"}  # fmt: skip
    if head in {"premier", "leader"}:
        return {head, "premier", "president", "chairman", "chief", "leader"}
    return {head}


def _described(norms: Iterable[str]) -> set[str]:
    nouns = _nouns()
    return {_ABBREVIATED.get(norm, singular(norm)) for norm in norms if norm in nouns}


def _until_comma(norms: Sequence[str]) -> int:
    for place, norm in enumerate(norms):
        if norm in {",", ".", ";", "who", "said", "told"}:
            return place
    return len(norms)


def _body_heads(core: str) -> tuple[str, ...]:
    """Nouns by which a body is taken up: "the party", "the company"."""
    words = core.lower().split()
    collective = words_of("collective")
    found = tuple(word for word in words if word in collective)
    if words[-1] in name_words("body end") or words[-1] in {"motors", "holdings", "group"}:
        return (*found, "company", "firm")
    if words[0] in {"ministry", "department"} or words[-1] in {"ministry", "department"}:
        return (*found, "government")
    return found or ("company", "group", "firm", "organisation", "organization")


def _gender(full: Sequence[str], before: Iterable[str]) -> str:
    norms = set(before)
    if not norms.isdisjoint(_FEMALE):
        return "f"
    if not norms.isdisjoint(_MALE):
        return "m"
    given = full[0].lower() if full else ""
    if given in name_words("female"):
        return "f"
    return "m" if given in name_words("male") else ""


def _short(words: Sequence[str]) -> str:
    """A short description: no article, no number words at the front, twelve words at most."""
    at = 0
    articles = {"the", "a", "an", "one", "another", "this", "that"}
    while at < len(words) - 1 and words[at].lower() in articles:
        at += 1
    return " ".join(words[at : at + _SHORT_WORDS])


def _acronyms(document: Document, names: Names) -> dict[str, str]:
    """Short forms that the article gives with the full one: "the Pakistan Cricket Board (PCB)"."""
    words = document.words
    found: dict[str, str] = {}
    for name in names.found:
        end = name.last
        if words[end : end + 1] == ["("] and words[end + 2 : end + 3] == [")"]:
            short = words[end + 1]
            if short.isupper() and 2 <= len(short) <= 8:
                found[short] = " ".join(words[name.outer : end])
    for name in names.found:
        parts = words[name.outer : name.last]
        if len(parts) > 2 and name.kind != "person":
            short = "".join(word[0] for word in parts if word[0].isupper())
            if len(short) > 2:
                found.setdefault(short, " ".join(parts))
    return found
