"""What is said of one article, and its form as plain values."""

import json
import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.article import Article
from credscore.findings import Attribution, Citation, Claim, Findings, Hedge, Source, Span
from credscore.report import (
    SCHEMA,
    Calibration,
    Contribution,
    ModelIdentity,
    Reason,
    Report,
    Suggestion,
)

TEXT = "Khan may go, Radio One reported."
FINDINGS = Findings(
    attributions=(
        Attribution(Span(13, 22), Span(23, 31), (Span(0, 11),), "s1"),
        Attribution(None, None, (Span(0, 11), Span(13, 22))),
    ),
    sources=(Source("s1", "Radio One", "outlet", (Span(13, 22),), ("c1",)),),
    hedges=(Hedge("h1", 5, 8, "may", "s1"),),
    citations=(Citation("x1", 13, 22, "Radio One", "Radio One", "", "", "named"),),
    claims=(Claim("c1", 0, 32, TEXT, "outlet", ("s1",), ("h1",), ("x1",)),),
)


@pytest.fixture
def report():
    return Report(
        article=Article(TEXT, title="Khan", id="a1"),
        words=6,
        sentences=1,
        score=0.25,
        interval=(0.1, 0.5),
        level=0.9,
        models=(ModelIdentity("general-v1", "00ff"),),
        intercept=-1.0,
        calibration=Calibration(0.5, 0.25),
        contributions=(
            Contribution("claim_count", 1.0, "count", 0.75, "one claim"),
            Contribution("named_ratio", math.nan, "ratio", -0.5, "no person"),
        ),
        measures={"claim_count": 1.0, "named_ratio": math.nan},
        findings=FINDINGS,
        warnings=("short: 6 words",),
        reasons=(Reason("support", "one claim", 0.25, ("claim_count", "named_ratio")),),
        suggestions=(Suggestion("claim_count", math.nan, 2.0, 0.5, 0.375, "say more"),),
    )


def test_the_dictionary_has_the_schema_and_nothing_else(report):
    assert report.to_dict() == {
        "schema": 1,
        "article": {"id": "a1", "title": "Khan", "publisher": None, "url": None, "date": None,
                    "words": 6, "sentences": 1},
        "score": 0.25,
        "interval": [0.1, 0.5],
        "level": 0.9,
        "model": [{"name": "general-v1", "sha256": "00ff"}],
        "intercept": -1.0,
        "calibration": {"slope": 0.5, "intercept": 0.25},
        "contributions": [
            {"feature": "claim_count", "value": 1.0, "unit": "count", "contribution": 0.75,
             "note": "one claim"},
            {"feature": "named_ratio", "value": None, "unit": "ratio", "contribution": -0.5,
             "note": "no person"},
        ],
        "measures": {"claim_count": 1.0, "named_ratio": None},
        "claims": [
            {"id": "c1", "start": 0, "end": 32, "text": TEXT, "support": "outlet",
             "probability": None, "sources": ["s1"], "hedges": ["h1"], "citations": ["x1"]},
        ],
        "sources": [
            {"id": "s1", "name": "Radio One", "type": "outlet", "mentions": [[13, 22]],
             "claims": ["c1"], "role": "", "knows": False, "anonymity": False, "reason": ""},
        ],
        "attributions": [
            {"source": [13, 22], "cue": [23, 31], "content": [[0, 11]], "source_id": "s1",
             "kind": "indirect"},
            {"source": None, "cue": None, "content": [[0, 11], [13, 22]], "source_id": None,
             "kind": "indirect"},
        ],
        "hedges": [{"id": "h1", "start": 5, "end": 8, "text": "may", "holder": "s1"}],
        "citations": [
            {"id": "x1", "start": 13, "end": 22, "text": "Radio One", "outlet": "Radio One",
             "domain": "", "url": "", "kind": "named", "country": ""},
        ],
        "warnings": ["short: 6 words"],
        "reasons": [
            {"family": "support", "text": "one claim", "contribution": 0.25,
             "features": ["claim_count", "named_ratio"]},
        ],
        "suggestions": [
            {"feature": "claim_count", "value": None, "target": 2.0, "gain": 0.5, "score": 0.375,
             "text": "say more"},
        ],
        "weakest_claims": [],
    }  # fmt: skip
    assert SCHEMA == 1


def test_the_dictionary_is_strict_json_and_comes_back_the_same(report):
    values = report.to_dict()
    assert json.loads(json.dumps(values, allow_nan=False)) == values


def test_contributions_and_intercept_add_up(report):
    assert report.log_odds == -0.75
    assert replace(report, contributions=()).log_odds == -1.0


def test_findings_are_at_hand(report):
    assert report.claims == FINDINGS.claims
    assert report.sources == FINDINGS.sources
    assert report.attributions == FINDINGS.attributions
    assert report.hedges == FINDINGS.hedges
    assert report.citations == FINDINGS.citations


@pytest.mark.parametrize(
    ("slope", "intercept", "log_odds", "expected"),
    [
        (1.0, 0.0, 0.0, 0.5),
        (1.0, 0.0, math.log(3), 0.75),
        (1.0, 0.0, -math.log(3), 0.25),
        (2.0, math.log(3), 0.0, 0.75),
        (0.0, 0.0, 1e9, 0.5),
        (1.0, 0.0, 1e9, 1.0),
        (1.0, 0.0, -1e9, 0.0),
    ],
)
def test_the_calibration_map(slope, intercept, log_odds, expected):
    assert Calibration(slope, intercept)(log_odds) == pytest.approx(expected, abs=1e-12)


@given(st.floats(-50, 50), st.floats(-50, 50), st.floats(0.01, 5))
def test_the_calibration_map_keeps_the_order(one, other, slope):
    calibration = Calibration(slope, 0.3)
    low, high = sorted((one, other))
    assert 0 <= calibration(low) <= calibration(high) <= 1


def test_the_claims_that_most_need_support_are_those_of_lowest_probability(report):
    claims = tuple(
        Claim(f"c{number}", 0, 4, "Khan", "own", probability=probability)
        for number, probability in enumerate((0.9, 0.2, math.nan, 0.4, 0.1, 0.2))
    )
    judged = replace(report, findings=replace(FINDINGS, claims=claims))
    assert [claim.id for claim in judged.weakest_claims] == ["c4", "c1", "c5"]
    assert report.weakest_claims == ()
