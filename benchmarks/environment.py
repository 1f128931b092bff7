"""What a run was made with: versions and the machine, without names or places."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version

from credscore.artefacts import identify
from credscore.report import JsonValue
from credscore.trained import shipped

__all__ = ["environment"]

_LIBRARIES = (
    "credscore",
    "matplotlib",
    "numpy",
    "scikit-learn",
    "scipy",
    "spacy",
    "textacy",
    "textdescriptives",
    "textstat",
    "trafilatura",
)


def environment() -> dict[str, JsonValue]:
    """Versions of Python and the libraries that are here, hashes of the models, cores."""
    libraries: dict[str, JsonValue] = {}
    for name in _LIBRARIES:
        try:
            libraries[name] = version(name)
        except PackageNotFoundError:
            continue
    models: dict[str, JsonValue] = {}
    for _, folder in sorted(shipped().items()):
        identity = identify(folder)
        models[identity.name] = identity.sha256
    return {
        "python": platform.python_version(),
        "system": platform.system(),
        "architecture": platform.machine(),
        "cores": os.cpu_count(),
        "libraries": libraries,
        "models": models,
    }
