"""What is scored: one article, as a reader or the caller gives it."""

from __future__ import annotations

from dataclasses import dataclass

from credscore.errors import ArticleError

__all__ = ["Article", "Link"]


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink in the text of an article.

    Attributes
    ----------
    start, end : int
        Offsets of the linked words in `Article.text`, end exclusive.
    href : str
        The address as the page gave it.
    """

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True)
class Article:
    """One news article.

    Attributes
    ----------
    text : str
        The body, exactly as every offset in a report refers to it.
    title, url, publisher, date, id : str or None
        What is known of it. The publisher is never counted as a citation of another outlet.
    links : tuple of Link
        Hyperlinks with their place in `text`.

    Raises
    ------
    ArticleError
        If `text` is not a string, or a link lies outside it.

    Examples
    --------
    >>> Article("The minister said prices would fall.", title="Prices").title
    'Prices'
    """

    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    date: str | None = None
    links: tuple[Link, ...] = ()
    id: str | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise ArticleError(
                f"an article's text must be a string, got {type(self.text).__name__}"
            )
        object.__setattr__(self, "links", tuple(self.links))
        for link in self.links:
            if not 0 <= link.start <= link.end <= len(self.text):
                raise ArticleError(
                    f"link {link.href!r} spans [{link.start}, {link.end}], "
                    f"outside the text of {len(self.text)} characters"
                )
