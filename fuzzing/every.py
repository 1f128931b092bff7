"""Fuzz every target, one after the other, each from the inputs that were kept the last time.

`python fuzzing/every.py --seconds 600 --corpora FOLDER [TARGET ...]`. FOLDER holds, by target, the
inputs that reach new code, seeds first, and what was printed; inputs that break a target lie beside
them. Exit code 1 says that there are some.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from credscore.additive import MODEL_FILE
from credscore.artefacts import MANIFEST
from credscore.trained import FOLDER, newest

_TEXT = (
    "The minister, Ana Silva, said on Monday that prices would fall by 3% “soon”. "
    "“We have read the study,” she told Reuters, according to Dawn. "
)
_ROW = {"id": 7, "text": _TEXT, "title": "Prices", "source": "Dawn", "url": "https://a.b/c",
        "links": [{"start": 4, "end": 12, "href": "https://a.b/d"}]}  # fmt: skip
_PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Prices – Dawn</title>'
    '<meta property="og:site_name" content="Dawn"><meta name="date" content="2024-03-05">'
    '<link rel="canonical" href="https://a.b/c"><script type="application/ld+json">'
    '{"@type": "NewsArticle", "headline": "Prices", "datePublished": "2024-03-05"}</script></head>'
    f'<body><nav><a href="/">Home</a></nav><article><h1>Prices</h1><p>{_TEXT}</p><blockquote>'
    f'{_TEXT}</blockquote><ul><li>{_TEXT}<a href="d">Dawn</a></li></ul><table><tr><td>1</td></tr>'
    "</table></article><footer>© Dawn</footer></body></html>"
)
_BROKEN = 5
_DONE = re.compile(r"Done (\d+) runs")
_RUN = re.compile(r"^#(\d+)\t", re.MULTILINE)


def seeds() -> dict[str, list[bytes]]:
    """Small right inputs, by target."""
    table = pa.Table.from_pylist([_ROW] * 3)
    stored = []
    for compression in ("none", "snappy", "zstd"):
        file = io.BytesIO()
        parquet.write_table(table, file, compression=compression)
        stored.append(file.getvalue())
    arrays = io.BytesIO()
    np.savez(arrays, a=np.arange(6.0).reshape(2, 3), b=np.array(["a", "b"]))
    row = json.dumps(_ROW)
    found = {
        "text": [_TEXT.encode(), f"# Prices\n\n{_TEXT}[a](https://a.b)\n".encode("utf-16")],
        "html": [_PAGE.encode(), _PAGE.replace("utf-8", "windows-1252").encode("cp1252")],
        "json": [row.encode(), f"[{row}, {row}]".encode(), f'{{"data": [{row}]}}'.encode()],
        "jsonl": [f"{row}\n{row}\n".encode(), f"\ufeff{row}\r\n\r\n{row}".encode()],
        "csv": [f'id;text;title\n1;"{_TEXT}";"a ""b"""\n'.encode(), f"text\n{_TEXT}\n".encode()],
        "tsv": [f"text\ttitle\n{_TEXT}\tPrices\n".encode()],
        "parquet": stored,
    }
    found |= {f"{form}.gz": [gzip.compress(one, mtime=0) for one in found[form]] for form in found}
    manifests = [path.read_bytes() for path in FOLDER.glob(f"*/{MANIFEST}")]
    found["artefact"] = [arrays.getvalue(), *manifests, b'{"a": 1.5}', _small_model()]
    found["score"] = [_TEXT.encode()]
    return found


def _small_model() -> bytes:
    """The two shapes of a shipped model whose names come first."""
    model = json.loads((newest("general") / MODEL_FILE).read_bytes())
    model["shapes"] = sorted(model["shapes"], key=lambda shape: str(shape["name"]))[:2]
    return json.dumps(model).encode()


def fuzz(target: str, given: list[bytes], folder: Path, seconds: int) -> tuple[int, int]:
    """Fuzz one target for so long; how many inputs were run and how many broke it."""
    corpus = folder / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(given):
        (corpus / f"seed-{number}").write_bytes(seed)
    script = Path(__file__).with_name("fuzz.py").resolve()
    end = time.monotonic() + seconds
    runs = broken = 0
    while (left := int(end - time.monotonic())) > 5 and broken < _BROKEN:
        limits = [f"-max_total_time={left}", "-max_len=30000"]
        command = [sys.executable, str(script), target, str(corpus.resolve()), *limits]
        with (folder / f"{target}.log").open("a+", encoding="utf-8", errors="replace") as log:
            begin = log.tell()
            code = subprocess.run(
                command, cwd=folder, stdout=log, stderr=log, check=False
            ).returncode
            log.seek(begin)
            printed = log.read()
        done = _DONE.findall(printed) or _RUN.findall(printed) or ["0"]
        runs += int(done[-1])
        broken += code != 0
    return runs, broken


def main() -> None:
    """Fuzz the targets that are named, or all."""
    known = seeds()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=" ".join(known))
    parser.add_argument("--seconds", type=int, default=600, help="for each target")
    parser.add_argument("--corpora", type=Path, required=True, help="the folder to keep inputs in")
    options = parser.parse_args()
    targets = options.targets or list(known)
    if odd := sorted(set(targets) - set(known)):
        parser.error(f"no target: {' '.join(odd)}")
    any_broken = False
    for target in targets:
        runs, broken = fuzz(target, known[target], options.corpora, options.seconds)
        any_broken = any_broken or broken > 0
        print(f"{target}: {runs:,} inputs, {broken} times broken", flush=True)
    sys.exit(any_broken)


if __name__ == "__main__":
    main()
