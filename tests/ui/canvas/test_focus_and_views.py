"""Focus on neighbours, and the ways back and forward through views."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, links
from evidence_board.project.project import Project
from evidence_board.ui.canvas.focus_bar import FocusBar
from evidence_board.ui.canvas.gliding import between
from evidence_board.ui.canvas.viewport import Viewport
from tests.ui.canvas.conftest import NONE, Case, Hands

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def in_focus(hands: Hands) -> set[str]:
    """Return the records whose cards are not dimmed."""
    layout, reached = hands.view.sheet.layout, hands.view.focusing.reached
    rows = range(len(layout.ids)) if reached is None else np.flatnonzero(reached).tolist()
    return {layout.records[row] for row in rows}


def focus(hands: Hands, id: str) -> None:
    """Select a card and press the key of the focus."""
    hands.document.select((id,))
    hands.key(Qt.Key.Key_Period, CONTROL)


def bar(hands: Hands) -> FocusBar:
    """Return the bar that tells of a focus."""
    return hands.view.overlays.focus_bar


def test_a_focus_dims_what_is_farther_than_one_step(hands: Hands, case: Case) -> None:
    steps = len(hands.project.steps())
    focus(hands, case.first.id)
    assert in_focus(hands) == {case.first.id, case.below.id}
    assert bar(hands).isVisible()
    assert bar(hands).words.text() == "Focus: 1 step from C1"
    assert len(hands.project.steps()) == steps


def test_digits_take_the_focus_farther_and_back(hands: Hands, case: Case) -> None:
    links.connect(hands.project, case.second.id, case.below.id, "supports", "also")
    focus(hands, case.first.id)
    hands.key(Qt.Key.Key_2)
    assert in_focus(hands) == {case.first.id, case.below.id, case.second.id}
    assert bar(hands).words.text() == "Focus: 2 steps from C1"
    hands.key(Qt.Key.Key_1)
    assert in_focus(hands) == {case.first.id, case.below.id}


def test_escape_ends_the_focus_and_keeps_the_selection(hands: Hands, case: Case) -> None:
    focus(hands, case.first.id)
    hands.key(Qt.Key.Key_Escape)
    assert len(in_focus(hands)) == 4
    assert not bar(hands).isVisible()
    assert hands.selected() == (case.first.id,)


def test_the_same_key_and_the_cross_on_the_bar_end_the_focus(hands: Hands, case: Case) -> None:
    focus(hands, case.first.id)
    hands.key(Qt.Key.Key_Period, CONTROL)
    assert not hands.view.focusing.on
    focus(hands, case.first.id)
    buttons = bar(hands).findChildren(QToolButton)
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert hands.view.focusing.steps == 2
    QTest.mouseClick(buttons[-1], Qt.MouseButton.LeftButton)
    assert not hands.view.focusing.on


def test_arrows_and_tab_walk_only_what_is_in_focus(hands: Hands, case: Case) -> None:
    focus(hands, case.first.id)
    hands.document.select(())
    hands.view.live.focus = case.first.id
    hands.key(Qt.Key.Key_Right)
    assert hands.view.live.focus == case.first.id
    hands.key(Qt.Key.Key_Tab)
    assert hands.view.live.focus == case.below.id


def test_a_new_link_and_its_undo_change_what_is_in_focus(hands: Hands, case: Case) -> None:
    focus(hands, case.first.id)
    links.connect(hands.project, case.first.id, case.second.id, "elaborates", "so")
    assert case.second.id in in_focus(hands)
    hands.project.undo()
    assert case.second.id not in in_focus(hands)


def test_a_focus_ends_with_its_card(hands: Hands, case: Case) -> None:
    focus(hands, case.second.id)
    hands.key(Qt.Key.Key_Delete)
    assert not hands.view.focusing.on


def test_a_focus_from_a_line_and_from_a_frame(hands: Hands, case: Case) -> None:
    focus(hands, case.support.id)
    assert in_focus(hands) == {case.first.id, case.below.id}
    hands.key(Qt.Key.Key_Escape)
    frame = boards.frame(hands.project, case.board.id, 300, -40, 300, 200)
    focus(hands, frame.id)
    assert in_focus(hands) == {case.second.id}


def test_without_a_card_there_is_nothing_to_focus_on(hands: Hands) -> None:
    hands.key(Qt.Key.Key_Period, CONTROL)
    assert not hands.view.focusing.on
    assert hands.told == ["Select a card first, then focus on what is near it."]


def test_what_is_out_of_focus_is_fainter_and_what_is_in_focus_is_as_before(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    hands.document.select((case.first.id,))
    kept, dimmed = hands.spot(case.first.id, 0.02), hands.spot(case.second.id, 0.01)
    before = hands.view.grab().toImage()
    hands.key(Qt.Key.Key_Period, CONTROL)
    shade = before.pixelColor(dimmed).lightness()
    qtbot.waitUntil(lambda: hands.view.grab().toImage().pixelColor(dimmed).lightness() > shade + 40)
    after = hands.view.grab().toImage()
    assert after.pixelColor(kept) == before.pixelColor(kept)


# Views


def middle(hands: Hands) -> tuple[int, int, float]:
    """Return what is in the middle of the window, and how near."""
    window = hands.view.camera.viewport
    x, y = window.to_board(window.width / 2, window.height / 2)
    return round(x), round(y), round(window.zoom, 4)


def far_away(hands: Hands, case: Case) -> str:
    """Write a claim far from all others; returns its id."""
    return claims.write(hands.project, "Far.", board=case.board.id, x=9000, y=9000).id


def test_back_returns_from_a_jump_and_forward_repeats_it(hands: Hands, case: Case) -> None:
    far = far_away(hands, case)
    before = middle(hands)
    hands.document.reveal(far)
    there = middle(hands)
    assert there != before
    hands.key(Qt.Key.Key_BracketLeft)
    assert middle(hands) == before
    hands.key(Qt.Key.Key_BracketRight)
    assert middle(hands) == there


def test_the_buttons_beside_the_thumb_go_back_and_forward(hands: Hands, case: Case) -> None:
    before = middle(hands)
    hands.key(Qt.Key.Key_Exclam, SHIFT)
    hands.document.select((case.first.id,))
    hands.key(Qt.Key.Key_At, SHIFT)
    there = middle(hands)
    spot = QPoint(500, 600)
    QTest.mouseClick(hands.view, Qt.MouseButton.BackButton, NONE, spot)
    QTest.mouseClick(hands.view, Qt.MouseButton.BackButton, NONE, spot)
    assert middle(hands) == before
    QTest.mouseClick(hands.view, Qt.MouseButton.ForwardButton, NONE, spot)
    QTest.mouseClick(hands.view, Qt.MouseButton.ForwardButton, NONE, spot)
    assert middle(hands) == there


def test_a_walk_along_a_link_out_of_sight_is_a_jump(hands: Hands, case: Case) -> None:
    far = far_away(hands, case)
    links.connect(hands.project, case.first.id, far, "elaborates", "so")
    hands.document.select((case.first.id,))
    before = middle(hands)
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert hands.selected() == (far,)
    assert middle(hands) != before
    hands.key(Qt.Key.Key_BracketLeft)
    assert middle(hands) == before


def test_a_pan_is_no_jump(hands: Hands, case: Case) -> None:
    hands.view.camera.pan(200, 0)
    hands.key(Qt.Key.Key_BracketLeft)
    assert hands.told == ["There is no view to go back to."]
    hands.key(Qt.Key.Key_BracketRight)
    assert hands.told[-1] == "There is no view to go forward to."


def test_a_view_holds_when_the_window_gets_another_size(hands: Hands, case: Case) -> None:
    far = far_away(hands, case)
    before = middle(hands)
    hands.document.reveal(far)
    hands.view.resize(700, 500)
    hands.key(Qt.Key.Key_BracketLeft)
    assert middle(hands) == before


def test_a_new_jump_forgets_the_views_ahead(hands: Hands, case: Case) -> None:
    hands.document.reveal(far_away(hands, case))
    hands.key(Qt.Key.Key_BracketLeft)
    hands.key(Qt.Key.Key_Exclam, SHIFT)
    hands.key(Qt.Key.Key_BracketRight)
    assert hands.told == ["There is no view to go forward to."]


def test_a_jump_glides_within_150_ms_and_ends_exactly(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    camera = hands.view.camera
    hands.key(Qt.Key.Key_Exclam, SHIFT)
    goal = camera.viewport
    hands.key(Qt.Key.Key_BracketLeft)
    start, seen = camera.viewport, []
    camera.glides = True
    camera.changed.connect(lambda: seen.append(camera.viewport.zoom))
    hands.key(Qt.Key.Key_Exclam, SHIFT)
    assert camera.viewport == start
    qtbot.waitUntil(lambda: camera.viewport == goal, timeout=1000)
    assert seen == sorted(seen)


def test_a_second_jump_while_gliding_is_there_at_once(hands: Hands, case: Case) -> None:
    far = far_away(hands, case)
    camera = hands.view.camera
    camera.glides = True
    hands.key(Qt.Key.Key_Exclam, SHIFT)
    start = camera.viewport
    hands.document.select((far,))
    hands.key(Qt.Key.Key_At, SHIFT)
    assert camera.viewport != start
    x, y, width, height = camera.viewport.area
    assert x < 9000 < x + width
    assert y < 9000 < y + height


def test_a_hand_on_the_wheel_stops_a_glide(hands: Hands, case: Case, qtbot: QtBot) -> None:
    camera = hands.view.camera
    camera.glides = True
    hands.document.reveal(far_away(hands, case))
    camera.pan(10, 0)
    held = camera.viewport
    qtbot.wait(250)
    assert camera.viewport == held


@pytest.mark.parametrize("share", [0.0, 0.3, 1.0])
def test_a_glide_runs_from_view_to_view(share: float) -> None:
    start, end = Viewport(0, 0, 1.0, 800, 600), Viewport(4000, 3000, 2.0, 800, 600)
    now = between(start, end, share)
    if share in (0.0, 1.0):
        wanted = (start, end)[int(share)]
        assert (now.left, now.top) == (wanted.left, wanted.top)
        assert now.zoom == pytest.approx(wanted.zoom)
    else:
        assert 1.0 < now.zoom < 2.0


def test_zoom_keeps_its_bounds(hands: Hands) -> None:
    for _ in range(40):
        hands.key(Qt.Key.Key_Plus, CONTROL)
    assert hands.view.camera.viewport.zoom == 8.0
    for _ in range(60):
        hands.key(Qt.Key.Key_Minus, CONTROL)
    assert hands.view.camera.viewport.zoom == 0.05


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Exclam, SHIFT),  # Shift+1 in most countries
        (Qt.Key.Key_1, SHIFT),  # Shift+1 in France, where digits need Shift
        (Qt.Key.Key_Home, NONE),
    ],
)
def test_all_is_shown_on_every_keyboard(
    show: Callable[[], Hands], case: Case, project: Project, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    hands = show()
    far_away(hands, case)
    hands.key(key, held)
    area = hands.view.sheet.layout.area()
    assert area is not None
    x, y, width, _ = hands.view.camera.viewport.area
    assert x <= area[0]
    assert y <= area[1]
    assert area[0] + area[2] <= x + width


@pytest.mark.parametrize("key", [Qt.Key.Key_At, Qt.Key.Key_QuoteDbl, Qt.Key.Key_2])
def test_the_selection_is_shown_on_every_keyboard(hands: Hands, case: Case, key: Qt.Key) -> None:
    hands.document.select((far_away(hands, case),))
    hands.key(key, SHIFT)
    x, y, width, height = hands.view.camera.viewport.area
    assert x < 9000 < x + width
    assert y < 9000 < y + height
