"""Training what tells claims from other sentences, on small articles made here."""

import random

import numpy as np
import pytest

from credscore.artefacts import load_artefact
from credscore.article import Article
from credscore.features.claims import CHECKABILITY_KIND
from credscore.linear import LinearModel
from credscore.training.checkability import (
    NO_CLAIM,
    describe_sentences,
    evaluate_checkability_model,
    train_checkability_model,
)
from credscore.training.data import LabelledArticle, Unit
from credscore.training.linear_model import fit_linear, linear_out_of_fold

CLAIMS = [
    ("named", "Mayor Ana Silva said that the bridge would close in May."),
    ("own", "The bridge was built in 1961."),
    ("organisation", "The ministry said that 300 people had been moved."),
]
OTHERS = ["Why did nobody ask?", "Click here to read more.", "Let us hope for the best!"]


def labelled(number, chance):
    text, units = "", []
    for _ in range(8):
        support, sentence = chance.choice([*CLAIMS, *[("", other) for other in OTHERS]])
        units.append(
            Unit(len(text), len(text) + len(sentence), bool(support), 2 if support else -1, support)
        )
        text += sentence + "\n\n"
    return LabelledArticle(Article(text, id=f"a{number}"), 3, f"outlet{number % 12}", tuple(units))


@pytest.fixture(scope="module")
def articles():
    chance = random.Random(3)
    return [labelled(number, chance) for number in range(36)]


def test_sentences_get_the_annotators_step(articles):
    found = describe_sentences(articles)
    assert len(found.rows) == len(found.true) == len(found.article) == len(found.outlets)
    assert len(found.readings) == len(articles)
    wanted = sum(bool(unit.claim) for item in articles for unit in item.units)
    assert sum(step != NO_CLAIM for step in found.true) == wanted


def test_it_learns_what_a_claim_is(articles):
    figures = evaluate_checkability_model(articles)
    assert figures.claim_f1 > max(figures.everything_f1, 0.95)


def test_the_same_command_gives_the_same_bytes(articles, tmp_path):
    first, second = (train_checkability_model(articles, tmp_path / name) for name in ("one", "two"))
    assert first == second
    folder = tmp_path / "one" / "checkability-v1"
    model = LinearModel.from_artefact(load_artefact(folder, CHECKABILITY_KIND))
    assert model.log_odds(["bias", "asks", "end=?"]) < model.log_odds(["bias", "end=."])
    card = (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "language models" in card
    assert f"{evaluate_checkability_model(articles).claim_f1:.3f}" in card


def test_weights_are_those_of_scikit_learn(articles):
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    found = describe_sentences(articles)
    claims = [step != NO_CLAIM for step in found.true]
    ours = fit_linear(found.rows, claims, 0.3, 1)
    vectorizer = DictVectorizer()
    design = vectorizer.fit_transform(
        [{name: row.count(name) for name in row} for row in found.rows]
    )
    theirs = LogisticRegression(C=0.3, max_iter=3000).fit(design, claims)
    expected = theirs.decision_function(design)
    assert [ours.log_odds(row) for row in found.rows] == pytest.approx(list(expected), abs=1e-6)


def test_no_fold_sees_its_own_outlet():
    # One feature a row that only its own outlet has: out of fold it can't help.
    rows = [["bias", f"is={n % 6}"] for n in range(60)]
    claims = np.array([n % 6 < 3 for n in range(60)])
    odds = linear_out_of_fold(rows, claims, [str(n % 6) for n in range(60)], 1.0, 1, 0)
    assert abs(odds).max() < 1.0
