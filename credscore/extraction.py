"""All extractors, once over an article, each with what the ones before it found."""

from __future__ import annotations

from dataclasses import replace

from credscore.article import Article
from credscore.document import Document
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.claims import find_claims
from credscore.features.hedging import find_hedges
from credscore.features.measures import measure
from credscore.features.sources import find_sources
from credscore.findings import Findings

__all__ = ["extract", "load_extractors"]

# One line that asks every extractor for its model and its tables.
_SAMPLE = "Prices may fall, the minister, Ana Silva, told the Associated Press on Monday."


def load_extractors() -> None:
    """Read what the extractors and the measures need now, not while the first article waits."""
    document = Document(Article(_SAMPLE))
    measure(document, extract(document))


def extract(document: Document) -> Findings:
    """Find who says what in an article, and what its claims rest on.

    Parameters
    ----------
    document : Document
        The article, cut.

    Returns
    -------
    Findings
        Every claim's `probability` is NaN: the claim model has not seen it.

    Examples
    --------
    >>> from credscore.article import Article
    >>> found = extract(Document(Article("Prices may fall, Ana Silva, the minister, said.")))
    >>> [(claim.support, claim.hedges) for claim in found.claims]
    [('named', ('h1',))]
    """
    citations = find_citations(document)
    sources, attributions = find_sources(document, find_attributions(document), citations)
    hedges = find_hedges(document, attributions)
    claims = find_claims(document, attributions, sources, hedges, citations)
    rests: dict[str, list[str]] = {}
    for claim in claims:
        for source in claim.sources:
            rests.setdefault(source, []).append(claim.id)
    # A source on which no claim rests is as it was found.
    placed = tuple(
        [
            replace(source, claims=tuple(rests[source.id])) if source.id in rests else source
            for source in sources
        ]
    )
    return Findings(attributions, placed, hedges, citations, claims)
