"""Sourcing rules: which warning a text gets, and which it does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.document import Document
from credscore.extraction import extract
from credscore.features.rules import rule_warnings
from credscore.findings import Attribution, Claim, Findings, Source, Span

NOTHING = Findings((), (), (), (), ())


def place(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def warnings(text, sources=(), claims=(), attributions=()):
    document = Document(Article(text))
    return rule_warnings(document, Findings(attributions, sources, (), (), claims))


def source(text, words, kind, name=None, number=1):
    return Source(f"s{number}", name or words, kind, (place(text, words),))


def claims(*supports, sources=()):
    return tuple(
        Claim(f"c{n}", n, n + 1, "x", support, sources if support != "own" else ())
        for n, support in enumerate(supports)
    )


GIVEN = "Prices fell, an aide said on condition of anonymity. Shops were empty."


@pytest.mark.parametrize(
    ("reason", "asked"), [("", True), ("because the talks were private", False)]
)
def test_anonymity_asks_for_its_reason(reason, asked):
    aide = Source("s1", "aide", "anonymous", (place(GIVEN, "an aide"),), reason=reason)
    found = warnings(GIVEN, (aide,))
    assert any("no reason is given for aide" in warning for warning in found) is asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Prices fell, an aide said on condition of anonymity on Monday.", True),
        ("Prices fell, an aide said on condition of anonymity after the vote.", True),
        ("Prices fell, an aide said, asking not to be named.", True),
        ("Prices fell, an aide said on condition of anonymity because talks went on.", False),
        ("Prices fell, said an aide who was not authorised to speak to reporters.", False),
        ("Prices fell, an aide said on condition of anonymity for fear of reprisals.", False),
    ],
)
def test_the_reason_is_read_from_the_article(text, asked):
    document = Document(Article(text))
    found = rule_warnings(document, extract(document))
    assert any(warning.startswith("AP asks why") for warning in found) is asked


@pytest.mark.parametrize(
    ("kind", "asked"),
    [("anonymous", True), ("unnamed", False), ("person", False), ("group", False)],
)
def test_only_the_anonymous_are_asked_for_a_reason(kind, asked):
    found = warnings(GIVEN, (source(GIVEN, "an aide", kind, "aide"),))
    assert any(warning.startswith("AP asks why") for warning in found) is asked


@pytest.mark.parametrize(
    ("name", "described", "counted"),
    [
        ("sources", False, False),
        ("source", False, True),
        ("multiple sources", False, False),
        ("anonymous source", False, True),
        ("insiders", False, True),
        ("ministry source", True, True),
        ("government sources", True, True),
        ("analyst", True, True),
        ("two officials", True, True),
    ],
)
def test_a_bare_source_is_to_be_described(name, described, counted):
    text = f"Prices fell, {name} said."
    found = warnings(text, (source(text, name, "anonymous"),))
    assert any("be described" in warning for warning in found) is not described
    assert any("how many sources" in warning for warning in found) is not counted


@pytest.mark.parametrize(
    ("supports", "single"),
    [
        (("named", "named", "named"), True),
        (("named", "named", "named", "own", "own"), True),
        (("named", "named"), False),
        (("own", "own", "own", "named"), False),
        ((), False),
    ],
)
def test_a_single_source_is_said(supports, single):
    text = "Ana Silva said so."
    found = warnings(
        text, (source(text, "Ana Silva", "person"),), claims(*supports, sources=("s1",))
    )
    assert any("two independent sources" in warning for warning in found) is single
    assert not any(warning.startswith("BBC") for warning in found)


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("person", True),
        ("organisation", True),
        ("document", True),
        ("outlet", True),
        ("unnamed", False),
        ("anonymous", False),
        ("group", False),
    ],
)
def test_a_single_source_is_to_be_named(kind, named):
    text = "An official said so."
    step = {"person": "named", "group": "vague"}.get(kind, kind)
    found = warnings(
        text,
        (source(text, "An official", kind, "official"),),
        claims(step, step, step, sources=("s1",)),
    )
    assert any(warning.startswith("BBC") for warning in found) is not named


def test_a_spokesperson_is_no_second_source_beside_the_body():
    text = "A spokesman for Acme said so. Acme said so."
    voices = (
        Source("s1", "spokesman for Acme", "unnamed", (place(text, "A spokesman for Acme"),),
               speaks_for="Acme"),
        Source("s2", "Acme", "organisation", (place(text, "Acme said"),)),
    )  # fmt: skip
    rested = (
        *claims("organisation", "organisation", sources=("s1",)),
        *claims("organisation", sources=("s2",)),
    )
    (warning,) = warnings(text, voices, rested)
    assert "two independent sources" in warning
    assert "Acme" in warning
    assert "spokesman" not in warning


def test_two_sources_are_no_single_source():
    text = "Ana Silva and Ben Roth said so."
    people = (
        source(text, "Ana Silva", "person"),
        source(text, "Ben Roth", "person", number=2),
    )
    rested = (*claims("named", "named", sources=("s1",)), *claims("named", sources=("s2",)))
    assert warnings(text, people, rested) == ()


@pytest.mark.parametrize(
    ("supports", "said"),
    [
        (("vague", "vague", "vague"), True),
        (("vague", "vague", "vague", "named", "own"), True),
        (("vague", "vague", "named"), False),
        (("vague", "named", "named"), False),
        (("vague", "vague", "vague", *["named"] * 22), False),
        (("own", "own", "named"), False),
    ],
)
def test_claims_that_rest_on_nobody_are_counted(supports, said):
    found = warnings("It is said so.", (), claims(*supports))
    assert any("nobody in particular" in warning for warning in found) is said


@pytest.mark.parametrize(
    ("supports", "said"),
    [
        (("own", "own", "own"), True),
        (("own", "unnamed", "vague"), True),
        (("own", "own", "document"), False),
        (("own", "own"), False),
        (("outlet", "own", "own"), False),
    ],
)
def test_no_identified_source_at_all_is_said(supports, said):
    found = warnings("It is so.", (), claims(*supports))
    assert any("none of the" in warning for warning in found) is said


SPOKEN = "“The bridge will be closed for a month,” she said. “It is not safe for anybody now.”"


@pytest.mark.parametrize(
    ("text", "quoted", "silent"),
    [
        (SPOKEN, (), True),
        (SPOKEN, ("The bridge will be closed for a month",), False),
        ("He called it “a mess” and “a joke”.", (), False),
        ("“The bridge will be closed for a month,” she said.", (), False),
    ],
)
def test_quotations_ask_for_a_speaker(text, quoted, silent):
    spoken = tuple(Attribution(None, None, (place(text, part),), "s1") for part in quoted)
    found = warnings(text, (), (), spoken)
    assert any("who speaks" in warning for warning in found) is silent


@pytest.mark.parametrize("text", ["", "Bridge", "Ein Satz.", "Share\nSubscribe\n"])
def test_nothing_breaks_no_rule(text):
    assert warnings(text) == ()


def test_long_lists_and_names_are_cut():
    text = "Aides spoke. " * 6
    people = tuple(
        Source(f"s{n}", f"aide {n} " + "x" * 80, "anonymous", (Span(0, 5),)) for n in range(6)
    )
    (warning,) = [w for w in warnings(text, people) if w.startswith("AP asks why")]
    assert warning.endswith("and 3 more")
    assert len(warning) < 300


def test_a_sourced_article_breaks_none():
    text = (
        "The bridge will close in May, Mayor Ana Silva said on Monday. Ben Roth, an engineer at "
        "the harbour, said that the steel was old. A report by the ministry found cracks in six "
        "joints. The council said in a statement that traders had been told in March."
    )
    document = Document(Article(text))
    assert rule_warnings(document, extract(document)) == ()


@given(st.text(max_size=300))
def test_any_text_gives_sentences(text):
    document = Document(Article(text))
    for warning in rule_warnings(document, extract(document)):
        assert warning.split()[0] in {"AP", "NPR", "BBC", "Reuters"}
        assert not warning.endswith(".")
