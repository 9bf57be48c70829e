"""Opening sources in the reader: from the act until the first page is painted."""

import json
import subprocess
import sys
from statistics import median

from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.reader_window import PAGES, TEXT


def figures() -> list[Figure]:
    """Open a text of 5 MB and a PDF of 500 pages, as text and as pages, and turn a page.

    At first the worker process has to be started, and the floor is what it takes by itself to draw
    the same page; else it runs, as it does while a reader shows. The window is in a process of its
    own.
    """
    window = [sys.executable, "-m", "tests.benchmarks.reader_window"]
    found = json.loads(subprocess.run(window, check=True, capture_output=True).stdout)
    floors = {"pdf_at_first": median(found.pop("worker"))}
    return [
        figure(
            f"reader.{leg}", times, "ms", n=TEXT if leg == "text" else PAGES, floor=floors.get(leg)
        )
        for leg, times in found.items()
    ]
