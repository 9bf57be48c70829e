"""The main window: actions by the situation, docks, F6, find, toasts, closing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QTreeView
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, links, notes
from evidence_board.model.board import Card
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui.command_list import CommandList, matching
from evidence_board.ui.dialogs.results import ResultsDialog
from evidence_board.ui.docks.dragging import unpack_records
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.snapping import Snapping
from evidence_board.ui.toast import Offer
from evidence_board.ui.wiring import Wiring

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_undo_and_redo_name_the_step_and_are_off_without_one(
    wiring: Wiring, project: Project
) -> None:
    actions = wiring.window.actions_here
    claims.write(project, "A bell rang")
    assert actions["undo"].text() == "Undo Write claim"
    assert not actions["redo"].isEnabled()
    actions["undo"].trigger()
    assert actions["redo"].text() == "Redo Write claim"
    QTest.keyClick(wiring.window, Key.Key_Y, Ctrl)
    assert [one.text for one in project.all(Claim)][-1] == "A bell rang"


def test_the_board_has_the_keys_once_a_project_is_open(wiring: Wiring, claim: Claim) -> None:
    focused = wiring.window.focusWidget()
    assert focused is wiring.board
    QTest.keyClick(focused, Key.Key_N)
    assert wiring.board.in_place.editor is not None
    wiring.board.in_place.editor.leave()


def test_the_drawing_tools_are_off_in_the_reader(wiring: Wiring) -> None:
    actions = wiring.window.actions_here
    assert actions["claim"].isEnabled()
    actions["reader"].trigger()
    assert wiring.mode == "reader"
    assert not actions["claim"].isEnabled()
    assert actions["reader"].isChecked()


def test_delete_says_what_it_did_and_offers_undo(wiring: Wiring, claim: Claim) -> None:
    wiring.document.select((claim.id,))
    wiring.window.actions_here["delete"].trigger()
    assert wiring.document.project.find(claim.id) is None
    assert wiring.window.toast.message == "Delete claim"
    wiring.document.undo()
    assert wiring.document.project.find(claim.id) is not None
    assert claim.id in wiring.document.selected


def test_save_is_never_needed_and_always_answered(wiring: Wiring) -> None:
    QTest.keyClick(wiring.window, Key.Key_S, Ctrl)
    assert wiring.window.toast.message.startswith("Saved ")


def test_a_toast_is_as_wide_as_what_it_says(wiring: Wiring) -> None:
    toast = wiring.window.toast
    toast.show_line("1 held already")
    alone = toast.width()
    toast.show_line("1 source added", Offer("Undo", lambda: None))
    assert toast.width() > alone
    toast.show_line("1 held already")
    assert toast.width() == alone


def test_a_toast_that_is_too_long_for_one_line_takes_two_and_keeps_its_button(
    wiring: Wiring,
) -> None:
    toast, ground = wiring.window.toast, wiring.window.toast.parentWidget()
    assert ground is not None
    toast.show_line("1 source added", Offer("Undo", lambda: None))
    low = toast.height()
    toast.show_line("Nothing changes here, as the chain says. " * 8, Offer("Undo", lambda: None))
    assert ground.rect().contains(toast.geometry())
    (button,) = [one for one in toast.findChildren(QPushButton) if one.isVisible()]
    assert toast.rect().contains(button.geometry())
    assert toast.height() > low
    toast.show_line("1 source added", Offer("Undo", lambda: None))
    assert toast.height() == low


def test_a_toast_stands_over_the_legend_where_it_would_cover_it(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    other = claims.write(project, "A bell rang", board=wiring.board_id, x=0, y=0)
    boards.pin_records(project, wiring.board_id, [(claim.id, 400, 0)])
    links.connect(project, other.id, claim.id, "supports")
    QTest.qWait(20)
    toast, legend = wiring.window.toast, wiring.board.overlays.legend
    for words in ("C2 supports C1", "A long line that tells much of what was done. " * 2):
        toast.show_line(words)
        shown = QRect(toast.mapTo(wiring.window, QPoint()), toast.size())
        kept = QRect(legend.mapTo(wiring.window, QPoint()), legend.size())
        assert legend.isVisible()
        assert not shown.intersects(kept)


def test_the_docks_hide_and_come_back_by_one_key(wiring: Wiring) -> None:
    QTest.keyClick(wiring.window, Key.Key_Backslash, Ctrl)
    assert not wiring.window.left.isVisible()
    assert not wiring.window.rail.isVisible()
    QTest.keyClick(wiring.window, Key.Key_Backslash, Ctrl)
    assert wiring.window.right.isVisible()


def test_f6_walks_all_regions_and_comes_round(wiring: Wiring) -> None:
    window, seen = wiring.window, []
    for _ in window.regions():
        QTest.keyClick(window, Key.Key_F6)
        focused = QApplication.focusWidget()
        seen.append(
            next(region for region in window.regions() if focused and region.isAncestorOf(focused))
        )
    assert len(set(seen)) == len(window.regions())


def test_the_command_list_offers_what_can_be_done_and_does_it(wiring: Wiring, qtbot: QtBot) -> None:
    actions = wiring.window.actions_here
    assert "undo" in [row.id for row in matching(actions, "undo")]
    wiring.document.select(())
    assert "delete" not in [row.id for row in matching(actions, "delete")]
    chosen = CommandList(actions, wiring.window)
    qtbot.addWidget(chosen)
    QTest.keyClicks(chosen.field, "reader")
    QTest.keyClick(chosen.field, Key.Key_Return)
    assert wiring.mode == "reader"


def test_the_command_list_says_when_nothing_fits(wiring: Wiring, qtbot: QtBot) -> None:
    chosen = CommandList(wiring.window.actions_here, wiring.window)
    qtbot.addWidget(chosen)
    QTest.keyClicks(chosen.field, "sail")
    QTest.keyClick(chosen.field, Key.Key_Return)
    assert [chosen.list.item(row).text() for row in range(chosen.list.count())] == [
        "No command now for “sail”."
    ]


def test_the_sources_stand_under_held_cited_and_origins(wiring: Wiring, project: Project) -> None:
    tree = wiring.panels.sources.tree
    heads = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    told = [(head.text(0), head.childCount()) for head in heads if head is not None]
    assert told == [("Held", 2), ("Origins", 1)]
    wiring.panels.sources.filter.setText("office")
    assert [row.text(0) for row in tree.rows()] == ["Harbour office"]


def test_list_and_document_share_one_selection(wiring: Wiring, source: Source) -> None:
    wiring.document.select((source.id,))
    assert wiring.panels.sources.tree.selected_ids() == (source.id,)
    row = wiring.panels.sources.tree.rows()[1]
    spot = wiring.panels.sources.tree.visualItemRect(row).center()
    QTest.mouseClick(
        wiring.panels.sources.tree.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(spot.x(), spot.y()),
    )
    assert wiring.document.selected == (wiring.document.project.all(Source)[1].id,)


def test_a_dragged_source_carries_its_id(wiring: Wiring, source: Source) -> None:
    packed = wiring.panels.sources.tree.mimeData(wiring.panels.sources.tree.rows()[:1])
    assert unpack_records(packed) == (source.id,)


def test_added_files_become_sources_and_the_bad_one_is_named(
    wiring: Wiring, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("A gull sat on the mast all morning.\n", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    before = len(project.all(Capture))
    wiring.add_files((good, empty))
    qtbot.waitUntil(lambda: len(project.all(Capture)) == before + 1, timeout=20_000)
    assert wiring.window.toast.message == "1 source added"
    qtbot.waitUntil(lambda: wiring.window.findChild(ResultsDialog) is not None)
    results = wiring.window.findChild(ResultsDialog)
    assert results is not None
    (refused,) = results.lines.findItems("Refused", Qt.MatchFlag.MatchExactly, 1)
    assert refused.text(0) == "empty.txt"
    results.close()
    stored = project.all(Capture)[-1]
    assert project.original(stored) == good.read_bytes()


def test_sources_added_by_the_menu_lie_in_the_middle_of_the_view(
    wiring: Wiring, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = [tmp_path / f"{number}.txt" for number in range(3)]
    for path in paths:
        path.write_text(f"Report {path.stem} about the harbour.")
    with qtbot.waitSignal(wiring.document.changed, timeout=20_000):
        wiring.add_files(paths)
    cards = [card for card in wiring.document.project.all(Card) if card.record]
    left, top, width, height = wiring.board.camera.viewport.area
    assert abs((cards[0].x + cards[-1].x + 208) / 2 - left - width / 2) <= 8
    assert abs(cards[0].y + 32 - top - height / 2) <= 8


def test_the_edit_menu_pastes_on_the_board(wiring: Wiring) -> None:
    wiring.set_mode("reader")
    paste = wiring.window.actions_here["paste"]
    assert not paste.isEnabled()
    wiring.set_mode("board")
    QApplication.clipboard().setText("The crane was broken.")
    paste.trigger()
    assert wiring.document.project.all(Claim)[-1].text == "The crane was broken."


def test_the_switches_of_snapping_are_remembered(
    wiring: Wiring, settings: SettingsFile, tmp_path: Path
) -> None:
    actions = wiring.window.actions_here
    assert actions["snap_grid"].isChecked()
    assert actions["snap_objects"].isChecked()
    actions["snap_grid"].trigger()
    assert wiring.document.snapping == Snapping(grid=False, objects=True)
    assert not wiring.board.surface.painter_of().dotted
    again = SettingsFile(tmp_path / "settings" / "settings.json").current
    assert (again.snap_grid, again.snap_objects) == (False, True)
    actions["snap_objects"].trigger()
    assert not settings.current.snap_objects
    assert not actions["snap_objects"].isChecked()


def test_the_menus_copy_lock_and_arrange_the_selection(wiring: Wiring, claim: Claim) -> None:
    actions, project = wiring.window.actions_here, wiring.document.project
    boards.pin_records(project, wiring.board_id, [(claim.id, 0, 0)])
    assert not actions["align_left"].isEnabled()
    wiring.document.select((claim.id,))
    actions["duplicate"].trigger()
    (made,) = wiring.document.selected
    wiring.document.select((claim.id, made))
    actions["align_left"].trigger()
    cards = [one for one in project.all(Card) if one.record in (claim.id, made)]
    assert len({card.x for card in cards}) == 1
    actions["lock"].trigger()
    actions["delete"].trigger()
    assert project.find(made) is not None
    wiring.document.undo()
    assert project.undo_label == "Align left"


def test_a_file_that_is_held_gives_no_second_source(
    wiring: Wiring, project: Project, tmp_path: Path, qtbot: QtBot
) -> None:
    again = tmp_path / "again.txt"
    again.write_bytes(project.original(project.all(Capture)[0]))
    before = len(project.all(Source))
    wiring.add_files((again,))
    qtbot.waitUntil(lambda: "held already" in wiring.window.toast.message, timeout=20_000)
    assert len(project.all(Source)) == before


def test_the_outline_holds_every_card_with_its_name_read_out(
    wiring: Wiring, project: Project
) -> None:
    made = claims.write(project, "A horn blew", board=wiring.board_id)
    wiring.panels.setCurrentWidget(wiring.panels.outline)
    rows = {row.text(0): row for row in wiring.panels.outline.rows()}
    row = rows[f"{made.mark}  A horn blew"]
    spoken = row.data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        f"Claim {made.mark}. A horn blew. likelihood not judged. confidence not judged."
    )


def test_the_window_names_project_state_and_marking(wiring: Wiring) -> None:
    assert wiring.window.windowTitle() == "Harbour – Evidence Board"


def test_closing_keeps_what_the_start_window_shows(
    wiring: Wiring, project: Project, settings: SettingsFile
) -> None:
    claims.write(project, "A door shut", board=wiring.board_id)
    wiring.window.close()
    recent = settings.current.recent[0]
    assert (recent.title, recent.cards, recent.sources, recent.origins) == ("Harbour", 1, 2, 1)
    assert list((settings.folder / "thumbnails").glob("*.png"))
    again = Project.open(Path(recent.path))
    assert again.all(Claim)[-1].text == "A door shut"
    again.close()


def test_an_edit_that_is_still_being_typed_is_kept_when_the_window_closes(
    wiring: Wiring, project: Project, claim: Claim
) -> None:
    wiring.document.select((claim.id,))
    page = wiring.inspector.page
    field = page.place  # type: ignore[union-attr]  # the page of a claim
    field.setFocus()
    QTest.keyClicks(field, "Pier")
    path = project.path
    wiring.window.close()
    again = Project.open(path)
    assert again.get(Claim, claim.id).place == "Pier"
    again.close()


@pytest.mark.parametrize("width", [1024, 1100, 1300])
def test_the_tools_fold_to_icons_where_the_window_is_narrow(wiring: Wiring, width: int) -> None:
    wiring.window.resize(width, 700)
    button = wiring.window.tools.widgetForAction(wiring.window.actions_here["claim"])
    assert isinstance(button, QToolButton)
    icons_only = button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert icons_only == (width < 1120)


def test_a_source_dragged_from_the_list_gets_a_card_where_it_is_dropped(
    wiring: Wiring, project: Project, source: Source
) -> None:
    packed = wiring.panels.sources.tree.mimeData(wiring.panels.sources.tree.rows()[:1])
    left, bare = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy, spot = Qt.DropAction.CopyAction, QPoint(200, 160)
    QApplication.sendEvent(wiring.board, QDragEnterEvent(spot, copy, packed, left, bare))
    QApplication.sendEvent(wiring.board, QDropEvent(QPointF(spot), copy, packed, left, bare))
    assert [card.record for card in project.all(Card)] == [source.id]
    assert len(project.all(Claim)) == 1


def test_the_undo_of_a_toast_goes_when_another_step_is_done(wiring: Wiring, claim: Claim) -> None:
    wiring.document.select((claim.id,))
    wiring.window.actions_here["delete"].trigger()
    assert wiring.window.toast.message == "Delete claim"
    wiring.document.act(notes.write, "Ask again")
    assert wiring.window.toast.message == ""


def test_a_toast_without_undo_outlasts_the_next_step(wiring: Wiring) -> None:
    QTest.keyClick(wiring.window, Key.Key_S, Ctrl)
    wiring.document.act(notes.write, "Ask again")
    assert wiring.window.toast.message.startswith("Saved ")


def test_a_step_into_the_left_dock_reaches_its_list_and_arrows_walk_it(
    wiring: Wiring, project: Project
) -> None:
    wiring.board.setFocus()
    QTest.keyClick(wiring.window, Key.Key_F6, Shift)
    rows = QApplication.focusWidget()
    assert isinstance(rows, QTreeView)
    QTest.keyClick(rows, Key.Key_Down)
    assert wiring.document.selected == (project.all(Source)[0].id,)
