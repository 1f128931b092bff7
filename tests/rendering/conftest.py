"""A report made by hand, so that renderers are tested without any model."""

import pytest

from credscore.article import Article
from credscore.findings import Citation, Claim, Findings, Hedge, Source, Span
from credscore.report import (
    Calibration,
    Contribution,
    ModelIdentity,
    Reason,
    Report,
    Suggestion,
)

TEXT = """\
Ferry to sail again

Minister Ana Silva said on Monday that a ferry might sail in May. “We are ready,” she said.

The port was closed last year. Fares would halve, said Omar Khan, a reporter of The Herald.

A report by the port trust put the cost at $2 million, a private TV channel reported. Critics say
it is about twice that.

Leave a Reply
"""


def make_report(text=TEXT, title="Ferry to sail again", publisher="The Post", **changes):
    """A report on `text`, which must hold the sentences of `TEXT`."""

    def at(words, number=0):
        place = -1
        for _ in range(number + 1):
            place = text.index(words, place + 1)
        return Span(place, place + len(words))

    sentences = {
        "c1": ("Minister Ana Silva said", "in May.", "named", ("s1",), ("h1",), (), 0.9),
        "c2": ("“We are ready,”", "she said.", "named", ("s1",), (), (), 0.85),
        "c3": ("The port was closed", "last year.", "own", (), (), (), 0.4),
        "c4": ("Fares would halve", "The Herald.", "named", ("s2",), (), ("x1",), 0.8),
        "c5": (
            "A report by the port trust",
            "channel reported.",
            "document",
            ("s3",),
            (),
            ("x2",),
            0.7,
        ),
        "c6": ("Critics say", "twice that.", "vague", ("s4",), ("h2",), (), float("nan")),
    }
    claims = tuple(
        Claim(
            key,
            at(first).start,
            at(last).end,
            text[at(first).start : at(last).end],
            support,
            sources,
            hedges,
            citations,
            probability,
        )
        for key, (
            first,
            last,
            support,
            sources,
            hedges,
            citations,
            probability,
        ) in sentences.items()
    )
    sources = (
        Source(
            "s1",
            "Ana Silva",
            "person",
            (at("Minister Ana Silva"), at("she")),
            ("c1", "c2"),
            role="Minister",
            knows=True,
        ),
        Source("s2", "Omar Khan", "person", (at("Omar Khan, a reporter of The Herald"),), ("c4",)),
        Source(
            "s3",
            "report by the port trust",
            "document",
            (at("A report by the port trust"),),
            ("c5",),
        ),
        Source(
            "s4",
            "Critics",
            "group",
            (at("Critics"),),
            ("c6",),
            anonymity=True,
            reason="fear of <losing>",
        ),
    )
    channel = "a private TV channel"
    values = {
        "article": Article(
            text, title=title, publisher=publisher, url="https://post.example/1", id="1"
        ),
        "words": 62,
        "sentences": 8,
        "score": 0.64,
        "interval": (0.47, 0.78),
        "level": 0.9,
        "models": (ModelIdentity("general-v1", "ab" * 32), ModelIdentity("claims-v1", "cd" * 32)),
        "intercept": 0.1,
        "calibration": Calibration(1.1, 0.4),
        "contributions": (
            Contribution(
                "identified_source_count",
                3.0,
                "count",
                0.61,
                "identified sources: 3 (usual: 2 to 5); raises the score",
            ),
            Contribution(
                "anonymous_source_ratio",
                float("nan"),
                "ratio",
                -0.42,
                "unnamed: undefined; lowers the score",
            ),
            Contribution("hedge_rate", 16.1, "per 1,000 words", 0.0, "hedges: 16; no effect"),
        ),
        "measures": {"identified_source_count": 3.0, "anonymous_source_ratio": float("nan")},
        "findings": Findings(
            (),
            sources,
            (
                Hedge("h1", *at("might"), "might", "s1"),
                Hedge("h2", *at("about"), "about"),
            ),
            (
                Citation(
                    "x1",
                    *at("The Herald"),
                    "The Herald",
                    "The Herald",
                    "herald.example",
                    "",
                    "named",
                ),
                Citation("x2", *at(channel), channel, "", "", "", "described"),
            ),
            claims,
        ),
        "warnings": ("short: 62 words",),
        "reasons": (
            Reason("sources", "three named people", 0.61, ("identified_source_count",)),
            Reason("naming", "one source without a name", -0.42, ("anonymous_source_ratio",)),
            Reason("hedging", "nothing that moves a score", 0.001, ("hedge_rate",)),
        ),
        "suggestions": (
            Suggestion("document_source_count", 1.0, 2.0, 0.3, 0.71, "name “<Critics>”"),
        ),
    }
    return Report(**{**values, **changes})


@pytest.fixture
def report():
    return make_report()


@pytest.fixture(scope="session")
def reporting():
    """Makes a report on another text, title or publisher."""
    return make_report
