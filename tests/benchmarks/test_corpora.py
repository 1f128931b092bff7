"""Reading corpora."""

from hashlib import sha256

import pytest

from benchmarks.corpora import MissingCorpusError, Workbench, article, integer, outlet, string


def test_rows_and_their_hash(data_folder):
    bench = Workbench(data_folder)
    assert [string(item, "id") for item in bench.rows("polnear")] == ["a0", "a1", "a2", "a3"]
    raw = (data_folder / "data/polnear/dev.jsonl.gz").read_bytes()
    assert bench.hashes("polnear") == {"data/polnear/dev.jsonl.gz": sha256(raw).hexdigest()}


def test_a_separator_of_unicode_does_not_end_a_row(tmp_path):
    file = tmp_path / "gold/dev.jsonl"
    file.parent.mkdir()
    file.write_text('{"text": "one\u2028two"}\n\n{"text": "three"}\n', encoding="utf-8")
    assert [item["text"] for item in Workbench(tmp_path).rows("gold")] == ["one\u2028two", "three"]


def test_a_limit_cuts_the_rows(data_folder):
    assert len(Workbench(data_folder, limit=3).rows("polnear")) == 3


def test_a_missing_corpus_is_named(data_folder):
    with pytest.raises(MissingCorpusError, match=r"data/allsides/articles\.jsonl\.gz is missing"):
        Workbench(data_folder).rows("allsides")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"publisher": "The Washington Post"}, "washingtonpost"),
        ({"site": "www.nytimes.com"}, "nytimes"),
        ({"publisher": None}, ""),
    ],
)
def test_outlets(fields, expected):
    assert outlet(fields) == expected


def test_an_article_has_all_that_its_row_knows():
    made = article({"text": "x y", "title": "", "url": "https://a.org", "site": "a.org"})
    assert (made.text, made.title, made.url, made.publisher) == (
        "x y",
        None,
        "https://a.org",
        "a.org",
    )


def test_a_number_has_to_be_one():
    assert integer({"n": 3.0}, "n") == 3
    with pytest.raises(TypeError, match="expected a number under 'n'"):
        integer({"n": "3"}, "n")
