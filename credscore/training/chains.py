"""Recurrences over many paragraphs at once in PyTorch, with gradients written out.

The rows are ordered as `credscore.packing` orders them. Without gradients of their own the loops
over steps would leave PyTorch with a graph of thousands of small parts.
"""

from __future__ import annotations

from itertools import pairwise

import torch

__all__ = ["Partition", "Scan", "chain_loss", "count_moves", "marginals"]

Blocks = list[int]
_FLOOR = 1e-30


class Scan(torch.autograd.Function):  # type: ignore[misc]
    """As `credscore.packing.scan`."""

    @staticmethod
    def forward(
        ctx: torch.autograd.function.FunctionCtx,
        forget: torch.Tensor,
        added: torch.Tensor,
        blocks: Blocks,
    ) -> torch.Tensor:
        """Carry the state forwards."""
        state = added.clone()
        before = 0
        for begin, end in pairwise(blocks[1:]):
            state[begin:end].addcmul_(forget[begin:end], state[before : before + end - begin])
            before = begin
        ctx.save_for_backward(forget, state)
        ctx.blocks = blocks
        return state

    @staticmethod
    def backward(
        ctx: torch.autograd.function.FunctionCtx, gradient: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, None]:
        """Carry the gradient backwards."""
        forget, state = ctx.saved_tensors
        blocks = ctx.blocks
        carried = gradient.clone()
        previous = torch.zeros_like(state)
        for step in range(len(blocks) - 2, 0, -1):
            begin, end, before = blocks[step], blocks[step + 1], blocks[step - 1]
            carried[before : before + end - begin].addcmul_(forget[begin:end], carried[begin:end])
            previous[begin:end] = state[before : before + end - begin]
        return carried * previous, carried, None


class Partition(torch.autograd.Function):  # type: ignore[misc]
    """Sum over the paragraphs of the logarithm of the sum over all paths of labels.

    Its gradient are the marginal probabilities: of each label in each row, and how often one label
    follows another.
    """

    @staticmethod
    def forward(
        ctx: torch.autograd.function.FunctionCtx,
        scores: torch.Tensor,
        transitions: torch.Tensor,
        blocks: Blocks,
    ) -> torch.Tensor:
        """Go forwards and, for the gradient, backwards."""
        moves = transitions.exp()
        ahead = scores.clone()
        before = 0
        for begin, end in pairwise(blocks[1:]):
            previous = ahead[before : before + end - begin]
            top = previous.max(1, keepdim=True)[0]
            ahead[begin:end] += ((previous - top).exp() @ moves + _FLOOR).log() + top
            before = begin
        behind = torch.zeros_like(scores)
        pairs = torch.zeros_like(transitions)
        # Each paragraph's total, first known at its last row, is carried back to its first.
        total = torch.logsumexp(ahead, 1)
        for step in range(len(blocks) - 2, 0, -1):
            begin, end, before = blocks[step], blocks[step + 1], blocks[step - 1]
            rows = slice(before, before + end - begin)
            total[rows] = total[begin:end]
            here = scores[begin:end] + behind[begin:end]
            top = here.max(1, keepdim=True)[0]
            weights = (here - top).exp()
            behind[rows] = (weights @ moves.T + _FLOOR).log() + top
            pairs += (ahead[rows] - total[rows, None] + top).exp().T @ weights
        ctx.save_for_backward((ahead + behind - total[:, None]).exp(), pairs * moves)
        return total[: blocks[1]].sum()

    @staticmethod
    def backward(
        ctx: torch.autograd.function.FunctionCtx, gradient: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, None]:
        """Return the marginal probabilities."""
        labels, pairs = ctx.saved_tensors
        return gradient * labels, gradient * pairs, None


def marginals(
    scores: torch.Tensor, transitions: torch.Tensor, blocks: Blocks
) -> tuple[torch.Tensor, torch.Tensor]:
    """Probability of each label in each row, and expected number of each move between labels."""
    scores, transitions = scores.detach().requires_grad_(), transitions.detach().requires_grad_()
    with torch.enable_grad():
        found = torch.autograd.grad(
            Partition.apply(scores, transitions, blocks), (scores, transitions)
        )
    return found[0], found[1]


def count_moves(labels: torch.Tensor, blocks: Blocks) -> torch.Tensor:
    """How often one label follows another, from labels as ones and zeros, shape (rows, labels)."""
    moves = labels.new_zeros(labels.shape[1], labels.shape[1])
    before = 0
    for begin, end in pairwise(blocks[1:]):
        moves += labels[before : before + end - begin].T @ labels[begin:end]
        before = begin
    return moves


def chain_loss(
    scores: torch.Tensor,
    transitions: torch.Tensor,
    blocks: Blocks,
    labels: torch.Tensor,
    moves: torch.Tensor,
) -> torch.Tensor:
    """How far a chain is from probabilities of labels: their cross-entropy, summed over rows.

    Parameters
    ----------
    scores : Tensor, shape (rows, labels)
        Of the chain.
    transitions : Tensor, shape (labels, labels)
        Of the chain.
    blocks : list of int
        As in `Packing`.
    labels : Tensor, shape (rows, labels)
        Wanted probabilities; 0 and 1 where the labels are known.
    moves : Tensor, shape (labels, labels)
        Wanted number of moves from the first label to the second.
    """
    wanted = (scores * labels).sum() + (transitions * moves).sum()
    return Partition.apply(scores, transitions, blocks) - wanted
