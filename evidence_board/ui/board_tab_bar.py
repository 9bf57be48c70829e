"""The tabs of boards: pressed, dragged to another place, hovered over by a drag, worked by keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QTabBar

from evidence_board.ui.labels import scaled
from evidence_board.ui.spring import HOVER_MS

_WIDEST = 220


class BoardTabBar(QTabBar):
    """Tabs that tell what is done with them; boards are named by their ids."""

    touched = Signal()
    """The pointer was pressed on the tabs."""
    chosen = Signal(str)
    naming_asked = Signal(str)
    remove_asked = Signal(str)
    arranged = Signal(object)
    """The ids of the boards in their new order."""
    menu_asked = Signal(str, QPoint)

    def __init__(self, accepts: Callable[[QMimeData], bool]) -> None:
        """Open a board when a drag that ``accepts`` takes hovers over its tab."""
        super().__init__()
        self._accepts = accepts
        self._ids: tuple[str, ...] = ()
        self._dragging = False
        self._over = -1
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(HOVER_MS)
        self._clock.timeout.connect(lambda: self._choose(self._over))
        self.setProperty("role", "boards")
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Boards"))
        self.currentChanged.connect(self._choose)

    def fill(self, boards: Sequence[tuple[str, str]], shown: str, *, movable: bool) -> None:
        """Show these tabs."""
        self.blockSignals(True)
        while self.count() > len(boards):
            self.removeTab(self.count() - 1)
        while self.count() < len(boards):
            self.addTab("")
        for place, (id, title) in enumerate(boards):
            self.setTabText(place, title.replace("&", "&&"))
            self.setTabToolTip(place, "")
            self.setTabData(place, id)
        self._ids = tuple(id for id, _ in boards)
        self.setMovable(movable)
        if shown in self._ids:
            self.setCurrentIndex(self._ids.index(shown))
        self.blockSignals(False)
        self.updateGeometry()

    def place_of(self, board: str) -> int:
        """Return where the tab of a board stands, or -1."""
        return self._order().index(board) if board in self._order() else -1

    def board_at(self, spot: QPoint) -> str:
        """Return the board whose tab is at a place of the bar, if any."""
        place = self.tabAt(spot)
        return str(self.tabData(place)) if place >= 0 else ""

    def ensure_seen(self, place: int) -> None:
        """Scroll to a tab, which takes making it the current one for a moment."""
        self.blockSignals(True)
        now = self.currentIndex()
        self.setCurrentIndex(place)
        self.setCurrentIndex(now)
        self.blockSignals(False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell the order when a tab was dragged elsewhere."""
        super().mouseReleaseEvent(event)
        if self._dragging and self.isMovable() and self._order() == self._ids:
            self._flick(event.position().toPoint())
        self._dragging = False
        if self._order() != self._ids:
            self.arranged.emit(self._order())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a tab, and perhaps drag it."""
        self.touched.emit()
        self._dragging = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a tab, unless the drag was called off."""
        if self._dragging or not event.buttons():
            super().mouseMoveEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write the title of the tab, where one was pressed."""
        place = self.tabAt(event.position().toPoint())
        if place >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.naming_asked.emit(str(self.tabData(place)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a tab, by its key for the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.currentIndex() if by_key else self.tabAt(event.pos())
        if place >= 0:
            spot = self.tabRect(place).bottomLeft() if by_key else event.pos()
            self.menu_asked.emit(str(self.tabData(place)), self.mapToGlobal(spot))

    def event(self, event: QEvent) -> bool:
        """Keep F2 and Delete from the actions of the window while a tab has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if bare and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 names the current board, Delete removes it, Esc calls a drag off."""
        board = str(self.tabData(self.currentIndex()))
        if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.naming_asked.emit(board)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_asked.emit(board)
        elif event.key() == Qt.Key.Key_Escape and self._dragging:
            self._call_off()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a drag that boards can take, to open the one it hovers over."""
        if self._accepts(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._hover(event.position().toPoint())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Count while a drag hovers over a tab."""
        self._hover(event.position().toPoint())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stop counting."""
        super().dragLeaveEvent(event)
        self._hover(QPoint(-1, -1))

    def dropEvent(self, event: QDropEvent) -> None:
        """Do nothing: a drop belongs on the board."""
        self._hover(QPoint(-1, -1))
        event.ignore()

    def tabSizeHint(self, index: int) -> QSize:
        """Return the size of a tab, no wider than leaves room for others."""
        size = super().tabSizeHint(index)
        return size.boundedTo(QSize(scaled(_WIDEST), size.height()))

    def _hover(self, spot: QPoint) -> None:
        place = self.tabAt(spot)
        if place != self._over:
            self._over = place
            self._clock.stop()
            if place >= 0 and place != self.currentIndex():
                self._clock.start()

    def _choose(self, place: int) -> None:
        if place >= 0 and not self._dragging_elsewhere():
            self.setCurrentIndex(place)
            self.chosen.emit(str(self.tabData(place)))

    def _dragging_elsewhere(self) -> bool:
        return self._order() != self._ids

    def _order(self) -> tuple[str, ...]:
        return tuple(str(self.tabData(place)) for place in range(self.count()))

    def _flick(self, spot: QPoint) -> None:
        """Move the tab to an end that the pointer went past, too fast for Qt to follow."""
        last = self.count() - 1
        if spot.x() < self.tabRect(0).left():
            self.moveTab(self.currentIndex(), 0)
        elif spot.x() > self.tabRect(last).right():
            self.moveTab(self.currentIndex(), last)

    def _call_off(self) -> None:
        """End a drag of a tab and put all tabs back."""
        self._dragging = False
        here = self.rect().center()
        away = QMouseEvent(
            QEvent.Type.MouseButtonRelease,
            here.toPointF(),
            self.mapToGlobal(here).toPointF(),
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QTabBar.mouseReleaseEvent(self, away)
        for place, id in enumerate(self._ids):
            self.moveTab(self._order().index(id), place)
