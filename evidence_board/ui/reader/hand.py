"""The mouse on the page: placing the caret, selecting, dragging the selected words away."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication

from evidence_board.ui.reader.caret import paragraph_at, word_at

if TYPE_CHECKING:
    from evidence_board.ui.reader.page import PageView
    from evidence_board.ui.reader.pages.view import PagesView

_TICK = 40


class Hand(QObject):
    """What the mouse is doing: nothing, selecting, or holding selected words before a drag."""

    def __init__(
        self, page: "PageView | PagesView", words_to_drag: Callable[[], QMimeData | None]
    ) -> None:
        """Belong to `page`."""
        super().__init__(page)
        self._page = page
        self._words_to_drag = words_to_drag
        self._selecting = False
        self._holding: QPoint | None = None
        self._pressed_at = QPoint()
        self._last = QPointF()
        self._double = QTimer(self, singleShot=True)
        self._scrolling = QTimer(self, interval=_TICK)
        self._scrolling.timeout.connect(self._scroll)

    def press(self, event: QMouseEvent) -> None:
        """Begin: a third click in a row takes the paragraph."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        page, point = self._page, event.position()
        offset = page.offset_at(point)
        self._pressed_at, self._last = point.toPoint(), point
        if self._double.isActive():
            page.select(*paragraph_at(page.column, offset))
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._selecting = True
            page.select(page.anchor, offset)
        elif self._is_selected(point):
            self._holding = point.toPoint()
        else:
            self._selecting = True
            page.select(offset, offset)

    def move(self, event: QMouseEvent) -> None:
        """Go on: select up to here, or leave with the words."""
        self._last = event.position()
        if self._holding is not None:
            distance = (event.position().toPoint() - self._holding).manhattanLength()
            if distance >= QApplication.startDragDistance():
                self._drag()
        elif self._selecting:
            self._page.select(self._page.anchor, self._page.offset_at(self._last))
            inside = self._page.viewport().rect().contains(self._last.toPoint())
            if inside:
                self._scrolling.stop()
            elif not self._scrolling.isActive():
                self._scrolling.start()

    def release(self, event: QMouseEvent) -> None:
        """End; a click that went nowhere is told as such."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._scrolling.stop()
        page, point = self._page, event.position()
        if self._holding is not None:
            offset = page.offset_at(point)
            page.select(offset, offset)
        self._holding, self._selecting = None, False
        if page.selection is None:
            word = page.holds(point)
            if word is not None:
                page.clicked.emit(word)
        page.settled.emit()

    def double_click(self, event: QMouseEvent) -> None:
        """Take the word, and wait a moment for a third click."""
        page = self._page
        page.select(*word_at(page.column, page.offset_at(event.position())))
        self._double.start(QApplication.doubleClickInterval())
        self._selecting = False

    def _is_selected(self, point: QPointF) -> bool:
        span = self._page.selection
        return span is not None and any(box.contains(point) for box in self._page.seen_boxes(span))

    def _drag(self) -> None:
        self._holding = None
        words = self._words_to_drag()
        if words is None:
            return
        drag = QDrag(self._page)
        drag.setMimeData(words)
        drag.exec(Qt.DropAction.CopyAction)

    def _scroll(self) -> None:
        """Scroll on while the mouse selects beyond the upper or lower edge."""
        y, height = self._last.y(), self._page.viewport().height()
        beyond = y if y < 0 else max(0.0, y - height)
        bar = self._page.verticalScrollBar()
        bar.setValue(bar.value() + round(beyond / 2))
        self._page.select(self._page.anchor, self._page.offset_at(self._last))
