"""Examples from which the mention model learns: proposals, and whether each is a mention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from credscore.article import Article
from credscore.document import Document
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.source_clauses import RELATIVE_PRONOUNS
from credscore.features.source_proposals import mention_proposals
from credscore.findings import Span
from credscore.training.data import LabelledArticle
from credscore.training.polnear import AnnotatedArticle

__all__ = ["Example", "Examples", "gather", "gather_attributed", "matched"]

# Share of the characters of both that two spans must have in common.
_OVERLAP = 0.5
# Features of the tagger, which was trained on the articles of PolNeAR and knows them too well.
# Papers named beside a speaker ("said in a letter") are no sources by PolNeAR's scheme.
_PAPERS = frozenset(f"origin={name}" for name in ("in", "on", "at", "with", "opening in", "object"))
_OF_TAGGER = ("tagged=", "cue tagged", "content follows", "in content", "partly content")


@dataclass(frozen=True, slots=True)
class Example:
    """A proposal.

    Attributes
    ----------
    article : int
        Number of the article that it is from.
    span : Span
        Its characters.
    features : list of str
        Names of features.
    true : bool or None
        Whether it is a mention; None where it overlaps one and another fits better, or is a part
        of several that were annotated as one.
    """

    article: int
    span: Span
    features: list[str]
    true: bool | None


@dataclass(frozen=True, slots=True)
class Examples:
    """All proposals of annotated articles.

    Attributes
    ----------
    rows : list of Example
        By article, in order.
    gold : list of list of Span
        The mentions of each article.
    outlets : list of str
        Of each article.
    """

    rows: list[Example]
    gold: list[list[Span]]
    outlets: list[str]


def gather(articles: Sequence[LabelledArticle]) -> Examples:
    """Proposals in the annotated articles."""
    rows: list[Example] = []
    gold: list[list[Span]] = []
    for number, item in enumerate(articles):
        document = Document(item.article)
        proposals = mention_proposals(
            document, find_attributions(document), find_citations(document)
        )
        wanted = [span for unit in item.units for span in unit.sources]
        gold.append(wanted)
        spans = [span for span, _ in proposals]
        right = matched(spans, wanted)
        for place, (span, features) in enumerate(proposals):
            unsure = any(
                _overlap(span, other) >= _OVERLAP or _is_part(span, other, document.text)
                for other in wanted
            )
            true = place in right or (None if unsure else False)
            rows.append(Example(number, span, features, true))
    return Examples(rows, gold, [item.outlet for item in articles])


def gather_attributed(articles: Sequence[AnnotatedArticle]) -> list[Example]:
    """Proposals in articles of PolNeAR, without the tagger's.

    Left out are those that only touch a source, and those inside attributed content: its scheme
    has each token in one attribution at most, so that a source in another's words is not marked.
    So is what stands before a "who" that it marks: it neither is marked nor says nothing.
    """
    rows: list[Example] = []
    for number, row in enumerate(articles):
        text = row["text"]
        document = Document(Article(text, title=row["title"]))
        gold = sorted(
            {
                Span(min(part[0] for part in parts), max(part[1] for part in parts))
                for item in row["attributions"]
                if (parts := item["source"])
            }
        )
        unknown = [
            Span(*part)
            for item in row["attributions"]
            for part in (*item["source"], *item["content"])
        ]
        pronouns = {
            span.start for span in gold if text[span.start : span.end].lower() in RELATIVE_PRONOUNS
        }
        proposals = mention_proposals(document, (), find_citations(document))
        spans = [span for span, _ in proposals]
        right = matched(spans, gold)
        for place, (span, features) in enumerate(proposals):
            touches = any(span.start < other.end and other.start < span.end for other in unknown)
            paper = not _PAPERS.isdisjoint(features)
            stood_for = not pronouns.isdisjoint((span.end + 1, span.end + 2))
            if place in right or not (touches or paper or stood_for):
                kept = [name for name in features if not name.startswith(_OF_TAGGER)]
                rows.append(Example(number, span, kept, place in right))
    return rows


def _is_part(span: Span, other: Span, text: str) -> bool:
    """Whether a span is one of those that "and" joins in another: annotators part them or not."""
    inside = other.start <= span.start and span.end <= other.end and span != other
    return inside and " and " in text[other.start : other.end]


def _overlap(one: Span, other: Span) -> float:
    """Intersection over union of two spans."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def matched(found: Sequence[Span], gold: Sequence[Span]) -> set[int]:
    """Numbers of the spans that match one of the others, one to one, the best overlap first."""
    pairs = [
        (overlap, number, other)
        for number, span in enumerate(found)
        for other, wanted in enumerate(gold)
        if (overlap := _overlap(span, wanted)) >= _OVERLAP
    ]
    used: set[int] = set()
    right: set[int] = set()
    for _, number, other in sorted(pairs, reverse=True):
        if number not in right and other not in used:
            right.add(number)
            used.add(other)
    return right
