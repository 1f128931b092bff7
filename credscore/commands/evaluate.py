"""credscore evaluate: how good the models are on outlets that they were not trained on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from credscore.checks import FEWEST_WORDS
from credscore.commands.options import (
    data_option,
    jobs_option,
    seed_option,
    shipped_models,
    threshold_option,
)
from credscore.errors import MissingDependencyError

if TYPE_CHECKING:
    from credscore.training.evaluation import Evaluation
    from credscore.training.labels import OwnLabels

__all__ = ["command", "evaluation_table", "tell_limits"]

_MODELS = ("attribution", "claims", "general", "health")


@click.command(
    "evaluate",
    epilog="""\b
Examples:
  credscore evaluate general --data labelled/
  credscore evaluate labels.csv --plots plots/
""",
)
@click.argument("model", metavar="[MODEL|LABELS]", default="all")
@data_option
@threshold_option
@click.option(
    "--plots",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder that takes plots of an article model: reliability, score by label, coverage, "
    "learning curve.",
)
@seed_option
@jobs_option(2)
def command(
    model: str,
    data: Path | None,
    threshold: int | None,
    plots: Path | None,
    seed: int,
    jobs: int,
) -> None:
    """Train MODEL in folds by outlet and judge it on the rest, beside plain baselines.

    MODEL is one of attribution, claims, general, health and all; the attribution tagger is judged
    as it is shipped, on PolNeAR's validation part. LABELS is a file of your own labelled articles,
    as for `credscore train`.
    """
    if Path(model).suffix:
        _evaluate_own(Path(model), threshold, plots, seed, jobs)
        return
    chosen = shipped_models(model, _MODELS, threshold)
    from credscore.training.data import data_folder

    folder = data_folder(data)
    for name in chosen:
        if name == "attribution":
            click.echo(_attribution_table(folder))
        else:
            _evaluate_shipped(name, folder, plots, seed, jobs)


def _evaluate_own(
    file: Path, threshold: int | None, plots: Path | None, seed: int, jobs: int
) -> None:
    try:
        from credscore.training.article_model import evaluate_article_model
        from credscore.training.article_tasks import own_task
        from credscore.training.labels import read_labels
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "train", "evaluating") from error

    labels = read_labels(file, threshold)
    task = own_task(file.stem, labels)
    found = evaluate_article_model(task, labels.articles, seed, jobs)
    click.echo(evaluation_table(task.name, found))
    tell_limits(labels, found)
    _draw(task.name, found, plots)


def tell_limits(labels: OwnLabels, found: Evaluation) -> None:
    """Say on standard error what of a file was left out, and where its figures say little."""
    again, refused = labels.rows - len(labels.articles), len(labels.articles) - found.articles
    if again:
        click.echo(f"  {again:,} rows left out: their text stands in another", err=True)
    if refused:
        click.echo(
            f"  {refused:,} articles left out: under {FEWEST_WORDS} words or not English", err=True
        )
    if labels.ungrouped:
        click.echo(
            f"  {labels.ungrouped}: the figures say nothing sure about publishers that the model "
            "has not seen",
            err=True,
        )


def _evaluate_shipped(name: str, folder: Path, plots: Path | None, seed: int, jobs: int) -> None:
    try:
        from credscore.training.article_model import evaluate_article_model
        from credscore.training.article_tasks import TASKS, other_labels
        from credscore.training.claim_model import evaluate_claim_model
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "train", "evaluating") from error
    from credscore.training.data import claim_articles

    if name == "claims":
        found = evaluate_claim_model(claim_articles(folder), seed, jobs)
        click.echo(evaluation_table(name, found))
        return
    task = TASKS[name]
    found = evaluate_article_model(task, task.read(folder), seed, jobs, other_labels(name, folder))
    click.echo(evaluation_table(name, found))
    _draw(name, found, plots)


def _draw(name: str, found: Evaluation, folder: Path | None) -> None:
    """Draw the plots, where they are wanted, and name the files."""
    if folder is None:
        return
    from credscore.training.plots import draw, evaluation_series

    for file in draw(evaluation_series(name, found), folder):
        click.echo(f"  {file}")


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
    ranges = ", ".join(
        f"{name} {low:.3f} to {high:.3f}" for name, (low, high) in found.intervals.items()
    )
    lines.append(f"  90% of the bootstrap over outlets: {ranges}")
    if found.curve:
        shown = ", ".join(f"{size:,} {mean:.3f}" for size, mean, _, _ in found.curve)
        lines.append(f"  AUC by articles in training: {shown}")
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
