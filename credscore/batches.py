"""Many articles, read, scored and handed on in their order, whatever goes wrong with some."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from credscore.article import Article
from credscore.errors import ArticleError, ReadError
from credscore.report import Report
from credscore.scorer import Scorer

__all__ = ["Outcome", "score_all"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one article.

    Attributes
    ----------
    article : Article or None
        None where nothing could be read.
    result : Report, ArticleError or ReadError
        The report, or why there is none.
    """

    article: Article | None
    result: Report | ArticleError | ReadError


def score_all(
    scorer: Scorer, items: Iterable[Article | ReadError], jobs: int = 1
) -> Iterator[Outcome]:
    """Score what was read, errors passed on in their place.

    Parameters
    ----------
    scorer : Scorer
        Scores them.
    items : iterable of Article or ReadError
        As `read(..., on_error="yield")` gives them.
    jobs : int
        Processes.

    Yields
    ------
    Outcome
        One for each item, in their order.
    """
    waiting: deque[Article | ReadError] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            waiting.append(item)
            if isinstance(item, Article):
                yield item

    for result in scorer.score_many(articles(), jobs=jobs, on_error="yield"):
        while isinstance(waiting[0], ReadError):
            yield _failed(waiting)
        article = waiting.popleft()
        assert isinstance(article, Article)
        yield Outcome(article, result)
    while waiting:
        yield _failed(waiting)


def _failed(waiting: deque[Article | ReadError]) -> Outcome:
    error = waiting.popleft()
    assert isinstance(error, ReadError)
    return Outcome(None, error)
