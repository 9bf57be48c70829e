"""Wheel, touchpad, pinch and minimap; what a tool tip tells."""

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QHelpEvent,
    QInputDevice,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, colouring, links, tagging
from evidence_board.model.board import Card
from evidence_board.model.excerpt import Excerpt
from evidence_board.ui.canvas.hover_text import as_it_stands
from evidence_board.ui.settings import Settings, SettingsFile, from_document, to_document
from tests.commands.cases import pinned, words
from tests.ui.canvas.conftest import LEFT, NONE, Case, Hands, move

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SPOT = QPoint(300, 200)


def turn(
    hands: Hands,
    steps: int,
    held: Qt.KeyboardModifier = NONE,
    *,
    pixels: QPoint | None = None,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
) -> None:
    """Turn the wheel by steps, or scroll by pixels."""
    place = QPointF(SPOT)
    event = QWheelEvent(
        place,
        hands.view.mapToGlobal(place),
        pixels or QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        held,
        phase,
        False,
    )
    QCoreApplication.sendEvent(hands.view, event)


def test_the_wheel_pans_at_first_and_zooms_where_a_person_wants_that(hands: Hands) -> None:
    camera = hands.view.camera
    top = camera.viewport.top
    turn(hands, -1)
    assert (camera.viewport.top, camera.viewport.zoom) == (top + 60, 1.0)
    hands.view.pointing.wheel_zooms = True
    under = camera.viewport.to_board(SPOT.x(), SPOT.y())
    turn(hands, 1)
    assert camera.viewport.zoom == pytest.approx(1.0015**120)
    assert camera.viewport.to_board(SPOT.x(), SPOT.y()) == pytest.approx(under, abs=1)


def test_control_always_zooms_and_shift_always_goes_sideways(hands: Hands) -> None:
    camera = hands.view.camera
    for zooms in (False, True):
        hands.view.pointing.wheel_zooms = zooms
        zoom, left = camera.viewport.zoom, camera.viewport.left
        turn(hands, 1, CONTROL)
        assert camera.viewport.zoom > zoom
        zoom, left = camera.viewport.zoom, camera.viewport.left
        turn(hands, -1, SHIFT)
        assert camera.viewport.zoom == zoom
        assert camera.viewport.left == left + 60


def test_fingers_on_a_touchpad_pan_whatever_the_wheel_does(hands: Hands) -> None:
    camera = hands.view.camera
    hands.view.pointing.wheel_zooms = True
    before = camera.viewport
    turn(hands, 1, pixels=QPoint(-30, -17), phase=Qt.ScrollPhase.ScrollUpdate)
    assert camera.viewport.zoom == before.zoom
    assert (camera.viewport.left, camera.viewport.top) == (before.left + 30, before.top + 17)


def test_a_pinch_on_a_touchpad_zooms_at_the_pointer(hands: Hands) -> None:
    camera = hands.view.camera
    under = camera.viewport.to_board(SPOT.x(), SPOT.y())
    place = QPointF(SPOT)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        place,
        place,
        hands.view.mapToGlobal(place),
        0.25,
        QPointF(),
    )
    QCoreApplication.sendEvent(hands.view, event)
    assert camera.viewport.zoom == 1.25
    assert camera.viewport.to_board(SPOT.x(), SPOT.y()) == pytest.approx(under, abs=1)


def test_a_pinch_on_a_touch_screen_zooms_and_leaves_no_step(hands: Hands, case: Case) -> None:
    device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    steps, zoom = len(hands.project.steps()), hands.view.camera.viewport.zoom
    first, second = QPoint(400, 500), QPoint(500, 500)
    QTest.touchEvent(hands.view, device).press(0, first).press(1, second)
    for out in range(10, 90, 10):
        away = QPoint(out, 0)
        QTest.touchEvent(hands.view, device).move(0, first - away).move(1, second + away)
    QTest.touchEvent(hands.view, device).release(0, first).release(1, second)
    assert hands.view.camera.viewport.zoom > zoom * 1.3
    assert len(hands.project.steps()) == steps


# Settings


def test_wheel_and_motion_are_remembered_and_what_is_wrong_is_not(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path).change(wheel="zoom", reduce_motion=True)
    now = SettingsFile(path).current
    assert (now.wheel, now.reduce_motion) == ("zoom", True)
    document = {**to_document(Settings()), "wheel": "spin", "reduce_motion": "yes"}
    read = from_document(json.loads(json.dumps(document)))
    assert (read.wheel, read.reduce_motion) == ("pan", False)


# The minimap


def test_a_press_on_the_minimap_looks_there_and_can_be_taken_back(hands: Hands, case: Case) -> None:
    claims.write(hands.project, "Far.", board=case.board.id, x=4000, y=3000)
    minimap, camera = hands.view.overlays.minimap, hands.view.camera
    hands.view.overlays._draw_map()
    before = camera.viewport
    QTest.mousePress(minimap, LEFT, NONE, QPoint(140, 100))
    QTest.mouseRelease(minimap, LEFT, NONE, QPoint(140, 100))
    assert camera.viewport.left > before.left + 500
    camera.go_back()
    assert (camera.viewport.left, camera.viewport.top) == pytest.approx(
        (before.left, before.top), abs=1
    )


