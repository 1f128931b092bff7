"""Plots of how good scores are, as SVG and PNG, through matplotlib."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from credscore.errors import MissingDependencyError
from credscore.training.intervals import DRAWS, SPLITS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from credscore.training.evaluation import Evaluation

__all__ = ["INK", "PAINTERS", "Painter", "Points", "draw", "evaluation_series"]

Points = Sequence[Sequence[float]]
Painter = Callable[["Axes", Points], None]

INK = "#1b3a57"
_SECOND = "#b5532a"
_GREY = "#8a8f94"
_SIZE = (5.0, 4.0)
_DOTS = 160


def draw(
    series: Mapping[str, Points], folder: Path, painters: Mapping[str, Painter] | None = None
) -> list[Path]:
    """Draw every series there is a painter for.

    Parameters
    ----------
    series : mapping of str to sequence of sequence of float
        Points by name of the plot; the end of the name tells the painter, as in "mine, coverage".
    folder : Path
        Takes the files.
    painters : mapping of str to Painter, optional
        By the end of the name; `PAINTERS` unless given.

    Returns
    -------
    list of Path
        The files, two a plot.

    Raises
    ------
    MissingDependencyError
        If matplotlib is not installed.
    """
    try:
        import matplotlib
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingDependencyError("matplotlib", "benchmark", "drawing plots") from error
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    with matplotlib.rc_context():
        # The same bytes in every run, and letters that can be searched for.
        matplotlib.rc("svg", hashsalt="credscore", fonttype="none")
        matplotlib.rc("font", size=9)
        for name, points in series.items():
            painter = _painter(name, PAINTERS if painters is None else painters)
            if painter is None or not points:
                continue
            figure = Figure(figsize=_SIZE, layout="constrained")
            axes = figure.add_subplot()
            axes.spines[["top", "right"]].set_visible(False)
            painter(axes, points)
            axes.set_title(name[:1].upper() + name[1:], loc="left", fontsize=10)
            stem = name.replace(",", "").replace(" ", "-")
            for suffix, metadata in (("svg", {"Date": None}), ("png", {"Software": None})):
                file = folder / f"{stem}.{suffix}"
                figure.savefig(file, dpi=_DOTS, metadata=metadata)
                files.append(file)
    return files


def evaluation_series(name: str, found: Evaluation) -> dict[str, list[list[float]]]:
    """What the plots of an article model draw.

    Parameters
    ----------
    name : str
        Of the model; each plot's name begins with it.
    found : Evaluation
        How good it is.

    Returns
    -------
    dict of str to list of list of float
        Points by name of the plot, for `draw`.
    """
    scores, ratings = found.scores["credscore"].tolist(), found.ratings.tolist()
    # Of all splits of the same articles the first is drawn.
    first = found.groups[: len(found.groups) // (SPLITS * DRAWS)]
    return {
        f"{name}, reliability": [list(row) for row in found.table],
        f"{name}, score by rating": [list(pair) for pair in zip(ratings, scores, strict=True)],
        f"{name}, coverage": [list(group) for group in first],
        f"{name}, learning curve": [list(point) for point in found.curve],
    }


def _painter(name: str, painters: Mapping[str, Painter]) -> Painter | None:
    return next((painter for end, painter in painters.items() if name.endswith(end)), None)


def _reliability(axes: Axes, points: Points) -> None:
    """Mean score against the rate of well supported articles, in tenths."""
    counts, scores, rates = np.array(points).T
    axes.plot((0, 1), (0, 1), color=_GREY, linewidth=1, linestyle="--", label="perfect")
    # Two standard errors of a rate among so many.
    spread = 2 * np.sqrt(np.maximum(rates * (1 - rates), 0.25 / counts) / counts)
    axes.errorbar(scores, rates, spread, fmt="o-", color=INK, capsize=2, label="tenths of articles")
    axes.set(
        xlim=(0, 1), ylim=(0, 1), xlabel="mean score", ylabel="rate of well supported articles"
    )
    axes.legend(frameon=False, loc="upper left")


def _by_rating(axes: Axes, points: Points) -> None:
    """The spread of the scores of each rating, and its articles as dots."""
    ratings, scores = np.array(points).T
    steps = np.unique(ratings)
    random = np.random.default_rng(0)
    axes.scatter(
        ratings + random.uniform(-0.22, 0.22, len(ratings)), scores, s=5, color=_GREY, linewidths=0,
        alpha=0.6,
    )  # fmt: skip
    axes.boxplot(
        [scores[ratings == step] for step in steps],
        positions=steps.tolist(),
        widths=0.5,
        showfliers=False,
        medianprops={"color": _SECOND, "linewidth": 2},
        boxprops={"color": INK},
        whiskerprops={"color": INK},
        capprops={"color": INK},
    )
    labels = [f"{step:g}\n({int((ratings == step).sum())})" for step in steps]
    axes.set_xticks(steps, labels)
    axes.set(ylim=(0, 1), xlabel="rating (articles)", ylabel="score")


def _coverage(axes: Axes, points: Points) -> None:
    """Intervals of groups of like score, and whether their rate lies in them."""
    scores, low, high, rates = np.array(sorted(map(tuple, points))).T
    inside = (low <= rates) & (rates <= high)
    axes.vlines(scores, low, high, color=_GREY, linewidth=3, alpha=0.6, label="interval")
    axes.plot(
        scores[inside],
        rates[inside],
        "o",
        color=INK,
        markersize=4,
        label="rate inside",
        clip_on=False,
    )
    axes.plot(
        scores[~inside],
        rates[~inside],
        "X",
        color=_SECOND,
        markersize=6,
        label="rate outside",
        clip_on=False,
    )
    axes.set(
        xlim=(0, 1), ylim=(0, 1), xlabel="mean score of a group",
        ylabel="rate of well supported articles",
    )  # fmt: skip
    axes.legend(frameon=False, loc="upper left")


def _learning_curve(axes: Axes, points: Points) -> None:
    """AUC by the number of articles in training: the mean and the range over samples."""
    sizes, means, low, high = np.array(points).T
    axes.fill_between(sizes, low, high, color=_GREY, alpha=0.3, linewidth=0, label="three samples")
    axes.plot(sizes, means, "o-", color=INK, label="mean")
    axes.axhline(0.5, color=_GREY, linewidth=1, linestyle="--", label="chance")
    axes.set_xscale("log")
    axes.set_xticks(sizes, [f"{size:,.0f}" for size in sizes])
    axes.minorticks_off()
    axes.set(ylim=(0.4, 1), xlabel="articles in training", ylabel="AUC on outlets not trained on")
    axes.legend(frameon=False, loc="upper left")


PAINTERS: Mapping[str, Painter] = {
    "reliability": _reliability,
    "score by rating": _by_rating,
    "coverage": _coverage,
    "learning curve": _learning_curve,
}
