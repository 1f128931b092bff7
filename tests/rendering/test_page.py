"""The HTML report: whole, self-contained, accessible, and inert whatever the article holds."""

import base64
import hashlib
import html
import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from credscore.article import Article
from credscore.findings import Citation
from credscore.rendering.environment import web_address
from credscore.rendering.page import render_page
from credscore.report import Contribution

_VOID = {"meta", "input", "br", "link", "img"}


class Tree(HTMLParser):
    """Collects tags, and fails on any that is not closed in its turn."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.open, self.text = [], [], []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        assert len(attrs) == len(dict(attrs))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


PAYLOADS = [
    "<script>document.title='OWNED'</script>",
    "<img src=x onerror=\"document.title='OWNED'\">",
    "</title><script>document.title='OWNED'</script>",
    "</style><svg onload=\"document.title='OWNED'\">",
    "'\"><iframe srcdoc=\"<script>parent.document.title='OWNED'</script>\"></iframe>",
    "{{ 7 * 7 }}{% raw %}${alert(1)}",
    "\u202egnp.exe\u202c \x00\x1b[2J\x9b\ud800",
    "javascript:document.title='OWNED'",
]


def hostile(reporting, payload):
    report = reporting(title=payload, publisher=payload, warnings=(payload,))
    text = report.article.text.replace("The port was closed", f"The port was closed {payload}")
    made = reporting(text=text, title=payload, publisher=payload, warnings=(payload,))
    article = Article(text, title=payload, publisher=payload, url=payload, date=payload, id=payload)
    found = made.findings
    return replace(
        made,
        article=article,
        findings=replace(
            found,
            sources=tuple(replace(source, name=payload) for source in found.sources),
            citations=tuple(
                replace(cited, outlet=payload, domain=payload, text=payload)
                for cited in found.citations
            ),
            hedges=tuple(replace(hedge, text=payload) for hedge in found.hedges),
        ),
    )


@pytest.fixture
def tree(report):
    return Tree(render_page(report))


def test_it_is_one_whole_document(tree, report):
    assert [attrs["lang"] for attrs in tree.all("html")] == ["en"]
    ids = [attrs["id"] for _, attrs in tree.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    for attrs in tree.all("a"):
        if attrs["href"].startswith("#"):
            assert attrs["href"][1:] in ids
    for claim in report.claims:
        assert {claim.id, f"row-{claim.id}"} <= set(ids)
    for source in report.sources:
        mentions = {f"m-{source.id}-{n}" for n in range(1, len(source.mentions) + 1)}
        assert {source.id} | mentions <= set(ids)


def test_it_asks_for_nothing(report):
    page = render_page(report)
    tree = Tree(page)
    assert not {"script", "link", "img", "iframe", "object", "form", "base"} & {
        tag for tag, _ in tree.tags
    }
    for _, attrs in tree.tags:
        assert not {"src", "srcset", "style", "background", "action", "ping"} & set(attrs)
        assert not [name for name in attrs if name.startswith("on")]
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_allows_its_own_style_and_nothing_else(report):
    page = render_page(report)
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = [
        attrs["content"]
        for attrs in Tree(page).all("meta")
        if attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; script-src 'none'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_a_screen_reader_finds_its_way(tree):
    assert len(tree.all("main")) == len(tree.all("h1")) == 1
    assert {"header", "main", "footer", "aside"} <= {tag for tag, _ in tree.tags}
    ids = {attrs["id"] for _, attrs in tree.tags if "id" in attrs}
    for _, attrs in tree.tags:
        for name in ("aria-labelledby", "aria-describedby"):
            assert set(attrs.get(name, "").split()) <= ids
    for attrs in tree.all("svg"):
        named = "aria-label" in attrs or "aria-labelledby" in attrs
        assert attrs.get("aria-hidden") == "true" or (attrs["role"] == "img" and named)
    levels = [int(tag[1]) for tag, _ in tree.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(attrs.get("scope") == "col" for attrs in tree.all("th"))
    # A mark says what it is in words, too.
    text = " ".join("".join(tree.text).split())
    assert "might (hedge)" in text
    assert "a private TV channel (outlet cited)" in text
    assert "Minister Ana Silvasource 1" in text.replace(" source", "source")


def test_it_says_what_the_score_is_and_is_not(tree):
    text = " ".join("".join(tree.text).split())
    for part in (
        "0.64",
        "90% interval: 47 to 78",
        "It does not say whether they are true.",
        "Short: 62 words",
        "Sources raises the score, +0.61 Three named people",
        "Who is named lowers the score, −0.42 One source without a name",
        "to 0.71 Name “<Critics>”",
        "the article says how it knows",
        "anonymity because “fear of <losing>”",
        "+0.61",
        "−0.42",
        "general-v1 abababababab",
        "anonymous_source_ratioundefined",
    ):
        assert part in text


def test_the_claims_that_most_need_support_lead_to_the_text(report):
    page = render_page(report)
    weakest = page.partition('<ol class="weakest">')[2].partition("</ol>")[0]
    assert re.findall(r'href="#(c\d)"', weakest) == ["c3", "c5", "c4"]


def test_nothing_is_shown_as_certain(report):
    claims = tuple(
        replace(claim, probability=value)
        for claim, value in zip(report.claims, (0.999, 0.001, 0.5, 0.5, 0.5, 0.5), strict=True)
    )
    certain = replace(report, score=0.9991, findings=replace(report.findings, claims=claims))
    main = re.search(r"<main.*</main>", render_page(certain), re.DOTALL)[0]
    text = " ".join("".join(Tree(main).text).split())
    assert ">99%" in text
    assert "<1%" in text
    assert ">0.99 of 1" in text
    assert "100%" not in text


def test_measures_beyond_the_largest_are_folded(reporting):
    part = Contribution("hedge_rate", 16.1, "per 1,000 words", 0.02, "hedges: 16; raises")
    many = reporting(contributions=(part,) * 20)
    text = " ".join("".join(Tree(render_page(many)).text).split())
    assert text.count("hedges: 16; raises") == 20
    assert "8 more, that add +0.16 together" in text


def test_the_article_is_all_there(report):
    page = re.sub(r"<(sup|span) class=\"[\w-]*(number|aside)\">.*?</\1>", "", render_page(report))
    text = "".join(Tree(re.sub(r"<span>source </span>", "", page)).text)
    for paragraph in report.article.text.strip().split("\n\n")[1:]:
        assert " ".join(paragraph.split()) in " ".join(text.split())


def test_links_to_outlets_lead_there(report):
    linked = Citation("x3", 0, 5, "Ferry", "AP", "ap.example", "https://ap.example/1", "link")
    evil = replace(linked, id="x4", url="javascript:alert(1)")
    found = replace(report.findings, citations=(linked, evil))
    tree = Tree(render_page(replace(report, findings=found)))
    away = [attrs for attrs in tree.all("a") if "ap.example" in attrs["href"]]
    assert [attrs["href"] for attrs in away] == ["https://ap.example/1"]
    assert "noreferrer" in away[0]["rel"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_article_is_words(reporting, payload):
    page = render_page(hostile(reporting, payload))
    tree = Tree(page)
    assert not {"script", "img", "iframe"} & {tag for tag, _ in tree.tags}
    for _, attrs in tree.tags:
        assert not [name for name in attrs if name.startswith("on") or name == "srcdoc"]
        assert not attrs.get("href", "").lower().startswith("javascript")
    assert not set(page) & set("\x00\x1b\x9b\u202e\ud800")
    if payload.isascii() and "\x00" not in payload:
        assert payload in "".join(tree.text)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://a.example/x?y=<z>", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT://a.example/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("https:", False),
        ("//a.example", False),
        ("https://[", False),
        ("", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_links(url, kept):
    assert web_address(url) == (url if kept else None)


def titles(page, folder):
    """What the title is once Chromium has run a page."""
    file = folder / "page.html"
    file.write_text(page, encoding="utf-8", errors="replace")
    done = subprocess.run(
        [
            *(shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu"),
            *("--virtual-time-budget=500", f"--user-data-dir={folder / 'profile'}", "--dump-dom"),
            file.as_uri(),
        ],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return re.search(r"<title>(.*?)</title>", done.stdout, re.DOTALL)[1]


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
def test_in_a_browser_neither_escaping_nor_policy_is_needed_alone(reporting, tmp_path):
    page = render_page(hostile(reporting, PAYLOADS[0] + PAYLOADS[1]))
    whole = titles(page, tmp_path)
    assert whole.endswith("credscore report")
    assert whole != "OWNED"
    # Without its policy the escaping holds.
    bare = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    assert bare != page
    assert titles(bare, tmp_path) != "OWNED"
    # Without escaping the policy holds.
    unescaped = page.replace("</main>", f"{PAYLOADS[0]}{PAYLOADS[1]}</main>")
    assert titles(unescaped, tmp_path) != "OWNED"
    # Without either the article takes the page over: the test would see it.
    both = bare.replace("</main>", f"{PAYLOADS[0]}{PAYLOADS[1]}</main>")
    assert titles(both, tmp_path) == "OWNED"


def _luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast_is_aa(report, scheme):
    page = html.unescape(render_page(report))
    palette = dict(
        re.findall(
            r"--([\w-]+):(#[0-9a-f]{6})", re.findall(r":root\{(.*?)\}", page, re.DOTALL)[scheme]
        )
    )
    grounds = ("paper", "card")
    texts = ("ink", "soft", "link", "identified", "unidentified", "none", "source-line")
    for ground in grounds:
        for text in texts:
            assert _contrast(palette[text], palette[ground]) >= 4.5, (text, ground)
    for ground in ("source", "hedge", "citation"):
        assert _contrast(palette["ink"], palette[ground]) >= 4.5
        # The line under a mark is what tells it apart: AA for graphics is 3.
        assert _contrast(palette[f"{ground}-line"], palette["paper"]) >= 3
