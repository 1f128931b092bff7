"""Where a source may stand: the tagger's spans, subjects of verbs, agents, papers, outlets.

More is proposed here than is kept, several bounds of one phrase among it: a model weighs each by
the features of `source_features`, and what it turns down is no mention.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from credscore.document import Sentence
from credscore.features.anonymity import ASKING, behind_asking
from credscore.features.cues import (
    AS_SAYING,
    BE_FORMS,
    IN_THE_WORDS_OF,
    MAKES,
    PUTS,
    QUOTING,
    VERB_CLASSES,
    as_saying,
    is_according,
    is_passive,
    lexicon_class,
    makes_words,
    tells_standing,
    verb_forms,
    words_of,
)
from credscore.features.deeds import tells_deed
from credscore.features.name_kinds import WEEKDAYS
from credscore.features.noun_phrases import NounPhrases, before_time, paper_nouns, phrase_words
from credscore.features.source_coordination import FELLOWS
from credscore.features.source_nouns import POSSESSIVES, is_personal, singular, source_words
from credscore.findings import Attribution, Citation
from credscore.tokens import WORDS_KEPT

__all__ = [
    "RELATIVE_PRONOUNS",
    "Candidate",
    "clause_end",
    "find_candidates",
    "goes_on_to_say",
    "verb_class",
]

_CLOSING = frozenset((",", '"', "”", "'", "’", "?", "!", "''"))
# What closes an insertion, or stands by mistake, before a verb.
_SETTING_OFF = frozenset((",", "—", "–", "--", ")", "-"))
_SEGMENT = 25
_SHORTEST_CLAUSE = 2
# Finite verbs of a clause that tells who is meant; behind more of them speaks somebody else.
_VERBS_OF_CLAUSE = 1
_GOING_ON = frozenset(("and", "but", "i", "or", "that", "they", "to", "we", "which", "who", "you"))
_BREAKS = frozenset((";", ":", '"'))
_BREAKS_OR_COMMA = _BREAKS | {","}
# Participles by which whoever does something speaks: "sued the city, alleging".
_GOING_ON_TO_SAY = frozenset(("accusing", "alleging", "arguing", "calling", "claiming", "saying"))
# And by which only before "that": no "charging a fee".
_SAYING_THAT = frozenset(("charging", "insisting", "noting", "warning"))
# What ends a clause that tells who is meant.
_PAUSES = frozenset((",", ".", ";", ":", "?", "!", "—", "–", "--", "-", "(", ")", '"', "“", "”"))
_HOPS = 3
# Participles behind the noun for who did it, the hyphen left out: "state [appointed] lawyers".
_MADE = frozenset(
    ("affiliated", "appointed", "approved", "backed", "based", "certified", "controlled", "elected",
     "employed", "funded", "licensed", "linked", "owned", "registered", "related", "sponsored",
     "supported", "trained")
)  # fmt: skip
# What stands for a noun phrase before it.
RELATIVE_PRONOUNS = frozenset(("who", "which", "that", "whom", "whose"))
# What opens a relative clause, whatever stands before it.
_RELATIVES = frozenset(("who", "whose", "which"))
# Prepositions behind which a source may stand, and all behind which "whom" or "which" may.
_HOLDING = frozenset(("in", "on", "at", "with"))
_AGENT = frozenset(("by", "from")) | _HOLDING
_BEFORE_RELATIVE = _AGENT | frozenset(("to", "for"))
# What verbs of evidence and speech have behind them, and nouns seldom.
_OPENING_CONTENT = frozenset(("that", "how", "why", "no", '"', "“", "‘"))
# "In brief", "on record", "in charge": no paper is meant.
_IDIOMS = frozenset(("brief", "charge", "order", "record"))
# What may stand behind the last of several sources.
_CLOSED = frozenset((",", ".", ";", ":", "—", "–", "--", "(", '"', "and"))
# "In [his] view, it is late"
_OWN = frozenset(("her", "his", "their"))
# By whom somebody is asked: who asks says nothing.
_ASKED = frozenset(("asked", "pressed", "questioned"))
_TOLD = frozenset(("tells", "told"))
# Who has made a paper or leads a body that speaks, and in what it does.
_LED_BY = frozenset(
    ("authored", "chaired", "co-authored", "headed", "led", "represented", "written")
)
_STATED = frozenset(("communique", "communiqué", "release", "statement", "tweet"))
# Beyond the end of any noun phrase, names inside it included.
_REACH = 41
_DAYS = tuple([day] for day in (*WEEKDAYS, "next", "then", "today", "tomorrow", "tonight"))
# "Seen [by]", "made available [to]": before whoever has a paper.
_AVAILABLE = frozenset(("to", "with"))
_HAVING = _AVAILABLE | {"by"}
_SHOW = frozenset(("indicate", "reveal", "show", "suggest"))
# Tokens before "show" within which figures stand that do.
_FIGURES_REACH = 14
# As far as what commas insert behind a paper does.
_INSERTED = 16


# Not frozen, as an article has hundreds: that would take thrice as long to make.
@dataclass(slots=True)
class Candidate:
    """A place where a source may stand.

    Attributes
    ----------
    first, last : int
        Tokens, end exclusive.
    origin : str
        What proposes it, such as "tagger", "subject", "inverted", "according" or "outlet".
    cue : int
        Token of the word that attributes, or -1.
    """

    first: int
    last: int
    origin: str
    cue: int = -1


@lru_cache(maxsize=WORDS_KEPT)
def verb_class(norm: str) -> str:
    """Class of a verb that may attribute: one of the lexicon's, "public", or "" for any other.

    Examples
    --------
    >>> verb_class("said"), verb_class("published"), verb_class("ate")
    ('speech', 'public', '')
    """
    first = lexicon_class(norm).split("+")[0]
    return first if first in VERB_CLASSES else _further_verbs().get(norm, "")


@cache
def _further_verbs() -> dict[str, str]:
    """The class of each verb that the lexicon of attribution lacks."""
    return {
        form: name.removeprefix("further ").removesuffix(" verb")
        for name in ("public verb", "further evidence", "further act", "further speech")
        for entry in source_words(name)
        for form in verb_forms(entry)
    }


def find_candidates(
    phrases: NounPhrases, attributions: Sequence[Attribution], citations: Sequence[Citation]
) -> list[Candidate]:
    """Find where sources may stand.

    Parameters
    ----------
    phrases : NounPhrases
        The article's noun phrases.
    attributions : sequence of Attribution
        Who says what, as the tagger found it.
    citations : sequence of Citation
        Other outlets.

    Returns
    -------
    list of Candidate
        They may overlap, and several may have the same bounds.
    """
    document = phrases.document
    hot, norms, tags = _hot_words(), document.norms, phrases.tags
    sentences, sentence_of = document.sentences, document.sentence_of
    found: list[Candidate] = []
    cued: set[int] = set()
    for attribution in attributions:
        cue = -1
        if attribution.cue is not None:
            cue, end = document.token_ranges[attribution.cue]
            # The word that attributes: "has [said]", "is [aware] that".
            cued.update(range(cue, end))
            cue = _attributing(norms, tags, cue, end)
        if attribution.source is not None:
            first, last = document.token_ranges[attribution.source]
            before = norms[first - 1] if first > 0 else ""
            asked = before == "by" and first > 1 and norms[first - 2] in _ASKED
            if cue >= last and (before in _HAVING or before == "in"):
                limit = document.sentences[document.sentence_of[first]].first
                first = _paper_by(phrases, limit, first)
                first, last = _before_insertion(phrases, limit, first, last)
            # "Two [alleged] victims": an adjective attributes nothing.
            describes = last == cue and norms[cue] == "alleged" and tags[cue] == "J"
            listens = cue >= last and _is_told_by(norms, cue, first)
            if first < last and not (asked or describes or listens):
                if cue >= last and norms[cue - 1] == ",":
                    last = _without_deed(norms, tags, first, last, cue)
                found.append(Candidate(first, last, "tagger", cue))
                if last == cue and norms[last - 1] in source_words("words of somebody"):
                    # "[Carl Odum]'s short reply dismissed it"
                    owns = next((at for at in range(first, last) if norms[at] in _GENITIVE), first)
                    if first < owns:
                        found.append(Candidate(first, owns, "tagger", cue))
        elif cue >= 0 and attribution.content:
            found += _of_verb_before(phrases, cue)
    places = document.places(_may_stand_beside().__contains__, normed=True)
    papers = document.places(paper_nouns().__contains__, normed=True)
    for at in sorted(cued.union(places)):
        norm = norms[at]
        sentence = sentences[sentence_of[at]]
        if sentence.kind != "body" or (
            norm in MAKES and at not in cued and not makes_words(norms, at)
        ):
            continue
        if norm in _HOLDING:
            # Only a paper holds words: one must stand near enough to end the phrase behind.
            following = bisect_right(papers, at)
            limit = min(sentence.last, at + _REACH)
            if following == len(papers) or papers[following] >= limit:
                continue
        if norm in hot or tags[at] in "VEBG" or (tags[at] == "N" and _looks_finite(phrases, at)):
            found += _at(phrases, sentence, at)
    for at in papers:
        sentence = sentences[sentence_of[at]]
        if sentence.kind == "body":
            found += _paper_before_verb(phrases, sentence, at, cued)
            found += _paper_as_object(phrases, sentence, at)
    for citation in citations:
        if citation.kind != "link":
            first, last = document.token_range(citation.start, citation.end)
            if first < last:
                found.append(Candidate(first, last, "outlet"))
    return found


def _without_deed(norms: Sequence[str], tags: str, first: int, last: int, cue: int) -> int:
    """Where who speaks ends before what they do: "with [locals] joining protests, claiming".

    The cue is behind a comma.
    """
    if first and norms[first - 1] == "with" and goes_on_to_say(norms, cue):
        for at in range(first + 1, last):
            if tags[at] == "G" and tags[at - 1] in "NP":
                return at
    return last


def _attributing(norms: Sequence[str], tags: str, first: int, last: int) -> int:
    """The word of a cue that attributes; -1 where it only asks for anonymity."""
    if last - first == 1:
        return first if tags[first] != ASKING else -1
    verbs = [at for at in range(first, last) if verb_class(norms[at])] or [first]
    told = [at for at in verbs if tags[at] != ASKING]
    if told and tags[told[0]] in "GN":
        # "[working] there said", "[speaking] on background said"
        return next((at for at in told if tags[at] == "V"), told[0])
    return told[0] if told else -1


def _of_verb_before(phrases: NounPhrases, cue: int) -> list[Candidate]:
    """Subjects that a cue shares with the verb before it: "[She] left early but later said".

    "[The firm] sued the city, alleging", but no "It rained, saying".
    """
    document, tags = phrases.document, phrases.tags
    sentence = document.sentences[document.sentence_of[cue]]
    at = _group_start(document.norms, tags, cue, sentence.first) - 1
    goes_on = goes_on_to_say(document.norms, cue) and document.norms[at] == ","
    if at <= sentence.first or not (goes_on or document.norms[at] in _JOINING):
        return []
    for verb in range(at - 1, sentence.first, -1):
        # "Ana Silva [condoled] with them and said": the tagger may take it for a participle.
        told = tags[verb] == "E" and tags[verb - 1] == "P" and document.norms[verb + 1] != "by"
        if tags[verb] in "VM" or told:
            group = _group_start(document.norms, tags, verb, sentence.first)
            found = _subjects(phrases, sentence, group, verb)
            if found:
                found = _with_agents(phrases, sentence.first, found)
                return [Candidate(one.first, one.last, "shared", cue) for one in found]
    return []


def goes_on_to_say(norms: Sequence[str], cue: int) -> bool:
    """Whether whoever does something speaks by a participle: "left, saying", "charging that".

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    cue : int
        Where the participle stands.
    """
    if norms[cue] in _SAYING_THAT:
        return norms[cue + 1 : cue + 2] == ["that"]
    return norms[cue] in _GOING_ON_TO_SAY


def _with_agents(phrases: NounPhrases, limit: int, found: list[Candidate]) -> list[Candidate]:
    """Subjects that a participle may join on to whom they end: "[a man killed by] police"."""
    first = min(one.first for one in found)
    participle = first - 2
    if (
        participle > limit
        and phrases.document.norms[first - 1] == "by"
        and phrases.tags[participle] == "E"
        and phrases.tags[participle - 1] in "NP"
    ):
        wide = phrases.wide_start(participle, limit)
        one = found[0]
        return [Candidate(wide, one.last, one.origin, one.cue)] if wide < participle else found
    return found


def _paper_before_verb(
    phrases: NounPhrases, sentence: Sentence, at: int, cued: set[int]
) -> list[Candidate]:
    """A paper that is the subject of a verb that need not report: "the study looked at"."""
    document, tags = phrases.document, phrases.tags
    verb = at + 1
    if verb < sentence.last and _polls(document.norms, at):
        return _ending(phrases, sentence.first, verb, "paper", verb)
    quotation = document.quotation_of[at + 2] if at + 2 < sentence.last else -1
    titled = quotation >= 0 and document.norms[verb] == "," and document.quotation_of[at] < 0
    if titled:
        # "The study, “Sleep and memory,” looks at"
        verb = document.quotations[quotation].end
        verb += document.norms[verb : verb + 1] == [","]
    elif document.norms[verb : verb + 1] == [","] and tags[verb + 1 : verb + 2] in ("E", "V"):
        # "The study, led by Ana Silva at the University of Lisbon, followed"
        closing = document.norms[verb + 2 : min(verb + _INSERTED, sentence.last)]
        verb += 3 + closing.index(",") if "," in closing else 0
    while verb < sentence.last and (tags[verb] in "RM" or _helps(document.norms[verb])):
        verb += 1
    if (
        verb < sentence.last
        # "The study involved 27 people": the tagger may take its verb for an adjective.
        and (
            tags[verb] in "VEB"
            or (tags[verb] == "J" and document.norms[verb].endswith("ed"))
            or _acts(phrases, at, verb, sentence.last)
        )
        and verb not in cued
        and (titled or not verb_class(document.norms[verb]))
    ):
        return _ending(phrases, sentence.first, at + 1, "paper", verb)
    return []


def _polls(norms: Sequence[str], at: int) -> bool:
    return norms[at] in {"poll", "polls", "survey"} and tells_standing(norms, at + 1)


def _acts(phrases: NounPhrases, at: int, verb: int, limit: int) -> bool:
    """Whether what follows a paper and was taken for a noun is its verb: "a study [links] it to".

    It is where the clause has no other verb.
    """
    norms, tags = phrases.document.norms, phrases.tags
    return (
        verb == at + 1
        and tags[verb] == "N"
        and (norms[verb] in source_words("act of paper") or bool(verb_class(norms[verb])))
        and not norms[at].endswith("s")
        and tags[verb + 1 : verb + 2] in tuple("DNPUJ")
        and not any(tag in "VM" for tag in tags[verb + 1 : limit])
    )


def _paper_as_object(phrases: NounPhrases, sentence: Sentence, at: int) -> list[Candidate]:
    """A paper that somebody makes public: "published [an open letter]"."""
    norms = phrases.document.norms
    first = phrases.start(at + 1, sentence.first)
    verb = first - 1
    if (
        verb >= sentence.first
        and phrases.tags[verb] in "VEBG"
        and verb_class(norms[verb])
        and norms[verb] not in _TOLD
    ):
        return [Candidate(first, at + 1, "object")]
    return []


def _looks_finite(phrases: NounPhrases, at: int) -> bool:
    """Whether what was taken for a noun is a verb: "the memo [shows] that"."""
    document, tags = phrases.document, phrases.tags
    if not 0 < at < len(tags) - 1 or tags[at - 1] not in "NP":
        return False
    if document.norms[at] in _SHOW:
        return _figures_show(phrases, at)
    return (
        document.norms[at].endswith("s")
        and (
            document.norms[at + 1] in _OPENING_CONTENT
            or tags[at + 1] in "DQ"
            # "The survey [shows] two thirds of them"
            or (tags[at + 1] in "UJNP" and document.norms[at - 1] in paper_nouns())
        )
        and document.sentence_of[at - 1] == document.sentence_of[at + 1]
    )


def _figures_show(phrases: NounPhrases, at: int) -> bool:
    """Whether "show" is what figures do: "figures from the Home Office [show] arrivals rose".

    Then a plural for papers stands before it, no verb between them, and what they show, or nothing,
    behind: no "figures from the trade show division".
    """
    norms, tags = phrases.document.norms, phrases.tags
    behind = norms[at + 1 : at + 3]
    # "Messages show Silva asked for it"
    named = tags[at + 1] == "P" and tags[at + 2 : at + 3] in ("V", "E", "M")
    if tags[at + 1] in "NPJ" and not (named or any(norm.endswith("s") for norm in behind)):
        return False
    first = phrases.document.sentences[phrases.document.sentence_of[at]].first
    for place in range(at - 1, max(at - _FIGURES_REACH, first - 1), -1):
        if tags[place] in "VM":
            return False
        if norms[place] in paper_nouns() and (norms[place] == "data" or norms[place][-1] == "s"):
            return True
    return False


def _helps(norm: str) -> bool:
    return norm in phrase_words("auxiliary")


@cache
def _may_stand_beside() -> frozenset[str]:
    return _hot_words().union(MAKES, _further_verbs(), *map(words_of, VERB_CLASSES))


@cache
def _hot_words() -> frozenset[str]:
    """Words other than verbs beside which a source may stand."""
    return (
        frozenset(("according", "based", "citing", "quoting", "per", "as", "—", "–", "--"))
        | IN_THE_WORDS_OF
        | PUTS
        | _GENITIVE
        | _AGENT
        | source_words("stance adjective")
    )


def _at(phrases: NounPhrases, sentence: Sentence, at: int) -> list[Candidate]:
    """Candidates beside one word."""
    norms, tags = phrases.document.norms, phrases.tags
    norm = norms[at]
    if norm not in _hot_words():
        if (
            norm in QUOTING
            and is_passive(norms, at, sentence.first)
            and as_saying(norms, at, sentence.last) > 0
        ):
            # "Silva was quoted as saying": it is the saying that attributes.
            return []
        return _beside_verb(phrases, sentence, at)
    if norm == "according":
        done = at > sentence.first and norms[at - 1] in source_words("done according to")
        if norms[at + 1 : at + 2] == ["to"] and not (done and not _may_tell(phrases, at + 2)):
            return _after(phrases, at + 2, sentence.last, "according", at)
    elif norm == "based":
        if norms[at + 1 : at + 2] in (["on"], ["upon"]):
            return _after(phrases, at + 2, sentence.last, "based on", at)
    elif norm in {"citing", "quoting", "per"}:
        told = is_according(norms, phrases.document.words, sentence.first, at)
        return _after(phrases, at + 1, sentence.last, "according" if told else "citing", at)
    elif norm in _AGENT:
        return _after_preposition(phrases, sentence, at)
    elif norm in _GENITIVE:
        if at + 1 < sentence.last and _opens_words(norms, at + 1, sentence.last):
            first = phrases.start(at, sentence.first)
            if first < at:
                if norms[at + 1] in IN_THE_WORDS_OF and norms[first - 1] == "in":
                    # "In [Silva]'s view, it is late."
                    closed = norms[at + 2 : at + 3] == [","]
                    return [Candidate(first, at, "according", at + 1)] if closed else []
                return [Candidate(first, at, "genitive", at + 1)]
    elif norm in source_words("stance adjective"):
        group = _group_start(norms, tags, at, sentence.first)
        if group < at:
            return _subjects(phrases, sentence, group, at)
    elif norm == "as":
        if norms[at + 1 : at + 2] and norms[at + 1] in AS_SAYING:
            # "quoted Silva as saying", "Silva was quoted by Dawn as saying"
            quoted = _quoted_before(norms, sentence, at)
            if quoted >= 0:
                group = _group_start(norms, tags, quoted, sentence.first)
                return _subjects(phrases, sentence, group, at + 1)
            return _ending(phrases, sentence.first, at, "subject", at + 1)
    elif norm in PUTS:
        if norms[at + 1 : at + 2] == ["it"]:
            # "as the mayor put it"
            subjects = _ending(phrases, sentence.first, at, "according", at)
            behind_as = [one for one in subjects if norms[one.first - 1] == "as"]
            if behind_as:
                return behind_as
        return _beside_verb(phrases, sentence, at) if tags[at] in "VEBG" else []
    elif norm in IN_THE_WORDS_OF:
        if norms[at - 2 : at] == ["in", "the"] and norms[at + 1 : at + 2] == ["of"]:
            return _after(phrases, at + 2, sentence.last, "according", at)
        if (
            norms[at - 1] in _OWN
            and at == sentence.first + 2
            and norms[sentence.first] == "in"
            and norms[at + 1 : at + 2] == [","]
        ):
            # "In [her] words, “it is late”"
            return [Candidate(at - 1, at, "according", at)]
    else:
        # A dash, and who signs: "— Ana Silva (@anasilva)"
        name = phrases.names.at(at + 1)
        if name is not None and norms[name.last : name.last + 1] == ["("]:
            handle = norms[name.last + 1 : name.last + 2]
            if handle and handle[0].startswith("@"):
                return [Candidate(at + 1, min(name.last + 3, sentence.last), "signature")]
    return []


_JOINING = frozenset(("and", "but", "or", "then", "yet"))
_GENITIVE = frozenset(("'s", "'"))
# What describes a thing behind a genitive: "Silva's [alleged] threats".
_ADJECTIVAL = frozenset(("alleged", "claimed", "reported", "suspected"))


def _quoted_before(norms: Sequence[str], sentence: Sentence, end: int) -> int:
    """The verb by which whoever stands before it is quoted: "was [quoted] by Dawn"; else -1."""
    for at in range(end - 1, sentence.first, -1):
        if norms[at] in QUOTING:
            told = is_passive(norms, at, sentence.first)
            return at if told and as_saying(norms, at, sentence.last) == end else -1
    return -1


def _opens_words(norms: Sequence[str], first: int, limit: int) -> bool:
    """Whether what is owned is words: "'s [firm response]", "'s [claim]"."""
    return not source_words("words of somebody").isdisjoint(norms[first : min(first + 3, limit)])


def _beside_verb(phrases: NounPhrases, sentence: Sentence, verb: int) -> list[Candidate]:
    """Subjects before a verb and after it."""
    document, tags = phrases.document, phrases.tags
    norms = document.norms
    if tells_deed(norms, verb):
        # "Silva claimed her third title.", "Neighbours called police."
        return []
    if norms[verb] == "states" and tags[verb + 1 : verb + 2] in ("V", "M"):
        # "The Baltic states fear"
        return []
    if norms[verb] in _ADJECTIVAL and norms[verb - 1] in _GENITIVE and verb > sentence.first:
        owner = phrases.names.at(verb - 2)
        if norms[verb] != "reported" or (owner is not None and owner.kind == "person"):
            # "Ana Silva's reported deal", but "Moody's reported"
            return []
    if _is_told_by(norms, verb, sentence.first):
        return []
    group = _group_start(norms, tags, verb, sentence.first)
    found: list[Candidate] = []
    if tags[verb] != "G" or group < verb or (verb > sentence.first and tags[verb - 1] in "NPQ"):
        found = _subjects(phrases, sentence, group, verb)
    after = verb + 1
    if norms[verb] in QUOTING and tags[verb] == "V":
        found += _after(phrases, after, sentence.last, "citing", verb)
    if group == verb and after < sentence.last:
        before = norms[verb - 1] if verb > sentence.first else ""
        opens = before == "," and any(one.first == sentence.first for one in found)
        if opens and _opens_clause(phrases, after, sentence.last):
            return found
        if before in _CLOSING or document.quotation_of[verb - 1] != document.quotation_of[verb]:
            hearer = norms[after]
            # "Ana Silva, 94, told her story", "a “source” told the paper": who tells stands before.
            told = norms[verb] in _TOLD and (hearer in POSSESSIVES or hearer in {"a", "the"})
            # "In May, Silva, who fled, noted [that] Lopez had left": it is what is said.
            if not told and hearer != "that":
                found += _after(phrases, after, sentence.last, "inverted", verb)
    return found


def _opens_clause(phrases: NounPhrases, first: int, limit: int) -> bool:
    """Whether a verb follows the phrase at a token: "Ana Silva, the mayor, said [it fell]"."""
    end = phrases.end(first, limit)
    return first < end < limit and phrases.tags[end] in "VEM"


def _is_told_by(norms: Sequence[str], verb: int, first: int) -> bool:
    """Whether who stands before a verb listens: "residents were [told] by police to leave"."""
    norm = norms[verb]
    if norm != "told" and norm not in BE_FORMS:
        return False
    told = verb + (norm != "told")
    return norms[told : told + 2] == ["told", "by"] and is_passive(norms, told, first)


def _group_start(norms: Sequence[str], tags: str, verb: int, limit: int) -> int:
    """First token of a verb's group: "[has repeatedly] said", "[went on to] explain"."""
    at = verb
    finite = tags[verb] == "V"
    grouped = _group_words()
    while at > limit:
        before = at - 1
        tag, norm = tags[before], norms[before]
        if norm not in grouped and tag not in _GROUP_TAGS:
            break
        if norm in phrase_words("auxiliary") or tag == "M":
            finite = True
        elif norm in phrase_words("time"):
            break
        elif tag in {"R", ASKING} or norm in phrase_words("adverb"):
            pass
        elif tag in "TI" and norm == "to" and tags[at] in "BV":
            finite = False
        elif norm == "on" and norms[before - 1 : before] == ["went"]:
            pass
        elif tag in "VE" and not finite:
            finite = tag == "V"
        else:
            break
        at = before
    # An adverb that opens the sentence belongs to no group: "Meanwhile said".
    return at


