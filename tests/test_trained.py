"""Finding the artefacts that are shipped."""

import json

import pytest

from credscore.artefacts import identify
from credscore.errors import ArtefactError
from credscore.trained import FOLDER, newest, shipped


@pytest.fixture
def folder(tmp_path):
    for name in ("general-v1", "general-v2", "general-v10", "a_b-v3", "Bad-v1", "bad", "bad-v0"):
        (tmp_path / name).mkdir()
    (tmp_path / "file-v1").touch()
    return tmp_path


def test_the_newest_version_of_each_is_found(folder):
    # By number, not by letters: v10 comes after v2.
    assert shipped(folder) == {"a_b": folder / "a_b-v3", "general": folder / "general-v10"}
    assert newest("general", folder) == folder / "general-v10"


@pytest.mark.parametrize("name", ["missing", "general-v1", "", "../general"])
def test_a_missing_artefact_is_named_beside_those_there_are(folder, name):
    with pytest.raises(ArtefactError, match=f"no trained artefact '{name}'.*a_b, general"):
        newest(name, folder)


def test_an_empty_folder_has_none(tmp_path):
    assert shipped(tmp_path) == {}
    with pytest.raises(ArtefactError, match="there are: none"):
        newest("general", tmp_path)


def test_the_library_ships_what_it_scores_with():
    assert set(shipped()) >= {"attribution", "claims", "general", "health"}


@pytest.mark.parametrize("name", sorted(shipped()))
def test_a_shipped_artefact_is_whole_and_has_its_card(name):
    place = newest(name)
    assert place.parent == FOLDER
    assert identify(place).name == place.name
    card = (place / "MODEL_CARD.md").read_text(encoding="utf-8")
    assert card.startswith(f"# {place.name}")
    json.loads((place / "manifest.json").read_text(encoding="utf-8"))
