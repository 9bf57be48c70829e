"""Keys that belong to a text while it is written, though actions of the window have them too."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def belongs_to_text(event: QEvent) -> bool:
    """Whether an event asks who gets Ctrl and an arrow: the text, then, not a new linked card."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ARROWS and held == Qt.KeyboardModifier.ControlModifier


def belongs_to_project(event: QEvent, undoable: bool, redoable: bool) -> bool:
    """Whether a key asks for an undo or redo that a text field itself cannot give."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo):
        return not undoable
    return event.matches(QKeySequence.StandardKey.Redo) and not redoable
