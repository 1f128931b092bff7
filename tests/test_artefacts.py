"""Artefact folders are checked byte by byte and never run code."""

import io
import json
import pickle
import tracemalloc
import zipfile

import numpy as np
import pytest

from credscore.artefacts import (
    FORMAT,
    MANIFEST,
    Manifest,
    identify,
    load_artefact,
    npz_bytes,
    save_artefact,
)
from credscore.errors import ArtefactError
from credscore.trained import newest, shipped

INFO = Manifest("toy-v1", "toy model", ("a", "b"), "sha256:00", {"numpy": "2.0"})
FILES = {"model.json": b'{"weights": [1.5, 2]}', "MODEL_CARD.md": b"# toy\n"}


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "toy-v1"
    save_artefact(place, INFO, FILES)
    return place


def rewrite(folder, **changes):
    fields = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps(fields | changes))


def test_round_trip(folder):
    artefact = load_artefact(folder, "toy model", ("a", "b"))
    assert artefact.manifest == INFO
    assert artefact.files == FILES
    assert artefact.json("model.json") == {"weights": [1.5, 2]}
    assert artefact.identity == identify(folder)


def test_same_content_gives_the_same_bytes(folder, tmp_path):
    again = tmp_path / "again"
    identity = save_artefact(again, INFO, dict(reversed(FILES.items())))
    assert identity == identify(folder)
    for file in folder.iterdir():
        assert file.read_bytes() == (again / file.name).read_bytes()


def test_arrays_round_trip_and_equal_arrays_give_equal_bytes(tmp_path):
    arrays = {"b": np.arange(3, dtype=np.int32), "a": np.ones((2, 2))}
    data = npz_bytes(arrays)
    assert data == npz_bytes(dict(reversed(arrays.items())))
    save_artefact(tmp_path, INFO, {"weights.npz": data})
    read = load_artefact(tmp_path, "toy model").arrays("weights.npz")
    assert sorted(read) == ["a", "b"]
    assert all(np.array_equal(read[key], arrays[key]) for key in arrays)


@pytest.mark.parametrize("name", sorted(FILES))
def test_one_changed_byte_is_found(folder, name):
    data = bytearray((folder / name).read_bytes())
    data[0] ^= 1
    (folder / name).write_bytes(bytes(data))
    with pytest.raises(ArtefactError, match=rf"{name} was changed"):
        load_artefact(folder, "toy model")


def test_a_missing_file_is_named(folder):
    (folder / "model.json").unlink()
    with pytest.raises(ArtefactError, match=r"model\.json is missing"):
        load_artefact(folder, "toy model")


def test_a_folder_without_manifest_is_no_artefact(tmp_path):
    with pytest.raises(ArtefactError, match=r"is no artefact: it has no manifest\.json"):
        load_artefact(tmp_path, "toy model")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"format": FORMAT + 1}, "install a newer credscore"),
        ({"format": "1"}, "expected a number"),
        ({"format": 0}, "expected a number"),
        ({"kind": "other model"}, "is of kind 'other model', expected 'toy model'"),
        ({"features": ["a", "c"]}, r"missing \['b'\], unknown \['c'\]"),
        ({"features": ["b", "a"]}, "the same names in another order"),
        ({"features": "ab"}, "'features' must be a list of strings"),
        ({"features": ["a", 1]}, "'features' must hold strings alone"),
        ({"name": 3}, "'name' must be a string"),
        ({"files": ["model.json"]}, "'files' must be an object"),
        ({"libraries": {"numpy": 2}}, "'libraries' must hold strings alone"),
        ({"files": {"../toy-v1/model.json": "00"}}, "expected the plain name"),
        ({"files": {"/etc/hostname": "00"}}, "expected the plain name"),
        ({"files": {"..": "00"}}, "expected the plain name"),
        ({"files": {"sub\\model.json": "00"}}, "expected the plain name"),
        ({"files": {MANIFEST: "00"}}, "expected the plain name"),
    ],
)
def test_a_wrong_manifest_is_refused(folder, changes, message):
    rewrite(folder, **changes)
    with pytest.raises(ArtefactError, match=message) as raised:
        load_artefact(folder, "toy model", ("a", "b"))
    assert str(folder) in str(raised.value)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe"])
def test_a_manifest_that_is_no_object_is_refused(folder, content):
    (folder / MANIFEST).write_bytes(content)
    with pytest.raises(ArtefactError, match=MANIFEST):
        load_artefact(folder, "toy model")


def test_a_link_out_of_the_folder_is_refused(folder, tmp_path):
    secret = tmp_path / "secret.json"
    secret.write_bytes(FILES["model.json"])
    (folder / "model.json").unlink()
    (folder / "model.json").symlink_to(secret)
    with pytest.raises(ArtefactError, match="leads out of its folder"):
        load_artefact(folder, "toy model")


