"""A long batch on one machine: memory that stays flat, throughput, time to the first row, kills.

`python -m benchmarks.scale memory`, `throughput`, `length` and `kills` make their articles
themselves; `corpora` scores every article of the files that it is given.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import click

from benchmarks.made import made_articles
from benchmarks.timing import ratios
from credscore.article import Article
from credscore.batches import score_all
from credscore.errors import ArticleError
from credscore.report import Report
from credscore.scorer import Scorer
from credscore.tables import score_frame
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
@click.option("--corpus", type=click.Path(exists=True, path_type=Path), help="Gzipped JSON Lines.")
def memory(articles: int, sentences: int, every: int, corpus: Path | None) -> None:
    """Resident memory of a process that scores a stream, of the sentences of a corpus."""
    first = 0.0
    made = made_articles(articles, sentences, texts=_texts(corpus) if corpus else None)
    outcomes = score_all(Scorer.load(), made, json_line)
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


@main.command()
@click.option("--articles", default=1_000, show_default=True)
@click.option("--rounds", default=3, show_default=True)
def spark(articles: int, rounds: int) -> None:
    """Throughput of Spark with two workers beside two processes, the same articles and rows."""
    import pandas as pd
    from pyspark.sql import SparkSession

    from credscore.spark import score_dataframe

    os.environ["PYSPARK_PYTHON"] = sys.executable
    frame = pd.DataFrame({"text": [one.text for one in made_articles(articles, 12)]})
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    table = session.getOrCreate().createDataFrame([(text,) for text in frame["text"]], ["text"])
    table = table.repartition(2).cache()
    table.count()
    walls: dict[str, list[float]] = {"Spark": [], "two processes": []}
    for turn in range(rounds + 1):
        begin = time.perf_counter()
        rows = score_dataframe(table).select("text", "credscore_score").collect()
        middle = time.perf_counter()
        scored = score_frame(frame, jobs=2)
        end = time.perf_counter()
        # The first round starts processes and loads models.
        if turn:
            walls["Spark"].append(middle - begin)
            walls["two processes"].append(end - middle)
    expected = dict(zip(frame["text"], scored["credscore_score"], strict=True))
    same = all(row["credscore_score"] == expected[row["text"]] for row in rows)
    for name, seconds in walls.items():
        print(f"{name}: {articles / median(seconds):.1f} a second")
    gain = ratios(walls["two processes"], walls["Spark"])
    print(f"Spark's throughput as a ratio to two processes: {gain:.2f}; equal scores: {same}")


@main.command()
@click.option("--kilobytes", default=5_000, show_default=True)
def length(kilobytes: int) -> None:
    """Time of one long article, and the median of five of a hundredth of its length."""
    scorer = Scorer.load()
    text = "\n\n".join(one.text for one in made_articles(kilobytes * 1000 // 1500, 13))
    size = kilobytes * 10
    short = [_seconds(scorer, text[begin * size : (begin + 1) * size]) for begin in range(1, 6)]
    print(f"{size:,} characters: {median(short):.3f} s of the processor", flush=True)
    long = _seconds(scorer, text[: 100 * size])
    print(f"{100 * size:,} characters: {long:.2f} s; ratio: {long / median(short):.1f}")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
def corpora(files: tuple[Path, ...]) -> None:
    """Score every article of gzipped JSON Lines; fail where one can't be, or an offset is wrong."""
    scorer, wrong = Scorer.load(), 0
    for file in files:
        scored, refused = 0, 0
        for number, text in enumerate(_texts(file), start=1):
            try:
                report = scorer.score(Article(text))
            except ArticleError:
                refused += 1
                continue
            except Exception as error:
                wrong += 1
                print(f"{file}: article {number}: {error!r}", flush=True)
                continue
            scored += 1
            found = report.to_dict()
            if any(text[one["start"] : one["end"]] != one["text"] for one in _with_text(found)):
                wrong += 1
                print(f"{file}: article {number}: an offset is wrong", flush=True)
        print(f"{file}: {scored:,} scored, {refused:,} refused", flush=True)
    if wrong:
        raise click.ClickException(f"{wrong:,} articles went wrong")


@main.command()
@click.option("--times", default=200, show_default=True)
@click.option("--articles", default=2_000, show_default=True)
@click.option("--jobs", default=1, show_default=True)
@click.option("--longest", default=2.0, show_default=True, help="Seconds until a batch is killed.")
def kills(times: int, articles: int, jobs: int, longest: float) -> None:
    """Kill a batch at random moments, go on with --resume, and look for what is missing."""
    chance = random.Random(0)
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "articles.jsonl"), Path(folder, "scores.jsonl")
        with source.open("w", encoding="utf-8") as file:
            for one in made_articles(articles, 4):
                file.write(json.dumps({"id": one.id, "text": one.text}) + "\n")
        verb = "from credscore.cli import main; main()"
        command = [sys.executable, "-c", verb, "score", str(source), "--format", "jsonl"]
        command += ["-o", str(output), "--resume", "--jobs", str(jobs)]
        expected = [f"made-{number}" for number in range(articles)]
        killed = midway = batches = lost = doubled = 0
        while killed < times or output.exists():
            before = output.stat().st_size if output.exists() else 0
            process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            try:
                # A few are killed as they start, the others when they have begun to write.
                while (
                    (killed + batches) % 8
                    and process.poll() is None
                    and not _longer(output, before)
                ):
                    time.sleep(0.02)
                process.wait(chance.uniform(0, longest) if killed < times else None)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                killed += 1
                midway += _longer(output, before)
                continue
            with output.open(encoding="utf-8") as file:
                # A torn line is no JSON, and an error here.
                found = [json.loads(line)["article"]["id"] for line in file]
            lost += len(set(expected) - set(found))
            doubled += len(found) - len(set(found))
            if len(found) == articles and found != expected:
                raise click.ClickException("the articles are not in order")
            output.unlink()
            batches += 1
    print(
        f"{killed} kills, {midway} of them after new lines were written, in {batches} batches of "
        f"{articles:,} articles: {lost} lost, {doubled} doubled, none torn or out of order"
    )


def _with_text(value: object) -> Iterator[dict[str, Any]]:
    """Everything in a report that gives offsets and the text between them."""
    if isinstance(value, dict):
        if value.keys() >= {"start", "end", "text"}:
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _with_text(part)


def _longer(output: Path, size: int) -> bool:
    return output.exists() and output.stat().st_size > size


def _seconds(scorer: Scorer, text: str) -> float:
    begin = time.process_time()
    assert isinstance(scorer.attempt(Article(text)), Report)
    return time.process_time() - begin


def _texts(corpus: Path) -> Iterator[str]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def _resident() -> float:
    found = re.search(r"^VmRSS:\s+(\d+) kB", _STATUS.read_text(encoding="ascii"), re.MULTILINE)
    if not found:
        raise click.ClickException("resident memory is read from /proc, which is not here")
    return int(found[1]) / 1e3


if __name__ == "__main__":
    main()
