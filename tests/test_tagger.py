"""The tagger: its network against the same sums written plainly, its spans, its files."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from credscore.artefacts import Manifest, load_artefact, npz_bytes, save_artefact
from credscore.article import Article
from credscore.document import Document
from credscore.errors import ArtefactError
from credscore.features.tagging import (
    FEATURE_NAMES,
    PLACES,
    SHAPES,
    WORD_FEATURES,
    WordTable,
    place_features,
)
from credscore.network import Layer, Network, Weights
from credscore.packing import Packing, blocks, pack
from credscore.tagger import Tagger

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
VALUES = {
    "word": ["he", "said", "rain", "the", "0", ","],
    "suffix": ["ter", "ing"],
    "class": ["speech", "role"],
}
WIDTH, SIZE, OFFSETS = 6, 3, 5
TEXTS = [
    "Rain fell.",
    "The minister said it is raining.",
    "“We won,” he said.\n\nNobody else, said the mayor, “was there at 9.”\n\nNo.",
    "x",
    "Rain, the minister said, is what he said. " * 8 + "\n\n" + "It said the rain said so. " * 3,
]


def weights(seed: int = 0) -> Weights:
    chance = np.random.default_rng(seed)

    def draw(*shape: int):
        # What a half float can hold, so that saving changes nothing.
        return chance.standard_normal(shape).astype(np.float16).astype(np.float32)

    sizes = {"word": 4, "suffix": 2, "shape": 2, "class": 2}
    rows = {name: len(VALUES.get(name, SHAPES[1:])) + 1 for name in WORD_FEATURES}
    return Weights(
        words=chance.integers(-127, 128, (rows["word"], 4)).astype(np.int8),
        scale=np.float32([0.0078125, 0.00390625, 0.0078125, 0.00390625]),
        embeddings=tuple(draw(rows[name], sizes[name]) for name in WORD_FEATURES[1:]),
        window=draw(sum(sizes.values()), OFFSETS, WIDTH) / 2,
        places=tuple(draw(place.size, WIDTH) for place in PLACES),
        bias=draw(WIDTH),
        layers=tuple(
            Layer(draw(WIDTH, 4 * SIZE), draw(4 * SIZE), draw(2 * SIZE, WIDTH), draw(WIDTH))
            for _ in range(2)
        ),
        out=draw(WIDTH, len(LABELS)),
        out_bias=draw(len(LABELS)),
    )


def tagger(seed: int = 0) -> Tagger:
    moves = np.random.default_rng(seed).standard_normal((7, 7)).astype(np.float16)
    return Tagger(LABELS, moves.astype(np.float32), weights(seed), VALUES)


def scores_of(network: Network, document: Document, packing: Packing) -> np.ndarray:
    return network.block_scores(network.read(document), 0, len(document), packing)


def plain_scores(document: Document, given: Weights) -> np.ndarray:
    """The network token by token and paragraph by paragraph, in double precision."""
    table = WordTable(
        {name: {value: i for i, value in enumerate(known, 1)} for name, known in VALUES.items()}
    )
    rows = table.rows(document)
    places = place_features(document, table.verb[rows])
    words = []
    for row in rows:
        word, *others = table.features[row]
        parts = [given.words[word] * given.scale.astype(float)]
        parts += [part[number] for part, number in zip(given.embeddings, others, strict=True)]
        words.append(np.concatenate(parts))
    states = []
    for token in range(len(document)):
        state = given.bias.astype(float)
        for offset in range(OFFSETS):
            near = token + offset - OFFSETS // 2
            if 0 <= near < len(document):
                state = state + words[near] @ given.window[:, offset]
        for part, number in zip(given.places, places[:, token], strict=True):
            state = state + part[number]
        states.append(np.maximum(state, 0))
    state = np.array(states)
    for layer in given.layers:
        gates = state @ layer.gate + layer.gate_bias
        forget = 1 / (1 + np.exp(-2 * gates[:, : 2 * SIZE]))
        carried = gates[:, 2 * SIZE :] * (1 - forget)
        for begin, end in document.paragraphs:
            first, last = document.sentences[begin].first, document.sentences[end - 1].last
            for token in range(first + 1, last):
                carried[token, :SIZE] += forget[token, :SIZE] * carried[token - 1, :SIZE]
            for token in range(last - 2, first - 1, -1):
                carried[token, SIZE:] += forget[token, SIZE:] * carried[token + 1, SIZE:]
        state = state + np.maximum(carried @ layer.mix + layer.mix_bias, 0)
    return state @ given.out + given.out_bias


@pytest.mark.parametrize("text", TEXTS)
def test_the_network_is_the_plain_sums(text: str) -> None:
    document = Document(Article(text))
    packing = pack(document)
    found = np.empty((len(document), len(LABELS)))
    found[packing.order] = scores_of(tagger().network, document, packing)
    # What words and places add is rounded to a part in 512.
    np.testing.assert_allclose(found, plain_scores(document, weights()), rtol=2e-3, atol=0.1)


def test_what_was_tagged_before_changes_nothing() -> None:
    fresh, used = tagger(), tagger()
    for text in (*TEXTS, "Others " + " ".join(f"word{number}" for number in range(300))):
        used.spans(Document(Article(text)))
    for text in TEXTS:
        document = Document(Article(text))
        packing = pack(document)
        first = scores_of(fresh.network, document, packing)
        assert np.array_equal(first, scores_of(used.network, document, packing))


@pytest.mark.parametrize("remembered", [66, 200, 400])
def test_how_many_words_are_remembered_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, remembered: int
) -> None:
    many = "Others " + " ".join(f"word{number}" for number in range(300))
    documents = [Document(Article(text)) for text in (*TEXTS, many, *TEXTS, many)]
    expected = [scores_of(tagger().network, document, pack(document)) for document in documents]
    monkeypatch.setattr("credscore.network._REMEMBERED", remembered)
    monkeypatch.setattr("credscore.features.tagging._FIRST_ROOM", 2)
    network = tagger().network
    for document, scores in zip(documents, expected, strict=True):
        assert np.array_equal(scores_of(network, document, pack(document)), scores)


def test_blocks_of_paragraphs_have_the_scores_of_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = Document(Article("\n\n".join(TEXTS * 3)))
    packing = pack(document)
    expected = np.zeros((len(document), len(LABELS)), dtype=np.float32)
    expected[packing.order] = scores_of(tagger().network, document, packing)
    spans = tagger().spans(document)
    monkeypatch.setattr("credscore.packing._BLOCK", 12)
    network, end, sizes = tagger().network, 0, []
    read = network.read(document)
    for first, last, part in blocks(document):
        assert first == end
        found = np.zeros((last - first, len(LABELS)), dtype=np.float32)
        found[part.order] = network.block_scores(read, first, last, part)
        np.testing.assert_allclose(found, expected[first:last], atol=1e-5)
        sizes.append(last - first)
        end = last
    assert end == len(document)
    assert len(sizes) > 3
    assert tagger().spans(document) == spans


def fixed(path: list[str], weight: float = 1.0) -> Tagger:
    """A tagger that labels the n-th token of "w0 w1 w2 ..." by the n-th label of the path."""
    base = weights()
    count = len(path)
    values = {"word": [f"w{number}" for number in range(count)], "suffix": [], "class": []}
    window = np.zeros((count + 3, OFFSETS, count), dtype=np.float32)
    window[:count, OFFSETS // 2] = weight * np.eye(count)
    out = np.zeros((count, len(LABELS)), dtype=np.float32)
    for number, label in enumerate(path):
        out[number, LABELS.index(label)] = 50
    return Tagger(
        LABELS,
        np.zeros((7, 7), dtype=np.float32),
        replace(
            base,
            words=np.concatenate((np.zeros((1, count)), np.eye(count))).astype(np.int8),
            embeddings=(
                np.zeros((1, 1), dtype=np.float32),
                np.zeros((len(SHAPES), 1), dtype=np.float32),
                np.zeros((1, 1), dtype=np.float32),
            ),
            scale=np.ones(count, dtype=np.float32),
            window=window,
            places=tuple(np.zeros((place.size, count), dtype=np.float32) for place in PLACES),
            bias=np.zeros(count, dtype=np.float32),
            layers=(),
            out=out,
            out_bias=np.zeros(len(LABELS), dtype=np.float32),
        ),
        values,
    )


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("O O O", []),
        ("B-cue", [("cue", 0, 1)]),
        ("B-source I-source B-cue O", [("source", 0, 2), ("cue", 2, 3)]),
        ("B-content B-content I-content", [("content", 0, 1), ("content", 1, 3)]),
        # A paragraph may open inside a span that the one before it does not have.
        ("I-content I-content O B-cue", [("content", 0, 2), ("cue", 3, 4)]),
        ("B-source O B-source", [("source", 0, 1), ("source", 2, 3)]),
    ],
)
def test_spans_of_labels(path: str, expected: list[tuple[str, int, int]]) -> None:
    labels = path.split()
    text = " ".join(f"w{number}" for number in range(len(labels)))
    assert fixed(labels).spans(Document(Article(text))) == expected


@pytest.mark.parametrize("weight", [64.0, 200.0, 1e6])
def test_weights_too_large_for_their_room_are_clipped_and_do_not_wrap(weight: float) -> None:
    labels = ["B-source", "I-source", "B-cue", "O"]
    found = fixed(labels, weight).spans(Document(Article("w0 w1 w2 w3")))
    assert found == [("source", 0, 2), ("cue", 2, 3)]


def test_a_span_goes_on_over_a_paragraph_break() -> None:
    document = Document(Article("w0 w1\n\nw2 w3"))
    labels = ["B-content", "I-content", "I-content", "O"]
    assert fixed(labels).spans(document) == [("content", 0, 3)]


def test_an_inner_label_never_follows_another_kind() -> None:
    labels = ["B-source", "I-content", "O"]
    kinds = [kind for kind, _, _ in fixed(labels).spans(Document(Article("w0 w1 w2")))]
    assert kinds in (["source"], ["content"])


def test_the_empty_text_has_no_span() -> None:
    assert tagger().spans(Document(Article(""))) == []


def test_saved_and_loaded_it_is_the_same(tmp_path) -> None:
    made = tagger(4)
    manifest = Manifest("attribution-v1", "attribution tagger", FEATURE_NAMES, "sha256:0", {})
    save_artefact(tmp_path, manifest, made.to_files())
    loaded = Tagger.from_artefact(load_artefact(tmp_path, "attribution tagger", FEATURE_NAMES))
    assert loaded.labels == made.labels
    assert np.array_equal(loaded.transitions, made.transitions)
    for text in TEXTS:
        document = Document(Article(text))
        packing = pack(document)
        again = scores_of(loaded.network, document, packing)
        assert np.array_equal(scores_of(made.network, document, packing), again)
    assert loaded.to_files() == made.to_files()


def test_a_missing_array_is_named(tmp_path) -> None:
    made = tagger()
    files = made.to_files()
    files["weights.npz"] = npz_bytes({"transitions": made.transitions})
    manifest = Manifest("attribution-v1", "attribution tagger", FEATURE_NAMES, "sha256:0", {})
    save_artefact(tmp_path, manifest, files)
    with pytest.raises(ArtefactError, match="words"):
        Tagger.from_artefact(load_artefact(tmp_path, "attribution tagger"))
