"""Import, each in a fresh interpreter, byte code compiled beforehand."""

from __future__ import annotations

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

from benchmarks.measure import Clock, Line, Sizes, compared

PROGRAM = "from time import process_time as now; start = now(); import {}; print(now() - start)"


def run(sizes: Sizes) -> list[Line]:
    with TemporaryDirectory() as folder:
        return [
            compared(
                "import careertrack",
                _fresh("careertrack", folder),
                "import attrs",
                _fresh("attrs", folder),
                sizes.repeats,
                budget=2.5,
            )
        ]


def _fresh(module: str, byte_code: str) -> Clock:
    """Seconds of CPU of an import in an interpreter of its own, which keeps its byte code in a folder."""
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    surroundings |= {"PYTHONPYCACHEPREFIX": byte_code, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

    def clock() -> float:
        command = [sys.executable, "-c", PROGRAM.format(module)]
        return float(subprocess.run(command, env=surroundings, check=True, capture_output=True).stdout)

    return clock
