"""The command line, from made-up corpora to files."""

import json
import math

import numpy as np
import pytest
from click.testing import CliRunner

import credscore
from benchmarks.__main__ import main
from benchmarks.attribution import span_counts, statements_found
from benchmarks.corpora import Workbench
from benchmarks.markdown import put_figures, to_markdown
from benchmarks.peers import body_f1
from benchmarks.results import Figure, Result, Table
from benchmarks.suite import run_all
from benchmarks.transfer import of_publishers, pooled, within_publishers


def test_one_benchmark_runs_through(data_folder, tmp_path):
    out = tmp_path / "out"
    arguments = ["run", "attribution", "--data", str(data_folder), "--out", str(out), "--jobs", "1"]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    fields = json.loads((out / "results.json").read_text(encoding="utf-8"))
    figures = {item["name"]: item for item in fields["benchmarks"]["attribution"]["figures"]}
    assert set(fields["benchmarks"]["attribution"]["corpora"]) == {
        "data/polnear/dev.jsonl.gz",
        "data/markkula/articles.jsonl.gz",
    }
    assert figures["PolNeAR validation, cue, exact F1"]["value"] > 0
    assert all(0 <= item["value"] <= 1 for item in figures.values())
    assert figures["PolNeAR validation, cue, exact F1"]["baselines"]["nothing"] == 0
    assert str(data_folder) not in json.dumps(fields)
    page = (out / "results.md").read_text(encoding="utf-8")
    assert page in result.output
    assert "| PolNeAR validation, cue, exact F1 |" in page


def test_a_benchmark_without_its_data_is_left_out_and_told(data_folder, tmp_path):
    arguments = ["run", "transfer", "--data", str(data_folder), "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0
    assert "transfer was not run: " in result.stderr
    assert "is missing" in result.stderr


def test_the_gate_says_that_there_are_no_data(tmp_path):
    result = CliRunner().invoke(main, ["gate", "--data", str(tmp_path / "nowhere")])
    assert result.exit_code == 0
    assert "the gate was not run, its data are not here" in result.output


def test_missing_data_do_not_stop_the_other_benchmarks(data_folder):
    bench = Workbench(data_folder)

    def lacking(bench):
        bench.rows("gold")

    def given(bench):
        return Result("given", bench.hashes("markkula"), ())

    results, missing = run_all(("lacking", "given"), bench, {"lacking": lacking, "given": given})
    assert [result.name for result in results] == ["given"]
    assert list(missing) == ["lacking"]


@pytest.mark.parametrize(
    ("ours", "gold", "expected"),
    [
        (set(), {(0, 4)}, [0, 0, 0, 1]),
        ({(0, 4)}, {(0, 4)}, [1, 1, 1, 1]),
        ({(0, 3), (7, 9)}, {(0, 4)}, [0, 1, 2, 1]),
    ],
)
def test_spans_are_counted_exactly_and_by_overlap(ours, gold, expected):
    assert span_counts([ours], [gold]).tolist() == [expected]


def test_statements_without_a_place_do_not_count(row):
    item = row(0, "paper")
    assert statements_found(item, credscore.score(item["text"]))[1] == 1


def test_areas_within_publishers_do_not_see_differences_between_them():
    # Within each publisher the order is wrong, across them it is mostly right.
    positive = np.array([False] * 7 + [True] * 15 + [False] * 6)
    groups = ["a"] * 14 + ["b"] * 14
    scores = np.array([0.3] * 7 + [0.1] * 7 + [0.8] * 8 + [0.9] * 6)
    once = np.ones(28, dtype=np.int64)
    assert within_publishers(positive, scores, groups, once) == 0.0
    assert 0 < pooled(positive, scores, groups, once) < 1
    assert math.isnan(within_publishers(positive, scores, ["a"] * 7 + ["b"] * 21, once * 0))


def test_publishers_are_ordered_by_their_mean():
    positive = np.array([True, True, False, False, False])
    scores = np.array([0.9, 0.5, 0.6, 0.7, 0.1])
    groups = ["a", "a", "b", "c", "c"]
    weights = np.ones(5, dtype=np.int64)
    assert of_publishers(positive, scores, groups, weights) == 1.0
    weights[0] = 0
    assert of_publishers(positive, scores, groups, weights) == 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0.0), ("One two three", 1.0), ("one ONE two", 2 / 3), ("four", 0.0)],
)
def test_the_body_of_a_page_by_words(text, expected):
    row = {"summary": ["One"], "paragraphs": ["two", "three"]}
    assert body_f1(text, row) == pytest.approx(expected)


