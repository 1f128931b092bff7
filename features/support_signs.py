"""Sentences whose own words tell what they rest on: a paper, nobody in particular, or nothing.

What somebody says in a letter rests on the letter, what was published on the study; what "is
believed" rests on nobody in particular, and that somebody declined to comment is the writer's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from credscore.document import Document, once_a_document
from credscore.features.cues import BE_FORMS, HAVE_FORMS
from credscore.features.deeds import answers_beyond, hears_told, tells_deed
from credscore.features.name_kinds import DAYS
from credscore.features.source_nouns import PRONOUNS, singular, source_words
from credscore.lexicons import read_sections

__all__ = ["SupportSigns", "find_signs", "posted_sentences", "support_words", "told_of"]

# Sections of `support.txt` on whose words a sign may hang.
_SIGNS = (
    "hearsay",
    "holding results",
    "method",
    "no answer",
    "passive",
    "platform",
    "posting",
    "published",
    "study",
    "there are",
    "writing",
)
_TELLING = frozenset(
    ("added", "alleged", "argued", "claimed", "complained", "noted", "said", "says", "testified",
     "told", "wrote")
)  # fmt: skip
_AUXILIARIES = frozenset(("could", "did", "does", "do", "had", "has", "have", "will", "would"))
_SOFTENED = frozenset(("also", "being", "further", "generally", "often", "reliably", "widely"))
_DETERMINERS = frozenset(("a", "an", "the", "his", "her", "its", "their", "another", "one"))
_INSIDE_WORDS = frozenset(("-", "$", "'s"))
_DASHES = frozenset(("—", "–", "--"))
# Tokens of a name and a bracket before a handle.
_LONGEST_SIGNATURE = 8
_WHERE = frozenset(("in", "online", "at"))
# Tokens between "in" and its paper: "in a 321-page brief", "in an early Wednesday morning tweet".
_LONGEST_PAPER = 5
# Tokens after "published" within which a journal is named or "online" said.
_SHORT_REST = 4
# Tokens before "comment" and before other verbs within which they are denied: "did not answer calls
# or messages seeking comment".
_COMMENT_REACH = 10
_DENIAL_REACH = 3
_THERE_REACH = 5
# Tokens before a verb within which whoever studies is its subject.
_SUBJECT_REACH = 8
# Tokens of a sentence's subject, and words behind which talk is no subject.
_OPENING_REACH = 7
_BESIDE = frozenset(
    ("after", "amid", "amidst", "as", "by", "despite", "for", "in", "of", "on", "with")
)
_DESCRIBING = _DETERMINERS | frozenset(("other", "our", "some", "these", "this", "those", "your"))
_TOLD_REACH = 4
_OF_WHAT = (["that"], ["of"], ["as"])
# Posts that are things too, and who does them if no name does.
_POSTS = frozenset(("tweet", "tweets"))
_TURNING = frozenset(("take", "takes", "taking", "took", "turned", "went"))
_SENDING = frozenset(("issued", "posted", "published", "sent", "through", "via", "with", "wrote"))
_SENDING_REACH = 4
_WRITING = frozenset(
    ("account", "message", "post", "posted", "posting", "posts", "said", "saying", "shared",
     "statement", "writes", "writing", "wrote")
)  # fmt: skip
_POSTERS = frozenset(("also", "he", "she", "then", "they", "to", "who"))
# A post has no more characters than a platform allows, with its address.
_LONGEST_POST = 340
_STOPS = frozenset((",", ".", ";", ":", "!", "?"))
_SAID = frozenset(("confirmed", "denied", "said", "says", "told"))
# "Is seen as", "it is learnt that", "it was gathered that"; but a thing is seen, a lesson learnt, a
# crowd gathered and a secret disclosed.
_THAT = frozenset(("that",))
_ONLY_BEFORE = {
    **dict.fromkeys(
        ("apprised", "argued", "disclosed", "gathered", "informed", "revealed", "suggested"), _THAT
    ),
    **dict.fromkeys(("learned", "learnt", "assumed"), frozenset(("that", "to"))),
    "presumed": frozenset(("dead", "that", "to")),
    "seen": frozenset(("as",)),
}
# What is reported to the police, missing or on a day was; a motion is considered on Monday; staff
# are told at a meeting: nobody says there what the sentence tells.
_NOT_BEFORE = {
    "considered": _STOPS | frozenset(("again", "at", "by", "from", "in", "next", "on", "when")),
    "reported": frozenset(("at", "by", "missing", "on")),
    "told": _STOPS | frozenset(("about", "at", "by", "in", "nothing", "of")),
}
_ONCE = frozenset(("after", "once", "when"))
_MODALS = frozenset(("can", "could", "must", "should", "will", "would"))
# What somebody is not, by what is believed; but who is not accused, nobody accuses.
_BELIEVED = frozenset(("believed", "feared", "suspected", "thought"))
_NONE = frozenset(("never", "no", "not"))


@dataclass(frozen=True, slots=True)
class SupportSigns:
    """Indices of the sentences that have each sign, outside quotation marks.

    Attributes
    ----------
    written : set of int
        Something is said in a paper or a post.
    published : set of int
        That a study appeared is told.
    hearsay : set of int
        Nobody in particular says it: "it is believed", "reportedly".
    unanswered : set of int
        Somebody did not answer or would not comment.
    methods : set of int
        What researchers did for a study is told.
    results : set of int
        What came out "in a study" or a poll is told.
    posted : frozenset of int
        A post of somebody's that is shown whole, with a signature behind it.
    studies : bool
        Whether any sentence tells of a study or trial.
    """

    written: set[int] = field(default_factory=set)
    published: set[int] = field(default_factory=set)
    hearsay: set[int] = field(default_factory=set)
    unanswered: set[int] = field(default_factory=set)
    methods: set[int] = field(default_factory=set)
    results: set[int] = field(default_factory=set)
    posted: frozenset[int] = frozenset()
    studies: bool = False

    @property
    def own_words(self) -> frozenset[int]:
        """Sentences with any sign but that of what came out in a study."""
        return frozenset().union(
            self.written, self.published, self.hearsay, self.unanswered, self.methods, self.posted
        )


@cache
def support_words(section: str) -> frozenset[str]:
    """Entries of a section of `support.txt`."""
    return frozenset(read_sections("credscore.features", "support.txt")[section])


@cache
def _telling() -> frozenset[str]:
    """Words that a sign may hang on."""
    return frozenset(("heard", "x")).union(*map(support_words, _SIGNS))


@cache
def _telling_of() -> frozenset[str]:
    return support_words("hearsay") | support_words("passive")


def find_signs(document: Document) -> SupportSigns:
    """Find the sentences whose own words tell what they rest on.

    Parameters
    ----------
    document : Document
        What to look at.

    Returns
    -------
    SupportSigns
        Of the sentences of the document.

    Examples
    --------
    >>> from credscore.article import Article
    >>> text = "He said so in a letter. She is believed to be ill. The bank declined to comment."
    >>> signs = find_signs(Document(Article(text)))
    >>> signs.written, signs.hearsay, signs.unanswered
    ({0}, {1}, {2})
    """
    norms, denials = document.norms, support_words("denial")
    written: set[int] = set()
    published: set[int] = set()
    hearsay: set[int] = set()
    unanswered: set[int] = set()
    methods: set[int] = set()
    studied: set[int] = set()
    results: set[int] = set()
    studies = False
    for place in document.places_of(_telling()):
        if document.quotation_of[place] >= 0:
            continue
        norm = norms[place]
        index = document.sentence_of[place]
        first = document.sentences[index].first
        if norm in support_words("study"):
            studied.add(index)
            studies = studies or norm in {"study", "trial"}
        if norm in support_words("holding results") and _stands_in(document, first, place):
            results.add(index)
        if norm in support_words("published") and index in studied:
            if not _WHERE.isdisjoint(norms[place + 1 : place + 1 + _SHORT_REST]):
                published.add(index)
        elif norm in support_words("posting") or (
            norm in support_words("platform") and place > first and _is_used(norms, place)
        ):
            if norm not in _POSTS or _posts(document, first, place):
                written.add(index)
        elif norm == "x":
            if document.words[place] == "X" and _is_written_on(norms, first, place):
                written.add(index)
        elif norm == "heard":
            # "Jurors heard that": as if they were told
            if tells_deed(norms, place) and hears_told(norms, place):
                hearsay.add(index)
        elif norm in support_words("writing"):
            if _stands_in(document, first, place):
                written.add(index)
        elif norm in support_words("hearsay"):
            # "The supposedly free press" only describes; so do "amid rumours" and "to end rumours".
            before = norms[max(place - _THERE_REACH, first) : place]
            if norm.endswith("ly"):
                tells = place == first or norms[place - 1] not in _DESCRIBING
            else:
                opens = place - first < _OPENING_REACH and _BESIDE.isdisjoint(before)
                tells = opens or _there_are(before)
            if tells:
                hearsay.add(index)
        elif norm in support_words("there are"):
            # "There are also allegations that", but no "there he made claims to the throne"
            before = norms[max(place - _THERE_REACH, first) : place]
            if _there_are(before) and norms[place + 1 : place + 2] in _OF_WHAT:
                hearsay.add(index)
        elif norm in support_words("method"):
            begin = max(place - _SUBJECT_REACH, first)
            # "The researcher's husband looked for" tells of no method.
            subject = {
                singular(norms[at])
                for at in range(begin, place)
                if norms[at + 1] not in {"'s", "'"}
            }
            if not subject.isdisjoint(source_words("student")):
                methods.add(index)
        elif norm in support_words("no answer"):
            reach = _COMMENT_REACH if norm.startswith("comment") else _DENIAL_REACH
            before = norms[max(place - reach, first) : place]
            meant = norm != "reached" or before[-1:] == ["be"]
            denied = next((at for at, word in enumerate(before) if word in denials), -1)
            meant = meant and not answers_beyond(norms, place)
            rest = norms[place + 1 : document.sentences[index].last]
            meant = meant and not _another_speaks(rest)
            if meant and denied >= 0 and not _is_told(norms, first, place - len(before) + denied):
                unanswered.add(index)
        if norm in support_words("passive") and _tells_of_no_one(norms[place : place + 3]):
            before = norms[max(place - 3, first) : place]
            if _is_held(norm, before):
                hearsay.add(index)
    posted = posted_sentences(document)
    return SupportSigns(written, published, hearsay, unanswered, methods, results, posted, studies)


def _another_speaks(behind: Sequence[str]) -> bool:
    """Whether somebody tells something all the same: "did not respond, but an official said"."""
    return "but" in behind and not _SAID.isdisjoint(behind[behind.index("but") :])


def _is_held(norm: str, before: list[str]) -> bool:
    """Whether a form of "be" before a participle makes it one of what is held of somebody.

    "Is widely believed" and "is not believed" do; "has not been accused" and "will be told" tell
    of what nobody has said.
    """
    if not before or (before[0] in _ONCE and before[1:2] == ["it"]):
        # "She left when it was revealed that": that she left is what the sentence tells.
        return False
    if before[-1] in BE_FORMS:
        return norm in _BELIEVED or (_NONE.isdisjoint(before) and _MODALS.isdisjoint(before))
    softened = before[-1] in _SOFTENED or (before[-1] == "not" and norm in _BELIEVED)
    return softened and not BE_FORMS.isdisjoint(before[-2:-1])


def _there_are(before: list[str]) -> bool:
    """Whether "there are" or "there have been", and no "no", stands in words before a noun."""
    if "there" not in before[:-1]:
        return False
    after = before[before.index("there") + 1 :]
    are = after[0] in BE_FORMS or (after[0] in HAVE_FORMS and "been" in after)
    return are and _NONE.isdisjoint(after)


def _is_told(norms: list[str], first: int, denial: int) -> bool:
    """Whether somebody tells that another did not answer: "Silva said the firm did not respond"."""
    before = denial - 1
    while before > first and norms[before] in _AUXILIARIES:
        before -= 1
    return (
        before > first
        and norms[before] not in PRONOUNS
        and norms[before] not in BE_FORMS
        and not _TELLING.isdisjoint(norms[first:before])
    )


@once_a_document
def posted_sentences(document: Document) -> frozenset[int]:
    """Numbers of the sentences of posts that are shown whole, with who signs them.

    Parameters
    ----------
    document : Document
        What to look at.

    Examples
    --------
    >>> from credscore.article import Article
    >>> document = Document(Article("It rained. — Ana Silva (@silva) May 3, 2020"))
    >>> sorted(posted_sentences(document))
    [0, 1]
    """
    norms, words = document.norms, document.words
    found: set[int] = set()
    for place in document.places(_is_handle):
        index = document.sentence_of[place]
        first = max(place - _LONGEST_SIGNATURE, document.sentences[index].first)
        dash = next((at for at in range(place - 2, first - 1, -1) if norms[at] in _DASHES), -1)
        dated = norms[place + 1 : place + 2] == [")"] and any(
            norm in DAYS or norm.isdigit() for norm in norms[place + 2 : place + 3]
        )
        if dash < 0 or norms[place - 1] != "(" or not dated or index in found:
            continue
        if all(not word[0].islower() for word in words[dash + 1 : place - 1]):
            opens, _ = document.paragraphs[document.sentences[index].paragraph]
            begins = document.starts[place] - _LONGEST_POST
            while (
                index >= opens and index not in found and document.sentences[index].start >= begins
            ):
                found.add(index)
                index -= 1
    return frozenset(found)


def _is_handle(word: str) -> bool:
    return word[0] == "@" and len(word) > 1


def told_of(document: Document, limit: int, last: int) -> bool:
    """Whether the verb behind a mention is hearsay: "she has reportedly told", "he is said to".

    Parameters
    ----------
    document : Document
        The article, cut.
    limit, last : int
        Where its sentence ends and where the mention does, as tokens.

    Examples
    --------
    >>> from credscore.article import Article
    >>> document = Document(Article("Ann Lee reportedly hopes to win. Ann Lee hopes to win."))
    >>> told_of(document, 7, 2), told_of(document, 13, 9)
    (True, False)
    """
    norms = document.norms
    if _telling_of().isdisjoint(norms[last : last + _TOLD_REACH]):
        return False
    for place in range(last, min(last + _TOLD_REACH, limit)):
        norm = norms[place]
        if norm in support_words("hearsay"):
            return True
        if norm not in BE_FORMS and norm not in HAVE_FORMS and norm not in _SOFTENED:
            told = norm in support_words("passive") and place > last
            return told and norms[last] in BE_FORMS and _tells_of_no_one(norms[place : place + 3])
    return False


def _tells_of_no_one(passive: list[str]) -> bool:
    """Whether a participle, by the words after it, leaves open who holds it so.

    "Is believed" does and "is believed by" does not; "is seen" does only in "is seen as".
    """
    norm, after = passive[0], passive[1] if len(passive) > 1 else "."
    if norm in _ONLY_BEFORE:
        return after in _ONLY_BEFORE[norm]
    if norm in _NOT_BEFORE and after in _NOT_BEFORE[norm]:
        return False
    if after == "to":
        # "Was told to leave" is an order, and a theft is reported to the police.
        return norm != "told" and (norm != "reported" or passive[2:] in (["have"], ["be"]))
    return after != "by"


def _is_used(norms: list[str], place: int) -> bool:
    """Whether a platform is spoken on: "on Twitter", "took to Twitter"."""
    before = norms[place - 1]
    return before == "on" or (before == "to" and norms[place - 2] in _TURNING)


def _is_written_on(norms: list[str], first: int, place: int) -> bool:
    """Whether somebody writes on X, and not on an X-ray: "wrote on X", "taking to X"."""
    if not _is_used(norms, place):
        return False
    before = norms[max(place - 1 - _SENDING_REACH, first) : place - 1]
    return norms[place - 1] == "to" or not _WRITING.isdisjoint(before)


def _posts(document: Document, first: int, place: int) -> bool:
    """Whether "tweets" is what somebody does or speaks in, and not what is spoken of."""
    before = document.words[place - 1] if place > first else ""
    if before[:1].isupper() or before in _POSTERS or _stands_in(document, first, place):
        return True
    return not _SENDING.isdisjoint(document.norms[max(place - _SENDING_REACH, first) : place])


def _stands_in(document: Document, first: int, place: int) -> bool:
    """Whether "in" stands before a noun and its determiner: "in a letter", "in her new book"."""
    norms = document.norms
    for at in range(place - 1, max(place - 1 - _LONGEST_PAPER, first), -1):
        norm = norms[at]
        if norm in _DETERMINERS:
            # "the allegations in the lawsuit", "who was named in the lawsuit"
            inside = at - 2 >= first and norms[at - 2] in support_words("in a paper")
            return norms[at - 1] == "in" and not inside
        if not (norm[0].isalnum() or norm in _INSIDE_WORDS):
            return False
    return False
