"""Whether an article can be scored at all, and what a reader of its score should know."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from credscore.document import Document
from credscore.errors import ArticleError
from credscore.features.measures import MEASURES
from credscore.genre import genre_of
from credscore.models import ArticleModel

__all__ = ["FEWEST_WORDS", "SHORT_WORDS", "refuse", "warnings_of"]

FEWEST_WORDS = 40
SHORT_WORDS = 120
# English words that its neighbours in Europe do not write the same way. They make up a quarter to a
# third of English news, and under a twentieth of a text in another language.
# fmt: off
_ENGLISH = frozenset((
    "about", "after", "also", "and", "are", "be", "been", "but", "by", "for", "from", "had",
    "has", "have", "his", "it", "its", "more", "not", "of", "said", "than", "that", "the",
    "their", "there", "they", "this", "to", "were", "what", "when", "which", "who", "will",
    "with", "would",
))
# fmt: on
_ENGLISH_REFUSED = 0.08
_ENGLISH_WARNED = 0.16
_LINKED_WARNED = 0.5
# Measures beyond the training data's 1st to 99th percentile, as a share of those the model uses. An
# article like the training data has 2 in 100 there by definition.
_OUTSIDE_WARNED = 0.15
# How many of those the warning names.
_OUTSIDE_NAMED = 4
_GENRES = {
    "opinion": (
        "reads like an opinion piece: the score judges what it offers for its claims of fact alone"
    ),
    "press release": (
        "reads like a press release: its sources speak for whoever sent it, which the score "
        "does not know"
    ),
    "digest": "reads like a digest or a list: the score judges it as if it were one article",
    "transcript": (
        "reads like a transcript or an interview: what is said after a last name in capitals and a "
        "colon may count as nobody's, and the score is then too low"
    ),
}
_LABELS = {item.name: item.label for item in MEASURES}


def english_ratio(document: Document) -> float:
    """Share of common English function words among the alphabetic words; 0 for none.

    Examples
    --------
    >>> from credscore.article import Article
    >>> english_ratio(Document(Article("The price of rice has risen.")))
    0.5
    """
    words = np.count_nonzero(document.having(str.isalpha, normed=True))
    english = np.count_nonzero(document.vocabulary.among(document.numbers, _ENGLISH))
    return float(english / words) if words else 0.0


def refuse(document: Document) -> float:
    """Raise for a text that no score would mean anything for.

    Parameters
    ----------
    document : Document
        The article, cut.

    Returns
    -------
    float
        What `english_ratio` gives, for `warnings_of`.

    Raises
    ------
    ArticleError
        If it has fewer than 40 words without page furniture, or is far from English.
    """
    words = document.word_count
    if words < FEWEST_WORDS:
        raise ArticleError(
            f"too short to score: {words} words without page furniture, "
            f"expected {FEWEST_WORDS} or more; give the article's whole text"
        )
    english = english_ratio(document)
    if english < _ENGLISH_REFUSED:
        raise ArticleError(
            f"not English: {english:.0%} of the words are common English ones, expected "
            f"{_ENGLISH_REFUSED:.0%} or more; credscore reads English articles alone"
        )
    return english


def _is_links(document: Document) -> bool:
    """Whether most of a page is words of links, or headings."""
    links = document.article.links
    if links:
        visible = len(document.text) - document.text.count(" ")
        if sum([link.end - link.start for link in links]) > _LINKED_WARNED * visible:
            return True
    kinds = [sentence.kind for sentence in document.sentences]
    return kinds.count("heading") > _LINKED_WARNED * len(kinds)


def warnings_of(
    document: Document, model: ArticleModel, measures: Mapping[str, float], english: float
) -> tuple[str, ...]:
    """What a reader of the score should know.

    Parameters
    ----------
    document : Document
        The article, cut.
    model : ArticleModel
        The model that scores it.
    measures : mapping of str to float
        Its measures.
    english : float
        Share of common English words, as `refuse` gave it.

    Returns
    -------
    tuple of str
        Whole sentences without a full stop; empty where there is nothing to say.
    """
    found = []
    words = document.word_count
    if words < SHORT_WORDS:
        found.append(f"short: {words} words; scores under {SHORT_WORDS} words say little")
    if english < _ENGLISH_WARNED:
        found.append(
            f"perhaps not English, or a list: {english:.0%} of the words are common English ones"
        )
    if _is_links(document):
        found.append("a page of links or headings: most of the text is no article")
    if not measures["claim_count"]:
        found.append("no checkable claim found: the score rests on the text's form alone")
    genre = genre_of(document, measures)
    if genre:
        found.append(_GENRES[genre])
    outside = model.outside(measures)
    if len(outside) > _OUTSIDE_WARNED * len(model.additive.shapes):
        found.append(
            f"far from the training data: {len(outside)} of {len(model.additive.shapes)} measures "
            "are outside the range of 98% of its articles, among them "
            + ", ".join(_LABELS[name] for name in outside[:_OUTSIDE_NAMED])
        )
    return tuple(found)
