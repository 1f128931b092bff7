"""The additive models add up, and equal what scikit-learn trained."""

import json
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression

from credscore.additive import MODEL_FILE, AdditiveModel, IntervalTable, Shape
from credscore.artefacts import Manifest, canonical_json, save_artefact
from credscore.errors import ArtefactError
from credscore.features.measures import MEASURES
from credscore.models import ARTICLE_MODEL, ArticleModel
from credscore.report import Calibration, ModelIdentity
from credscore.training.additive import AdditiveClassifier

NAMES = tuple(item.name for item in MEASURES[:4])


def data(rows=200, seed=1):
    random = np.random.default_rng(seed)
    matrix = random.poisson(2, (rows, 4)).astype(float)
    matrix[random.random((rows, 4)) < 0.1] = math.nan
    odds = np.nan_to_num(matrix[:, 0]) - np.nan_to_num(matrix[:, 1]) * 0.5 - 1
    return matrix, np.digitize(odds + random.logistic(size=rows), [-1, 0.5, 2])


def shape(name="person_source_count", knots=(0.0, 2.0), values=(-1.0, 1.0), undefined=0.5):
    return Shape(name, np.array(knots), np.array(values), undefined, (0.0, 2.0), (0.0, 9.0))


@pytest.mark.parametrize(
    ("value", "expected"),
    [(0, -1), (1, 0), (2, 1), (5, 1), (-3, -1), (math.inf, 1), (math.nan, 0.5)],
)
def test_a_shape_is_a_line_that_is_flat_at_both_ends(value, expected):
    assert shape()(np.array([float(value)])).tolist() == [expected]


@pytest.mark.parametrize("directions", [None, {NAMES[0]: "more", NAMES[1]: "less"}])
@pytest.mark.parametrize("knots", [2, 5])
def test_the_exported_model_equals_the_estimator(knots, directions):
    matrix, ratings = data()
    model = AdditiveClassifier(NAMES, 2, 2.0, knots, directions).fit(matrix, ratings)
    exported = model.export()
    unseen = np.vstack((data(50, seed=2)[0] * 3 - 1, np.full((1, 4), math.nan)))
    for rows in (matrix, unseen):
        assert exported.log_odds(rows) == pytest.approx(model.decision_function(rows), abs=1e-9)
        assert exported.probabilities(rows) == pytest.approx(
            model.predict_proba(rows)[:, 1], abs=1e-9
        )


def test_what_shall_be_unrelated_weighs_less_and_the_rest_stays():
    chance = np.random.default_rng(5)
    words = np.exp(chance.normal(6.0, 0.5, 600))
    quality = chance.normal(size=600)
    length = (np.log(words) - 6.0) / 0.5
    ratings = (quality + length + chance.normal(size=600) > 0).astype(np.int64)
    matrix = np.column_stack((quality, words))
    found = []
    for strength in (0.0, 10.0):
        model = AdditiveClassifier(
            ("quality", "words"), unrelated="words", unrelated_penalty=strength
        )
        odds = model.fit(matrix, ratings).decision_function(matrix)
        found.append([abs(np.corrcoef(odds, column)[0, 1]) for column in (quality, length)])
    (quality_before, length_before), (quality_after, length_after) = found
    assert length_before > 0.5 > 0.1 > length_after
    assert quality_after > 0.9 > quality_before


def test_with_one_threshold_the_estimator_is_logistic_regression():
    matrix, ratings = data()
    model = AdditiveClassifier(NAMES, 2, 1.0, 2, other_steps=0.0).fit(matrix, ratings)
    design = model._design(matrix) - model.means_
    known = LogisticRegression(C=1.0, tol=1e-8, max_iter=1000).fit(design, ratings >= 2)
    assert model.decision_function(matrix) == pytest.approx(
        known.decision_function(design), abs=1e-3
    )


def test_a_direction_is_never_left():
    matrix, ratings = data()
    wrong = {NAMES[0]: "less", NAMES[1]: "more"}
    exported = AdditiveClassifier(NAMES, 2, 1.0, directions=wrong).fit(matrix, ratings).export()
    assert (np.diff(exported.shapes[0].contributions) <= 0).all()
    assert (np.diff(exported.shapes[1].contributions) >= 0).all()


def test_contributions_have_a_mean_of_zero_over_the_training_data():
    matrix, ratings = data()
    exported = AdditiveClassifier(NAMES, 2, 1.0).fit(matrix, ratings).export()
    assert exported.contributions(matrix).mean(axis=0) == pytest.approx(np.zeros(4), abs=1e-9)


