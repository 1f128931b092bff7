"""Scoring in several processes: articles in chunks, what comes of them in their order."""

from __future__ import annotations

import os
import pickle
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, TypeVar

from credscore.article import Article
from credscore.errors import WorkerError
from credscore.records import uncollected
from credscore.report import Report

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

    from credscore.errors import ArticleError
    from credscore.scorer import Scorer

__all__ = ["map_in_processes"]

A = TypeVar("A", bound=Article | str)
T = TypeVar("T")

# A chunk is so large that handing it over costs little, and so small that nobody waits for it.
_ARTICLES = 32
_CHARACTERS = 100_000
# Seconds after which a process without work ends.
_IDLE = 10
# Seconds between looks at the processes while a result is waited for.
_LOOK = 1.0
# Several processes with several threads each would take turns at the same cores.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def map_in_processes(
    scorer: Scorer,
    articles: Iterable[A],
    then: Callable[[A, Report | ArticleError], T],
    jobs: int,
) -> Iterator[T]:
    """Score articles in processes, and there make of each report what is wanted of it.

    Parameters
    ----------
    scorer : Scorer
        Scores them. It is sent once a chunk as bytes, and made into a scorer once a process; what
        it finds articles' claims with is loaded there from the shipped files.
    articles : iterable of Article or str
        Read no further than two chunks a process ahead of what was taken, whoever is slower.
    then : callable
        A function of a module, from an article and its report or error. What it returns travels
        back: the less that is, the less the one process that reads and writes has to do.
    jobs : int
        Processes.

    Yields
    ------
    object
        What `then` returned, in the order of the articles.

    Raises
    ------
    WorkerError
        If a process was ended from outside.
    """
    # joblib's Parallel reads on while its results are not taken, up to the whole of the input.
    from joblib.externals.loky.process_executor import BrokenProcessPool, TerminatedWorkerError

    executor = _pool(os.getpid(), jobs)
    state = pickle.dumps(scorer, pickle.HIGHEST_PROTOCOL)
    waiting: deque[Future[bytes]] = deque()
    try:
        for chunk in _chunks(articles):
            waiting.append(executor.submit(_score_chunk, state, chunk, then))
            while waiting and (len(waiting) > 2 * jobs or waiting[0].done()):
                yield from _result(executor, waiting.popleft())
        while waiting:
            yield from _result(executor, waiting.popleft())
    except BrokenProcessPool as error:
        _pool.cache_clear()
        if not isinstance(error, TerminatedWorkerError):
            raise
        raise WorkerError(
            "a process that scored was ended from outside, most often by the system for want of "
            "memory; take fewer --jobs"
        ) from error
    finally:
        for future in waiting:
            future.cancel()


def _result(executor: Executor, future: Future[bytes]) -> list[Any]:
    """What a process made of a chunk.

    It travels as bytes: joblib would open them in a thread of its own, amid the collector.

    A process that is ended amid sending leaves half a result, for the rest of which joblib waits
    for ever: then all processes are ended, and so is the pipe that it waits at.
    """
    from concurrent.futures import wait

    from joblib.externals.loky.process_executor import TerminatedWorkerError

    pool: Any = executor
    lost = False
    while not wait((future,), _LOOK).done:
        # A process without work ends with 0; what ended otherwise joblib sees within a moment.
        processes = list(pool._processes.values())
        ended = any(process.exitcode not in (None, 0) for process in processes)
        if ended and lost:
            for process in processes:
                process.terminate()
            pool._result_queue._writer.close()
            raise TerminatedWorkerError
        lost = ended
    with uncollected():
        made: list[Any] = pickle.loads(future.result())
    return made


@lru_cache(maxsize=1)
def _pool(parent: int, jobs: int) -> Executor:
    """Processes for one batch after another; apart from those that joblib keeps for its callers."""
    # joblib's own copy: it and the package loky each enter their kinds of process in the standard
    # library's table under the same names, and the one that was imported last wins in both.
    from joblib.externals.loky import ProcessPoolExecutor

    pool: Executor = ProcessPoolExecutor(
        max_workers=jobs,
        timeout=_IDLE,
        env={name: os.environ.get(name, "1") for name in _THREADS},
        initializer=_end_with,
        initargs=(parent,),
    )
    return pool


def _chunks(articles: Iterable[A]) -> Iterator[list[A]]:
    """Lists of articles; the first are short, so that something is seen soon."""
    chunk: list[A] = []
    limit, characters = 1, 0
    for article in articles:
        chunk.append(article)
        text: object = article.text if isinstance(article, Article) else article
        # What is no text is an error of its own article, told where it is scored.
        characters += len(text) if isinstance(text, str) else 0
        if len(chunk) >= limit or characters >= _CHARACTERS:
            yield chunk
            chunk, characters = [], 0
            limit = min(2 * limit, _ARTICLES)
    if chunk:
        yield chunk


def _end_with(parent: int) -> None:
    """End this process soon after its parent, which may be killed and tell nobody."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _score_chunk(
    state: bytes, chunk: list[A], then: Callable[[A, Report | ArticleError], T]
) -> bytes:
    from joblib.externals.loky.backend.reduction import dump

    scorer = _thawed(state)
    made = [then(article, scorer.attempt(article)) for article in chunk]
    sent = BytesIO()
    # As joblib would: what a user's script defines the standard pickle does not find again.
    dump(made, sent, protocol=pickle.HIGHEST_PROTOCOL)
    return sent.getvalue()


@lru_cache(maxsize=1)
def _thawed(state: bytes) -> Scorer:
    scorer: Scorer = pickle.loads(state)
    return scorer
