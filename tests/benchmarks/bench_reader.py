"""Opening sources in the reader: from the act until the first page is painted."""

import json
import subprocess
import sys

from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.reader_window import PAGES, TEXT


def figures() -> list[Figure]:
    """Open a text of 5 MB and a PDF of 500 pages, as text and as pages, and turn a page.

    Each opening of pages starts the worker process anew; for `reader.turn` it runs. The window is
    in a process of its own.
    """
    window = [sys.executable, "-m", "tests.benchmarks.reader_window"]
    found = json.loads(subprocess.run(window, check=True, capture_output=True).stdout)
    return [
        figure(f"reader.{leg}", times, "ms", n=TEXT if leg == "text" else PAGES)
        for leg, times in found.items()
    ]
