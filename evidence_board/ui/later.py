"""Room for a part of a window that is made when it is first seen or asked for."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_board.ui.regions import add_after

Part = TypeVar("Part", bound=QWidget)


class Later(QWidget, Generic[Part]):
    """Holds one part: a window opens sooner without what nobody looks at yet."""

    def __init__(self, make: Callable[[], Part], after: QWidget) -> None:
        """Fill this by ``make``; Tab then walks the part after what stands before it."""
        super().__init__()
        self._make = make
        self._after = after
        self.made: Part | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    @property
    def part(self) -> Part:
        """The part, made if it was not."""
        if self.made is None:
            self.made = self._make()
            layout = self.layout()
            assert layout is not None
            add_after(self._after, self.made, layout.addWidget)
            self.made.show()
        return self.made

    def showEvent(self, event: QShowEvent) -> None:
        """Make the part that is about to be seen."""
        self.part  # noqa: B018  # asked for
        super().showEvent(event)
