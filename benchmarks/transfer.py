"""Transfer: the general model on labels of articles and publishers that it did not learn."""

from __future__ import annotations

import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline

from benchmarks.corpora import Row, Workbench, article, integer, outlet, string
from benchmarks.results import Figure, Result, Table
from benchmarks.statistics import area_under_curve, rank_correlation
from credscore.training.article_tasks import TASKS
from credscore.training.data import general_articles
from credscore.training.noise import bootstrap, multiplicities

__all__ = ["run"]

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Weights = NDArray[np.int64]
Judge = Callable[[Flags, Floats, Sequence[str], Weights], float]

_LOG = logging.getLogger(__name__)
_TFIDF = "TF-IDF + logistic regression on the same labels"
_LENGTH = "length alone"
# What the general model, and TF-IDF beside it, was trained on.
_LABELLED = ("gold", "gold-more", "ratings")
# Ranks of Media Bias/Fact Check's judgement of a site.
_FACTUAL = {"very-low": 0, "low": 1, "mixed": 2, "mostly-factual": 3, "high": 4, "very-high": 5}
# Articles a site: the mean of as many is what is ranked.
_PER_SITE = 4
# A publisher with fewer articles on one side gives no order within itself.
_LEAST = 5


@dataclass(frozen=True, slots=True)
class _Scored:
    """The rows that could be scored, with what each knows of them."""

    rows: list[Row]
    groups: list[str]
    scores: dict[str, Floats]
    seen: Flags


def run(bench: Workbench) -> Result:
    """Judge the shipped general model on three corpora."""
    corpora = bench.hashes("buzzfeed-webis", "recovery", "allsides", *_LABELLED)
    words = _words_model(bench)
    known = {_key(item.article.text) for item in bench.kept(general_articles(bench.folder))}
    figures: list[Figure] = []
    tables: list[Table] = []
    rows = [row for row in bench.rows("buzzfeed-webis") if row["veracity"] != "no factual content"]
    scored = _score(bench, rows, words, known)
    positive = np.array([row["veracity"] == "mostly true" for row in scored.rows])
    name, seed = "BuzzFeed-Webis, mostly true", bench.seed
    figures += _areas(f"{name}, across publishers", scored, positive, pooled, seed, 0.70)
    figures += _areas(
        f"{name}, within publishers", scored, positive, within_publishers, bench.seed, None
    )
    tables.append(_by_publisher("BuzzFeed-Webis", scored, positive))
    scored = _score(bench, bench.rows("recovery"), words, known)
    positive = np.array([integer(row, "reliable") == 1 for row in scored.rows])
    name = "ReCOVery, reliable publisher"
    figures += _areas(f"{name}, by article", scored, positive, pooled, seed, 0.70)
    figures += _areas(f"{name}, by publisher", scored, positive, of_publishers, seed, None)
    tables.append(_by_publisher("ReCOVery", scored, positive))
    scored = _score(bench, _sample_of_sites(bench), words, known)
    figures.append(_by_site(scored, seed))
    tables.append(_by_factual_reporting(scored))
    return Result(
        "transfer",
        corpora,
        tuple(figures),
        tuple(tables),
        (
            "The labels are of veracity (BuzzFeed-Webis) and of whole publishers (ReCOVery, "
            "AllSides), which sourcing can't settle: a figure well above chance is all that can be "
            "asked for. Noise by bootstrap over publishers, the same articles for every row.",
            "Some of the articles are among those that the general model was trained on, with "
            "other labels; the figures of unseen ones leave them out.",
            f"Within publishers: the order of articles of one publisher, of those with {_LEAST} or "
            "more on each side, weighted by their pairs.",
            f"AllSides: at most {_PER_SITE} articles a site, drawn by the seed.",
        ),
    )


def _words_model(bench: Workbench) -> Pipeline:
    """TF-IDF with logistic regression on what the general model was trained on."""
    articles = bench.kept(general_articles(bench.folder))
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=10.0, max_iter=1000),
    )
    threshold = TASKS["general"].threshold
    return model.fit(
        [item.article.text for item in articles], [item.rating >= threshold for item in articles]
    )


def _score(bench: Workbench, rows: Sequence[Row], words: Pipeline, known: set[str]) -> _Scored:
    """Scores of the rows that can be scored."""
    reports = bench.try_to_score([article(row) for row in rows])
    kept = [(row, report) for row, report in zip(rows, reports, strict=True) if report is not None]
    if len(kept) < len(rows):
        _LOG.info("%d of %d articles can't be scored", len(rows) - len(kept), len(rows))
    texts = [string(row, "text") for row, _ in kept]
    return _Scored(
        [row for row, _ in kept],
        [outlet(row) for row, _ in kept],
        {
            "credscore": np.array([report.score for _, report in kept]),
            _LENGTH: np.array([report.words for _, report in kept], dtype=np.float64),
            _TFIDF: words.decision_function(texts),
        },
        np.array([_key(text) in known for text in texts]),
    )


