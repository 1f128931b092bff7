"""The measures as features for scikit-learn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

import numpy as np
from numpy.typing import NDArray

from credscore.article import Article
from credscore.document import Document
from credscore.errors import MissingDependencyError
from credscore.extraction import extract
from credscore.features.measures import MEASURES, measure

try:
    from sklearn.base import BaseEstimator, TransformerMixin
except ImportError as error:
    raise MissingDependencyError("scikit-learn", "train", "SourcingFeatures") from error

if TYPE_CHECKING:
    from typing import Self, TypeAlias

    import pandas as pd
    from sklearn.utils import Tags

    Articles: TypeAlias = Iterable[Article | str] | pd.DataFrame

__all__ = ["SourcingFeatures"]


class SourcingFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Turn articles into their measures; stateless, so `fit` learns nothing.

    Examples
    --------
    >>> texts = ["The minister, Ana Silva, said prices would fall.", "Prices will fall."]
    >>> SourcingFeatures().fit_transform(texts).shape
    (2, 101)
    """

    def fit(self, X: Articles, y: object = None) -> Self:  # noqa: ARG002, N803
        """Do nothing; here because scikit-learn asks for it."""
        return self

    def transform(self, X: Articles) -> NDArray[np.float64]:  # noqa: N803
        """Measure articles.

        Parameters
        ----------
        X : iterable of Article or str, or DataFrame with one column
            The articles; a string is the text. Short texts and other languages are measured too.

        Returns
        -------
        ndarray of float64, shape (articles, measures)
            NaN where a measure is undefined.

        Raises
        ------
        ArticleError
            If an entry is neither an Article nor a string.
        ValueError
            If a DataFrame has more than one column.
        """
        if isinstance(X, str):
            raise ValueError("expected several articles, got one string; give [text]")
        if hasattr(X, "iloc") and hasattr(X, "columns"):
            if len(X.columns) != 1:
                raise ValueError(
                    f"expected one column of texts, got {len(X.columns)}; choose one of them, "
                    "with a ColumnTransformer for example"
                )
            X = X.iloc[:, 0]  # noqa: N806
        rows = [list(_measured(article).values()) for article in X]
        return np.array(rows, dtype=np.float64).reshape(len(rows), len(MEASURES))

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:  # noqa: ARG002
        """Names of the measures, in the order of the columns."""
        return np.array([item.name for item in MEASURES], dtype=object)

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def __sklearn_tags__(self) -> Tags:
        # As scikit-learn's own of texts: its checks by matrices of numbers do not apply.
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.requires_fit = False
        return cast("Tags", tags)


def _measured(article: Article | str) -> dict[str, float]:
    document = Document(article if isinstance(article, Article) else Article(article))
    return measure(document, extract(document))
