"""Asking once by which name the steps of this person are kept; none is a good answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidence_board.ui.docks.page import ActiveButton
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.settings import SettingsFile


class NameAsk(QWidget):
    """A field and two answers; it goes for good with either of them."""

    answered = Signal()

    def __init__(self, settings: SettingsFile) -> None:
        """Ask where ``settings`` know neither a name nor that none is wanted."""
        super().__init__()
        self._settings = settings
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Your name"))
        self.name.setAccessibleName(self.tr("Your name in the history"))
        self.name.returnPressed.connect(self._keep)
        self.keep = ActiveButton(self.tr("Keep name"))
        self.keep.clicked.connect(self._keep)
        self.none = ActiveButton(self.tr("No name"))
        self.none.clicked.connect(self._go_without)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(10), 0, scaled(10), scaled(6))
        column.setSpacing(scaled(6))
        words = self.tr("Steps are kept without a name. Add yours to those you make from now on?")
        column.addWidget(label(words, "hint", wrap=True))
        column.addWidget(self.name)
        row = QHBoxLayout()
        row.setSpacing(scaled(6))
        row.addWidget(self.keep)
        row.addWidget(self.none)
        row.addStretch()
        column.addLayout(row)
        self.hide()  # without a place yet, it would be a window of its own

    def refresh(self) -> None:
        """Show only while nothing was answered, here or elsewhere."""
        now = self._settings.current
        self.setVisible(not now.author and not now.author_asked)

    def _keep(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._settings.change(author=name, author_asked=True)
            self.answered.emit()
        else:
            self.name.setFocus()

    def _go_without(self) -> None:
        self._settings.change(author_asked=True)
        self.answered.emit()
