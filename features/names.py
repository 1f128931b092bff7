"""Proper names in a document: where they stand, and whether they name a person or something else.

Names of the whole world: a title or office may stand before them, a particle inside ("bin", "van
der"), a family name first or none at all. What decides is first the words of the name itself and
those beside it, then the rest of the article ("Silva" after "Ana Silva").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from credscore.document import Document
from credscore.features.cues import lexicon_class, words_of
from credscore.features.name_evidence import (
    NameEvidence,
    described_as,
    is_common,
    names_firm,
    tells_person,
)
from credscore.features.name_joints import STATES
from credscore.features.name_kinds import (
    COURTESY,
    FIRM_FORMS,
    KIN,
    MUHAMMAD,
    NAMES_TOO,
    PARTISANS,
    PORTFOLIOS,
    YOUNGER,
    NameKind,
    body_words,
    folded,
    governed_places,
    impersonal_words,
    is_compound,
    is_title,
    kind_of_name,
    known_alone,
    known_bodies,
    name_within,
    name_words,
    names_place,
    strip_titles,
    title_words,
)
from credscore.features.name_runs import DESCRIBED, HEADLINE_VERBS, NameRuns, opens_name
from credscore.quotations import OPENING_MARKS
from credscore.tokens import WORDS_KEPT

__all__ = [
    "SETTING_OFF",
    "Name",
    "NameKind",
    "Names",
    "is_degree",
    "name_words",
    "opening_bracket",
    "strip_titles",
]

# Whoever bears one is called by one name, which is nobody's second: "Pope Francis".
_REGNAL = frozenset(("emperor", "empress", "king", "pope", "queen"))
# Adjectives that headlines put before a name.
_MOODS = frozenset(
    ("ailing", "angry", "beleaguered", "crooked", "defiant", "departing", "disgraced", "embattled",
     "exiting", "furious", "grieving", "jailed", "ousted", "outgoing", "tearful")
)  # fmt: skip
_MONTHS_GIVEN = frozenset(("april", "august", "june", "may"))
DEGREES = frozenset(
    ("bsc", "dds", "dphil", "drph", "dvm", "edd", "facc", "frcp", "jr", "kc", "llb", "ma", "mba",
     "md", "mph", "msc", "pharmd", "phd", "psyd", "qc", "rn", "scd", "sr")
)  # fmt: skip
# Verbs of speech that are no nouns.
_SAYS = (["said"], ["says"], ["told"], ["warned"], ["announced"])
# Those that are no participles: what "'s" stands before has it in its own name.
_SAYS_ALONE = frozenset(("said", "says", "told"))
# Behind an "it" that is what somebody told.
_BEHIND_OBJECT = frozenset(
    (",", ".", ";", "after", "again", "and", "as", "at", "before", "by", "during", "for", "from",
     "in", "last", "on", "this", "through", "to", "today", "via", "when", "while", "with",
     "yesterday")
)  # fmt: skip
# Last words of clubs that are called by them: "Quenneby Rovers", later "Rovers".
_CLUB_ENDS = frozenset(("albion", "athletic", "rangers", "rovers", "united", "wanderers"))
# Last words of firms that are called by their first: "Quenneby Industries", later "Quenneby".
_FIRM_ENDS = frozenset(
    ("aerospace", "airlines", "airways", "bank", "brands", "capital", "co", "company", "corp",
     "corporation", "electric", "energy", "enterprises", "entertainment", "financial", "foods",
     "group", "holdings", "inc", "industries", "insurance", "international", "laboratories", "labs",
     "limited", "llc", "ltd", "motors", "oil", "partners", "petroleum", "pharma",
     "pharmaceuticals", "plc",
     "software", "systems", "technologies", "therapeutics")
)  # fmt: skip
_FIRM_FORMS = FIRM_FORMS | {"corp"}
# What a minister may be of, beside places.
_GOVERNED = PORTFOLIOS | {"exchequer", "interior", "netherlands", "philippines", "treasury"}
# Who is somebody's, by whose it is just before, and tokens over which it stands beside a name.
_KIN = KIN | {
    *("aunt", "brother-in-law", "daughter-in-law", "ex-husband", "ex-wife", "father-in-law"),
    *("lady", "mother-in-law", "sister-in-law", "son-in-law", "uncle"),
}
_WHOSE = frozenset(("'s", "first", "her", "his", "their"))
_TO_KIN = 5
# Tokens from an office to the last "and" of what it is of.
_OFFICE = 7
# Titles of people alone, where "Commissioner Lahore" is an office of Lahore.
_OF_PEOPLE = COURTESY | {"capt", "cpl", "dean", "gov", "lt", "rep", "rev", "sen", "sgt", "sir"}
# Before what a body is for or of.
_JOINTS = frozenset(("for", "of", "on"))
# Before a firm's name, beside the words for firms: "the Danish [giant] Nordline".
_BEFORE_FIRM = frozenset(("giant", "group"))
# Those of [firm] that are a trade or a last name as well.
_MAKERS_TOO = frozenset(("bookmaker", "brewer", "retailer"))
# What firms are as well, where a word tells of which kind: "Swiss bank", "law firm".
_FIRM_NOUNS = frozenset(("bank", "company", "firm"))
_BEFORE_NOUN = frozenset(
    ("a", "an", "and", "any", "each", "every", "her", "his", "its", "my", "no", "of", "or", "our",
     "same", "some", "that", "the", "their", "this", "to", "whose", "your")
)  # fmt: skip
_PLACING = frozenset(("at", "in", "inside", "near", "outside"))
# What people do to firms: "the airline Ana Silva founded".
_FOUNDING = frozenset(
    ("acquired", "bought", "built", "chaired", "chairs", "co-founded", "created", "founded",
     "headed", "heads", "helped", "joined", "launched", "leads", "led", "managed", "manages",
     "owned", "owns", "ran", "runs", "set", "sold", "started", "used", "worked", "works")
)  # fmt: skip
# Last words of regions, of which firms have their names: "Silver Valley Bank".
_PARTS_OF_WORLD = frozenset(
    ("america", "bay", "coast", "county", "east", "gulf", "island", "islands", "north", "south",
     "street", "valley", "west")
)  # fmt: skip
# Behind a name: what it is, how old, or how it is called for short.
SETTING_OFF = frozenset((",", "("))


def is_degree(norm: str) -> bool:
    """Whether a lower-cased word is what stands behind a name: "phd", "ph.d.", "jr".

    Examples
    --------
    >>> is_degree("ph.d."), is_degree("u.s.")
    (True, False)
    """
    return norm in DEGREES or (norm[-1] == "." and norm.replace(".", "") in DEGREES)


def opening_bracket(norms: Sequence[str], end: int, limit: int) -> int:
    """Where a short bracket before a token opens: "DIG (Operations) Ana Silva"; -1 where none does.

    Parameters
    ----------
    norms : sequence of str
        The tokens, lower-cased.
    end : int
        The token after the bracket.
    limit : int
        The first token that it may begin at.
    """
    begin = max(end - 7, limit)
    return norms.index("(", begin, end) if "(" in norms[begin:end] else -1


@dataclass(slots=True)
class Name:
    """A proper name.

    Attributes
    ----------
    first, last : int
        Tokens of the name itself, end exclusive; titles before it are left out.
    outer : int
        First token with the titles and offices written with a capital before it.
    words : tuple of str
        Its words, initials' full stops left out.
    kind : NameKind
        What it names, as far as its own words and neighbours tell; "other" where they do not.
    """

    first: int
    last: int
    outer: int
    words: tuple[str, ...]
    kind: NameKind


_IN = frozenset(("in", "near"))
# Before "in" and whom it is done to.
_BEFORE_IN = frozenset(
    ("believe", "believed", "believes", "belief", "confidence", "confide", "confided", "faith",
     "found", "interest", "interested", "invested", "sees", "saw", "trust", "trusted")
)  # fmt: skip
# "Ironically Silva left": adverbs that open a sentence and no name.
_ADVERBS = frozenset(
    """accordingly actually additionally admittedly allegedly amazingly apparently basically clearly
    consequently conversely critically crucially curiously currently economically eventually
    finally firstly fortunately frequently generally globally historically hopefully immediately
    importantly incredibly initially interestingly internationally ironically lastly lately legally
    literally locally luckily nationally normally notably obviously occasionally oddly officially
    originally particularly personally politically predictably presumably previously rarely recently
    remarkably reportedly sadly secondly seemingly separately shockingly significantly similarly
    simply simultaneously specifically strangely subsequently suddenly supposedly surprisingly
    technically thankfully theoretically thirdly traditionally tragically typically ultimately
    understandably undoubtedly unfortunately unsurprisingly usually""".split()
)


@cache
def _plain_openers() -> frozenset[str]:
    """Words that open a sentence and never a name: no month, no initial."""
    several = {norm for norm in name_words("opener") if len(norm) > 1}
    return frozenset(several - _MONTHS_GIVEN - known_bodies().keys() - {"new"})


@cache
def _doubtful() -> frozenset[str]:
    """Words, none with a hyphen or a full stop, whose capital may be of no name."""
    return name_words("opener").union(known_bodies(), DEGREES, HEADLINE_VERBS)


@cache
def _beside() -> frozenset[str]:
    """What tells of a name that stands behind it, beside "ten-year-old" and "the"."""
    told = title_words() | name_words("occupation") | name_words("firm")
    return told.union(_BEFORE_FIRM, (".", ")", "from", "under"))


@lru_cache(maxsize=WORDS_KEPT)
def _alone(word: str, entitled: bool) -> tuple[tuple[str, ...], NameKind]:
    """The words of a name of one word, and what it names, with or without "the" before it."""
    _, parts = name_within((word,))
    return parts, kind_of_name(parts, entitled=entitled)


def _is_acronym(word: str) -> bool:
    """Whether a name's first word is a body's initials: "[NAB] Ana Silva".

    "AKM Rashidul Alam" has his own, as many in Bangladesh do.
    """
    return (
        2 < len(word) < 7
        and not (len(word) == 3 and word[0] == "A" and word[2] == "M")
        and word.isalpha()
        and word.isupper()
        and word.lower() not in name_words("person")
    )


class Names:
    """The proper names of a document, in order.

    Parameters
    ----------
    document : Document
        What to look at.

    Attributes
    ----------
    found : list of Name
        All of them.
    several : list of Name
        Those of several words.
    at : callable
        Gives the name that a token is part of, titles included, or None.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._runs = runs = NameRuns(document)
        self.found: list[Name] = []
        norms, words = document.norms, document.words
        capital = document.places(opens_name)
        # Where a capital may be the sentence's.
        heads = {sentence.first for sentence in document.sentences}
        heads.update([place for place in capital if words[place - 1] in OPENING_MARKS])
        # Words met in lower case, and words that take their capital amid a sentence.
        self._plain = set(words)
        self._amid = {norms[place] for place in capital if place not in heads}
        openers, plain, doubtful = name_words("opener"), _plain_openers(), _doubtful()
        before_end = len(norms) - 1
        offices: list[int] = []
        unsure: list[int] = []
        end = 0
        for place in capital:
            norm = norms[place]
            if place < end or norm in plain:
                continue
            if norm in _FIRM_FORMS and words[place - 1] == ",":
                # "Quenneby Now, [Inc.]"
                continue
            if norm in doubtful or "-" in norm or norm[-1] == ".":
                if norm.endswith(DESCRIBED) or (norm in HEADLINE_VERBS and words[place].istitle()):
                    continue
                known = self._known_body(place) if norm in known_bodies() else 0
                if known:
                    end = place + known
                    # "Moody's" is called Moody's, its word is "Moody"
                    body = tuple(word for word in words[place:end] if word[0].isalnum())
                    self.found.append(Name(place, end, place, body, "organisation"))
                    continue
                if is_degree(norm) and words[place] != "Ma" and not self._is_muhammad(place):
                    # A last name in lower case, a degree in capitals.
                    continue
                if norm in openers and not (
                    self._is_given(place)
                    or (norm == "new" and names_place(norms[place : place + 2]))
                    or self._are_initials(place)
                ):
                    continue
            if place in heads:
                if norm in _ADVERBS or self._is_fronted(place):
                    continue
                if not (
                    self._is_name_alone(norm)
                    or self._are_initials(place)
                    or self._goes_on(place)
                    or self._is_short_form(place)
                    or runs.joints.state_behind(place + 1)
                ):
                    unsure.append(place)
                    continue
            end = runs.end(place)
            # "Wendy's said"
            says = end < before_end and norms[end] == "'s" and norms[end + 1] in _SAYS_ALONE
            # "the President" is an office, no name.
            if (
                says
                or not (is_title(norm) and all(map(is_title, norms[place + 1 : end])))
                or (end > place + 1 and self._is_courtesy(place, end))
            ):
                name = self._name(place, end)
                if says:
                    end += 1
                    name.last, name.kind = end, "organisation"
                # Of "(RETD)" alone no word is left.
                if name.words:
                    self.found.append(name)
            elif end == place + 1:
                offices.append(place)
        # What is found from here on is of one word.
        self.several = [name for name in self.found if len(name.words) > 1]
        self._add_offices(offices)
        self._add_short_forms(unsure)
        self._add_told(unsure)
        self._settle()
        by_token = {token: name for name in self.found for token in range(name.outer, name.last)}
        # Asked so often that it should be no call of its own.
        self.at: Callable[[int], Name | None] = by_token.get

    def _add_offices(self, places: list[int]) -> None:
        """Names that are words for an office: "King", where the article has "Ana King"."""
        if not places:
            return
        words = self._document.words
        # "King", of Ana King, or of Rui King Jr.
        last = {name.words[-1 - (name.words[-1] in YOUNGER)] for name in self.several}
        added = [
            Name(place, place + 1, place, (words[place],), "person")
            for place in places
            if words[place] in last and not (place and words[place - 1].lower() in {"the", "a"})
        ]
        if added:
            self.found = sorted([*self.found, *added], key=lambda name: name.first)

    def _add_short_forms(self, places: list[int]) -> None:
        """Names at the heads of sentences: "Hamidur", where the article has "Hamidur Azad".

        Firms too: "Quenneby", where it has "Quenneby Industries".
        """
        norms = self._document.norms
        places = [place for place in places if norms[place] not in self._plain]
        if not places:
            return
        people = {
            name.words[side].lower()
            for name in self.several
            if name.kind == "person"
            for side in (0, -1)
        }
        added = [
            self._name(place, place + 1)
            for place in places
            if norms[place] in people or self._document.words[place] in self.firms
        ]
        if added:
            self.found = sorted([*self.found, *added], key=lambda name: name.first)

    def _add_told(self, unsure: list[int]) -> None:
        """Tell what names of one word are by what stands beside them, here or elsewhere.

        "Veltra said", at the head of a sentence, where the article has "Veltra shares".
        """
        words, norms = self._document.words, self._document.norms
        evidence = NameEvidence(self._document)
        heads = [
            place
            for place in unsure
            if words[place].istitle()
            and norms[place] not in self._plain
            and not is_common(norms[place])
        ]
        impersonal = impersonal_words()
        alone = [
            name.first
            for name in self.found
            if name.kind == "other"
            and name.outer == name.last - 1
            and words[name.first].istitle()
            and norms[name.first] not in impersonal
        ]
        # "Park said", of Park Ji-woo, whom no list knows either
        begun = {
            name.words[0]
            for name in self.several
            if name.kind == "other"
            and len(name.words) < 4
            and impersonal.isdisjoint(map(str.lower, name.words))
            # "Yang Speaks", a show
            and not lexicon_class(name.words[-1].lower())
            and norms[name.outer - 1 : name.outer] != ["the"]
        }
        places = [*heads, *alone]
        kinds = list(map(evidence.kind, places))
        # "A spokesman for Silva", of Ana Silva
        people = {
            word
            for name in (self.several if "organisation" in kinds else ())
            if name.kind == "person"
            for word in name.words
        }
        told: dict[str, NameKind] = {}
        for place, kind in zip(places, kinds, strict=True):
            word = words[place]
            said = norms[place + 1 : place + 2]
            if word in begun and said and said[0] in words_of("speech"):
                kind = "person"
            if kind == "organisation" and word not in people:
                told[word] = kind
            elif kind == "person":
                told.setdefault(word, kind)
            elif said in _SAYS:
                told.setdefault(word, "other")
        if not told:
            return
        known = {name.first for name in self.found}
        for name in self.found:
            if name.kind != "other" or words[name.first] not in told:
                continue
            if name.outer == name.last - 1 or (
                name.words[0] in begun and told[name.words[0]] == "person"
            ):
                name.kind = told[words[name.first]]
        self.found += (
            Name(place, place + 1, place, (words[place],), told[words[place]])
            for place in heads
            if words[place] in told and place not in known
        )
        self.found.sort(key=lambda name: name.first)

    def _settle(self) -> None:
        """Tell persons from what else the article says of a name whose own words leave it open.

        "Keegan Medrano", later "Medrano": bodies are seldom called by their last word alone. A name
        is what it is elsewhere: "Mr Medrano" makes every "Medrano" a person.
        """
        impersonal, norms, firms = impersonal_words(), self._document.norms, self.firms
        speech = words_of("speech")
        alone = {name.words[0] for name in self.found if len(name.words) == 1}
        persons = {name.words[-1] for name in self.found if name.kind == "person" and name.words}
        bodies = {
            name.words[0]
            for name in self.found
            if name.kind == "organisation"
            and len(name.words) == 1
            and name.outer == name.first
            and norms[name.first - 1] != "the"
        }
        # "Quenneby, the company that makes tyres"
        told = {
            name.words[0]
            for name in self.found
            if name.words[:1] and name.words[0] in bodies and self._is_described(name)
        }
        named = {
            word
            for name in (self.found if firms or told else ())
            if name.kind == "person"
            and (
                len(name.words) > 1
                or name.outer < name.first
                or norms[name.first - 1] in title_words()
            )
            for word in name.words
        }
        full_names = (
            # "Abu Sufian", of Md Abu Sufian Milon
            name.words[name.words[0] in MUHAMMAD :]
            for name in self.several
            if name.kind == "person"
        )
        begun = {
            words[:2]
            for words in full_names
            if len(words) == 3 and words[1].lower() not in impersonal
        }
        shortened = {
            # "Big Hit", of Big Hit Entertainment
            name.words[:-1]
            for name in self.several
            if name.kind == "organisation"
            and len(name.words) == 3
            and name.words[-1].lower() in _FIRM_ENDS
            and name.words[-2].lower() not in _PARTS_OF_WORLD
        }
        for name in self.found:
            words = name.words
            if words in shortened and name.kind == "other":
                name.kind = "organisation"
                continue
            if words in begun:
                # "Wan Azizah", of Wan Azizah Ibrahim
                name.kind = "person"
                continue
            if (
                len(words) == 1
                and (words[0] in firms or words[0] in told)
                and words[0] not in named
                and name.outer == name.first
                and self._speaks_of(name) != "person"
            ):
                # "Quenneby said it would", of Quenneby Industries
                name.kind = "organisation"
                continue
            if name.kind == "other" and words:
                behind = norms[name.last] if name.last < len(norms) else ""
                # Most names stand before no verb of speech.
                kind = self._speaks_of(name) if behind == "'s" or behind in speech else "other"
                if kind != "other":
                    name.kind = kind
                    continue
                last = words[-1]
                if last.lower() in impersonal:
                    continue
                if len(words) > 1 and words[0] in bodies and words[0] not in persons:
                    # "Quenneby Comms"
                    name.kind = "organisation"
                    continue
                full = 1 < len(words) <= 3 and last in alone and not last.isupper()
                if full or (len(words) == 1 and last in persons):
                    name.kind = "person"
                    persons.add(last)

    def _speaks_of(self, name: Name) -> NameKind:
        """What is named as it speaks of itself: "Palm Harbour said [it] would close"."""
        norms, verb = self._document.norms, name.last
        behind = norms[verb] if verb < len(norms) else ""
        if behind == "'s" and norms[verb + 1 : verb + 2] in _SAYS:
            # "Moody's said"
            return "organisation"
        if behind not in words_of("speech"):
            return "other"
        after = norms[verb + 1 : verb + 3]
        pronoun = next(iter(after[1:] if after[:1] == ["that"] else after), "")
        # "Mr Silva on Facebook said he had it"
        before = norms[name.outer - 1] if name.outer else ""
        alone = before not in {"at", "for", "in", "of", "on", "to"}
        if pronoun in {"he", "she"}:
            # "Democrats said he lied", "an American said he left"
            last, several = norms[name.last - 1], before in {"a", "an", "the"}
            several = several or last in name_words("nationality") or last.rstrip("s") in PARTISANS
            return "person" if alone and not several else "other"
        # "Quenneby said it rained": people are named by one word when they are known.
        itself = pronoun in {"it", "its"} and len(name.words) > 1
        if pronoun == "it":
            # "Palm Harbour said it was late": that may be the hour.
            told = norms.index("it", verb) + 1
            # "Abu Silva announced it on Friday"
            itself = itself and norms[told : told + 1] != [] and norms[told] not in _BEHIND_OBJECT
            itself = itself and not (
                norms[told : told + 1] in (["is"], ["was"], ["'s"])
                and norms[told + 1 : told + 2]
                and not norms[told + 1].endswith(("ing", "ed"))
            )
        return "organisation" if itself else "other"

    def _known_body(self, place: int) -> int:
        """Words of a known body that begins here: "Save the Children"; 0 for none."""
        words, norms = self._document.words, self._document.norms
        for body in known_bodies()[norms[place]]:
            end = place + len(body)
            whole = tuple(norms[place:end]) == body and (
                words[end - 1][0].isupper() or self._ends_in_genitive(end)
            )
            if whole and not (end < len(words) and words[end][0].isupper()):
                return len(body)
        return 0

    def _ends_in_genitive(self, end: int) -> bool:
        """Whether a name is "Moody's", which lowered a rating, and no Moody's brother's."""
        norms = self._document.norms
        if norms[end - 1] != "'s":
            return False
        follows = norms[end] if end < len(norms) else "."
        return (
            not follows.isalpha()
            or follows.endswith("ed")
            or follows
            in {"and", "at", "by", "had", "has", "in", "on", "to", "was", "will", "would"}
            or "speech" in lexicon_class(follows)
        )

    def _is_name_alone(self, norm: str) -> bool:
        known = norm in self._amid or norm in known_alone() or is_compound(norm)
        return known and norm not in self._plain

    def _is_short_form(self, place: int) -> bool:
        """Whether a word's capitals tell that it is a name: "UNICEF warns", "WeChat says"."""
        words = self._document.words
        word = words[place]
        return (
            word[1:] != word[1:].lower()
            and len(word) < 12
            # "M&S says"
            and word.replace("&", "").isalpha()
            and words[place + 1 : place + 2] != []
            and (words[place + 1].islower() or self._is_set_off(place + 1))
            and word.lower() not in self._plain
        )

    def _is_fronted(self, place: int) -> bool:
        """Whether a verb stands before who speaks: "[Added] Ana Silva", "[Said] Rep. Ana Silva".

        Said is a name too, but before no title.
        """
        norms, words = self._document.norms, self._document.words
        if place + 1 >= len(norms) or not words[place + 1][0].isupper():
            return False
        if norms[place] != "said" and not (
            norms[place].endswith("ed") and norms[place] not in name_words("person")
        ):
            return False
        follows = norms[place + 1]
        known = (
            norms[place] != "said"
            and (
                follows in name_words("person")
                # "Added Quenneby, the mayor"
                or norms[place + 2 : place + 3] in ([","], [":"])
            )
        )
        return "speech" in lexicon_class(norms[place]) and (known or is_title(follows))

    def _is_courtesy(self, place: int, end: int) -> bool:
        """Whether a run of titles ends in a last name: "Mr Tan", "Mrs. Dean"."""
        norms = self._document.norms
        last = norms[end - 1]
        return last in NAMES_TOO and place < end - 1 and norms[place] in COURTESY

    def _is_given(self, place: int) -> bool:
        """Whether a month is a given name: "the minister [May] Silva"."""
        norms = self._document.norms
        if norms[place] not in _MONTHS_GIVEN or not place:
            return False
        at = place - 1 - (norms[place - 1] == ".")
        before = norms[at]
        if before in COURTESY and self._document.words[at].istitle():
            # "Mrs May", "Mrs. May"
            return True
        return (
            (before in title_words() or before in name_words("occupation"))
            and not before.endswith("s")
            and self._goes_on(place)
        )

    def _are_initials(self, place: int) -> bool:
        """Whether "A" is no article and opens a name: "[A]. K. M. Shahidul Haque"."""
        words = self._document.words
        return (
            len(words[place]) == 1
            and words[place + 1 : place + 2] == ["."]
            and words[place + 3 : place + 4] == ["."]
            and len(words[place + 2]) == 1
            and words[place + 2].isupper()
        )

    def _is_muhammad(self, place: int) -> bool:
        """Whether "Md" opens a name, as it does in Bangladesh, and is no degree and no state."""
        words = self._document.words
        if words[place] not in MUHAMMAD or words[place + 1 : place + 2] != ["."]:
            return words[place] in MUHAMMAD
        # "Md. Rui Silva", but no "in Annapolis, Md."
        behind = words[place + 2 : place + 3]
        return bool(behind) and behind[0][0].isupper() and words[max(place - 1, 0)] != ","

    def _is_set_off(self, comma: int) -> bool:
        """Whether an appositive follows: "UNICEF, the body for children"."""
        norms = self._document.norms
        return norms[comma] == "," and norms[comma + 1 : comma + 2] in (["the"], ["a"], ["an"])

    def _goes_on(self, place: int) -> bool:
        words, norms = self._document.words, self._document.norms
        if norms[place + 1 : place + 2] in (["of"], ["for"]) and (
            norms[place] in words_of("title") or norms[place] in name_words("office")
        ):
            # "Superintendent of Police Ana Silva", "Minister for Housing Ana Silva", but no
            # "Residents of Dhaka"
            limit = self._document.sentences[self._document.sentence_of[place]].last
            return self._runs.joints.names_person(place + 2, limit)
        if words[place + 1 : place + 2] == ["."]:
            # "J. K. Silva", but no "A."; "Sgt. Ana Silva", but no "Sens. Ana Silva and Rui Lopez"
            norm = norms[place]
            initial = len(norm) == 1 and norm not in {"a", "i"}
            one = norm in COURTESY or (norm in title_words() and not norm.endswith("s"))
            place += initial or one
        if self._runs.joints.deals_on(place + 1):
            return True
        if norms[place + 1 : place + 2] == ["&"]:
            # "Marks & Spencer"
            return words[place + 2 : place + 3] != [] and words[place + 2][0].isupper()
        if norms[place + 1 : place + 2] in (["against"], ["without"]):
            # "Workers Against Hunger", but no "Workers against"
            cause = norms[place].endswith("s") and words[place + 1][0].isupper()
            return cause and words[place + 2 : place + 3] != [] and words[place + 2][0].isupper()
        return (
            place + 1 < len(words)
            and opens_name(words[place + 1])
            and (norms[place + 1] not in name_words("opener") or self._is_given(place + 1))
        )

    def _name(self, first: int, last: int) -> Name:
        words, norms = self._document.words, self._document.norms
        behind = words[last] if last < len(words) else ""
        before = norms[first - 1] if first else ""
        if (
            last - first == 1
            and before not in _beside()
            and behind not in SETTING_OFF
            and words[first] not in MUHAMMAD
            and first not in self._runs.holders
            and not before.endswith("-year-old")
        ):
            # Most names are one word, with nothing beside it that tells more.
            parts, kind = _alone(words[first], before == "the")
            if kind == "person" and before in _IN and self._is_town(first, last):
                kind = "place"
            return Name(first, last, first, parts, kind)
        skip, parts = name_within(tuple(words[first:last]))
        inner = first + skip
        before = norms[inner - 1] if inner else ""
        titles = title_words()
        if len(parts) > 2 and parts[0] in parts[2:] and parts[0].lower() in name_words("person"):
            # "Ana Silva Ana SilvaMore on the port", as pages run on; no "Silva and Silva"
            again = parts.index(parts[0], 2)
            parts = parts[:again] if {"&", "and"}.isdisjoint(norms[inner:last]) else parts
        if len(parts) > 2 and behind == "(" and words[last + 1 : last + 2] == [parts[0]]:
            # "Ana Silva Anabela (Ana) SilvaMore on the port"
            parts = parts[:2]
        if not skip and len(parts) > 1 and norms[inner] in _MOODS:
            # "Defiant Silva says"
            inner, first, parts = inner + 1, inner + 1, parts[1:]
            before = norms[inner - 1]
        if (
            not skip
            and len(parts) > 1
            and norms[inner] in name_words("firm")
            and not (norms[inner] in _MAKERS_TOO and norms[inner + 1] in name_words("person"))
            and (kind_of_name(parts[1:]) != "organisation" or norms[inner + 1] not in body_words())
        ):
            # "Carmaker Fordana", at the head of a sentence
            return Name(inner + 1, last, inner + 1, parts[1:], "organisation")
        if (
            len(parts) > 2
            and _is_acronym(parts[0])
            and kind_of_name(parts[1:]) == "person"
            # "SN Md Rui Silva"
            and not (len(parts[0]) == 2 and parts[1] in MUHAMMAD)
        ):
            # "Chairman NAB Ana Silva"
            inner, parts = inner + 1, parts[1:]
            first = first if skip else inner
        elif not skip and self._holds_portfolio(inner, last):
            # "Minister of the Interior Ana Silva"
            inner, parts, skip = inner + 1, parts[1:], 1
            first, before = inner, norms[inner - 1]
        titled = skip > 0 or before in titles or words[inner] in MUHAMMAD
        if not titled and before == "." and norms[inner - 2] in titles:
            # "Gov. Ana Silva", but no "It was told to voters. Ana Silva"
            sentence_of = self._document.sentence_of
            titled = sentence_of[inner - 1] == sentence_of[inner]
        modelled = before == "model" and norms[inner - 2] == "and"
        if not titled and (
            modelled or before in name_words("occupation") or before.endswith("-year-old")
        ):
            # "ten-year-old Ana", "rapper Ana", "actress and model Ana"
            titled = words[inner - 1].islower()
        # "DIG (Operations) Ana Silva", "Superintendent of Police (SP) Md Ana Silva"
        edge = first if skip and first and norms[first - 1] == ")" else inner
        if edge and norms[edge - 1] == ")":
            opens = opening_bracket(norms, edge, 0)
            # "Superintendent of Police (SP) Ana Silva"
            held = opens > 0 and not titles.isdisjoint(norms[opens - 1 : edge - 1])
            titled = held or edge < inner
            if held:
                first = self._runs.office_before(opens)
        if norms[first] == "secretary" and words[first - 1 : first] == ["Under"]:
            first -= 1
        if first in self._runs.holders:
            first, titled = self._runs.holders[first], True
        own = norms[inner:last]
        aged = behind in SETTING_OFF and self._has_age(last)
        kind = kind_of_name(parts, titled, "&" in own, before == "the", aged)
        if (
            behind == "("
            and kind != "organisation"
            and not titled
            and self._has_short_form(parts, last)
        ):
            kind = "organisation"
        told = self._described(inner, last) if behind == "," else None
        if behind == "," and last + 1 < len(norms) and norms[last + 1] in _FIRM_FORMS:
            # "Quenneby Now, Inc."
            kind = "organisation"
        if (
            kind == "organisation"
            and told == "person"
            and len(parts) == 2
            and parts[0].lower() in name_words("person")
        ):
            # "Ana Wing, a professor of law"
            kind = "person"
        if kind == "other" or (kind == "person" and len(parts) == 1 and not titled):
            firm = before in name_words("firm") or before in _BEFORE_FIRM
            kind = "organisation" if firm else told or kind
            if before == "from" and tells_person(norms[inner - 2]):
                # "a mother from Quenneby"
                kind = "place"
            elif kind == "person" and before in _IN and self._is_town(inner, last):
                kind = "place"
        elif kind == "person" and not titled:
            # "Ana Silva, a company that sells dresses", "the carmaker Ana Silva"
            named = self._names_firm(inner, last)
            kind = "organisation" if told == "organisation" or named else kind
        if (
            kind in {"other", "place"}
            and titled
            and len(parts) == 1
            and norms[inner - 1 - (before == ".")] in _OF_PEOPLE
        ):
            # "Mr Black", "Sgt. Jordan"
            kind = "person"
        if "," in own:
            # "Springfield, TX", "Springfield, Texas"
            state = " ".join(own).rpartition(" , ")[2]
            if parts and (parts[-1] in STATES or state in name_words("state")):
                kind = "place"
        return Name(inner, last, first, parts, kind)

    def _names_firm(self, first: int, last: int) -> bool:
        """Whether the noun before a name like a person's is one of firms: "Swiss bank Ana Silva".

        But no "the bank Ana Silva founded".
        """
        norms, noun = self._document.norms, self._document.norms[first - 1] if first else ""
        told = noun in name_words("firm") and noun not in _MAKERS_TOO
        if not told and noun in _FIRM_NOUNS and first > 1:
            told = norms[first - 2].isalpha() and norms[first - 2] not in _BEFORE_NOUN
        # "At the law firm Ana Silva said it rained"
        told = told and _PLACING.isdisjoint(norms[max(first - 4, 0) : first])
        return told and norms[last : last + 1] != [] and norms[last] not in _FOUNDING

    def _holds_portfolio(self, first: int, last: int) -> bool:
        """Whether a run of capitals is what an office is of, and who holds it."""
        norms = self._document.norms
        of = first - 1 - (norms[first - 1] == "the")
        held = of > 0 and norms[of] in {"for", "of"} and norms[of - 1] in title_words()
        if of > 1 and norms[of] == "and" and norms[of - 1] in _GOVERNED:
            # "Secretary for Culture, Sports and Tourism Ana Silva"
            held = not title_words().isdisjoint(norms[max(of - _OFFICE, 0) : of])
        return (
            2 < last - first < 5
            and held
            and (norms[first] in _GOVERNED or norms[first] in governed_places())
            and not _GOVERNED.union(body_words(), ",").intersection(norms[first + 1 : last])
            and title_words().isdisjoint(norms[first:last])
        )

    def _is_town(self, first: int, last: int) -> bool:
        """Whether a given name behind "in" is where: "grew up in Florence", no "believed in Ana".

        Nor is it so in "in Ana's view".
        """
        norms = self._document.norms
        owns = last < len(norms) and norms[last] == "'s"
        return not owns and norms[first - 2] not in _BEFORE_IN

    def _is_described(self, name: Name) -> bool:
        """Whether a description behind a name tells that it is a body."""
        return (
            self._document.norms[name.last : name.last + 1] == [","]
            and self._described(name.first, name.last) == "organisation"
        )

    def _described(self, first: int, last: int) -> NameKind | None:
        """What a description behind a name's comma makes of it: "Ana, a [mother] of two"."""
        norms = self._document.norms
        head = described_as(norms, last, norms[first - 1] if first else "")
        if not head:
            return None
        if names_firm(head, alone=last - first == 1):
            return "organisation"
        return "person" if tells_person(head) else None

    @cached_property
    def firms(self) -> dict[str, Name]:
        """Firms of several words by their first, clubs by their last, as they are for short."""
        found: dict[str, Name] = {}
        for name in self.several:
            if name.kind != "organisation":
                continue
            # "Quenneby", of Quenneby.com Inc.
            first, end = name.words[0].partition(".")[0], name.words[-1].lower()
            if len(name.words) == 2 and end in _CLUB_ENDS:
                found.setdefault(name.words[-1], name)
            if (
                end in _FIRM_ENDS
                and len(first) > 3
                and first.lower() not in impersonal_words()
                and first.lower() not in title_words()
            ):
                found.setdefault(first, name)
        return found

    def _has_short_form(self, parts: tuple[str, ...], last: int) -> bool:
        """Whether the bracket behind a name holds its initials: "Nari Unnayan Shakti [(NUS)]"."""
        words = self._document.words
        return (
            len(parts) > 1
            and words[last + 2 : last + 3] == [")"]
            and words[last + 1] == "".join(part[0] for part in parts)
        )

    def _has_age(self, last: int) -> bool:
        """Whether an age stands behind the comma or bracket at a token: ", 45,"."""
        words = self._document.words
        return (
            last + 2 < len(words)
            and words[last + 1].isdigit()
            and len(words[last + 1]) == 2
            and words[last + 2] in {",", ")", "."}
        )

    @cached_property
    def people(self) -> dict[str, tuple[str, ...]]:
        """The fullest name of a person in the article, by each of its words, `folded`.

        A word that several people share belongs to the first of them to be named in full; the first
        word of a name is looked up only where no other name ends in it.
        """
        found: dict[str, tuple[str, ...]] = {}
        for words, whole in self.fullest.items():
            found.setdefault(folded(words[-1]), whole)
        for words, whole in self.fullest.items():
            for place, word in enumerate(words[:-1]):
                if not place or folded(word) not in self.regnal:
                    found.setdefault(folded(word), whole)
        return found

    @cached_property
    def never_full(self) -> frozenset[str]:
        """Last names, as `folded` gives them, that in full the article gives to kin alone.

        "President Silva", where it has "his wife, Ana Silva", and no other Silva by name.
        """
        norms, titles = self._document.norms, title_words()
        held: set[str] = set()
        men: set[str] = set()
        for name in self.found:
            if len(name.words) == 1 and name.first:
                before = norms[name.first - 1 - (norms[name.first - 1] == ".")]
                if before == "mr":
                    men.add(folded(name.words[0]))
                elif before in titles and before not in COURTESY:
                    held.add(folded(name.words[0]))
        if not held and not men:
            return frozenset()
        kin: set[tuple[str, ...]] = set()
        others: set[tuple[str, ...]] = set()
        for name in self.several:
            last = folded(name.words[-1])
            woman = name.words[0].lower() in name_words("female")
            if name.kind != "person" or not (last in held or (woman and last in men)):
                continue
            if self._is_kin(name):
                kin.add(name.words)
            elif norms[name.first - 1] in titles:
                others.add(name.words)
        kin -= others
        others |= {name.words for name in self.several if name.kind == "person"} - kin
        return frozenset(
            {folded(words[-1]) for words in kin} - {folded(words[-1]) for words in others}
        )

    def _is_kin(self, name: Name) -> bool:
        """Whether a name is a relative's: "first lady Ana Silva", "Ana Silva, his wife"."""
        norms, last = self._document.norms, name.last
        # "His wife, Ana Silva" as well as "his wife Ana Silva"
        at = name.outer - 1 - (norms[name.outer - 1] == ",")
        if at > 0 and norms[at] in _KIN and not _WHOSE.isdisjoint(norms[max(at - 2, 0) : at]):
            return True
        behind = norms[last + 1 : last + _TO_KIN] if norms[last : last + 1] == [","] else []
        at = next((at for at, word in enumerate(behind) if word in _KIN), 0)
        return at > 0 and behind[at - 1] in _WHOSE and behind[0] in {"her", "his", "the", "their"}

    @cached_property
    def regnal(self) -> frozenset[str]:
        """Names, as `folded` gives them, that somebody reigns by: "francis", of "Pope Francis"."""
        words, norms = self._document.words, self._document.norms
        return frozenset(
            folded(words[name.first])
            for name in self.found
            if name.first - name.outer == 1 and norms[name.outer] in _REGNAL
        )

    @cached_property
    def fullest(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """For each person's name of several words the fullest that it is part of, as met."""
        document = self._document
        full = dict.fromkeys(
            name.words
            for name in self.several
            if name.kind == "person"
            and document.sentences[document.sentence_of[name.first]].kind == "body"
        )
        # "President Rui Silva" is not "Rui Silva Jr."
        officed: set[tuple[str, ...]] = set()
        if any(words[-1] in YOUNGER for words in full):
            offices = title_words() - COURTESY
            officed.update(
                name.words for name in self.several if document.norms[name.first - 1] in offices
            )
        fullest: dict[tuple[str, ...], tuple[str, ...]] = {}
        by_word: dict[str, list[tuple[tuple[str, ...], set[str]]]] = {}
        # "Lisa Worf" rather than "LISA WORF"
        for words in sorted(full, key=lambda words: (-len(words), words[-1].isupper(), words)):
            lowered = set(map(folded, words))
            # Looked for among the names that have its rarest word.
            among = min([by_word.get(word, []) for word in lowered], key=len)
            fullest[words] = next(
                (
                    known
                    for known, parts in among
                    if lowered <= parts and not (words in officed and known[-1] in YOUNGER)
                ),
                words,
            )
            if fullest[words] is words:
                for word in lowered:
                    by_word.setdefault(word, []).append((words, lowered))
        return {words: fullest[words] for words in full}

    @cached_property
    def _endings(self) -> dict[tuple[str, ...], dict[tuple[str, ...], Name]]:
        """Names of three words or more by their last two, and by all, lower-cased."""
        found: dict[tuple[str, ...], dict[tuple[str, ...], Name]] = {}
        for name in self.several:
            if len(name.words) > 2:
                words = tuple(map(str.lower, name.words))
                found.setdefault(words[-2:], {}).setdefault(words, name)
        return found

    def ending(self, norms: tuple[str, ...], place: int) -> Name | None:
        """The first name before a token that ends in these words, two or more, and has others."""
        size = len(norms)
        for words, name in self._endings.get(norms[-2:], {}).items():
            if name.first < place and len(words) > size and words[-size:] == norms:
                return name
        return None

    @cached_property
    def _openings(self) -> dict[tuple[str, ...], dict[tuple[str, ...], Name]]:
        """Bodies "of" or "for" something by what stands before it, and by all, lower-cased."""
        found: dict[tuple[str, ...], dict[tuple[str, ...], Name]] = {}
        for name in self.several:
            words = tuple(map(str.lower, name.words))
            joint = next((at for at, word in enumerate(words) if word in _JOINTS), 0)
            if name.kind == "organisation" and joint > 1:
                found.setdefault(words[:joint], {}).setdefault(words, name)
        return found

    def opening(self, norms: tuple[str, ...], place: int) -> Name | None:
        """The one body before a token that is called so for short: "Press Council of Ruritania"."""
        found = [name for name in self._openings.get(norms, {}).values() if name.first < place]
        return found[0] if len(found) == 1 else None

    def within(self, first: int, last: int) -> list[Name]:
        """Names that begin in a token range or reach into it, in order."""
        found: list[Name] = []
        end = first
        for token, name in enumerate(map(self.at, range(first, last)), first):
            if name is not None and token >= end:
                found.append(name)
                end = name.last
        return found
