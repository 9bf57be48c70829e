"""The text editor in a card: its own undo first, Esc leaves all as it was."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from evidence_board.ui.typing_keys import belongs_to_text


class CardEditor(QPlainTextEdit):
    """Edits one text in place; tells once how it ended."""

    committed = Signal(str)
    left = Signal()

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
        self._before = text
        self._many = many
        self._ended = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font)
        self.setPlainText(text)
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
        if self._ended:
            return
        text = self.toPlainText().strip()
        if text == self._before or not (text or self._optional):
            self.leave()
            return
        self._end()
        self.committed.emit(text)

    def leave(self) -> None:
        """Finish: all stays as it was."""
        if not self._ended:
            self._end()
            self.left.emit()

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

    def _end(self) -> None:
        self._ended = True
        self.hide()
        self.deleteLater()
