"""Tables of articles in Dask: `score_frame` inside `map_partitions`.

Needs `pip install 'credscore[dask]'`, here and wherever Dask's workers run.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from credscore.errors import MissingDependencyError
from credscore.scorer import Scorer, loaded
from credscore.tables import checked_columns, scored_frame

try:
    import dask.dataframe
except ImportError as error:
    raise MissingDependencyError("dask", "dask", "credscore.dask") from error

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["score_dataframe"]


def score_dataframe(
    df: dask.dataframe.DataFrame,
    text_col: str = "text",
    *,
    title_col: str | None = None,
    url_col: str | None = None,
    publisher_col: str | None = None,
    date_col: str | None = None,
    model: str | Path = "general",
    prefix: str = "credscore_",
) -> dask.dataframe.DataFrame:
    """Score a table of articles in Dask.

    Parameters
    ----------
    df : dask.dataframe.DataFrame
        A row an article.
    text_col : str
        Column of the texts.
    title_col, url_col, publisher_col, date_col : str, optional
        Columns of the rest. The publisher matters: it is never counted as a citation.
    model : str or Path
        Name of a shipped model, or a folder that every worker sees.
    prefix : str
        Stands before the name of every new column.

    Returns
    -------
    dask.dataframe.DataFrame
        The same rows, index and partitions, and after their columns the new ones that
        `credscore.score_frame` would add. Where a row can't be scored, `<prefix>error` says why and
        the rest is missing. Lazy, as every Dask table. Scoring is work for the processor: compute
        with processes (`scheduler="processes"`, or a cluster), for threads take turns.

    Raises
    ------
    ValueError
        If a column is missing, or a new one would replace one that is there.
    ArtefactError
        If there is no such model, or one of its files is missing or was changed.
    """
    columns = {"text": text_col, "title": title_col, "url": url_col, "publisher": publisher_col}
    named = checked_columns(list(df.columns), {**columns, "date": date_col}, prefix)
    # A model that can't be loaded is told here and not by a failed job.
    scorer = Scorer.load(model)
    meta = scored_frame(df._meta, scorer, named, prefix)
    return df.map_partitions(_scored, str(model), named, prefix, meta=meta)


def _scored(frame: pd.DataFrame, model: str, named: dict[str, str], prefix: str) -> pd.DataFrame:
    return scored_frame(frame, loaded(model), named, prefix)
