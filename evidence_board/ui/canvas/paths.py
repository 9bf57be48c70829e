"""Many curves as one QPainterPath, built from arrays without a loop."""

import struct
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QPointF
from PySide6.QtGui import QPainterPath

from evidence_board.ui.canvas.courses import Drawn
from evidence_board.ui.canvas.geometry import Floats

_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
_MOVE, _LINE, _CURVE, _HANDLE = range(4)


def curve_path(curves: Floats) -> QPainterPath:
    """Return cubics, a row of eight numbers each, as one path."""
    return _path(curves.reshape(-1, 2), np.tile((_MOVE, _CURVE, _HANDLE, _HANDLE), len(curves)))


def line_paths(drawn: Drawn) -> Iterator[QPainterPath]:
    """Yield a path for each line, which goes on from piece to piece."""
    for place, (x, y, *rest) in enumerate(drawn.curves.tolist()):
        path = QPainterPath(QPointF(x, y))
        if place in drawn.chains:
            for piece in drawn.chains[place][:, 2:].tolist():
                path.cubicTo(*piece)
        else:
            path.cubicTo(*rest)
        yield path


def chord_path(curves: Floats) -> QPainterPath:
    """Return the straight lines from the starts of cubics to their ends as one path."""
    ends = curves[:, (0, 1, 6, 7)].reshape(-1, 2)
    return _path(ends, np.tile((_MOVE, _LINE), len(curves)))


def _path(spots: Floats, kinds: np.ndarray[tuple[int], np.dtype[np.int64]]) -> QPainterPath:
    """Return a path from its elements, in the form in which Qt stores one."""
    path = QPainterPath()
    if not len(spots):
        return path
    elements = np.empty(len(spots), dtype=_ELEMENT)
    elements["kind"], elements["x"], elements["y"] = kinds, spots[:, 0], spots[:, 1]
    start_of_last = len(spots) - 1 - int(np.argmax(kinds[::-1] == _MOVE))
    stored = (
        struct.pack(">i", len(spots)) + elements.tobytes() + struct.pack(">ii", start_of_last, 1)
    )
    stream = QDataStream(QByteArray(stored))
    stream >> path
    return path
