"""Reading lexicons, and the form in which they are kept."""

import sys
from importlib.resources import files

import pytest

from credscore.lexicons import read_lexicon, read_sections

PACKAGES = ("credscore", "credscore.features")
LEXICONS = sorted(
    (package, place.name)
    for package in PACKAGES
    for place in files(package).iterdir()
    if place.name.endswith(".txt")
)


@pytest.fixture
def package(tmp_path, monkeypatch):
    folder = tmp_path / "a_package_of_lexicons"
    folder.mkdir()
    (folder / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    sys.modules.pop(folder.name, None)
    # Another test's lexicon has the same name.
    read_sections.cache_clear()


TEXTS = [
    ("", {"": ()}),
    ("# a comment\n\n", {"": ()}),
    ("one\n  two words \n", {"": ("one", "two words")}),
    ("# a\none\n[b]\ntwo\n\n# c\nthree\n", {"": ("one",), "b": ("two", "three")}),
    ("[b]\n[c]\nécole\n", {"": (), "b": (), "c": ("école",)}),
    ("[b]\none\n[c]\ntwo\n[b]\nthree\n", {"": (), "b": ("one", "three"), "c": ("two",)}),
    ("no. # 5\n", {"": ("no. # 5",)}),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_sections(package, text, expected):
    (package / "words.txt").write_text(text, encoding="utf-8")
    assert read_sections(package.name, "words.txt") == expected
    assert read_lexicon(package.name, "words.txt") == expected[""]


def test_a_missing_lexicon_is_named(package):
    with pytest.raises(FileNotFoundError, match=r"missing\.txt"):
        read_sections(package.name, "missing.txt")


@pytest.mark.parametrize(("package_name", "name"), LEXICONS)
def test_a_shipped_lexicon_says_where_it_is_from_and_has_each_entry_once(package_name, name):
    text = files(package_name).joinpath(name).read_text(encoding="utf-8")
    assert text.startswith("#")
    head = text.partition("\n[")[0].lower()
    assert "origin:" in head
    assert "admitted" in head
    for entries in read_sections(package_name, name).values():
        assert len(entries) == len(set(entries))


@pytest.mark.parametrize("name", ["furniture.txt", "abbreviations.txt"])
def test_entries_that_are_compared_with_lower_case_are_lower_case_and_sorted(name):
    for entries in read_sections("credscore", name).values():
        assert list(entries) == sorted(entry.lower() for entry in entries)
