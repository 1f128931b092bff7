"""Score a stream of articles and print what memory it took, for `speed`."""

from __future__ import annotations

import gc
import gzip
import json
import re
import resource
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from credscore.article import Article
from credscore.scorer import Scorer

_STATUS = Path("/proc/self/status")


def memory(file: Path, count: int) -> tuple[float, float]:
    """Peak of this process's memory over a stream, and how far it rises with more of the like.

    Returns
    -------
    tuple of float
        Megabytes at the peak over so many different articles; and megabytes more that are held
        after half of them came a third time than after the second: what is kept of words has a
        bound, so that the first passes tell what a stream of millions comes to.
    """
    scorer = Scorer.load("general")
    _pass(scorer, file, count)
    peak = _megabytes("VmHWM")
    held = [_pass(scorer, file, count // 2) for _ in range(2)]
    return peak, held[1] - held[0]


def _pass(scorer: Scorer, file: Path, count: int) -> float:
    """Score so many articles; megabytes that are held afterwards."""
    for report in scorer.score_many(_articles(file, count), on_error="yield"):
        del report
    gc.collect()
    return _megabytes("VmRSS")


def _megabytes(key: str) -> float:
    """What `resource` tells on Linux counts the parent's memory too; elsewhere it is a peak."""
    if _STATUS.is_file():
        line = re.search(rf"^{key}:\s+(\d+) kB", _STATUS.read_text(), re.MULTILINE)
        if line:
            return int(line[1]) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def _articles(file: Path, count: int) -> Iterator[Article]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in islice(lines, count):
            yield Article(json.loads(line)["text"])


if __name__ == "__main__":
    print(json.dumps(memory(Path(sys.argv[1]), int(sys.argv[2]))))
