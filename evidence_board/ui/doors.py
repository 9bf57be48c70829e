"""The large buttons and the link lines of the start window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from evidence_board.ui.action_set import shortcut_text
from evidence_board.ui.labels import IconLabel, label, scaled


class Door(QPushButton):
    """A framed button: icon, title, a line of explanation, the key."""

    def __init__(self, icon: str, title: str, more: str, action: QAction) -> None:
        """Do what ``action`` does."""
        super().__init__()
        self.setProperty("role", "door")
        self.setAccessibleName(title)
        self.setAccessibleDescription(more)
        self.setAutoDefault(True)
        self.clicked.connect(action.trigger)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(scaled(16), scaled(10), scaled(14), scaled(10))
        self._row.setSpacing(scaled(14))
        words = QVBoxLayout()
        words.setSpacing(scaled(1))
        words.addWidget(label(title, "cardTitle"))
        words.addWidget(label(more, "hint", wrap=True))
        self._row.addWidget(IconLabel(icon, "accent.default", 20))
        self._row.addLayout(words, 1)
        self.key = KeyLabel(action)
        self._row.addWidget(self.key, 0, Qt.AlignmentFlag.AlignVCenter)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room that the words need at the present width."""
        width = max(self.width(), scaled(300))
        return QSize(scaled(416), max(scaled(60), self._row.totalHeightForWidth(width)))

    def minimumSizeHint(self) -> QSize:
        """Return the least room."""
        return QSize(scaled(280), self.sizeHint().height())


class LinkLine(QWidget):
    """An icon, a link and its key in a line."""

    def __init__(self, icon: str, action: QAction) -> None:
        """Do what ``action`` does when the link is clicked."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(6))
        link = QPushButton(action.iconText())
        link.setProperty("role", "link")
        link.setAutoDefault(True)
        link.clicked.connect(action.trigger)
        row.addWidget(IconLabel(icon))
        row.addWidget(link)
        row.addWidget(KeyLabel(action))
        row.addStretch()


class KeyLabel(QLabel):
    """The first key of an action as it is now; nothing where it has none."""

    def __init__(self, action: QAction) -> None:
        """Follow ``action``."""
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", "key")
        self._action = action
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        keys = shortcut_text(self._action)
        self.setText(keys)
        if not keys or self.parentWidget() is not None:  # a label without one were a window
            self.setVisible(bool(keys))
