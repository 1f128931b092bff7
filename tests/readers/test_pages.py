"""Articles out of web pages: body, title, date, publisher, address, links."""

import contextlib
import json
import time

import pytest

from credscore.errors import ReadError

pytest.importorskip("trafilatura")

from credscore.readers.pages import read_page

PARAGRAPHS = [
    "Maritime Affairs Minister Sohail Anwar Qureshi said on Saturday that a ferry would sail "
    "between Karachi and Colombo from next year, and that tickets would be cheap.",
    'The ministry published <a href="/ports/study.pdf">a feasibility study</a> in January, which '
    'found that the line would need a subsidy, as <a href="https://www.dawn.com/news/1">Dawn '
    "reported</a> last week.",
    "“We have read the study, and its passenger figures look optimistic,” a senior official of the "
    "finance ministry said on condition of anonymity.",
    "The two countries stopped the service in 1984, and two attempts to revive it have failed "
    "since then, according to the port trust.",
]
DECK = "The first sailing could come before the monsoon, officials hope"


def page(
    head="",
    title="Ferry to sail again",
    body=None,
    under_title="",
    after="",
    site="The Harbour Post",
):
    paragraphs = "".join(f"<p>{text}</p>" for text in body or PARAGRAPHS)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<title>{title} | {site}</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>{title}</h1>{under_title}{paragraphs}{after}</article></main>
