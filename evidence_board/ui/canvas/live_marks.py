"""Marks for arranging, over the board: gaps with their widths, corners to resize cards by."""

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt

from evidence_board.ui.canvas.geometry import Ints
from evidence_board.ui.canvas.ink import TYPE_FLOOR, rounded
from evidence_board.ui.canvas.lettering import Role
from evidence_board.ui.canvas.live_strokes import LiveStrokes

GRIP = 3.5
"""Half the side of such a corner, px of the screen."""
MOST_GRIPS = 200
"""Up to how many selected cards have corners to resize them by."""


class LiveMarks(LiveStrokes):
    """Draws what helps to arrange."""

    def measures(self) -> None:
        """Draw gaps that are equal, each with its width on a small label."""
        ratio = self.ink.ratio
        for measure in self.live.measures:
            start, end = self._spot(measure.start), self._spot(measure.end)
            self.ink.painter.setPen(self._pen("accent.default", 1))
            across = abs(end.x() - start.x()) > abs(end.y() - start.y())
            tick = QPointF(0, 4 * ratio) if across else QPointF(4 * ratio, 0)
            for line in ((start, end), (start - tick, start + tick), (end - tick, end + tick)):
                self.ink.painter.drawLine(QLineF(*line))
            self._label((start + end) / 2, f"{measure.length:.0f}")

    def _label(self, middle: QPointF, words: str) -> None:
        """Write a few words on a plate about a spot."""
        painter, ratio = self.ink.painter, self.ink.ratio
        painter.save()
        painter.translate(middle)
        painter.scale(ratio, ratio)
        role: Role = "meta"
        share = TYPE_FLOOR / self.ink.look.lettering.size(role)
        width = self.ink.look.lettering.width(role, words) * share
        plate = QRectF(-width / 2 - 4, -8, width + 8, 16)
        self.ink.shape(rounded(plate, 4), "accent.default", None)
        painter.setFont(self.ink.look.lettering.font(role))
        fit = TYPE_FLOOR / self.ink.look.lettering.base_size(role)
        painter.scale(fit, fit)
        painter.setPen(self.ink.color("text.onAccent"))
        whole = QRectF(-100, -20, 200, 40)
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def grips(self, rows: Ints) -> None:
        """Draw the corners by which selected cards are resized, except those of locked ones."""
        layout = self.board.scene.layout
        if self.live.fixed or self.board.detail.cards != "faces" or len(rows) > MOST_GRIPS:
            return
        for row in np.intersect1d(self.cards, rows[~layout.locked[rows]]).tolist():
            box = self.board.boxes(layout.boxes[row : row + 1])[0]
            scaled = QRectF(*box.tolist())
            for corner in (scaled.topLeft(), scaled.topRight()):
                self._grip(corner)
            for corner in (scaled.bottomRight(), scaled.bottomLeft()):
                self._grip(corner)

    def _grip(self, spot: QPointF) -> None:
        """Draw a square, which tells a corner from the round ports."""
        reach = GRIP * self.ink.ratio
        box = QRectF(spot.x() - reach, spot.y() - reach, 2 * reach, 2 * reach)
        self.ink.painter.setPen(self._pen("accent.default", 1.5))
        self.ink.painter.setBrush(self.ink.color("surface.card"))
        self.ink.painter.drawRoundedRect(box, self.ink.ratio, self.ink.ratio)
