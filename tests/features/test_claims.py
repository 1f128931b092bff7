"""Which sentences are claims, and what claims name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.extraction import extract
from credscore.features.claims import find_claims
from credscore.findings import SUPPORTS

# Each stands amid plain news, as it would in an article.
BEFORE = "The council met on Monday to talk of the bridge. "
AFTER = " Mayor Ana Silva said that the works would begin in May."

CLAIMS = [
    "The bridge was closed on Monday.",
    "Prices rose by 4 percent in March.",
    "Two people were killed in the crash.",
    "The minister resigned on Tuesday.",
    "A court fined the company $2 million.",
    "Ms Okafor denied the charge.",
    "The ferry will sail twice a week.",
    "About 30,000 cars cross the bridge each day.",
    "The report found cracks in six joints.",
    "He was born in Lahore in 1961.",
    "“The steel is older than we thought,” said Mayor Ana Silva.",
    "According to the ministry, fares will fall.",
    "Critics say the money is gone.",
    "The deal is worth 12 million rupees.",
    "Police arrested three men near the station.",
    "The law allows the council to close any road.",
    "Unemployment is at its lowest since 1990.",
    "The firm declined to comment.",
    "It rained for nine days.",
    "Officials announced a curfew in the old town.",
    "The dam, which was built in 1970, holds 3 million litres.",
    "Karachi is the largest city of Pakistan.",
    "Foreign Minister Lars Nygaard resigned on Monday.",
    "Soldier Mikola Bondar lost a leg.",
    "Two men died.",
    "Oil prices rose.",
    "They also ate more sugar.",
    "Police suspect arson.",
    "The road should reopen by noon.",
    "Pupils should not be fined, opposition leader Tendai Moyo said.",
    "Mrs May said the deal was done.",
    "“No one should worry,” she said.",
    "“It is in our blood, isn’t it?” she said.",
    "“She asked me, ‘How will you pay?’” he said.",
    "The story first appeared in 2015, the mayor said.",
    "It is a tunnel.",
    "Use of the drug rose by 5 percent.",
    "Show business is booming in Rome.",
    "Drought has brought chaos to our farms.",
    "It also requires a second test should the first sample prove positive.",
]
NO_CLAIMS = [
    "Why did nobody act?",
    "Who will pay for all of this?",
    "What do you think?",
    "So what?",
    "Click here to read more.",
    "Please subscribe to our newsletter.",
    "Let us know what you think in the comments.",
    "Follow us on Twitter.",
    "Read more about it here.",
    "Sign up for our daily email.",
    "Share your views with us.",
    "Photo: Reuters",
    "Watch the video below.",
    "Is it too late?",
    "Enough is enough!",
    "Shame on you!",
    "How long must we wait?",
    "Do you want to help?",
    "Join the conversation.",
    "Don't miss out!",
    "Could it happen here?",
    "Contact us at the address below.",
    "It is a shame.",
    "The film is truly beautiful.",
    "It is high time to act.",
    "Our leaders have failed us.",
    "We must protect our farms.",
    "He should have scored.",
    "“What do they want from us?” asked Maria Gomes, a shopkeeper.",
    "“Please help us,” she said.",
    "“Leave us alone,” he shouted.",
    "“Wow,” said Maria Gomes.",
    "Avoid gatherings of more than ten people.",
    "Do not use the old road.",
    "Watch the minister's speech below.",
    "This story first appeared in The Daily Ledger.",
    "The opinions expressed are those of the author.",
]


def claimed(sentence):
    text = BEFORE + sentence + AFTER
    document = Document(Article(text))
    start = len(BEFORE)
    return any(
        claim.start < start + len(sentence) and claim.end > start
        for claim in extract(document).claims
        if text[claim.start : claim.end].strip() == sentence.strip()
        or (claim.start >= start and claim.end <= start + len(sentence))
    )  # fmt: skip


@pytest.mark.parametrize("sentence", CLAIMS)
def test_what_can_be_checked_is_a_claim(sentence):
    assert claimed(sentence)


@pytest.mark.parametrize("sentence", NO_CLAIMS)
def test_what_asserts_nothing_is_none(sentence):
    assert not claimed(sentence)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two men died.", 1),
        (
            "Foreign Minister Lars Nygaard resigned on Monday.\n\nHe led it for years.",
            2,
        ),
        ("Analysts said the cut was a surprise.\n\nThey expect another in March.", 2),
        ("Cabinet approves budget\n\nThe ministers met on Monday.", 1),
        ("Foreign Minister Lars Nygaard Resigns\n\nHe led it for years.", 1),
        ("What happens next\n\nThe ministers met on Monday.", 1),
        ("The government should resign.", 0),
        ("She said:\n\n“The road is shut.”", 2),
        ("Resident Ana Roy, said:\n\n“The road is shut.”", 2),
        ("Ana Roy:\n\n“The road is shut.”", 1),
        ("Other forecasts:\n\nThe road is shut.", 1),
        ("It is so", 0),
        ("He should", 0),
        ("He should not", 0),
        ("He should be", 0),
        ("should.", 0),
        ("“?”", 0),
    ],
)
def test_a_full_stop_parts_a_short_sentence_from_a_heading(text, expected):
    assert len(extract(Document(Article(text))).claims) == expected


@pytest.mark.parametrize("text", ["", "Share\nSubscribe to our newsletter\nLeave a Reply\n"])
def test_nothing_claims_nothing(text):
    assert find_claims(Document(Article(text)), (), (), (), ()) == ()


def test_a_claim_names_what_it_rests_on():
    text = (
        "Prices may fall, Mayor Ana Silva told Dawn on Monday.\n\n"
        "One aide said on condition of anonymity that she would resign.\n\n"
        "The bridge is 90 years old.\n"
    )
    found = extract(Document(Article(text)))
    first, second, third = found.claims
    names = {source.id: source.name for source in found.sources}
    assert first.support == "named"
    assert names[first.sources[0]] == "Ana Silva"
    assert [text[h.start : h.end] for h in found.hedges if h.id in first.hedges] == ["may"]
    assert [c.outlet for c in found.citations if c.id in first.citations] == ["Dawn"]
    assert second.support == "anonymous"
    assert (third.support, third.sources) == ("own", ())


@given(st.text(max_size=300))
def test_claims_of_any_text_have_their_place(text):
    document = Document(Article(text))
    ends = [0]
    for number, claim in enumerate(extract(document).claims, start=1):
        assert claim.id == f"c{number}"
        assert text[claim.start : claim.end] == claim.text
        assert claim.support in SUPPORTS
        assert claim.start >= ends[-1]
        ends.append(claim.end)
