"""The Qt binding leaves the reference count of None alone."""

import sys

from PySide6.QtCore import QPoint

CALLS = 1_000_000
# Caches may hold some more or fewer; a drift would be of the order of the calls.
TOLERANCE = 1_000


def test_a_million_calls_that_return_nothing_leave_none_alone() -> None:
    point = QPoint()
    before = sys.getrefcount(None)

    for x in range(CALLS):
        point.setX(x)

    assert abs(sys.getrefcount(None) - before) < TOLERANCE
    assert point.x() == CALLS - 1
