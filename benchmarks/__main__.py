"""The command line of the benchmarks: `python -m benchmarks run`, `python -m benchmarks gate`."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from benchmarks.suite import GATED, NAMES
from credscore.errors import CredscoreError, LabelsError, MissingDependencyError

if TYPE_CHECKING:
    from benchmarks.corpora import Workbench

_OUT = Path("build/benchmarks")
_data = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder with the corpora (default: CREDSCORE_DATA, else ../shared).",
)
_jobs = click.option("--jobs", default=2, show_default=True, help="Processes that score.")
_seed = click.option("--seed", default=0, show_default=True, help="Of folds, samples, bootstrap.")
_limit = click.option(
    "--limit", type=int, help="Rows of each corpus at most: for a quick look, not for figures."
)


@click.group()
def main() -> None:
    """Measure credscore: accuracy, calibration, transfer, robustness, speed."""
    # On standard error, what takes its time.
    logging.basicConfig(level=logging.INFO, format="%(message)s")


@main.command("run")
@click.argument("names", nargs=-1, type=click.Choice(NAMES))
@_data
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=_OUT,
    show_default=True,
    help="Folder that takes results.json, results.md and the plots.",
)
@click.option(
    "--page",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Page of the documentation that takes the figures between its marks.",
)
@_seed
@_jobs
@_limit
def run(
    names: tuple[str, ...],
    data: Path | None,
    out: Path,
    page: Path | None,
    seed: int,
    jobs: int,
    limit: int | None,
) -> None:
    """Run the benchmarks NAMES, all of them unless some are named, and write the results."""
    from benchmarks.environment import environment
    from benchmarks.markdown import put_figures, to_markdown
    from benchmarks.plots import draw
    from benchmarks.suite import run_all

    results, missing = run_all(names or NAMES, _workbench(data, seed, jobs, limit))
    made_with = environment()
    report = to_markdown(results, made_with, seed)
    out.mkdir(parents=True, exist_ok=True)
    fields = {
        "seed": seed,
        "limit": limit,
        "environment": made_with,
        "benchmarks": {result.name: result.to_dict() for result in results},
        "missing": missing,
    }
    text = json.dumps(fields, indent=1, ensure_ascii=False, allow_nan=False)
    (out / "results.json").write_text(text + "\n", encoding="utf-8")
    (out / "results.md").write_text(report, encoding="utf-8")
    if page:
        known = page.read_text(encoding="utf-8")
        page.write_text(put_figures(known, results, made_with), encoding="utf-8")
    click.echo(report)
    _tell_missing(missing)
    try:
        draw(results, out)
    except MissingDependencyError as error:
        click.echo(f"no plots: {error}", err=True)


@main.command("gate")
@click.argument("names", nargs=-1, type=click.Choice(GATED))
@_data
@click.option("--accept", is_flag=True, help="Pin the figures as they are now.")
@_seed
@_jobs
def gate(names: tuple[str, ...], data: Path | None, accept: bool, seed: int, jobs: int) -> None:
    """Compare with the pinned figures; fails where one got worse by more than noise."""
    from benchmarks.environment import environment
    from benchmarks.gate import PINS, compare, describe, pin, read_pins
    from benchmarks.suite import run_all

    try:
        bench = _workbench(data, seed, jobs, figures_only=True)
    except LabelsError as error:
        click.echo(f"the gate was not run, its data are not here: {error}")
        return
    pins = None if accept and not PINS.is_file() else read_pins()
    results, missing = run_all(names or GATED, bench)
    _tell_missing(missing)
    if accept:
        kept = pin(results, environment(), seed, pins)
        text = json.dumps(kept, indent=1, ensure_ascii=False, allow_nan=False)
        PINS.write_text(text + "\n", encoding="utf-8")
        click.echo(f"pinned in {PINS.name}")
        return
    assert pins is not None
    lines, holds = describe(compare(pins, results))
    click.echo("\n".join(lines))
    if not holds:
        sys.exit(1)


def _workbench(
    data: Path | None,
    seed: int,
    jobs: int,
    limit: int | None = None,
    figures_only: bool = False,
) -> Workbench:
    from benchmarks.corpora import Workbench
    from credscore.training.data import data_folder

    return Workbench(data_folder(data), seed, jobs, limit, figures_only)


def _tell_missing(missing: dict[str, str]) -> None:
    for name, reason in missing.items():
        click.echo(f"{name} was not run: {reason}", err=True)


if __name__ == "__main__":
    try:
        main(standalone_mode=True)
    except CredscoreError as error:
        sys.exit(f"benchmarks: {error}")
