"""Reading the lexicons that lie beside their modules: one entry a line, `#` comments."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["read_lexicon", "read_sections"]


@cache
def read_sections(package: str, name: str) -> Mapping[str, tuple[str, ...]]:
    """Read a lexicon with `[section]` lines; once, for its sections are asked for one by one.

    Parameters
    ----------
    package : str
        The package the file lies in, such as "credscore.features".
    name : str
        The file's name.

    Returns
    -------
    mapping of str to tuple of str
        The entries of each section in order; those before any section line under "".
    """
    sections: dict[str, list[str]] = {}
    current: list[str] = sections.setdefault("", [])
    for line in files(package).joinpath(name).read_text(encoding="utf-8").splitlines():
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        if entry.startswith("[") and entry.endswith("]"):
            current = sections.setdefault(entry[1:-1], [])
        else:
            current.append(entry)
    return MappingProxyType({section: tuple(entries) for section, entries in sections.items()})


def read_lexicon(package: str, name: str) -> tuple[str, ...]:
    """Read a lexicon without sections: its entries, in order."""
    return read_sections(package, name)[""]
