"""News without labels, from which the tagger learns words and what its teacher knows."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path

from credscore.article import Article
from credscore.errors import LabelsError

__all__ = ["read_news", "sample_news"]

_FILE = "data/{}/articles.jsonl.gz"
# Which share of a sample each corpus has: US politics most, as in PolNeAR, and enough of other
# genres, countries and qualities that the tagger has met them.
_SHARES = {
    "allsides": 0.62,
    "bangladesh": 0.10,
    "buzzfeed_webis": 0.08,
    "healthnewsreview": 0.10,
    "recovery": 0.10,
}
_CHARACTERS = (600, 9000)


def read_news(folder: Path) -> Iterator[tuple[str, Article]]:
    """Read all articles without labels, each with the name of its corpus.

    Raises
    ------
    LabelsError
        If a file is missing.
    """
    for corpus in _SHARES:
        file = folder / _FILE.format(corpus)
        if not file.is_file():
            raise LabelsError(f"{file} is missing; give the data folder with --data DIR")
        for line in gzip.decompress(file.read_bytes()).splitlines():
            row = json.loads(line)
            if row.get("text"):
                yield corpus, Article(row["text"], title=row.get("title") or None)


def sample_news(folder: Path, count: int, seed: int) -> list[Article]:
    """Draw about `count` articles of ordinary length, from each corpus its share.

    Raises
    ------
    LabelsError
        If a file is missing.
    """
    groups: dict[str, list[Article]] = {corpus: [] for corpus in _SHARES}
    low, high = _CHARACTERS
    for corpus, article in read_news(folder):
        if low < len(article.text) < high:
            groups[corpus].append(article)
    chance = random.Random(seed)
    drawn = []
    for corpus, articles in groups.items():
        chance.shuffle(articles)
        drawn.extend(articles[: round(_SHARES[corpus] * count)])
    chance.shuffle(drawn)
    return drawn
