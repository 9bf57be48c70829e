"""A field for some lines of text: what is written is saved at each rest, and is one edit."""

from collections.abc import Iterator
from math import ceil

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QTextBlock
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from evidence_board.ui.labels import scaled
from evidence_board.ui.typing_keys import belongs_to_project, belongs_to_text
from evidence_board.ui.typing_rests import Writing

_MOST_LINES = 12


class ProseField(QPlainTextEdit):
    """Some lines of text, as high as they are; told when it is left or on Ctrl+Enter.

    Also told at each rest of the keys; Esc tells the text with which the edit began.
    """

    finished = Signal(str)

    def __init__(self, name: str, placeholder: str = "", lines: int = 2) -> None:
        """Be called ``name`` by assistive technology and be at least ``lines`` high."""
        super().__init__()
        self.writing = Writing(self, self._written, self.finished.emit)
        self.textChanged.connect(self._follow_keys)
        self._lines = lines
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def show_text(self, text: str) -> None:
        """Show what is stored; text that is being typed stays."""
        if self.writing.stores(text):
            return
        if text != self.writing.held or not self.document().isModified():
            self.put_back(text)

    def put_back(self, text: str) -> None:
        """Show what is stored in place of what stands here."""
        self.writing.end()
        self.writing.held = text
        if text != self.toPlainText():
            self.setPlainText(text)
        self.document().setModified(False)

    def finish(self) -> None:
        """Tell the text if it differs from what is stored."""
        self.document().setModified(False)
        self.writing.finish()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the project once the field has nothing to take back."""
        if belongs_to_text(event):
            event.accept()
            return True
        paper = self.document()
        if belongs_to_project(event, paper.isUndoAvailable(), paper.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Finish the edit when the field is left, not when a menu opens over it."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter finishes the edit, Esc gives it up."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
        elif event.key() == Qt.Key.Key_Escape and self._is_written():
            self.put_back(self.writing.give_up())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width with the height."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)

    def _written(self) -> str:
        return self.toPlainText().strip()

    def _is_written(self) -> bool:
        return self.document().isModified() or self.writing.under_way

    def _follow_keys(self) -> None:
        if self.document().isModified():
            self.writing.follow_keys()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing() + 1
        written = sum(self.blockBoundingRect(block).height() for block in self._blocks())
        margin = self.document().documentMargin()
        if not self.toPlainText():
            written = max(written, self._height_of_placeholder(margin))
        inside = min(max(written, line * self._lines), line * _MOST_LINES)
        around = 2 * margin + scaled(8) + 3
        height = ceil(inside + around)
        if height != self.height():
            self.setFixedHeight(height)

    def _height_of_placeholder(self, margin: float) -> float:
        """Return how high the words are that stand in the empty field."""
        room = QRect(0, 0, max(1, round(self.viewport().width() - 2 * margin)), 10_000)
        wrapped = Qt.TextFlag.TextWordWrap
        return float(
            self.fontMetrics().boundingRect(room, wrapped, self.placeholderText()).height()
        )

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()
