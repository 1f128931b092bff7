"""Cutting a token table into paragraphs and sentences."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.sentences import may_end_sentence, paragraph_starts, sentence_starts
from credscore.tokens import tokenise


def paragraphs_of(text):
    words, starts, ends = tokenise(text)
    return _pieces(text, starts, ends, paragraph_starts(text, starts, ends), len(words))


def stops(words):
    return [place for place, word in enumerate(words) if may_end_sentence(word)]


def sentences_of(text):
    words, starts, ends = tokenise(text)
    paragraphs = paragraph_starts(text, starts, ends)
    begins = sentence_starts(text, words, starts, ends, paragraphs, stops(words))
    return _pieces(text, starts, ends, begins, len(words))


def _pieces(text, starts, ends, begins, count):
    return [
        text[starts[first] : ends[last - 1]]
        for first, last in pairwise([*begins, count])
        if last > first
    ]


# One sentence a string; joined by a blank they must be cut where they were joined.
SENTENCES = [
    ["One word"],
    ["He left.", "She stayed!", "Who knows?"],
    # Titles and initials.
    ["Lt-Gen (retd) N. Janjua met Brig. A. K. Rao.", "They spoke."],
    ["Mr. Khan, Mrs. Silva and Dr. Obi spoke.", "Prof. Li did not."],
    ["Ana Silva, Ph.D., and Rui Lopez, M.D., spoke.", "She holds a Ph.D.", "He does not."],
    ["Rep. Ana Silva and Sens. Li and Obi voted no.", "Gov. Rao signed."],
    ["Md. Alamgir and Adv. Rahman filed it.", "Smt. Devi and Engr. Ali objected."],
    ["Atty. Cruz of Brgy. San Jose saw Sto. Tomas.", "It rained."],
    ["George H.W. Bush and J.K. Rowling met.", "It was cold."],
    ["It was I.", "He knew."],
    ["Maj-Gen. Ali Jr. spoke.", "The rest listened."],
    # Dotted abbreviations may end a sentence.
    ["The U.S. Senate met the U.N. Secretary-General.", "It was short."],
    ["He lives in the U.S.", "The others went home."],
    ["He came at 5 p.m. Monday.", "She came at 6 p.m.", "They left at 7 p.m. on Friday."],
    ["The rule, i.e. the old one, fell.", "Others, e.g. Li, agreed."],
    ["Bob Casey Jr. (D-Pa.) of Ft. Worth voted.", "Others did not."],
    ["Acme Inc. Chairman Bob Li spoke for Acme Corp.", "The firm fell."],
    ["Acme Pvt. Ltd. sued Beta Sdn. Bhd. of Penang.", "It lost."],
    # States and parties.
    ["Ed Hall, D-Ore. and Amy Lee (R-Va.) agreed.", "Nobody else did."],
    ["It went to Ed Hall, D-Ore.", "Amy Lee, D-Calif., agreed."],
    ["The firm is in Oak Brook, Ill.", "It is new."],
    ["They held a Mass.", "Father Obi came."],
    ["Ned Cole (R-Mt. Carmel) and Al Roe, D-St. Louis, agreed.", "They voted."],
    ["“No,” said Sen. Dan Holt (D-Ohio).", "The bill died."],
    # Numbers.
    ["It is No. 5 on the list.", "Was it no. 6?", "It said No.", "Nobody heard."],
    ["It cost Rs. 500, or Tk. 800.", "It rose 3.5 percent to 1.2 million."],
    ["See Art. 370 and Sec. 144.", "It is a fine art.", "They met."],
    ["On Jan. 5 and Sept. 11 it rained.", "It was cold by Dec.", "The snow came."],
    ["It opened in 2018.", "In 2019. it closed."],
    # Ellipses.
    ["He said ... nothing at all.", "They waited."],
    ["And then… silence.", "It ended…", "The crowd left."],
    # Quotations.
    ["“We won,” he said.", "“They lost.”", "She agreed."],
    ["“It is over.", "We are done.", "Go home,” he said.", "They went."],
    ['"It is over," he said.', '"Go home."', "They went."],
    ["He asked, “Why us?” and left.", "Nobody knew."],
    ["“Who did it?” Khan asked the crowd.", "“Stop!” said Li.", "They did."],
    ["“Who did it?” Ana Maria Silva wondered.", "Nobody answered."],
    ["“Is it over?”", "Khan took the train home."],
    ["“Is it over?”", "Khan said it was."],
    ["'It is over.'", "'We won.'", "They cheered."],
    ["(He was not there.)", "[It rained.]", "They left."],
    ["He is new (he came in May).", "She is not."],
    # No capital, no sentence.
    ["It was approx. five o'clock vs. six.", "The end."],
    ["The site example.com and Booking.com fell.", "Both rose."],
    ["Visit www.example.org.", "It is free."],
    ["She met co-founder (and friend) Li.", "@handle wrote.", "#Tag rose.", "$5 was paid."],
    ["5 people died.", "12 were hurt."],
    # Datelines are of the first sentence.
    ["May 12, 2018 (DESPARDES/PKONWEB) — The minister left.", "He flew."],
    ["LAHORE (APP) — Police said so.", "They left."],
    ["ST. LOUIS, Dec. 3 (Reuters) - The firm fell.", "It rose."],
    ["DHAKA, Feb. 11: The court met.", "It sat."],
]
# What is joined without a blank, or with one too many: (text, where it is cut).
ODD = [
    ("", []),
    ("...", ["..."]),
    ("was the end.The next day", ["was the end.", "The next day"]),
    ("Stephen I. Silva left", ["Stephen I. Silva left"]),
    ("So did I. They left", ["So did I.", "They left"]),
    ("of Norland.Silva said so", ["of Norland.", "Silva said so"]),
    ("the party (JaPa).Speaking there", ["the party (JaPa).", "Speaking there"]),
    ("on Booking.Com it fell", ["on Booking.Com it fell"]),
    ("by Md.Rahim Uddin", ["by Md.Rahim Uddin"]),
    ("people-centered.He also said", ["people-centered.", "He also said"]),
    ("He said so.”The rest left.", ["He said so.”", "The rest left."]),
    (
        "It has members (MPs).The list named A. Khan.According to it",
        ["It has members (MPs).", "The list named A. Khan.", "According to it"],
    ),
    ("It rose in 2018.But it fell.", ["It rose in 2018.", "But it fell."]),
    ("He left in 2024.Mayor Rao won.", ["He left in 2024.", "Mayor Rao won."]),
    ("Costs rose 12%.Mayor Rao won.", ["Costs rose 12%.", "Mayor Rao won."]),
    ("They got $3m.Mayor Rao won.", ["They got $3m.", "Mayor Rao won."]),
    ("They got $20.50.Mayor Rao won.", ["They got $20.50.", "Mayor Rao won."]),
    ('He called it "a win".Mayor Rao won.', ['He called it "a win".', "Mayor Rao won."]),
    ("Her vision.“Region is all,” he said.", ["Her vision.", "“Region is all,” he said."]),
    (
        "Version 2.Beta and v2.0 of 3.Js cost $20.50.",
        ["Version 2.Beta and v2.0 of 3.Js cost $20.50."],
    ),
    ("“It is 51 percent.“\n\nThe rest left.", ["“It is 51 percent.“", "The rest left."]),
    ("He used ASP.Net and Node.Js", ["He used ASP.Net and Node.Js"]),
    ('He left."They went."', ['He left."', 'They went."']),
    ("It ended. ” The next", ["It ended. ”", "The next"]),
    ("Node.JS is old. A.B.C. is not", ["Node.JS is old.", "A.B.C. is not"]),
    ("1. Smoking is banned. 2 left.", ["1. Smoking is banned.", "2 left."]),
    (
        "Title here\n1. One thing.\n2. Two things.",
        ["Title here", "1. One thing.", "2. Two things."],
    ),
    ("He left. • One thing. • Two things.", ["He left.", "• One thing.", "• Two things."]),
    ("He read Charles I. Historians do.", ["He read Charles I.", "Historians do."]),
    ("Really?! Yes.", ["Really?!", "Yes."]),
    ("No way!!! They left.", ["No way!!!", "They left."]),
    ("Heading without a stop\n\nThe text.", ["Heading without a stop", "The text."]),
    ("Er ging. Danach kam sie. Ja.", ["Er ging.", "Danach kam sie.", "Ja."]),
    ("وہ گیا۔ وہ آئی۔", ["وہ گیا۔ وہ آئی۔"]),
]


@pytest.mark.parametrize("expected", SENTENCES, ids=lambda sentences: sentences[0][:40])
def test_sentences(expected):
    assert sentences_of(" ".join(expected)) == expected


@pytest.mark.parametrize(("text", "expected"), ODD)
def test_odd_sentences(text, expected):
    assert sentences_of(text) == expected


WRAPPED = """\
The minister said on Monday that the prices of wheat and of sugar
would fall before the month is out. He gave no reason for it, and he
took no questions from the reporters who had come from all over the
country to hear him speak.

