"""Training end to end, on small articles made here."""

import gzip
import json
import random
from dataclasses import replace

import numpy as np
import pytest
from click.testing import CliRunner

from credscore.commands.evaluate import command as evaluate_command
from credscore.commands.train import command as train_command
from credscore.errors import LabelsError
from credscore.models import ArticleModel, ClaimModel
from credscore.scorer import Scorer
from credscore.training.calibration import calibrate, calibration_error, folds
from credscore.training.data import (
    claim_articles,
    data_folder,
    data_hash,
    general_articles,
    outlet_key,
)

# The models that give scores; those that find what is scored have data and tests of their own.
SCORING = ("claims", "general", "health")
NAMES = ["Ana Silva", "Peter Brandt", "Lena Okafor", "Imran Khan", "Mei Tanaka", "Rosa Diaz"]
ROLES = ["the mayor", "a spokesman for the ministry", "a doctor at the hospital", "the manager"]
THINGS = ["the bridge", "the school", "the new road", "the clinic", "the market", "the dam"]


def sentence(sourced, chance):
    thing = chance.choice(THINGS)
    if sourced:
        name, role = chance.choice(NAMES), chance.choice(ROLES)
        return f"{name}, {role}, said that {thing} would cost {chance.randint(2, 90)} million."
    return chance.choice(
        [
            f"Everyone knows that {thing} was a mistake for all of us.",
            f"They have ruined {thing} and they will never say why.",
            f"Critics say {thing} is a scandal that was planned.",
        ]
    )


def article(number, chance):
    share = chance.random()
    picked = [chance.random() < share for _ in range(8)]
    sentences = [sentence(sourced, chance) for sourced in picked]
    units, place = [], 0
    for text, sourced in zip(sentences, picked, strict=True):
        strength = 3 if sourced else chance.choice([0, 1, 2])
        units.append({"start": place, "end": place + len(text), "claim": 1, "strength": strength})
        place += len(text) + 1
    return {
        "id": f"a{number}",
        "publisher": f"outlet{number % 12}.com",
        "site": f"outlet{number % 12}.com",
        "kind": "story",
        "title": f"Story {number}",
        "text": " ".join(sentences),
        "rating": min(4, int(share * 4.99)),
        "units": units,
    }


def write(file, rows):
    file.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(row) + "\n" for row in rows)
    file.write_bytes(gzip.compress(text.encode()) if file.suffix == ".gz" else text.encode())


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("data")
    chance = random.Random(1)
    rows = [article(number, chance) for number in range(90)]
    write(place / "gold/dev.jsonl", rows[:30])
    write(place / "gold/more.jsonl", rows[30:60])
    # The last row repeats the first article under another outlet.
    repeated = rows[0] | {"id": "again", "publisher": "other.com"}
    write(place / "gold/ratings.jsonl", [*rows[60:], repeated])
    write(place / "data/healthnewsreview/articles.jsonl.gz", rows)
    return place


