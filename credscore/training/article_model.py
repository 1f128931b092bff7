"""Training and judging the models that score whole articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from credscore.additive import MODEL_FILE
from credscore.artefacts import Manifest, canonical_json, save_artefact
from credscore.checks import FEWEST_WORDS
from credscore.features.measures import MEASURES
from credscore.models import ARTICLE_MODEL
from credscore.report import ModelIdentity
from credscore.training.additive import Direction
from credscore.training.article_tasks import ArticleTask, OtherLabels
from credscore.training.blended import Blended, BlendedClassifier
from credscore.training.calibration import calibrate, folds
from credscore.training.data import LabelledArticle, data_hash
from credscore.training.evaluation import (
    FOLDS,
    Evaluation,
    Figures,
    evaluate,
    figures,
    length_alone,
    words_alone,
)
from credscore.training.extracting import measure_articles
from credscore.training.intervals import DRAWS, covered_groups, interval_table
from credscore.training.labels import check_enough
from credscore.training.leaks import find_leaks
from credscore.training.learning import learning_curve
from credscore.training.model_card import CARD_FILE, article_card, library_versions
from credscore.training.rivals import kept_without, rivals

__all__ = [
    "ArticleRows",
    "directions",
    "evaluate_article_model",
    "train_article_model",
]

_NAMES = tuple(item.name for item in MEASURES)
# Articles for which an outlet counts at most.
_MOST_OF_ONE = 60
_LENGTH = "word_count"


def train_article_model(
    task: ArticleTask,
    articles: Sequence[LabelledArticle],
    folder: Path,
    other: OtherLabels | None = None,
    seed: int = 0,
    jobs: int = 2,
) -> tuple[ModelIdentity, Evaluation]:
    """Train an article model and write its artefact, model card included.

    Parameters
    ----------
    task : ArticleTask
        What to learn.
    articles : sequence of LabelledArticle
        What to learn from; those that would be refused are left out.
    folder : Path
        The artefact's folder, whose name is that of the model.
    other : OtherLabels, optional
        Articles with labels of another kind, which the model is judged on and not trained on.
    seed : int
        Of the folds; the same seed gives the same bytes.
    jobs : int
        Processes that measure the articles.

    Returns
    -------
    tuple of ModelIdentity and Evaluation
        The artefact's name and hash, and how good the model is on outlets it did not see.
    """
    data = ArticleRows.build(task, articles, jobs)
    log_odds = data.out_of_fold(seed)
    interval = interval_table(log_odds, data.positive, data.words, data.outlets, seed)
    additive = data.fitted(slice(None)).export(calibrate(log_odds, data.positive))
    evaluation = replace(
        _evaluate(data, log_odds, other, seed, jobs),
        tried=_tried(data, seed),
        without=_without(data, seed),
    )
    fields = additive.to_dict() | {"interval": interval.to_dict()}
    manifest = Manifest(
        folder.resolve().name, ARTICLE_MODEL, data.names, data_hash(articles), library_versions()
    )
    card = article_card(manifest, task.labels, task.licence, task.threshold, evaluation, additive)
    files = {MODEL_FILE: canonical_json(fields), CARD_FILE: card.encode()}
    return save_artefact(folder, manifest, files), evaluation


def evaluate_article_model(
    task: ArticleTask,
    articles: Sequence[LabelledArticle],
    seed: int = 0,
    jobs: int = 2,
    other: OtherLabels | None = None,
    curve: bool = True,
) -> Evaluation:
    """Judge an article model by folds over outlets, beside length alone and TF-IDF.

    Parameters
    ----------
    task : ArticleTask
        What the model learns.
    articles : sequence of LabelledArticle
        What it learns from and is judged on; those that would be refused are left out.
    seed : int
        Of the folds.
    jobs : int
        Processes that measure the articles.
    other : OtherLabels, optional
        Articles with labels of another kind, which the model is judged on and not trained on.
    curve : bool
        Whether to make the learning curve too, which takes a while.

    Returns
    -------
    Evaluation
        Without the other models that the card compares, see `train_article_model`.
    """
    data = ArticleRows.build(task, articles, jobs)
    judged = _evaluate(data, data.out_of_fold(seed), other, seed, jobs)
    return replace(judged, curve=learning_curve(data, seed)) if curve else judged


@dataclass(frozen=True, slots=True)
class ArticleRows:
    """Labelled articles as arrays, one row an article; those that would be refused are left out."""

    task: ArticleTask
    names: tuple[str, ...]
    matrix: NDArray[np.float64]
    ratings: NDArray[np.int64]
    outlets: list[str]
    texts: list[str]
    words: NDArray[np.float64]
    # What was noted beside the ratings: 0 or 1, NaN where nothing was; one column each.
    noted: NDArray[np.float64]
    # Whether a measure moves the score only the way a sourcing standard would have it.
    held: bool = True

    @classmethod
    def build(
        cls, task: ArticleTask, articles: Sequence[LabelledArticle], jobs: int
    ) -> ArticleRows:
        """Measure articles.

        Raises
        ------
        LabelsError
            If too few of them can be scored.
        """
        matrix = measure_articles(articles, jobs)
        words = matrix[:, _NAMES.index(_LENGTH)]
        scored = ~np.isnan(words)
        kept = [item for item, good in zip(articles, scored.tolist(), strict=True) if good]
        if len(kept) < len(articles):
            above = sum(item.rating >= task.threshold for item in kept)
            held = (
                f"{task.name}: {len(kept)} of {len(articles)} articles can be scored, others are "
                f"under {FEWEST_WORDS} words or not English"
            )
            check_enough(held, len(kept), above, task.threshold)
        columns = [place for place, name in enumerate(_NAMES) if name not in task.left_out]
        return cls(
            task,
            tuple(_NAMES[column] for column in columns),
            matrix[scored][:, columns],
            np.array([item.rating for item in kept]),
            [item.outlet for item in kept],
            [item.article.text for item in kept],
            words[scored],
            np.array([item.noted for item in kept], dtype=np.float64),
        )

    @property
    def positive(self) -> NDArray[np.bool_]:
        """Whether each article counts as well supported."""
        return self.ratings >= self.task.threshold

    def fitted(self, rows: NDArray[np.int64] | slice) -> Blended:
        """The model, fitted to some of the rows."""
        outlets = np.asarray(self.outlets)[rows]
        counts = Counter(outlets.tolist())
        # No outlet's habits shall pass for rules of the trade.
        weights = np.array([min(1.0, _MOST_OF_ONE / counts[name]) for name in outlets.tolist()])
        model = BlendedClassifier(
            self.names,
            self.task.threshold,
            self.task.penalty,
            directions() if self.held else None,
            _LENGTH if _LENGTH in self.names else None,
            self.task.length_penalty,
            self.task.lines_share,
        )
        return model.fit(self.matrix[rows], self.ratings[rows], weights, self.noted[rows])

    def with_columns(self, columns: Sequence[int]) -> ArticleRows:
        """The same articles with some of the measures."""
        names = tuple(self.names[column] for column in columns)
        return replace(self, names=names, matrix=self.matrix[:, columns])

    def out_of_fold(self, seed: int) -> NDArray[np.float64]:
        """Log-odds of each article by a model that saw none of its outlet."""
        found = np.zeros(len(self.ratings))
        for train, test in folds(self.positive, self.outlets, FOLDS, seed):
            found[test] = self.fitted(train).decision_function(self.matrix[test])
        return found

    def log_odds_of(self, other: ArticleRows, seed: int) -> NDArray[np.float64]:
        """Log-odds of other articles, each by a model that saw none of its outlet."""
        found = np.zeros(len(other.ratings))
        outlets = np.asarray(self.outlets)
        for _, test in folds(other.positive, other.outlets, FOLDS, seed):
            held = {other.outlets[row] for row in test.tolist()}
            rows = np.flatnonzero(~np.isin(outlets, sorted(held)))
            found[test] = self.fitted(rows).decision_function(other.matrix[test])
        return found


def _judged(name: str, data: ArticleRows, log_odds: NDArray[np.float64], seed: int) -> Figures:
    return figures(name, log_odds, data.ratings, data.positive, data.outlets, seed)


def _tried(data: ArticleRows, seed: int) -> tuple[Figures, ...]:
    """Other models on the same measures, and the scorecard with other rules, in the same folds."""
    found = rivals(data.matrix, data.positive, data.outlets, FOLDS, seed)
    found["scorecard, no direction held"] = replace(data, held=False).out_of_fold(seed)
    if data.task.length_penalty:
        even = replace(data, task=replace(data.task, length_penalty=0.0))
        found["scorecard, length not held back"] = even.out_of_fold(seed)
    return tuple(_judged(name, data, log_odds, seed) for name, log_odds in found.items())


def _without(data: ArticleRows, seed: int) -> tuple[Figures, ...]:
    """The model without each family of its measures."""
    return tuple(
        _judged(family, data, data.with_columns(columns).out_of_fold(seed), seed)
        for family, columns in kept_without(data.names)
    )


def directions() -> dict[str, Direction]:
    """The way each measure may move the score, where a sourcing standard says so."""
    return {item.name: item.better for item in MEASURES if item.better != "either"}


def _evaluate(
    data: ArticleRows,
    log_odds: NDArray[np.float64],
    other: OtherLabels | None,
    seed: int,
    jobs: int,
) -> Evaluation:
    baselines = {
        "length alone": length_alone(data.words, data.positive, data.outlets, seed),
        "TF-IDF + logistic regression": words_alone(data.texts, data.positive, data.outlets, seed),
    }
    judged = evaluate(log_odds, baselines, data.ratings, data.positive, data.outlets, seed)
    draws = {seed: log_odds}
    draws |= {draw: data.out_of_fold(draw) for draw in range(seed + 1, seed + DRAWS)}
    groups = tuple(
        group
        for draw, odds in draws.items()
        for group in covered_groups(odds, data.positive, data.words, data.outlets, draw)
    )
    leaks = find_leaks(
        data.matrix, judged.scores["credscore"], data.words, data.positive, data.outlets, seed
    )
    judged = replace(judged, groups=groups, leaks=leaks)
    if other is None:
        return judged
    # The model's own measures, under the other labels.
    rows = ArticleRows.build(replace(data.task, threshold=other.threshold), other.articles, jobs)
    auc = float(roc_auc_score(rows.positive, data.log_odds_of(rows, seed)))
    return replace(judged, other=(other.name, len(rows.ratings), auc))
