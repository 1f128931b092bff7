"""The chain of citations of one article as a picture: who spoke, through which outlet, to whom."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from credscore.findings import Citation, Source, SourceType
from credscore.report import Report

__all__ = ["Chain", "Edge", "Node", "chain_of"]

_MOST = 12
_ROW = 34
_TOP = 34
_COLUMNS = (2, 268, 534)
_WIDTH = 206
_BOX = 24
# Room for lines between the outlets and whoever speaks directly.
_GAP = 14
_LABEL = 28
ARTICLE = "article"
NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the picture.

    Attributes
    ----------
    key : str
        Id of the source, name of the outlet, "article", or "nobody" for the writer's own voice.
    name, label : str
        In full, and cut to fit.
    kind : str
        A source type, "described" for an outlet without a name, "article" or "nobody".
    claims : int
        How many claims pass through.
    x, y, width, height : float
        Where it stands.
    """

    key: str
    name: str
    label: str
    kind: str
    claims: int
    x: float
    y: float
    width: float = _WIDTH
    height: float = _BOX


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a box to one further right, as wide as it carries claims."""

    path: str
    width: float
    said: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The picture.

    Attributes
    ----------
    nodes : tuple of Node
        Sources on the left, outlets in the middle, the article on the right.
    edges : tuple of Edge
        From left to right.
    width, height : int
        Of the whole.
    left_out : int
        Sources beyond those that there is room for, fewest claims first.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    left_out: int


def outlet_name(citation: Citation) -> str:
    """The outlet's name, or the words that describe it."""
    return citation.outlet or f"“{' '.join(citation.text.split())}”"


def chain_of(report: Report) -> Chain:
    """Lay out who spoke through whom.

    Parameters
    ----------
    report : Report
        The article.

    Returns
    -------
    Chain
        A claim that rests on a source and names an outlet goes from the one through the other; a
        claim with neither comes from nobody but the writer.
    """
    flows = _flows(report)
    sources = {source.id: source for source in report.sources}
    weight: Counter[str] = Counter()
    for (low, _), count in flows.items():
        weight[low] += count
    people = [key for key in weight if key in sources]
    kept = sorted(people, key=lambda key: (-weight[key], people.index(key)))[:_MOST]
    middle = [key for key in weight if key not in sources and key != NOBODY]
    middle = sorted(middle, key=lambda key: -weight[key])[:_MOST]
    left = sorted(kept, key=lambda key: _row_of(key, middle, flows))
    left += [NOBODY] if NOBODY in weight else []
    through = sum(_row_of(key, middle, flows) < _MOST for key in left)
    # Whoever speaks directly stands below the outlets, so that no line runs behind them.
    first_direct = max(through, len(middle))
    rows = max(first_direct + len(left) - through, 1)
    lower = _GAP if middle and through else 0
    height = _TOP + _ROW * rows + lower + 6
    kinds = _outlet_kinds(report)
    nodes: dict[str, Node] = {}
    for column, keys in enumerate((left, middle)):
        for row, key in enumerate(keys):
            y = _TOP + row * _ROW
            if column == 0 and row >= through:
                y += (first_direct - through) * _ROW + lower
            nodes[key] = _node(key, sources.get(key), kinds, weight[key], column, y)
    total = sum(count for (_, high), count in flows.items() if high == ARTICLE)
    nodes[ARTICLE] = Node(
        ARTICLE, "this article", "this article", ARTICLE, total, _COLUMNS[2],
        _TOP + (height - _TOP - _BOX) / 2 - 4, 104,
    )  # fmt: skip
    # Whoever speaks both through an outlet and directly: the direct line passes below the outlets.
    below = _TOP + first_direct * _ROW - (_ROW - _BOX - lower) / 2
    edges = [
        _edge(nodes[low], nodes[high], count, below)
        for (low, high), count in flows.items()
        if low in nodes and high in nodes
    ]
    return Chain(
        tuple(nodes.values()), tuple(edges), _COLUMNS[2] + 106, height, len(people) - len(kept)
    )


def _flows(report: Report) -> Counter[tuple[str, str]]:
    """How many claims go from each to each."""
    sources = {source.id: source for source in report.sources}
    cited = {item.id: item for item in report.citations}
    flows: Counter[tuple[str, str]] = Counter()
    for claim in report.claims:
        speaking = [sources[key] for key in claim.sources if key in sources]
        people = [source.id for source in speaking if source.type not in ("outlet", "self")]
        through = [outlet_name(cited[key]) for key in claim.citations if key in cited]
        through += [source.name for source in speaking if source.type == "outlet"]
        through = list(dict.fromkeys(through))
        for outlet in through:
            flows[outlet, ARTICLE] += 1
        for person in dict.fromkeys(people):
            for target in through or [ARTICLE]:
                flows[person, target] += 1
        if not people and not through:
            flows[NOBODY, ARTICLE] += 1
    return flows


def _row_of(key: str, middle: list[str], flows: Counter[tuple[str, str]]) -> int:
    """Sources that speak through an outlet stand beside it; the others' lines pass below."""
    return min((row for row, outlet in enumerate(middle) if flows[key, outlet]), default=_MOST)


def _outlet_kinds(report: Report) -> dict[str, str]:
    return {
        outlet_name(item): "outlet" if item.outlet else "described" for item in report.citations
    }


def _node(
    key: str, source: Source | None, kinds: dict[str, str], claims: int, column: int, y: float
) -> Node:
    kind: SourceType | str
    if source is not None:
        name, kind = " ".join(source.name.split()), source.type
    elif key == NOBODY:
        name, kind = "the writer alone", NOBODY
    else:
        name, kind = key, kinds.get(key, "outlet")
    label = name if len(name) <= _LABEL else name[: _LABEL - 1].rstrip() + "…"
    return Node(key, name, label, kind, claims, _COLUMNS[column], y)


def _edge(low: Node, high: Node, count: int, below: float) -> Edge:
    x1, y1 = low.x + low.width, low.y + low.height / 2
    x2, y2 = high.x, high.y + high.height / 2
    middle, right = _COLUMNS[1], _COLUMNS[1] + _WIDTH
    if x1 < middle and x2 > right and y1 < below:
        bend = (middle - x1) / 2
        path = f"M{x1:g} {y1:g} C{x1 + bend:g} {y1:g} {x1 + bend:g} {below:g} {middle:g} {below:g}"
        path += f" L{right:g} {below:g}"
        x1, y1 = right, below
    else:
        path = f"M{x1:g} {y1:g}"
    bend = (x2 - x1) / 2
    path += f" C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"
    claims = f"{count} claim" if count == 1 else f"{count} claims"
    return Edge(path, min(1 + count * 0.8, 8), f"{low.name} → {high.name}: {claims}")
