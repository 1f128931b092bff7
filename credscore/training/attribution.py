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
from credscore.tagger import Tagger
from credscore.training.chains import chain_loss, marginals
from credscore.training.polnear import LABELS
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
_AVERAGED = 0.02
_SUFFIX_MINIMUM = 8
# A score for the label that annotators gave which leaves no doubt.
_CERTAIN = 30.0
_log = logging.getLogger(__name__)


def train_tagger(
    gold: Sequence[Annotated],
    silver: Sequence[Taught],
    teacher_transitions: NDArray[np.float32],
    words: Sequence[str],
    vectors: NDArray[np.float32],
    *,
    epochs: int = 7,
    articles: int = 16,
    gold_weight: int = 2,
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
    sure = _CERTAIN * np.eye(len(LABELS), dtype=np.float16)
    examples = [example(document, table, sure[labels]) for document, labels in gold] * gold_weight
    examples += [example(document, table, target) for document, target in silver]
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
    teacher = torch.from_numpy(teacher_transitions)
    network.train()
    for epoch in range(epochs):
        chance.shuffle(examples)
        total = 0.0
        for begin in range(0, len(examples), articles):
            loss = _loss(network, examples[begin : begin + articles], teacher)
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


def _loss(
    network: StudentNetwork, examples: Sequence[Example], teacher: torch.Tensor
) -> torch.Tensor:
    """Mean cross-entropy by token with what the targets say."""
    batch = join(examples)
    labels, moves = marginals(batch.target.float(), teacher, batch.blocks)
    with torch.autocast("cpu", torch.bfloat16):
        scores = network(batch)
    loss = chain_loss(scores.float(), network.transitions, batch.blocks, labels, moves)
    return loss / len(batch.words)
