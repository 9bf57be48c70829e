"""What holds for every test: Qt without a display, and one real window at a time."""

import os

import pytest

# Before any test imports Qt. Tests of the real window start the program on a display of their own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the tests that drive real windows in one worker, so that they never run side by side."""
    for test in items:
        if test.get_closest_marker("window"):
            test.add_marker(pytest.mark.xdist_group("window"))
