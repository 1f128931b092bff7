"""Verbs that may report, where they tell what somebody does: "called police", "sued the firm"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import dropwhile, pairwise

from credscore.features.cues import BE_FORMS, HAVE_FORMS, words_of
from credscore.features.hedging_context import takes_prize

__all__ = ["answers_beyond", "hears_told", "may_tell_deed", "tells_deed"]

_STOPS = frozenset((".", "!", "?", ";", ":"))
_QUOTES = frozenset(('"', "“", "”", "‘", "''", "``"))
# Tokens of what a verb has for its object, and of a clause before a verb.
_OBJECT, _CLAUSE = 4, 14
# Place of the second object behind a verb that has two: "the club [a] licence".
_SECOND = 2
# And of the rest of its sentence.
_SENTENCE = 25
# Who is called for help, or home; who is called something has it behind.
_CALLED = frozenset(
    ("meeting", "session", "strike", "witness", "witnesses",
     "000", "110", "112", "119", "911", "999", "ambulance", "ambulances", "brigade", "cops",
     "department", "doctor", "family", "father", "firefighters", "hotline", "husband", "lawyer",
     "mother", "paramedics", "parents", "police", "services", "son", "daughter", "wife")
)  # fmt: skip
_CALLED_FROM = frozenset(("from", "once", "twice"))
_CALLED_BACK = frozenset(("her", "him", "me", "them", "us"))
_CALLING_FOR = frozenset(("for", "on", "upon"))
_BEHIND_CALLED = _STOPS | frozenset(
    (",", "about", "after", "again", "and", "at", "back", "because", "before", "but", "for", "from",
     "in", "on", "over", "to", "twice", "when", "while")
)  # fmt: skip
_CHILDREN = frozenset(("baby", "child", "daughter", "son", "triplets", "twins"))
_SPANS = frozenset(("days", "hours", "minutes", "months", "weeks", "years"))
_VOTED = frozenset(("bill", "budget", "law", "legislation", "measure", "motion", "resolution"))
_VOTERS = frozenset(("%", "cent", "percent", "voter", "voters"))
# Tokens from a passive to its "by"; what is pointed at people.
_BY = 6
_ARMED = 3
_AT_WHOM = frozenset(("her", "him", "me", "them", "us"))
_POINTED = frozenset(
    ("camera", "cameras", "firearm", "firearms", "gun", "guns", "knife", "knives", "laser",
     "pistol", "pistols", "rifle", "rifles", "weapon", "weapons")
)  # fmt: skip
# What is claimed as one's due.
_DUES = frozenset(
    ("allowance", "allowances", "asylum", "benefit", "benefits", "compensation", "damages",
     "expenses", "pension", "pensions", "refund", "refunds", "welfare")
)  # fmt: skip
_NONE = frozenset(("neither", "never", "no", "nobody", "none", "not"))
_REQUESTS = frozenset(
    ("call", "calls", "comment", "email", "emails", "inquiries", "message", "messages", "question",
     "questions", "request", "requests")
)  # fmt: skip
_HEARD = frozenset(("arguments", "evidence", "testimony"))
# What follows "heard" where it passes on what was told.
_SAID_IN_COURT = frozenset((".", "how", "that"))
_SUBJECTS = frozenset(("he", "it", "she", "there", "they"))
_COURTS = frozenset(("court", "hearing", "inquest", "inquiry", "tribunal"))
_HEARING = frozenset(
    ("committee", "court", "hearing", "inquest", "inquiry", "jurors", "jury", "lawmakers", "mps",
     "panel", "senators", "trial", "tribunal")
)  # fmt: skip
_ADVERBS = frozenset(("already", "also", "later", "not", "only", "repeatedly", "then"))
_JOINING = frozenset(("and", "but"))
_TELLING = frozenset(("said", "saying", "says", "told"))
_ONLY = frozenset(("merely", "only", "simply"))
# Tokens from "declined" to what is said all the same: "to comment on it beyond [saying]".
_REFUSAL = 9
# Words before "to" by which nothing is done yet, and what is told with "will" once it is.
_AHEAD = frozenset(
    ("about", "due", "expected", "likely", "poised", "scheduled", "set", "slated", "unlikely")
)
_WILL = frozenset(("'ll", "will", "would"))
_TO_COME = frozenset(
    ("address", "announce", "brief", "detail", "disclose", "discuss", "outline", "present",
     "publish", "release", "reveal", "testify", "unveil")
)  # fmt: skip
# What is cast, signed, refused and asked for.
_BALLOTS = frozenset(("ballot", "ballots", "vote", "votes"))
_AGREED = frozenset(
    ("agreement", "ceasefire", "contract", "deal", "extension", "fee", "loan", "pact", "terms",
     "transfer", "truce")
)  # fmt: skip
_WHERE_PROTESTED = frozenset(
    ("across", "against", "at", "before", "in", "near", "on", "outside", "over")
)
_CALLING = frozenset(("calling", "describing", "naming", "saying", "telling"))
_HEARERS = frozenset(("him", "me", "them", "us"))
_BEHIND_HEARER = _BEHIND_CALLED | {"as", "last", "this"}
_SIGNED = _VOTED | frozenset(
    ("agreement", "bills", "contract", "deal", "decree", "into", "order", "orders", "pact",
     "treaty")
)  # fmt: skip
_REFUSED = frozenset(
    ("access", "admission", "asylum", "bail", "entry", "parole", "permission", "visa", "visas")
)
_ASKED_FOR = frozenset(
    ("appeal", "application", "applications", "bid", "motion", "petition", "request", "requests")
)
# Tokens from "declined" to what was requested, and what that is.
_ASKED = 8
_SPEECH = frozenset(("comment", "comments", "interview", "interviews"))
_ARTICLES = frozenset(("a", "an", "the"))
# Who holds posts to be filled by their vote, and by what it is told of others.
_VOTING = frozenset(("assembly", "congress", "parliament", "senate", "senators"))
_LAWMAKERS = frozenset(("house", "lawmakers", "legislators", "legislature", "mps"))
# Who does what a trial asks for.
_IN_TRIALS = frozenset(
    ("adults", "men", "participants", "patients", "students", "subjects", "volunteers", "women")
)
# What is asked, and not told by who "did not say how"; tokens from the verb back to "not".
_ASKED_WHAT = frozenset(
    ("how", "if", "what", "when", "where", "whether", "which", "who", "whom", "why")
)
_DENIED = 4
# Of whom it is told how many jobs they added.
_EMPLOYERS = frozenset(
    ("businesses", "companies", "economy", "employers", "firms", "manufacturers")
)
# What stands before "not", or holds it, of what was not said.
_NOT_YET = frozenset(("did", "do", "does", "had", "has", "have", "will", "would"))
_CONTRACTED = frozenset(
    ("didn't", "doesn't", "don't", "hadn't", "hasn't", "haven't", "won't", "wouldn't")
)
_CASES = frozenset(("cases", "infections"))
_HAVING_CASES = frozenset(("counties", "patients", "people", "players", "residents", "states"))
_SUBJECT = 9
_FOUND = frozenset(
    ("blaze", "bodies", "body", "bomb", "bombs", "cash", "corpse", "corpses", "dead",
     "feet", "footing", "mojo", "rhythm", "unconscious")
)  # fmt: skip
# Who finds something out.
_FINDING_OUT = frozenset(
    ("analysis", "audit", "coroner", "court", "inquest", "inquiry", "inspectors", "investigators",
     "judge", "jury", "researchers", "review", "scientists", "trial")
)  # fmt: skip
_KEPT = frozenset(
    ("ceasefire", "christmas", "contract", "deadline", "eid", "fast", "hospitality", "lockdown",
     "mourning", "prayers", "ramadan", "silence", "strike", "truce", "warrant", "warrants")
)  # fmt: skip
_COUNTED = frozenset(("a", "five", "four", "her", "his", "several", "six", "the", "three", "two"))
# Verbs of a clause that is told, and what ends the object before any.
_IN_CLAUSE = frozenset(
    ("are", "died", "had", "has", "have", "is", "must", "should", "that", "was", "were", "will",
     "would")
)  # fmt: skip
_ENDS_OBJECT = frozenset(
    (",", ".", "after", "and", "as", "because", "compared", "for", "over", "than", "when", "who")
)
_ADMITTED = frozenset(("adults", "children", "men", "patients", "people", "students", "women"))
_FACED = frozenset(("backlash", "criticism", "fire", "praise", "rebuke", "scrutiny", "support"))
_ROUGHLY = frozenset(("about", "another", "just", "nearly", "new", "only", "over", "some"))
_PLACED = frozenset(("across", "during", "in", "last", "on", "over", "since", "this", "to"))
_GAINED = frozenset(
    ("beds", "branches", "cases", "employees", "flights", "jobs", "members", "points", "positions",
     "runs", "seats", "stores", "subscribers", "users", "workers")
)  # fmt: skip
# What is written and tells nothing by that: "wrote six novels".
_WORKS = frozenset(
    ("anthem", "book", "books", "code", "music", "musical", "novel", "novels", "play", "plays",
     "poem", "poems", "screenplay", "script", "song", "songs")
)  # fmt: skip
_WORDS = frozenset(
    ("about", "advisory", "alert", "notice", "on", "order", "saying", "statement", "warning")
)  # fmt: skip
_PERMITS = frozenset(
    ("banknote", "banknotes", "bonds", "licence", "licences", "license", "licenses", "passport",
     "passports", "permit", "permits", "shares", "stamp", "stamps", "visa", "visas")
)  # fmt: skip
_REFUSING = frozenset(("refuse", "refused", "refuses", "refusing"))
_ACCEPTING = frozenset(("accept", "acknowledge", "believe", "recognise", "recognize", "rule"))
_FAILING = frozenset(("fail", "failed", "failing", "fails"))
_OFFERED = frozenset(
    ("$", "£", "€", "class", "classes", "coverage", "course", "courses", "cure", "discount",
     "discounts", "food", "free", "insurance", "job", "jobs", "loan", "loans", "money", "product",
     "products", "programme", "programmes", "refund", "refunds", "resources", "scholarship",
     "scholarships", "services", "shelter", "sums", "test", "testing", "tests", "tickets",
     "training", "treatment", "treatments", "tutorials", "vaccine", "vaccines")
)  # fmt: skip
_TREATED = frozenset(("dose", "doses", "drug", "drugs", "therapy", "treatment", "treatments"))
_UNTIL = frozenset(("before", "for", "in", "later", "next", "on", "soon", "to", "until"))
_NOT_BEING = frozenset(("aren't", "isn't", "wasn't", "weren't"))
_REPORTED = frozenset(
    ("commended", "condemned", "criticised", "criticized", "denounced", "hailed", "lauded",
     "praised")
)  # fmt: skip


def may_tell_deed(norms: Sequence[str], first: int, last: int) -> bool:
    """Whether `tells_deed` may hold of any of some tokens: a quick look at them and before them."""
    return not _DEEDS.isdisjoint(norms[first - 2 if first > 2 else 0 : last])


def tells_deed(norms: Sequence[str], verb: int) -> bool:
    """Whether a verb that may report tells a deed here, and gives nobody any words.

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    verb : int
        Where the verb stands.

    Examples
    --------
    >>> tells_deed("neighbours called police .".split(), 1)
    True
    >>> tells_deed("neighbours called police “ brutal ”".split(), 1)
    False
    >>> tells_deed("they argued over money .".split(), 1), tells_deed("they argued that".split(), 1)
    (True, False)
    """
    test = _TESTS.get(norms[verb])
    if test is None or not test(norms, verb):
        at = verb - 1 - (norms[verb - 1] in _ADVERBS)
        if (norms[at] != "to" and norms[at] not in _WILL) or not _lies_ahead(norms, at, verb):
            return False
    return not _goes_on_to_speak(norms, verb)


def _lies_ahead(norms: Sequence[str], at: int, verb: int) -> bool:
    """As in "is likely to announce the plan", "will announce it": nothing is said yet."""
    if at < 1:
        return False
    if norms[at] == "to" and norms[at - 1] in _FAILING:
        # "The networks failed to report that"
        return norms[verb] in words_of("speech")
    if norms[at] == "to":
        # "Due to concerns", and what those say who are asked: "men were more likely to say"
        before = norms[at - 2] if at > 1 else ""
        due = norms[at - 1] != "due" or before in BE_FORMS
        return norms[at - 1] in _AHEAD and due and before not in {"less", "more"}
    # "The mayor will announce that"
    return norms[verb] in _TO_COME and norms[verb + 1 : verb + 2] != ["that"]


def _goes_on_to_speak(norms: Sequence[str], verb: int) -> bool:
    """Whether whoever does it speaks too: "sued the firm in May, alleging that it lied"."""
    for at in range(verb + 1, min(verb + _SENTENCE, len(norms))):
        if norms[at] in _STOPS:
            break
        # "Declined to comment but said"
        joined = norms[at - 1] in _JOINING and norms[at] in _TELLING
        # "Did not deny it, simply noting"
        before = norms[at - 1 - (norms[at - 1] in _ONLY)]
        goes_on = before == "," and norms[at].endswith("ing")
        if joined or (goes_on and norms[at] in words_of("speech")):
            return True
    return answers_beyond(norms, verb)


def answers_beyond(norms: Sequence[str], verb: int) -> bool:
    """Whether who would not comment says something all the same.

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    verb : int
        Where "declined" or "comment" stands.

    Examples
    --------
    >>> answers_beyond("she declined to comment beyond saying it was on track".split(), 1)
    True
    >>> answers_beyond("she declined to comment on the report".split(), 1)
    False
    """
    for at in range(verb + 2, min(verb + _REFUSAL, len(norms))):
        if norms[at] in words_of("speech"):
            before = norms[at - 1]
            # "Beyond saying", "except to say", "other than to say"
            if before == "beyond" or (before == "to" and norms[at - 2] in {"except", "than"}):
                return True
    return False


def _behind(norms: Sequence[str], verb: int) -> Sequence[str]:
    return norms[verb + 1 : verb + 1 + _OBJECT]


def _is_called(norms: Sequence[str], verb: int) -> bool:
    """As in "called 911", "called the fire department for help", "called him back"."""
    follows = [*_behind(norms, verb), "."]
    if norms[verb] == "called" and follows[0] in _CALLED_FROM:
        # "Called once from Agadez"
        return True
    if follows[0] in _CALLED_BACK and follows[1] == "back":
        return True
    if follows[0] in _CALLING_FOR:
        # "Called for better services"
        return False
    return any(
        called in _CALLED and behind in _BEHIND_CALLED for called, behind in pairwise(follows)
    )


def _is_quarrel(norms: Sequence[str], verb: int) -> bool:
    """As in "argued over money", "argued with his wife", but no "argued with her that"."""
    after = _behind(norms, verb)
    if after[:1] == ["with"]:
        return "that" not in after
    if after[:1] == ["for"] and after[1:2] != [] and after[1] in _SPANS:
        # "The pair argued for hours"
        return True
    return after[:1] == ["over"] or _is_bare(norms, verb)


def _is_bare(norms: Sequence[str], verb: int) -> bool:
    """Whether a verb ends what another says: "a pupil said the gunman [shouted]."."""
    return norms[verb + 1 : verb + 2] in (["."], ["and"]) and _is_inner(norms, verb)


def _is_inner(norms: Sequence[str], verb: int) -> bool:
    """Whether a verb stands in what somebody is said to have said: "said they [asked] for it"."""
    for at in range(verb - 1, max(verb - _CLAUSE, 0), -1):
        if norms[at] in _TELLING:
            return True
        if norms[at] in _STOPS or norms[at] in _QUOTES or norms[at] == ",":
            break
    return False


def _is_asked_for(norms: Sequence[str], verb: int) -> bool:
    """As in "said they had asked for money", "asked 20 volunteers to drink", "wanted to ask".

    And as in "men were also asked".
    """
    if norms[verb] == "asked" and _is_without_agent(norms, verb):
        return True
    if norms[verb - 1] == "to" and norms[verb - 2] in {"wanted", "wants"}:
        return True
    after = _behind(norms, verb)
    if "to" in after[1:]:
        return after[after.index("to") - 1] in _IN_TRIALS
    return after[:1] == ["for"] and _is_inner(norms, verb)


def _is_approved(norms: Sequence[str], verb: int) -> bool:
    """As in "approved the sale", but no "approved of the sale"."""
    return norms[verb + 1 : verb + 2] != ["of"]


def _is_passed(norms: Sequence[str], verb: int) -> bool:
    return _is_by(norms, verb) or not _VOTED.isdisjoint(_behind(norms, verb))


def _is_backed(norms: Sequence[str], verb: int) -> bool:
    """As in "some 60% of voters backed the plan": they voted for it; "was backed by Norland"."""
    return _is_by(norms, verb) or not _VOTERS.isdisjoint(norms[max(verb - 3, 0) : verb])


def _is_by(norms: Sequence[str], verb: int) -> bool:
    """As in "was endorsed by the union", "supported in May by Norland": nobody's words.

    But papers tell what they support: "the claim was supported by a study".
    """
    behind = norms[verb + 1 : verb + _BY]
    if behind[:1] != ["by"] and not (behind[:1] in (["in"], ["on"], ["last"]) and "by" in behind):
        return False
    agent = verb + 1 + behind.index("by")
    return words_of("document").isdisjoint(norms[agent + 1 : agent + _BY])


def _is_pointed(norms: Sequence[str], verb: int) -> bool:
    """As in "pointed a gun at him", "pointed at her", but no "pointed to guns found there"."""
    behind = _behind(norms, verb)
    if behind[:1] == ["at"]:
        return behind[1:2] != [] and behind[1] in _AT_WHOM
    return behind[:1] != ["to"] and not _POINTED.isdisjoint(behind[:_ARMED])


def _is_proposal(norms: Sequence[str], verb: int) -> bool:
    """As in "proposed to his girlfriend", but no "proposed to cut taxes"."""
    behind = norms[verb + 1 : verb + _BY]
    whom = behind[1:2] in (["her"], ["him"], ["his"], ["me"], ["them"])
    return behind[:1] == ["to"] and whom and "that" not in behind


def _is_expected(norms: Sequence[str], verb: int) -> bool:
    """As in "is expecting her first child"."""
    return not _CHILDREN.isdisjoint(_behind(norms, verb))


def _tells_clause(norms: Sequence[str], verb: int) -> bool:
    """Whether a clause is told behind a verb: "found the body had been moved"."""
    behind = norms[verb + 1 : verb + _CLAUSE]
    end = next((at for at, norm in enumerate(behind) if norm in _ENDS_OBJECT), len(behind))
    return "saying" in behind or not _IN_CLAUSE.isdisjoint(behind[:end])


def _is_find(norms: Sequence[str], verb: int) -> bool:
    """As in "fishermen found a dead dolphin", "the team found its form"."""
    after = _behind(norms, verb)
    around = norms[max(verb - _OBJECT, 0) : verb + 1 + _OBJECT]
    return (
        not _FOUND.isdisjoint(after)
        and _STOPS.isdisjoint(after[:-1])
        and _FINDING_OUT.isdisjoint(around)
        and words_of("document").isdisjoint(around)
        and not _tells_clause(norms, verb)
    )


def _is_keeping(norms: Sequence[str], verb: int) -> bool:
    """As in "observed a minute of silence", "issued a visa", but no "observed that"."""
    after = norms[verb + 1 : verb + _ASKED]
    if norms[verb] == "issued" and not _PERMITS.isdisjoint(_behind(norms, verb)):
        # "Issued a visa to her", but no "issued a warning on visas"
        return _WORDS.isdisjoint(after)
    return not _KEPT.isdisjoint(after) and not _tells_clause(norms, verb)


def _is_admission(norms: Sequence[str], verb: int) -> bool:
    """As in "the clinic admitted 20 patients", but no "admitted 20 mistakes"."""
    after = _behind(norms, verb)
    return not _ADMITTED.isdisjoint(after) and not _tells_clause(norms, verb)


def _is_blamed(norms: Sequence[str], verb: int) -> bool:
    """As in "has faced criticism for", "drew praise": others say so."""
    after = norms[verb + 1 : verb + _ASKED]
    return not _FACED.isdisjoint(after[:3]) and "from" not in after


def _is_posting(norms: Sequence[str], verb: int) -> bool:
    """As in "he tweets @silva": where, and not what."""
    return norms[verb + 1 : verb + 2] != [] and norms[verb + 1].startswith("@")


def _is_job(norms: Sequence[str], verb: int) -> bool:
    """As in "reported from Lisbon", "wrote six novels": what they do; no "wrote in his book"."""
    after = norms[verb + 1 : verb + _ASKED]
    if after[:1] in (["for"], ["from"]):
        return "that" not in after
    counted = after[:1] != [] and (after[0] in _COUNTED or after[0][0].isdigit())
    return counted and not _WORKS.isdisjoint(after[1:3]) and not _tells_clause(norms, verb)


def _is_sale(norms: Sequence[str], verb: int) -> bool:
    """As in "the clinic offers a free test", but no "offered an apology"."""
    return not _OFFERED.isdisjoint(norms[verb + 1 : verb + _ASKED])


def _is_reaction(norms: Sequence[str], verb: int) -> bool:
    """As in "many patients respond to treatment"."""
    after = _behind(norms, verb)
    return after[:1] == ["to"] and not _TREATED.isdisjoint(after)


def _is_said_of(norms: Sequence[str], verb: int) -> bool:
    """As in "they are said to have left", said of those whom others tell of."""
    return norms[verb + 1 : verb + 2] == ["to"] and _is_without_agent(norms, verb)


def _is_awaited(norms: Sequence[str], verb: int) -> bool:
    """As in "was expected to speak", said of who will speak; "results are expected in May"."""
    behind = norms[verb + 1 : verb + 2] != [] and norms[verb + 1] in _UNTIL
    at = verb - 1 - (norms[verb - 1] in _ADVERBS)
    denied = at >= 0 and norms[at] in _NOT_BEING
    return behind and (denied or _is_without_agent(norms, verb))


def _is_cast(norms: Sequence[str], verb: int) -> bool:
    """As in "casts his ballot", but no "casts doubt on"."""
    return not _BALLOTS.isdisjoint(_behind(norms, verb))


def _is_signed(norms: Sequence[str], verb: int) -> bool:
    """As in "signed a bill", "signed into law the ban", but no "signed a letter"."""
    return not _SIGNED.isdisjoint(_behind(norms, verb))


def _is_agreed(norms: Sequence[str], verb: int) -> bool:
    """As in "agreed an 18-month contract", but no "agreed that", "agreed with her"."""
    after = norms[verb + 1 : verb + _ASKED]
    return after[:1] in (["a"], ["an"]) and not _AGREED.isdisjoint(after)


def _is_protest(norms: Sequence[str], verb: int) -> bool:
    """As in "workers demonstrated in the capital", but no "the study demonstrated a link"."""
    where = norms[verb + 1 : verb + 2] != [] and norms[verb + 1] in _WHERE_PROTESTED
    return where and "that" not in norms[verb + 2 : verb + _ASKED]


def _is_insistence(norms: Sequence[str], verb: int) -> bool:
    """As in "insisted on giving a speech", but no "insisted on calling it a plot"."""
    after = _behind(norms, verb)
    return (
        after[:1] == ["on"]
        and len(after) > 1
        and after[1].endswith("ing")
        and after[1] not in _CALLING
    )


def _is_praised(norms: Sequence[str], verb: int) -> bool:
    """As in "was commended for its work", "Iran, denounced as cruel, has": others did so."""
    return _is_participle(norms, verb) or _is_without_agent(norms, verb)


def _is_name_for(norms: Sequence[str], verb: int) -> bool:
    """As in "a drug also known as X"."""
    return norms[verb + 1 : verb + 2] == ["as"]


def _is_quick(norms: Sequence[str], verb: int) -> bool:
    """As in "has not hesitated in pushing", but no "has not hesitated in saying"."""
    return words_of("speech").isdisjoint(_behind(norms, verb))


def _is_refused(norms: Sequence[str], verb: int) -> bool:
    """As in "denied bail to the men", "denied the club a licence", "denied their request"."""
    after = _behind(norms, verb)
    if after[:1] == [] or after[0] == "that" or after[0].endswith("ing"):
        return False
    # Two objects, one behind the other
    twice = len(after) > _SECOND and after[0] in _ARTICLES and after[_SECOND] in {"a", "an"}
    if after[0] in _HEARERS and len(after) > 1:
        # "Denied him water", but no "denied them in court"
        twice = after[1].isalpha() and after[1] not in _BEHIND_HEARER
        twice = twice and not after[1].endswith("ly")
    return twice or not _REFUSED.isdisjoint(after[:2]) or not _ASKED_FOR.isdisjoint(after[:3])


def _is_voted_in(norms: Sequence[str], verb: int) -> bool:
    """As in "the Senate confirmed the judge", "lawmakers confirmed her in a 52-48 vote"."""
    before, after = norms[verb - 1] if verb else "", norms[verb + 1 : verb + _CLAUSE]
    if after[:1] == ["that"]:
        return False
    if before == "have" and after[:1] != [] and after[0] in _CASES:
        # "A million people have confirmed cases"
        return not _HAVING_CASES.isdisjoint(norms[max(verb - _SUBJECT, 0) : verb])
    return before in _VOTING or (before in _LAWMAKERS and not _BALLOTS.isdisjoint(after))


def _is_wish_to_ask(norms: Sequence[str], verb: int) -> bool:
    """As in "wanted to ask why taxes rose"."""
    return norms[verb + 1 : verb + 3] == ["to", "ask"]


def _is_participle(norms: Sequence[str], verb: int) -> bool:
    """As in "Iran, denounced as a dictatorship, has freed": others did so."""
    return (
        verb > 0
        and norms[verb - 1] == ","
        and norms[verb + 1 : verb + 2] in (["as"], ["for"], ["of"])
        and "by" not in norms[verb + 2 : verb + _CLAUSE]
    )


def _is_held_so(norms: Sequence[str], verb: int) -> bool:
    """As in "has long been viewed as a threat", said of what others think."""
    return norms[verb + 1 : verb + 2] == ["as"] and _is_without_agent(norms, verb)


def _is_offer(norms: Sequence[str], verb: int) -> bool:
    """As in "experts offering advice", but no "left, offering an apology", "are offering"."""
    return verb > 0 and norms[verb - 1] != "," and norms[verb - 1] not in BE_FORMS


def _is_claimed(norms: Sequence[str], verb: int) -> bool:
    """As in "claimed her title", "claimed benefits", "no group has claimed responsibility"."""
    after = _behind(norms, verb)
    if after[:1] == ["responsibility"]:
        return not _NONE.isdisjoint(norms[max(verb - 4, 0) : verb])
    due = after[:1] != [] and after[0] in _DUES
    # A seat: "claimed Quenneby-1 in a narrow contest"
    seat = after[:1] != [] and after[0][0].isalpha() and after[0][-1].isdigit()
    seat = seat and (after[1:2] in (["in"], ["with"], ["by"], ["("]))
    return due or seat or takes_prize(norms, verb)


def _is_declined(norms: Sequence[str], verb: int) -> bool:
    """As in "declined to prosecute", "declined a request for comment"."""
    return norms[verb + 1 : verb + 2] == ["to"] or _refuses_comment(norms, verb)


def _refuses_comment(norms: Sequence[str], verb: int) -> bool:
    """As in "rejected our requests for an interview", "refused to cooperate"."""
    behind = norms[verb + 1 : verb + 3]
    if len(behind) > 1 and behind[0] == "to" and norms[verb] in _REFUSING:
        # But no "refused to say whether", which the reporter was told
        return behind[1] not in words_of("speech") and behind[1] not in _ACCEPTING
    asked = norms[verb + 1 : verb + _ASKED]
    return not _REQUESTS.isdisjoint(asked) and not _SPEECH.isdisjoint(asked)


def _is_unanswered(norms: Sequence[str], verb: int) -> bool:
    """As in "neither Ana Silva nor Rui Lopez responded to requests for comment"."""
    before = norms[max(verb - _CLAUSE, 0) : verb]
    return "neither" in before and not _REQUESTS.isdisjoint(_behind(norms, verb))


def hears_told(norms: Sequence[str], verb: int) -> bool:
    """Whether "heard" passes on what was told, and no case: "the court heard how they met".

    Parameters
    ----------
    norms : sequence of str
        An article's words, lower-cased.
    verb : int
        Where it stands.

    Examples
    --------
    >>> hears_told("the court heard that".split(), 2), hears_told("the court heard it".split(), 2)
    (True, False)
    """
    behind = norms[verb + 1 : verb + 3]
    if not behind or behind[0] in _SAID_IN_COURT:
        return True
    # "The court heard she had been jailed", "it was late, a court has heard."
    return behind[0] in _SUBJECTS and len(behind) > 1 and behind[1] not in _STOPS


def _is_hearing(norms: Sequence[str], verb: int) -> bool:
    """As in "the jury heard that", "they heard testimony"; a court is where it was told."""
    at = verb - 1 - (norms[verb - 1] in HAVE_FORMS)
    before = norms[at] if at >= 0 else ""
    if before in _HEARING:
        return before not in _COURTS or not hears_told(norms, verb)
    return not _HEARD.isdisjoint(_behind(norms, verb)[:2])


def _is_promise(norms: Sequence[str], verb: int) -> bool:
    """As in "the drug shows promise", "patients showed improvement"."""
    return norms[verb + 1 : verb + 2] in (["promise"], ["improvement"], ["improvements"])


def _is_withheld(norms: Sequence[str], verb: int) -> bool:
    """As in "did not say how many", "has not disclosed when", but no "could not say whether"."""
    if norms[verb] == "said" and _is_said_of(norms, verb):
        return True
    if norms[verb + 1 : verb + 2] == [] or norms[verb + 1] not in _ASKED_WHAT:
        return False
    for at in range(verb - 1, max(verb - _DENIED, 0), -1):
        if norms[at] == "not":
            return norms[at - 1] in _NOT_YET
        if norms[at] in _CONTRACTED:
            return True
    return False


def _is_accused(norms: Sequence[str], verb: int) -> bool:
    """As in "he is accused of theft", "the officer accused of theft": others did so."""
    of = norms[verb + 1 : verb + 2] == ["of"] and "by" not in norms[verb + 2 : verb + _CLAUSE]
    return of or _is_participle(norms, verb)


def _is_planned(norms: Sequence[str], verb: int) -> bool:
    """As in "he had planned an attack", but no "plans to leave", "planned that"."""
    return norms[verb + 1 : verb + 2] in (["a"], ["an"])


def _is_gathering(norms: Sequence[str], verb: int) -> bool:
    """As in "they gathered in the square", but no "our correspondent gathered that"."""
    return norms[verb + 1 : verb + 2] != ["that"]


def _is_recall(norms: Sequence[str], verb: int) -> bool:
    """As in "is recalling 125,000 cars"."""
    return any(norm[0].isdigit() for norm in norms[verb + 1 : verb + 3])


def _is_gain(norms: Sequence[str], verb: int) -> bool:
    """As in "employers added 177,000 jobs", "the city added only 300 cases"."""
    if verb and norms[verb - 1] in _EMPLOYERS and _is_recall(norms, verb):
        return True
    after = list(dropwhile(_ROUGHLY.__contains__, norms[verb + 1 : verb + _ASKED]))
    gained = len(after) > 1 and after[0][0].isdigit() and after[1] in _GAINED
    # But no "added 12 members resigned".
    ends = after[2:3] == [] or not (after[2].isalpha() and after[2] not in _PLACED)
    return gained and ends and not _tells_clause(norms, verb)


def _is_menace(norms: Sequence[str], verb: int) -> bool:
    """As in "threatened her with a knife", but no "threatened to sue"."""
    return norms[verb + 1 : verb + 2] in (["her"], ["him"], ["me"], ["them"])


def _is_without_agent(norms: Sequence[str], verb: int) -> bool:
    """Passive and by nobody: as in "jurors were told that", but no "was told by the mayor that"."""
    at = verb - 1 - (norms[verb - 1] in _ADVERBS)
    return at >= 0 and norms[at] in BE_FORMS and norms[verb + 1 : verb + 2] != ["by"]


def _is_sent(norms: Sequence[str], verb: int) -> bool:
    """As in "sent back the case", but no "sent the mayor a letter"."""
    return words_of("document").isdisjoint(_behind(norms, verb))


def _always(_norms: Sequence[str], _verb: int) -> bool:
    return True


_Test = Callable[[Sequence[str], int], bool]
_TESTS: dict[str, _Test] = {
    "accused": _is_accused,
    "added": _is_gain,
    **dict.fromkeys(("approve", "approved", "approves", "approving"), _is_approved),
    **dict.fromkeys(("argue", "argued", "argues", "arguing"), _is_quarrel),
    **dict.fromkeys(("ask", "asked", "asking", "asks"), _is_asked_for),
    **dict.fromkeys(("backed", "backing"), _is_backed),
    **dict.fromkeys(
        ("accepted", "championed", "embraced", "endorsed", "favored", "favoured", "opposed",
         "supported"),
        _is_by,
    ),
    **dict.fromkeys(("pointed", "pointing", "points"), _is_pointed),
    **dict.fromkeys(("proposed", "proposes"), _is_proposal),
    **dict.fromkeys(("call", "called", "calling", "calls"), _is_called),
    **dict.fromkeys(("claim", "claimed", "claiming", "claims"), _is_claimed),
    **dict.fromkeys(("decline", "declined", "declines", "declining"), _is_declined),
    **dict.fromkeys(("rebuffed", "refuse", "refused", "refuses", "rejected"), _refuses_comment),
    **dict.fromkeys(("cast", "casting", "casts"), _is_cast),
    **dict.fromkeys(("confirm", "confirmed", "confirms", "confirming"), _is_voted_in),
    **dict.fromkeys(("denied", "denies", "deny", "denying"), _is_refused),
    **dict.fromkeys(
        ("disclose", "disclosed", "explain", "explained", "reveal", "revealed", "said", "say",
         "specify", "specified"),
        _is_withheld,
    ),
    **dict.fromkeys(("expected",), _is_awaited),
    **dict.fromkeys(("expecting",), _is_expected),
    **dict.fromkeys(("gather", "gathered", "gathers"), _is_gathering),
    **dict.fromkeys(("hesitate", "hesitated"), _is_quick),
    "planned": _is_planned,
    **dict.fromkeys(("recall", "recalled", "recalling", "recalls"), _is_recall),
    **dict.fromkeys(("sign", "signed", "signs", "signing"), _is_signed),
    **dict.fromkeys(("wanted", "wants"), _is_wish_to_ask),
    **dict.fromkeys(_REPORTED, _is_praised),
    "described": _is_participle,
    **dict.fromkeys(("tweeted", "tweets"), _is_posting),
    **dict.fromkeys(("alleged", "believed", "rumored", "rumoured"), _is_said_of),
    "reported": lambda norms, verb: _is_said_of(norms, verb) or _is_job(norms, verb),
    **dict.fromkeys(("writes", "wrote"), _is_job),
    "found": _is_find,
    **dict.fromkeys(("admit", "admits", "admitted", "admitting"), _is_admission),
    **dict.fromkeys(
        ("extend", "extended", "extends", "issued", "observe", "observed", "observes"), _is_keeping
    ),
    **dict.fromkeys(("drawn", "drew", "faced", "faces"), _is_blamed),
    **dict.fromkeys(("agree", "agreed", "agrees"), _is_agreed),
    **dict.fromkeys(("demonstrate", "demonstrated"), _is_protest),
    **dict.fromkeys(("insist", "insisted", "insists"), _is_insistence),
    "known": _is_name_for,
    "offering": _is_offer,
    **dict.fromkeys(("perceived", "regarded", "viewed"), _is_held_so),
    **dict.fromkeys(("pass", "passed", "passes", "passing"), _is_passed),
    **dict.fromkeys(("answered", "replied", "responded", "returned"), _is_unanswered),
    "heard": lambda norms, verb: (
        norms[verb + 1 : verb + 2] == ["of"] or _is_hearing(norms, verb)
    ),
    **dict.fromkeys(("offer", "offered", "offers"), _is_sale),
    **dict.fromkeys(("respond", "responds"), _is_reaction),
    "hoping": _is_offer,
    "sent": _is_sent,
    **dict.fromkeys(("show", "showed", "shows"), _is_promise),
    **dict.fromkeys(("threaten", "threatened", "threatens"), _is_menace),
    **dict.fromkeys(
        ("advised", "assured", "cautioned", "informed", "reminded", "told", "warned"),
        _is_without_agent,
    ),
    **dict.fromkeys(("screamed", "shouted", "yelled"), _is_bare),
    **dict.fromkeys(
        ("garner", "garnered", "ignore", "ignored", "ignores", "ignoring", "impose", "imposed",
         "imposes", "imposing", "settle", "settled", "settles", "settling", "schedule",
         "scheduled", "sue", "sued", "sues", "suing", "tasked", "veto", "vetoed", "vetoes"),
        _always,
    ),
}  # fmt: skip
_DEEDS = _WILL.union(_TESTS, ("to",))
