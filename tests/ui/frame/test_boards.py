"""Several boards in one window: tabs, their own views, records on several of them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.commands import board_list, boards, claims, editing, removal
from evidence_board.model.board import Board, Card
from evidence_board.model.claim import Claim
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.ui import board_memory
from evidence_board.ui.board_memory import Remembered
from evidence_board.ui.board_tabs import BoardTabs, page_of
from evidence_board.ui.canvas.views import View
from evidence_board.ui.docks.dragging import pack_records
from evidence_board.ui.docks.page import LinkButton
from evidence_board.ui.settings import SettingsFile
from evidence_board.ui.spring import HOVER_MS
from evidence_board.ui.wiring import Wiring
from tests.ui.canvas.conftest import move

# The offscreen platform has no window manager to ask, and says so each time.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def sea(wiring: Wiring) -> Board:
    """Give a second board with a claim at its own place."""
    made = board_list.add(wiring.document.project, "Sea")
    claims.write(wiring.document.project, "A ship came in", board=made.id, x=400, y=300)
    return made


def titles(wiring: Wiring) -> list[str]:
    bar = wiring.board_tabs.bar
    return [bar.tabText(place) for place in range(bar.count())]


def tab(wiring: Wiring, board: str) -> QPoint:
    bar = wiring.board_tabs.bar
    return bar.tabRect(bar.place_of(board)).center()


def line(wiring: Wiring) -> QLineEdit | None:
    return next((one for one in wiring.board_tabs.findChildren(QLineEdit) if one.isVisible()), None)


def write(wiring: Wiring, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Write into the open line and press a key."""
    opened = line(wiring)
    assert opened is not None
    opened.selectAll()
    QTest.keyClicks(opened, words)
    QTest.keyClick(opened, key)


def do(wiring: Wiring, action: str) -> None:
    wiring.window.actions_here[action].trigger()


def claim_on(wiring: Wiring, board: Board) -> Claim:
    project = wiring.document.project
    held = [project.find(card.record) for card in project.all(Card) if card.board == board.id]
    return next(one for one in held if isinstance(one, Claim))


def press_through(widget: QWidget, *places: QPoint) -> None:
    """Press at the first place, move over the others and let go at the last."""
    QTest.mousePress(widget, LEFT, NONE, places[0])
    for place in places[1:]:
        QTest.mouseMove(widget, place)
    QTest.mouseRelease(widget, LEFT, NONE, places[-1])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_after_naming_a_board_the_keys_go_to_it(wiring: Wiring, key: Qt.Key) -> None:
    wiring.board.setFocus()
    do(wiring, "new_board")
    write(wiring, "Sea", key)
    assert wiring.board.hasFocus()


def test_a_tab_named_by_keys_keeps_the_focus(wiring: Wiring, sea: Board) -> None:
    wiring.board_tabs.bar.setFocus()
    QTest.keyClick(wiring.board_tabs.bar, Qt.Key.Key_F2)
    write(wiring, "Land")
    assert wiring.board_tabs.bar.hasFocus()


def test_one_board_has_no_tabs_and_a_second_shows_them(wiring: Wiring) -> None:
    assert not wiring.board_tabs.isVisible()
    do(wiring, "new_board")
    assert wiring.board_tabs.isVisible()
    assert titles(wiring) == ["Board", "Board 2"]


def test_a_new_board_shows_at_once_and_is_named_in_place(wiring: Wiring) -> None:
    first = wiring.board_id
    do(wiring, "new_board")
    write(wiring, "Sea & air")
    assert wiring.board_id != first
    assert wiring.document.project.get(Board, wiring.board_id).title == "Sea & air"
    assert titles(wiring) == ["Board", "Sea && air"]
    assert wiring.document.project.undo_label == "Rename board"


def test_the_plus_adds_a_board(wiring: Wiring, sea: Board) -> None:
    QTest.mouseClick(wiring.board_tabs.plus, LEFT)
    assert titles(wiring) == ["Board", "Sea", "Board 2"]


def test_a_double_click_names_a_board_and_esc_leaves_it_as_it_was(
    wiring: Wiring, sea: Board
) -> None:
    steps = len(wiring.document.project.steps())
    QTest.mouseDClick(wiring.board_tabs.bar, LEFT, NONE, tab(wiring, sea.id))
    write(wiring, "Nothing", Qt.Key.Key_Escape)
    assert titles(wiring) == ["Board", "Sea"]
    assert len(wiring.document.project.steps()) == steps
    QTest.mouseDClick(wiring.board_tabs.bar, LEFT, NONE, tab(wiring, sea.id))
    write(wiring, "Harbour")
    assert titles(wiring) == ["Board", "Harbour"]


