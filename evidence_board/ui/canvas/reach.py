"""How far what is in hand or selected reaches in the window, so that a frame paints no more."""

import numpy as np
from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

from evidence_board.ui.canvas.courses import FINEST
from evidence_board.ui.canvas.geometry import (
    Floats,
    Ints,
    bounds,
    boxes_of,
    chords,
    grown,
    pieces,
    touching,
)
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.live import Live
from evidence_board.ui.canvas.tiles import REACH
from evidence_board.ui.canvas.viewport import Viewport

_SHORT, _FEW = 256.0, 2
"""A line no longer than this, px of the screen, is held by so many boxes: Qt joins few sooner."""
_MOST = 160
"""Of more rectangles only the one that holds them all is taken: Qt would need longer for them."""


def reach_of(live: Live, layout: Layout, viewport: Viewport, *, straight: bool) -> QRegion:
    """Return the part of the window, in px of the screen, on which what is in hand is drawn.

    ``straight`` is whether lines are, at this zoom.
    """
    lines = _lines(live.lifted_lines, layout, viewport.zoom, straight=straight)
    return _around(np.vstack((_boxes(live, layout), lines)), viewport)


def marks_of(
    cards: Ints, lines: Ints, layout: Layout, viewport: Viewport, *, straight: bool
) -> QRegion:
    """Return the part of the window on which rings and grips of cards are drawn, and lines."""
    strokes = _lines(lines, layout, viewport.zoom, straight=straight)
    return _around(np.vstack((layout.boxes[cards], strokes)), viewport)


def _around(boxes: Floats, viewport: Viewport) -> QRegion:
    """Return the part of the window that holds boxes of the board and what overhangs them."""
    boxes = boxes[touching(boxes, grown(viewport.area, REACH / viewport.zoom))]
    if not len(boxes):
        return QRegion()
    edges = np.hstack((boxes[:, :2], boxes[:, :2] + boxes[:, 2:])) * viewport.factor
    edges -= np.tile((viewport.left, viewport.top), 2)
    around = REACH * viewport.scale
    low, high = np.floor(edges[:, :2] - around), np.ceil(edges[:, 2:] + around)
    if len(edges) > _MOST:
        low, high = low.min(axis=0)[None], high.max(axis=0)[None]
    region = QRegion()
    for box in np.hstack((low, high - low)).astype(np.int64).tolist():
        region += QRect(*box)
    return region


def _boxes(live: Live, layout: Layout) -> Floats:
    """Return the boxes of cards, frames, guides and gaps."""
    frames = [layout.frames[id] for id in live.lifted_frames]
    goal = layout.frames.get(live.into or "")
    frames += [goal] if goal is not None else []
    spans = [box for frame in frames for box in (frame.box, frame.shown)]
    ends = [*live.guides, *((*measure.start, *measure.end) for measure in live.measures)]
    spans += [
        (min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y)) for x, y, to_x, to_y in ends
    ]
    return np.vstack((layout.boxes[live.lifted], np.array(spans, dtype=np.float64).reshape(-1, 4)))


def _lines(rows: Ints, layout: Layout, zoom: float, *, straight: bool) -> Floats:
    """Return the boxes of the pieces of lines."""
    lines = layout.lines
    curves = chords(lines.plain[rows]) if straight else lines.drawn(rows).pieces()
    held = bounds(curves)
    long = ((held[:, 2:] - held[:, :2]) * zoom > _SHORT).any(axis=1)
    count = max(min(FINEST, _MOST // max(len(curves), 1)), 1)
    short, others = (pieces(curves[~long], min(_FEW, count)), pieces(curves[long], count))
    return boxes_of(bounds(np.vstack((short, others))))