# Parts of speech that may stand in a verb's group.
_GROUP_TAGS = "MRVE" + ASKING


@cache
def _group_words() -> frozenset[str]:
    """Words that may stand in a verb's group, or end it, whatever their part of speech."""
    groups = phrase_words("auxiliary") | phrase_words("time") | phrase_words("adverb")
    return groups | {"to", "on"}


def _subjects(phrases: NounPhrases, sentence: Sentence, end: int, verb: int) -> list[Candidate]:
    """Noun phrases that end before a verb, or before what a comma sets off."""
    norms = phrases.document.norms
    limit = sentence.first
    named = phrases.names.at(end - 1) if end > limit else None
    if named is None or named.last != end or named.last - named.first < 2:
        # But "USA Today said".
        end = before_time(norms, end, limit)
    if end <= limit:
        return []
    if norms[end] == "who":
        limit = _behind_deed(phrases, limit, end)
    before = norms[end - 1]
    if before in RELATIVE_PRONOUNS and end - 1 > limit:
        stop = end - 1
        while stop > limit and (norms[stop - 1] == "," or norms[stop - 1] in _BEFORE_RELATIVE):
            stop -= 1
        return _ending(phrases, limit, stop, "relative", verb)
    if before not in _SETTING_OFF:
        found = _ending(phrases, limit, end, "subject", verb)
        antecedents = _before_relative(phrases, limit, end, verb, _BREAKS_OR_COMMA)
        if found and antecedents and _is_spoken_to(phrases, antecedents[0].last, found[0].first):
            # "A resident who spoke to [the paper] said": the resident did.
            return antecedents
        return found + antecedents
    found = []
    listed = False
    stop = end - 1
    opening = "(" if before == ")" else before
    for hop in range(1, _HOPS + 1):
        left = stop - 1
        while left > limit and stop - left < _SEGMENT and norms[left] != opening:
            left -= 1
        if left <= limit or norms[left] != opening:
            break
        ended = _ending(phrases, limit, left, f"hop {hop}", verb)
        stop = left
        if ended and _is_instance(phrases, ended[0].first, limit):
            listed = True
        elif ended and left > limit and _is_manner(norms, ended[0].first):
            # "The mayor, in [a statement by his aide], said"
            continue
        else:
            found += ended
    if before == "," and not listed:
        # A comma that should not be there: "the study, shows"; no "the memo, seen by Dawn, says".
        commas = _ending(phrases, limit, end - 1, "comma", verb)
        if not (commas and found and _is_agent(phrases, commas[0].first, limit)):
            found += commas
        found += _before_relative(phrases, limit, end - 1, verb, _BREAKS)
    return found


