"""Every command and snippet of the README works, and its figures are those of the model cards."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from credscore.trained import FOLDER

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for form, text in BLOCKS if form == "sh" for line in text.splitlines()]
SNIPPETS = [text for form, text in BLOCKS if form == "python"]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in README.partition("<!-- figures")[2].partition("<!-- /figures")[0].splitlines()
    if line.startswith("|") and not line.startswith("|---")
][1:]


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    return tmp_path


def run(command, folder):
    # The commands of the environment that runs the tests come first.
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_first_screen_has_the_two_commands():
    assert [command.partition(" && ")[2] for command in COMMANDS[:2]] == [
        "credscore score samples/ferry-agreement.txt",
        "pytest -n auto",
    ]
    assert README.index(COMMANDS[1]) < 1800


@pytest.mark.parametrize(
    "command", [command.partition(" && ")[2] or command for command in COMMANDS]
)
def test_a_command_works(command, folder):
    if command.startswith("pytest"):
        # It is what runs this test; here only that it finds the tests.
        command, folder = "pytest --collect-only -q tests/test_readme.py", ROOT
    result = run(command, folder)
    assert result.returncode == 0, result.stderr
    written = re.search(r" -o (\S+)", command)
    assert (folder / written[1]).stat().st_size if written else result.stdout.strip()
    assert not result.stderr


def test_what_is_installed_first_is_there():
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    known = extras["project"]["optional-dependencies"]
    asked = re.findall(r"pip install [^`\n]*'\.\[(\w+)\]'", README)
    assert asked
    assert set(asked) <= set(known)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=range(len(SNIPPETS)))
def test_a_snippet_works(snippet, folder):
    result = subprocess.run(
        [sys.executable, "-c", snippet], cwd=folder, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip()


def test_the_first_snippet_has_ten_lines():
    assert len(SNIPPETS[0].splitlines()) <= 10


@pytest.mark.parametrize("target", re.findall(r"\]\((?!https?://)([^)#]+)\)", README))
def test_a_link_leads_somewhere(target):
    if target.startswith("trained/"):
        assert (FOLDER / target.removeprefix("trained/")).is_file()
    elif target.endswith(".md"):
        # The wheel comes without them.
        assert not (ROOT / "credscore").is_dir() or (ROOT / target).is_file()
    else:
        assert (ROOT / target).is_file()


def test_there_are_figures_for_every_model_that_gives_a_number():
    named = {re.search(r"[a-z]+-v\d+", row[0])[0].partition("-")[0] for row in ROWS}
    assert named >= {"general", "health", "claims", "attribution"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row[:3])[:60])
def test_a_figure_stands_in_its_model_card(row):
    name = re.search(r"[a-z]+-v\d+", row[0])[0]
    card = (FOLDER / name / "MODEL_CARD.md").read_text(encoding="utf-8")
    figures = re.findall(r"(?<!\w)\d[\d,.]*%?(?!\w)", " ".join(row[1:]))
    assert 0 < float(row[3]) < 1
    for figure in (figure.rstrip(",.") for figure in figures):
        assert re.search(rf"(?<![\w.]){re.escape(figure)}(?!\d)", card), figure