def test_weights_count_as_repeats():
    matrix, ratings = data()
    weights = np.arange(len(ratings)) % 3
    once = AdditiveClassifier(NAMES, 2, 1.0)
    weighted = once.fit(matrix, ratings, weights.astype(float)).decision_function(matrix)
    # The knots stand at quantiles of the rows themselves: these must be the same.
    again = AdditiveClassifier(NAMES, 2, 1.0).fit(matrix, ratings, weights * 2.0)
    assert not np.allclose(weighted, again.decision_function(matrix), atol=1e-3)
    even = AdditiveClassifier(NAMES, 2, 1.0).fit(matrix, ratings, np.ones(len(ratings)))
    plain = AdditiveClassifier(NAMES, 2, 1.0).fit(matrix, ratings)
    assert even.decision_function(matrix).tolist() == plain.decision_function(matrix).tolist()


def test_judgements_beside_the_target_are_learnt_where_they_were_made():
    chance = np.random.default_rng(7)
    matrix = chance.normal(size=(400, 2))
    ratings = (matrix[:, 0] + chance.normal(size=400) > 0).astype(np.int64)
    judged = (matrix[:, 1] + chance.normal(size=400) > 0).astype(np.float64)
    # One that is the same everywhere, and one that nobody made, teach nothing.
    further = np.column_stack((judged, np.ones(400), np.full(400, np.nan)))

    def reliance(further):
        odds = AdditiveClassifier(NAMES[:2]).fit(matrix, ratings, None, further)
        return abs(np.corrcoef(odds.decision_function(matrix), matrix[:, 1])[0, 1])

    assert reliance(None) < 0.2 < 0.4 < reliance(further)
    assert reliance(further) == pytest.approx(reliance(further[:, :1]), abs=1e-6)
    few = np.where(np.arange(400)[:, None] < 100, further, np.nan)
    assert reliance(None) < reliance(few) < reliance(further)
    assert reliance(further[:, 1:]) == pytest.approx(reliance(None), abs=1e-6)


def test_one_sided_labels_are_refused():
    matrix, ratings = data()
    with pytest.raises(ValueError, match="same side of the threshold 9"):
        AdditiveClassifier(NAMES, 9).fit(matrix, ratings)


def test_a_column_that_is_never_defined_or_never_varies_adds_nothing():
    matrix, ratings = data()
    matrix[:, 2], matrix[:, 3] = math.nan, 7.0
    exported = AdditiveClassifier(NAMES, 2, 1.0).fit(matrix, ratings).export()
    assert exported.contributions(matrix)[:, 2:] == pytest.approx(0.0, abs=1e-12)


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True, width=32), min_size=2, max_size=2))
def test_contributions_and_intercept_add_up_whatever_the_values(values):
    model = article_model(shape(), shape("organisation_source_count", (0, 1, 4), (2, 0, -3)))
    measures = dict(zip(("person_source_count", "organisation_source_count"), values, strict=True))
    parts = model.contributions(measures)
    total = model.additive.intercept + math.fsum(part.contribution for part in parts)
    assert total == pytest.approx(model.additive.log_odds(model.vector(measures))[0], abs=1e-12)
    assert [abs(p.contribution) for p in parts] == sorted(
        (abs(p.contribution) for p in parts), reverse=True
    )


def article_model(*shapes):
    table = IntervalTable(
        0.9,
        np.array([0.0, 1.0]),
        np.array([100.0, 1000.0]),
        np.array([[0.0, 0.5], [0.0, 0.7]]),
        np.array([[0.5, 1.0], [0.3, 1.0]]),
    )
    additive = AdditiveModel(shapes, -0.5, Calibration(0.8, 0.1))
    return ArticleModel(additive, table, ModelIdentity("toy-v1", "00"))


@pytest.mark.parametrize(
    ("value", "note"),
    [
        (0.0, "people named as sources: 0 (usual: 0 to 2); lowers the score"),
        (1.0, "people named as sources: 1 (usual: 0 to 2); no effect"),
        (3.0, "people named as sources: 3 (usual: 0 to 2); raises the score"),
    ],
)
def test_a_contribution_is_said_in_words(value, note):
    (part,) = article_model(shape()).contributions({"person_source_count": value})
    assert part.note == note


def test_an_undefined_measure_is_said_to_be():
    model = article_model(shape("identified_source_ratio"))
    (part,) = model.contributions({"identified_source_ratio": math.nan})
    assert part.note.endswith("undefined, no source; raises the score")


@pytest.mark.parametrize(
    ("value", "outside"),
    [(0.0, []), (9.0, []), (9.5, ["person_source_count"]), (math.nan, [])],
)
def test_values_beyond_the_training_data_are_named(value, outside):
    assert article_model(shape()).outside({"person_source_count": value}) == outside