def _is_agent(phrases: NounPhrases, first: int, limit: int) -> bool:
    """Whether a phrase is by whom something is done to what stands before: "seen by [Dawn]"."""
    by = first - 1
    return by - 1 > limit and phrases.document.norms[by] == "by" and phrases.tags[by - 1] == "E"


def _behind_deed(phrases: NounPhrases, first: int, last: int) -> int:
    """First token behind the verbs whose object a relative clause tells of; `first` without one.

    "The vote cheered allies and angered [opponents] who say": the tagger may take them for
    adjectives, but none stands behind a noun.
    """
    norms, tags = phrases.document.norms, phrases.tags
    begin = first
    others = (at for at in range(first, last) if tags[at] in "VM" and norms[at][-2:] != "ed")
    if tags[first] not in "DNPQ" or next(others, -1) >= 0:
        return begin
    for at in range(first + 1, last - 1):
        if (
            norms[at].endswith("ed")
            and tags[at] in "JEV"
            and tags[at + 1] == "N"
            and norms[at] not in _MADE
            and norms[at + 1] not in phrase_words("time")
            and (tags[at - 1] == "N" or (begin > first and norms[at - 1] in _JOINING))
        ):
            begin = at + 1
    return begin


def _is_manner(norms: Sequence[str], first: int) -> bool:
    """Whether a phrase tells in what something is said: "in [a statement] by his aide"."""
    return norms[first - 1] == "in" and not _STATED.isdisjoint(norms[first + 1 : first + 3])


