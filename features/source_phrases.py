"""How far the noun phrase of a source reaches.

By the guide a mention takes its title, its appositive and a prepositional description, and leaves
out a relative clause and all after it. The tagger's spans follow another corpus, and cut titles and
appositives off at times.
"""

from __future__ import annotations

from credscore.document import Document
from credscore.features.cues import lexicon_class, words_of
from credscore.features.names import Names, name_words

__all__ = ["head_index", "split_coordination", "whole_phrase"]

_RELATIVE = frozenset(("who", "whom", "which", "whose", "where", "when"))
_ENDS = frozenset(
    (
        ",",
        ".",
        ";",
        ":",
        "-",
        "–",
        "—",
        "--",
        "(",
        '"',
        "“",
        "”",
        "'",
        "’",
        "‘",
        "'s",
        "s",
        "''",
        "``",
        "«",
        "»",
    )
)
_STARTS = _ENDS | frozenset((")", "and", "but", "or", "that", "while", "as", "when", "because"))
_DETERMINERS = frozenset(
    ("a", "an", "the", "his", "her", "its", "their", "our", "my", "one", "another")
)
_PREPOSITIONS = frozenset(
    ("of", "for", "from", "in", "at", "with", "on", "to", "by", "within", "inside", "close", "near",
     "among", "about", "between", "across", "under", "against", "around", "behind", "after", "into")
)  # fmt: skip
_PARTICIPLES = frozenset(
    ("speaking", "citing", "quoting", "talking", "referring", "adding", "noting", "including",
     "appearing", "writing", "addressing", "responding", "according")
)  # fmt: skip
_LONGEST_APPOSITIVE = 25


def _is_verb(norm: str) -> bool:
    return any(
        part in ("speech", "act", "stance", "evidence") for part in lexicon_class(norm).split("+")
    )


def whole_phrase(document: Document, names: Names, first: int, last: int) -> tuple[int, int]:
    """The token range of a source's whole noun phrase.

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names.
    first, last : int
        Tokens that a tagger or a rule found, end exclusive.

    Returns
    -------
    tuple of int
        Tokens, end exclusive; empty where nothing is left.
    """
    norms = document.norms
    first, last = _trimmed(norms, first, last)
    if first >= last:
        return first, first
    last = _before_relative(document, names, first, last)
    first = _with_title(document, names, first)
    last = _with_name_end(names, last)
    last = _with_appositive(document, first, last)
    return _trimmed(norms, first, last)


def _trimmed(norms: list[str], first: int, last: int) -> tuple[int, int]:
    while first < last and norms[first] in _STARTS:
        first += 1
    # A parenthesis that the phrase itself opened stays: "(SAGE)".
    while first < last and (
        norms[last - 1] in _ENDS or (norms[last - 1] == ")" and "(" not in norms[first:last])
    ):
        # An abbreviation's full stop belongs to it: "D-N.Y.", "Jr."
        last -= 1
    return first, last


def _before_relative(document: Document, names: Names, first: int, last: int) -> int:
    """Cut a relative clause off, and a participle after a comma."""
    norms = document.norms
    for place in range(first + 1, last):
        norm = norms[place]
        if norm in _RELATIVE or (
            norms[place - 1] == "," and (norm in _PARTICIPLES or norm == "speaking")
        ):
            # "a person whose name", "in which": the preposition goes too.
            end = place
            while end > first + 1 and (norms[end - 1] in _PREPOSITIONS or norms[end - 1] in _ENDS):
                end -= 1
            if (
                norm in {"when", "where", "which"}
                and norms[place - 1] != ","
                and names.within(first, place) == []
            ):
                return end
            return end
        if norm == "that" and place > first + 1 and norms[place - 1] not in {"of", "and"}:
            return place
    return last


def _with_title(document: Document, names: Names, first: int) -> int:
    """Take in the titles and offices before a name, and the article before them."""
    norms, words = document.norms, document.words
    start = document.sentences[document.sentence_of[first]].first
    name = names.at(first)
    if name is None:
        return first
    first = min(first, name.outer)
    titles = words_of("title") | words_of("role")
    at = first
    # "former police chief John Smith", "the company's spokesman Ali Raza"
    if at > start and norms[at - 1] in titles:
        at -= 1
        while at > start and _may_modify(document, names, at - 1):
            at -= 1
        if at > start and norms[at - 1] in _DETERMINERS:
            at -= 1
    elif name.kind == "organisation" or name.kind == "place" or name.kind == "other":
        if at > start and norms[at - 1] == "the":
            at -= 1
    elif at > start and norms[at - 1] == "the" and words[at][0].isupper() and at != name.first:
        at -= 1
    return at


