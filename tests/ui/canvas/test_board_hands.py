"""Working on the board with the mouse: selecting, moving, linking, writing."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.project.project import Project
from evidence_board.ui.canvas.acts.inserting import place_for
from evidence_board.ui.canvas.editing import NEW_SIZE
from evidence_board.ui.canvas.geometry import Ints
from evidence_board.ui.canvas.pop_menu import PopMenu
from tests.ui.canvas.conftest import LEFT, NONE, Case, Hands, move

SHIFT = Qt.KeyboardModifier.ShiftModifier


def _only(row: int) -> Ints:
    return np.array([row])


def menu_of(hands: Hands) -> PopMenu:
    assert hands.view.linking.menu is not None
    return hands.view.linking.menu


def test_a_click_selects_a_card_and_one_on_empty_board_lets_go(hands: Hands, case: Case) -> None:
    hands.click(hands.spot(case.first.id))
    assert hands.selected() == (case.first.id,)
    hands.click(hands.at(500, 500))
    assert hands.selected() == ()


def test_shift_click_adds_and_takes_away(hands: Hands, case: Case) -> None:
    hands.click(hands.spot(case.first.id))
    hands.click(hands.spot(case.second.id), SHIFT)
    assert hands.selected() == (case.first.id, case.second.id)
    hands.click(hands.spot(case.first.id), SHIFT)
    assert hands.selected() == (case.second.id,)


def test_a_rubber_band_selects_what_it_touches(hands: Hands, case: Case) -> None:
    hands.drag(hands.at(-20, -20), hands.at(400, 60))
    assert set(hands.selected()) == {case.first.id, case.second.id}


def test_dragging_moves_all_that_is_selected_as_one_step_on_the_grid(
    hands: Hands, case: Case
) -> None:
    hands.click(hands.spot(case.first.id))
    hands.click(hands.spot(case.second.id), SHIFT)
    start = hands.spot(case.first.id)
    hands.drag(start, start + QPoint(61, 435))
    assert hands.place(case.first.id) == (64, 432)
    assert hands.place(case.second.id) == (384, 432)
    hands.project.undo()
    assert hands.place(case.first.id) == (0, 0)
    assert hands.place(case.second.id) == (320, 0)
    assert hands.view.sheet.layout.boxes[0, :2].tolist() == [0, 0]


def test_shift_keeps_a_drag_on_one_axis(hands: Hands, case: Case) -> None:
    start = hands.spot(case.source.id)
    QTest.mousePress(hands.view, LEFT, NONE, start)
    move(hands.view, start + QPoint(20, 104), SHIFT)
    QTest.mouseRelease(hands.view, LEFT, SHIFT, start + QPoint(20, 104))
    assert hands.place(case.source.id) == (640, 104)


def test_escape_during_a_drag_puts_all_back(hands: Hands, case: Case) -> None:
    steps = len(hands.project.steps())
    start = hands.spot(case.first.id)
    hands.press(start, start + QPoint(200, 200))
    assert hands.view.sheet.layout.boxes[0, 0] == 200
    hands.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(hands.view, LEFT, NONE, start + QPoint(200, 200))
    assert hands.view.sheet.layout.boxes[0, :2].tolist() == [0, 0]
    assert len(hands.project.steps()) == steps


def test_links_follow_a_card_while_it_is_dragged(hands: Hands, case: Case) -> None:
    lines = hands.view.sheet.layout.lines
    row = lines.row_of[case.support.id]
    before = lines.curves[row].copy()
    start = hands.spot(case.below.id)
    hands.press(start, start + QPoint(160, 80))
    assert (lines.curves[row] != before).any()
    hands.key(Qt.Key.Key_Escape)
    assert lines.curves[row].tolist() == before.tolist()


def port_of(hands: Hands, id: str) -> QPoint:
    """Move to a card and return the place of its right port."""
    QTest.mouseMove(hands.view, hands.spot(id))
    QTest.qWait(150)
    return hands.spot(id, across=1.0)


def test_dragging_from_a_port_links_two_claims_with_type_and_reason(
    hands: Hands, case: Case
) -> None:
    hands.drag(port_of(hands, case.first.id), hands.spot(case.second.id))
    menu = menu_of(hands)
    QTest.keyClick(menu, Qt.Key.Key_2)
    field = menu.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "one of them is wrong")
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = hands.project.all(Link)[-1]
    assert (made.from_id, made.to_id) == (case.first.id, case.second.id)
    assert (made.type, made.reason) == ("contradicts", "one of them is wrong")
    assert made.id in hands.view.sheet.layout.lines.row_of
    assert hands.told == ["C1 contradicts C2"]


def test_a_link_may_be_made_without_a_reason(hands: Hands, case: Case) -> None:
    hands.drag(port_of(hands, case.first.id), hands.spot(case.second.id))
    menu = menu_of(hands)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    field = menu.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = hands.project.all(Link)[-1]
    assert (made.type, made.reason) == ("supports", "")


@pytest.mark.parametrize("late", [False, True])
def test_escape_in_the_link_menu_makes_nothing(hands: Hands, case: Case, late: bool) -> None:
    before = hands.project.all(Link)
    hands.drag(port_of(hands, case.first.id), hands.spot(case.second.id))
    menu = menu_of(hands)
    if late:
        QTest.keyClick(menu, Qt.Key.Key_1)
        field = menu.findChild(QLineEdit)
        assert isinstance(field, QLineEdit)
        QTest.keyClick(field, Qt.Key.Key_Escape)
    else:
        QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert hands.project.all(Link) == before
    assert hands.view.linking.menu is None
    assert hands.view.live.thread is None


def test_from_a_claim_to_a_source_the_other_direction_is_offered(hands: Hands, case: Case) -> None:
    hands.drag(port_of(hands, case.first.id), hands.spot(case.source.id))
    QTest.keyClick(menu_of(hands), Qt.Key.Key_Return)
    made = hands.project.all(Assertion)[-1]
    assert (made.source, made.claim) == (case.source.id, case.first.id)


def test_a_claim_undercuts_a_link_that_it_is_dropped_on(hands: Hands, case: Case) -> None:
    layout = hands.view.sheet.layout
    row = layout.lines.row_of[case.support.id]
    x, y = layout.lines.middles(_only(row))[0]
    hands.drag(port_of(hands, case.second.id), hands.at(x, y))
    QTest.keyClick(menu_of(hands), Qt.Key.Key_1)
    field = menu_of(hands).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = hands.project.all(Link)[-1]
    assert (made.type, made.to_id) == ("undercuts", case.support.id)
    assert hands.told == ["C2 undercuts (C1 supports H3)"]


def test_a_link_is_selected_by_a_click_and_deleted_by_a_key(hands: Hands, case: Case) -> None:
    layout = hands.view.sheet.layout
    x, y = layout.lines.middles(_only(layout.lines.row_of[case.support.id]))[0]
    hands.click(hands.at(x + 4, y))
    assert hands.selected() == (case.support.id,)
    hands.key(Qt.Key.Key_Delete)
    assert hands.project.find(case.support.id) is None
    assert not len(hands.view.sheet.layout.lines.ties)
    hands.project.undo()
    assert len(hands.view.sheet.layout.lines.ties) == 1


def test_a_double_click_on_empty_board_writes_a_claim_there(hands: Hands, case: Case) -> None:
    QTest.mouseDClick(hands.view, LEFT, NONE, hands.at(403, 398))
    editor = hands.view.in_place.editor
    assert editor is not None
    QTest.keyClicks(editor, "The crane was broken.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    made = hands.project.all(Claim)[-1]
    assert (made.text, made.kind) == ("The crane was broken.", "judgement")
    assert hands.place(made.id) == (400, 400)
    row = hands.view.sheet.layout.row_of_record[made.id]
    assert hands.view.sheet.face(row).aside == "analyst"
    assert hands.selected() == (made.id,)


def test_a_double_click_on_a_card_edits_its_text_as_one_step(hands: Hands, case: Case) -> None:
    QTest.mouseDClick(hands.view, LEFT, NONE, hands.spot(case.first.id))
    editor = hands.view.in_place.editor
    assert editor is not None
    assert editor.toPlainText() == case.first.text
    QTest.keyClicks(editor, "It left at one.")
    hands.click(hands.at(500, 500))
    assert hands.project.get(Claim, case.first.id).text == "It left at one."
    hands.project.undo()
    assert hands.project.get(Claim, case.first.id).text == case.first.text


def test_a_double_click_on_a_held_source_asks_to_read_it_and_enter_edits_its_title(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    article = SourceDraft("a.txt", b"Words.", "Words.", "text/plain", "UTF-8", "test", {})
    (held,) = sources.pin(hands.project, [article], board=case.board.id, x=0, y=600)
    with qtbot.waitSignal(hands.view.document.read_asked) as asked:
        QTest.mouseDClick(hands.view, LEFT, NONE, hands.spot(held.source.id))
    assert asked.args == [held.source.id]
    assert not hands.editing()
    hands.click(hands.spot(held.source.id))
    hands.key(Qt.Key.Key_Return)
    assert hands.editing()


def test_a_new_claim_beside_a_card_at_the_edge_is_wholly_in_view(hands: Hands, case: Case) -> None:
    hands.click(hands.spot(case.source.id))
    x, y = place_for(hands.view, NEW_SIZE)
    hands.view.resize(hands.at(x + NEW_SIZE[0], y).x() + 1, hands.view.height())
    hands.settle()
    hands.view.compose("claim", None)
    editor = hands.view.in_place.editor
    assert editor is not None
    assert hands.view.rect().adjusted(8, 8, -8, -8).contains(editor.geometry())


def test_escape_in_the_editor_leaves_the_text_as_it_was(hands: Hands, case: Case) -> None:
    steps = len(hands.project.steps())
    QTest.mouseDClick(hands.view, LEFT, NONE, hands.spot(case.first.id))
    assert hands.view.in_place.editor is not None
    QTest.keyClicks(hands.view.in_place.editor, "Something else")
    QTest.keyClick(hands.view.in_place.editor, Qt.Key.Key_Escape)
    assert not hands.editing()
    assert len(hands.project.steps()) == steps


def test_dragging_the_title_of_a_frame_moves_the_cards_inside(hands: Hands, case: Case) -> None:
    frame = boards.frame(hands.project, case.board.id, -24, -40, 260, 180, "Leaving")
    start = hands.at(100, -26)
    hands.drag(start, start + QPoint(64, 480))
    moved = hands.project.get(Frame, frame.id)
    assert (moved.x, moved.y) == (40, 440)
    assert hands.place(case.first.id) == (64, 480)
    assert hands.place(case.second.id) == (320, 0)
    hands.project.undo()
    assert hands.place(case.first.id) == (0, 0)


def test_dragging_a_corner_of_a_frame_resizes_it(hands: Hands, case: Case) -> None:
    frame = boards.frame(hands.project, case.board.id, 320, 240, 200, 160, "")
    hands.drag(hands.at(520, 400), hands.at(601, 479))
    assert hands.project.get(Frame, frame.id).width == 280
    assert hands.project.get(Frame, frame.id).height == 240


def test_an_empty_board_offers_two_ways_on(show: Callable[[], Hands]) -> None:
    hands = show()
    asked: list[str] = []
    hands.view.add_source_requested.connect(lambda: asked.append("source"))
    hands.view.sample_requested.connect(lambda: asked.append("sample"))
    assert hands.view.overlays.empty.isVisible()
    for button in hands.view.overlays.empty.findChildren(QPushButton):
        QTest.mouseClick(button, LEFT)
    assert asked == ["source", "sample"]
    hands.view.resize(240, 600)
    QTest.qWait(1)
    empty = hands.view.overlays.empty
    parts = [child for child in empty.children() if isinstance(child, QWidget)]
    assert hands.view.rect().contains(empty.geometry())
    assert all(empty.rect().contains(part.geometry()) for part in parts), "nothing is cut"


def test_the_words_of_an_empty_board_go_with_the_first_card(
    show: Callable[[], Hands], project: Project
) -> None:
    hands = show()
    claims.write(project, "First.", board=project.all(Board)[0].id)
    hands.settle()
    assert not hands.view.overlays.empty.isVisible()


def test_a_read_only_project_lets_nothing_be_moved(hands: Hands, case: Case) -> None:
    hands.project.read_only = True
    start = hands.spot(case.first.id)
    hands.drag(start, start + QPoint(100, 100))
    assert hands.place(case.first.id) == (0, 0)
    assert hands.view.sheet.layout.boxes[0, :2].tolist() == [0, 0]
    hands.project.read_only = False


def test_a_change_from_elsewhere_calls_a_drag_off(hands: Hands, case: Case) -> None:
    start = hands.spot(case.first.id)
    hands.press(start, start + QPoint(80, 80))
    card = next(one for one in hands.project.all(Card) if one.record == case.second.id)
    boards.move(hands.project, [(card.id, 320, 160)])
    assert hands.view.sheet.layout.boxes[0, :2].tolist() == [0, 0]
    QTest.mouseRelease(hands.view, LEFT, NONE, start + QPoint(80, 80))
    assert hands.place(case.first.id) == (0, 0)


def test_what_cannot_be_saved_goes_back_to_where_it_was_taken_from(
    hands: Hands, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise ValueError("The disk is full. Make room and drop it again.")

    monkeypatch.setattr(boards, "move", refuse)
    before = hands.view.sheet.layout.boxes.copy()
    start = hands.spot(case.first.id)
    hands.drag(start, start + QPoint(200, 120))
    assert hands.problems == ["The disk is full. Make room and drop it again."]
    assert (hands.view.sheet.layout.boxes == before).all()
    assert not len(hands.view.live.lifted)
    hands.crisp()
    picture = hands.view.grab().toImage()
    card = hands.view.surface.look.color("surface.card")
    assert picture.pixelColor(start - QPoint(60, 0)) == card
