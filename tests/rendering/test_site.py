"""Many articles: a page each, the index, publishers, the network."""

import html
import re
from dataclasses import replace

import pytest

from credscore.article import Article
from credscore.batches import Outcome
from credscore.errors import ArticleError, ReadError
from credscore.rendering.site import Site, publisher_of


@pytest.fixture
def folder(tmp_path, reporting):
    site = Site(tmp_path / "out")
    for title, publisher, score in (
        ("First & <last>", "The Post", 0.64),
        ("Second", "The Post", 0.2),
        ("Third", "Gulf <Daily>", 1.0),
    ):
        report = replace(reporting(title=title, publisher=publisher), score=score)
        site.write(Outcome(report.article, report))
    site.write(Outcome(Article("x", id="b.txt"), ArticleError("too short <1>")))
    site.write(Outcome(None, ReadError("c.txt: empty")))
    site.close()
    return tmp_path / "out"


def test_a_page_an_article_linked_both_ways(folder):
    assert sorted(path.name for path in folder.rglob("*.*")) == [
        "00001.html",
        "00002.html",
        "00003.html",
        "index.html",
        "network.graphml",
    ]
    index = (folder / "index.html").read_text()
    links = re.findall(r'href="(articles/[^"]+)"', index)
    assert len(links) == 3
    for link in links:
        assert 'href="../index.html"' in (folder / link).read_text()


def test_the_index_has_scores_publishers_and_errors(folder):
    index = (folder / "index.html").read_text()
    for part in (
        "<h1>3 articles</h1>",
        "mean score 0.61",
        "First &amp; &lt;last&gt;",
        "Gulf &lt;Daily&gt;",
        "b.txt</bdi>: <bdi>too short &lt;1&gt;",
        "c.txt: empty",
        "0.6 to 0.7: 1",
        "0.9 to 1.0: 1",
        "The Post cites The Herald in 2 articles",
    ):
        assert part in index
    post = index[index.index('<bdi>The Post</bdi></td>\n      <td class="right">2</td>') :]
    assert re.findall(r">([\d.%]+)</td>", post)[:6] == ["2", "0.42", "67%", "50%", "17%", "0%"]


def test_the_index_runs_its_own_script_alone(folder):
    index = (folder / "index.html").read_text()
    assert index.count("<script>") == 1
    assert re.search(r"script-src 'sha256-[\w+/=]+'; base-uri 'none'", html.unescape(index))


@pytest.mark.parametrize(
    ("article", "name"),
    [
        (Article("", publisher=" The\nPost "), "The Post"),
        (Article("", url="https://www.post.example/1"), "post.example"),
        (Article("", url="https://["), "publisher unknown"),
        (Article(""), "publisher unknown"),
    ],
)
def test_the_publisher_or_else_the_host(article, name):
    assert publisher_of(article) == name


def test_an_empty_batch_has_an_index(tmp_path):
    site = Site(tmp_path)
    site.close()
    assert "<h1>0 articles</h1>" in (tmp_path / "index.html").read_text()
