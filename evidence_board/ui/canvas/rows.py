"""Arrays with a row for each card or line, which grow and shrink by a row without being copied.

And numbers of such rows: which of some are among others.
"""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from evidence_board.ui.canvas.geometry import Flags, Floats, Ints, Spans

Rows = TypeVar(
    "Rows", Floats, Spans, Ints, NDArray[np.int32], NDArray[np.int8], Flags, NDArray[np.object_]
)
_SPARE = 256


def roomy(rows: Rows) -> Rows:
    """Return a copy with room for more rows behind it."""
    room = np.empty((len(rows) + _SPARE + len(rows) // 64, *rows.shape[1:]), dtype=rows.dtype)
    room[: len(rows)] = rows
    return room[: len(rows)]


def lengthened(rows: Rows) -> Rows:
    """Return the same rows and one more, of zeros; earlier views of them stay as they are."""
    room = rows.base
    if not _has_room(rows, room):
        rows = roomy(rows)
        room = rows.base
    assert isinstance(room, np.ndarray)
    longer = room[: len(rows) + 1]
    longer[-1] = 0
    return longer


def shortened(rows: Rows, row: int) -> Rows:
    """Return the rows without one of them, whose place the last one takes."""
    rows[row] = rows[-1]
    return rows[:-1]


def differing(one: Rows, other: Rows) -> Flags:
    """Return for each row of two arrays whether it has another number in the other one.

    What is told of the numbers of a row, 2, 4 or 8 of them, is read as one: numpy takes thirty
    times as long to ask for each row by itself.
    """
    differs: Flags = np.ascontiguousarray(one != other)
    if differs.ndim == 1:
        return differs
    return np.asarray(differs.view(f"u{differs.shape[1]}")[:, 0] != 0)


def among(rows: Ints, others: Ints) -> Flags:
    """Return for each number of a row whether it is one of the others.

    With so few and so small numbers flags are many times faster than sorting, as numpy does it.
    """
    if not len(rows) or not len(others):
        return np.zeros(len(rows), dtype=np.bool_)
    flags = np.zeros(max(int(rows.max()), int(others.max())) + 1, dtype=np.bool_)
    flags[others] = True
    return flags[rows]


def _has_room(rows: Rows, room: object) -> bool:
    """Whether the rows are the first of an array that is longer."""
    return (
        isinstance(room, np.ndarray)
        and room.dtype == rows.dtype
        and room.shape[1:] == rows.shape[1:]
        and len(room) > len(rows)
        and room.strides == rows.strides
        and room.ctypes.data == rows.ctypes.data
    )
