"""Take the figures in the README from the model cards: `python docs/figures.py`, after training."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = "| model | what is judged | figure | credscore | baseline |\n|---|---|---|---|---|\n"
TABLE = re.compile(r"(<!-- figures[^>]*-->\n).*?(<!-- /figures -->)", re.DOTALL)


class Card:
    """The card of the newest version of a model.

    Parameters
    ----------
    name : str
        The model's name without its version.
    """

    def __init__(self, name: str) -> None:
        places = ROOT.joinpath("trained").glob(f"{name}-v*")
        place = max(places, key=lambda place: int(place.name.rpartition("-v")[2]))
        self.link = f"[`{place.name}`](trained/{place.name}/MODEL_CARD.md)"
        self.text = (place / "MODEL_CARD.md").read_text(encoding="utf-8")

    def row(self, label: str) -> list[str]:
        """Cells of the table row that begins with the label."""
        return [cell.strip() for cell in self.find(rf"^\| {re.escape(label)} \|(.*)\|$").split("|")]

    def count(self, unit: str) -> str:
        """How many of something the card names first, as it writes it."""
        return self.find(rf"([\d,]+) {unit}\b")

    def find(self, pattern: str) -> str:
        """What a pattern with one group finds."""
        match = re.search(pattern, self.text, re.MULTILINE)
        if match is None:
            raise SystemExit(f"{self.link} has no {pattern}")
        return match[1]


def article_rows(name: str, judged: str) -> list[tuple[str, ...]]:
    """Rows of an article model."""
    card = Card(name)
    ours, words, length = (
        card.row(label) for label in ("credscore", "TF-IDF + logistic regression", "length alone")
    )
    beside = [f"TF-IDF {other}, length {least}" for other, least in zip(words, length, strict=True)]
    first = f"{judged}: {card.count('articles')} articles, {card.count('outlets')} outlets"
    return [
        (card.link, first, "AUC", ours[0], beside[0]),
        (card.link, judged, "Brier score, less is better", ours[2], beside[2]),
        (card.link, judged, "calibration error, less is better", ours[3], beside[3]),
        (card.link, judged, "coverage of the 90% interval", card.find(r"covers ([\d.]+%)"), "–"),
    ]


def all_rows() -> list[tuple[str, ...]]:
    """All rows of the table."""
    claims, support, attribution = Card("claims"), Card("support"), Card("attribution")
    adequate = f"adequate support: {claims.count('claims')} claims"
    step = f"what a sentence rests on: {support.count('sentences')} sentences"
    alone = f"support step alone {claims.row('support step alone')[0]}"
    one = support.row("macro, every sentence a claim of the most frequent step")[0]
    claim = support.row("claims against the rest")[0]
    eight = support.row("macro, the eight steps")[0]
    return [
        *article_rows("general", "the article score"),
        *article_rows("health", "the score for health news"),
        (claims.link, adequate, "AUC", claims.row("credscore")[0], alone),
        (support.link, step, "macro F1 of eight steps", eight, f"one step for all {one}"),
        (support.link, "claims against the rest", "F1", claim, "–"),
        *(
            (
                attribution.link,
                f"the {span} of words, in PolNeAR",
                "F1, exact and by overlap",
                ", ".join(attribution.row(span)[:2]),
                "–",
            )
            for span in ("source", "cue", "content")
        ),
    ]


if __name__ == "__main__":
    place = ROOT / "README.md"
    body = "".join(f"| {' | '.join(row)} |\n" for row in all_rows())
    text = place.read_text(encoding="utf-8")
    place.write_text(TABLE.sub(lambda match: match[1] + HEAD + body + match[2], text), "utf-8")
