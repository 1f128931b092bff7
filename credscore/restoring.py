"""A report back from the plain values that `Report.to_dict` gave."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from credscore.article import Article
from credscore.errors import ReadError
from credscore.findings import (
    Attribution,
    AttributionKind,
    Citation,
    CitationKind,
    Claim,
    Findings,
    Hedge,
    Source,
    SourceType,
    Span,
    Support,
)

if TYPE_CHECKING:
    from credscore.report import JsonValue, Report

__all__ = ["restore"]

Fields = Mapping[str, "JsonValue"]


def restore(fields: Fields, text: str | None) -> Report:
    """Make a report of its plain values.

    Parameters
    ----------
    fields : mapping
        As `Report.to_dict` gave them, or a line of JSON Lines output.
    text : str or None
        The article's text, which the values do not hold. Without it, a text of blanks takes its
        place, with the claims, hedges and citations where they stood.

    Returns
    -------
    Report
        Equal to the one that was saved, but for the text and its links.

    Raises
    ------
    ReadError
        If the values are of another schema, or something is missing.
    """
    from credscore.report import (
        SCHEMA,
        Calibration,
        Contribution,
        ModelIdentity,
        Reason,
        Report,
        Suggestion,
    )

    if fields.get("schema") != SCHEMA:
        raise ReadError(f"expected a report of schema {SCHEMA}, got {fields.get('schema')!r}")
    if "error" in fields:
        raise ReadError(f"no report: the article could not be scored: {fields['error']}")
    try:
        findings = _findings(fields)
        about = _object(fields, "article")
        low, high = (_float(end) for end in _list(fields, "interval"))
        calibration = _object(fields, "calibration")
        return Report(
            article=Article(
                _text(findings) if text is None else text,
                title=_words(about["title"]),
                url=_words(about["url"]),
                publisher=_words(about["publisher"]),
                date=_words(about["date"]),
                id=_words(about["id"]),
            ),
            words=_int(about["words"]),
            sentences=_int(about["sentences"]),
            score=_float(fields["score"]),
            interval=(low, high),
            level=_float(fields["level"]),
            models=tuple(
                ModelIdentity(str(item["name"]), str(item["sha256"]))
                for item in _objects(fields, "model")
            ),
            intercept=_float(fields["intercept"]),
            calibration=Calibration(_float(calibration["slope"]), _float(calibration["intercept"])),
            contributions=tuple(
                Contribution(
                    str(item["feature"]),
                    _float(item["value"]),
                    str(item["unit"]),
                    _float(item["contribution"]),
                    str(item["note"]),
                )
                for item in _objects(fields, "contributions")
            ),
            measures={name: _float(value) for name, value in _object(fields, "measures").items()},
            findings=findings,
            warnings=tuple(str(warning) for warning in _list(fields, "warnings")),
            # Reports of earlier versions have neither.
            reasons=tuple(
                Reason(
                    str(item["family"]),
                    str(item["text"]),
                    _float(item["contribution"]),
                    _ids(item, "features"),
                )
                for item in (_objects(fields, "reasons") if "reasons" in fields else ())
            ),
            suggestions=tuple(
                Suggestion(
                    str(item["feature"]),
                    _float(item["value"]),
                    _float(item["target"]),
                    _float(item["gain"]),
                    _float(item["score"]),
                    str(item["text"]),
                )
                for item in (_objects(fields, "suggestions") if "suggestions" in fields else ())
            ),
        )
    except (KeyError, TypeError, ValueError) as error:
        what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
        raise ReadError(f"not a report: {what}") from error


def _findings(fields: Fields) -> Findings:
    return Findings(
        attributions=tuple(
            Attribution(
                _span_or_none(item["source"]),
                _span_or_none(item["cue"]),
                tuple(_span(part) for part in _list(item, "content")),
                _words(item["source_id"]),
                cast("AttributionKind", item["kind"]),
            )
            for item in _objects(fields, "attributions")
        ),
        sources=tuple(
            Source(
                str(item["id"]),
                str(item["name"]),
                cast("SourceType", item["type"]),
                tuple(_span(mention) for mention in _list(item, "mentions")),
                _ids(item, "claims"),
                str(item["role"]),
                _bool(item["knows"]),
                _bool(item["anonymity"]),
                str(item["reason"]),
            )
            for item in _objects(fields, "sources")
        ),
        hedges=tuple(
            Hedge(str(item["id"]), *_place(item), str(item["text"]), str(item["holder"]))
            for item in _objects(fields, "hedges")
        ),
        citations=tuple(
            Citation(
                str(item["id"]),
                *_place(item),
                str(item["text"]),
                str(item["outlet"]),
                str(item["domain"]),
                str(item["url"]),
                cast("CitationKind", item["kind"]),
                str(item["country"]),
            )
            for item in _objects(fields, "citations")
        ),
        claims=tuple(
            Claim(
                str(item["id"]),
                *_place(item),
                str(item["text"]),
                cast("Support", item["support"]),
                _ids(item, "sources"),
                _ids(item, "hedges"),
                _ids(item, "citations"),
                _float(item["probability"]),
            )
            for item in _objects(fields, "claims")
        ),
    )


def _text(findings: Findings) -> str:
    """Blanks with the words that are known in their places."""
    worded: list[Claim | Hedge | Citation] = [
        *findings.claims,
        *findings.hedges,
        *findings.citations,
    ]
    spans = [mention for source in findings.sources for mention in source.mentions]
    for attribution in findings.attributions:
        spans += [*attribution.content]
        spans += [span for span in (attribution.source, attribution.cue) if span]
    end = max((item.end for item in (*worded, *spans)), default=0)
    letters = [" "] * end
    for item in worded:
        letters[item.start : item.end] = item.text
    return "".join(letters)


def _object(fields: Fields, name: str) -> Fields:
    value = fields[name]
    if not isinstance(value, dict):
        raise TypeError(f"{name!r} must be an object, got {type(value).__name__}")
    return value


def _list(fields: Fields, name: str) -> list[JsonValue]:
    value = fields[name]
    if not isinstance(value, list):
        raise TypeError(f"{name!r} must be a list, got {type(value).__name__}")
    return value


def _objects(fields: Fields, name: str) -> list[Fields]:
    values = _list(fields, name)
    if not all(isinstance(value, dict) for value in values):
        raise TypeError(f"{name!r} must hold objects alone")
    return cast("list[Fields]", values)


def _place(fields: Fields) -> tuple[int, int]:
    return _int(fields["start"]), _int(fields["end"])


def _span(value: JsonValue) -> Span:
    if not isinstance(value, list) or len(value) != 2:
        raise TypeError(f"a place must be [start, end], got {value!r}")
    return Span(_int(value[0]), _int(value[1]))


def _span_or_none(value: JsonValue) -> Span | None:
    return None if value is None else _span(value)


def _ids(fields: Fields, name: str) -> tuple[str, ...]:
    return tuple(str(value) for value in _list(fields, name))


def _words(value: JsonValue) -> str | None:
    return None if value is None else str(value)


def _int(value: JsonValue) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"expected a whole number, got {value!r}")
    return value


def _bool(value: JsonValue) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"expected true or false, got {value!r}")
    return value


def _float(value: JsonValue) -> float:
    if value is None:
        return math.nan
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"expected a number or null, got {value!r}")
    return float(value)
