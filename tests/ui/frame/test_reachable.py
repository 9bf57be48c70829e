"""Whatever can be done is in a menu and in the command list, so that no key must be known."""

from collections.abc import Iterable, Iterator

from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from evidence_board.ui.action_set import ActionSet
from evidence_board.ui.actions import ACTIONS, BY_ID
from evidence_board.ui.canvas.acts import BOARD_ACTS
from evidence_board.ui.command_list import matching
from evidence_board.ui.menus import fill_menu_bar


def below(menu: QMenu) -> Iterator[str]:
    """Yield the ids of the actions of a menu and of those in it."""
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from below(inner)
        elif not action.isSeparator():
            yield action.objectName()


def in_menus(window: QMainWindow, actions: ActionSet) -> set[str]:
    fill_menu_bar(window.menuBar(), actions)
    menus: Iterable[object] = (action.menu() for action in window.menuBar().actions())
    return {id for menu in menus if isinstance(menu, QMenu) for id in below(menu)}


def test_every_act_of_the_board_is_an_action() -> None:
    assert set(BOARD_ACTS) - set(BY_ID) == set()


def test_every_action_is_in_a_menu_of_the_window(qtbot: QtBot, application: QApplication) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    assert {row.id for row in ACTIONS} - in_menus(window, ActionSet(window)) == set()


def test_every_action_is_in_the_command_list_under_its_name(
    qtbot: QtBot, application: QApplication
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = ActionSet(window)
    for row in ACTIONS:
        actions[row.id].setEnabled(True)
    missing = [row.id for row in ACTIONS if row not in matching(actions, row.text)]
    assert missing == ["commands"], "the list does not list itself"
