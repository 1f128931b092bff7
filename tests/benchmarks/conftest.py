"""The harness is no part of the wheel: where its folder is not here, neither are its tests."""

import gzip
import importlib.util
import json
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent.parent.parent / "benchmarks"

if not (FOLDER / "__init__.py").is_file():
    collect_ignore_glob = ["test_*.py"]
elif "benchmarks" not in sys.modules:
    # Loaded by its place: with the repository on the path, `features` could be imported as well.
    spec = importlib.util.spec_from_file_location(
        "benchmarks", FOLDER / "__init__.py", submodule_search_locations=[str(FOLDER)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["benchmarks"] = package
    spec.loader.exec_module(package)

_BODY = (
    "The harbour board will close the old bridge in March, its chair, Ana Silva, said on Monday. "
    "“We have looked at every cable,” Silva said. “Two of them may fail.” "
    "The work costs about 3 million euros, according to a report by the Port Institute. "
    "A senior official, who asked not to be named, said that the ferry would run at night. "
    "The bridge was built in 1931. Residents of the island have asked for a tunnel since 1988. "
)


def _row(number, publisher, text=_BODY):
    said = text.index("Ana Silva, said")
    return {
        "id": f"a{number}",
        "publisher": publisher,
        "title": f"Bridge number {number} to close",
        "text": text,
        "attributions": [
            {
                "source": [[said, said + 9]],
                "cue": [[said + 11, said + 15]],
                "content": [[0, text.index(", its chair")]],
            }
        ],
        "statements": [
            {"statement": "We have looked", "kind": "named_person", "spans": [[93, 140]]},
            {"statement": "not in the text", "kind": "document", "spans": []},
        ],
    }


def write_rows(file, rows):
    file.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(row) + "\n" for row in rows)
    if file.suffix == ".gz":
        file.write_bytes(gzip.compress(text.encode(), mtime=0))
    else:
        file.write_text(text, encoding="utf-8")


@pytest.fixture
def row():
    return _row


@pytest.fixture
def data_folder(tmp_path):
    """Made-up corpora of attributions, and no others."""
    folder = tmp_path / "shared"
    rows = [_row(number, f"paper {number % 2}") for number in range(4)]
    write_rows(folder / "data/polnear/dev.jsonl.gz", rows)
    write_rows(folder / "data/markkula/articles.jsonl.gz", rows[:2])
    return folder
