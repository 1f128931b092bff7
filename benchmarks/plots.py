"""Plots of the results: those of any evaluation, and the speed by length."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.results import Result
from credscore.training.plots import INK, PAINTERS, Points
from credscore.training.plots import draw as draw_series

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["draw"]


def draw(results: Sequence[Result], folder: Path) -> list[Path]:
    """Draw every series there is a plot for.

    Returns
    -------
    list of Path
        The files, two a plot.

    Raises
    ------
    MissingDependencyError
        If matplotlib is not installed.
    """
    series = {name: points for result in results for name, points in result.series.items()}
    return draw_series(series, folder, {**PAINTERS, "speed by length": _speed})


def _speed(axes: Axes, points: Points) -> None:
    """Time a word by the length of the article, which is flat where cost is linear."""
    lengths, times = np.array(points).T
    axes.plot(lengths, times, "o-", color=INK)
    axes.set_xscale("log")
    axes.set_xticks(lengths, [f"{length:,.0f}" for length in lengths])
    axes.minorticks_off()
    axes.set(ylim=(0, 1.3 * times.max()), xlabel="words of the article", ylabel="µs a word")
