"""A Spark of two workers, started here, gives what `score_frame` gives."""

import datetime
import math
import os
import shutil
import sys
from pathlib import Path

import pytest

import credscore
from credscore.errors import ArtefactError
from credscore.tables import SCORES
from credscore.trained import newest

pd = pytest.importorskip("pandas")
pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'credscore[spark]'")
if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
    pytest.skip("Spark needs Java, which is not here", allow_module_level=True)

# Spark warns of what it does itself, differently in every version.
pytestmark = pytest.mark.filterwarnings("ignore")

TEXT = (Path(__file__).parents[1] / "samples" / "ferry-agreement.txt").read_text(encoding="utf-8")
SCHEMA = (
    "body string, outlet string, views bigint, share double, seen timestamp, tags array<string>, "
    "raw binary, day date"
)
# Neither a gap among whole numbers, nor NaN beside nothing, nor a whole number past 2 ** 53 may
# come out as anything else.
ROWS = [
    (TEXT, "Dawn", 2**62 + 1, math.nan, datetime.datetime(2026, 3, 29, 2, 30), ["a"], b"\0", None),
    ("Too short.", None, None, None, None, None, None, None),
    (None, "x", 3, 0.5, None, [], b"", datetime.date(2026, 1, 1)),
    (TEXT.replace("600", "700"), "x", 4, None, None, [None], None, None),
    ("", "x", 5, 1.0, None, None, None, None),
    (f"{TEXT[:900]} \N{GRINNING FACE} \u202e", "Dawn", 6, 2.0, None, None, None, None),
] * 6


@pytest.fixture(scope="module")
def spark():
    os.environ["PYSPARK_PYTHON"] = sys.executable
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.memory", "1g")
        .config("spark.sql.session.timeZone", "Europe/Berlin")
        .getOrCreate()
    )
    yield session
    session.stop()


def plain(value):
    """A cell as None where it is missing in whatever way."""
    missing = value is None or value is pd.NA or value != value
    return None if missing else value


def test_rows_are_those_of_score_frame(spark, tmp_path):
    from credscore.spark import score_dataframe

    given = spark.createDataFrame(ROWS, SCHEMA).repartition(3).cache()
    result = score_dataframe(given, "body", publisher_col="outlet").cache()

    # The schema is declared before anything runs.
    assert result.columns == [*given.columns, *(f"credscore_{name}" for name in SCORES)]
    kinds = {"string": "string", "integer": "bigint", "number": "double"}
    assert dict(result.dtypes) == dict(given.dtypes) | {
        f"credscore_{name}": kinds[kind] for name, kind in SCORES.items()
    }

    # Partitions and order stay, and every value as it was.
    before = given.rdd.glom().collect()
    after = result.rdd.glom().collect()
    assert [len(part) for part in before] == [len(part) for part in after]
    rows = [row for part in after for row in part]
    unchanged = [repr(tuple(row)[: len(given.columns)]) for row in rows]
    assert unchanged == [repr(tuple(row)) for part in before for row in part]

    frame = pd.DataFrame({"body": [row.body for row in rows], "outlet": [r.outlet for r in rows]})
    expected = credscore.score_frame(frame, "body", publisher="outlet")
    for name in SCORES:
        column = f"credscore_{name}"
        found = [plain(row[column]) for row in rows]
        assert found == [plain(value) for value in expected[column]], column
    assert sum(row.credscore_error is None for row in rows) == 18
    # A measure that is undefined does not spoil the mean of its column.
    assert all(cell is None or cell == cell for row in rows for cell in tuple(row)[8:])

    # Parquet in, Parquet out, a profile of each publisher.
    result.write.parquet(str(tmp_path / "scored"))
    profile = spark.read.parquet(str(tmp_path / "scored")).groupBy("outlet").avg("credscore_score")
    scores = {row.outlet: row["avg(credscore_score)"] for row in profile.collect()}
    assert scores["Dawn"] == pytest.approx(
        expected[frame["outlet"] == "Dawn"]["credscore_score"].mean()
    )
    assert scores[None] is None

    # A model of one's own travels with the work.
    folder = tmp_path / "mine"
    shutil.copytree(newest("health"), folder)
    lazy = score_dataframe(given.limit(2), "body", model=folder, prefix="own_")
    shutil.rmtree(folder)
    (first, *_) = lazy.where("own_error is null").collect() or [None]
    by_name = credscore.score(credscore.Article(first.body, publisher=None), model="health")
    assert first.own_score == by_name.score


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"text_col": "text"}, ValueError, "no column 'text'; there are: .'body'"),
        ({"text_col": "body", "prefix": "", "publisher_col": "x"}, ValueError, "no column 'x'"),
        ({"text_col": "body", "model": "nothing"}, ArtefactError, "nothing"),
    ],
)
def test_what_can_not_be_is_told_before_anything_runs(options, error, message):
    from credscore.spark import score_dataframe

    class Table:
        columns = ("body", "score")

    with pytest.raises(error, match=message):
        score_dataframe(Table(), **options)
