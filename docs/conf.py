"""Builds the documentation: `sphinx-build -W docs docs/_build`."""

from __future__ import annotations

from importlib.metadata import version as installed_version
from pathlib import Path

from credscore.features.measures import MEASURES

project = "credscore"
author = "The credscore authors"
version = release = installed_version("credscore")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "_generated"]
html_theme = "furo"
html_title = f"credscore {release}"
# The fonts and scripts are the theme's own: a page asks nothing of any network.
html_show_sourcelink = False
myst_enable_extensions = ["deflist"]
napoleon_google_docstring = False
autodoc_typehints = "none"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "show-inheritance": False}

_RANGES = {"count": "0 or more", "ratio": "0 to 1", "per 1,000 words": "0 or more"}
_BETTER = {"more": "more", "less": "less", "either": "neither way"}


def _measures() -> str:
    """One definition a measure, from the table that the code reads."""
    parts = []
    for item in MEASURES:
        origin = f"[{item.origin}]({item.link})" if item.link else item.origin
        undefined = f"NaN: {item.undefined}" if item.undefined else "never NaN"
        parts.append(
            f"`{item.name}`\n"
            f": {item.description} *{item.unit}, {_RANGES[item.unit]}; better: "
            f"{_BETTER[item.better]}; {undefined}.* From {origin}.\n"
        )
    return "\n".join(parts)


_GENERATED = Path(__file__).parent / "_generated"
_GENERATED.mkdir(exist_ok=True)
(_GENERATED / "measures.md").write_text(_measures(), encoding="utf-8")