def test_the_window_on_the_minimap_is_dragged_without_a_leap(hands: Hands, case: Case) -> None:
    claims.write(hands.project, "Far.", board=case.board.id, x=4000, y=3000)
    minimap, camera = hands.view.overlays.minimap, hands.view.camera
    hands.view.overlays._draw_map()
    before = camera.viewport
    seen = minimap._seen()
    start = QPoint(round(seen.right() - 4), round(seen.bottom() - 4))
    QTest.mousePress(minimap, LEFT, NONE, start)
    assert abs(camera.viewport.left - before.left) < 120
    place = QPointF(start + QPoint(20, 10))
    move(minimap, place.toPoint())  # type: ignore[arg-type]  # any widget will do
    QTest.mouseRelease(minimap, LEFT, NONE, place.toPoint())
    assert camera.viewport.left > before.left + 200
    assert camera.viewport.zoom == before.zoom


def test_the_map_is_not_drawn_anew_while_the_board_is_panned(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    minimap = hands.view.overlays.minimap
    hands.view.grab()
    kept = minimap._picture.cacheKey()
    for _ in range(5):
        hands.view.camera.pan(10, 10)
        hands.view.grab()
    assert minimap._picture.cacheKey() == kept


# Tool tips


def test_a_tool_tip_of_a_claim_tells_its_words_their_place_and_its_marks(
    hands: Hands, case: Case
) -> None:
    held = pinned(hands.project)
    claim = claims.mark(hands.project, words(held, "ferry left"), board=case.board.id, x=0, y=400)
    links.connect(hands.project, claim.id, case.second.id, "contradicts", "both cannot be")
    tagging.add(hands.project, (claim.id,), "rail")
    card = next(one for one in hands.project.referrers(claim.id) if isinstance(one, Card))
    colouring.colour(hands.project, (card.id,), "teal")
    spot = hands.spot(claim.id)
    told = hands.view.hover_text.text_at(spot.x(), spot.y()).split("\n")
    assert told[0] == "Claim C4"
    assert "“ferry left”" in told
    assert any(line.startswith(held.source.mark) and "characters 4 to 14" in line for line in told)
    assert f"Contradicted by {case.second.mark}: It carried grain." in told
    assert told[-2:] == ["Colour: Teal", "Tags: rail"]


# The offscreen platform has no window manager to ask, and says so.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_tool_tip_shows_tags_of_markup_as_plain_text(
    hands: Hands, case: Case, qtbot: QtBot
) -> None:
    text = "<b>The ferry</b> left & came back.\n"
    held = pinned(hands.project, text, "b.txt")
    claims.excerpt(hands.project, words(held, "<b>The ferry</b> left &", text))
    excerpt = hands.project.all(Excerpt)[0]
    boards.pin_records(hands.project, case.board.id, [(excerpt.id, 0, 500)])
    spot = hands.spot(excerpt.id)
    event = QHelpEvent(QEvent.Type.ToolTip, spot, hands.view.mapToGlobal(spot))
    QCoreApplication.sendEvent(hands.view, event)
    qtbot.waitUntil(QToolTip.isVisible)
    assert "&lt;b&gt;The ferry&lt;/b&gt; left &amp;" in QToolTip.text()
    assert "<b>" not in QToolTip.text()
    QToolTip.hideText()


def test_a_tool_tip_of_a_line_tells_its_type_both_ends_and_its_reason(
    hands: Hands, case: Case
) -> None:
    bare = links.connect(hands.project, case.second.id, case.below.id, "contradicts")
    lines = hands.view.sheet.layout.lines
    for id, wanted in (
        (
            case.support.id,
            ["C1 supports H3", "C1: The ferry left at noon.", "H3: The port is open.", "seen"],
        ),
        (
            bare.id,
            [
                "C2 contradicts H3",
                "C2: It carried grain.",
                "H3: The port is open.",
                "No reason yet",
            ],
        ),
    ):
        x, y = lines.middles(np.array([lines.row_of[id]]))[0].tolist()
        spot = hands.at(x, y)
        assert hands.view.hover_text.text_at(spot.x(), spot.y()).split("\n") == wanted


def test_empty_board_tells_nothing(hands: Hands) -> None:
    assert hands.view.hover_text.text_at(5, 690) == ""


def test_a_long_passage_is_cut_with_an_ellipsis(hands: Hands, case: Case) -> None:
    claim = claims.write(hands.project, "word " * 400, board=case.board.id, x=0, y=500)
    spot = hands.spot(claim.id)
    told = hands.view.hover_text.text_at(spot.x(), spot.y())
    assert told.endswith("…")
    assert len(told) < 520
    assert as_it_stands("a\nb") == "<p>a<br>b</p>"