def _may_modify(document: Document, names: Names, place: int) -> bool:
    """Whether a word may stand before an office: an adjective, a noun, a name, a genitive."""
    norm = document.norms[place]
    if not norm[0].isalpha():
        return norm == "'s" or norm == "'"
    if norm in _DETERMINERS or norm in _PREPOSITIONS or norm in name_words("opener"):
        return norm in {"former", "top", "senior", "deputy", "then", "vice", "acting"}
    return not _is_verb(norm) and norm not in {"said", "is", "was", "are", "were", "and"}


def _with_name_end(names: Names, last: int) -> int:
    """A name that the span cut in two is whole."""
    name = names.at(last - 1)
    return max(last, name.last) if name is not None and name.first < last else last


def _with_appositive(document: Document, first: int, last: int) -> int:
    """Take in what a comma adds: ", a spokesman for the ministry", ", D-N.Y."."""
    norms, words = document.norms, document.words
    limit = document.sentences[document.sentence_of[last - 1]].last
    if norms[last : last + 1] == ["("] and ")" in norms[last : last + 6]:
        close = norms.index(")", last, last + 6)
        inside = words[last + 1 : close]
        # "(BNP)", "(D)", "(@handle)": short forms and parties, not asides or years.
        if len(inside) <= 3 and inside and (inside[0][0].isupper() or inside[0][0] == "@"):
            last = close + 1
    if norms[last : last + 1] != [","] or last + 1 >= limit:
        return last
    opens = last + 1
    norm, word = norms[opens], words[opens]
    nouns = words_of("role") | words_of("title")
    is_party = word in {"R", "D", "I"} or word.startswith(("R-", "D-", "I-"))
    described = norm in _DETERMINERS or norm in nouns or norm in {
        "former", "senior", "deputy", "chief", "executive", "assistant", "associate", "managing", "vice", "co-founder", "head", "founding", "acting", "general", "lead",
    }  # fmt: skip
    if not (is_party or described):
        return last
    end = opens
    while end < limit and end - opens < _LONGEST_APPOSITIVE:
        norm = norms[end]
        if norm in {",", ";", ":", "—", "–", "--", '"', "“", "”"} or norm in _RELATIVE:
            break
        if norm == "." and end + 1 >= limit:
            break
        end += 1
    else:
        return last if not is_party else opens + 1
    inside = norms[opens:end]
    if is_party:
        return end if end - opens <= 4 else last
    # "Khan, the minister said": a clause of its own, unless the verb is the head's participle.
    if any(
        norm
        in {
            "said",
            "says",
            "told",
            "added",
            "is",
            "was",
            "were",
            "are",
            "has",
            "had",
            "have",
            "will",
        }
        for norm in inside
    ):
        return last
    return (
        end
        if any(
            norm in nouns
            or norm in words_of("collective")
            or norm.endswith(("er", "or", "ist", "man", "ian"))
            for norm in inside
        )
        else last
    )


def head_index(norms: list[str], first: int, last: int) -> int:
    """Index of the head noun of a phrase: the last word before a preposition, comma or clause."""
    at = first
    while at < last and norms[at] in {
        "both",
        "all",
        "some",
        "many",
        "most",
        "of",
        "the",
        "a",
        "an",
        "several",
        "few",
    }:
        at += 1
    for place in range(max(at, first), last):
        norm = norms[place]
        if place > at and (
            norm in _PREPOSITIONS
            or norm in _RELATIVE
            or norm
            in {
                ",",
                "(",
                "that",
                "—",
                "–",
                '"',
                "“",
                "familiar",
                "briefed",
                "involved",
                "not",
                "aware",
            }
            or (
                norm.endswith("ing")
                and place > at + 1
                and norm not in {"ruling", "filing", "finding", "briefing", "posting"}
            )
        ):
            return place - 1
    return last - 1


def split_coordination(
    document: Document, names: Names, first: int, last: int
) -> list[tuple[int, int]]:
    """Part two names that "and" joins; a plural group stays whole.

    Parameters
    ----------
    document : Document
        The article, cut.
    names : Names
        Its proper names.
    first, last : int
        A phrase.

    Returns
    -------
    list of tuple of int
        Token ranges, one or more.
    """
    norms = document.norms
    cuts = []
    for place in range(first + 1, last - 1):
        if norms[place] != "and" and norms[place] != ",":
            continue
        left, right = names.at(place - 1), names.at(place + 1)
        if left is None or right is None or left is right:
            continue
        if place + 1 == right.outer and left.last == place:
            both = {left.kind, right.kind}
            if norms[place] == "," and not any(norms[at] == "and" for at in range(place, last)):
                continue
            if both <= {"person", "other"} or both <= {"organisation", "place", "other"}:
                cuts.append(place)
    parts = []
    begin = first
    for cut in [*cuts, last]:
        end = cut
        while end > begin and norms[end - 1] in {",", "and"}:
            end -= 1
        if end > begin:
            parts.append((begin, end))
        begin = cut + 1
    return parts or [(first, last)]
