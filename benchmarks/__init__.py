"""The benchmark harness: accuracy, calibration, transfer, robustness, speed, and its gate.

`python -m benchmarks run` measures, `python -m benchmarks gate` compares with the pinned figures.
The library imports nothing of it and the wheel takes no part of it.
"""

import os

# Before NumPy is loaded: times are of one core, and a second thread that waits counts as well.
for _variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_variable, "1")
