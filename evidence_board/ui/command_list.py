"""The command list: every action of the window by name, typed and chosen without a mouse."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from evidence_board.ui.action_set import ActionSet, shortcut_text
from evidence_board.ui.actions import Action
from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import icon


def matching(actions: ActionSet, words: str) -> tuple[Action, ...]:
    """Return the enabled actions whose name or keywords hold all words, best first."""
    wanted = words.casefold().split()
    found = []
    for row in actions.rows:
        text = actions[row.id].text()
        whole = f"{text} {row.keywords}".casefold()
        if row.id != "commands" and actions[row.id].isEnabled() and all(w in whole for w in wanted):
            starts = bool(wanted) and text.casefold().startswith(wanted[0])
            found.append((not starts, row))
    return tuple(row for _, row in sorted(found, key=lambda one: one[0]))


class CommandList(QDialog):
    """A field over a list of actions; Enter does the chosen one."""

    def __init__(self, actions: ActionSet, parent: QWidget) -> None:
        """Offer the enabled ones of ``actions``."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions = actions
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a command"))
        self.field.setAccessibleName(self.tr("Command"))
        self.field.setProperty("focusRing", False)
        self.field.textChanged.connect(self._refresh)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("role", "rows")
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._do)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(8), scaled(8), scaled(8), scaled(8))
        column.addWidget(self.field)
        column.addWidget(self.list)
        self._refresh()
        width, height = scaled(480), scaled(420)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.setGeometry(
            corner.x() + (parent.width() - width) // 2, corner.y() + scaled(76), width, height
        )
        self.field.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter of the field work on the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            rows = max(1, self.list.count())
            self.list.setCurrentRow((self.list.currentRow() + step) % rows)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (current := self.list.currentItem()) is not None:
                self._do(current)
            return True
        return False

    def _refresh(self) -> None:
        self.list.clear()
        for row in matching(self._actions, self.field.text()):
            keys = shortcut_text(self._actions[row.id])
            text = self._actions[row.id].text()
            line = QListWidgetItem(f"{text}   {keys}" if keys else text)
            line.setData(Qt.ItemDataRole.UserRole, row.id)
            if row.icon:
                line.setIcon(icon(row.icon))
            self.list.addItem(line)
        if not self.list.count():
            words = self.field.text().strip()
            nothing = QListWidgetItem(self.tr("No command now for “{words}”.").format(words=words))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _do(self, line: QListWidgetItem) -> None:
        if line.data(Qt.ItemDataRole.UserRole) is None:
            return
        self.close()
        self._actions[line.data(Qt.ItemDataRole.UserRole)].trigger()
