"""Score a stream of articles and print the peak of memory on the way, for `speed`."""

from __future__ import annotations

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

_STEPS = 8
_STATUS = Path("/proc/self/status")


def peaks(file: Path, count: int) -> list[float]:
    """Peak of this process's memory in MB, eight times while so many articles are scored."""
    found = []
    reports = Scorer.load("general").score_many(_articles(file, count), on_error="yield")
    for number, report in enumerate(reports, start=1):
        del report
        if number % max(count // _STEPS, 1) == 0:
            found.append(_peak())
    return found


def _peak() -> float:
    """Megabytes; what `resource` tells on Linux counts the parent's memory too."""
    if _STATUS.is_file():
        line = re.search(r"^VmHWM:\s+(\d+) kB", _STATUS.read_text(), re.MULTILINE)
        if line:
            return int(line[1]) / 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def _articles(file: Path, count: int) -> Iterator[Article]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in islice(lines, count):
            yield Article(json.loads(line)["text"])


if __name__ == "__main__":
    print(json.dumps(peaks(Path(sys.argv[1]), int(sys.argv[2]))))
