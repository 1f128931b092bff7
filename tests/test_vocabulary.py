"""Words by number."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.tokens import normalise, tokenise
from credscore.vocabulary import Vocabulary, vocabulary


@given(st.lists(st.text(min_size=1)))
def test_equal_words_have_one_number(words):
    known = Vocabulary()
    numbers = known.numbers(words).tolist()
    assert [known.words[number] for number in numbers] == words
    assert [known.norms[number] for number in numbers] == [normalise(word) for word in words]
    assert len(set(numbers)) == len(known) == len(set(words))


PIECES = [
    "http://", "www.", "a@b.co", "U.S.", "don't", "Rs1.2", "3.5m", "...", "-", "—", "’s", ",",
    "' ", "\x85", "\u3000", " ", "\x1c", "\n", "\ud800", "\0", "so", "So",
]  # fmt: skip
LINES = st.lists(st.sampled_from(PIECES)).map("".join)


@given(st.one_of(st.text(), LINES), st.one_of(st.text(), LINES))
def test_known_pieces_are_cut_as_new_ones(first, second):
    known = Vocabulary()
    for text in (first, second, first):
        numbers, starts, ends = known.cut(text)
        words = [known.words[number] for number in numbers.tolist()]
        assert (words, starts.tolist(), ends.tolist()) == tokenise(text)


def test_a_column_grows_with_the_words():
    known = Vocabulary()
    asked = []

    def long(word):
        asked.append(word)
        return len(word) > 3

    first = known.numbers(["Ana", "spoke"])
    assert known.column(long)[first].tolist() == [False, True]
    second = known.numbers(["spoke", "twice"])
    assert known.column(long)[second].tolist() == [True, True]
    # Each word is asked about once.
    assert asked == ["Ana", "spoke", "twice"]


def test_words_and_their_lower_case_are_asked_apart():
    known = Vocabulary()
    numbers = known.numbers(["May", "may"])
    assert known.column(frozenset(("may",)).__contains__)[numbers].tolist() == [False, True]
    normed = known.column(frozenset(("may",)).__contains__, normed=True)
    assert normed[numbers].tolist() == [True, True]


def test_words_are_looked_up_in_many_sets():
    known = Vocabulary()
    numbers = known.numbers(["May", "june", "so"])
    # More of them than a number has bits; some are asked about before there are all words.
    sets = [frozenset(("may", f"word{number}")) for number in range(70)]
    sets += [frozenset(("june",)), {"so": 1, "word7": 2}]
    assert [known.among(numbers, one).tolist() for one in sets[:70]] == [[True, False, False]] * 70
    numbers = known.numbers(["so", "word7", "WORD69", "june"])
    found = {number for number, one in enumerate(sets) if known.among(numbers, one).any()}
    assert found == {7, 69, 70, 71}
    assert known.among(numbers, sets[71]).tolist() == [True, True, False, False]


def test_threads_do_not_share_a_number():
    known = Vocabulary()
    words = [f"word{number}" for number in range(2000)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(known.numbers, [words[::step] for step in (1, -1, 2, -2, 3, -3, 1, -1)]))
    assert sorted(known[word] for word in words) == list(range(2000))
    assert [known.words[known[word]] for word in words] == words


def test_a_full_vocabulary_makes_room(monkeypatch):
    monkeypatch.setattr("credscore.vocabulary._KEPT_PIECES", 3)
    old = Document(Article("One two three four five."))
    new = Document(Article("Six seven."))
    assert new.vocabulary is vocabulary() is not old.vocabulary
    # What was cut before keeps its own.
    assert old.norms == ["one", "two", "three", "four", "five", "."]
    assert old.places(str.istitle) == [0]
    assert new.having(str.isalpha, normed=True).tolist() == [True, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("İstanbul’da BİR", ["i̇stanbul'da", "bi̇r"]), ("ΟΔΟΣ-ΟΔΟΣ", ["οδος-οδος"])],
)
def test_letters_that_depend_on_their_neighbours(text, expected):
    assert Document(Article(text)).norms == expected


def test_several_traits_of_a_word_are_asked_once():
    asked = []

    def traits(words):
        asked.extend(words)
        return [word.istitle() | word.isdigit() << 1 for word in words]

    known = Vocabulary()
    for words, expected in ((["So", "4"], [1, 2]), (["it", "So"], [0, 1])):
        numbers = known.numbers(words)
        assert known.bits(traits)[numbers].tolist() == expected
    assert asked == ["So", "4", "it"]
