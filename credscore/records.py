"""Records by the hundred, and how to make them fast: claims, attributions, contributions."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, make_dataclass
from typing import ParamSpec, TypeVar

__all__ = ["maker", "uncollected"]

P = ParamSpec("P")
T = TypeVar("T")


def maker(kind: Callable[P, T]) -> Callable[P, T]:
    """Return what makes instances of a frozen, slotted dataclass four times as fast as it does.

    A frozen class sets its fields past its own lock, one call each. Here they are set in a class
    that has the same fields and no lock, and what comes of it is then one of the frozen class.

    Parameters
    ----------
    kind : type
        The dataclass, without base classes and `__post_init__`.

    Examples
    --------
    >>> from credscore.findings import Hedge
    >>> maker(Hedge)("h1", 0, 3, "may") == Hedge("h1", 0, 3, "may")
    True
    """
    found = [(field.name, field.type, field) for field in fields(kind)]  # type: ignore[arg-type]

    def lock(made: T) -> None:
        made.__class__ = kind  # type: ignore[assignment]

    unlocked: Callable[P, T] = make_dataclass(
        f"_{kind.__name__}", found, namespace={"__post_init__": lock}, slots=True
    )
    return unlocked


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the search for cycles away while records are made.

    None is in a cycle, and the search would look at all of them again and again as they grow: a
    fifth of the time of an article of 5 MB, and more than half of that of opening what another
    process sent.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
