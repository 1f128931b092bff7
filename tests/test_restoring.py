"""A report through JSON and back, and the schema that it follows."""

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

import credscore
from credscore.cli import main
from credscore.errors import ReadError
from credscore.report import Report

SAMPLE = Path(__file__).parents[1] / "samples" / "ferry-agreement.txt"


@pytest.fixture(scope="module")
def report():
    return credscore.score(next(credscore.read(SAMPLE)))


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(files("credscore").joinpath("report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def through_json(report):
    return json.loads(json.dumps(report.to_dict(), allow_nan=False))


def test_with_its_text_a_report_comes_back_equal(report):
    restored = Report.from_dict(through_json(report), report.article.text)
    assert restored.to_dict() == report.to_dict()
    assert restored.article == report.article
    assert restored.findings == report.findings
    assert restored.log_odds == report.log_odds


def test_without_its_text_every_offset_still_gives_its_words(report):
    restored = Report.from_dict(through_json(report))
    assert restored.to_dict() == report.to_dict()
    text = restored.article.text
    for item in (*restored.claims, *restored.hedges, *restored.citations):
        assert text[item.start : item.end] == item.text
    assert restored._repr_html_().startswith("<iframe ")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": 2}, "expected a report of schema 1, got 2"),
        ({"error": "too short"}, "could not be scored: too short"),
        ({"score": None, "claims": "x"}, "'claims' must be a list, got str"),
        ({"claims": [1]}, "'claims' must hold objects alone"),
        ({"claims": [{}]}, "'id' is missing"),
        ({"interval": [0.1]}, "not a report"),
        ({"article": None}, "'article' must be an object"),
        ({"intercept": True}, "expected a number or null, got True"),
        ({"level": "high"}, "expected a number or null, got 'high'"),
    ],
)
def test_what_is_no_report_is_told(report, change, message):
    with pytest.raises(ReadError, match=message):
        Report.from_dict({**through_json(report), **change})


def test_a_missing_key_is_named(report):
    fields = through_json(report)
    del fields["hedges"]
    with pytest.raises(ReadError, match="'hedges' is missing"):
        Report.from_dict(fields)


def test_reports_and_failures_follow_the_schema(report, validator, tmp_path):
    validator.validate(through_json(report))
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "short.txt").write_text("Too short.")
    shown = CliRunner().invoke(main, ["score", str(tmp_path), str(SAMPLE), "--format", "jsonl"])
    lines = [json.loads(line) for line in shown.stdout.splitlines()]
    assert len(lines) == 3
    for line in lines:
        validator.validate(line)


@pytest.mark.parametrize(
    "change",
    [
        {"score": 1.2},
        {"extra": 1},
        {"claims": [{"id": "c1"}]},
        {"sources": [{"id": "s1", "name": "", "type": "spy", "mentions": [], "claims": []}]},
        {"hedges": [{"id": "h1", "start": -1, "end": 1, "text": "", "holder": "writer"}]},
        {"interval": [0.1]},
    ],
)
def test_the_schema_refuses_what_is_no_report(report, validator, change):
    assert not validator.is_valid({**through_json(report), **change})


def test_a_notebook_shows_a_frame_that_runs_nothing(report):
    shown = report._repr_html_()
    assert shown.count("<iframe ") == shown.count("</iframe>") == 1
    assert 'sandbox="allow-popups"' in shown
    assert "<script" not in shown
