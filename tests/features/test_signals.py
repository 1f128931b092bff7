"""Signals of the sourcing rules: what counts, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.features.signals import count_signals

FOUND = [
    ("response sought", "The ministry did not respond to a request for comment."),
    ("response sought", "The firm declined to comment on the figures."),
    ("response sought", "Mr Khan could not be reached on Sunday."),
    ("response sought", "The company denied any wrongdoing."),
    ("response sought", "Her office didn't immediately respond."),
    ("unknown said", "It is unclear how many were hurt."),
    ("unknown said", "The account could not be independently checked."),
    ("unknown said", "What set off the fire remains unknown."),
    ("unknown said", "It was not immediately clear who fired first."),
    ("independence", "Dr Rao, who was not involved in the study, urged caution."),
    ("independence", "An independent researcher looked at the data."),
    ("independence", "Two independent experts agreed."),
    ("disclosure", "The trial was funded by the maker of the drug."),
    ("disclosure", "He is a paid consultant for the bank."),
    ("disclosure", "The authors disclosed ties to the industry."),
    ("limits said", "It was a small study, and more research is needed."),
    ("limits said", "The finding does not prove that one causes the other."),
    ("limits said", "The poll has a margin of error of three points."),
    ("method said", "The scientists examined 400 blood samples."),
    ("method said", "The paper was published in March."),
    ("method said", "It was a randomised, controlled trial."),
    ("knowledge said", "Two people familiar with the talks confirmed it."),
    ("knowledge said", "According to documents seen by this newspaper, it failed."),
    ("sensation", "The bombshell will change everything."),
    ("evaluation", "This is a ridiculous plan."),
    ("intensifier", "It was really very late."),
    ("reporting verb", "The mayor said so."),
    ("time reference", "The bridge closed last week."),
    ("time reference", "The bridge closed on Monday."),
    ("cost", "The price of the drug is unknown to most."),
    ("harm", "Side effects were mild."),
    ("quantified", "It rose by 4 percent."),
    ("alternative", "There are other treatments."),
    ("availability", "The drug is not yet available."),
    ("press release", "She said in a university news release that it works."),
    ("natural frequency", "One in five had a headache."),
    ("natural frequency", "It helped 12 of the 40 patients."),
    ("natural frequency", "It returned in 3 out of every 100."),
    ("absolute risk", "The absolute risk fell by two percentage points."),
    ("price", "The pill costs about $40."),
    ("price", "They pay £1,200 a year for it."),
    ("trial", "Half were randomly assigned to a placebo."),
    ("prior evidence", "Two earlier studies found the same."),
    ("prior evidence", "Several large trials did not."),
    ("guidance", "The task force advises against it."),
    ("ties", "He received speaking fees from the maker."),
    ("ties", "She has ties to the bank."),
    ("promise", "It could one day lead to a cure."),
    ("approximation", "Nearly 300 came."),
    ("alarm", "Millions of people suffer from it."),
    ("academic title", "Ana Silva, Ph.D., led the work."),
    ("spokesperson", "A spokeswoman for the port said so."),
    ("aside", "It was, of course, too late."),
    ("record", "The lawsuit names four firms."),
    ("record", "Records show that it was never paid."),
    ("record", "The council released video of the meeting."),
    ("record", "He wrote to the port in May."),
    ("circumstance", "It sank after the storm."),
    ("circumstance", "They met at the port."),
    ("circumstance", "They met at 12.30 pm."),
    ("circumstance", "A crowd gathered outside City Hall."),
]
TRAPS = [
    ("response sought", "The crowd did respond with cheers."),
    ("response sought", "He made a comment on the weather."),
    ("response sought", "The request was for more chairs."),
    ("unknown said", "The sky was clear all day."),
    ("unknown said", "She is a well-known singer."),
    ("unknown said", "The path is not blocked."),
    ("independence", "The country became independent in 1947."),
    ("independence", "The minister was involved in the talks."),
    ("independence", "Unrelated news follows."),
    ("disclosure", "The club was paid for the match."),
    ("disclosure", "The two teams will tie."),
    ("limits said", "The speed limit is 50."),
    ("limits said", "The study was large and complete."),
    ("method said", "He published nothing."),
    ("method said", "The doctor treated the child."),
    ("knowledge said", "Her family lives there."),
    ("knowledge said", "They saw a film."),
    ("sensation", "The breakfast was good."),
    ("sensation", "“It is a bombshell,” she said of the report."),
    ("evaluation", "“This is ridiculous,” the owner told a reporter."),
    ("evaluation", "He goodnaturedly agreed."),
    ("intensifier", "“I really like it,” said the child."),
    ("reporting verb", "“He said so,” she whispered, and left."),
    ("time reference", "The last of them has gone."),
    ("time reference", "Monday was wet."),
    ("cost", "The coast is long."),
    ("harm", "The farmer harvested wheat."),
    ("quantified", "Many came."),
    ("alternative", "The other man left."),
    ("availability", "She avails herself of it."),
    ("press release", "The press waited for her release from prison."),
    ("natural frequency", "The club won 12 in 2015."),
    ("natural frequency", "She was one of us."),
    ("absolute risk", "He has absolute power."),
    ("price", "The storm cost 40 lives."),
    ("price", "Peace has its price."),
    ("trial", "The trial of the mayor began."),
    ("prior evidence", "Some studied the matter."),
    ("guidance", "He guided the force."),
    ("ties", "They tied the boat to a tree."),
    ("promise", "He promised to come."),
    ("approximation", "They walked around the lake."),
    ("alarm", "“We fear the worst,” he said."),
    ("academic title", "She is a medical student."),
    ("spokesperson", "He spoke for the port."),
    ("aside", "“Maybe,” she said."),
    ("record", "He set a record in the marathon."),
    ("record", "The law and the order stand."),
    ("record", "The writer filed past."),
    ("record", "“I have seen the letter,” he said."),
    ("circumstance", "At least ten came."),
    ("circumstance", "It is not clear at all."),
    ("circumstance", "“It was after the storm, at the port,” she said."),
    ("circumstance", "It is the port that they looked at."),
]


def signals(text):
    return count_signals(Document(Article(text)))


@pytest.mark.parametrize(("section", "text"), FOUND)
def test_a_signal_is_found(section, text):
    assert signals(text)[section] >= 1


@pytest.mark.parametrize(("section", "text"), TRAPS)
def test_what_looks_like_one_is_none(section, text):
    assert signals(text)[section] == 0


@pytest.mark.parametrize(
    "text",
    ["", "Bridge", "Der Minister sagte am Montag nichts dazu.", "Share\nRead more\nSubscribe"],
    ids=["empty", "word", "german", "furniture"],
)
def test_nothing_is_found_in_nothing(text):
    assert not any(signals(text).values())


def test_each_place_counts_once():
    assert signals("He declined to comment and declined to answer.")["response sought"] == 2


def test_a_signal_in_furniture_does_not_count():
    text = "The bridge was closed by the city.\n" * 3 + "Share this: what happened last week\n"
    assert signals(text + "Leave a Reply\nYour comment was sent last week.")["time reference"] == 0


@given(st.text())
def test_any_text_has_counts_of_every_section(text):
    counts = signals(text)
    assert set(counts) == set(signals(""))
    assert all(count >= 0 for count in counts.values())
