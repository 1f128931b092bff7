"""The mean of curves and lines is what is shipped, and keeps what both keep."""

import numpy as np
import pytest

from credscore.report import Calibration
from credscore.training.additive import AdditiveClassifier
from credscore.training.blended import BlendedClassifier

NAMES = ("sources", "size", "constant", "never")
PLAIN = Calibration(1.0, 0.0)


@pytest.fixture(scope="module")
def rows():
    random = np.random.default_rng(3)
    sources = random.poisson(3, 300).astype(float)
    size = random.lognormal(6, 1, 300)
    size[::7] = np.nan
    matrix = np.column_stack((sources, size, np.full(300, 2.0), np.full(300, np.nan)))
    ratings = np.clip(sources + random.normal(0, 1.5, 300), 0, 4).round().astype(int)
    return matrix, ratings


@pytest.fixture(scope="module")
def fitted(rows):
    directions = {"sources": "more", "size": "less"}
    return BlendedClassifier(NAMES, 3, 4.0, directions, lines_share=0.7).fit(*rows)


def test_the_exported_tables_give_the_same_log_odds(rows, fitted):
    beyond = np.array([[0.0, 1e9, 7.0, 1.0], [50.0, 0.0, -1.0, np.nan]])
    matrix = np.concatenate((rows[0], beyond))
    exported = fitted.export(PLAIN)
    np.testing.assert_allclose(
        exported.log_odds(matrix), fitted.decision_function(matrix), atol=1e-9
    )


def test_it_is_the_weighted_mean_of_both(rows, fitted):
    matrix = rows[0]
    both = (fitted.curves.decision_function(matrix), fitted.lines.decision_function(matrix))
    weighted = np.average(both, axis=0, weights=(0.3, 0.7))
    np.testing.assert_allclose(fitted.decision_function(matrix), weighted)


def test_directions_are_kept(fitted):
    sources, size, *_ = fitted.export(PLAIN).shapes
    assert (np.diff(sources.contributions) >= -1e-12).all()
    assert np.ptp(sources.contributions) > 0.5
    assert (np.diff(size.contributions) <= 1e-12).all()


def test_a_line_has_two_ends_and_an_undefined_value_counts_as_the_mean(rows):
    matrix, ratings = rows
    line = AdditiveClassifier(NAMES, 3, 33.0, other_steps=0.0, straight=True)
    shapes = line.fit(matrix, ratings).export().shapes
    assert [len(shape.knots) for shape in shapes] == [2, 2, 1, 1]
    drawn = np.clip(matrix[:, 1], *np.nanquantile(matrix[:, 1], (0.01, 0.99)))
    size = shapes[1]
    expected = np.interp(np.nanmean(drawn), size.knots, size.contributions)
    assert size.undefined == pytest.approx(expected)
    assert shapes[3].undefined == pytest.approx(0)


def test_a_line_does_not_depend_on_the_unit(rows):
    matrix, ratings = rows
    line = AdditiveClassifier(NAMES, 3, 33.0, other_steps=0.0, straight=True)
    once = line.fit(matrix, ratings).decision_function(matrix)
    again = line.fit(matrix * 1000, ratings).decision_function(matrix * 1000)
    np.testing.assert_allclose(once, again, atol=1e-4)
