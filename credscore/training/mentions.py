"""Training and judging the model that tells mentions of sources from other noun phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from credscore.artefacts import Manifest, save_artefact
from credscore.document import Document
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.sources import MENTIONS_KIND, mention_proposals
from credscore.findings import Span
from credscore.linear import LinearModel
from credscore.report import ModelIdentity
from credscore.training.calibration import folds
from credscore.training.data import LabelledArticle, data_hash
from credscore.training.evaluation import FOLDS
from credscore.training.model_card import CARD_FILE, library_versions, mention_card

__all__ = ["MentionFigures", "evaluate_mention_model", "train_mention_model"]

_MINIMUM = 4
_INVERSE_PENALTY = 0.3
# Share of the longer span's characters that two spans must have in common.
_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class MentionFigures:
    """How well mentions are found on outlets that were not trained on.

    Attributes
    ----------
    articles, mentions, outlets : int
        Size of the data.
    precision, recall, f1 : float
        Of mentions, at an intersection over union of 0.5.
    everything_f1 : float
        Of keeping every candidate.
    """

    articles: int
    mentions: int
    outlets: int
    precision: float
    recall: float
    f1: float
    everything_f1: float


@dataclass(frozen=True, slots=True)
class _Candidates:
    rows: list[list[str]]
    true: NDArray[np.bool_]
    outlets: list[str]
    mentions: int
    articles: int


def train_mention_model(
    articles: Sequence[LabelledArticle], out: Path, version: int = 1, seed: int = 0
) -> ModelIdentity:
    """Train the mention model and write its artefact, model card included.

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
    """
    found = _gather(articles)
    odds = _out_of_fold(found, seed)
    threshold = _best_threshold(found, odds)
    weights = _fit(found.rows, found.true)
    weights["bias"] = weights.get("bias", 0.0) - threshold
    manifest = Manifest(
        f"mentions-v{version}", MENTIONS_KIND, (), data_hash(articles), library_versions()
    )
    card = mention_card(manifest, _figures(found, odds, threshold))
    files = LinearModel(weights).to_files() | {CARD_FILE: card.encode()}
    return save_artefact(out / manifest.name, manifest, files)


def evaluate_mention_model(articles: Sequence[LabelledArticle], seed: int = 0) -> MentionFigures:
    """Judge the mention model by folds over outlets."""
    found = _gather(articles)
    odds = _out_of_fold(found, seed)
    return _figures(found, odds, _best_threshold(found, odds))


def _gather(articles: Sequence[LabelledArticle]) -> _Candidates:
    rows: list[list[str]] = []
    true: list[bool] = []
    outlets: list[str] = []
    mentions = 0
    for item in articles:
        document = Document(item.article)
        proposals = mention_proposals(
            document, find_attributions(document), find_citations(document)
        )
        gold = [span for unit in item.units for span in unit.sources]
        mentions += len(gold)
        matched = _matched([span for span, _ in proposals], gold)
        rows += [features for _, features in proposals]
        true += [number in matched for number in range(len(proposals))]
        outlets += [item.outlet] * len(proposals)
    return _Candidates(rows, np.array(true, dtype=bool), outlets, mentions, len(articles))


def _matched(found: Sequence[Span], gold: Sequence[Span]) -> set[int]:
    """Numbers of the spans that match one of the others, one to one, the best overlap first."""
    pairs = []
    for number, span in enumerate(found):
        for other, wanted in enumerate(gold):
            shared = min(span.end, wanted.end) - max(span.start, wanted.start)
            whole = max(span.end, wanted.end) - min(span.start, wanted.start)
            if shared >= _OVERLAP * whole:
                pairs.append((shared / whole, number, other))
    used: set[int] = set()
    matched: set[int] = set()
    for _, number, other in sorted(pairs, reverse=True):
        if number not in matched and other not in used:
            matched.add(number)
            used.add(other)
    return matched


def _fit(rows: Sequence[list[str]], true: NDArray[np.bool_]) -> dict[str, float]:
    counts = Counter(name for row in rows for name in row)
    vectorizer = DictVectorizer()
    design = vectorizer.fit_transform(
        [dict.fromkeys((name for name in row if counts[name] >= _MINIMUM), 1.0) for row in rows]
    )
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=2000).fit(design, true)
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0].tolist(), strict=True))
    weights["bias"] += float(model.intercept_[0])
    return weights


def _out_of_fold(found: _Candidates, seed: int) -> NDArray[np.float64]:
    odds = np.zeros(len(found.rows))
    for train, test in folds(found.true, found.outlets, FOLDS, seed):
        model = LinearModel(_fit([found.rows[row] for row in train], found.true[train]))
        odds[test] = [model.log_odds(found.rows[row]) for row in test]
    return odds


def _best_threshold(found: _Candidates, odds: NDArray[np.float64]) -> float:
    grid = np.linspace(-2.0, 1.0, 31).tolist()
    return max(grid, key=lambda threshold: _figures(found, odds, threshold).f1)


def _figures(found: _Candidates, odds: NDArray[np.float64], threshold: float) -> MentionFigures:
    kept = odds >= threshold
    hits = int((kept & found.true).sum())
    return MentionFigures(
        found.articles,
        found.mentions,
        len(set(found.outlets)),
        hits / max(int(kept.sum()), 1),
        hits / max(found.mentions, 1),
        2 * hits / max(int(kept.sum()) + found.mentions, 1),
        2 * int(found.true.sum()) / max(len(odds) + found.mentions, 1),
    )
