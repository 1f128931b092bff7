"""What tells whether a noun phrase is a mention of a source, and whether its bounds are right."""

from __future__ import annotations

from collections.abc import Sequence

from credscore.document import Document
from credscore.features.cues import lexicon_class
from credscore.features.noun_phrases import NounPhrases
from credscore.features.source_candidates import Candidate, verb_class
from credscore.features.source_types import Phrase, source_words
from credscore.findings import Attribution

__all__ = ["CandidateFeatures"]

_NEGATIONS = frozenset(("not", "never", "nor", "no", "nobody", "cannot"))
_FOLLOWING = frozenset(
    ("that", "to", ",", ":", "the", "a", "his", "her", "its", "their", "he", "she", "it", "they",
     "in", "on", "for", "by", "with", "of", "about", "at", "as", "how", "why", "if", "whether",
     "from", "out", "up", "there", "we", "i", "you")
)  # fmt: skip
_BEFORE = _FOLLOWING | frozenset(
    ("and", "but", "or", "when", "while", "because", "after", "before", "what", "which", "who",
     "although", "though", "since", "where", "than", "said", "says")
)  # fmt: skip
_QUOTES = frozenset(('"', "“", "‘", "'", "”", "’", "''", "``"))
_STOPS = frozenset((".", ";", "?", "!"))


