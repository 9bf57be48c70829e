"""A short piece of a link, as legend and menu show it."""

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from evidence_board.ui.canvas import links
from evidence_board.ui.canvas.discs import paint_disc
from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.canvas.links import Group
from evidence_board.ui.canvas.ways import Drawn

SAMPLE_WIDTH = 40.0
_DISC_AT = 14.0


def paint_sample(
    painter: QPainter, look: Look, name: str, spot: tuple[float, float], ratio: float
) -> Ink:
    """Draw a line of a look from a place to the right, with disc and head; returns the ink."""
    ink = Ink(painter, look, "near", 1.0, ratio)
    line = links.look_of(look, name)
    x, y = spot
    ends = (x, y, x + 12, y, x + SAMPLE_WIDTH - 12, y, x + SAMPLE_WIDTH, y)
    group = Group(line, look.tokens.link_width("moderate"), QColor(line.color), np.zeros(1, int))
    links.paint_group(ink, group, Drawn(np.array([ends], dtype=np.float64), {}))
    paint_disc(ink, line, (x + _DISC_AT, y))
    return ink


def paint_ground(painter: QPainter, look: Look, box: QRectF) -> None:
    """Draw the ground of an overlay."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(look.color("border.default")))
    painter.setBrush(look.color("surface.chrome"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
