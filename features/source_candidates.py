"""Where a source may stand: the tagger's spans, subjects of verbs, agents, papers, outlets.

More is proposed here than is kept, several bounds of one phrase among it: a model weighs each by
the features of `source_features`, and what it turns down is no mention.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from credscore.document import Sentence
from credscore.features.anonymity import ASKING
from credscore.features.cues import (
    AS_SAYING,
    BE_FORMS,
    GENITIVES,
    IN_THE_WORDS_OF,
    MAKES,
    PUTS,
    QUOTING,
    VERB_CLASSES,
    as_saying,
    is_according,
    is_passive,
    makes_words,
    words_of,
)
from credscore.features.deeds import may_tell_deed, tells_deed
from credscore.features.name_kinds import WEEKDAYS
from credscore.features.noun_phrases import NounPhrases, before_time, paper_nouns, phrase_words
from credscore.features.source_clauses import (
    JOINING,
    RELATIVE_PRONOUNS,
    SEGMENT,
    before_relative,
    behind_deed,
    is_spoken_to,
)
from credscore.features.source_nouns import (
    POSSESSIVES,
    is_personal,
    is_picture,
    names_paper,
    singular,
    source_words,
)
from credscore.features.source_papers import looks_finite, paper_as_object, paper_before_verb
from credscore.features.source_spans import HAVING, Candidate, beginning_at, ending_at, paper_by
from credscore.features.source_verbs import (
    TOLD,
    further_verbs,
    goes_on_to_say,
    group_start,
    verb_class,
)
from credscore.findings import Attribution, Citation

__all__ = ["find_candidates"]

# "Portlink, [maker] of Quenna", "Portlink, which [makes] Quenna", "whose [brands] include Quenna".
_MAKERS = frozenset(("maker", "operator", "owner", "parent", "producer", "publisher"))
_MAKING = frozenset(
    ("brands", "includes", "makes", "operates", "owns", "produces", "products", "publishes", "runs",
     "sells", "titles")
)  # fmt: skip
_CLOSING = frozenset((",", '"', "”", "'", "’", "?", "!", "''"))
# What closes an insertion, or stands by mistake, before a verb.
_SETTING_OFF = frozenset((",", "—", "–", "--", ")", "-"))
_BREAKS = frozenset((";", ":", '"'))
_BREAKS_OR_COMMA = _BREAKS | {","}
_HOPS = 3
# Prepositions behind which a source may stand, and all behind which "whom" or "which" may.
_HOLDING = frozenset(("in", "on", "at", "with"))
_AGENT = frozenset(("by", "from")) | _HOLDING
_BEFORE_RELATIVE = _AGENT | frozenset(("to", "for"))
# "In brief", "on record", "in charge": no paper is meant.
_IDIOMS = frozenset(("brief", "charge", "order", "record"))
_COMES = frozenset(("came", "come", "comes", "drawn", "taken"))
_ELSEWHERE = frozenset(("also", "earlier", "elsewhere", "later"))
# "In [his] view, it is late"
_OWN = frozenset(("her", "his", "their"))
# By whom somebody is asked: who asks says nothing.
_ASKED = frozenset(("asked", "pressed", "questioned"))
# Tokens of who signs a post, emoji included.
_SIGNED = 12
_BY_WIRE = frozenset(("e-mail", "email", "phone", "telephone", "text"))
# "Moody's reported", but "Ana Silva's reported deal"
_FIRMS_DO = frozenset(("announced", "promised", "proposed", "reported"))
_TAKING_PART = frozenset(("enrolled", "involved", "participated", "participating"))
_HANDED_OUT = frozenset(("displayed", "issued", "presented", "shown"))
# Who has made a paper or leads a body that speaks, and in what it does.
_LED_BY = frozenset(
    ("authored", "chaired", "co-authored", "headed", "led", "represented", "written")
)
_STATED = frozenset(("communique", "communiqué", "release", "statement", "tweet"))
# Beyond the end of any noun phrase, names inside it included.
_REACH = 41
_DAYS = tuple([day] for day in (*WEEKDAYS, "next", "then", "today", "tomorrow", "tonight"))


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
            if cue >= last and (before in HAVING or before == "in"):
                limit = document.sentences[document.sentence_of[first]].first
                first = paper_by(phrases, limit, first)
                first, last = _before_insertion(phrases, limit, first, last)
            # "Two [alleged] victims": an adjective attributes nothing.
            describes = last == cue and norms[cue] == "alleged" and tags[cue] == "J"
            listens = cue >= last and norms[cue] in _MAY_BE_TOLD and _is_told_by(norms, cue, first)
            if first < last and not (asked or describes or listens):
                if cue >= last and norms[cue - 1] == ",":
                    last = _without_deed(norms, tags, first, last, cue)
                found.append(Candidate(first, last, "tagger", cue))
                if last == cue and norms[last - 1] in source_words("words of somebody"):
                    # "[Carl Odum]'s short reply dismissed it"
                    owns = next((at for at in range(first, last) if norms[at] in GENITIVES), first)
                    if first < owns:
                        found.append(Candidate(first, owns, "tagger", cue))
        elif cue >= 0 and attribution.content:
            found += _of_verb_before(phrases, cue)
    places = document.places_of(_may_stand_beside())
    papers = document.places_of(paper_nouns())
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
            paper = papers[following] if following < len(papers) else sentence.last
            if paper >= sentence.last or paper >= at + _REACH:
                continue
        if norm in hot:
            found += _beside_word(phrases, sentence, at)
        elif tags[at] in "VEBG" or (tags[at] == "N" and looks_finite(phrases, at)):
            found += _beside_verb(phrases, sentence, at)
    for at in papers:
        sentence = sentences[sentence_of[at]]
        if sentence.kind == "body":
            found += paper_before_verb(phrases, sentence, at, cued)
            found += paper_as_object(phrases, sentence, at)
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
    at = group_start(document.norms, tags, cue, sentence.first) - 1
    goes_on = goes_on_to_say(document.norms, cue) and document.norms[at] == ","
    # "It hit back by suggesting that"
    by = document.norms[at] == "by" and tags[cue] == "G"
    if at <= sentence.first or not (goes_on or by or document.norms[at] in JOINING):
        return []
    for verb in range(at - 1, sentence.first, -1):
        # "Ana Silva [condoled] with them and said": the tagger may take it for a participle.
        told = tags[verb] == "E" and tags[verb - 1] == "P" and document.norms[verb + 1] != "by"
        if tags[verb] in "VM" or told:
            group = group_start(document.norms, tags, verb, sentence.first)
            found = _subjects(phrases, sentence, group, verb)
            if found:
                found = _with_agents(phrases, sentence.first, found)
                return [Candidate(one.first, one.last, "shared", cue) for one in found]
    return []


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


@cache
def _may_stand_beside() -> frozenset[str]:
    return _hot_words().union(MAKES, further_verbs(), *map(words_of, VERB_CLASSES))


@cache
def _hot_words() -> frozenset[str]:
    """Words other than verbs beside which a source may stand."""
    return (
        frozenset(("according", "based", "citing", "quoting", "per", "as", "—", "–", "--"))
        | IN_THE_WORDS_OF
        | PUTS
        | GENITIVES
        | _AGENT
        | source_words("stance adjective")
    )


def _beside_word(phrases: NounPhrases, sentence: Sentence, at: int) -> list[Candidate]:
    """Candidates beside one of the words that need be no verb."""
    norms, tags = phrases.document.norms, phrases.tags
    norm = norms[at]
    if norm == "according":
        done = at > sentence.first and norms[at - 1] in source_words("done according to")
        if norms[at + 1 : at + 2] == ["to"] and not (done and not _may_tell(phrases, at + 2)):
            return beginning_at(phrases, at + 2, sentence.last, "according", at)
    elif norm == "based":
        if norms[at + 1 : at + 2] in (["on"], ["upon"]):
            return beginning_at(phrases, at + 2, sentence.last, "based on", at)
    elif norm in {"citing", "quoting", "per"}:
        told = is_according(norms, phrases.document.words, sentence.first, at)
        return beginning_at(phrases, at + 1, sentence.last, "according" if told else "citing", at)
    elif norm in _AGENT:
        return _after_preposition(phrases, sentence, at)
    elif norm in GENITIVES:
        if at + 1 < sentence.last and _opens_words(norms, at + 1, sentence.last):
            first = phrases.start(at, sentence.first)
            if first < at:
                if norms[at + 1] in IN_THE_WORDS_OF and norms[first - 1] == "in":
                    # "In [Silva]'s view, it is late."
                    closed = norms[at + 2 : at + 3] == [","]
                    return [Candidate(first, at, "according", at + 1)] if closed else []
                return [Candidate(first, at, "genitive", at + 1)]
    elif norm in source_words("stance adjective"):
        group = group_start(norms, tags, at, sentence.first)
        if group < at:
            return _subjects(phrases, sentence, group, at)
    elif norm == "as":
        if norms[at + 1 : at + 2] and norms[at + 1] in AS_SAYING:
            # "quoted Silva as saying", "Silva was quoted by Dawn as saying"
            quoted = _quoted_before(norms, sentence, at)
            if quoted >= 0:
                group = group_start(norms, tags, quoted, sentence.first)
                return _subjects(phrases, sentence, group, at + 1)
            return ending_at(phrases, sentence.first, at, "subject", at + 1)
    elif norm in PUTS:
        if norms[at + 1 : at + 2] == ["it"]:
            # "as the mayor put it"
            subjects = ending_at(phrases, sentence.first, at, "according", at)
            behind_as = [one for one in subjects if norms[one.first - 1] == "as"]
            if behind_as:
                return behind_as
        return _beside_verb(phrases, sentence, at) if tags[at] in "VEBG" else []
    elif norm in IN_THE_WORDS_OF:
        if norms[at - 2 : at] == ["in", "the"] and norms[at + 1 : at + 2] == ["of"]:
            return beginning_at(phrases, at + 2, sentence.last, "according", at)
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
        end = at + 2 if name is None else name.last
        while end < min(sentence.last, at + _SIGNED) and is_picture(norms[end]):
            # "— Ana Silva 📚 (@anasilva)"
            end += 1
        handle = norms[end + 1 : end + 2] if norms[end : end + 1] == ["("] else []
        if handle and handle[0].startswith("@"):
            return [Candidate(at + 1, min(end + 3, sentence.last), "signature")]
    return []


# What describes a thing behind a genitive: "Silva's [alleged] threats".
_ADJECTIVAL = frozenset(
    ("alleged", "announced", "claimed", "promised", "proposed", "reported", "suspected")
)


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
    norm, tag = norms[verb], tags[verb]
    quotes = norm in QUOTING
    if (
        quotes
        and is_passive(norms, verb, sentence.first)
        and as_saying(norms, verb, sentence.last) > 0
    ):
        # "Silva was quoted as saying": it is the saying that attributes.
        return []
    if may_tell_deed(norms, verb, verb + 1) and tells_deed(norms, verb):
        # "Silva claimed her third title.", "Neighbours called police."
        return []
    if norm == "states" and tags[verb + 1 : verb + 2] in ("V", "M"):
        # "The Baltic states fear"
        return []
    if norm in _ADJECTIVAL and norms[verb - 1] in GENITIVES and verb > sentence.first:
        owner = phrases.names.at(verb - 2)
        if norm not in _FIRMS_DO or (owner is not None and owner.kind == "person"):
            # "Ana Silva's reported deal", but "Moody's reported"
            return []
    if norm in _MAY_BE_TOLD and _is_told_by(norms, verb, sentence.first):
        return []
    group = group_start(norms, tags, verb, sentence.first)
    found: list[Candidate] = []
    if tag != "G" or group < verb or (verb > sentence.first and tags[verb - 1] in "NPQ"):
        found = _subjects(phrases, sentence, group, verb)
    after = verb + 1
    if quotes and tag == "V":
        found += beginning_at(phrases, after, sentence.last, "citing", verb)
    if group == verb and after < sentence.last:
        before = norms[verb - 1] if verb > sentence.first else ""
        opens = before == "," and any(one.first == sentence.first for one in found)
        if opens and _opens_clause(phrases, after, sentence.last):
            return found
        if before in _CLOSING or document.quotation_of[verb - 1] != document.quotation_of[verb]:
            hearer = norms[after]
            # "Ana Silva, 94, told her story", "a “source” told the paper": who tells stands before.
            told = norm in TOLD and (hearer in POSSESSIVES or hearer in {"a", "the"})
            # "In May, Silva, who fled, noted [that] Lopez had left": it is what is said.
            if not told and hearer != "that":
                found += beginning_at(phrases, after, sentence.last, "inverted", verb)
    return found


def _opens_clause(phrases: NounPhrases, first: int, limit: int) -> bool:
    """Whether a verb follows the phrase at a token: "Ana Silva, the mayor, said [it fell]"."""
    end = phrases.end(first, limit)
    return first < end < limit and phrases.tags[end] in "VEM"


# "[Told] by police", "[were] told by police"
_MAY_BE_TOLD = BE_FORMS | {"told"}


def _is_told_by(norms: Sequence[str], verb: int, first: int) -> bool:
    """Whether who stands before a verb listens: "residents were [told] by police to leave"."""
    told = verb + (norms[verb] != "told")
    return norms[told : told + 2] == ["told", "by"] and is_passive(norms, told, first)


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
        limit = behind_deed(phrases, limit, end)
    before = norms[end - 1]
    if before in RELATIVE_PRONOUNS and end - 1 > limit:
        stop = end - 1
        while stop > limit and (norms[stop - 1] == "," or norms[stop - 1] in _BEFORE_RELATIVE):
            stop -= 1
        return ending_at(phrases, limit, stop, "relative", verb)
    if before not in _SETTING_OFF:
        found = ending_at(phrases, limit, end, "subject", verb)
        antecedents = before_relative(phrases, limit, end, verb, _BREAKS_OR_COMMA)
        if found and antecedents and is_spoken_to(phrases, antecedents[0].last, found[0].first):
            # "A resident who spoke to [the paper] said": the resident did.
            return antecedents
        return found + antecedents
    things = _list_of_things(phrases, limit, end - 1) if before == "," else -1
    if things > limit:
        # "Portlink, which makes Zorbla, Quenna and other drugs, said"
        return ending_at(phrases, limit, things, "hop 1", verb)
    found = []
    listed = False
    stop = end - 1
    opening = "(" if before == ")" else before
    for hop in range(1, _HOPS + 1):
        left = stop - 1
        while left > limit and stop - left < SEGMENT and norms[left] != opening:
            left -= 1
        if left <= limit or norms[left] != opening:
            break
        ended = ending_at(phrases, limit, left, f"hop {hop}", verb)
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
        commas = ending_at(phrases, limit, end - 1, "comma", verb)
        if not (commas and found and _is_agent(phrases, commas[0].first, limit)):
            found += commas
        found += before_relative(phrases, limit, end - 1, verb, _BREAKS)
    return found


def _list_of_things(phrases: NounPhrases, limit: int, end: int) -> int:
    """The comma behind whoever makes or owns a list of things that ends at a token; or -1."""
    norms = phrases.document.norms
    for comma in range(end - 1, limit, -1):
        if norms[comma] != ",":
            continue
        opens, then = norms[comma + 1], norms[comma + 2]
        if (opens in _MAKERS and then == "of") or (opens in {"which", "whose"} and then in _MAKING):
            listed = range(comma + 3 + (opens == "whose"), end)
            people = any(name.kind == "person" for name in phrases.names.within(comma, end))
            told = any(phrases.tags[at] in "VM" for at in listed)
            return -1 if people or told or "," not in norms[comma + 2 : end] else comma
    return -1


def _is_agent(phrases: NounPhrases, first: int, limit: int) -> bool:
    """Whether a phrase is by whom something is done to what stands before: "seen by [Dawn]"."""
    by = first - 1
    return by - 1 > limit and phrases.document.norms[by] == "by" and phrases.tags[by - 1] == "E"


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
    if before in _TAKING_PART:
        # "Who was not involved in [the study]"
        return []
    if norm == "from":
        if words or verb_class(before):
            return beginning_at(phrases, at + 1, sentence.last, "from", back)
        if before in _COMES:
            # "The figures come from a survey."
            end = phrases.end(at + 1, sentence.last)
            if end > at + 1 and norms[end - 1] in paper_nouns():
                return beginning_at(phrases, at + 1, sentence.last, "comes from", back)
        return []
    # "told the court in a letter": the nearest verb before.
    cue = -1
    for place in range(at - 1, max(at - 9, sentence.first - 1), -1):
        if tags[place] in "VEBG" and verb_class(norms[place]):
            cue = place
            break
    if norm == "by":
        if norms[at + 1 : at + 2] != [] and norms[at + 1] in _BY_WIRE:
            # "Silva said by email"
            return []
        if before == "named" and norms[back - 1] in BE_FORMS:
            # "The woman was named by [her family] as Ana Silva"
            found = beginning_at(phrases, at + 1, sentence.last, "agent", back)
            return [one for one in found if norms[one.last : one.last + 1] == ["as"]]
        if before in _ASKED or norms[at + 1 : at + 2] in _DAYS:
            # "Silva was asked by a reporter whether it rained.", "a report by Friday"
            return []
        thing = norms[back - 1]
        told = names_paper(thing) or thing in source_words("words of somebody")
        if before in _HANDED_OUT and tags[back - 1] in "NP" and not told:
            # "A sticker issued by the officer", "the restraint shown by the parties"
            return []
        if before == "made":
            # "a comment made by"
            words = not source_words("words of somebody").isdisjoint(norms[max(at - 5, 0) : at])
        if tells_deed(norms, back) or (not verb_class(before) and not words):
            before = ""
            if cue >= 0 and tells_deed(norms, cue):
                # "A drug approved by the agency"
                return []
        if before or (cue >= at - 5 and cue >= 0 and tags[cue] == "E"):
            return beginning_at(
                phrases,
                at + 1,
                sentence.last,
                "agent" if before else "far agent",
                back if before else cue,
            )
    else:
        begin = max(sentence.first, at - SEGMENT)
        # "Elsewhere in the report,"
        elsewhere = at == sentence.first + 1 and before in _ELSEWHERE
        opens = (
            at == sentence.first
            or elsewhere
            or (before == "," and not any(tag in "VEBG" for tag in tags[begin:at]))
        )
        if cue >= 0 or opens:
            end = phrases.end(at + 1, sentence.last)
            idiom = end == at + 2 and norms[at + 1] in _IDIOMS
            shown = "following" in norms[at + 1 : end]
            if end > at + 1 and norms[end - 1] in paper_nouns() and not (idiom or shown):
                # "That night, in a letter, they called": no verb stands before what opens a clause.
                origin = f"opening {norm}" if opens else norm
                return beginning_at(phrases, at + 1, sentence.last, origin, cue)
    return []
