"""Many articles: in their order, whatever goes wrong with some."""

import pytest

from credscore.article import Article
from credscore.batches import score_all
from credscore.errors import ArticleError, ReadError
from credscore.report import Report
from credscore.scorer import Scorer

TEXT = "The minister, Ana Silva, said on Monday that prices would fall by 3%. " * 8


def itself(outcome):
    return outcome


@pytest.fixture(scope="module")
def scorer():
    return Scorer.load()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    "kinds",
    ["", "a", "e", "s", "aea", "eea", "aee", "eee", "saes", "e" * 40 + "a" + "e" * 40, "a" * 34],
)
def test_order_is_kept_and_nothing_lost(scorer, kinds, jobs):
    made = {
        "a": lambda n: Article(TEXT, id=str(n)),
        "s": lambda n: Article("Too short.", id=str(n)),
        "e": lambda n: ReadError(str(n)),
    }
    items = [made[kind](number) for number, kind in enumerate(kinds)]
    made = list(score_all(scorer, iter(items), itself, jobs))
    outcomes = [one.value for one in made]
    expected = {"a": Report, "s": ArticleError, "e": ReadError}
    assert [type(outcome.result) for outcome in outcomes] == [expected[kind] for kind in kinds]
    names = [outcome.article.id if outcome.article else str(outcome.result) for outcome in outcomes]
    assert names == [str(number) for number in range(len(kinds))]
    assert [one.error is None for one in made] == [kind == "a" for kind in kinds]


def test_articles_are_read_as_they_are_scored(scorer):
    read = []

    def items():
        for number in range(100):
            read.append(number)
            yield Article(TEXT)

    outcomes = score_all(scorer, items(), itself)
    next(outcomes)
    assert len(read) == 1


def test_a_fault_in_one_article_does_not_lose_the_others(scorer, monkeypatch, caplog):
    score = Scorer.score

    def faulty(self, article):
        if article.id == "1":
            raise ZeroDivisionError("of ours")
        return score(self, article)

    monkeypatch.setattr(Scorer, "score", faulty)
    articles = [Article(TEXT, id=str(number)) for number in range(3)]
    results = [made.value.result for made in score_all(scorer, articles, itself)]
    assert [isinstance(result, Report) for result in results] == [True, False, True]
    assert "by a fault of credscore (ZeroDivisionError: of ours)" in str(results[1])
    assert "ZeroDivisionError" in caplog.text
    with pytest.raises(ArticleError, match="please report it"):
        list(scorer.score_many(articles))
