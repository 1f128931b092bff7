"""What several test modules share."""

import os
import time

import pytest
from hypothesis import settings

# Tests run side by side: threads of several of them would wait for each other at the same cores.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

# The same examples on every machine, and no limit on time: machines differ.
settings.register_profile("credscore", derandomize=True, deadline=None, max_examples=80)
settings.load_profile("credscore")


@pytest.fixture(scope="session")
def growth():
    """How much longer a function takes on eight times as much, as a multiple of eight.

    1 is linear time, 8 quadratic.
    """

    def seconds(function, argument):
        best = float("inf")
        for _ in range(3):
            begin = time.process_time()
            function(argument)
            best = min(best, time.process_time() - begin)
        return best

    def measure(function, piece, times):
        small = seconds(function, piece * times)
        return seconds(function, piece * times * 8) / small / 8

    return measure
