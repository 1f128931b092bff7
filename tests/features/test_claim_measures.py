"""What the claim model sees, on findings written by hand."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.extraction import extract
from credscore.features.claim_measures import CLAIM_FEATURES, claim_features
from credscore.features.measures import MEASURES, measure
from credscore.findings import Attribution, Claim, Findings, Hedge, Source, Span

TEXT = (
    "Mayor Ana Silva said on Monday that “the bridge will close for two weeks.”\n\n"
    "Traffic grew by 30 percent, and they signed a bill. Nobody knows why.\n\n"
    "A source at the council reportedly told us it might pay.\n\n"
    "“It is old,” Silva said."
)
MEASURED = {item.name: float(place) for place, item in enumerate(MEASURES)}


def place(words, after=0):
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def claim(number, words, support, sources=(), hedges=()):
    start, end = place(words)
    return Claim(f"c{number}", start, end, words, support, sources, hedges)


QUOTED = place("“the bridge will close for two weeks.”")
LAST = "“It is old,” Silva said."
FOUND = Findings(
    attributions=(
        Attribution(place("Mayor Ana Silva"), place("said"), (QUOTED,), "s1", "direct"),
        Attribution(place("A source"), place("told"), (place("it might pay"),), "s2"),
        Attribution(place("Silva", 180), None, (place("It is old"),), "s1", "mixed"),
    ),
    sources=(
        Source("s1", "Ana Silva", "person", (place("Mayor Ana Silva"), place("Silva", 180)),
               ("c1", "c5")),
        Source("s2", "source at the council", "anonymous", (place("A source at the council"),),
               ("c4",)),
        Source("s3", "us", "self", (place("us"),)),
    ),
    hedges=(Hedge("h1", *place("reportedly"), "reportedly"), Hedge("h2", *place("might"), "might")),
    citations=(),
    claims=(
        claim(1, TEXT[: TEXT.index("\n")], "named", ("s1",)),
        claim(2, "Traffic grew by 30 percent, and they signed a bill.", "own"),
        claim(3, "Nobody knows why.", "own"),
        claim(4, "A source at the council reportedly told us it might pay.", "anonymous", ("s2",),
              ("h1", "h2")),
        claim(5, LAST, "named", ("s1",)),
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def matrix():
    return claim_features(Document(Article(TEXT)), FOUND, MEASURED)


@pytest.mark.parametrize(
    ("row", "name", "expected"),
    [
        (0, "support_named", 1),
        (0, "support_own", 0),
        (1, "support_own", 1),
        (0, "person_source_count", 1),
        (3, "person_source_count", 0),
        (3, "anonymous_source_count", 1),
        (1, "source_claim_count", 0),
        (0, "full_name_source_count", 1),
        (0, "source_mention_count", 2),
        (0, "source_claim_count", 2),
        (0, "source_word_count", 3),
        (3, "source_word_count", 5),
        (0, "main_source_ratio", 0),
        (0, "mention_count", 1),
        (1, "mention_count", 0),
        # The writer is no source.
        (3, "mention_count", 1),
        (0, "direct_quotation_count", 1),
        (4, "mixed_quotation_count", 1),
        (0, "mixed_quotation_count", 0),
        (3, "attributed_ratio", 12 / 56),
        (1, "attributed_ratio", 0),
        (0, "name_ratio", 4 / 14),
        (0, "name_count", 3),
        (1, "name_count", 0),
        (0, "quoted_word_ratio", 7 / 14),
        (1, "digit_count", 1),
        (0, "date_count", 1),
        (1, "quantifier_count", 1),
        (0, "reporting_verb_count", 1),
        (1, "reporting_verb_count", 0),
        (1, "comma_count", 1),
        (3, "nobody_word_count", 2),
        (1, "record_word_count", 2),
        (1, "they_word_count", 1),
        (3, "person_word_count", 1),
        (4, "present_word_count", 1),
        (3, "hedge_count", 2),
        (0, "claims_before_count", 0),
        (0, "claims_after_count", 5),
        (4, "claims_after_count", 1),
        (1, "paragraph_sentence_count", 2),
        (2, "paragraph_place_count", 1),
        (3, "after_identified_ratio", 1),
        (4, "after_identified_ratio", 0.5),
        (0, "near_own_ratio", 1),
        (1, "near_own_ratio", 1 / 3),
        (2, "near_unidentified_ratio", 1 / 4),
        (1, "near_identified_ratio", 2 / 4),
        (3, "article_own_ratio", 2 / 5),
        (3, "article_identified_ratio", 2 / 5),
        (3, "article_unidentified_ratio", 1 / 5),
        (0, "article_unidentified_source_count", 1),
        (2, "article_word_count", MEASURED["word_count"]),
    ],
)
def test_a_feature_is_counted(matrix, row, name, expected):
    assert matrix[row, CLAIM_FEATURES.index(name)] == pytest.approx(expected)


def test_a_lone_claim_has_no_neighbours():
    alone = Findings((), (), (), (), (FOUND.claims[1],))
    row = claim_features(Document(Article(TEXT)), alone, MEASURED)[0]
    got = dict(zip(CLAIM_FEATURES, row.tolist(), strict=True))
    assert got["near_own_ratio"] == got["near_identified_ratio"] == 0.5
    assert got["near_unidentified_ratio"] == 0


def test_a_source_on_which_most_rests_is_the_main_one():
    most = Source("s1", "Ana Silva", "person", (place("Mayor Ana Silva"),), ("c1", "c2"))
    found = Findings((), (most,), (), (), (claim(1, LAST, "named", ("s1",)),))
    row = claim_features(Document(Article(TEXT)), found, MEASURED)[0]
    assert row[CLAIM_FEATURES.index("main_source_ratio")] == 1


def test_no_claims_give_no_rows():
    nothing = Findings((), (), (), (), ())
    assert claim_features(Document(Article("")), nothing, MEASURED).shape == (
        0,
        len(CLAIM_FEATURES),
    )


@given(st.text(max_size=400))
def test_any_text_gives_a_row_for_each_claim_and_nothing_undefined_but_the_articles(text):
    document = Document(Article(text))
    findings = extract(document)
    matrix = claim_features(document, findings, measure(document, findings))
    assert matrix.shape == (len(findings.claims), len(CLAIM_FEATURES))
    for name, column in zip(CLAIM_FEATURES, matrix.T.tolist(), strict=True):
        for value in column:
            assert value >= 0 or (math.isnan(value) and name.startswith("article_")), name
            assert math.isnan(value) or not (name.endswith("_ratio") and value > 1), name
