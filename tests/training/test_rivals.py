"""Other models on the same measures, and what is left without a family of them."""

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from credscore.features.advice import advice_table
from credscore.features.measures import MEASURES
from credscore.training.rivals import kept_without, rivals

NAMES = tuple(item.name for item in MEASURES)


@pytest.fixture(scope="module")
def judged():
    chance = np.random.default_rng(1)
    matrix = chance.normal(size=(200, 4))
    positive = matrix[:, 0] + 0.5 * chance.normal(size=200) > 0
    matrix[chance.random((200, 4)) < 0.1] = np.nan
    # A measure that is undefined for all, as the share of no anonymous sources.
    matrix[:, 3] = np.nan
    outlets = [f"o{number % 20}" for number in range(200)]
    return positive, rivals(matrix, positive, outlets, 4, 0)


@pytest.mark.parametrize("name", ["logistic regression", "gradient boosting", "random forest"])
def test_every_rival_learns_what_is_there(judged, name):
    positive, found = judged
    assert np.isfinite(found[name]).all()
    assert roc_auc_score(positive, found[name]) > 0.8


def test_each_family_is_left_out_once_and_whole():
    table = advice_table()
    left_out = []
    for family, kept in kept_without(NAMES):
        gone = sorted(set(range(len(NAMES))) - set(kept))
        assert {table[NAMES[place]].family for place in gone} == {family}
        left_out += gone
    assert sorted(left_out) == list(range(len(NAMES)))


def test_a_family_that_is_all_there_is_stays():
    assert list(kept_without(("word_count",))) == []
