"""As many articles as are asked for, none like another, made of the sentences of others."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from credscore.article import Article
from credscore.document import Document

__all__ = ["made_articles"]

_SAMPLES = Path(__file__).resolve().parent.parent / "samples"
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_SHORTEST, _LONGEST = 40, 400
_NUMBER = re.compile(r"\d+")
_SYLLABLES = "ba ben cor da del fen gar hol ka lin mar nor pel ros sil tor vam wes yor zan".split()
# Of names in the sentences of a corpus, which are many: so many are new, as in tomorrow's news.
_RENAMED = 0.15


def made_articles(
    count: int, sentences: int = 6, seed: int = 0, texts: Iterable[str] | None = None
) -> Iterator[Article]:
    """Make articles of sentences in any order, with new names and numbers in each.

    Parameters
    ----------
    count : int
        How many.
    sentences : int
        Length of each.
    seed : int
        The same seed makes the same articles.
    texts : iterable of str, optional
        Whose sentences are taken, most of their names with them, instead of the sample articles'.

    Yields
    ------
    Article
        With a publisher, one of a thousand, and an id.
    """
    stock = _stock() if texts is None else list(_cut(texts))
    renamed, syllables = (1.0, 3) if texts is None else (_RENAMED, 4)
    chance = random.Random(seed)
    for number in range(count):
        text = " ".join(chance.choice(stock) for _ in range(sentences))
        text = _NAME.sub(
            lambda found: (
                _name(chance, syllables) if renamed == 1 or chance.random() < renamed else found[0]
            ),
            text,
        )
        text = _NUMBER.sub(lambda _: str(chance.randrange(2, 5000)), text)
        yield Article(
            text,
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


def _cut(texts: Iterable[str]) -> Iterator[str]:
    """Sentences, roughly: nothing is scored while the stock is made."""
    for text in texts:
        for sentence in _END.split(text):
            if _SHORTEST < len(sentence) < _LONGEST:
                yield " ".join(sentence.split())


def _name(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables)).title()
