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
    column : str
        Head of the column of the card's table.
    ours : str
        Label of the row in it.
    beside : dict of str to str
        The same for each baseline.
    """

    model: str
    judged: str
    name: str
    column: str
    ours: str
    beside: dict[str, str]


def _article_figures(model: str, judged: str) -> list[Figure]:
    names = {
        "AUC": "AUC",
        "Brier": "Brier score, less is better",
        "calibration error": "calibration error, less is better",
    }
    beside = {"TF-IDF": "TF-IDF + logistic regression", "length": "length alone"}
    return [
        Figure(model, judged, name, column, "credscore", beside) for column, name in names.items()
    ]


FIGURES = [
    *_article_figures("general", "article score: {articles} articles, {outlets} outlets"),
    *_article_figures("health", "score of health news: {articles} articles, {outlets} outlets"),
    Figure(
        "claims",
        "support of a claim: {claims} claims, {outlets} outlets",
        "AUC",
        "AUC",
        "credscore",
        {"its step alone": "support step alone"},
    ),
    Figure(
        "checkability",
        "what is a claim: {sentences} sentences, {outlets} outlets",
        "F1",
        "F1",
        "claims",
        {"every sentence": "claims, every sentence called one"},
    ),
    Figure(
        "steps",
        "what a claim rests on: {sentences} sentences, {outlets} outlets",
        "macro F1 of eight steps",
        "F1",
        "macro over the eight steps",
        {"one step": "macro, every sentence on the most frequent step"},
    ),
    Figure(
        "mentions",
        "mentions of sources: {mentions} mentions, {outlets} outlets",
        "F1",
        "F1",
        "credscore",
        {"every candidate": "every candidate"},
    ),
    *(
        Figure("attribution", f"PolNeAR, the {span}", "F1, exact", "exact F1", span, {})
        for span in ("source", "cue", "content")
    ),
]


def cells(line: str) -> list[str]:
    """Return the cells of a line of a table."""
    return [cell.strip() for cell in line.strip("|").split("|")]


def value_of(card: str, column: str, label: str) -> str:
    """Return the cell of the first table of a card that has the column and the row."""
    head: list[str] = []
    for line in card.splitlines():
        if not line.startswith("|"):
            head = []
        elif not head:
            head = cells(line)
        elif column in head and cells(line)[0] == label:
            return cells(line)[head.index(column)]
    raise SystemExit(f"a card has no table with the column {column!r} and the row {label!r}")


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

    judged = re.sub(r"\{(\w+)\}", lambda unit: find(rf"([\d,]+) {unit[1]}\b"), figure.judged)
    beside = ", ".join(
        f"{name} {value_of(card, figure.column, label)}" for name, label in figure.beside.items()
    )
    ours = value_of(card, figure.column, figure.ours)
    link = f"[`{place.name}`](trained/{place.name}/MODEL_CARD.md)"
    return f"| {link} | {judged} | {figure.name} | {ours} | {beside or '–'} |\n"


if __name__ == "__main__":
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    lines = "".join(map(line_of, FIGURES))
    readme.write_text(TABLE.sub(lambda match: match[1] + HEAD + lines + match[2], text), "utf-8")
