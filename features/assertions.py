"""Sentences of which grammar alone tells that they state something, or that they state nothing.

The model of `checkability` knows a sentence by its kind of words and is unsure of short ones. Here
a subject with its verb settles that "Oil prices rose." is a statement; and "It is a shame.", a
"should" of the writer's own and a quoted question or cry that there is none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from credscore.document import Document, Sentence
from credscore.features.checkability import EXHORTATIONS, VOICED
from credscore.features.cues import lexicon_class
from credscore.features.evidence import SentenceEvidence
from credscore.features.parts_of_speech import parts_of_sentence
from credscore.lexicons import read_sections

__all__ = ["introduces_words", "states_nothing", "states_plainly"]

_LEXICON = read_sections("credscore.features", "assertions.txt")
_PAST = frozenset(_LEXICON["past verb"])
_EVALUATIONS = frozenset(_LEXICON["evaluation"])
_JUDGEMENTS = frozenset(_LEXICON["judgement"])
_INTERJECTIONS = frozenset(_LEXICON["interjection"])
_PLEAS = frozenset(_LEXICON["plea"])
_CRIES = _INTERJECTIONS | _PLEAS
# Tokens of a quotation within which its first word stands.
_OPENING = 3
_BE = frozenset(("'s", "are", "is", "was", "were"))
# Before "should", what makes it a part of what somebody thinks or of a description.
_SUBORDINATING = frozenset(
    ("agree", "argue", "argues", "as", "because", "believe", "believes", "how", "if", "said", "say",
     "says", "that", "think", "thinks", "what", "when", "where", "whether", "which", "who", "why")
)  # fmt: skip
_ORDERS = frozenset(_LEXICON["order"])
_OBJECTED = frozenset(_LEXICON["order with object"])
_IMPERATIVES = _ORDERS | _OBJECTED
_OBJECTS = frozenset(
    ("a", "all", "an", "below", "here", "it", "me", "more", "my", "on", "our", "the", "them",
     "these", "this", "those", "us", "your")
)  # fmt: skip
# What things and people plainly are, or are not.
_STATES = frozenset(_LEXICON["state"])
_DEGREES = frozenset(("absolutely", "just", "quite", "really", "simply", "so", "too", "truly",
                      "utterly", "very"))  # fmt: skip
# What follows the "should" of a condition: "should they win", "should a sample prove positive".
_CONDITIONED = frozenset(
    ("a", "an", "any", "anybody", "anyone", "he", "her", "his", "i", "it", "its", "one", "she",
     "that", "the", "their", "these", "they", "this", "we", "you")
)  # fmt: skip
# Words of a writer's voice that may be none.
_ASIDES = frozenset(("our", "should"))
# Tokens before its verb in a judgement.
_JUDGED = 9
# Within how many words a quotation is no more than a question, an interjection or a plea, and a tag
# no more than who uttered it.
_QUESTION_WORDS, _INTERJECTION_WORDS, _PLEA_WORDS, _TAG_WORDS = 12, 2, 6, 7


def states_plainly(document: Document, sentence: Sentence, *, hedged: bool, due: bool) -> bool:
    """Whether a sentence is a subject with its verb, in nobody's voice: "Oil prices rose".

    Parameters
    ----------
    document : Document
        The article, cut.
    sentence : Sentence
        One of it.
    hedged : bool
        Whether a hedge stands in it: "Police suspect arson."
    due : bool
        Whether its "should" tells what is due: "The road should reopen by noon."

    Returns
    -------
    bool
        Not without a full stop, which parts a sentence from a heading; nor with words of a reader's
        or the writer's own.
    """
    first, last = sentence.first, sentence.last
    norms = document.norms[first:last]
    if sentence.kind != "body" or norms[-1] != "." or norms[0] in EXHORTATIONS:
        return False
    if "?" in norms or any(number >= 0 for number in document.quotation_of[first:last]):
        return False
    if "contributed" in norms or ("reported", "from") in pairwise(norms):
        # "Ana Roy reported from Lahore." is a credit.
        return False
    if not (norms[0][0].isalnum() or norms[0] == "("):
        return False
    voiced = [at for at, norm in enumerate(norms) if norm in VOICED]
    if not _ASIDES.issuperset([norms[at] for at in voiced]):
        return False
    tags = parts_of_sentence(document, sentence)
    if not all((due and norms[at] == "should") or _is_aside(norms, tags, at) for at in voiced):
        return False
    return tags[0] not in "SW" and (hedged or _has_predicate(norms, tags))


def _is_aside(norms: Sequence[str], tags: str, at: int) -> bool:
    """Whether a word that is often the writer's voice only sets a condition or says whose.

    "It needs a test should [the] first one fail", "Drought has brought chaos to our farms".
    """
    if norms[at] == "should":
        return norms[at + 1] in _CONDITIONED
    # No "Our leaders have failed."
    return norms[at] == "our" and ("V", "E") in pairwise(tags[1:at])


def _has_predicate(norms: Sequence[str], tags: str) -> bool:
    """Whether a finite verb stands behind a subject: "Two men died", "They also ate"."""
    for at in range(1, len(norms) - 1):
        norm, tag = norms[at], tags[at]
        weak = norm.endswith("ed") and not norm.endswith("eed") and tag in "BEJV"
        past = norm in _PAST or weak
        # What "they think" now is more often the writer's comment than news.
        present = tag == "V" and norm not in _BE and tags[at - 1] != "Q"
        if norm in _BE and tags[at - 1] in "NP":
            # "Exports are down", "Unemployment is rising"
            present = norms[at + 1] in _STATES or tags[at + 1] == "G"
        if past or present:
            subject = any(before in "NPQU" for before in tags[:at])
            return subject and tags[at - 1] not in "BCDIMOSTW"
    return False


def introduces_words(document: Document, sentence: Sentence, evidence: SentenceEvidence) -> bool:
    """Whether a line says who speaks and ends before the words: "Mayor Rao said:".

    Parameters
    ----------
    document : Document
        The article, cut.
    sentence : Sentence
        One of it.
    evidence : SentenceEvidence
        What was found in it.

    Returns
    -------
    bool
        Not without a verb of speech ("The mayor:").
    """
    norms, last = document.norms, sentence.last
    if sentence.kind != "body" or norms[last - 1] != ":" or not evidence.mentions:
        return False
    # "Resident Ana Roy, said:"
    return bool(evidence.speaking) or lexicon_class(norms[last - 2]) == "speech"


def states_nothing(document: Document, sentence: Sentence, *, own: bool, due: bool) -> bool:
    """Whether a sentence is a judgement or an exhortation of the writer, or a quoted question.

    Parameters
    ----------
    document : Document
        The article, cut.
    sentence : Sentence
        One of it.
    own : bool
        Whether it is the writer's own.
    due : bool
        As of `states_plainly`.

    Returns
    -------
    bool
        "The film is beautiful.", "He should resign." and "“Why?” she asked." do.
    """
    first, last = sentence.first, sentence.last
    if document.quotation_of[first] >= 0:
        return _only_asks(document, sentence)
    if not own and document.norms[first] not in _IMPERATIVES:
        return False
    norms, words = document.norms[first:last], document.words[first:last]
    nothing = _orders(norms, words) or (
        own and (_judges(norms) or (not due and _exhorts(norms, words)))
    )
    return nothing and max(document.quotation_of[first:last]) < 0


def _orders(norms: Sequence[str], words: Sequence[str]) -> bool:
    """Whether it tells the reader what to do: "Avoid gatherings".

    A name or a noun may begin so ("Visit Britain", "Watch sales rose"), and what a reader is told
    to know is stated ("Keep in mind that").
    """
    if norms[0] in _OBJECTED:
        if norms[1:2] == [] or norms[1] not in _OBJECTS:
            return False
    elif norms[0] not in _ORDERS or (words[1:] and words[1][0].isupper() and norms[1] != "not"):
        return False
    return {"that", ":"}.isdisjoint(norms[1:6])


def _judges(norms: Sequence[str]) -> bool:
    """Whether it says how good or bad a thing is, and no more: "It is a shame"."""
    if _BE.isdisjoint(norms[:_JUDGED]):
        return False
    words = [norm for norm in norms if norm[0].isalnum() or norm in _BE]
    be = next((at for at, norm in enumerate(words[:6]) if norm in _BE), 0)
    if not be or be + 1 >= len(words):
        return False
    judged = words[be + 1 :]
    if judged[0] in _DEGREES and len(judged) > 1:
        judged = judged[1:]
    if len(judged) == 1:
        return judged[0] in _EVALUATIONS
    if words[0] not in {"it", "that", "this"} or be != 1:
        return False
    if judged[0] in {"a", "an", "such"}:
        return judged[-1] in _JUDGEMENTS and len(judged) < 5
    # "It is high time to act."
    at = int(judged[0] in {"about", "high"})
    return judged[at : at + 1] == ["time"] and judged[at + 1 : at + 2] in (["to"], ["for"])


def _exhorts(norms: Sequence[str], words: Sequence[str]) -> bool:
    """Whether the writer says what should be done, as in "The government should resign".

    No rule of use ("should not be taken by children", "should get 600 micrograms a day"), and no
    condition ("should Biden win").
    """
    if "should" not in norms[1:-1]:
        return False
    at = norms.index("should")
    verb = at + 1 + (norms[at + 1] in {"also", "not", "now"})
    predicate = norms[verb : verb + 2]
    if predicate[:1] == ["be"] and predicate[-1].endswith("ed"):
        return False
    if norms[at + 1] in _CONDITIONED or words[at + 1][0].isupper():
        return False
    told = not _SUBORDINATING.isdisjoint(norms[:at])
    return not told and not any(norm[0].isdigit() for norm in norms)


def _only_asks(document: Document, sentence: Sentence) -> bool:
    """Whether it quotes a question or a cry and says no more than who uttered it."""
    first, last = sentence.first, sentence.last
    end = min(document.quotations[document.quotation_of[first]].end, last)
    uttered = document.norms[first:end]
    asks = "?" in uttered[-2:]
    if not asks and _CRIES.isdisjoint(uttered[:_OPENING]):
        return False
    if max(document.quotation_of[end:last], default=-1) >= 0:
        return False
    if "'" in uttered:
        # “She asked me, ‘How?’”
        return False
    words = _words(uttered)
    if not words or len(_words(document.norms[end:last])) > _TAG_WORDS:
        return False
    if asks:
        # “It is in our blood, isn't it?” asserts.
        return len(words) <= _QUESTION_WORDS and "." not in uttered and "," not in uttered[-5:]
    if words[0] in _INTERJECTIONS and len(words) <= _INTERJECTION_WORDS:
        return True
    return words[0] in _PLEAS and len(words) <= _PLEA_WORDS


def _words(norms: Collection[str]) -> list[str]:
    return [norm for norm in norms if norm[0].isalnum()]
