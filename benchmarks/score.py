"""Score: the article models in folds over outlets, beside what knows less."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpora import Workbench
from benchmarks.results import Better, Figure, Result, Table
from benchmarks.statistics import area_under_curve, rank_correlation
from credscore.training.article_model import evaluate_article_model
from credscore.training.article_tasks import TASKS
from credscore.training.calibration import calibration_error
from credscore.training.data import general_articles, health_articles
from credscore.training.intervals import GROUP_SIZE, LEVEL
from credscore.training.leaks import Leaks
from credscore.training.noise import bootstrap, multiplicities
from credscore.training.plots import evaluation_series

__all__ = ["run"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

_CORPORA = {"general": ("gold", "gold-more", "ratings"), "health": ("health",)}
_READ = {"general": general_articles, "health": health_articles}
# Widths over other folds of outlets move by about as much.
_SPREAD = 0.02
# The standard error of a share of nine tenths among the forty groups of a split.
_COVERED = 0.05
_BARS = {
    ("general", "AUC"): 0.84,
    ("general", "calibration error"): 0.05,
    ("health", "AUC"): 0.77,
    ("health", "calibration error"): 0.05,
}

Measure = Callable[[Flags, Floats], float]


def brier(positive: Flags, scores: Floats) -> float:
    """Mean squared distance of score and label."""
    return float(np.mean((scores - positive) ** 2))


_MEASURES: tuple[tuple[str, Measure, Better], ...] = (
    ("AUC", area_under_curve, "more"),
    ("Brier score", brier, "less"),
    ("calibration error", calibration_error, "less"),
)


def run(bench: Workbench) -> Result:
    """Judge both article models."""
    figures: list[Figure] = []
    tables: list[Table] = []
    series: dict[str, list[list[float]]] = {}
    for model, corpora in _CORPORA.items():
        bench.hashes(*corpora)
        articles = bench.kept(_READ[model](bench.folder))
        evaluation = evaluate_article_model(
            TASKS[model], articles, bench.seed, bench.jobs, curve=not bench.figures_only
        )
        ratings = evaluation.ratings.astype(np.float64)
        positive = ratings >= TASKS[model].threshold
        drawn = multiplicities(evaluation.row_outlets, bench.seed)
        ours, *others = evaluation.scores
        scores = evaluation.scores[ours]
        for name, measure, better in _MEASURES:
            noise = bootstrap(_weighted(measure, positive, scores), drawn)
            figures.append(
                Figure(
                    f"{model}, {name}",
                    measure(positive, scores),
                    better=better,
                    error=noise.error,
                    interval=noise.interval,
                    baselines={
                        other: measure(positive, evaluation.scores[other]) for other in others
                    },
                    bar=_BARS.get((model, name)),
                )
            )
        figures.append(_ranks(model, evaluation.scores, ratings, drawn))
        figures += [
            Figure(
                f"{model}, coverage of the {LEVEL:.0%} interval",
                evaluation.coverage,
                error=_COVERED,
            ),
            Figure(f"{model}, mean width of the interval", evaluation.width, "less", error=_SPREAD),
        ]
        if evaluation.leaks:
            figures += _leaks(model, evaluation.leaks)
        tables.append(
            Table(
                f"{model}: reliability", ("articles", "mean score", "rate"), tuple(evaluation.table)
            )
        )
        series |= evaluation_series(model, evaluation)
        tables.append(_by_rating(model, ratings, scores))
        if evaluation.curve:
            curve = ("articles in training", "AUC", "lowest", "highest")
            tables.append(Table(f"{model}: learning curve", curve, evaluation.curve, on_page=True))
    every = [corpus for corpora in _CORPORA.values() for corpus in corpora]
    return Result(
        "score",
        bench.hashes(*every),
        tuple(figures),
        tuple(tables),
        (
            "Ten folds over outlets; each score is by a model and a calibration map that saw no "
            "article of its outlet. Noise by bootstrap over outlets.",
            f"Coverage: how often the rate among {GROUP_SIZE} articles of like score, of outlets "
            "that the interval was not made from, lies in it.",
            "The learning curve: AUC of the log-odds in the same folds, trained on so many "
            "articles, three samples a size.",
            "An outlet is guessed among articles of one label; the baseline is the outlet with "
            "most articles.",
            "The labels of general are by language models that worked by the guide, those of "
            "health by human experts.",
        ),
        series,
    )


def _weighted(
    measure: Measure, positive: Flags, scores: Floats
) -> Callable[[NDArray[np.int64]], float]:
    return lambda weights: measure(np.repeat(positive, weights), np.repeat(scores, weights))


def _ranks(
    model: str, by_name: dict[str, Floats], ratings: Floats, drawn: NDArray[np.int64]
) -> Figure:
    ours, *others = by_name
    scores = by_name[ours]

    def statistic(weights: NDArray[np.int64]) -> float:
        return rank_correlation(np.repeat(scores, weights), np.repeat(ratings, weights))

    noise = bootstrap(statistic, drawn)
    baselines = {name: rank_correlation(by_name[name], ratings) for name in others}
    return Figure(
        f"{model}, rank correlation with the rating",
        rank_correlation(scores, ratings),
        error=noise.error,
        interval=noise.interval,
        # A constant has no ranks.
        baselines={name: value for name, value in baselines.items() if value == value},
    )


def _leaks(model: str, leaks: Leaks) -> list[Figure]:
    """What a score must not be: told, for less is not better below chance."""
    return [
        Figure(
            f"{model}, the score's upper half told from length alone, AUC",
            leaks.length_auc,
            "less",
            "told",
            baselines={"chance": 0.5},
        ),
        Figure(
            f"{model}, outlets guessed from the score, share",
            leaks.by_score,
            "less",
            "told",
            baselines={"largest outlet": leaks.by_chance, "all measures": leaks.by_measures},
        ),
    ]


def _by_rating(model: str, ratings: Floats, scores: Floats) -> Table:
    rows = []
    for rating in np.unique(ratings).tolist():
        mine = scores[ratings == rating]
        low, middle, high = np.quantile(mine, (0.1, 0.5, 0.9)).tolist()
        rows.append((int(rating), len(mine), low, middle, high))
    columns = ("rating", "articles", "tenth", "median", "nine tenths")
    return Table(f"{model}: score by rating", columns, tuple(rows))
