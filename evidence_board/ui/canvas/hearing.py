"""What Qt tells the widget of a board: each event goes to the part that it concerns."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from evidence_board.ui.canvas.drops import Drops
from evidence_board.ui.canvas.editing import InPlace
from evidence_board.ui.canvas.gate import Gate
from evidence_board.ui.canvas.linking import Linking
from evidence_board.ui.canvas.pointing import Pointing


class Hearing(QWidget):
    """Hands the events of hands and keys on; what it hands them to is there before the first."""

    pointing: Pointing
    in_place: InPlace
    linking: Linking
    drops: Drops

    def __init__(self, parent: QWidget | None) -> None:
        self.gate = Gate()  # events come as soon as there is a widget
        super().__init__(parent)

    def event(self, event: QEvent) -> bool:
        """Handle an event, while the painting thread rests."""
        with self.gate:
            return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin the gesture that lies under the pointer."""
        self.in_place.finish()
        self.linking.finish()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pointing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Give the move to the gesture, or show what lies under the pointer."""
        self.pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        self.pointing.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit a card or a frame title, or write a claim on empty board."""
        self.pointing.double_press(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Pan; with Ctrl zoom at the pointer, with Shift pan sideways."""
        self.pointing.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the ports."""
        super().leaveEvent(event)
        self.pointing.leave()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what lies under the pointer, or of the selection."""
        self.pointing.ask_menu(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does on the board."""
        if not self.pointing.key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space."""
        if not self.pointing.key_let_go(event):
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Call a gesture off when the focus is taken away."""
        super().focusOutEvent(event)
        self.pointing.let_go()
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what one of the handlers of drops can take."""
        self.drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show what a drop here would be added to."""
        self.drops.move(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show nothing more of what was dragged."""
        self.drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give what was dropped to its handler."""
        self.drops.drop(event)
