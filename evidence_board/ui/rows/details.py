"""What shows below a list: the page about the row that is selected, and both in their panes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from evidence_board.ui.labels import rule, scaled


class DetailsPage(QScrollArea):
    """A column that scrolls, hidden until there is something to show in it."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = page = QWidget()
        page.setProperty("role", "panel")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(12))
        self.column.setSpacing(scaled(6))
        self.setWidget(page)
        page.hide()


def panes(rows: QWidget, *below: QWidget, heights: tuple[int, int]) -> QSplitter:
    """Return a list over what shows of its selected row; the last of that takes the room.

    Heights are px at 100 %, for what they are to each other.
    """
    parts = QSplitter(Qt.Orientation.Vertical)
    parts.setChildrenCollapsible(False)
    parts.addWidget(rows)
    lower = QWidget()
    column = QVBoxLayout(lower)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(rule())
    for part in below:
        column.addWidget(part)
    column.setStretchFactor(below[-1], 1)
    parts.addWidget(lower)
    parts.setSizes([scaled(height) for height in heights])
    return parts
