"""The page: text to read and select; it shows marks and never changes words."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu

from evidence_board.ui.reader.hand import Hand
from evidence_board.ui.reader.keys import move_by_key
from evidence_board.ui.reader.painting import Span
from evidence_board.ui.reader.sheet import Sheet
from evidence_board.ui.theme import Theme


class PageView(Sheet):
    """A text that is selected with mouse and keys, as any other."""

    selection_changed = Signal()
    settled = Signal()
    """The hand or the key that selected was lifted."""
    clicked = Signal(int)
    """The words at an offset were clicked."""
    menu_opened = Signal(object)
    """The QMenu at the selection, before it shows: whoever makes something of words adds to it."""

    def __init__(self, theme: Theme, words_to_drag: Callable[[], QMimeData | None]) -> None:
        """Show an empty page; `words_to_drag` gives the selection in the form of a drag."""
        super().__init__(theme)
        self.anchor = self.caret = 0
        self._words_to_drag = words_to_drag
        self._hand = Hand(self, words_to_drag)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The caret tells where the keyboard is, as in every text.
        self.setProperty("focusRing", False)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    def show_text(self, text: str, title: str) -> None:
        """Show a text from its top, with nothing selected."""
        self.anchor = self.caret = 0
        super().show_text(text, title)
        self._show_selection()
        self.selection_changed.emit()

    @property
    def selection(self) -> Span | None:
        """Start and end of the selected words, or None."""
        start, end = sorted((self.anchor, self.caret))
        return (start, end) if start < end else None

    @property
    def words(self) -> str:
        """The selected words, exactly as they stand in the text."""
        start, end = self.selection or (0, 0)
        return self.paragraphs.text[start:end]

    def select(self, anchor: int, caret: int) -> None:
        """Select from anchor to caret."""
        before = self.selection
        self.anchor, self.caret = anchor, caret
        self._show_selection()
        if self.selection != before:
            self.selection_changed.emit()

    def let_go(self) -> None:
        """Select nothing; the caret stays."""
        self.select(self.caret, self.caret)

    def describe(self, source: str) -> None:
        """Tell assistive technology which source this is, and the paragraph at the caret."""
        self.setAccessibleName(self.tr("Text of {source}").format(source=source))
        words = self.paragraphs.words(self.paragraphs.at(self.caret))
        self.setAccessibleDescription(words[:500])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, set the text larger or smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_size(self.text_size + (1 if event.angleDelta().y() > 0 else -1))
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        super().focusInEvent(event)
        self._show_selection()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self._show_selection()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Place the caret, extend the selection, or begin to drag it away."""
        self._hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or drag the selection away."""
        self._hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the selection."""
        self._hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        self._hand.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, select and copy; other keys are for whoever holds the page."""
        if not move_by_key(self, event):
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected words."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(self.tr("Copy"), self.copy)
        copy.setEnabled(self.selection is not None)
        menu.addAction(self.tr("Select all"), self.select_all)
        self.menu_opened.emit(menu)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Copy the selected words as they stand, with their place for the board."""
        if self.selection:
            copied = self._words_to_drag() or QMimeData()
            copied.setText(self.words)
            QGuiApplication.clipboard().setMimeData(copied)

    def select_all(self) -> None:
        """Select the whole text."""
        self.select(0, len(self.paragraphs.text))
        self.settled.emit()

    def _show_selection(self) -> None:
        alone = self.hasFocus() and self.selection is None
        self.show_selected(self.selection, self.caret if alone else None)
