"""Contents that must be there, long quotations; and datelines, no part of a source."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.span_repair import repair


def spans_of(document, marked):
    return [
        (kind, *document.token_range(start := document.text.index(words), start + len(words)))
        for kind, words in marked
    ]


@pytest.mark.parametrize(
    ("text", "marked", "added"),
    [
        # A quotation of seven words is speech, of four it may be a name, and so is a title.
        (
            "He stood. “Nobody has lived here since the flood.”",
            [],
            "“Nobody has lived here since the flood.”",
        ),
        ("He stood by “the old lime tree”.", [], None),
        ("It shows “The Garden of Earthly Delights and Other Worlds” now.", [], None),
        ("", [], None),
    ],
)
def test_what_is_added(text, marked, added):
    document = Document(Article(text))
    given = spans_of(document, marked)
    found = repair(document, given)
    assert found == sorted(found, key=lambda span: span[1:])
    assert set(given) <= set(found)
    texts = [
        document.text[document.starts[first] : document.ends[last - 1]]
        for kind, first, last in found
        if (kind, first, last) not in given
    ]
    assert texts == ([] if added is None else [added])


@pytest.mark.parametrize(
    ("text", "marked", "source"),
    [
        ("KARACHI (Geo) — Police said it rained.", "KARACHI (Geo) — Police", "Police"),
        ("LIMA, May 3, 2026 (AP) — The mayor said so.", "AP) — The mayor", "The mayor"),
        # What is all dateline is left as it is, and so is a source elsewhere.
        ("KARACHI (Geo) — Police said it rained.", "KARACHI (Geo)", "KARACHI (Geo)"),
        ("On Monday the mayor of Lima (Peru) said so.", "the mayor", "the mayor"),
        ("", "", None),
    ],
)
def test_a_dateline_is_no_part_of_a_source(text, marked, source):
    document = Document(Article(text))
    spans = spans_of(document, [("source", marked)]) if marked else []
    found = [text[slice(*document.span(*span[1:]))] for span in repair(document, spans)]
    assert found == ([] if source is None else [source])


@pytest.mark.parametrize(
    ("text", "marked", "found"),
    [
        (
            "“It,” said Ana Silva, a farmer, “took my house.”",
            [("source", "Ana Silva, a farmer, “took my house.”")],
            ["Ana Silva, a farmer", "“took my house.”"],
        ),
        (
            "Ana Silva, farmer: “It took my house.”",
            [("source", "Ana Silva, farmer: “It took my house.”")],
            ["Ana Silva, farmer", "“It took my house.”"],
        ),
        (
            "The accused told them so.",
            [("source", "The"), ("cue", "accused told")],
            ["The accused", "told"],
        ),
        # Traps: names in quotation marks, a source that is one word.
        ("Ana “Nana” Silva said so.", [("source", "Ana “Nana” Silva")], ["Ana “Nana” Silva"]),
        (
            "The study, “Sleep and Memory,” said so.",
            [("source", "The study, “Sleep and Memory,”")],
            ["The study, “Sleep and Memory,”"],
        ),
        (
            "He has said so.",
            [("source", "He"), ("cue", "has said")],
            ["He", "has said"],
        ),
    ],
)
def test_a_source_ends_where_its_words_go_on(text, marked, found):
    document = Document(Article(text))
    spans = repair(document, spans_of(document, marked))
    assert [text[slice(*document.span(*span[1:]))] for span in spans] == found
