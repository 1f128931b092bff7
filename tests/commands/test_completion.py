"""Shell completion."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

from credscore.cli import main


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_lines_call_credscore_back(shell):
    shown = CliRunner().invoke(main, ["completion", shell])
    assert shown.exit_code == 0
    assert f"_CREDSCORE_COMPLETE={shell}_complete" in shown.stdout


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ("credscore ", "1", {"score", "report", "measures", "completion"}),
        ("credscore me", "1", {"measures"}),
        ("credscore score --form", "2", {"--format"}),
        ("credscore score --format j", "3", {"json", "jsonl"}),
    ],
)
def test_bash_is_answered(words, place, expected):
    done = subprocess.run(
        [sys.executable, "-c", "from credscore.cli import main; main(prog_name='credscore')"],
        env={
            **os.environ,
            "_CREDSCORE_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": place,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    offered = {line.partition(",")[2] for line in done.stdout.split()}
    assert expected <= offered
    assert words.endswith(" ") or offered == expected
