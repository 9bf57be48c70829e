"""The pages of the brief, one below the other, as large as wanted; a mark leads to its record."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from evidence_board.ui.brief.previewing import Picture, Previewing
from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import current_theme

GAP = 16
"""Px at 100 % between two pages, and around them."""
ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_POINT = 96 / 72
_BEYOND = 1
"""So many pages before and after those in sight are drawn ahead."""


class PagesView(QAbstractScrollArea):
    """Shows the pages; nothing is ever blank while newer ones are being made."""

    pressed = Signal(str)
    """A mark was clicked: the place that it names."""
    followed = Signal(str)
    """A mark was double-clicked, or Enter was pressed on it."""
    zoom_changed = Signal(float)
    turned = Signal(int)
    """Another page (the first is 0) is the first in sight."""

    def __init__(self, previewing: Previewing) -> None:
        """Show what ``previewing`` has, and tell it what is in sight."""
        super().__init__()
        self._previewing = previewing
        self._zoom = 0.0
        self._first = -1
        self._words = ""
        self._walked: tuple[int, int] | None = None
        self.setAccessibleName(self.tr("Pages of the brief"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "board")
        self.setFrameShape(self.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        previewing.typeset.connect(self._take_sizes)
        previewing.drawn.connect(self._show_page)
        self.verticalScrollBar().valueChanged.connect(self._scroll)

    def say(self, words: str) -> None:
        """Say in the middle why there are no pages; nothing shows the pages."""
        self._words = words
        self.viewport().update()

    @property
    def zoom(self) -> float:
        """How large a page is shown; 1 is its size on paper at 96 dots an inch."""
        return self._zoom or self._fitting()

    @property
    def page(self) -> int:
        """The first page that is mostly in sight."""
        return max(self._first, 0)

    def zoom_by(self, step: int) -> None:
        """Show pages larger or smaller; 0 shows them as wide as there is room."""
        if not step:
            self._set_zoom(0.0)
            return
        now = self.zoom
        ways = [one for one in ZOOMS if (one > now + 0.01 if step > 0 else one < now - 0.01)]
        if ways:
            self._set_zoom(ways[0] if step > 0 else ways[-1])

    def go(self, page: int) -> None:
        """Bring a page to the top."""
        if 0 <= page < len(self._previewing.sizes):
            self.verticalScrollBar().setValue(self._places()[page].top() - scaled(GAP) // 2)

    def step(self, by: int) -> None:
        """Bring the next or the previous page to the top."""
        self.go(min(max(self.page + by, 0), len(self._previewing.sizes) - 1))

    def spot_at(self, place: QPoint) -> str:
        """Return the place that the mark at a point names, or nothing."""
        for page, box in self._in_sight():
            picture = self._previewing.picture(page)
            if picture is None or not box.contains(place):
                continue
            across = (place.x() - box.x()) / box.width()
            down = (place.y() - box.y()) / box.height()
            for spot in picture.spots:
                if spot.left <= across <= spot.right and spot.top <= down <= spot.bottom:
                    return spot.place
        return ""

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight, older pictures where there are no newer ones."""
        theme = current_theme()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.tokens.color("surface.board")))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._words:
            painter.setPen(QColor(theme.tokens.color("text.secondary")))
            room = self.viewport().rect().adjusted(*(scaled(48) * way for way in (1, 1, -1, -1)))
            centred = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, centred, self._words)
            painter.end()
            return
        for page, box in self._in_sight():
            painter.setPen(QPen(QColor(theme.tokens.color("border.default")), 1))
            painter.setBrush(QColor("white"))
            painter.drawRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5))
            picture = self._previewing.picture(page)
            if picture is not None:
                painter.drawImage(box, picture.image)
                self._draw_ring(painter, page, box, picture)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in sight where the room changes."""
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what is in sight."""
        super().showEvent(event)
        self._lay_out()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a mark."""
        over = self.spot_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which mark was clicked."""
        place = self.spot_at(event.position().toPoint())
        if place and event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Follow the mark under the pointer."""
        place = self.spot_at(event.position().toPoint())
        if place:
            self.followed.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and turn pages; Left and Right walk from mark to mark, Enter follows one."""
        key, bar = event.key(), self.verticalScrollBar()
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if key == Qt.Key.Key_Home else bar.maximum())
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._walked is not None:
            self.followed.emit(self._walked_place())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours of the theme."""
        super().changeEvent(event)
        self.viewport().update()

    # Walking marks

    def _walk(self, by: int) -> None:
        """Put the ring on the next mark of the page in sight, and tell which it is."""
        page = self.page
        picture = self._previewing.picture(page)
        if picture is None or not picture.spots:
            return
        count = len(picture.spots)
        here = self._walked[1] if self._walked is not None and self._walked[0] == page else None
        at = (0 if by > 0 else count - 1) if here is None else (here + by) % count
        self._walked = (page, at)
        box, spot = self._places()[page], picture.spots[at]
        top, bar = box.y() + spot.top * box.height(), self.verticalScrollBar()
        if (
            not bar.value() + scaled(24)
            <= top
            <= bar.value() + self.viewport().height() - scaled(48)
        ):
            bar.setValue(int(top - self.viewport().height() / 3))
        self.viewport().update()
        self.pressed.emit(spot.place)

    def _walked_place(self) -> str:
        assert self._walked is not None
        picture = self._previewing.picture(self._walked[0])
        spots = picture.spots if picture is not None else ()
        return spots[self._walked[1]].place if self._walked[1] < len(spots) else ""

    def _draw_ring(self, painter: QPainter, page: int, box: QRect, picture: Picture) -> None:
        if self._walked is None or self._walked[0] != page or not self.hasFocus():
            return
        if self._walked[1] >= len(picture.spots):
            return
        spot = picture.spots[self._walked[1]]
        corner = QPointF(box.x() + spot.left * box.width(), box.y() + spot.top * box.height())
        far = QPointF(box.x() + spot.right * box.width(), box.y() + spot.bottom * box.height())
        # Paper is white in every theme, so the ring has the colour that stands out on white.
        painter.setPen(QPen(QColor("#1F5FBF"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(corner, far).adjusted(-3, -3, 3, 3), 3, 3)

    # Laying out

    def _fitting(self) -> float:
        widest = max((width for width, _ in self._previewing.sizes), default=595.0)
        room = self.viewport().width() - 2 * scaled(GAP)
        return min(max(room / (widest * _POINT), ZOOMS[0]), 1.6)

    def _places(self) -> list[QRect]:
        """Return where each page lies, from the top of the first."""
        zoom, gap = self.zoom * _POINT, scaled(GAP)
        found, top = [], gap
        widest = max((width for width, _ in self._previewing.sizes), default=0.0) * zoom
        across = max(self.viewport().width(), widest + 2 * gap)
        for width, height in self._previewing.sizes:
            size = round(width * zoom), round(height * zoom)
            found.append(QRect(round((across - size[0]) / 2), top, *size))
            top += size[1] + gap
        return found

    def _in_sight(self) -> list[tuple[int, QRect]]:
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        seen = self.viewport().rect()
        moved = ((page, box.translated(-left, -top)) for page, box in enumerate(self._places()))
        return [(page, box) for page, box in moved if box.intersects(seen)]

    def _set_zoom(self, zoom: float) -> None:
        places, bar = self._places(), self.verticalScrollBar()
        page = self.page if places else 0
        within = (bar.value() - places[page].top()) / places[page].height() if places else 0.0
        self._zoom = zoom
        self._lay_out()
        if places:
            box = self._places()[page]
            bar.setValue(round(box.top() + within * box.height()))
        self.zoom_changed.emit(self.zoom)

    def _take_sizes(self) -> None:
        self._lay_out()
        self.viewport().update()

    def _lay_out(self) -> None:
        places, room = self._places(), self.viewport().size()
        gap = scaled(GAP)
        height = places[-1].bottom() + gap if places else 0
        width = max((box.right() for box in places), default=0) + gap
        self.verticalScrollBar().setRange(0, max(0, height - room.height()))
        self.verticalScrollBar().setPageStep(room.height())
        self.verticalScrollBar().setSingleStep(scaled(48))
        self.horizontalScrollBar().setRange(0, max(0, width - room.width() if self._zoom else 0))
        self.horizontalScrollBar().setPageStep(room.width())
        self._scroll()
        self.zoom_changed.emit(self.zoom)

    def _scroll(self) -> None:
        """Ask for what is in sight now, those beside it after them."""
        self.viewport().update()
        places = self._places()
        seen = [page for page, _ in self._in_sight()]
        if not self.isVisible():
            return
        if not places:
            self._previewing.want((0,), self._pixels(595.0))
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        first = next((p for p, box in enumerate(places) if box.bottom() >= middle), 0)
        if first != self._first:
            self._first = first
            self.turned.emit(first)
        around = range(min(seen, default=0) - _BEYOND, max(seen, default=0) + _BEYOND + 1)
        ahead = [page for page in around if 0 <= page < len(places) and page not in seen]
        self._previewing.want(seen, self._pixels(self._previewing.sizes[0][0]), ahead)

    def _pixels(self, points: float) -> int:
        return max(1, round(points * self.zoom * _POINT * self.devicePixelRatioF()))

    def _show_page(self, _page: int) -> None:
        self.viewport().update()
