"""Where a source may stand: what is proposed, from where, and beside which word."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.citations import find_citations
from credscore.features.names import Names
from credscore.features.noun_phrases import NounPhrases
from credscore.features.parts_of_speech import parts_of_speech
from credscore.features.source_candidates import find_candidates
from credscore.features.source_features import CandidateFeatures, features_of
from credscore.features.source_spans import Candidate
from credscore.features.source_types import PhraseReader
from credscore.features.source_verbs import verb_class
from credscore.findings import Attribution, Span


def phrases_of(text):
    document = Document(Article(text))
    return NounPhrases(document, Names(document), parts_of_speech(document))


def proposed(text):
    """Words, origin and cue of every candidate, without the tagger."""
    phrases = phrases_of(text)
    document = phrases.document
    return {
        (
            text[document.starts[found.first] : document.ends[found.last - 1]],
            found.origin,
            document.norms[found.cue] if found.cue >= 0 else "",
        )
        for found in find_candidates(phrases, (), find_citations(document))
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that it rained.", ("The mayor", "subject", "said")),
        ("The mayor has repeatedly said so.", ("The mayor", "subject", "said")),
        ("The mayor went on to explain it.", ("The mayor", "subject", "explain")),
        ("The mayor on Monday said so.", ("The mayor", "subject", "said")),
        ("It rained, said the mayor.", ("the mayor", "inverted", "said")),
        ("“It rained,” said Ana Silva.", ("Ana Silva", "inverted", "said")),
        ("According to the mayor, it rained.", ("the mayor", "according", "according")),
        ("The mayor, in his letter, said so.", ("The mayor", "hop 1", "said")),
        ("The mayor, who left, said so.", ("The mayor", "before clause", "said")),
        ("An aide who left said so.", ("An aide", "before clause", "said")),
        ("She met an aide who said so.", ("an aide", "subject", "said")),
        ("Ana Silva and Rui Lopez said so.", ("Ana Silva", "fellow", "said")),
        ("He was told by the mayor to go.", ("the mayor", "agent", "told")),
        ("A statement from the mayor was sent.", ("the mayor", "from", "statement")),
        ("It was said in a letter to the court.", ("a letter to the court", "in", "said")),
        (
            "It fell, according to the briefing given to Ana.",
            ("the briefing", "according", "according"),
        ),
        ("In a letter to him, she begged.", ("a letter", "opening in", "")),
        ("It fell, citing the report.", ("the report", "citing", "citing")),
        ("It fell, per the report.", ("the report", "according", "per")),
        ("The mayor's claim was false.", ("The mayor", "genitive", "claim")),
        ("He quoted Ana Silva as saying so.", ("Ana Silva", "subject", "saying")),
        ("The mayor is aware of it.", ("The mayor", "subject", "aware")),
        ("We won! — Ana Silva (@silva)", ("Ana Silva (@silva)", "signature", "")),
        ("It fell, Reuters reported.", ("Reuters", "outlet", "")),
        ("This study, shows a gain.", ("This study", "comma", "shows")),
        ("The study looked at 2,000 men.", ("The study", "paper", "looked")),
        ("The documents have also provided a glimpse.", ("The documents", "paper", "provided")),
        ("It fell, based on court records.", ("court records", "based on", "based")),
        ("In a web post Tuesday, she begged.", ("a web post", "opening in", "")),
        ("The study involved 27 men.", ("The study", "paper", "involved")),
        ("Doctors published an open letter.", ("an open letter", "object", "")),
        ("That night, in a letter, they begged.", ("a letter", "opening in", "")),
        ("Elsewhere in the report, he begs.", ("the report", "opening in", "")),
        ("The figures come from a survey.", ("a survey", "comes from", "come")),
        ("In a related editorial, she begged.", ("a related editorial", "opening in", "")),
        ("A remark made by the mayor was odd.", ("the mayor", "agent", "made")),
        (
            "The study, “Sleep and memory,” looks at men.",
            ("The study", "paper", "looks"),
        ),
    ],
)
def test_places_where_a_source_may_stand(text, expected):
    assert expected in proposed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Rain fell on the town.",
        "The mayor opened the bridge.",
        "The river rose in May.",
        "Buy one, get one free.",
        "A cake made by the mayor was odd.",
        "On a cold Tuesday it rained.",
        "The mayor lost the letter.",
        "The mayor comes from a village.",
        "Elsewhere in the town, it rained.",
        "In brief, it rained.",
        "",
        "Rain",
        "Leave a Reply",
    ],
)
def test_nothing_is_proposed_beside_plain_verbs(text):
    assert proposed(text) == set()


@pytest.mark.parametrize(
    ("norm", "expected"),
    [
        ("said", "speech"),
        ("warns", "speech"),
        ("knew", "stance"),
        ("denied", "act"),
        ("showed", "evidence"),
        ("published", "public"),
        ("ate", ""),
        ("mayor", ""),
        ("", ""),
    ],
)
def test_classes_of_verbs(norm, expected):
    found = verb_class(norm)
    # A verb of several classes has the first of them.
    assert found == expected or (expected and found in {"speech", "act", "stance", "evidence"})


def test_the_tagger_proposes_too_and_points_to_the_word_that_attributes():
    text = "The mayor has long said so."
    attribution = Attribution(Span(0, 9), Span(10, 23), (Span(24, 26),))
    phrases = phrases_of(text)
    found = find_candidates(phrases, (attribution,), ())
    assert Candidate(0, 2, "tagger", phrases.document.norms.index("said")) in found


def named_features(text, words, attributions=()):
    phrases = phrases_of(text)
    document = phrases.document
    start = text.index(words)
    first, last = document.token_range(start, start + len(words))
    phrase = PhraseReader(document, phrases.names, ()).describe(first, last)
    candidates = [
        found
        for found in find_candidates(phrases, attributions, ())
        if (found.first, found.last) == (first, last)
    ]
    return features_of(CandidateFeatures(phrases, attributions).of(candidates, first, last, phrase))


@pytest.mark.parametrize(
    ("text", "held", "absent"),
    [
        (
            "The mayor said that it rained.",
            ["verb=said", "follows=that", "before=start"],
            "negated",
        ),
        ("The mayor did not say so.", ["negated", "cue=speech"], "modal"),
        ("The mayor would say so.", ["modal"], "negated"),
        ("“It rained,” The mayor said.", ["beside quotation", "before=quotation"], "quoted"),
        ("“The mayor said so,” she knew.", ["quoted", "cue quoted"], "beside quotation"),
        ("The mayor was heard so.", ["passive"], "modal"),
        ("The mayor refused to say so.", ["infinitive"], "silent"),
        ("The mayor declined to comment.", ["silent"], "passive"),
        ("The mayor did not respond to a request for comment.", ["silent"], "passive"),
        ("The mayor declined an offer.", ["cue=act"], "silent"),
        ("The mayor responded to the questions.", ["cue=speech"], "silent"),
    ],
)
def test_what_is_seen_of_a_candidate(text, held, absent):
    found = named_features(text, "The mayor")
    assert set(held) <= set(found)
    assert absent not in found
    assert len(found) == len(set(found))


def test_the_tagger_is_heard():
    text = "The mayor said that it rained."
    attribution = Attribution(Span(0, 9), Span(10, 14), (Span(15, 29),))
    alone, heard = (
        named_features(text, "The mayor"),
        named_features(text, "The mayor", (attribution,)),
    )
    assert "tagged=none" in alone
    assert {"tagged=all", "cue tagged=C", "origin=tagger", "origin=subject"} <= set(heard)