def _is_instance(phrases: NounPhrases, first: int, limit: int) -> bool:
    """Whether a phrase tells which bodies are meant, and not who speaks.

    "Leaders of several unions, including [the Press Club], left"
    """
    norms, comma = phrases.document.norms, first - 2
    if comma <= limit or norms[comma] != "," or norms[first - 1] != "including":
        return False
    begin = phrases.start(comma, limit)
    return limit < begin < comma and norms[begin - 1] == "of"


def _before_relative(
    phrases: NounPhrases, limit: int, end: int, verb: int, breaks: Set[str]
) -> list[Candidate]:
    """The noun phrase before a relative clause that ends here: "an aide [who left] said"."""
    norms, tags = phrases.document.norms, phrases.tags
    begin = max(end - _SEGMENT, limit)
    if RELATIVE_PRONOUNS.isdisjoint(norms[begin:end]):
        return []
    verbs = 0
    for at in range(end - 1, begin, -1):
        norm = norms[at]
        if norm in _RELATIVES or (norm == "that" and _is_relative_that(phrases, at)):
            stop = at - 1 if norms[at - 1] == "," else at
            return _ending(phrases, limit, stop, "before clause", verb)
        verbs += tags[at] in "VM"
        if norm in breaks or verbs > _VERBS_OF_CLAUSE:
            break
    return []


