"""credscore train: rebuild the artefacts from labelled articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from credscore.errors import MissingDependencyError
from credscore.trained import FOLDER

if TYPE_CHECKING:
    from credscore.report import ModelIdentity

__all__ = ["command"]

# In the order of use: each is trained on what the ones before it find.
_MODELS = ("attribution", "mentions", "checkability", "claims", "general", "health")


@click.command(
    "train",
    epilog="Example: credscore train general --data labelled/ --out models/",
)
@click.argument("model", type=click.Choice((*_MODELS, "all")), default="all")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with the labelled articles (default: CREDSCORE_DATA, else ../shared).",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=FOLDER,
    show_default="the shipped artefacts",
    help="Folder that takes the artefacts.",
)
@click.option("--seed", default=0, show_default=True, help="Of the folds and the bootstrap.")
@click.option("--jobs", default=2, show_default=True, help="Processes.")
def command(model: str, data: Path | None, out: Path, seed: int, jobs: int) -> None:
    """Train MODEL and write it with its model card.

    Each model is trained on what the shipped ones before it find: attribution, mentions,
    checkability, claims, and then general and health, which score articles.
    """
    from credscore.training.data import data_folder

    folder = data_folder(data)
    for name in _MODELS if model == "all" else (model,):
        if name == "attribution":
            identity = _train_tagger(folder, out, seed)
        else:
            identity = _train_scorer(name, folder, out, seed, jobs)
        click.echo(f"{out / identity.name}  sha256:{identity.sha256}")


def _train_tagger(folder: Path, out: Path, seed: int) -> ModelIdentity:
    from credscore.training.attribution_model import train_attribution_model

    return train_attribution_model(folder, out, seed=seed)


def _train_scorer(name: str, folder: Path, out: Path, seed: int, jobs: int) -> ModelIdentity:
    try:
        from credscore.training.article_model import TASKS, train_article_model
        from credscore.training.checkability import train_checkability_model
        from credscore.training.claim_model import train_claim_model
        from credscore.training.mentions import train_mention_model
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "train", "training") from error
    from credscore.training.data import claim_articles

    if name == "mentions":
        from credscore.training.polnear import read_polnear

        return train_mention_model(
            claim_articles(folder), read_polnear(folder, "train"), out, seed=seed
        )
    if name == "checkability":
        return train_checkability_model(claim_articles(folder), out, seed=seed)
    if name == "claims":
        return train_claim_model(claim_articles(folder), out, seed=seed, jobs=jobs)
    task = TASKS[name]
    return train_article_model(task, task.read(folder), out, seed=seed, jobs=jobs)
