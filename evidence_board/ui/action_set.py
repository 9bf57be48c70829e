"""The actions of one window as Qt knows them: made from the rows, enabled by the situation."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from evidence_board.ui.actions import ACTIONS, BY_ID, Action
from evidence_board.ui.keymap import KeyMap
from evidence_board.ui.labels import plain_tip
from evidence_board.ui.situation import Situation
from evidence_board.ui.theme import set_icon
from evidence_board.ui.wording import translate

_COLORS = {"claim": "kind.claim", "source": "kind.source", "note": "kind.note"}


def action_text(row: Action) -> str:
    """Return what a row is called in the language of the interface."""
    return translate("Action", row.text)


def shortcut_text(action: QAction) -> str:
    """Return the first shortcut of an action as this platform writes it, or nothing."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


class ActionSet(QObject):
    """The actions of a window; `asked` tells the id of the one that a person chose."""

    asked = Signal(str)

    def __init__(self, window: QWidget, without: Iterable[str] = ()) -> None:
        """Make all actions but those of `without`, and let their keys work in ``window``."""
        super().__init__(window)
        left_out = set(without)
        self._groups: dict[str, QActionGroup] = {}
        self._actions = {row.id: self._made(row) for row in ACTIONS if row.id not in left_out}
        self._rows = tuple(row for row in ACTIONS if row.id not in left_out)
        window.addActions(list(self._actions.values()))

    @property
    def rows(self) -> tuple[Action, ...]:
        """The rows that this window has."""
        return self._rows

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def __contains__(self, id: str) -> bool:
        return id in self._actions

    def show_icon(self, id: str) -> None:
        """Give an action its icon; drawing takes time, so only what shows one has one."""
        set_icon(self._actions[id], BY_ID[id].icon, _COLORS.get(id, "text.secondary"))

    def take_keys(self, keys: KeyMap) -> None:
        """Let the actions be asked for by these keys, and tell them in menus and tool tips."""
        for row in self._rows:
            action = self._actions[row.id]
            wanted = [QKeySequence(one) for one in keys.of(row.id)]
            if action.shortcuts() != wanted:
                action.setShortcuts(wanted)
                action.setToolTip(plain_tip(_tip(action.text(), action)))

    def adapt(self, now: Situation) -> None:
        """Enable what the situation allows, and name the steps that undo and redo would take."""
        for row in self._rows:
            self._actions[row.id].setEnabled(row.when(now))
        for id, sentence in (
            ("undo", self.tr("Undo {step}").format(step=now.undo) if now.undo else ""),
            ("redo", self.tr("Redo {step}").format(step=now.redo) if now.redo else ""),
        ):
            if id in self._actions:
                action = self._actions[id]
                action.setText(sentence or action.iconText())
                action.setToolTip(plain_tip(_tip(sentence or action.iconText(), action)))

    def check(self, *ids: str) -> None:
        """Show these as chosen; of a choice, that leaves the others."""
        for id in ids:
            if id in self._actions:
                self._actions[id].setChecked(True)

    def _made(self, row: Action) -> QAction:
        text = action_text(row)
        action = QAction(text, self)
        action.setIconText(text)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(one) for one in row.shortcuts])
        action.setToolTip(plain_tip(_tip(text, action)))
        action.setIconVisibleInMenu(False)
        action.setCheckable(row.checkable)
        if row.group:
            self._group(row.group).addAction(action)
        action.triggered.connect(self._ask)
        return action

    def _group(self, name: str) -> QActionGroup:
        if name not in self._groups:
            self._groups[name] = QActionGroup(self)
        return self._groups[name]

    def _ask(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.asked.emit(sender.objectName())


def _tip(text: str, action: QAction) -> str:
    keys = shortcut_text(action)
    return f"{text} ({keys})" if keys else text
