"""Scoring articles: from a text to a report."""

from __future__ import annotations

import logging
import math
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal, overload

from credscore.artefacts import identify
from credscore.article import Article
from credscore.checks import refuse, warnings_of
from credscore.document import Document
from credscore.errors import ArticleError, MissingDependencyError
from credscore.explanation import reasons, suggestions
from credscore.extraction import extract, load_extractors
from credscore.features.measures import measure
from credscore.features.rules import rule_warnings
from credscore.findings import Findings
from credscore.models import ArticleModel, ClaimModel
from credscore.report import Report
from credscore.trained import newest, shipped

__all__ = ["Scorer", "score"]

_LOG = logging.getLogger(__name__)

# Articles handed to a process at once: enough that handing over costs little.
_CHUNK = 32
# The artefacts that find what the models see.
_EXTRACTORS = ("attribution", "parts_of_speech", "mentions", "checkability")


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
        load_extractors()
        return cls(ArticleModel.load(folder), ClaimModel.load(newest("claims")))

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
        """
        document = Document(article if isinstance(article, Article) else Article(article))
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
        log_odds = additive.intercept + math.fsum(part.contribution for part in contributions)
        value = additive.calibration(log_odds)
        return Report(
            article=document.article,
            words=document.word_count,
            sentences=sum(sentence.kind != "furniture" for sentence in document.sentences),
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
            Processes; more than one needs joblib.
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
        MissingDependencyError
            If `jobs` is more than one and joblib is not installed.
        """
        if jobs < 1:
            raise ValueError(f"jobs must be 1 or more, got {jobs}")
        results = self._one_by_one(articles) if jobs == 1 else self._in_processes(articles, jobs)
        return results if on_error == "yield" else _raised(results)

    def _one_by_one(self, articles: Iterable[Article | str]) -> Iterator[Report | ArticleError]:
        for article in articles:
            yield self._attempt(article)

    def _in_processes(
        self, articles: Iterable[Article | str], jobs: int
    ) -> Iterator[Report | ArticleError]:
        try:
            from joblib import Parallel, delayed  # type: ignore[import-untyped]
        except ImportError as error:
            raise MissingDependencyError(
                "joblib", "train", "scoring in several processes"
            ) from error
        waiting = iter(articles)
        chunks = iter(lambda: list(islice(waiting, _CHUNK)), [])
        parallel = Parallel(n_jobs=jobs, return_as="generator", pre_dispatch=f"{jobs} + 1")
        for results in parallel(delayed(self._attempt_all)(chunk) for chunk in chunks):
            yield from results

    def _attempt_all(self, articles: list[Article | str]) -> list[Report | ArticleError]:
        return [self._attempt(article) for article in articles]

    def _attempt(self, article: Article | str) -> Report | ArticleError:
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
    return _loaded(model).score(article)


@cache
def _loaded(model: str | Path) -> Scorer:
    return Scorer.load(model)
