"""Rings about what is selected or has the focus, and the link that is being drawn."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath, QPen

from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.geometry import Ints
from evidence_board.ui.canvas.ink import rounded
from evidence_board.ui.canvas.live import PORT
from evidence_board.ui.canvas.live_strokes import LiveStrokes
from evidence_board.ui.canvas.paths import line_paths
from evidence_board.ui.canvas.rows import among
from evidence_board.ui.canvas.scene import MOST_RINGS
from evidence_board.ui.canvas.ways import Drawn

RING, RING_GAP, FOCUS_GAP = 2.0, 2.0, 5.0


@dataclass(frozen=True)
class LiveRings(LiveStrokes):
    """Draws rings over a painted board."""

    def _seen(self, rows: Ints) -> Ints:
        """Return those of some cards that show in this part, from back to front."""
        if not len(rows):
            return rows
        return self.cards[among(self.cards, rows)]

    def _rings(self, rows: Ints) -> None:
        if len(rows) > MOST_RINGS:
            return  # the tiles show them
        for row in self._seen(rows).tolist():
            self._ring(row, RING_GAP, self._pen("accent.default", RING))

    def _ring(self, row: int, gap: float, pen: QPen) -> None:
        """Draw the outline of a card, a gap away from it."""
        layout, ratio = self.board.scene.layout, self.ink.ratio
        box = QRectF(*self.board.boxes(layout.boxes[row : row + 1])[0].tolist())
        away = (gap + pen.widthF() / ratio / 2) * ratio
        grown = box.adjusted(-away, -away, away, away)
        path = outline(CARD_KINDS[layout.kinds[row]], grown, self.ink.zoom * ratio)
        self._stroke(path, pen)

    def _onto(self) -> None:
        """Ring the claim to which words would be tied, as a card is on which a link would end."""
        row = self.board.scene.layout.row_of_record.get(self.live.onto or "")
        if row is not None:
            self._ring(row, 1, self._pen("accent.default", 3))

    def _focus(self) -> None:
        layout, pen = self.board.scene.layout, self._pen("focus.ring", RING, (6, 4))
        row = layout.row_of_record.get(self.live.focus or "")
        frame = layout.frames.get(self.live.focus or "")
        if row is not None and self.live.ring and not layout.hidden[row]:
            self._ring(row, FOCUS_GAP, pen)
        elif frame is not None and self.live.ring and frame.collapsed:
            away = (FOCUS_GAP + 1) * self.ink.ratio
            box = self._scaled(frame.shown).adjusted(-away, -away, away, away)
            self._stroke(rounded(box, 13 * self.ink.zoom * self.ink.ratio), pen)

    def _frame_rings(self, frames: frozenset[str]) -> None:
        for id in frames:
            place = self.board.scene.layout.frames.get(id)
            if place is None:
                continue
            box, ratio = self._scaled(place.shown), self.ink.ratio
            grown = box.adjusted(-3 * ratio, -3 * ratio, 3 * ratio, 3 * ratio)
            pen = self._pen("accent.default", RING)
            self._stroke(rounded(grown, 13 * self.ink.zoom * ratio), pen)
            if place.collapsed:
                continue
            for corner in (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()):
                self._handle(corner, 4)

    def _line_rings(self, rows: Ints) -> None:
        """Draw selected lines on a wide soft band, with a handle at both ends."""
        if len(rows) > MOST_RINGS:
            return  # the tiles show them
        for row in rows.tolist():
            drawn = self._drawn(np.array([row]))
            pen = self._pen("accent.default", 6)
            color = QColor(pen.color())
            color.setAlpha(70)
            pen.setColor(color)
            for path in line_paths(drawn):
                self._stroke(path, pen)
            ends = drawn.curves[0].tolist()
            self._handle(QPointF(*ends[:2]), 3.5, full=True)
            self._handle(QPointF(*ends[6:]), 3.5, full=True)

    def _drawn(self, rows: Ints) -> Drawn:
        factor = self.board.viewport.factor * self.board.viewport.ratio
        return self.board.scene.layout.lines.drawn(rows).placed(factor, self.board.origin)

    def _thread(self) -> None:
        """Draw the link that is being drawn, and a ring where it would end."""
        thread = self.live.thread
        if thread is None:
            return
        if thread.card is not None and thread.allowed:
            self._ring(thread.card, 1, self._pen("accent.default", 3))
        if thread.line is not None and thread.allowed:
            self._line_rings(np.array([thread.line]))
        start, end = self._spot(thread.start), self._spot(thread.end)
        color = "accent.default" if thread.allowed else "text.disabled"
        bend = min(max(abs(end.y() - start.y()), abs(end.x() - start.x())) * 0.42, 90)
        path = QPainterPath(start)
        upright = abs(end.y() - start.y()) > abs(end.x() - start.x())
        sign = 1 if (end.y() > start.y() if upright else end.x() > start.x()) else -1
        away = QPointF(0, bend * sign) if upright else QPointF(bend * sign, 0)
        path.cubicTo(start + away, end - away, end)
        self._stroke(path, self._pen(color, 2, (5, 3)))
        self._handle(start, PORT / 2, full=True)
        self._handle(end, 3, full=True)
