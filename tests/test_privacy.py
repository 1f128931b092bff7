"""Articles never leave the machine: nothing here opens a connection."""

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[1] / "samples" / "ferry-agreement.txt"
# Python tells of every connection, message and look-up of a name before it happens. A socket that
# is only made, and bound to the machine itself, sends nothing: so urllib3 finds out about IPv6.
GUARD = """
import os, sys

def refuse(event, arguments):
    if event == "socket.bind" and arguments[1][0] in ("::1", "127.0.0.1"):
        return
    if event == "socket.__new__":
        return
    # What processes of one machine say to each other goes through a file.
    if event in ("socket.connect", "socket.bind") and isinstance(arguments[1], (str, bytes)):
        return
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        sys.stderr.write(f"NETWORK {event} {arguments}")
        sys.stderr.flush()
        os._exit(99)

sys.addaudithook(refuse)
"""


def run(code, folder):
    return subprocess.run(
        [sys.executable, "-c", GUARD + code],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_guard_guards(tmp_path):
    for code in (
        "import socket; socket.socket().connect(('127.0.0.1', 9))",
        "import socket; socket.socket().bind(('0.0.0.0', 0))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import socket; socket.getaddrinfo('localhost', 80)",
    ):
        assert run(code, tmp_path).returncode == 99


MODULES = """
import importlib, pkgutil, credscore
for package in ("credscore", "credscore.features", "credscore.trained"):
    module = importlib.import_module(package)
    for found in pkgutil.walk_packages(module.__path__, package + "."):
        if found.name.startswith("credscore.training") or found.name.endswith("__main__"):
            continue
        try:
            importlib.import_module(found.name)
        except ImportError:
            pass
print("imported")
"""


def test_importing_every_module(tmp_path):
    result = run(MODULES, tmp_path)
    assert (result.returncode, result.stdout.strip()) == (0, "imported"), result.stderr


LINKED = (
    "<html><head><title>Ferry</title><link rel=stylesheet href=https://a.example/a.css>"
    "<script src=https://a.example/a.js></script></head><body><article>"
    + "<p>The minister, <a href='https://b.example/x'>Ana Silva</a>, said on Monday that prices "
    "would fall by 3%, Reuters reported. <img src=https://c.example/x.png></p>"
    * 9
    + "</article></body></html>"
)


@pytest.mark.parametrize(
    "arguments",
    [
        ("score", "article.html"),
        ("score", "article.html", str(SAMPLE), "--format", "jsonl"),
        ("score", "article.html", str(SAMPLE), "--format", "html", "-o", "pages"),
        ("score", str(SAMPLE), "--format", "csv", "--jobs", "2"),
        ("score", "https://b.example/x"),
        ("report", "article.html", "-o", "report.html"),
        ("compare", "article.html", str(SAMPLE)),
        ("measures",),
    ],
    ids=" ".join,
)
def test_a_command(arguments, tmp_path):
    if any(argument.endswith(".html") for argument in arguments[1:2]):
        pytest.importorskip("trafilatura")
    (tmp_path / "article.html").write_text(LINKED)
    code = f"from credscore.cli import main; sys.argv = {['credscore', *arguments]!r}; main()"
    result = run(code, tmp_path)
    assert "NETWORK" not in result.stderr
    assert result.returncode == (1 if "https://b.example/x" in arguments else 0), result.stderr


def test_a_score_and_a_page(tmp_path):
    code = (
        "import credscore; from credscore.rendering.page import render_page; "
        f"text = open({str(SAMPLE)!r}, encoding='utf-8').read(); "
        "report = credscore.score(text); page = render_page(report); report._repr_html_(); "
        "print(len(page) > 1000)"
    )
    result = run(code, tmp_path)
    assert (result.returncode, result.stdout.strip()) == (0, "True"), result.stderr
