"""The article cut once: what every extractor reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.tokens import normalise

ARTICLE = """\
Prices to fall, says minister

May 12, 2018 (DESPARDES/PKONWEB) — The prices of wheat will fall, Lt-Gen (retd) N. Janjua said.\
 “We have enough of it,” he told reporters in the U.S.

What it means

“The poor will gain,” said Prof. A. K. Rao. “But not soon.

“Nor will all of them.” Sign up for our newsletter. He gave no figures.

Leave a Reply

Your email address will not be published. Nobody said so.
"""
TEXTS = st.one_of(
    st.text(),
    st.text(st.sampled_from("aAbU. .?!…\"“”'’(),:—\n\r-1@/é")),
    st.lists(
        st.sampled_from(
            [
                "LAHORE (APP) —",
                "He said",
                "“We won",
                ",”",
                "Leave a Reply",
                "No. 5",
                "Mr.",
                "\n\n",
                "\n",
            ]
        )
    ).map(" ".join),
)


@pytest.fixture(scope="module")
def document():
    return Document(Article(ARTICLE, title="Prices to fall, says minister"))


def words_of(document, span):
    return document.text[span.start : span.end]


def test_sentences_with_their_kinds(document):
    assert [(words_of(document, s)[:24], s.kind, s.paragraph) for s in document.sentences] == [
        ("Prices to fall, says min", "heading", 0),
        ("May 12, 2018 (DESPARDES/", "body", 1),
        ("“We have enough of it,” ", "body", 1),
        ("What it means", "heading", 2),
        ("“The poor will gain,” sa", "body", 3),
        ("“But not soon.", "body", 3),
        ("“Nor will all of them.”", "body", 4),
        ("Sign up for our newslett", "furniture", 4),
        ("He gave no figures.", "body", 4),
        ("Leave a Reply", "furniture", 5),
        ("Your email address will ", "furniture", 6),
        ("Nobody said so.", "furniture", 6),
    ]
    assert document.paragraphs == [(0, 1), (1, 3), (3, 4), (4, 6), (6, 9), (9, 10), (10, 12)]


def test_quotations_and_datelines(document):
    found = [document.text[document.starts[q.start] : document.ends[q.end - 1]]
             for q in document.quotations]  # fmt: skip
    assert found == [
        "“We have enough of it,”",
        "“The poor will gain,”",
        "“But not soon.",
        "“Nor will all of them.”",
    ]
    assert [q.continues for q in document.quotations] == [False, False, False, True]
    assert [words_of(document, span) for span in document.datelines] == [
        "May 12, 2018 (DESPARDES/PKONWEB) — "
    ]


def test_speakers_of_a_transcript_are_no_datelines():
    text = "ISLAMABAD: Prices fell on Monday, the bank said.\n\nThey rose on Tuesday, it said."
    assert len(Document(Article(text)).datelines) == 1
    text = "SILVA: Prices fell on Monday, did they not?\n\nLI: They rose on Tuesday, I think."
    assert Document(Article(text)).datelines == ()


def test_words_are_counted_without_furniture_and_signs():
    assert Document(Article("He - the man - left at 5.\n\nAdvertisement")).word_count == 6


@pytest.mark.parametrize("text", ["", "   ", "\n\n\n"])
def test_an_empty_text(text):
    document = Document(Article(text))
    assert (len(document), document.sentences, document.paragraphs) == (0, (), [])
    assert (document.quotations, document.datelines, document.word_count) == ((), (), 0)
    with pytest.raises(IndexError):
        document.sentence_at(0)


def test_places_are_found_back(document):
    place = ARTICLE.index("Rao")
    first, last = document.token_range(place, place + 3)
    assert document.words[first:last] == ["Rao"]
    assert words_of(document, document.span(first, last)) == "Rao"
    assert words_of(document, document.sentence_at(place)).endswith("A. K. Rao.")
    # A blank belongs to the sentence before it.
    assert document.sentence_at(place - 1) is document.sentence_at(place)
    # Half a word is the whole of it; a blank alone is no token.
    assert document.words[slice(*document.token_range(place + 1, place + 2))] == ["Rao"]
    first, last = document.token_range(place - 1, place)
    assert first >= last


@given(TEXTS, st.none() | st.text(max_size=20))
def test_every_token_is_in_one_sentence_and_every_sentence_in_one_paragraph(text, title):
    document = Document(Article(text, title=title))
    place = 0
    for index, sentence in enumerate(document.sentences):
        assert sentence.index == index
        assert sentence.first == place < sentence.last
        assert document.starts[sentence.first] == sentence.start
        assert document.ends[sentence.last - 1] == sentence.end
        assert set(document.sentence_of[sentence.first : sentence.last]) == {index}
        first, last = document.paragraphs[sentence.paragraph]
        assert first <= index < last
        place = sentence.last
    assert place == len(document)
    bounds = [bound for paragraph in document.paragraphs for bound in paragraph]
    assert bounds == sorted(bounds)
    assert document.norms == [normalise(word) for word in document.words]
    for number, quotation in enumerate(document.quotations):
        assert set(document.quotation_of[quotation.start : quotation.end]) == {number}
    for span in document.datelines:
        assert 0 <= span.start < span.end <= len(text)


@given(st.text(st.sampled_from("aA. “”\n"), max_size=60), st.data())
def test_the_tokens_of_a_range_overlap_it(text, data):
    document = Document(Article(text))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = document.token_range(start, end)
    expected = [
        index
        for index in range(len(document))
        if document.starts[index] < end and start < document.ends[index]
    ]
    if start < end:
        assert list(range(first, last)) == expected


@pytest.mark.parametrize(
    "piece", ["A. ", "“A” b. ", "LAHORE (APP) — A b.\n\n", "a\n", "May 1: a.\n\n", "Photo: a/b. "]
)
def test_a_document_takes_linear_time(growth, piece):
    assert growth(lambda text: Document(Article(text, title="A")), piece * 300, piece * 2400) < 2


def test_a_line_of_the_page_within_a_paragraph_is_no_part_of_its_sentences():
    text = "He left. Story Continued Below “We won,” he said. The story continued below the fold."
    found = Document(Article(text))
    assert [(words_of(found, s), s.kind) for s in found.sentences] == [
        ("He left.", "body"),
        ("Story Continued Below", "furniture"),
        ("“We won,” he said.", "body"),
        ("The story continued below the fold.", "body"),
    ]
    assert len(Document(Article("Story Continued Below")).sentences) == 1
