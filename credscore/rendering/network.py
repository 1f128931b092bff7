"""Who cites whom among publishers and outlets: a picture, and GraphML for Gephi and others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from credscore.rendering.marks import inert

__all__ = ["Network", "graphml", "network_of"]

_MOST = 25
_ROW = 26
_TOP = 34
_LEFT, _RIGHT = 250, 470
_LABEL = 34
# Articles from which on a line may be as thick as any.
_THICK = 6
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


@dataclass(frozen=True, slots=True)
class Line:
    """A publisher cites an outlet."""

    path: str
    width: float
    said: str


@dataclass(frozen=True, slots=True)
class Name:
    """One name at the left or the right of the picture."""

    name: str
    label: str
    count: int
    x: float
    y: float
    side: str


@dataclass(frozen=True, slots=True)
class Network:
    """The picture: publishers on the left, the outlets that they cite on the right."""

    names: tuple[Name, ...]
    lines: tuple[Line, ...]
    width: int
    height: int
    left_out: int


def network_of(cites: Mapping[str, Counter[str]]) -> Network:
    """Lay out the strongest publishers and outlets.

    Parameters
    ----------
    cites : mapping of str to Counter
        For each publisher, in how many of its articles it cites each outlet.

    Returns
    -------
    Network
        At most 25 on each side.
    """
    weights: Counter[str] = Counter()
    for outlets in cites.values():
        weights.update(outlets)
    right = [name for name, _ in weights.most_common(_MOST)]
    totals = {name: sum(outlets[key] for key in right) for name, outlets in cites.items()}
    citing = [name for name in sorted(totals, key=lambda key: (-totals[key], key)) if totals[name]]
    left = citing[:_MOST]
    height = _TOP + _ROW * max(len(left), len(right), 1) + 8
    names = [_name(name, totals[name], row, "left") for row, name in enumerate(left)]
    names += [_name(name, weights[name], row, "right") for row, name in enumerate(right)]
    y = {(name.side, name.name): name.y - 4 for name in names}
    largest = max((cites[low][high] for low in left for high in right), default=1)
    lines = [
        Line(
            _path(y["left", low], y["right", high]),
            round(1 + 6 * cites[low][high] / max(largest, _THICK), 1),
            f"{low} cites {high} in {cites[low][high]} "
            + ("article" if cites[low][high] == 1 else "articles"),
        )
        for low in left
        for high in right
        if cites[low][high]
    ]
    all_citing = sum(bool(outlets) for outlets in cites.values())
    left_out = all_citing - len(left) + len(weights) - len(right)
    return Network(tuple(names), tuple(lines), _LEFT + _RIGHT, height, left_out)


def _name(name: str, count: int, row: int, side: str) -> Name:
    label = name if len(name) <= _LABEL else name[: _LABEL - 1].rstrip() + "…"
    x = _LEFT - 10 if side == "left" else _RIGHT + 10
    return Name(name, label, count, x, _TOP + row * _ROW + 14, side)


def _path(low: float, high: float) -> str:
    bend = (_LEFT + _RIGHT) / 2
    return f"M{_LEFT} {low:g} C{bend:g} {low:g} {bend:g} {high:g} {_RIGHT} {high:g}"


def graphml(cites: Mapping[str, Counter[str]]) -> bytes:
    """Write the whole network as GraphML.

    Parameters
    ----------
    cites : mapping of str to Counter
        For each publisher, in how many of its articles it cites each outlet.

    Returns
    -------
    bytes
        A directed graph; nodes have `label` and `publisher`, edges `weight`. An outlet that is a
        publisher here too is one node.
    """
    root = ElementTree.Element("graphml", xmlns=_NAMESPACE)
    for key, owner, kind in (
        ("label", "node", "string"),
        ("publisher", "node", "boolean"),
        ("weight", "edge", "int"),
    ):
        ElementTree.SubElement(
            root, "key", {"id": key, "for": owner, "attr.name": key, "attr.type": kind}
        )
    graph = ElementTree.SubElement(root, "graph", edgedefault="directed")
    ids: dict[str, str] = {}
    cited = (outlet for outlets in cites.values() for outlet in outlets)
    for name in (*cites, *cited):
        if name not in ids:
            ids[name] = f"n{len(ids)}"
            node = ElementTree.SubElement(graph, "node", id=ids[name])
            _data(node, "label", inert(name))
            _data(node, "publisher", "true" if name in cites else "false")
    for publisher, outlets in cites.items():
        for outlet, count in outlets.items():
            edge = ElementTree.SubElement(graph, "edge", source=ids[publisher], target=ids[outlet])
            _data(edge, "weight", str(count))
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text


def _data(owner: ElementTree.Element, key: str, value: str) -> None:
    ElementTree.SubElement(owner, "data", key=key).text = value
