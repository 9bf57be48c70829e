"""The find field of the tool bar, with the list that drops from it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from evidence_board.ui.labels import plain_tip, scaled
from evidence_board.ui.theme import current_theme, icon

_PAUSE_MS = 150


@dataclass(frozen=True)
class Hit:
    """A line of the list: what it is called, more about it, and what choosing it means."""

    key: str
    text: str
    more: str = ""
    icon: str = ""


Search = Callable[[str], Sequence[Hit]]


class FindField(QLineEdit):
    """A field that searches while one types; Enter or a click chooses a hit."""

    chosen = Signal(str)
    """The key of the hit."""

    def __init__(self, search: Search, parent: QWidget | None = None) -> None:
        """Ask ``search`` for hits after each pause in typing."""
        super().__init__(parent)
        self._search = search
        self.setProperty("role", "search")
        self.setPlaceholderText(self.tr("Find, or type > for a command"))
        self.setAccessibleName(self.tr("Find"))
        self._glass = self.addAction(
            icon("search", "text.tertiary"), QLineEdit.ActionPosition.LeadingPosition
        )
        current_theme().changed.connect(self._draw_glass)
        self._list = QListWidget(self)
        self._list.setWindowFlags(Qt.WindowType.ToolTip)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Hits"))
        self._list.itemClicked.connect(self._choose)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.search_now)
        self.textEdited.connect(self._pause.start)
        self.installEventFilter(self)

    def search_now(self) -> None:
        """Show the hits of what stands in the field."""
        self._pause.stop()
        words = self.text().strip()
        self._list.clear()
        if not words:
            self._list.hide()
            return
        for hit in self._search(words):
            self._add(hit)
        if not self._list.count():
            nothing = QListWidgetItem(self.tr("No match for “{words}”.").format(words=words))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self._list.addItem(nothing)
        self._list.setCurrentRow(0)
        self._drop_list()

    def hits(self) -> tuple[str, ...]:
        """Return the lines that show in the list."""
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrows, Enter and Esc of the field work on the list."""
        if event.type() == QEvent.Type.FocusOut:
            self._list.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        return False

    def _key(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            rows = max(1, self._list.count())
            self._list.setCurrentRow((self._list.currentRow() + step) % rows)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self.search_now()
            if (current := self._list.currentItem()) is not None:
                self._choose(current)
            return True
        if key == Qt.Key.Key_Escape and self._list.isVisible():
            self._list.hide()
            return True
        return False

    def _add(self, hit: Hit) -> None:
        line = QListWidgetItem(f"{hit.text}   {hit.more}" if hit.more else hit.text)
        line.setData(Qt.ItemDataRole.UserRole, hit.key)
        line.setToolTip(plain_tip(hit.text))
        if hit.icon:
            line.setIcon(icon(hit.icon))
        self._list.addItem(line)

    def _choose(self, line: QListWidgetItem) -> None:
        key = line.data(Qt.ItemDataRole.UserRole)
        if isinstance(key, str):
            self._list.hide()
            self.clear()
            self.chosen.emit(key)

    def _drop_list(self) -> None:
        below = self.mapToGlobal(QPoint(0, self.height() + scaled(4)))
        rows = min(12, self._list.count())
        width = max(self.width(), scaled(420))
        below.setX(below.x() + self.width() - width)
        high = self._list.sizeHintForRow(0) * rows + scaled(12)
        self._list.setGeometry(below.x(), below.y(), width, high)
        self._list.show()

    def _draw_glass(self) -> None:
        self._glass.setIcon(icon("search", "text.tertiary"))
