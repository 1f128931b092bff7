"""Words of the writer's voice: inside quotations they are a source's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.features.voice import voice_counts

COUNTS = [
    ("We lost our way.", "first", 2),
    ("“We lost our way,” she said.", "first", 0),
    ("Why did you wait?", "second", 1),
    ("Why did you wait?", "question", 1),
    ("“Why did you wait?”", "question", 0),
    ("Never again!", "exclamation", 1),
    ("It closed on Monday and opened in June.", "date", 2),
    ("It may march on.", "date", 0),
    ("She was there and had paid.", "past", 2),
    ("She is there and has paid.", "present", 2),
    ("He did not pay and wasn't sorry.", "negation", 2),
    ("The knot is tight.", "negation", 0),
    ("It rose by 4 percent to 20.", "figure", 2),
    ("“It rose by 4 percent,” he said.", "figure", 0),
    ("Two of the twelve left.", "figure", 2),
    ("“Two left,” he said.", "figure", 0),
    ("One does not know who won.", "figure", 0),
    ("“But it rose,” he said, although late.", "contrast", 2),
    ("The bridge closed. It rained.", "sentence", 2),
    ("The bridge closed.", "word", 3),
]


@pytest.mark.parametrize(("text", "name", "expected"), COUNTS)
def test_count(text, name, expected):
    assert voice_counts(Document(Article(text)))[name] == expected


@pytest.mark.parametrize("text", ["", "Share\nRead more\nSubscribe"], ids=["empty", "furniture"])
def test_nothing_is_counted_in_nothing(text):
    assert not any(voice_counts(Document(Article(text))).values())


@given(st.text())
def test_no_count_is_more_than_there_are_words(text):
    document = Document(Article(text))
    counts = voice_counts(document)
    assert all(0 <= count <= len(document) for count in counts.values())
