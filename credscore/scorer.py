"""Scoring articles: from a text to a report."""

from __future__ import annotations

import gc
import logging
import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar, overload

from credscore.artefacts import identify
from credscore.article import Article
from credscore.checks import refuse, warnings_of
from credscore.document import Document
from credscore.errors import ArticleError
from credscore.explanation import reasons, suggestions
from credscore.extraction import extract, load_extractors
from credscore.features.measures import measure
from credscore.features.rules import rule_warnings
from credscore.findings import Findings
from credscore.models import ArticleModel, ClaimModel
from credscore.records import uncollected
from credscore.report import Report
from credscore.trained import newest, shipped
from credscore.transit import Packed, pack, unpack

__all__ = ["Scorer", "loaded", "score"]

_LOG = logging.getLogger(__name__)

A = TypeVar("A", bound=Article | str)
T = TypeVar("T")

# The artefacts that find what the models see.
_EXTRACTORS = ("attribution", "parts_of_speech", "mentions", "checkability", "steps")


class Scorer:
    """Scores articles with one article model and the shipped claim model.

    Parameters
    ----------
    model : ArticleModel
        Scores the article.
    claims : ClaimModel
        Judges each claim.

    Examples
    --------
    >>> scorer = Scorer.load("general")
    >>> text = "The minister, Ana Silva, said on Monday that prices would fall by 3%. " * 8
    >>> 0 < scorer.score(text).score < 1
    True
    """

    def __init__(self, model: ArticleModel, claims: ClaimModel) -> None:
        self.model = model
        self.claims = claims
        extractors = (identify(newest(name)) for name in _EXTRACTORS)
        self._models = (model.identity, claims.identity, *extractors)

    @classmethod
    def load(cls, model: str | Path = "general") -> Scorer:
        """Load an article model.

        Parameters
        ----------
        model : str or Path
            Name of a shipped model ("general", "health"), or a folder that `credscore train` wrote.

        Returns
        -------
        Scorer
            Ready to score.

        Raises
        ------
        ArtefactError
            If there is no such model, or one of its files is missing or was changed.
        """
        named = isinstance(model, str) and model in shipped()
        folder = newest(str(model)) if named or not Path(model).is_dir() else Path(model)
        # What cannot be loaded is told before the larger files are read.
        scorer = cls(ArticleModel.load(folder), ClaimModel.load(newest("claims")))
        load_extractors()
        if gc.isenabled():
            # What was loaded stays: the search for cycles looks at it now, once, rather than while
            # the first articles wait.
            gc.collect()
        return scorer

    def score(self, article: Article | str) -> Report:
        """Score one article.

        Parameters
        ----------
        article : Article or str
            What to score; a string is the text.

        Returns
        -------
        Report
            The score with its evidence.

        Raises
        ------
        ArticleError
            If the text is too short or not English.

        Notes
        -----
        Python's search for cycles (`gc`) waits while an article is read, and is then as it was.
        """
        with uncollected():
            return self._read(Document(_whole(article)))

    def _read(self, document: Document) -> Report:
        english = refuse(document)
        found = extract(document)
        measures = measure(document, found)
        findings = Findings(
            found.attributions,
            found.sources,
            found.hedges,
            found.citations,
            self.claims.judge(document, found, measures),
        )
        contributions = self.model.contributions(measures)
        additive = self.model.additive
        log_odds = additive.intercept + math.fsum([part.contribution for part in contributions])
        value = additive.calibration(log_odds)
        return Report(
            article=document.article,
            words=document.word_count,
            sentences=len([one for one in document.sentences if one.kind != "furniture"]),
            score=value,
            interval=self.model.interval(value, document.word_count),
            level=self.model.interval.level,
            models=self._models,
            intercept=additive.intercept,
            calibration=additive.calibration,
            contributions=contributions,
            measures=measures,
            findings=findings,
            warnings=(
                *warnings_of(document, self.model, measures, english),
                *rule_warnings(document, findings),
            ),
            reasons=reasons(contributions, measures),
            suggestions=suggestions(self.model, document, findings, measures),
        )

    @overload
    def score_many(
        self,
        articles: Iterable[Article | str],
        jobs: int = ...,
        on_error: Literal["raise"] = ...,
    ) -> Iterator[Report]: ...

    @overload
    def score_many(
        self, articles: Iterable[Article | str], jobs: int, on_error: Literal["yield"]
    ) -> Iterator[Report | ArticleError]: ...

    @overload
    def score_many(
        self, articles: Iterable[Article | str], *, jobs: int = ..., on_error: Literal["yield"]
    ) -> Iterator[Report | ArticleError]: ...

    def score_many(
        self,
        articles: Iterable[Article | str],
        jobs: int = 1,
        on_error: Literal["raise", "yield"] = "raise",
    ) -> Iterator[Report] | Iterator[Report | ArticleError]:
        """Score many articles, one report each, in their order.

        Parameters
        ----------
        articles : iterable of Article or str
            Read as they are needed, a few chunks ahead.
        jobs : int
            Processes.
        on_error : {"raise", "yield"}
            Whether an article that can't be scored stops the batch, or its error takes the place of
            its report.

        Yields
        ------
        Report or ArticleError
            One for each article.

        Raises
        ------
        ArticleError
            At the first article that can't be scored, with `on_error="raise"`.
        WorkerError
            If one of several processes was ended from outside.
        """
        several = jobs > 1
        results = self._without_text(articles, jobs) if several else self.map(articles, _same, jobs)
        return results if on_error == "yield" else _raised(results)

    def map(
        self,
        articles: Iterable[A],
        then: Callable[[A, Report | ArticleError], T],
        jobs: int = 1,
    ) -> Iterator[T]:
        """Score many articles and keep of each what a function makes of it.

        Parameters
        ----------
        articles : iterable of Article or str
            Read as they are needed, a few chunks ahead.
        then : callable
            Takes an article and its report, or the error in its place. With several processes it
            runs in theirs, so it must be a function of a module.
        jobs : int
            Processes.

        Yields
        ------
        object
            What `then` returned, in the order of the articles.

        Raises
        ------
        WorkerError
            If one of several processes was ended from outside.
        """
        if jobs < 1:
            raise ValueError(f"jobs must be 1 or more, got {jobs}")
        if jobs == 1:
            return (then(article, self.attempt(article)) for article in articles)
        from credscore.processes import map_in_processes

        return map_in_processes(self, articles, then, jobs)

    def _without_text(
        self, articles: Iterable[Article | str], jobs: int
    ) -> Iterator[Report | ArticleError]:
        """Report in several processes; a text goes to one of them and does not come back."""
        sent: deque[Article | str] = deque()

        def noted() -> Iterator[Article | str]:
            for article in articles:
                sent.append(article)
                yield article

        for result in self.map(noted(), _packed, jobs):
            article = sent.popleft()
            if isinstance(result, ArticleError):
                yield result
            else:
                with uncollected():
                    report = unpack(result, _whole(article))
                yield report

    def attempt(self, article: Article | str) -> Report | ArticleError:
        """Score one article; what goes wrong is returned, a fault of this library as well.

        Parameters
        ----------
        article : Article or str
            What to score.

        Returns
        -------
        Report or ArticleError
            The report, or why there is none.
        """
        try:
            return self.score(article)
        except ArticleError as error:
            return error
        except Exception as error:
            # A fault of ours in one article of a million must not lose the others.
            _LOG.exception("an article could not be scored")
            failure = ArticleError(
                f"not scored, by a fault of credscore ({type(error).__name__}: {error}); "
                "please report it with the article"
            )
            failure.__cause__ = error
            return failure


def _whole(article: Article | str) -> Article:
    return article if isinstance(article, Article) else Article(article)


def _same(article: object, result: Report | ArticleError) -> Report | ArticleError:  # noqa: ARG001
    return result


def _packed(
    article: object,  # noqa: ARG001
    result: Report | ArticleError,
) -> Packed | ArticleError:
    if isinstance(result, ArticleError):
        return result
    with uncollected():
        return pack(result)


def _raised(results: Iterator[Report | ArticleError]) -> Iterator[Report]:
    for result in results:
        if isinstance(result, ArticleError):
            raise result
        yield result


def score(article: Article | str, model: str | Path = "general") -> Report:
    """Score one article; the model is loaded once and kept.

    Parameters
    ----------
    article : Article or str
        What to score; a string is the text.
    model : str or Path
        Name of a shipped model, or a folder.

    Returns
    -------
    Report
        The score with its evidence.

    Raises
    ------
    ArticleError
        If the text is too short or not English.
    ArtefactError
        If there is no such model, or it was changed.
    """
    return loaded(model).score(article)


@cache
def loaded(model: str | Path) -> Scorer:
    """The scorer of a model, loaded once a process and kept."""
    return Scorer.load(model)
