"""What the extractors find, each with its place in the text.

Every `start` and `end` is an offset into `Article.text`, end exclusive, so that
`article.text[start:end]` is the words shown. The terms are those of the annotation guide.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, get_args

from credscore.records import maker

__all__ = [
    "SOURCE_TYPES",
    "SUPPORTS",
    "Attribution",
    "AttributionKind",
    "Citation",
    "CitationKind",
    "Claim",
    "Findings",
    "Hedge",
    "Source",
    "SourceType",
    "Span",
    "Support",
    "make_attribution",
    "make_claim",
    "make_source",
]

Support = Literal[
    "document", "named", "organisation", "outlet", "unnamed", "anonymous", "vague", "own"
]
SUPPORTS: tuple[Support, ...] = get_args(Support)

SourceType = Literal[
    "person", "organisation", "document", "outlet", "unnamed", "anonymous", "group", "self"
]
SOURCE_TYPES: tuple[SourceType, ...] = get_args(SourceType)

CitationKind = Literal["named", "described", "link"]

AttributionKind = Literal["direct", "indirect", "mixed"]


class Span(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words, knowledge or belief given to somebody.

    Attributes
    ----------
    source : Span or None
        Whose words; None where the sentence names nobody ("it was reported").
    cue : Span or None
        The words that attribute ("said", "according to"); None for a quotation that goes on.
    content : tuple of Span
        What is attributed, in pieces where the cue stands inside it.
    source_id : str or None
        The `Source.id` that the source was merged into.
    kind : AttributionKind
        "direct" where the content is quoted as a whole, "mixed" where it is in part; a title or a
        single word in quotation marks does not count.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    source_id: str | None = None
    kind: AttributionKind = "indirect"


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something that claims rest on, all its mentions merged.

    Attributes
    ----------
    id : str
        "s1", "s2", ... in order of first mention.
    name : str
        The fullest form in the article; for unnamed ones a short description.
    type : SourceType
        One of `SOURCE_TYPES`.
    mentions : tuple of Span
        Every mention to which something is attributed, in order.
    claims : tuple of str
        Ids of the claims that rest on it.
    role : str
        Role or title, as the article gives it; empty where it gives none.
    knows : bool
        Whether the article says how it knows: it was there, was briefed, has seen the paper.
    anonymity : bool
        Whether the article says that it asked for anonymity or was given it.
    reason : str
        The reason given for that, as it stands; empty where none is.
    speaks_for : str
        The body for which a spokesperson without a name speaks: claims rest on the body; empty for
        others.
    log_odds : tuple of float
        How surely each mention is one, by the mention model; empty where that is not known. A
        report that was read from a file has neither this nor `speaks_for`.
    """

    id: str
    name: str
    type: SourceType
    mentions: tuple[Span, ...]
    claims: tuple[str, ...] = ()
    role: str = ""
    knows: bool = False
    anonymity: bool = False
    reason: str = ""
    speaks_for: str = field(default="", compare=False, repr=False)
    log_odds: tuple[float, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Hedge:
    """Words by which the writer or a source limits commitment.

    Attributes
    ----------
    id : str
        "h1", "h2", ... in order.
    start, end : int
        Offsets of the words.
    text : str
        The words.
    holder : str
        "writer", or the id of the source whose commitment is limited.
    """

    id: str
    start: int
    end: int
    text: str
    holder: str = "writer"


@dataclass(frozen=True, slots=True)
class Citation:
    """Another news outlet as origin or carrier of information.

    Attributes
    ----------
    id : str
        "x1", "x2", ... in order.
    start, end : int
        Offsets of the words.
    text : str
        The words.
    outlet : str
        Canonical name, empty where the outlet is only described.
    domain, url : str
        Of the outlet, and of the link; empty where unknown.
    kind : CitationKind
        "named", "described" or "link".
    country : str
        Where the outlet is, in English; empty where unknown.
    """

    id: str
    start: int
    end: int
    text: str
    outlet: str
    domain: str
    url: str
    kind: CitationKind
    country: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that asserts something checkable, and what it rests on.

    Attributes
    ----------
    id : str
        "c1", "c2", ... in order.
    start, end : int
        Offsets of the sentence.
    text : str
        The sentence.
    support : Support
        The strongest backing the text offers for it, one of `SUPPORTS`.
    sources, hedges, citations : tuple of str
        Ids of what it rests on.
    probability : float
        Calibrated probability that a careful reviewer would call the support adequate;
        NaN until the claim model has seen it.
    """

    id: str
    start: int
    end: int
    text: str
    support: Support
    sources: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    probability: float = float("nan")


# An article has dozens of these.
make_attribution = maker(Attribution)
make_source = maker(Source)
make_claim = maker(Claim)


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in one article."""

    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]
    hedges: tuple[Hedge, ...]
    citations: tuple[Citation, ...]
    claims: tuple[Claim, ...]
