"""Counting words of names in small corpora."""

import pytest

from credscore.errors import LabelsError
from credscore.lexicons import read_sections
from credscore.training.names import build


def sections_of(file):
    sections, current = {}, None
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line[1:-1], [])
        elif not line.startswith("#"):
            current.append(line)
    return sections


def test_names_are_counted_and_the_hand_written_lists_stay(corpora, tmp_path):
    out = tmp_path / "names.txt"
    numbers = build(corpora, out)
    sections = sections_of(out)
    assert {name: len(entries) for name, entries in sections.items()} == numbers
    assert "zuleika" in sections["female"]
    assert "torvald" in sections["male"]
    assert "wanzila" in sections["given"]
    assert "eastlake" in sections["surname"]
    kept = read_sections("credscore.features", "names.txt")
    for name in ("country", "city", "body", "office", "opener"):
        assert sections[name] == sorted(kept[name])


def test_places_and_common_words_are_no_names(corpora, tmp_path):
    out = tmp_path / "names.txt"
    build(corpora, out)
    sections = sections_of(out)
    people = {word for name in ("female", "male", "given", "surname") for word in sections[name]}
    assert people.isdisjoint({"london", "window", "acme", "mayor", "she", "monday"})


def test_a_missing_corpus_is_named(tmp_path):
    with pytest.raises(LabelsError, match=r"allsides.*is missing"):
        build(tmp_path, tmp_path / "names.txt")
