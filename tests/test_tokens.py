"""Cutting a text into tokens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.tokens import normalise, tokenise

TOKENS = [
    ("", []),
    ("   \n\t", []),
    ("word", ["word"]),
    ("Ärzte sagen nein.", ["Ärzte", "sagen", "nein", "."]),
    ("وزیر نے کہا۔", ["وزیر", "نے", "کہا", "۔"]),
    # Clitics stand alone, other apostrophes do not.
    ("Khan's men", ["Khan", "'s", "men"]),
    ("they’re we’ve I’d", ["they", "’re", "we", "’ve", "I", "’d"]),
    ("don't can’t", ["don't", "can’t"]),
    ("O'Neill's Qur'an", ["O'Neill", "'s", "Qur'an"]),
    ("the editors' note", ["the", "editors", "'", "note"]),
    ("the '90s", ["the", "'", "90s"]),
    # Stops inside a word belong to it, a stop after a word does not.
    ("U.S. troops", ["U.S.", "troops"]),
    ("Ana, Ph.D., and Dr.P.H. Lee", ["Ana", ",", "Ph.D.", ",", "and", "Dr.P.H.", "Lee"]),
    ("at 5 p.m. on", ["at", "5", "p.m.", "on"]),
    ("J.K. Rowling", ["J.K.", "Rowling"]),
    ("Lt-Gen (retd) N. Janjua", ["Lt-Gen", "(", "retd", ")", "N", ".", "Janjua"]),
    ("the end.", ["the", "end", "."]),
    ("the end.The next", ["the", "end", ".", "The", "next"]),
    # Numbers.
    ("3.5% of Rs 1,200.50", ["3.5", "%", "of", "Rs", "1,200.50"]),
    ("Rs1,200.50, Tk3.5bn or R5.", ["Rs1,200.50", ",", "Tk3.5bn", "or", "R5", "."]),
    ("the A4, B5", ["the", "A4", ",", "B5"]),
    ("1,200,000 on 21st at 10:30pm", ["1,200,000", "on", "21st", "at", "10:30pm"]),
    ("$4bn, £3m", ["$", "4bn", ",", "£", "3m"]),
    ("in 2018.", ["in", "2018", "."]),
    # Hyphens, dashes, ellipses.
    ("co-operation and R&D", ["co-operation", "and", "R&D"]),
    ("he said -- and left", ["he", "said", "--", "and", "left"]),
    ("DHAKA—The", ["DHAKA", "—", "The"]),
    ("well... no… yes.", ["well", "...", "no", "…", "yes", "."]),
    # Addresses, handles, hash tags.
    ("see https://a.example/b?c=1.", ["see", "https://a.example/b?c=1", "."]),
    ("(www.example.org)", ["(", "www.example.org", ")"]),
    ("Metro.co.uk said", ["Metro.co.uk", "said"]),
    ("on FoxNews.com.", ["on", "FoxNews.com", "."]),
    ("at news.example.org, he", ["at", "news.example.org", ",", "he"]),
    ("the end.Company", ["the", "end", ".", "Company"]),
    ("@a_b #Tag x@y.org", ["@a_b", "#Tag", "x@y.org"]),
    ("me.too+1@mail.example.co.uk.", ["me.too+1@mail.example.co.uk", "."]),
    ("a @ b", ["a", "@", "b"]),
    # Quotation marks of all sorts.
    ('"No," he', ['"', "No", ",", '"', "he"]),
    ("“No,” ‘he’", ["“", "No", ",", "”", "‘", "he", "’"]),
    ("``No'' he", ["``", "No", "''", "he"]),
    ("«Non»", ["«", "Non", "»"]),
]
# Whatever could make an alternative of the pattern try again from each place.
PIECES = [
    "a",
    "A ",
    "a.",
    "a-",
    "a'",
    "1,",
    ".",
    "-",
    "@",
    "a@",
    "a@a.",
    "http://",
    "www.",
    "“",
    "'",
]


@pytest.mark.parametrize(("text", "expected"), TOKENS)
def test_tokens(text, expected):
    assert tokenise(text)[0] == expected


@given(st.text())
def test_offsets_give_the_tokens_and_only_blanks_lie_between(text):
    words, starts, ends = tokenise(text)
    place = 0
    for word, start, end in zip(words, starts, ends, strict=True):
        assert word
        assert text[start:end] == word
        assert not text[place:start].strip()
        place = end
    assert not text[place:].strip()


@given(st.text(st.sampled_from("aA.@-'’1, \n/:w")))
def test_an_address_elsewhere_changes_no_token(text):
    # With an @ in the text another pattern is used: it must agree on all that is no address.
    plain = tokenise(text.replace("@", ""))[0]
    assert tokenise(text.replace("@", "") + " @")[0] == [*plain, "@"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("", ""), ("Don’t", "don't"), ("“", '"'), ("CO‑OP", "co-op"), ("ÉTÉ", "été"), ("a—b", "a—b")],
)
def test_normalise(word, expected):
    assert normalise(word) == expected


@pytest.mark.parametrize("piece", PIECES)
def test_tokens_take_linear_time(growth, piece):
    assert growth(tokenise, piece * 2000, piece * 16000) < 2
