"""Training and judging the model that says how probably a claim's support is adequate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from credscore.additive import MODEL_FILE
from credscore.artefacts import Manifest, canonical_json, save_artefact
from credscore.features.claim_measures import CLAIM_FEATURES
from credscore.findings import SUPPORTS
from credscore.models import CLAIM_MODEL
from credscore.report import ModelIdentity
from credscore.training.additive import AdditiveClassifier
from credscore.training.calibration import calibrate, folds
from credscore.training.data import LabelledArticle, data_hash
from credscore.training.evaluation import FOLDS, Evaluation, evaluate
from credscore.training.extracting import claim_rows
from credscore.training.model_card import CARD_FILE, claim_card, library_versions

__all__ = ["ADEQUATE", "evaluate_claim_model", "train_claim_model"]

# The strength from which on a claim counts as adequately supported.
ADEQUATE = 2
_PENALTY, _KNOTS = 4.0, 8
_STEPS = len(SUPPORTS)


def train_claim_model(
    articles: Sequence[LabelledArticle],
    out: Path,
    version: int = 1,
    seed: int = 0,
    jobs: int = 2,
) -> ModelIdentity:
    """Train the claim model and write its artefact, model card included.

    Parameters
    ----------
    articles : sequence of LabelledArticle
        Annotated sentence by sentence.
    out : Path
        Folder that takes the artefact's folder.
    version : int
        Of the artefact.
    seed : int
        Of the folds; the same seed gives the same bytes.
    jobs : int
        Processes that read the articles.

    Returns
    -------
    ModelIdentity
        The artefact's name and hash.
    """
    matrix, strengths, outlets = _arrays(articles, jobs)
    log_odds = _out_of_fold(matrix, strengths, outlets, CLAIM_FEATURES, seed)
    model = _estimator(CLAIM_FEATURES).fit(matrix, strengths)
    additive = model.export(calibrate(log_odds, strengths >= ADEQUATE))
    manifest = Manifest(
        f"claims-v{version}", CLAIM_MODEL, CLAIM_FEATURES, data_hash(articles), library_versions()
    )
    evaluation = _evaluate(matrix, strengths, outlets, log_odds, seed)
    card = claim_card(manifest, len(articles), evaluation)
    files = {MODEL_FILE: canonical_json(additive.to_dict()), CARD_FILE: card.encode()}
    return save_artefact(out / manifest.name, manifest, files)


def evaluate_claim_model(
    articles: Sequence[LabelledArticle], seed: int = 0, jobs: int = 2
) -> Evaluation:
    """Judge the claim model by folds over outlets, beside the support step alone."""
    matrix, strengths, outlets = _arrays(articles, jobs)
    log_odds = _out_of_fold(matrix, strengths, outlets, CLAIM_FEATURES, seed)
    return _evaluate(matrix, strengths, outlets, log_odds, seed)


def _arrays(
    articles: Sequence[LabelledArticle], jobs: int
) -> tuple[NDArray[np.float64], NDArray[np.int64], list[str]]:
    rows = claim_rows(articles, jobs)
    outlets = [
        item.outlet
        for item, (_, strengths) in zip(articles, rows, strict=True)
        for _ in strengths.tolist()
    ]
    matrix = np.concatenate([features for features, _ in rows])
    return matrix, np.concatenate([strengths for _, strengths in rows]), outlets


def _estimator(names: tuple[str, ...]) -> AdditiveClassifier:
    return AdditiveClassifier(names, ADEQUATE, _PENALTY, _KNOTS)


def _out_of_fold(
    matrix: NDArray[np.float64],
    strengths: NDArray[np.int64],
    outlets: Sequence[str],
    names: tuple[str, ...],
    seed: int,
) -> NDArray[np.float64]:
    found = np.zeros(len(strengths))
    for train, test in folds(strengths >= ADEQUATE, outlets, FOLDS, seed):
        model = _estimator(names).fit(matrix[train], strengths[train])
        found[test] = model.decision_function(matrix[test])
    return found


def _evaluate(
    matrix: NDArray[np.float64],
    strengths: NDArray[np.int64],
    outlets: Sequence[str],
    log_odds: NDArray[np.float64],
    seed: int,
) -> Evaluation:
    alone = _out_of_fold(matrix[:, :_STEPS], strengths, outlets, CLAIM_FEATURES[:_STEPS], seed)
    positive = strengths >= ADEQUATE
    baselines = {"support step alone": alone}
    return evaluate(log_odds, baselines, strengths, positive, outlets, seed)
