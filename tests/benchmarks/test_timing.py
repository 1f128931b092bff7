"""Timing beside a calibration loop."""

import time

import pytest

from benchmarks.timing import calibration_loop, interleaved, ratios


def test_the_loop_is_the_same_work_every_time():
    assert calibration_loop() == calibration_loop()


def test_tasks_take_turns_and_the_first_round_does_not_count():
    order = []
    now = iter(range(100))
    tasks = {name: lambda name=name: order.append(name) for name in ("a", "b")}
    seconds = interleaved(tasks, 2, lambda: next(now))
    assert order == ["a", "b"] * 3
    assert seconds == {"a": [1, 1], "b": [1, 1]}


@pytest.mark.parametrize(
    ("one", "other", "expected"), [([1.0], [2.0], 0.5), ([1.0, 9.0, 4.0], [1.0, 3.0, 2.0], 2.0)]
)
def test_ratios_are_of_rounds(one, other, expected):
    assert ratios(one, other) == expected


def test_time_of_the_processor_leaves_out_waiting():
    seconds = interleaved({"sleep": lambda: time.sleep(0.05)}, 1)
    assert seconds["sleep"][0] < 0.04