@pytest.fixture(scope="module")
def trained(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("trained")
    for name in SCORING:
        result = train(name, folder, out)
        assert result.exit_code == 0
        assert result.output.split()[0] == str(out / f"{name}-v1")
    return out


def train(name, folder, out):
    arguments = [name, "--data", str(folder), "--out", str(out), "--jobs", "1"]
    return CliRunner().invoke(train_command, arguments, catch_exceptions=False)


def test_the_artefacts_load_and_score(trained, folder):
    scorer = Scorer(
        ArticleModel.load(trained / "general-v1"), ClaimModel.load(trained / "claims-v1")
    )
    items = general_articles(folder)
    scores = [scorer.score(item.article).score for item in items]
    well = np.array([item.rating >= 3 for item in items])
    assert np.mean(np.array(scores)[well]) > np.mean(np.array(scores)[~well]) + 0.2


def test_the_same_command_gives_the_same_bytes(trained, folder, tmp_path):
    # "health" is trained as "general" is.
    for name in ("claims", "general"):
        train(name, folder, tmp_path)
    files = [file for file in sorted(tmp_path.rglob("*.*")) if file.is_file()]
    assert {file.parent.name for file in files} == {"claims-v1", "general-v1"}
    for file in files:
        assert file.read_bytes() == (trained / file.relative_to(tmp_path)).read_bytes(), file


@pytest.mark.parametrize("name", ["general-v1", "health-v1", "claims-v1"])
def test_a_model_card_says_what_it_must(trained, name):
    card = (trained / name / "MODEL_CARD.md").read_text()
    for words in (
        f"# {name}",
        "sha256:",
        "human experts" if name == "health-v1" else "language models",
        "| base rate |",
        "mean score | observed rate",
        "What it must not be used for",
        "No verdict on truth",
        "copyright of their publishers" if name != "claims-v1" else "are not shipped",
    ):
        assert words in card, words


def test_evaluate_prints_the_model_beside_its_baselines(folder):
    arguments = ["general", "--data", str(folder), "--jobs", "1"]
    result = CliRunner().invoke(evaluate_command, arguments, catch_exceptions=False)
    assert result.output.startswith("general: 90 rows of 12 outlets")
    for name in ("credscore", "length alone", "TF-IDF + logistic regression", "base rate"):
        assert f"  {name} " in result.output
    assert "interval: covers" in result.output


def test_repeated_articles_count_once(folder):
    items = general_articles(folder)
    assert len(items) == 90
    assert "again" not in {item.article.id for item in items}


def test_the_hash_knows_every_label(folder):
    items = claim_articles(folder)
    assert data_hash(items) == data_hash(claim_articles(folder))
    assert data_hash(items) != data_hash(items[::-1])


@pytest.mark.parametrize(
    ("fields", "noted"),
    [
        ({}, (None, None, None)),
        ({"two_independent": 1, "other_side": 0, "source_standing": 2}, (True, False, True)),
        # Nobody is criticised; some of the sources are in a position to know, not most.
        ({"two_independent": 0, "other_side": None, "source_standing": 1}, (False, None, False)),
    ],
)
def test_what_is_noted_beside_the_rating_is_read(tmp_path, fields, noted):
    (tmp_path / "gold").mkdir()
    for name in ("dev", "more", "ratings"):
        row = {"text": f"The port was shut, {name}.", "rating": 3, **fields}
        (tmp_path / f"gold/{name}.jsonl").write_text(json.dumps(row) + "\n")
    items = general_articles(tmp_path)
    assert [item.noted for item in items] == [noted] * 3
    plain = [replace(item, noted=(None, None, None)) for item in items]
    assert (data_hash(items) == data_hash(plain)) == (noted == (None, None, None))


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", "line 1: not JSON"),
        ("[]", "line 1: expected an object, got list"),
        ('{"text": "", "rating": 3}', "line 1: 'text' must be a string that is not empty"),
        ('{"text": "x"}', "line 1: 'rating' must be a number, got None"),
        ('{"text": "x", "rating": "good"}', "line 1: 'rating' must be a number, got 'good'"),
    ],
)
def test_a_bad_row_is_named(tmp_path, row, message):
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold/dev.jsonl").write_text(row + "\n")
    with pytest.raises(LabelsError, match=message):
        general_articles(tmp_path)


def test_missing_data_is_named(tmp_path, monkeypatch):
    with pytest.raises(LabelsError, match=r"dev\.jsonl is missing"):
        general_articles(tmp_path)
    monkeypatch.setenv("CREDSCORE_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(LabelsError, match=r"nowhere: give --data DIR or set CREDSCORE_DATA"):
        data_folder(None)
    assert data_folder(tmp_path) == tmp_path


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Washington Post", "washingtonpost.com"),
        ("wash-post", "washingtonpost.com"),
        ("USA Today", "usa-today"),
        ("BBC", "bbc.co.uk"),
        ("National Public Radio (NPR)", "npr.org"),
    ],
)
def test_spellings_of_one_outlet_are_one_group(one, other):
    assert outlet_key(one) == outlet_key(other)


def simulated(rows=600, outlets=60, seed=3):
    chance = np.random.default_rng(seed)
    odds = chance.normal(0, 2, rows)
    positive = chance.random(rows) < 1 / (1 + np.exp(-(0.5 * odds - 0.4)))
    return odds, positive, [f"o{number}" for number in chance.integers(0, outlets, rows)]


def test_calibration_finds_the_map_the_labels_came_from():
    odds, positive, _ = simulated(20_000)
    found = calibrate(odds, positive)
    assert found.slope == pytest.approx(0.5, abs=0.04)
    assert found.intercept == pytest.approx(-0.4, abs=0.05)


def test_weights_count_as_repeats():
    odds, positive, _ = simulated(200)
    weights = np.arange(200) % 3
    found = calibrate(odds, positive, weights.astype(float))
    repeated = calibrate(np.repeat(odds, weights), np.repeat(positive, weights))
    assert found.slope == pytest.approx(repeated.slope)
    assert found.intercept == pytest.approx(repeated.intercept)


def test_a_score_that_ranks_backwards_is_flattened():
    odds, positive, _ = simulated()
    assert calibrate(-odds, positive).slope == 0


@pytest.mark.parametrize(
    ("positive", "scores", "expected"),
    [
        ([1, 0] * 10, [0.5] * 20, 0.0),
        ([1] * 20, [0.5] * 20, 0.5),
        ([0] * 10 + [1] * 10, [0.1] * 10 + [0.9] * 10, 0.1),
    ],
)
def test_calibration_error_of_known_cases(positive, scores, expected):
    error = calibration_error(np.array(positive, dtype=bool), np.array(scores))
    assert error == pytest.approx(expected)


def test_no_outlet_is_on_both_sides():
    _, positive, outlets = simulated()
    tested = []
    for train, test in folds(positive, outlets, 5, 0):
        assert not {outlets[row] for row in train} & {outlets[row] for row in test}
        tested += test.tolist()
    assert sorted(tested) == list(range(len(positive)))
