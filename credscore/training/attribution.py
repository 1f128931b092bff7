"""Training the attribution tagger: on annotated articles, and on what a teacher says of others."""

from __future__ import annotations

import logging
import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from credscore.document import Document
from credscore.features.tagging import WordTable, word_features
from credscore.packing import pack
from credscore.tagger import Tagger
from credscore.training.chains import chain_loss, count_moves, marginals
from credscore.training.polnear import LABELS
from credscore.training.schedule import ARTICLES_A_STEP, GOLD_WEIGHT, PASSES
from credscore.training.student import Example, StudentNetwork, example, join

__all__ = ["Annotated", "Taught", "train_tagger"]

# A document with the number of each token's label.
Annotated = tuple[Document, NDArray[np.int64]]
# A document with the scores that a teacher gives the labels of each token.
Taught = tuple[Document, NDArray[np.float16]]

_RATE = 2e-3
_EMBEDDING_RATE = 6e-4
_DECAY = 0.01
_WARM_UP = 60
_CLIP = 1.0
# How much of the average of the weights over the steps each step replaces.
_AVERAGED = 0.01
_SUFFIX_MINIMUM = 8
_log = logging.getLogger(__name__)


def train_tagger(
    gold: Sequence[Annotated],
    silver: Sequence[Taught],
    teacher_transitions: NDArray[np.float32],
    words: Sequence[str],
    vectors: NDArray[np.float32],
    *,
    epochs: int = PASSES,
    articles: int = ARTICLES_A_STEP,
    gold_weight: int = GOLD_WEIGHT,
    seed: int = 0,
) -> Tagger:
    """Train the tagger.

    Parameters
    ----------
    gold : sequence of (Document, ndarray of int64)
        Annotated articles.
    silver : sequence of (Document, ndarray of float16)
        Articles with a teacher's scores, shape (tokens, labels); there may be none.
    teacher_transitions : ndarray of float32, shape (labels, labels)
        What the teacher's chain adds to its scores.
    words : sequence of str
        Known words.
    vectors : ndarray of float32, shape (words, size)
        Their vectors.
    epochs : int
        Passes over all articles.
    articles : int
        How many a step looks at.
    gold_weight : int
        How often an annotated article comes in each pass.
    seed : int
        The same seed gives the same tagger on the same machine.

    Returns
    -------
    Tagger
        Ready to use.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    values = {"word": words, **_known_values(document for document, _ in gold)}
    table = WordTable(
        {
            name: {value: number for number, value in enumerate(known, start=1)}
            for name, known in values.items()
        }
    )
    teacher = torch.from_numpy(teacher_transitions)
    examples = [
        example(document, table, *_annotated(document, labels)) for document, labels in gold
    ] * gold_weight
    examples += [
        example(document, table, *_taught(document, scores, teacher)) for document, scores in silver
    ]
    network, average = StudentNetwork(values, vectors), StudentNetwork(values, vectors)
    average.load_state_dict(network.state_dict())
    optimiser = torch.optim.AdamW(
        [
            {
                "params": [
                    weight
                    for name, weight in network.named_parameters()
                    if name != "embeddings.word.weight"
                ],
                "lr": _RATE,
            },
            {
                "params": [network.embeddings["word"].weight],
                "lr": _EMBEDDING_RATE,
                "weight_decay": 0.0,
            },
        ],
        weight_decay=_DECAY,
    )
    steps = epochs * math.ceil(len(examples) / articles)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: (
            min(1.0, (step + 1) / _WARM_UP)
            * (0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))) + 0.01)
        ),
    )
    network.train()
    for epoch in range(epochs):
        chance.shuffle(examples)
        total = 0.0
        for begin in range(0, len(examples), articles):
            loss = _loss(network, examples[begin : begin + articles])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
            optimiser.step()
            schedule.step()
            total += loss.item()
            with torch.no_grad():
                for mean, weight in zip(average.parameters(), network.parameters(), strict=True):
                    mean.lerp_(weight, max(_AVERAGED, 1 / (schedule.last_epoch + 1)))
        _log.info("epoch %d of %d, loss %.4f", epoch + 1, epochs, total * articles / len(examples))
    return average.tagger()


def _known_values(documents: Iterable[Document]) -> dict[str, list[str]]:
    """Endings that occur often enough, and all classes of the lexicon."""
    suffixes: Counter[str] = Counter()
    classes = set()
    for document in documents:
        for word in document.words:
            features = word_features(word)
            suffixes[features["suffix"]] += 1
            classes.add(features["class"])
    often = sorted(ending for ending, count in suffixes.items() if count >= _SUFFIX_MINIMUM)
    return {"suffix": [ending for ending in often if ending], "class": sorted(classes - {""})}


def _annotated(
    document: Document, labels: NDArray[np.int64]
) -> tuple[NDArray[np.float16], NDArray[np.float32]]:
    """Probabilities and moves of labels that are known."""
    packing = pack(document)
    sure = np.eye(len(LABELS), dtype=np.float16)[labels]
    moves = count_moves(torch.from_numpy(sure[packing.order]).float(), packing.blocks)
    return sure, moves.numpy()


def _taught(
    document: Document, scores: NDArray[np.float16], transitions: torch.Tensor
) -> tuple[NDArray[np.float16], NDArray[np.float32]]:
    """Probabilities and moves of labels that a teacher's chain scores."""
    packing = pack(document)
    found, moves = marginals(
        torch.from_numpy(scores[packing.order]).float(), transitions, packing.blocks
    )
    labels = np.empty(scores.shape, dtype=np.float16)
    labels[packing.order] = found.numpy()
    return labels, moves.numpy()


def _loss(network: StudentNetwork, examples: Sequence[Example]) -> torch.Tensor:
    """Mean cross-entropy by token with what is wanted."""
    batch = join(examples)
    with torch.autocast("cpu", torch.bfloat16):
        scores = network(batch)
    loss = chain_loss(scores.float(), network.transitions, batch.blocks, batch.labels, batch.moves)
    return loss / len(batch.words)
