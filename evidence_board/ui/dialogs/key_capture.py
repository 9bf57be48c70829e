"""The field that waits for the press of a key and tells which it was."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from evidence_board.ui.keymap import KeyMap


class KeyCapture(QLineEdit):
    """Takes every key for itself: Esc leaves, Backspace clears, the others are told."""

    pressed = Signal(str)
    """The portable text of a press."""
    cleared = Signal()
    left = Signal()

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        """Read presses as ``keys`` do."""
        super().__init__(parent)
        self._keys = keys
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setPlaceholderText(self.tr("Press the new key"))

    def event(self, event: QEvent) -> bool:
        """Take the keys before anything else does, also Tab."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._read(event)
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leave with the focus."""
        super().focusOutEvent(event)
        self.left.emit()

    def _read(self, event: QKeyEvent) -> None:
        bare = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if bare and event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif bare and event.key() == Qt.Key.Key_Backspace:
            self.cleared.emit()
        elif key := self._keys.named(event.key(), event.modifiers()):
            self.pressed.emit(key)
