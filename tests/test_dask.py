"""Dask gives what `score_frame` gives."""

from pathlib import Path

import pytest

import credscore
from credscore.errors import ArtefactError
from credscore.tables import SCORES

pd = pytest.importorskip("pandas")
dask = pytest.importorskip("dask", reason="Dask is not installed: pip install 'credscore[dask]'")
frames = pytest.importorskip("dask.dataframe")
# Dask does what the newest pandas warns of.
pytestmark = pytest.mark.filterwarnings("ignore")

TEXT = (Path(__file__).parents[1] / "samples" / "ferry-agreement.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def frame():
    return pd.DataFrame(
        {
            "body": [TEXT, "Too short.", None, TEXT.replace("600", "700"), TEXT[:900]] * 3,
            "outlet": ["Dawn", None, "x", "x", "Dawn"] * 3,
            "views": pd.array([2**62 + 1, None, 3, 4, 5] * 3, dtype="Int64"),
        },
        index=[f"row {number:02}" for number in range(15)],
    )


@pytest.mark.parametrize("parts", [1, 4])
def test_rows_are_those_of_score_frame(frame, parts):
    from credscore.dask import score_dataframe

    given = frames.from_pandas(frame, npartitions=parts)
    result = score_dataframe(given, "body", publisher_col="outlet")
    assert list(result.columns) == [*frame.columns, *(f"credscore_{name}" for name in SCORES)]
    assert result.npartitions == given.npartitions
    assert result.divisions == given.divisions
    found = result.compute(scheduler="sync")
    assert (found.dtypes == result.dtypes).all()
    expected = credscore.score_frame(frame, "body", publisher="outlet")
    # Dask keeps strings in Arrow's type and row names likewise.
    assert found.index.tolist() == expected.index.tolist()
    for name in expected.columns:
        pairs = zip(found[name].tolist(), expected[name].tolist(), strict=True)
        assert all((pd.isna(one) and pd.isna(other)) or one == other for one, other in pairs), name


def test_processes_parquet_and_a_profile_of_each_publisher(frame, tmp_path):
    from credscore.dask import score_dataframe

    frames.from_pandas(frame, npartitions=2).to_parquet(tmp_path / "articles")
    given = frames.read_parquet(tmp_path / "articles")
    with dask.config.set(scheduler="processes", num_workers=2):
        score_dataframe(given, "body", publisher_col="outlet").to_parquet(tmp_path / "scored")
    profile = frames.read_parquet(tmp_path / "scored").groupby("outlet")["credscore_score"].mean()
    expected = credscore.score_frame(frame, "body", publisher="outlet")
    means = expected.groupby("outlet")["credscore_score"].mean()
    assert profile.compute()["Dawn"] == pytest.approx(means["Dawn"])


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({}, ValueError, "no column 'text'"),
        ({"text_col": "body", "date_col": "when"}, ValueError, "no column 'when'"),
        ({"text_col": "body", "model": "nothing"}, ArtefactError, "nothing"),
    ],
)
def test_what_can_not_be_is_told_before_anything_runs(frame, options, error, message):
    from credscore.dask import score_dataframe

    with pytest.raises(error, match=message):
        score_dataframe(frames.from_pandas(frame, npartitions=1), **options)
