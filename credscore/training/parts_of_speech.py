"""Training and judging the tagger of parts of speech on the English Web Treebank."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from credscore.artefacts import Manifest, save_artefact
from credscore.errors import LabelsError
from credscore.features.parts_of_speech import OFFSETS, PARTS_KIND, TAGS, PartTagger, word_traits
from credscore.report import ModelIdentity
from credscore.training.model_card import CARD_FILE, library_versions
from credscore.vocabulary import Vocabulary

__all__ = ["evaluate_part_tagger", "read_treebank", "train_part_tagger"]

Tagged = tuple[list[str], list[str]]

_FILE = Path("data/ewt_pos/sentences.jsonl.gz")
_HELD_OUT = 10
_MINIMUM = 2
_INVERSE_PENALTY = 1.0
_TAG_OF = {
    **dict.fromkeys(("NN", "NNS"), "N"),
    **dict.fromkeys(("NNP", "NNPS"), "P"),
    **dict.fromkeys(("DT", "PDT", "PRP$"), "D"),
    **dict.fromkeys(("JJ", "JJR", "JJS", "AFX"), "J"),
    **dict.fromkeys(("RB", "RBR", "RBS", "RP"), "R"),
    **dict.fromkeys(("VBD", "VBZ", "VBP"), "V"),
    **dict.fromkeys(("PRP", "EX"), "Q"),
    **dict.fromkeys(("WP", "WDT", "WRB", "WP$"), "W"),
    "VB": "B",
    "MD": "M",
    "VBG": "G",
    "VBN": "E",
    "TO": "T",
    "CC": "C",
    "CD": "U",
}


def read_treebank(folder: Path) -> list[Tagged]:
    """Read the treebank's sentences, with words as the library cuts them.

    Parameters
    ----------
    folder : Path
        The data folder.

    Raises
    ------
    LabelsError
        If it is missing.
    """
    file = folder / _FILE
    if not file.is_file():
        raise LabelsError(f"{file} is missing; give the folder that holds 'gold' and 'data'")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [_joined(row["tokens"], row["upos"], row["xpos"]) for row in rows]


def _tag(upos: str, xpos: str) -> str:
    if xpos == "IN":
        return "S" if upos == "SCONJ" else "I"
    return _TAG_OF.get(xpos, "O")


def _joined(tokens: list[str], upos: list[str], xpos: list[str]) -> Tagged:
    """Join what the treebank cuts and the library does not: "10-year-old", "don't"."""
    words: list[str] = []
    tags: list[str] = []
    at = 0
    while at < len(tokens):
        word, tag = tokens[at], _tag(upos[at], xpos[at])
        while at + 2 < len(tokens) and xpos[at + 1] == "HYPH" and tokens[at + 2][0].isalnum():
            at += 2
            word += "-" + tokens[at]
            tag = _tag(upos[at], xpos[at])
            before_noun = at + 1 < len(tokens) and xpos[at + 1] in {"NN", "NNS"}
            if tag in "EG" or (tag == "N" and before_noun):
                tag = "J"
        if at + 1 < len(tokens) and tokens[at + 1].lower() in {"n't", "n’t"}:
            at += 1
            word += tokens[at]
        words.append(word)
        tags.append(tag)
        at += 1
    return words, tags


def _rows(sentences: Iterable[Tagged]) -> list[list[str]]:
    rows = []
    for words, _ in sentences:
        padded = ["", "", *words, "", ""]
        rows += [
            [
                trait
                for slot, offset in enumerate(OFFSETS)
                for trait in word_traits(padded[place + offset])[slot]
            ]
            for place in range(2, len(words) + 2)
        ]
    return rows


def _fit(sentences: Sequence[Tagged]) -> PartTagger:
    rows = _rows(sentences)
    counts = Counter(trait for row in rows for trait in row)
    vectorizer = DictVectorizer(dtype=np.float32)
    design = vectorizer.fit_transform(
        [dict.fromkeys((trait for trait in row if counts[trait] >= _MINIMUM), 1.0) for row in rows]
    )
    labels = [tag for _, tags in sentences for tag in tags]
    model = LogisticRegression(C=_INVERSE_PENALTY, max_iter=300, tol=1e-3).fit(design, labels)
    if "".join(model.classes_) != TAGS:
        raise LabelsError(f"the treebank has the tags {''.join(model.classes_)}, expected {TAGS}")
    weights = dict(
        zip(vectorizer.get_feature_names_out(), model.coef_.T.round(4).tolist(), strict=True)
    )
    # The intercept goes to a trait that every token has once: the shape of the word itself.
    for name in weights:
        if name.startswith("h0="):
            weights[name] = (np.array(weights[name]) + model.intercept_).tolist()
    return PartTagger(weights)


def evaluate_part_tagger(tagger: PartTagger, sentences: Sequence[Tagged]) -> float:
    """Share of tokens that get the treebank's tag."""
    right = total = 0
    known = Vocabulary()
    for words, tags in sentences:
        found = tagger.tags(known.numbers(words), known)
        right += sum(one == other for one, other in zip(found, tags, strict=True))
        total += len(tags)
    return right / max(total, 1)


def train_part_tagger(folder: Path, out: Path, version: int = 1) -> ModelIdentity:
    """Train the tagger and write its artefact, model card included.

    Parameters
    ----------
    folder : Path
        The data folder.
    out : Path
        Folder that takes the artefact's folder.
    version : int
        Of the artefact.

    Returns
    -------
    ModelIdentity
        The artefact's name and hash.

    Raises
    ------
    LabelsError
        If the treebank is missing.
    """
    sentences = read_treebank(folder)
    held_out = sentences[::_HELD_OUT]
    rest = [row for number, row in enumerate(sentences) if number % _HELD_OUT]
    accuracy = evaluate_part_tagger(_fit(rest), held_out)
    content = json.dumps(sentences, ensure_ascii=False).encode()
    manifest = Manifest(
        f"parts_of_speech-v{version}",
        PARTS_KIND,
        (),
        f"sha256:{sha256(content).hexdigest()}",
        library_versions(),
    )
    card = _card(manifest, len(sentences), len(held_out), accuracy)
    files = _fit(sentences).to_files() | {CARD_FILE: card.encode()}
    return save_artefact(out / manifest.name, manifest, files)


def _card(manifest: Manifest, sentences: int, held_out: int, accuracy: float) -> str:
    return "\n".join(
        (
            f"# {manifest.name}",
            "",
            "Gives each token one of eighteen parts of speech by the words, endings and shapes in",
            "a window of five: a linear classifier, by which noun phrases and verbs are found.",
            "",
            "## Data",
            "",
            f"{sentences:,} sentences of the English Web Treebank (UD_English-EWT, dev and test",
            "files; CC BY-SA 4.0; Silveira et al., LREC 2014), with words as credscore cuts them.",
            f"Hash of the training data: `{manifest.training_data}`.",
            "",
            "## Figures",
            "",
            f"{accuracy:.1%} of tokens are right in {held_out:,} sentences held out (every tenth).",
            "",
            "## Limits",
            "",
            "- Web text, not news; nouns, names and adjectives are often taken for each other,",
            "  which does no harm where only the bounds of a noun phrase are wanted.",
            "",
        )
    )
