"""Training the model that weighs on which step of the ladder a claim stands, and judging it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Manifest, save_artefact
from credscore.features.claims import STEP_KIND
from credscore.features.step_features import rule_features, step_features
from credscore.features.steps import StepModel
from credscore.findings import SUPPORTS
from credscore.linear import ClassModel
from credscore.report import ModelIdentity
from credscore.training.calibration import folds
from credscore.training.checkability import (
    NO_CLAIM,
    Sentences,
    claims_out_of_fold,
    describe_sentences,
)
from credscore.training.data import LabelledArticle, data_hash
from credscore.training.evaluation import FOLDS
from credscore.training.linear_model import fit_classes
from credscore.training.model_card import CARD_FILE, library_versions, step_card

__all__ = ["StepFigures", "evaluate_step_model", "train_step_model"]

_MINIMUM = 5
_INVERSE_PENALTY = 0.05
# How much rare steps weigh; see `fit_classes`.
_BALANCE = 0.3
# Features of sentences that tell nothing of whom they rest on.
_LEFT_OUT = ("asks", "auxiliary", "capitals", "exhorts", "length=", "names")
# What the rules' own step has beyond what is learnt, in log-odds: they were written by the guide,
# with more cases in view than are annotated.
_TRUST = 0.4


@dataclass(frozen=True, slots=True)
class StepFigures:
    """How well the steps of claims are found on outlets that were not trained on.

    Attributes
    ----------
    articles, sentences, outlets : int
        Size of the data.
    step_f1, ruled_f1 : dict of str to float
        By step, sentences that make no claim under `NO_CLAIM`; the same by the rules alone.
    majority_f1 : float
        Macro-F1 over the steps of calling every sentence a claim of the most frequent one.
    right, ruled_right : float
        Share of the claims found whose step is right; the same by the rules alone.
    further : StepFigures or None
        The same on the further articles that were learnt from, out of fold as well.
    """

    articles: int
    sentences: int
    outlets: int
    step_f1: dict[str, float]
    ruled_f1: dict[str, float]
    majority_f1: float
    right: float
    ruled_right: float
    further: StepFigures | None = None

    @property
    def macro_f1(self) -> float:
        """Mean over the eight steps."""
        return float(np.mean([self.step_f1[step] for step in SUPPORTS]))

    @property
    def ruled_macro_f1(self) -> float:
        """Mean over the eight steps, by the rules alone."""
        return float(np.mean([self.ruled_f1[step] for step in SUPPORTS]))


def train_step_model(
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
    rows = _rows(found)
    model = _fit(found, rows, np.arange(len(rows)))
    manifest = Manifest(
        f"steps-v{version}",
        STEP_KIND,
        (),
        data_hash([*articles, *further]),
        library_versions(),
    )
    card = step_card(manifest, _figures(found, rows, seed, len(articles)))
    files = model.to_files() | {CARD_FILE: card.encode()}
    return save_artefact(out / manifest.name, manifest, files)


def evaluate_step_model(articles: Sequence[LabelledArticle], seed: int = 0) -> StepFigures:
    """Judge the steps by folds over outlets."""
    found = describe_sentences(articles)
    return _figures(found, _rows(found), seed, len(articles))


def _rows(found: Sentences) -> list[list[str]]:
    """Features of every sentence."""
    return [
        ["bias", *(name for name in row if not name.startswith(_LEFT_OUT))]
        for reading in found.readings
        for row in step_features(reading)
    ]


def _fit(found: Sentences, rows: Sequence[Sequence[str]], train: NDArray[np.int64]) -> ClassModel:
    """Learn from the claims among some sentences."""
    chosen = [row for row in train.tolist() if found.true[row] != NO_CLAIM]
    model = fit_classes(
        [rows[row] for row in chosen],
        [found.true[row] for row in chosen],
        SUPPORTS,
        _INVERSE_PENALTY,
        _MINIMUM,
        _BALANCE,
    )
    weights = dict(model.weights)
    for number, step in enumerate(SUPPORTS):
        for name in rule_features(step):
            if name in weights:
                more = [_TRUST * (at == number) for at in range(len(SUPPORTS))]
                weights[name] = tuple(map(sum, zip(weights[name], more, strict=True)))
    return ClassModel(model.classes, weights)


def _figures(found: Sentences, rows: Sequence[Sequence[str]], seed: int, size: int) -> StepFigures:
    """Figures on the first articles, and those on the others beside them."""
    claims = np.array([step != NO_CLAIM for step in found.true])
    given = [NO_CLAIM] * len(rows)
    for train, test in folds(claims, found.outlets, FOLDS, seed):
        model = StepModel(_fit(found, rows, train))
        # An article is of one outlet, and all of it is in one fold.
        for number in sorted(set(found.article[test].tolist())):
            steps = model.supports(found.readings[number])
            for row, rests in zip(np.flatnonzero(found.article == number), steps, strict=True):
                given[row] = rests.step
    kept = claims_out_of_fold(found, seed)
    own = found.article < size
    figures = _of_part(found, given, kept, own)
    if own.all():
        return figures
    return replace(figures, further=_of_part(found, given, kept, ~own))


def _of_part(
    found: Sentences, given: Sequence[str], kept: NDArray[np.bool_], part: NDArray[np.bool_]
) -> StepFigures:
    rows = np.flatnonzero(part).tolist()
    ruled = [rests.step for reading in found.readings for rests in reading.ruled]
    true = [found.true[row] for row in rows]
    by_model, by_rules = (
        [steps[row] if kept[row] else NO_CLAIM for row in rows] for steps in (given, ruled)
    )
    counts = Counter(step for step in true if step != NO_CLAIM)
    size = max(counts.values(), default=0)
    return StepFigures(
        len(set(found.article[part].tolist())),
        len(rows),
        len({found.outlets[row] for row in rows}),
        {step: _f1(true, by_model, step) for step in (*SUPPORTS, NO_CLAIM)},
        {step: _f1(true, by_rules, step) for step in (*SUPPORTS, NO_CLAIM)},
        2 * size / (size + len(true)) / len(SUPPORTS),
        _right(true, by_model),
        _right(true, by_rules),
    )


def _right(true: Sequence[str], given: Sequence[str]) -> float:
    """Share of right steps among the claims that were found."""
    pairs = [pair for pair in zip(true, given, strict=True) if NO_CLAIM not in pair]
    return sum(t == g for t, g in pairs) / max(len(pairs), 1)


def _f1(true: Sequence[str], given: Sequence[str], step: str) -> float:
    hits = sum(t == g == step for t, g in zip(true, given, strict=True))
    total = true.count(step) + given.count(step)
    return 2 * hits / total if total else 0.0
