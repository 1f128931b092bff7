"""Fills the pages' templates: everything escaped, nothing active, no script by default."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from credscore.rendering.marks import inert

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["fill", "web_address"]


def fill(template: str, script: str | None = None, **values: object) -> str:
    """Fill a template of this package.

    Parameters
    ----------
    template : str
        Its file name.
    script : str or None
        File name of the one script that the page may run; the content-security policy names its
        hash, and that of the styles, and forbids all else: no request leaves the page.
    **values : object
        What the template shows.

    Returns
    -------
    str
        A whole page.
    """
    style = _file("page.css") + str(values.pop("extra_style", ""))
    code = _file(script) if script else ""
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; "
        f"script-src {_hash(code) if script else chr(39) + 'none' + chr(39)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return (
        _environment()
        .get_template(template)
        .render(policy=policy, style=style, script=code, version=version("credscore"), **values)
    )


@cache
def _file(name: str) -> str:
    return files("credscore.rendering").joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined
    from markupsafe import Markup

    from credscore.rendering.words import hundredths, percent, raised

    def finalize(value: object) -> object:
        # Whatever a template prints passes here first, then through escaping.
        return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FunctionLoader(_file),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )
    environment.filters["hundredths"] = hundredths
    environment.filters["percent"] = percent
    environment.filters["raised"] = raised
    environment.filters["signed"] = lambda value: f"{value:+.2f}".replace("-", "−")
    # The styles and the script are this package's own.
    environment.filters["own"] = Markup
    return environment


def web_address(url: str | None) -> str | None:
    """The address if a browser may be sent there: http and https alone.

    Examples
    --------
    >>> web_address("javascript:alert(1)") is None
    True
    """
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
