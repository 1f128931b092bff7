"""Two articles, or two versions of one."""

import html
import io
from dataclasses import replace

import pytest
from click.testing import CliRunner
from rich.console import Console

from credscore.article import Article
from credscore.cli import main
from credscore.comparison import compare
from credscore.findings import Citation, Claim, Findings, Source, Span
from credscore.rendering.versus import compared, render_comparison
from credscore.report import Calibration, Report

WORDS = "The minister said on Monday that prices would fall in May."


def report(claims=(), sources=(), outlets=()):
    cast = [Source(f"s{n}", *named, (Span(0, 1),)) for n, named in enumerate(sources)]
    return Report(
        article=Article("x" * 200, title="T<1>", id="a"), words=9, sentences=1, score=0.5,
        interval=(0.3, 0.7), level=0.9, models=(), intercept=0.0, calibration=Calibration(1, 0),
        contributions=(), measures={},
        findings=Findings(
            (),
            tuple(cast),
            (),
            tuple(Citation(f"x{n}", 0, 1, text, name, "", "", "named")
                  for n, (name, text) in enumerate(outlets)),
            tuple(Claim(f"c{n}", 0, 1, text, support) for n, (text, support) in enumerate(claims)),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (WORDS, WORDS, True),
        (WORDS, WORDS.replace("fall", "rise"), True),
        (WORDS, "“" + WORDS + "”", True),
        (WORDS, "The minister denied that.", False),
        (WORDS, "", False),
        ("", "", False),
    ],
)
def test_claims_are_the_same_when_most_words_are(one, other, same):
    found = compare(report([(one, "named")]), report([(other, "own")])).claims
    assert (len(found.both), len(found.left), len(found.right)) == (
        (1, 0, 0) if same else (0, 1, 1)
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Ana Silva", "person"), ("Silva", "person"), True),
        (("The Post", "outlet"), ("Post", "outlet"), True),
        (("Ana Silva", "person"), ("Omar Silva", "person"), False),
        (("Ana Silva", "person"), ("Ana Khan", "person"), False),
        (("Ana Silva", "person"), ("Ana Silva", "unnamed"), False),
        (("", "unnamed"), ("analyst", "unnamed"), False),
    ],
)
def test_sources_are_the_same_by_name_and_type(one, other, same):
    assert bool(compare(report(sources=[one]), report(sources=[other])).sources.both) is same


def test_the_likest_are_paired_first_and_each_once():
    edited = WORDS.replace("fall", "rise")
    found = compare(report([(edited, "own"), (WORDS, "named")]), report([(WORDS, "vague")]))
    ((left, right),) = found.claims.both
    assert (left.text, right.text) == (WORDS, WORDS)
    assert [claim.text for claim in found.claims.left] == [edited]
    assert found.changed == found.claims.both


def test_outlets_count_once_by_name_or_description():
    left = report(outlets=[("AP", "the AP"), ("AP", "AP"), ("", "a private channel")])
    found = compare(left, report(outlets=[("", "a  private\nchannel")]))
    assert found.outlets.left == ("AP",)
    assert found.outlets.both == (("“a private channel”", "“a private channel”"),)


@pytest.fixture
def comparison():
    return compare(
        report(
            [(WORDS, "named"), ("Only\x1b[1m <here> was it raining.", "own")], [("Ana", "person")]
        ),
        report([(WORDS, "vague")], [("Omar", "person")], [("AP", "AP")]),
    )


@pytest.mark.parametrize("width", [60, 160])
def test_on_the_terminal(comparison, width):
    console = Console(file=io.StringIO(), width=width, markup=False, highlight=False)
    console.print(compared(comparison))
    text = console.file.getvalue()
    assert max(map(len, text.splitlines())) <= width
    assert "named → vague" in text
    assert "\x1b" not in text
    for part in ("Ana  named person", "Omar  named person", "SUPPORT CHANGED", "In both: 1 claim"):
        assert part in text


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ((0.5, 0.4, 0.6), (0.7, 0.55, 0.8), "The right one scores 0.20 higher; the intervals over"),
        ((0.9, 0.8, 0.95), (0.3, 0.2, 0.4), "The left one scores 0.60 higher, beyond both inter"),
        ((0.501, 0.4, 0.6), (0.5, 0.4, 0.6), "They score alike."),
    ],
)
def test_a_difference_is_told_with_what_it_is_worth(comparison, left, right, said):
    sides = [
        replace(side, score=score, interval=(low, high))
        for side, (score, low, high) in zip(
            (comparison.left, comparison.right), (left, right), strict=True
        )
    ]
    moved = replace(comparison, left=sides[0], right=sides[1])
    assert said in render_comparison(moved)
    console = Console(file=io.StringIO(), width=100, markup=False, highlight=False)
    console.print(compared(moved))
    assert said in console.file.getvalue()


def test_as_a_page(comparison):
    page = render_comparison(comparison)
    assert "<script" not in page
    assert "Only\ufffd[1m &lt;here&gt; was" in page
    assert "T&lt;1&gt;" in page
    assert "script-src 'none'" in html.unescape(page)


def test_the_verb(tmp_path):
    paragraph = f"{WORDS} “We are glad,” said Ana Silva, the minister. " * 5
    (tmp_path / "a.txt").write_text(paragraph)
    (tmp_path / "b.txt").write_text(
        paragraph + "Omar Khan, a trader, said that nobody believed it."
    )
    files = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    shown = CliRunner().invoke(main, ["compare", *files])
    assert shown.exit_code == 0
    assert "Omar Khan" in shown.stdout
    output = tmp_path / "out.html"
    assert (
        CliRunner()
        .invoke(main, ["compare", *files, "--format", "html", "-o", str(output)])
        .exit_code
        == 0
    )
    assert "Omar Khan" in output.read_text()
    for wrong, code in ((str(tmp_path), 2), (str(tmp_path / "none.txt"), 1)):
        result = CliRunner().invoke(main, ["compare", files[0], wrong])
        assert result.exit_code == code
        assert wrong in result.stderr