def test_f2_on_a_tab_names_its_board(wiring: Wiring, sea: Board) -> None:
    wiring.board_tabs.bar.setFocus()
    QTest.keyClick(wiring.board_tabs.bar, Qt.Key.Key_F2)
    write(wiring, "Land")
    assert titles(wiring) == ["Land", "Sea"]


def test_an_empty_title_changes_nothing(wiring: Wiring, sea: Board) -> None:
    wiring.boards.name(sea.id)
    write(wiring, " ")
    assert titles(wiring) == ["Board", "Sea"]


def test_a_click_switches_the_board_with_outline_and_reader(wiring: Wiring, sea: Board) -> None:
    claim = claim_on(wiring, sea)
    QTest.mouseClick(wiring.board_tabs.bar, LEFT, NONE, tab(wiring, sea.id))
    assert wiring.board_id == sea.id
    assert wiring.board.sheet.layout.records == [claim.id]
    assert wiring.reader.making.board == sea.id
    wiring.panels.outline.refresh()
    assert any("A ship came in" in row.text(0) for row in wiring.panels.outline.rows())
    assert wiring.board.accessibleName() == "Sea"


def test_the_keys_go_round_the_boards(wiring: Wiring, sea: Board) -> None:
    first = wiring.board_id
    wiring.board.setFocus()
    QTest.keyClick(wiring.board, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert wiring.board_id == sea.id
    QTest.keyClick(wiring.board, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert wiring.board_id == first
    QTest.keyClick(wiring.board, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert wiring.board_id == sea.id


def test_each_board_keeps_its_own_view_and_no_step_is_made(
    wiring: Wiring, sea: Board, qtbot: QtBot
) -> None:
    first, steps = wiring.board_id, len(wiring.document.project.steps())
    qtbot.waitUntil(lambda: wiring.board.spot is not None)
    wiring.board.camera.zoom_by(2.0)
    before = wiring.board.spot
    wiring.boards.show(sea.id)
    qtbot.waitUntil(lambda: wiring.board.spot is not None)
    assert wiring.board.spot != before
    wiring.boards.show(first)
    qtbot.waitUntil(lambda: wiring.board.spot is not None)
    after = wiring.board.spot
    assert before is not None
    assert after is not None
    assert (after.x, after.y, after.zoom) == pytest.approx((before.x, before.y, before.zoom), abs=1)
    assert len(wiring.document.project.steps()) == steps


def test_board_and_view_are_remembered_beside_the_settings(
    wiring: Wiring, sea: Board, settings: SettingsFile, qtbot: QtBot
) -> None:
    path = str(wiring.document.project.path.absolute())
    wiring.boards.show(sea.id)
    qtbot.waitUntil(lambda: wiring.board.spot is not None)
    wiring.board.camera.zoom_by(0.5)
    spot = wiring.board.spot
    wiring.window.close()
    kept = board_memory.recall(settings.folder, path)
    assert kept.board == sea.id
    assert kept.spots[sea.id] == spot


@pytest.mark.parametrize(
    "held",
    [
        b"",
        b"[]",
        b'{"schema": 2}',
        b'{"schema": 1, "spots": {"a": {"x": 1, "y": 2, "zoom": "3"}}}',
        b'{"schema": 1, "board": 7, "spots": {"a": {"x": 1e300, "y": 2, "zoom": 1}}}',
    ],
)
def test_a_damaged_memory_is_none(tmp_path: Path, held: bytes) -> None:
    board_memory.keep(tmp_path, "case", Remembered("a", {"a": View(1.0, 2.0, 0.5)}))
    (file,) = (tmp_path / "views").iterdir()
    file.write_bytes(held)
    assert board_memory.recall(tmp_path, "case") == Remembered()


def test_dragging_a_tab_puts_the_boards_in_order_as_one_step(wiring: Wiring, sea: Board) -> None:
    steps = len(wiring.document.project.steps())
    bar = wiring.board_tabs.bar
    start, end = tab(wiring, sea.id), QPoint(2, bar.height() // 2)
    press_through(bar, start, start - QPoint(20, 0), (start + end) / 2, end)
    assert titles(wiring) == ["Sea", "Board"]
    assert len(wiring.document.project.steps()) == steps + 1
    wiring.document.undo()
    assert titles(wiring) == ["Board", "Sea"]


def test_a_tab_flicked_past_the_end_stands_there(wiring: Wiring, sea: Board) -> None:
    bar = wiring.board_tabs.bar
    start = tab(wiring, sea.id)
    press_through(bar, start, QPoint(-30, start.y()))
    assert titles(wiring) == ["Sea", "Board"]
    press_through(bar, tab(wiring, sea.id), QPoint(bar.width() + 300, start.y()))
    assert titles(wiring) == ["Board", "Sea"]


def test_esc_calls_the_drag_of_a_tab_off(wiring: Wiring, sea: Board) -> None:
    steps = len(wiring.document.project.steps())
    bar = wiring.board_tabs.bar
    start, end = tab(wiring, sea.id), QPoint(2, bar.height() // 2)
    QTest.mousePress(bar, LEFT, NONE, start)
    for place in (start - QPoint(20, 0), (start + end) / 2, end):
        QTest.mouseMove(bar, place)
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    QTest.mouseRelease(bar, LEFT, NONE, end)
    assert titles(wiring) == ["Board", "Sea"]
    assert len(wiring.document.project.steps()) == steps


def test_a_key_moves_the_board_along(wiring: Wiring, sea: Board) -> None:
    do(wiring, "board_later")
    assert titles(wiring) == ["Sea", "Board"]
    do(wiring, "board_later")
    assert titles(wiring) == ["Sea", "Board"]
    do(wiring, "board_earlier")
    assert titles(wiring) == ["Board", "Sea"]


def test_removing_the_board_shows_its_neighbour_and_undo_brings_it_back(
    wiring: Wiring, sea: Board
) -> None:
    claim = claim_on(wiring, sea)
    wiring.boards.show(sea.id)
    do(wiring, "remove_board")
    assert not wiring.board_tabs.isVisible()
    assert wiring.board_id != sea.id
    assert wiring.document.project.find(claim.id) is not None
    assert wiring.window.toast.message == "“Sea” was removed. Its records stay."
    wiring.document.undo()
    assert wiring.board_id == sea.id
    assert wiring.board.sheet.layout.records == [claim.id]


def test_the_last_board_cannot_be_removed(wiring: Wiring) -> None:
    do(wiring, "remove_board")
    assert wiring.document.project.all(Board) != ()
    assert "The last board stays" in wiring.window.banner.message


def test_a_copy_of_a_board_shows_the_same_records(wiring: Wiring, sea: Board) -> None:
    wiring.boards.show(sea.id)
    records = wiring.board.sheet.layout.records
    do(wiring, "duplicate_board")
    write(wiring, "Sea later")
    assert titles(wiring) == ["Board", "Sea", "Sea later"]
    assert wiring.board.sheet.layout.records == records


def test_revealing_a_record_of_another_board_goes_there(wiring: Wiring, sea: Board) -> None:
    claim = claim_on(wiring, sea)
    wiring.document.reveal(claim.id)
    assert wiring.board_id == sea.id
    assert wiring.document.selected == (claim.id,)


def test_undo_of_a_step_shows_the_board_on_which_it_happened(wiring: Wiring, sea: Board) -> None:
    first, claim = wiring.board_id, claim_on(wiring, sea)
    editing.change(wiring.document.project, claim, text="Two ships came in")
    wiring.document.undo()
    assert wiring.board_id == sea.id
    wiring.boards.show(first)
    wiring.document.redo()
    assert wiring.board_id == sea.id
    assert wiring.document.selected == (claim.id,)


def test_undo_of_a_step_on_the_board_that_shows_stays_there(wiring: Wiring, sea: Board) -> None:
    project, first = wiring.document.project, wiring.board_id
    claim = claims.write(project, "A horn blew", board=first)
    board_list.show_on(project, sea.id, [(claim.id, 0, 0)])
    editing.change(project, claim, text="Two horns blew")
    wiring.document.undo()
    assert wiring.board_id == first


def test_without_any_board_a_window_makes_no_step_and_what_was_undone_can_be_done_again(
    wiring: Wiring,
) -> None:
    project, first = wiring.document.project, wiring.board_id
    removal.remove(project, (first,))
    steps, awaited = len(project.steps()), wiring.board_id
    assert awaited != first
    claim = claims.write(project, "A horn blew", board=awaited)
    wiring.document.undo()
    assert (wiring.board_id, project.all(Board)) == (awaited, ())
    assert len(project.steps()) == steps + 1
    wiring.document.redo()
    assert wiring.board_id == awaited
    assert wiring.board.sheet.layout.records == [claim.id]


def test_what_does_not_lie_on_the_next_board_is_not_selected_there(
    wiring: Wiring, sea: Board
) -> None:
    project, first = wiring.document.project, wiring.board_id
    here = claims.write(project, "A horn blew", board=first)
    both = claims.write(project, "A door shut", board=first)
    board_list.show_on(project, sea.id, [(both.id, 0, 0)])
    wiring.document.select((here.id, both.id))
    wiring.boards.show(sea.id)
    assert wiring.document.selected == (both.id,)


def menu_of(wiring: Wiring) -> QMenu:
    menu = QMenu(wiring.window)
    wiring.other_boards.fill_menu(menu)
    return menu


def test_the_selection_is_shown_on_another_board_beside_what_lies_there(
    wiring: Wiring, sea: Board
) -> None:
    project, first = wiring.document.project, wiring.board_id
    claim = claims.write(project, "A horn blew", board=first, x=400, y=300)
    wiring.document.select((claim.id,))
    menu = menu_of(wiring)
    assert [one.text() for one in menu.actions()] == ["Show on “Sea”", "Show on a new board"]
    menu.actions()[0].trigger()
    assert wiring.board_id == first
    assert wiring.window.toast.message == "Shown on “Sea” too."
    (card,) = [one for one in project.all(Card) if (one.board, one.record) == (sea.id, claim.id)]
    assert abs(card.x - 400) >= 208 or abs(card.y - 300) >= 60
    menu = menu_of(wiring)
    assert [one.text() for one in menu.actions() if one.text()] == [
        "Go to “Sea”",
        "Show on a new board",
    ]
    menu.actions()[0].trigger()
    assert wiring.board_id == sea.id
    assert wiring.document.selected == (claim.id,)


def test_the_selection_goes_to_a_new_board_that_is_named_at_once(wiring: Wiring) -> None:
    project, first = wiring.document.project, wiring.board_id
    claim = claims.write(project, "A horn blew", board=first, x=400, y=300)
    wiring.document.select((claim.id,))
    menu_of(wiring).actions()[0].trigger()
    write(wiring, "Noises")
    assert titles(wiring) == ["Board", "Noises"]
    assert wiring.board.sheet.layout.records == [claim.id]


def test_delete_on_one_of_several_boards_keeps_the_record(wiring: Wiring, sea: Board) -> None:
    project = wiring.document.project
    claim = claim_on(wiring, sea)
    board_list.show_on(project, wiring.board_id, [(claim.id, 0, 0)])
    wiring.boards.show(sea.id)
    wiring.document.select((claim.id,))
    wiring.board.setFocus()
    do(wiring, "delete")
    assert project.find(claim.id) is not None
    assert wiring.board.sheet.layout.records == []


def test_a_claim_made_in_the_reader_lands_on_the_board_that_shows(
    wiring: Wiring, sea: Board, source: Source
) -> None:
    wiring.boards.show(sea.id)
    wiring.document.read(source.id)
    wiring.reader.page.select(24, 48)
    before = {one.id for one in wiring.document.project.all(Claim)}
    QTest.keyClick(wiring.reader.page, Qt.Key.Key_C)
    assert wiring.reader.margin.composer is not None
    QTest.keyClick(wiring.reader.margin.composer.words, Qt.Key.Key_Return)
    (made,) = [one for one in wiring.document.project.all(Claim) if one.id not in before]
    cards = [one for one in wiring.document.project.all(Card) if one.board == sea.id]
    assert made.id in {card.record for card in cards}


def test_a_drag_that_hovers_over_a_tab_opens_its_board(
    wiring: Wiring, sea: Board, source: Source, qtbot: QtBot
) -> None:
    mime = pack_records((source.id,), "words")
    bar = wiring.board_tabs.bar
    entering = QDragEnterEvent(tab(wiring, sea.id), Qt.DropAction.CopyAction, mime, LEFT, NONE)
    QApplication.sendEvent(bar, entering)
    assert entering.isAccepted()
    qtbot.waitUntil(lambda: wiring.board_id == sea.id, timeout=HOVER_MS * 5)
    QApplication.sendEvent(bar, QDragLeaveEvent())


def test_the_board_takes_the_keys_before_its_tabs(wiring: Wiring, sea: Board) -> None:
    wiring.panels.sources.setFocus()
    wiring.board_page.setFocus()
    assert QApplication.focusWidget() is wiring.board


def test_frames_of_other_boards_are_not_touched(wiring: Wiring, sea: Board) -> None:
    project: Project = wiring.document.project
    frame = boards.frame(project, sea.id, 0, 0, 300, 200, "Ships")
    assert frame.id not in wiring.board.sheet.layout.frames
    wiring.document.reveal(frame.id)
    assert wiring.board_id == sea.id


def test_the_inspector_names_the_boards_of_a_record_and_leads_there(
    wiring: Wiring, sea: Board
) -> None:
    project, first = wiring.document.project, wiring.board_id
    claim = claims.write(project, "A horn blew", board=first)
    here = claims.write(project, "A door shut", board=first)
    board_list.show_on(project, sea.id, [(claim.id, 0, 0)])
    wiring.document.select((claim.id,))
    field = wiring.inspector.boards
    assert field.titles() == ("Board", "Sea")
    button = next(one for one in field.findChildren(LinkButton) if one.words() == "Sea")
    button.click()
    assert wiring.board_id == sea.id
    assert wiring.document.selected == (claim.id,)
    wiring.document.select((claim.id, here.id))
    assert field.titles() == ()
    assert not field.isVisible()


def test_tabs_of_several_boards_are_never_a_window_of_their_own(qtbot: QtBot) -> None:
    tabs = BoardTabs(lambda _carried: False)
    qtbot.addWidget(tabs)
    tabs.show_boards((("one", "Board"), ("two", "Sea")), "one", writable=True)
    assert not tabs.isVisible()
    ground = QWidget()
    qtbot.addWidget(ground)
    page = page_of(ground, tabs)
    qtbot.addWidget(page)
    page.show()
    assert tabs.isVisible()


def carry_to_tab(wiring: Wiring, card: Claim, board: Board) -> None:
    """Drag a card onto the tab of a board, without letting go."""
    view, bar = wiring.board, wiring.board_tabs.bar
    layout = view.sheet.layout
    x, y, width, height = layout.boxes[layout.row_of_record[card.id]].tolist()
    left, top = view.camera.viewport.to_screen(x + width / 2, y + height / 2)
    start = QPoint(round(left), round(top))
    goal = view.mapFromGlobal(bar.mapToGlobal(tab(wiring, board.id)))
    QTest.mousePress(view, LEFT, NONE, start)
    for spot in (start + QPoint(20, 0), goal):
        move(view, spot)


def test_a_card_dragged_onto_a_tab_shows_there_too_and_stays_here(
    wiring: Wiring, sea: Board
) -> None:
    project = wiring.document.project
    here = next(board for board in project.all(Board) if board.id != sea.id)
    card = claims.write(project, "A bell rang", board=here.id, x=0, y=0)
    for steps in (1, 0):
        before = len(project.steps())
        carry_to_tab(wiring, card, sea)
        assert wiring.board.cursor().shape() == Qt.CursorShape.DragCopyCursor
        goal = wiring.board_tabs.bar.mapToGlobal(tab(wiring, sea.id))
        QTest.mouseRelease(wiring.board, LEFT, NONE, wiring.board.mapFromGlobal(goal))
        assert {one.id for one in board_list.boards_of(project, card.id)} == {here.id, sea.id}
        assert len(project.steps()) == before + steps
        assert not len(wiring.board.live.lifted)
    first = next(one for one in project.referrers(card.id) if isinstance(one, Card))
    assert (first.x, first.y) == (0, 0)
    assert wiring.window.toast.message == "Already on “Sea”."


def test_esc_over_a_tab_leaves_all_as_it_was(wiring: Wiring, sea: Board) -> None:
    project = wiring.document.project
    here = next(board for board in project.all(Board) if board.id != sea.id)
    card = claims.write(project, "A bell rang", board=here.id, x=0, y=0)
    steps = len(project.steps())
    carry_to_tab(wiring, card, sea)
    QTest.keyClick(wiring.board, Qt.Key.Key_Escape)
    goal = wiring.board_tabs.bar.mapToGlobal(tab(wiring, sea.id))
    QTest.mouseRelease(wiring.board, LEFT, NONE, wiring.board.mapFromGlobal(goal))
    assert len(project.steps()) == steps
    assert wiring.board.cursor().shape() != Qt.CursorShape.DragCopyCursor
