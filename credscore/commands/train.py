"""credscore train: rebuild the artefacts from labelled articles."""

from __future__ import annotations

from pathlib import Path

import click

from credscore.errors import MissingDependencyError
from credscore.trained import FOLDER

__all__ = ["command"]

_MODELS = ("general", "health", "claims")


@click.command("train")
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
    """Train MODEL (general, health, claims or all) and write it with its model card."""
    try:
        from credscore.training.article_model import TASKS, train_article_model
        from credscore.training.claim_model import train_claim_model
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "train", "training") from error
    from credscore.training.data import claim_articles, data_folder

    folder = data_folder(data)
    for name in _MODELS if model == "all" else (model,):
        if name == "claims":
            identity = train_claim_model(claim_articles(folder), out, seed=seed, jobs=jobs)
        else:
            task = TASKS[name]
            identity = train_article_model(task, task.read(folder), out, seed=seed, jobs=jobs)
        click.echo(f"{out / identity.name}  sha256:{identity.sha256}")
