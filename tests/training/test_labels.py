"""One's own labels: what is read, and what is said when they won't do."""

import csv
import json
import random

import pytest
from click.testing import CliRunner

from credscore.commands.evaluate import command as evaluate_command
from credscore.commands.train import command as train_command
from credscore.errors import LabelsError
from credscore.scorer import Scorer
from credscore.training.labels import read_labels

NAMES = ["Ana Silva", "Peter Brandt", "Lena Okafor", "Imran Khan", "Mei Tanaka", "Rosa Diaz"]
THINGS = ["the bridge", "the school", "the new road", "the clinic", "the market", "the dam"]


def rows(count=90, seed=1):
    """Articles with a speaker in each sentence, and articles with none."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        good = number % 3 > 0
        said = (
            f"{chance.choice(NAMES)}, a doctor at the clinic, said on Monday that "
            if good
            else "Everybody knows that "
        )
        text = " ".join(
            f"{said}{chance.choice(THINGS)} would cost us {chance.randint(2, 90)} million."
            for _ in range(7)
        )
        found.append({"text": text, "label": int(good), "publisher": f"paper{number % 9}.com"})
    return found


def write(file, items):
    if file.suffix == ".jsonl":
        file.write_text("".join(json.dumps(item) + "\n" for item in items))
        return file
    with file.open("w", newline="", encoding="utf-8") as out:
        delimiter = "\t" if file.suffix == ".tsv" else ","
        writer = csv.DictWriter(out, list(items[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(items)
    return file


@pytest.mark.parametrize("name", ["labels.csv", "labels.tsv", "labels.jsonl"])
def test_each_form_gives_the_same(tmp_path, name):
    found = read_labels(write(tmp_path / name, rows()))
    assert found.rows == 90
    assert found.threshold == 1
    assert not found.ungrouped
    assert [item.rating for item in found.articles[:4]] == [0, 1, 1, 0]
    assert {item.outlet for item in found.articles} == {f"paper{n}" for n in range(9)}


@pytest.mark.parametrize(
    ("good", "bad"), [("yes", "no"), ("TRUE", "FALSE"), (True, False), ("1.0", "0.0"), (1, 0)]
)
def test_labels_may_be_written_in_several_ways(tmp_path, good, bad):
    items = [item | {"label": good if item["label"] else bad} for item in rows()]
    found = read_labels(write(tmp_path / "labels.jsonl", items))
    assert sum(item.rating for item in found.articles) == 60


def test_a_rating_has_a_threshold(tmp_path):
    items = [{"text": row["text"], "rating": 2 + 2 * row["label"]} for row in rows()]
    file = write(tmp_path / "labels.csv", items)
    assert read_labels(file).threshold == 3
    assert read_labels(file, threshold=4).threshold == 4
    assert read_labels(file).ungrouped == "no publisher is given"
    with pytest.raises(LabelsError, match=r"90 of them at 1 or more and 0 below.*--threshold"):
        read_labels(file, threshold=1)


def test_part_of_a_step_does_not_count(tmp_path):
    items = [{"text": row["text"], "rating": 2.75 + row["label"]} for row in rows()]
    found = read_labels(write(tmp_path / "labels.csv", items))
    assert sum(item.rating >= 3 for item in found.articles) == 60


@pytest.mark.parametrize("publishers", [("one.com", "one.com"), ("poor.com", "good.com")])
def test_too_few_publishers_are_no_groups(tmp_path, publishers):
    items = [item | {"publisher": publishers[item["label"]]} for item in rows()]
    file = write(tmp_path / "labels.csv", items)
    found = read_labels(file)
    assert found.ungrouped.startswith("fewer than 3 publishers")
    assert len({item.outlet for item in found.articles}) == 90


def test_publishers_of_one_label_each_hinder_no_training(tmp_path):
    items = [item | {"publisher": f"paper{item['label']}.com"} for item in rows()]
    file = write(tmp_path / "labels.csv", items)
    result = run(train_command, file, "--out", tmp_path / "mine", "--jobs", 1)
    assert result.exit_code == 0, result.output
    assert "fewer than 3 publishers" in result.stderr
    assert "each article is its own group" in (tmp_path / "mine" / "MODEL_CARD.md").read_text()


def test_articles_that_cannot_be_scored_are_left_out_and_counted(tmp_path):
    items = [
        item | {"text": item["text"][: 80 if n < 9 else None]} for n, item in enumerate(rows())
    ]
    items.append(items[-1])
    result = run(evaluate_command, write(tmp_path / "labels.csv", items), "--jobs", 1)
    assert result.exit_code == 0, result.output
    assert "81 rows of 9 outlets" in result.output
    assert "1 rows left out: their text stands in another" in result.stderr
    assert "9 articles left out: under 40 words or not English" in result.stderr


def test_too_few_that_can_be_scored_are_refused(tmp_path):
    items = [item | {"text": item["text"][:80] + str(n)} for n, item in enumerate(rows())]
    file = write(tmp_path / "labels.csv", items)
    with pytest.raises(LabelsError, match="0 of 90 articles can be scored, others are under 40"):
        run(train_command, file, "--out", tmp_path / "mine", "--jobs", 1, catch=False)


def test_a_text_counts_once(tmp_path):
    items = rows()
    assert len(read_labels(write(tmp_path / "labels.csv", [*items, *items])).articles) == 90


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda _: [], "has no rows"),
        (lambda items: items[:30], r"has 30 different articles, and 60 are the fewest"),
        (lambda items: [i | {"label": 1} for i in items], "90 of them at 1 or more and 0 below; "
         "15 of each are the fewest"),
        (lambda items: [{"body": i["text"], "label": 1} for i in items], "columns body, label; it "
         "needs 'text'"),
        (lambda items: [{"text": i["text"], "stars": 1} for i in items], "columns stars, text; it "
         "needs 'text' and one of 'label'"),
        (lambda items: [*items[:1], items[1] | {"label": "perhaps"}], "line 2: 'label' must be 1 "
         "or 0, true or false, yes or no, got 'perhaps'"),
        (lambda items: [items[0] | {"label": None}], "line 1: 'label' must be 1 or 0"),
        (lambda _: [{"text": "a", "rating": 1e9}], "'rating' must be a number of no more than"),
        (lambda items: [items[0] | {"text": " "}], "line 1: 'text' must be a string"),
        (lambda items: [items[0] | {"title": ["Port"]}], "line 1: 'title' must be a string, got l"),
        (lambda items: [items[0] | {"url": {"href": "a.b"}}], "line 1: 'url' must be a string"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_what_to_do(tmp_path, change, message):
    file = write(tmp_path / "labels.jsonl", change(rows()))
    with pytest.raises(LabelsError, match=message):
        read_labels(file)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("labels.xls", b"x", "expected a file that ends in .csv"),
        ("labels.csv", b"\xff\xfe\x00", "can't be read as UTF-8"),
        ("labels.jsonl", b"{", "line 1: not JSON"),
        ("labels.jsonl", b"[]", "line 1: expected an object, got list"),
        ("labels.jsonl", b"[" * 100_000, "line 1: not read: nested too deeply"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path, name, content, message):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(LabelsError, match=message):
        read_labels(tmp_path / name)


def test_a_file_that_is_missing_is_named(tmp_path):
    with pytest.raises(LabelsError, match=r"gone\.csv can't be read"):
        read_labels(tmp_path / "gone.csv")


def run(command, *arguments, catch=True):
    words = [str(argument) for argument in arguments]
    return CliRunner().invoke(command, words, catch_exceptions=catch)


def test_a_model_of_ones_own_is_trained_judged_and_used(tmp_path):
    file = write(tmp_path / "labels.csv", rows())
    result = run(train_command, file, "--out", tmp_path / "mine", "--jobs", 1)
    assert result.exit_code == 0, result.output
    assert "mine: 90 rows of 9 outlets, 66.7% positive" in result.output
    card = (tmp_path / "mine" / "MODEL_CARD.md").read_text()
    assert "# mine" in card
    assert "file of 90 rows" in card
    scorer = Scorer.load(tmp_path / "mine")
    good, bad = (scorer.score(rows()[place]["text"] * 2).score for place in (1, 0))
    assert good > bad + 0.3
    assert scorer.score(rows()[1]["text"]).models[0].name == "mine"


def test_labels_can_be_judged_without_a_model(tmp_path):
    result = run(evaluate_command, write(tmp_path / "labels.jsonl", rows()), "--jobs", 1)
    assert result.output.startswith("labels: 90 rows of 9 outlets")


def test_labels_can_be_judged_with_plots(tmp_path):
    pytest.importorskip("matplotlib")
    file = write(tmp_path / "mine.csv", rows())
    result = run(evaluate_command, file, "--jobs", 1, "--plots", tmp_path / "plots")
    assert result.exit_code == 0, result.output
    drawn = sorted(path.name for path in (tmp_path / "plots").iterdir())
    names = ("mine-coverage", "mine-learning-curve", "mine-reliability", "mine-score-by-rating")
    assert drawn == [f"{name}.{suffix}" for name in names for suffix in ("png", "svg")]
    assert str(tmp_path / "plots" / "mine-coverage.svg") in result.output
    assert "AUC by articles in training: 25 " in result.output
    assert "90% of the bootstrap over outlets: AUC " in result.output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["labels.csv"], "say with --out DIR"),
        (["labels.csv", "--jobs", "0"], "Invalid value for '--jobs'"),
        (["general", "--threshold", "2"], "--threshold goes with a file of labels alone"),
        (["nonsense"], "neither a file of labels"),
    ],
)
def test_wrong_commands_are_explained(arguments, message):
    result = run(train_command, *arguments)
    assert result.exit_code == 2
    assert message in result.output


def test_other_files_are_not_written_among(tmp_path):
    (tmp_path / "thesis.txt").touch()
    result = run(train_command, "labels.csv", "--out", tmp_path)
    assert "holds other files" in result.output
