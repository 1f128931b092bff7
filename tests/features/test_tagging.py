"""What the tagger sees of words and places."""

from __future__ import annotations

import numpy as np
import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.tagging import (
    PLACES,
    SHAPES,
    WORD_FEATURES,
    WordTable,
    place_features,
    word_features,
)
from credscore.vocabulary import Vocabulary


def table() -> WordTable:
    return WordTable({"word": {"said": 1, "0": 2}, "suffix": {"ter": 1}, "class": {"speech": 1}})


def places(text: str) -> dict[str, list[int]]:
    document, words = Document(Article(text)), table()
    rows = words.rows(document)
    found = place_features(document, words.verb[rows])
    return {place.name: row.tolist() for place, row in zip(PLACES, found, strict=True)}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Minister", ("minister", "ter", "title", "title+role")),
        ("said", ("said", "", "lower", "speech")),
        ("NATO", ("nato", "", "upper", "")),
        ("iPhone", ("iphone", "one", "mixed", "")),
        ("2016", ("0000", "", "digit", "")),
        ("3.5", ("0", "", "digit", "")),
        (",", (",", "", "comma", "")),
        ("?", ("?", "", "stop", "")),
        ("“", ('"', "", "quote", "")),
        ("’s", ("'s", "", "quote", "")),
        ("—", ("—", "", "dash", "")),
        ("$", ("$", "", "other", "")),
        ("Über", ("über", "", "title", "")),
        ("ঢাকা", ("ঢাকা", "", "mixed", "")),
    ],
)
def test_features_of_a_word(word: str, expected: tuple[str, ...]) -> None:
    assert tuple(word_features(word)[name] for name in WORD_FEATURES) == expected


def test_a_word_has_one_row_however_often_it_comes() -> None:
    words = table()
    first = words.rows(Document(Article("He said he said")))
    again = words.rows(Document(Article("said nothing")))
    assert first[1] == first[3] == again[0]
    assert len(words) == 5
    assert words.features[first[1]].tolist() == [1, 0, SHAPES.index("lower"), 1]
    assert words.verb[[0, *first]].tolist() == [0, 0, 1, 0, 1]


def test_unknown_values_have_number_zero() -> None:
    words = table()
    row = words.rows(Document(Article("Zyxgter")))
    assert words.features[row].tolist() == [[0, 1, SHAPES.index("title"), 0]]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("He left.", [0, 0, 0]),
        # Before, opening mark, inside, closing mark, and three after it.
        ("Ana said “we won” on a cold day.", [0, 7, 1, 2, 2, 3, 4, 5, 6, 0, 0]),
        # A quotation that nobody closes has no closing mark and nothing after it.
        ("She said “we won and left.", [0, 7, 1, 2, 2, 2, 2, 2]),
    ],
)
def test_states_of_quotation(text: str, states: list[int]) -> None:
    assert [value // 4 for value in places(text)["quotation"]] == states


def test_where_the_quotations_of_the_sentence_stand() -> None:
    around = [value % 4 for value in places("“No,” he said, “not now.”")["quotation"]]
    # he said ,  have one before (1) and one after (2)
    assert around[4:7] == [3, 3, 3]
    assert (around[0], around[-1]) == (2, 1)


def test_a_table_begins_anew_with_a_new_vocabulary(monkeypatch: pytest.MonkeyPatch) -> None:
    words = table()
    words.rows(Document(Article("Nobody said so")))
    monkeypatch.setattr("credscore.vocabulary._current", Vocabulary())
    later = Document(Article("He said he left"))
    found = words.rows(later)
    assert found[0] != found[2]
    assert words.features[found[1]].tolist() == [1, 0, SHAPES.index("lower"), 1]
    assert len(words) == 5


def test_whether_a_sentence_reports() -> None:
    found = places("Rain fell. The minister said it would stop.")
    assert set(found["holds"][:3]) == {0}
    assert set(found["holds"][3:]) == {1}
    # What the sentence before holds is one more, twice; 0 is for none before.
    assert set(found["before_holds"][3:]) == {2}


def test_a_verb_inside_a_quotation_is_none() -> None:
    # Its quotation counts, the verb in it does not; "wrote" stands outside.
    assert set(places("Ana walked “he said no” today.")["holds"]) == {4}
    assert set(places("Ana wrote “he said no” today.")["holds"]) == {5}


def test_sentences_of_a_paragraph() -> None:
    found = places("“We won.” He left. They said so. It rained.\n\nThe end.")
    assert [found["sentence"][index] for index in (0, 5, 8, 12, 15)] == [3, 4, 5, 5, 0]
    assert found["before_holds"][-1] == 0


@pytest.mark.parametrize("text", ["Hm", "“", "“ ” “", "a\n\nb", "He said.\n\n“Never", "said " * 90])
def test_every_value_is_within_its_size(text: str) -> None:
    for place in PLACES:
        values = np.array(places(text)[place.name])
        assert len(values) == len(Document(Article(text)))
        assert values.min() >= 0
        assert values.max() < place.size
