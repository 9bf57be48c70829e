"""What PySide would keep of every module that is imported after it."""

import json
import subprocess
import sys

PROGRAM = """
import importlib, json, linecache, sys

for name in sys.argv[1:]:
    importlib.import_module(name)
import evidence_board.model.claim
from PySide6.QtWidgets import QWidget

sources = [name for name in linecache.cache if name.endswith(".py")]
print(json.dumps([len(sources), QWidget.isVisible.__name__]))
"""


def kept_after(*first: str) -> tuple[int, str]:
    """Return how many sources are kept after importing these and records; and a name of Qt's."""
    command = [sys.executable, "-c", PROGRAM, *first]
    done = subprocess.run(command, capture_output=True, check=True)
    sources, method = json.loads(done.stdout)
    return sources, method


def test_no_source_is_kept_of_what_is_imported_after_the_window() -> None:
    assert kept_after("PySide6.QtCore", "evidence_board.ui") == (0, "isVisible")


def test_pyside_by_itself_keeps_them() -> None:
    assert kept_after("PySide6.QtCore")[0] > 50, "It no longer does: plain_imports.py may go."
