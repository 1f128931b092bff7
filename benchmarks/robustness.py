"""Robustness: what does not matter to a reader must not move the score."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpora import Workbench, article, outlet
from benchmarks.results import Figure, Result, Table
from credscore.article import Article
from credscore.training.noise import bootstrap, multiplicities

__all__ = ["CHANGES", "run"]

Moves = NDArray[np.float64]

_FURNITURE = (
    "\n\nShare this article\n\nFacebook Twitter Email\n\nRead more: Ten photos of the week\n\n"
    "Sign up for our newsletter\n\nLeave a Reply\n\nYour email address will not be published. "
    "Required fields are marked *\n\nAll rights reserved.\n"
)
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def straight_quotation_marks(text: str) -> str:
    """Typewriter quotation marks for typographic ones."""
    return text.translate(_PLAIN)


def curly_quotation_marks(text: str) -> str:
    """Typographic quotation marks for typewriter ones: opening after a blank, else closing."""
    text = re.sub(r'(^|[\s(\[—–-])"', r"\1“", text, flags=re.MULTILINE)
    text = re.sub(r"(^|[\s(\[“—–-])'(?=\w)", r"\1‘", text, flags=re.MULTILINE)
    return text.replace('"', "”").replace("'", "’")


def windows_line_ends(text: str) -> str:
    """A carriage return before each line feed."""
    return text.replace("\r\n", "\n").replace("\n", "\r\n")


def wide_blanks(text: str) -> str:
    """Two blanks after each sentence, blanks at the ends of lines."""
    return re.sub(r"([.!?][”\"]?) (?=[A-Z“\"])", r"\1  ", text).replace("\n", "  \n")


def blank_lines(text: str) -> str:
    """One more empty line between paragraphs."""
    return re.sub(r"\n+", lambda match: match[0] + "\n", text)


def no_break_spaces(text: str) -> str:
    """No-break spaces before numbers and after titles, as editors set them."""
    text = re.sub(r" (?=\d)", "\u00a0", text)
    return re.sub(r"\b(Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. ", "\\1.\u00a0", text)


def page_furniture(text: str) -> str:
    """What pages put below an article."""
    return text.rstrip() + _FURNITURE


def without_the_last_tenth(text: str) -> str:
    """Less of the article: this may move the score, and tells how far a real change does."""
    return text[: text.rfind(" ", 0, len(text) * 9 // 10)]


# What changes nothing that a reader would judge by.
CHANGES: Mapping[str, Callable[[str], str]] = {
    "straight quotation marks": straight_quotation_marks,
    "curly quotation marks": curly_quotation_marks,
    "Windows line ends": windows_line_ends,
    "wide blanks": wide_blanks,
    "blank lines": blank_lines,
    "no-break spaces": no_break_spaces,
    "page furniture": page_furniture,
}
_NOTICED = 0.05


def run(bench: Workbench) -> Result:
    """Score the annotated articles as they are and with each change."""
    corpora = ("gold", "gold-more")
    rows = [row for corpus in corpora for row in bench.rows(corpus)]
    articles = [article(row) for row in rows]
    plain = [report.score for corpus in corpora for report in bench.reports(corpus)]
    drawn = multiplicities([outlet(row) for row in rows], bench.seed)
    reference = _moves(bench, articles, plain, without_the_last_tenth)
    figures, lines = [], []
    for name, change in CHANGES.items():
        moves = _moves(bench, articles, plain, change)
        noise = bootstrap(lambda weights, moves=moves: _mean(moves, weights), drawn)  # type: ignore[misc]
        figures.append(
            Figure(
                f"{name}, mean move of the score",
                float(moves.mean()),
                "less",
                error=noise.error,
                interval=noise.interval,
                baselines={"the last tenth cut off": float(reference.mean())},
            )
        )
        lines.append(_line(name, moves))
    lines.append(_line("the last tenth cut off", reference))
    columns = ("change", "mean", "nine tenths", "largest", f"share over {_NOTICED}")
    return Result(
        "robustness",
        bench.hashes(*corpora),
        tuple(figures),
        (Table("Move of the score", columns, tuple(lines)),),
        (
            f"{len(articles)} articles. A move is the distance of two scores of one article. The "
            "last tenth cut off is a real change, for comparison.",
        ),
    )


def _moves(
    bench: Workbench,
    articles: Sequence[Article],
    plain: Sequence[float],
    change: Callable[[str], str],
) -> Moves:
    changed = [replace(item, text=change(item.text), links=()) for item in articles]
    scores = np.array([report.score for report in bench.score(changed)])
    moves: Moves = np.abs(scores - np.array(plain))
    return moves


def _mean(
    moves: Moves,
    weights: NDArray[np.int64],
) -> float:
    return float(moves @ weights / weights.sum())


def _line(name: str, moves: Moves) -> tuple[str, float, float, float, float]:
    return (
        name,
        float(moves.mean()),
        float(np.quantile(moves, 0.9)),
        float(moves.max()),
        float((moves > _NOTICED).mean()),
    )
