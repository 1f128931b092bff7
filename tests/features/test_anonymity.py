"""Where anonymity is said to be given, the reason, and whether the text says how a source knows."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.anonymity import ASKING, find_grants, says_how_it_knows, silenced


def grants_in(text):
    document = Document(Article(text))
    return [grant.reason for _, grant in sorted(find_grants(document).items())]


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        # Given or asked for, without a reason.
        ("It is over, an aide said on condition of anonymity.", [""]),
        ("It is over, said an aide who asked not to be named.", [""]),
        ("It is over, said an aide who asked not to be identified.", [""]),
        ("It is over, said an aide who declined to be named.", [""]),
        ("It is over, said an aide who refused to be named.", [""]),
        ("It is over, said an aide, requesting anonymity.", [""]),
        ("It is over, said an aide who did not want to be named.", [""]),
        ("It is over, said an aide who wished to remain anonymous.", [""]),
        ("It is over, an aide said off the record.", [""]),
        ("It is over, an aide told us on background.", [""]),
        ("It is over, said an aide whose name was withheld.", [""]),
        ("It is over, said an aide who preferred not to be named.", [""]),
        ("It is over, said an aide seeking anonymity.", [""]),
        ("It is over, said an aide who didn't want to be named.", [""]),
        ("It is over, said an aide, not wishing to be identified.", [""]),
        ("It is over, said an aide who did not want his identity disclosed.", [""]),
        ("It is over, an aide said on condition that her name not be used.", [""]),
        ("It is over, said an aide whose name is being withheld.", [""]),
        # With the reason behind it, before it, or in the words themselves.
        (
            "It is over, an aide said on condition of anonymity because the talks are secret.",
            ["because the talks are secret"],
        ),
        (
            "It is over, said an aide who asked not to be named for fear of reprisals.",
            ["for fear of reprisals"],
        ),
        (
            "It is over, an aide said on condition of anonymity, citing company rules.",
            ["citing company rules"],
        ),
        (
            "An aide, granted anonymity to discuss private talks, said it is over.",
            ["to discuss private talks, said it is over"],
        ),
        (
            "It is over, said an aide who was not authorised to speak to the press.",
            ["not authorised to speak to the press"],
        ),
        (
            "It is over, said an aide not authorized to discuss the talks.",
            ["not authorized to discuss the talks"],
        ),
        (
            "Because the talks are secret, an aide asked not to be named.",
            ["Because the talks are secret, an aide"],
        ),
        (
            "It is over, an aide said on condition of anonymity due to the talks.",
            ["due to the talks"],
        ),
        (
            "An aide asked not to be named. Another asked for anonymity fearing reprisals.",
            ["", "fearing reprisals"],
        ),
        ("It is over, said an aide who asked not to be named", [""]),
        # Two phrases, of which one is the reason of the other.
        (
            "An aide who declined to be named because he was not authorised to speak said so.",
            ["because he was not authorised to speak said so"],
        ),
        # Traps: the words in another sense, or nobody's anonymity.
        ("His name and his identity are known.", []),
        ("An aide asked that his name be added to the list.", []),
        ("An aide did not want his name on the plaque.", []),
        ("An aide said the boy, who cannot be named for legal reasons, left.", []),
        ("A trader, declining to be named, said it was over.", [""]),
        ("An officer who requested to remain unnamed said so.", [""]),
        ("An official on condition of not being named said so.", [""]),
        ("An officer who did not want his name in print said so.", [""]),
        ("A clerk barred from speaking to the media said so.", [""]),
        ("An aide said it was over.", []),
        ("An anonymous letter was found.", []),
        ("The painter is unknown.", []),
        ("The suspect has not been named a winner.", []),
        ("He spoke of the background to the talks.", []),
        ("The record was broken on Monday.", []),
        ("She was named director because she knew the firm.", []),
        ("Because it rained, nobody came.", []),
        ("The firm was authorised to speak for him.", []),
        ("They asked to be named in the list.", []),
        ("He named the aide.", []),
        ("Nobody wants to be identified with it.", []),
        ("The name of the firm is Acme.", []),
        ("He was asked to remain.", []),
        ("", []),
        ("Anonym", []),
        ("Er wollte anonym bleiben.", []),
        ("Share Tweet Email Print", []),
    ],
)
def test_grants_of_anonymity_and_their_reasons(text, reasons):
    assert grants_in(text) == reasons


@pytest.mark.parametrize(
    ("text", "knows"),
    [
        ("[Two people familiar with the talks] said so.", True),
        ("[An aide briefed on the matter] said so.", True),
        ("[A man close to the family] said so.", True),
        ("[A person with direct knowledge of the talks] said so.", True),
        ("[A witness] said so.", True),
        ("[Ana Silva], who attended the meeting, said so.", True),
        ("[Ana Silva], who was in the room, said so.", True),
        ("[an aide] who saw the letter said so.", True),
        ("[The study's lead author] said so.", True),
        ("[A lawyer involved in the case] said so.", True),
        # Traps: nothing says how; or it is said of another.
        ("[Ana Silva] said so.", False),
        ("[The mayor of Lahore] said so.", False),
        ("[A neighbour] said so.", False),
        ("[Ana Silva], who lives in Lahore, said so.", False),
        ("[Ana Silva] said that Rui Lopez attended the meeting.", False),
        ("[Ana Silva] said a witness had left.", False),
        ("[The ministry], which runs the clinic, said so.", False),
        ("[Ana Silva], who said that he attended it, left.", False),
        ("[a close friend] said so.", False),
        ("[She]", False),
    ],
)
def test_how_a_source_knows(text, knows):
    start, end = text.index("["), text.index("]") - 1
    document = Document(Article(text.replace("[", "").replace("]", "")))
    assert says_how_it_knows(document, *document.token_range(start, end)) is knows


def test_a_sentence_has_one_grant_and_the_place_of_its_phrase():
    text = "It rained. An aide, who asked not to be named, spoke on condition of anonymity."
    document = Document(Article(text))
    grants = find_grants(document)
    assert list(grants) == [1]
    assert document.norms[grants[1].first] == "asked"


def test_a_long_reason_is_cut():
    text = "An aide asked not to be named because " + "very " * 100 + "shy."
    (reason,) = grants_in(text)
    assert reason.startswith("because very")
    assert len(reason.split()) == 40


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("An aide who asked not to be named warned of it.", "asked not to be named"),
        ("An aide who requested anonymity warned of it.", "requested anonymity"),
        (
            "Two aides who declined to be named because they were not authorised to speak left.",
            "declined to be named because they were not authorised to speak",
        ),
        ("It rained.", ""),
    ],
)
def test_what_asks_for_anonymity_attributes_nothing(text, words):
    document = Document(Article(text))
    plain = "V" * len(document)
    tags = silenced(plain, find_grants(document))
    asking = [word for word, tag in zip(document.words, tags, strict=True) if tag == ASKING]
    assert " ".join(asking) == words
