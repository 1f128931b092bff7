"""Sequences of different lengths, worked on at once, against one after the other."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.packing import best_paths, pack, pack_paragraphs, scan

LENGTHS = [[1], [4], [1, 1, 1], [2, 5, 3], [5, 5, 1, 2], [1, 7, 1]]


def bounds(lengths: list[int]) -> list[tuple[int, int]]:
    edges = np.concatenate(([0], np.cumsum(lengths))).tolist()
    return list(pairwise(edges))


def packed(lengths: list[int]):
    return pack_paragraphs(np.array([first for first, _ in bounds(lengths)]), np.array(lengths))


@given(st.lists(st.integers(1, 9), min_size=1, max_size=9))
def test_every_token_has_one_row(lengths: list[int]) -> None:
    packing = packed(lengths)
    total = sum(lengths)
    assert sorted(packing.order.tolist()) == list(range(total))
    assert packing.flip[packing.flip].tolist() == list(range(total))
    assert packing.blocks[0] == 0
    assert packing.blocks[-1] == total
    for first, last in bounds(lengths):
        rows = np.argsort(packing.order)[first:last]
        assert packing.order[packing.flip[rows]].tolist() == list(range(first, last))[::-1]


def test_a_document_is_packed_by_paragraph() -> None:
    packing = pack(Document(Article("One.\n\nTwo three four.")))
    assert packing.order.tolist() == [2, 0, 3, 1, 4, 5]
    assert packing.blocks == [0, 2, 4, 5, 6]


@pytest.mark.parametrize("lengths", LENGTHS)
def test_scan_is_the_recurrence(lengths: list[int]) -> None:
    chance = np.random.default_rng(3)
    forget = chance.random((sum(lengths), 2)).astype(np.float32)
    added = chance.standard_normal((sum(lengths), 2)).astype(np.float32)
    expected = added.copy()
    for first, last in bounds(lengths):
        for token in range(first + 1, last):
            expected[token] += forget[token] * expected[token - 1]
    packing = packed(lengths)
    found = scan(forget[packing.order], added[packing.order], packing)
    np.testing.assert_allclose(found, expected[packing.order], rtol=1e-6)


@pytest.mark.parametrize("lengths", LENGTHS)
def test_best_paths_are_the_best_of_all(lengths: list[int]) -> None:
    chance = np.random.default_rng(sum(lengths))
    scores = chance.standard_normal((sum(lengths), 3)).astype(np.float32)
    transitions = chance.standard_normal((3, 3)).astype(np.float32)
    transitions[0, 2] = -1e4
    packing = packed(lengths)
    path = np.empty(sum(lengths), dtype=np.int64)
    path[packing.order] = best_paths(scores[packing.order], transitions, packing)
    for first, last in bounds(lengths):
        best = max(
            product(range(3), repeat=last - first),
            key=lambda labels: (
                sum(
                    scores[token, label]
                    for token, label in zip(range(first, last), labels, strict=True)
                )
                + sum(transitions[pair] for pair in pairwise(labels))
            ),
        )
        assert path[first:last].tolist() == list(best)
