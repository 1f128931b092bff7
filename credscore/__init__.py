"""Reads news articles and says how well their claims are supported, with the evidence.

Importing this package loads no model and no heavy library; the first score does.

Examples
--------
>>> import credscore
>>> text = "The minister, Ana Silva, said on Monday that prices would fall by 3%. " * 8
>>> report = credscore.score(text)
>>> [claim.support for claim in report.claims][0]
'named'
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from credscore.article import Article, Link
    from credscore.errors import (
        ArtefactError,
        ArticleError,
        CredscoreError,
        LabelsError,
        MissingDependencyError,
        MissingReaderError,
        ReadError,
        WorkerError,
        WriteError,
    )
    from credscore.readers import read
    from credscore.report import Report
    from credscore.scorer import Scorer, score
    from credscore.tables import score_frame
    from credscore.transformer import SourcingFeatures

    __version__: str

__all__ = [
    "ArtefactError",
    "Article",
    "ArticleError",
    "CredscoreError",
    "LabelsError",
    "Link",
    "MissingDependencyError",
    "MissingReaderError",
    "ReadError",
    "Report",
    "Scorer",
    "SourcingFeatures",
    "WorkerError",
    "WriteError",
    "__version__",
    "read",
    "score",
    "score_frame",
]

_HOME = {
    "ArtefactError": "errors",
    "Article": "article",
    "ArticleError": "errors",
    "CredscoreError": "errors",
    "LabelsError": "errors",
    "Link": "article",
    "MissingDependencyError": "errors",
    "MissingReaderError": "errors",
    "ReadError": "errors",
    "Report": "report",
    "Scorer": "scorer",
    "SourcingFeatures": "transformer",
    "WorkerError": "errors",
    "WriteError": "errors",
    "read": "readers",
    "score": "scorer",
    "score_frame": "tables",
}

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name == "__version__":
        from importlib.metadata import version

        value: object = version("credscore")
    elif name in _HOME:
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
