"""Every error that credscore raises on purpose."""

from __future__ import annotations

__all__ = [
    "ArtefactError",
    "ArticleError",
    "CredscoreError",
    "LabelsError",
    "MissingDependencyError",
    "MissingReaderError",
    "ReadError",
    "WorkerError",
    "WriteError",
]


class CredscoreError(Exception):
    """The base of all errors of this library."""


class ArticleError(CredscoreError, ValueError):
    """An article that can't be scored; the message says what came and what was expected."""


class ReadError(CredscoreError, ValueError):
    """A file or row that can't be read as an article; the message names it."""


class WriteError(CredscoreError):
    """Results that can't be written; the message says where, and what is kept."""


class WorkerError(CredscoreError):
    """One of several processes was ended from outside; what was scored before it is kept."""


class ArtefactError(CredscoreError):
    """A trained artefact that is missing, changed or of another format."""


class LabelsError(CredscoreError, ValueError):
    """Labelled articles that a model can't be trained on; the message says what to mend."""


class MissingDependencyError(CredscoreError, ImportError):
    """An optional library is not installed; the message gives the pip command."""

    def __init__(self, library: str, extra: str, purpose: str, place: str | None = None) -> None:
        super().__init__(
            f"{place + ': ' if place else ''}{purpose} needs {library}, which is not installed: "
            f"pip install 'credscore[{extra}]'"
        )


class MissingReaderError(MissingDependencyError, ReadError):
    """A file or row whose form needs an optional library that is not installed.

    In a batch it is an error of its own file or row, as any `ReadError`; the others are read.
    """
