"""Events of mouse, wheel and keys, sent to a board's view as the window system would send them."""

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
COPY = Qt.DropAction.CopyAction
_NO_BUTTON = Qt.MouseButton.NoButton


def press(
    view: QWidget, spot: QPoint, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
) -> None:
    """Press a button."""
    _send(view, QEvent.Type.MouseButtonPress, spot, button, button, held)


def move(
    view: QWidget, spot: QPoint, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
) -> None:
    """Move with a button down, or with none."""
    _send(view, QEvent.Type.MouseMove, spot, _NO_BUTTON, button, held)


def release(
    view: QWidget, spot: QPoint, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
) -> None:
    """Let a button go."""
    _send(view, QEvent.Type.MouseButtonRelease, spot, button, _NO_BUTTON, held)


def click(
    view: QWidget, spot: QPoint, held: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT
) -> None:
    """Press and let go."""
    press(view, spot, held, button)
    release(view, spot, held, button)


def double_click(view: QWidget, spot: QPoint) -> None:
    """Click twice."""
    click(view, spot)
    _send(view, QEvent.Type.MouseButtonDblClick, spot, LEFT, LEFT, NONE)
    release(view, spot)


def key_down(view: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """Press a key; what a shortcut would take is not asked for."""
    QCoreApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


def key_up(view: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Let a key go."""
    QCoreApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyRelease, key, held))


def key(view: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NONE, text: str = "") -> None:
    """Press a key and let it go."""
    key_down(view, key, held, text)
    key_up(view, key, held)


def wheel(
    view: QWidget, spot: QPoint, turned: tuple[int, int], held: Qt.KeyboardModifier = NONE
) -> None:
    """Turn the wheel, in eighths of a degree to the left and upwards."""
    place = QPointF(spot)
    event = QWheelEvent(
        *(place, view.mapToGlobal(place), QPoint(), QPoint(*turned), _NO_BUTTON, held),
        *(Qt.ScrollPhase.NoScrollPhase, False),
    )
    QCoreApplication.sendEvent(view, event)


def ask_menu(view: QWidget, spot: QPoint) -> None:
    """Press the right button, which asks for a menu."""
    reason = QContextMenuEvent.Reason.Mouse
    QCoreApplication.sendEvent(view, QContextMenuEvent(reason, spot, view.mapToGlobal(spot)))


def drop(view: QWidget, spot: QPoint, mime: QMimeData) -> bool:
    """Drag something in and let it go; says whether it was accepted."""
    entering = QDragEnterEvent(spot, COPY, mime, LEFT, NONE)
    QCoreApplication.sendEvent(view, entering)
    if entering.isAccepted():
        QCoreApplication.sendEvent(view, QDropEvent(QPointF(spot), COPY, mime, LEFT, NONE))
    return entering.isAccepted()


def _send(
    view: QWidget,
    kind: QEvent.Type,
    spot: QPoint,
    button: Qt.MouseButton,
    down: Qt.MouseButton,
    held: Qt.KeyboardModifier,
) -> None:
    place = QPointF(spot)
    QCoreApplication.sendEvent(
        view, QMouseEvent(kind, place, view.mapToGlobal(place), button, down, held)
    )
