"""What the gate lets through."""

import json
import math

import pytest

from benchmarks.gate import PinsError, compare, describe, pin, read_pins, tolerance
from benchmarks.results import Figure, Result

CORPORA = {"data/a.jsonl": "0" * 64}


def result(*figures, corpora=CORPORA, name="score"):
    return Result(name, corpora, figures)


def pinned(*figures):
    return pin([result(*figures)], {"python": "3"}, seed=0)


@pytest.mark.parametrize(
    ("kind", "error", "value", "expected"),
    [
        ("accuracy", 0.01, 0.8, 0.01),
        ("accuracy", 0.2, 0.8, 0.02),
        ("accuracy", 0.0, 0.8, 0.002),
        ("accuracy", None, 0.8, 0.002),
        ("ratio", None, 5.0, 1.0),
        ("ratio", 0.3, 0.5, 0.1),
    ],
)
def test_tolerances(kind, error, value, expected):
    assert tolerance(Figure("f", value, kind=kind, error=error)) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("better", "before", "after", "verdict"),
    [
        ("more", 0.8, 0.8, "the same"),
        ("more", 0.8, 0.8000001, "the same"),
        ("more", 0.8, 0.7999999, "the same"),
        ("more", 0.8, 0.805, "the same"),
        ("more", 0.8, 0.82, "better"),
        ("more", 0.8, 0.795, "a little worse"),
        ("more", 0.8, 0.78, "worse"),
        ("less", 0.8, 0.82, "worse"),
        ("less", 0.8, 0.805, "a little worse"),
        ("less", 0.8, 0.78, "better"),
        ("more", 0.8, math.nan, "gone"),
    ],
)
def test_verdicts(better, before, after, verdict):
    pins = pinned(Figure("AUC", before, better, error=0.01))
    (change,) = compare(pins, [result(Figure("AUC", after, better, error=0.3))])
    assert change.verdict == verdict
    lines, holds = describe([change])
    assert holds == (verdict not in ("worse", "gone"))
    assert ("score: AUC" in lines[0]) == (verdict != "the same")


def test_what_is_only_told_is_neither_pinned_nor_compared():
    told = Figure("articles a second", 90.0, kind="told")
    assert pinned(told)["figures"] == {"score": {}}
    assert compare(pinned(told), [result(told)]) == []


def test_a_figure_that_is_missing_fails_and_a_new_one_does_not():
    before, after = Figure("old", 0.5), Figure("new", 0.5)
    changes = compare(pinned(before), [result(after)])
    assert [(change.name, change.verdict) for change in changes] == [
        ("score: old", "gone"),
        ("score: new", "new"),
    ]
    assert not describe(changes)[1]
    assert describe(changes[1:])[1]


def test_other_data_are_not_compared():
    other = result(Figure("AUC", 0.9), corpora={"data/a.jsonl": "1" * 64})
    with pytest.raises(PinsError, match=r"data/a\.jsonl is not what the figures were pinned on"):
        compare(pinned(Figure("AUC", 0.8)), [other])


def test_benchmarks_that_were_not_run_keep_their_pins():
    before = pinned(Figure("AUC", 0.8))
    after = pin([result(Figure("F1", 0.7), name="findings")], {}, 0, before)
    assert set(after["figures"]) == {"score", "findings"}
    assert compare(after, [result(Figure("AUC", 0.8))])[0].verdict == "the same"


def test_pins_come_back_from_their_file(tmp_path):
    pins = pinned(Figure("AUC", 0.8, error=0.01))
    file = tmp_path / "baseline.json"
    file.write_text(json.dumps(pins))
    assert read_pins(file) == pins


@pytest.mark.parametrize(
    ("content", "message"), [(None, "no pinned figures"), ('{"format": 9}', "not of format")]
)
def test_pins_that_cannot_be_read(content, message, tmp_path):
    file = tmp_path / "baseline.json"
    if content:
        file.write_text(content)
    with pytest.raises(PinsError, match=message):
        read_pins(file)


def test_the_pins_of_the_repository_can_be_read():
    pins = read_pins()
    for figures in pins["figures"].values():
        for figure in figures.values():
            assert figure["tolerance"] > 0 or figure["value"] == 0
            assert figure["better"] in ("more", "less")
