"""The page and the lines on a terminal, with and without colours, narrow and wide."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from credscore.rendering.terminal import brief_header, brief_line, page


def shown(report, width=80, **options):
    console = Console(
        file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False, **options
    )
    console.print(page(report, console))
    return console.file.getvalue()


def words(text):
    return " ".join(text.split())


COLOURS = {"force_terminal": True, "color_system": "truecolor", "_environ": {}}


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(report, width):
    assert max(map(len, shown(report, width).splitlines())) <= width


@pytest.mark.parametrize("width", [80, 200])
def test_everything_is_on_the_page(report, width):
    text = words(shown(report, width))
    for part in (
        "Ferry to sail again",
        "The Post",
        "Score 0.64",
        "64 in 100 well supported (90% interval: 47 to 78)",
        "SOURCES",
        "people named",
        "Ana Silva Minister",
        "Critics anonymity: fear of <losing>",
        "nobody in particular",
        "2 mentions, 2 claims",
        "1 mention, 1 claim",
        "OUTLETS CITED",
        "The Herald, “a private TV channel”",
        "WHY THIS SCORE",
        "+0.61 ━━━━━━━━━━ Sources: three named people",
        "−0.42 ╌╌╌╌╌╌╌ Who is named: one source without a name",
        "→ 0.71 Name “<Critics>”",
        "CLAIMS THAT MOST NEED SUPPORT",
        "own 40% The port was closed last year.",
        "document 70% A report by the port trust",
        "! short: 62 words",
        "LEGEND",
    ):
        assert part in text
    assert "nothing that moves" not in text
    assert text.count("Ferry to sail again") == 1


def test_without_colour_signs_tell_the_marks_apart(report):
    text = shown(report)
    assert "\x1b" not in text
    assert "[Minister Ana Silva]¹" in text
    assert "~might~" in text
    assert "«a private TV channel»" in words(text)
    assert "[Omar Khan, a reporter of «The Herald»]²" in words(text).replace("named 80% ", "")


def test_with_colour_the_signs_go(report):
    text = shown(report, **COLOURS)
    assert "\x1b[1;36mMinister Ana Silva\x1b[0m" in text
    assert "\x1b[3;33mmight\x1b[0m" in text
    assert "~might~" not in text
    assert "[Minister" not in text


def test_no_color_is_obeyed(report):
    text = shown(report, **{**COLOURS, "_environ": {"NO_COLOR": "1"}})
    assert "~might~" in text
    codes = {code for found in re.findall(r"\x1b\[([\d;]*)m", text) for code in found.split(";")}
    assert codes <= {"0", "1", "2", "3", "4"}  # bold, dim, italic, underlined: no colour


def test_the_margin_has_each_claims_support(report):
    lines = shown(report).splitlines()
    margins = [line[:17].split() for line in lines if line[:17].strip().endswith("%")]
    assert margins[:5] == [
        ["named", "90%"],
        ["named", "85%"],
        ["own", "40%"],
        ["named", "80%"],
        ["document", "70%"],
    ]
    assert any(line.startswith("vague           –") for line in lines)


def test_a_wide_terminal_sets_the_evidence_beside_the_text(report):
    assert any("TEXT" in line and "WHY" in line for line in shown(report, 200).splitlines())
    assert not any("TEXT" in line and "WHY" in line for line in shown(report, 80).splitlines())


def test_markup_and_escapes_in_an_article_are_words(reporting):
    report = reporting(title="[red]Ferry[/red] \x1b]0;x\x07 :smile:", publisher="\u202ePost")
    for options in ({}, COLOURS):
        text = shown(report, **options)
        assert "[red]Ferry[/red] \ufffd]0;x\ufffd :smile:" in text
        assert not set(text) & set("\x07\u202e")
        assert "\x1b]" not in text


def test_an_article_without_findings_has_a_page(reporting):
    from credscore.findings import Findings

    bare = reporting(
        findings=Findings((), (), (), (), ()), contributions=(), warnings=(), reasons=(),
        suggestions=(),
    )  # fmt: skip
    text = shown(bare)
    assert "none found" in text
    for heading in ("WARNINGS", "WHY THIS SCORE", "RAISE", "NEED SUPPORT"):
        assert heading not in text


def test_nothing_is_shown_as_certain(reporting):
    report = reporting(score=0.9991, interval=(0.001, 0.9999))
    report = replace(
        report,
        findings=replace(report.findings, claims=(replace(report.claims[0], probability=0.9987),)),
    )
    text = words(shown(report))
    assert "named >99%" in text
    assert "Score >0.99" in text
    assert "judge more than 99 in 100 well supported (90% interval: fewer than 1 to more" in text
    assert "100%" not in text
    assert brief_line(report, 80).split()[:2] == [">0.99", "<0.01–>0.99"]


@pytest.mark.parametrize(("width", "cut"), [(60, True), (60, False), (200, True)])
def test_brief_lines(report, width, cut):
    line = brief_line(report, width, cut)
    assert line.split()[:5] == ["0.64", "0.47–0.78", "6", "67%", "17%"]
    assert (len(line) <= width) is (cut or width == 200)
    assert line.endswith("…") is (width == 60 and cut)
    assert len(brief_header().split("article")[0]) == line.index("Ferry")
