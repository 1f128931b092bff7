"""Training the model that tells checkable claims from other sentences; judging it and the steps."""

from __future__ import annotations

from collections import Counter
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
from credscore.features.support import gather_evidence, supports
from credscore.findings import SUPPORTS
from credscore.linear import LinearModel
from credscore.report import ModelIdentity
from credscore.training.data import LabelledArticle, data_hash
from credscore.training.linear_model import fit_linear, linear_out_of_fold
from credscore.training.model_card import CARD_FILE, checkability_card, library_versions

__all__ = [
    "NO_CLAIM",
    "ClaimFigures",
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
    rows : list of list of str
        Features.
    true : list of str
        The annotators' steps, `NO_CLAIM` where a sentence makes no claim.
    given : list of str
        The steps that the rules give.
    outlets : list of str
        The outlet of each.
    furniture : ndarray of bool, shape (sentences,)
        Whether a sentence stands in page furniture.
    article : list of int
        Number of the article of each.
    """

    rows: list[list[str]]
    true: list[str]
    given: list[str]
    outlets: list[str]
    furniture: NDArray[np.bool_]
    article: list[int]


@dataclass(frozen=True, slots=True)
class ClaimFigures:
    """How well claims and their steps are found on outlets that were not trained on.

    Attributes
    ----------
    articles, sentences, outlets : int
        Size of the data.
    claim_f1, everything_f1 : float
        Of telling claims from the rest; the same of calling every sentence a claim.
    step_f1 : dict of str to float
        By step, sentences that make no claim under `NO_CLAIM`.
    majority_f1 : float
        Macro-F1 over the steps of calling every sentence a claim of the most frequent one.
    further : tuple of int, float and float, or None
        How many further articles were learnt from, and the F1 of claims and the macro-F1 over the
        steps on them, out of fold as well.
    """

    articles: int
    sentences: int
    outlets: int
    claim_f1: float
    everything_f1: float
    step_f1: dict[str, float]
    majority_f1: float
    further: tuple[int, float, float] | None = None

    @property
    def macro_f1(self) -> float:
        """Mean over the eight steps."""
        return float(np.mean([self.step_f1[step] for step in SUPPORTS]))


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
    """Judge claims and steps by folds over outlets."""
    return _figures(describe_sentences(articles), seed, len(articles))


def describe_sentences(articles: Sequence[LabelledArticle]) -> Sentences:
    """Find everything in annotated articles and lay it beside what the annotators said."""
    rows: list[list[str]] = []
    true: list[str] = []
    given: list[str] = []
    outlets: list[str] = []
    furniture: list[bool] = []
    article: list[int] = []
    for number, item in enumerate(articles):
        document = Document(item.article)
        citations = find_citations(document)
        sources, attributions = find_sources(document, find_attributions(document), citations)
        hedges = find_hedges(document, attributions)
        evidence = gather_evidence(document, attributions, sources, hedges, citations)
        supported = supports(document, evidence, sources)
        rows += checkability_features(document, evidence, supported)
        given += [rests.step for rests in supported]
        true += _annotated(document, item)
        outlets += [item.outlet] * len(document.sentences)
        article += [number] * len(document.sentences)
        furniture += [sentence.kind == "furniture" for sentence in document.sentences]
    return Sentences(rows, true, given, outlets, np.array(furniture), article)


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


def _figures(found: Sentences, seed: int, size: int) -> ClaimFigures:
    """Figures on the first articles, and those on the others beside them."""
    claims = _claims(found)
    odds = linear_out_of_fold(found.rows, claims, found.outlets, _INVERSE_PENALTY, _MINIMUM, seed)
    kept = (odds >= 0) & ~found.furniture
    own = np.array(found.article) < size
    figures = _of_part(found, claims, kept, own)
    if own.all():
        return figures
    rest = _of_part(found, claims, kept, ~own)
    return replace(figures, further=(rest.articles, rest.claim_f1, rest.macro_f1))


def _of_part(
    found: Sentences,
    claims: NDArray[np.bool_],
    kept: NDArray[np.bool_],
    part: NDArray[np.bool_],
) -> ClaimFigures:
    rows = np.flatnonzero(part).tolist()
    true = [found.true[row] for row in rows]
    given = [found.given[row] if kept[row] else NO_CLAIM for row in rows]
    claims, kept = claims[part], kept[part]
    counts = Counter(step for step in true if step != NO_CLAIM)
    size = max(counts.values())
    return ClaimFigures(
        len({found.article[row] for row in rows}),
        len(rows),
        len({found.outlets[row] for row in rows}),
        2 * int((kept & claims).sum()) / max(int(kept.sum() + claims.sum()), 1),
        2 * int(claims.sum()) / (len(claims) + int(claims.sum())),
        {step: _f1(true, given, step) for step in (*SUPPORTS, NO_CLAIM)},
        2 * size / (size + len(true)) / len(SUPPORTS),
    )


def _f1(true: Sequence[str], given: Sequence[str], step: str) -> float:
    hits = sum(t == g == step for t, g in zip(true, given, strict=True))
    total = true.count(step) + given.count(step)
    return 2 * hits / total if total else 0.0
