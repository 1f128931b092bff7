"""What stands beside a name of one word that no list knows: a person bears it, or a body.

"Suharjo, 33," and "Suharjo said he would" are of a person, "Veltra shares" and "Veltra said it
would close two plants" of a body. At the head of a sentence it tells besides that a word is a name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from credscore.document import Document
from credscore.features.cues import lexicon_class, words_of
from credscore.features.name_kinds import (
    NameKind,
    body_words,
    impersonal_words,
    is_title,
    name_words,
)
from credscore.lexicons import read_sections
from credscore.tokens import WORDS_KEPT

__all__ = ["NameEvidence", "described_as", "is_common", "names_firm", "tells_person"]

# Nouns for people that stand behind a comma and are last names too, or no occupation.
_KIN = frozenset(
    ("baker", "barber", "boy", "butcher", "carpenter", "cook", "father", "fisherman", "girl",
     "grandmother", "grandfather", "hawker", "housewife", "labourer", "man", "mason", "mechanic",
     "miner", "mother", "pensioner", "porter", "resident", "schoolgirl", "schoolboy", "shepherd",
     "tailor", "vendor", "villager", "weaver", "widow", "widower", "woman")
)  # fmt: skip
# What firms have, and people not: "Veltra shares", "Veltra's chief executive".
_OF_FIRM = frozenset(("ceo", "customers", "shareholders", "shares", "stock"))
_CHIEF = ["chief", "executive"]
_SPOKEN_FOR = frozenset(("spokesman", "spokesperson", "spokeswoman"))
_CLOSING = frozenset(("”", '"', "’", "''"))
_OF_US = frozenset(("our", "we", "we'll", "we're", "we've"))
_OF_ME = frozenset(("i", "i'd", "i'll", "i'm", "i've", "me", "my"))
# Whom people tell what they did.
_QUESTIONING = frozenset(("court", "detectives", "investigators", "jurors", "officers", "police"))
# What a firm will do or has done, and neither the weather nor what is told of: "it would cut jobs".
_MODALS = frozenset(("had", "has", "plans", "planned", "will", "would", "expects", "expected"))
_ACTS = frozenset(
    ("acquire", "acquired", "add", "added", "agreed", "appeal", "ban", "banned", "bought", "build",
     "buy", "close", "closed", "comply", "cooperate", "cut", "delivered", "dismissed", "donate",
     "double", "end", "ended", "expand", "fired", "hire", "hired", "invest", "invested", "launch",
     "launched", "lay", "lower", "merge", "move", "moved", "offer", "open", "opened", "paid",
     "pay", "publish", "pull", "raise", "raised", "recall", "recalled", "received", "refund",
     "release", "remove", "removed", "restore", "resume", "resumed", "sell", "shipped", "shut",
     "signed", "sold", "spend", "start", "stop", "stopped", "sue", "suspend", "suspended",
     "withdraw", "withdrawn")
)  # fmt: skip
# Before "as" and somebody's name.
_INTRODUCING = frozenset(("him", "himself", "herself", "identified", "name", "named", "only"))
# What bodies are called too, before their names: "its owner Veltra".
_OF_BODIES_TOO = frozenset(
    ("agent", "ally", "bank", "host", "investor", "leader", "manufacturer", "member", "operative",
     "organiser", "organizer", "owner", "parent", "partner", "pioneer", "player", "producer",
     "representative", "resident", "rival", "star", "supporter", "trader")
)  # fmt: skip
# What is said of a name behind a comma: "Quenneby, a brokerage [firm]", "Ana, a [mother] of two".
_FIRMS = frozenset(
    ("bank", "brokerage", "charity", "company", "consultancy", "firm", "insurer", "lender",
     "nonprofit", "start-up", "startup")
)  # fmt: skip
# Of one-word names only, for people are makers too.
_MAKERS = frozenset(("giant", "maker"))
_DESCRIBING = 5
_BEHIND_HEAD = frozenset(
    ("and", "at", "by", "for", "from", "in", "of", "on", "that", "to", "which", "who", "whose",
     "with")
)  # fmt: skip
# What somebody or something described is, where no adjective ends the phrase.
_PARTICIPLES = frozenset(
    ("born", "built", "caught", "found", "held", "hit", "hurt", "kept", "known", "left", "living",
     "made", "run", "seen", "sent", "shot", "struck", "told", "working")
)  # fmt: skip
# "In Lund, the biggest firm": where, and no name of it.
_BEFORE_PLACE = frozenset(("at", "from", "in", "near", "on", "to"))
# "Suharjo and [his] wife", "Suharjo and [colleagues]"
_BESIDE_PERSON = frozenset(("co-authors", "coauthors", "colleagues", "her", "his"))
# Words between the commas of an aside: "Veltra[, in a statement,] said".
_ASIDE = 8
# Words between a verb of speech and what was said: "said [on Monday in a statement] it would".
_WHEN = 6


@cache
def _persons() -> frozenset[str]:
    return _KIN.union(name_words("occupation"), name_words("described"), words_of("role"))


def tells_person(norm: str) -> bool:
    """Whether a noun says what somebody is: "mother", "teacher"."""
    return norm in _persons()


def names_firm(norm: str, *, alone: bool) -> bool:
    """Whether a noun behind a name's comma says that it is a firm.

    Parameters
    ----------
    norm : str
        The noun.
    alone : bool
        Whether the name is of one word; "Ana Silva, a brewer" is a person.
    """
    return norm in _FIRMS or (alone and (norm in _MAKERS or norm in name_words("firm")))


def described_as(norms: Sequence[str], last: int, before: str) -> str:
    """The noun of the description behind a name's comma: "Ana, a [mother] of two".

    Parameters
    ----------
    norms : sequence of str
        The tokens, lower-cased.
    last : int
        The token behind the name.
    before : str
        The token before it.

    Returns
    -------
    str
        Empty where no description follows: not in "In Lund, the firm said".
    """
    opens = norms[last + 1] if last + 1 < len(norms) else ""
    if opens not in {"a", "an", "the"} or norms[last] != ",":
        return ""
    head, at = "", last + 2
    end = min(at + _DESCRIBING, len(norms))
    while at < end:
        norm = norms[at]
        if norm == "," and norms[at + 2 : at + 3] == [","] and norms[at + 1] in name_words("state"):
            # "an Austin, Texas, company"
            at, end = at + 3, min(end + 3, len(norms))
            continue
        if not (norm[0].isalpha() or norm == "'s") or norm in _BEHIND_HEAD:
            break
        if (head in _FIRMS and norm.endswith(("ed", "ing"))) or norm in _PARTICIPLES:
            # "a company based in Lund", "a teacher held in Lund"
            break
        head, at = norm, at + 1
    if opens == "the" and (
        before in _BEFORE_PLACE or (at < last + 4 and not _is_told_of(norms, at))
    ):
        return ""
    return head


def _is_told_of(norms: Sequence[str], place: int) -> bool:
    """Whether a clause begins that tells of a noun: "Acme, the company [that] makes tyres"."""
    return norms[place : place + 1] in (["that"], ["which"], ["whose"], ["behind"])


@cache
def _common() -> frozenset[str]:
    sections = ("body that speaks", "further body", "further person", "further paper", "generic",
                "indefinite", "own", "paper", "particular", "person of office",
                "words of somebody")  # fmt: skip
    nouns = read_sections("credscore.features", "sources.txt")
    return frozenset().union(*(nouns[section] for section in sections))


@lru_cache(maxsize=WORDS_KEPT)
def is_common(norm: str) -> bool:
    """Whether a word may be a noun whose capital is its sentence's: "Critics", "Management"."""
    return (
        norm.endswith(("s", "ing", "ly", "men", "ed"))
        or len(norm) < 4
        or not norm.isalpha()
        or is_title(norm)
        or norm in body_words()
        or norm in impersonal_words()
        or norm in words_of("document")
        or norm in name_words("occupation")
        or norm in name_words("firm")
        or norm in name_words("opener")
        or norm in _common()
        or bool(lexicon_class(norm))
    )


