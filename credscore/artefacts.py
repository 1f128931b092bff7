"""Folders that hold a trained artefact: weights as data, and a manifest that says what they are.

Nothing that is loaded can run code: files are JSON or NPZ without objects, and every byte is
checked against the manifest before it is read.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, TypeGuard, cast

from credscore.errors import ArtefactError
from credscore.report import JsonValue, ModelIdentity

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "FORMAT",
    "MANIFEST",
    "Artefact",
    "Manifest",
    "canonical_json",
    "identify",
    "is_number",
    "load_artefact",
    "npz_bytes",
    "save_artefact",
]

FORMAT = 1
MANIFEST = "manifest.json"
# The shipped models unpack to some megabytes.
_LARGEST = 64_000_000


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an artefact is.

    Attributes
    ----------
    name : str
        With its version, such as "general-v1".
    kind : str
        What the weights are for: "article model", "claim model", "attribution tagger".
    features : tuple of str
        Names of the inputs, in the order of the weights.
    training_data : str
        Hash of the data it was trained on, such as "sha256:0f3a...".
    libraries : dict of str to str
        Versions of the libraries that trained it.
    """

    name: str
    kind: str
    features: tuple[str, ...]
    training_data: str
    libraries: dict[str, str]


@dataclass(frozen=True, slots=True)
class Artefact:
    """An artefact whose files have been checked.

    Attributes
    ----------
    folder : Path
        Where it lies.
    manifest : Manifest
        What it is.
    identity : ModelIdentity
        Its name and the sha256 of its manifest, which holds those of all its files.
    files : dict of str to bytes
        The content of each file, by name.
    """

    folder: Path
    manifest: Manifest
    identity: ModelIdentity
    files: dict[str, bytes]

    def _content(self, name: str) -> bytes:
        if name not in self.files:
            raise ArtefactError(f"{self.folder / MANIFEST} lists no file {name!r}")
        return self.files[name]

    def json(self, name: str) -> JsonValue:
        """Read one of its files as JSON.

        Raises
        ------
        ArtefactError
            If the manifest does not list it, or it is no JSON.
        """
        return _parse(self._content(name), self.folder / name)

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Read one of its files as NPZ.

        Raises
        ------
        ArtefactError
            If the manifest does not list it, it is no NPZ, or it holds Python objects.
        """
        import numpy as np

        content = io.BytesIO(self._content(name))
        try:
            # NumPy would read a lone array too, and hands back something else for it.
            if not zipfile.is_zipfile(content):
                raise ValueError("no archive")
            _check_size(content)
            with np.load(content, allow_pickle=False) as stored:
                return {key: _plain(stored[key]) for key in stored.files}
        except (
            *(ValueError, OSError, EOFError, NotImplementedError, RuntimeError, MemoryError),
            *(OverflowError, TypeError, SyntaxError, zipfile.BadZipFile, zlib.error),
        ) as error:
            raise ArtefactError(f"{self.folder / name} is not a plain NPZ file: {error}") from error


def _check_size(content: io.BytesIO) -> None:
    """Refuse an archive that says it unpacks to more than a model can have."""
    with zipfile.ZipFile(content) as archive:
        size = sum(entry.file_size for entry in archive.infolist())
    if size > _LARGEST:
        raise ValueError(f"it unpacks to {size:,} bytes, expected {_LARGEST:,} at most")


def _plain(value: NDArray[np.generic] | bytes) -> NDArray[np.generic]:
    """NumPy hands back the bytes of an entry that is no array."""
    if isinstance(value, bytes):
        raise ValueError("an entry is no array")
    return value


def canonical_json(value: JsonValue) -> bytes:
    """Write JSON so that equal values give equal bytes: sorted keys, one item a line.

    Raises
    ------
    ValueError
        If a number is not finite.
    """
    text = json.dumps(value, allow_nan=False, ensure_ascii=False, indent=1, sort_keys=True)
    return (text + "\n").encode()


def npz_bytes(arrays: Mapping[str, NDArray[np.generic]]) -> bytes:
    """Write arrays as NPZ so that equal arrays give equal bytes: in order of name, no dates.

    Raises
    ------
    ValueError
        If an array holds Python objects.
    """
    import numpy as np

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            # Opened by name alone, an entry is dated 1980, whatever the day.
            with archive.open(f"{name}.npy", "w", force_zip64=True) as entry:
                np.lib.format.write_array(entry, np.asarray(arrays[name]), allow_pickle=False)
    return buffer.getvalue()


def identify(folder: Path) -> ModelIdentity:
    """Name and hash of an artefact, without reading its weights.

    Raises
    ------
    ArtefactError
        If the folder has no manifest, or that one no name.
    """
    content, fields, place = _read_manifest(folder)
    return ModelIdentity(_text(fields, "name", place), sha256(content).hexdigest())


def save_artefact(folder: Path, manifest: Manifest, files: Mapping[str, bytes]) -> ModelIdentity:
    """Write an artefact; the same content gives the same bytes.

    Parameters
    ----------
    folder : Path
        Where to write; made if it does not exist.
    manifest : Manifest
        What it is.
    files : mapping of str to bytes
        Content of each file, by plain name.

    Returns
    -------
    ModelIdentity
        The artefact's name and the sha256 of its manifest.

    Raises
    ------
    ArtefactError
        If a file's name is not a plain one.
    """
    for name in files:
        _check_name(name, folder)
    content = canonical_json(
        {
            "format": FORMAT,
            "name": manifest.name,
            "kind": manifest.kind,
            "features": list(manifest.features),
            "training_data": manifest.training_data,
            "libraries": dict(manifest.libraries),
            "files": {name: sha256(files[name]).hexdigest() for name in files},
        }
    )
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    # The manifest last: a run cut short leaves an artefact that does not load.
    (folder / MANIFEST).write_bytes(content)
    return ModelIdentity(manifest.name, sha256(content).hexdigest())


def load_artefact(folder: Path, kind: str, features: Sequence[str] | None = None) -> Artefact:
    """Read an artefact and check every byte of it.

    Parameters
    ----------
    folder : Path
        Where it lies.
    kind : str
        What it must be for.
    features : sequence of str, optional
        Names of the inputs it must have, in order.

    Returns
    -------
    Artefact
        Its manifest and the content of its files.

    Raises
    ------
    ArtefactError
        If a file is missing or changed, the format is newer than this version reads, the kind or
        the features are others, or a path leaves the folder.
    """
    content, fields, place = _read_manifest(folder)
    version = fields.get("format")
    if not isinstance(version, int) or version < 1:
        raise ArtefactError(f"{place} has format {version!r}; expected a number from 1 to {FORMAT}")
    if version > FORMAT:
        raise ArtefactError(
            f"{place} has format {version}, this version of credscore reads up to {FORMAT}: "
            "install a newer credscore"
        )
    manifest = Manifest(
        name=_text(fields, "name", place),
        kind=_text(fields, "kind", place),
        features=_texts(fields.get("features"), "features", place),
        training_data=_text(fields, "training_data", place),
        libraries=_text_table(fields.get("libraries"), "libraries", place),
    )
    if manifest.kind != kind:
        raise ArtefactError(f"{place} is of kind {manifest.kind!r}, expected {kind!r}")
    if features is not None and manifest.features != tuple(features):
        raise ArtefactError(f"{place} has other features: {_difference(manifest, features)}")
    hashes = _text_table(fields.get("files"), "files", place)
    files = {name: _checked(folder, name, expected) for name, expected in hashes.items()}
    identity = ModelIdentity(manifest.name, sha256(content).hexdigest())
    return Artefact(folder, manifest, identity, files)


def _read_manifest(folder: Path) -> tuple[bytes, dict[str, JsonValue], Path]:
    place = folder / MANIFEST
    if not place.is_file():
        raise ArtefactError(
            f"{folder} is no artefact: it has no {MANIFEST}; "
            "give a folder written by 'credscore train', or the name of a shipped model"
        )
    content = place.read_bytes()
    fields = _parse(content, place)
    if not isinstance(fields, dict):
        raise ArtefactError(f"{place} must hold an object, got {type(fields).__name__}")
    return content, fields, place


def _checked(folder: Path, name: str, expected: str) -> bytes:
    """Content of a file, after its name and hash were found right."""
    _check_name(name, folder)
    place = folder / name
    if not place.is_file():
        raise ArtefactError(f"{place} is missing, though {MANIFEST} lists it")
    # A link in the folder may still point elsewhere.
    if place.resolve().parent != folder.resolve():
        raise ArtefactError(f"{place} leads out of its folder, to {place.resolve()}")
    data = place.read_bytes()
    found = sha256(data).hexdigest()
    if found != expected:
        raise ArtefactError(
            f"{place} was changed: its sha256 is {found}, {MANIFEST} says {expected}; "
            "install or train the artefact again"
        )
    return data


def _check_name(name: str, folder: Path) -> None:
    plain = PurePosixPath(name).name == name == PureWindowsPath(name).name
    if not plain or name in ("", ".", "..", MANIFEST):
        raise ArtefactError(
            f"{folder / MANIFEST} lists {name!r}; expected the plain name of a file in that folder"
        )


def _parse(content: bytes, place: Path) -> JsonValue:
    try:
        return cast(JsonValue, json.loads(content))
    except (ValueError, RecursionError) as error:
        raise ArtefactError(f"{place} is not JSON: {error}") from error


def is_number(value: JsonValue) -> TypeGuard[float]:
    """Whether a value of a file is a number that is finite, also as a float."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    # An integer may be larger than any float is; a comparison takes it as it is.
    return -sys.float_info.max <= value <= sys.float_info.max


def _text(fields: Mapping[str, JsonValue], key: str, place: Path) -> str:
    value = fields.get(key)
    if not isinstance(value, str):
        raise ArtefactError(f"{place}: {key!r} must be a string, got {value!r}")
    return value


def _texts(value: JsonValue, key: str, place: Path) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ArtefactError(f"{place}: {key!r} must be a list of strings, got {value!r}")
    texts = tuple(item for item in value if isinstance(item, str))
    if len(texts) != len(value):
        raise ArtefactError(f"{place}: {key!r} must hold strings alone")
    return texts


def _text_table(value: JsonValue, key: str, place: Path) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ArtefactError(f"{place}: {key!r} must be an object, got {value!r}")
    table = {name: item for name, item in value.items() if isinstance(item, str)}
    if len(table) != len(value):
        raise ArtefactError(f"{place}: {key!r} must hold strings alone")
    return table


def _difference(manifest: Manifest, features: Sequence[str]) -> str:
    missing = [name for name in features if name not in manifest.features]
    unknown = [name for name in manifest.features if name not in features]
    if not missing and not unknown:
        return "the same names in another order"
    return f"missing {missing}, unknown {unknown}"
