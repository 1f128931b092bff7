"""Counting words of names in small corpora."""

import gzip
import json

import pytest

from credscore.errors import LabelsError
from credscore.lexicons import read_sections
from credscore.training.names import build

CORPORA = ("allsides", "bangladesh", "buzzfeed_webis", "healthnewsreview", "recovery")


def write(file, rows):
    file.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def data(tmp_path):
    texts = [
        f"Mayor Zuleika {last}, 45, a farmer, said so. She knew that she would win her seat."
        for last in ("Abbot", "Bonham", "Cartwell", "Dunmore", "Eastlake")
    ]
    texts += [
        f"Sen. Torvald {last} said so. He knew that he would win his seat. Window prices rose."
        for last in ("Abbot", "Bonham", "Cartwell", "Dunmore", "Eastlake")
    ]
    texts += ["Dr. London Smith said so. Window Smith said so.", "the window and a window " * 20]
    for corpus in CORPORA:
        write(tmp_path / "data" / corpus / "articles.jsonl.gz", [{"text": text} for text in texts])
    sentence = {"tokens": ["Wanzila", "met", "Acme"], "tags": ["B-Person", "O", "B-Organization"]}
    write(tmp_path / "data/newswire_entities/articles.jsonl.gz", [{"sentences": [sentence]}])
    return tmp_path


def sections_of(file):
    sections, current = {}, None
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line[1:-1], [])
        elif not line.startswith("#"):
            current.append(line)
    return sections


def test_names_are_counted_and_the_hand_written_lists_stay(data, tmp_path):
    out = tmp_path / "names.txt"
    numbers = build(data, out)
    sections = sections_of(out)
    assert {name: len(entries) for name, entries in sections.items()} == numbers
    assert "zuleika" in sections["female"]
    assert "torvald" in sections["male"]
    assert "wanzila" in sections["given"]
    assert "eastlake" in sections["surname"]
    kept = read_sections("credscore.features", "names.txt")
    for name in ("country", "city", "body", "office", "opener"):
        assert sections[name] == sorted(kept[name])


def test_places_and_common_words_are_no_names(data, tmp_path):
    out = tmp_path / "names.txt"
    build(data, out)
    sections = sections_of(out)
    people = {word for name in ("female", "male", "given", "surname") for word in sections[name]}
    assert people.isdisjoint({"london", "window", "acme", "mayor", "she", "monday"})


def test_a_missing_corpus_is_named(tmp_path):
    with pytest.raises(LabelsError, match=r"allsides.*is missing"):
        build(tmp_path, tmp_path / "names.txt")
