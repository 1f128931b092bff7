"""What is installed, and what must not be."""

import ast
import subprocess
import sys
import tomllib
from importlib import metadata
from importlib.resources import files
from pathlib import Path, PurePath

import pytest

import credscore

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SOURCE = (ROOT / "credscore").is_dir()
FOLDERS = {"credscore.features": "features", "credscore.trained": "trained"}

needs_source = pytest.mark.skipif(not SOURCE, reason="the source is not here, only the wheel")


def run(code, folder):
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", ["features", "trained"])
def test_nothing_is_importable_by_its_bare_name(name, tmp_path):
    result = run(f"import {name}", tmp_path)
    assert result.returncode == 1
    assert f"No module named '{name}'" in result.stderr


@pytest.mark.parametrize("name", PROJECT["tool"]["setuptools"]["packages"])
def test_every_package_is_importable_from_anywhere(name, tmp_path):
    result = run(f"import {name}; print({name}.__file__)", tmp_path)
    assert result.returncode == 0, result.stderr
    assert Path(result.stdout.strip()).name == "__init__.py"


def test_the_installed_version_is_that_of_the_project():
    installed = metadata.metadata("credscore")
    assert installed["Version"] == PROJECT["project"]["version"]
    extras = PROJECT["project"]["optional-dependencies"]
    assert set(installed.get_all("Provides-Extra")) == set(extras)
    assert {"html", "parquet", "train", "spark", "test"} <= set(extras)


@pytest.mark.parametrize(
    "place",
    [
        "py.typed",
        "furniture.txt",
        "abbreviations.txt",
        "features/attribution.txt",
        "features/outlets.tsv",
        "trained/general-v1/model.json",
        "trained/general-v1/MODEL_CARD.md",
        "trained/attribution-v1/manifest.json",
    ],
)
def test_data_lie_beside_their_modules(place):
    folder, _, name = place.rpartition("/")
    if folder.startswith("trained"):
        name, folder = place.removeprefix("trained/"), "trained"
    package = f"credscore.{folder}" if folder else "credscore"
    assert files(package).joinpath(name).is_file()


@pytest.mark.skipif(
    Path(credscore.__file__).is_relative_to(ROOT), reason="the source runs, not the wheel"
)
def test_a_wheel_holds_each_file_once():
    names = [str(name) for name in metadata.files("credscore")]
    assert len(names) == len(set(names))
    tops = {Path(name).parts[0] for name in names}
    assert not tops & {"features", "trained", "tests", "samples"}
    assert sum(name.endswith("/outlets.tsv") for name in names) == 1


@needs_source
def test_every_folder_with_modules_is_a_package():
    packages = set(PROJECT["tool"]["setuptools"]["packages"])
    found = {
        ".".join(place.parent.relative_to(ROOT).parts)
        for place in ROOT.joinpath("credscore").glob("**/__init__.py")
        if not place.parent.is_symlink()
    }
    assert found - set(FOLDERS) == packages - set(FOLDERS)
    assert set(FOLDERS) <= packages


@needs_source
@pytest.mark.parametrize("name", ["features", "trained"])
def test_the_links_for_editors_lead_to_the_folders(name):
    link = ROOT / "credscore" / name
    assert link.is_symlink()
    assert link.resolve() == ROOT / name


@needs_source
def test_every_data_file_is_declared():
    declared = PROJECT["tool"]["setuptools"]["package-data"]
    undeclared = []
    for package in PROJECT["tool"]["setuptools"]["packages"]:
        folder = ROOT / FOLDERS.get(package, package.replace(".", "/"))
        patterns = declared.get(package, ())
        covered = {place for pattern in patterns for place in folder.glob(pattern)}
        # The artefacts of `trained` are folders without modules.
        depth = "*/*" if package == "credscore.trained" else "*"
        undeclared += [
            place.relative_to(ROOT).as_posix()
            for place in folder.glob(depth)
            if place.is_file() and place.suffix not in {".py", ".pyc"} and place not in covered
        ]
    assert undeclared == []


@needs_source
def test_no_bytecode_is_declared():
    bytecode = PurePath("__pycache__/__init__.cpython-311.pyc")
    declared = PROJECT["tool"]["setuptools"]["package-data"]
    assert not [each for patterns in declared.values() for each in patterns if bytecode.match(each)]


# What a library is called on import, where that is not its name on the package index.
_IMPORTED_AS = {"python-crfsuite": "pycrfsuite", "scikit-learn": "sklearn",
                "charset-normalizer": "charset_normalizer"}  # fmt: skip
# Come with Jinja and scikit-learn, which can't do without them.
_COME_ALONG = {"markupsafe", "scipy"}


@needs_source
def test_every_imported_library_is_declared():
    project = PROJECT["project"]
    extras = project["optional-dependencies"].values()
    listed = [*project["dependencies"], *(entry for extra in extras for entry in extra)]
    names = {entry.partition(">")[0].partition("[")[0].partition("<")[0] for entry in listed}
    declared = {_IMPORTED_AS.get(name, name) for name in names} | _COME_ALONG | {"credscore"}
    places = [
        *ROOT.joinpath("credscore").rglob("*.py"),
        *ROOT.joinpath("features").rglob("*.py"),
        *ROOT.joinpath("trained").rglob("*.py"),
    ]
    unknown = set()
    for place in places:
        for node in ast.walk(ast.parse(place.read_text(encoding="utf-8"))):
            modules = []
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules = [node.module]
            tops = {module.partition(".")[0] for module in modules}
            unknown |= tops - declared - set(sys.stdlib_module_names)
    assert unknown == set()
