"""Telling sentences of the article from headings, datelines and page furniture."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.furniture import (
    dateline_end,
    furniture_sentences,
    line_kinds,
    may_tell_furniture,
)
from credscore.lexicons import read_sections
from credscore.tokens import normalise, tokenise

PROSE = "The minister said on Monday that the prices of wheat would fall before the month is out."
MORE = (
    "Nobody in the capital asked him why, and he left the hall by the door that he had come in by."
)

# (line that stands between two paragraphs of prose, what it is)
BETWEEN = [
    (PROSE, "body"),
    ("He left.", "body"),
    ("“We won,” he said", "body"),
    ("“It is over”", "body"),
    ("He gave three reasons:", "body"),
    ("• the price of bread", "body"),
    ("- the price of bread", "body"),
    ("The words of the minister were heard by all who had come to the hall that day", "body"),
    # Headings.
    ("Background", "heading"),
    ("A Long Road to Peace in the Valley of the Five Rivers", "heading"),
    ("What prices mean for the poor", "heading"),
    ("2. Protections for renters and an end to evictions", "heading"),
    ("'There is only one place for him'", "heading"),
    ("Why do the prices matter?", "heading"),
    ("Who asked, and why? Nobody knows. Does it matter?", "body"),
    ("“Why do the prices matter?” he asked", "body"),
    # Furniture.
    ("Advertisement", "furniture"),
    ("ADVERTISEMENT", "furniture"),
    ("Advertisement revenue fell by a third, the firm said.", "body"),
    ("Read more: What prices mean for you", "furniture"),
    ("Sign up for our newsletter", "furniture"),
    ("Facebook Twitter Email", "furniture"),
    ("Share | Tweet | WhatsApp", "furniture"),
    ("Facebook and Twitter", "heading"),
    ("Print Is Not Dead", "heading"),
    ("Share prices fell on Monday, and nobody could say why they had risen so far.", "body"),
    ("Story continues below", "furniture"),
    ("Also on rt.com Norland in shock as mayor is caught with bribes", "furniture"),
    ("(Also on POLITICO: Dems win key fight)", "furniture"),
    (
        "'Guilty, your honor': Paul Harker, who led the chants, enters his plea Read more",
        "furniture",
    ),
    ("The mayor, who can hardly spell, has told all of the town's pupils to read more.", "body"),
    ("By Ana Silva and Bob Li", "furniture"),
    (
        "By Monday the prices had fallen, and nobody knew why they had risen in the first place.",
        "body",
    ),
    ("Staff Correspondent, Dhaka (Monday, February 9, 2026)", "furniture"),
    ("Our Correspondent", "furniture"),
    ("Agencies :", "furniture"),
    ("Correspondents were not let in.", "body"),
    ("Photo: Ana Silva", "furniture"),
    ("Photographs of the hall were shown in court.", "body"),
    (
        "Photo evidence showed that the hall had been empty since the morning of that long day.",
        "body",
    ),
    ("Updated: 5 May 2020, 10:30", "furniture"),
    (
        "Updated figures are due in June, and nobody expects them to be better than the last ones.",
        "body",
    ),
    (
        "Posted on the ministry's page, the video had been seen by a million people before noon.",
        "body",
    ),
    ("Filed under the Clean Air Act, the suit names five firms and their directors.", "body"),
    ("This article was originally published in May.", "furniture"),
    ("https://news.example/a/b", "furniture"),
    ("@ana_silva", "furniture"),
    ("ana@news.example", "furniture"),
    ("<tweet id='5'><tweet/>", "furniture"),
    ("***", "furniture"),
    ("12", "furniture"),
    ("(555) 010-0100", "furniture"),
    ("Prices are down. — Ana Silva (@anasilva) May 5, 2020", "body"),
    # Other languages are no furniture.
    ("وزیر نے پیر کو کہا کہ قیمتیں کم ہوں گی۔", "body"),
    ("Die Preise sinken im nächsten Jahr um drei Prozent.", "body"),
]


@pytest.mark.parametrize(("line", "expected"), BETWEEN)
def test_a_line_between_paragraphs(line, expected):
    assert line_kinds([PROSE, line, MORE, MORE], None) == ["body", expected, "body", "body"]


FIRST = [
    # (title, first paragraph, what it is)
    (None, "Prices to fall", "heading"),
    (None, "Prices to fall before the month is out, minister says", "heading"),
    (None, PROSE, "body"),
    ("Prices to fall", "Prices to fall", "heading"),
    ("Prices to fall", "PRICES TO FALL.", "heading"),
    ("Prices to fall", "Prices  to  fall…", "heading"),
    ("Prices to fall", "National", "heading"),
    ("Prices to fall", "Wheat and Sugar Will Both Be Cheaper Before the Month Is Out", "heading"),
    # A sentence under the title is a deck.
    (
        "Prices to fall",
        "The minister gave no reason when he spoke in the capital on Monday",
        "body",
    ),
    ("", "Prices to fall", "heading"),
]


@pytest.mark.parametrize(("title", "line", "expected"), FIRST)
def test_the_first_paragraph(title, line, expected):
    assert line_kinds([line, PROSE, MORE], title) == [expected, "body", "body"]


@pytest.mark.parametrize("line", ["One word", "Prices to fall before the month is out"])
def test_the_only_paragraph_is_no_heading(line):
    assert line_kinds([line], None) == ["body"]


def test_no_paragraphs():
    assert line_kinds([], "A title") == []


def test_what_follows_the_form_for_comments_is_furniture():
    lines = [PROSE, MORE, "Leave a Reply", "Your email address will not be published.", PROSE]
    assert line_kinds(lines, None) == ["body", "body", *["furniture"] * 3]


def test_the_form_for_comments_ends_no_article_that_has_hardly_begun():
    lines = ["Leave a comment", PROSE, MORE, PROSE, MORE]
    assert line_kinds(lines, "Prices") == ["furniture", *["body"] * 4]


def test_the_article_goes_on_after_a_box_of_links():
    lines = [PROSE, MORE, "Related stories", "Wheat is cheaper now", "Sugar too", MORE, PROSE]
    assert line_kinds(lines, None) == ["body", "body", *["furniture"] * 3, "body", "body"]


def test_what_is_too_long_for_a_link_is_no_link():
    item = " ".join([PROSE, MORE] * 4) + " Shares"
    lines = ["Related stories", "Wheat is cheaper now", item, item]
    assert line_kinds(lines, None) == ["furniture", "furniture", "body", "body"]


def test_lines_in_a_row_without_stops_are_no_headings():
    # A list whose marks were lost: its entries are set like sentences.
    lines = [
        PROSE,
        "bread is to cost less than milk from now",
        "milk is to cost less than tea then",
    ]
    assert line_kinds([*lines, MORE], None) == ["body"] * 4


SENTENCES = [
    ("", False),
    ("He left.", False),
    ("Sign up for our newsletter.", True),
    ("The National Heart Institute has more about the pill.", True),
    ("To learn more about the pill, visit its page.", True),
    ("Copyright 2019 The Daily Post.", True),
    ("Get inside access by becoming a member.", True),
    ("The farmer has more on her plate.", False),
    ("He went there to learn more about it.", False),
    ("The copyright 2 firms held was sold.", False),
    ("He told them to sign up for the army.", False),
    ("Get the latest news by e-mail.", True),
    ("The Associated Press contributed to this report.", True),
    ("The flood contributed to the rise in prices.", False),
    ("“They contributed to this report,” he said of his staff.", False),
    ("You agree to our privacy policy.", True),
    ("The firm changed its privacy policy in May.", False),
    ("Follow Ana Silva on Twitter @anasilva.", True),
    ("Followers on Twitter were not amused.", False),
    ("Write to Ana Silva at ana@news.example.", True),
    ("He had to write to her at once.", False),
    ("REUTERS/Ana Silva/File Photo", True),
    ("(AP Photo/Ana Silva)", True),
    ("(Ana Silva/Getty Images)", True),
    ("Photo: Ana Silva", True),
    ("Photograph of Rui Lopez by Ana Silva/Open Pictures.", True),
    ("Photographs of the port by Ana Silva were sold.", False),
    ("The photo/video booth was shut.", False),
    ("Reuters reported it on Monday.", False),
    ("Kremlin/Reuters reports differ.", True),
    ("(KUNA)", False),
    ("(Reporting by Ana Silva; Editing by Bob Li)", True),
    ("Gene editing by the team failed.", False),
    ("Read: What prices mean", True),
    ("Read the letter, he said.", False),
    ("This story has been updated.", True),
    ("The views expressed in this article are the author's own.", True),
    ("REUTERS/Ana Silva", True),
    ("Editor : M. Rahman Published by the Editor on behalf of Northern Publications.", True),
    ("JUST WATCHED Mayor hails the bridge Replay More Videos ...", True),
    ("Story Continued Below", True),
    ("“Also on” the list is Norland.", False),
    ("The ministry has more on its plate.", False),
    ("The U.S. Food and Drug Administration has more on vaccines.", True),
    ("There's more on asthma at the American Lung League.", True),
    ("There's more on the table.", False),
]


@pytest.mark.parametrize(("sentence", "expected"), [pair for pair in SENTENCES if pair[0]])
def test_a_sentence_within_a_paragraph(sentence, expected):
    assert furniture_sentences([PROSE, sentence, MORE]) == ([1] if expected else [])


@pytest.mark.parametrize("entry", read_sections("credscore", "furniture.txt")["anywhere"])
def test_a_phrase_is_told_by_its_words(entry):
    words = map(normalise, tokenise(entry)[0])
    assert furniture_sentences([entry], filter(may_tell_furniture, words)) == [0]


def test_no_sentences():
    assert furniture_sentences([]) == []


DATELINES = [
    ("", ""),
    (PROSE, ""),
    ("LAHORE (APP) — Police said", "LAHORE (APP) — "),
    ("LAHORE — Police said", "LAHORE — "),
    ("Islamabad — Police said", "Islamabad — "),
    ("ISLAMABAD: Police said", "ISLAMABAD: "),
    ("NEW YORK, May 5 (Reuters) - Police said", "NEW YORK, May 5 (Reuters) - "),
    ("ST. LOUIS (AP) -- Police said", "ST. LOUIS (AP) -- "),
    ("DHAKA, Feb 15, 2026 (BSS) - Police said", "DHAKA, Feb 15, 2026 (BSS) - "),
    ("May 12, 2018 (DESPARDES/PKONWEB) — Police said", "May 12, 2018 (DESPARDES/PKONWEB) — "),
    ("12 May 2018 — Police said", "12 May 2018 — "),
    # No datelines.
    ("LAHORE (APP) Police said", "LAHORE (APP) "),
    ("Police (and others) said", ""),
    ("Khan (Labour) said", ""),
    ("The man - a farmer - said", ""),
    ("Khan said: we won", ""),
    ("Police said (on Monday) — and left", ""),
    ("May was cold — and wet", ""),
    ("LAHORE", ""),
]


@pytest.mark.parametrize(("paragraph", "expected"), DATELINES)
def test_datelines(paragraph, expected):
    assert paragraph[: dateline_end(paragraph)] == expected


@given(st.lists(st.text(min_size=1)), st.none() | st.text())
def test_each_paragraph_is_of_one_kind(paragraphs, title):
    kinds = line_kinds(paragraphs, title)
    assert len(kinds) == len(paragraphs)
    assert set(kinds) <= {"body", "heading", "furniture"}


@given(st.text())
def test_a_dateline_is_short_and_inside_its_paragraph(paragraph):
    assert 0 <= dateline_end(paragraph) <= min(len(paragraph), 120)


@pytest.mark.parametrize(
    "piece",
    ["A ", "A, ", "A (", "May 1, ", "by A ", "<a> ", "photo: ", "a/", "follow a on ", "@a "],
)
def test_one_long_line_takes_linear_time(growth, piece):
    def both(line):
        return dateline_end(line), line_kinds([line, line], line), furniture_sentences([line])

    assert growth(both, piece * 500, piece * 4000) < 2


@pytest.mark.parametrize("line", ["Related stories\n", "A b c\n", f"{PROSE}\n", "Leave a reply\n"])
def test_many_lines_take_linear_time(growth, line):
    assert growth(lambda text: line_kinds(text.splitlines(), None), line * 100, line * 800) < 2
