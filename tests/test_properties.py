"""Whatever an article holds: no crash, offsets right, numbers in their range, linear time."""

import gc
import importlib
import json
import math
import pkgutil
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import credscore
import credscore.features
from credscore.article import Article
from credscore.document import Document
from credscore.errors import ArticleError
from credscore.extraction import extract
from credscore.features.claim_measures import claim_features
from credscore.features.measures import measure
from credscore.scorer import Scorer

SAMPLE = (Path(__file__).parents[1] / "samples" / "ferry-agreement.txt").read_text(encoding="utf-8")
# Two hundred words and no end.
SENTENCE = re.sub(r"[.\n“”]", " ", SAMPLE[:1200])
QUOTES = list("\"'“”„‟‘’‚‛«»‹›「」`´″′")
DASHES = list("-‐‑‒–—―−﹘－~")
BLANKS = ["\t", "\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\xa0", "\u1680"]
BLANKS += ["\u2003", "\u2009", "\u202f", "\u2028", "\u2029", "\u205f", "\u3000", "  ", ""]
ODD = [
    "\0",
    "\ud800",
    "\udfff",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u202e",
    "\u2066",
    "\u0301",
    "\u20dd",
]
ODD += [
    "İ",
    "ß",
    "Σ",
    "ﬁ",
    "ǅ",
    "א",
    "ع",
    "新",
    "ก",
    "😀",
    "👩\u200d👧",
    "🇬🇧",
    "\U000e0041",
    "½",
    "²",
]
ODD += [
    "½",
    "²",
    "@",
    "#a",
    "www.a",
    "http://",
    "a@b.co",
    "U.S.",
    "p.m.",
    "Rs1.2",
    "$",
    "%",
    "(",
    "]",
    "<p>",
]
MARKS = re.compile("[“”’\"'.,—]")
# What any rule looks for, so often that a rule which looks back or ahead each time is found out.
PIECES = [*QUOTES, *DASHES, *BLANKS[:-1], *ODD, *".…,;:!?/\\_|*&aA1", "“”", "()", "a.", "A.", "a,"]
PIECES += [
    "A ",
    "a\n",
    "a\n\n",
    "Ms ",
    "of ",
    "said ",
    "he said, ",
    "John Smith, ",
    "1,",
    "1.1",
    "‘a",
]
PIECES += [
    "who ",
    "that ",
    "according to ",
    "The New York Times ",
    "CNN, ",
    "a report by ",
    "-a",
    "a-",
]
PIECES += [
    "the minister of the ",
    "KARACHI (AP) — ",
    "told Reuters that ",
    "Q: a\n",
    "Share this\n",
]
PIECES += [
    "“a’ ",
    "said “",
    "d’a",
    "may not ",
    "officials said they ",
    "http://a ",
    "a/",
    "[a](b)",
    "[",
    "[a](http://",
]


@pytest.fixture(scope="module")
def scorer():
    return Scorer.load()


def holds(scorer, text):
    """Score a text, and see that the report is right in every particular."""
    try:
        report = scorer.score(Article(text, publisher="Dawn"))
    except ArticleError:
        return
    low, high = report.interval
    assert 0 <= low <= report.score <= high <= 1
    parts = math.fsum(part.contribution for part in report.contributions)
    assert report.log_odds == pytest.approx(report.intercept + parts, abs=1e-9)
    assert report.score == report.calibration(report.log_odds)
    assert not any(math.isinf(value) for value in report.measures.values())
    spans = [span for found in report.attributions for span in (found.source, found.cue) if span]
    spans += [span for found in report.attributions for span in found.content]
    spans += [span for source in report.sources for span in source.mentions]
    spans += [(item.start, item.end) for item in report.claims]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
    for item in (*report.claims, *report.hedges, *report.citations):
        if item.start < item.end:
            assert text[item.start : item.end] == item.text
        assert 0 <= item.start <= item.end <= len(text)
    for claim in report.claims:
        assert 0 <= claim.probability <= 1
    written = json.dumps(report.to_dict(), allow_nan=False)
    assert json.dumps(scorer.score(Article(text, publisher="Dawn")).to_dict()) == written


