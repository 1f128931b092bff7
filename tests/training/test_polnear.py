"""Reading annotated attributions, labelling tokens, and counting what was found."""

import gzip
import json

import pytest

from credscore.artefacts import Manifest
from credscore.article import Article
from credscore.document import Document
from credscore.errors import LabelsError
from credscore.findings import Attribution, Span
from credscore.training.attribution_card import attribution_card
from credscore.training.news import read_news, sample_news
from credscore.training.other_genres import GenreScore, genre_scores
from credscore.training.polnear import (
    LABELS,
    RoleScore,
    bio_labels,
    corpus_hash,
    read_polnear,
    role_scores,
)

TEXT = "“We won,” the mayor said, “and it hurt.”"


def span(words, text=TEXT):
    return [text.index(words), text.index(words) + len(words)]


ROW = {
    "id": "a",
    "title": "A vote",
    "text": TEXT,
    "attributions": [
        {
            "source": [span("the mayor")],
            "cue": [span("said")],
            "content": [span("“We won,”"), span("“and it hurt.”")],
            "no_source": False,
        }
    ],
}


def write(folder, name, rows):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(gzip.compress("\n".join(json.dumps(row) for row in rows).encode()))


def test_tokens_of_a_span_are_labelled():
    document = Document(Article(TEXT))
    labels = [LABELS[number] for number in bio_labels(document, ROW)]
    assert list(zip(document.words, labels, strict=True)) == [
        ("“", "B-content"),
        ("We", "I-content"),
        ("won", "I-content"),
        (",", "I-content"),
        ("”", "I-content"),
        ("the", "B-source"),
        ("mayor", "I-source"),
        ("said", "B-cue"),
        (",", "O"),
        ("“", "B-content"),
        ("and", "I-content"),
        ("it", "I-content"),
        ("hurt", "I-content"),
        (".", "I-content"),
        ("”", "I-content"),
    ]


def test_a_corpus_is_read_and_hashed(tmp_path):
    other = {**ROW, "text": TEXT + " ", "attributions": []}
    write(tmp_path, "data/polnear/train.jsonl.gz", [ROW, other])
    rows = read_polnear(tmp_path, "train")
    assert [row["text"] for row in rows] == [TEXT, TEXT + " "]
    assert corpus_hash(rows) == corpus_hash(read_polnear(tmp_path, "train"))
    assert corpus_hash(rows) != corpus_hash(rows[::-1])


@pytest.mark.parametrize("row", [{"text": TEXT}, {"text": "", "attributions": []}, [1]])
def test_a_faulty_row_is_named(tmp_path, row):
    write(tmp_path, "data/polnear/dev.jsonl.gz", [ROW, row])
    with pytest.raises(LabelsError, match=r"dev\.jsonl\.gz, line 2"):
        read_polnear(tmp_path, "dev")


def test_a_missing_corpus_is_named(tmp_path):
    with pytest.raises(LabelsError, match=r"train\.jsonl\.gz is missing"):
        read_polnear(tmp_path, "train")
    with pytest.raises(LabelsError, match=r"articles\.jsonl\.gz is missing"):
        list(read_news(tmp_path))


def attribution(source, cue, *content):
    return Attribution(
        Span(*source) if source else None,
        Span(*cue) if cue else None,
        tuple(Span(*part) for part in content),
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], [(0, 0), (0, 0), (0, 0)]),
        (
            [
                attribution(
                    span("the mayor"), span("said"), span("“We won,”"), span("“and it hurt.”")
                )
            ],
            [(1, 1), (1, 1), (1, 1)],
        ),
        # The mayor without "the" overlaps by more than half, the cue is another word, of the
        # content one of two pieces is found: precision 1, recall a half.
        (
            [attribution(span("mayor"), span("hurt"), span("“We won,”"))],
            [(0, 1), (0, 0), (2 / 3, 2 / 3)],
        ),
        # One span found twice counts once; less than half is no overlap.
        (
            [attribution(span("the"), span("said")), attribution(None, span("said"))],
            [(0, 0), (1, 1), (0, 0)],
        ),
    ],
)
def test_scores_of_roles(found, expected):
    scores = role_scores([ROW], [found])
    for score, pair in zip(scores, expected, strict=True):
        assert (score.exact, score.overlap) == pytest.approx(pair)
    assert [score.gold for score in scores] == [1, 1, 2]


def test_news_is_drawn_by_corpus_and_length(tmp_path):
    for corpus in ("allsides", "bangladesh", "buzzfeed_webis", "healthnewsreview", "recovery"):
        rows = [{"text": f"{corpus} {number} " * 60, "title": None} for number in range(30)]
        write(tmp_path, f"data/{corpus}/articles.jsonl.gz", [*rows, {"text": "short"}])
    drawn = sample_news(tmp_path, 20, seed=1)
    assert drawn == sample_news(tmp_path, 20, seed=1)
    assert drawn != sample_news(tmp_path, 20, seed=2)
    assert sum(article.text.startswith("allsides") for article in drawn) == 12
    assert all(article.text != "short" for article in drawn)
    assert len({article.text for article in drawn}) == len(drawn)


def test_the_card_says_what_and_how_good():
    manifest = Manifest("attribution-v9", "attribution tagger", (), "sha256:abc", {"numpy": "2.0"})
    scores = [RoleScore("source", 0.5, 0.625, 10, 12)]
    card = attribution_card(manifest, [ROW], 7, scores, 400, [GenreScore("statements", 9, 0.875)])
    assert card.startswith("# attribution-v9\n")
    for part in (
        "| source | 0.500 | 0.625 | 10 | 12 |",
        "1 articles with 1 attributions",
        "sha256:abc",
        "numpy 2.0",
        "validation part, 7 articles",
        "labelled 400 articles",
        "states none",
        "| statements | 9 | 0.875 |",
    ):
        assert part in card


def test_what_is_found_of_other_news(tmp_path):
    assert genre_scores(tmp_path, lambda _: ()) == ()
    statements = [{"spans": [[0, 9]]}, {"spans": [[26, 40]]}, {"spans": []}]
    write(tmp_path, "data/markkula/articles.jsonl.gz", [{"text": TEXT, "statements": statements}])
    (tmp_path / "gold").mkdir()
    sources = [{"start": 10, "end": 19, "type": "person"}, {"start": 1, "end": 3, "type": "self"}]
    row = {"text": TEXT, "units": [{"sources": sources}, {"sources": []}]}
    (tmp_path / "gold" / "dev.jsonl").write_text(json.dumps(row))
    # Half of the first statement, nothing of the second; the mayor without "the".
    found = genre_scores(tmp_path, lambda _: [attribution((14, 19), None, (0, 5))])
    assert [(score.count, score.recall) for score in found] == [(2, 0.5), (1, 1.0)]
    found = genre_scores(tmp_path, lambda _: [attribution((10, 12), None, (20, 27))])
    assert [(score.count, score.recall) for score in found] == [(2, 0.0), (1, 0.0)]
