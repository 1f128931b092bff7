"""A table in, a table out."""

import math
from pathlib import Path

import pytest

import credscore
from credscore.errors import ArticleError
from credscore.findings import SUPPORTS
from credscore.tables import COLUMNS, SCORES, row_of, scores_of

pd = pytest.importorskip("pandas")

TEXT = (Path(__file__).parents[1] / "samples" / "ferry-agreement.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def report():
    return credscore.score(TEXT)


def test_a_row_has_every_column(report):
    row = scores_of(report)
    assert list(row) == list(SCORES)
    assert row["score"] == report.score
    assert row["claims"] == sum(row[f"claims_{support}"] for support in SUPPORTS)
    assert {name: row[name] for name in report.measures} == pytest.approx(
        report.measures, nan_ok=True
    )
    assert row["error"] is None


def test_a_row_of_an_error_has_nothing_else():
    row = row_of(None, ArticleError("too short"))
    assert list(row) == list(COLUMNS)
    assert {name: value for name, value in row.items() if value is not None} == {
        "error": "too short"
    }


@pytest.fixture(scope="module")
def scored():
    frame = pd.DataFrame(
        {
            "body": [TEXT, "Too short.", None, TEXT, 7.5],
            "outlet": ["Dawn", None, "x", float("nan"), "x"],
            "views": [1, 2, 3, 4, 5],
        },
        index=["b", "a", "a", 7, None],
    )
    return frame, credscore.score_frame(frame, text="body", publisher="outlet")


def test_index_order_and_columns_stay(scored):
    frame, result = scored
    pd.testing.assert_frame_equal(result[list(frame.columns)], frame)
    assert list(result.columns) == [*frame.columns, *(f"credscore_{name}" for name in SCORES)]


def test_new_columns_are_typed(scored):
    _, result = scored
    kinds = {"string": "string", "integer": "Int64", "number": "float64"}
    for name, kind in SCORES.items():
        assert str(result[f"credscore_{name}"].dtype).startswith(kinds[kind])


def test_rows_that_cannot_be_scored_say_why(scored):
    _, result = scored
    errors = result["credscore_error"].tolist()
    assert errors[0] is pd.NA or errors[0] is None or errors[0] != errors[0]
    assert "too short to score" in errors[1]
    assert errors[2] == "no text: expected a string, got nothing"
    assert errors[4] == "no text: expected a string, got float"
    assert [math.isnan(value) for value in result["credscore_score"]] == [0, 1, 1, 0, 1]
    assert result["credscore_claims"].isna().tolist() == [False, True, True, False, True]


def test_the_publisher_is_never_cited(scored):
    _, result = scored
    cited = result["credscore_cited_outlets"].tolist()
    assert "Dawn" not in cited[0]
    assert "Dawn" in cited[3]


def test_missing_values_of_every_kind():
    texts = pd.Series([pd.NA, TEXT], dtype="string")
    result = credscore.score_frame(pd.DataFrame({"text": texts, "at": [pd.NaT, None]}), date="at")
    assert result["credscore_score"].isna().tolist() == [True, False]


def test_an_empty_table_has_the_columns():
    result = credscore.score_frame(pd.DataFrame({"text": []}))
    assert len(result) == 0
    assert "credscore_score" in result


@pytest.mark.parametrize(
    ("frame", "options", "message"),
    [
        ({"body": ["x"]}, {}, "no column 'text'; there are: .'body'."),
        ({"text": ["x"]}, {"title": "t"}, "no column 't'"),
        ({"text": ["x"], "credscore_score": [1]}, {}, "'credscore_score' is there already"),
    ],
)
def test_wrong_columns_are_told(frame, options, message):
    with pytest.raises(ValueError, match=message):
        credscore.score_frame(pd.DataFrame(frame), **options)


def test_another_prefix():
    frame = pd.DataFrame({"text": [TEXT], "credscore_score": [1]})
    assert credscore.score_frame(frame, prefix="new_")["new_score"].between(0, 1).all()
