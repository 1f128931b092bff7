"""Nothing grows with the number of articles."""

import functools
import gc
import random

from credscore.scorer import Scorer

LETTERS = "abcdefghijklmnoprstuvw"


def article(chance):
    """Sentences of the usual forms with words that no other article has."""

    def word():
        return "".join(chance.choice(LETTERS) for _ in range(9))

    return " ".join(
        f"{word().title()} {word().title()}, a {word()} of the {word().title()} Times, said on "
        f"Monday that the {word()}s {word()}ed the {word()} by {chance.randrange(99)}%. “The "
        f"{word()} is {word()},” {word()}s {word()}ly told {word().title()}."
        for _ in range(4)
    )


def remembered():
    """How much each cache without a bound holds."""
    return {
        f"{kept.__module__}.{kept.__name__}": kept.cache_info().currsize
        for kept in gc.get_objects()
        # Not isinstance: it asks every object, and some warn when they are asked.
        if type(kept) is functools._lru_cache_wrapper
        and kept.__module__.startswith("credscore.")
        and kept.cache_info().maxsize is None
    }


def test_what_is_remembered_of_words_has_a_bound():
    scorer, chance = Scorer.load(), random.Random(7)
    for _ in range(3):
        scorer.score(article(chance))
    before = remembered()
    assert before
    for _ in range(6):
        scorer.score(article(chance))
    assert remembered() == before