@settings(max_examples=40)
@given(st.text(max_size=300), st.booleans())
def test_any_text_within_an_article(scorer, text, before):
    holds(scorer, f"{text}\n{SAMPLE[:900]}" if before else f"{SAMPLE[:900]}{text}")


EDIT = st.tuples(st.floats(0, 1), st.sampled_from(["drop", "double", "change", "insert"]),
                 st.sampled_from([*QUOTES, *DASHES, *BLANKS, *ODD]))  # fmt: skip


def edited(text, edits):
    """The article with marks dropped, doubled or changed, and odd characters put in."""
    for place, kind, piece in edits:
        at = int(place * len(text))
        mark = MARKS.search(text, at) if kind != "insert" else None
        start, end = mark.span() if mark else (at, at)
        new = {"drop": "", "double": text[start:end] * 2, "change": piece, "insert": piece}[kind]
        text = text[:start] + new + text[end:]
    return text


@settings(max_examples=60)
@given(st.lists(EDIT, min_size=1, max_size=30))
def test_an_article_of_damaged_forms(scorer, edits):
    holds(scorer, edited(SAMPLE[:1800], edits))


@settings(max_examples=30)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.integers(1, 60))
def test_pieces_over_and_over(scorer, pieces, times):
    holds(scorer, f"{SAMPLE[:500]}\n\n{''.join(pieces) * times}")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\0",
        "\ud800" * 500,
        "“" * 100_000,
        "1234 5678. " * 500,
        SAMPLE.replace("\n", " ") * 20,
        f"{SAMPLE}{'word ' * 10_000}.",
        f"{SAMPLE}{'a' * 200_000}",
        f"{SAMPLE}{'“' * 100_000}",
        f"{SAMPLE}{SENTENCE * 250}.",
        SAMPLE.replace(" ", "\u200b \u0301"),
        SAMPLE.translate(dict.fromkeys(range(ord("a"), ord("z") + 1))),
        SAMPLE.upper(),
        SAMPLE.encode("utf-8").decode("cp1252", "replace"),
    ],
    ids=["empty", "NUL", "surrogates", "quotes alone", "no letters", "one line", "one sentence",
         "one word", "quotes", "real sentence", "zero width", "no small letters", "capitals",
         "mojibake"],
)  # fmt: skip
def test_an_extreme_text(scorer, text):
    holds(scorer, text)


# What a rule looks for behind or before a word, which may be the text's last or first.
CONSTRUCTS = [
    "It rained for nine days, Reuters reports that it did, according to a study by the Met Office.",
    "“No,” she told Reuters, a news agency, and the BBC's political editor, Ana Silva, agreed.",
    "“It hurts.” — Ana Silva, Slate (@silva) and Rui Lopez (R-Tenn.) to the Associated Press",
    "It was late, said Ana Silva, Boston, Mass., and Lt-Gen (retd) Rui Lopez, 61, of Lisbon.",
    "THE COLONEL (RETD) SAID ON CNN THAT “I. K. GUJRAL” WAS THE U.K.'S FIRST, REPORTS BSS.",
    "The major RETD's said that it was late, RETD said so, and Wendy's said it, said Retd.",
    "An official who asked not to be named because she may not speak cited a 12-page memo (PDF).",
    "As Dawn noted Sunday, “both” Ana's lawyers and 12% of them – 40 or so – did so, police say.",
    "Dr. Li Wei, Ph.D., told Fox & Friends @foxnews that the analyst's letter, dated May 2, did.",
    "Neither the White House nor a spokesman for it responded to requests for comment, he added:",
    "The ministry, in a statement issued Monday, said it “may” act; its chief, Silva, would not.",
    "The union wants more pay, said While the firm, which makes Quennex, Norvex and others, waits.",
    "Reps. Ana Silva, Rui Lopez and Joe Pell and colleagues met, and they said Since the EC left.",
    "When the FBI and Ana Silva, D-Ill. Rep. Lee Moss and the HC asked, it was how Silva put it.",
]


