"""credscore evaluate: how good the models are on outlets that they were not trained on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from credscore.errors import MissingDependencyError

if TYPE_CHECKING:
    from credscore.training.evaluation import Evaluation

__all__ = ["command"]

_MODELS = ("attribution", "claims", "general", "health")


@click.command("evaluate", epilog="Example: credscore evaluate general --data labelled/")
@click.argument("model", type=click.Choice((*_MODELS, "all")), default="all")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with the labelled articles (default: CREDSCORE_DATA, else ../shared).",
)
@click.option("--seed", default=0, show_default=True, help="Of the folds.")
@click.option("--jobs", default=2, show_default=True, help="Processes.")
def command(model: str, data: Path | None, seed: int, jobs: int) -> None:
    """Train MODEL in folds by outlet and judge it on the rest, beside plain baselines.

    The attribution tagger is judged as it is shipped, on PolNeAR's validation part.
    """
    from credscore.training.data import data_folder

    folder = data_folder(data)
    for name in _MODELS if model == "all" else (model,):
        if name == "attribution":
            click.echo(_attribution_table(folder))
        else:
            click.echo(_table(name, _evaluate(name, folder, seed, jobs)))


def _attribution_table(folder: Path) -> str:
    from credscore.training.attribution_model import evaluate_attribution_model
    from credscore.training.polnear import read_polnear

    rows = read_polnear(folder, "dev")
    lines = [
        f"attribution: {len(rows):,} articles of PolNeAR",
        f"  {'':30}{'exact':>8}{'overlap':>8}{'gold':>8}{'found':>8}",
        *(
            f"  {score.role:30}{score.exact:8.3f}{score.overlap:8.3f}"
            f"{score.gold:8,}{score.found:8,}"
            for score in evaluate_attribution_model(rows)
        ),
    ]
    return "\n".join(lines)


def _evaluate(name: str, folder: Path, seed: int, jobs: int) -> Evaluation:
    try:
        from credscore.training.article_model import TASKS, evaluate_article_model
        from credscore.training.claim_model import evaluate_claim_model
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "train", "evaluating") from error
    from credscore.training.data import claim_articles

    if name == "claims":
        return evaluate_claim_model(claim_articles(folder), seed, jobs)
    task = TASKS[name]
    return evaluate_article_model(task, task.read(folder), seed, jobs)


def _table(name: str, found: Evaluation) -> str:
    lines = [
        f"{name}: {found.articles:,} rows of {found.outlets} outlets, "
        f"{found.positive:.1%} positive",
        f"  {'':30}{'AUC':>8}{'rank':>8}{'Brier':>8}{'ECE':>8}",
        *(
            f"  {row.name:30}{row.auc:8.3f}{row.spearman:8.3f}{row.brier:8.3f}"
            f"{row.calibration_error:8.3f}"
            for row in found.rows
        ),
        f"  interval: covers {found.coverage:.1%}, mean width {found.width:.3f}",
    ]
    return "\n".join(lines)
