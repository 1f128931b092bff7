"""Sentences whose own words tell what they rest on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.features.support_signs import find_signs


def signs_of(text):
    found = find_signs(Document(Article(text)))
    return {
        name
        for name in ("written", "published", "results", "hearsay", "unanswered", "posted")
        if 0 in getattr(found, name)
    }


TABLE = [
    # In a paper or a post.
    ("In a letter to the board, she said so.", {"written"}),
    ("She said so in her new book.", {"written"}),
    ("They said in a 321-page brief that it was so.", {"written"}),
    ("In a Wall Street Journal essay, she said so.", {"written"}),
    ("The mayor tweeted that it was so.", {"written"}),
    ("He answered on Twitter that it was so.", {"written"}),
    ("He said so in a series of tweets.", {"written"}),
    ("She took to Twitter to say so.", {"written"}),
    ("She wrote to Twitter about it.", set()),
    ("She tweets that it is so.", {"written"}),
    ("He posted another angry tweet.", {"written"}),
    ("She wrote on X that it was so.", {"written"}),
    ("Taking to X, he said so.", {"written"}),
    ("In the lawsuit, she says so.", {"written"}),
    # Orders are no hearsay, and who says something after all has answered.
    ("They were told to train twice a week.", set()),
    ("They were told that the clinic had closed.", {"hearsay"}),
    ("She declined to comment beyond saying it was on track.", set()),
    ("She declined to comment on the plan.", {"unanswered"}),
    # What only looks like it.
    ("She stood on X and said so.", set()),
    ("She wrote that X was so.", set()),
    ("He denied the allegations in the lawsuit.", set()),
    ("Ana Silva, who was not involved in the study, said so.", set()),
    ("She said the claims in the report were false.", set()),
    ("He was asked about the tweet.", set()),
    ("Nothing is worse than the mayor's tweets.", set()),
    ("She said so in a statement.", set()),
    ("She said so in an interview.", set()),
    ("She put the letter in a drawer.", set()),
    ("In a drawer, the letter was safe.", set()),
    ("In the end, a letter came.", set()),
    ("Twitter said that it was so.", set()),
    ("“It is in the letter,” she said.", set()),
    # A post that is shown whole; traps: no signature, a handle in passing.
    ("Prices fell. So be it. — Ana Silva (@anasilva) May 3, 2020", {"posted"}),
    ("Prices fell, Ana Silva (@anasilva) said.", set()),
    ("Prices fell — as @anasilva said.", set()),
    ("Prices fell, he said. — Ana Silva (@anasilva)", set()),
    ("The firm — whose chief Ana Silva (@anasilva) left — said no.", set()),
    # What stands too far before a signature to be of its post.
    (
        "It rained. "
        + "It was as wet as it ever is. " * 20
        + "So. — Ana Silva (@anas) May 3, 2020",
        set(),
    ),
    # A study that appeared.
    ("The findings were published in the Annals of Trade.", {"published"}),
    ("The study appears online in the Annals.", {"published"}),
    ("Results were published on Monday in the Annals.", {"published"}),
    ("The list was published in the Annals.", set()),
    ("Published in 1900, it is out of print.", set()),
    ("The study will be published.", set()),
    ("The results were clear to all who appeared before the judge on Monday in town.", set()),
    # What came out in one.
    ("Prices fell in a poll of 800 farmers.", {"results"}),
    ("In a survey released on Monday, two thirds said so.", {"results"}),
    ("Smoke was linked to sleep in a new experiment.", {"results"}),
    ("She took part in a study of 800 farmers.", set()),
    ("The poll was held in a barn.", set()),
    ("They lost interest in the survey.", set()),
    # Nobody in particular.
    ("It is learnt that prices fell.", {"hearsay"}),
    ("There are concerns that prices fell.", {"hearsay"}),
    ("A lesson was learnt.", set()),
    ("There are concerns about prices.", set()),
    ("Prices are believed to have fallen.", {"hearsay"}),
    ("He is widely regarded as a fool.", {"hearsay"}),
    ("Prices reportedly fell.", {"hearsay"}),
    ("There are also allegations that prices fell.", {"hearsay"}),
    ("Speculation that prices fell is rife.", {"hearsay"}),
    ("Now rumours say that prices fell.", {"hearsay"}),
    ("There was much speculation about prices.", {"hearsay"}),
    ("It was further gathered that prices fell.", {"hearsay"}),
    ("It was revealed that prices fell.", {"hearsay"}),
    ("He is learnt to have left.", {"hearsay"}),
    ("It is assumed that prices fell.", {"hearsay"}),
    ("Frost is not believed to be the cause.", {"hearsay"}),
    ("There is a general belief that prices fell.", {"hearsay"}),
    ("The meeting was informed that prices fell.", {"hearsay"}),
    ("Jurors heard that prices fell.", {"hearsay"}),
    ("It was reported that prices fell.", {"hearsay"}),
    ("He was reported to have fled.", {"hearsay"}),
    ("He was accused of lying.", {"hearsay"}),
    # Traps: what happens, and what nobody has said.
    ("He gathered the villagers.", set()),
    ("It was decided that schools would stay shut.", set()),
    ("It emerged that prices fell.", set()),
    ("She left when it was revealed that he lied.", set()),
    ("The theft was reported to the police.", set()),
    ("The girl was reported missing.", set()),
    ("The motion was considered on Monday.", set()),
    ("Bids will be considered from May.", set()),
    ("He has not been accused of a crime.", set()),
    ("Staff were told at a meeting on Monday.", set()),
    ("The court heard the case in May.", set()),
    # Talk in passing, and what only describes.
    ("He left amid speculation that prices fell.", set()),
    ("She did all she could to end the rumours.", set()),
    ("The supposedly free press was sold.", set()),
    ("His allegedly sick dog ran off.", set()),
    ("There have been several reports of falling prices.", {"hearsay"}),
    ("He filed claims of a sort there.", set()),
    ("There are reports on the table.", set()),
    ("There were no reports of falling prices.", set()),
    ("The staff there had fears of falling prices.", set()),
    ("Prices were announced by the mayor.", set()),
    ("Believed to be dead, he came back.", set()),
    ("The deal is seen as a threat.", {"hearsay"}),
    ("A logo is seen on a building.", set()),
    ("It is what is seen.", set()),
    ("“It is believed to be so,” ran the line.", set()),
    # Nobody answered.
    ("The bank declined to comment.", {"unanswered"}),
    ("The heads of the bank did not answer calls or messages seeking comment.", {"unanswered"}),
    ("She didn’t immediately respond to a request for comment.", {"unanswered"}),
    ("She could not be reached on Monday.", {"unanswered"}),
    ("The bank wouldn’t comment.", {"unanswered"}),
    ("Officials can't comment on it.", {"unanswered"}),
    ("The minister refused to answer.", {"unanswered"}),
    ("The bank would comment.", set()),
    ("He answered at once.", set()),
    ("She responded that it was not so.", set()),
    ("She did not respond to a request, but an aide said it was late.", set()),
    ("No deal was reached.", set()),
    ("It was not he who said that she responded.", set()),
    ("The comment was not kind.", set()),
    ("“I will not comment,” she said.", set()),
    ("", set()),
    ("Bridge", set()),
    ("Ein Satz über Preise.", set()),
    ("Share\nTweet\n", set()),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_signs(text, expected):
    assert signs_of(text) == expected


def test_signs_are_of_their_sentence():
    text = "Prices reportedly fell. She left. The bank declined to comment. A study was made."
    found = find_signs(Document(Article(text)))
    assert (found.hearsay, found.unanswered, found.studies) == ({0}, {2}, True)


def test_a_quoted_study_is_none():
    assert not find_signs(Document(Article("“Read the study,” she said."))).studies


@given(st.text(max_size=300))
def test_indices_are_of_sentences(text):
    document = Document(Article(text))
    found = find_signs(document)
    places = found.written | found.published | found.hearsay | found.unanswered
    assert places <= set(range(len(document.sentences)))
