"""The measures inside scikit-learn."""

import math
import pickle

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks

from credscore import Article, ArticleError, SourcingFeatures
from credscore.features.measures import MEASURES

TEXTS = [
    "Mayor Ana Silva said on Monday that the bridge would close.",
    "The bridge will close. Who asked you?",
    "",
    "Bridge",
]
NAMES = [item.name for item in MEASURES]


def test_texts_articles_and_columns_give_the_same_matrix():
    matrix = SourcingFeatures().fit_transform(TEXTS)
    assert matrix.shape == (4, len(MEASURES))
    frame = pd.DataFrame({"text": TEXTS}, index=[7, 3, 5, 9])
    for same in (
        [Article(text) for text in TEXTS],
        frame,
        frame["text"],
        np.array(TEXTS, dtype=object),
        iter(TEXTS),
    ):
        assert np.array_equal(SourcingFeatures().transform(same), matrix, equal_nan=True)


def test_values_are_the_measures_in_order():
    row = dict(zip(NAMES, SourcingFeatures().transform(TEXTS)[1], strict=True))
    assert row["word_count"] == 7
    assert row["question_ratio"] == 0.5
    assert math.isnan(row["identified_source_ratio"])


def test_names_and_pandas_output():
    frame = pd.DataFrame({"text": TEXTS}, index=[7, 3, 5, 9])
    out = SourcingFeatures().set_output(transform="pandas").fit_transform(frame)
    assert list(out.columns) == NAMES == list(SourcingFeatures().get_feature_names_out())
    assert list(out.index) == [7, 3, 5, 9]


def test_it_works_in_a_pipeline_and_on_a_column():
    frame = pd.DataFrame({"text": TEXTS * 3, "other": range(12)})
    model = make_pipeline(
        make_column_transformer((SourcingFeatures(), ["text"])),
        SimpleImputer(keep_empty_features=True),
        LogisticRegression(max_iter=5000),
    )
    model.fit(frame, [1, 0, 0, 0] * 3)
    assert clone(model).fit(frame, [1, 0, 0, 0] * 3).predict(frame).tolist() == [1, 0, 0, 0] * 3


# Those of scikit-learn's checks that do not pass a matrix of numbers as X, or only to `fit`.
CHECKS = [
    "check_estimator_cloneable",
    "check_estimator_tags_renamed",
    "check_valid_tag_types",
    "check_estimator_repr",
    "check_no_attributes_set_in_init",
    "check_estimators_overwrite_params",
    "check_dont_overwrite_parameters",
    "check_estimators_fit_returns_self",
    "check_readonly_memmap_input",
    "check_do_not_raise_errors_in_init_or_set_params",
    "check_mixin_order",
    "check_positive_only_tag_during_fit",
    "check_transformer_n_iter",
    "check_parameters_default_constructible",
    "check_fit2d_1sample",
    "check_fit2d_1feature",
    "check_get_params_invariance",
    "check_set_params",
    "check_fit_check_is_fitted",
]


@pytest.mark.parametrize("name", CHECKS)
def test_the_checks_of_scikit_learn_that_apply_to_texts_hold(name):
    check = getattr(estimator_checks, name, None)
    if check is None:
        pytest.skip("not in this version of scikit-learn")
    check("SourcingFeatures", SourcingFeatures())


@pytest.mark.filterwarnings("ignore:Can't test estimator")
def test_scikit_learn_knows_that_it_takes_texts():
    results = estimator_checks.check_estimator(SourcingFeatures())
    assert {result["status"] for result in results or []} <= {"passed"}


def test_a_text_is_measured_alike_in_any_company():
    matrix = SourcingFeatures().transform(TEXTS)
    order = [2, 0, 3, 1]
    moved = SourcingFeatures().transform([TEXTS[place] for place in order])
    assert np.array_equal(moved, matrix[order], equal_nan=True)
    restored = pickle.loads(pickle.dumps(SourcingFeatures()))
    alone = np.vstack([restored.transform([text]) for text in TEXTS])
    assert np.array_equal(alone, matrix, equal_nan=True)


def test_no_article_gives_an_empty_matrix():
    assert SourcingFeatures().transform([]).shape == (0, len(MEASURES))


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ("one text", ValueError, "got one string"),
        (pd.DataFrame({"a": TEXTS, "b": TEXTS}), ValueError, "expected one column of texts, got 2"),
        ([3], ArticleError, "must be a string, got int"),
    ],
)
def test_what_is_no_list_of_articles_is_refused(given, error, message):
    with pytest.raises(error, match=message):
        SourcingFeatures().transform(given)
