"""Training, judging and describing the attribution tagger that is shipped."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version as library_version
from pathlib import Path

from credscore.artefacts import Manifest, save_artefact
from credscore.article import Article
from credscore.document import Document
from credscore.features.attribution import attributions_of
from credscore.features.tagging import FEATURE_NAMES
from credscore.report import ModelIdentity
from credscore.tagger import Tagger
from credscore.training.attribution import train_tagger
from credscore.training.model_card import CARD_FILE
from credscore.training.polnear import (
    AnnotatedArticle,
    RoleScore,
    corpus_hash,
    read_polnear,
    role_scores,
)

__all__ = ["evaluate_attribution_model", "train_attribution_model"]

_KIND = "attribution tagger"
_LIBRARIES = ("numpy", "python-crfsuite")


def train_attribution_model(folder: Path, out: Path, version: int = 1) -> ModelIdentity:
    """Train the tagger on PolNeAR and write its artefact, model card included.

    Parameters
    ----------
    folder : Path
        The data folder.
    out : Path
        Folder that takes the artefact's folder.
    version : int
        Of the artefact.

    Returns
    -------
    ModelIdentity
        The artefact's name and hash.

    Raises
    ------
    LabelsError
        If the corpus is missing.
    MissingDependencyError
        If python-crfsuite is not installed.
    """
    rows, held_out = read_polnear(folder, "train"), read_polnear(folder, "dev")
    tagger = train_tagger(rows)
    manifest = Manifest(
        f"attribution-v{version}",
        _KIND,
        FEATURE_NAMES,
        corpus_hash(rows),
        {name: library_version(name) for name in _LIBRARIES},
    )
    scores = evaluate_attribution_model(held_out, tagger)
    files = {**tagger.to_files(), CARD_FILE: _card(manifest, rows, held_out, scores).encode()}
    return save_artefact(out / manifest.name, manifest, files)


def evaluate_attribution_model(
    rows: Sequence[AnnotatedArticle], tagger: Tagger | None = None
) -> tuple[RoleScore, ...]:
    """Judge a tagger, the shipped one unless another is given, with links and repairs."""
    documents = [Document(Article(row["text"], title=row["title"])) for row in rows]
    return role_scores(rows, [attributions_of(document, tagger) for document in documents])


def _card(
    manifest: Manifest,
    rows: Sequence[AnnotatedArticle],
    held_out: Sequence[AnnotatedArticle],
    scores: Sequence[RoleScore],
) -> str:
    libraries = ", ".join(f"{name} {number}" for name, number in manifest.libraries.items())
    count = sum(len(row["attributions"]) for row in rows)
    return "\n".join(
        (
            f"# {manifest.name}",
            "",
            "Marks who says what in English news: source, cue and content of each attribution.",
            "A linear-chain conditional random field over words, their shape and class in a",
            "lexicon of reporting words, quotations, and the nearest reporting verb.",
            "",
            "## Data",
            "",
            f"PolNeAR (Newell, Margolin, Ruths, LREC 2018): {len(rows):,} articles of its training",
            f"part with {count:,} attributions; news on the US campaign of 2016, seven US outlets.",
            f"Hash of the training data: `{manifest.training_data}`. Trained with {libraries}.",
            "",
            "Licence: its repository states none; the texts remain their publishers' and are not",
            "shipped.",
            "",
            f"## Figures on PolNeAR's validation part, {len(held_out)} articles",
            "",
            "| spans | exact F1 | overlap F1 | annotated | found |",
            "|---|---|---|---|---|",
            *(
                f"| {score.role} | {score.exact:.3f} | {score.overlap:.3f} | {score.gold:,} "
                f"| {score.found:,} |"
                for score in scores
            ),
            "",
            "Exact: both ends right in characters. Overlap: paired one to one, intersection at",
            "least half of the union. Distinct spans of an article.",
            "",
        )
    )