def _is_spoken_to(phrases: NounPhrases, clause: int, first: int) -> bool:
    """Whether a phrase is to whom somebody spoke, by the relative clause in which it stands."""
    verb = not {"V", "M"}.isdisjoint(phrases.tags[clause:first])
    return verb and phrases.document.norms[first - 1] in {"briefed", "to", "with"}


def _is_relative_that(phrases: NounPhrases, at: int) -> bool:
    """Whether a token is the "that" of "the group [that] runs the port"."""
    norms, tags = phrases.document.norms, phrases.tags
    if norms[at] != "that" or at + 2 >= len(norms):
        return False
    verb = at + 1 + (tags[at + 1] == "R")
    # "A note that [rates] would rise": the tagger may take a noun for a verb.
    return tags[at - 1] in "NP" and tags[verb] in "VM" and tags[verb : verb + 2] not in {"VM", "VV"}


def clause_end(phrases: NounPhrases, last: int, candidate: Candidate) -> int:
    """Where the clause ends that tells who is meant: "an aide [who left on Monday] said".

    Parameters
    ----------
    phrases : NounPhrases
        The article's noun phrases.
    last : int
        Token after a noun phrase.
    candidate : Candidate
        What proposes the phrase.

    Returns
    -------
    int
        Token after the clause; `last` where none begins there, or the cue is in it.
    """
    document = phrases.document
    norms = document.norms
    if candidate.cue < 0 or last >= len(norms):
        return last
    if norms[last] not in {"who", "whose"} and not _is_relative_that(phrases, last):
        return last
    tags = phrases.tags
    if behind_asking(norms, tags, last) > last:
        # Who does not want to be named is not told from others by it.
        return last
    limit = min(document.sentences[document.sentence_of[last - 1]].last, last + _SEGMENT)
    quotation = document.quotation_of[last]
    if candidate.cue > last:
        limit = min(limit, _group_start(norms, tags, candidate.cue, last))
    for place in range(last + _SHORTEST_CLAUSE, limit):
        behind_verb = "V" in tags[last + 1 : place] or "M" in tags[last + 1 : place]
        if norms[place] in BE_FORMS and behind_verb and tags[place - 1] in "NPQ":
            # "officials who served both parties [were quick to warn]"
            limit = place
            break
    at = last
    while at < limit and norms[at] not in _PAUSES and document.quotation_of[at] == quotation:
        at += 1
    whole = at == limit or candidate.cue < last
    whole = whole and norms[at - 1] not in _GOING_ON and at - last >= _SHORTEST_CLAUSE
    return at if whole else last


