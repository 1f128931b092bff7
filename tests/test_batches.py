"""Many articles: in their order, whatever goes wrong with some."""

import os
import signal
import subprocess
import sys
import threading
import time

import pytest
from joblib import Parallel, delayed

from credscore.article import Article, Link
from credscore.batches import score_all
from credscore.errors import ArticleError, ReadError, WorkerError
from credscore.report import Report
from credscore.scorer import Scorer

try:
    import cloudpickle
except ModuleNotFoundError:
    # Older versions of joblib bring their own.
    from joblib.externals import cloudpickle

# The processes that score know nothing of the tests: their functions travel as they are.
cloudpickle.register_pickle_by_value(sys.modules[__name__])

TEXT = "The minister, Ana Silva, said on Monday that prices would fall by 3%. " * 8


def itself(outcome):
    return outcome


@pytest.fixture(scope="module")
def scorer():
    return Scorer.load()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    "kinds",
    ["", "a", "e", "s", "aea", "eea", "aee", "eee", "saes", "e" * 40 + "a" + "e" * 40, "a" * 34],
)
def test_order_is_kept_and_nothing_lost(scorer, kinds, jobs):
    made = {
        "a": lambda n: Article(TEXT, id=str(n)),
        "s": lambda n: Article("Too short.", id=str(n)),
        "e": lambda n: ReadError(str(n)),
    }
    items = [made[kind](number) for number, kind in enumerate(kinds)]
    made = list(score_all(scorer, iter(items), itself, jobs))
    outcomes = [one.value for one in made]
    expected = {"a": Report, "s": ArticleError, "e": ReadError}
    assert [type(outcome.result) for outcome in outcomes] == [expected[kind] for kind in kinds]
    names = [outcome.article.id if outcome.article else str(outcome.result) for outcome in outcomes]
    assert names == [str(number) for number in range(len(kinds))]
    assert [one.error is None for one in made] == [kind == "a" for kind in kinds]


def test_articles_are_read_as_they_are_scored(scorer):
    read = []

    def items():
        for number in range(100):
            read.append(number)
            yield Article(TEXT)

    outcomes = score_all(scorer, items(), itself)
    next(outcomes)
    assert len(read) == 1


def test_a_fault_in_one_article_does_not_lose_the_others(scorer, monkeypatch, caplog):
    score = Scorer.score

    def faulty(self, article):
        if article.id == "1":
            raise ZeroDivisionError("of ours")
        return score(self, article)

    monkeypatch.setattr(Scorer, "score", faulty)
    articles = [Article(TEXT, id=str(number)) for number in range(3)]
    results = [made.value.result for made in score_all(scorer, articles, itself)]
    assert [isinstance(result, Report) for result in results] == [True, False, True]
    assert "by a fault of credscore (ZeroDivisionError: of ours)" in str(results[1])
    assert "ZeroDivisionError" in caplog.text
    with pytest.raises(ArticleError, match="please report it"):
        list(scorer.score_many(articles))


@pytest.mark.parametrize("jobs", [2, 3])
def test_processes_read_no_further_than_they_score(scorer, jobs):
    read = []

    def items():
        for number in range(1000):
            read.append(number)
            yield Article(TEXT)

    outcomes = score_all(scorer, items(), itself, jobs)
    next(outcomes)
    time.sleep(1)
    # The first chunks hold 1, 2, 4, ... articles; two a process are under way.
    assert len(read) <= 2 ** (2 * jobs + 1)
    for _ in range(200):
        next(outcomes)
    assert len(read) <= 200 + 32 * (2 * jobs + 2)
    outcomes.close()


def test_a_text_does_not_come_back_from_a_process(scorer):
    """What was sent is put into the report again, links and all."""
    articles = [Article(TEXT, id="1", links=(Link(0, 3, "https://example.org"),)), TEXT, "short"]
    one = list(scorer.score_many(articles, 1, on_error="yield"))
    two = list(scorer.score_many(articles, 2, on_error="yield"))
    assert [a.to_dict() == b.to_dict() for a, b in zip(one[:2], two[:2], strict=True)] == [True] * 2
    assert two[0].article is articles[0]
    assert str(one[2]) == str(two[2])


def test_what_is_no_article_is_an_error_in_its_place(scorer):
    for jobs in (1, 2):
        results = list(scorer.score_many([TEXT, 5, TEXT], jobs, on_error="yield"))
        assert [isinstance(result, Report) for result in results] == [True, False, True]


def ended(article, result):  # noqa: ARG001
    if article.id == "7":
        os.kill(os.getpid(), signal.SIGKILL)
    return article.id


def test_a_killed_process_is_told_and_the_next_batch_goes_on(scorer):
    articles = [Article(TEXT, id=str(number)) for number in range(40)]
    done = []
    with pytest.raises(WorkerError, match="ended from outside"):
        done.extend(scorer.map(articles, ended, 2))
    assert done == [str(number) for number in range(len(done))]
    assert len(list(scorer.score_many(articles, 2))) == 40


class EndsAmidSending:
    """Ends its process soon after it was pickled."""

    def __reduce__(self):
        threading.Timer(0.005, os.kill, (os.getpid(), signal.SIGKILL)).start()
        return (EndsAmidSending, ())


def large(article, result):  # noqa: ARG001
    return bytes(1 << 26), EndsAmidSending()


def test_a_process_killed_amid_sending_is_told(scorer):
    with pytest.raises(WorkerError, match="ended from outside"):
        list(scorer.map([TEXT] * 3, large, 2))
    assert len(list(scorer.score_many([TEXT] * 3, 2))) == 3


def test_others_may_use_joblib_before_and_after(scorer):
    for _ in range(2):
        assert len(list(scorer.score_many([TEXT, TEXT], jobs=2))) == 2
        assert Parallel(n_jobs=2)(delayed(abs)(number) for number in (-1, 2)) == [1, 2]


# Where threads may be had, none but the one that asks has worked for it.
OF_ONE_THREAD = """
import time
from credscore import Article, Scorer
scorer = Scorer.load()
article = Article("The minister, Ana Silva, said on Monday that prices would fall by 3%. " * 400)
scorer.score(article)
of_process, of_thread = time.process_time(), time.thread_time()
for _ in range(5):
    scorer.score(article)
print((time.process_time() - of_process) / (time.thread_time() - of_thread))
"""


def test_one_process_works_in_one_thread():
    threads = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "2")
    done = subprocess.run(
        [sys.executable, "-c", OF_ONE_THREAD],
        env=os.environ | threads,
        capture_output=True,
        text=True,
        check=True,
    )
    assert float(done.stdout) < 1.02
