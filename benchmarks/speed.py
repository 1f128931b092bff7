"""Speed: articles and megabytes a second, by length, with two processes; start-up; memory."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from joblib import Parallel, delayed
from sklearn.feature_extraction.text import TfidfVectorizer

from benchmarks.corpora import CORPORA, Row, Workbench, article, string
from benchmarks.results import Figure, Result, Table
from benchmarks.timing import CALIBRATION, calibration_loop, interleaved, ratios
from credscore.article import Article
from credscore.errors import ArticleError
from credscore.report import JsonValue, Report
from credscore.scorer import Scorer

__all__ = ["LENGTHS", "run", "score_all", "sized"]

LENGTHS = (500, 2_000, 10_000, 50_000)
_WORDS = (650, 750)
_ARTICLES = 50
# Two processes take chunks of 32.
_SHARED = 256
_ROUNDS = 5
# Of what takes seconds.
_FEW = 3
# As many articles as hold 50,000 words.
_JOINED = 150
_STREAMED = 800
_ROOT = Path(__file__).resolve().parent.parent
_TFIDF = "TF-IDF"
_OURS = "credscore"


def run(bench: Workbench) -> Result:
    """Time the general model over AllSides articles."""
    rows = bench.rows("allsides")
    alike = [article(row) for row in sized(bench)]
    articles = alike[:_ARTICLES]
    figures, tables = _throughput(bench.scorer(), articles)
    grown, lines, series = _growth(bench.scorer(), rows)
    figures.append(grown)
    figures += _processes(bench.scorer(), alike[:_SHARED])
    figures += _start_up(articles[0]) + _memory(bench)
    return Result(
        "speed",
        bench.hashes("allsides"),
        tuple(figures),
        (tables, lines),
        (
            f"{len(articles)} articles of {_WORDS[0]} to {_WORDS[1]} words, the full report as a "
            "dictionary, one process, processor time. Every figure is the median over rounds in "
            "which each task runs once, after a round that does not count.",
            "The ratio to TF-IDF is to scikit-learn's TfidfVectorizer(ngram_range=(1, 2))"
            ".fit_transform over the same articles; the calibration loop is a fixed piece of work "
            "in Python and NumPy, so that another machine gives about the same ratio.",
            f"Memory: the peak of a process that scores {_STREAMED} articles one after the other; "
            f"and how much more it holds after {_STREAMED // 2} of them came a third time than "
            "after the second. What is kept of words met before has a bound.",
            f"Two processes: {_SHARED} articles, each report made a dictionary where it is scored, "
            "as on the command line; or handed back whole by `score_many`.",
            "The figures of two processes and of start-up are by the clock on the wall: other work "
            "on the machine lowers them.",
        ),
        {"speed by length": series},
    )


def sized(bench: Workbench) -> list[Row]:
    """AllSides articles of about 700 words."""
    rows = bench.rows("allsides")
    return [row for row in rows if _WORDS[0] <= len(string(row, "text").split()) <= _WORDS[1]]


def score_all(scorer: Scorer, articles: Sequence[Article], jobs: int = 1) -> int:
    """Score articles as a user would, to plain values; how many there were."""
    return sum(1 for report in scorer.score_many(articles, jobs=jobs) if report.to_dict())


def _throughput(scorer: Scorer, articles: Sequence[Article]) -> tuple[list[Figure], Table]:
    texts = [item.text for item in articles]
    vectorizer = TfidfVectorizer(ngram_range=(1, 2))
    seconds = interleaved(
        {
            CALIBRATION: calibration_loop,
            _OURS: partial(score_all, scorer, articles),
            _TFIDF: partial(vectorizer.fit_transform, texts),
        },
        _ROUNDS,
    )
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    took = median(seconds[_OURS])
    rows = [
        (
            name,
            1000 * median(seconds[name]) / len(articles),
            len(articles) / median(seconds[name]),
            megabytes / median(seconds[name]),
        )
        for name in (_OURS, _TFIDF)
    ]
    loops = len(articles) * ratios(seconds[CALIBRATION], seconds[_OURS])
    return (
        [
            Figure(
                "articles a calibration loop",
                loops,
                kind="ratio",
                baselines={_TFIDF: len(articles) * ratios(seconds[CALIBRATION], seconds[_TFIDF])},
            ),
            Figure(
                "speed as a ratio to TF-IDF",
                ratios(seconds[_TFIDF], seconds[_OURS]),
                kind="ratio",
                bar=0.26,
            ),
            Figure("articles a second", len(articles) / took, kind="told"),
            Figure("megabytes a second", megabytes / took, kind="told"),
        ],
        Table(
            "One process",
            ("what", "ms an article", "articles a second", "MB a second"),
            tuple(rows),
        ),
    )


def _growth(scorer: Scorer, rows: Sequence[Row]) -> tuple[Figure, Table, list[list[float]]]:
    """Time a word as one article grows, the same words in every length."""
    words = re.findall(r"\S+\s*", "\n\n".join(string(row, "text") for row in rows[:_JOINED]))
    longest = min(LENGTHS[-1], len(words))
    batches = {
        length: [
            Article("".join(words[place : place + length]))
            for place in range(0, longest - length + 1, length)
        ]
        for length in LENGTHS
        if length <= longest
    }
    tasks: dict[str, Callable[[], object]] = {
        str(length): partial(score_all, scorer, batch) for length, batch in batches.items()
    }
    seconds = interleaved({CALIBRATION: calibration_loop, **tasks}, _FEW)
    lines, series = [], []
    for length, batch in batches.items():
        count = length * len(batch)
        each = 1e6 * median(seconds[str(length)]) / count
        loops = 1000 * ratios(seconds[str(length)], seconds[CALIBRATION]) / count
        lines.append((length, len(batch), each, loops))
        series.append([float(length), each])
    shortest, *_, last = batches
    growth = ratios(seconds[str(last)], seconds[str(shortest)])
    growth *= shortest * len(batches[shortest]) / (last * len(batches[last]))
    return (
        Figure(
            f"time a word at {LENGTHS[-1]:,} words as a ratio to {LENGTHS[0]:,}",
            growth,
            "less",
            kind="ratio",
            bar=1.2,
        ),
        Table(
            "By length of the article",
            ("words", "articles", "µs a word", "calibration loops a thousand words"),
            tuple(lines),
            on_page=True,
        ),
        series,
    )


def _processes(scorer: Scorer, articles: Sequence[Article]) -> list[Figure]:
    """Two processes against one, and the same for the calibration loop."""
    seconds = interleaved(
        {
            "one": partial(_map_all, scorer, articles, 1),
            "two": partial(_map_all, scorer, articles, 2),
            "two, handed back": partial(score_all, scorer, articles, 2),
            "one loop": partial(_loops, 1),
            "two loops": partial(_loops, 2),
        },
        _FEW,
        time.perf_counter,
    )
    loops = ratios(seconds["one loop"], seconds["two loops"])
    return [
        Figure(
            name,
            ratios(seconds["one"], seconds[task]),
            kind="told",
            baselines={CALIBRATION: loops},
            bar=1.8,
        )
        for name, task in (
            ("two processes as a ratio to one", "two"),
            ("the same, reports handed back", "two, handed back"),
        )
    ]


def _map_all(scorer: Scorer, articles: Sequence[Article], jobs: int) -> int:
    """Score articles as the command line does, each process to plain values; how many."""
    return sum(1 for row in scorer.map(articles, _plain, jobs) if row)


def _plain(_: Article, report: Report | ArticleError) -> dict[str, JsonValue]:
    return {} if isinstance(report, ArticleError) else report.to_dict()


def _loops(jobs: int) -> None:
    Parallel(n_jobs=jobs)(delayed(calibration_loop)() for _ in range(100))


def _start_up(item: Article) -> list[Figure]:
    """A whole process that scores one file, and importing alone, beside Python and NumPy."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text(item.text, encoding="utf-8")
        verb = "import sys; from credscore.cli import main; sys.argv[0] = 'credscore'; main()"
        tasks = {
            "python": ("-c", "pass"),
            "numpy": ("-c", "import numpy"),
            "import": ("-c", "import credscore"),
            "score": ("-c", verb, "score", "--brief", str(file)),
        }
        walls: dict[str, list[float]] = {name: [] for name in tasks}
        processor: dict[str, list[float]] = {name: [] for name in tasks}
        for _ in range(_ROUNDS):
            for name, arguments in tasks.items():
                wall, took = child_seconds(arguments)
                walls[name].append(wall)
                processor[name].append(took)
    imported = median(a - b for a, b in zip(walls["import"], walls["python"], strict=True))
    return [
        Figure("importing credscore, seconds", imported, "less", kind="told", bar=0.10),
        Figure(
            "a process that scores one file, seconds",
            median(walls["score"]),
            "less",
            kind="told",
            baselines={"Python alone": median(walls["python"]), "NumPy": median(walls["numpy"])},
            bar=0.6,
        ),
        Figure(
            "a process that scores one file as a ratio to importing NumPy",
            ratios(processor["score"], processor["numpy"]),
            "less",
            kind="ratio",
        ),
    ]


def child_seconds(arguments: Sequence[str]) -> tuple[float, float]:
    """Seconds on the wall and of the processor that a Python process takes.

    Its modules are compiled but once, as those of an installed package are.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)
    wall = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _memory(bench: Workbench) -> list[Figure]:
    """Memory of a process that scores a stream of distinct articles."""
    bench.hashes("allsides")
    file = bench.folder / CORPORA["allsides"]
    arguments = ["-m", "benchmarks.memory", str(file), str(_STREAMED)]
    done = subprocess.run(
        [sys.executable, *arguments], check=True, capture_output=True, text=True, cwd=_ROOT
    )
    peak, grown = json.loads(done.stdout)
    return [
        Figure("memory of one process, MB", peak, "less", kind="ratio", bar=300.0),
        Figure("memory more after as many articles again, MB", grown, "less", kind="told"),
    ]
