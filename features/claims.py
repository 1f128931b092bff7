"""Claims: sentences that assert something checkable, and what each of them rests on.

The support model names the step of the ladder; here the sources, hedges and citations that carry it
are named too. A step never stands without something of its type in the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import load_artefact
from credscore.document import Document
from credscore.features.support import SentenceEvidence, gather_evidence, sentence_features
from credscore.findings import Attribution, Citation, Claim, Hedge, Source, SourceType, Support
from credscore.support_model import NO_CLAIM, STEPS, SupportModel
from credscore.trained import newest

__all__ = ["SUPPORT_KIND", "allowed_steps", "find_claims"]

SUPPORT_KIND = "support model"
_TYPE_OF_STEP: dict[str, SourceType] = {
    "document": "document",
    "named": "person",
    "organisation": "organisation",
    "outlet": "outlet",
    "unnamed": "unnamed",
    "anonymous": "anonymous",
    "vague": "group",
}
# How many sentences away the source of a sentence without one of its own may be.
_REACH = 12


@cache
def _model() -> SupportModel:
    return SupportModel.from_artefact(load_artefact(newest("support"), SUPPORT_KIND, STEPS))


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
    >>> document = Document(Article("The bridge was closed on Monday. Why did we wait?"))
    >>> [claim.support for claim in find_claims(document, (), (), (), ())]
    ['own']
    """
    evidence = gather_evidence(document, attributions, sources, hedges, citations)
    rows = sentence_features(document, sources, citations, evidence)
    steps = _model().steps(rows, allowed_steps(document, sources, citations))
    types = {source.id: source.type for source in sources}
    claims: list[Claim] = []
    for sentence, item, step in zip(document.sentences, evidence, steps, strict=True):
        if step == NO_CLAIM:
            continue
        claims.append(
            Claim(
                f"c{len(claims) + 1}",
                sentence.start,
                sentence.end,
                document.text[sentence.start : sentence.end],
                cast("Support", step),
                tuple(_rests_on(sentence.index, step, evidence, types)),
                tuple(item.hedges),
                tuple(item.citations),
            )
        )
    return tuple(claims)


def allowed_steps(
    document: Document, sources: Sequence[Source], citations: Sequence[Citation]
) -> NDArray[np.bool_]:
    """Which steps each sentence may have, shape (sentences, steps).

    Furniture makes no claim, and a step needs a source of its type somewhere in the article.
    """
    present = {source.type for source in sources}
    if any(citation.kind != "link" for citation in citations):
        present.add("outlet")
    possible = np.array(
        [step in {NO_CLAIM, "own", "vague"} or _TYPE_OF_STEP[step] in present for step in STEPS]
    )
    allowed = np.tile(possible, (len(document.sentences), 1))
    furniture = [s.index for s in document.sentences if s.kind == "furniture"]
    allowed[furniture] = [step == NO_CLAIM for step in STEPS]
    return allowed


def _rests_on(
    index: int, step: str, evidence: Sequence[SentenceEvidence], types: dict[str, SourceType]
) -> list[str]:
    """Ids of the sources of a sentence, those of its step first."""
    if step == "own":
        return []
    wanted = _TYPE_OF_STEP[step]
    here = [*evidence[index].mentions, *evidence[index].cover]
    found = [source for source in dict.fromkeys(here) if source and types[source] != "self"]
    found.sort(key=lambda source: types[source] != wanted)
    if found and types[found[0]] == wanted:
        return found
    # It goes on with a source that stands nearby: before it, or right after.
    order = [*range(index - 1, max(index - 1 - _REACH, -1), -1), *range(index + 1, index + 3)]
    for other in order:
        if other >= len(evidence):
            continue
        near = [*evidence[other].mentions, *evidence[other].cover]
        for source in near:
            if source and types[source] == wanted:
                return [source, *found]
    return found
