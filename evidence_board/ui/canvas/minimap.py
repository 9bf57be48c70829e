"""The minimap: the whole board in small, the window on it to drag, the zoom beneath."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from evidence_board.ui.canvas.blocks import draw_boxes
from evidence_board.ui.canvas.camera import ZOOM_STEP, Camera
from evidence_board.ui.canvas.cards.outlines import KIND_COLORS
from evidence_board.ui.canvas.faces import CARD_KINDS, tr
from evidence_board.ui.canvas.geometry import Area, Floats
from evidence_board.ui.canvas.ink import Look
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.samples import paint_ground
from evidence_board.ui.labels import label, plain_tip, scaled
from evidence_board.ui.theme import current_theme, set_icon

_MANY, _DOTS = 1_000, 4
"""From how many cards on those are drawn as dots that are no more dots high and wide."""


def dots(boxes: Floats, size: QSize, color: QColor) -> QImage:
    """Return a picture with a dot, or a few, for each of many boxes given in its pixels.

    As one picture, for Qt takes its time over each rectangle.
    """
    x, y = (boxes[:, axis].astype(np.int64) for axis in (0, 1))
    wide, high = (np.clip(np.rint(boxes[:, axis]), 1, _DOTS) for axis in (2, 3))
    last = size.width() - 1, size.height() - 1
    picture = np.zeros(size.width() * size.height(), dtype=np.uint32)
    for across, down in np.ndindex(int(wide.max(initial=0)), int(high.max(initial=0))):
        rows = np.flatnonzero((wide > across) & (high > down))
        spots = np.clip(y[rows] + down, 0, last[1]) * size.width()
        picture[spots + np.clip(x[rows] + across, 0, last[0])] = color.rgba()
    shape = (size.width(), size.height(), 4 * size.width())
    return QImage(picture.tobytes(), *shape, QImage.Format.Format_ARGB32).copy()


class Minimap(QFrame):
    """The whole board in small, with the window on it to drag, and the zoom beneath."""

    fit_asked = Signal()

    def __init__(self, camera: Camera, parent: QWidget) -> None:
        """Follow the camera, which outlives this."""
        super().__init__(parent)
        self.setProperty("role", "overlay")
        self.setAccessibleName(tr("Map of the board"))
        self._camera = camera
        self._look: Look | None = None
        self._layout_shown: Layout | None = None
        self._area: Area | None = None
        self._picture = QPixmap()
        self._hold: QPointF | None = None
        self._zoom = label("100 %", "hint")
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._column = self._filled()
        self._fit()
        current_theme().changed.connect(self._fit)
        camera.changed.connect(self._follow)

    def _filled(self) -> QVBoxLayout:
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        row.addWidget(self._button("minus", tr("Zoom out"), self._zoom_out))
        row.addWidget(self._zoom, 1)
        row.addWidget(self._button("plus", tr("Zoom in"), self._zoom_in))
        row.addWidget(self._button("maximize", tr("Show all"), self.fit_asked.emit))
        column.addLayout(row)
        return column

    def _fit(self) -> None:
        """Be as large as the scale of the interface says."""
        self._column.setContentsMargins(scaled(4), scaled(126), scaled(4), scaled(2))
        self.resize(scaled(176), scaled(160))
        self._picture = QPixmap()

    def _button(self, icon: str, name: str, deed: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        set_icon(button, icon)
        button.clicked.connect(deed)
        return button

    def _zoom_in(self) -> None:
        self._camera.zoom_by(ZOOM_STEP)

    def _zoom_out(self) -> None:
        self._camera.zoom_by(1 / ZOOM_STEP)

    def show_board(self, look: Look, layout: Layout) -> None:
        """Show a board as it lies now."""
        self._look, self._layout_shown = look, layout
        self._area = layout.area()
        self._picture = QPixmap()
        self.update()

    def _follow(self) -> None:
        self._zoom.setText(f"{round(self._camera.viewport.zoom * 100)} %")
        self.update()

    def _map(self) -> QRectF:
        margin = scaled(8)
        return QRectF(margin, margin, self.width() - 2 * margin, scaled(120) - margin)

    def _scale(self) -> tuple[float, float, float]:
        """Return the scale of the map and where the board's origin lies on it."""
        area, room = self._area or (0.0, 0.0, 1.0, 1.0), self._map()
        scale = min(room.width() / max(area[2], 1.0), room.height() / max(area[3], 1.0))
        left = room.center().x() - (area[0] + area[2] / 2) * scale
        top = room.center().y() - (area[1] + area[3] / 2) * scale
        return scale, left, top

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the map, kept as a picture, and the window on it."""
        if self._look is None or self._layout_shown is None:
            return
        painter = QPainter(self)
        paint_ground(painter, self._look, QRectF(self.rect()))
        if self._picture.isNull():
            self._picture = self._drawn(self._look, self._layout_shown)
        painter.drawPixmap(0, 0, self._picture)
        seen = self._seen()
        fill = QColor(self._look.color("minimap.view"))
        painter.setPen(fill)
        fill.setAlpha(24)
        painter.setBrush(fill)
        painter.drawRect(seen.intersected(QRectF(self._map()).adjusted(-3, -3, 3, 3)))

    def _seen(self) -> QRectF:
        """Return where the window lies on the map."""
        scale, left, top = self._scale()
        x, y, width, height = self._camera.viewport.area
        return QRectF(x * scale + left, y * scale + top, width * scale, height * scale)

    def _drawn(self, look: Look, layout: Layout) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        scale, left, top = self._scale()
        painter.translate(left, top)
        painter.setPen(QColor(look.color("border.strong")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for frame in layout.shown_frames():
            painter.drawRect(QRectF(*(part * scale for part in frame.shown)))
        self._cards(painter, look, layout, scale)
        painter.end()
        return picture

    def _cards(self, painter: QPainter, look: Look, layout: Layout, scale: float) -> None:
        """Draw the cards; where they are very many, those that are small as dots."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setOpacity(0.8)
        for kind in np.flatnonzero(np.bincount(layout.kinds)).tolist():
            color = look.color(KIND_COLORS[CARD_KINDS[kind]])
            painter.setBrush(color)
            boxes = layout.boxes[(layout.kinds == kind) & ~layout.hidden] * scale
            boxes[:, 2:] = np.maximum(boxes[:, 2:], 1)
            large = np.ones(len(boxes), dtype=np.bool_)
            if len(boxes) > _MANY:
                large = (boxes[:, 2:] * self.devicePixelRatioF() > _DOTS).any(axis=1)
                self._dots(painter, boxes[~large], color)
            draw_boxes(painter, boxes[large])

    def _dots(self, painter: QPainter, boxes: Floats, color: QColor) -> None:
        """Draw small cards, whose boxes are in px about the board's origin."""
        _, left, top = self._scale()
        ratio = self.devicePixelRatioF()
        spots = (boxes + np.array((left, top, 0.0, 0.0))) * ratio
        picture = dots(spots, self.size() * ratio, color)
        picture.setDevicePixelRatio(ratio)
        painter.drawImage(QPointF(-left, -top), picture)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the window on the map; elsewhere look at the place that was pressed."""
        if event.button() != Qt.MouseButton.LeftButton or not self._map().contains(
            event.position()
        ):
            return
        self._camera.keep_view()
        seen = self._seen()
        held = seen.contains(event.position()) and not seen.contains(self._map())
        self._hold = seen.center() - event.position() if held else QPointF()
        self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the window over the map."""
        if event.buttons() & Qt.MouseButton.LeftButton and self._hold is not None:
            self._look_at(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the window go."""
        self._hold = None

    def _look_at(self, spot: QPointF) -> None:
        room, middle = self._map(), spot + (self._hold or QPointF())
        x = min(max(middle.x(), room.left()), room.right())
        y = min(max(middle.y(), room.top()), room.bottom())
        scale, left, top = self._scale()
        viewport = self._camera.viewport
        to_x, to_y = (x - left) / scale, (y - top) / scale
        x, y, width, height = viewport.area
        self._camera.pan(
            (to_x - x - width / 2) * viewport.factor, (to_y - y - height / 2) * viewport.factor
        )
