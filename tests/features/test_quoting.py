"""Direct, indirect and mixed; titles and single words in quotation marks are no quotation."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.quoting import Quoting, is_title


@pytest.mark.parametrize(
    ("text", "contents", "expected"),
    [
        ("“We will win,” she said.", ["“We will win,”"], "direct"),
        ('"We will win," she said.', ['"We will win,"'], "direct"),
        # In two pieces, the cue between them.
        ("“We won,” he said, “and it hurt.”", ["“We won,”", "“and it hurt.”"], "direct"),
        ("He said, “No.”", ["“No.”"], "direct"),
        ("He said that prices fell.", ["that prices fell"], "indirect"),
        (
            "He said it would “hurt every family” here.",
            ["it would “hurt every family” here"],
            "mixed",
        ),
        # A scare quote and a quoted title.
        ("He called the plan a “disaster”.", ["the plan a “disaster”"], "indirect"),
        ("She said “War and Peace” was long.", ["“War and Peace” was long"], "indirect"),
        ("They praised the “so-called” reform.", ["the “so-called” reform"], "indirect"),
        # One piece quoted, one not.
        (
            "“It is over,” he said, and left the party.",
            ["“It is over,”", "left the party"],
            "mixed",
        ),
        # Quotation marks that nobody closes, and a quotation within one.
        ("“We will win, she said.", ["“We will win"], "direct"),
        ("“He said ‘never’ to me,” she said.", ["“He said ‘never’ to me,”"], "direct"),
        # Punctuation alone is no word outside.
        ("Her answer: “It is over”.", ["“It is over”."], "direct"),
    ],
)
def test_how_a_content_is_quoted(text: str, contents: list[str], expected: str) -> None:
    document = Document(Article(text))
    ranges = [
        document.token_range(text.index(content), text.index(content) + len(content))
        for content in contents
    ]
    assert Quoting(document).kind(ranges) == expected


def test_nothing_attributed_is_indirect() -> None:
    assert Quoting(Document(Article("He spoke."))).kind([]) == "indirect"


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("“War and Peace”", True),
        ("“The Rest of the Story”", True),
        ("“Catch-22”", True),
        ("“The war and peace”", False),
        ("“We won.”", False),
        ("“Never.”", False),
        ("“Make America great again”", False),
        ("“...”", False),
    ],
)
def test_titles(quotation: str, expected: bool) -> None:
    document = Document(Article(f"He wrote {quotation} in a year."))
    assert is_title(document, document.quotations[0]) is expected
