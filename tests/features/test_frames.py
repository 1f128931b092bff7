"""Every kind of source in every frame of a sentence: what no single case shows to be general.

One of a row or two of a column may be missed, for the mention model weighs; a frame or a kind that
fails as a whole does not pass.
"""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.sources import find_sources

OPENING = "The town has one bridge over the river. "

KINDS = {
    "Ana Silva": "person",
    "Kwame Osei-Tutu": "person",
    "Md Rafiqul Alam": "person",
    "Nguyen Van Thang": "person",
    "Deputy Commissioner Rezaul Karim": "person",
    "Ana Silva, a spokeswoman for the ministry": "person",
    "the minister": "unnamed",
    "her lawyer": "unnamed",
    "an eyewitness": "unnamed",
    "a Western diplomat": "unnamed",
    "a spokesperson for the firm": "unnamed",
    "two people familiar with the matter": "anonymous",
    "sources": "anonymous",
    "residents": "group",
    "critics": "group",
    "police": "organisation",
    "the health ministry": "organisation",
    "the Road Safety Board": "organisation",
    "the High Court": "organisation",
    "the company": "organisation",
    "the report": "document",
    "a court document": "document",
}
FRAMES = [
    "{S} said on Monday that the bridge would be closed in May.",
    "{S} also said that the bridge would be closed.",
    "{S} has said that the bridge would be closed in May.",
    "{S} warned that the bridge could fall. The road is shut.",
    "The bridge would be closed in May, {s} said.",
    "The bridge, {s} said, would be closed in May.",
    "The bridge is old, {s} added, and should be closed.",
    "“The bridge will be closed,” said {s}.",
    "“The bridge will be closed,” {s} said on Monday.",
    "The bridge will be closed in May, according to {s}.",
    "According to {s}, the bridge will be closed in May.",
    "The closure of the bridge in May was confirmed by {s}.",
    "‘The bridge will be closed,’ {s} said on Monday.",
    "The bridge, in the words of {s}, is “a disgrace”.",
]
# What no paper does.
OF_SPEAKERS = [
    "{S} was quoted as saying that the bridge would be closed.",
    "{S} was quoted by local media as saying the bridge would be closed.",
    "{S} was quoted by the official IRNA news agency as saying the bridge would be closed.",
    "Asked when it would open, {s} said the bridge would be closed until May.",
    "In an interview with the BBC, {s} said the bridge would be closed.",
    "{S}, speaking at a press conference, said the bridge would be closed.",
    "When contacted, {s} said the bridge would be closed.",
    "“The bridge,” {s} said, “is old.”",
    "{S} expressed concern that the bridge could fall.",
    "{S} denied that the bridge was unsafe.",
    "{S} wrote on Facebook that the bridge was old.",
    "{S} confirmed to Reuters that the bridge would be closed.",
]
TOGETHER = [
    ("Ana Silva and Rui Khan said it was old.", ["person", "person"]),
    ("Ana Silva, the mayor, and Rui Khan, a lawyer, said it was old.", ["person", "person"]),
    ("Ana Silva, Rui Khan and Mei Tan said it was old.", ["person", "person", "person"]),
    ("The minister and the mayor said it was old.", ["unnamed", "unnamed"]),
    ("Police and residents said it was old.", ["group", "organisation"]),
    ("According to police and witnesses, it is old.", ["organisation", "unnamed"]),
    (
        "It is old, according to news reports and her brother Rui Lopez, who spoke to AFP.",
        ["outlet", "person"],
    ),
    ("Reuters and AFP reported that it was old.", ["outlet", "outlet"]),
    ("The World Bank and the IMF said it was old.", ["organisation", "organisation"]),
    # Traps: one source, whatever "and" joins.
    ("The Ministry of Law and Justice said it was old.", ["organisation"]),
    ("A spokesman for the Senate and the House said it was old.", ["unnamed"]),
    ("The Ministry of Health and the Environment said it was old.", ["organisation"]),
    ("The founder and the owner of the firm, Ana Silva, said it was old.", ["person"]),
    ("Ana Silva, director of Oyster Poultry and Fisheries Ltd, said it was old.", ["person"]),
    ("Information and Broadcasting Adviser Ana Silva said it was old.", ["person"]),
    ("Engineers and drivers said it was old.", ["group"]),
]
ASKING = [
    "who asked not to be named",
    "who asked to remain anonymous",
    "who asked that his name be withheld",
    "who requested anonymity",
    "who sought anonymity",
    "who preferred not to be named",
    "who did not want to be identified",
    "who didn't want to be named",
    "who does not wish to be named",
    "who did not want her identity revealed",
    "who declined to be named",
    "who refused to give her name",
    "who insisted on anonymity",
    "who was not authorised to speak to the media",
    "who is not authorized to speak publicly",
    "whose name is being withheld",
    "who chose to remain anonymous",
    "who spoke on condition of anonymity",
    "who spoke on the condition of anonymity",
]
ROLES = (
    "teacher farmer trader nurse lawyer driver clerk monk fisherman shopkeeper villager diplomat "
    "minister spokesman governor economist scientist activist tourist student mother plaintiff "
    "billionaire analyst pilot guard engineer priest voter mayor"
).split()
TAKEN_UP = [
    ("the Ministry of Health", "ministry", "organisation"),
    ("the Port Workers' Union", "union", "organisation"),
    ("the Reserve Bank of Ruritania", "bank", "organisation"),
    ("the Food and Road Administration", "agency", "organisation"),
    ("the University of Harrow", "university", "organisation"),
    ("the Ruritania National Party", "party", "organisation"),
    ("a study published in May", "study", "document"),
    ("a survey of 1,200 adults", "survey", "document"),
    ("a leaked memo", "memo", "document"),
    ("an audit by the state auditor", "audit", "document"),
]
# Types that the guide keeps apart by more than a sentence shows.
ALIKE = {"unnamed": {"unnamed", "group"}, "group": {"unnamed", "group"}}
ALIKE["anonymous"] = {"unnamed", "anonymous"}