@given(st.floats(0, 1), st.floats(0, 1e6))
def test_the_interval_holds_the_score(score, words):
    low, high = article_model(shape()).interval(score, words)
    assert 0 <= low <= score <= high <= 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [(10, (0.0, 0.5)), (100, (0.0, 0.5)), (316.2278, (0.0, 0.4)), (1000, (0.0, 0.3)),
     (9999, (0.0, 0.3))],
)  # fmt: skip
def test_the_interval_goes_by_length_as_well(words, expected):
    assert article_model(shape()).interval(0.0, words) == pytest.approx(expected)


def test_intervals_of_many_articles_are_those_of_each():
    interval = article_model(shape()).interval
    scores, words = np.linspace(0.0, 1.0, 7), np.geomspace(1.0, 20_000.0, 7)
    ends = zip(*interval.ends(scores, words), strict=True)
    assert [interval(*pair) for pair in zip(scores, words, strict=True)] == list(ends)


FLOATS = st.floats(allow_nan=True, allow_infinity=True, width=32)


@given(st.lists(st.tuples(FLOATS, FLOATS), min_size=1, max_size=5))
def test_all_shapes_at_once_give_what_each_gives_alone(rows):
    shapes = shape(), shape("organisation_source_count", (0, 1, 4), (2, 0, -3), 0.25)
    matrix = np.array(rows)
    together = AdditiveModel(shapes, 0.0, Calibration(1.0, 0.0)).contributions(matrix)
    alone = np.column_stack([one(matrix[:, place]) for place, one in enumerate(shapes)])
    assert together == pytest.approx(alone, abs=1e-12)


def saved(folder, change):
    """An article model as an artefact, after `change` has spoilt its fields."""
    model = article_model(shape())
    fields = model.additive.to_dict() | {"interval": model.interval.to_dict()}
    fields = json.loads(canonical_json(fields))
    change(fields)
    names = tuple(item["name"] for item in fields["shapes"]) if fields.get("shapes") else ()
    info = Manifest("toy-v1", ARTICLE_MODEL, names, "sha256:00", {})
    save_artefact(folder, info, {MODEL_FILE: json.dumps(fields).encode()})
    return folder


def test_what_was_fitted_is_written_to_six_digits():
    # The last digits of a sum are those of the machine, and of the day.
    tables = []
    for noise in (0.0, 1e-12):
        third = 1 / 3 + noise
        model = AdditiveModel(
            (shape(values=(-third, third), undefined=third),),
            third,
            Calibration(third, third),
        )
        ends = np.array([[third, third]])
        table = IntervalTable(0.9, np.array([0.0, 1.0]), np.array([60.0]), ends, ends)
        tables.append((model.to_dict(), table.to_dict()))
    assert tables[0] == tables[1]
    assert tables[0][0]["intercept"] == 0.333333


def test_a_saved_model_gives_the_same_numbers(tmp_path):
    loaded = ArticleModel.load(saved(tmp_path, lambda _: None))
    rows = np.array([[0.3], [math.nan]])
    model = article_model(shape())
    assert loaded.additive.log_odds(rows).tolist() == model.additive.log_odds(rows).tolist()
    assert loaded.interval(0.4, 300) == model.interval(0.4, 300)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda f: f.pop("shapes"), "'shapes' must be a list that is not empty"),
        (lambda f: f.pop("interval"), "'interval' must be an object"),
        (lambda f: f.pop("calibration"), "'calibration' must be an object"),
        (lambda f: f.update(intercept="1"), "'intercept' must be a finite number"),
        (lambda f: f.update(intercept=math.inf), "'intercept' must be a finite number"),
        (lambda f: f.update(intercept=10**400), "'intercept' must be a finite number"),
        (lambda f: f["interval"].update(low=[[0]]), "as many low and high"),
        (lambda f: f["interval"].update(low=[[0, 1], [0]]), "rows of 'low' must be of one length"),
        (lambda f: f["interval"].update(low=0.5), "'low' must be a list of rows"),
        (lambda f: f["interval"].update(words=[9, 1]), "rising scores and words"),
        (lambda f: f["shapes"][0].update(knots=[1, 1]), "rising knots"),
        (lambda f: f["shapes"][0].update(knots=[1]), "as many contributions"),
        (lambda f: f["shapes"][0].update(knots=[1, None]), "'knots' must be a finite number"),
        (lambda f: f["shapes"][0].update(typical=[1]), "two 'typical'"),
        (lambda f: f["shapes"][0].update(name="vibes_count"), "does not have: vibes_count"),
    ],
)
def test_a_model_file_that_makes_no_sense_is_refused(tmp_path, change, message):
    with pytest.raises(ArtefactError, match=message) as raised:
        ArticleModel.load(saved(tmp_path, change))
    assert str(tmp_path) in str(raised.value)
