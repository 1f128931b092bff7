"""Each stage takes time by the length of an article, whatever it is made of."""

import gc
import re
import time
from collections import Counter
from itertools import count

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.explanation import suggestions
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.claim_measures import claim_features
from credscore.features.claims import find_claims
from credscore.features.hedging import find_hedges
from credscore.features.measures import measure
from credscore.features.rules import rule_warnings
from credscore.features.sources import find_sources
from credscore.findings import Findings
from credscore.report import Report
from credscore.scorer import Scorer

OPENING = (
    "The port trust said on Monday that dredging would be done by June. “We have read the study, "
    "and its figures look optimistic,” Ana Silva, a spokeswoman, told Reuters. Two firms may have "
    "withdrawn because of the cost, a senior official said on condition of anonymity.\n\n"
)
SYLLABLES = ("bar", "den", "fol", "gar", "hin", "kos", "lam", "mir", "nor", "pel")
# Sentences of every kind; % is a name that no other has.
NEWS = (
    "A study by the % Port Trust found that it may be late, Ana % told the % Times on Monday. "
    "“It is late,” Ms %, the minister for %, said, adding that “nobody knows” why. According to "
    "officials in %, who asked not to be named, two firms have gone. The company denied this. "
    "He said 3% of them would stay, Reuters reported, citing a letter that it had seen. "
)


def named(pattern):
    """A function that writes so many characters of a pattern, with names that are ever new."""

    def write(size):
        numbers = count()

        def name(_):
            return "".join(SYLLABLES[int(digit)] for digit in f"{next(numbers):04}").title()

        parts, length = [], 0
        while length < size:
            parts.append(re.sub("%(?! of)", name, pattern))
            length += len(parts[-1])
        return "".join(parts)[:size]

    return write


def unmarked(text):
    return re.sub("[.“”]", "", text)


news = named(NEWS)
SHAPES = {
    "one line": news,
    "one sentence": lambda size: unmarked(news(size)),
    "one quotation": lambda size: f"“{re.sub('[“”]', '', news(size))}”, he said.",
    "paragraphs that all open": lambda size: re.sub("[“”]", "", news(size)).replace(". ", ".\n\n“"),
    "lines": lambda size: news(size).replace(". ", ".\n"),
    "nobody but he": named("He said so. "),
    "names in a row": named("% %, "),
    "said in a row": named("— he said — "),
    "told in a row": named("told Reuters that % Daily reported that "),
    "according in a row": named("according to %, "),
    "officials": named("“a’ the minister of the officials and “may not be so, "),
    "papers in a row": named("The city in report "),
    "posts": named("— % Silva (@%) May 3 "),
    "interview": named("%: It is late.\nQ: Is it?\nA: Yes, it is.\n"),
    "quotation marks": named("“"),
    "straight marks": named("\""),
    "brackets": named("(the (AP) ["),
}  # fmt: skip


def stages(scorer, text):
    """Seconds of the processor that each stage took."""
    taken = {}

    def timed(function, *arguments):
        begin = time.process_time()
        found = function(*arguments)
        taken[function.__name__] = time.process_time() - begin
        return found

    document = timed(Document, Article(text))
    citations = timed(find_citations, document)
    attributions = timed(find_attributions, document)
    sources, attributions = timed(find_sources, document, attributions, citations)
    hedges = timed(find_hedges, document, attributions)
    claims = timed(find_claims, document, attributions, sources, hedges, citations)
    findings = Findings(attributions, sources, hedges, citations, claims)
    measures = timed(measure, document, findings)
    timed(claim_features, document, findings, measures)
    timed(rule_warnings, document, findings)
    timed(suggestions, scorer.model, document, findings, measures)
    return taken


@pytest.fixture(scope="module")
def scorer():
    return Scorer.load()


@pytest.fixture
def uncollected():
    """When the collector runs, and over how many objects, is up to all that the process holds."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize("shape", SHAPES)
def test_no_stage_takes_more_than_linear_time(scorer, shape):
    short, long = (OPENING + SHAPES[shape](size) for size in (6_000, 48_000))
    slow = {}
    for turn in range(10):
        # As much text in short articles, just before the long one: what else the machine does, or
        # the machine below it, falls on both alike.
        small = Counter()
        for _ in range(8):
            small.update(stages(scorer, short))
        large = stages(scorer, long)
        slow = {
            name: large[name] / small[name]
            for name in (slow if turn else large)
            # Less time is over before a clock or a cache can tell. Squared, it would be eightfold.
            if large[name] > 0.03 and large[name] > 2.5 * small[name]
        }
        if not slow:
            break
    assert slow == {}


def test_a_sentence_of_fifty_thousand_words_is_scored(scorer):
    text = OPENING + unmarked(news(300_000))
    assert len(text.split()) > 50_000
    begin = time.process_time()
    report = scorer.attempt(text)
    assert isinstance(report, Report)
    # A second and a half where nothing else runs; a look at each pair takes minutes.
    assert time.process_time() - begin < 30
