"""Many curves as one QPainterPath, built from arrays without a loop."""

import struct
from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QPointF
from PySide6.QtGui import QPainterPath

from evidence_board.ui.canvas.geometry import Floats
from evidence_board.ui.canvas.ways import Drawn

_ELEMENT = np.dtype([("kind", ">i4"), ("x", ">f8"), ("y", ">f8")])
_MOVE, _LINE, _CURVE, _HANDLE = range(4)


def curve_paths(curves: Floats, at_once: int) -> Iterator[QPainterPath]:
    """Yield cubics, a row of eight numbers each, so many in one path."""
    return _paths(curves.reshape(-1, 4, 2), (_MOVE, _CURVE, _HANDLE, _HANDLE), at_once)


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


def chord_paths(curves: Floats, at_once: int) -> Iterator[QPainterPath]:
    """Yield the straight lines from the starts of cubics to their ends, so many in one path."""
    return _paths(curves.reshape(-1, 4, 2)[:, ::3], (_MOVE, _LINE), at_once)


def _paths(spots: Floats, kinds: tuple[int, ...], at_once: int) -> Iterator[QPainterPath]:
    """Yield paths from the spots (lines, elements, 2) of lines, in the form in which Qt stores one.

    ``kinds`` are those of the elements of each line.
    """
    elements = np.empty(spots.shape[:2], dtype=_ELEMENT)
    elements["kind"], elements["x"], elements["y"] = kinds, spots[:, :, 0], spots[:, :, 1]
    stored, size = elements.tobytes(), len(kinds) * _ELEMENT.itemsize
    for start in range(0, len(spots), at_once):
        count = min(at_once, len(spots) - start) * len(kinds)
        part = stored[start * size : (start + at_once) * size]
        head, end = struct.pack(">i", count), struct.pack(">ii", count - len(kinds), 1)
        path = QPainterPath()
        QDataStream(QByteArray(head + part + end)) >> path
        yield path
