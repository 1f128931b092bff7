"""Training the model that tells checkable claims from other sentences, and judging it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Manifest, save_artefact
from credscore.document import Document
from credscore.features.attribution import find_attributions
from credscore.features.checkability import checkability_features
from credscore.features.citations import find_citations
from credscore.features.claims import CHECKABILITY_KIND
from credscore.features.hedging import find_hedges
from credscore.features.sources import find_sources
from credscore.features.step_features import Reading, read_sentences
from credscore.linear import LinearModel
from credscore.report import ModelIdentity
from credscore.training.data import LabelledArticle, data_hash
from credscore.training.linear_model import fit_linear, linear_out_of_fold
from credscore.training.model_card import CARD_FILE, checkability_card, library_versions

__all__ = [
    "NO_CLAIM",
    "ClaimFigures",
    "Sentences",
    "claims_out_of_fold",
    "describe_sentences",
    "evaluate_checkability_model",
    "train_checkability_model",
]

NO_CLAIM = "none"
_MINIMUM = 3
_INVERSE_PENALTY = 0.3


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences of all articles, as features, with what the annotators said of them.

    Attributes
    ----------
    readings : list of Reading
        What was found, by article.
    rows : list of list of str
        Features, by sentence.
    true : list of str
        The annotators' steps, `NO_CLAIM` where a sentence makes no claim.
    outlets : list of str
        The outlet of each.
    furniture : ndarray of bool, shape (sentences,)
        Whether a sentence stands in page furniture.
    article : ndarray of int64, shape (sentences,)
        Number of the article of each.
    """

    readings: list[Reading]
    rows: list[list[str]]
    true: list[str]
    outlets: list[str]
    furniture: NDArray[np.bool_]
    article: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ClaimFigures:
    """How well claims are found on outlets that were not trained on.

    Attributes
    ----------
    articles, sentences, outlets : int
        Size of the data.
    claim_f1, everything_f1 : float
        Of telling claims from the rest; the same of calling every sentence a claim.
    further : tuple of int and float, or None
        How many further articles were learnt from, and the F1 of claims on them, out of fold as
        well.
    """

    articles: int
    sentences: int
    outlets: int
    claim_f1: float
    everything_f1: float
    further: tuple[int, float] | None = None


def train_checkability_model(
    articles: Sequence[LabelledArticle],
    out: Path,
    further: Sequence[LabelledArticle] = (),
    version: int = 1,
    seed: int = 0,
) -> ModelIdentity:
    """Train the model and write its artefact, model card included.

    Parameters
    ----------
    articles : sequence of LabelledArticle
        Annotated sentence by sentence.
    out : Path
        Folder that takes the artefact's folder.
    further : sequence of LabelledArticle
        Annotated by others in one pass, and only learnt from.
    version : int
        Of the artefact.
    seed : int
        Of the folds.

    Returns
    -------
    ModelIdentity
        The artefact's name and hash.
    """
    found = describe_sentences([*articles, *further])
    model = fit_linear(found.rows, _claims(found), _INVERSE_PENALTY, _MINIMUM)
    manifest = Manifest(
        f"checkability-v{version}",
        CHECKABILITY_KIND,
        (),
        data_hash([*articles, *further]),
        library_versions(),
    )
    card = checkability_card(manifest, _figures(found, seed, len(articles)))
    files = LinearModel(model.weights).to_files() | {CARD_FILE: card.encode()}
    return save_artefact(out / manifest.name, manifest, files)


def evaluate_checkability_model(articles: Sequence[LabelledArticle], seed: int = 0) -> ClaimFigures:
    """Judge claims by folds over outlets."""
    return _figures(describe_sentences(articles), seed, len(articles))


def describe_sentences(articles: Sequence[LabelledArticle]) -> Sentences:
    """Find everything in annotated articles and lay it beside what the annotators said."""
    readings = []
    rows: list[list[str]] = []
    true: list[str] = []
    outlets: list[str] = []
    furniture: list[bool] = []
    article: list[int] = []
    for number, item in enumerate(articles):
        reading = _read(item)
        readings.append(reading)
        rows += checkability_features(reading.words)
        sentences = reading.document.sentences
        true += _annotated(reading.document, item)
        outlets += [item.outlet] * len(sentences)
        article += [number] * len(sentences)
        furniture += [sentence.kind == "furniture" for sentence in sentences]
    return Sentences(readings, rows, true, outlets, np.array(furniture), np.array(article))


def _read(item: LabelledArticle) -> Reading:
    document = Document(item.article)
    citations = find_citations(document)
    sources, attributions = find_sources(document, find_attributions(document), citations)
    hedges = find_hedges(document, attributions)
    return read_sentences(document, attributions, sources, hedges, citations)


def _annotated(document: Document, item: LabelledArticle) -> list[str]:
    """The annotators' step of each sentence, by the unit that it shares most with."""
    steps = []
    for sentence in document.sentences:
        best, step = 0, NO_CLAIM
        for unit in item.units:
            overlap = min(sentence.end, unit.end) - max(sentence.start, unit.start)
            if overlap > best:
                best, step = overlap, unit.support if unit.claim else NO_CLAIM
        steps.append(step)
    return steps


def _claims(found: Sentences) -> NDArray[np.bool_]:
    return np.array([step != NO_CLAIM for step in found.true])


def claims_out_of_fold(found: Sentences, seed: int) -> NDArray[np.bool_]:
    """Which sentences a model that saw none of their outlet calls claims, shape (sentences,)."""
    claims = _claims(found)
    odds = linear_out_of_fold(found.rows, claims, found.outlets, _INVERSE_PENALTY, _MINIMUM, seed)
    return (odds >= 0) & ~found.furniture


def _figures(found: Sentences, seed: int, size: int) -> ClaimFigures:
    """Figures on the first articles, and those on the others beside them."""
    kept = claims_out_of_fold(found, seed)
    own = found.article < size
    figures = _of_part(found, kept, own)
    if own.all():
        return figures
    rest = _of_part(found, kept, ~own)
    return replace(figures, further=(rest.articles, rest.claim_f1))


def _of_part(found: Sentences, kept: NDArray[np.bool_], part: NDArray[np.bool_]) -> ClaimFigures:
    rows = np.flatnonzero(part).tolist()
    claims, kept = _claims(found)[part], kept[part]
    return ClaimFigures(
        len(set(found.article[part].tolist())),
        len(rows),
        len({found.outlets[row] for row in rows}),
        2 * int((kept & claims).sum()) / max(int(kept.sum() + claims.sum()), 1),
        2 * int(claims.sum()) / (len(claims) + int(claims.sum())),
    )
