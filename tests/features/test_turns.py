"""Turns of a transcript: who speaks stands before a colon."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.extraction import extract
from credscore.features.turns import is_transcript, with_turns
from credscore.findings import Attribution, Span

TALK = (
    "Ana Silva: How many ships were lost in the storm?\n"
    "Tom Reed: We lost two ships in May.\n"
    "The storm closed the port of Marsh Bay for nine days in 2019.\n"
    "Ana Silva: Who paid for them?\n"
    "Tom Reed: The port paid 4 million dollars. The ships were built in 1990.\n"
    "Ana Silva: And the crew?\n"
    "Tom Reed: The crew came home on Friday.\n"
    "Silva: Thank you.\n"
)
NO_TALK = [
    "",
    "Port",
    "Ana Silva: How many?\nTom Reed: Two.\n",
    # What returns before a colon is nobody's last name.
    "Time: 8 pm\nLink: here\n" * 5,
    "The port said: two ships. The mayor said: three. " * 4,
    "Der Hafen: zwei Schiffe.",
]


def turns(text):
    found = with_turns(Document(Article(text)), ())
    return [(text[slice(*turn.source)], text[slice(*turn.content[0])]) for turn in found]


def test_each_turn_is_its_speakers():
    assert turns(TALK) == [
        ("Ana Silva", "How many ships were lost in the storm?"),
        ("Tom Reed", "We lost two ships in May."),
        ("Ana Silva", "Who paid for them?"),
        ("Tom Reed", "The port paid 4 million dollars. The ships were built in 1990."),
        ("Ana Silva", "And the crew?"),
        ("Tom Reed", "The crew came home on Friday."),
        ("Silva", "Thank you."),
    ]


def test_turns_that_follow_each_other_in_one_paragraph_are_parted():
    text = TALK.replace(
        "The storm closed the port of Marsh Bay for nine days in 2019.\n", ""
    ).replace("\n", " ")
    assert [words for _, words in turns(text)] == [words for _, words in turns(TALK)]


BROADCAST = (
    "ANA SILVA: Let us begin with the storm. How many ships were lost?\n\n"
    "TOM REED (ON TAPE): Two ships were lost in May.\n\n"
    "The storm closed the port of Marsh Bay for nine days.\n\n"
    "A survey showed the port lost 4 million dollars.\n\n"
    "SILVA: And the crew?\n\n"
    "REED: The crew came home on Friday.\n\n"
    "SILVA: Thank you.\n\n"
    "The programme is back on Sunday.\n"
)


def test_a_last_name_in_capitals_is_whose_full_name_stands_before_a_turn():
    found = with_turns(Document(Article(BROADCAST)), ())
    labels = [BROADCAST[slice(*turn.source)] for turn in found]
    assert labels == ["ANA SILVA", "TOM REED", "SILVA", "REED", "SILVA"]


def test_a_broadcasters_turn_goes_on_until_the_next():
    findings = extract(Document(Article(BROADCAST)))
    support = {claim.text: claim.support for claim in findings.claims}
    assert support["The storm closed the port of Marsh Bay for nine days."] == "named"
    assert support["A survey showed the port lost 4 million dollars."] == "document"
    assert support["The programme is back on Sunday."] == "own"


def test_a_label_alone_in_its_paragraph_is_of_what_follows():
    text = TALK.replace(": ", ":\n\n").replace("\n", "\n\n") + "\n\nThe port was sold in 2021."
    findings = extract(Document(Article(text)))
    support = {claim.text: claim.support for claim in findings.claims}
    assert support["We lost two ships in May."] == "named"
    assert support["The storm closed the port of Marsh Bay for nine days in 2019."] == "named"
    assert support["The port was sold in 2021."] == "own"


def test_datelines_are_no_speakers():
    text = "NEW DELHI: It rained.\nKARACHI: It rained.\n" * 3
    assert not turns(text)


@pytest.mark.parametrize("text", NO_TALK)
def test_other_texts_have_no_turns(text):
    assert not turns(text)
    assert not is_transcript(Document(Article(text)))


def test_what_was_found_without_a_verb_gives_way_and_the_rest_stays():
    start = TALK.index("The port paid")
    bare = Attribution(None, None, (Span(start, start + 8),))
    cue = Attribution(None, Span(start + 9, start + 13), (Span(start + 14, start + 23),))
    outside = TALK.index("The storm closed")
    other = Attribution(None, None, (Span(outside, outside + 8),))
    found = with_turns(Document(Article(TALK)), (other, bare, cue))
    assert bare not in found
    assert {cue, other} < set(found)


def test_answers_rest_on_who_gives_them():
    document = Document(Article(TALK))
    findings = extract(document)
    support = {claim.text: claim.support for claim in findings.claims}
    assert support["The ships were built in 1990."] == "named"
    assert support["The storm closed the port of Marsh Bay for nine days in 2019."] == "own"
    assert "Tom Reed" in {source.name for source in findings.sources}


@given(st.text(alphabet="AbC .:\n", max_size=80), st.integers(1, 7))
def test_turns_lie_in_the_text_and_in_order(text, times):
    long = text * times
    found = with_turns(Document(Article(long)), ())
    starts = [turn.source.start for turn in found]
    assert starts == sorted(starts)
    assert all(turn.source.end < turn.content[0].start < turn.content[0].end for turn in found)
