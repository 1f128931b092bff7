"""Articles that this project had annotated beyond the gold set.

The labels lie beside this module, as places in texts that stay in the corpora of the data folder:
no text is shipped. They teach whom claims rest on and what a claim is; how well a claim or an
article is supported is learnt from the gold set alone.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import cast

from credscore.errors import LabelsError
from credscore.report import JsonValue
from credscore.training.data import LabelledArticle, json_rows, labelled, units_of

__all__ = ["further_articles", "joined"]

_LABELS = "further.jsonl.gz"
_CORPUS = "data/{}/articles.jsonl.gz"
_OF_TOKENS = "newswire_entities"
# How the tokens of a sentence stand together, in this order.
_JOINTS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r" ([,.;:!?%)\]’”])", r"\1"),
        (r"([(\[“‘$]) ", r"\1"),
        (r" ('s|n't|'re|'ve|'ll|’s)\b", r"\1"),
        (r'" ([^"]*?) "', r'"\1"'),
        (r"([’']) (s|re|ve|ll|t|S)\b", r"\1\2"),
        (r"\b([A-Z])\. (?=[A-Z]\.)", r"\1."),
        (r"(?<=[a-z0-9]) - (?=[a-z])", "-"),
    )
)


def joined(tokens: Iterable[str]) -> str:
    """The text of a sentence that a corpus gives as tokens.

    Examples
    --------
    >>> joined(["“", "No", ",", "”", "said", "Silva", "'s", "aide", "."])
    "“No,” said Silva's aide."
    """
    text = " ".join(tokens)
    for pattern, by in _JOINTS:
        text = pattern.sub(by, text)
    return text


def further_articles(folder: Path) -> list[LabelledArticle]:
    """The articles that were annotated for this project.

    Parameters
    ----------
    folder : Path
        The data folder, whose corpora hold their texts.

    Raises
    ------
    LabelsError
        If a corpus or an article is missing, or its text is another than the one annotated.
    """
    rows = _labels()
    wanted: dict[str, set[str]] = {}
    for row in rows:
        wanted.setdefault(str(row["corpus"]), set()).add(str(row["id"]))
    texts = {name: _texts(folder / _CORPUS.format(name), ids) for name, ids in wanted.items()}
    return [_article(row, texts[str(row["corpus"])], folder) for row in rows]


def _labels() -> list[dict[str, JsonValue]]:
    packed = files("credscore.training").joinpath(_LABELS).read_bytes()
    return [json.loads(line) for line in gzip.decompress(packed).splitlines()]


def _article(
    row: Mapping[str, JsonValue], texts: Mapping[str, Mapping[str, JsonValue]], folder: Path
) -> LabelledArticle:
    place = f"{_LABELS}, {row['corpus']} {row['id']}"
    found = texts.get(str(row["id"]))
    if found is None:
        raise LabelsError(f"{place}: no such article in {folder / _CORPUS.format(row['corpus'])}")
    text = str(found["text"])
    if sha256(text.encode()).hexdigest()[:16] != row["sha256"]:
        raise LabelsError(f"{place}: the text is not the one that was annotated")
    whole = {"text": text, "title": found.get("title"), "id": row["id"]} | {
        key: row[key] for key in ("publisher", "units")
    }
    rating = cast("int", row["rating"])
    return labelled(whole, rating, "publisher", place, units_of(whole, place))


def _texts(file: Path, ids: set[str]) -> dict[str, dict[str, JsonValue]]:
    """The rows of a corpus that are wanted, by id, each with its text."""
    found = {str(row["id"]): row for _, row in json_rows(file) if row["id"] in ids}
    if file.parent.name == _OF_TOKENS:
        for row in found.values():
            sentences = cast("list[dict[str, list[str]]]", row["sentences"])
            row["text"] = "\n\n".join(joined(sentence["tokens"]) for sentence in sentences)
    return found