Then he left. Nobody followed him, for the rain had begun to fall on
the square, and the crowd went home.
"""
PARAGRAPHS = [
    ("", []),
    (" \n \n", []),
    ("One.", ["One."]),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\nTwo.", ["One.", "Two."]),
    ("One.\r\nTwo.\r\n\r\nThree.", ["One.", "Two.", "Three."]),
    ("One.\rTwo.", ["One.", "Two."]),
    ("One.\u2028Two.\u2029Three.", ["One.", "Two.", "Three."]),
    ("\n\n  One.\n \n\t\nTwo.  \n", ["One.", "Two."]),
    ("A heading\nThe text.", ["A heading", "The text."]),
    # A line that goes on small is no new paragraph, unless the one before has ended.
    ("It was the\nend of it.", ["It was the\nend of it."]),
    ("It ended.\nand then", ["It ended.", "and then"]),
    # Not even after a blank line, if a long one broke off.
    ("It was the\n\nend of it.", ["It was the", "end of it."]),
    (
        "The minister told them all that it was the\n\nend of the story.",
        ["The minister told them all that it was the\n\nend of the story."],
    ),
    (
        "The minister told them all that it was over:\n\nend of the story.",
        ["The minister told them all that it was over:", "end of the story."],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS)
def test_paragraphs(text, expected):
    assert paragraphs_of(text) == expected


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_text_wrapped_at_a_fixed_width_is_joined(line_end):
    text = WRAPPED.replace("\n", line_end)
    found = paragraphs_of(text)
    assert [paragraph[:12] for paragraph in found] == ["The minister", "Then he left"]
    assert len(sentences_of(text)) == 4


def test_a_short_line_ends_a_paragraph_of_wrapped_text():
    lines = [
        "The port trust said on Monday that the new crane would be working by the end of",
        "June, three months later than was promised when the loan was signed.",
        "“We have read the report,” Ana Silva said.",
        "She would not say what it had cost, or which of the two firms that had built it",
        "was to blame. It was the third delay in a year, as a member of the board told a",
        "Lisbon newspaper.",
        "Nobody answered at the office of the firm, which has an address in Porto but no",
        "people there. Its number is out of use. A letter that was sent to it came back.",
    ]
    found = paragraphs_of("\n".join(lines))
    assert [paragraph.split()[0] for paragraph in found] == ["The", "“We", "She", "Nobody"]


def test_blank_lines_in_the_middle_of_sentences_part_nothing():
    lines = [
        "Crane of the port trust will be late",
        "The port trust said on Monday",
        "that the new crane would be working by the end of June, according to the Lisbon",
        "Harbour Board, three months later than was promised when the loan for it was",
        "signed.",
        "“We have read the report,” Ana Silva said. She would not say what it had cost, or",
        "which of the two firms that had built it was to blame.",
        "It was the third delay in a year, as a member of the board told a paper from",
        "Porto.",
    ]
    found = paragraphs_of("\n\n".join(lines))
    assert [paragraph.split()[0] for paragraph in found] == ["Crane", "The", "“We", "It"]
    # Nor do short entries of a list among whole paragraphs.
    entries = ["What to bring", "warm clothes for all", "drinking water", "papers and some money"]
    prose = ["The port trust said on Monday that the new crane would be late. " * 3] * 4
    assert len(paragraphs_of("\n\n".join([*prose, *entries, *prose]))) == 12
    # Two of a dozen do not make a habit.
    whole = ["The port trust said on Monday that the crane would be late.", *lines[5:7]] * 4
    assert len(paragraphs_of("\n\n".join(whole[:-1]))) == 8


def test_short_lines_are_not_taken_for_wrapped_text():
    text = "\n".join(["Share", "Follow us", "Comments", "Print", "More news"] * 3)
    assert len(paragraphs_of(text)) == 15


TEXTS = st.one_of(
    st.text(),
    st.text(st.sampled_from("aAbU. .?!…\"“”'’()\n-1")),
    st.lists(
        st.sampled_from(["Mr.", "“", "”", "No.", "5", "said", "Khan", "?", ".", "\n", "…"])
    ).map(" ".join),
)


@given(TEXTS)
def test_sentences_cover_every_token_in_order(text):
    words, starts, ends = tokenise(text)
    paragraphs = paragraph_starts(text, starts, ends)
    begins = sentence_starts(text, words, starts, ends, paragraphs, stops(words))
    for found in (paragraphs, begins):
        assert found == sorted(set(found))
        assert not words or found[0] == 0
        assert not found or found[-1] < len(words)
    assert set(paragraphs) <= set(begins)


@pytest.mark.parametrize(
    "piece",
    ["A. ", "a.A", "… ", "“A? ", "“A?” B said. ", "a\n", "A b.\n", "\n\n", ".", ") ", "1. "],
)
def test_sentences_take_linear_time(growth, piece):
    assert growth(sentences_of, piece * 600, piece * 4800) < 2
