"""From a text to a report."""

import json
import logging
import subprocess
import sys

import pytest

import credscore
from credscore.article import Article, Link
from credscore.checks import english_ratio, warnings_of
from credscore.document import Document
from credscore.errors import ArtefactError, ArticleError
from credscore.findings import SUPPORTS
from credscore.report import Report
from credscore.scorer import Scorer, score
from credscore.trained import shipped

SOURCED = """\
The city will close the Harbour Bridge for two weeks in May, Mayor Ana Silva said on Monday.

“The steel is older than we thought, and we can't leave it,” Silva told reporters. “It will cost
four million.”

The works were recommended in a report by the engineering firm Holt & Brandt, which found cracks in
six of the bridge's forty joints. Peter Brandt, a partner in the firm, said the cracks were no
danger to traffic today, but might be within two years.

Not everyone agrees. Lena Okafor, who leads the traders' association, said that shops near the
bridge would lose a third of their sales. “Nobody asked us,” she said. The council's transport
department said in a statement that it had invited traders to two meetings in March.

About 30,000 cars cross the bridge each day, according to the department's figures.
"""
UNSOURCED = """\
Everybody knows what is going on with the bridge, and nobody will tell you! The people in charge
have been lying to us for years. Critics say the money is gone. Why won't they answer? It is
clearly the worst scandal this city has ever seen, and we deserve better than these crooks and
their friends. You should be angry. They have taken everything from us, and soon they will take
the bridge as well. Some say it was planned all along. Who would be surprised? We have all had
enough of this, believe me, and it is only going to get worse unless we wake up and throw them
out. The truth is obvious to all of us who can see. How much more of it do you want to take from
the people who hate this city?
"""
GERMAN = (
    "Die Brücke wird im Mai für zwei Wochen gesperrt, sagte die Bürgermeisterin am Montag. " * 8
)
URDU = "وزیر نے پیر کو کہا کہ قیمتیں اگلے سال کم ہوں گی اور لوگوں کو فائدہ ہو گا۔ " * 8
FURNITURE = "Share\nSubscribe to our newsletter\nLeave a Reply\nRead more\n" * 20


@pytest.fixture(scope="module")
def scorer():
    return Scorer.load("general")


def test_a_sourced_article_scores_above_an_unsourced_one(scorer):
    assert scorer.score(SOURCED).score > scorer.score(UNSOURCED).score + 0.2


@pytest.mark.parametrize("text", [SOURCED, UNSOURCED], ids=["sourced", "unsourced"])
def test_a_report_holds_together(scorer, text):
    report = scorer.score(Article(text, title="The bridge", id="a1"))
    assert 0 < report.score < 1
    assert report.interval[0] <= report.score <= report.interval[1]
    assert report.score == report.calibration(report.log_odds)
    # Nothing is added to the score but what the report lists.
    matrix = scorer.model.vector(report.measures)
    assert report.log_odds == pytest.approx(scorer.model.additive.log_odds(matrix)[0], abs=1e-12)
    assert {part.feature for part in report.contributions} <= set(report.measures)
    assert all(report.measures[part.feature] == part.value or part.value != part.value
               for part in report.contributions)  # fmt: skip
    for claim in report.claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.support in SUPPORTS
        assert 0 < claim.probability < 1
    assert {model.name.partition("-v")[0] for model in report.models} >= {"general", "claims"}
    # Every artefact that took part is named: all that are shipped but the other article models.
    assert {model.name for model in report.models} == {
        folder.name for name, folder in shipped().items() if name != "health"
    }
    json.dumps(report.to_dict(), allow_nan=False)


@pytest.mark.parametrize("text", [SOURCED, UNSOURCED], ids=["sourced", "unsourced"])
def test_a_report_explains_itself(scorer, text):
    report = scorer.score(text)
    assert sum(reason.contribution for reason in report.reasons) == pytest.approx(
        report.log_odds - report.intercept, abs=1e-9
    )
    named = [name for reason in report.reasons for name in reason.features]
    assert sorted(named) == sorted(part.feature for part in report.contributions)
    assert len(report.suggestions) == 3
    for item in report.suggestions:
        assert item.score > report.score
        changed = report.calibration(report.log_odds + item.gain)
        assert item.score == pytest.approx(changed, abs=1e-12)
    gains = [item.gain for item in report.suggestions]
    assert gains == sorted(gains, reverse=True)
    low = [claim.probability for claim in report.weakest_claims]
    doubted = [claim.probability for claim in report.claims if claim.probability < 0.9]
    assert low == sorted(doubted)[:3]


def test_a_report_says_the_same_after_a_round_trip(scorer):
    report = scorer.score(UNSOURCED)
    again = Report.from_dict(json.loads(json.dumps(report.to_dict())), UNSOURCED)
    assert again.reasons == report.reasons
    assert again.suggestions == report.suggestions
    assert again.weakest_claims == report.weakest_claims


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "too short to score: 0 words"),
        ("Bridge", "too short to score: 1 words"),
        ("The mayor said so. " * 5, "too short to score: 20 words"),
        (FURNITURE, "too short to score"),
        (GERMAN, "not English"),
        (URDU, "not English"),
        ("1 2 3 4 5 6 7 8 9 10 " * 10, "not English: 0%"),
    ],
    ids=["empty", "word", "short", "furniture", "german", "urdu", "numbers"],
)
def test_what_no_score_would_mean_anything_for_is_refused(scorer, text, message):
    with pytest.raises(ArticleError, match=message):
        scorer.score(text)


