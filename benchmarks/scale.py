"""A long batch on one machine: memory that stays flat, throughput, time to the first row.

`python -m benchmarks.scale memory --articles 200000` and `python -m benchmarks.scale throughput`;
both make their articles themselves.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import click

from benchmarks.made import made_articles
from benchmarks.timing import ratios
from credscore.batches import score_all
from credscore.scorer import Scorer
from credscore.writers import json_line

__all__ = ["main"]

_STATUS = Path("/proc/self/status")


@click.group()
def main() -> None:
    """Measure a long batch."""


@main.command()
@click.option("--articles", default=200_000, show_default=True)
@click.option("--sentences", default=4, show_default=True, help="Of each article.")
@click.option("--every", default=10_000, show_default=True, help="Articles between two figures.")
def memory(articles: int, sentences: int, every: int) -> None:
    """Resident memory of a process that scores a stream."""
    first = 0.0
    outcomes = score_all(Scorer.load(), made_articles(articles, sentences), json_line)
    for number, _ in enumerate(outcomes, start=1):
        if number % every == 0:
            resident = _resident()
            first = first or resident
            print(f"{number:,} articles: {resident:.1f} MB, {resident - first:+.1f}", flush=True)


@main.command()
@click.option("--articles", default=1_000, show_default=True)
@click.option("--sentences", default=24, show_default=True, help="Of each article.")
@click.option("--rounds", default=3, show_default=True)
def throughput(articles: int, sentences: int, rounds: int) -> None:
    """Articles a second to lines of JSON, with one process and with two, and the first row."""
    made = list(made_articles(articles, sentences))
    scorer = Scorer.load()
    names = {"one process": 1, "two processes": 2}
    walls: dict[str, list[float]] = {name: [] for name in names}
    print(f"{articles:,} articles, {sum(len(one.text) for one in made) / articles:,.0f} characters")
    for turn in range(rounds + 1):
        for name, jobs in names.items():
            begin, own = time.perf_counter(), time.process_time()
            lines = (one.value for one in score_all(scorer, iter(made), json_line, jobs))
            size = len(next(lines))
            first = time.perf_counter() - begin
            size += sum(len(line) for line in lines)
            wall, own = time.perf_counter() - begin, time.process_time() - own
            print(
                f"{name}: {articles / wall:.1f} a second; first row after {first:.2f} s; "
                f"the process that reads and writes worked {100 * own / wall:.0f}% of the time"
            )
            # The first round starts processes and loads models.
            if turn:
                walls[name].append(wall)
    gain = ratios(walls["one process"], walls["two processes"])
    print(f"two processes as a ratio to one: {gain:.3f}")


def _resident() -> float:
    found = re.search(r"^VmRSS:\s+(\d+) kB", _STATUS.read_text(encoding="ascii"), re.MULTILINE)
    if not found:
        raise click.ClickException("resident memory is read from /proc, which is not here")
    return int(found[1]) / 1e3


if __name__ == "__main__":
    main()
