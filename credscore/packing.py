"""Many sequences of different lengths, worked on step by step all at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from credscore.document import Document

__all__ = ["Packing", "best_paths", "blocks", "pack", "pack_paragraphs", "paragraph_bounds", "scan"]

# Tokens of a block: more than nearly every article has.
_BLOCK = 8192


@dataclass(frozen=True, slots=True)
class Packing:
    """The tokens of a document ordered by their place in their paragraph.

    All first tokens come first, those of the longest paragraphs before the others, then all second
    ones, and so on: each step of a recurrence is a block of rows, and what each of its rows goes on
    from are the first rows of the block before.

    Attributes
    ----------
    order : ndarray of int64, shape (tokens,)
        The token of each row.
    flip : ndarray of int64, shape (tokens,)
        For each row the row as far from its paragraph's end; twice applied it gives the row itself.
    behind : ndarray of int64, shape (tokens,)
        For each row that of the token before; for those of first tokens, which have none, the row
        itself.
    blocks : list of int
        First row of each step, and the number of rows at the end.
    """

    order: NDArray[np.int64]
    flip: NDArray[np.int64]
    behind: NDArray[np.int64]
    blocks: list[int]


def paragraph_bounds(document: Document) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """First token of each paragraph of a document with at least one token, and its length."""
    firsts = [document.sentences[begin].first for begin, _ in document.paragraphs]
    begins = np.array(firsts)
    return begins, np.array([*firsts[1:], len(document)]) - begins


def pack(document: Document) -> Packing:
    """Order the tokens of a document that has at least one."""
    return pack_paragraphs(*paragraph_bounds(document))


def blocks(document: Document) -> Iterator[tuple[int, int, Packing]]:
    """Cut a document that has at least one token into blocks of whole paragraphs.

    What is worked out for the tokens of a block stays near the processor; most articles are one.

    Parameters
    ----------
    document : Document
        What to cut.

    Yields
    ------
    tuple of (int, int, Packing)
        Token range, end exclusive, and the order of these tokens, counted from the first of them.
    """
    firsts, lengths = paragraph_bounds(document)
    ends = firsts + lengths
    begin = 0
    while begin < len(firsts):
        first = int(firsts[begin])
        end = max(int(ends.searchsorted(first + _BLOCK, "right")), begin + 1)
        last = int(ends[end - 1])
        yield first, last, pack_paragraphs(firsts[begin:end] - first, lengths[begin:end])
        begin = end


def pack_paragraphs(firsts: NDArray[np.int64], lengths: NDArray[np.int64]) -> Packing:
    """Order the tokens of paragraphs that together hold every token once."""
    longest_first = np.argsort(-lengths, kind="stable")
    firsts, lengths = firsts[longest_first], lengths[longest_first]
    steps = np.arange(lengths[0])
    alive = np.searchsorted(-lengths, -steps, side="left")
    begins = np.concatenate(([0], np.cumsum(alive)))
    step = np.repeat(steps, alive)
    column = np.arange(len(step)) - begins[step]
    flip = begins[lengths[column] - 1 - step] + column
    behind = begins[np.maximum(step - 1, 0)] + column
    return Packing(firsts[column] + step, flip, behind, begins.tolist())


def scan(
    forget: NDArray[np.float32], state: NDArray[np.float32], packing: Packing
) -> NDArray[np.float32]:
    """Carry a state along each paragraph: each row keeps `forget` of the row before.

    Parameters
    ----------
    forget : ndarray of float32, shape (tokens, size)
        From 0, nothing is kept, to 1.
    state : ndarray of float32, shape (tokens, size)
        What each row adds; changed in place.
    packing : Packing
        The order of the rows.

    Returns
    -------
    ndarray of float32, shape (tokens, size)
        `state`, row `t` of a paragraph now being `state[t] + forget[t] * (row t - 1)`.
    """
    blocks = packing.blocks
    last = state[: blocks[1]]
    part = np.empty_like(last)
    multiply, add = np.multiply, np.add
    for begin, end in pairwise(blocks[1:]):
        rows = end - begin
        if rows != len(part):
            part, last = part[:rows], last[:rows]
        here = state[begin:end]
        multiply(forget[begin:end], last, part)
        last = add(here, part, here)
    return state


def best_paths(
    scores: NDArray[np.float32], transitions: NDArray[np.float32], packing: Packing
) -> NDArray[np.int64]:
    """Find the best sequence of labels of each paragraph (Viterbi).

    Parameters
    ----------
    scores : ndarray of float32, shape (tokens, labels)
        Of each label for each row.
    transitions : ndarray of float32, shape (labels, labels)
        Of going from the first label to the second.
    packing : Packing
        The order of the rows.

    Returns
    -------
    ndarray of int64, shape (tokens,)
        The label of each row.
    """
    best = _best_until(scores, transitions, packing)
    rows = best.shape[1]
    blocks, behind = packing.blocks, packing.behind
    # From which label each label of a row's next is reached best; meaningless for last rows. Both
    # these and the path are places in a flat table, whose row is the label and whose column the row
    # before: what is found there is in turn the place for that one.
    source = _sources(best, transitions).astype(np.int64)
    source *= rows
    source += behind
    source = source.ravel()
    path: NDArray[np.int64] = best.argmax(axis=0)
    path *= rows
    path += behind
    for step in range(len(blocks) - 2, 0, -1):
        begin, end, first = blocks[step], blocks[step + 1], blocks[step - 1]
        source.take(path[begin:end], None, path[first : first + end - begin], "clip")
    path //= rows
    return path


def _best_until(
    scores: NDArray[np.float32], transitions: NDArray[np.float32], packing: Packing
) -> NDArray[np.float32]:
    """Score of the best path that ends in each row at each label, shape (labels, tokens)."""
    blocks = packing.blocks
    labels, widest = len(transitions), blocks[1]
    # A step's rows lie side by side, so that most of what it takes is one run of numbers.
    best = np.array(scores, order="C")
    of_each = best.T[:, :, None]
    moves = transitions[:, None]
    room = np.empty(labels * labels * widest, dtype=np.float32)
    before, width = 0, -1
    add, highest = np.add, np.maximum.reduce
    top = np.empty((widest, labels), dtype=np.float32)
    for begin, end in pairwise(blocks[1:]):
        if end - begin != width:
            width = end - begin
            reach = room[: labels * labels * width].reshape(labels, width, labels)
            top = top[:width]
        add(of_each[:, before : before + width], moves, reach)
        highest(reach, axis=0, out=top)
        here = best[begin:end]
        add(here, top, here)
        before = begin
    return np.ascontiguousarray(best.T)


def _sources(best: NDArray[np.float32], transitions: NDArray[np.float32]) -> NDArray[np.uint8]:
    """From which label each label of a next row is reached best, shape (labels, tokens)."""
    # Label by label, for `argmax` along anything but the last axis is slow.
    top = best[0] + transitions[0][:, None]
    source = np.zeros(top.shape, dtype=np.uint8)
    for number in range(1, len(transitions)):
        reach = best[number] + transitions[number][:, None]
        # The numbers rise, so the last is the largest.
        better = (reach > top).view(np.uint8)
        better *= np.uint8(number)
        np.maximum(source, better, out=source)
        np.maximum(top, reach, out=top)
    return source