@pytest.mark.parametrize("text", CONSTRUCTS)
def test_a_text_may_end_and_begin_anywhere(text):
    document = Document(Article(text))
    for start, end in zip(document.starts, document.ends, strict=True):
        for part in (text[:end], text[start:]):
            found = extract(Document(Article(part)))
            assert all(part[c.start : c.end] == c.text for c in found.citations)


@pytest.mark.parametrize("collects", [True, False])
@pytest.mark.parametrize("text", [f"{SAMPLE}\n\n" * 130, "\0" * 250_000], ids=["scored", "refused"])
def test_a_long_article_leaves_the_collector_as_it_was(scorer, text, collects):
    before = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        scorer.attempt(text)
        assert gc.isenabled() is collects
    finally:
        (gc.enable if before else gc.disable)()


def test_any_number_of_processes_gives_the_same(scorer):
    edits = [
        (0.1, "drop", ""),
        (0.3, "insert", "\ud800"),
        (0.5, "insert", "\0"),
        (0.6, "double", ""),
    ]
    texts = [edited(SAMPLE, edits[:number]) for number in range(4)] + ["", "\ud800"]
    results = [
        [str(result) if isinstance(result, ArticleError) else json.dumps(result.to_dict())
         for result in scorer.score_many(texts, jobs, on_error="yield")]
        for jobs in (1, 2, 3)
    ]  # fmt: skip
    assert results[0] == results[1] == results[2]


SYLLABLES = ("bar", "den", "fol", "gar", "hin", "kos", "lam", "mir", "nor", "pel")


def people(count):
    """Sentences with a new person, body and study in each, all named alike."""
    found = []
    for number in range(count):
        name = "".join(SYLLABLES[int(digit)] for digit in f"{number:04}").title()
        found.append(
            f"A feasibility study by the {name} Port Trust found that Ana {name}, an analyst, may "
            f"be right, the port trust said. “It is late,” {name}, who heads it, told the {name} "
            f"Times on Monday. "
        )
    return "".join(found)


def test_sources_that_are_named_alike_are_measured_in_linear_time(growth):
    read = {}
    for count in (100, 800):
        document = Document(Article(people(count)))
        read["x" * count] = document, extract(document)

    def measured(many):
        document, findings = read[many]
        claim_features(document, findings, measure(document, findings))

    assert growth(measured, "x" * 100, "x" * 800) < 2


def patterns():
    """Every compiled regular expression of the library, and whether it is searched for."""
    found = {}
    for package in (credscore, credscore.features):
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if ".training" in info.name or info.name.endswith((".spark", ".dask")):
                continue
            try:
                module = importlib.import_module(info.name)
            except ImportError:
                continue
            source = Path(module.__file__).read_text(encoding="utf-8")
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    uses = set(re.findall(rf"\b{name}\.(\w+)", source))
                    where, searched = found.get(value, (f"{info.name}.{name}", False))
                    found[value] = (where, searched or bool(uses - {"match", "fullmatch"}))
    return found


PATTERNS = patterns()


def own_pieces(pattern):
    """What a pattern looks for itself, as far as its letters and signs tell."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode()
    words = {word for word in re.split(r"\\.|[][()|?*+^$.{}\s]+", source) if word}
    return [f"{word}{end}" for word in sorted(words) for end in ("", " ")]


@pytest.mark.parametrize("pattern", PATTERNS, ids=[name for name, _ in PATTERNS.values()])
def test_no_regular_expression_blows_up(growth, pattern):
    _, searched = PATTERNS[pattern]

    def run(text):
        if searched:
            pattern.sub(text[:0], text)
        else:
            pattern.match(text)

    slow = {}
    for piece in [*PIECES, *own_pieces(pattern)]:
        text = piece * (5_000 // len(piece) + 1)
        if isinstance(pattern.pattern, bytes):
            text = text.encode("utf-8", "surrogatepass")
        begin = time.process_time()
        run(text)
        # A look at each character takes less, one at each pair of them more.
        if time.process_time() - begin > 0.002 and (ratio := growth(run, text, text * 8)) >= 2:
            slow[piece] = ratio
    assert slow == {}
