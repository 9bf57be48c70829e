"""Parts of a drawing for assistive technology: Qt knows the widget only, so they are told here."""

from abc import abstractmethod
from typing import cast

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QWidget

NOTHING = cast(QAccessibleInterface, None)
"""What Qt takes for no interface; its stubs leave that out."""


class ListedPart(QAccessibleInterface):
    """A part of a drawing, an entry of the list that the drawing is to a screen reader.

    What it is asked is read from the drawing at that moment.
    """

    def __init__(self, ground: QWidget) -> None:
        """Be a part of what is drawn on ``ground``, whose interface is the parent."""
        super().__init__()
        self._ground = ground

    @abstractmethod
    def place(self) -> QRect | None:
        """Return where it shows on the ground, None where it is not there."""

    @abstractmethod
    def name(self) -> str:
        """Return its name."""

    @abstractmethod
    def selected(self) -> bool:
        """Return whether it is selected."""

    @abstractmethod
    def focused(self) -> bool:
        """Return whether it has the keyboard's focus."""

    def isValid(self) -> bool:
        """Return whether it is still there, and seen."""
        return self.place() is not None

    def object(self) -> QObject:
        """Return nothing: a part is no object of Qt."""
        return cast(QObject, None)

    def window(self) -> QWindow:
        """Return the window of the drawing."""
        return self._ground.window().windowHandle()

    def role(self) -> QAccessible.Role:
        """Return what it is."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is selected, has the focus, lies in sight."""
        state = QAccessible.State()
        state.selectable = state.focusable = 1
        state.selected = int(self.selected())
        state.focused = int(self.focused())
        place = self.place()
        state.offscreen = int(place is None or not self._ground.rect().intersects(place))
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Return its name."""
        return self.name() if kind == QAccessible.Text.Name and self.isValid() else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: a name follows its record."""

    def rect(self) -> QRect:
        """Return where it lies on the screen."""
        place = self.place()
        if place is None:
            return QRect()
        return QRect(self._ground.mapToGlobal(place.topLeft()), place.size())

    def child(self, _index: int) -> QAccessibleInterface:
        """Return nothing: it has no parts."""
        return NOTHING

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """Return nothing: it has no parts."""
        return NOTHING

    def childCount(self) -> int:
        """Return none."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return that there is none."""
        return -1


def tell_focused(ground: QWidget, place: int) -> None:
    """Tell assistive technology which part of a drawing has the focus now."""
    event = QAccessibleEvent(ground, QAccessible.Event.Focus)
    event.setChild(place)
    QAccessible.updateAccessibility(event)
