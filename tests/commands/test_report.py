"""credscore report."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from credscore.cli import main

SAMPLE = Path(__file__).parents[2] / "samples" / "ferry-agreement.txt"


def run(*args):
    return CliRunner().invoke(main, ["report", *map(str, args)])


def test_one_article_is_one_file_in_the_working_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run(SAMPLE)
    assert (result.exit_code, result.stdout) == (0, "ferry-agreement.report.html\n")
    assert "Sohail Anwar Qureshi" in (tmp_path / "ferry-agreement.report.html").read_text()


def test_several_are_a_folder_with_an_index(tmp_path):
    rows = tmp_path / "a.jsonl"
    text = SAMPLE.read_text(encoding="utf-8")
    rows.write_text("\n".join([json.dumps({"text": text})] * 2 + ["{"]))
    result = run(rows, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "line 3: not JSON" in result.stderr
    assert len(list((tmp_path / "out" / "articles").iterdir())) == 2
    assert "2 articles" in (tmp_path / "out" / "index.html").read_text()


@pytest.mark.parametrize("names", [["a.jsonl"], ["a.txt", "b.txt"], ["."], ["-"]])
def test_several_need_a_folder(names):
    result = run(*names)
    assert result.exit_code == 2
    assert "--output FOLDER" in result.stderr


def test_an_article_that_cannot_be_scored_leaves_no_page(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "short.txt").write_text("Too short.")
    result = run("short.txt")
    assert result.exit_code == 1
    assert "too short" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["short.txt"]
