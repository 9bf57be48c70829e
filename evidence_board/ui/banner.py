"""The banner under the tool bar: what went wrong, what is safe, one action; it blocks nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QToolButton, QWidget

from evidence_board.ui.labels import IconLabel, label, scaled, tip
from evidence_board.ui.style import repolish
from evidence_board.ui.theme import set_icon

_ICONS = {"error": "octagon-alert", "warn": "triangle-alert", "info": "info"}


NARROW = 400
"""Below this width at 100 % the button stands below the sentence."""
_SEVERITY = ("info", "warn", "error")


class Banner(QFrame):
    """One message at a time, over the whole width; it stays until it is closed or replaced.

    A note stands below it, on a line of its own, and stays until a person closes the banner:
    what is told only once must not go unread because something else happened.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("level", "warn")
        self._said = ""
        self._level = "info"
        self._notes: dict[str, str] = {}
        """Each note and its level, the oldest first."""
        self._icon = IconLabel("triangle-alert", "status.warn.text")
        self._text = label("", wrap=True)
        self.action = QPushButton()
        self.action.clicked.connect(self.acted)
        self.close_button = close = QToolButton()
        close.setProperty("role", "flat")
        set_icon(close, "x")
        tip(close, self.tr("Close this message"))
        close.clicked.connect(self._close_all)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(scaled(12), scaled(3), scaled(8), scaled(3))
        grid.setSpacing(scaled(8))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._icon, 0, 0)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self.action, 0, 2)
        grid.addWidget(close, 0, 3)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button below the sentence where it would leave that too little room."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(NARROW)
        if narrow != (self._grid.itemAtPosition(1, 1) is not None):
            self._grid.removeWidget(self.action)
            if narrow:
                self._grid.addWidget(self.action, 1, 1, Qt.AlignmentFlag.AlignLeft)
            else:
                self._grid.addWidget(self.action, 0, 2)

    def show_message(self, text: str, level: str = "warn", action: str = "") -> None:
        """Show a message; ``level`` is error, warn or info; ``action`` names its one button."""
        self._said, self._level = text, level
        self.action.setText(action)
        self._show()

    def clear_message(self) -> None:
        """Take the message away: what it told is solved. Notes stay."""
        self._said, self._level = "", "info"
        self.action.setText("")
        self._show()

    def add_note(self, text: str, level: str = "info", instead: str = "") -> None:
        """Say something below what stands here, or in the place of the note ``instead``."""
        if instead in self._notes:
            # In its place: a note that grows does not jump.
            self._notes = {
                text if note == instead else note: held for note, held in self._notes.items()
            }
        else:
            self._notes[text] = level
        self._show()

    def notes(self, text: str) -> bool:
        """Whether this note stands here, be the window seen or not."""
        return text in self._notes

    @property
    def message(self) -> str:
        """The sentence that is shown, or nothing."""
        return self._text.text() if self.isVisible() else ""

    def _show(self) -> None:
        """Show message and notes, in the look of the most severe; without any of them nothing."""
        lines = [self._said, *self._notes] if self._said else list(self._notes)
        levels = ([self._level] if self._said else []) + list(self._notes.values())
        level = max(levels, key=_SEVERITY.index, default="info")
        self.setProperty("level", level)
        self._icon.show_icon(_ICONS[level], f"status.{level}.text")
        self._text.setText("\n".join(lines))
        self.action.setVisible(bool(self.action.text()))
        for part in (self, self._text):
            repolish(part)
        self.setVisible(bool(lines))

    def _close_all(self) -> None:
        self._notes.clear()
        self.clear_message()
