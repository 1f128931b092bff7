"""What is scored."""

import copy
import pickle
from dataclasses import FrozenInstanceError

import pytest

from credscore.article import Article, Link
from credscore.errors import ArticleError


def test_a_text_is_enough_and_the_rest_is_unknown():
    article = Article("Some text.")
    assert article.text == "Some text."
    assert article.links == ()
    unknown = (article.title, article.url, article.publisher, article.date, article.id)
    assert unknown == (None,) * 5


@pytest.mark.parametrize("text", [None, 5, b"Some text.", ["Some", "text."], float("nan")])
def test_a_text_is_a_string(text):
    with pytest.raises(ArticleError, match=f"must be a string, got {type(text).__name__}"):
        Article(text)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2), (0, 11), (11, 11)])
def test_a_link_lies_inside_the_text(start, end):
    with pytest.raises(ArticleError, match=r"https://a\.example.*outside the text of 10"):
        Article("Some text.", links=(Link(start, end, "https://a.example"),))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (0, 10), (10, 10)])
def test_a_link_may_touch_the_ends(start, end):
    link = Link(start, end, "https://a.example")
    assert Article("Some text.", links=(link,)).links == (link,)


def test_links_may_come_as_a_list():
    link = Link(0, 4, "https://a.example")
    assert Article("Some text.", links=[link]).links == (link,)


def test_an_article_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Article("Some text.").text = "Other text."


def test_articles_travel_between_processes():
    article = Article("Some text.", title="T", links=(Link(0, 4, "https://a.example"),))
    assert pickle.loads(pickle.dumps(article)) == article
    assert copy.deepcopy(article) == article
    assert hash(copy.deepcopy(article)) == hash(article)
