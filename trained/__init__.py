"""The artefacts that are shipped: one folder each, `<name>-v<number>`."""

from __future__ import annotations

import re
from pathlib import Path

from credscore.errors import ArtefactError

__all__ = ["FOLDER", "newest", "shipped"]

FOLDER = Path(__file__).resolve().parent
_NAME = re.compile(r"([a-z][a-z0-9_]*)-v([1-9][0-9]*)\Z")


def shipped(folder: Path = FOLDER) -> dict[str, Path]:
    """Find the newest version of each artefact.

    Parameters
    ----------
    folder : Path
        Where to look; the package's own folder unless told otherwise.

    Returns
    -------
    dict of str to Path
        Folder by name without version, sorted by name.
    """
    found: dict[str, tuple[int, Path]] = {}
    for place in folder.iterdir():
        match = _NAME.match(place.name)
        if match and place.is_dir():
            name, version = match[1], int(match[2])
            if name not in found or version > found[name][0]:
                found[name] = (version, place)
    return {name: found[name][1] for name in sorted(found)}


def newest(name: str, folder: Path = FOLDER) -> Path:
    """Folder of the newest version of an artefact.

    Parameters
    ----------
    name : str
        Its name without version, such as "general".
    folder : Path
        Where to look; the package's own folder unless told otherwise.

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    ArtefactError
        If there is none of that name.
    """
    known = shipped(folder)
    if name not in known:
        listed = ", ".join(known) or "none"
        raise ArtefactError(f"no trained artefact {name!r} in {folder}; there are: {listed}")
    return known[name]