def test_a_page_of_results():
    figures = (
        Figure("AUC", 0.5, interval=(0.4, 0.6), baselines={"length": 0.51}, bar=0.6),
        Figure("Brier", 0.1, "less", bar=0.2, published={"others": 0.12}),
        Figure("undefined", math.nan),
        Figure("articles", 12345.6, kind="told"),
    )
    table = Table("By | line", ("a", "b"), (("x|y", 3), ("z", 0.25)))
    results = [Result("score", {"data/a": "ff"}, figures, (table,), ("A note.",))]
    machine = {"python": "3.12", "cores": 2, "architecture": "x", "libraries": {"numpy": "2.0"}}
    page = to_markdown(results, machine, seed=7)
    for line in (
        "Python 3.12 on 2 cores (x); numpy 2.0; seed 7.",
        "| AUC | 0.500 | 0.400 to 0.600 | more | 0.600, missed | length 0.510 |  |",
        "| Brier | 0.100 |  | less | 0.200 |  | others 0.120 |",
        "| undefined | – |  | more |  |  |  |",
        "| articles | 12,346 |  | more |  |  |  |",
        "| x/y | 3 |",
        "| z | 0.250 |",
        "- A note.",
        "- `data/a` sha256 `ff`",
    ):
        assert line in page.splitlines()


def test_figures_go_between_the_marks_of_a_page():
    shown = Table("By length", ("a",), ((1,),), on_page=True)
    hidden = Table("Confusion", ("a",), ((1,),))
    results = [Result("score", {}, (Figure("AUC", 0.5),), (shown, hidden), ("A note.",))]
    machine = {"python": "3.12", "cores": 2}
    page = "# Title\n<!-- figures: how -->\nold\n<!-- /figures -->\nend\n"
    new = put_figures(page, results, machine)
    assert new.startswith("# Title\n<!-- figures: how -->\n### Score\n")
    assert new.endswith("<!-- /figures -->\nend\n")
    for line in ("| AUC | 0.500 |", "#### By length", "- A note.\n", "- Python 3.12, 2 cores."):
        assert line in new
    assert "old" not in new
    assert "Confusion" not in new
    assert put_figures(new, results, machine) == new
    with pytest.raises(ValueError, match="no marks"):
        put_figures("# Title\n", results, machine)


def test_benchmarks_that_were_not_run_keep_their_figures():
    machine = {"python": "3.12", "cores": 2}
    page = "<!-- figures: how -->\n<!-- /figures -->\n"
    for name, value in (("peers", 0.1), ("score", 0.2), ("attribution", 0.3), ("score", 0.4)):
        page = put_figures(page, [Result(name, {}, (Figure(f"of {name}", value),))], machine)
    figures = [line.split("|")[1:3] for line in page.splitlines() if line.startswith("| of")]
    assert figures == [[" of attribution ", " 0.300 "], [" of score ", " 0.400 "],
                       [" of peers ", " 0.100 "]]  # fmt: skip


def test_plots(tmp_path):
    pytest.importorskip("matplotlib")
    from benchmarks.plots import draw

    series = {
        "general, reliability": [[20, 0.2, 0.1], [20, 0.8, 0.9]],
        "general, score by rating": [[0, 0.2], [0, 0.3], [4, 0.9]],
        "general, coverage": [[0.5, 0.4, 0.6, 0.7], [0.2, 0.1, 0.3, 0.2]],
        "general, learning curve": [[25, 0.6, 0.5, 0.7], [50, 0.8, 0.8, 0.8]],
        "speed by length": [[500, 30], [5000, 31]],
        "of nothing": [[1, 2]],
    }
    results = [Result("score", {}, (), series=series)]
    files = draw(results, tmp_path)
    assert len(files) == 10
    assert all(file.stat().st_size > 1000 for file in files)
    svg = (tmp_path / "general-reliability.svg").read_text(encoding="utf-8")
    assert "mean score" in svg
    (tmp_path / "again").mkdir()
    draw(results, tmp_path / "again")
    assert (tmp_path / "again/general-reliability.svg").read_text(encoding="utf-8") == svg
