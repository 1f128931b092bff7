"""Training the tagger; needs the tagger extra."""

from itertools import pairwise

import numpy as np
import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.packing import pack, pack_paragraphs
from credscore.training.polnear import LABELS

torch = pytest.importorskip("torch")

from credscore.training.attribution import train_tagger  # noqa: E402
from credscore.training.chains import Partition, Scan, chain_loss, count_moves  # noqa: E402
from credscore.training.student import StudentNetwork, example, join  # noqa: E402
from credscore.training.teacher import window_cuts  # noqa: E402

torch.set_num_threads(1)
LENGTHS = [3, 5, 2, 1]
WORDS = ["he", "said", "rain", "the", "minister", "mayor", "that", "fell", ",", "."]
VALUES = {"word": WORDS, "suffix": ["ter", "yor"], "class": ["speech", "role", "title+role"]}


def packed():
    firsts = np.concatenate(([0], np.cumsum(LENGTHS)[:-1]))
    return pack_paragraphs(firsts, np.array(LENGTHS))


def draw(*shape, seed=0):
    chance = torch.Generator().manual_seed(seed)
    return torch.randn(*shape, dtype=torch.float64, generator=chance).requires_grad_()


def test_the_gradient_of_the_scan_is_right():
    forget = torch.sigmoid(draw(sum(LENGTHS), 2)).detach().requires_grad_()
    blocks = packed().blocks
    assert torch.autograd.gradcheck(
        lambda a, b: Scan.apply(a, b, blocks), (forget, draw(sum(LENGTHS), 2, seed=1))
    )


def test_the_partition_and_its_gradient_are_those_of_the_plain_sum():
    scores, moves, packing = draw(sum(LENGTHS), 3), draw(3, 3, seed=1), packed()
    text_order = scores[torch.from_numpy(np.argsort(packing.order))]
    plain = 0
    for first, last in pairwise(np.concatenate(([0], np.cumsum(LENGTHS))).tolist()):
        ahead = text_order[first]
        for token in range(first + 1, last):
            ahead = torch.logsumexp(ahead[:, None] + moves, 0) + text_order[token]
        plain = plain + torch.logsumexp(ahead, 0)
    found = Partition.apply(scores, moves, packing.blocks)
    assert found.detach().item() == pytest.approx(plain.detach().item())
    for one, two in zip(
        torch.autograd.grad(found, (scores, moves)),
        torch.autograd.grad(plain, (scores, moves)),
        strict=True,
    ):
        torch.testing.assert_close(one, two)


def test_the_loss_of_what_is_known_is_its_negative_log_probability():
    packing = packed()
    scores, moves = draw(sum(LENGTHS), 3).detach(), draw(3, 3, seed=1).detach()
    labels = torch.nn.functional.one_hot(torch.arange(sum(LENGTHS)) % 3, 3).double()
    wanted = count_moves(labels, packing.blocks)
    assert wanted.sum() == sum(LENGTHS) - len(LENGTHS)
    loss = chain_loss(scores, moves, packing.blocks, labels, wanted)
    assert loss > 0
    # Certain scores cost nothing.
    assert chain_loss(
        scores + 60 * labels, moves, packing.blocks, labels, wanted
    ).item() == pytest.approx(0, abs=1e-6)


def network():
    torch.manual_seed(1)
    vectors = np.random.default_rng(1).standard_normal((len(WORDS), 4)).astype(np.float32)
    found = StudentNetwork(VALUES, vectors)
    with torch.no_grad():
        found.moves.normal_()
        # As int8 with its scale holds them, so that both have the same embeddings.
        weight = found.embeddings["word"].weight
        scale = weight.abs().max(0)[0] / 127
        weight.copy_((weight / scale).round() * scale)
    return found.eval()


def unlabelled(document, tagger):
    labels = np.zeros((len(document), len(LABELS)), dtype=np.float16)
    moves = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    return example(document, tagger.network._table, labels, moves)


@pytest.mark.parametrize(
    "text", ["Rain fell.", "He said “the rain fell.”\n\nThat, the minister said, was it.\n\nNo"]
)
def test_numpy_gives_the_scores_of_the_trained_network(text):
    document, trained = Document(Article(text)), network()
    tagger = trained.tagger()
    packing = pack(document)
    batch = join([unlabelled(document, tagger)])
    with torch.no_grad():
        expected = trained(batch).numpy()
    read = tagger.network.read(document)
    found = tagger.network.block_scores(read, 0, len(document), packing)
    # What words and places add is rounded to a part in 512.
    np.testing.assert_allclose(found, expected, atol=0.01)
    np.testing.assert_allclose(tagger.transitions, trained.transitions.detach().numpy())


def test_articles_side_by_side_do_not_see_each_other():
    trained = network()
    tagger = trained.tagger()
    texts = ["He said rain fell.\n\nThe mayor.", "Rain, the minister said.", "No."]
    parts = [unlabelled(Document(Article(text)), tagger) for text in texts]
    with torch.no_grad():
        together = trained(join(parts)).numpy()
        alone = [trained(join([part])).numpy() for part in parts]
    rows = {tuple(np.round(row, 3)) for row in together}
    assert rows == {tuple(np.round(row, 3)) for part in alone for row in part}


def annotated(text, *spans):
    document = Document(Article(text))
    labels = np.zeros(len(document), dtype=np.int64)
    for role, words in spans:
        first, last = document.token_range(text.index(words), text.index(words) + len(words))
        labels[first:last] = LABELS.index(f"I-{role}")
        labels[first] = LABELS.index(f"B-{role}")
    return document, labels


def test_it_learns_what_it_is_shown():
    gold = [
        annotated(
            f"The {who} said that {what} fell.",
            ("source", f"The {who}"),
            ("cue", "said"),
            ("content", f"that {what} fell"),
        )
        for who in ("minister", "mayor")
        for what in ("rain", "he", "the rain")
    ]
    vectors = np.random.default_rng(1).standard_normal((len(WORDS), 8)).astype(np.float32)
    none = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    options = {"epochs": 60, "articles": 6, "gold_weight": 1, "seed": 3}
    tagger = train_tagger(gold, [], none, WORDS, vectors, **options)
    document, _ = gold[3]
    words = document.words
    assert [(kind, words[first:last]) for kind, first, last in tagger.spans(document)] == [
        ("source", ["The", "mayor"]),
        ("cue", ["said"]),
        ("content", ["that", "rain", "fell"]),
    ]
    # From a teacher alone, and twice the same.
    taught = [
        (document, (9 * np.eye(len(LABELS))[labels]).astype(np.float16))
        for document, labels in gold
    ]
    pair = [
        train_tagger(gold[:1], taught, none, WORDS, vectors, **options).to_files() for _ in "ab"
    ]
    assert pair[0] == pair[1]


@pytest.mark.parametrize(
    ("text", "pieces", "expected"),
    [
        # Short paragraphs together, a window ends where the next would not fit.
        ("One two.\n\nThree.\n\nFour five.", 1, [(0, 8)]),
        ("One two.\n\nThree.\n\nFour five.", 50, [(0, 5), (5, 8)]),
        # A paragraph that is too long is cut at sentences, a sentence wherever it must be.
        ("One two. Three four.", 80, [(0, 3), (3, 6)]),
        ("One two three four five.", 120, [(0, 2), (2, 4), (4, 6)]),
    ],
)
def test_windows_of_the_teacher(text, pieces, expected):
    document = Document(Article(text))
    assert window_cuts(document, [pieces] * len(document)) == expected
