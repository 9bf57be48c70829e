"""Working on the board with the keyboard alone."""

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from evidence_board.commands import boards
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.note import Note
from evidence_board.model.source import Source
from tests.ui.canvas.conftest import LEFT, NONE, Case, Hands, move

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_arrows_nudge_the_selection(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down, SHIFT)
    assert hands.place(case.first.id) == (8, 40)
    hands.project.undo()
    assert hands.place(case.first.id) == (8, 0)


def test_without_a_selection_arrows_move_the_focus(hands: Hands, case: Case) -> None:
    hands.key(Qt.Key.Key_Right)
    assert hands.view.live.focus == case.first.id
    hands.key(Qt.Key.Key_Right)
    assert hands.view.live.focus == case.second.id
    hands.key(Qt.Key.Key_Space)
    assert hands.selected() == (case.second.id,)
    hands.key(Qt.Key.Key_Escape)
    assert hands.selected() == ()
    assert hands.view.live.focus == case.second.id


def test_tab_walks_the_cards_by_place_and_then_leaves(hands: Hands, case: Case) -> None:
    walked = []
    for _ in range(4):
        hands.key(Qt.Key.Key_Tab)
        walked.append(hands.view.live.focus)
    assert walked == [case.first.id, case.second.id, case.source.id, case.below.id]
    hands.key(Qt.Key.Key_Backtab)
    assert hands.view.live.focus == case.source.id


def test_enter_edits_the_card_with_the_focus(hands: Hands, case: Case) -> None:
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Return)
    editor = hands.view.in_place.editor
    assert editor is not None
    QTest.keyClicks(editor, "It left late.")
    QTest.keyClick(editor, Qt.Key.Key_Return, CONTROL)
    assert hands.project.get(Claim, case.first.id).text == "It left late."


def test_all_and_none(hands: Hands, case: Case) -> None:
    hands.key(Qt.Key.Key_A, CONTROL)
    assert len(hands.selected()) == 4
    hands.key(Qt.Key.Key_Escape)
    assert hands.selected() == ()


def test_delete_removes_a_claim_with_its_links_as_one_step(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_Backspace)
    assert hands.project.find(case.first.id) is None
    assert hands.project.find(case.support.id) is None
    assert case.first.id not in hands.view.sheet.layout.row_of_record
    hands.project.undo()
    assert case.first.id in hands.view.sheet.layout.row_of_record
    assert case.support.id in hands.view.sheet.layout.lines.row_of


def test_delete_takes_only_the_card_of_what_lies_on_another_board_too(
    hands: Hands, case: Case
) -> None:
    with hands.project.transaction("Add board") as tx:
        other = tx.add(Board(title="Other"))
        tx.add(Card(board=other.id, record=case.first.id, x=0, y=0))
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_Delete)
    assert hands.project.find(case.first.id) is not None
    assert case.first.id not in hands.view.sheet.layout.row_of_record


def test_control_l_links_two_selected_cards(hands: Hands, case: Case) -> None:
    hands.document.select((case.second.id, case.below.id))
    hands.key(Qt.Key.Key_L, CONTROL)
    menu = hands.view.linking.menu
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    field = menu.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = hands.project.all(Link)[-1]
    assert (made.from_id, made.to_id, made.type) == (
        case.second.id,
        case.below.id,
        "contradicts",
    )


def test_l_links_by_keys_alone(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_L)
    hands.key(Qt.Key.Key_Down)
    thread = hands.view.live.thread
    assert thread is not None
    assert thread.card == hands.view.sheet.layout.row_of_record[case.below.id]
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Return)
    menu = hands.view.linking.menu
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_4)
    field = menu.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = hands.project.all(Link)[-1]
    assert (made.from_id, made.type) == (case.first.id, "same as")
    assert made.to_id != case.first.id


def test_escape_leaves_linking_by_keys(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_L)
    hands.key(Qt.Key.Key_Escape)
    assert hands.view.live.thread is None
    assert hands.selected() == (case.first.id,)


def test_f_frames_the_selection_and_asks_for_a_title(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id, case.second.id))
    hands.key(Qt.Key.Key_F)
    editor = hands.view.in_place.editor
    assert editor is not None
    QTest.keyClicks(editor, "Leaving")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    (made,) = hands.project.all(Frame)
    assert made.title == "Leaving"
    inside = hands.view.sheet.layout.cards_inside((made.x, made.y, made.width, made.height))
    assert inside.tolist() == [0, 1]


