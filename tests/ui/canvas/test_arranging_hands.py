"""Arranging by hand: guides, resizing, copies by Alt, locked cards; Esc leaves nothing behind."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from evidence_board.commands import arranging, boards, claims, editing
from evidence_board.model.board import Card
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.ui.canvas.spoken import card_name
from evidence_board.ui.canvas.tools.choosing import cursor_at
from evidence_board.ui.canvas.tools.gesture import Pointer
from evidence_board.ui.snapping import Snapping
from tests.ui.canvas.conftest import LEFT, NONE, Case, Hands, move

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def card_of(hands: Hands, id: str) -> Card:
    return next(one for one in hands.project.referrers(id) if isinstance(one, Card))


def lock(hands: Hands, *ids: str) -> None:
    arranging.lock(hands.project, [card_of(hands, id).id for id in ids], locked=True)


def drop(hands: Hands, spot: QPoint) -> None:
    QTest.mouseRelease(hands.view, LEFT, NONE, spot)


# Snapping


def test_a_third_card_in_a_row_takes_the_gap_and_shows_how_wide_it_is(
    hands: Hands, case: Case
) -> None:
    start = hands.spot(case.source.id)
    hands.press(start, start + QPoint(-4, 13))
    assert [measure.length for measure in hands.view.live.measures] == [112, 112]
    drop(hands, start + QPoint(-4, 13))
    assert hands.view.live.measures == ()
    assert hands.place(case.source.id)[0] == 640


def test_without_objects_only_the_grid_holds_and_without_both_nothing(
    hands: Hands, case: Case
) -> None:
    hands.document.set_snapping(Snapping(grid=True, objects=False))
    start = hands.spot(case.source.id)
    hands.drag(start, start + QPoint(-6, 13))
    assert hands.place(case.source.id) == (632, 16)
    hands.document.set_snapping(Snapping(grid=False, objects=False))
    hands.drag(hands.spot(case.source.id), hands.spot(case.source.id) + QPoint(5, 101))
    assert hands.place(case.source.id) == (637, 117)


def test_space_while_dragging_suspends_guides_and_grid(hands: Hands, case: Case) -> None:
    start = hands.spot(case.source.id)
    hands.press(start, start + QPoint(-3, 13))
    QTest.keyPress(hands.view, Qt.Key.Key_Space)
    move(hands.view, start + QPoint(-3, 14))
    assert (hands.view.live.guides, hands.view.live.measures) == ((), ())
    drop(hands, start + QPoint(-3, 14))
    assert hands.place(case.source.id) == (637, 14)


def test_the_dots_go_with_the_grid(hands: Hands, case: Case) -> None:
    assert hands.view.surface.painter_of().dotted
    hands.document.set_snapping(Snapping(grid=False))
    assert not hands.view.surface.painter_of().dotted


# Copies by Alt


def test_a_drag_with_alt_leaves_the_originals_and_makes_copies(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id, case.below.id))
    steps = len(hands.project.steps())
    start = hands.spot(case.first.id)
    hands.press(start, start + QPoint(320, 320), ALT)
    copies = hands.view.live.copies
    assert copies is not None
    assert list(copies.shift) == [320, 320]
    QTest.mouseRelease(hands.view, LEFT, ALT, start + QPoint(320, 320))
    assert hands.place(case.first.id) == (0, 0)
    first, below = (
        next(id for id in hands.selected() if hands.project.get(Claim, id).text == one.text)
        for one in (case.first, case.below)
    )
    assert hands.place(first) == (320, 320)
    made = [one for one in hands.project.all(Link) if one.from_id == first]
    assert [one.to_id for one in made] == [below]
    assert len(hands.project.steps()) == steps + 1
    hands.project.undo()
    assert hands.project.find(first) is None


def test_escape_while_copies_follow_leaves_nothing(hands: Hands, case: Case) -> None:
    steps, count = len(hands.project.steps()), len(hands.project.all(Claim))
    start = hands.spot(case.first.id)
    hands.press(start, start + QPoint(200, 300), ALT)
    hands.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(hands.view, LEFT, ALT, start + QPoint(200, 300))
    assert hands.view.live.copies is None
    assert (len(hands.project.steps()), len(hands.project.all(Claim))) == (steps, count)


def test_a_source_is_not_copied_and_the_board_says_why(hands: Hands, case: Case) -> None:
    start = hands.spot(case.source.id)
    hands.drag(start, start + QPoint(0, 200), ALT)
    assert hands.told == [
        "Sources and excerpts are not doubled: a second one would count as another origin."
    ]


# Resizing


def corner(hands: Hands, id: str, across: float = 1.0, down: float = 1.0) -> QPoint:
    return hands.spot(id, across, down)


def test_the_right_edge_makes_a_card_wider_in_steps_within_limits(hands: Hands, case: Case) -> None:
    hands.click(hands.spot(case.first.id))
    edge = hands.spot(case.first.id, 1.0, 0.25)
    hands.drag(edge, edge + QPoint(43, 30))
    card = card_of(hands, case.first.id)
    assert (card.x, card.width, card.height) == (0, 248, 0)
    assert hands.project.undo_label == "Resize card"
    edge = hands.spot(case.first.id, 1.0, 0.25)
    hands.drag(edge, edge + QPoint(400, 0))
    assert card_of(hands, case.first.id).width == 320
    edge = hands.spot(case.first.id, 1.0, 0.25)
    hands.drag(edge, edge + QPoint(-400, 0))
    assert card_of(hands, case.first.id).width == 192


def test_a_corner_pulls_a_card_taller_and_pushed_back_it_follows_its_text(
    hands: Hands, case: Case
) -> None:
    hands.click(hands.spot(case.first.id))
    natural = hands.view.sheet.layout.boxes[0, 3]
    spot = corner(hands, case.first.id)
    hands.drag(spot, spot + QPoint(0, 90))
    assert card_of(hands, case.first.id).height > natural + 80
    assert card_of(hands, case.first.id).height % 8 == 0
    spot = corner(hands, case.first.id)
    hands.drag(spot, spot - QPoint(0, 400))
    assert card_of(hands, case.first.id).height == 0
    assert hands.view.sheet.layout.boxes[0, 3] == natural


@pytest.mark.parametrize(
    "words", ["One line.", "Words that take a second line of the card.", "x " * 80]
)
def test_a_corner_drawn_sideways_leaves_the_height_to_the_text(
    hands: Hands, case: Case, words: str
) -> None:
    editing.change(hands.project, case.first, text=words)
    hands.click(hands.spot(case.first.id))
    spot = corner(hands, case.first.id)
    hands.drag(spot, spot + QPoint(64, 2))
    card = card_of(hands, case.first.id)
    assert (card.width, card.height) == (272, 0)


def test_the_top_left_corner_keeps_the_bottom_right_one(hands: Hands, case: Case) -> None:
    hands.click(hands.spot(case.below.id))
    box = hands.view.sheet.layout.boxes[3].copy()
    spot = corner(hands, case.below.id, 0.0, 0.0)
    hands.drag(spot, spot + QPoint(-40, -48))
    now = hands.view.sheet.layout.boxes[3]
    assert now[2] == box[2] + 40
    assert now[0] + now[2] == box[0] + box[2]
    assert now[1] + now[3] == box[1] + box[3]


def test_several_selected_cards_are_resized_together_in_one_step(hands: Hands, case: Case) -> None:
    hands.document.select((case.first.id, case.second.id))
    steps = len(hands.project.steps())
    edge = hands.spot(case.second.id, 1.0, 0.25)
    hands.drag(edge, edge + QPoint(32, 0))
    assert [card_of(hands, one.id).width for one in (case.first, case.second)] == [240, 240]
    assert len(hands.project.steps()) == steps + 1
    assert hands.project.undo_label == "Resize 2 cards"


def test_a_double_click_on_a_corner_returns_to_the_natural_size(hands: Hands, case: Case) -> None:
    boards.resize(hands.project, card_of(hands, case.first.id).id, 0, 0, 320, 240)
    hands.click(hands.spot(case.first.id))
    spot = corner(hands, case.first.id)
    QTest.mouseDClick(hands.view, LEFT, NONE, spot)
    card = card_of(hands, case.first.id)
    assert (card.width, card.height) == (208, 0)
    assert not hands.editing()


def test_escape_while_resizing_puts_the_card_back(hands: Hands, case: Case) -> None:
    hands.click(hands.spot(case.first.id))
    steps, before = len(hands.project.steps()), hands.view.sheet.layout.boxes.copy()
    spot = corner(hands, case.first.id)
    hands.press(spot, spot + QPoint(80, 80))
    assert (hands.view.sheet.layout.boxes != before).any()
    hands.key(Qt.Key.Key_Escape)
    drop(hands, spot + QPoint(80, 80))
    assert (hands.view.sheet.layout.boxes == before).all()
    assert len(hands.project.steps()) == steps


def test_a_card_that_is_not_selected_has_no_corners(hands: Hands, case: Case) -> None:
    spot = corner(hands, case.first.id) - QPoint(3, 3)
    hands.drag(spot, spot + QPoint(160, 0))
    card = card_of(hands, case.first.id)
    assert (card.x, card.width) == (160, 208)


def test_the_cursor_says_what_a_corner_does(hands: Hands, case: Case) -> None:
    hands.click(hands.spot(case.first.id))
    pointer = Pointer("move", 0, 0, (208, 0))
    assert cursor_at(hands.view, pointer) == Qt.CursorShape.SizeBDiagCursor
    lock(hands, case.first.id)
    assert cursor_at(hands.view, pointer) == Qt.CursorShape.ArrowCursor


# Locked


def test_a_locked_card_is_not_dragged_and_says_so(hands: Hands, case: Case) -> None:
    lock(hands, case.first.id)
    steps = len(hands.project.steps())
    start = hands.spot(case.first.id)
    hands.drag(start, start + QPoint(100, 100))
    assert hands.place(case.first.id) == (0, 0)
    assert hands.told == ["This card is locked. The menu Arrange unlocks it."]
    assert len(hands.project.steps()) == steps
    assert hands.selected() == (case.first.id,)


def test_dragging_others_leaves_the_locked_one(hands: Hands, case: Case) -> None:
    lock(hands, case.first.id)
    hands.document.select((case.first.id, case.second.id))
    start = hands.spot(case.second.id)
    hands.drag(start, start + QPoint(0, 160))
    assert hands.place(case.first.id) == (0, 0)
    assert hands.place(case.second.id) == (320, 160)
    assert hands.told == ["1 locked card stayed."]


@pytest.mark.parametrize("key", [Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_keys_do_not_move_or_delete_a_locked_card(hands: Hands, case: Case, key: Qt.Key) -> None:
    lock(hands, case.first.id)
    hands.document.select((case.first.id,))
    hands.key(key)
    assert hands.place(case.first.id) == (0, 0)
    assert hands.told == ["This card is locked. The menu Arrange unlocks it."]


def test_a_locked_card_can_be_selected_and_edited(hands: Hands, case: Case) -> None:
    lock(hands, case.first.id)
    hands.click(hands.spot(case.first.id))
    assert hands.selected() == (case.first.id,)
    hands.key(Qt.Key.Key_Return)
    assert hands.editing()


def test_the_card_shows_that_it_is_locked(hands: Hands, case: Case) -> None:
    lock(hands, case.first.id)
    assert hands.view.sheet.face(0).locked
    assert card_name(hands.view.sheet.face(0), selected=True).endswith("Locked. Selected.")
    assert not hands.view.sheet.face(1).locked
    hands.project.undo()
    assert not hands.view.sheet.face(0).locked


def test_deleting_several_leaves_the_locked_one(hands: Hands, case: Case) -> None:
    lock(hands, case.first.id)
    extra = claims.write(hands.project, "One more.", board=case.board.id, x=700, y=300)
    hands.document.select((case.first.id, extra.id))
    hands.key(Qt.Key.Key_Delete)
    assert hands.project.find(case.first.id) is not None
    assert hands.project.find(extra.id) is None
