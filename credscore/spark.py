"""Tables of articles in Spark: `score_frame` inside `mapInArrow`, nothing shuffled.

Needs `pip install 'credscore[spark]'`, here and wherever Spark's Python workers run.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from credscore.errors import MissingDependencyError
from credscore.scorer import Scorer, loaded
from credscore.tables import SCORES, checked_columns, score_rows

try:
    import pyarrow
    from pyspark.sql.types import DoubleType, LongType, StringType, StructField, StructType
except ImportError as error:
    raise MissingDependencyError("pyspark", "spark", "credscore.spark") from error

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

__all__ = ["score_dataframe"]

_TYPES = {"string": StringType(), "integer": LongType(), "number": DoubleType()}
_ARROW = {"string": pyarrow.string(), "integer": pyarrow.int64(), "number": pyarrow.float64()}
# Rows that are scored before any of them is handed on.
_ROWS = 256


def score_dataframe(
    df: DataFrame,
    text_col: str = "text",
    *,
    title_col: str | None = None,
    url_col: str | None = None,
    publisher_col: str | None = None,
    date_col: str | None = None,
    model: str | Path = "general",
    prefix: str = "credscore_",
) -> DataFrame:
    """Score a table of articles in Spark.

    Parameters
    ----------
    df : DataFrame
        A row an article.
    text_col : str
        Column of the texts.
    title_col, url_col, publisher_col, date_col : str, optional
        Columns of the rest. The publisher matters: it is never counted as a citation.
    model : str or Path
        Name of a shipped model, or a folder; its files travel to the workers, which need not see
        the folder.
    prefix : str
        Stands before the name of every new column.

    Returns
    -------
    DataFrame
        The same rows in the same partitions, every value as it was, and after their columns the
        new ones that `credscore.score_frame` would add. Where a row can't be scored,
        `<prefix>error` says why and the rest is null. Lazy, as every Spark table.

    Raises
    ------
    ValueError
        If a column is missing, or a new one would replace one that is there.
    ArtefactError
        If there is no such model, or one of its files is missing or was changed.
    """
    columns = {"text": text_col, "title": title_col, "url": url_col, "publisher": publisher_col}
    named = checked_columns(df.columns, {**columns, "date": date_col}, prefix)
    # A model that can't be loaded is told here and not by a failed job.
    Scorer.load(model)
    schema = StructType(
        [
            *df.schema.fields,
            *(StructField(prefix + name, _TYPES[kind]) for name, kind in SCORES.items()),
        ]
    )
    shipped = isinstance(model, str) and not Path(model).is_dir()
    carried = str(model) if shipped else _files_of(Path(model))
    # Not mapInPandas: there a column of integers with a gap turns into floats, and NaN into null.
    return df.mapInArrow(_scoring(carried, named, prefix), schema)


def _files_of(folder: Path) -> tuple[tuple[str, bytes], ...]:
    files = sorted(place for place in folder.iterdir() if place.is_file())
    return tuple((place.name, place.read_bytes()) for place in files)


def _scoring(
    model: str | tuple[tuple[str, bytes], ...], named: dict[str, str], prefix: str
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """What every worker runs on its partition."""

    def score(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        scorer = loaded(model) if isinstance(model, str) else _carried(model)
        for batch in batches:
            for start in range(0, batch.num_rows, _ROWS):
                yield _scored(batch.slice(start, _ROWS), scorer, named, prefix)

    return score


@lru_cache(maxsize=2)
def _carried(files: tuple[tuple[str, bytes], ...]) -> Scorer:
    """A model whose files came with the work; read once a worker."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files:
            Path(folder, name).write_bytes(content)
        return Scorer.load(Path(folder))


def _scored(
    batch: pyarrow.RecordBatch, scorer: Scorer, named: dict[str, str], prefix: str
) -> pyarrow.RecordBatch:
    fields = {field: batch.column(column).to_pylist() for field, column in named.items()}
    rows = [dict(zip(fields, values, strict=True)) for values in zip(*fields.values(), strict=True)]
    cells = list(score_rows(rows, scorer))
    added = {
        # A measure that is undefined is null as well: one NaN would be the mean of its column.
        prefix + name: pyarrow.array([row[name] for row in cells], _ARROW[kind], from_pandas=True)
        for name, kind in SCORES.items()
    }
    arrays = [*batch.columns, *added.values()]
    return pyarrow.RecordBatch.from_arrays(arrays, names=[*batch.schema.names, *added])