def test_saving_under_a_path_is_refused(tmp_path):
    with pytest.raises(ArtefactError, match="expected the plain name"):
        save_artefact(tmp_path, INFO, {"../model.json": b""})


@pytest.mark.parametrize(
    "content", [b"", b"not a zip", pickle.dumps({"a": 1})], ids=["empty", "text", "pickle"]
)
def test_arrays_that_are_no_plain_npz_are_refused(tmp_path, content):
    save_artefact(tmp_path, INFO, {"weights.npz": content})
    with pytest.raises(ArtefactError, match="not a plain NPZ"):
        load_artefact(tmp_path, "toy model").arrays("weights.npz")


def test_arrays_of_objects_are_neither_written_nor_read(tmp_path):
    objects = np.array([{"run": "me"}], dtype=object)
    with pytest.raises(ValueError, match="Object arrays"):
        npz_bytes({"a": objects})
    np.savez(tmp_path / "weights.npz", a=objects)
    data = (tmp_path / "weights.npz").read_bytes()
    save_artefact(tmp_path / "toy", INFO, {"weights.npz": data})
    with pytest.raises(ArtefactError, match="not a plain NPZ"):
        load_artefact(tmp_path / "toy", "toy model").arrays("weights.npz")


def test_an_archive_that_swells_is_refused(tmp_path):
    """A hundred kilobytes that say they are a hundred megabytes of zeros."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.npy", b"\0" * 100_000_000)
    assert len(packed.getvalue()) < 200_000
    save_artefact(tmp_path, INFO, {"weights.npz": packed.getvalue()})
    tracemalloc.start()
    try:
        with pytest.raises(ArtefactError, match=r"weights\.npz is not a plain NPZ.*unpacks to"):
            load_artefact(tmp_path, "toy model").arrays("weights.npz")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 10_000_000


class Run:
    """What runs when it is unpickled."""

    def __init__(self, place):
        self.place = place

    def __reduce__(self):
        return (open, (str(self.place), "w"))


@pytest.mark.parametrize("name", ["weights.npz", "model.json"])
@pytest.mark.parametrize("wrapped", [False, True], ids=["bare", "in an archive"])
def test_a_pickle_under_another_name_is_never_run(tmp_path, name, wrapped):
    ran = tmp_path / "ran"
    content = pickle.dumps(Run(ran))
    pickle.loads(content).close()
    assert ran.exists()
    ran.unlink()
    if wrapped:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.npy", content)
            archive.writestr("b.pkl", content)
        content = packed.getvalue()
    save_artefact(tmp_path / "toy", INFO, {name: content})
    artefact = load_artefact(tmp_path / "toy", "toy model")
    with pytest.raises(ArtefactError, match=name.replace(".", r"\.")):
        artefact.arrays(name) if name.endswith("npz") else artefact.json(name)
    assert not ran.exists()


@pytest.mark.parametrize("name", ["../out.npy", "/tmp/out.npy", "a/../../out.npy"])
def test_an_archive_whose_names_leave_the_folder_writes_nothing(tmp_path, name):
    packed = io.BytesIO()
    entry = io.BytesIO()
    np.save(entry, np.ones(3))
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, entry.getvalue())
    save_artefact(tmp_path / "toy", INFO, {"weights.npz": packed.getvalue()})
    before = sorted(tmp_path.rglob("*"))
    read = load_artefact(tmp_path / "toy", "toy model").arrays("weights.npz")
    assert sorted(tmp_path.rglob("*")) == before
    assert all(array.tolist() == [1, 1, 1] for array in read.values())


@pytest.mark.parametrize("content", [b"[" * 200_000, b'{"a":' * 200_000, b"9" * 10_000])
def test_json_that_is_too_deep_or_too_large_a_number_is_refused(folder, content):
    (folder / MANIFEST).write_bytes(content)
    with pytest.raises(ArtefactError, match=MANIFEST):
        load_artefact(folder, "toy model")


def test_a_file_that_is_not_listed_is_not_read(folder):
    (folder / "extra.json").write_text("{}")
    with pytest.raises(ArtefactError, match=r"lists no file 'extra\.json'"):
        load_artefact(folder, "toy model").json("extra.json")


def test_the_newest_version_is_the_highest_number(tmp_path):
    for name in ("general-v2", "general-v10", "general-v9", "health-v1", "notes", "x-v0"):
        (tmp_path / name).mkdir()
    (tmp_path / "claims-v3").write_text("a file, not a folder")
    assert {name: place.name for name, place in shipped(tmp_path).items()} == {
        "general": "general-v10",
        "health": "health-v1",
    }
    with pytest.raises(ArtefactError, match=r"'claims'.*there are: general, health"):
        newest("claims", tmp_path)
