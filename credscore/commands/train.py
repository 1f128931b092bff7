"""credscore train: rebuild the artefacts from labelled articles, or learn one's own labels."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from credscore.commands.options import (
    data_option,
    jobs_option,
    seed_option,
    shipped_models,
    threshold_option,
)
from credscore.errors import MissingDependencyError
from credscore.trained import FOLDER

if TYPE_CHECKING:
    from credscore.report import ModelIdentity

__all__ = ["command"]

# In the order of use: each is trained on what the ones before it find.
_MODELS = (
    *("parts_of_speech", "attribution", "mentions", "checkability", "steps"),
    *("claims", "general", "health"),
)


@click.command(
    "train",
    epilog="""\b
Examples:
  credscore train general --data labelled/ --out models/
  credscore train labels.csv --out my-model/
""",
)
@click.argument("model", metavar="[MODEL|LABELS]", default="all")
@data_option
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder that takes the artefacts (default: the shipped ones), or one's own model.",
)
@threshold_option
@seed_option
@jobs_option(2)
def command(
    model: str, data: Path | None, out: Path | None, threshold: int | None, seed: int, jobs: int
) -> None:
    """Train MODEL and write it with its model card.

    MODEL is one of parts_of_speech, attribution, mentions, checkability, steps, claims, general,
    health and all. Each is trained on what the shipped ones before it find; general and health
    score articles.

    LABELS is a file of your own labelled articles, CSV, TSV or JSON Lines with the columns text,
    and label (1 or 0) or rating (a number), and publisher if you know it. The model goes to the
    folder --out, for `credscore score --model` and `Scorer.load`; how good it is on publishers that
    it did not see is printed and stands in its card.
    """
    if Path(model).suffix:
        _train_own(Path(model), out, threshold, seed, jobs)
        return
    chosen = shipped_models(model, _MODELS, threshold)
    from credscore.training.data import data_folder

    folder, place = data_folder(data), out or FOLDER
    for name in chosen:
        if name == "attribution":
            identity = _train_tagger(folder, place, seed)
        else:
            identity = _train_scorer(name, folder, place, seed, jobs)
        click.echo(f"{place / identity.name}  sha256:{identity.sha256}")


def _train_own(file: Path, out: Path | None, threshold: int | None, seed: int, jobs: int) -> None:
    """Learn the labels of a file, and print how well that went."""
    if out is None:
        raise click.UsageError("say with --out DIR where your model goes")
    if out.exists() and any(out.iterdir()) and not (out / "manifest.json").is_file():
        raise click.UsageError(f"{out} holds other files: give --out a new or empty folder")
    try:
        from credscore.training.article_model import train_article_model
        from credscore.training.article_tasks import own_task
        from credscore.training.labels import read_labels
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "train", "training") from error
    from credscore.commands.evaluate import evaluation_table, tell_limits

    labels = read_labels(file, threshold)
    name = out.resolve().name
    identity, evaluation = train_article_model(
        own_task(name, labels), labels.articles, out, seed=seed, jobs=jobs
    )
    click.echo(evaluation_table(name, evaluation))
    tell_limits(labels, evaluation)
    click.echo(f"{out}  sha256:{identity.sha256}")


def _train_tagger(folder: Path, out: Path, seed: int) -> ModelIdentity:
    from credscore.training.attribution_model import train_attribution_model

    return train_attribution_model(folder, out, seed=seed)


def _train_scorer(name: str, folder: Path, out: Path, seed: int, jobs: int) -> ModelIdentity:
    try:
        from credscore.training.article_model import train_article_model
        from credscore.training.article_tasks import TASKS, other_labels
        from credscore.training.checkability import train_checkability_model
        from credscore.training.claim_model import train_claim_model
        from credscore.training.mentions import train_mention_model
        from credscore.training.parts_of_speech import train_part_tagger
        from credscore.training.steps import train_step_model
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "train", "training") from error
    from credscore.training.data import claim_articles
    from credscore.training.further import further_articles

    if name == "parts_of_speech":
        return train_part_tagger(folder, out)
    if name == "mentions":
        from credscore.training.polnear import read_polnear

        return train_mention_model(
            claim_articles(folder),
            read_polnear(folder, "train"),
            out,
            further_articles(folder),
            seed=seed,
        )
    if name in {"checkability", "steps"}:
        train = train_checkability_model if name == "checkability" else train_step_model
        return train(claim_articles(folder), out, further_articles(folder), seed=seed)
    if name == "claims":
        return train_claim_model(claim_articles(folder), out, seed=seed, jobs=jobs)
    task = TASKS[name]
    identity, _ = train_article_model(
        task, task.read(folder), out / f"{name}-v1", other_labels(name, folder), seed, jobs
    )
    return identity
