"""Reading the corpora: rows, the articles made of them, their reports, each once a run."""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import cast

from credscore.article import Article
from credscore.errors import ArticleError, CredscoreError
from credscore.report import JsonValue, Report
from credscore.scorer import Scorer
from credscore.training.data import LabelledArticle, outlet_key

__all__ = [
    "CORPORA",
    "MissingCorpusError",
    "Row",
    "Workbench",
    "article",
    "integer",
    "outlet",
    "records",
    "string",
]

Row = Mapping[str, JsonValue]

# Name of each corpus, and its file in the data folder.
CORPORA: Mapping[str, str] = {
    "allsides": "data/allsides/articles.jsonl.gz",
    "buzzfeed-webis": "data/buzzfeed_webis/articles.jsonl.gz",
    "gold": "gold/dev.jsonl",
    "gold-more": "gold/more.jsonl",
    "health": "data/healthnewsreview/articles.jsonl.gz",
    "markkula": "data/markkula/articles.jsonl.gz",
    "polnear": "data/polnear/dev.jsonl.gz",
    "ratings": "gold/ratings.jsonl",
    "recovery": "data/recovery/articles.jsonl.gz",
    "webpages": "data/webpages/expected.jsonl",
}
_LOG = logging.getLogger(__name__)


class MissingCorpusError(CredscoreError):
    """A corpus is not in the data folder."""


@dataclass
class Workbench:
    """What the benchmarks of one run share.

    Attributes
    ----------
    folder : Path
        Holds `data` and `gold`.
    seed : int
        Of folds, samples and bootstrap.
    jobs : int
        Processes that score.
    limit : int or None
        Rows of each corpus at most: for a quick look, never for figures.
    figures_only : bool
        Whether tables that take long may be left out.
    """

    folder: Path
    seed: int = 0
    jobs: int = 2
    limit: int | None = None
    figures_only: bool = False
    _rows: dict[str, list[Row]] = field(default_factory=dict)
    _hashes: dict[str, str] = field(default_factory=dict)
    _reports: dict[str, list[Report]] = field(default_factory=dict)
    _scorers: dict[str, Scorer] = field(default_factory=dict)

    def rows(self, corpus: str) -> list[Row]:
        """The rows of a corpus.

        Raises
        ------
        MissingCorpusError
            If its file is not there.
        """
        if corpus not in self._rows:
            file = self.folder / CORPORA[corpus]
            if not file.is_file():
                raise MissingCorpusError(
                    f"{CORPORA[corpus]} is missing: give the folder that holds it with --data DIR"
                )
            raw = file.read_bytes()
            self._hashes[corpus] = sha256(raw).hexdigest()
            plain = gzip.decompress(raw) if file.suffix == ".gz" else raw
            # Not splitlines: a text may hold line separators of Unicode.
            lines = [line for line in plain.decode("utf-8").split("\n") if line.strip()]
            self._rows[corpus] = [json.loads(line) for line in lines[: self.limit]]
        return self._rows[corpus]

    def hashes(self, *corpora: str) -> dict[str, str]:
        """File and sha256 of each corpus."""
        for corpus in corpora:
            self.rows(corpus)
        return {CORPORA[corpus]: self._hashes[corpus] for corpus in corpora}

    def scorer(self, model: str = "general") -> Scorer:
        """A shipped model, loaded once."""
        if model not in self._scorers:
            self._scorers[model] = Scorer.load(model)
        return self._scorers[model]

    def reports(self, corpus: str) -> list[Report]:
        """A report of each row, under the general model; all are scored the first time."""
        if corpus not in self._reports:
            self._reports[corpus] = self.score([article(row) for row in self.rows(corpus)])
        return self._reports[corpus]

    def score(self, articles: Sequence[Article]) -> list[Report]:
        """Score articles that must all be scorable, in processes where there are many."""
        jobs = self.jobs if len(articles) >= 64 else 1
        _LOG.info("scoring %d articles", len(articles))
        return list(self.scorer().score_many(articles, jobs=jobs))

    def try_to_score(self, articles: Sequence[Article]) -> list[Report | None]:
        """Score articles of which some are not for scoring: lists of links, other languages."""
        jobs = self.jobs if len(articles) >= 64 else 1
        _LOG.info("scoring %d articles", len(articles))
        results = self.scorer().score_many(articles, jobs=jobs, on_error="yield")
        return [None if isinstance(result, ArticleError) else result for result in results]

    def kept(self, articles: Sequence[LabelledArticle]) -> list[LabelledArticle]:
        """Labelled articles, cut to the limit."""
        return list(articles[: self.limit])


def article(row: Row) -> Article:
    """The article of a row, with all that a user would give."""
    return Article(
        text=string(row, "text"),
        title=string(row, "title") or None,
        url=string(row, "url") or None,
        publisher=string(row, "publisher") or string(row, "site") or None,
    )


def outlet(row: Row) -> str:
    """The key of a row's publisher, whatever its spelling."""
    return outlet_key(string(row, "publisher") or string(row, "site"))


def string(row: Row, key: str) -> str:
    """A value as text; empty where there is none."""
    value = row.get(key)
    return "" if value is None else str(value)


def integer(row: Row, key: str) -> int:
    """A value that has to be a number."""
    value = row[key]
    if not isinstance(value, int | float):
        raise TypeError(f"expected a number under {key!r}, got {value!r}")
    return int(value)


def records(row: Row, key: str) -> list[Row]:
    """A list of objects; empty where there is none."""
    return cast("list[Row]", row.get(key) or [])
