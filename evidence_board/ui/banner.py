"""The banner under the tool bar: what went wrong, what is safe, one action; it blocks nothing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from evidence_board.ui.labels import IconLabel, label, scaled, tip
from evidence_board.ui.style import repolish
from evidence_board.ui.theme import set_icon

_ICONS = {"error": "octagon-alert", "warn": "triangle-alert", "info": "info"}


class Banner(QFrame):
    """One message at a time, over the whole width; it stays until it is closed or replaced."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start hidden."""
        super().__init__(parent)
        self.setProperty("role", "banner")
        self.setProperty("level", "warn")
        self._icon = IconLabel("triangle-alert", "status.warn.text")
        self._text = label("", wrap=True)
        self.action = QPushButton()
        self.action.clicked.connect(self.acted)
        close = QToolButton()
        close.setProperty("role", "flat")
        set_icon(close, "x")
        tip(close, self.tr("Close this message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), scaled(3), scaled(8), scaled(3))
        row.setSpacing(scaled(8))
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.action)
        row.addWidget(close)
        self.hide()

    def show_message(self, text: str, level: str = "warn", action: str = "") -> None:
        """Show a message; ``level`` is error, warn or info; ``action`` names its one button."""
        self.setProperty("level", level)
        self._icon.show_icon(_ICONS[level], f"status.{level}.text")
        self._text.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        for part in (self, self._text):
            repolish(part)
        self.show()

    def add_message(self, text: str, instead: str = "") -> None:
        """Say something after what stands here, or in the place of ``instead`` in it.

        What stands keeps its level and its button.
        """
        stands = "" if self.isHidden() else self._text.text()
        if instead and instead in stands:
            self._text.setText(stands.replace(instead, text))
        elif stands:
            self._text.setText(f"{stands} {text}")
        else:
            self.show_message(text, "info")

    def says(self, text: str) -> bool:
        """Whether this sentence stands here, be the window seen or not."""
        return bool(text) and not self.isHidden() and text in self._text.text()

    @property
    def message(self) -> str:
        """The sentence that is shown, or nothing."""
        return self._text.text() if self.isVisible() else ""
