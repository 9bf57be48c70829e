"""Lines by keys alone: aiming, moving an end, walking, new linked cards; moving cards."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from evidence_board.commands import claims, links, sources
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from tests.ui.canvas.conftest import NONE, Case, Hands
from tests.ui.canvas.test_linking import editor_of, menu_of

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def finish_reason(hands: Hands, words: str = "") -> None:
    field = menu_of(hands).findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_figure_takes_the_target_and_its_type_at_once(hands: Hands, case: Case) -> None:
    hands.document.select((case.second.id,))
    hands.key(Qt.Key.Key_L)
    hands.key(Qt.Key.Key_Left)
    hands.key(Qt.Key.Key_2)
    finish_reason(hands, "one is wrong")
    made = hands.project.all(Link)[-1]
    assert (made.from_id, made.to_id) == (case.second.id, case.first.id)
    assert (made.type, made.reason) == ("contradicts", "one is wrong")


def test_tab_aims_at_a_link_so_that_keys_can_undercut(hands: Hands, case: Case) -> None:
    hands.document.select((case.second.id,))
    hands.key(Qt.Key.Key_L)
    hands.key(Qt.Key.Key_Tab)
    thread = hands.view.live.thread
    assert thread is not None
    assert thread.line is not None
    hands.key(Qt.Key.Key_Return)
    QTest.keyClick(menu_of(hands), Qt.Key.Key_1)
    finish_reason(hands)
    made = hands.project.all(Link)[-1]
    assert (made.type, made.to_id) == ("undercuts", case.support.id)


def test_control_l_undercuts_a_link_that_is_selected_with_a_claim(hands: Hands, case: Case) -> None:
    hands.document.select((case.support.id, case.second.id))
    hands.key(Qt.Key.Key_L, CONTROL)
    QTest.keyClick(menu_of(hands), Qt.Key.Key_Return)
    finish_reason(hands)
    assert hands.project.all(Link)[-1].to_id == case.support.id


def test_an_end_is_moved_by_keys(hands: Hands, case: Case) -> None:
    hands.document.select((case.support.id,))
    hands.view.act("move_link_start")
    assert hands.view.live.thread is not None
    hands.key(Qt.Key.Key_Escape)
    assert hands.project.get(Link, case.support.id).from_id == case.first.id
    assert hands.selected() == (case.support.id,)
    hands.view.act("move_link_start")
    hands.key(Qt.Key.Key_Return)
    assert hands.project.get(Link, case.support.id).from_id == case.second.id
    assert hands.view.live.thread is None


def test_m_moves_by_keys_as_one_step_and_escape_puts_back(hands: Hands, case: Case) -> None:
    steps = len(hands.project.steps())
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_M)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down, SHIFT)
    assert hands.view.sheet.layout.boxes[0, :2].tolist() == [8, 40]
    hands.key(Qt.Key.Key_Escape)
    assert hands.view.sheet.layout.boxes[0, :2].tolist() == [0, 0]
    assert len(hands.project.steps()) == steps
    hands.key(Qt.Key.Key_M)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Return)
    assert hands.place(case.first.id) == (16, 0)
    assert len(hands.project.steps()) == steps + 1


def test_m_without_a_card_says_what_to_do(hands: Hands, case: Case) -> None:
    hands.key(Qt.Key.Key_M)
    assert hands.told == ["Select a card first, then move it by keys."]


def test_control_and_arrow_write_a_linked_card_that_way(hands: Hands, case: Case) -> None:
    steps = len(hands.project.steps())
    hands.document.select((case.second.id,))
    hands.key(Qt.Key.Key_Down, CONTROL)
    QTest.keyClicks(editor_of(hands), "So it was bread.")
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Return)
    made = hands.project.all(Claim)[-1]
    line = hands.project.all(Link)[-1]
    assert (line.from_id, line.to_id, line.type) == (case.second.id, made.id, "supports")
    x, y = hands.place(made.id)
    assert x == 320
    assert y > 100
    assert hands.selected() == (made.id,)
    assert len(hands.project.steps()) == steps + 1


def test_upwards_the_new_claim_supports_the_one_below(hands: Hands, case: Case) -> None:
    hands.document.select((case.below.id,))
    hands.key(Qt.Key.Key_Left, CONTROL)
    QTest.keyClicks(editor_of(hands), "A log says so.")
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Return)
    made = hands.project.all(Claim)[-1]
    line = hands.project.all(Link)[-1]
    assert (line.from_id, line.to_id) == (made.id, case.below.id)
    assert hands.place(made.id)[0] < -200


def test_from_a_source_the_new_card_is_a_claim_that_it_asserts(hands: Hands, case: Case) -> None:
    hands.document.select((case.source.id,))
    hands.key(Qt.Key.Key_Right, CONTROL)
    QTest.keyClicks(editor_of(hands), "It left late.")
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Return)
    line = hands.project.all(Assertion)[-1]
    assert (line.source, line.claim) == (case.source.id, hands.project.all(Claim)[-1].id)


def test_escape_leaves_no_linked_card(hands: Hands, case: Case) -> None:
    steps = len(hands.project.steps())
    hands.document.select((case.second.id,))
    hands.key(Qt.Key.Key_Right, CONTROL)
    QTest.keyClicks(editor_of(hands), "Something")
    QTest.keyClick(editor_of(hands), Qt.Key.Key_Escape)
    assert len(hands.project.steps()) == steps
    assert hands.view.live.thread is None


def test_new_cards_in_one_direction_stand_side_by_side(hands: Hands, case: Case) -> None:
    for words in ("One.", "Two.", "Three."):
        hands.document.select((case.below.id,))
        hands.key(Qt.Key.Key_Down, CONTROL)
        QTest.keyClicks(editor_of(hands), words)
        QTest.keyClick(editor_of(hands), Qt.Key.Key_Return)
    boxes = hands.view.sheet.layout.boxes
    made = boxes[-3:]
    assert len(set(made[:, 1].tolist())) == 1
    assert len(set(made[:, 0].tolist())) == 3


def test_alt_and_the_same_arrow_again_try_the_other_links_in_turn(hands: Hands, case: Case) -> None:
    left = claims.write(hands.project, "One.", board=case.board.id, x=-160, y=520)
    right = claims.write(hands.project, "Two.", board=case.board.id, x=160, y=520)
    links.connect(hands.project, case.below.id, left.id, "supports")
    links.connect(hands.project, case.below.id, right.id, "supports")
    hands.document.select((case.below.id,))
    QTest.keyPress(hands.view, Qt.Key.Key_Alt)
    walked = []
    for _ in range(3):
        # A click by QTest would let go of Alt.
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, ALT)
        QApplication.sendEvent(hands.view, press)
        walked.append(hands.selected())
    assert {walked[0], walked[1]} == {(left.id,), (right.id,)}
    assert walked[2] == walked[0]
    QTest.keyRelease(hands.view, Qt.Key.Key_Alt)
    hands.key(Qt.Key.Key_Up, ALT)
    assert hands.selected() == (case.below.id,)


def test_the_lines_of_a_card_are_selected_one_by_one_and_left_by_either_end(
    hands: Hands, case: Case
) -> None:
    other = links.connect(hands.project, case.second.id, case.first.id, "supports")
    hands.document.select((case.first.id,))
    walked = []
    for _ in range(3):
        hands.key(Qt.Key.Key_L, SHIFT)
        walked.append(hands.selected()[0])
    assert {walked[0], walked[1]} == {case.support.id, other.id}
    assert walked[2] == walked[0]
    hands.document.select((case.support.id,))
    hands.key(Qt.Key.Key_Down, ALT)
    assert hands.selected() == (case.below.id,)
    hands.document.select((case.support.id,))
    hands.view.act("link_start")
    assert hands.selected() == (case.first.id,)
    assert hands.view.live.focus == case.first.id


def test_the_end_of_an_undercut_is_a_line(hands: Hands, case: Case) -> None:
    undercut = links.connect(hands.project, case.second.id, case.support.id, "undercuts")
    hands.document.select((undercut.id,))
    hands.view.act("link_end")
    assert hands.selected() == (case.support.id,)


def test_from_a_card_that_takes_no_link_a_sentence_says_so(hands: Hands, case: Case) -> None:
    for start in (sources.cite(hands.project, "None"),):
        hands.document.select((start.id,))
        hands.key(Qt.Key.Key_Right, CONTROL)
        assert hands.told[-1].startswith("Select a card first")
    hands.project.read_only = True
    hands.document.select((case.first.id,))
    for key, held in ((Qt.Key.Key_L, NONE), (Qt.Key.Key_M, NONE), (Qt.Key.Key_Right, CONTROL)):
        hands.key(key, held)
        assert hands.told[-1] == "This project is open to read only."
    hands.project.read_only = False
