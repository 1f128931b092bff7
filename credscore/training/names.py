"""Counting which words are names of persons, in news text: rebuilds `features/names.txt`."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from credscore.errors import LabelsError
from credscore.features.cues import words_of
from credscore.lexicons import read_sections
from credscore.tokens import normalise

__all__ = ["build"]

_CORPORA = ("allsides", "bangladesh", "buzzfeed_webis", "healthnewsreview", "recovery")
_ENTITIES = Path("data/newswire_entities/articles.jsonl.gz")
_COUNTED = ("female", "male", "given", "surname")
_HEADER = """\
# Words of names, in lower case.
# Origin: [female], [male], [given] and [surname] are counted by credscore/training/names.py:
# words of the persons annotated in the Worldwide English newswire entities, and words of news
# text that stand where a person is named: after a title or office, before an age, before an
# appositive, beside "said". The first two also by the pronouns that follow, and from a short list
# of South Asian, African and East Asian given names that the corpora seldom show. The other
# sections were written by hand.
# Admitted: [female], [male], [given] words three quarters of whose capitalised uses are in names
# of annotated persons, or that begin the names of four persons in news text and are seldom
# written small; [surname] words that end persons' names in an eighth of their uses, or of eight
# persons. No place, body, nation, office or word that opens sentences is among them. [country],
# [city], [state]: places that speak as governments. [body] last words of names of organisations;
# [body end] their legal forms, and what firms and places of business are called, none of them a
# last name. [known body] bodies that news names by words that do not tell what they are. [particle]
# parts of names in lower case. [opener] words that take a capital at the head of a sentence and
# name nobody. [occupation] what people do, before or behind their names in lower case; none that
# is a last name too. [listed female], [listed male], [listed given], [listed surname]: the commoner
# names in the US Census Bureau's lists of 1990 (public domain), and those in Faker's for Africa,
# South Asia, Indonesia, Turkey, Vietnam, Europe and the Americas (MIT licence, Daniele Faraglia);
# without what news text writes small, places, outlets and bodies, and what it has often but seldom
# where a person is named. The first two are those that no list gives to the other gender, words of
# [given] among them.
"""
_FEMALE = """
abigail agatha aisha alison amaka amina ananya anita anjali anne annette annie arlene asma
ayesha benazir bushra chioma deepa farhana fatima folake hasina hillary hina indira kavita
khadija khaleda lakshmi lindiwe mamata maryam meena mehreen nadia nasreen ngozi nirmala
nkosazana nomvula nurul priya rabia rumana sadia saima sakura sana sara shireen siti sonia
sunita thandi wanjiru yuki zainab zanele
""".split()
_MALE = """
abdul abdullah adnan ahmad ahmed ali amir amit anil anwar arif arun arvind asad asif babatunde
bilal bilawal chinedu cyril emeka fahad faisal fawad ganesh hamid hamza hassan hussain ibrahim
imran irfan ishaq ismail jacob jaishankar javed joko kamran khalid khawaja khurram kofi kwame
lance mahathir mahmood manmohan mehmood mohammad mohammed muhammad najib narendra nasser nawaz
omar parvez pervez rahman rahul rajesh ramesh rashid rehman sajid sanjay shah shahbaz sipho
sunil suresh tariq thabo umar usman vijay yousaf yusuf zahid
""".split()
_OFFICES = """
spokesman spokeswoman spokesperson director professor analyst mr mrs ms dr sen rep gov president
senator chairman chairwoman secretary attorney reporter lawyer author ceo founder strategist
candidate correspondent economist governor mayor judge commissioner sheriff officer congressman
congresswoman minister doctor physician researcher coach actor actress singer activist
""".split()
# Words after an office or before an appositive that are no names, and first words of places.
_NEVER = frozenset(
    """
    abc airlines and armed city cbs cnn cornell des et for fort fox general her his hon house jr
    king lady las lord los mrs nbc new north our pope prince princess queen san santa sir sr st
    south the this that tan university west what who east el united
    """.split()
)
_WORD = r"[A-ZÀ-Þ][\w’'-]+"
_PAIR = rf"({_WORD}) (?:(?:[A-Z]\.|{_WORD}) )?({_WORD})"
_OFFICE = "|".join(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in _OFFICES)
_AFTER_OFFICE = re.compile(rf"\b(?:{_OFFICE})\.? {_PAIR}\b")
_BEFORE_AGE = re.compile(rf"\b({_WORD}) (?:[A-Z]\. )?({_WORD})[,(] ?\d\d[,)]")
_BEFORE_APPOSITIVE = re.compile(rf"\b({_WORD}) (?:[A-Z]\. )?({_WORD}), (?:a|an|the|who) [a-z]")
_VERBS = "said|says|told|added|wrote"
_NAME = rf"({_WORD}) (?:[A-Z]\. )?({_WORD})"
_BESIDE_VERB = re.compile(rf"(?:{_VERBS}) {_NAME}\b|\b{_NAME} (?:{_VERBS})")
_PATTERNS = (
    (_AFTER_OFFICE, 1.0),
    (_BEFORE_AGE, 1.0),
    (_BEFORE_APPOSITIVE, 1.0),
    (_BESIDE_VERB, 0.5),
)
_CAPITAL = re.compile(rf"\b{_WORD}")
_SMALL = re.compile(r"\b[a-z]+\b")
_HE = re.compile(r"\b(?:he|his|him)\b")
_SHE = re.compile(r"\b(?:she|her)\b")
_WINDOW = 160
_SELDOM = 5


@dataclass(slots=True)
class _Counts:
    """What news text says of each word, in lower case."""

    first: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    last: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    weight: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    small: Counter[str] = field(default_factory=Counter)
    he: Counter[str] = field(default_factory=Counter)
    she: Counter[str] = field(default_factory=Counter)


def build(data: Path, out: Path) -> dict[str, int]:
    """Write the counted sections of the list of names anew; the others stay as they stand.

    Parameters
    ----------
    data : Path
        The data folder.
    out : Path
        The file to write, `features/names.txt`, which holds the sections written by hand.

    Returns
    -------
    dict of str to int
        Entries of each section.

    Raises
    ------
    LabelsError
        If a corpus is missing.
    """
    kept = {
        name: entries
        for name, entries in read_sections("credscore.features", "names.txt").items()
        if name and name not in _COUNTED
    }
    barred = _barred(kept)
    counts = _count(_texts(data))
    annotated = _annotated_persons(data)
    annotated = {word for word in annotated if counts.small[word] < _SELDOM}
    given = {word for word in _given(counts) | annotated if _is_word(word)} - barred
    given |= set(_FEMALE) | set(_MALE)
    female, male = _by_pronoun(given, counts)
    female = (female | set(_FEMALE)) - set(_MALE)
    male = (male | set(_MALE)) - female
    surname = {word for word in _surnames(counts) if _is_word(word)} - barred - given
    sections: dict[str, Iterable[str]] = {
        "female": female,
        "male": male,
        "given": given - female - male,
        "surname": surname,
        **kept,
    }
    lines = [_HEADER]
    for name, entries in sections.items():
        lines.append(f"[{name}]\n")
        lines += [f"{entry}\n" for entry in sorted(entries)]
    out.write_text("".join(lines), encoding="utf-8")
    return {name: len(list(entries)) for name, entries in sections.items()}


def _barred(kept: Mapping[str, tuple[str, ...]]) -> set[str]:
    sections = ("country", "city", "nationality", "body", "body end", "opener", "particle")
    words = {word for name in sections for entry in kept[name] for word in entry.split()}
    for name in ("title", "role", "collective", "document"):
        words |= words_of(name)
    return words | _NEVER


def _is_word(word: str) -> bool:
    return len(word) > 1 and re.sub("[-']", "", word).isalpha() and not word.endswith("'s")


def _read(file: Path) -> Iterator[dict[str, object]]:
    if not file.is_file():
        raise LabelsError(f"{file} is missing; give the folder that holds 'gold' and 'data'")
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _texts(data: Path) -> Iterator[str]:
    for corpus in _CORPORA:
        for row in _read(data / "data" / corpus / "articles.jsonl.gz"):
            yield str(row["text"])


def _count(texts: Iterable[str]) -> _Counts:
    counts = _Counts()
    for text in texts:
        for pattern, weight in _PATTERNS:
            for match in pattern.finditer(text):
                first, last = (normalise(word) for word in match.groups() if word)
                counts.first[first][last] += 1
                counts.last[last][first] += 1
                counts.weight[first] += weight  # type: ignore[assignment]
                tail = text[match.end() : match.end() + _WINDOW]
                he, she = len(_HE.findall(tail)), len(_SHE.findall(tail))
                counts.he[first] += he > she
                counts.she[first] += she > he
        counts.capital.update(map(normalise, _CAPITAL.findall(text)))
        counts.small.update(_SMALL.findall(text))
    return counts


def _given(counts: _Counts) -> set[str]:
    return {
        word
        for word, others in counts.first.items()
        if len(others) >= 4
        and counts.weight[word] >= 4
        and counts.small[word] <= 0.3 * counts.capital[word]
        and counts.weight[word] >= 0.06 * counts.capital[word]
    }


def _surnames(counts: _Counts) -> set[str]:
    found = set()
    for word, others in counts.last.items():
        number = sum(others.values())
        share = number / max(counts.capital[word], 1)
        if counts.small[word] <= 0.1 * counts.capital[word] and (
            (number >= 3 and share >= 0.12) or (len(others) >= 8 and share >= 0.03)
        ):
            found.add(word)
    return found


def _by_pronoun(given: Iterable[str], counts: _Counts) -> tuple[set[str], set[str]]:
    """Names after which "she" stands, and those after which "he" stands.

    "He" is the commoner by far, of others in the same sentences too: half of "she" is enough.
    """
    female, male = set(), set()
    for word in given:
        he, she = counts.he[word], counts.she[word]
        if he + she >= 4 and she >= 0.6 * (he + she):
            female.add(word)
        elif he + she >= 4 and he >= 0.85 * (he + she):
            male.add(word)
    return female, male


def _annotated_persons(data: Path) -> set[str]:
    """Words that are in annotated names of persons in three quarters of their capitalised uses."""
    inside: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for row in _read(data / _ENTITIES):
        for sentence in row["sentences"]:  # type: ignore[attr-defined]
            for word, tag in zip(sentence["tokens"], sentence["tags"], strict=True):
                if word[0].isupper():
                    every[normalise(word)] += 1
                    inside[normalise(word)] += tag.endswith("Person")
    return {word for word, number in inside.items() if number and number >= 0.75 * every[word]}
