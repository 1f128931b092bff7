"""Peers: other libraries over the same articles, and what each does and does not do."""

from __future__ import annotations

import gzip
import itertools
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from statistics import median

import numpy as np

import credscore
from benchmarks.attribution import found_spans, gold_spans, span_counts
from benchmarks.corpora import CORPORA, Row, Workbench, article, string
from benchmarks.results import Figure, Result, Table
from benchmarks.speed import score_all, sized
from benchmarks.statistics import Pair, f1
from benchmarks.timing import CALIBRATION, calibration_loop, interleaved, ratios
from credscore.training.polnear import ROLES

__all__ = ["run"]

_ARTICLES = 30
_ROUNDS = 3
_WORD = re.compile(r"\w+")
# spaCy's rules for quotations read the parse of an English pipeline; the small one goes first.
_PARSER = "en_core_web_sm"

_OURS = "credscore"
_QUOTING = "spaCy and textacy, quotations by rules"
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
    _QUOTING: (
        "direct quotations with speaker and cue by rules over a spaCy parse",
        "indirect speech, articles with an odd number of quotation marks, types of sources, "
        "hedges, citations, claims, scores",
    ),
}
_PACKAGES = {
    "textstat": "textstat",
    "TextDescriptives": "textdescriptives",
    "textacy": "textacy",
    _QUOTING: "textacy",
}


def run(bench: Workbench) -> Result:
    """Time every peer that is installed, and compare the reading of pages."""
    rows = sized(bench)[:_ARTICLES]
    texts = [string(row, "text") for row in rows]
    articles = [article(row) for row in rows]
    tasks: dict[str, Callable[[], object]] = {
        CALIBRATION: calibration_loop,
        _OURS: partial(score_all, bench.scorer(), articles),
    }
    missing = []
    tables = []
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
        if name == _QUOTING:
            tables.append(_attributions(bench, _quotations()))
    seconds = interleaved(tasks, _ROUNDS)
    figures = []
    lines = []
    for name in tasks:
        if name == CALIBRATION:
            continue
        took = median(seconds[name]) / len(texts)
        does, not_done = _DOES[name]
        lines.append((name, _version(name), 1 / took, does, not_done))
        if name != _OURS:
            figures.append(
                Figure(
                    f"speed as a ratio to {name}",
                    ratios(seconds[name], seconds[_OURS]),
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
        (
            Table(
                f"The same {len(texts)} articles in one process",
                columns,
                tuple(lines),
                on_page=True,
            ),
            *tables,
            pages,
        ),
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

    # It remembers every text that it has seen, which no new article profits from.
    blanks = itertools.count(1)

    def describe(text: str) -> object:
        text += " " * next(blanks)
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


def _quotations() -> Callable[[str], dict[str, set[Pair]]]:
    extract = import_module("textacy.extract").direct_quotations
    spacy = import_module("spacy")
    known = sorted(name for name in spacy.util.get_installed_models() if name.startswith("en_"))
    if not known:
        raise ImportError("no English pipeline of spaCy with a parser is installed")
    pipeline = spacy.load(next((name for name in known if name.startswith(_PARSER)), known[0]))

    def find(text: str) -> dict[str, set[Pair]]:
        found: dict[str, set[Pair]] = {role: set() for role in ROLES}
        try:
            quotations = list(extract(pipeline(text)))
        except ValueError:
            # An odd number of quotation marks, as where a quotation goes on in a new paragraph.
            return found
        for speaker, cue, content in quotations:
            found["content"].add((content.start_char, content.end_char))
            for role, tokens in (("source", speaker), ("cue", cue)):
                if tokens:
                    found[role].add((tokens[0].idx, tokens[-1].idx + len(tokens[-1])))
        return found

    return find


_MAKERS: dict[str, Callable[[], Callable[[str], object]]] = {
    "textstat": _textstat,
    "TextDescriptives": _text_descriptives,
    "textacy": _textacy,
    _QUOTING: _quotations,
}


def _attributions(bench: Workbench, find: Callable[[str], dict[str, set[Pair]]]) -> Table:
    """Who said what: rules for quotations and credscore on the same annotated articles."""
    rows = bench.rows("polnear")
    by_rules = [find(string(row, "text")) for row in rows]
    ours = [report.attributions for report in bench.reports("polnear")]
    lines: list[tuple[str | float, ...]] = []
    for role in ROLES:
        gold = [gold_spans(row, role) for row in rows]
        spans = {
            _OURS: [found_spans(items, role) for items in ours],
            _QUOTING: [items[role] for items in by_rules],
        }
        for name, found in spans.items():
            exact, overlap, count, expected = span_counts(found, gold).sum(axis=0).tolist()
            lines.append(
                (role, name, f1(exact, count, expected), f1(overlap, count, expected), count)
            )
    columns = ("role", "library", "exact F1", "overlap F1", "found")
    return Table(
        f"Who said what in {len(rows)} articles of PolNeAR", columns, tuple(lines), on_page=True
    )


def _version(name: str) -> str:
    try:
        return version(_PACKAGES.get(name, name))
    except PackageNotFoundError:
        return "from source"


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
        on_page=True,
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
