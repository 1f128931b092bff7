"""Attributions: links between spans that are given, and what the shipped tagger finds."""

import re

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.attribution import find_attributions, link_spans

KINDS = {"s": "source", "c": "cue", "t": "content"}
MARK = re.compile(r"\[([sct])(\d):(.*?)\]", re.S)


def parse(marked):
    """Text, its spans, and which of them belong together, from "[s1:He] [c1:spoke]"."""
    text, place, spans, groups = "", 0, [], {}
    for match in MARK.finditer(marked):
        text += marked[place : match.start()]
        start = len(text)
        text += match[3]
        spans.append((KINDS[match[1]], start, len(text)))
        groups.setdefault(match[2], {"s": [], "c": [], "t": []})[match[1]].append(match[3])
        place = match.end()
    text += marked[place:]
    document = Document(Article(text))
    tokens = [(kind, *document.token_range(start, end)) for kind, start, end in spans]
    return document, tokens, groups


def words(document, attribution):
    def text(span):
        return [] if span is None else [document.text[span.start : span.end]]

    return {
        "s": text(attribution.source),
        "c": text(attribution.cue),
        "t": [document.text[span.start : span.end] for span in attribution.content],
    }


@pytest.mark.parametrize(
    "marked",
    [
        # Source before, after and inside the content; inverted order.
        "[s1:The minister] [c1:said] [t1:prices would fall].",
        "[t1:“Prices will fall,”] [s1:the minister] [c1:said].",
        "[t1:“Prices will fall,”] [c1:said] [s1:Ana Silva, the minister for trade].",
        "[t1:Prices,] [s1:the minister] [c1:said], [t1:would fall].",
        "[c1:According to] [s1:the report], [t1:prices fell].",
        "[t1:Prices fell], [c1:according to] [s1:the report].",
        # A quotation in two pieces, and one that goes on in the next sentence or paragraph.
        "[t1:“We won,”] [s1:he] [c1:said], [t1:“and it hurt.”]",
        "[t1:“We won,”] [s1:he] [c1:said]. [t1:“It hurt.”]",
        "[s1:He] [c1:said]: [t1:“We won.”]",
        "[s1:He] [c1:said] [t1:we won]. [t1:“It hurt a lot.”]",
        "[s1:He] [c1:had this to say]:\n\n[t1:“We won, and it hurt.”]",
        "[t1:“We won.] [t1:It hurt,”] [s1:he] [c1:said].",
        # Two attributions in one sentence, side by side and one after the other.
        "[s1:Ana] [c1:said] [t1:it rained] but [s2:Bo] [c2:denied] [t2:that it had].",
        "[t1:“Yes,”] [c1:said] [s1:Ana]; [t2:“no,”] [c2:said] [s2:Bo].",
        # No source, no cue, neither.
        "[c1:It was reported] [t1:that prices fell].",
        "[t1:“Prices fell, and we all paid for it.”]",
        # A cue of another sentence in the same paragraph is not taken over a paragraph break.
        "[s1:He] [c1:left] [t1:a note].\n\n[t2:“Nobody knows why he went.”]",
    ],
)
def test_links(marked):
    document, spans, groups = parse(marked)
    found = [words(document, item) for item in link_spans(document, spans)]
    assert found == [groups[number] for number in sorted(groups)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Prices fell again, [s1:the minister] [c1:said] on Monday.", "Prices fell again"),
        ("Prices fell again, [c1:said] [s1:the minister].", "Prices fell again"),
        ("[c1:According to] [s1:the police report], the driver fled.", "the driver fled"),
        # The tagger marks what the firm plans: what the people say is that it plans it.
        (
            "[s1:The firm] [c1:plans] [t1:to hire], [s2:two people close to it] [c2:said].",
            "The firm plans to hire",
        ),
        (
            "[s1:The bank] [c1:hopes] [t1:to grow], [c2:according to] [s2:two officials].",
            "The bank hopes to grow",
        ),
        (
            "[c1:According to] [s1:the paper], the firm plans to hire.",
            "the firm plans to hire",
        ),
        # It has words already, no comma, too much behind, too little before, no source.
        ("[t1:Prices] fell again, [s1:the minister] [c1:said] on Monday.", "Prices"),
        ("Well [s1:the minister] [c1:said] so.", None),
        ("In May, [s1:the minister] [c1:said] so in a letter to the whole house.", None),
        ("No, [s1:the minister] [c1:said].", None),
        ("Prices fell again, [c1:it was said].", None),
    ],
)
def test_who_ends_or_opens_a_sentence_says_the_rest_of_it(marked, expected):
    document, spans, _ = parse(marked)
    found = [words(document, item)["t"] for item in link_spans(document, spans)]
    assert [expected] in found if expected else not any(found)


