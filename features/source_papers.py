"""Papers that may be sources though no verb of telling follows them: "the study looked at"."""

from __future__ import annotations

from collections.abc import Sequence

from credscore.document import Sentence
from credscore.features.cues import tells_standing
from credscore.features.noun_phrases import NounPhrases, paper_nouns, phrase_words
from credscore.features.source_nouns import source_words
from credscore.features.source_spans import Candidate, ending_at
from credscore.features.source_verbs import TOLD, verb_class

__all__ = ["looks_finite", "paper_as_object", "paper_before_verb"]

# What verbs of evidence and speech have behind them, and nouns seldom.
_OPENING_CONTENT = frozenset(("that", "how", "why", "no", '"', "“", "‘"))
_SHOW = frozenset(("indicate", "reveal", "show", "suggest"))
# Tokens before "show" within which figures stand that do.
_FIGURES_REACH = 14
# As far as what commas insert behind a paper does.
_INSERTED = 16


def paper_before_verb(
    phrases: NounPhrases, sentence: Sentence, at: int, cued: set[int]
) -> list[Candidate]:
    """A paper that is the subject of a verb that need not report: "the study looked at"."""
    document, tags = phrases.document, phrases.tags
    verb = at + 1
    if verb < sentence.last and _polls(document.norms, at):
        return ending_at(phrases, sentence.first, verb, "paper", verb)
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
        return ending_at(phrases, sentence.first, at + 1, "paper", verb)
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


def paper_as_object(phrases: NounPhrases, sentence: Sentence, at: int) -> list[Candidate]:
    """A paper that somebody makes public: "published [an open letter]"."""
    norms = phrases.document.norms
    first = phrases.start(at + 1, sentence.first)
    verb = first - 1
    if (
        # "BSS reports": a verb itself.
        first <= at
        and verb >= sentence.first
        and phrases.tags[verb] in "VEBG"
        and verb_class(norms[verb])
        and norms[verb] not in TOLD
    ):
        return [Candidate(first, at + 1, "object")]
    return []


def looks_finite(phrases: NounPhrases, at: int) -> bool:
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
