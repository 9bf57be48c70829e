"""New cards by key lie where there is room, in sight, near what is selected."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from evidence_board.commands import boards, links
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.ui.canvas.room import GAP
from tests.ui.canvas.conftest import Case, Hands

LONG = "The ferry left at noon with two lorries and a crane, and nobody saw it come back again. "


def write(hands: Hands, key: Qt.Key, words: str) -> None:
    """Press the key of a new card and write on it."""
    hands.key(key)
    editor = hands.view.in_place.editor
    assert editor is not None
    QTest.keyClicks(editor, words)
    QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def boxes(hands: Hands) -> list[tuple[float, ...]]:
    return [tuple(box) for box in hands.view.sheet.layout.boxes.tolist()]


def assert_apart(hands: Hands) -> None:
    for one, other in combinations(boxes(hands), 2):
        across = one[0] < other[0] + other[2] and other[0] < one[0] + one[2]
        down = one[1] < other[1] + other[3] and other[1] < one[1] + one[3]
        assert not (across and down), (one, other)


@pytest.mark.parametrize("words", ["Short.", LONG * 2])
def test_cards_made_by_key_never_lie_on_each_other(hands: Hands, case: Case, words: str) -> None:
    for key in (Qt.Key.Key_N, Qt.Key.Key_T, Qt.Key.Key_U, Qt.Key.Key_N, Qt.Key.Key_T):
        hands.document.select(())
        write(hands, key, words)
    assert len(boxes(hands)) == 9
    assert_apart(hands)


def test_claims_made_by_key_leave_each_other_room_for_the_badge_of_a_link(
    hands: Hands, case: Case
) -> None:
    hands.view.camera.pan(4_000, 4_000)
    for words in ("The gate was open.", "Wagons rolled."):
        hands.document.select(())
        write(hands, Qt.Key.Key_N, words)
    first, second = hands.project.all(Claim)[-2:]
    links.connect(hands.project, second.id, first.id, "supports", "It must be")
    upper, lower = boxes(hands)[-2:]
    assert upper[3] > lower[3]
    assert lower[1] - upper[1] - upper[3] >= 8


def test_a_new_card_lies_in_the_middle_of_the_view_where_nothing_is_there(
    hands: Hands, case: Case
) -> None:
    hands.view.camera.pan(4_000, 4_000)
    write(hands, Qt.Key.Key_N, "Far from all others.")
    x, y, width, _ = boxes(hands)[-1]
    left, top, wide, high = hands.view.camera.viewport.area
    assert (x, y) == (round(x / 8) * 8, round(y / 8) * 8)
    assert abs(x + width / 2 - (left + wide / 2)) <= 8
    assert abs(y + 48 - (top + high / 2)) <= 8


def test_a_new_card_lies_beside_the_selected_one(hands: Hands, case: Case) -> None:
    hands.document.select((case.source.id,))
    write(hands, Qt.Key.Key_N, "Said there.")
    assert boxes(hands)[-1][:2] == (640 + 208 + GAP, 0)


def test_the_editor_of_a_new_card_is_in_sight_also_beside_a_card_at_the_edge(
    hands: Hands, case: Case
) -> None:
    card = next(one for one in hands.project.all(Card) if one.record == case.source.id)
    boards.move(hands.project, [(card.id, 3_000, 3_000)])
    hands.document.select((case.source.id,))
    hands.key(Qt.Key.Key_N)
    editor = hands.view.in_place.editor
    assert editor is not None
    assert hands.view.rect().contains(editor.geometry())


def test_no_new_card_covers_the_title_of_a_frame(hands: Hands, case: Case) -> None:
    hands.view.camera.pan(4_000, 4_000)
    left, top, wide, high = hands.view.camera.viewport.area
    middle = top + high / 2
    frame = boards.frame(hands.project, case.board.id, left, middle - 16, wide, high, "Harbour")
    write(hands, Qt.Key.Key_N, "Inside or above.")
    x, y, width, height = boxes(hands)[-1]
    title = QRect(round(frame.x), round(frame.y), round(frame.width), 32)
    assert not title.intersects(QRect(round(x), round(y), round(width), round(height)))


def test_measured_and_laid_out_heights_of_a_new_claim_agree(hands: Hands, case: Case) -> None:
    write(hands, Qt.Key.Key_N, LONG)
    assert np.isclose(boxes(hands)[-1][3], hands.view.in_place.height_of("claim", LONG.strip()))
