"""The interval holds on outlets that it was not made from, and leaks are found where they are."""

import numpy as np
import pytest

from credscore.training.intervals import covered_groups, effective_number, interval_table
from credscore.training.leaks import find_leaks


def simulated(rows=600, outlets=60, strayed=0.0, seed=3):
    """Articles whose labels follow their log-odds, but for what each outlet adds to them."""
    chance = np.random.default_rng(seed)
    outlet = chance.integers(0, outlets, rows)
    odds = chance.normal(0, 2, rows)
    own = chance.normal(0, strayed, outlets) if strayed else np.zeros(outlets)
    positive = chance.random(rows) < 1 / (1 + np.exp(-(0.5 * odds - 0.4 + own[outlet])))
    words = np.exp(chance.normal(6.2, 0.6, rows))
    return odds, positive, words, [f"o{number}" for number in outlet]


def covered(groups):
    return np.mean([low <= rate <= high for _, low, high, rate in groups])


def width(groups):
    return np.mean([high - low for _, low, high, _ in groups])


@pytest.mark.parametrize("strayed", [0.0, 0.8])
def test_the_interval_covers_what_it_says(strayed):
    groups = covered_groups(*simulated(strayed=strayed), seed=0, repeats=3)
    assert 0.84 <= covered(groups) <= 0.99
    assert 0.1 < width(groups) < 0.6


def test_outlets_that_differ_make_it_wider():
    # Few outlets, so that a group is much of one of them.
    even, uneven = (
        covered_groups(*simulated(outlets=12, strayed=strayed), seed=0, repeats=3)
        for strayed in (0.0, 1.5)
    )
    assert width(uneven) > width(even) + 0.02


def test_lengths_that_were_hardly_seen_make_it_wider():
    table = interval_table(*simulated(), seed=0)
    for score in (0.3, 0.5, 0.7):
        usual, rare = table(score, 500), table(score, 60)
        assert rare[1] - rare[0] > usual[1] - usual[0] + 0.02


def test_the_interval_holds_its_score_and_does_not_depend_on_the_run():
    data = simulated(200)
    table = interval_table(*data, seed=0)
    assert (table.low <= table.scores).all()
    assert (table.high >= table.scores).all()
    again = interval_table(*data, seed=0)
    assert np.array_equal(table.low, again.low)
    assert np.array_equal(table.high, again.high)


def test_a_score_that_is_length_is_found_out():
    _, positive, words, outlets = simulated()
    matrix = np.random.default_rng(0).normal(size=(len(words), 3))
    leaks = find_leaks(matrix, np.log(words), words, positive, outlets, 0)
    assert leaks.length_auc == 1.0
    other = find_leaks(matrix, matrix[:, 0], words, positive, outlets, 0)
    assert 0.4 < other.length_auc < 0.6


def test_measures_that_tell_outlets_apart_are_found_out():
    odds, positive, words, outlets = simulated(outlets=5)
    matrix = np.random.default_rng(0).normal(size=(len(words), 3))
    plain = find_leaks(matrix, odds, words, positive, outlets, 0)
    matrix[:, 1] = [float(name[1:]) for name in outlets]
    leaky = find_leaks(matrix, odds, words, positive, outlets, 0)
    assert leaky.by_measures > 0.8 > plain.by_chance + 0.2 > plain.by_measures
    assert leaky.by_score == plain.by_score
    assert (plain.articles, plain.outlets) == (600, 5)


def test_outlets_of_few_articles_are_not_guessed():
    odds, positive, words, _ = simulated(40)
    leaks = find_leaks(odds[:, None], odds, words, positive, [str(n) for n in range(40)], 0)
    assert (leaks.articles, leaks.by_measures, leaks.by_chance) == (0, 0, 0)


@pytest.mark.parametrize(
    ("sizes", "low", "high"),
    [
        ((30,) * 20, 19.9, 20.1),
        # Sixty small outlets make ten groups of thirty articles.
        ((5,) * 60, 9.9, 10.1),
        # One outlet with nearly all articles tells little more than one.
        ((200, 1, 1), 1.0, 1.3),
        ((100, 50, 25, 5), 2.0, 3.9),
    ],
)
def test_outlets_of_many_articles_count_as_fewer(sizes, low, high):
    groups = [f"outlet {number}" for number, size in enumerate(sizes) for _ in range(size)]
    assert low <= effective_number(groups) <= high