def test_what_is_no_text_is_refused(scorer):
    with pytest.raises(ArticleError, match="must be a string, got int"):
        scorer.score(7)


@pytest.mark.parametrize(
    ("article", "warning"),
    [
        (Article(SOURCED[:450]), "short:"),
        (Article("The price of it, he said. " + GERMAN + "It was said to be for the best. " * 2),
         "perhaps not English"),
        (Article(SOURCED, links=(Link(0, len(SOURCED) - 100, "/x"),)), "a page of links"),
    ],
    ids=["short", "mixed", "links"],
)  # fmt: skip
def test_a_reader_is_warned(scorer, article, warning):
    found = scorer.score(article).warnings
    assert any(text.startswith(warning) for text in found), found


def test_an_ordinary_article_has_no_warning(scorer):
    assert scorer.score(SOURCED).warnings == ()


@pytest.mark.parametrize(("share", "warned"), [(0.1, False), (0.2, True)])
def test_far_from_the_training_data_is_said(scorer, share, warned):
    report = scorer.score(SOURCED)
    shapes = scorer.model.additive.shapes
    far = int(share * len(shapes))
    values = {shape.name: shape.extremes[1] + 1 for shape in shapes[:far]}
    values |= {shape.name: shape.extremes[0] for shape in shapes[far:]}
    found = warnings_of(Document(report.article), scorer.model, report.measures | values, 0.3)
    assert any("far from the training data" in text for text in found) is warned


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_keep_their_order(scorer, jobs):
    texts = [SOURCED, UNSOURCED, SOURCED + UNSOURCED] * 15
    reports = list(scorer.score_many(iter(texts), jobs=jobs))
    assert [report.article.text for report in reports] == texts
    assert [report.score for report in reports[:3]] == [scorer.score(t).score for t in texts[:3]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_bad_article_takes_its_own_place_alone(scorer, jobs):
    results = list(scorer.score_many([SOURCED, "", UNSOURCED], jobs=jobs, on_error="yield"))
    assert [isinstance(result, ArticleError) for result in results] == [False, True, False]
    with pytest.raises(ArticleError, match="too short"):
        list(scorer.score_many([SOURCED, "", UNSOURCED], jobs=jobs))


def test_one_process_reads_no_further_than_it_is_asked(scorer):
    def endless():
        while True:
            yield SOURCED

    assert next(scorer.score_many(endless())).score == scorer.score(SOURCED).score


def test_processes_send_what_a_script_defines(tmp_path):
    script = tmp_path / "script.py"
    script.write_text(
        "import dataclasses, sys\n"
        "import credscore\n"
        "@dataclasses.dataclass\n"
        "class Row:\n"
        "    words: int\n"
        "def row(article, report):\n"
        "    return Row(report.words)\n"
        "if __name__ == '__main__':\n"
        "    scorer = credscore.Scorer.load('general')\n"
        "    print(*scorer.map([sys.stdin.read()] * 2, row, 2))\n",
        encoding="utf-8",
    )
    ran = subprocess.run(
        [sys.executable, script], input=SOURCED, capture_output=True, text=True, encoding="utf-8"
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.count("Row(words=") == 2


@pytest.mark.parametrize("jobs", [0, -1])
def test_jobs_that_make_no_sense_are_refused(scorer, jobs):
    with pytest.raises(ValueError, match="jobs must be 1 or more"):
        scorer.score_many([SOURCED], jobs=jobs)


def test_a_model_is_found_by_name_or_folder(scorer):
    from credscore.trained import newest

    by_folder = Scorer.load(newest("general"))
    assert by_folder.score(SOURCED).score == scorer.score(SOURCED).score == score(SOURCED).score


@pytest.mark.parametrize("name", ["nothing", "no/such/folder"])
def test_an_unknown_model_is_named_beside_the_known_ones(name):
    with pytest.raises(ArtefactError, match=rf"{name}.*there are: .*claims.*general"):
        Scorer.load(name)


def test_a_folder_of_another_kind_is_refused():
    from credscore.trained import newest

    with pytest.raises(ArtefactError, match="'claim model', expected 'article model'"):
        Scorer.load(newest("claims"))


@pytest.mark.parametrize(
    ("text", "low", "high"), [(SOURCED, 0.16, 0.6), (GERMAN, 0.0, 0.05), ("", 0, 0)]
)
def test_english_is_told_by_its_function_words(text, low, high):
    assert low <= english_ratio(Document(Article(text))) <= high


def test_every_public_name_can_be_had():
    for name in set(credscore.__all__) - {"read", "score_frame"}:
        assert hasattr(credscore, name), name
    assert set(credscore.__all__) <= set(dir(credscore))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = credscore.nothing


def test_importing_loads_nothing_heavy():
    code = (
        "import sys, credscore; print([m for m in ('numpy', 'rich', 'sklearn', 'pandas', 'click') \
if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_library_is_silent_unless_told_otherwise():
    handlers = logging.getLogger("credscore").handlers
    assert any(isinstance(handler, logging.NullHandler) for handler in handlers)
