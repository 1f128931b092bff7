"""The score does not move on what does not matter."""

import re

import pytest

from credscore.article import Article
from credscore.scorer import Scorer

TEXT = """\
The harbour authority's labour programme will be cut by a third, Mayor Ana Silva said on Monday.

“The centre of the city can't pay for it any longer,” Silva told reporters. “We have analysed it for
two years, and it does not favour those who need it.”

Peter Brandt, who leads the theatre workers' union, said the programme might have saved 300 jobs. He
criticised the mayor's “colourful” figures, which a report by the audit office had put at four
million. “Nobody organised a meeting with us,” he said.

The council's transport department said in a statement that it had apologised to 40 travellers whose
licences were cancelled. About 30,000 cars cross the harbour each day, according to its figures.
"""
AMERICAN = {
    "harbour": "harbor",
    "labour": "labor",
    "programme": "program",
    "centre": "center",
    "analysed": "analyzed",
    "favour": "favor",
    "theatre": "theater",
    "criticised": "criticized",
    "colourful": "colorful",
    "organised": "organized",
    "apologised": "apologized",
    "travellers": "travelers",
    "licences": "licenses",
    "cancelled": "canceled",
}
FURNITURE = (
    "\n\nShare this article\n\nFacebook Twitter Email\n\nSubscribe to our newsletter\n\n"
    "Leave a Reply\n\n"
    "Your email address will not be published. Required fields are marked *\n\n"
    "All rights reserved."
)


def straight(text):
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def american(text):
    pattern = re.compile("|".join(AMERICAN), re.IGNORECASE)
    return pattern.sub(lambda match: AMERICAN[match[0].lower()], text)


@pytest.fixture(scope="module")
def scorer():
    return Scorer.load("general")


@pytest.mark.parametrize(
    ("change", "bound"),
    [
        (straight, 0.01),
        (lambda text: text.replace("'", "’"), 0.01),
        (lambda text: text.replace("\n", "\r\n"), 0.0),
        (lambda text: text.replace("\n\n", "\n\n\n\n"), 0.0),
        # Lines that were broken at a width, and those that were not.
        (lambda text: re.sub(r"(?<!\n)\n(?!\n)", " ", text), 0.01),
        (lambda text: text.replace(" said", "  said").replace(" the ", "  the "), 0.0),
        (lambda text: text.replace(" ", "  "), 0.01),
        (lambda text: text.replace(" ", "\u00a0", 5), 0.0),
        (lambda text: text + FURNITURE, 0.01),
        (lambda text: "\n\n" + text + "\n\n", 0.0),
        (american, 0.03),
    ],
    ids=[
        "straight quotes",
        "curly apostrophes",
        "windows",
        "blank lines",
        "line breaks",
        "doubled blanks",
        "every blank doubled",
        "hard blanks",
        "furniture",
        "margins",
        "american",
    ],
)
def test_the_score_does_not_move(scorer, change, bound):
    changed = change(TEXT)
    assert changed != TEXT
    assert scorer.score(changed).score == pytest.approx(scorer.score(TEXT).score, abs=bound + 1e-9)


def test_a_title_that_is_not_given_costs_nothing(scorer):
    titled = scorer.score(Article(TEXT, title="Harbour programme to be cut by a third"))
    assert scorer.score(TEXT).score == pytest.approx(titled.score, abs=1e-9)


def test_an_article_twice_is_no_better_supported_by_much(scorer):
    # Twice the words are twice the length, and no new source.
    once, twice = scorer.score(TEXT), scorer.score(TEXT + "\n" + TEXT)
    assert twice.measures["person_source_count"] == once.measures["person_source_count"]
    assert abs(twice.log_odds - once.log_odds) < 1.5
