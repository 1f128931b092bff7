"""Measures of agreement, against closed forms and other libraries."""

import math

import numpy as np
import pytest
from scipy.stats import spearmanr
from sklearn.metrics import roc_auc_score

from benchmarks.statistics import area_under_curve, by_class, f1, macro_f1, pairs, rank_correlation


@pytest.mark.parametrize(
    ("hits", "found", "gold", "expected"),
    [(0, 0, 0, 0.0), (0, 3, 0, 0.0), (0, 0, 3, 0.0), (2, 2, 2, 1.0), (1, 3, 1, 0.5)],
)
def test_f1(hits, found, gold, expected):
    assert f1(hits, found, gold) == expected


def test_a_mean_leaves_out_classes_with_few_cases():
    confusion = {("a", "a"): 8, ("b", "a"): 7, ("b", "b"): 1, ("c", "c"): 7, ("d", "a"): 1}
    scores = by_class(confusion, ("a", "b", "c", "d"))
    assert scores == {"a": pytest.approx(16 / 24), "b": pytest.approx(2 / 9)}
    assert macro_f1(confusion, ("a", "b", "c")) == pytest.approx((16 / 24 + 2 / 9) / 2)
    assert math.isnan(macro_f1({}, ("a",)))


@pytest.mark.parametrize("seed", range(5))
def test_areas_and_ranks_are_those_of_other_libraries(seed):
    random = np.random.default_rng(seed)
    positive = random.random(60) < 0.4
    scores = random.integers(0, 9, 60).astype(float)
    assert area_under_curve(positive, scores) == pytest.approx(roc_auc_score(positive, scores))
    expected = spearmanr(scores, positive).statistic
    assert rank_correlation(scores, positive.astype(float)) == pytest.approx(expected)


def test_what_is_undefined_is_nan():
    ones = np.ones(4)
    assert math.isnan(area_under_curve(np.ones(4, dtype=bool), np.arange(4.0)))
    assert math.isnan(rank_correlation(ones, np.arange(4.0)))
    assert math.isnan(rank_correlation(np.arange(2.0), np.arange(2.0)))


@pytest.mark.parametrize(
    ("found", "gold", "least", "expected"),
    [
        ([], [(0, 5)], 0.5, []),
        ([(0, 5)], [(0, 5)], 0.5, [(0, 0)]),
        ([(0, 5)], [(5, 9)], 0.0, []),
        ([(0, 4)], [(0, 8)], 0.5, [(0, 0)]),
        ([(0, 4)], [(0, 9)], 0.5, []),
        ([(0, 3)], [(0, 9)], 0.3, [(0, 0)]),
        # One to one: the better overlap first, whoever came first.
        ([(0, 8), (0, 10)], [(0, 10)], 0.5, [(1, 0)]),
        ([(0, 10), (2, 10)], [(0, 10), (0, 9)], 0.5, [(0, 0), (1, 1)]),
    ],
)
def test_pairs(found, gold, least, expected):
    assert sorted(pairs(found, gold, least)) == expected
