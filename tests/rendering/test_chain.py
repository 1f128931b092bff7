"""The chain of citations of one article, and the network of many."""

from collections import Counter
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from credscore.findings import Claim, Source, Span
from credscore.rendering.chain import chain_of
from credscore.rendering.network import graphml, network_of

NAMESPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}


def test_who_spoke_through_whom(report):
    chain = chain_of(report)
    assert sorted(edge.said for edge in chain.edges) == sorted(
        [
            "Ana Silva → this article: 2 claims",
            "Omar Khan → The Herald: 1 claim",
            "The Herald → this article: 1 claim",
            "report by the port trust → “a private TV channel”: 1 claim",
            "“a private TV channel” → this article: 1 claim",
            "Critics → this article: 1 claim",
            "the writer alone → this article: 1 claim",
        ]
    )
    kinds = {node.name: node.kind for node in chain.nodes}
    assert kinds["“a private TV channel”"] == "described"
    assert kinds["The Herald"] == "outlet"
    assert kinds["Critics"] == "group"


def test_every_box_lies_in_the_picture_and_none_on_another(report):
    chain = chain_of(report)
    for node in chain.nodes:
        assert node.x >= 0
        assert node.x + node.width <= chain.width
        assert node.y >= 0
        assert node.y + node.height <= chain.height
    assert len({(node.x, node.y) for node in chain.nodes}) == len(chain.nodes)


def test_who_speaks_both_ways_is_not_drawn_behind_the_outlets(report):
    both = replace(report.claims[3], sources=("s1", "s2"))
    claims = (*report.claims[:3], both, *report.claims[4:])
    chain = chain_of(replace(report, findings=replace(report.findings, claims=claims)))
    (direct,) = [edge for edge in chain.edges if edge.said == "Ana Silva → this article: 2 claims"]
    outlets = [node for node in chain.nodes if node.kind in ("outlet", "described")]
    lowest = max(node.y + node.height for node in outlets)
    level = float(direct.path.partition(" L")[2].split()[1])
    assert level > lowest
    assert all(node.y > level for node in chain.nodes if node.kind in ("group", "nobody"))


def test_an_outlet_as_source_is_the_outlet_that_carries(report):
    herald = Source("s9", "The Herald", "outlet", (Span(0, 1),), ("c9",))
    claim = Claim("c9", 0, 5, "Ferry", "outlet", ("s9",), (), ("x1",))
    found = replace(report.findings, sources=(herald,), claims=(claim,))
    chain = chain_of(replace(report, findings=found))
    assert [edge.said for edge in chain.edges] == ["The Herald → this article: 1 claim"]


def test_with_many_sources_those_of_most_claims_are_drawn(report):
    sources = tuple(Source(f"s{n}", f"Source {n}", "person", ()) for n in range(40))
    claims = tuple(
        Claim(f"c{n}-{m}", 0, 5, "Ferry", "named", (f"s{n}",))
        for n in range(40)
        for m in range(1 + n % 7)
    )
    found = replace(report.findings, sources=sources, claims=claims)
    chain = chain_of(replace(report, findings=found))
    drawn = [node for node in chain.nodes if node.key != "article"]
    assert len(drawn) == 12
    assert chain.left_out == 28
    assert sorted(node.claims for node in drawn) == [5] * 2 + [6] * 5 + [7] * 5


def test_an_article_without_claims_has_a_chain(report):
    bare = replace(report.findings, sources=(), claims=(), citations=())
    chain = chain_of(replace(report, findings=bare))
    assert [node.key for node in chain.nodes] == ["article"]
    assert chain.edges == ()


CITES = {
    "The Post": Counter({"The Herald": 3, "AP": 1}),
    "The Herald": Counter({"The Post": 2}),
    "A & <B> \x0b": Counter(),
}


def test_the_network_as_graphml():
    root = ElementTree.fromstring(graphml(CITES))
    labels = {
        node.get("id"): node.find("g:data[@key='label']", NAMESPACE).text
        for node in root.iterfind(".//g:node", NAMESPACE)
    }
    assert sorted(labels.values()) == ["A & <B> \ufffd", "AP", "The Herald", "The Post"]
    edges = {
        (labels[edge.get("source")], labels[edge.get("target")]): int(edge[0].text)
        for edge in root.iterfind(".//g:edge", NAMESPACE)
    }
    assert edges == {
        ("The Post", "The Herald"): 3,
        ("The Post", "AP"): 1,
        ("The Herald", "The Post"): 2,
    }
    keys = {key.get("attr.name"): key.get("attr.type") for key in root.iterfind("g:key", NAMESPACE)}
    assert keys == {"label": "string", "publisher": "boolean", "weight": "int"}


def test_the_network_as_a_picture():
    network = network_of(CITES)
    assert [(name.name, name.side) for name in network.names] == [
        ("The Post", "left"),
        ("The Herald", "left"),
        ("The Herald", "right"),
        ("The Post", "right"),
        ("AP", "right"),
    ]
    widths = {line.said: line.width for line in network.lines}
    assert widths["The Post cites The Herald in 3 articles"] == 4
    assert widths["The Post cites AP in 1 article"] == 2


@pytest.mark.parametrize("count", [0, 1, 60])
def test_the_picture_has_room(count):
    network = network_of({f"p{n}": Counter({f"o{n}": n + 1}) for n in range(count)})
    assert len(network.names) == 2 * min(count, 25)
    assert network.left_out == 2 * max(count - 25, 0)
    assert all(0 < name.y < network.height for name in network.names)