def sources_of(text):
    document = Document(Article(OPENING + text))
    found, _ = find_sources(document, find_attributions(document), find_citations(document))
    return found


def is_found(text, words, kind):
    """Whether a source of the kind has a mention that overlaps the words by half."""
    start = (OPENING + text).lower().index(words.lower(), len(OPENING))
    end = start + len(words)
    return any(
        source.type in ALIKE.get(kind, {kind})
        and 2 * (min(last, end) - max(first, start)) >= max(last, end) - min(first, start)
        for source in sources_of(text)
        for first, last in source.mentions
    )


@pytest.mark.parametrize("frame", [*FRAMES, *OF_SPEAKERS])
def test_sources_of_every_kind_are_found_in_a_frame(frame):
    missed = [
        words
        for words, kind in KINDS.items()
        if (kind != "document" or frame in FRAMES)
        and not is_found(frame.format(S=words[0].upper() + words[1:], s=words), words, kind)
    ]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize(("words", "kind"), KINDS.items())
def test_a_source_of_a_kind_is_found_in_every_frame(words, kind):
    frames = FRAMES if kind == "document" else [*FRAMES, *OF_SPEAKERS]
    missed = [
        frame
        for frame in frames
        if not is_found(frame.format(S=words[0].upper() + words[1:], s=words), words, kind)
    ]
    assert len(missed) <= 2, missed


@pytest.mark.parametrize(
    "frame",
    [
        "An official {} said that the bridge would be closed.",
        "An official {} told Reuters that the bridge would be closed.",
        "The bridge would be closed in May, said an official {}.",
        "“The bridge is old,” said an official {}.",
    ],
)
def test_whoever_asks_for_anonymity_is_found_and_anonymous(frame):
    missed = [
        asking
        for asking in ASKING
        if not any(item.type == "anonymous" for item in sources_of(frame.format(asking)))
    ]
    assert len(missed) <= 1, missed


def test_people_of_every_trade_are_found_with_the_clause_that_tells_who_they_are():
    text = "A {} who saw the crash said on Monday that the bridge would be closed."
    missed = [
        role
        for role in ROLES
        if not is_found(text.format(role), f"A {role} who saw the crash", "unnamed")
    ]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize(("words", "noun", "kind"), TAKEN_UP)
def test_bodies_and_papers_are_taken_up_by_their_noun(words, noun, kind):
    opening = words[0].upper() + words[1:]
    found = sources_of(f"{opening} said the bridge was old. The {noun} added that it was unsafe.")
    assert [(source.type, len(source.mentions)) for source in found] == [(kind, 2)]


@pytest.mark.parametrize(("text", "types"), TOGETHER)
def test_those_who_speak_together_are_as_many_as_they_are(text, types):
    assert sorted(source.type for source in sources_of(text)) == types
