"""Files of every form, and everything that can be wrong with them."""

import gzip
import io
import json
import sys
import tracemalloc

import pytest

import credscore
from credscore.errors import MissingDependencyError, ReadError
from credscore.readers import Columns, read

TEXT = "The minister, Ana Silva, said on Monday that prices would fall by 3%."
ROW = {"headline": "Prices", "body": TEXT, "source": "The Herald", "url": "https://a.example/1"}


def all_of(source, **options):
    return list(read(source, on_error="yield", **options))


def test_text_keeps_its_title_and_its_offsets(tmp_path):
    file = tmp_path / "a.txt"
    file.write_bytes(f"Prices to fall\r\n\r\n{TEXT}\r\n".encode())
    (article,) = credscore.read(file)
    assert (article.title, article.id) == ("Prices to fall", str(file))
    assert article.text == f"Prices to fall\n\n{TEXT}\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Prices to fall\n\n{TEXT}", "Prices to fall"),
        (f"# Prices to fall\n{TEXT}", "Prices to fall"),
        (f"{TEXT}\n\nMore follows.", None),  # a first sentence is no title
        (f"Prices to fall\n{TEXT}", None),  # nor is a line that runs on
        ("Prices to fall", None),
        (f"{'word ' * 40}\n\n{TEXT}", None),
    ],
)
def test_the_first_line_is_a_title_only_when_it_stands_alone(tmp_path, text, title):
    file = tmp_path / "a.txt"
    file.write_text(text, encoding="utf-8")
    assert next(read(file)).title == title


def write_csv(file, delimiter=","):
    file.write_text(
        delimiter.join(["Headline", "Body", "Source", "URL"])
        + "\n"
        + delimiter.join(["Prices", f'"{TEXT}"', "The Herald", "https://a.example/1"])
        + "\n",
        encoding="utf-8",
    )


def write_parquet(file):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pyarrow.Table.from_pylist([{**ROW, "views": 7}]), file)


WRITERS = {
    "a.json": lambda file: file.write_text(json.dumps(ROW)),
    "list.json": lambda file: file.write_text(json.dumps([ROW])),
    "wrapped.json": lambda file: file.write_text(json.dumps({"status": "ok", "articles": [ROW]})),
    "a.jsonl": lambda file: file.write_text(json.dumps(ROW) + "\n\n"),
    "a.ndjson": lambda file: file.write_text(json.dumps(ROW)),
    "a.csv": write_csv,
    "semicolons.csv": lambda file: write_csv(file, ";"),
    "a.tsv": lambda file: write_csv(file, "\t"),
    "a.parquet": write_parquet,
}


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize("name", WRITERS)
def test_every_form_gives_the_same_article(tmp_path, name, packed):
    file = tmp_path / name
    WRITERS[name](file)
    if packed:
        data = file.read_bytes()
        file = tmp_path / f"{name}.gz"
        file.write_bytes(gzip.compress(data))
    (article,) = read(file)
    assert article.text == TEXT
    assert (article.title, article.publisher) == ("Prices", "The Herald")
    assert article.url == "https://a.example/1"
    assert article.id.startswith(str(file))


def test_what_is_packed_counts_not_its_name(tmp_path):
    packed = tmp_path / "a.txt"
    packed.write_bytes(gzip.compress(TEXT.encode()))
    assert next(read(packed)).text == TEXT
    plain = tmp_path / "b.txt.gz"
    plain.write_text(TEXT)
    (error,) = all_of(plain)
    assert str(error) == f"{plain}: not gzip, though its name ends in .gz"


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ({"text": TEXT, "content": "no"}, TEXT),
        ({"Article_Text": TEXT}, TEXT),
        ({"maintext": TEXT, "title": "t"}, TEXT),
        ({"article": {"id": 1}, "body": TEXT}, TEXT),
    ],
)
def test_the_text_is_found_by_its_usual_names(tmp_path, keys, chosen):
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(keys))
    assert next(read(file)).text == chosen


