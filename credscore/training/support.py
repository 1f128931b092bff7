"""Training and judging the model that gives each sentence its step on the ladder of support."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Manifest, save_artefact
from credscore.document import Document
from credscore.errors import MissingDependencyError
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.claims import SUPPORT_KIND, allowed_steps
from credscore.features.hedging import find_hedges
from credscore.features.sources import find_sources
from credscore.features.support import gather_evidence, sentence_features
from credscore.report import ModelIdentity
from credscore.support_model import NO_CLAIM, STEPS, SupportModel
from credscore.training.calibration import folds
from credscore.training.data import LabelledArticle, data_hash
from credscore.training.evaluation import FOLDS
from credscore.training.model_card import CARD_FILE, library_versions, support_card

__all__ = ["SupportFigures", "evaluate_support_model", "out_of_fold_steps", "train_support_model"]

_L1, _L2 = 0.1, 0.1
_MINIMUM = 2
_ITERATIONS = 200


@dataclass(frozen=True, slots=True)
class _Described:
    """An article's sentences as features, with the steps that the annotators gave."""

    rows: list[list[str]]
    allowed: NDArray[np.bool_]
    steps: list[str]
    outlet: str


@dataclass(frozen=True, slots=True)
class SupportFigures:
    """How well steps do on outlets that were not trained on.

    Attributes
    ----------
    articles, sentences, outlets : int
        Size of the data.
    claim_f1 : float
        Of telling claims from the rest.
    f1 : dict of str to float
        By step.
    majority_f1 : float
        Macro-F1 of calling every sentence a claim of the most frequent step.
    """

    articles: int
    sentences: int
    outlets: int
    claim_f1: float
    f1: dict[str, float]
    majority_f1: float

    @property
    def macro_f1(self) -> float:
        """Mean over the eight steps."""
        return float(np.mean([value for step, value in self.f1.items() if step != NO_CLAIM]))


def train_support_model(
    articles: Sequence[LabelledArticle], out: Path, version: int = 1, seed: int = 0
) -> ModelIdentity:
    """Train the support model and write its artefact, model card included.

    Parameters
    ----------
    articles : sequence of LabelledArticle
        Annotated sentence by sentence.
    out : Path
        Folder that takes the artefact's folder.
    version : int
        Of the artefact.
    seed : int
        Of the folds.

    Returns
    -------
    ModelIdentity
        The artefact's name and hash.

    Raises
    ------
    MissingDependencyError
        If python-crfsuite is not installed.
    """
    described = _describe(articles)
    model = _fit(described)
    figures = _figures(described, out_of_fold_steps(described, seed))
    manifest = Manifest(
        f"support-v{version}", SUPPORT_KIND, STEPS, data_hash(articles), library_versions()
    )
    files = model.to_files() | {CARD_FILE: support_card(manifest, figures).encode()}
    return save_artefact(out / manifest.name, manifest, files)


def evaluate_support_model(articles: Sequence[LabelledArticle], seed: int = 0) -> SupportFigures:
    """Judge the support model by folds over outlets."""
    described = _describe(articles)
    return _figures(described, out_of_fold_steps(described, seed))


def _describe(articles: Sequence[LabelledArticle]) -> list[_Described]:
    return [_described(item) for item in articles]


def _described(item: LabelledArticle) -> _Described:
    document = Document(item.article)
    citations = find_citations(document)
    sources, attributions = find_sources(document, find_attributions(document), citations)
    hedges = find_hedges(document, attributions)
    evidence = gather_evidence(document, attributions, sources, hedges, citations)
    rows = sentence_features(document, sources, citations, evidence)
    steps = []
    for sentence in document.sentences:
        best, step = 0, NO_CLAIM
        for unit in item.units:
            overlap = min(sentence.end, unit.end) - max(sentence.start, unit.start)
            if overlap > best:
                best, step = overlap, unit.support if unit.claim else NO_CLAIM
        steps.append(step)
    return _Described(rows, allowed_steps(document, sources, citations), steps, item.outlet)


def _fit(described: Sequence[_Described]) -> SupportModel:
    try:
        import pycrfsuite
    except ImportError as error:
        raise MissingDependencyError(
            "python-crfsuite", "train", "training the support model"
        ) from error
    trainer = pycrfsuite.Trainer(verbose=False)
    for item in described:
        trainer.append(pycrfsuite.ItemSequence(item.rows), item.steps)
    trainer.set_params(
        {
            "c1": _L1,
            "c2": _L2,
            "max_iterations": _ITERATIONS,
            "feature.minfreq": _MINIMUM,
            "feature.possible_transitions": True,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "crf")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        dump = tagger.info()
    column = {step: place for place, step in enumerate(STEPS)}
    weights: dict[str, NDArray[np.float64]] = {}
    for (name, step), weight in dump.state_features.items():
        weights.setdefault(name, np.zeros(len(STEPS)))[column[step]] = weight
    transitions = np.zeros((len(STEPS), len(STEPS)))
    for (before, after), weight in dump.transitions.items():
        transitions[column[before], column[after]] = weight
    return SupportModel(weights, transitions)


def out_of_fold_steps(described: Sequence[_Described], seed: int) -> list[list[str]]:
    """Steps of each article by a model that saw none of its outlet."""
    outlets = [item.outlet for item in described]
    # Balanced by how much of an article has a source.
    sourced = np.array([item.steps.count("own") < 0.3 * len(item.steps) for item in described])
    found: list[list[str]] = [[] for _ in described]
    for train, test in folds(sourced, outlets, FOLDS, seed):
        model = _fit([described[row] for row in train])
        for row in test:
            found[row] = model.steps(described[row].rows, described[row].allowed)
    return found


def _figures(described: Sequence[_Described], found: Sequence[Sequence[str]]) -> SupportFigures:
    true = [step for item in described for step in item.steps]
    given = [step for steps in found for step in steps]
    f1 = {step: _f1(true, given, step) for step in STEPS}
    wrong = sum((t == NO_CLAIM) != (g == NO_CLAIM) for t, g in zip(true, given, strict=True))
    both = sum(t != NO_CLAIM and g != NO_CLAIM for t, g in zip(true, given, strict=True))
    most = max(STEPS[:-1], key=true.count)
    majority = 2 * true.count(most) / (true.count(most) + len(true)) / (len(STEPS) - 1)
    return SupportFigures(
        len(described),
        len(true),
        len({item.outlet for item in described}),
        2 * both / max(2 * both + wrong, 1),
        f1,
        majority,
    )


def _f1(true: Sequence[str], given: Sequence[str], step: str) -> float:
    hits = sum(t == g == step for t, g in zip(true, given, strict=True))
    total = true.count(step) + given.count(step)
    return 2 * hits / total if total else 0.0
