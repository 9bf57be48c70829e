"""Keeping a window on its screen: within what the desktop leaves free, title bar and all."""

from PySide6.QtCore import QMargins, QRect, QSize
from PySide6.QtWidgets import QWidget

USUAL_FRAME = QMargins(2, 40, 2, 2)
"""What the desktop may put round a window; how much it is in truth is told only once one shows."""


def fit(wanted: QRect, room: QRect, frame: QMargins) -> QRect:
    """Return ``wanted``, smaller and moved as far as needed to lie in ``room`` with its frame."""
    inner = room.marginsRemoved(frame)
    size = wanted.size().boundedTo(inner.size())
    left = max(inner.left(), min(wanted.left(), inner.right() + 1 - size.width()))
    top = max(inner.top(), min(wanted.top(), inner.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())


def size_within(window: QWidget, wanted: QSize) -> None:
    """Size a window that does not show yet; the desktop chooses its place."""
    room = window.screen().availableGeometry()
    fitting = fit(QRect(room.topLeft(), wanted), room, USUAL_FRAME).size()
    window.setMinimumSize(window.minimumSize().boundedTo(fitting))
    window.resize(fitting)


def bring_within(window: QWidget) -> None:
    """Move and shrink a window that shows, where its edges or its frame are off the screen."""
    handle = window.windowHandle()
    if handle is None or window.isMaximized() or window.isFullScreen():
        return
    now = window.geometry()
    fitting = fit(now, window.screen().availableGeometry(), handle.frameMargins())
    if fitting != now:
        window.setGeometry(fitting)
