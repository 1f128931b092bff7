"""Changes that change nothing."""

import pytest

from benchmarks.robustness import CHANGES, without_the_last_tenth

TEXT = '“No,” she said. It’s Dr. Ray’s.\n\n\'Why 3?\' asked "Bo" ("B").\nDone.'


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "straight quotation marks",
            '"No," she said. It\'s Dr. Ray\'s.\n\n\'Why 3?\' asked "Bo" ("B").\nDone.',
        ),
        (
            "curly quotation marks",
            "“No,” she said. It’s Dr. Ray’s.\n\n‘Why 3?’ asked “Bo” (“B”).\nDone.",
        ),
        (
            "Windows line ends",
            '“No,” she said. It’s Dr. Ray’s.\r\n\r\n\'Why 3?\' asked "Bo" ("B").\r\nDone.',
        ),
        (
            "wide blanks",
            '“No,” she said.  It’s Dr.  Ray’s.  \n  \n\'Why 3?\' asked "Bo" ("B").  \nDone.',
        ),
        (
            "blank lines",
            '“No,” she said. It’s Dr. Ray’s.\n\n\n\'Why 3?\' asked "Bo" ("B").\n\nDone.',
        ),
        (
            "no-break spaces",
            '“No,” she said. It’s Dr.\u00a0Ray’s.\n\n\'Why\u00a03?\' asked "Bo" ("B").\nDone.',
        ),
    ],
)
def test_changes(name, expected):
    assert CHANGES[name](TEXT) == expected


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_change_takes_a_letter_away(change):
    letters = "".join(TEXT.split()).translate(str.maketrans("", "", "“”‘’\"'"))
    changed = "".join(change(TEXT).split()).translate(str.maketrans("", "", "“”‘’\"'"))
    assert changed.startswith(letters)
    assert change("") == "" or change is CHANGES["page furniture"]


def test_a_tenth_is_cut_at_a_word():
    text = "word " * 20
    assert without_the_last_tenth(text) == "word " * 17 + "word"
