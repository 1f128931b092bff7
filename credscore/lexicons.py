"""Reading the lexicons that lie beside their modules: one entry a line, `#` comments."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
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
    lines = files(package).joinpath(name).read_text(encoding="utf-8").splitlines()
    entries = [line for line in map(str.strip, lines) if line and line[0] != "#"]
    heads = [at for at, entry in enumerate(entries) if entry[0] == "[" and entry[-1] == "]"]
    sections = {"": tuple(entries[: heads[0]] if heads else entries)}
    for head, end in pairwise([*heads, len(entries)]):
        section = entries[head][1:-1]
        sections[section] = (*sections.get(section, ()), *entries[head + 1 : end])
    return MappingProxyType(sections)


def read_lexicon(package: str, name: str) -> tuple[str, ...]:
    """Read a lexicon without sections: its entries, in order."""
    return read_sections(package, name)[""]