def test_named_columns_go_before_usual_names(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": "no", "lead": TEXT, "kicker": "Prices", "n": 7}))
    (article,) = read(file, columns=Columns(text="lead", title="kicker", id="n"))
    assert (article.text, article.title, article.id) == (TEXT, "Prices", "7")
    (error,) = all_of(file, columns=Columns(text="leed"))
    assert "no column 'leed'; there are: 'text', 'lead', 'kicker', 'n'" in str(error)


def test_the_choice_of_columns_is_logged(tmp_path, caplog):
    caplog.set_level("INFO", logger="credscore.readers")
    file = tmp_path / "a.jsonl"
    file.write_text(f"{json.dumps(ROW)}\n{json.dumps(ROW)}\n")
    assert len(all_of(file)) == 2
    (message,) = caplog.messages
    assert message.startswith(f"{file}: text from 'body', title from 'headline', url from 'url'")


def test_a_publisher_may_be_an_object(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": TEXT, "source": {"id": None, "name": "The Herald"}}))
    assert next(read(file)).publisher == "The Herald"


def test_links_keep_their_places_and_lone_surrogates_go(tmp_path):
    link = {"start": 4, "end": 12, "href": "https://a.example"}
    file = tmp_path / "a.json"
    file.write_text(
        json.dumps(
            {"text": TEXT + " \ud800", "links": [link, {"start": 1, "end": 9999, "href": ""}]}
        )
    )
    (article,) = read(file)
    assert article.text[article.links[0].start : article.links[0].end] == "minister"
    assert len(article.links) == 1
    assert article.text.encode().decode().endswith(" \ufffd")


def test_links_of_markdown_have_their_places(tmp_path):
    file = tmp_path / "a.md"
    text = (
        'As [Dawn reported](https://dawn.example/a_(1 "t") and [Geo](https://geo.example), he '
        "left. ![photo](https://a.example/p.png) [not a link] [local](page.md)"
    )
    file.write_text(text)
    (article,) = read(file)
    assert article.text == text
    assert [(text[link.start : link.end], link.href) for link in article.links] == [
        ("Dawn reported", "https://dawn.example/a_(1"),
        ("Geo", "https://geo.example"),
    ]


def test_html_in_a_column_is_read_as_a_page(tmp_path):
    pytest.importorskip("trafilatura")
    paragraphs = [f"{TEXT} In year {n} they had risen, he said." for n in range(9)]
    linked = '<p>It was <a href="/x">reported by Dawn</a> that he would not leave after all.</p>'
    html = "".join(f"<p>{text}</p>" for text in paragraphs) + linked
    rows = [
        {"content": html, "title": "Prices", "link": "https://a.example/1"},
        {"content": "<div></div>"},
        {"content": "<3 is what she wrote, and nobody knows why she did so on Monday."},
    ]
    file = tmp_path / "a.json"
    file.write_text(json.dumps(rows))
    page, empty, text = all_of(file)
    assert page.text.split("\n\n")[:9] == paragraphs
    assert page.title == "Prices"
    ((place, href),) = [((link.start, link.end), link.href) for link in page.links]
    assert page.text[slice(*place)] == "reported by Dawn"
    assert href == "https://a.example/x"
    assert str(empty) == f"{file}, item 2: 'content' holds HTML, and no article in it"
    assert text.text.startswith("<3")


def test_a_library_that_is_missing_costs_only_what_needs_it(tmp_path, monkeypatch):
    (tmp_path / "a.html").write_text(f"<html><body><p>{TEXT}</p></body></html>")
    rows = [{"text": TEXT}, {"text": f"<p>{TEXT}</p>"}]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, rows)))
    (tmp_path / "c.parquet").write_bytes(b"PAR1")
    (tmp_path / "d.txt").write_text(TEXT)
    for library in ("trafilatura", "pyarrow"):
        monkeypatch.setitem(sys.modules, library, None)
    page, row, row_of_html, table, text = all_of(tmp_path)
    assert (row.text, text.text) == (TEXT, TEXT)
    needed = "needs {}, which is not installed: pip install 'credscore[{}]'"
    pages = "reading pages " + needed.format("trafilatura", "html")
    assert str(page) == f"{tmp_path}/a.html: {pages}"
    assert str(row_of_html) == f"{tmp_path}/b.jsonl, line 2: {pages}"
    parquet = "reading Parquet " + needed.format("pyarrow", "parquet")
    assert str(table) == f"{tmp_path}/c.parquet: {parquet}"
    # Whoever reads it alone gets the kind of error that says so.
    with pytest.raises(MissingDependencyError, match="pip install"):
        list(read(tmp_path / "a.html"))


