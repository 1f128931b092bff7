"""Findings: claims, support, sources, names, hedges, citations against annotated articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.annotations import (
    COUNTED,
    GROUPS,
    NOT_FOUND,
    Tally,
    compare,
    lexical_tally,
    support_group,
)
from benchmarks.corpora import Workbench, outlet
from benchmarks.results import Figure, Result, Table
from benchmarks.statistics import area_under_curve, by_class, f1, macro_f1, rank_correlation
from credscore.findings import SOURCE_TYPES, SUPPORTS
from credscore.training.calibration import calibration_error
from credscore.training.noise import bootstrap, multiplicities

__all__ = ["run"]

Counts = NDArray[np.int64]
Statistic = Callable[[Tally], float]

_TYPES = tuple(name for name in SOURCE_TYPES if name != "self")
_PARTS = {"gold": "development", "gold-more": "further"}


def run(bench: Workbench) -> Result:
    """Measure what the extractors find on both annotated parts."""
    figures: list[Figure] = []
    tables: list[Table] = []
    for corpus, name in _PARTS.items():
        rows = bench.rows(corpus)
        tallies = [
            compare(row, report) for row, report in zip(rows, bench.reports(corpus), strict=True)
        ]
        plain = [lexical_tally(row) for row in rows]
        drawn = multiplicities([outlet(row) for row in rows], bench.seed)
        figures += _figures(f"gold, {name} part", tallies, plain, drawn)
        tables += _tables(name, tallies)
    return Result(
        "findings",
        bench.hashes(*_PARTS),
        tuple(figures),
        tuple(tables),
        (
            "The shipped models have learnt from these articles what a mention, a claim and its "
            "strength are, and the rules were written beside them: figures out of fold are in the "
            "model cards, and unseen articles will do less well.",
            "Annotated by language models that worked by the guide, not by people. Noise by "
            "bootstrap over outlets. A class with fewer than eight cases is left out of a mean.",
        ),
    )


def _figures(
    part: str, tallies: Sequence[Tally], plain: Sequence[Tally], drawn: Counts
) -> list[Figure]:
    sums = _all(tallies)
    replicates = [_sum(tallies, weights) for weights in drawn]
    claims = sums.confusion["support"]
    most = Counter(true for (true, _), count in claims.items() for _ in range(count)).most_common(1)
    majority = {(true, most[0][0]): 0 for true, _ in claims} if most else {}
    for (true, _), count in claims.items():
        majority[true, most[0][0]] += count
    types = sums.confusion["type"]
    frequent = Counter(true for (true, _), count in types.items() for _ in range(count))
    one_type = {(true, "person"): count for true, count in frequent.items()}
    every = sums.counts["claim"]

    def figure(
        name: str,
        statistic: Statistic,
        baselines: Mapping[str, float],
        better: str = "more",
        bar: float | None = None,
    ) -> Figure:
        noise = bootstrap(statistic, replicates)
        return Figure(
            f"{part}, {name}",
            statistic(sums),
            better="less" if better == "less" else "more",
            error=noise.error,
            interval=noise.interval,
            baselines=baselines,
            bar=bar,
        )

    found = [
        figure(
            "claims, F1",
            _f1("claim"),
            {"every sentence": f1(every[2], every[3], every[2]), "nothing": 0.0},
        ),
        figure(
            "support, macro F1 of eight steps",
            _macro("support", SUPPORTS),
            {"majority": macro_f1(majority, SUPPORTS)},
        ),
        figure(
            "support, macro F1 of four groups",
            lambda total: macro_f1(support_group(total.confusion["support"]), GROUPS),
            {"majority": macro_f1(support_group(majority), GROUPS)},
        ),
        figure(
            "support, accuracy",
            _accuracy("support"),
            {"majority": _share(majority)},
        ),
        figure("sources, overlap F1", _f1("source"), _lexical(plain, "source")),
        figure(
            "source types, macro F1",
            _macro("type", _TYPES),
            {"every one a person": macro_f1(one_type, _TYPES)},
        ),
        figure(
            "source types, accuracy",
            _accuracy("type"),
            {"every one a person": _share(one_type)},
        ),
        figure(
            "persons' names, accuracy",
            lambda total: _ratio(total.counts["name"]),
            {"the mention's own words": _ratio(sums.counts["own_name"])},
        ),
        figure("hedges, F1", _f1("hedge"), _lexical(plain, "hedge")),
        figure("citations, F1", _f1("citation"), _lexical(plain, "citation")),
        figure("citations, outlets, F1", _f1("outlet"), {"nothing": 0.0}),
        figure(
            "claims' probability, AUC",
            _of_claims(area_under_curve),
            {"its step alone": _of_claims(area_under_curve, step_alone=True)(sums)},
        ),
        figure(
            "claims' probability, calibration error",
            _of_claims(calibration_error),
            {},
            better="less",
        ),
    ]
    for kind in COUNTED:
        annotated = np.array([item.distinct[kind][0] for item in tallies])
        given = np.array([item.distinct[kind][1] for item in tallies])
        if len(set(annotated.tolist())) > 1:
            found.append(_count_figure(part, kind, annotated, given, drawn))
    return found


def _count_figure(
    part: str, kind: str, true: NDArray[np.float64], given: NDArray[np.float64], drawn: Counts
) -> Figure:
    def statistic(weights: Counts) -> float:
        return rank_correlation(np.repeat(true, weights), np.repeat(given, weights))

    noise = bootstrap(statistic, drawn)
    return Figure(
        f"{part}, distinct sources of type {kind}, rank correlation",
        rank_correlation(true, given),
        kind="told",
        error=noise.error,
        interval=noise.interval,
    )


def _sum(tallies: Sequence[Tally], weights: Counts) -> Tally:
    total = Tally()
    for tally, weight in zip(tallies, weights.tolist(), strict=True):
        if weight:
            total.add(tally, weight)
    return total


def _all(tallies: Sequence[Tally]) -> Tally:
    return _sum(tallies, np.ones(len(tallies), dtype=np.int64))


def _f1(name: str) -> Statistic:
    def statistic(total: Tally) -> float:
        hits, found, gold = total.counts[name][:3]
        return f1(hits, found, gold)

    return statistic


def _macro(name: str, classes: Sequence[str]) -> Statistic:
    return lambda total: macro_f1(total.confusion[name], classes)


def _accuracy(name: str) -> Statistic:
    return lambda total: _share(total.confusion[name])


def _share(confusion: Mapping[tuple[str, str], int]) -> float:
    right = sum(count for (true, given), count in confusion.items() if true == given)
    return right / max(sum(confusion.values()), 1)


def _ratio(counts: Sequence[int]) -> float:
    return counts[0] / max(counts[1], 1)


def _lexical(plain: Sequence[Tally], name: str) -> dict[str, float]:
    words = {"source": "every run of capitals", "hedge": "may, might, could, would"}
    value = _f1(name)(_all(plain))
    return {words[name]: value, "nothing": 0.0} if name in words else {"nothing": 0.0}


def _of_claims(
    measure: Callable[[NDArray[np.bool_], NDArray[np.float64]], float], step_alone: bool = False
) -> Statistic:
    def statistic(total: Tally) -> float:
        if not total.judged:
            return float("nan")
        positive = np.array([claim[0] for claim in total.judged])
        scores = np.array(
            [-claim[2] if step_alone else claim[1] for claim in total.judged], dtype=np.float64
        )
        return measure(positive, scores)

    return statistic


def _tables(part: str, tallies: Sequence[Tally]) -> list[Table]:
    sums = _all(tallies)
    tables = []
    for name, classes, title in (
        ("support", (*SUPPORTS, NOT_FOUND), "what claims rest on"),
        ("type", SOURCE_TYPES, "types of matched sources"),
    ):
        confusion = sums.confusion[name]
        scores = by_class(confusion, classes)
        rows: list[tuple[str | int | float, ...]] = []
        for true in classes:
            counts = [confusion.get((true, given), 0) for given in classes]
            if any(counts):
                rows.append((true, *counts, scores.get(true, float("nan"))))
        columns = ("annotated", *classes, "F1")
        tables.append(Table(f"{part.capitalize()} part: {title}", columns, tuple(rows)))
    spans = tuple(
        (name, *sums.counts[name][:3]) for name in ("claim", "source", "hedge", "citation")
    )
    tables.append(
        Table(
            f"{part.capitalize()} part: spans",
            ("finding", "right", "found", "annotated"),
            spans,
        )
    )
    return tables
