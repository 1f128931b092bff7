"""What is outside fails: a clear message, a right exit code, and what was done is kept."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

resource = pytest.importorskip("resource")

TEXT = "The minister, Ana Silva, said on Monday that prices would fall by 3%. " * 4
SCORE = (sys.executable, "-c", "from credscore.cli import main; main()", "score")
NEEDS_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


@pytest.fixture
def articles(tmp_path):
    file = tmp_path / "a.jsonl"
    rows = [json.dumps({"text": f"{TEXT} Number {n}.", "id": f"n{n}"}) for n in range(60)]
    file.write_text("\n".join(rows))
    return file


def run(*args, **options):
    return subprocess.run(
        [*SCORE, *map(str, args)],
        capture_output="stdout" not in options,
        text=True,
        check=False,
        **options,
    )


def small_files(size):
    """As on a disk that has no room for more; Python does not die of the signal."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("form", ["jsonl", "csv"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_full_disk_keeps_what_was_done_and_resume_goes_on(articles, tmp_path, form, jobs):
    whole = run(articles, "--format", form).stdout
    output = tmp_path / f"out.{form}"
    command = (articles, "--format", form, "-o", output, "--jobs", jobs)
    stopped = run(*command, preexec_fn=small_files(len(whole) // 2))
    assert stopped.returncode == 1
    (told,) = [line for line in stopped.stderr.splitlines() if "Error" in line]
    done = output.read_bytes().count(b"\n") - (form == "csv")
    assert told.startswith(f"Error: can't write {output}: File too large; {done} articles are in")
    assert told.endswith("--resume goes on")
    assert "Traceback" not in stopped.stderr
    assert 0 < done < 60
    assert run(*command, "--resume").returncode == 0
    assert output.read_text(encoding="utf-8") == whole


@pytest.mark.parametrize("form", ["json", "parquet", "table", "page"])
def test_a_full_disk_is_told_in_every_form(articles, tmp_path, form):
    if form == "parquet":
        pytest.importorskip("pyarrow")
    output = tmp_path / "out"
    stopped = run(
        *(articles, "--format", form, "-o", output),
        preexec_fn=small_files(2_000),
    )
    assert stopped.returncode == 1
    assert f"Error: can't write {output}: File too large" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    # A file that is no use in part does not stay.
    assert form != "parquet" or sorted(tmp_path.iterdir()) == [articles]


@NEEDS_FULL
@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "table"])
def test_standard_output_without_space(articles, form):
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        stopped = run(articles, "--format", form, stdout=full, stderr=subprocess.PIPE)
    assert stopped.returncode == 1
    assert "Error: can't write standard output: No space left on device" in stopped.stderr
    assert "Traceback" not in stopped.stderr
    assert "Exception ignored" not in stopped.stderr


@pytest.mark.parametrize("form", ["jsonl", "parquet", "html", "json", "table"])
def test_a_folder_that_can_not_be_written(articles, form):
    if not Path("/sys/kernel").is_dir():
        pytest.skip("no folder here that even root can't write")
    stopped = run(articles, "--format", form, "-o", "/sys/kernel/out")
    assert stopped.returncode == 2
    assert "Can't write /sys/kernel/out" in stopped.stderr
    assert "Traceback" not in stopped.stderr


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_a_reader_that_has_seen_enough(articles, form, jobs):
    command = [*SCORE, str(articles), "--format", form, "--jobs", str(jobs)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline()
        process.stdout.close()
        told = process.stderr.read().decode()
    assert process.returncode == 0
    assert "Error" not in told
    assert "Traceback" not in told


def wait_for(condition):
    give_up = time.monotonic() + 180
    while not condition():
        assert time.monotonic() < give_up
        time.sleep(0.01)


def workers_of(process):
    """Processes that score for one, of all its children."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            command = (place / "cmdline").read_bytes()
        except (OSError, IndexError, ValueError):
            continue
        if parent == process.pid and b"popen_loky" in command:
            found.append(int(place.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc here")
def test_a_worker_that_the_system_kills(articles, tmp_path):
    rows = articles.read_text().splitlines() * 20
    articles.write_text("\n".join(rows))
    output = tmp_path / "out.jsonl"
    command = [*SCORE, str(articles), "--format", "jsonl", "-o", str(output), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as process:
        wait_for(lambda: output.exists() and output.stat().st_size)
        os.kill(workers_of(process)[0], signal.SIGKILL)
        told = process.stderr.read().decode()
    assert process.returncode == 1
    done = output.read_bytes().count(b"\n")
    assert "a process that scored was ended from outside" in told
    assert f"{done:,} articles are in {output}; the same command with --resume goes on" in told
    assert "Traceback" not in told
    assert output.read_bytes().endswith(b"\n")
    assert 0 < done < len(rows)


def test_no_worker_outlives_a_batch_that_was_killed(articles, tmp_path):
    if not Path("/proc/self/stat").exists():
        pytest.skip("no /proc here")
    output = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [*SCORE, str(articles), "--format", "jsonl", "-o", str(output), "--jobs", "2"],
        stderr=subprocess.DEVNULL,
    )
    wait_for(lambda: output.exists() and output.stat().st_size)
    workers = workers_of(process)
    assert workers
    process.kill()
    process.wait()
    wait_for(lambda: not any(alive(worker) for worker in workers))


def alive(number):
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
