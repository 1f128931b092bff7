"""Training what weighs on which step a claim stands, on small articles made here."""

import random

import numpy as np
import pytest

from credscore.artefacts import load_artefact
from credscore.article import Article
from credscore.features.claims import STEP_KIND
from credscore.findings import SUPPORTS
from credscore.linear import ClassModel
from credscore.training.data import LabelledArticle, Unit
from credscore.training.linear_model import fit_classes
from credscore.training.steps import evaluate_step_model, train_step_model

# What the writer tells of a trial rests on it, here: the rules do not know that.
SENTENCES = [
    ("named", "Mayor Ana Silva said that the bridge would close in May."),
    ("own", "The bridge was built in 1961."),
    ("document", "Patients who were given placebo in the trial were no better."),
    ("organisation", "The ministry said that 300 people had been moved."),
]


def labelled(number, chance):
    text, units = "", []
    for _ in range(8):
        support, sentence = chance.choice([*SENTENCES, ("", "Why did nobody ask?")])
        claim = bool(support)
        units.append(Unit(len(text), len(text) + len(sentence), claim, 2 if claim else -1, support))
        text += sentence + "\n\n"
    return LabelledArticle(Article(text, id=f"a{number}"), 3, f"outlet{number % 12}", tuple(units))


@pytest.fixture(scope="module")
def articles():
    chance = random.Random(3)
    return [labelled(number, chance) for number in range(36)]


def test_it_learns_what_the_rules_do_not_know(articles):
    figures = evaluate_step_model(articles)
    assert figures.right > max(figures.ruled_right, 0.95)
    assert figures.step_f1["document"] > max(figures.ruled_f1["document"], 0.9)
    assert figures.macro_f1 > max(figures.ruled_macro_f1, figures.majority_f1)
    assert figures.further is None


def test_the_same_command_gives_the_same_bytes(articles, tmp_path):
    first, second = (
        train_step_model(articles[:24], tmp_path / name, articles[24:]) for name in ("one", "two")
    )
    assert first == second
    folder = tmp_path / "one" / "steps-v1"
    model = ClassModel.from_artefact(load_artefact(folder, STEP_KIND))
    assert set(model.classes) == set(SUPPORTS)
    card = (folder / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "language models" in card
    assert "of the rules, further articles" in card


def test_scores_are_those_of_scikit_learn():
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    chance = random.Random(1)
    rows = [["bias", f"a={chance.randrange(4)}", f"b={chance.randrange(3)}"] for _ in range(80)]
    labels = [f"c{(row[1], row[2]) < ('a=2', 'b=2')}{row[2]}" for row in rows]
    classes = sorted(set(labels))
    ours = fit_classes(rows, labels, classes, 0.3, 1)
    design = DictVectorizer().fit_transform([dict.fromkeys(row, 1) for row in rows])
    theirs = LogisticRegression(C=0.3, max_iter=3000).fit(design, labels)
    expected = theirs.decision_function(design)
    found = np.array([ours.scores(row) for row in rows])
    # Softmax does not see what is added to all classes.
    assert found - found[:, :1] == pytest.approx(expected - expected[:, :1], abs=1e-3)


def test_a_class_that_no_row_has_is_never_given():
    model = fit_classes([["bias", "a"], ["bias", "b"]] * 9, ["x", "y"] * 9, ["x", "y", "z"], 1.0, 1)
    x, y, z = model.scores(["bias", "a"])
    assert x > y > z + 5


def test_rare_classes_weigh_more_where_it_is_asked_for():
    rows, labels = [["bias"]] * 100, ["often"] * 90 + ["seldom"] * 10
    gaps = []
    for balance in (0.0, 0.5, 1.0):
        often, seldom = fit_classes(rows, labels, ["often", "seldom"], 1.0, 1, balance).scores(
            ["bias"]
        )
        gaps.append(often - seldom)
    assert gaps[0] > gaps[1] > gaps[2] == pytest.approx(0.0, abs=1e-3)
