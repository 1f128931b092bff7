"""Training the attribution tagger on PolNeAR with python-crfsuite."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from credscore.article import Article
from credscore.document import Document
from credscore.errors import MissingDependencyError
from credscore.features.tagging import (
    PAIRS,
    PLACES,
    WORD_FEATURES,
    WordTable,
    token_features,
    word_features,
)
from credscore.tagger import BOUNDARY, PAIR_BASE, Tagger
from credscore.training.polnear import AnnotatedArticle

__all__ = ["LABELS", "bio_labels", "train_tagger"]

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
_ROLES = ("content", "source", "cue")
_log = logging.getLogger(__name__)


def bio_labels(document: Document, row: AnnotatedArticle) -> list[str]:
    """Label each token of an annotated article: "O", or "B-" and "I-" with the role."""
    labels = ["O"] * len(document)
    for attribution in row["attributions"]:
        for role in _ROLES:
            for start, end in attribution[role] or []:
                first, last = document.token_range(start, end)
                for index in range(first, last):
                    labels[index] = ("B-" if index == first else "I-") + role
    return labels


def _attributes(document: Document, vocabulary: Mapping[str, int]) -> list[list[str]]:
    """Features of each token as the strings that crfsuite takes."""
    table = WordTable(vocabulary)
    found = token_features(document, table)
    words = [word_features(word) for word in document.words]
    places = found.places.tolist()
    pairs = {
        name: list(zip(one.tolist(), two.tolist(), strict=True))
        for name, (one, two) in found.pairs.items()
    }
    items: list[list[str]] = []
    for begin, end in document.paragraphs:
        first, last = document.sentences[begin].first, document.sentences[end - 1].last
        for index in range(first, last):
            item = []
            for name, offsets in WORD_FEATURES.items():
                for offset in offsets:
                    place = index + offset
                    value = words[place][name] if first <= place < last else BOUNDARY
                    if value:
                        item.append(f"w\t{name}\t{offset}\t{value}")
            item.extend(f"p\t{column}\t{value}" for column, value in enumerate(places[index]))
            for name in PAIRS:
                one, two = pairs[name][index]
                if one:
                    item.append(f"b\t{name}\t{one}\t{two}")
            items.append(item)
    return items


def train_tagger(
    rows: Iterable[AnnotatedArticle],
    *,
    iterations: int = 150,
    l1: float = 0.3,
    l2: float = 0.05,
    minimum: int = 3,
) -> Tagger:
    """Train a tagger.

    Parameters
    ----------
    rows : iterable of AnnotatedArticle
        Articles with their attributions.
    iterations : int
        Steps of L-BFGS at most.
    l1, l2 : float
        Strength of the two penalties; the first makes most weights zero.
    minimum : int
        How often a feature must occur.

    Returns
    -------
    Tagger
        Ready to use.

    Raises
    ------
    MissingDependencyError
        If python-crfsuite is not installed.
    """
    try:
        import pycrfsuite
    except ImportError as error:
        raise MissingDependencyError("python-crfsuite", "train", "training the tagger") from error
    annotated = list(rows)
    documents = [Document(Article(row["text"], title=row["title"])) for row in annotated]
    counts: dict[str, int] = {}
    for document in documents:
        for word in document.words:
            norm = word_features(word)["word"]
            counts[norm] = counts.get(norm, 0) + 1
    vocabulary = sorted(word for word, count in counts.items() if count >= minimum)
    numbers = {word: number for number, word in enumerate(vocabulary, start=1)}
    trainer = pycrfsuite.Trainer(verbose=False)
    for document, row in zip(documents, annotated, strict=True):
        labels = bio_labels(document, row)
        items = _attributes(document, numbers)
        for begin, end in document.paragraphs:
            first, last = document.sentences[begin].first, document.sentences[end - 1].last
            trainer.append(pycrfsuite.ItemSequence(items[first:last]), labels[first:last])
    _log.info("training on %d articles", len(documents))
    trainer.set_params(
        {
            "c1": l1,
            "c2": l2,
            "max_iterations": iterations,
            "feature.minfreq": minimum,
            "feature.possible_transitions": True,
        }
    )
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "crf")
        trainer.train(path)
        model = pycrfsuite.Tagger()
        model.open(path)
        dump = model.info()
        return _convert(dump.state_features, dump.transitions, vocabulary)


def _convert(
    states: Mapping[tuple[str, str], float],
    moves: Mapping[tuple[str, str], float],
    vocabulary: Sequence[str],
) -> Tagger:
    """Turn crfsuite's weights by name into arrays."""
    number = {label: index for index, label in enumerate(LABELS)}
    transitions = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for (before, after), weight in moves.items():
        transitions[number[before], number[after]] = weight
    words: dict[str, dict[str, NDArray[np.float32]]] = {name: {} for name in WORD_FEATURES}
    places = [np.zeros((place.size, len(LABELS)), dtype=np.float32) for place in PLACES]
    pairs: dict[str, dict[int, NDArray[np.float32]]] = {name: {} for name in PAIRS}
    for (attribute, label), weight in states.items():
        sort, *parts = attribute.split("\t", 3)
        column = number[label]
        if sort == "w":
            name, offset, value = parts
            offsets = WORD_FEATURES[name]
            rows = words[name].setdefault(
                value, np.zeros((len(offsets), len(LABELS)), dtype=np.float32)
            )
            rows[offsets.index(int(offset)), column] = weight
        elif sort == "p":
            places[int(parts[0])][int(parts[1]), column] = weight
        else:
            name, one, two = parts
            key = int(one) * PAIR_BASE + int(two)
            pairs[name].setdefault(key, np.zeros(len(LABELS), dtype=np.float32))[column] = weight
    return Tagger(
        LABELS,
        transitions,
        vocabulary,
        {
            name: (
                {value: index for index, value in enumerate(sorted(rows))},
                np.array([rows[value] for value in sorted(rows)], dtype=np.float32).reshape(
                    len(rows), len(WORD_FEATURES[name]), len(LABELS)
                ),
            )
            for name, rows in words.items()
        },
        places,
        {
            name: (
                np.array(sorted(rows), dtype=np.int64),
                np.array([rows[key] for key in sorted(rows)], dtype=np.float32).reshape(
                    len(rows), len(LABELS)
                ),
            )
            for name, rows in pairs.items()
        },
    )
