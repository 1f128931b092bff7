"""Many articles as pages: one each, an index, the publishers, and who cites whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean
from urllib.parse import urlsplit

from credscore.article import Article
from credscore.batches import Outcome
from credscore.findings import Support
from credscore.rendering.environment import fill
from credscore.rendering.network import graphml, network_of
from credscore.rendering.page import render_page
from credscore.rendering.words import NOT_TRUTH, heading_of, strength_of
from credscore.report import Report

__all__ = ["Site"]

_BINS = 10
_TOP_OUTLETS = 3
UNKNOWN = "publisher unknown"


@dataclass(frozen=True, slots=True)
class _Row:
    """One article in the index."""

    file: str
    title: str
    publisher: str
    date: str
    score: float
    low: float
    high: float
    claims: int
    identified: float
    unidentified: float
    outlets: int
    warnings: int


@dataclass(slots=True)
class _Publisher:
    """What all articles of one publisher come to."""

    name: str
    scores: list[float] = field(default_factory=list)
    supports: Counter[Support] = field(default_factory=Counter)
    outlets: Counter[str] = field(default_factory=Counter)

    def add(self, report: Report) -> None:
        self.scores.append(report.score)
        self.supports.update(claim.support for claim in report.claims)
        # An outlet counts once an article: one that is named ten times is still one voice.
        self.outlets.update(
            dict.fromkeys(cited.outlet for cited in report.citations if cited.outlet).keys()
        )

    @property
    def score(self) -> float:
        return fmean(self.scores)

    @property
    def shares(self) -> list[float]:
        """Of all claims: on somebody identified, a named person; nobody identified, anonymous."""
        claims = self.supports.total() or float("nan")

        def share(holds: Callable[[Support], bool]) -> float:
            return sum(count for kind, count in self.supports.items() if holds(kind)) / claims

        return [
            share(lambda kind: strength_of(kind) == "identified"),
            share(lambda kind: kind == "named"),
            share(lambda kind: strength_of(kind) == "unidentified"),
            share(lambda kind: kind in ("unnamed", "anonymous")),
        ]

    @property
    def most_cited(self) -> list[tuple[str, int]]:
        return self.outlets.most_common(_TOP_OUTLETS)


class Site:
    """Writes a folder of pages as outcomes come, and its index at the end.

    Parameters
    ----------
    folder : Path
        Made if it is not there: `index.html`, `network.graphml`, and `articles/`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        self._rows: list[_Row] = []
        self._errors: list[tuple[str, str]] = []
        self._publishers: dict[str, _Publisher] = {}

    def write(self, outcome: Outcome) -> None:
        """Write one article's page."""
        if not isinstance(outcome.result, Report):
            named = outcome.article.id if outcome.article else None
            self._errors.append((named or "", str(outcome.result)))
            return
        report = outcome.result
        file = f"articles/{len(self._rows) + 1:05d}.html"
        (self.folder / file).write_text(
            render_page(report, index="../index.html"), encoding="utf-8", errors="replace"
        )
        publisher = publisher_of(report.article)
        self._publishers.setdefault(publisher, _Publisher(publisher)).add(report)
        self._rows.append(_row(report, file, publisher))

    def close(self) -> None:
        """Write the index and the network."""
        publishers = sorted(
            self._publishers.values(), key=lambda item: (-len(item.scores), item.name)
        )
        cites = {item.name: item.outlets for item in publishers}
        page = fill(
            "index.html",
            script="index.js",
            rows=self._rows,
            errors=self._errors,
            bars=_histogram([row.score for row in self._rows]),
            mean=fmean(row.score for row in self._rows) if self._rows else float("nan"),
            publishers=publishers,
            network=network_of(cites),
            not_truth=NOT_TRUTH,
        )
        (self.folder / "index.html").write_text(page, encoding="utf-8", errors="replace")
        (self.folder / "network.graphml").write_bytes(graphml(cites))


def publisher_of(article: Article) -> str:
    """The publisher's name, else the host of its address."""
    if article.publisher:
        return " ".join(article.publisher.split())
    try:
        host = urlsplit(article.url or "").hostname
    except ValueError:
        host = None
    return (host or UNKNOWN).removeprefix("www.")


def _row(report: Report, file: str, publisher: str) -> _Row:
    strengths = Counter(strength_of(claim.support) for claim in report.claims)
    claims = len(report.claims) or float("nan")
    return _Row(
        file=file,
        title=heading_of(report),
        publisher=publisher,
        date=report.article.date or "",
        score=report.score,
        low=report.interval[0],
        high=report.interval[1],
        claims=len(report.claims),
        identified=strengths["identified"] / claims,
        unidentified=strengths["unidentified"] / claims,
        outlets=len({cited.outlet or cited.text for cited in report.citations}),
        warnings=len(report.warnings),
    )


def _histogram(scores: list[float]) -> list[tuple[float, float, int, float]]:
    """Low end, high end, count and share of the largest count, for each bin of scores."""
    counts = Counter(min(int(score * _BINS), _BINS - 1) for score in scores)
    largest = max(counts.values(), default=1)
    return [
        (place / _BINS, (place + 1) / _BINS, counts[place], counts[place] / largest)
        for place in range(_BINS)
    ]
