"""Training and judging the models that score whole articles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from credscore.artefacts import Manifest, canonical_json, save_artefact
from credscore.features.measures import MEASURES
from credscore.models import ARTICLE_MODEL, MODEL_FILE
from credscore.report import ModelIdentity
from credscore.training.additive import AdditiveClassifier, Direction
from credscore.training.calibration import calibrate, folds, interval_table
from credscore.training.data import (
    LabelledArticle,
    data_hash,
    general_articles,
    health_articles,
)
from credscore.training.evaluation import (
    FOLDS,
    Evaluation,
    evaluate,
    length_alone,
    words_alone,
)
from credscore.training.extracting import measure_articles
from credscore.training.model_card import CARD_FILE, article_card, library_versions

__all__ = ["TASKS", "ArticleTask", "directions", "evaluate_article_model", "train_article_model"]

_NAMES = tuple(item.name for item in MEASURES)
# Length has one term of its own, flat beyond its outer knots; a second measure of it would let a
# text that was cut short sink without bound.
_LENGTH_AGAIN = frozenset(("claim_count",))
# What health reporting is asked for; elsewhere they would tell the topic.
_HEALTH_ALONE = frozenset(("alternative_rate", "availability_rate", "cost_rate", "harm_rate"))


@dataclass(frozen=True, slots=True)
class ArticleTask:
    """What an article model learns.

    Attributes
    ----------
    name : str
        Of the artefact, without version.
    read : callable
        Reads its labelled articles from the data folder.
    threshold : int
        The rating from which on an article counts as well supported.
    penalty : float
        See `AdditiveClassifier`.
    left_out : frozenset of str
        Measures that the model does not use.
    labels : str
        Who gave the ratings, for the model card.
    licence : str
        Under which terms the training texts stand, for the model card.
    """

    name: str
    read: Callable[[Path], list[LabelledArticle]]
    threshold: int
    penalty: float
    left_out: frozenset[str]
    labels: str
    licence: str


TASKS: Mapping[str, ArticleTask] = {
    "general": ArticleTask(
        "general",
        general_articles,
        threshold=3,
        penalty=4.0,
        left_out=_LENGTH_AGAIN | _HEALTH_ALONE,
        labels=(
            "Ratings of 0 to 4 by the project's annotation guide, given by language models that "
            "read each article. The articles of dev.jsonl (62 with those held out for independent "
            "evaluation) were annotated in two passes and adjudicated, the others in one pass. Two "
            "readers of one kind agree more than two people would."
        ),
        licence=(
            "The texts remain the copyright of their publishers; for several of the collections "
            "they come from no licence is stated, and one is CC BY-NC-SA 4.0. No text is shipped: "
            "the model holds sums over counts, no words."
        ),
    ),
    "health": ArticleTask(
        "health",
        health_articles,
        threshold=3,
        penalty=4.0,
        left_out=_LENGTH_AGAIN,
        labels=(
            "Ratings of 0 to 5 stars by the reviewers of HealthNewsReview.org, human experts in "
            "journalism, medicine and health services research. They judge health reporting as a "
            "whole, of which sourcing is a part."
        ),
        licence=(
            "The texts remain the copyright of their publishers and the reviews are "
            "HealthNewsReview.org's; no licence is stated by the repositories they come from. No "
            "text is shipped: the model holds sums over counts, no words."
        ),
    ),
}


def train_article_model(
    task: ArticleTask,
    articles: Sequence[LabelledArticle],
    out: Path,
    version: int = 1,
    seed: int = 0,
    jobs: int = 2,
) -> ModelIdentity:
    """Train an article model and write its artefact, model card included.

    Parameters
    ----------
    task : ArticleTask
        What to learn.
    articles : sequence of LabelledArticle
        What to learn from.
    out : Path
        Folder that takes the artefact's folder.
    version : int
        Of the artefact.
    seed : int
        Of the folds and the bootstrap; the same seed gives the same bytes.
    jobs : int
        Processes that measure the articles.

    Returns
    -------
    ModelIdentity
        The artefact's name and hash.
    """
    data = _TaskData.build(task, articles, jobs)
    log_odds = data.out_of_fold(seed)
    positive = data.positive
    interval = interval_table(log_odds, positive, data.outlets, seed)
    model = data.estimator().fit(data.matrix, data.ratings)
    additive = model.export(calibrate(log_odds, positive))
    evaluation = _evaluate(data, log_odds, seed)
    fields = additive.to_dict() | {"interval": interval.to_dict()}
    digest = data_hash(articles)
    manifest = Manifest(
        f"{task.name}-v{version}", ARTICLE_MODEL, data.names, digest, library_versions()
    )
    card = article_card(manifest, task.labels, task.licence, task.threshold, evaluation, additive)
    files = {MODEL_FILE: canonical_json(fields), CARD_FILE: card.encode()}
    return save_artefact(out / manifest.name, manifest, files)


def evaluate_article_model(
    task: ArticleTask, articles: Sequence[LabelledArticle], seed: int = 0, jobs: int = 2
) -> Evaluation:
    """Judge an article model by folds over outlets, beside length alone and TF-IDF."""
    data = _TaskData.build(task, articles, jobs)
    return _evaluate(data, data.out_of_fold(seed), seed)


@dataclass(frozen=True, slots=True)
class _TaskData:
    """Labelled articles as arrays."""

    task: ArticleTask
    names: tuple[str, ...]
    matrix: NDArray[np.float64]
    ratings: NDArray[np.int64]
    outlets: list[str]
    texts: list[str]
    words: NDArray[np.float64]

    @classmethod
    def build(cls, task: ArticleTask, articles: Sequence[LabelledArticle], jobs: int) -> _TaskData:
        matrix = measure_articles(articles, jobs)
        kept = [column for column, name in enumerate(_NAMES) if name not in task.left_out]
        return cls(
            task,
            tuple(_NAMES[column] for column in kept),
            matrix[:, kept],
            np.array([item.rating for item in articles]),
            [item.outlet for item in articles],
            [item.article.text for item in articles],
            matrix[:, _NAMES.index("word_count")],
        )

    @property
    def positive(self) -> NDArray[np.bool_]:
        return self.ratings >= self.task.threshold

    def estimator(self) -> AdditiveClassifier:
        """The model with its constraints, not fitted."""
        return AdditiveClassifier(
            self.names, self.task.threshold, self.task.penalty, directions=directions()
        )

    def out_of_fold(self, seed: int) -> NDArray[np.float64]:
        """Log-odds of each article by a model that saw none of its outlet."""
        found = np.zeros(len(self.ratings))
        for train, test in folds(self.positive, self.outlets, FOLDS, seed):
            model = self.estimator().fit(self.matrix[train], self.ratings[train])
            found[test] = model.decision_function(self.matrix[test])
        return found


def directions() -> dict[str, Direction]:
    """The way each measure may move the score, where a sourcing standard says so."""
    return {item.name: item.better for item in MEASURES if item.better != "either"}


def _evaluate(data: _TaskData, log_odds: NDArray[np.float64], seed: int) -> Evaluation:
    baselines = {
        "length alone": length_alone(data.words, data.positive, data.outlets, seed),
        "TF-IDF + logistic regression": words_alone(data.texts, data.positive, data.outlets, seed),
    }
    return evaluate(log_odds, baselines, data.ratings, data.positive, data.outlets, seed)
