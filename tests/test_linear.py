"""A table of weights, added up."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.artefacts import Manifest, load_artefact, save_artefact
from credscore.errors import ArtefactError
from credscore.linear import ClassModel, LinearModel

MANIFEST = Manifest("a-v1", "kind", (), "", {})


@pytest.mark.parametrize(
    ("features", "expected"),
    [
        (["bias"], -1.0),
        (["bias", "said"], 2.0),
        (["said", "unknown"], 3.0),
        (["said", "said"], 6.0),
        (["unknown"], 0.0),
        ([], 0.0),
    ],
)
def test_log_odds_are_the_sum_of_the_weights(features, expected):
    assert LinearModel({"bias": -1.0, "said": 3.0}).log_odds(features) == expected


@given(st.dictionaries(st.text(max_size=5), st.floats(-50, 50), max_size=20))
def test_it_survives_being_written(weights):
    model = LinearModel(weights)
    written = json.loads(model.to_files()["weights.json"])
    assert written == pytest.approx(weights, abs=1e-4)
    assert list(written) == sorted(written)


def test_it_is_read_from_an_artefact(tmp_path):
    save_artefact(tmp_path, MANIFEST, LinearModel({"said": 1.23456}).to_files())
    assert LinearModel.from_artefact(load_artefact(tmp_path, "kind")).weights == {"said": 1.2346}


@pytest.mark.parametrize(
    "content",
    [b"[]", b'{"a": "b"}', b'{"a": NaN}', b'{"a": null}', b"3", b'{"a": 1%s}' % (b"0" * 400),
     b'{"a": true}'],
)  # fmt: skip
def test_what_is_no_table_of_numbers_is_refused(tmp_path, content):
    save_artefact(tmp_path, MANIFEST, {"weights.json": content})
    with pytest.raises(ArtefactError, match=r"weights\.json must hold finite numbers by name"):
        LinearModel.from_artefact(load_artefact(tmp_path, "kind"))


def test_later_changes_to_the_weights_given_do_not_count():
    weights = {"said": 1.0}
    model = LinearModel(weights)
    weights["said"] = 9.0
    assert model.log_odds(["said"]) == 1.0


def test_scores_of_classes_are_the_sums_of_their_weights():
    model = ClassModel(["own", "named"], {"bias": [1.0, 0.0], "said": [-2.0, 2.0]})
    assert model.scores(["bias", "said", "unknown"]) == [-1.0, 2.0]
    assert model.scores(["said", "said"]) == [-4.0, 4.0]
    assert model.scores(["unknown"]) == [0.0, 0.0]


def test_classes_are_read_from_an_artefact(tmp_path):
    model = ClassModel(["own", "named"], {"classes": [1.23456, 0.0], "weights": [-2.0, 2.0]})
    save_artefact(tmp_path, MANIFEST, model.to_files())
    read = ClassModel.from_artefact(load_artefact(tmp_path, "kind"))
    assert read.classes == ("own", "named")
    assert read.weights == {"classes": (1.235, 0.0), "weights": (-2.0, 2.0)}


@pytest.mark.parametrize(
    "content",
    [b"[]", b'{"a": [1.0]}', b'{"classes": ["a"], "weights": {"b": [1.0, 2.0]}}',
     b'{"classes": ["a"], "weights": {"b": ["c"]}}', b'{"classes": [1], "weights": {}}',
     b'{"classes": ["a"], "weights": {"b": [NaN]}}', b'{"weights": {}}', b"3"],
)  # fmt: skip
def test_what_is_no_table_of_classes_is_refused(tmp_path, content):
    save_artefact(tmp_path, MANIFEST, {"weights.json": content})
    with pytest.raises(ArtefactError, match=r"weights\.json must hold 'classes', and under"):
        ClassModel.from_artefact(load_artefact(tmp_path, "kind"))
