"""Finding quotations, whatever state their marks are in."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.quotations import find_quotations, may_quote
from credscore.sentences import paragraph_starts
from credscore.tokens import tokenise


def marks(words):
    return [place for place, word in enumerate(words) if may_quote(word)]


def quotations_of(text):
    words, starts, ends = tokenise(text)
    paragraphs = paragraph_starts(text, starts, ends)
    found = find_quotations(text, words, starts, ends, paragraphs, marks(words))
    return [(text[starts[each.start] : ends[each.end - 1]], each) for each in found]


WHOLE = [
    ("", []),
    ("word", []),
    ("Nobody said a thing.", []),
    ("“We won,” he said.", ["“We won,”"]),
    ('"We won," he said, "and they lost."', ['"We won,"', '"and they lost."']),
    ("``We won,'' he said.", ["``We won,''"]),
    ("«We won», he said.", ["«We won»"]),
    ("„We won“, he said.", ["„We won“"]),
    ("“We won.” “They lost.”", ["“We won.”", "“They lost.”"]),
    ('"We won.""They lost."', ['"We won."', '"They lost."']),
    ("He said—“We won”—and left (“happy”).", ["“We won”", "“happy”"]),
    ('He is “first” and "second".', ["“first”", '"second"']),
    # Single marks, of which apostrophes are none.
    ("He said 'We won' and left.", ["'We won'"]),
    ("‘We won,’ he said.", ["‘We won,’"]),
    ("He said: ‘We won.\n\n‘They lost.’", ["‘We won.", "‘They lost.’"]),
    ("He said: ‘We won.\n\nThey lost.", []),
    ("The boys' room and Khan's hat and the '90s.", []),
    ("dogs’ and cats’ food, rock 'n' roll", []),
    ("'Tis late, he said, and don't go.", []),
    ("The players’ union said “We won”.", ["“We won”"]),
    ("He called it ‘a mess’ and said, “Go.”", ["‘a mess’", "“Go.”"]),
    # Nested: the outermost counts.
    ("“He said ‘no’ to me,” she said.", ["“He said ‘no’ to me,”"]),
    ("\"He said 'no' to me,\" she said.", ["\"He said 'no' to me,\""]),
    ("“It was ‘no’” she said.", ["“It was ‘no’”"]),
    ("‘We won,’ he said, ‘as “Team A” did.’", ["‘We won,’", "‘as “Team A” did.’"]),
    ("'He said \"no\" to me,' she said.", ["'He said \"no\" to me,'"]),
    ('the boys\' "x y" and the girls\' "z"', ['"x y"', '"z"']),
    # Mixed: opened by one mark and closed by another.
    ('“We won," he said.', ['“We won,"']),
    ("“We won,“ he said.", ["“We won,“"]),
    ("”We won,” he said.", ["”We won,”"]),
    ("“We won,’ he said.", ["“We won,’"]),
    # Unbalanced.
    ("“We won, he said.", ["“We won, he said."]),
    ('"We won, he said. "They lost," she said.', ['"We won, he said.', '"They lost,"']),
    ("We won it at last,” he said.", ["We won it at last,”"]),
    ("So,” he said.", []),
    ('The plank is 11" wide.', []),
    ('a " b', []),
    ("“", []),
    ('"', []),
    ("''", []),
    # An unclosed one ends with its paragraph.
    ("“We won.\n\nThe crowd left.", ["“We won."]),
    # Hastily set at a paragraph's head, with a blank behind it or the wrong way round.
    ('" We won. They lost.\n\nThe crowd left.', ['" We won. They lost.']),
    ("” We won. They lost.", ["” We won. They lost."]),
    ("It ended.\n\n” said Silva.", []),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_quotations(text, expected):
    assert [quotation for quotation, _ in quotations_of(text)] == expected


@pytest.mark.parametrize(("opening", "closing"), ["“”", '""', "«»"])
def test_a_quotation_over_paragraphs_opens_each_and_closes_the_last(opening, closing):
    text = (
        f"{opening}It began well.\n\n{opening}Then it rained.\n\n"
        f"{opening}We went home,{closing} he said. {opening}All of us.{closing}"
    )
    found = [each for _, each in quotations_of(text)]
    assert [each.closed for each in found] == [False, False, True, True]
    assert [each.continues for each in found] == [False, True, True, False]


def test_a_quotation_after_a_closed_one_continues_nothing():
    found = [each for _, each in quotations_of("“It began well.”\n\n“Then it rained.”")]
    assert [each.continues for each in found] == [False, False]


def test_a_paragraph_between_breaks_the_quotation_off():
    found = [
        each for _, each in quotations_of("“It began.\n\nHe paused.\n\n“It went on,” he said.")
    ]
    assert [(each.closed, each.continues) for each in found] == [(False, False), (True, False)]


@given(st.text(st.sampled_from("aA ,.\n\"“”'‘’`«»„5")))
def test_quotations_lie_in_order_each_in_one_paragraph(text):
    words, starts, ends = tokenise(text)
    paragraphs = paragraph_starts(text, starts, ends)
    found = find_quotations(text, words, starts, ends, paragraphs, marks(words))
    bounds = list(pairwise([*paragraphs, len(words)]))
    for quotation in found:
        assert quotation.end - quotation.start >= 2
        assert any(first <= quotation.start and quotation.end <= last for first, last in bounds)
    for before, after in pairwise(found):
        assert before.end <= after.start


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘a ",
        "“a ",
        '"a" ',
        "a' ",
        "“a\n\n",
        "a” ",
        "‘A “b.” c.’ “d” ",
        "“a ‘b’ ",
    ],
)
def test_quotations_take_linear_time(growth, piece):
    assert growth(quotations_of, piece * 1000, piece * 8000) < 2
