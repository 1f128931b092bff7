"""As many articles as are asked for, none like another, made of the sample articles' sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from credscore.article import Article
from credscore.document import Document

__all__ = ["made_articles"]

_SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_NUMBER = re.compile(r"\d+")
_SYLLABLES = "ba ben cor da del fen gar hol ka lin mar nor pel ros sil tor vam wes yor zan".split()


def made_articles(count: int, sentences: int = 6, seed: int = 0) -> Iterator[Article]:
    """Make articles of sentences in any order, with new names and numbers in each.

    Parameters
    ----------
    count : int
        How many.
    sentences : int
        Length of each.
    seed : int
        The same seed makes the same articles.

    Yields
    ------
    Article
        With a publisher, one of a thousand, and an id.
    """
    stock = _stock()
    chance = random.Random(seed)
    for number in range(count):
        text = " ".join(chance.choice(stock) for _ in range(sentences))
        text = _NAME.sub(lambda _: _name(chance), text)
        text = _NUMBER.sub(lambda _: str(chance.randrange(2, 5000)), text)
        yield Article(
            f"{text[: len(text) // 2]}{text[len(text) // 2 :]}",
            id=f"made-{number}",
            publisher=f"The {_SYLLABLES[number % 20].title()} {number % 50} Gazette",
        )


def _stock() -> list[str]:
    found = []
    for file in sorted(_SAMPLES.glob("*.txt")):
        document = Document(Article(file.read_text(encoding="utf-8")))
        text = document.article.text
        found += [
            " ".join(text[sentence.start : sentence.end].split())
            for sentence in document.sentences
            if sentence.kind != "furniture"
        ]
    return [sentence for sentence in found if sentence.count(" ") > 4]


def _name(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3)).title()
