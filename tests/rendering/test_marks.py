"""The text cut at its marks: nothing lost, nothing twice, nothing active."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.findings import Findings, Hedge, Source, Span
from credscore.rendering.marks import inert, marked


def joined(paragraphs):
    return [
        "".join(run.text for piece in paragraph.pieces for run in piece.runs)
        for paragraph in paragraphs
    ]


def test_every_paragraph_comes_back_whole(report):
    text = report.article.text
    assert joined(marked(report)) == [block.strip() for block in text.split("\n\n")]


def test_runs_know_their_marks(report):
    runs = {
        run.text: (run.source, run.hedge, run.citation)
        for paragraph in marked(report)
        for piece in paragraph.pieces
        for run in piece.runs
    }
    assert runs["Minister Ana Silva"] == ("s1", None, None)
    assert runs["might"] == (None, "h1", None)
    assert runs["a private TV channel"] == (None, None, "x2")
    # An outlet within the description of a source is both.
    assert runs["Omar Khan, a reporter of "] == ("s2", None, None)
    assert runs["The Herald"] == ("s2", None, "x1")


def test_pieces_are_the_claims_and_what_is_between(report):
    first, body, *_, last = marked(report)
    assert (first.kind, [piece.claim for piece in first.pieces]) == ("heading", [None])
    assert [piece.claim and piece.claim.id for piece in body.pieces] == ["c1", None, "c2"]
    assert last.kind == "furniture"


@given(places=st.lists(st.tuples(st.integers(0, 330), st.integers(0, 40)), max_size=8))
def test_any_spans_leave_the_text_whole(reporting, places):
    report = reporting()
    length = len(report.article.text)
    spans = [Span(start, min(start + size, length)) for start, size in places]
    hedges = tuple(Hedge(f"h{n}", *span, "") for n, span in enumerate(spans))
    sources = (Source("s1", "x", "person", tuple(reversed(spans))),)
    found = Findings((), sources, hedges, report.citations, report.claims)
    assert joined(marked(replace(report, findings=found))) == joined(marked(report))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text” — with 2°C\tand\nlines", None),
        ("نیوز \u200c\u200d text", None),
        ("a\x1b[31mb", "a�[31mb"),
        ("\x9b31m\x07\x00\x7f", "�31m���"),
        ("\u202eevil\u202c \u2066x\u2069", "�evil� �x�"),
        ("a\u2028b\u2029c\rd", "a�b�c�d"),
        ("\ud800\ufeff\ufffe\U000e0041", "����"),
        ("", None),
    ],
)
def test_active_characters_are_replaced_one_for_one(text, shown):
    assert inert(text) == (text if shown is None else shown)
    assert len(inert(text)) == len(text)
