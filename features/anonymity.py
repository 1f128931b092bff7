"""Where an article says that a source asked for anonymity or was given it, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product

from credscore.document import Document, once_a_document
from credscore.features.source_nouns import source_words

__all__ = ["ASKING", "Grant", "behind_asking", "find_grants", "says_how_it_knows", "silenced"]

# What `silenced` makes of the tags of what asks for anonymity.
ASKING = "A"
# Tokens from "who" to what asks for anonymity: "who spoke to Reuters on condition of anonymity".
_TO_ASKING = 12
_LONGEST_REASON = 40
_AFTER_PHRASE = 12
_TRIMMED = frozenset((",", ".", ";", "—", "–", "--", '"', "“", "”", ")", "'", "’"))
# "Background checks", a word that slipped "off the record".
_OF_OTHER_THINGS = (["on", "background"], ["off", "the", "record"])
_BECAUSE = frozenset(("as", "because", "since"))
_STOPS = frozenset((".", ";", "”", "“", '"', ")"))


@dataclass(frozen=True, slots=True)
class Grant:
    """A place where anonymity is said to be asked for or given.

    Attributes
    ----------
    first, last : int
        Tokens of the phrase that says so, end exclusive; of the first to the last where a second
        one is the reason of the first.
    reason : str
        The reason given, as it stands; empty where none is.
    """

    first: int
    last: int
    reason: str = ""

    def tells_of_source(self, document: Document) -> bool:
        """Whether it is a source's for sure, as that of mail sent "anonymously" is not."""
        norms = document.norms
        if self.last - self.first > 1:
            return norms[self.first : self.last] not in _OF_OTHER_THINGS
        before = norms[max(self.first - 2, 0) : self.first]
        return norms[self.first] == "anonymity" and before == ["condition", "of"]

    def renames(self, document: Document, last: int) -> bool:
        """Whether it says that the name before it is no real one: "Ana (not her real name)"."""
        words = document.norms[self.first : self.last]
        return self.first - last < 3 and ("real" in words or "changed" in words)


@cache
def _phrases(section: str) -> dict[str, dict[str, dict[int, set[tuple[str, ...]]]]]:
    """Entries of a section of `sources.txt` as words, by their first two and their number.

    The longest first. Under "" stand those of one word. A bar parts words that may stand at one
    place.
    """
    entries = [
        words
        for entry in source_words(section)
        for words in product(*(place.split("|") for place in entry.split()))
    ]
    index: dict[str, dict[str, dict[int, set[tuple[str, ...]]]]] = {}
    for words in sorted(entries, key=len, reverse=True):
        following = index.setdefault(words[0], {}).setdefault("".join(words[1:2]), {})
        following.setdefault(len(words), set()).add(words)
    return index


def _match(section: str, norms: Sequence[str], place: int) -> int:
    """How many tokens of a phrase of a section stand at a place; 0 for none."""
    found = _phrases(section).get(norms[place])
    if found is None:
        return 0
    following = norms[place + 1] if place + 1 < len(norms) else ""
    for second in (following, ""):
        for length, phrases in found.get(second, {}).items():
            if tuple(norms[place : place + length]) in phrases:
                return length
    return 0


@once_a_document
def find_grants(document: Document) -> Mapping[int, Grant]:
    """Find where anonymity is said to be asked for or given.

    Parameters
    ----------
    document : Document
        What to look at.

    Returns
    -------
    mapping of int to Grant
        The first in each sentence that has one, by sentence.

    Examples
    --------
    >>> from credscore.article import Article
    >>> text = "It is over, an aide said on condition of anonymity for fear of reprisals."
    >>> find_grants(Document(Article(text)))[0].reason
    'for fear of reprisals'
    """
    norms = document.norms
    starts = _phrases("anonymity")
    found: dict[int, Grant] = {}
    for place in document.places_of(starts):
        begun = starts[norms[place]]
        # Most words that may begin a phrase stand before a word that goes on in none.
        if "" not in begun and (place + 1 == len(norms) or norms[place + 1] not in begun):
            continue
        sentence = document.sentence_of[place]
        length = _match("anonymity", norms, place)
        if not length:
            continue
        earlier = found.get(sentence)
        if earlier is None:
            found[sentence] = Grant(place, place + length, _reason(document, place, length))
        elif 0 < place - earlier.last < _AFTER_PHRASE and norms[earlier.last] in _BECAUSE:
            # "declined to be named because they were not authorised to speak"
            found[sentence] = replace(earlier, last=place + length)
    return found


