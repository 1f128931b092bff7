"""Peers: other libraries over the same articles, and what each does and does not do."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from statistics import median

import numpy as np

import credscore
from benchmarks.corpora import CORPORA, Row, Workbench, article, string
from benchmarks.results import Figure, Result, Table
from benchmarks.speed import score_all, sized
from benchmarks.statistics import f1
from benchmarks.timing import CALIBRATION, calibration_loop, interleaved, ratios

__all__ = ["run"]

_ARTICLES = 30
_ROUNDS = 3
_WORD = re.compile(r"\w+")
# Of which spaCy pipeline, where it is installed, quotations are taken by rules.
_PARSER = "en_core_web_sm"

# What each does, and what it leaves to others.
_DOES = {
    "credscore": (
        "sources, attributions, hedges, citations, claims, measures and a calibrated score",
        "readability, parses, entities in general",
    ),
    "textstat": ("readability formulas, counts of syllables and words", "sources, claims, scores"),
    "TextDescriptives": (
        "statistics of length and readability as columns, on a blank spaCy pipeline here",
        "sources, claims, scores",
    ),
    "textacy": (
        "statistics of length and readability, on a blank spaCy pipeline here",
        "sources, claims, scores",
    ),
    "textacy quotations": (
        "direct quotations with speaker and cue by rules over a spaCy parse",
        "indirect speech, types of sources, hedges, citations, claims, scores",
    ),
}
_PACKAGES = {
    "textstat": "textstat",
    "TextDescriptives": "textdescriptives",
    "textacy": "textacy",
    "textacy quotations": "textacy",
}


def run(bench: Workbench) -> Result:
    """Time every peer that is installed, and compare the reading of pages."""
    rows = sized(bench)[:_ARTICLES]
    texts = [string(row, "text") for row in rows]
    articles = [article(row) for row in rows]
    tasks: dict[str, Callable[[], object]] = {
        CALIBRATION: calibration_loop,
        "credscore": partial(score_all, bench.scorer(), articles),
    }
    missing = []
    for name, make in _MAKERS.items():
        try:
            function = make()
            function(texts[0])
        except (ImportError, OSError, LookupError) as error:
            # A library, a pipeline or a word list that is not here.
            reason = " ".join(str(error).replace("*", " ").split())[:120]
            missing.append(f"{name} can't be run here: {reason}")
            continue
        tasks[name] = partial(_over, function, texts)
    seconds = interleaved(tasks, _ROUNDS)
    figures = []
    lines = []
    for name in tasks:
        if name == CALIBRATION:
            continue
        took = median(seconds[name]) / len(texts)
        does, not_done = _DOES[name]
        lines.append((name, _version(name), 1 / took, does, not_done))
        if name != "credscore":
            figures.append(
                Figure(
                    f"speed as a ratio to {name}",
                    ratios(seconds[name], seconds["credscore"]),
                    kind="told",
                    bar=1.0 if name == "textacy" else None,
                )
            )
    pages, page_figures = _pages(bench)
    columns = ("library", "version", "articles a second", "does", "does not")
    return Result(
        "peers",
        bench.hashes("allsides", "webpages"),
        tuple(figures + page_figures),
        (Table(f"The same {len(texts)} articles in one process", columns, tuple(lines)), pages),
        (
            *missing,
            "None of the peers says how well claims are supported: speed is compared, and what is "
            "given for it is not the same.",
        ),
    )


def _over(function: Callable[[str], object], texts: Sequence[str]) -> None:
    for text in texts:
        function(text)


def _textstat() -> Callable[[str], object]:
    textstat = import_module("textstat")

    def describe(text: str) -> object:
        return (
            textstat.flesch_reading_ease(text),
            textstat.smog_index(text),
            textstat.dale_chall_readability_score(text),
        )

    return describe


def _text_descriptives() -> Callable[[str], object]:
    import_module("textdescriptives")
    pipeline = import_module("spacy").blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("textdescriptives/descriptive_stats")
    pipeline.add_pipe("textdescriptives/readability")
    extract = import_module("textdescriptives").extract_dict

    def describe(text: str) -> object:
        return extract(pipeline(text))

    return describe


def _textacy() -> Callable[[str], object]:
    statistics = import_module("textacy.text_stats").TextStats
    pipeline = import_module("spacy").blank("en")
    pipeline.add_pipe("sentencizer")

    def describe(text: str) -> object:
        found = statistics(pipeline(text))
        return (
            found.n_sents,
            found.n_words,
            found.n_unique_words,
            found.n_long_words,
            found.n_syllables,
            found.entropy,
            found.readability("flesch-reading-ease"),
        )

    return describe


def _quotations() -> Callable[[str], object]:
    extract = import_module("textacy.extract").direct_quotations
    pipeline = import_module("spacy").load(_PARSER)

    def find(text: str) -> object:
        return list(extract(pipeline(text)))

    return find


_MAKERS: dict[str, Callable[[], Callable[[str], object]]] = {
    "textstat": _textstat,
    "TextDescriptives": _text_descriptives,
    "textacy": _textacy,
    "textacy quotations": _quotations,
}


def _version(name: str) -> str:
    try:
        return version(_PACKAGES.get(name, name))
    except PackageNotFoundError:
        return ""


def _pages(bench: Workbench) -> tuple[Table, list[Figure]]:
    """The body of news pages: credscore's reader, trafilatura alone, all that is in the page."""
    rows = bench.rows("webpages")
    folder = (bench.folder / CORPORA["webpages"]).parent
    files = [folder / f"{string(row, 'id')}.html.gz" for row in rows]
    trafilatura = import_module("trafilatura")
    html = [gzip.decompress(file.read_bytes()).decode("utf-8", "replace") for file in files]
    bodies = {
        "credscore": [next(iter(credscore.read(file))).text for file in files],
        "trafilatura": [trafilatura.extract(page, include_comments=False) or "" for page in html],
        "every text of the page": [trafilatura.html2txt(page) for page in html],
    }
    scores = {
        name: float(np.mean([body_f1(text, row) for text, row in zip(texts, rows, strict=True)]))
        for name, texts in bodies.items()
    }
    others = {name: value for name, value in scores.items() if name != "credscore"}
    table = Table(
        f"Body of {len(rows)} news pages, F1 of words",
        ("reader", "F1"),
        tuple(scores.items()),
    )
    return table, [Figure("body of news pages, F1 of words", scores["credscore"], baselines=others)]


def body_f1(text: str, row: Row) -> float:
    """F1 of the words of a text and those expected, each as often as it occurs."""
    parts = [*_strings(row, "summary"), *_strings(row, "paragraphs")]
    found = Counter(_WORD.findall(text.lower()))
    expected = Counter(_WORD.findall(" ".join(parts).lower()))
    return f1((found & expected).total(), found.total(), expected.total())


def _strings(row: Row, key: str) -> list[str]:
    value = row.get(key)
    return [str(item) for item in value] if isinstance(value, list) else []
