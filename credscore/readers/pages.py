"""Articles in web pages."""

from __future__ import annotations

from credscore.article import Article
from credscore.errors import MissingDependencyError, ReadError
from credscore.readers.decoding import decode

__all__ = ["read_page"]


def read_page(data: bytes, name: str) -> Article:
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingDependencyError("trafilatura", "html", "reading pages") from error
    page = bare_extraction(decode(data, declared=True), with_metadata=True, include_comments=False)
    if page is None or not page.text:
        raise ReadError(f"{name}: no article found in this page")
    return Article(
        page.text, title=page.title, url=page.url, publisher=page.sitename, date=page.date, id=name
    )
