"""Whether two descriptions mean one paper: "a new poll", "the Fox poll", "Silva's findings"."""

from __future__ import annotations

from dataclasses import dataclass

from credscore.document import Document
from credscore.features.appositives import DETERMINERS
from credscore.features.cues import GENITIVES
from credscore.features.source_entity import Entity
from credscore.features.source_nouns import singular, source_words
from credscore.features.source_types import Phrase

__all__ = ["Paper", "read_paper", "told_barely"]

# Tokens of a phrase that says no more than its noun: "the findings".
_SHORT = 2
# Words that set a paper apart from all told of before it.
_APART = frozenset(("another", "different", "other", "second", "separate", "similar", "third"))
_OLD = frozenset(("earlier", "older", "past", "previous", "prior"))
_NEW = frozenset(("current", "fresh", "latest", "new", "present", "recent"))
# What a paper tells, in the singular: "these results".
_TOLD = frozenset(("data", "figure", "finding", "number", "outcome", "result"))
# What says nothing of which paper is meant.
_BARE = _NEW | {"big", "joint", "large", "large-scale", "major", "small"}
_TITLES = frozenset(("dr", "mr", "mrs", "ms", "miss", "prof", "sir"))


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands before a paper's noun.

    Attributes
    ----------
    names : frozenset of str
        The words of capital letters: whose it is, or from when.
    words : frozenset of str
        Those that set it apart: "another", "earlier", "new".
    points_back : bool
        Whether it means a paper told of before, if that may be the same.
    owned : bool
        Whether it says whose it is: "Silva's letter".
    """

    names: frozenset[str]
    words: frozenset[str]
    points_back: bool
    owned: bool

    def may_be(self, entity: Entity, phrase: Phrase) -> bool:
        """Whether something met before may be this paper.

        "Study author Ana Silva" and "Silva Research" are no study, and "the study" or "the results
        of a trial in Kenya" is none of "other studies".
        """
        if entity.type == "group":
            short = phrase.last - phrase.first <= _SHORT
            return short and phrase.plural == entity.plural
        if entity.type != "document":
            return entity.type == "outlet"
        if self.owned and f"{phrase.head} from " in entity.name:
            # "A letter from the mayor" is not "Silva's letter".
            return False
        if self.owned and phrase.head not in source_words("study"):
            other = bool(entity.names) and self.names.isdisjoint(entity.names)
            if other or phrase.head not in entity.heads:
                return False
        if self.names and entity.names and self.names.isdisjoint(entity.names):
            return False
        apart = (self.words ^ entity.words) & _APART
        if not self.words.isdisjoint(_APART) and apart:
            return False
        old = (self.words & _OLD, entity.words & _OLD)
        if old[0] and not old[1]:
            return False
        return not (old[1] and not old[0] and (self.points_back or not self.words.isdisjoint(_NEW)))

    def fit(self, entity: Entity, head: str) -> int:
        """How well what was met before fits: by its name ("the Fox poll"), or by its noun."""
        return 2 * (not self.names.isdisjoint(entity.names)) + (head in entity.heads)


def told_barely(entity: Entity) -> bool:
    """Whether a paper was brought up with no more than that it is new: "a recent study"."""
    words = entity.name.lower().split()
    return (
        entity.indefinite
        and not _NEW.isdisjoint(words[:-1])
        and words[-1] in source_words("study")
        and _BARE.issuperset(words[:-1])
    )


def read_paper(document: Document, phrase: Phrase) -> Paper:
    """Read what stands before a paper's noun.

    Parameters
    ----------
    document : Document
        The article, cut.
    phrase : Phrase
        Of type "document".
    """
    norms, words = document.norms, document.words
    first = phrase.first
    opens = document.sentences[document.sentence_of[first]].first
    at = next(
        (place for place in range(first, phrase.last) if singular(norms[place]) == phrase.head),
        first,
    )
    names: list[str] = []
    said: set[str] = set()
    for place in range(first, at):
        norm = norms[place]
        if norm in _APART or norm in _OLD or norm in _NEW:
            said.add(norm)
        elif norm == "this":
            # "This study" is not the previous one.
            said.add("current")
        elif norm in DETERMINERS or norm in _TITLES or norm.endswith("day"):
            # "Monday's lawsuit" is the one told of on Tuesday.
            continue
        elif norm.isdigit() or (
            words[place][0].isupper() and (place > opens or norms[place + 1] in GENITIVES)
        ):
            names.append(norm.replace(".", ""))
    owner = next((place for place in range(first, at) if norms[place] in GENITIVES), first)
    # "Friday's report" is nobody's.
    owned = owner > first and not norms[owner - 1].endswith("day")
    # "Silva's full letter" is the letter told of, "Silva's angry last letter" may be new.
    briefly = owned and norms[at - 1 - (norms[at - 1] not in GENITIVES)] in GENITIVES
    studied = owner > first and phrase.head in source_words("study")
    told = norms[first] == "these" and phrase.head in _TOLD
    points_back = studied or briefly or told
    if len(names) > 1:
        # "A University of Wyoming survey" is "the UW survey" later.
        names.append("".join(name[0] for name in names))
    return Paper(frozenset(names), frozenset(said), points_back, owned)
