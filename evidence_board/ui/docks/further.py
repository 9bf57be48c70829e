"""A long list in the inspector: its first lines, and further ones on a press.

Each line is made of several widgets: a hundred of them would hold the window up.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from evidence_board.ui.docks.page import ActiveLink
from evidence_board.ui.wording import translate

FIRST, MORE = 8, 24
"""So many lines show at first, and so many more after each press."""


class Further(QObject):
    """Says how many lines of a list are shown; the button that shows more stands below them."""

    asked = Signal()
    """More lines are to be shown."""

    def __init__(self, part: QVBoxLayout, parent: QObject) -> None:
        """Stand at the end of ``part``; ``parent`` owns this."""
        super().__init__(parent)
        self._of = ""
        self._most = FIRST
        self.button = ActiveLink("")
        self.button.clicked.connect(self._ask)
        self.button.hide()
        part.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def fit(self, record: str, total: int) -> int:
        """Return how many of all lines of a record to show; those of another begin anew."""
        if record != self._of:
            self._of, self._most = record, FIRST
        shown = total if total <= self._most + 1 else self._most  # no press for one more line
        left = total - shown
        self.button.setVisible(left > 0)
        if left:
            words = translate("Evidence", "Show {number} more")
            if left > MORE:
                words = translate("Evidence", "Show {number} more of {left}")
            self.button.show_words(words.format(number=min(left, MORE), left=left))
        return shown

    def _ask(self) -> None:
        self._most += MORE
        self.asked.emit()
