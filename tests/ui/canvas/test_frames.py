"""Frames on the board: by pointer and keys, collapsed, nested, with cards dropped into them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest

from evidence_board.commands import boards, frames, links
from evidence_board.model.board import Card, Frame
from evidence_board.ui.canvas.acts import BOARD_ACTS
from evidence_board.ui.canvas.folding import BAR
from tests.ui.canvas.conftest import Case, Hands

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ROUND_FIRST = (-24, -40, 280, 200)


@pytest.fixture
def frame(hands: Hands, case: Case) -> Frame:
    """Give a frame round the first claim."""
    return boards.frame(hands.project, case.board.id, *ROUND_FIRST, "Leaving")


def now(hands: Hands, frame: Frame) -> Frame:
    return hands.project.get(Frame, frame.id)


def chevron(hands: Hands, frame: Frame) -> QPoint:
    box = hands.view.sheet.layout.frames[frame.id].shown
    return hands.at(box[0] + 16, box[1] + 17)


def fold(hands: Hands, *listed: Frame) -> None:
    frames.fold(hands.project, [one.id for one in listed], folded=True)


def seen(hands: Hands) -> set[str]:
    """Return the records whose cards are painted, hit and walked."""
    layout = hands.view.sheet.layout
    rows = layout.cards_in((-5000, -5000, 10000, 10000)).tolist()
    assert sorted(rows) == sorted(layout.reading_order().tolist())
    return {layout.records[row] for row in rows}


def under(hands: Hands) -> str | None:
    """Return the frame that is shown as the goal of a drag."""
    return hands.view.live.into


def drawn(hands: Hands) -> set[str]:
    lines = hands.view.sheet.layout.lines
    rows = lines.seen_in((-5000, -5000, 10000, 10000)).tolist()
    return {lines.ties[row].id for row in rows}


def test_a_click_on_the_chevron_collapses_and_another_expands(
    hands: Hands, case: Case, frame: Frame
) -> None:
    hands.click(chevron(hands, frame))
    assert now(hands, frame).collapsed
    assert hands.project.undo_label == "Collapse frame"
    assert hands.selected() == (frame.id,)
    assert case.first.id not in seen(hands)
    hands.click(chevron(hands, frame))
    assert not now(hands, frame).collapsed
    assert case.first.id in seen(hands)


def test_undo_expands_again_with_all_as_it_was(hands: Hands, case: Case, frame: Frame) -> None:
    curves = hands.view.sheet.layout.lines.extents.copy()
    hands.click(chevron(hands, frame))
    hands.document.undo()
    assert seen(hands) == {case.first.id, case.second.id, case.source.id, case.below.id}
    assert hands.view.sheet.layout.lines.extents == pytest.approx(curves)


def test_a_double_click_on_the_chevron_is_one_click(hands: Hands, frame: Frame) -> None:
    spot = chevron(hands, frame)
    hands.click(spot)
    QTest.mouseDClick(hands.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    QTest.mouseRelease(hands.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert now(hands, frame).collapsed
    assert not hands.editing()


def test_a_double_click_on_the_chevron_leaves_a_card_alone_that_it_uncovers(
    hands: Hands, case: Case, frame: Frame
) -> None:
    boards.pin_records(hands.project, case.board.id, [(case.first.id, *ROUND_FIRST[:2])])
    fold(hands, frame)
    spot = chevron(hands, frame)
    hands.click(spot)
    assert case.first.id in seen(hands)
    QTest.mouseDClick(hands.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert not hands.editing()


def test_a_double_click_on_a_bar_expands_it_and_on_a_title_edits_it(
    hands: Hands, frame: Frame
) -> None:
    fold(hands, frame)
    spot = hands.at(ROUND_FIRST[0] + 120, ROUND_FIRST[1] + 18)
    QTest.mouseDClick(hands.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert not now(hands, frame).collapsed
    QTest.mouseDClick(hands.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert hands.editing()


def test_enter_expands_the_bar_and_f2_names_it(hands: Hands, frame: Frame) -> None:
    fold(hands, frame)
    hands.document.select((frame.id,))
    hands.key(Qt.Key.Key_F2)
    assert hands.editing()
    hands.view.in_place.finish()
    hands.key(Qt.Key.Key_Return)
    assert not now(hands, frame).collapsed


def test_the_key_folds_the_frame_round_the_selected_card(
    hands: Hands, case: Case, frame: Frame
) -> None:
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_F, SHIFT)
    assert now(hands, frame).collapsed
    assert hands.selected() == (frame.id,)
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_F, SHIFT)
    assert not now(hands, frame).collapsed


def test_without_a_frame_the_key_says_what_to_select(hands: Hands, case: Case) -> None:
    hands.document.select((case.second.id,))
    hands.key(Qt.Key.Key_F, SHIFT)
    assert hands.told == ["Select a frame, or a card in one, to collapse it."]


def test_the_bar_counts_what_is_inside_by_kind(hands: Hands, case: Case, frame: Frame) -> None:
    boards.resize(hands.project, frame.id, -24, -40, 1000, 200)
    fold(hands, frame)
    assert hands.view.sheet.layout.frames[frame.id].counts == ((0, 2), (2, 1))


def test_lines_of_hidden_cards_end_on_the_bar(hands: Hands, case: Case, frame: Frame) -> None:
    fold(hands, frame)
    layout = hands.view.sheet.layout
    _, top, _, _ = layout.lines.extents[layout.lines.row_of[case.support.id]]
    bar = layout.frames[frame.id].shown
    assert top == pytest.approx(bar[1] + bar[3])
    assert case.support.id in drawn(hands)


def test_several_lines_to_one_card_are_drawn_as_one_with_a_count(
    hands: Hands, case: Case, frame: Frame
) -> None:
    boards.resize(hands.project, frame.id, -24, -40, 600, 200)
    more = links.connect(hands.project, case.second.id, case.below.id, "supports", "also")
    inside = links.connect(hands.project, case.first.id, case.second.id, "contradicts", "x")
    assert drawn(hands) == {case.support.id, more.id, inside.id}
    fold(hands, frame)
    lines = hands.view.sheet.layout.lines
    (only,) = drawn(hands)
    assert lines.counts[lines.row_of[only]] == 2
    hands.document.undo()
    assert drawn(hands) == {case.support.id, more.id, inside.id}


def test_moving_a_bar_moves_the_cards_in_it(hands: Hands, case: Case, frame: Frame) -> None:
    fold(hands, frame)
    before = hands.place(case.first.id)
    start = hands.at(ROUND_FIRST[0] + 100, ROUND_FIRST[1] + 18)
    hands.drag(start, start + QPoint(80, 160))
    moved = hands.place(case.first.id)
    assert moved != before
    box = now(hands, frame)
    assert (moved[0] - before[0], moved[1] - before[1]) == (box.x + 24, box.y + 40)
    assert case.first.id not in seen(hands)


def test_esc_in_the_drag_of_a_bar_leaves_all_as_it_was(
    hands: Hands, case: Case, frame: Frame
) -> None:
    fold(hands, frame)
    steps, place = len(hands.project.steps()), hands.place(case.first.id)
    start = hands.at(ROUND_FIRST[0] + 100, ROUND_FIRST[1] + 18)
    hands.press(start, start + QPoint(80, 160))
    hands.key(Qt.Key.Key_Escape)
    assert len(hands.project.steps()) == steps
    assert hands.place(case.first.id) == place
    assert case.first.id not in seen(hands)


def test_a_card_dropped_on_the_bar_goes_into_the_frame(
    hands: Hands, case: Case, frame: Frame
) -> None:
    boards.resize(hands.project, frame.id, -24, -40, 320, 200)
    fold(hands, frame)
    bar = hands.at(ROUND_FIRST[0] + 60, ROUND_FIRST[1] + 18)
    hands.press(hands.spot(case.second.id), bar)
    assert under(hands) == frame.id
    QTest.mouseRelease(hands.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, bar)
    assert under(hands) is None
    assert case.second.id not in seen(hands)
    assert hands.told == ["Put into “Leaving”."]
    frames.fold(hands.project, (frame.id,), folded=False)
    row = hands.view.sheet.layout.row_of_record[case.second.id]
    assert row in hands.view.sheet.layout.cards_inside((-24, -40, 320, 200))


def test_a_card_dropped_on_the_bar_covers_nothing_that_is_in_the_frame(
    hands: Hands, case: Case, frame: Frame
) -> None:
    boards.resize(hands.project, frame.id, -24, -40, 320, 420)
    fold(hands, frame)
    bar = hands.at(ROUND_FIRST[0] + 60, ROUND_FIRST[1] + 18)
    hands.drag(hands.spot(case.second.id), bar)
    frames.fold(hands.project, (frame.id,), folded=False)
    layout = hands.view.sheet.layout
    rows = [layout.row_of_record[one.id] for one in (case.first, case.second)]
    (_, top, _, high), (_, below, _, _) = layout.boxes[rows].tolist()
    assert below >= top + high
    assert set(rows) <= set(layout.cards_inside((-24, -40, 320, 420)).tolist())


def test_a_frame_shows_that_a_dragged_card_will_lie_in_it(
    hands: Hands, case: Case, frame: Frame
) -> None:
    boards.resize(hands.project, frame.id, -24, -40, 280, 420)
    start = hands.spot(case.second.id)
    hands.press(start, start + QPoint(-322, 120))
    assert under(hands) == frame.id
    hands.key(Qt.Key.Key_Escape)
    assert under(hands) is None
    hands.press(hands.spot(case.first.id), hands.spot(case.first.id) + QPoint(0, 60))
    assert under(hands) is None


def test_a_frame_in_a_frame_moves_with_it(hands: Hands, case: Case, frame: Frame) -> None:
    outer = boards.frame(hands.project, case.board.id, -80, -120, 700, 400, "All")
    start = hands.at(-80 + 300, -120 + 16)
    hands.drag(start, start + QPoint(40, 80))
    assert (now(hands, outer).x, now(hands, outer).y) == (-40, -40)
    assert (now(hands, frame).x, now(hands, frame).y) == (16, 40)
    assert hands.place(case.first.id) == (40, 80)


def test_the_innermost_frame_is_taken_though_it_was_drawn_first(
    hands: Hands, case: Case, frame: Frame
) -> None:
    boards.frame(hands.project, case.board.id, -80, -56, 700, 400, "All")
    hands.click(hands.at(ROUND_FIRST[0] + 200, ROUND_FIRST[1] + 12))
    assert hands.selected() == (frame.id,)


def test_a_frame_is_selected_by_its_edge(hands: Hands, frame: Frame) -> None:
    x, y, width, height = ROUND_FIRST
    hands.click(hands.at(x + width - 1, y + height / 2))
    assert hands.selected() == (frame.id,)


def test_far_away_a_frame_is_taken_by_the_title_over_its_edge(hands: Hands, frame: Frame) -> None:
    hands.view.camera.zoom_by(0.3)
    spot = hands.at(*ROUND_FIRST[:2]) + QPoint(24, -8)
    hands.click(spot)
    assert hands.selected() == (frame.id,)
    hands.click(spot + QPoint(0, -30))
    assert hands.selected() == ()


def test_ctrl_g_frames_the_selection_and_ctrl_shift_g_takes_the_frame_away(
    hands: Hands, case: Case
) -> None:
    cards = hands.project.all(Card)
    hands.document.select((case.first.id, case.second.id))
    hands.key(Qt.Key.Key_G, CTRL)
    assert hands.editing()
    hands.view.in_place.finish()
    (made,) = hands.project.all(Frame)
    assert len(hands.view.sheet.layout.cards_inside((made.x, made.y, made.width, made.height))) == 2
    hands.document.select((made.id,))
    hands.key(Qt.Key.Key_G, CTRL | SHIFT)
    assert hands.project.all(Frame) == ()
    assert hands.project.all(Card) == cards
    assert hands.selected() == (case.first.id, case.second.id)
    assert hands.project.undo_label == "Remove frame"


def test_ctrl_g_round_a_frame_holds_it_wholly(hands: Hands, case: Case, frame: Frame) -> None:
    hands.document.select((frame.id,))
    hands.key(Qt.Key.Key_G, CTRL)
    hands.view.in_place.finish()
    assert hands.view.sheet.layout.shown_frames()[-1].id == frame.id
    assert len(hands.project.all(Frame)) == 2


def test_deleting_a_collapsed_frame_shows_its_cards_again(
    hands: Hands, case: Case, frame: Frame
) -> None:
    fold(hands, frame)
    hands.document.select((frame.id,))
    hands.key(Qt.Key.Key_Delete)
    assert hands.project.all(Frame) == ()
    assert case.first.id in seen(hands)


def test_a_frame_stays_as_wide_as_its_title(hands: Hands, frame: Frame) -> None:
    x, y, width, height = ROUND_FIRST
    corner = hands.at(x + width, y + height)
    hands.drag(corner, corner - QPoint(600, 600))
    named = hands.view.sheet.layout.frames[frame.id].named
    assert now(hands, frame).width >= named + 34
    assert now(hands, frame).height == 64


def test_a_new_card_keeps_off_what_is_hidden(hands: Hands, frame: Frame) -> None:
    fold(hands, frame)
    x, y = hands.view.sheet.layout.free_place((208, 96), (0, 20))
    left, top, width, height = ROUND_FIRST
    beside = x + 208 <= left or x >= left + width
    assert beside or y + 96 <= top or y >= top + height


def test_a_bar_is_no_larger_than_it_must_be(hands: Hands, frame: Frame) -> None:
    fold(hands, frame)
    assert hands.view.sheet.layout.frames[frame.id].shown[3] == BAR[1]


def test_tab_and_arrows_pass_over_hidden_cards(hands: Hands, case: Case, frame: Frame) -> None:
    fold(hands, frame)
    walked = []
    for _ in range(3):
        hands.key(Qt.Key.Key_Tab)
        walked.append(hands.view.live.focus)
    assert case.first.id not in walked
    assert case.second.id in walked


def test_a_screen_reader_is_told_of_the_bar_and_not_of_hidden_cards(
    hands: Hands, case: Case, frame: Frame
) -> None:
    listed = QAccessible.queryAccessibleInterface(hands.view)
    cards = len(hands.project.all(Card))
    others = listed.childCount() - cards
    boards.resize(hands.project, frame.id, -24, -40, 600, 200)
    fold(hands, frame)
    assert listed.childCount() == others + cards - 2 + 1
    children = [listed.child(place) for place in range(3)]
    names = [child.text(QAccessible.Text.Name) for child in children]
    assert names[0] == "Frame Leaving. collapsed. 2 claims."
    assert not any("ferry left at noon" in name for name in names)
    assert children[0].isValid()
    assert listed.indexOfChild(children[0]) == 0
    middle = children[0].rect().center()
    found = listed.childAt(middle.x(), middle.y())
    assert found.text(QAccessible.Text.Name) == names[0]


def test_tab_stops_at_the_bar_enter_expands_it_and_space_selects_it(
    hands: Hands, case: Case, frame: Frame
) -> None:
    fold(hands, frame)
    hands.key(Qt.Key.Key_Tab)
    assert hands.view.live.focus == frame.id
    hands.key(Qt.Key.Key_Space)
    assert hands.selected() == (frame.id,)
    hands.key(Qt.Key.Key_Space)
    assert hands.selected() == ()
    hands.key(Qt.Key.Key_Return)
    assert not now(hands, frame).collapsed


def test_a_walk_along_a_link_into_a_collapsed_frame_stops_at_its_bar(
    hands: Hands, case: Case, frame: Frame
) -> None:
    fold(hands, frame)
    hands.document.select((case.below.id,))
    hands.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert hands.view.live.focus == frame.id


def test_revealing_a_hidden_card_shows_the_bar(hands: Hands, case: Case, frame: Frame) -> None:
    fold(hands, frame)
    hands.view.camera.pan(4000, 4000)
    hands.document.reveal(case.first.id)
    x, y, width, height = hands.view.camera.viewport.area
    bar = hands.view.sheet.layout.frames[frame.id].shown
    assert x <= bar[0] <= x + width
    assert y <= bar[1] <= y + height


@pytest.mark.parametrize("colour", ["", "teal", "unknown to this version"])
def test_a_frame_of_any_colour_is_painted(hands: Hands, frame: Frame, colour: str) -> None:
    with hands.project.transaction("Colour frame") as tx:
        tx.update(now(hands, frame), colour=colour)
    x, y, _, height = ROUND_FIRST
    spot = hands.at(x + 12, y + height - 12)
    picture = QImage(hands.view.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    hands.view.surface.painter_of().paint(painter, picture.rect())
    painter.end()
    color = picture.pixelColor(spot)
    plain = hands.view.surface.look.color("surface.frame")
    assert (color == plain) is (colour != "teal")


def test_arrows_reach_the_bar_of_a_collapsed_frame_and_go_on_from_it(
    hands: Hands, case: Case, frame: Frame
) -> None:
    fold(hands, frame)
    hands.view.live.focus = case.second.id
    hands.key(Qt.Key.Key_Left)
    assert hands.view.live.focus == frame.id
    hands.key(Qt.Key.Key_Right)
    assert hands.view.live.focus == case.second.id


def test_a_copy_tells_cards_and_frames_apart(hands: Hands, case: Case, frame: Frame) -> None:
    hands.document.select((frame.id,))
    BOARD_ACTS["copy"](hands.view)
    hands.document.select((frame.id, case.second.id, case.below.id))
    BOARD_ACTS["cut"](hands.view)
    assert hands.told == ["1 card and 1 frame copied", "3 cards and 1 frame cut"]
    assert hands.project.undo_label == "Cut 3 cards and a frame"
