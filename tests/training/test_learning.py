"""The learning curve: more articles, outlets that were not trained on."""

import numpy as np
import pytest

from credscore.features.measures import MEASURES
from credscore.training.article_model import ArticleRows
from credscore.training.article_tasks import TASKS
from credscore.training.data import NOTED
from credscore.training.learning import learning_curve

NAMES = ("identified_claim_ratio", "word_count")


def rows(count, told, outlets=20):
    """Articles whose rating the first measure tells so clearly, of so many outlets."""
    assert {item.name for item in MEASURES} >= set(NAMES)
    random = np.random.default_rng(3)
    share = random.uniform(size=count)
    noise = random.normal(scale=1 - told, size=count)
    ratings = np.clip(np.round(4 * (share + noise)), 0, 4).astype(np.int64)
    matrix = np.column_stack((share, random.uniform(300, 900, count)))
    names = [f"outlet {place % outlets}" for place in range(count)]
    texts, noted = [""] * count, np.full((count, len(NOTED)), np.nan)
    return ArticleRows(TASKS["general"], NAMES, matrix, ratings, names, texts, matrix[:, 1], noted)


def test_sizes_double_up_to_all():
    curve = learning_curve(rows(400, told=0.9), seed=0)
    assert [size for size, *_ in curve] == [25, 50, 100, 200, 360]
    for _, mean, low, high in curve:
        assert low <= mean <= high
    assert curve[0][1] < curve[-1][1]
    assert curve[-1][1] > 0.9
    assert curve[-1][1] == curve[-1][2] == curve[-1][3]


def test_what_tells_nothing_is_not_learnt():
    curve = learning_curve(rows(400, told=-40), seed=0)
    assert curve[-1][1] == pytest.approx(0.5, abs=0.12)


def test_the_seed_decides():
    data = rows(120, told=0.5)
    assert learning_curve(data, seed=1) == learning_curve(data, seed=1)
    assert learning_curve(data, seed=1) != learning_curve(data, seed=2)


def test_few_articles_have_one_point():
    assert len(learning_curve(rows(20, told=0.5, outlets=5), seed=0)) == 1
