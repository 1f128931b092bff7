"""Bytes of every encoding that news comes in."""

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from credscore.errors import ReadError
from credscore.readers.decoding import decode, encoding_of, is_binary

ENGLISH = (
    "Islamabad — “The minister’s café policy won’t change,” said José Núñez. Prices fell by £3. "
)
LONG = "The minister said that prices would fall in the coming year. " * 40


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (LONG + ENGLISH, "cp1252"),
        (ENGLISH + LONG, "cp1252"),
        ("It’s a long story about a small thing, and nobody knows it.", "cp1252"),
        ("A £5m deal", "cp1252"),
        ("A café", "latin-1"),
        (LONG + ENGLISH, "mac_roman"),
        ("Министр сказал в понедельник, что цены вырастут в следующем году. " * 5, "cp1251"),
        ("وزیر نے پیر کو کہا کہ قیمتیں کم ہوں گی۔", "utf-8"),
        ("plain ASCII", "ascii"),
        ("a\u200cb\U0001f600", "utf-8"),
    ],
)
def test_the_text_comes_back(text, encoding):
    assert decode(text.encode(encoding)) == text


def test_a_page_is_read_as_it_says():
    page = '<html><head><meta charset="iso-8859-9"></head><p>Başbakan Erdoğan</p>'
    assert decode(page.encode("iso-8859-9"), declared=True) == page
    # But never against its own bytes.
    lying = page.replace("iso-8859-9", "ascii")
    assert decode(lying.encode("utf-8"), declared=True) == lying
    unknown = '<meta charset="klingon"><p>' + ENGLISH
    assert decode(unknown.encode("cp1252"), declared=True) == unknown


def test_a_few_damaged_characters_are_replaced_and_no_more():
    damaged = ENGLISH.encode() + b"\xff\xfe " + LONG.encode()
    assert decode(damaged).count("\ufffd") == 2
    cyrillic = "Цены вырастут. ".encode() * 3
    with pytest.raises(ReadError, match="encoding"):
        decode(cyrillic + b"\x81\x8d\x8f\x90\x9d" * 30 + cyrillic)


@pytest.mark.parametrize(
    ("data", "binary"),
    [
        (b"", False),
        (b"text\x0c page", False),
        (ENGLISH.encode("utf-16-le"), False),
        (b"%PDF-1.7 text", True),
        (b"PK\x03\x04", True),
        (b"GIF89a", True),
        (bytes(range(256)), True),
        (b"a\0b" * 9, True),
    ],
)
def test_binary_files_are_told(data, binary):
    assert is_binary(data) is binary


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
def test_the_encoding_of_a_stream_does_not_hang_on_its_pieces(size):
    data = (LONG + ENGLISH * 3).encode()
    pieces = [data[place : place + size] for place in range(0, len(data), size)]
    assert encoding_of(pieces) == "utf-8"


def test_a_stream_that_turns_out_not_to_be_utf8():
    late = LONG.encode() * 3 + ENGLISH.encode("cp1252")
    pieces = [late[place : place + 500] for place in range(0, len(late), 500)]
    assert encoding_of(pieces) == "cp1252"
    assert encoding_of([codecs.BOM_UTF8 + b"a"]) == "utf-8-sig"
    assert encoding_of([]) == "utf-8"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"])))
def test_utf8_is_never_mistaken(text):
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=300))
def test_no_bytes_end_in_another_error(data):
    with contextlib.suppress(ReadError):
        assert len(decode(data)) <= len(data)
