"""credscore evaluate: how good the models are on outlets that they were not trained on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from credscore.errors import MissingDependencyError

if TYPE_CHECKING:
    from credscore.training.evaluation import Evaluation

__all__ = ["command", "evaluation_table"]

_MODELS = ("attribution", "claims", "general", "health")


@click.command(
    "evaluate",
    epilog="Examples: credscore evaluate general --data labelled/; credscore evaluate labels.csv",
)
@click.argument("model", metavar="[MODEL|LABELS]", default="all")
@click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with the labelled articles (default: CREDSCORE_DATA, else ../shared).",
)
@click.option(
    "--threshold",
    type=int,
    help="With LABELS: the rating from which on an article counts as well supported (default: 3).",
)
@click.option("--seed", default=0, show_default=True, help="Of the folds.")
@click.option("--jobs", default=2, show_default=True, help="Processes.")
def command(model: str, data: Path | None, threshold: int | None, seed: int, jobs: int) -> None:
    """Train MODEL in folds by outlet and judge it on the rest, beside plain baselines.

    MODEL is one of general, health, claims and all. LABELS is a file of your own labelled
    articles, as for `credscore train`.
    """
    try:
        from credscore.training.article_model import (
            TASKS,
            evaluate_article_model,
            other_labels,
            own_task,
        )
        from credscore.training.claim_model import evaluate_claim_model
        from credscore.training.labels import read_labels
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "train", "evaluating") from error
    from credscore.training.data import claim_articles, data_folder

    if Path(model).suffix:
        labels = read_labels(Path(model), threshold)
        task = own_task(Path(model).stem, labels)
        click.echo(
            evaluation_table(task.name, evaluate_article_model(task, labels.articles, seed, jobs))
        )
        return
    if model not in {*_MODELS, "all"}:
        raise click.BadParameter(
            f"{model!r} is neither a file of labels (CSV, TSV or JSON Lines) nor one of "
            f"{', '.join(_MODELS)} and all",
            param_hint="MODEL",
        )
    if threshold is not None:
        raise click.BadOptionUsage("threshold", "--threshold goes with a file of labels alone")
    folder = data_folder(data)
    for name in _MODELS if model == "all" else (model,):
        if name == "claims":
            found = evaluate_claim_model(claim_articles(folder), seed, jobs)
        else:
            task = TASKS[name]
            found = evaluate_article_model(
                task, task.read(folder), seed, jobs, other_labels(name, folder)
            )
        click.echo(evaluation_table(name, found))


def evaluation_table(name: str, found: Evaluation) -> str:
    """The figures as lines of text."""
    lines = [
        f"{name}: {found.articles:,} rows of {found.outlets} outlets, "
        f"{found.positive:.1%} positive",
        f"  {'':30}{'AUC':>8}{'rank':>8}{'Brier':>8}{'ECE':>8}",
        *(
            f"  {row.name:30}{row.auc:8.3f}{row.spearman:8.3f}{row.brier:8.3f}"
            f"{row.calibration_error:8.3f}"
            for row in found.rows
        ),
    ]
    if found.groups:
        lines.append(f"  interval: covers {found.coverage:.1%}, mean width {found.width:.3f}")
    if found.other:
        label, count, auc = found.other
        lines.append(f"  on {label} ({count:,} articles, never trained on): AUC {auc:.3f}")
    if found.leaks:
        leaks = found.leaks
        lines += [
            f"  length alone tells the score's upper half with AUC {leaks.length_auc:.3f}",
            f"  outlet guessed within one label: {leaks.by_measures:.1%} from the measures, "
            f"{leaks.by_score:.1%} from the score, {leaks.by_chance:.1%} by chance",
        ]
    return "\n".join(lines)