def _areas(
    name: str, scored: _Scored, positive: Flags, judge: Judge, seed: int, bar: float | None
) -> list[Figure]:
    """The figure over all articles, and over those the model was not trained on."""
    drawn = multiplicities(scored.groups, seed)
    figures = []
    for suffix, kept in (("", np.ones(len(positive), dtype=np.int64)), (", unseen", ~scored.seen)):
        mask = kept.astype(np.int64)
        by_name = {
            key: judge(positive, scores, scored.groups, mask)
            for key, scores in scored.scores.items()
        }
        noise = bootstrap(
            lambda weights, mask=mask: judge(  # type: ignore[misc]
                positive, scored.scores["credscore"], scored.groups, weights * mask
            ),
            drawn,
        )
        figures.append(
            Figure(
                f"{name}{suffix}, AUC",
                by_name.pop("credscore"),
                error=noise.error,
                interval=noise.interval,
                baselines=by_name | {"majority": 0.5},
                bar=None if suffix else bar,
            )
        )
    return figures


def pooled(positive: Flags, scores: Floats, _: Sequence[str], weights: Weights) -> float:
    return area_under_curve(np.repeat(positive, weights), np.repeat(scores, weights))


def within_publishers(
    positive: Flags, scores: Floats, groups: Sequence[str], weights: Weights
) -> float:
    """Mean over publishers, weighted by the pairs that each has to order."""
    names = np.asarray(groups)
    total = area = 0.0
    for name in sorted(set(groups)):
        mine = names == name
        repeated = np.repeat(positive[mine], weights[mine])
        above = int(repeated.sum())
        if min(above, len(repeated) - above) >= _LEAST:
            weight = above * (len(repeated) - above)
            area += weight * area_under_curve(repeated, np.repeat(scores[mine], weights[mine]))
            total += weight
    return area / total if total else float("nan")


def of_publishers(
    positive: Flags, scores: Floats, groups: Sequence[str], weights: Weights
) -> float:
    """Publishers by their mean score."""
    names, index = np.unique(np.asarray(groups), return_inverse=True)
    counts = np.bincount(index, weights, minlength=len(names))
    kept = counts > 0
    sums = np.bincount(index, weights * scores, minlength=len(names))
    labels = np.bincount(index, weights * positive, minlength=len(names))
    return area_under_curve(labels[kept] / counts[kept] >= 0.5, sums[kept] / counts[kept])


def _sample_of_sites(bench: Workbench) -> list[Row]:
    """A few articles of each site that has a judgement."""
    by_site: dict[str, list[Row]] = defaultdict(list)
    for row in bench.rows("allsides"):
        if string(row, "factual_reporting") in _FACTUAL:
            by_site[string(row, "publisher")].append(row)
    random = np.random.default_rng(bench.seed)
    rows = []
    for site in sorted(by_site):
        mine = by_site[site]
        count = min(_PER_SITE, len(mine))
        rows += [mine[place] for place in sorted(random.choice(len(mine), count, replace=False))]
    return rows


def _by_site(scored: _Scored, seed: int) -> Figure:
    names, index = np.unique(np.asarray(scored.groups), return_inverse=True)
    ranks = {outlet(row): _FACTUAL[string(row, "factual_reporting")] for row in scored.rows}
    factual = np.array([ranks[name] for name in names.tolist()], dtype=np.float64)
    counts = np.bincount(index)
    means = {key: np.bincount(index, scores) / counts for key, scores in scored.scores.items()}
    ours = means.pop("credscore")

    def statistic(weights: Weights) -> float:
        return rank_correlation(np.repeat(ours, weights), np.repeat(factual, weights))

    noise = bootstrap(statistic, multiplicities(names.tolist(), seed))
    return Figure(
        "AllSides, factual reporting of the site, rank correlation",
        rank_correlation(ours, factual),
        error=noise.error,
        interval=noise.interval,
        baselines={key: rank_correlation(values, factual) for key, values in means.items()},
    )


def _by_publisher(corpus: str, scored: _Scored, positive: Flags) -> Table:
    names = np.asarray(scored.groups)
    scores = scored.scores["credscore"]
    rows = []
    for name, count in sorted(Counter(scored.groups).items()):
        mine = names == name
        area = area_under_curve(positive[mine], scores[mine])
        rows.append((name, count, float(positive[mine].mean()), float(scores[mine].mean()), area))
    columns = ("publisher", "articles", "positive", "mean score", "AUC within")
    return Table(f"{corpus}, by publisher", columns, tuple(rows))


def _by_factual_reporting(scored: _Scored) -> Table:
    levels: Mapping[str, list[float]] = defaultdict(list)
    for row, score in zip(scored.rows, scored.scores["credscore"].tolist(), strict=True):
        levels[string(row, "factual_reporting")].append(score)
    rows = [
        (level, len(levels[level]), float(np.mean(levels[level])))
        for level in _FACTUAL
        if levels[level]
    ]
    return Table(
        "AllSides, by factual reporting of the site",
        ("factual reporting", "articles", "mean score"),
        tuple(rows),
    )


def _key(text: str) -> str:
    """What two copies of an article share, whatever their blanks."""
    return "".join(character for character in text.lower() if character.isalnum())[:400]
