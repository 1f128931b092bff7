"""The "may" of rules: what people are allowed to do is no hedge."""

from __future__ import annotations

from itertools import pairwise

from credscore.features.hedging_candidate import LISTS, Candidate

__all__ = ["is_permission"]

# How far behind the verb a limit may stand: "may stay in the country up to 30 days".
_LIMIT_REACH = 7
_APPROVAL_REACH = 10
_APPROVED = frozenset(("approval", "authorisation", "authorization", "consent", "permission"))
# What a writer asks leave to do.
_RECALLED = frozenset(("added", "mentioned", "noted", "recalled", "remembered"))


def is_permission(hedge: Candidate) -> bool:
    """Whether somebody may by a rule: "Visitors may enter", "Students may not use phones".

    Parameters
    ----------
    hedge : Candidate
        A "may".

    Returns
    -------
    bool
        Not where the verb tells what befalls people ("Students may not be ready").
    """
    norms, verb = hedge.norms, hedge.last
    while norms[verb] in {"not", "be", "only", "also"} and verb < hedge.last + 3:
        verb += 1
    action = norms[verb]
    if hedge.before == "it" and hedge.after == "be" and action in _RECALLED:
        # "It may be recalled that he was granted bail"
        return True
    if action in LISTS["permission verb"] or action in {"lawfully", "legally"}:
        return True
    behind = norms[verb + 1 : verb + _APPROVAL_REACH]
    if not _APPROVED.isdisjoint(behind) and ("with", "prior") in pairwise(behind):
        # "Each agent may use one car with prior approval"
        return True
    if hedge.before not in LISTS["ruled people"] or norms[verb - 1] == "be":
        return False
    if action in LISTS["ruled action"]:
        return True
    return action in LISTS["open action"] and _is_ruled(hedge, verb)


def _is_ruled(hedge: Candidate, verb: int) -> bool:
    """Whether a rule or its limit stands beside: "Only members may", "may stay up to 30 days"."""
    if not LISTS["rule"].isdisjoint(hedge.clause_before):
        return True
    behind = hedge.norms[verb + 1 : verb + _LIMIT_REACH]
    return ("up", "to") in pairwise(behind)
