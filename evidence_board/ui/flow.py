"""A layout that sets widgets side by side and begins a new row where they do not fit."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Rows of widgets of their own size; its height follows from its width."""

    def __init__(self, parent: QWidget, gap: int) -> None:
        """Leave ``gap`` pixels between widgets."""
        super().__init__(parent)
        self._gap = gap
        self._held: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, held: QLayoutItem) -> None:
        """Take a widget in at the end."""
        self._held.append(held)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._held)

    def itemAt(self, place: int) -> QLayoutItem | None:
        """Return what stands at a place."""
        return self._held[place] if 0 <= place < len(self._held) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        """Take out what stands at a place."""
        return self._held.pop(place) if 0 <= place < len(self._held) else None

    def hasHeightForWidth(self) -> bool:
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows in a width."""
        return self._lay(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, box: QRect) -> None:
        """Set the widgets in rows."""
        super().setGeometry(box)
        self._lay(box, place=True)

    def sizeHint(self) -> QSize:
        """Return the size of all in one row."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the widest."""
        least = QSize()
        for held in self._held:
            least = least.expandedTo(held.minimumSize())
        return least

    def _lay(self, box: QRect, *, place: bool) -> int:
        x, y, row = box.x(), box.y(), 0
        for held in self._held:
            size = held.sizeHint()
            if x > box.x() and x + size.width() > box.x() + box.width():
                x, y, row = box.x(), y + row + self._gap, 0
            if place:
                width = min(size.width(), box.width())
                held.setGeometry(QRect(QPoint(x, y), QSize(width, size.height())))
            x += size.width() + self._gap
            row = max(row, size.height())
        return y + row - box.y()
