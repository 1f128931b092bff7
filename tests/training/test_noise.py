"""The bootstrap over groups."""

import numpy as np
import pytest

from credscore.training.noise import bootstrap, multiplicities


def test_items_of_one_group_are_drawn_together():
    drawn = multiplicities(["a", "b", "a", "c"], seed=3, replicates=50)
    assert drawn.shape == (50, 4)
    assert (drawn[:, 0] == drawn[:, 2]).all()
    assert (drawn[:, 0] + drawn[:, 1] + drawn[:, 3] == 3).all()
    assert (drawn == multiplicities(["a", "b", "a", "c"], seed=3, replicates=50)).all()
    assert (drawn != multiplicities(["a", "b", "a", "c"], seed=4, replicates=50)).any()


def test_the_noise_of_a_mean_is_its_standard_error():
    random = np.random.default_rng(0)
    values = random.normal(size=400)
    drawn = multiplicities([str(number) for number in range(400)], seed=0, replicates=400)
    noise = bootstrap(lambda weights: float(values @ weights / weights.sum()), drawn)
    assert noise.error == pytest.approx(values.std() / 20, rel=0.15)
    assert noise.interval[0] < values.mean() < noise.interval[1]


def test_undefined_replicates_are_left_out():
    noise = bootstrap(lambda value: value, [1.0, float("nan"), 1.0])
    assert noise.error == 0
    assert noise.interval == (1, 1)
