"""Each measure, on findings written by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.extraction import extract
from credscore.features.measures import MEASURES, described_sources, measure
from credscore.findings import Attribution, Citation, Claim, Findings, Hedge, Source, Span

NOTHING = Findings((), (), (), (), ())
TEXT = (
    "Mayor Ana Silva said on Monday that “the bridge will close for two weeks.”\n"
    "Traffic grew by 30 percent.\n"
    "The city council said it might pay.\n"
    "One driver told the Daily Post he was angry.\n"
    "Why did we wait so long?\n"
)


def place(words, text=TEXT):
    start = text.index(words)
    return Span(start, start + len(words))


def claim(number, words, support, sources=(), hedges=(), citations=()):
    start, end = place(words)
    return Claim(f"c{number}", start, end, words, support, sources, hedges, citations)


FOUND = Findings(
    attributions=(
        Attribution(place("Mayor Ana Silva"), place("said"), (place("the bridge will close"),)),
        Attribution(place("The city council"), None, (place("it might pay"),)),
        Attribution(place("One driver"), place("told"), (place("he was angry"),)),
    ),
    sources=(
        Source("s1", "Ana Silva", "person", (place("Mayor Ana Silva"),), ("c1",)),
        Source("s2", "city council", "organisation", (place("The city council"),), ("c3",)),
        Source("s3", "driver", "unnamed", (place("One driver"),), ("c4",)),
        Source("s4", "we", "self", (place("we"),), ()),
    ),
    hedges=(
        Hedge("h1", *place("might"), "might", "s2"),
        Hedge("h2", *place("Why"), "Why", "writer"),
    ),
    citations=(
        Citation("x1", *place("the Daily Post"), "the Daily Post", "Daily Post", "", "", "named"),
    ),
    claims=(
        claim(1, TEXT.split("\n")[0], "named", ("s1",)),
        claim(2, "Traffic grew by 30 percent.", "own"),
        claim(3, "The city council said it might pay.", "organisation", ("s2",), ("h1",)),
        claim(4, TEXT.split("\n")[3], "unnamed", ("s3", "s1"), (), ("x1",)),
    ),
)
WORDS = 41


@pytest.fixture(scope="module")
def measured():
    document = Document(Article(TEXT))
    assert document.word_count == WORDS
    return measure(document, FOUND)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("person_source_count", 1),
        ("organisation_source_count", 1),
        ("document_source_count", 0),
        ("unnamed_source_count", 1),
        ("anonymous_source_count", 0),
        ("identified_source_count", 2),
        ("independent_source_count", 2),
        ("identified_source_ratio", 2 / 3),
        ("anonymous_source_ratio", 1 / 3),
        ("described_person_ratio", 1),
        ("source_rate", 3000 / WORDS),
        ("mention_rate", 3000 / WORDS),
        # Shares of the four uses: s1 twice, s2 and s3 once.
        ("effective_source_count", math.exp(1.5 * math.log(2))),
        ("single_source_ratio", 0),
        ("carrying_source_count", 1),
        ("top_source_ratio", 2 / 3),
        ("several_sources_ratio", 1 / 3),
        ("claim_count", 4),
        ("claim_ratio", 4 / 5),
        ("named_claim_ratio", 1 / 4),
        ("organisation_claim_ratio", 1 / 4),
        ("unnamed_claim_ratio", 1 / 4),
        ("own_claim_ratio", 1 / 4),
        ("identified_claim_ratio", 1 / 2),
        ("hedged_claim_ratio", 1 / 4),
        ("cited_claim_ratio", 1 / 4),
        ("numeric_claim_ratio", 1 / 4),
        ("sourced_figure_ratio", 0),
        ("checkable_own_ratio", 1),
        ("record_rate", 0),
        ("circumstance_rate", 0),
        ("longest_own_run_ratio", 1 / 4),
        ("lead_attribution_ratio", 3 / 4),
        ("first_source_ratio", 0),
        ("attribution_rate", 3000 / WORDS),
        ("quotation_rate", 1000 / WORDS),
        ("quoted_word_ratio", 7 / WORDS),
        ("short_quotation_rate", 0),
        ("attributed_quotation_ratio", 1),
        ("mixed_attribution_ratio", 0),
        # "Mayor Ana Silva", "The city council".
        ("source_word_count", 3),
        ("citation_count", 1),
        ("cited_outlet_count", 1),
        ("writer_hedge_rate", 1000 / WORDS),
        ("source_hedge_rate", 1000 / WORDS),
        ("first_person_rate", 1000 / WORDS),
        ("second_person_rate", 0),
        ("figure_rate", 1000 / WORDS),
        ("date_rate", 1000 / WORDS),
        ("past_tense_ratio", 1),
        ("contrast_rate", 0),
        ("negation_rate", 0),
        ("question_ratio", 1 / 5),
        ("exclamation_ratio", 0),
        ("sentence_word_count", WORDS / 5),
        ("word_count", WORDS),
    ],
)
def test_value(measured, name, expected):
    assert measured[name] == pytest.approx(expected)


def test_nothing_found_is_undefined_for_ratios_and_none_for_counts():
    measured = measure(Document(Article("")), NOTHING)
    for item in MEASURES:
        value = measured[item.name]
        assert math.isnan(value) if item.undefined else value == 0, item.name


def test_every_measure_has_its_unit_in_its_name():
    ends = {"count": "_count", "ratio": "_ratio", "per 1,000 words": "_rate"}
    for item in MEASURES:
        assert item.name.endswith(ends[item.unit])
        assert item.better in ("more", "less", "either")
        assert item.link.startswith("https://")
        assert item.description.endswith(".")
    assert len({item.name for item in MEASURES}) == len(MEASURES)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        # The ministry and its spokesman speak with one voice.
        (["Ali Khan, a spokesman for the Ministry of Health", "Ministry of Health"], 1),
        (["Ali Khan", "Ministry of Health"], 2),
        (["Ali Khan of the Ministry of Health", "Bo Li of the Ministry of Health"], 2),
        ([], 0),
    ],
)
def test_sources_named_in_another_ones_description_are_one(sources, expected):
    text = ". ".join(sources)
    found = tuple(
        Source(
            f"s{number}",
            source.split(",")[0].split(" of the ")[0],
            "person" if "Khan" in source or "Li" in source else "organisation",
            (place(source, text),),
        )
        for number, source in enumerate(sources)
    )
    findings = Findings((), found, (), (), ())
    measured = measure(Document(Article(text)), findings)
    assert measured["independent_source_count"] == expected


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Ana Silva", False),
        ("Silva", False),
        ("She", False),
        ("Mayor Ana Silva", True),
        ("Ana Silva, who runs the city", True),
    ],
)
def test_a_source_is_described_where_a_mention_says_more_than_the_name(mention, expected):
    source = Source("s1", "Ana Silva", "person", (Span(0, len(mention)),))
    document = Document(Article(mention))
    assert described_sources(document, [source]) == ({"s1"} if expected else set())


def test_claims_resting_on_one_source_alone_are_said_to():
    findings = Findings((), FOUND.sources, (), (), (FOUND.claims[0],))
    measured = measure(Document(Article(TEXT)), findings)
    assert measured["single_source_ratio"] == 1
    assert measured["top_source_ratio"] == 1
    assert measured["effective_source_count"] == pytest.approx(1)


@given(st.text(max_size=400))
def test_ratios_lie_between_0_and_1_and_nothing_is_negative(text):
    document = Document(Article(text))
    findings = extract(document)
    for item, value in zip(MEASURES, measure(document, findings).values(), strict=True):
        assert math.isnan(value) or value >= 0, item.name
        assert not (item.unit == "ratio" and value > 1), item.name


def test_the_names_of_sources_change_nothing():
    # Sets of names have no order of their own, and a plain sum would depend on it.
    document = Document(Article("Ana Silva said so."))
    values = set()
    for number in range(40):
        names = [f"s{number}-{place}" for place in range(9)]
        claims = tuple(
            Claim(f"c{size}", 0, 18, document.text, "named", tuple(names[:size]))
            for size in range(9, 0, -1)
        )
        values.add(measure(document, Findings((), (), (), (), claims))["effective_source_count"])
    assert len(values) == 1


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Mayor DESTROYS the HUGE bridge", 2),
        ("Mayor closes the bridge", 0),
        # An abbreviation is no shout.
        ("FBI and NATO look at the bridge", 1),
        # A house's style, a title too short to tell, and none at all.
        ("THE BRIDGE IS CLOSED", 0),
        ("Bridge CLOSED", 0),
        (None, 0),
    ],
)
def test_capitals_of_the_title(title, expected):
    document = Document(Article(TEXT, title=title))
    assert measure(document, FOUND)["title_capitals_count"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNESCO looked at the bridge on Monday, the city council said.", 0),
        # An abbreviation has a figure or a second part, too.
        ("A report of UNESCO-ICOMOS and UNESCO-3 names the bridge.", 0),
        # What the text writes small is an ordinary word, and so is what it does without.
        ("Unesco looked at the bridge on Monday, the city council said.", 1),
        ("The city council looked at the bridge on Monday.", 1),
        # The title above the text is the title again.
        ("Why UNESCO wants the bridge\n\nThe city council looked at it on Monday.", 1),
    ],
)
def test_capitals_that_the_text_keeps_are_an_abbreviation(text, expected):
    document = Document(Article(text, title="Why UNESCO wants the bridge"))
    assert measure(document, NOTHING)["title_capitals_count"] == expected


@pytest.mark.parametrize(
    ("sentence", "support", "expected"),
    [
        ("Traffic grew by 30 percent.", "own", 1),
        ("It closed on a Monday.", "own", 1),
        ("It opened in June.", "own", 1),
        ("It is a disgrace.", "own", 0),
        # A modal, a verb and a man's name are no dates.
        ("It may march on, said the Fridays of old.", "own", 0),
        # What a source says is not the writer's own, with a date or without.
        ("It opened in June.", "named", math.nan),
    ],
)
def test_own_claims_with_a_figure_or_a_date(sentence, support, expected):
    claims = (Claim("c1", 0, len(sentence), sentence, support),)
    measured = measure(Document(Article(sentence)), Findings((), (), (), (), claims))
    assert measured["checkable_own_ratio"] == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize("between", [" ", "  ", "\r\n"])
def test_the_first_source_is_placed_by_words_not_by_blanks(between):
    text = f"Rain fell all night.{between}The bridge was shut.{between}Ana Silva said so again."
    sources = (Source("s1", "Ana Silva", "person", (place("Ana Silva", text),), ()),)
    measured = measure(Document(Article(text)), Findings((), sources, (), (), ()))
    assert measured["first_source_ratio"] == pytest.approx(10 / 16)
    assert measured["source_word_count"] == 2


def test_a_body_and_who_speaks_for_it_without_a_name_count_once():
    text = (
        "Prices fell, a spokesman for Acme told reporters. Acme said sales rose. "
        "The shops will open in May, a spokeswoman for Acme told reporters."
    )
    document = Document(Article(text))
    found = extract(document)
    measured = measure(document, found)
    assert len(found.sources) > 1
    assert measured["identified_source_count"] == 1
    assert measured["identified_source_ratio"] == 1
    assert measured["effective_source_count"] == 1
    assert measured["single_source_ratio"] == 1
    assert measured["carrying_source_count"] == 1
