"""Many articles, read, scored and handed on in their order, whatever goes wrong with some."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from credscore.article import Article
from credscore.errors import ArticleError, ReadError
from credscore.report import Report
from credscore.scorer import Scorer

__all__ = ["Made", "Outcome", "score_all"]

T = TypeVar("T")


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


@dataclass(frozen=True, slots=True)
class Made(Generic[T]):
    """What was made of one outcome, in the process that scored it.

    Attributes
    ----------
    error : str or None
        Why there is no report, with the article's id where it has one.
    value : object
        A line, a row, or the outcome itself.
    """

    error: str | None
    value: T


def score_all(
    scorer: Scorer,
    items: Iterable[Article | ReadError],
    make: Callable[[Outcome], T],
    jobs: int = 1,
) -> Iterator[Made[T]]:
    """Score what was read, errors passed on in their place.

    Parameters
    ----------
    scorer : Scorer
        Scores them.
    items : iterable of Article or ReadError
        As `read(..., on_error="yield")` gives them.
    make : callable
        What is wanted of each outcome. With several processes it runs in theirs: lines are made
        there, and the process that reads and writes has little else to do.
    jobs : int
        Processes.

    Yields
    ------
    Made
        One for each item, in their order.
    """
    # None stands for an article that is being scored.
    waiting: deque[ReadError | None] = deque()

    def articles() -> Iterator[Article]:
        for item in items:
            if isinstance(item, Article):
                waiting.append(None)
                yield item
            else:
                waiting.append(item)

    def failed() -> Iterator[Made[T]]:
        while waiting and (error := waiting[0]) is not None:
            waiting.popleft()
            yield Made(str(error), make(Outcome(None, error)))

    for made in scorer.map(articles(), partial(_made, make), jobs):
        yield from failed()
        waiting.popleft()
        yield made
    yield from failed()


def _made(make: Callable[[Outcome], T], article: Article, result: Report | ArticleError) -> Made[T]:
    error = None
    if isinstance(result, ArticleError):
        error = f"{article.id}: {result}" if article.id else str(result)
    return Made(error, make(Outcome(article, result)))
