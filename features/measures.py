"""One flat vector of named numbers for each article, from what was found in it.

Nothing here looks at topics: the measures count sources, what rests on them, hedges, citations and
the shape of the text. `NaN` means undefined (a ratio of nothing), `0` means measured and none.
"""

from __future__ import annotations

import csv
import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal, cast

from credscore.document import Document
from credscore.features.cue_measures import cue_measures
from credscore.features.evidence import backing, voices
from credscore.features.hedging import find_boosters
from credscore.features.signals import count_signals
from credscore.features.voice import DATES, voice_counts
from credscore.findings import SUPPORTS, Claim, Findings, Source, SourceType

__all__ = [
    "MEASURES",
    "Measure",
    "described_sources",
    "measure",
]

Unit = Literal["count", "ratio", "per 1,000 words"]

_IDENTIFIED = frozenset(("person", "organisation", "document", "outlet"))
_COUNTED: tuple[SourceType, ...] = (
    "person",
    "organisation",
    "document",
    "outlet",
    "unnamed",
    "anonymous",
    "group",
)
# Sections of `signals.txt` by the measure that counts them.
_COUNTED_SIGNALS = {
    "response_sought_count": "response sought",
    "unknown_stated_count": "unknown said",
    "independence_stated_count": "independence",
    "disclosure_count": "disclosure",
    "limits_stated_count": "limits said",
    "method_stated_count": "method said",
    "knowledge_stated_count": "knowledge said",
}
_RATED_SIGNALS = {
    "sensation_rate": "sensation",
    "evaluation_rate": "evaluation",
    "intensifier_rate": "intensifier",
    "reporting_verb_rate": "reporting verb",
    "time_reference_rate": "time reference",
    "cost_rate": "cost",
    "harm_rate": "harm",
    "quantified_rate": "quantified",
    "alternative_rate": "alternative",
    "availability_rate": "availability",
    "press_release_rate": "press release",
    "natural_frequency_rate": "natural frequency",
    "absolute_risk_rate": "absolute risk",
    "price_rate": "price",
    "trial_rate": "trial",
    "prior_evidence_rate": "prior evidence",
    "guidance_rate": "guidance",
    "tie_rate": "ties",
    "promise_rate": "promise",
    "approximation_rate": "approximation",
    "alarm_rate": "alarm",
    "academic_title_rate": "academic title",
    "spokesperson_rate": "spokesperson",
    "aside_rate": "aside",
    "record_rate": "record",
    "circumstance_rate": "circumstance",
}
# Words a quotation has when it says something, rather than marks a word.
_QUOTATION_WORDS = 5
_LEAD_CLAIMS = 5
# A source carries an article if this share of its claims rests on it, and this many.
_CARRIED_SHARE, _CARRIED_CLAIMS = 0.1, 2
_DIGIT = re.compile(r"\d")
# No letter before its first: a search for that letter is faster than one for a word's begin.
_DATE = re.compile("|".join(rf"{day[0].upper()}(?<!\w.){day[1:]}\b" for day in sorted(DATES)))
_WORD = re.compile(r"[^\W\d_]+")
_TITLE_WORDS, _ABBREVIATION = 3, 3


@dataclass(frozen=True, slots=True)
class Measure:
    """What one number of the vector is.

    Attributes
    ----------
    name : str
        Ends in its unit: `_count`, `_ratio` (0 to 1) or `_rate` (per 1,000 words).
    unit : {"count", "ratio", "per 1,000 words"}
        What it is counted in; a ratio lies in [0, 1], the others are 0 or more.
    label : str
        Words to stand before the value: "identified sources: 3".
    description : str
        What it counts.
    better : {"more", "less", "either"}
        Which way a sourcing standard would have it.
    undefined : str
        When it is NaN; empty where it never is.
    origin, link : str
        Where the idea is from.
    """

    name: str
    unit: Unit
    label: str
    description: str
    better: Literal["more", "less", "either"]
    undefined: str
    origin: str
    link: str


