"""The ring around the control that has the keyboard: after a key press, not after a click."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

_RINGED = (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabBar,
)
_FOLLOWED = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}
_POINTER = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}


class FocusRings(QObject):
    """Watches the focus of the application and shows one ring, in the window that has it."""

    def __init__(self, application: QApplication) -> None:
        """Watch ``application``, which owns this."""
        super().__init__(application)
        self._color = QColor()
        self._width = 2
        self._gap = 2
        self._ring: FocusRing | None = None
        application.focusChanged.connect(self._move)

    def restyle(self, color: QColor, width: int, gap: int) -> None:
        """Use these from the next ring on: width and gap in pixels."""
        self._color, self._width, self._gap = color, width, gap

    def _move(self, _before: QWidget | None, focused: QWidget | None) -> None:
        if self._ring is not None and isValid(self._ring):  # its window may be gone, and it too
            self._ring.leave()
        self._ring = None
        by_key = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        if focused is None or not by_key or not _is_ringed(focused):
            return
        self._ring = FocusRing(focused, self._color, self._width, self._gap)


class FocusRing(QWidget):
    """A ring above ``target``, in the same window; it follows and dies with it."""

    def __init__(self, target: QWidget, color: QColor, width: int, gap: int) -> None:
        """Show around ``target``; inside it where the target is a whole pane."""
        super().__init__(target.window())
        self._target = target
        self._pen = QPen(color, width)
        inside = isinstance(target, QAbstractScrollArea)
        self._margin = 0 if inside else width + gap
        for flag in (
            Qt.WidgetAttribute.WA_TransparentForMouseEvents,
            Qt.WidgetAttribute.WA_NoSystemBackground,
        ):
            self.setAttribute(flag)
        self._left = False
        for widget in _lineage(target):
            widget.installEventFilter(self)
        self._follow()

    def leave(self) -> None:
        """Stop following and go; Qt drops the event filters with this."""
        self._left = True
        self.hide()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the target; hide when it is clicked, come back with the next focus."""
        if self._left:
            return False
        if event.type() in _FOLLOWED:
            self._follow()
        elif watched is self._target and event.type() in _POINTER:
            self.hide()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring on the edge of this widget."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._pen)
        half = self._pen.widthF() / 2
        radius = 4 + self._margin
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius
        )

    def _follow(self) -> None:
        seen, margin = _seen(self._target), self._margin
        self.setGeometry(seen.adjusted(-margin, -margin, margin, margin))
        self.setVisible(self._target.isVisible() and not seen.isEmpty())
        self.raise_()


def _seen(target: QWidget) -> QRect:
    """Return the part of ``target`` that what it stands in lets show, as its window counts.

    Not Qt's visible region, which leaves out what opaque parts of the target itself cover.
    """
    seen = target.rect()
    widget = target
    while (parent := widget.parentWidget()) is not None and not widget.isWindow():
        seen = seen.translated(widget.pos()).intersected(parent.rect())
        widget = parent
    return seen


def _is_ringed(widget: QWidget) -> bool:
    return isinstance(widget, _RINGED) and widget.property("focusRing") is not False


def _lineage(target: QWidget) -> tuple[QWidget, ...]:
    """Return the target and what it stands in, up to its window, whose moves move it too."""
    lineage = [target]
    while (parent := lineage[-1].parentWidget()) is not None and not lineage[-1].isWindow():
        lineage.append(parent)
    return tuple(lineage)
