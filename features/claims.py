"""Claims: sentences that assert something checkable, and what each of them rests on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from credscore.artefacts import load_artefact
from credscore.document import Document
from credscore.features.assertions import introduces_words, states_nothing, states_plainly
from credscore.features.checkability import Checkability
from credscore.features.step_features import read_sentences
from credscore.features.steps import StepModel
from credscore.features.support import SentenceEvidence, Supported
from credscore.findings import Attribution, Citation, Claim, Hedge, Source, make_claim
from credscore.linear import ClassModel, LinearModel
from credscore.trained import newest

__all__ = ["CHECKABILITY_KIND", "STEP_KIND", "find_claims"]

CHECKABILITY_KIND = "checkability model"
STEP_KIND = "step model"
# Log-odds below which no grammar makes a sentence a claim.
_HOPELESS = -2.0


@cache
def _checkability() -> Checkability:
    artefact = load_artefact(newest("checkability"), CHECKABILITY_KIND)
    return Checkability(LinearModel.from_artefact(artefact))


@cache
def _steps() -> StepModel:
    return StepModel(ClassModel.from_artefact(load_artefact(newest("steps"), STEP_KIND)))


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
    reading = read_sentences(document, attributions, sources, hedges, citations)
    log_odds = _checkability().log_odds(reading.words)
    supported = _steps().supports(reading)
    own = {source.id for source in sources if source.type == "self"}
    due = {hedge.id for hedge in hedges if hedge.text.lower() == "should"}
    claims: list[Claim] = []
    # What follows a source's words may go on with them.
    before = [*supported[:1], *supported]
    for sentence, item, rests, earlier, odds in zip(
        document.sentences, reading.evidence, supported, before, log_odds, strict=False
    ):
        if sentence.kind == "furniture":
            continue
        is_due = not due.isdisjoint(item.hedges)
        if odds < 0:
            hedged = bool(item.hedges)
            plain = odds > _HOPELESS and (
                states_plainly(document, sentence, hedged=hedged, due=is_due)
                or introduces_words(document, sentence, item)
            )
            if not plain:
                continue
        elif states_nothing(
            document, sentence, own=rests.step == earlier.step == "own", due=is_due
        ):
            continue
        claims.append(
            make_claim(
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
    return tuple([source for source in found if source and source not in own])
