"""Training and judging the model that tells mentions of sources from other noun phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from credscore.artefacts import Manifest, save_artefact
from credscore.features.source_proposals import MENTIONS_KIND, best_apart
from credscore.linear import LinearModel
from credscore.report import ModelIdentity
from credscore.training.calibration import folds
from credscore.training.data import LabelledArticle, data_hash
from credscore.training.evaluation import FOLDS
from credscore.training.mention_examples import (
    Example,
    Examples,
    gather,
    gather_attributed,
    matched,
)
from credscore.training.model_card import CARD_FILE, library_versions, mention_card
from credscore.training.polnear import AnnotatedArticle, corpus_hash

__all__ = ["MentionFigures", "evaluate_mention_model", "train_mention_model"]

_MINIMUM = 3
_INVERSE_PENALTY = 0.1
_FURTHER_WEIGHT = 0.4
_OWN = "own "
# Differences in F1 that the folds alone make.
_AS_GOOD = 0.003
# Draws of the folds by which the threshold is set.
_DRAWS = 4


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
    further : tuple of int and float, or None
        How many further articles were learnt from, and the F1 on them, out of fold as well.
    """

    articles: int
    mentions: int
    outlets: int
    precision: float
    recall: float
    f1: float
    everything_f1: float
    proposed: float
    further: tuple[int, float] | None = None


def train_mention_model(
    articles: Sequence[LabelledArticle],
    attributed: Sequence[AnnotatedArticle],
    out: Path,
    further: Sequence[LabelledArticle] = (),
    version: int = 1,
    seed: int = 0,
) -> ModelIdentity:
    """Train the mention model and write its artefact, model card included.

    Parameters
    ----------
    articles : sequence of LabelledArticle
        Annotated sentence by sentence; by these the threshold is set.
    attributed : sequence of AnnotatedArticle
        Articles of PolNeAR: many more sources of one kind of news, under a scheme of their own.
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
    found, others = gather([*articles, *further]), gather_attributed(attributed)
    draws = _draws(found, others, _out_of_fold(found, others, seed), seed)
    own, rest = _split(found, len(articles))
    size = len(own.rows)
    threshold = _best_threshold(own, [odds[:size] for odds in draws])
    weights = _fit(found.rows, others)
    weights["bias"] = weights.get("bias", 0.0) - threshold
    both = f"{data_hash([*articles, *further])} {corpus_hash(attributed)}"
    digest = f"sha256:{sha256(both.encode()).hexdigest()}"
    manifest = Manifest(f"mentions-v{version}", MENTIONS_KIND, (), digest, library_versions())
    figures = _figures(own, draws[0][:size], threshold)
    if further:
        f1 = _figures(rest, draws[0][size:], threshold).f1
        figures = replace(figures, further=(len(further), f1))
    card = mention_card(manifest, figures, len(attributed))
    files = LinearModel(weights).to_files() | {CARD_FILE: card.encode()}
    return save_artefact(out / manifest.name, manifest, files)


def evaluate_mention_model(
    articles: Sequence[LabelledArticle], attributed: Sequence[AnnotatedArticle], seed: int = 0
) -> MentionFigures:
    """Judge the mention model by folds over outlets."""
    found, others = gather(articles), gather_attributed(attributed)
    odds = _out_of_fold(found, others, seed)
    return _figures(found, odds, _best_threshold(found, _draws(found, others, odds, seed)))


def _split(found: Examples, size: int) -> tuple[Examples, Examples]:
    """The first articles, and the others."""
    parts = []
    for begin, end in ((0, size), (size, len(found.gold))):
        rows = [
            replace(row, article=row.article - begin)
            for row in found.rows
            if begin <= row.article < end
        ]
        parts.append(Examples(rows, found.gold[begin:end], found.outlets[begin:end]))
    return parts[0], parts[1]


def _fit(rows: Sequence[Example], others: Sequence[Example]) -> dict[str, float]:
    """Weights by feature.

    What the further examples teach is shared; beside it each feature has a weight of its own for
    the annotated articles, whose scheme is the one that counts (Daumé, ACL 2007,
    https://aclanthology.org/P07-1033/).
    """
    known = [row for row in rows if row.true is not None]
    counts = Counter(name for row in (*known, *others) for name in row.features)
    frequent = {name for name, count in counts.items() if count >= _MINIMUM}
    design = [
        {prefix + name: 1.0 for name in row.features if name in frequent for prefix in ("", _OWN)}
        for row in known
    ]
    design += [{name: 1.0 for name in row.features if name in frequent} for row in others]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=2000, tol=1e-3)
    model.fit(
        vectorizer.fit_transform(design),
        [bool(row.true) for row in (*known, *others)],
        sample_weight=[1.0] * len(known) + [_FURTHER_WEIGHT] * len(others),
    )
    weights: Counter[str] = Counter()
    for name, weight in zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True):
        weights[name.removeprefix(_OWN)] += weight
    weights["bias"] += model.intercept_[0]
    return {name: float(weight) for name, weight in weights.items()}


def _out_of_fold(found: Examples, others: Sequence[Example], seed: int) -> list[float]:
    odds = np.zeros(len(found.rows))
    true = np.array([bool(row.true) for row in found.rows])
    outlets = [found.outlets[row.article] for row in found.rows]
    for train, test in folds(true, outlets, FOLDS, seed):
        model = LinearModel(_fit([found.rows[row] for row in train], others))
        odds[test] = [model.log_odds(found.rows[row].features) for row in test]
    return list(odds.tolist())


def _draws(
    found: Examples, others: Sequence[Example], odds: list[float], seed: int
) -> list[list[float]]:
    """Log-odds out of several draws of the folds, the first of which is known."""
    more = range(seed + 1, seed + _DRAWS)
    return [odds, *(_out_of_fold(found, others, draw) for draw in more)]


def _best_threshold(found: Examples, draws: Sequence[Sequence[float]]) -> float:
    """The lowest threshold that is as good as the best: a source missed costs its claims all.

    F1 is flat about its highest, so that one draw of the folds would leave it to chance.
    """
    grid: list[float] = np.linspace(-2.0, 1.0, 31).tolist()
    reached = [
        float(np.mean([_figures(found, odds, threshold).f1 for odds in draws]))
        for threshold in grid
    ]
    enough = max(reached) - _AS_GOOD
    return next(threshold for threshold, f1 in zip(grid, reached, strict=True) if f1 >= enough)


def _figures(found: Examples, odds: Sequence[float], threshold: float) -> MentionFigures:
    hits = kept = every = 0
    at = 0
    for number, wanted in enumerate(found.gold):
        begin = at
        while at < len(found.rows) and found.rows[at].article == number:
            at += 1
        spans = [row.span for row in found.rows[begin:at]]
        best = best_apart(spans, [value - threshold for value in odds[begin:at]])
        hits += len(matched([spans[place] for place in best], wanted))
        kept += len(best)
        every += len(matched(spans, wanted))
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
