"""The legend: the kinds of lines that are on the board, and no others."""

from math import ceil

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.ink import Look
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.samples import SAMPLE_WIDTH, paint_ground, paint_sample
from evidence_board.ui.canvas.ties import LOOKS
from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import current_theme

_EDGE, _PAD, _ROW = 8.0, 5.0, 24.0


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
        self._rows: tuple[tuple[tuple[int, float], ...], ...] = ()
        self._picture = QPixmap()
        self._pictured: tuple[object, ...] = ()

    def show_lines(self, look: Look, layout: Layout) -> None:
        """Show the looks that occur on the board; `fit` says in how much room."""
        self._look = look
        self._shown = tuple(np.flatnonzero(np.bincount(layout.lines.looks)).tolist())
        names = ", ".join(look_words()[one] for one in self._shown)
        self.setAccessibleDescription(names)

    def fit(self, room: int) -> None:
        """Take no more than so many px across; more rows hold what one row cannot."""
        self._rows = ()
        if self._look is None or not self._shown:
            return
        columns = self._columns(room / current_theme().scale - 2 * _EDGE)
        widths = self._widths()
        if len(self._shown) <= columns:
            self._rows = (tuple(zip(self._shown, widths, strict=True)),)
        elif columns:
            cells = tuple(
                (one, max(widths[place % columns :: columns]))
                for place, one in enumerate(self._shown)
            )
            self._rows = tuple(
                cells[start : start + columns] for start in range(0, len(cells), columns)
            )
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the room that the lines and their words take."""
        if not self._rows:
            return QSize(0, 0)
        widest = max(sum(width for _, width in row) for row in self._rows)
        return QSize(scaled(widest + 2 * _EDGE), scaled(_ROW * len(self._rows) + 2 * _PAD))

    def _columns(self, room: float) -> int:
        """Return how many lines stand in a row: all, or as many as make the rows alike."""
        widths = self._widths()
        if sum(widths) <= room:
            return len(widths)
        most = int(room // max(widths))
        if most < 1:
            return 0
        return ceil(len(widths) / ceil(len(widths) / most))

    def _widths(self) -> list[float]:
        assert self._look is not None
        words = look_words()
        measure = self._look.lettering.width
        return [SAMPLE_WIDTH + 8 + measure("small", words[one]) + 18 for one in self._shown]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the samples, kept as a picture: the board below is painted often."""
        if self._look is None:
            return
        ratio = self.devicePixelRatioF()
        wanted = self._look, self._rows, self.size(), ratio
        if self._pictured != wanted:
            self._pictured = wanted
            self._picture = QPixmap(self.size() * ratio)
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            self._draw(self._look)
        QPainter(self).drawPixmap(0, 0, self._picture)

    def _draw(self, look: Look) -> None:
        painter = QPainter(self._picture)
        paint_ground(painter, look, QRectF(self.rect()))
        scale = current_theme().scale
        painter.scale(scale, scale)
        ratio, words = scale * self.devicePixelRatioF(), look_words()
        for number, row in enumerate(self._rows):
            x, middle = _EDGE + 4, _PAD + _ROW * (number + 0.5)
            for one, width in row:
                ink = paint_sample(painter, look, LOOKS[one], (x, middle), ratio)
                ink.text("small", x + SAMPLE_WIDTH + 8, middle - 8, words[one], "text.secondary")
                x += width
