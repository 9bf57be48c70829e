"""What holds for every test: no display, no folder of the person's, one real window at a time."""

import atexit
import os
import shutil
import tempfile

import pytest

# Before any test imports Qt. Tests of the real window start the program on a display of their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Backups go to a folder of this run, also those of the programs that tests start, never to that of
# the person who runs the tests.
_PRIVATE = tempfile.mkdtemp(prefix="evidence-board-tests-")
os.environ["XDG_DATA_HOME"] = _PRIVATE
atexit.register(shutil.rmtree, _PRIVATE, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that drive real windows in one worker, so that they never run side by side."""
    for test in items:
        if test.get_closest_marker("window"):
            test.add_marker(pytest.mark.xdist_group("window"))
