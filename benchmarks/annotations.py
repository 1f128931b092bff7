"""One article's findings against its annotation, as counts that add up over articles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.corpora import Row, integer, records, string
from benchmarks.statistics import Pair, pairs
from credscore.findings import SUPPORTS, Claim
from credscore.report import Report

__all__ = ["COUNTED", "GROUPS", "NOT_FOUND", "Tally", "compare", "lexical_tally", "support_group"]

NOT_FOUND = "none"
# Types whose distinct sources the annotators counted.
COUNTED = ("person", "organisation", "document", "outlet", "unnamed", "anonymous", "group")
_GROUP = {
    "document": "identified",
    "named": "identified",
    "organisation": "identified",
    "outlet": "outlet",
    "unnamed": "unidentified",
    "anonymous": "unidentified",
    "vague": "unidentified",
    "own": "own",
}
GROUPS = ("identified", "outlet", "unidentified", "own")
# Short spans, where one word more or less changes much.
_LEAST = 0.3
_ADEQUATE = 2
_CAPITALS = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)*")
_MODALS = re.compile(r"\b(?:may|might|could|would)\b")

# Whether support is adequate, the probability given, and the number of its step.
Judged = tuple[bool, float, int]


@dataclass
class Tally:
    """Counts of one article, or of many.

    Attributes
    ----------
    counts : mapping of str to list of int
        Under claim, source, hedge, citation and outlet: right, found, annotated, and for claims all
        sentences; under name and own_name: right, all.
    confusion : mapping of str to Counter
        Under support and type: (annotated, found) to cases.
    judged : list of Judged
        The claims with a probability.
    distinct : mapping of str to tuple of float
        Sources of a type: annotated, found.
    """

    counts: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0] * 4))
    confusion: dict[str, Counter[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(Counter)
    )
    judged: list[Judged] = field(default_factory=list)
    distinct: dict[str, tuple[float, float]] = field(default_factory=dict)

    def add(self, other: Tally, weight: int) -> None:
        """Add another, so many times; not its distinct sources, which do not add up."""
        for name, numbers in other.counts.items():
            mine = self.counts[name]
            for place, number in enumerate(numbers):
                mine[place] += weight * number
        for name, confusion in other.confusion.items():
            mine_too = self.confusion[name]
            for key, count in confusion.items():
                mine_too[key] += weight * count
        self.judged += other.judged * weight

    def _count(self, name: str, *numbers: int) -> None:
        mine = self.counts[name]
        for place, number in enumerate(numbers):
            mine[place] += number


def support_group(confusion: Mapping[tuple[str, str], int]) -> Counter[tuple[str, str]]:
    """The same confusion by groups of steps."""
    grouped: Counter[tuple[str, str]] = Counter()
    for (true, given), count in confusion.items():
        grouped[_GROUP[true], _GROUP.get(given, NOT_FOUND)] += count
    return grouped


def compare(row: Row, report: Report) -> Tally:
    """Count what of an annotated article was found."""
    tally = Tally()
    sources: list[Row] = []
    hedges: list[Pair] = []
    cites: list[Row] = []
    for unit in records(row, "units"):
        _compare_unit(unit, report, tally)
        sources += [item for item in records(unit, "sources") if string(item, "type") != "self"]
        hedges += [_span(item) for item in records(unit, "hedges")]
        cites += records(unit, "cites")
    _compare_sources(sources, report, tally)
    found = [(item.start, item.end) for item in report.hedges]
    tally._count("hedge", len(pairs(found, hedges, _LEAST)), len(found), len(hedges))
    named = [item for item in report.citations if item.kind != "link"]
    found = [(item.start, item.end) for item in named]
    gold = [_span(item) for item in cites]
    tally._count("citation", len(pairs(found, gold, _LEAST)), len(found), len(gold))
    ours = {_plain(item.outlet) for item in named if item.outlet}
    true = {_plain(string(item, "outlet")) for item in cites if string(item, "outlet")}
    tally._count("outlet", len(ours & true), len(ours), len(true))
    distinct = row.get("distinct")
    if isinstance(distinct, dict):
        for kind in COUNTED:
            value = distinct.get(kind)
            count = sum(source.type == kind for source in report.sources)
            tally.distinct[kind] = (float(value) if isinstance(value, int | float) else 0.0, count)
    return tally


def lexical_tally(row: Row) -> Tally:
    """The same for what knows nothing: capitals are sources, modals are hedges."""
    tally = Tally()
    text = string(row, "text")
    sources: list[Pair] = []
    hedges: list[Pair] = []
    for unit in records(row, "units"):
        sources += [
            _span(item) for item in records(unit, "sources") if string(item, "type") != "self"
        ]
        hedges += [_span(item) for item in records(unit, "hedges")]
    found = [match.span() for match in _CAPITALS.finditer(text)]
    tally._count("source", len(pairs(found, sources)), len(found), len(sources))
    found = [match.span() for match in _MODALS.finditer(text)]
    tally._count("hedge", len(pairs(found, hedges, _LEAST)), len(found), len(hedges))
    return tally


def _compare_unit(unit: Row, report: Report, tally: Tally) -> None:
    hit = _claim_at(_span(unit), report)
    claim = bool(unit.get("claim"))
    tally._count("claim", int(claim and hit is not None), int(hit is not None), int(claim), 1)
    if not claim:
        return
    tally.confusion["support"][string(unit, "support"), hit.support if hit else NOT_FOUND] += 1
    if hit is not None and hit.probability == hit.probability:
        adequate = integer(unit, "strength") >= _ADEQUATE
        tally.judged.append((adequate, hit.probability, SUPPORTS.index(hit.support)))


def _claim_at(span: Pair, report: Report) -> Claim | None:
    """The claim that shares most with a unit, at least half of the shorter one."""
    start, end = span

    def shared(claim: Claim) -> int:
        return min(claim.end, end) - max(claim.start, start)

    best = max(report.claims, key=shared, default=None)
    if best is None or shared(best) < 0.5 * min(end - start, best.end - best.start):
        return None
    return best


def _compare_sources(gold: list[Row], report: Report, tally: Tally) -> None:
    found = [
        ((mention.start, mention.end), source)
        for source in report.sources
        if source.type != "self"
        for mention in source.mentions
    ]
    matched = pairs([span for span, _ in found], [_span(item) for item in gold])
    tally._count("source", len(matched), len(found), len(gold))
    for number, other in matched:
        span, source = found[number]
        kind = string(gold[other], "type")
        tally.confusion["type"][kind, source.type] += 1
        name = string(gold[other], "name")
        if kind == "person" and name:
            words = report.article.text[slice(*span)]
            tally._count("name", int(_same_person(name, source.name)), 1)
            tally._count("own_name", int(_same_person(name, words)), 1)


def _same_person(gold: str, given: str) -> bool:
    """Whether the last word of the annotated name is among those given."""
    true, words = _plain(gold).split(), _plain(given).split()
    return bool(true) and true[-1] in words


def _plain(name: str) -> str:
    return re.sub(r"^the\s+", "", re.sub(r"[^\w\s]", "", name.lower())).strip()


def _span(item: Row) -> Pair:
    return integer(item, "start"), integer(item, "end")
