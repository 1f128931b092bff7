"""The command line as a whole: verbs, help, exit codes, and what goes to which stream."""

import subprocess
import sys

import pytest
from click.testing import CliRunner

from credscore.cli import main


@pytest.fixture
def run():
    return lambda *args, **options: CliRunner().invoke(main, list(map(str, args)), **options)


def test_help_names_every_verb_with_an_example(run):
    result = run("--help")
    assert result.exit_code == 0
    for verb in ("score", "report", "compare", "measures", "train", "evaluate", "completion"):
        assert f"\n  {verb}" in result.stdout
    assert "credscore score article.txt" in result.stdout
    assert run("-h").stdout == result.stdout


@pytest.mark.parametrize(
    "verb", ["score", "report", "compare", "measures", "train", "evaluate", "completion"]
)
def test_each_verb_has_an_example_to_paste(run, verb):
    result = run(verb, "--help")
    assert result.exit_code == 0
    assert f"credscore {verb} " in result.stdout.partition("Example")[2]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["scroe", "a.txt"], "Did you mean 'score'?"),
        (["measure"], "Did you mean 'measures'?"),
        (["xyzzy"], "There are: score, report"),
        ([__file__], f"To score a file: credscore score {__file__}"),
        (["score", "--formt", "csv", "a.txt"], "--format"),
        (["score", "--format", "cvs", "a.txt"], "'csv'"),
        (["score"], "FILE"),
        (["score", "a.txt", "--brief", "--format", "csv"], "--brief"),
        (["score", "a.txt", "--jobs", "0"], "--jobs"),
        (["score", "a.txt", "--format", "parquet"], "--output"),
        (["score", "a.txt", "--resume"], "--resume"),
        (["measures", "nosuchword"], "nosuchword"),
        (["score", "a.txt", "--model", "nosuchmodel"], "nosuchmodel"),
    ],
)
def test_wrong_usage_is_exit_code_2_with_a_hint(run, words, hint):
    result = run(*words)
    assert result.exit_code == 2
    assert hint in result.stderr
    assert result.stdout == ""


def test_the_version(run):
    assert run("--version").stdout.startswith("credscore ")


def test_only_the_verb_that_runs_is_imported():
    code = (
        "import sys; from credscore.cli import main; "
        "main(['measures', 'hedge'], standalone_mode=False); "
        "heavy = {'rich.console', 'trafilatura', 'pandas', 'sklearn', 'jinja2', 'pyarrow'}; "
        "assert not heavy & set(sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_that_stops_early_is_no_error():
    code = "import sys; from credscore.cli import main; main(['measures'] )"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0
