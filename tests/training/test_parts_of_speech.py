"""The tagger of parts of speech, trained on a small treebank."""

import gzip
import json

import pytest

pytest.importorskip("sklearn")

from credscore.artefacts import load_artefact
from credscore.errors import LabelsError
from credscore.features.parts_of_speech import PARTS_KIND, TAGS, PartTagger
from credscore.training.parts_of_speech import (
    evaluate_part_tagger,
    read_treebank,
    train_part_tagger,
)
from credscore.vocabulary import Vocabulary

SENTENCES = (
    ("The old men ran quickly .", "DT JJ NNS VBD RB .", "DET ADJ NOUN VERB ADV PUNCT"),
    ("She will be there and he has left .", "PRP MD VB RB CC PRP VBZ VBN .",
     "PRON AUX VERB ADV CCONJ PRON AUX VERB PUNCT"),
    ("Ana says that running to work is fun .", "NNP VBZ IN VBG TO VB VBZ NN .",
     "PROPN VERB SCONJ VERB PART VERB AUX NOUN PUNCT"),
    ("Who sat on two chairs ?", "WP VBD IN CD NNS .", "PRON VERB ADP NUM NOUN PUNCT"),
)  # fmt: skip


def write(folder, sentences):
    file = folder / "data/ewt_pos/sentences.jsonl.gz"
    file.parent.mkdir(parents=True)
    rows = [
        {"tokens": words.split(), "xpos": xpos.split(), "upos": upos.split()}
        for words, xpos, upos in sentences
    ]
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)


def test_what_is_trained_tags_what_it_saw(tmp_path):
    write(tmp_path, SENTENCES * 10)
    identity = train_part_tagger(tmp_path, tmp_path / "out")
    artefact = load_artefact(tmp_path / "out" / identity.name, PARTS_KIND)
    tagger = PartTagger.from_artefact(artefact)
    known = Vocabulary()
    numbers = known.numbers("The old men ran quickly .".split())
    assert tagger.tags(numbers, known) == "DJNVRO"
    assert evaluate_part_tagger(tagger, read_treebank(tmp_path)) == 1.0
    assert evaluate_part_tagger(tagger, [(["The"], ["V"])]) == 0.0
    card = (tmp_path / "out" / identity.name / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert "40 sentences" in card


@pytest.mark.parametrize(
    ("words", "xpos", "upos", "expected"),
    [
        ("a 10 - year term", "DT CD HYPH NN NN", "DET NUM PUNCT NOUN NOUN",
         (["a", "10-year", "term"], "DJN")),
        ("I do n't know", "PRP VBP RB VB", "PRON AUX PART VERB", (["I", "don't", "know"], "QVB")),
        ("said in May", "VBD IN NNP", "VERB ADP PROPN", (["said", "in", "May"], "VIP")),
        ("if it", "IN PRP", "SCONJ PRON", (["if", "it"], "SQ")),
        ("co - founded it", "AFX HYPH VBD PRP", "X PUNCT VERB PRON", (["co-founded", "it"], "VQ")),
    ],
)  # fmt: skip
def test_words_are_cut_as_the_library_cuts_them(tmp_path, words, xpos, upos, expected):
    write(tmp_path, [(words, xpos, upos)])
    ((found, tags),) = read_treebank(tmp_path)
    assert (found, "".join(tags)) == expected
    assert set(tags) <= set(TAGS)


def test_a_treebank_with_other_tags_is_refused(tmp_path):
    write(tmp_path, SENTENCES[:1] * 20)
    with pytest.raises(LabelsError, match="the treebank has the tags"):
        train_part_tagger(tmp_path, tmp_path / "out")


def test_a_missing_treebank_is_named(tmp_path):
    with pytest.raises(LabelsError, match=r"sentences\.jsonl\.gz is missing"):
        read_treebank(tmp_path)