class NameEvidence:
    """Reads what stands beside names of one word in a document.

    Parameters
    ----------
    document : Document
        What to look at.
    """

    def __init__(self, document: Document) -> None:
        self._document = document

    def kind(self, place: int) -> NameKind:
        """What the words beside a name of one word make of it; "other" where they tell nothing."""
        norms = self._document.norms
        before = norms[place - 1] if place else ""
        if before.isalpha() and self._document.words[place - 1][0].isupper():
            # "Third Way"
            return "other"
        behind = norms[place + 1] if place + 1 < len(norms) else ""
        if before == "as" and norms[place - 2] in _INTRODUCING:
            # "a man identified as Suharjo", "who gave his name as Suharjo"
            return "person"
        if before in {"called", "named"} and place > 1 and tells_person(norms[place - 2]):
            return "person"
        if self._is_done(place - 1):
            return "person"
        if _is_of_firm(norms, place + 1 + (behind == "'s")):
            return "organisation"
        if before == "for" and place > 1 and norms[place - 2] in _SPOKEN_FOR:
            return "organisation"
        if behind == "and" and not _BESIDE_PERSON.isdisjoint(norms[place + 2 : place + 3]):
            return "person"
        if behind == ",":
            return self._set_off(place + 1)
        if behind in words_of("speech"):
            if behind == "told" and not _QUESTIONING.isdisjoint(norms[place + 2 : place + 4]):
                # "Silva told officers"
                return "person"
            if place > 1 and before in _CLOSING and self._document.quotation_of[place - 1] >= 0:
                return self._quoted(self._document.quotation_of[place - 1], place + 2)
            return self._told(place + 2)
        return "other"

    def _is_done(self, place: int) -> bool:
        """Whether what somebody does stands before their name: "a Kunduz [baker] Suharjo"."""
        word = self._document.words[place] if place >= 0 else ""
        return word.islower() and tells_person(word) and word not in _OF_BODIES_TOO

    def _quoted(self, number: int, place: int) -> NameKind:
        """Who says a quotation: "“It rained,” Silva said", but "“We care,” Veltra said"."""
        norms, whole = self._document.norms, self._document.quotations[number]
        if norms[place : place + 3] == ["in", "a", "statement"]:
            return "other"
        inside = set(norms[whole.start : whole.end])
        several = not inside.isdisjoint(_OF_US) and inside.isdisjoint(_OF_ME)
        return "other" if several else "person"

    def _set_off(self, comma: int) -> NameKind:
        """What follows a name's comma: "Suharjo, [33]", "Suharjo, [who goes by one name]"."""
        norms = self._document.norms
        limit = self._document.sentences[self._document.sentence_of[comma]].last
        opens = norms[comma + 1] if comma + 1 < limit else ""
        if opens.isdigit() and len(opens) == 2 and norms[comma + 2 : comma + 3] in ([","], ["."]):
            return "person"
        if opens == "who":
            return "person"
        head = described_as(norms, comma, norms[comma - 2] if comma > 1 else "")
        if names_firm(head, alone=True):
            return "organisation"
        if tells_person(head) and head not in _OF_BODIES_TOO:
            # "Nujood, a teacher at the school"
            return "person"
        end = min(comma + 2 + _ASIDE, limit - 1)
        closes = norms.index(",", comma + 1, end) if "," in norms[comma + 1 : end] else limit
        if closes + 2 < limit and norms[closes + 1] in words_of("speech"):
            # "Veltra, in a statement, said it would close"
            return self._told(closes + 2)
        return "other"

    def _told(self, place: int) -> NameKind:
        """What is told behind a verb of speech: "[on Monday it would close]", "[he was ill]"."""
        norms = self._document.norms
        limit = self._document.sentences[self._document.sentence_of[place - 1]].last
        end = min(place + _WHEN, limit)
        at = next(
            (at for at in range(place, end) if norms[at] in {"it", "its", "he", "she", "that"}),
            end,
        )
        if at < end and norms[at] == "that":
            at += 1
        if at >= limit:
            return "other"
        if norms[at] in {"he", "she"}:
            return "person" if at - place < 2 else "other"
        if norms[at] == "its":
            return "organisation" if at - place < 2 else "other"
        if norms[at] != "it" or at + 2 >= limit:
            return "other"
        verb, follows = norms[at + 1], norms[at + 2]
        follows = norms[at + 3] if follows == "to" and at + 3 < limit else follows
        return "organisation" if verb in _MODALS and follows in _ACTS else "other"


def _is_of_firm(norms: list[str], place: int) -> bool:
    """Whether what firms have, and people not, stands at a token."""
    return norms[place : place + 1] != [] and (
        norms[place] in _OF_FIRM or norms[place : place + 2] == _CHIEF
    )
