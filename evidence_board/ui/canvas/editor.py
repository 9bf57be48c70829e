"""The text editor in a card: its own undo first, saved at each rest, Esc leaves all as it was."""

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from evidence_board.ui.typing_keys import belongs_to_text
from evidence_board.ui.typing_rests import REST_MS


class CardEditor(QPlainTextEdit):
    """Edits one text in place; tells once how it ended."""

    committed = Signal(str)
    left = Signal()
    rested = Signal(str)
    """The keys rest: what was written so far, where it may be stored."""

    def __init__(
        self,
        text: str,
        box: QRect,
        font: QFont,
        parent: QWidget,
        *,
        many: bool,
        optional: bool = False,
    ) -> None:
        """Lie over ``box``; ``many`` lets Enter start a line, otherwise it finishes.

        An ``optional`` text may be emptied; any other stays as it was then.
        """
        super().__init__(parent)
        self._optional = optional
        self._before = self._stored = text
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._tell_rest)
        self._many = many
        self._ended = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font)
        self.setPlainText(text)
        self.textChanged.connect(self._rest.start)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)
        self.setAccessibleName(self.tr("Text of the card"))
        self.setGeometry(box)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Finish: what was written counts, if it was changed."""
        text = self.toPlainText().strip()
        self._finish(text if text or self._optional else self._before)

    def leave(self) -> None:
        """Finish: all stays as it was."""
        self._finish(self._before)

    def note_stored(self, text: str) -> None:
        """Take in that a text which was told at a rest is stored."""
        self._stored = text

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move in the text."""
        if belongs_to_text(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves, Ctrl+Enter finishes, so does Enter where the text has one line."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif enter and (control or not self._many):
            self.commit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish when the focus goes elsewhere, but not to a menu of this editor."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def _tell_rest(self) -> None:
        text = self.toPlainText().strip()
        if not self._ended and text != self._stored and (text or self._optional):
            self.rested.emit(text)

    def _finish(self, text: str) -> None:
        if self._ended:
            return
        self._ended = True
        self._rest.stop()
        self.hide()
        self.deleteLater()
        if text == self._stored:
            self.left.emit()
        else:
            self.committed.emit(text)
