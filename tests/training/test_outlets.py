"""Cleaning lists of outlets into the table that ships, and writing both lexicons by one command."""

import csv
import gzip

import pytest
from click.testing import CliRunner

from credscore.errors import LabelsError
from credscore.lexicons import read_sections
from credscore.training.lexicons import command
from credscore.training.outlets import build

FIELDS = ("name", "domain", "country", "kind", "lists")
KEPT = [
    # What a list has, and the row of the table.
    (("The Harbour Gazette", "www.harbourgazette.com", "KE", "newspaper", "fundus"),
     ("The Harbour Gazette", "harbourgazette.com", "Kenya")),
    (("<i>Delta Courier</i> (weekly)", "deltacourier.net", "", "newspaper", "mbfc"),
     ("Delta Courier", "deltacourier.net", "")),
    (("Ridge Valley Times - Hilltown", "ridgetimes.com", "NZ", "newspaper", "mbfc"),
     ("Ridge Valley Times", "ridgetimes.com", "New Zealand")),
    # A national ending says more of the country than a list does; some outlets are known by all.
    (("The Delta Star", "deltastar.com.my", "US", "newspaper", "mbfc"),
     ("The Delta Star", "deltastar.com.my", "Malaysia")),
    (("CNN", "edition.cnn.com", "", "newspaper", "mbfc"), ("CNN", "cnn.com", "United States")),
    # A library's gate to a paper is not the paper's address.
    (("Shoal Daily News", "ezproxy.library.edu", "US", "newspaper", "mbfc"),
     ("Shoal Daily News", "", "")),
    # An address at somebody else's host is not the outlet's, and its country is not sure.
    (("Lagoon Herald", "lagoon.blogspot.com", "BR", "newspaper", "mbfc"),
     ("Lagoon Herald", "", "")),
    # One spelling of a name, the outlet's own.
    (("Hurriyet", "hurriyet.com.tr", "Turkey", "newspaper", "mbfc"),
     ("Hürriyet", "hurriyet.com.tr", "Turkey")),
]  # fmt: skip
LEFT_OUT = [
    ("Journal of Tides", "tides.plos.org", "", "", "mbfc"),
    ("Ministry of Ports", "ports.gov", "", "", "mbfc"),
    ("Wave", "", "", "newspaper", "wikidata_newspapers"),
    ("A life", "alife.fr", "FR", "newspaper", "wikidata_newspapers"),
    ("The Harbour Foundation", "harbour.org", "", "", "mbfc"),
    ("", "empty.com", "", "", "mbfc"),
]


def write(folder, rows):
    file = folder / "data/outlets/outlets.csv.gz"
    file.parent.mkdir(parents=True)
    with gzip.open(file, "wt", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerows([FIELDS, *rows])


def table(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if not line.startswith("#")]


@pytest.fixture
def rows(tmp_path):
    write(tmp_path, [*(listed for listed, _ in KEPT), *LEFT_OUT])
    assert build(tmp_path, tmp_path / "outlets.tsv") == len(table(tmp_path / "outlets.tsv"))
    return table(tmp_path / "outlets.tsv")


@pytest.mark.parametrize("row", [row for _, row in KEPT])
def test_an_outlet_is_cleaned(rows, row):
    assert row in rows


@pytest.mark.parametrize("listed", LEFT_OUT)
def test_what_no_text_can_name_as_an_outlet_is_left_out(rows, listed):
    assert listed[0] not in {name for name, _, _ in rows}
    assert listed[1] not in {domain for _, domain, _ in rows if domain}


def test_one_name_of_several_outlets_has_no_domain_of_its_own(tmp_path):
    write(
        tmp_path,
        [
            ("Shore Echo", "shoreecho.com", "US", "newspaper", "mbfc"),
            ("Shore Echo", "shoreecho.ie", "IE", "newspaper", "mbfc"),
        ],
    )
    build(tmp_path, tmp_path / "outlets.tsv")
    domains = [row[1] for row in table(tmp_path / "outlets.tsv") if row[0] == "Shore Echo"]
    assert domains[0] == ""
    assert set(domains[1:]) == {"shoreecho.com", "shoreecho.ie"}


def test_an_address_that_a_list_gives_to_another_outlet_is_left_out(tmp_path):
    write(
        tmp_path,
        [
            ("People", "people.com", "", "", "wikipedia_perennial"),
            ("People", "people.com.cn", "", "", "fundus"),
        ],
    )
    build(tmp_path, tmp_path / "outlets.tsv")
    rows = table(tmp_path / "outlets.tsv")
    assert [row[1] for row in rows if row[0] == "People"] == ["people.com"]
    assert [row[0] for row in rows if row[1] == "people.com.cn"] == ["People's Daily"]


def test_a_missing_list_is_named(tmp_path):
    with pytest.raises(LabelsError, match=r"outlets\.csv\.gz is missing"):
        build(tmp_path, tmp_path / "outlets.tsv")


def test_one_command_writes_both_lexicons(corpora, tmp_path):
    write(corpora, [listed for listed, _ in KEPT])
    out = tmp_path / "out"
    out.mkdir()
    result = CliRunner().invoke(command, ["--data", str(corpora), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert ("Delta Courier", "deltacourier.net", "") in table(out / "outlets.tsv")
    written = (out / "names.txt").read_text(encoding="utf-8")
    assert "\nzuleika\n" in written
    kept = read_sections("credscore.features", "names.txt")["particle"]
    assert all(f"\n{word}\n" in written for word in kept)