class CandidateFeatures:
    """Gathers the features of an article's candidates.

    Parameters
    ----------
    phrases : NounPhrases
        The article's noun phrases.
    attributions : sequence of Attribution
        Who says what, as the tagger found it.
    """

    def __init__(self, phrases: NounPhrases, attributions: Sequence[Attribution]) -> None:
        self._phrases = phrases
        self._document = document = phrases.document
        # The tagger's opinion, a letter a token: S source, C cue, T content, "-" none.
        self._tagged = bytearray(b"-" * len(document))
        for attribution in attributions:
            for part in attribution.content:
                self._mark(document, part, b"T")
        for attribution in attributions:
            if attribution.cue is not None:
                self._mark(document, attribution.cue, b"C")
        for attribution in attributions:
            if attribution.source is not None:
                self._mark(document, attribution.source, b"S")
        self._has_quotation = [False] * len(document.sentences)
        for quotation in document.quotations:
            for sentence in range(
                document.sentence_of[quotation.start], document.sentence_of[quotation.end - 1] + 1
            ):
                self._has_quotation[sentence] = True

    def _mark(self, document: Document, span: tuple[int, int], letter: bytes) -> None:
        first, last = document.token_range(*span)
        self._tagged[first:last] = letter * (last - first)

    def of(
        self, candidates: Sequence[Candidate], first: int, last: int, phrase: Phrase | None
    ) -> list[str]:
        """Features of a noun phrase, each once.

        Parameters
        ----------
        candidates : sequence of Candidate
            All that propose it.
        first, last : int
            Its tokens.
        phrase : Phrase or None
            What it names; None for a pronoun.
        """
        row = self._of_phrase(first, last, phrase)
        kind = phrase.type if phrase is not None else "pronoun"
        origins = sorted({candidate.origin for candidate in candidates})
        beside = [name for name in row if name.startswith(("next=", "before="))]
        row += [f"{origin}|{name}" for origin in origins for name in beside]
        row += [f"{kind}|{name}" for name in beside]
        row.append("+".join(origins))
        for origin in origins:
            row += [f"origin={origin}", f"origin={origin}|{kind}"]
            if kind == "document" and phrase is not None:
                row.append(f"{origin}|noun={phrase.head}")
        cues: dict[int, Candidate] = {}
        for candidate in candidates:
            # The tagger's cue is a hint; the one that the grammar names counts first.
            if candidate.cue >= 0 and (candidate.cue not in cues or candidate.origin != "tagger"):
                cues[candidate.cue] = candidate
        if not cues:
            row += ["no cue", f"no cue|{'+'.join(origins)}"]
        for cue, candidate in cues.items():
            row += self._of_cue(candidate.origin, cue, first, last, kind)
        return list(dict.fromkeys(row))

    def _of_phrase(self, first: int, last: int, phrase: Phrase | None) -> list[str]:
        document, tags = self._document, self._phrases.tags
        norms = document.norms
        kind = phrase.type if phrase is not None else f"pronoun {norms[first]}"
        row = ["bias", f"type={kind}"]
        if phrase is not None:
            row.append(f"length={min(last - first, 8)}")
            row.append("definite" if phrase.definite else "not definite")
            if phrase.head:
                head = _head_class(phrase.head)
                row += [f"head={head}", f"{'plural' if phrase.plural else 'singular'}|{kind}"]
                row.append(f"noun={phrase.head}")
            if any(tags[at] in "VM" for at in range(first, last)):
                row.append("holds a verb")
            row.append(f"opens={tags[first]}")
        sentence = document.sentences[document.sentence_of[first]]
        before = norms[first - 1] if first > sentence.first else "start"
        after = norms[last] if last < sentence.last else "end"
        row.append(f"before={_word_class(before, tags[first - 1] if first else '-', _BEFORE)}")
        row.append(
            f"next={_word_class(after, tags[last] if last < len(tags) else '-', _FOLLOWING)}"
        )
        inside = self._tagged[first:last]
        sources = inside.count(b"S")
        whole = sources == len(inside)
        left = first > 0 and self._tagged[first - 1 : first] == b"S"
        right = self._tagged[last : last + 1] == b"S"
        row.append(
            "tagged=" + ("none" if not sources else "part" if not whole else
                         "inner" if left or right else "all")
        )  # fmt: skip
        if b"T" in inside:
            row.append("in content" if not sources else "partly content")
        quoted = document.quotation_of[first] >= 0
        if quoted:
            row += ["quoted", f"quoted|{kind}"]
        elif self._has_quotation[sentence.index]:
            row.append("beside quotation")
        if sentence.kind != "body":
            row.append(f"kind={sentence.kind}")
        return row

    def _of_cue(self, origin: str, cue: int, first: int, last: int, kind: str) -> list[str]:
        document, tags = self._document, self._phrases.tags
        norms = document.norms
        verb = norms[cue]
        sort = verb_class(verb) or ("according" if verb == "according" else f"other {tags[cue]}")
        at = cue + 1
        while at < len(norms) and tags[at] == "R":
            at += 1
        after = norms[at] if at < len(norms) else ""
        follows = _word_class(after, tags[at] if at < len(tags) else "-", _FOLLOWING)
        tagged = chr(self._tagged[cue])
        row = [
            f"verb={verb}",
            f"cue={sort}",
            f"cue={sort}|{origin}",
            f"cue={sort}|{follows}",
            f"cue={sort}|{kind}",
            f"cue tagged={tagged}",
            f"cue tagged={tagged}|{sort}",
            f"{tags[cue]}|{origin}",
            f"follows={follows}",
            f"{verb} {after}",
        ]
        content = b"T" in self._tagged[cue + 1 : cue + 4]
        row.append(f"content follows={content}|{sort}")
        group = norms[max(cue - 3, 0) : cue + 1]
        if any(norm in _NEGATIONS or norm.endswith("n't") for norm in group):
            row += ["negated", f"negated|{sort}"]
        window = tags[max(cue - 3, 0) : cue]
        if last <= cue:
            window = tags[last:cue][-4:]
        if "M" in window:
            row += ["modal", f"modal|{sort}"]
        if "T" in window or "to" in norms[max(cue - 1, 0) : cue]:
            row += ["infinitive", f"infinitive|{sort}"]
        if tags[cue] == "E" and any(
            norm in {"is", "are", "was", "were", "be", "been", "being"} for norm in group
        ):
            row += ["passive", f"passive|{origin}", f"passive|{sort}|{follows}"]
        if document.quotation_of[cue] >= 0:
            row.append("cue quoted")
        gap = max(cue - last, first - cue - 1, 0)
        row.append(f"gap={min(gap, 5)}|{'after' if cue >= last else 'before'}")
        return row


def _word_class(norm: str, tag: str, known: frozenset[str]) -> str:
    if norm in known or norm in {"start", "end"}:
        return norm
    if norm in _QUOTES:
        return "quotation"
    if norm in _STOPS:
        return "stop"
    if norm in {"—", "–", "--", "-"}:
        return "dash"
    if norm in {"(", ")"}:
        return norm
    sort = verb_class(norm) if tag in "VEGB" else ""
    return sort or tag


def _head_class(head: str) -> str:
    classes = lexicon_class(head).split("+")
    for name in ("role", "title", "collective", "document"):
        if name in classes:
            return name
    if head in source_words("generic") or head in source_words("person of office"):
        return "role"
    if head in source_words("paper"):
        return "document"
    return head if head in source_words("indefinite") else "other"
