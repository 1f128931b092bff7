"""Training and judging the model that tells mentions of sources from other noun phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from credscore.artefacts import Manifest, save_artefact
from credscore.document import Document
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.sources import MENTIONS_KIND, best_apart, mention_proposals
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
    proposed : float
        Share of the mentions that some candidate matches.
    """

    articles: int
    mentions: int
    outlets: int
    precision: float
    recall: float
    f1: float
    everything_f1: float
    proposed: float


@dataclass(frozen=True, slots=True)
class _Example:
    """A proposal: its place, features, and whether it is a mention; None where near to one."""

    article: int
    span: Span
    features: list[str]
    true: bool | None


@dataclass(frozen=True, slots=True)
class _Examples:
    rows: list[_Example]
    gold: list[list[Span]]
    outlets: list[str]


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
    weights = _fit(found.rows)
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


def _gather(articles: Sequence[LabelledArticle]) -> _Examples:
    rows: list[_Example] = []
    gold: list[list[Span]] = []
    for number, item in enumerate(articles):
        document = Document(item.article)
        proposals = mention_proposals(
            document, find_attributions(document), find_citations(document)
        )
        wanted = [span for unit in item.units for span in unit.sources]
        gold.append(wanted)
        spans = [span for span, _ in proposals]
        matched = _matched(spans, wanted)
        near = {
            place
            for place, span in enumerate(spans)
            if any(_overlap(span, other) >= _OVERLAP for other in wanted)
        }
        for place, (span, features) in enumerate(proposals):
            true = place in matched or (None if place in near else False)
            rows.append(_Example(number, span, features, true))
    return _Examples(rows, gold, [item.outlet for item in articles])


def _overlap(one: Span, other: Span) -> float:
    """Intersection over union of two spans."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(shared, 0) / (max(one.end, other.end) - min(one.start, other.start))


def _matched(found: Sequence[Span], gold: Sequence[Span]) -> set[int]:
    """Numbers of the spans that match one of the others, one to one, the best overlap first."""
    pairs = [
        (overlap, number, other)
        for number, span in enumerate(found)
        for other, wanted in enumerate(gold)
        if (overlap := _overlap(span, wanted)) >= _OVERLAP
    ]
    used: set[int] = set()
    matched: set[int] = set()
    for _, number, other in sorted(pairs, reverse=True):
        if number not in matched and other not in used:
            matched.add(number)
            used.add(other)
    return matched


def _fit(rows: Sequence[_Example]) -> dict[str, float]:
    known = [row for row in rows if row.true is not None]
    counts = Counter(name for row in known for name in row.features)
    vectorizer = DictVectorizer()
    design = vectorizer.fit_transform(
        [
            dict.fromkeys((name for name in row.features if counts[name] >= _MINIMUM), 1.0)
            for row in known
        ]
    )
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=2000)
    model.fit(design, [bool(row.true) for row in known])
    weights = dict(zip(vectorizer.get_feature_names_out(), model.coef_[0].tolist(), strict=True))
    weights["bias"] += float(model.intercept_[0])
    return weights


def _out_of_fold(found: _Examples, seed: int) -> list[float]:
    odds = np.zeros(len(found.rows))
    true = np.array([bool(row.true) for row in found.rows])
    outlets = [found.outlets[row.article] for row in found.rows]
    for train, test in folds(true, outlets, FOLDS, seed):
        model = LinearModel(_fit([found.rows[row] for row in train]))
        odds[test] = [model.log_odds(found.rows[row].features) for row in test]
    return list(odds.tolist())


def _best_threshold(found: _Examples, odds: Sequence[float]) -> float:
    grid: list[float] = np.linspace(-2.0, 1.0, 31).tolist()
    return max(grid, key=lambda threshold: _figures(found, odds, threshold).f1)


def _figures(found: _Examples, odds: Sequence[float], threshold: float) -> MentionFigures:
    hits = kept = every = 0
    at = 0
    for number, wanted in enumerate(found.gold):
        begin = at
        while at < len(found.rows) and found.rows[at].article == number:
            at += 1
        spans = [row.span for row in found.rows[begin:at]]
        best = best_apart(spans, [value - threshold for value in odds[begin:at]])
        hits += len(_matched([spans[place] for place in best], wanted))
        kept += len(best)
        every += len(_matched(spans, wanted))
    mentions = sum(map(len, found.gold))
    return MentionFigures(
        len(found.gold),
        mentions,
        len(set(found.outlets)),
        hits / max(kept, 1),
        hits / max(mentions, 1),
        2 * hits / max(kept + mentions, 1),
        2 * every / max(len(found.rows) + mentions, 1),
        every / max(mentions, 1),
    )
