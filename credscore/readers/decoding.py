"""From bytes to text: byte order marks, UTF-8, declared encodings, and a detector for the rest."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from credscore.errors import ReadError

__all__ = ["damaged", "decode", "encoding_of", "is_binary"]

_MARKS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<meta[^<>]+charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^<>]+encoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
# Beyond these, a detector on English news guesses code pages that nobody has written since DOS.
_CANDIDATES = [
    *("cp1252", "cp1250", "cp1251", "cp1254", "cp1256", "mac_roman"),
    *("utf_16", "big5", "gb18030", "shift_jis", "euc_kr"),
]
_DETECTED_FROM = 200_000
# More damaged characters than this, in a text or per 10,000 of it, and it is not that encoding.
_DAMAGED = 3


def is_binary(head: bytes) -> bool:
    """Say whether the first bytes of a file are those of no text.

    Examples
    --------
    >>> is_binary(bytes([0x89]) + b"PNG" + bytes([13, 10, 26, 10, 0, 0]))
    True
    >>> is_binary("Dhaka — 2°C".encode())
    False
    """
    if head.startswith(tuple(mark for mark, _ in _MARKS)) or _wide(head):
        return False
    if head.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf")):
        return True
    controls = sum(byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b" for byte in head)
    # A stray control character is the writer's; one in fifty is a machine's.
    return b"\0" in head or controls * 50 > len(head) > 0


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a byte order mark by its zero bytes, all on one side of the pairs."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half < 8:
        return None
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def encoding_of(chunks: Iterable[bytes], declared: bool = False) -> str:
    """Find the encoding of a stream without keeping it.

    Parameters
    ----------
    chunks : iterable of bytes
        The whole stream in pieces.
    declared : bool
        Whether to believe what an HTML or XML head says, where the bytes are not UTF-8.

    Returns
    -------
    str
        A name that `codecs` knows; "utf-8" where the bytes are valid UTF-8.

    Raises
    ------
    ReadError
        If no known encoding fits; the message lacks the file's name, which the caller knows.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    head = b""
    told: str | None = None
    for chunk in chunks:
        if not head:
            head = chunk[:4096]
            for mark, name in _MARKS:
                if chunk.startswith(mark):
                    return name
            if wide := _wide(chunk):
                return wide
            told = _declaration(head) if declared else None
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            # What came before is ASCII or nearly: the bytes that tell are here.
            return _guess(chunk, error.start, told)
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return _guess(head, 0, told)
    return "utf-8"


def _declaration(head: bytes) -> str | None:
    match = _DECLARED.search(head)
    if not match:
        return None
    name = (match[1] or match[2]).decode("ascii")
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    # Browsers read these as Windows-1252, and so were the pages written.
    return "cp1252" if known in ("iso8859-1", "ascii") else known


def _guess(chunk: bytes, damage: int, told: str | None) -> str:
    around = chunk[max(0, damage - _DETECTED_FROM // 2) : damage + _DETECTED_FROM // 2]
    if told is not None and _fits(around, told):
        return told
    # Pasted text: a few bytes of another encoding in a text that is UTF-8 otherwise.
    if told != "cp1252" and _fits(around, "utf-8") and _multibyte(around):
        return "utf-8"
    from charset_normalizer import from_bytes

    best = from_bytes(around, cp_isolation=_CANDIDATES).best()
    # Scripts other than Latin have more bytes that are not ASCII than an English text ever has.
    foreign = sum(byte >= 0x80 for byte in around) * 10 > len(around)
    if foreign and best is not None and best.encoding not in ("cp1250", "cp1254", "mac_roman"):
        return best.encoding
    # These differ from Windows-1252 in few places and are far rarer in English. A Mac's quotation
    # marks are bytes that Windows-1252 gives to letters no English word has.
    if best is not None and best.encoding == "mac_roman" and not _plausible(around):
        return "mac_roman"
    if _fits(around, "cp1252"):
        return "cp1252"
    raise ReadError("the encoding is not known; save it as UTF-8")


def _plausible(sample: bytes) -> bool:
    """Whether the bytes that are not ASCII are mostly Windows-1252's punctuation and letters."""
    high = [byte for byte in sample if byte >= 0x80]
    common = sum(
        byte in b"\x85\x91\x92\x93\x94\x95\x96\x97\xa0\xa3" or byte >= 0xE0 for byte in high
    )
    return common * 2 >= len(high)


def _multibyte(sample: bytes) -> bool:
    return any(0xC2 <= byte <= 0xF4 for byte in sample) and any(
        letter >= "\x80" and letter != "\ufffd" for letter in sample.decode("utf-8", "replace")
    )


def _fits(data: bytes, encoding: str) -> bool:
    """Whether decoding replaces a few characters at most."""
    return not damaged(data.decode(encoding, "replace"))


def damaged(text: str) -> bool:
    """Whether more than a few characters of a decoded text had to be replaced."""
    return text.count("\ufffd") > _DAMAGED * (1 + len(text) // 10_000)


def decode(data: bytes, declared: bool = False) -> str:
    """Decode a whole text; offsets count its characters, line ends as they are in the file.

    Parameters
    ----------
    data : bytes
        The file.
    declared : bool
        Whether to believe what an HTML or XML head says, where the bytes are not UTF-8.

    Returns
    -------
    str
        The text without byte order mark.

    Raises
    ------
    ReadError
        If the bytes are no text, or no known encoding fits. A few damaged characters are
        replaced, never more than 3 in 10,000.

    Examples
    --------
    >>> decode("“Prices”, he said".encode("cp1252"))
    '“Prices”, he said'
    """
    if is_binary(data[:2048]):
        raise ReadError("not text: the file is binary")
    encoding = encoding_of([data], declared)
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    if damaged(text):
        raise ReadError(
            f"not {encoding}: {text.count(chr(0xFFFD)):,} characters can't be decoded; "
            "save it as UTF-8"
        )
    return text
