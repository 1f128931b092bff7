"""The benchmarks by name, run one after the other."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module

from benchmarks.corpora import MissingCorpusError, Workbench
from benchmarks.results import Result

__all__ = ["GATED", "NAMES", "run_all"]

# In the order of the documentation; the last is not gated, for it measures others.
NAMES = ("attribution", "findings", "score", "transfer", "robustness", "speed", "peers")
GATED = NAMES[:-1]
_LOG = logging.getLogger(__name__)


def run_all(
    names: Iterable[str],
    bench: Workbench,
    modules: Mapping[str, Callable[[Workbench], Result]] | None = None,
) -> tuple[list[Result], dict[str, str]]:
    """Run benchmarks; one whose data are missing is left out.

    Parameters
    ----------
    names : iterable of str
        Of `NAMES`.
    bench : Workbench
        Where the data are, and what the benchmarks share.
    modules : mapping of str to callable, optional
        Other benchmarks than those of this package.

    Returns
    -------
    list of Result, dict of str to str
        What was measured, and why the others were not.
    """
    results, missing = [], {}
    for name in names:
        begin = time.perf_counter()
        try:
            results.append((modules[name] if modules else _load(name))(bench))
        except MissingCorpusError as error:
            missing[name] = str(error)
            continue
        _LOG.info("%s took %.0f s", name, time.perf_counter() - begin)
    return results, missing


def _load(name: str) -> Callable[[Workbench], Result]:
    # Imported when it is run: some need libraries that others do without.
    run: Callable[[Workbench], Result] = import_module(f"benchmarks.{name}").run
    return run
