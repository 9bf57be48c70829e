"""Strokes of the layer over the board: boxes, spots and pens in device pixels."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from evidence_board.ui.canvas.geometry import Area, Ints, touching
from evidence_board.ui.canvas.ink import Ink
from evidence_board.ui.canvas.live import Live
from evidence_board.ui.canvas.painting import BoardPainter


@dataclass(frozen=True)
class LiveStrokes:
    """Draws over a painted board; ``painter`` of ``ink`` draws device pixels."""

    board: BoardPainter
    ink: Ink
    live: Live
    part: QRect
    """The device pixels that are to be painted; what lies elsewhere may be left out."""

    @cached_property
    def area(self) -> Area:
        """The area of the board that shows in this part, with what overhangs it."""
        return self.board.area_of(self.part)

    @cached_property
    def cards(self) -> Ints:
        """The cards in this part, from back to front."""
        layout = self.board.scene.layout
        if self.board.detail.level == "far":
            return layout.cards_in(self.area)
        about = self.board.cards_about
        return about[touching(layout.boxes[about], self.area)]

    def _scaled(self, box: Area) -> QRectF:
        """Return a box of the board in device pixels."""
        return QRectF(*self.board.boxes(np.array([box], dtype=np.float64))[0].tolist())

    def _spot(self, place: tuple[float, float]) -> QPointF:
        factor = self.board.viewport.factor * self.board.viewport.ratio
        left, top = self.board.origin
        return QPointF(place[0] * factor - left, place[1] * factor - top)

    def _pen(self, color: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
        pen = QPen(self.ink.color(color), width * self.ink.ratio)
        if dash:
            pen.setDashPattern([part / width for part in dash])
        return pen

    def _stroke(self, path: QPainterPath, pen: QPen) -> None:
        self.ink.painter.setPen(pen)
        self.ink.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.ink.painter.drawPath(path)

    def _handle(self, spot: QPointF, radius: float, *, full: bool = False) -> None:
        fill = "accent.default" if full else "surface.card"
        self.ink.painter.setPen(self._pen("accent.default", 2))
        self.ink.painter.setBrush(self.ink.color(fill))
        reach = radius * self.ink.ratio
        self.ink.painter.drawEllipse(spot, reach, reach)
