"""The words by which an article attributes."""

import math

import pytest

from credscore.features.cue_measures import cue_measures
from credscore.findings import Attribution, Span


def attributed(*cues, kind="indirect"):
    """A text of cues, and an attribution for each."""
    text, found = "", []
    for cue in cues:
        found.append(Attribution(None, Span(len(text), len(text) + len(cue)), (), kind=kind))
        text += cue + " "
    return cue_measures(text, found)


@pytest.mark.parametrize(
    ("cues", "neutral", "loaded"),
    [
        (("said",), 1, 0),
        (("Said", "told"), 1, 0),
        (("According to",), 1, 0),
        (("says", "denied"), 1 / 2, 0),
        (("has said", "did not say"), 1, 0),
        (("claims", "admitted"), 0, 1),
        (("slammed", "said", "confirmed"), 1 / 3, 1 / 3),
        (("thought", "knew", "wanted"), 0, 1),
        # Words that only look alike.
        (("aid", "according", "unknown", "railway"), 0, 0),
    ],
)
def test_cues_are_told_apart_by_their_words(cues, neutral, loaded):
    found = attributed(*cues)
    assert found["neutral_cue_ratio"] == pytest.approx(neutral)
    assert found["loaded_cue_ratio"] == pytest.approx(loaded)


@pytest.mark.parametrize(
    ("cues", "expected"),
    [(("said", "Said", "said"), 1 / 3), (("said", "added"), 1), (("said",), 1)],
)
def test_different_cues(cues, expected):
    assert attributed(*cues)["different_cue_ratio"] == pytest.approx(expected)


def test_whole_quotations():
    direct, indirect = (attributed("said", kind=kind) for kind in ("direct", "indirect"))
    assert direct["direct_attribution_ratio"] == 1
    assert indirect["direct_attribution_ratio"] == 0


def test_without_a_cue_there_is_nothing_to_measure():
    found = cue_measures("It is old.", [Attribution(None, None, (Span(0, 10),), kind="direct")])
    assert found.pop("direct_attribution_ratio") == 1
    assert all(math.isnan(value) for value in found.values())
    assert all(math.isnan(value) for value in cue_measures("", []).values())
