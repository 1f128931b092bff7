"""The mention model: its examples, its folds by outlet, and its artefact."""

import json
import random

import pytest

pytest.importorskip("sklearn")

from credscore.artefacts import load_artefact
from credscore.article import Article
from credscore.features.source_proposals import MENTIONS_KIND
from credscore.findings import Span
from credscore.linear import LinearModel
from credscore.training.data import LabelledArticle, Unit
from credscore.training.mention_examples import gather, gather_attributed, matched
from credscore.training.mentions import evaluate_mention_model, train_mention_model

VERBS = ("said", "warned", "noted", "added")
ACTS = ("offered", "planned", "sought", "backed")
NAMES = ("Ana Silva", "Rui Lopez", "John Lee", "Maria Khan", "Ali Raza")


def article_of(number):
    """Three who speak, whose names are annotated, and three who only act."""
    chance = random.Random(number)
    units, text = [], ""
    for place in range(6):
        name, speaks = chance.choice(NAMES), place % 2 == 0
        rest = f"{chance.choice(VERBS)} that it rained" if speaks else f"{chance.choice(ACTS)} tea"
        sentence = f"{name} {rest}."
        start = len(text)
        mention = Span(start, start + len(name))
        units.append(Unit(start, start + len(sentence), speaks, 2, "", (mention,) * speaks))
        text += sentence + " "
    return LabelledArticle(Article(text), 2, f"outlet {number % 12}", tuple(units))


@pytest.fixture(scope="module")
def articles():
    return [article_of(number) for number in range(24)]


@pytest.fixture
def attributed():
    text = "Ana Silva said that Rui Lopez knew. John Lee offered tea. The mayor warned of rain."
    silva, mayor = text.index("Ana"), text.index("The mayor")
    known = text.index("that Rui"), text.index(". John")
    return [
        {
            "id": "a",
            "title": "",
            "text": text,
            "attributions": [
                {"source": [[silva, silva + 9]], "cue": [], "content": [list(known)]},
                {"source": [[mayor, mayor + 9]], "cue": [], "content": []},
                {"source": [], "cue": [], "content": []},
            ],
        }
    ]


def test_examples_are_proposals_with_their_truth(articles):
    found = gather(articles[:2])
    assert found.outlets == ["outlet 0", "outlet 1"]
    assert [len(spans) for spans in found.gold] == [3, 3]
    for row in found.rows:
        words = articles[row.article].article.text[slice(*row.span)]
        assert words in NAMES
        assert row.true is (row.span in found.gold[row.article])
    assert sum(row.true is True for row in found.rows) == 6


def test_examples_of_the_other_scheme_know_no_tagger_and_nothing_inside_content(attributed):
    rows = gather_attributed(attributed)
    text = attributed[0]["text"]
    assert {text[slice(*row.span)]: row.true for row in rows} == {
        "Ana Silva": True,
        "John Lee": False,
        "The mayor": True,
    }
    assert not any(
        name.startswith(("tagged", "cue tagged")) for row in rows for name in row.features
    )


def test_what_stands_before_a_marked_pronoun_teaches_nothing():
    text = "It was told by a clerk who said that it rained. John Lee opened the bridge."
    who = text.index("who")
    said = {
        "source": [[who, who + 3]],
        "cue": [[who + 4, who + 8]],
        "content": [[who + 9, text.index(".")]],
    }
    row = {"text": text, "title": "", "publisher": "a.com", "attributions": [said]}
    rows = gather_attributed([row])
    assert "a clerk" not in {text[slice(*example.span)] for example in rows}
    unmarked = gather_attributed([row | {"attributions": []}])
    assert "a clerk" in {text[slice(*example.span)] for example in unmarked}


@pytest.mark.parametrize(
    ("found", "gold", "numbers"),
    [
        ([], [], set()),
        ([Span(0, 4)], [Span(0, 4)], {0}),
        ([Span(0, 4)], [], set()),
        # Half of both together is enough, less is not.
        ([Span(0, 4)], [Span(0, 8)], {0}),
        ([Span(0, 3)], [Span(0, 8)], set()),
        ([Span(0, 4)], [Span(4, 8)], set()),
        # One to one, the best overlap first.
        ([Span(0, 4), Span(0, 5)], [Span(0, 5)], {1}),
        ([Span(0, 5), Span(0, 5)], [Span(0, 5)], {1}),
        ([Span(0, 4), Span(0, 5)], [Span(0, 5), Span(0, 4)], {0, 1}),
    ],
)
def test_spans_match_one_to_one(found, gold, numbers):
    assert matched(found, gold) == numbers


def test_what_can_be_learnt_is_learnt_on_other_outlets(articles):
    figures = evaluate_mention_model(articles, [])
    assert (figures.articles, figures.mentions, figures.outlets) == (24, 72, 12)
    assert figures.f1 > 0.95
    assert figures.everything_f1 < figures.f1
    assert figures.proposed == 1.0
    assert figures.f1 == pytest.approx(
        2 * figures.precision * figures.recall / (figures.precision + figures.recall)
    )


def test_labels_without_a_rule_are_not_learnt(articles):
    # Whoever acts is annotated in half of the articles, whoever speaks in the others.
    shuffled = []
    for number, row in enumerate(articles):
        spans = [
            (unit, Span(unit.start, unit.start + len(name)))
            for unit in row.units
            for name in NAMES
            if row.article.text.startswith(name, unit.start)
        ]
        units = tuple(
            Unit(
                unit.start,
                unit.end,
                unit.claim,
                2,
                "",
                (span,) * (unit.claim == (number % 24 < 12)),
            )
            for unit, span in spans
        )
        shuffled.append(LabelledArticle(row.article, 2, row.outlet, units))
    assert evaluate_mention_model(shuffled, []).f1 < 0.8


def test_the_artefact_is_whole_and_the_same_each_time(articles, attributed, tmp_path):
    identity = train_mention_model(articles, attributed, tmp_path)
    assert identity.name == "mentions-v1"
    artefact = load_artefact(tmp_path / identity.name, MENTIONS_KIND)
    model = LinearModel.from_artefact(artefact)
    assert model.log_odds(["bias", "verb=said"]) > model.log_odds(["bias", "verb=offered"])
    card = (tmp_path / identity.name / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "72 mentions in 24 articles, 12 outlets" in card
    weights = json.loads(artefact.files["weights.json"])
    assert not any(name.startswith("own ") for name in weights)
    assert train_mention_model(articles, attributed, tmp_path / "again") == identity