def _read_table() -> tuple[Measure, ...]:
    text = files("credscore.features").joinpath("measures.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(Measure(**cast("dict[str, str]", row)) for row in rows)  # type: ignore[arg-type]


MEASURES: tuple[Measure, ...] = _read_table()
_NAMES = tuple(item.name for item in MEASURES)


def measure(document: Document, findings: Findings) -> dict[str, float]:
    """Measure one article.

    Parameters
    ----------
    document : Document
        The article, cut.
    findings : Findings
        What was found in it.

    Returns
    -------
    dict of str to float
        A value for each of `MEASURES`, in their order; NaN where undefined.
    """
    values = {
        **_source_measures(document, findings),
        **_claim_measures(findings.claims),
        **_support_measures(findings),
        **_quotation_measures(document, findings),
        **cue_measures(document.text, findings.attributions),
        **_voice_measures(document, findings),
        **_signal_measures(document),
    }
    return {name: float(values[name]) for name in _NAMES}


def described_sources(document: Document, sources: Iterable[Source]) -> frozenset[str]:
    """Ids of the sources with a mention that says more than their name: a role, a title, a place.

    Parameters
    ----------
    document : Document
        The article the sources were found in.
    sources : iterable of Source
        The sources.

    Returns
    -------
    frozenset of str
        Their ids.
    """
    found = set()
    for source in sources:
        name = set(source.name.lower().split())
        for start, end in source.mentions:
            words = document.text[start:end].lower().replace(",", " ").split()
            # A pronoun or a short form is shorter than the name; a description is longer.
            if len(words) > len(name) and name and name.intersection(words):
                found.add(source.id)
                break
    return frozenset(found)


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else math.nan


def _before(document: Document, place: int) -> float:
    """Share of the article's tokens that stand before a place, page furniture left out."""
    token, _ = document.token_range(place, place + 1)
    before, total = token, len(document)
    for sentence in document.sentences:
        if sentence.kind == "furniture":
            before -= max(min(sentence.last, token) - sentence.first, 0)
            total -= sentence.last - sentence.first
    return _ratio(before, total)


def _source_measures(document: Document, findings: Findings) -> dict[str, float]:
    words, text = document.word_count, document.text
    sources = [source for source in findings.sources if source.type != "self"]
    identified = [source for source in sources if backing(source) in _IDENTIFIED]
    voice = voices(sources)
    known = {voice[source.id] for source in identified}
    people = [source for source in sources if source.type == "person"]
    counts = Counter(source.type for source in sources)
    places = [mention.start for source in identified for mention in source.mentions]
    mentions = sum(len(source.mentions) for source in sources)
    described = described_sources(document, people)
    # The longest mention of a source says who it is; the others are pronouns and short forms.
    introduced = [
        max(len(text[start:end].split()) for start, end in source.mentions)
        for source in identified
        if source.mentions
    ]
    return {
        **{f"{kind}_source_count": counts[kind] for kind in _COUNTED},
        "identified_source_count": len(known),
        "independent_source_count": _independent(document, identified),
        "identified_source_ratio": _ratio(len(known), len(set(voice.values()))),
        "anonymous_source_ratio": _ratio(
            sum(backing(source) in {"unnamed", "anonymous"} for source in sources), len(sources)
        ),
        "described_person_ratio": _ratio(len(described), len(people)),
        "explained_anonymity_ratio": _ratio(
            sum(source.type == "anonymous" and bool(source.reason) for source in sources),
            counts["anonymous"],
        ),
        "knowing_source_count": sum(source.knows for source in sources),
        "source_rate": _ratio(1000 * len(sources), words),
        "mention_rate": _ratio(1000 * mentions, words),
        "first_source_ratio": _before(document, min(places)) if places else math.nan,
        "source_word_count": _ratio(sum(introduced), len(introduced)),
    }


def _independent(document: Document, sources: list[Source]) -> int:
    """How many are left when sources are joined of which one's description names the other."""
    names = [source.name.lower().removeprefix("the ") for source in sources]
    described = [
        " ".join(document.text[start:end].lower() for start, end in source.mentions)
        for source in sources
    ]
    named: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        if len(name) > 2:
            named.setdefault(name, []).append(place)
    # A name is looked for only where its rarest word is: all in all would be a look at each pair.
    often = Counter(word for name in named for word in name.split(" "))
    having: dict[str, list[str]] = {}
    for name in named:
        having.setdefault(min(name.split(" "), key=often.__getitem__), []).append(name)
    # For each source one that it is joined to, or itself.
    joined = list(range(len(sources)))

    def first(place: int) -> int:
        while joined[place] != place:
            joined[place] = place = joined[joined[place]]
        return place

    for i, text in enumerate(described):
        for word in having.keys() & text.split(" "):
            for name in having[word]:
                if name != names[i] and f" {name} " in f" {text} ":
                    for j in named[name]:
                        joined[first(j)] = first(i)
                    # They are one group from now on.
                    del named[name][1:]
    return sum(place == other for place, other in enumerate(joined))


def _claim_measures(claims: tuple[Claim, ...]) -> dict[str, float]:
    count = len(claims)
    counts = Counter(claim.support for claim in claims)
    has_figure = [_DIGIT.search(claim.text) is not None for claim in claims]
    figures = [claim.support for claim, has in zip(claims, has_figure, strict=True) if has]
    sourced_figures = len(figures) - figures.count("own")
    lead = claims[:_LEAD_CLAIMS]
    run = longest = 0
    for claim in claims:
        run = run + 1 if claim.support == "own" else 0
        longest = max(longest, run)
    identified = counts["document"] + counts["named"] + counts["organisation"]
    exact = sum(
        [
            has or _DATE.search(claim.text) is not None
            for claim, has in zip(claims, has_figure, strict=True)
            if claim.support == "own"
        ]
    )
    return {
        "claim_count": count,
        "checkable_own_ratio": _ratio(exact, counts["own"]),
        **{f"{support}_claim_ratio": _ratio(counts[support], count) for support in SUPPORTS},
        "identified_claim_ratio": _ratio(identified, count),
        "hedged_claim_ratio": _ratio(len([1 for claim in claims if claim.hedges]), count),
        "cited_claim_ratio": _ratio(len([1 for claim in claims if claim.citations]), count),
        "numeric_claim_ratio": _ratio(len(figures), count),
        "sourced_figure_ratio": _ratio(sourced_figures, len(figures)),
        "longest_own_run_ratio": _ratio(longest, count),
        "lead_attribution_ratio": _ratio(sum(c.support != "own" for c in lead), len(lead)),
    }


def _support_measures(findings: Findings) -> dict[str, float]:
    """How the sourced claims are spread over their sources."""
    own = {source.id for source in findings.sources if source.type == "self"}
    voice = voices(findings.sources)
    rests = [
        {voice.get(source, source) for source in claim.sources} - own for claim in findings.claims
    ]
    rests = [sources for sources in rests if sources]
    shares = Counter(source for sources in rests for source in sources)
    total = sum(shares.values())
    # An exact sum, for the order of the shares is that of a set.
    entropy = -math.fsum(n / total * math.log(n / total) for n in shares.values())
    identified = {voice[source.id] for source in findings.sources if backing(source) in _IDENTIFIED}
    least = max(_CARRIED_CLAIMS, _CARRIED_SHARE * len(findings.claims))
    return {
        "carrying_source_count": sum(shares[source] >= least for source in identified),
        "effective_source_count": math.exp(entropy) if shares else 0.0,
        "single_source_ratio": float(len(shares) == 1) if shares else math.nan,
        "top_source_ratio": _ratio(max(shares.values(), default=0), len(rests)),
        "several_sources_ratio": _ratio(sum(len(sources) > 1 for sources in rests), len(rests)),
    }


def _quotation_measures(document: Document, findings: Findings) -> dict[str, float]:
    words = document.word_count
    sizes = document.quotation_words
    long = [
        document.span(quotation.start, quotation.end)
        for quotation, size in zip(document.quotations, sizes, strict=True)
        if size >= _QUOTATION_WORDS
    ]
    content = sorted(part for found in findings.attributions for part in found.content)
    starts = [part.start for part in content]
    # The furthest end so far, for contents may overlap.
    reach, ends = 0, []
    for part in content:
        reach = max(reach, part.end)
        ends.append(reach)
    spoken = 0
    for span in long:
        before = bisect_right(starts, span.end - 1)
        spoken += before > 0 and ends[before - 1] > span.start
    quoted = sum(size for size in sizes if size >= _QUOTATION_WORDS)
    return {
        "quotation_rate": _ratio(1000 * len(long), words),
        # Furniture counts as no word, yet may be quoted.
        "quoted_word_ratio": min(_ratio(quoted, words), 1.0) if words else math.nan,
        "short_quotation_rate": _ratio(1000 * (len(sizes) - len(long)), words),
        "attributed_quotation_ratio": _ratio(spoken, len(long)),
        "attribution_rate": _ratio(1000 * len(findings.attributions), words),
        "mixed_attribution_ratio": _ratio(
            sum(found.kind == "mixed" for found in findings.attributions),
            len(findings.attributions),
        ),
    }


def _signal_measures(document: Document) -> dict[str, float]:
    """Signals of the sourcing rules, and words of the writer's voice."""
    words = document.word_count
    counts = count_signals(document)
    return {
        **{name: counts[section] for name, section in _COUNTED_SIGNALS.items()},
        **{n: _ratio(1000 * counts[section], words) for n, section in _RATED_SIGNALS.items()},
    }


def _voice_measures(document: Document, findings: Findings) -> dict[str, float]:
    words = document.word_count
    voice = voice_counts(document)
    sentences = voice["sentence"]
    writer = sum(hedge.holder == "writer" for hedge in findings.hedges)
    outlets = {
        found.outlet.lower() or found.domain.lower()
        for found in findings.citations
        if found.outlet or found.domain
    }
    claims = len(findings.claims)
    rates = {
        "writer_hedge_rate": writer,
        "source_hedge_rate": len(findings.hedges) - writer,
        "booster_rate": len(find_boosters(document)),
        "first_person_rate": voice["first"],
        "second_person_rate": voice["second"],
        "figure_rate": voice["figure"],
        "date_rate": voice["date"],
        "contrast_rate": voice["contrast"],
        "negation_rate": voice["negation"],
    }
    return {
        **{name: _ratio(1000 * count, words) for name, count in rates.items()},
        "claim_ratio": min(_ratio(claims, sentences), 1.0) if sentences else math.nan,
        "past_tense_ratio": _ratio(voice["past"], voice["past"] + voice["present"]),
        "question_ratio": _ratio(voice["question"], sentences),
        "exclamation_ratio": _ratio(voice["exclamation"], sentences),
        "sentence_word_count": _ratio(voice["word"], sentences),
        "title_capitals_count": _title_capitals(document),
        "citation_count": len(findings.citations),
        "cited_outlet_count": len(outlets),
        "word_count": words,
    }


def _title_capitals(document: Document) -> float:
    """Words in capitals that are too long for most abbreviations."""
    words = _WORD.findall(document.article.title or "")
    # A title all in capitals is a house's style. What has no title shouts with none: a text that is
    # given without it must not score lower for that.
    if len(words) < _TITLE_WORDS or "".join(words).isupper():
        return 0.0
    shouted = [word for word in words if len(word) > _ABBREVIATION and word.isupper()]
    if not shouted:
        return 0.0
    # What is in capitals wherever it stands is an abbreviation.
    body = {
        word
        for sentence in document.sentences
        if sentence.kind == "body"
        for token in document.words[sentence.first : sentence.last]
        for word in token.split("-")
    }
    return float(sum(word not in body for word in shouted))
