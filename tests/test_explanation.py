"""A score in the reader's words."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.additive import AdditiveModel, IntervalTable, Shape
from credscore.article import Article
from credscore.document import Document
from credscore.explanation import reasons, suggestions
from credscore.extraction import extract
from credscore.features.advice import FAMILIES, advice_table
from credscore.features.measures import MEASURES, measure
from credscore.findings import Findings, Source, Span
from credscore.models import ArticleModel
from credscore.report import Calibration, ModelIdentity
from credscore.scorer import Scorer
from credscore.wording import families_in_words

NOTHING = Findings((), (), (), (), ())
DOCUMENT = Document(Article("An analyst and a driver said so. Mayor Ana Silva agreed, Rosa too."))
ZERO = {item.name: 0.0 for item in MEASURES}


def rising(name, gain, typical=(1.0, 3.0)):
    """A measure of which one more adds `gain`, up to ten."""
    knots, values = np.array([0.0, 10.0]), np.array([0.0, 10.0 * gain])
    return Shape(name, knots, values, 0.0, typical, (0.0, 9.0))


def model(*shapes):
    table = IntervalTable(0.9, np.array([0.0]), np.array([100.0]), *np.zeros((2, 1, 1)))
    additive = AdditiveModel(shapes, 0.0, Calibration(1.0, 0.0))
    return ArticleModel(additive, table, ModelIdentity("toy", "00"))


def suggested(*shapes, findings=NOTHING, **values):
    return suggestions(model(*shapes), DOCUMENT, findings, ZERO | values)


def test_every_measure_has_its_place():
    assert set(advice_table()) == {item.name for item in MEASURES}
    assert {item.family for item in advice_table().values()} == set(FAMILIES)


def test_advice_goes_the_way_of_the_standards():
    better = {item.name: item.better for item in MEASURES}
    for item in advice_table().values():
        assert bool(item.target) == bool(item.advice), item.name
        if item.target in {"+1", "1"}:
            assert better[item.name] == "more", item.name
        elif item.target in {"-1", "0"}:
            assert better[item.name] == "less", item.name
        elif item.target:
            assert better[item.name] != "either", item.name


@pytest.mark.parametrize(
    ("shape", "values", "expected"),
    [
        (rising("person_source_count", 0.5), {}, (0, 1, 0.5)),
        (rising("person_source_count", 0.5), {"person_source_count": 10}, None),
        (rising("anonymous_source_count", -0.5), {"anonymous_source_count": 2}, (2, 1, 0.5)),
        (rising("anonymous_source_count", -0.5), {}, None),
        (rising("sourced_figure_ratio", 2.0), {"sourced_figure_ratio": 0.5}, (0.5, 1, 1.0)),
        # What is a share of nothing can't be raised by itself.
        (rising("sourced_figure_ratio", 2.0), {"sourced_figure_ratio": math.nan}, None),
        (rising("vague_claim_ratio", -2.0), {"vague_claim_ratio": 0.5}, (0.5, 0, 1.0)),
        (rising("date_rate", 0.1), {"date_rate": 2.0}, (2, 3, 0.1)),
        (rising("date_rate", 0.1), {"date_rate": 5.0}, None),
        (rising("evaluation_rate", -0.1), {"evaluation_rate": 5.0}, (5, 1, 0.4)),
        # Where the model has it the other way, nothing is advised.
        (rising("person_source_count", -0.5), {}, None),
        (rising("writer_hedge_rate", 0.5), {}, None),
        (rising("person_source_count", 0.001), {}, None),
    ],
)
def test_a_change_is_read_from_the_table(shape, values, expected):
    found = suggested(shape, **values)
    if expected is None:
        assert found == ()
    else:
        (item,) = found
        assert (item.value, item.target, item.gain) == pytest.approx(expected)
        before = shape(np.array([item.value]))[0]
        assert item.score == pytest.approx(1 / (1 + math.exp(-before - item.gain)))


def test_the_three_largest_are_given_once_each():
    found = suggested(
        rising("person_source_count", 0.1),
        rising("document_source_count", 0.4),
        rising("method_stated_count", 0.3),
        rising("limits_stated_count", 0.2),
        # The same advice as for the next one.
        rising("figure_rate", 0.5),
        rising("numeric_claim_ratio", 0.6),
        document_source_count=1.0,
    )
    assert [item.feature for item in found] == [
        "numeric_claim_ratio", "document_source_count", "method_stated_count",
    ]  # fmt: skip


def source(name, kind, words):
    start = DOCUMENT.text.index(words)
    return Source(name[:2], name, kind, (Span(start, start + len(words)),))


def test_sources_are_called_by_name():
    hidden = rising("anonymous_source_count", -0.5)
    found = Findings((), (source("analyst", "anonymous", "An analyst"),), (), (), ())
    (item,) = suggested(hidden, findings=found, anonymous_source_count=1)
    assert item.text.startswith("name “analyst”, or say why")
    people = tuple(
        source(name, "person", words)
        for name, words in (("Ana Silva", "Mayor Ana Silva"), ("Rosa Diaz", "Rosa"))
    )
    (item,) = suggested(
        rising("described_person_ratio", 1.0),
        findings=Findings((), people, (), (), ()),
        described_person_ratio=0.5,
    )
    assert item.text == "give the role or title of “Rosa Diaz”"


def test_advice_needs_something_to_be_done_with():
    quotations = rising("quotation_rate", 0.5)
    assert suggested(quotations) == ()
    assert [item.feature for item in suggested(quotations, identified_source_count=1.0)] == [
        "quotation_rate"
    ]
    measures = {item.name for item in MEASURES}
    assert {item.needs for item in advice_table().values()} <= measures | {""}


def test_reasons_have_the_words_of_their_family():
    toy = model(rising("person_source_count", 0.5), rising("word_count", 0.1))
    values = ZERO | {"person_source_count": 2.0, "word_count": 5.0}
    found = reasons(toy.contributions(values), values)
    words = families_in_words(values)
    assert [(item.family, item.text) for item in found] == [
        ("sources", words["sources"]), ("length", words["length"]),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def shipped():
    return [Scorer.load(name).model for name in ("general", "health")]


@given(st.data())
def test_the_shipped_models_never_leave_a_rule_of_the_trade(shipped, data):
    item = data.draw(st.sampled_from([item for item in MEASURES if item.better != "either"]))
    values = ZERO | {
        other.name: data.draw(st.floats(0, 1 if other.unit == "ratio" else 30))
        for other in MEASURES[:6]
    }
    low, high = sorted(data.draw(st.tuples(st.floats(0, 1), st.floats(0, 1))))
    if item.unit != "ratio":
        low, high = 30 * low, 30 * high
    for scorer in shipped:
        under, over = (
            scorer.additive.log_odds(scorer.vector(values | {item.name: value}))[0]
            for value in (low, high)
        )
        assert over >= under - 1e-9 if item.better == "more" else over <= under + 1e-9


@given(st.text(max_size=200))
def test_any_article_can_be_explained(shipped, text):
    document = Document(Article(text))
    findings = extract(document)
    measures = measure(document, findings)
    for scorer in shipped:
        parts = scorer.contributions(measures)
        found = reasons(parts, measures)
        assert math.fsum(reason.contribution for reason in found) == pytest.approx(
            math.fsum(part.contribution for part in parts)
        )
        assert all(item.gain > 0 for item in suggestions(scorer, document, findings, measures))
