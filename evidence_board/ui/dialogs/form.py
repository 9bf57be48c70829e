"""The form of our dialogs: fields with their names above, hints below, a verb at the end."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from evidence_board.ui.labels import label, scaled
from evidence_board.ui.style import repolish


class FormDialog(QDialog):
    """A dialog that grows from top to bottom; `verb` names its one action."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        """Start with an empty form."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(scaled(480))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        self._column.setSpacing(scaled(4))
        self.verb = QPushButton(verb)
        self.verb.setProperty("role", "primary")
        self.verb.setDefault(True)
        self.verb.clicked.connect(self.try_accept)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)

    def try_accept(self) -> None:
        """Accept what the fields hold; forms that can refuse override this."""
        self.accept()

    def add_field(self, name: str, field: QWidget, hint: str = "") -> QLabel:
        """Add a field with its name above and a hint below; returns the hint."""
        head = label(name, "field")
        head.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(name)
        below = label(hint, "hint", wrap=True)
        self._column.addWidget(head)
        self._column.addWidget(field)
        self._column.addWidget(below)
        below.setVisible(bool(hint))
        self._column.addSpacing(scaled(8))
        return below

    def with_browse(self, field: QWidget, browse: Callable[[], None]) -> QWidget:
        """Return a row of a field and the button that fills it by a file dialog."""
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(scaled(8))
        button = QPushButton(self.tr("Browse"))
        button.setAutoDefault(False)
        button.clicked.connect(browse)
        across.addWidget(field, 1)
        across.addWidget(button)
        return row

    def add_widget(self, widget: QWidget) -> None:
        """Add a widget over the whole width."""
        self._column.addWidget(widget)
        self._column.addSpacing(scaled(8))

    def finish(self) -> None:
        """Add the buttons; the form is complete."""
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addStretch()
        row.addWidget(self.cancel)
        row.addWidget(self.verb)
        self._column.addSpacing(scaled(8))
        self._column.addLayout(row)


def refuse(hint: QLabel, sentence: str) -> None:
    """Say under a field what is wrong with it; an empty sentence takes that back."""
    hint.setProperty("level", "error" if sentence else "")
    hint.setText(sentence)
    hint.setVisible(bool(sentence))
    repolish(hint)
