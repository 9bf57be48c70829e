"""The boards of a project as tabs over the board: chosen, named, moved and removed there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from evidence_board.ui.board_tab_bar import BoardTabBar
from evidence_board.ui.labels import scaled, tip
from evidence_board.ui.line_over import LineOver
from evidence_board.ui.theme import current_theme, set_icon

HEIGHT = 32
"""Px at 100 %."""


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
        self.bar = BoardTabBar(accepts)
        self.bar.touched.connect(self.leave_line)
        self.bar.naming_asked.connect(self.rename)
        self.bar.chosen.connect(self.chosen)
        self.bar.remove_asked.connect(self.remove_asked)
        self.bar.arranged.connect(self.arranged)
        self.bar.menu_asked.connect(self.menu_asked)
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
        self.appear()

    def rename(self, board: str) -> None:
        """Open a line over a tab to write the title of its board."""
        place = self.bar.place_of(board)
        if place < 0 or not self._writable:
            return
        self.leave_line()
        self.show()
        page = self.parentWidget()
        back = self.bar if page is None or self.bar.hasFocus() else page
        self._line = LineOver(self.bar.tabText(place).replace("&&", "&"), self, back)
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
        self.appear()

    def appear(self) -> None:
        """Show as soon as there is more than one board, but never as a window of its own."""
        if self.parentWidget() is not None:
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
    tabs.appear()
    page.setFocusProxy(board)
    return page
