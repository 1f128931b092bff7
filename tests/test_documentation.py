"""The pages in docs/: nothing public is left out, and what they show is there."""

import re
from pathlib import Path

import click
import pytest

import credscore
from credscore import errors
from credscore.cli import main
from credscore.findings import SOURCE_TYPES, SUPPORTS

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = {path.stem: path.read_text(encoding="utf-8") for path in DOCS.glob("*.md")}


def test_every_public_name_is_documented():
    named = set(re.findall(r"auto\w+:: credscore\.(\w+)$", PAGES["python"], re.MULTILINE))
    # The errors come as a module.
    assert named | set(errors.__all__) | {"__version__"} >= set(credscore.__all__)


def test_the_index_leads_to_every_page():
    listed = PAGES["index"].split("```{toctree}")[1].split("```")[0].split("\n\n")[1].split()
    assert sorted(listed) == sorted(set(PAGES) - {"index"})


@pytest.mark.parametrize("word", [*SUPPORTS, *SOURCE_TYPES])
def test_every_term_is_explained(word):
    assert f"`{word}`" in PAGES["terms"]


COMMANDS = [
    line
    for page in PAGES.values()
    for block in re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    for line in block.splitlines()
]


@pytest.mark.parametrize("line", COMMANDS)
def test_commands_have_verbs_and_options_that_there_are(line):
    name, verb, *words = line.split()
    assert name == "credscore"
    command = main.get_command(click.Context(main), verb)
    known = {option for parameter in command.params for option in parameter.opts}
    assert {word for word in words if word.startswith("-")} <= known
