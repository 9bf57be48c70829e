"""The boards of a project as tabs over the board: chosen, named, moved and removed there."""

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
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTabBar, QToolButton, QVBoxLayout, QWidget

from evidence_board.ui.labels import scaled, tip
from evidence_board.ui.line_over import LineOver
from evidence_board.ui.spring import HOVER_MS
from evidence_board.ui.theme import current_theme, set_icon

HEIGHT = 32
"""Px at 100 %."""
_WIDEST = 220


class BoardTabs(QFrame):
    """A strip of tabs and a plus; it shows as soon as there is more than one board."""

    chosen = Signal(str)
    """The id of the board whose tab was pressed."""
    add_asked = Signal()
    remove_asked = Signal(str)
    renamed = Signal(str, str)
    """The id of a board, and the title that was written."""
    arranged = Signal(object)
    """The ids of the boards in their new order."""
    menu_asked = Signal(str, QPoint)
    """The id of a board, and where on the screen its menu is wanted."""

    def __init__(self, accepts: Callable[[QMimeData], bool]) -> None:
        """Open a board when a drag that ``accepts`` takes hovers over its tab."""
        super().__init__()
        self.setProperty("role", "boardTabs")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._writable = True
        self._line: LineOver | None = None
        self.bar = _Bar(self, accepts)
        self.plus = QToolButton()
        self.plus.setAutoRaise(True)
        self.plus.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_icon(self.plus, "plus")
        tip(self.plus, self.tr("New board"))
        self.plus.clicked.connect(self.add_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(8), 0, scaled(8), 0)
        row.setSpacing(scaled(4))
        row.addWidget(self.bar)
        row.addWidget(self.plus)
        row.addStretch(1)
        current_theme().changed.connect(self._fit)
        self._fit()
        self.hide()

    def show_boards(self, boards: Sequence[tuple[str, str]], shown: str, *, writable: bool) -> None:
        """Show boards, given as id and title, in this order; ``shown`` is on the board."""
        self._writable = writable
        self.bar.fill(boards, shown, movable=writable)
        self.plus.setVisible(writable)
        self._appear()

    def rename(self, board: str) -> None:
        """Open a line over a tab to write the title of its board."""
        place = self.bar.place_of(board)
        if place < 0 or not self._writable:
            return
        self.leave_line()
        self.show()
        self._line = LineOver(self.bar.tabText(place).replace("&&", "&"), self)
        self._line.setAccessibleName(self.tr("Title of the board"))
        self._line.written.connect(lambda title: self._written(board, title))
        self._line.left.connect(self._left)
        row = self.layout()
        if row is not None:
            row.activate()  # a tab that has just been added has its place only then
        self.bar.ensure_seen(place)
        tab = self.bar.tabRect(place)
        tab.moveTopLeft(self.bar.mapTo(self, tab.topLeft()))
        self._line.lie_over(tab, scaled(140))

    def leave_line(self) -> None:
        """Close the line that is being written, and take what it says."""
        if self._line is not None:
            self._line.finish()

    def _written(self, board: str, title: str) -> None:
        self._left()
        self.renamed.emit(board, title)

    def _left(self) -> None:
        self._line = None
        self._appear()

    def _appear(self) -> None:
        self.setVisible(self.bar.count() > 1 or self._line is not None)

    def _fit(self) -> None:
        self.setFixedHeight(scaled(HEIGHT))


def page_of(board: QWidget, tabs: BoardTabs) -> QWidget:
    """Return a page with the tabs over the board, which takes the keys first."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(board, 1)
    column.insertWidget(0, tabs)
    page.setFocusProxy(board)
    return page


class _Bar(QTabBar):
    """The tabs themselves; what is done with them is told by the strip."""

    def __init__(self, strip: BoardTabs, accepts: Callable[[QMimeData], bool]) -> None:
        super().__init__(strip)
        self._strip = strip
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
        self._dragging = False
        if self._order() != self._ids:
            self._strip.arranged.emit(self._order())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a tab, and perhaps drag it."""
        self._strip.leave_line()
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
            self._strip.rename(str(self.tabData(place)))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a tab, by its key for the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.currentIndex() if by_key else self.tabAt(event.pos())
        if place >= 0:
            spot = self.tabRect(place).bottomLeft() if by_key else event.pos()
            self._strip.menu_asked.emit(str(self.tabData(place)), self.mapToGlobal(spot))

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
            self._strip.rename(board)
        elif event.key() == Qt.Key.Key_Delete:
            self._strip.remove_asked.emit(board)
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
            self._strip.chosen.emit(str(self.tabData(place)))

    def _dragging_elsewhere(self) -> bool:
        return self._order() != self._ids

    def _order(self) -> tuple[str, ...]:
        return tuple(str(self.tabData(place)) for place in range(self.count()))

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
