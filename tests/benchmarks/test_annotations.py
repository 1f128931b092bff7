"""Findings against an annotation, in counts."""

import pytest

import credscore
from benchmarks.annotations import compare, lexical_tally, support_group

TEXT = (
    "Prices may fall by 3% in March, the minister, Ana Silva, said on Monday. "
    "She said that the figures came from a report by the Statistics Office. "
    "Farmers have protested in the capital for two weeks, Reuters reported. "
    "What will happen now? "
    "Fuel prices rose by 9% in January. Two roads were closed on Sunday. "
    "The port of the capital was closed for a day in February."
)


@pytest.fixture(scope="module")
def report():
    return credscore.score(TEXT)


def annotation(report, *, claim=1, support=None, sources=True):
    """What the report itself says, as if annotated."""
    units = [
        {
            "start": item.start,
            "end": item.end,
            "claim": claim,
            "support": support or item.support,
            "strength": 3 if claim else None,
            "sources": [],
            "hedges": [],
            "cites": [],
        }
        for item in report.claims
    ]
    if sources:
        units[0]["sources"] = [
            {"start": span.start, "end": span.end, "type": source.type, "name": source.name}
            for source in report.sources
            for span in source.mentions
        ]
        units[0]["hedges"] = [{"start": h.start, "end": h.end} for h in report.hedges]
        units[0]["cites"] = [
            {"start": c.start, "end": c.end, "outlet": c.outlet} for c in report.citations
        ]
    return {"text": TEXT, "units": units, "distinct": {"person": 1.0}}


def test_what_was_found_agrees_with_itself(report):
    tally = compare(annotation(report), report)
    count = len(report.claims)
    assert tally.counts["claim"] == [count] * 4
    for name in ("source", "hedge", "citation"):
        hits, found, gold, _ = tally.counts[name]
        assert hits == found == gold > 0, name
    assert all(true == given for name in tally.confusion for true, given in tally.confusion[name])
    assert tally.counts["name"][0] == tally.counts["name"][1] > 0
    assert len(tally.judged) == count
    assert tally.distinct["person"] == (1, sum(s.type == "person" for s in report.sources))


def test_findings_that_nobody_annotated_are_wrong(report):
    tally = compare(annotation(report, claim=0, sources=False), report)
    count = len(report.claims)
    assert tally.counts["claim"] == [0, count, 0, count]
    assert tally.counts["source"][0] == tally.counts["source"][2] == 0 < tally.counts["source"][1]
    assert not tally.confusion["support"]
    assert not tally.judged


def test_annotations_that_nothing_was_found_for(report):
    row = annotation(report, support="vague", sources=False)
    row["units"].append(row["units"][0] | {"start": len(TEXT) + 10, "end": len(TEXT) + 40})
    tally = compare(row, report)
    assert tally.confusion["support"]["vague", "none"] == 1
    assert tally.counts["claim"][2] == tally.counts["claim"][0] + 1


def test_tallies_add_up(report):
    one = compare(annotation(report), report)
    total = compare(annotation(report), report)
    total.add(one, 2)
    assert total.counts["claim"] == [3 * number for number in one.counts["claim"]]
    assert total.confusion["type"].total() == 3 * one.confusion["type"].total()
    assert len(total.judged) == 3 * len(one.judged)


def test_steps_by_group():
    confusion = {("named", "document"): 2, ("named", "none"): 1, ("vague", "anonymous"): 3}
    assert support_group(confusion) == {
        ("identified", "identified"): 2,
        ("identified", "none"): 1,
        ("unidentified", "unidentified"): 3,
    }


def test_what_knows_nothing_finds_modals_and_capitals(report):
    tally = lexical_tally(annotation(report))
    assert tally.counts["hedge"][:2] == [1, 1]
    assert tally.counts["source"][1] > tally.counts["source"][0]
