"""Kinds of articles that the score fits less well."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.measures import MEASURES
from credscore.genre import genre_of

REPORT = "The city will close the bridge in May, Mayor Ana Silva said on Monday. " * 6
MEASURED = {item.name: 0.0 for item in MEASURES} | {"mention_rate": 40.0, "quotation_rate": 9.0,
                                                   "numeric_claim_ratio": 0.5}  # fmt: skip
VOICE = {"intensifier_rate": 9.0, "mention_rate": 2.0, "numeric_claim_ratio": 0.1,
         "first_person_rate": 12.0, "question_ratio": 0.1}  # fmt: skip


def genre(text, title=None, url=None, **values):
    return genre_of(Document(Article(text, title=title, url=url)), MEASURED | values)


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ((REPORT,), ""),
        (("",), ""),
        (("FOR IMMEDIATE RELEASE\n\n" + REPORT,), "press release"),
        (("EMBARGOED UNTIL 4 PM\n\n" + REPORT,), "press release"),
        ((REPORT + "\n\n###\n\n",), "press release"),
        ((REPORT + "\n\nMedia contact: Lena Okafor",), "press release"),
        ((REPORT + "\n\nFor more information about the bridge, visit our site.",), "press release"),
        # A report about a release, and one that asks readers for nothing.
        ((REPORT + " The firm said in a press release that it was sorry.",), ""),
        ((REPORT + " It gave no contact.",), ""),
        ((REPORT, "10 bridges to see before you die"), "digest"),
        ((REPORT, "The 10 best bridges"), "digest"),
        ((REPORT, "Daily briefing"), "digest"),
        ((REPORT, "Daily life on the bridge"), ""),
        ((REPORT, "Live updates: the bridge falls"), "digest"),
        ((REPORT, "10 years after the bridge fell"), ""),
        ((REPORT, "Bridge closes for 10 days"), ""),
    ],
)
def test_a_genre_is_told_by_its_marks(article, expected):
    assert genre(*article) == expected


TURNS = "ANA SILVA, HOST: Why now?\nPETER BRANDT: It is old. SILVA: How old? BRANDT: A century.\n"
INTERVIEW = "Daily: Why now?\nDr. Peter Brandt: It is old.\nDaily: How old?\nBrandt: A century.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TURNS * 3, "transcript"),
        (INTERVIEW * 3, "transcript"),
        ("Daily: Why now?\nPeter Brandt: It is old.\n" * 3, "transcript"),
        # One turn each, and one speaker alone.
        (REPORT + TURNS, ""),
        (REPORT + "Peter Brandt: It is old.\n" * 6, ""),
        # Lists, and what quotations are announced with.
        ("Link: the bridge.\nTime: eight.\n" * 6, ""),
        ("Ingredients: rice, salt.\nDirections: boil it.\n" * 6, ""),
        ((REPORT + "Silva said: “We close it.” Brandt said: “Never.”\n") * 6, ""),
    ],
)
def test_a_transcript_is_told_by_who_takes_turns(text, expected):
    assert genre(text) == expected


@pytest.mark.parametrize(
    ("values", "title", "url", "expected"),
    [
        (VOICE, None, None, "opinion"),
        (VOICE | {"question_ratio": 0.0}, None, None, ""),
        (VOICE | {"question_ratio": 0.0}, "Opinion: close the bridge", None, "opinion"),
        (VOICE | {"question_ratio": 0.0}, None, "https://x.org/opinion/bridge", "opinion"),
        (VOICE | {"question_ratio": 0.0}, "Opinion poll: close the bridge", None, ""),
        # The word alone makes no opinion piece.
        ({}, "Opinion: close the bridge", "https://x.org/opinion/bridge", ""),
    ],
)
def test_an_opinion_is_told_by_its_voice(values, title, url, expected):
    assert genre(REPORT, title, url, **values) == expected
