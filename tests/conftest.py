"""What several test modules share."""

import gc
import math
import os
import time

import pytest
from hypothesis import settings

# Tests run side by side: threads of several of them would wait for each other at the same cores.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

# A function takes linear time whose growth is below this in one of so many rounds.
LINEAR = 2
ROUNDS = 10

# Modules whose tests take half a minute and more.
LONGEST = ("test_training", "test_faults", "test_labels", "test_growth", "test_score")

# The same examples on every machine, and no limit on time: machines differ.
settings.register_profile("credscore", derandomize=True, deadline=None, max_examples=80)
settings.load_profile("credscore")


def pytest_collection_modifyitems(items):
    """Begin with the longest modules: each runs in one process, which shares what it trains."""
    items.sort(key=lambda item: (*LONGEST, item.path.stem).index(item.path.stem))


@pytest.fixture(scope="session")
def growth():
    """How much longer a function takes on so many times as much, as a multiple of so many times.

    1 is linear time; quadratic time gives 8 where there is eight times as much. Ratios below the
    limit that all tests share end the looking.
    """

    def seconds(function, argument, runs):
        begin = time.process_time()
        for _ in range(runs):
            function(argument)
        return time.process_time() - begin

    def measure(function, short, long, times=8):
        least = math.inf
        # When it runs, and over how many objects, is up to all that the process holds.
        gc.disable()
        for _ in range(ROUNDS):
            # As many runs as make up the long one, just before it: what else the machine does, or
            # the machine below it, falls on both alike.
            small = seconds(function, short, times)
            least = min(least, seconds(function, long, 1) / small)
            if least < LINEAR:
                break
        gc.enable()
        return least

    yield measure
    gc.enable()
