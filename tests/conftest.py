"""What holds for every test: no display, no folder of the person's, one real window at a time."""

import atexit
import gc
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from coverage import Coverage

from tests.in_memory import folder_in_memory

# Before any test imports Qt. Tests of the real window start the program on a display of their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Backups go to a folder of this run, also those of the programs that tests start, never to that of
# the person who runs the tests.
_PRIVATE = tempfile.mkdtemp(prefix="evidence-board-tests-")
os.environ["XDG_DATA_HOME"] = _PRIVATE
atexit.register(shutil.rmtree, _PRIVATE, ignore_errors=True)

OF_THE_CORE = ("analysis", "brief", "cli", "commands", "interchange", "model", "project")
"""Folders of the tests that have to reach the lines of the core by themselves."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that drive real windows in one worker, so that they never run side by side."""
    for test in items:
        if test.get_closest_marker("window"):
            test.add_marker(pytest.mark.xdist_group("window"))


def pytest_collection_finish() -> None:
    """Let no collection of garbage look again at what stays: all that is imported, each test."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Count the lines that run only where that tells something: it takes as long as the test.

    What a test of the window happens to run of the core is not tested by that; one that tries
    many examples runs the same lines again and again, and others reach them too.
    """
    of_the_core = item.path.relative_to(Path(__file__).parent).parts[0] in OF_THE_CORE
    tells = of_the_core and item.get_closest_marker("hypothesis") is None
    counting = None if tells else Coverage.current()
    if counting is not None:
        counting.stop()
    try:
        return (yield)
    finally:
        if counting is not None:
            counting.start()


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """Give a folder in memory: a test of the window waited longer for the disk than it worked."""
    with folder_in_memory() as folder:
        yield folder
