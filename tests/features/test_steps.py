"""The model that weighs on which step a sentence stands, and what it is told of."""

from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.artefacts import load_artefact
from credscore.article import Article
from credscore.document import Document
from credscore.errors import ArtefactError
from credscore.extraction import extract
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.claims import STEP_KIND
from credscore.features.hedging import find_hedges
from credscore.features.sources import find_sources
from credscore.features.step_features import read_sentences, rule_features, step_features
from credscore.features.steps import StepModel
from credscore.findings import SUPPORTS
from credscore.linear import ClassModel
from credscore.trained import newest

STUDY = """\
A study published on Monday in a medical journal found that night shifts are linked to poor sleep.

Nurses on nights had a 40 percent higher risk of waking early than those on days. They were also \
more likely to take pills, and were followed for ten years.

"We had not expected so much," said Ana Silva, who led the study at Porto University.

The bridge over the river was closed for repairs in May.
"""


@cache
def shipped():
    return ClassModel.from_artefact(load_artefact(newest("steps"), STEP_KIND))


def read(text):
    """What was found in each sentence of a text."""
    document = Document(Article(text))
    citations = find_citations(document)
    sources, attributions = find_sources(document, find_attributions(document), citations)
    hedges = find_hedges(document, attributions)
    return read_sentences(document, attributions, sources, hedges, citations)


def by_hand(model, text):
    """Scores of every sentence by the model over the features, written out."""
    return [model.scores(["bias", *row]) for row in step_features(read(text))]


def always(step):
    """A model that speaks for one step, and else for the writer's own."""
    weights = [9.0 * (one == step) + (one == "own") for one in SUPPORTS]
    return StepModel(ClassModel(SUPPORTS, {"bias": weights}))


def test_the_scores_are_those_of_the_model_over_the_features(monkeypatch):
    seen = []
    model = StepModel(shipped())
    scores = model._scores
    monkeypatch.setattr(model, "_scores", lambda *a: seen.append(scores(*a)) or seen[-1])
    model.supports(read(STUDY))
    assert seen[0] == pytest.approx(np.array(by_hand(shipped(), STUDY)))


@given(st.text(max_size=400))
def test_every_sentence_has_a_step(text):
    reading = read(text)
    assert len(StepModel(shipped()).supports(reading)) == len(reading.document.sentences)


def test_what_is_told_after_a_study_is_of_it():
    found = extract(Document(Article(STUDY)))
    assert [claim.support for claim in found.claims[:3]] == ["document"] * 3
    assert found.claims[-1].support == "own"


def test_a_step_that_needs_a_source_is_not_given_before_one_is_mentioned():
    text = 'The road was shut at noon. "It was the rain," said Ana Silva. The bridge held.'
    first, second, third = always("named").supports(read(text))
    assert first.step == "own"
    assert (second.step, third.step) == ("named", "named")
    assert second.source == third.source != ""


def test_the_writers_own_claims_have_no_source():
    (found,) = always("own").supports(read("Ana Silva said that the bridge was closed."))
    assert (found.step, found.source) == ("own", "")


def test_a_source_of_long_ago_carries_nothing():
    text = "Ana Silva said that the bridge was closed.\n\n" + "It rained on the town.\n\n" * 30
    found = always("named").supports(read(text))
    assert found[1].step == "named"
    assert found[-1].step == "own"


@pytest.mark.parametrize(
    "who", ["Critics", "Analysts", "Residents", "Supporters", "Engineers' groups"]
)
def test_what_is_in_somebodys_words_rests_on_nobody_else(who):
    text = f"The mayor said the bridge would reopen. {who} say the city waited too long."
    found = extract(Document(Article(text)))
    mayor = next(source.id for source in found.sources if source.name == "mayor")
    assert found.claims[0].sources[0] == mayor
    assert mayor not in found.claims[1].sources


def test_who_asked_not_to_be_named_stays_anonymous():
    text = (
        "The bridge will close, an official said on condition of anonymity because he was not "
        "allowed to speak to reporters."
    )
    (found,) = always("own").supports(read(text))
    assert found.step == "anonymous"


def test_a_model_of_other_classes_is_refused():
    with pytest.raises(ArtefactError, match="classes of a step model must be document, named"):
        StepModel(ClassModel(["own", "named"], {"bias": [0.0, 1.0]}))


def test_features_tell_of_neighbours_and_of_the_rules_step():
    rows = step_features(read(STUDY))
    assert not any(name.startswith(("-1:", "-2:", "-3:")) for name in rows[0])
    assert not any(name.startswith(("1:", "2:")) for name in rows[-1])
    for row, rests in zip(rows, read(STUDY).ruled, strict=True):
        assert len(set(rule_features(rests.step)) & set(row)) == 1
    assert {"about=effect", "about=effect|beside a study"} <= set(rows[1])
    assert {"about=method", "about=past"} <= set(rows[2])
    assert not any(name.startswith("about=method") for name in rows[1])


def test_the_shipped_model_knows_the_ladder():
    assert set(shipped().classes) == set(SUPPORTS)
    for step in SUPPORTS:
        for name in rule_features(step):
            # What the rules say speaks for itself, as far as it was met.
            weights = dict(zip(shipped().classes, shipped().weights.get(name, ()), strict=False))
            assert not weights or weights[step] > 0