def _ending(phrases: NounPhrases, limit: int, end: int, origin: str, verb: int) -> list[Candidate]:
    """The noun phrases that end at a token: by itself, with what it depends on, and its fellows."""
    norms, tags = phrases.document.norms, phrases.tags
    first = phrases.start(end, limit)
    if first == end:
        # "officials [surveyed] said", "two people [briefed on the talks] said", "a man [standing
        # outside] said"
        at = end
        end += tags[end - 1] in "EG" and norms[end] in phrase_words("where")
        while at > limit and end - at < 10 and tags[at - 1] in "EGNPDIJUT":
            at -= 1
            if tags[at] in "EG" and at > limit and tags[at - 1] in "NP":
                return [Candidate(phrases.wide_start(at, limit), end, origin, verb)]
        return []
    if first - 2 >= limit and norms[first - 1] == "and" and norms[end - 1] in FELLOWS:
        name = phrases.names.at(first - 2)
        if name is not None and name.kind == "person":
            if end - first == 1:
                # "Ana Silva [and colleagues] found": it is she who speaks.
                return _ending(phrases, limit, first - 1, origin, verb)
            if end - first == 2 and norms[first] in POSSESSIVES:
                # "Ana Silva and her team found"
                return [Candidate(phrases.wide_start(first - 1, limit), end, origin, verb)]
    found = [Candidate(first, end, origin, verb)]
    wide = phrases.wide_start(end, limit)
    if wide < first:
        found.append(Candidate(wide, end, origin, verb))
        # "many Palestinians [interviewed] in Gaza"
    at = wide - 1
    if at > limit and norms[at] in _HAVING:
        paper = _paper_by(phrases, limit, wide)
        if paper < wide:
            return [Candidate(paper, end, origin, verb)]
    if (
        at > limit
        and norms[at] in phrase_words("joining preposition")
        and (tags[at - 1] in "EGJ" or norms[at - 1].endswith("ed"))
    ):
        wide = phrases.wide_start(at - 1, limit)
        if wide < at - 1:
            found.append(Candidate(wide, end, origin, verb))
    # "Silva and [Ali] said", "A, B and C said"
    step = 0
    while first - 1 > limit and norms[first - 1] in {"and", ",", "or"} and step < 3:
        stop = first - 1
        if norms[stop] == "," and step == 0:
            break
        if norms[stop - 1] == ",":
            stop -= 1
        begin = phrases.wide_start(stop, limit)
        if begin >= stop:
            break
        found.append(Candidate(begin, stop, "fellow", verb))
        if step == 0:
            found.append(Candidate(begin, end, "pair", verb))
        first, step = begin, step + 1
    return found


