"""Whatever bytes a file holds, reading it ends in articles and errors that name it."""

import gzip
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from credscore.article import Article
from credscore.errors import ReadError
from credscore.readers import read

TEXT = "The minister, Ana Silva, said on Monday that prices would fall by 3% “soon”. "
ROW = json.dumps({"text": TEXT, "title": "t", "links": [{"start": 0, "end": 3, "href": "x"}]})
PAGE = f"<html><title>t</title><body><article>{f'<p>{TEXT}</p>' * 9}</article></body></html>"
FORMS = {
    "a.txt": TEXT,
    "a.html": PAGE,
    "a.json": f"[{ROW}, {ROW}]",
    "a.jsonl": f"{ROW}\n{ROW}\n",
    "a.csv": f'text,title\n"{TEXT}",t\n"{TEXT}",u\n',
    "a.tsv": f"text\ttitle\n{TEXT}\tt\n",
}


def results_of(file):
    found = list(read(file, on_error="yield"))
    for result in found:
        if isinstance(result, ReadError):
            assert str(result).startswith(str(file))
            assert "\n" not in str(result)
        else:
            assert isinstance(result, Article)
            assert result.text.strip()
            result.text.encode()
    return found


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("name", FORMS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_damaged_files(tmp_path, name, packed, data):
    whole = FORMS[name].encode()
    whole = gzip.compress(whole, mtime=0) if packed else whole
    start = data.draw(st.integers(0, len(whole)))
    cut = data.draw(st.integers(0, 40))
    junk = data.draw(st.binary(max_size=20))
    file = tmp_path / (f"{name}.gz" if packed else name)
    file.write_bytes(whole[:start] + junk + whole[start + cut :])
    assert results_of(file)


def test_a_damaged_parquet(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    file = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": [TEXT] * 50}), file)
    whole = file.read_bytes()
    assert len(results_of(file)) == 50
    for place in range(0, len(whole), 61):
        file.write_bytes(whole[:place] + b"\xff\x00\x13" + whole[place + 3 :])
        results_of(file)
        file.write_bytes(whole[:place])
        (error,) = results_of(file)
        assert isinstance(error, ReadError)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["text", "title", "url", "source", "links", "id", "x"]),
                inner,
                max_size=4,
            )
        ),
        max_leaves=8,
    )
)
def test_json_of_any_shape(tmp_path, value):
    for name in ("a.json", "a.jsonl"):
        file = tmp_path / name
        file.write_text(json.dumps(value))
        assert results_of(file)


def page(body, head=""):
    return PAGE.replace("<title>", f"{head}<title>").replace("</article>", f"{body}</article>")


LONG = {
    "one line.txt": (TEXT, "{}"),
    "links.txt": ("[a](http://b) ", TEXT + "{}"),
    "brackets.txt": ("[", TEXT + "{}"),
    "halves of links.txt": ("[a](http://", TEXT + "{}"),
    "paragraph.html": (TEXT, page("<p>{}</p>")),
    "elements.html": ("<a href=x>y</a> ", page("{}")),
    "open elements.html": ("<b><div>", page("{}")),
    "angles.html": ("<", page("{}")),
    "attributes.html": ("a=b ", page("<p {}>")),
    "blanks.html": (" \n", page("<p>{}</p>")),
    "metadata.html": ("<meta name=author content='Ana Silva'>", page("", "{}")),
    "declarations.html": ("<meta ", "{}" + PAGE),
    "depth.json": ("[", "{}"),
    "rows.jsonl": (f"{ROW}\n", "{}"),
    "broken rows.jsonl": ("{\n", "{}"),
    "marks.csv": ('"', "text\n{}"),
    "columns.csv": ("a,", "{}text\n"),
    "rows.tsv": (f"{TEXT}\ta\n", "text\ttitle\n{}"),
}


@pytest.mark.parametrize("name", LONG)
def test_reading_takes_linear_time(growth, tmp_path, name):
    piece, around = LONG[name]
    files = []
    for size in (15_000, 120_000):
        files.append(tmp_path / f"{size} {name}")
        whole = piece * (size // len(piece))
        files[-1].write_text(around.replace("{}", whole), encoding="utf-8")
    assert all(map(results_of, files))
    assert growth(results_of, *files) < 2


@pytest.mark.parametrize("address", ["http://[", "//[a", "https://a]b"])
def test_an_address_that_is_none(tmp_path, address):
    file = tmp_path / "a.html"
    file.write_text(PAGE.replace("<title>", f'<link rel="canonical" href="{address}"><title>'))
    (found,) = results_of(file)
    assert found.url is None


def test_a_column_whose_name_is_no_utf_8(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    file = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"text": [TEXT], "spare": [1]}), file, store_schema=False)
    file.write_bytes(file.read_bytes().replace(b"spare", b"\xffpare"))
    (error,) = results_of(file)
    assert "not Parquet" in str(error)
