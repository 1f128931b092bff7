"""Who signs a quotation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.features.signatures import with_signatures
from credscore.findings import Attribution, Span

LINES = (
    "“It rained for nine days.”\n\nAna Silva, The Post\n\n"
    "“The port was wet all week.”\n\nTom Reed, Daily News\n\nThe sun came back."
)
COLUMN = (
    "What they say:\n\nAna Silva, Marsh Bank\n– Forecast: 9 percent\n"
    "– “It will rain for nine days.”\n\n"
    "Tom Reed, Port Bank\n– Forecast: 8 percent\n– “The port will be wet all week.”\n\n"
    "The sun came back."
)


def signed(text, attributions=()):
    found = with_signatures(Document(Article(text)), attributions)
    return [text[slice(*item.source)] for item in found if item.source]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“It rained for nine days.” — Ana Silva", ["Ana Silva"]),
        ("“It rained for nine days.” — Ana Silva, mayor of Marsh Bay", ["Ana Silva"]),
        ("“It rained for nine days.” – Ana Silva to The Post\n\nSo it did.", ["Ana Silva"]),
        ("“It rained for nine days.” — Ana Silva and Tom Reed, The Post", ["Ana Silva"]),
        (LINES, ["Ana Silva", "Tom Reed"]),
        (COLUMN, ["Ana Silva", "Tom Reed"]),
        # Traps: the sentence goes on; a word that is no name; a quotation of a word or two; a
        # caption, which stands alone; a sentence behind the quotation.
        ("“It rained for nine days” — Ana Silva said so of the port in her speech.", []),
        ("“It rained for nine days” — twice.", []),
        ("“It rained” — Ana Silva", []),
        ("“It rained for nine days.”\n\nAna Silva, mayor\n\nThe sun came back.", []),
        ("“It rained for nine days.”\n\nAna Silva left. Tom Reed left.\n\n" * 2, []),
        (
            "Warm Rain, Wet Ports\n\n“It rained for nine days.”\n\nDry Land, Low Water\n\n"
            "“It was dry for nine days.” It was a warm rain, and the land was dry.",
            [],
        ),
        ("", []),
        ("Port", []),
    ],
)
def test_who_signs(text, expected):
    assert signed(text) == expected


def test_the_whole_quotation_is_the_signers():
    text = "“It rained. It hailed a lot.” — Ana Silva, mayor"
    (found,) = with_signatures(Document(Article(text)), ())
    assert text[slice(*found.content[0])] == "“It rained. It hailed a lot.”"


def test_in_a_column_the_first_name_tells_whose_they_are():
    found = with_signatures(Document(Article(COLUMN)), ())
    words = {COLUMN[slice(*at.source)]: COLUMN[slice(*at.content[0])] for at in found}
    assert words == {
        "Ana Silva": "“It will rain for nine days.”",
        "Tom Reed": "“The port will be wet all week.”",
    }


def test_what_has_a_source_stays():
    text = "“It rained, my boss said, for nine days.” — Ana Silva, mayor"
    boss = Attribution(Span(13, 20), Span(21, 25), (Span(1, 10),))
    nobody = Attribution(None, None, (Span(1, 10),))
    found = with_signatures(Document(Article(text)), (boss, nobody))
    assert boss in found
    assert nobody not in found


@given(st.text(alphabet="“”—,. \nAbc", max_size=80))
def test_all_that_has_a_source_is_kept(text):
    document = Document(Article(text))
    given_before = (Attribution(Span(0, 1), None, (Span(0, 1),)),) if text else ()
    assert set(given_before) <= set(with_signatures(document, given_before))
