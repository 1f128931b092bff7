"""Reading PolNeAR, the corpus of attributions, and counting how much of it was found."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypedDict, cast

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document
from credscore.errors import LabelsError
from credscore.findings import Attribution

__all__ = [
    "LABELS",
    "ROLES",
    "AnnotatedArticle",
    "RoleScore",
    "bio_labels",
    "corpus_hash",
    "pair_count",
    "read_polnear",
    "role_scores",
]

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{part}-{role}" for role in ROLES for part in "BI"))
_FOLDER = Path("data/polnear")
_OVERLAP = 0.5

Pair = tuple[int, int]


class AnnotatedArticle(TypedDict):
    """A row of PolNeAR: its text and attributions of character spans."""

    id: str
    text: str
    title: str
    attributions: list[dict[str, list[list[int]]]]


@dataclass(frozen=True, slots=True)
class RoleScore:
    """How well the spans of one role were found.

    Attributes
    ----------
    role : str
        One of `ROLES`.
    exact, overlap : float
        F1 of spans with both ends right, and of spans paired one to one whose intersection is at
        least half of their union; 0 to 1, more is better.
    gold, found : int
        Distinct spans an article, added up.
    """

    role: str
    exact: float
    overlap: float
    gold: int
    found: int


def read_polnear(folder: Path, part: str) -> list[AnnotatedArticle]:
    """Read a part of PolNeAR from the data folder.

    Parameters
    ----------
    folder : Path
        Holds `data/polnear`.
    part : str
        "train" or "dev".

    Raises
    ------
    LabelsError
        If the file is missing or a row lacks its text or attributions.
    """
    file = folder / _FOLDER / f"{part}.jsonl.gz"
    if not file.is_file():
        raise LabelsError(f"{file} is missing; give the data folder with --data DIR")
    rows = []
    for number, line in enumerate(gzip.decompress(file.read_bytes()).splitlines(), start=1):
        row = json.loads(line)
        if not (isinstance(row, dict) and row.get("text") and "attributions" in row):
            raise LabelsError(f"{file}, line {number}: expected an object with text, attributions")
        rows.append(cast(AnnotatedArticle, row))
    return rows


def bio_labels(document: Document, row: AnnotatedArticle) -> NDArray[np.int64]:
    """Label each token of an annotated article by number in `LABELS`."""
    labels = np.zeros(len(document), dtype=np.int64)
    # Where spans meet in one token, the smaller parts have it.
    for role in reversed(ROLES):
        begin = LABELS.index(f"B-{role}")
        for attribution in row["attributions"]:
            for start, end in attribution[role] or ():
                first, last = document.token_range(start, end)
                labels[first:last] = begin + 1
                labels[first : min(first + 1, last)] = begin
    return labels


def corpus_hash(rows: Sequence[AnnotatedArticle]) -> str:
    """Hash of texts, titles and attributions, in order."""
    digest = sha256()
    for row in rows:
        digest.update(json.dumps([row["text"], row["title"], row["attributions"]]).encode())
    return f"sha256:{digest.hexdigest()}"


def role_scores(
    rows: Sequence[AnnotatedArticle], found: Sequence[Sequence[Attribution]]
) -> tuple[RoleScore, ...]:
    """Compare what was found with what was annotated.

    Parameters
    ----------
    rows : sequence of AnnotatedArticle
        What was annotated.
    found : sequence of sequence of Attribution
        What was found in each of them.

    Returns
    -------
    tuple of RoleScore
        One for each of `ROLES`.
    """
    scores = []
    for role in ROLES:
        exact = overlap = gold_count = found_count = 0
        for row, attributions in zip(rows, found, strict=True):
            gold = _gold_spans(row["attributions"], role)
            ours = _found_spans(attributions, role)
            exact += len(gold & ours)
            overlap += pair_count(sorted(ours), sorted(gold))
            gold_count += len(gold)
            found_count += len(ours)
        total = max(gold_count + found_count, 1)
        scores.append(
            RoleScore(role, 2 * exact / total, 2 * overlap / total, gold_count, found_count)
        )
    return tuple(scores)


def _gold_spans(
    attributions: Sequence[Mapping[str, Sequence[Sequence[int]]]], role: str
) -> set[Pair]:
    return {(start, end) for item in attributions for start, end in item[role] or ()}


def _found_spans(attributions: Sequence[Attribution], role: str) -> set[Pair]:
    if role == "content":
        return {(span.start, span.end) for item in attributions for span in item.content}
    spans = (item.source if role == "source" else item.cue for item in attributions)
    return {(span.start, span.end) for span in spans if span is not None}


def pair_count(ours: Sequence[Pair], gold: Sequence[Pair]) -> int:
    """How many spans pair one to one, the best overlaps first."""
    candidates = []
    for i, (start, end) in enumerate(ours):
        for j, (begin, stop) in enumerate(gold):
            common = min(end, stop) - max(start, begin)
            union = max(end, stop) - min(start, begin)
            if common >= _OVERLAP * union:
                candidates.append((common / union, i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(candidates, reverse=True):
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
    return len(used[0])
