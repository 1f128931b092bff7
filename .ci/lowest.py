"""Print the lowest version that is allowed of each library, as constraints for pip.

`python .ci/lowest.py html parquet` reads `pyproject.toml` in the current folder: what the library
needs, and what those extras do.
"""

import re
import sys
import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
extras = project["optional-dependencies"]
entries = [*project["dependencies"], *(entry for name in sys.argv[1:] for entry in extras[name])]
for entry in entries:
    if found := re.match(r"([\w.-]+)(?:\[.*?\])?>=([\d.]+)", entry):
        print(f"{found[1]}=={found[2]}")
