"""Claims: sentences that assert something checkable, and what each of them rests on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from credscore.artefacts import load_artefact
from credscore.document import Document
from credscore.features.checkability import Checkability
from credscore.features.support import SentenceEvidence, Supported, gather_evidence, supports
from credscore.findings import Attribution, Citation, Claim, Hedge, Source
from credscore.linear import LinearModel
from credscore.trained import newest

__all__ = ["CHECKABILITY_KIND", "find_claims"]

CHECKABILITY_KIND = "checkability model"


@cache
def _checkability() -> Checkability:
    artefact = load_artefact(newest("checkability"), CHECKABILITY_KIND)
    return Checkability(LinearModel.from_artefact(artefact))


def find_claims(
    document: Document,
    attributions: Sequence[Attribution],
    sources: Sequence[Source],
    hedges: Sequence[Hedge],
    citations: Sequence[Citation],
) -> tuple[Claim, ...]:
    """Find the claims of an article.

    Parameters
    ----------
    document : Document
        The article, cut.
    attributions, sources, hedges, citations
        What was found in it; attributions with their `source_id`.

    Returns
    -------
    tuple of Claim
        In order, without probabilities. None in page furniture.

    Examples
    --------
    >>> from credscore.article import Article
    >>> document = Document(Article("The bridge was shut at 5 on Monday. Who cares?"))
    >>> [claim.support for claim in find_claims(document, (), (), (), ())]
    ['own']
    """
    evidence = gather_evidence(document, attributions, sources, hedges, citations)
    supported = supports(document, evidence, sources)
    log_odds = _checkability().log_odds(document, evidence, supported)
    own = {source.id for source in sources if source.type == "self"}
    claims: list[Claim] = []
    for sentence, item, rests, odds in zip(
        document.sentences, evidence, supported, log_odds, strict=True
    ):
        if sentence.kind == "furniture" or odds < 0:
            continue
        claims.append(
            Claim(
                f"c{len(claims) + 1}",
                sentence.start,
                sentence.end,
                document.text[sentence.start : sentence.end],
                rests.step,
                _sources(item, rests, own),
                tuple(item.hedges),
                tuple(item.citations),
            )
        )
    return tuple(claims)


def _sources(item: SentenceEvidence, rests: Supported, own: set[str]) -> tuple[str, ...]:
    """Ids of the sources of a claim, the one that carries it first; the writer is none."""
    if rests.step == "own":
        return ()
    found = dict.fromkeys((rests.source, *item.mentions, *item.cover))
    return tuple(source for source in found if source and source not in own)