def test_a_cue_that_goes_on_takes_the_source_of_the_one_before():
    document, spans, _ = parse(
        "[s1:He] [c1:said] [t1:it rained], [c2:adding] [t2:that it was cold]."
    )
    assert [words(document, item)["s"] for item in link_spans(document, spans)] == [["He"], ["He"]]


def test_no_spans_no_links():
    assert link_spans(Document(Article("It rained.")), []) == ()


def test_a_source_to_whom_nothing_is_attributed_is_left_out():
    document, spans, _ = parse("[s1:The minister] left. [s2:He] [c2:said] [t2:nothing of note].")
    assert [words(document, item)["s"] for item in link_spans(document, spans)] == [["He"]]


def found(text):
    document = Document(Article(text))
    return [(item.kind, words(document, item)) for item in find_attributions(document)]


@pytest.mark.parametrize(
    ("text", "kind", "source", "cue", "content"),
    [
        (
            "Prices will fall by Monday, the minister said.",
            "indirect",
            "the minister",
            "said",
            "Prices will fall by Monday",
        ),
        (
            "The mayor said that the bridge would close next week.",
            "indirect",
            "The mayor",
            "said",
            "that the bridge would close next week",
        ),
        (
            "“We have never closed the bridge before,” said Ana Silva, a spokeswoman for the city.",
            "direct",
            "Ana Silva, a spokeswoman for the city",
            "said",
            "“We have never closed the bridge before,”",
        ),
        (
            "According to the police report, the driver fled on foot.",
            "indirect",
            "the police report",
            "According to",
            "the driver fled on foot",
        ),
        (
            "The senator said the bill would “ruin every farmer in the state.”",
            "mixed",
            "The senator",
            "said",
            "the bill would “ruin every farmer in the state.”",
        ),
    ],
)
def test_what_the_tagger_finds(text, kind, source, cue, content):
    assert found(text) == [(kind, {"s": [source], "c": [cue], "t": [content]})]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Rain",
        "The bridge opened in 1931 and has two lanes.",
        # A title, a scare quote and a name in quotation marks.
        "The museum has hung “The Garden of Earthly Delights and Other Worlds” in the hall.",
        "The “express” bus took two hours to cross the river.",
        # Page furniture.
        "Leave a Reply\n\nYour email address will not be published.",
    ],
)
def test_where_nothing_is_attributed(text):
    assert found(text) == []


def test_a_long_quotation_without_a_cue_is_found():
    text = (
        "It was cold on the hill. “Nobody has lived up there since the flood "
        "took the road away in the spring.”"
    )
    assert any(kind == "direct" for kind, _ in found(text))


def test_spans_are_offsets_into_the_text():
    text = "“It’s over,” said Zoë Müller — the head of the union.\n\nShe added: “We’ll go home.”"
    for item in find_attributions(Document(Article(text))):
        for span in (item.source, item.cue, *item.content):
            if span is not None:
                piece = text[span.start : span.end]
                assert piece.strip() == piece != ""


def test_other_languages_do_not_break_it():
    for text in ("Le ministre a dit que les prix allaient baisser.", "মন্ত্রী বলেছেন দাম কমবে।"):
        assert isinstance(find_attributions(Document(Article(text))), tuple)
