"""credscore measures."""

import json

from click.testing import CliRunner

from credscore.cli import main
from credscore.features.measures import MEASURES


def run(*args):
    return CliRunner().invoke(main, ["measures", *args])


def test_every_measure_is_listed_with_unit_range_direction_and_origin():
    shown = run().stdout
    for item in MEASURES:
        assert f"{item.name}\n  {item.description}\n  {item.unit}, 0 " in shown
        assert item.origin in shown
    assert f"{len(MEASURES)} of {len(MEASURES)} measures" in shown


def test_words_choose():
    rows = json.loads(run("--format", "json", "HEDGE", "ratio").stdout)
    assert rows
    assert all("hedge" in (row["name"] + row["description"]).lower() for row in rows)
    assert {"range", "better", "undefined", "origin", "link", "unit"} <= set(rows[0])
    assert [row for row in rows if row["unit"] == "ratio" and row["range"] != "0 to 1"] == []
