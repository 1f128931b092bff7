"""Take the figures in the README from the model cards: `python docs/figures.py`, after training."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
HEAD = "| model | what is judged | figure | credscore | baseline |\n|---|---|---|---|---|\n"
TABLE = re.compile(r"(<!-- figures[^>]*-->\n).*?(<!-- /figures -->)", re.DOTALL)


class Figure(NamedTuple):
    """One row of the table in the README.

    Attributes
    ----------
    model : str
        Name of the model, without its version.
    judged, name : str
        What is judged and by which figure; `{articles}` stands for how many the card names.
    ours : tuple of (str, int)
        Label of the row of the card's table and number of the column in it.
    beside : dict of str to (str, int)
        The same for each baseline.
    """

    model: str
    judged: str
    name: str
    ours: tuple[str, int]
    beside: dict[str, tuple[str, int]]


def _article_figures(model: str, judged: str) -> list[Figure]:
    names = {0: "AUC", 2: "Brier score, less is better", 3: "calibration error, less is better"}
    return [
        Figure(
            model,
            judged,
            name,
            ("credscore", column),
            {
                "TF-IDF": ("TF-IDF + logistic regression", column),
                "length": ("length alone", column),
            },
        )
        for column, name in names.items()
    ]


FIGURES = [
    *_article_figures("general", "article score: {articles} articles, {outlets} outlets"),
    *_article_figures("health", "score of health news: {articles} articles, {outlets} outlets"),
    Figure(
        "claims",
        "support of a claim: {claims} claims, {outlets} outlets",
        "AUC",
        ("credscore", 0),
        {"its step alone": ("support step alone", 0)},
    ),
    Figure(
        "checkability",
        "what is a claim: {sentences} sentences, {outlets} outlets",
        "F1",
        ("claims", 0),
        {"every sentence": ("claims, every sentence called one", 0)},
    ),
    Figure(
        "checkability",
        "what a claim rests on: {sentences} sentences, {outlets} outlets",
        "macro F1 of eight steps",
        ("macro over the eight steps", 0),
        {"one step": ("macro, every sentence on the most frequent step", 0)},
    ),
    Figure(
        "mentions",
        "mentions of sources: {mentions} mentions, {outlets} outlets",
        "F1",
        ("credscore", 2),
        {"every candidate": ("every candidate", 2)},
    ),
    *(
        Figure("attribution", f"PolNeAR, the {span}", "F1, exact", (span, 0), {})
        for span in ("source", "cue", "content")
    ),
]


def line_of(figure: Figure) -> str:
    """Return the line of the README's table."""
    places = ROOT.joinpath("trained").glob(f"{figure.model}-v*")
    place = max(places, key=lambda place: int(place.name.rpartition("-v")[2]))
    card = (place / "MODEL_CARD.md").read_text(encoding="utf-8")

    def find(pattern: str) -> str:
        match = re.search(pattern, card, re.MULTILINE)
        if match is None:
            raise SystemExit(f"{place.name}: its card has no {pattern}")
        return match[1]

    def cell(label: str, column: int) -> str:
        return find(rf"^\| {re.escape(label)} \|(.*)\|$").split("|")[column].strip()

    judged = re.sub(r"\{(\w+)\}", lambda unit: find(rf"([\d,]+) {unit[1]}\b"), figure.judged)
    beside = ", ".join(f"{name} {cell(*at)}" for name, at in figure.beside.items())
    link = f"[`{place.name}`](trained/{place.name}/MODEL_CARD.md)"
    return f"| {link} | {judged} | {figure.name} | {cell(*figure.ours)} | {beside or '–'} |\n"


if __name__ == "__main__":
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    lines = "".join(map(line_of, FIGURES))
    readme.write_text(TABLE.sub(lambda match: match[1] + HEAD + lines + match[2], text), "utf-8")
