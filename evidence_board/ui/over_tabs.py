"""Cards dragged onto the tab of another board: they show there too, and stay where they were."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from evidence_board.ui.board_tab_bar import BoardTabBar
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.other_boards import OtherBoards


class OverTabs(QObject):
    """Follows a drag on the board as far as the tabs over it."""

    def __init__(self, board: BoardView, bar: BoardTabBar, others: OtherBoards) -> None:
        """Watch the events of ``board``, which owns this."""
        super().__init__(board)
        self._board = board
        self._bar = bar
        self._others = others
        self._over = ""
        board.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Show that a drop would be taken; take it instead of moving the cards."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() == QEvent.Type.MouseMove:
            self._aim(self._tab_under(event.globalPosition()))
        elif event.type() == QEvent.Type.MouseButtonRelease:
            target = self._tab_under(event.globalPosition())
            self._aim("")
            if target:
                dragged = self._board.document.selected
                self._board.pointing.call_off()  # which selects again what was selected before
                self._board.document.select(dragged)
                self._others.show_on(target)
                return True
        return False

    def _tab_under(self, place: QPointF) -> str:
        """Return the other board onto whose tab something is dragged, if any."""
        live = self._board.live
        if not (len(live.lifted) or live.lifted_frames) or not self._bar.isVisible():
            return ""
        board = self._bar.board_at(self._bar.mapFromGlobal(place).toPoint())
        return board if board != self._board.board_id else ""

    def _aim(self, board: str) -> None:
        if board and not self._over:
            self._board.setCursor(Qt.CursorShape.DragCopyCursor)
        elif self._over and not board:
            self._board.unsetCursor()
        self._over = board
