"""Small corpora in which words of names are counted."""

import gzip
import json

import pytest

CORPORA = ("allsides", "bangladesh", "buzzfeed_webis", "healthnewsreview", "recovery")


def write(file, rows):
    file.parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(file, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row) + "\n" for row in rows)


@pytest.fixture
def corpora(tmp_path):
    texts = [
        f"Mayor Zuleika {last}, 45, a farmer, said so. She knew that she would win her seat."
        for last in ("Abbot", "Bonham", "Cartwell", "Dunmore", "Eastlake")
    ]
    texts += [
        f"Sen. Torvald {last} said so. He knew that he would win his seat. Window prices rose."
        for last in ("Abbot", "Bonham", "Cartwell", "Dunmore", "Eastlake")
    ]
    texts += ["Dr. London Smith said so. Window Smith said so.", "the window and a window " * 20]
    for corpus in CORPORA:
        write(tmp_path / "data" / corpus / "articles.jsonl.gz", [{"text": text} for text in texts])
    sentence = {"tokens": ["Wanzila", "met", "Acme"], "tags": ["B-Person", "O", "B-Organization"]}
    write(tmp_path / "data/newswire_entities/articles.jsonl.gz", [{"sentences": [sentence]}])
    return tmp_path
