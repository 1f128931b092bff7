import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from credscore.article import Article, Link
from credscore.findings import Span
from credscore.scorer import loaded
from credscore.transit import pack, unpack

SAMPLES = sorted((Path(__file__).parent.parent / "samples").glob("*.txt"))


def sent(report):
    """The report as another process would have it."""
    return unpack(pickle.loads(pickle.dumps(pack(report))), report.article)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_report_comes_whole(path):
    text = path.read_text(encoding="utf-8")
    article = Article(text, title="A title", links=(Link(0, 3, "https://example.org"),), id="a1")
    report = loaded("general").score(article)
    made = sent(report)
    assert made == report
    assert made.to_dict() == report.to_dict()
    assert type(made) is type(report)


def test_what_does_not_count_for_equality_comes_too():
    text = "A spokesman for the Ministry of Health said that 12 people had died on Monday. " * 6
    report = loaded("general").score(text)
    made = sent(report)
    assert any(source.speaks_for for source in report.sources)
    assert [(source.speaks_for, source.log_odds) for source in made.sources] == [
        (source.speaks_for, source.log_odds) for source in report.sources
    ]


def test_spans_are_spans_and_records_are_locked():
    report = loaded("general").score(SAMPLES[0].read_text(encoding="utf-8"))
    made = sent(report)
    spans = [span for source in made.sources for span in source.mentions]
    spans += [span for found in made.attributions for span in found.content]
    spans += [found.cue for found in made.attributions if found.cue]
    assert {type(span) for span in spans} == {Span}
    for kind in ("claims", "sources", "attributions", "contributions", "reasons"):
        first = getattr(made, kind)[0]
        assert type(first) is type(getattr(report, kind)[0])
        with pytest.raises(AttributeError):
            setattr(first, type(first).__slots__[0], None)


def test_what_is_not_there_is_not_there_after():
    report = loaded("general").score(SAMPLES[0].read_text(encoding="utf-8"))
    found = replace(report.attributions[0], source=None, cue=None, content=(), source_id=None)
    bare = replace(
        report,
        findings=replace(report.findings, attributions=(found,), sources=(), hedges=(), claims=()),
        warnings=(),
        suggestions=(),
    )
    assert sent(bare) == bare