<footer><p>Copyright {site}</p><a href="/terms">Terms</a></footer></body></html>""".encode()


def linked_data(**fields):
    thing = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def text_of(data):
    return read_page(data, "page.html", "https://harbour.example/news/ferry").text


def test_the_body_without_title_menu_and_footer():
    article = read_page(page(), "page.html", "https://harbour.example/news/ferry")
    paragraphs = article.text.split("\n\n")
    assert len(paragraphs) == 4
    assert paragraphs[0].startswith("Maritime Affairs Minister")
    assert paragraphs[3].endswith("according to the port trust.")
    assert article.id == "page.html"


def test_links_have_their_places_and_whole_addresses():
    article = read_page(page(), "page.html", "https://harbour.example/news/ferry")
    assert [(article.text[link.start : link.end], link.href) for link in article.links] == [
        ("a feasibility study", "https://harbour.example/ports/study.pdf"),
        ("Dawn reported", "https://www.dawn.com/news/1"),
    ]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "mailto:a@b.example", "data:text/html,x", "#top-of[", "//["]
)
def test_what_is_no_web_address_is_no_link(href):
    body = [*PARAGRAPHS[:1], f'He spoke to <a href="{href}">the harbour master</a> on Friday.']
    article = read_page(page(body=body + PARAGRAPHS[2:]), "page.html")
    assert "the harbour master" in article.text
    assert article.links == ()


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("", "Ferry to sail again"),
        (linked_data(headline="Ferry returns &amp; fares fall"), "Ferry returns & fares fall"),
        # Cut for search engines: the whole stands on the page.
        (linked_data(headline="Ferry to sail…"), "Ferry to sail again"),
        ('<meta property="og:title" content="Ferry returns">', "Ferry returns"),
        (
            '<meta property="og:site_name" content="The Harbour Post">'
            '<meta property="og:title" content="Ferry returns - Harbour Post">',
            "Ferry returns",
        ),
        # A headline may have a dash of its own.
        (
            '<meta property="og:title" content="Ferry returns - and fares fall">',
            "Ferry returns - and fares fall",
        ),
        (f"{linked_data(headline='A')}{linked_data(headline='Another story')}", "A"),
        ('<script type="application/ld+json">{broken</script>', "Ferry to sail again"),
        (
            '<script type="application/ld+json">[{"@type": "WebSite", "headline": "Site"}, '
            '{"@graph": [{"@type": ["Thing", "ReportageNewsArticle"], "headline": "In graph"}]}]'
            "</script>",
            "In graph",
        ),
    ],
)
def test_titles(head, title):
    assert read_page(page(head), "page.html").title == title


def test_what_the_page_says_of_itself():
    data = linked_data(
        headline="Ferry",
        datePublished="2026-03-14T09:00:00+05:00",
        publisher={"@id": "#org"},
        mainEntityOfPage={"@type": "WebPage", "@id": "https://harbour.example/ferry"},
    )
    organisation = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Organization", "@id": "#org", '
        '"name": "The Harbour Post"}]}</script>'
    )
    canonical = '<link rel="canonical" href="https://harbour.example/ferry">'
    article = read_page(page(data + organisation + canonical, site="x"), "page.html")
    assert article.publisher == "The Harbour Post"
    assert article.date == "2026-03-14T09:00:00+05:00"
    assert article.url == "https://harbour.example/ferry"


@pytest.mark.parametrize(
    ("head", "under_title", "kept"),
    [
        ("", f'<p class="article-standfirst">{DECK}</p>', True),
        ("", f'<h2 class="PostHeaderDek-x9">{DECK}</h2>', True),
        (
            f'<meta name="description" content="{DECK}">',
            f'<div class="x1"><p>{DECK}</p></div>',
            True,
        ),
        # A description that the page does not show is no part of the article.
        (f'<meta name="description" content="{DECK}">', "", False),
    ],
)
def test_the_summary_under_the_title_comes_first(head, under_title, kept):
    text = text_of(page(head, under_title=under_title))
    assert text.startswith(DECK) is kept
    assert text.count(DECK) == kept


@pytest.mark.parametrize(
    "furniture",
    [
        '<p><a href="/other">Harbour master retires after forty years at sea</a></p>',
        '<p>Read more: <a href="/other">Harbour master retires after forty years</a></p>',
        "<p>Sign up for our newsletter</p>",
        "<p>Ferry to sail again</p>",
    ],
)
def test_pointers_elsewhere_and_repeats_are_left_out(furniture):
    data = page(body=[PARAGRAPHS[0], PARAGRAPHS[1] + "</p>" + furniture + "<p>", *PARAGRAPHS[2:]])
    assert text_of(data) == text_of(page())


def test_a_linked_sentence_stays():
    sentence = '<a href="/x">The port trust denied this in a letter on Friday.</a>'
    body = [*PARAGRAPHS[:2], sentence, *PARAGRAPHS[2:]]
    assert "\n\nThe port trust denied this in a letter on Friday.\n\n" in text_of(page(body=body))


def test_a_short_sentence_that_is_mostly_a_link_stays_with_its_link():
    linked = (
        'It also <a href="https://trust.example/plan">plans a terminal for cars and lorries</a>.'
    )
    blocks = "".join(f"<div><div><p>{text}</p></div></div>" for text in (*PARAGRAPHS, linked))
    data = page(body=["x"]).replace(b"<p>x</p>", blocks.encode())
    article = read_page(data, "page.html")
    assert article.text.endswith("It also plans a terminal for cars and lorries.")
    last = article.links[-1]
    assert last.href == "https://trust.example/plan"
    assert article.text[last.start : last.end] == "plans a terminal for cars and lorries"


def test_a_teaser_within_a_paragraph_is_no_link():
    teaser = (
        '<article><a href="/other"><img src="a.png"><p>Harbour master retires</p></a></article>'
    )
    body = [PARAGRAPHS[0], teaser + PARAGRAPHS[1], *PARAGRAPHS[2:]]
    article = read_page(page(body=body), "page.html", "https://harbour.example/news/ferry")
    assert "https://harbour.example/other" not in [link.href for link in article.links]
    assert "The ministry published" in article.text


@pytest.mark.parametrize(
    "byline", ["By Farah Siddiqui", "Farah Siddiqui", "Farah Siddiqui5 hours ago", "FARAH SIDDIQUI"]
)
def test_the_byline_is_left_out(byline):
    head = linked_data(headline="Ferry", author=[{"@type": "Person", "name": "Farah Siddiqui"}])
    body = [f"<span>{byline}</span>", *PARAGRAPHS]
    assert text_of(page(head, body=body)).startswith("Maritime Affairs")


def test_a_body_shown_by_script_alone_is_taken_from_the_metadata():
    whole = "\n".join(text for text in PARAGRAPHS if "<" not in text) * 3
    head = linked_data(headline="Ferry", articleBody=whole)
    data = page(head, body=["Loading the article, please wait for a moment."])
    assert text_of(data).count("Maritime Affairs Minister") == 3


@pytest.mark.parametrize(
    "data", [b"<p></p>", b"just text", b"<!-- -->", b"<html><script>x</script>"]
)
def test_a_page_without_an_article_is_an_error(data):
    with pytest.raises(ReadError, match=r"^page\.html: no"):
        read_page(data, "page.html")


def test_encodings_declared_and_not():
    latin = page(body=["Der Minister, Jürgen Groß, said so — “never”. " * 5]).replace(
        b'charset="utf-8"', b'charset="windows-1252"'
    )
    assert "Jürgen Groß, said so — “never”" in text_of(latin.decode().encode("cp1252"))
    undeclared = page().replace(b'<meta charset="utf-8">', b"")
    assert "“We have read the study" in text_of(undeclared)


LINK = "<p>It <a href='/a'>was</a> said.</p>"


@pytest.mark.parametrize(
    "inside",
    [
        "<div>" * 20_000 + LINK,
        "<p>" + "<span>" * 3000 + "said." + "</span>" * 3000 + "</p>",
        "<ul><li>said " * 3000,
        "<blockquote>" * 3000 + LINK,
        "<p>" + "<a href='/a'>said " * 3000,
        "<p>" + "It <a href='/a'>was</a> said. " * 3000 + "</p>",
        LINK * 40_000,
    ],
    ids=["div", "span", "list", "quote", "link", "links", "paragraphs"],
)
def test_pages_made_to_hurt_end_soon(inside):
    data = page(after=inside)
    begin = time.process_time()
    with contextlib.suppress(ReadError):
        article = read_page(data, "page.html")
        for link in article.links:
            assert (
                article.text[link.start : link.end].strip() == article.text[link.start : link.end]
            )
    assert time.process_time() - begin < 10
