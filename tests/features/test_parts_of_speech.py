"""Parts of speech by a window of words, and what is put right afterwards."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.errors import ArtefactError
from credscore.features.part_repair import repaired
from credscore.features.parts_of_speech import (
    OFFSETS,
    TAGS,
    PartTagger,
    parts_of_speech,
    word_traits,
)
from credscore.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The minister said it was over.", "DNVQVRO"),
        ("She told reporters on Friday.", "QVNIPO"),
        ("They will meet him.", "QMBQO"),
        ("Police reports showed it.", "NNVQO"),
        ("He cannot receive it.", "QMBQO"),
        ("According to police he was ill.", "GINQVJO"),
    ],
)
def test_plain_sentences(text, tags):
    assert parts_of_speech(Document(Article(text))) == tags


@pytest.mark.parametrize("text", ["", "Ok", "…", "Это не по-английски.", "日本語"])
def test_every_token_has_a_tag(text):
    document = Document(Article(text))
    tags = parts_of_speech(document)
    assert len(tags) == len(document)
    assert set(tags) <= set(TAGS)


@pytest.mark.parametrize(
    ("words", "tags", "expected"),
    [
        ("police reports showed it", "NVEQ", "NNVQ"),
        ("they were told so", "QVER", "QVER"),
        ("the source told us", "DNEQ", "DNVQ"),
        ("he cannot receive it", "QRJQ", "QMBQ"),
        ("in reports that", "IVS", "INS"),
        ("according to police it", "GTBQ", "GINQ"),
        ("a 300 - page brief that", "DUONVS", "DUONNS"),
        # A participle that is the only verb of its clause, and "both" before a noun.
        ("in march , the school provided students with food .", "IPODNENINO", "IPODNVNINO"),
        ("men in rome analyzed blood , who say", "NIPENOWV", "NIPVNOWV"),
        ("in both countries", "ICN", "IDN"),
        ("two alleged victims left", "UVNV", "UJNV"),
        ("the court held that it", "DNNSQ", "DNVSQ"),
        ("people close to it left", "NVIQV", "NJIQV"),
        ("people magazine reported it", "NVVQ", "NNVQ"),
        ("the scientists report in it", "DNNIQ", "DNVIQ"),
        ("the bank forecasts growth of 2 %", "DNNNIUN", "DNVNIUN"),
        ("fell , economists forecast .", "VONNO", "VONVO"),
        ("analysts predict rain", "NNN", "NVN"),
        ("the plan alarmed doctors", "DNJN", "DNVN"),
        ("two people briefed on it said", "UNVIQV", "UNEIQV"),
        ("men privy to it", "NNIQ", "NJIQ"),
        ("a relative , who left", "DJOWV", "DNOWV"),
        ("he , who prosecutors say was", "QOWVVV", "QOWNVV"),
        # Traps: nothing to put right.
        ("she briefed them on it", "QVQIQ", "QVQIQ"),
        ("a relative calm", "DJN", "DJN"),
        ("a high end curated store", "DJNJN", "DJNJN"),
        ("the poor forecast .", "DJNO", "DJNO"),
        ("the star alleged that", "DNVS", "DNVS"),
        ("talks held there", "NNR", "NNR"),
        ("the report in it", "DNIQ", "DNIQ"),
        ("the bank forecast of 2 %", "DNNIUN", "DNNIUN"),
        ("the court appointed lawyer left", "DNENV", "DNENV"),
        ("a man named silva , who left", "DNEPOWV", "DNEPOWV"),
        ("he saw a law passed monday", "QVDNEP", "QVDNEP"),
        ("both men and women", "CNCN", "CNCN"),
        ("300 men brief them", "UNVQ", "UNVQ"),
        ("silva heads the union", "PVDN", "PVDN"),
        ("republicans chair boards", "PVN", "PVN"),
        ("he wrote it", "QVQ", "QVQ"),
        ("blue houses fell", "JNV", "JNV"),
        ("", "", ""),
    ],
)
def test_repairs(words, tags, expected):
    assert repaired(words.split(), tags) == expected


def weights_of(**rows):
    return {
        name.replace("__", "="): [float(tag == wanted) for tag in TAGS]
        for name, wanted in rows.items()
    }


def tags(tagger, text, starts=()):
    known = Vocabulary()
    return tagger.tags(known.numbers(text.split()), known, starts)


def test_a_tag_is_the_sum_of_what_stands_around():
    # "h" traits decide at the word itself, "w-1" by the word before.
    weights = weights_of(h0__l="N", h0__t="P")
    weights["w-1=to"] = [2.0 * (tag == "B") for tag in TAGS]
    tagger = PartTagger(weights)
    assert tags(tagger, "Ana went to run") == "PNNB"
    assert tags(tagger, "") == ""


def test_no_word_is_seen_in_another_sentence():
    weights = weights_of(h0__l="N")
    weights["w-1=to"] = [2.0 * (tag == "B") for tag in TAGS]
    tagger = PartTagger(weights)
    assert tags(tagger, "to run") == "NB"
    assert tags(tagger, "to run", starts=[0, 1]) == "NN"


def test_it_survives_being_written_and_read(tmp_path):
    from credscore.artefacts import Manifest, load_artefact, save_artefact

    tagger = PartTagger(weights_of(h0__l="N", h0__t="P"))
    save_artefact(tmp_path, Manifest("a-v1", "kind", (), "", {}), tagger.to_files())
    restored = PartTagger.from_artefact(load_artefact(tmp_path, "kind"))
    words = "Ana saw Rui"
    assert tags(restored, words) == tags(tagger, words) == "PNP"
    files = tagger.to_files() | {"names.json": b'["h0=l"]\n'}
    save_artefact(tmp_path, Manifest("a-v1", "kind", (), "", {}), files)
    with pytest.raises(ArtefactError, match=r"weights\.npz must hold a row for each name"):
        PartTagger.from_artefact(load_artefact(tmp_path, "kind"))


def test_traits_of_words_by_offset():
    assert word_traits("Officials")[4] == ("w2=officials",)
    assert word_traits("")[1] == ("w-1=", "s-1=", "h-1=-")
    assert {trait[:2] for trait in word_traits("said")[2]} == {"w0", "s0", "h0", "t=", "u=", "c="}
    assert OFFSETS == (-2, -1, 0, 1, 2)