def test_n_t_and_u_write_a_claim_a_note_and_a_cited_source(hands: Hands, case: Case) -> None:
    for key, words, finish in (
        (Qt.Key.Key_N, "A claim", NONE),
        (Qt.Key.Key_T, "A note", CONTROL),
        (Qt.Key.Key_U, "A paper", NONE),
    ):
        hands.key(key)
        editor = hands.view.in_place.editor
        assert editor is not None
        QTest.keyClicks(editor, words)
        QTest.keyClick(editor, Qt.Key.Key_Return, finish)
    assert hands.project.all(Claim)[-1].text == "A claim"
    assert hands.project.all(Note)[-1].text == "A note"
    assert hands.project.all(Source)[-1].name == "A paper"


def test_alt_and_arrow_walk_a_link(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_Down, ALT)
    assert hands.selected() == (case.below.id,)


def test_space_and_drag_pans(hands: Hands, case: Case) -> None:
    before = hands.view.camera.viewport
    QTest.keyPress(hands.view, Qt.Key.Key_Space)
    start = hands.spot(case.first.id)
    hands.drag(start, start + QPoint(-60, -30))
    QTest.keyRelease(hands.view, Qt.Key.Key_Space)
    after = hands.view.camera.viewport
    assert (after.left - before.left, after.top - before.top) == (60, 30)
    assert hands.selected() == ()


def test_space_during_a_drag_suspends_snapping(hands: Hands, case: Case) -> None:
    start = hands.spot(case.source.id)
    QTest.mousePress(hands.view, LEFT, NONE, start)
    QTest.keyPress(hands.view, Qt.Key.Key_Space)
    move(hands.view, start + QPoint(13, 211))
    QTest.mouseRelease(hands.view, LEFT, NONE, start + QPoint(13, 211))
    QTest.keyRelease(hands.view, Qt.Key.Key_Space)
    assert hands.place(case.source.id) == (653, 211)


def wheel(hands: Hands, amount: int, held: Qt.KeyboardModifier, spot: QPoint) -> None:
    event = QWheelEvent(
        QPointF(spot),
        QPointF(hands.view.mapToGlobal(spot)),
        QPoint(),
        QPoint(0, amount),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(hands.view, event)


def test_the_wheel_pans_and_with_control_zooms_at_the_pointer(hands: Hands, case: Case) -> None:
    viewport = hands.view.camera.viewport
    wheel(hands, -120, NONE, QPoint(200, 200))
    assert hands.view.camera.viewport.top > viewport.top
    wheel(hands, -120, SHIFT, QPoint(200, 200))
    assert hands.view.camera.viewport.left > viewport.left
    spot = hands.spot(case.second.id)
    wheel(hands, 240, CONTROL, spot)
    assert hands.view.camera.viewport.zoom > 1.3
    assert (hands.spot(case.second.id) - spot).manhattanLength() <= 2


def test_the_keys_of_zoom(hands: Hands, case: Case) -> None:
    hands.key(Qt.Key.Key_Equal, CONTROL)
    assert hands.view.camera.viewport.zoom == 1.25
    hands.key(Qt.Key.Key_0, CONTROL)
    assert hands.view.camera.viewport.zoom == 1.0
    for _ in range(30):
        hands.key(Qt.Key.Key_Minus, CONTROL)
    assert hands.view.camera.viewport.zoom == 0.05
    hands.key(Qt.Key.Key_Home)
    assert all(in_sight(hands, id) for id in hands.view.sheet.layout.records)
    hands.document.select((case.source.id,))
    hands.view.camera.pan(-2_000, 0)
    assert not in_sight(hands, case.source.id)
    hands.key(Qt.Key.Key_2, SHIFT)
    assert in_sight(hands, case.source.id)


def in_sight(hands: Hands, id: str) -> bool:
    """Whether a card lies in the window and not under the minimap."""
    box = QRect(hands.spot(id, 0, 0), hands.spot(id, 1, 1))
    covered = hands.view.overlays.minimap.geometry()
    return hands.view.rect().contains(box) and not covered.intersects(box)


def test_the_zoom_stops_at_800_per_cent(hands: Hands) -> None:
    for _ in range(30):
        hands.key(Qt.Key.Key_Equal, CONTROL)
    assert hands.view.camera.viewport.zoom == 8.0


def test_every_action_of_the_board_can_be_asked_by_its_id(hands: Hands, case: Case) -> None:
    hands.view.act("select_all")
    assert len(hands.selected()) == 4
    hands.view.act("zoom_fit")
    hands.view.act("frame")
    assert len(hands.project.all(Frame)) == 1


def test_a_board_shows_only_its_own_cards(hands: Hands, case: Case) -> None:
    with hands.project.transaction("Add board") as tx:
        other = tx.add(Board(title="Other"))
    boards.pin_records(hands.project, other.id, [(case.first.id, 0, 900)])
    assert len(hands.view.sheet.layout.ids) == 4
