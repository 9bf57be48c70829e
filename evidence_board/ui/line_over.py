"""A line over something, to name it in place: Enter keeps what is written, Esc leaves."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_LONGEST = 200


class LineOver(QLineEdit):
    """Tells once how it ended: `written` with another title, or `left`."""

    written = Signal(str)
    left = Signal()

    def __init__(self, text: str, ground: QWidget, back: QWidget) -> None:
        """Lie over ``ground``, which owns this; ``back`` gets the keys after Enter and Esc."""
        super().__init__(text, ground)
        self._ground = ground
        self._back = back
        self._before = text
        self._ended = False
        self.setMaxLength(_LONGEST)

    def lie_over(self, box: QRect, least: int) -> None:
        """Show over a part of the ground, ``least`` px wide or more, and take the keys."""
        wide = max(box.width(), least)
        left = max(min(box.left(), self._ground.width() - wide), 0)
        self.setGeometry(left, box.top() + 2, wide, box.height() - 4)
        self.show()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Take what was written, if it says something else."""
        title = " ".join(self.text().split())
        if not title or title == self._before:
            self._leave()
        elif not self._ended:
            self._end()
            self.written.emit(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps, Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written when the focus goes elsewhere, but not to a menu of this line."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self._ended:
            self.finish()

    def _leave(self) -> None:
        if not self._ended:
            self._end()
            self.left.emit()

    def _end(self) -> None:
        self._ended = True
        if self.hasFocus():  # else the next one of the window gets it, which may be any field
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()
