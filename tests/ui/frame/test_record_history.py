"""What was last done to a record stands at the foot of its page; a row's menu leads there too."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTreeWidget
from pytestqt.qtbot import QtBot

from evidence_board.commands import claims, editing
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.ui.docks.record_history import RecordHistory
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Told = Callable[[], RecordHistory]


@pytest.fixture
def foot(wiring: Wiring, claim: Claim, qtbot: QtBot) -> Told:
    """Give the way to the foot of the page that shows, once it has been read."""
    wiring.document.select((claim.id,))

    def read() -> RecordHistory:
        page = wiring.inspector.page
        assert page is not None
        found = page.findChild(RecordHistory)
        assert isinstance(found, RecordHistory)
        qtbot.waitUntil(lambda: found.isVisible() and not found._due)
        return found

    return read


def test_the_last_changes_stand_in_words_newest_first(
    wiring: Wiring, claim: Claim, foot: Told
) -> None:
    assert [one.partition(": ")[2] for one in foot().lines()] == ["Added"]
    project = wiring.document.project
    project.author = "A. Keeper"
    for place in ("Quay", "North quay", "South quay"):
        editing.change(project, project.get(Claim, claim.id), "Set place", place=place)
    shown = foot()
    assert [one.partition(": ")[2] for one in shown.lines()] == [
        "Place: “North quay” to “South quay”",
        "Place: “Quay” to “North quay”",
        "Place: empty to “Quay”",
    ]
    assert all("A. Keeper: Place" in one for one in shown.lines())
    assert shown.all.words() == "All 4"
    assert shown.all.accessibleName() == "History of this: all 4"
    wiring.document.undo()
    assert "undone: Place: “North quay” to “South quay”" in foot().lines()[0]


def test_what_is_not_in_the_file_yet_is_not_told_and_nothing_waits_for_it(
    wiring: Wiring, claim: Claim, foot: Told
) -> None:
    assert len(foot().lines()) == 1
    document = wiring.document
    document.act(editing.change, claim, "Set place", place="Quay")
    assert document.project.is_saving
    assert len(foot().lines()) == 2


def test_all_of_it_is_shown_by_the_link_also_by_enter(
    wiring: Wiring, claim: Claim, foot: Told
) -> None:
    editing.change(wiring.document.project, claim, "Set place", place="Quay")
    link = foot().all
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert wiring.panels.history.isVisible()
    assert wiring.panels.history.steps.rowCount() == 2
    assert wiring.panels.history.list.hasFocus()


def menu_of(tree: QTreeWidget) -> QMenu:
    """Ask for the menu by its key; returns it."""
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(), tree.mapToGlobal(QPoint())
    )
    QApplication.sendEvent(tree, event)
    (menu,) = [one for one in tree.findChildren(QMenu) if one.isVisible()]
    return menu


def test_the_menu_of_a_source_leads_to_its_history_by_keys_alone(
    wiring: Wiring, source: Source
) -> None:
    tree = wiring.panels.sources.tree
    tree.setFocus()
    tree.setCurrentItem(tree.rows()[0])
    menu = menu_of(tree)
    words = [one.text().replace("&", "") for one in menu.actions() if one.text()]
    assert words[0] == "Read"
    assert words[-2:] == ["History of what is selected", "Delete"]
    wanted = next(one for one in menu.actions() if one.text().replace("&", "") == words[-2])
    for _ in words:
        if menu.activeAction() is not wanted:
            QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction() is wanted
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert wiring.panels.history.isVisible()
    assert wiring.document.selected == (source.id,)
    assert wiring.panels.history.steps.rowCount() == len(
        wiring.document.project.steps_of(source.id)
    )


def test_the_mouse_opens_it_over_a_row_and_over_no_heading(wiring: Wiring) -> None:
    tree = wiring.panels.sources.tree
    second = tree.rows()[1]
    place = tree.visualItemRect(second).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, tree.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(tree.viewport(), event)
    (menu,) = [one for one in tree.findChildren(QMenu) if one.isVisible()]
    assert second.isSelected()
    assert len(wiring.document.selected) == 1
    menu.close()
    heading = tree.topLevelItem(0)
    assert heading is not None
    place = tree.visualItemRect(heading).center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, tree.viewport().mapToGlobal(place)
    )
    QApplication.sendEvent(tree.viewport(), event)
    assert [one for one in tree.findChildren(QMenu) if one.isVisible()] == []


def test_the_outline_has_the_same_menu(wiring: Wiring) -> None:
    wiring.panels.setCurrentWidget(wiring.panels.outline)
    tree = wiring.panels.outline.tree
    wiring.document.act(claims.write, "On the board", board=wiring.board_id)
    first = tree.topLevelItem(0)
    assert first is not None
    tree.setCurrentItem(first)
    words = [one.text().replace("&", "") for one in menu_of(tree).actions() if one.text()]
    assert "Show on the board" in words
    assert "History of what is selected" in words
