"""The sheet of keys: all of them, found by words; those of actions can be changed in place."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from evidence_board.ui.action_set import action_text
from evidence_board.ui.actions import BY_ID
from evidence_board.ui.dialogs.key_offer import KeyOffer
from evidence_board.ui.dialogs.key_rows import KeyRow, menu_keys, written
from evidence_board.ui.dialogs.key_tree import KeyTree
from evidence_board.ui.keymap import KeyMap, barred, native
from evidence_board.ui.labels import scaled
from evidence_board.ui.settings import Settings, SettingsFile
from evidence_board.ui.theme import current_theme, icon
from evidence_board.ui.window_place import USUAL_FRAME

_WIDTH, _HEIGHT = 680, 720


class ShortcutSheet(QDialog):
    """Lists the keys; what is changed is stored, and holds in all windows, at once."""

    def __init__(self, settings: SettingsFile, parent: QWidget | None = None) -> None:
        """Show the keys in ``settings``."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._settings = settings
        self._keys = KeyMap(settings.current.keys)
        self._offered: tuple[str, tuple[str, ...]] | None = None
        self._adding = False
        self.field = self._search_field()
        self.tree = KeyTree(self._keys)
        self.offer = KeyOffer()
        self._lay_out()
        self._connect()
        room = self.screen().availableGeometry().marginsRemoved(USUAL_FRAME).size()
        width = max(scaled(_WIDTH), self.tree.room_wanted + scaled(40))
        self.resize(QSize(width, scaled(_HEIGHT)).boundedTo(room))
        self._adapt()
        self.field.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Go from the field into the list by Down or Enter, and empty the field by Esc."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave an offer by Esc before the sheet is closed by it."""
        if event.key() == Qt.Key.Key_Escape and self.offer.open:
            self._leave()
        else:
            super().keyPressEvent(event)

    # Building

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setProperty("role", "search")
        field.setPlaceholderText(self.tr("Find an action or a key"))
        field.setAccessibleName(self.tr("Find an action or a key"))
        field.setClearButtonEnabled(True)
        field.installEventFilter(self)
        self._glass = field.addAction(
            icon("search", "text.tertiary"), QLineEdit.ActionPosition.LeadingPosition
        )
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(16), scaled(16), scaled(16))
        column.setSpacing(scaled(8))
        column.addWidget(self.field)
        column.addWidget(self.tree, 1)
        column.addWidget(self.offer)
        self.change = self._button(self.tr("Change key"))
        self.add = self._button(self.tr("Add a key"))
        self.clear = self._button(self.tr("No key"))
        self.reset = self._button(self.tr("Reset"))
        self.reset_all = self._button(self.tr("Reset all"))
        self.leave = self._button(self.tr("Close"))
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        for button in (self.change, self.add, self.clear, self.reset):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.reset_all)
        row.addWidget(self.leave)
        column.addLayout(row)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        return button

    def _connect(self) -> None:
        self.field.textChanged.connect(self._find)
        self.tree.currentItemChanged.connect(self._choose)
        self.tree.change_asked.connect(self._begin)
        self.tree.clear_asked.connect(self._clear)
        self.change.clicked.connect(self._begin)
        self.add.clicked.connect(lambda: self._begin(adding=True))
        self.clear.clicked.connect(self._clear)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(lambda: self._settings.change(keys={}))
        self.leave.clicked.connect(self.accept)
        self.offer.taken.connect(self._take)
        self.offer.left.connect(self._leave)
        current_theme().changed.connect(self._draw_glass)
        stop = self._settings.watch(self._follow)
        self.destroyed.connect(lambda _gone: stop())

    # What a person does

    def _find(self, words: str) -> None:
        if self.tree.show_matching(words):
            self._adapt()
        else:
            self.offer.tell(self.tr("No action and no key matches “{0}”.").format(words), "warn")

    def _choose(self, now: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        """Follow to another row; the field in a row makes its own column the current one."""
        if now is before:
            return
        self.tree.end()
        self._offered = None
        self._adapt()

    def _begin(self, *, adding: bool = False) -> None:
        self._offered = None
        self._adapt()
        self._adding = adding
        if self.tree.begin(self._press, self._clear) is not None:
            self.offer.tell(self.tr("Press the new key. Backspace means none, Esc leaves."))

    def _press(self, key: str) -> None:
        """Give the chosen action the key that was pressed, unless that must be asked first."""
        row = self.tree.row
        if row is None or not row.id:
            return
        sentence = self._refusal(key, row)
        if sentence:
            self.offer.tell(sentence, "warn")
            return
        before = self._keys.of(row.id) if self._adding else ()
        self.tree.end()
        self._give(row.id, (*before, key))

    def _refusal(self, key: str, row: KeyRow) -> str:
        shown = native(key)
        if key in menu_keys():
            return self.tr("{0} opens a menu of the menu bar. Choose another key.").format(shown)
        return {
            "": "",
            "board": self.tr("{0} is kept for moving about and writing. Choose another key."),
            "text": self.tr("{0} edits text everywhere. Choose another key."),
            "none": self.tr("This key cannot be used. Choose another key."),
        }[barred(key, row.id)].format(shown)

    def _give(self, id: str, keys: Iterable[str]) -> None:
        """Store the keys of an action; keys of other actions are only offered."""
        wanted = tuple(dict.fromkeys(keys))
        taken = [(key, self._keys.owner(key)) for key in wanted]
        sentences = [
            self.tr("{key} is the key of {action}.").format(
                key=native(key), action=action_text(BY_ID[owner])
            )
            for key, owner in taken
            if owner is not None and owner != id
        ]
        if not sentences:
            self._store(id, wanted)
            return
        self._offered = (id, wanted)
        self.offer.tell(" ".join([*sentences, self.tr("Take it?")]), "warn", offer=True)
        self.offer.take.setFocus(Qt.FocusReason.TabFocusReason)

    def _store(self, id: str, keys: tuple[str, ...]) -> None:
        self._offered = None
        self._settings.change(keys=self._keys.giving(id, keys))
        words = self.tr("{action} has the key {keys} now.")
        if len(keys) > 1:
            words = self.tr("{action} has the keys {keys} now.")
        if not keys:
            words = self.tr("{action} has no key now.")
        told = words.format(action=action_text(BY_ID[id]), keys=written(keys))
        self.offer.tell(told, "ok")

    def _take(self) -> None:
        if self._offered is not None:
            self._store(*self._offered)
        self.tree.setFocus(Qt.FocusReason.TabFocusReason)

    def _leave(self) -> None:
        self._offered = None
        self._adapt()
        self.tree.setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        row = self.tree.row
        self.tree.end()
        if row is not None and row.id:
            self._give(row.id, ())

    def _reset(self) -> None:
        row = self.tree.row
        if row is not None and row.id:
            self._give(row.id, BY_ID[row.id].shortcuts)

    # Following

    def _follow(self, now: Settings) -> None:
        self._keys = KeyMap(now.keys)
        self.tree.end()
        self.tree.show_keys(self._keys)
        self._adapt()

    def _adapt(self) -> None:
        """Enable what can be done with the chosen row, and say how."""
        row = self.tree.row
        id = row.id if row is not None else ""
        for button in (self.change, self.add):
            button.setEnabled(bool(id))
        self.clear.setEnabled(bool(id and self._keys.of(id)))
        self.reset.setEnabled(bool(id) and self._keys.differs(id))
        self.reset_all.setEnabled(bool(self._settings.current.keys))
        if id:
            self.offer.tell(self.tr("Enter gives the action a new key, Backspace takes its keys."))
        else:
            self.offer.tell(self.tr("This key stays as it is."))

    def _draw_glass(self) -> None:
        self._glass.setIcon(icon("search", "text.tertiary"))