def _paper_by(phrases: NounPhrases, limit: int, first: int) -> int:
    """Where the paper begins that somebody has seen, made or got, else where they do.

    "[documents seen by] Reuters", "[an audit by] the inspector general", "[a statement made
    available to] reporters": it is these that tell.
    """
    norms, tags, by = phrases.document.norms, phrases.tags, first - 1
    if by - 1 <= limit:
        return first
    if norms[by] == "by":
        noun = by - 1
        if tags[noun] == "E":
            # "documents exclusively obtained by"
            noun -= 1 + (tags[noun - 1] == "R")
    elif norms[by - 1] == "available" and norms[by] in _AVAILABLE:
        noun = by - 2 - (norms[by - 2] == "made")
    else:
        return first
    paper = noun >= limit and (
        norms[noun] in paper_nouns() or norms[noun] in source_words("further paper")
    )
    return phrases.wide_start(noun + 1, limit) if paper else first


def _before_insertion(phrases: NounPhrases, limit: int, first: int, last: int) -> tuple[int, int]:
    """Who speaks where a phrase tells by whom or how: "[the review], led by Ana Silva, found".

    "[The governor], in a statement by his aide, said"
    """
    norms = phrases.document.norms
    led = norms[first - 1] == "by" and norms[first - 2] in _LED_BY
    comma = first - 3 if led else first - 2
    if not (led or _is_manner(norms, first)) or comma <= limit or norms[comma] != ",":
        return first, last
    begin = phrases.wide_start(comma, limit)
    return (begin, comma) if begin < comma and begin == limit else (first, last)