GOOD = json.dumps({"text": TEXT})
BAD_FILES = [
    ("missing.txt", None, "no such file or folder"),
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\n", "empty"),
    ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a page: the file is binary"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not text: the file is binary"),
    ("zeros.jsonl", b"\0" * 400, "not text: the file is binary"),
    ("a.json", b"{", "not JSON: expecting property name enclosed in double quotes at line 1"),
    ("a.json", b"7", "expected an article or a list of them, got int"),
    ("a.json", b"null", "got null"),
    ("a.json", b"[]", "the list is empty"),
    ("a.json", b"[" * 100_000, "nested too deeply"),
    ("a.json", b'{"url": "x"}', "no column for the text; there are: 'url'"),
    ("a.json", b'{"article": {"id": 1}, "score": 0.5}', "no column for the text"),
    ("a.csv", b"", "empty"),
    ("a.csv", b"text,title\n", "no rows under the header"),
    ("a.csv", b"a,b\n1,2\n", "no column for the text; there are: 'a', 'b'"),
    ("a.parquet", b"PAR1 no", "not Parquet"),
    ("a.parquet", b"", "not Parquet"),
    ("page.html", b"<html><body></body></html>", "no article found in this page"),
    ("cut.txt.gz", gzip.compress(TEXT.encode() * 50)[:60], "gzip file cut short"),
    ("bad.txt.gz", gzip.compress(TEXT.encode())[:12] + b"\xff" * 40, ""),
    ("big.html", b"The minister said so. " * 1_000_000, "larger than 20 MB"),
    ("big.txt", b"The minister said so. " * 240_000, "5,280,000 characters; expected one article"),
    (
        "big.jsonl",
        b'{"text": "' + b"The minister said so. " * 240_000 + b'"}',
        "line 1: 5,280,000 characters; expected one article",
    ),
]


@pytest.mark.parametrize(
    ("name", "data", "message"), BAD_FILES, ids=[f"{n}-{m[:20]}" for n, _, m in BAD_FILES]
)
def test_a_bad_file_is_one_error_that_names_it(tmp_path, name, data, message):
    file = tmp_path / name
    if data is not None:
        file.write_bytes(data)
    (error,) = all_of(file)
    assert isinstance(error, ReadError)
    assert str(error).startswith(f"{file}")
    assert message in str(error)
    assert "\n" not in str(error)
    with pytest.raises(ReadError):
        list(read(file))


def test_bad_rows_are_named_and_the_rest_is_read(tmp_path):
    file = tmp_path / "a.jsonl"
    lines = [GOOD, '{"text": "abc', "[1]", json.dumps({"text": 5}), json.dumps({"text": " "}), GOOD]
    file.write_text("\n".join(lines))
    results = all_of(file)
    assert [isinstance(result, ReadError) for result in results] == [0, 1, 1, 1, 1, 0]
    assert [str(result).removeprefix(f"{file}, ") for result in results[1:5]] == [
        "line 2: not JSON: unterminated string starting at column 10",
        "line 3: expected an object, got list",
        "line 4: 'text' must be a string, got int 5",
        "line 5: no text: 'text' is empty",
    ]
    assert results[5].id == f"{file}#6"


