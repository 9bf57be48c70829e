"""The Link menu and the menus of the board depend on what is selected."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu

from evidence_board.commands import boards, claims, links
from evidence_board.model.board import Board
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.project.project import Project
from evidence_board.ui.docks.line_pages import LinkPage
from evidence_board.ui.wiring import Wiring
from tests.ui.frame.test_inspector import page_of

CONTROL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def linked(project: Project, claim: Claim) -> Link:
    """Link a new claim to one, both with cards."""
    board = project.all(Board)[0].id
    other = claims.write(project, "Someone stayed behind", board=board, x=0, y=400)
    boards.pin_records(project, board, [(claim.id, 0, 0)])
    made = links.connect(project, other.id, claim.id, "supports")
    assert isinstance(made, Link)
    return made


def menu_at(wiring: Wiring) -> list[str]:
    """Open the menu of the selection and return the ids of what it offers now."""
    wiring.board.menu_requested.emit(wiring.board.mapToGlobal(wiring.board.rect().center()), ())
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = list(actions_in(menu))
    menu.close()
    return offered


def actions_in(menu: QMenu) -> list[str]:
    found = []
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            found += actions_in(inner)
        elif action.isEnabled() and action.objectName():
            found.append(action.objectName())
    return found


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_menu_of_a_line_differs_from_that_of_a_card(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    line = linked(project, claim)
    wiring.document.select((line.id,))
    offered = menu_at(wiring)
    for id in ("link_reason", "type_contradicts", "reverse_link", "link_end", "move_link_start"):
        assert id in offered
    for id in ("type_quotes", "type_undercuts", "type_supports", "frame", "join_premises"):
        assert id not in offered
    assert "edit_text" not in offered
    wiring.document.select((claim.id,))
    offered = menu_at(wiring)
    assert {"edit_text", "link_keys", "linked_down", "frame", "delete"} <= set(offered)
    assert "reverse_link" not in offered


def test_the_link_menu_allows_what_the_selection_allows(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    line = linked(project, claim)
    actions = wiring.window.actions_here
    other = links.connect(project, claim.id, line.from_id, "contradicts")
    for selected, allowed in (
        ((claim.id,), set()),
        ((line.id,), {"reverse_link", "link_start", "link_reason", "move_link_end"}),
        ((line.id, other.id), {"join_premises"}),
    ):
        wiring.document.select(selected)
        for id in ("reverse_link", "link_start", "link_reason", "move_link_end", "join_premises"):
            assert actions[id].isEnabled() == (id in allowed)
    wiring.set_mode("reader")
    wiring.document.select((line.id,))
    assert not actions["reverse_link"].isEnabled()


def test_control_and_an_arrow_in_a_text_make_no_card(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    line = linked(project, claim)
    page = page_of(wiring, line.id)
    assert isinstance(page, LinkPage)
    page.reason.setFocus()
    steps = len(project.steps())
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(page.reason, key, CONTROL)
    assert wiring.board.in_place.editor is None
    assert page.reason.hasFocus()
    assert len(project.steps()) == steps


def test_the_type_of_a_line_is_changed_from_the_command_list_too(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    line = linked(project, claim)
    wiring.document.select((line.id,))
    wiring.window.actions_here["type_elaborates"].trigger()
    assert project.get(Link, line.id).type == "elaborates"


def test_no_key_typed_into_the_menu_of_a_thread_is_a_command(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    other = project.get(Claim, linked(project, claim).from_id)
    steps = len(project.steps())
    assert wiring.board.linking.offer(claim.id, other.id, 200, 200)
    menu = wiring.board.linking.menu
    assert menu is not None
    for key, held in ((Qt.Key.Key_N, NONE), (Qt.Key.Key_H, NONE), (Qt.Key.Key_Z, CONTROL)):
        QTest.keyClick(menu, key, held)
    assert wiring.board.linking.menu is menu
    assert wiring.board.in_place.editor is None
    assert not wiring.window.actions_here["pan_tool"].isChecked()
    assert len(project.steps()) == steps
    menu.close_menu()


def test_the_status_bar_names_what_is_selected_as_it_is_called(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    line = linked(project, claim)
    board = project.all(Board)[0].id
    frame = boards.frame(project, board, -40, -60, 400, 300, "")
    for id, words in ((line.id, "C2 supports C1 selected"), (frame.id, "Frame selected")):
        wiring.document.select((id,))
        assert words in [one.text() for one in wiring.window.status.findChildren(QLabel)]


def test_the_text_of_one_card_is_edited_from_the_menu(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    other = project.get(Claim, linked(project, claim).from_id)
    act = wiring.window.actions_here["edit_text"]
    wiring.document.select((claim.id, other.id))
    assert not act.isEnabled()
    wiring.document.select((other.id,))
    act.trigger()
    editor = wiring.board.in_place.editor
    assert editor is not None
    assert editor.toPlainText() == other.text
    editor.leave()