def _may_tell(phrases: NounPhrases, place: int) -> bool:
    """Whether somebody or a body is named behind "according to", and no rule: "police"."""
    norms = phrases.document.norms
    return any(
        phrases.names.at(at) is not None
        or is_personal(singular(norms[at]))
        or norms[at] in words_of("collective")
        or norms[at] == "police"
        for at in range(place, min(place + 3, len(norms)))
    )


def _is_place(phrases: NounPhrases, place: int) -> bool:
    name = phrases.names.at(place)
    return name is not None and name.kind == "place"


def _after(phrases: NounPhrases, first: int, limit: int, origin: str, cue: int) -> list[Candidate]:
    """The noun phrases that begin at a token."""
    end = phrases.end(first, limit)
    if end <= first:
        return []
    found = [Candidate(first, end, origin, cue)]
    wide = phrases.wide_end(first, limit)
    if wide > end:
        found.append(Candidate(first, wide, origin, cue))
    norms, tags = phrases.document.norms, phrases.tags
    alone, behind_comma = len(found), norms[wide : wide + 1] == [","]
    step = 0
    while step < 3 and wide + 1 < limit and norms[wide] in {"and", ","}:
        begin = wide + 1
        if norms[begin] == "and":
            begin += 1
        stop = phrases.end(begin, limit)
        if stop <= begin or tags[begin] == "G":
            # "According to the poll, and drawing crowds"
            break
        # A comma joins only what "and" closes: "Silva, Khan and Lee".
        if norms[wide] == "," and norms[begin - 1] != "and":
            closes = norms[stop : stop + 2]
            if closes[:1] != ["and"] and closes != [",", "and"]:
                break
        if _is_place(phrases, begin) and not _is_place(phrases, first):
            # "said Ana Silva, head of sales for Asia, Africa and the Gulf"
            break
        if step == 0 and norms[begin - 2] == "," and stop < limit and norms[stop] not in _CLOSED:
            # "according to the ministry, and farmers are angry"
            break
        wide = stop
        found.append(Candidate(begin, wide, "fellow", cue))
        step += 1
    opens = phrases.document.sentences[phrases.document.sentence_of[cue]].first == cue
    goes_on = norms[wide : wide + 2] in ([",", "which"], [",", "who"])
    if opens and behind_comma and wide < limit and (norms[wide] not in _PAUSES or goes_on):
        # "According to the UN, Silva and Ali[, who met,] left": who left are of the clause.
        return found[:alone]
    return found


def _after_preposition(phrases: NounPhrases, sentence: Sentence, at: int) -> list[Candidate]:
    """Agents ("told by"), origins ("a statement from") and papers ("said in a letter")."""
    norms, tags = phrases.document.norms, phrases.tags
    norm = norms[at]
    if norm == "in" and at == sentence.first + 1 and norms[sentence.first] == "published":
        # "Published in the journal Fish, results showed": where they stand.
        return []
    back = at - 1
    while back > sentence.first and norms[back] in phrase_words("time"):
        back -= 1
    before = norms[back] if at > sentence.first else ""
    words = before in source_words("words of somebody") or before in words_of("document")
    if norm == "from":
        if words or verb_class(before):
            return _after(phrases, at + 1, sentence.last, "from", back)
        return []
    # "told the court in a letter": the nearest verb before.
    cue = -1
    for place in range(at - 1, max(at - 9, sentence.first - 1), -1):
        if tags[place] in "VEBG" and verb_class(norms[place]):
            cue = place
            break
    if norm == "by":
        if before == "named" and norms[back - 1] in BE_FORMS:
            # "The woman was named by [her family] as Ana Silva"
            found = _after(phrases, at + 1, sentence.last, "agent", back)
            return [one for one in found if norms[one.last : one.last + 1] == ["as"]]
        if before in _ASKED or norms[at + 1 : at + 2] in _DAYS:
            # "Silva was asked by a reporter whether it rained.", "a report by Friday"
            return []
        if before == "made":
            # "a comment made by"
            words = not source_words("words of somebody").isdisjoint(norms[max(at - 5, 0) : at])
        if tells_deed(norms, back) or (not verb_class(before) and not words):
            before = ""
        if before or (cue >= at - 5 and cue >= 0 and tags[cue] == "E"):
            return _after(
                phrases,
                at + 1,
                sentence.last,
                "agent" if before else "far agent",
                back if before else cue,
            )
    else:
        begin = max(sentence.first, at - _SEGMENT)
        opens = at == sentence.first or (
            before == "," and not any(tag in "VEBG" for tag in tags[begin:at])
        )
        if cue >= 0 or opens:
            end = phrases.end(at + 1, sentence.last)
            idiom = end == at + 2 and norms[at + 1] in _IDIOMS
            if end > at + 1 and norms[end - 1] in paper_nouns() and not idiom:
                # "That night, in a letter, they called": no verb stands before what opens a clause.
                origin = f"opening {norm}" if opens else norm
                return _after(phrases, at + 1, sentence.last, origin, cue)
    return []