def silenced(tags: str, grants: Mapping[int, Grant]) -> str:
    """Parts of speech in which what asks for anonymity is `ASKING`, and no verb.

    Nothing is attributed by it: "an aide who [asked not to be named] warned of delays".

    Parameters
    ----------
    tags : str
        The part of speech of each token.
    grants : mapping of int to Grant
        What `find_grants` found.
    """
    for grant in grants.values():
        behind = tags[grant.last :]
        if behind[:1] == "E":
            # "who asked not to be named [added] that"
            behind = f"V{behind[1:]}"
        tags = f"{tags[: grant.first]}{ASKING * (grant.last - grant.first)}{behind}"
    return tags


def behind_asking(norms: Sequence[str], tags: str, last: int) -> int:
    """Where a phrase goes on behind a clause that only asks for anonymity; `last` without one.

    Parameters
    ----------
    norms : sequence of str
        The tokens, lower-cased.
    tags : str
        Their parts of speech, as `silenced` gives them.
    last : int
        Token after the phrase.

    Examples
    --------
    >>> norms = ["an", "aide", "who", "asked", "not", "to", "be", "named", "said"]
    >>> behind_asking(norms, "DNWAAAAAV", 2)
    8
    """
    if last >= len(norms) or norms[last] not in {"who", "whose"}:
        return last
    begin = tags.find(ASKING, last, last + _TO_ASKING)
    if begin < 0 or not _STOPS.isdisjoint(norms[last:begin]) or "," in norms[last:begin]:
        return last
    end = begin
    while tags[end : end + 1] == ASKING:
        end += 1
    return end


def _reason(document: Document, place: int, length: int) -> str:
    """The clause that says why: behind the phrase, else the phrase itself, else before it."""
    norms = document.norms
    sentence = document.sentences[document.sentence_of[place]]
    for begin in (*range(place + length, sentence.last), *range(sentence.first, place)):
        if _match("reason", norms, begin):
            return _clause(document, begin, sentence.last if begin > place else place)
    if any(norm in {"authorised", "authorized"} for norm in norms[place : place + length]):
        return _clause(document, place, sentence.last)
    return ""


def _clause(document: Document, first: int, limit: int) -> str:
    norms = document.norms
    last = first
    while last < min(limit, first + _LONGEST_REASON) and norms[last] not in _STOPS:
        last += 1
    while last > first and norms[last - 1] in _TRIMMED:
        last -= 1
    return document.text[document.starts[first] : document.ends[last - 1]] if last > first else ""


def says_how_it_knows(document: Document, first: int, last: int) -> bool:
    """Whether a source's phrase, or the clause that follows it, says how the source knows.

    Parameters
    ----------
    document : Document
        The article, cut.
    first, last : int
        Tokens of the phrase, end exclusive.

    Examples
    --------
    >>> from credscore.article import Article
    >>> document = Document(Article("Two people briefed on the talks said so. One aide agreed."))
    >>> says_how_it_knows(document, 0, 6), says_how_it_knows(document, 9, 11)
    (True, False)
    """
    norms = document.norms
    sentence = document.sentences[document.sentence_of[first]]
    end = last
    # ", who attended the meeting," and "who was in the room" belong to it.
    at = last + 1 if last < len(norms) and norms[last] == "," else last
    if at < len(norms) and norms[at] in {"who", "whose"}:
        end = min(at + _AFTER_PHRASE, sentence.last)
        for place in range(at, end):
            if norms[place] in {",", "said", "says", "told"}:
                end = place
                break
    starts = _phrases("knowledge")
    # Most phrases hold none of these words.
    if starts.keys().isdisjoint(norms[first:end]):
        return False
    return any(
        _match("knowledge", norms, place)
        for place in range(first, min(end, len(norms)))
        if norms[place] in starts
    )
