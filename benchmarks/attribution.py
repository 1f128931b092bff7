"""Attribution: source, cue and content on PolNeAR, and Markkula's sourced statements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpora import Row, Workbench, records, string
from benchmarks.published import ATTRIBUTION
from benchmarks.results import Figure, Result, Table
from benchmarks.statistics import Pair, f1, pairs
from credscore.findings import Attribution
from credscore.report import Report
from credscore.training.noise import bootstrap, multiplicities
from credscore.training.polnear import ROLES

__all__ = ["run"]

_SENTENCE = re.compile(r"[^\s.!?\n][^.!?\n]*[.!?]*[”\"’']*")
_CAPITALS = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*")
_SAID = re.compile(r"\b(?:said|says)\b")
_QUOTED = re.compile(r"[“\"][^”\"\n]+[”\"]")

# What knows nothing, by role: every match is called a span of it.
_BASELINES: dict[str, tuple[str, re.Pattern[str]]] = {
    "source": ("every run of capitals", _CAPITALS),
    "cue": ("every said and says", _SAID),
    "content": ("every sentence", _SENTENCE),
}
_NAMES = {"exact": "exact F1", "overlap": "overlap F1"}
_BARS = {
    ("source", "exact"): 0.72,
    ("cue", "exact"): 0.69,
    ("content", "exact"): 0.60,
    ("source", "overlap"): 0.76,
    ("cue", "overlap"): 0.71,
    ("content", "overlap"): 0.74,
}


def run(bench: Workbench) -> Result:
    """Measure the attributions of the shipped tagger."""
    rows = bench.rows("polnear")
    found = [report.attributions for report in bench.reports("polnear")]
    groups = [string(row, "id") for row in rows]
    drawn = multiplicities(groups, bench.seed)
    figures: list[Figure] = []
    publishers = [string(row, "publisher") for row in rows]
    by_publisher: dict[str, list[str | int | float]] = {
        name: [name, count] for name, count in sorted(Counter(publishers).items())
    }
    for role in ROLES:
        gold = [gold_spans(row, role) for row in rows]
        ours = [found_spans(item, role) for item in found]
        counts = span_counts(ours, gold)
        name, pattern = _BASELINES[role]
        plain = span_counts([_matches(row, pattern) for row in rows], gold)
        quoted = span_counts([_matches(row, _QUOTED) for row in rows], gold)
        for column, way in enumerate(("exact", "overlap")):
            statistic = _f1_of(counts, column)
            noise = bootstrap(statistic, drawn)
            once = np.ones(len(rows), dtype=np.int64)
            baselines = {"nothing": 0.0, name: _f1_of(plain, column)(once)}
            if role == "content":
                baselines["every quotation"] = _f1_of(quoted, column)(once)
            figures.append(
                Figure(
                    f"PolNeAR validation, {role}, {_NAMES[way]}",
                    statistic(once),
                    error=noise.error,
                    interval=noise.interval,
                    baselines=baselines,
                    published=ATTRIBUTION.get((role, way), {}),
                    bar=_BARS[role, way],
                )
            )
            for publisher, cells in by_publisher.items():
                mine = np.array([item == publisher for item in publishers], dtype=np.int64)
                cells.append(statistic(mine))
    figures += _markkula(bench)
    columns = ("publisher", "articles", *(f"{r} {w}" for r in ROLES for w in _NAMES))
    return Result(
        "attribution",
        bench.hashes("polnear", "markkula"),
        tuple(figures),
        (Table("F1 by publisher", columns, tuple(tuple(c) for c in by_publisher.values())),),
        (
            "Exact: both ends right in characters. Overlap: paired one to one, intersection at "
            "least half of the union. Distinct spans of an article; noise by bootstrap over "
            "articles.",
            "Published figures are on PolNeAR's test part, as the paper counts; these are on its "
            "validation part.",
        ),
    )


def gold_spans(row: Row, role: str) -> set[Pair]:
    """Distinct annotated spans of a role."""
    lists = [cast("list[list[int]]", item.get(role) or []) for item in records(row, "attributions")]
    return {(start, end) for spans in lists for start, end in spans}


def found_spans(attributions: Sequence[Attribution], role: str) -> set[Pair]:
    """Distinct spans of a role that were found."""
    if role == "content":
        return {(span.start, span.end) for item in attributions for span in item.content}
    spans = (item.source if role == "source" else item.cue for item in attributions)
    return {(span.start, span.end) for span in spans if span is not None}


def span_counts(ours: Sequence[set[Pair]], gold: Sequence[set[Pair]]) -> NDArray[np.int64]:
    """Exact hits, overlapping hits, found and annotated spans of each article.

    Returns
    -------
    ndarray of int64, shape (articles, 4)
    """
    return np.array(
        [
            (len(one & true), len(pairs(sorted(one), sorted(true))), len(one), len(true))
            for one, true in zip(ours, gold, strict=True)
        ],
        dtype=np.int64,
    ).reshape(len(gold), 4)


def _f1_of(counts: NDArray[np.int64], column: int) -> Callable[[NDArray[np.int64]], float]:
    def statistic(weights: NDArray[np.int64]) -> float:
        total = weights @ counts
        return f1(float(total[column]), float(total[2]), float(total[3]))

    return statistic


def _matches(row: Row, pattern: re.Pattern[str]) -> set[Pair]:
    return {match.span() for match in pattern.finditer(string(row, "text"))}


def _markkula(bench: Workbench) -> list[Figure]:
    """Sourced statements that overlap by half with an attribution's content."""
    rows, reports = bench.rows("markkula"), bench.reports("markkula")
    counts = np.array(
        [statements_found(row, report) for row, report in zip(rows, reports, strict=True)]
    )
    quoted = np.array([_statements_in_quotations(row) for row in rows])
    drawn = multiplicities([string(row, "id") for row in rows], bench.seed)

    def recall(weights: NDArray[np.int64]) -> float:
        hits, total = weights @ counts
        return float(hits / total) if total else float("nan")

    noise = bootstrap(recall, drawn)
    once = np.ones(len(rows), dtype=np.int64)
    return [
        Figure(
            "Markkula, sourced statements found, recall",
            recall(once),
            error=noise.error,
            interval=noise.interval,
            baselines={
                "nothing": 0.0,
                "every quotation": float(quoted[:, 0].sum() / max(quoted[:, 1].sum(), 1)),
            },
            bar=0.80,
        )
    ]


def statements_found(row: Row, report: Report) -> tuple[int, int]:
    """How many of an article's statements were found, and how many there are."""
    contents = [
        [(span.start, span.end) for span in item.content]
        for item in report.attributions
        if item.content
    ]
    return _overlapping(row, contents)


def _statements_in_quotations(row: Row) -> tuple[int, int]:
    return _overlapping(row, [[span] for span in sorted(_matches(row, _QUOTED))])


def _overlapping(row: Row, contents: Sequence[Sequence[Pair]]) -> tuple[int, int]:
    hits = total = 0
    for statement in records(row, "statements"):
        # The first place of a statement; some are not in the text as stated.
        for start, end in cast("list[list[int]]", statement.get("spans") or [])[:1]:
            total += 1
            hits += any(
                max(min(end, max(e for _, e in parts)) - max(start, min(s for s, _ in parts)), 0)
                >= 0.5 * min(end - start, sum(e - s for s, e in parts))
                for parts in contents
            )
    return hits, total
