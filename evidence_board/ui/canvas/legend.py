"""The legend: the kinds of lines that are on the board, and no others."""

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.ink import Look
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.samples import SAMPLE_WIDTH, paint_ground, paint_sample
from evidence_board.ui.canvas.ties import LOOKS
from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import current_theme


def look_words() -> tuple[str, ...]:
    """Return the word of each look, in the order of `LOOKS`."""
    return (
        tr("supports"),
        tr("contradicts"),
        tr("undercuts"),
        tr("cites"),
        tr("reprints"),
        tr("denies"),
        tr("relates"),
    )


class Legend(QFrame):
    """The kinds of lines that are on the board, and no others."""

    def __init__(self, parent: QWidget) -> None:
        """Start empty and hidden."""
        super().__init__(parent)
        self.setProperty("role", "overlay")
        self.setAccessibleName(tr("Legend of the lines"))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look: Look | None = None
        self._shown: tuple[int, ...] = ()

    def show_lines(self, look: Look, layout: Layout) -> None:
        """Show the looks that occur on the board."""
        self._look = look
        self._shown = tuple(int(one) for one in np.unique(layout.lines.looks))
        names = ", ".join(look_words()[one] for one in self._shown)
        self.setAccessibleDescription(names)
        self.setVisible(bool(self._shown))
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the lines and their words take."""
        if self._look is None:
            return QSize(0, 0)
        return QSize(scaled(sum(self._widths()) + 16), scaled(34))

    def _widths(self) -> list[float]:
        assert self._look is not None
        words = look_words()
        measure = self._look.lettering.width
        return [SAMPLE_WIDTH + 8 + measure("small", words[one]) + 18 for one in self._shown]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the samples."""
        if self._look is None:
            return
        painter = QPainter(self)
        paint_ground(painter, self._look, QRectF(self.rect()))
        scale = current_theme().scale
        painter.scale(scale, scale)
        x, words = 12.0, look_words()
        for one, width in zip(self._shown, self._widths(), strict=True):
            ratio = scale * self.devicePixelRatioF()
            ink = paint_sample(painter, self._look, LOOKS[one], (x, 17), ratio)
            ink.text("small", x + SAMPLE_WIDTH + 8, 9, words[one], "text.secondary")
            x += width
