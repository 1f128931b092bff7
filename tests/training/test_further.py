"""Articles annotated beyond the gold set: labels here, texts in the corpora."""

import gzip
import json
from hashlib import sha256

import pytest

from credscore.errors import LabelsError
from credscore.training import further
from credscore.training.further import further_articles, joined

TOKENS = [["“", "No", ",", "”", "said", "Silva", "'s", "aide", "."], ["It", "rained", "."]]
TEXT = "“No,” said Silva's aide.\n\nIt rained."
LABELS = {
    "corpus": "newswire_entities",
    "id": "a",
    "publisher": "The Quenneby Post",
    "sha256": sha256(TEXT.encode()).hexdigest()[:16],
    "rating": 2,
    "units": [
        {
            "start": 0,
            "end": 24,
            "claim": 1,
            "support": "unnamed",
            "strength": 1,
            "sources": [{"start": 11, "end": 23, "type": "unnamed", "name": "aide"}],
        },
        {"start": 26, "end": 36, "claim": 0, "support": "na", "strength": None, "sources": []},
    ],
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(further, "_labels", lambda: [LABELS])
    corpus = tmp_path / "data" / "newswire_entities"
    corpus.mkdir(parents=True)
    row = {"id": "a", "sentences": [{"tokens": tokens} for tokens in TOKENS]}
    with gzip.open(corpus / "articles.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    return tmp_path


@pytest.mark.parametrize(
    ("tokens", "text"),
    [
        ("He ( 59 ) left .", "He (59) left."),
        ('" No , " he said .', '"No," he said.'),
        ("The U. S. team did n't win .", "The U.S. team didn't win."),
        ("A 250 - mile road", "A 250-mile road"),
        # Trap: a dash between names is none of the hyphens.
        ("Ali - Khan", "Ali - Khan"),
    ],
)
def test_tokens_are_joined(tokens, text):
    assert joined(tokens.split()) == text


def test_places_lie_in_the_text_of_the_corpus(folder):
    (item,) = further_articles(folder)
    first, second = item.units
    assert item.article.text == TEXT
    assert item.outlet == "quennebypost"
    assert [TEXT[span.start : span.end] for span in first.sources] == ["Silva's aide"]
    assert (first.claim, first.support, second.claim, second.support) == (
        True,
        "unnamed",
        False,
        "",
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"id": "b"}, "no such article"),
        ({"sha256": "0" * 16}, "not the one that was annotated"),
        ({"corpus": "allsides"}, "allsides/articles.jsonl.gz is missing"),
    ],
)
def test_what_is_missing_is_named(folder, monkeypatch, change, message):
    monkeypatch.setattr(further, "_labels", lambda: [LABELS | change])
    with pytest.raises(LabelsError, match=message):
        further_articles(folder)


def test_the_shipped_labels_hold_places_and_no_text():
    rows = further._labels()
    keys = {key for row in rows for unit in row["units"] for key in unit}
    assert len(rows) > 100
    assert keys == {"start", "end", "claim", "support", "strength", "sources", "hedges", "cites"}
    assert {key for row in rows for key in row} == {
        "corpus", "id", "publisher", "sha256", "rating", "distinct", "units",
    }  # fmt: skip
