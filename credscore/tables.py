"""Reports as rows: the columns of CSV and Parquet, and of a table that is scored in place."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from credscore.article import Article
from credscore.errors import ArticleError, MissingDependencyError, ReadError
from credscore.features.measures import MEASURES
from credscore.findings import SUPPORTS
from credscore.report import Report
from credscore.scorer import Scorer

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "COLUMNS",
    "SCORES",
    "Cell",
    "Kind",
    "checked_columns",
    "row_of",
    "score_frame",
    "score_rows",
    "scored_frame",
    "scores_of",
]

Kind = Literal["string", "integer", "number"]

_ABOUT: dict[str, Kind] = {
    "id": "string",
    "title": "string",
    "url": "string",
    "publisher": "string",
    "date": "string",
}
SCORES: dict[str, Kind] = {
    "words": "integer",
    "sentences": "integer",
    "score": "number",
    "interval_low": "number",
    "interval_high": "number",
    "interval_level": "number",
    "claims": "integer",
    **{f"claims_{support}": "integer" for support in SUPPORTS},
    "sources": "integer",
    "hedges": "integer",
    "citations": "integer",
    "cited_outlets": "string",
    "warnings": "string",
    "model": "string",
    **{item.name: "number" for item in MEASURES},
    "error": "string",
}
COLUMNS: dict[str, Kind] = {**_ABOUT, **SCORES}

Cell = str | int | float | None


def scores_of(report: Report) -> dict[str, Cell]:
    """What a report adds to the row of its article.

    Parameters
    ----------
    report : Report
        The report.

    Returns
    -------
    dict of str to cell
        A value for each of `SCORES`; NaN where a measure is undefined.
    """
    supports = Counter(claim.support for claim in report.claims)
    outlets = dict.fromkeys(cited.outlet for cited in report.citations if cited.outlet)
    return {
        "words": report.words,
        "sentences": report.sentences,
        "score": report.score,
        "interval_low": report.interval[0],
        "interval_high": report.interval[1],
        "interval_level": report.level,
        "claims": len(report.claims),
        **{f"claims_{support}": supports[support] for support in SUPPORTS},
        "sources": sum(source.type != "self" for source in report.sources),
        "hedges": len(report.hedges),
        "citations": len(report.citations),
        "cited_outlets": "; ".join(outlets) or None,
        "warnings": "; ".join(report.warnings) or None,
        "model": ", ".join(model.name for model in report.models),
        **{item.name: report.measures.get(item.name, float("nan")) for item in MEASURES},
        "error": None,
    }


def row_of(article: Article | None, result: Report | ArticleError | ReadError) -> dict[str, Cell]:
    """One row of output: the article, and its scores or its error.

    Parameters
    ----------
    article : Article or None
        What was scored; None where nothing could be read.
    result : Report, ArticleError or ReadError
        What came of it.

    Returns
    -------
    dict of str to cell
        A value for each of `COLUMNS`; None where there is none.
    """
    about: dict[str, Cell] = {name: getattr(article, name, None) for name in _ABOUT}
    if isinstance(result, Report):
        return {**about, **scores_of(result)}
    return {**about, **dict.fromkeys(SCORES), "error": str(result)}


def score_frame(
    frame: pd.DataFrame,
    text: str = "text",
    *,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    date: str | None = None,
    model: str | Path = "general",
    prefix: str = "credscore_",
    jobs: int = 1,
) -> pd.DataFrame:
    """Score a table of articles.

    Parameters
    ----------
    frame : DataFrame
        A row an article.
    text : str
        Column of the texts.
    title, url, publisher, date : str, optional
        Columns of the rest. The publisher matters: it is never counted as a citation.
    model : str or Path
        Name of a shipped model, or a folder.
    prefix : str
        Stands before the name of every new column.
    jobs : int
        Processes.

    Returns
    -------
    DataFrame
        The same rows with the same index in the same order, and after their columns the new ones:
        strings, nullable integers and floats. Where a row can't be scored, `<prefix>error` says
        why and the rest is missing.

    Raises
    ------
    ValueError
        If a column is missing, or a new one would replace one that is there.
    MissingDependencyError
        If pandas is not installed.

    Examples
    --------
    >>> import pandas as pd
    >>> texts = ["The minister, Ana Silva, said on Monday that prices would fall by 3%. " * 8]
    >>> frame = score_frame(pd.DataFrame({"text": texts}, index=["a"]))
    >>> bool(frame.loc["a", "credscore_claims_named"] > 0)
    True
    """
    try:
        import pandas as pd  # noqa: F401
    except ImportError as error:
        raise MissingDependencyError("pandas", "parquet", "score_frame") from error
    wanted = {"text": text, "title": title, "url": url, "publisher": publisher, "date": date}
    named = checked_columns(list(frame.columns), wanted, prefix)
    return scored_frame(frame, Scorer.load(model), named, prefix, jobs)


def checked_columns(
    columns: Sequence[str], wanted: Mapping[str, str | None], prefix: str
) -> dict[str, str]:
    """Choose the columns to read, and see that the new ones replace none.

    Parameters
    ----------
    columns : sequence of str
        Those of the table.
    wanted : mapping of str to str or None
        The column of each field of an article; None where there is none.
    prefix : str
        Stands before the name of every new column.

    Returns
    -------
    dict of str to str
        The fields that have a column.

    Raises
    ------
    ValueError
        If a column is missing, or a new one would replace one that is there.
    """
    named = {field: column for field, column in wanted.items() if column is not None}
    missing = [column for column in named.values() if column not in columns]
    if missing:
        raise ValueError(f"no column {missing[0]!r}; there are: {list(map(str, columns))}")
    taken = [column for column in columns if column in {prefix + name for name in SCORES}]
    if taken:
        raise ValueError(f"column {taken[0]!r} is there already; choose another prefix")
    return named


def scored_frame(
    frame: pd.DataFrame, scorer: Scorer, named: Mapping[str, str], prefix: str, jobs: int = 1
) -> pd.DataFrame:
    """The frame with its new columns; which to read is checked already."""
    import pandas as pd

    rows = frame[list(dict.fromkeys(named.values()))].astype(object)
    rows = rows.where(rows.notna(), None)
    columns = list(rows.columns)
    places = {field: columns.index(column) for field, column in named.items()}
    scored = score_rows(
        (
            {field: row[place] for field, place in places.items()}
            for row in rows.itertuples(index=False, name=None)
        ),
        scorer,
        jobs,
    )
    cells: dict[str, list[Cell]] = {name: [] for name in SCORES}
    for row in scored:
        for name, values in cells.items():
            values.append(row[name])
    kinds = {"string": "string", "integer": "Int64", "number": "float64"}
    added = pd.DataFrame(
        {
            prefix + name: pd.Series(values, index=frame.index, dtype=kinds[SCORES[name]])
            for name, values in cells.items()
        },
        index=frame.index,
    )
    return pd.concat([frame, added], axis=1)


def score_rows(
    rows: Iterable[dict[str, object]], scorer: Scorer, jobs: int = 1
) -> Iterator[dict[str, Cell]]:
    """Score rows of whatever table.

    Parameters
    ----------
    rows : iterable of dict
        The fields of each article, None where a cell is empty.
    scorer : Scorer
        Scores them.
    jobs : int
        Processes.

    Yields
    ------
    dict of str to cell
        A value for each of `SCORES`, for each row in order.
    """
    # None stands for an article that is being scored.
    waiting: deque[ArticleError | None] = deque()

    def articles() -> Iterator[Article]:
        for row in rows:
            made = _article(row)
            waiting.append(made if isinstance(made, ArticleError) else None)
            if isinstance(made, Article):
                yield made

    def failed() -> Iterator[dict[str, Cell]]:
        while waiting and (error := waiting[0]) is not None:
            waiting.popleft()
            yield _cells(None, error)

    for cells in scorer.map(articles(), _cells, jobs):
        yield from failed()
        waiting.popleft()
        yield cells
    yield from failed()


def _cells(article: Article | None, result: Report | ArticleError) -> dict[str, Cell]:
    row = row_of(article, result)
    return {name: _encodable(row[name]) for name in SCORES}


def _encodable(cell: Cell) -> Cell:
    """Columns of strings take no half of a surrogate pair, which broken JSON may hold."""
    if not isinstance(cell, str) or cell.isascii():
        return cell
    return cell.encode("utf-8", "replace").decode()


def _article(fields: dict[str, object]) -> Article | ArticleError:
    text = fields.pop("text")
    if not isinstance(text, str):
        kind = "nothing" if text is None else type(text).__name__
        return ArticleError(f"no text: expected a string, got {kind}")
    title, url, publisher, date = (_words(fields.get(name)) for name in _ABOUT if name != "id")
    return Article(text, title=title, url=url, publisher=publisher, date=date)


def _words(value: object) -> str | None:
    return None if value is None else str(value)
