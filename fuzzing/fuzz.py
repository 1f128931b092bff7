"""Coverage-guided fuzzing of every reader, of the artefact loader and of scoring.

`python fuzzing/fuzz.py jsonl -max_total_time=600` with atheris installed (`pip install atheris`);
the targets are the forms of `credscore.readers`, each also with `.gz`, `artefact` and `score`.
What libFuzzer's options mean is told by `-help=1`. An input that breaks a target is written to the
current folder; it belongs, made small, in the tests. `fuzzing/every.py` runs all, one by one.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["credscore"]):
    from credscore.artefacts import MANIFEST, load_artefact
    from credscore.article import Article
    from credscore.errors import ArtefactError, ArticleError, ReadError
    from credscore.linear import LinearModel
    from credscore.models import ArticleModel
    from credscore.readers import read
    from credscore.scorer import loaded

_SUFFIXES = {"text": "txt", "html": "html", "json": "json", "jsonl": "jsonl", "csv": "csv",
             "tsv": "tsv", "parquet": "parquet"}  # fmt: skip
_OPENING = (
    "The port trust said on Monday that dredging would be done by June. “We have read the study, "
    "and its figures look optimistic,” Ana Silva, a spokeswoman, told Reuters. Two firms may have "
    "withdrawn because of the cost, a senior official said on condition of anonymity. Critics say "
    "that the money would be better spent on the coastal railway, Dawn reported last week. "
)
# Seconds of the processor that no input of this size may take.
_SECONDS = 10
# What a file of weights may call a measure.
_MEASURE = re.compile(r'"name": "(\w+)"')
_FOLDER = Path(tempfile.mkdtemp())


def reading(form: str, packed: bool) -> Callable[[bytes], None]:
    """A target that reads bytes as a form; whatever they are, articles and errors come of them."""
    file = _FOLDER / f"a.{_SUFFIXES[form]}{'.gz' if packed else ''}"

    def target(data: bytes) -> None:
        file.write_bytes(data)
        for result in read(file, on_error="yield"):
            if isinstance(result, ReadError):
                assert str(result).startswith(str(file)), result
                assert "\n" not in str(result)
                continue
            assert isinstance(result, Article)
            assert result.text.strip()
            result.text.encode()
            for link in result.links:
                assert 0 <= link.start <= link.end <= len(result.text)

    return target


def loading(data: bytes) -> None:
    """A manifest of any bytes, then a file of any bytes under a right manifest."""
    folder = _FOLDER / "toy"
    folder.mkdir(exist_ok=True)
    (folder / MANIFEST).write_bytes(data)
    (folder / "model.json").write_bytes(data)
    with refused(str(folder)):
        load_artefact(folder, "article model")
    manifest = {"format": 1, "name": "toy-v1", "kind": "article model",
                "features": sorted({*_MEASURE.findall(data.decode("ascii", "ignore"))}),
                "training_data": "", "libraries": {},
                "files": {"model.json": sha256(data).hexdigest()}}  # fmt: skip
    (folder / MANIFEST).write_text(json.dumps(manifest))
    artefact = load_artefact(folder, "article model")
    with refused("model.json"):
        artefact.json("model.json")
    with refused("model.json"):
        artefact.arrays("model.json")
    with refused("weights.json"):
        LinearModel.from_artefact(replace(artefact, files={"weights.json": data}))
    with refused(str(folder)):
        ArticleModel.load(folder)


def scoring(data: bytes) -> None:
    """An article of any text, alone and with one before it that can be scored."""
    # What is no UTF-8 stands as lone surrogates.
    text = data.decode("utf-8", "surrogateescape")
    for whole in (text, f"{_OPENING}{text}"):
        try:
            report = loaded("general").score(Article(whole))
        except ArticleError:
            continue
        low, high = report.interval
        assert 0 <= low <= report.score <= high <= 1
        for item in (*report.claims, *report.hedges, *report.citations):
            assert 0 <= item.start <= item.end <= len(whole)
            assert item.start == item.end or whole[item.start : item.end] == item.text
        for found in report.attributions:
            for span in (found.source, found.cue, *found.content):
                assert span is None or 0 <= span.start < span.end <= len(whole)
        for source in report.sources:
            assert all(0 <= start < end <= len(whole) for start, end in source.mentions)
        json.dumps(report.to_dict(), allow_nan=False)


def repacked(data: bytes, largest: int, seed: int) -> bytes:
    """Change what a gzip file holds: a change of the file itself seldom gets past its checksum."""
    try:
        inner = gzip.decompress(data) if seed % 4 else None
    except (OSError, EOFError, zlib.error):
        inner = None
    if inner is None:
        return bytes(atheris.Mutate(data, largest))
    return gzip.compress(atheris.Mutate(inner, max(largest, len(inner))), mtime=0)[:largest]


def timed(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target, which may not take long; libFuzzer's own clock runs on while others work."""

    def within(data: bytes) -> None:
        begin = time.process_time()
        target(data)
        taken = time.process_time() - begin
        assert taken < _SECONDS, f"{taken:.1f} seconds"

    return within


@contextmanager
def refused(name: str) -> Iterator[None]:
    """What is wrong with an artefact is an error of this library's that names the file."""
    try:
        yield
    except ArtefactError as error:
        if name not in str(error):
            raise AssertionError(f"{name} is not named") from error


def main() -> None:
    """Fuzz the target that the first argument names."""
    name = sys.argv.pop(1) if len(sys.argv) > 1 else ""
    form, _, packed = name.partition(".")
    others = {"artefact": loading, "score": scoring}
    if name not in others and form not in _SUFFIXES:
        sys.exit(f"expected one of: {' '.join((*others, *_SUFFIXES))}, or a reader's with .gz")
    target = timed(others.get(name) or reading(form, packed == "gz"))
    options = [*sys.argv, f"-artifact_prefix={name}-"]
    if packed:
        atheris.Setup(options, target, custom_mutator=repacked)
    else:
        atheris.Setup(options, target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
