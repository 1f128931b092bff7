"""Sourcing rules of newsrooms that an article breaks, each in one sentence with its standard.

Only rules that the findings decide reliably are here; the rest of the published ones are measures,
or nothing. A warning says what was found and what the standard asks for, never that a claim is
false.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from credscore.document import Document
from credscore.features.evidence import voices
from credscore.features.source_nouns import source_words
from credscore.findings import Claim, Findings, Source

__all__ = ["rule_warnings"]

# Fewer claims or quotations make no pattern.
_FEWEST_CLAIMS = 3
_FEWEST_VAGUE = 3
_VAGUE_SHARE = 0.125
_QUOTATION_WORDS = 5
_FEWEST_UNSPOKEN = 2
_LONGEST_NAME = 60
_IDENTIFIED = frozenset(("document", "named", "organisation", "outlet"))


def rule_warnings(document: Document, findings: Findings) -> tuple[str, ...]:
    """Say which sourcing rules an article breaks.

    Parameters
    ----------
    document : Document
        The article, cut.
    findings : Findings
        What was found in it.

    Returns
    -------
    tuple of str
        Whole sentences without a full stop, each beginning with the standard.

    Examples
    --------
    >>> from credscore.article import Article
    >>> from credscore.extraction import extract
    >>> text = "The pact was signed in May, one analyst said on condition of anonymity."
    >>> document = Document(Article(text))
    >>> rule_warnings(document, extract(document))[0]
    'AP asks why a source is anonymous: no reason is given for analyst'
    """
    return (
        *_anonymous(findings.sources),
        *_bare(findings.sources),
        *_single(findings),
        *_vague(findings.claims),
        *_unspoken(document, findings),
    )


def _shown(source: Source) -> str:
    name = source.name
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def _anonymous(sources: Sequence[Source]) -> Iterator[str]:
    """AP and SPJ: the reason for anonymity is stated."""
    unexplained = [
        _shown(source)
        for source in sources
        if source.type == "anonymous" and not source.reason and not _is_bare(source)
    ]
    if unexplained:
        yield f"AP asks why a source is anonymous: no reason is given for {_listed(unexplained)}"


def _is_bare(source: Source) -> bool:
    words = source.name.lower().split()
    return (
        bool(words)
        and words[-1] in {"source", "sources", "insiders"}
        and (set(words[:-1]) <= source_words("vague source"))
    )


def _bare(sources: Sequence[Source]) -> Iterator[str]:
    """AP Stylebook: a source is described; Reuters: the number of sources can be told."""
    bare = [source for source in sources if source.type == "anonymous" and _is_bare(source)]
    if not bare:
        return
    words = _listed([f"“{_shown(source)}”" for source in bare])
    yield f"AP asks that an anonymous source be described: {words} tells nothing of who it is"
    if any(source.name.lower().split()[-1] == "sources" for source in bare):
        yield f"Reuters asks how many sources there are: {words} does not tell"


def _single(findings: Findings) -> Iterator[str]:
    """Reuters: two independent sources; BBC: a single source is named and on the record."""
    sourced = [claim for claim in findings.claims if claim.sources]
    if len(sourced) < _FEWEST_CLAIMS:
        return
    used = {source for claim in sourced for source in claim.sources}
    # A spokesperson is no second source beside the body that is spoken for.
    voice = voices(findings.sources)
    if len({voice[source] for source in used}) > 1:
        return
    heard = [source for source in findings.sources if source.id in used]
    source = next((source for source in heard if not source.speaks_for), heard[0])
    yield (
        f"Reuters asks for two independent sources: all {len(sourced)} sourced claims rest on "
        f"{_shown(source)}"
    )
    if source.type in {"unnamed", "anonymous", "group"} and not source.speaks_for:
        yield f"BBC asks that a single source be named and on the record: {_shown(source)} is not"


def _vague(claims: Sequence[Claim]) -> Iterator[str]:
    """NPR: "officials say" and "reportedly" are no sourcing."""
    vague = sum(claim.support == "vague" for claim in claims)
    if vague >= max(_FEWEST_VAGUE, _VAGUE_SHARE * len(claims)):
        yield f"NPR asks who says so: {vague} claims rest on nobody in particular"
    identified = sum(claim.support in _IDENTIFIED for claim in claims)
    if len(claims) >= _FEWEST_CLAIMS and not identified:
        yield (
            f"Reuters asks for named sources: none of the {len(claims)} claims rests on an "
            "identified one"
        )


def _unspoken(document: Document, findings: Findings) -> Iterator[str]:
    """Reuters: the speaker is identified by the end of the first quoted sentence."""
    long = [
        quotation
        for quotation, words in zip(document.quotations, document.quotation_words, strict=True)
        if words >= _QUOTATION_WORDS
    ]
    if len(long) < _FEWEST_UNSPOKEN:
        return
    spoken = bytearray(len(document.words))
    for attribution in findings.attributions:
        if attribution.source_id is not None:
            for part in attribution.content:
                first, last = document.token_range(part.start, part.end)
                spoken[first:last] = b"\1" * (last - first)
    unheard = [quotation for quotation in long if 1 not in spoken[quotation.start : quotation.end]]
    if len(unheard) < _FEWEST_UNSPOKEN:
        return
    carried = {
        document.sentence_at(claim.start).index for claim in findings.claims if claim.sources
    }
    silent = 0
    for quotation in unheard:
        sentences = range(
            document.sentence_of[quotation.start], document.sentence_of[quotation.end - 1] + 1
        )
        if document.sentences[sentences[0]].kind == "body" and carried.isdisjoint(sentences):
            silent += 1
    if silent >= _FEWEST_UNSPOKEN:
        yield f"Reuters asks who speaks: {silent} quotations have no speaker"


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:3])
    if len(names) > len(shown):
        shown.append(f"{len(names) - len(shown)} more")
    return shown[0] if len(shown) == 1 else ", ".join(shown[:-1]) + " and " + shown[-1]