def test_a_file_of_broken_lines_is_given_up(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text("not json\n" * 1000)
    results = all_of(file)
    assert len(results) == 11
    assert "none of its first 10 lines is an article" in str(results[-1])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_lines_of_every_encoding(tmp_path, encoding):
    file = tmp_path / "a.jsonl"
    rows = [json.dumps({"text": f"{TEXT} “Café”"}, ensure_ascii=False)] * 2
    file.write_bytes("\n".join(rows).encode(encoding))
    assert [article.text for article in read(file)] == [f"{TEXT} “Café”"] * 2


def test_rows_before_a_cut_are_read(tmp_path):
    file = tmp_path / "a.jsonl.gz"
    rows = "\n".join(json.dumps({"text": f"{TEXT} {number**9}"}) for number in range(400))
    data = gzip.compress(rows.encode())
    file.write_bytes(data[: len(data) // 2])
    *articles, error = all_of(file)
    assert len(articles) > 50
    assert all(article.text.startswith(TEXT) for article in articles)
    assert str(error) == f"{file}: gzip file cut short; the rows before the cut were read"


def test_csv_cells_hold_line_ends_and_rows_of_another_width_are_errors(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text(f'title,text\nt,"{TEXT}\n\n{TEXT}"\nt,a,b\n"t"\n\nt,{TEXT.replace(",", "")}\n')
    first, wide, narrow, last = all_of(file)
    assert first.text == f"{TEXT}\n\n{TEXT}"
    assert "row 2: 3 cells, expected 2" in str(wide)
    assert "row 3: no text: 'text' is missing or empty" in str(narrow)
    assert last.text == TEXT.replace(",", "")


def test_csv_of_another_encoding_is_read_and_a_row_of_a_third_is_told(tmp_path):
    file = tmp_path / "a.csv"
    rows = [f"“{TEXT.replace(',', '')}” Café"] * 2000
    good = "\n".join(["text", *rows]).encode("cp1252")
    file.write_bytes(good)
    assert [article.text for article in read(file)] == rows
    file.write_bytes(
        good + b"\n" + b"\x81\x8d\x8f\x90\x9d" * 9 + b" prices\n" + rows[0].encode("cp1252")
    )
    *_, damaged, last = all_of(file)
    assert str(damaged) == f"{file}, row 2001: not cp1252, as the rest of the file is"
    assert last.text == rows[0]


def test_a_folder_is_walked_in_order_without_hidden_and_unknown_files(tmp_path, caplog):
    caplog.set_level("INFO", logger="credscore.readers")
    for name in ("b.txt", "a.txt", ".hidden.txt", "x.png", "sub/c.txt", ".git/d.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{name}. {TEXT}")
    assert [article.text.split(". ")[0] for article in read(tmp_path)] == [
        "a.txt",
        "b.txt",
        "sub/c.txt",
    ]
    assert caplog.messages == [f"{tmp_path}: 1 files of other forms left out"]
    (error,) = all_of(tmp_path / ".git", form=None)[1:] or all_of(tmp_path / "nothing")
    assert "no such file" in str(error)


def test_a_glob_is_sorted_and_says_when_nothing_matches(tmp_path):
    for name in ("b.txt", "a.txt", "c.md"):
        (tmp_path / name).write_text(TEXT)
    assert [article.id[-5:] for article in read(f"{tmp_path}/*.txt")] == ["a.txt", "b.txt"]
    (error,) = all_of(f"{tmp_path}/*.html")
    assert str(error).endswith("*.html: no file matches")


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (TEXT.encode(), None),
        (GOOD.encode(), None),
        (gzip.compress(f"[{GOOD}]".encode()), None),
        (f"text\n{TEXT.replace(',', '')}\n".encode(), "csv"),
    ],
    ids=["text", "jsonl", "json-gzip", "csv"],
)
def test_standard_input(monkeypatch, data, form):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    (article,) = read("-", form=form)
    assert article.text.replace(",", "") == TEXT.replace(",", "")


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet", "a.csv"])
def test_rows_are_read_in_constant_memory(tmp_path, name):
    file = tmp_path / name
    rows = [{"text": f"{TEXT} {number} " * 8} for number in range(20_000)]
    if name == "a.parquet":
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        parquet.write_table(pyarrow.Table.from_pylist(rows), file, row_group_size=1000)
    elif name == "a.csv":
        file.write_text("text\n" + "\n".join(f'"{row["text"]}"' for row in rows))
    else:
        file.write_text("\n".join(map(json.dumps, rows)))
    del rows
    next(read(file))
    tracemalloc.start()
    try:
        count = sum(1 for _ in read(file))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 20_000
    assert peak < 5_000_000  # the file's text is 12 MB


@pytest.mark.parametrize("name", [name for name in WRITERS if name != "wrapped.json"])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_standard_input_and_files_without_a_form_in_their_name_tell_it_themselves(
    tmp_path, monkeypatch, name, packed
):
    file = tmp_path / name
    WRITERS[name](file)
    data = file.read_bytes()
    data = gzip.compress(data) if packed else data
    unnamed = tmp_path / "articles"
    unnamed.write_bytes(data)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    for source in ("-", unnamed):
        (article,) = read(source)
        assert (article.text, article.title) == (TEXT, "Prices")


@pytest.mark.parametrize(
    "text",
    [
        "Body, mind and soul\n\nThe three, said Ana Silva, are one.",
        "Story\nFirst, the minister said that prices would fall.",
        "Text,title\n\nNobody knows why, he said.",
        f"{TEXT}\n{TEXT}, he said, and she agreed.",
        "name,label\nx,1",
    ],
)
def test_prose_with_commas_is_no_table(tmp_path, text):
    file = tmp_path / "article"
    file.write_text(text)
    (article,) = read(file)
    assert article.text == text
