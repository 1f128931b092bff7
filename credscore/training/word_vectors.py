"""Vectors of words, learnt from news without labels (word2vec through gensim)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from credscore.errors import MissingDependencyError
from credscore.features.tagging import word_features
from credscore.tokens import tokenise

__all__ = ["word_vectors"]

_SIZE = 96
_WINDOW = 4
_MINIMUM = 8
_NEGATIVE = 8
_SAMPLE = 1e-4
_PASSES = 4
_SPREAD = 0.5


def word_vectors(texts: Iterable[str], seed: int) -> tuple[list[str], NDArray[np.float32]]:
    """Learn a vector for each word that occurs often enough.

    Parameters
    ----------
    texts : iterable of str
        Articles.
    seed : int
        The same seed gives the same vectors.

    Returns
    -------
    words : list of str
        As the feature "word" of the tagger, the most frequent first.
    vectors : ndarray of float32, shape (words, 96)
        Scaled to a standard deviation of a half.

    Raises
    ------
    MissingDependencyError
        If gensim is not installed.
    """
    try:
        from gensim.models import Word2Vec
    except ImportError as error:
        raise MissingDependencyError("gensim", "tagger", "training the tagger") from error

    @cache
    def value(word: str) -> str:
        return word_features(word)["word"]

    paragraphs = [
        [value(word) for word in tokenise(paragraph)[0]]
        for text in texts
        for paragraph in text.split("\n")
        if paragraph.strip()
    ]
    model = Word2Vec(
        sentences=paragraphs,
        vector_size=_SIZE,
        window=_WINDOW,
        min_count=_MINIMUM,
        sg=1,
        negative=_NEGATIVE,
        sample=_SAMPLE,
        epochs=_PASSES,
        # More would share out the work by chance.
        workers=1,
        seed=seed,
    )
    vectors = np.asarray(model.wv.vectors, dtype=np.float32)
    return list(model.wv.index_to_key), vectors * (_SPREAD / vectors.std())
