"""The "could" of ability: what people were able to do, or nobody was, is no hedge."""

from __future__ import annotations

from credscore.features.hedging_candidate import LISTS, Candidate

__all__ = ["is_ability"]

_SUBJECTS = frozenset(("a", "an", "he", "her", "his", "it", "its", "she", "the", "their", "they"))
_UTMOST = frozenset(("best", "least", "most", "worst"))
_THINGS = frozenset(("that", "which"))


def is_ability(hedge: Candidate) -> bool:
    """Whether somebody was able to, or nothing could: "She could walk", "Nothing could stop them".

    Parameters
    ----------
    hedge : Candidate
        A "could".

    Returns
    -------
    bool
        Not where a verb of abilities tells what may be: "The finding could help doctors".
    """
    if hedge.before == "none" or hedge.norms[hedge.first - 3 : hedge.first - 1] == ["none", "of"]:
        # "None of them could win."
        return True
    if hedge.after == "see" and not LISTS["growth"].isdisjoint(
        hedge.norms[hedge.last + 1 : hedge.last + 4]
    ):
        # "The city could see more rain"
        return False
    if hedge.before in _THINGS and hedge.after != "not" and hedge.after in LISTS["ability verb"]:
        # "A test that could find cancer early"
        return False
    if hedge.after in LISTS["ability verb"] or hedge.before in {"nobody", "nothing"}:
        return True
    if hedge.before == "one" and hedge.norms[hedge.first - 2] == "no":
        return True
    if hedge.after == "help":
        # "how they could help", "wherever she could help."
        alone = not hedge.norms[hedge.last + 1][:1].isalnum()
        asked = LISTS["question word"].intersection(hedge.clause_before)
        return alone or not asked <= _THINGS
    return _is_perceived(hedge) or _is_utmost(hedge)


def _is_perceived(hedge: Candidate) -> bool:
    """Whether something could be perceived: "Smoke could be seen for miles", no "seen as"."""
    norms, be = hedge.norms, hedge.last + (hedge.after in {"also", "clearly", "just", "still"})
    return (
        norms[be] == "be"
        and norms[be + 1] in {"felt", "glimpsed", "heard", "seen", "smelled", "smelt"}
        and norms[be + 2] != "as"
        and hedge.before not in LISTS["felt later"]
    )


def _is_utmost(hedge: Candidate) -> bool:
    """Whether it tells how well somebody could do: "the best result [the team] could have had"."""
    clause = hedge.clause_before
    utmost = next((at for at, norm in enumerate(clause) if norm in _UTMOST), len(clause))
    between = clause[utmost + 1 :]
    return not _SUBJECTS.isdisjoint(between[-3:]) and LISTS["be"].isdisjoint(between)
