"""Tiles: pixel by pixel what the reference painter paints, whatever is done to the board."""

from collections.abc import Callable
from random import Random
from time import sleep

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_board.commands import boards, claims, editing, links, notes, removal, sources
from evidence_board.model.board import Board
from evidence_board.project.project import Project
from evidence_board.ui.canvas import routing
from evidence_board.ui.canvas.damage import changed_boxes
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.geometry import Floats, Ints, area_of
from evidence_board.ui.canvas.painting import BoardPainter
from evidence_board.ui.canvas.tile_worker import Order, done, paint
from evidence_board.ui.canvas.tiles import (
    SIDE,
    Patch,
    Scale,
    Tiles,
    keys_in,
    place_of,
    scale_of,
    window_of,
)
from evidence_board.ui.theme import apply_theme
from tests.ui.canvas.conftest import Case, Hands
from tests.ui.canvas.test_board_painting import colours, shown

WORDS = ("Cargo", "left", "at noon", "железо", "항구", "السفينة", "of the harbour", "🚢", "again")


def make_board(project: Project, chance: Random) -> None:
    """Fill the board with cards, frames and links."""
    (board,) = project.all(Board)
    made = []
    for number in range(chance.randrange(5, 70)):
        words = " ".join(chance.choices(WORDS, k=chance.randrange(1, 12)))
        place = (chance.randrange(-600, 2400) * 1.0, chance.randrange(-500, 1700) * 1.0)
        kind = number % 5
        if kind == 0:
            sources.cite(project, words, board=board.id, x=place[0], y=place[1])
        elif kind == 1:
            notes.write(project, words, board=board.id, x=place[0], y=place[1])
        else:
            made.append(claims.write(project, words, board=board.id, x=place[0], y=place[1]))
    pairs = [(one, other) for one in made for other in made if one is not other]
    for one, other in chance.sample(pairs, min(len(pairs), chance.randrange(0, 60))):
        links.connect(project, one.id, other.id, chance.choice(("supports", "contradicts")))
    for number in range(chance.randrange(0, 4)):
        boards.frame(project, board.id, number * 700.0 - 300, -200, 640, 560, f"Frame {number}")


def reference(hands: Hands) -> QImage:
    """Return the window as the reference painter paints it, cut from a larger picture."""
    view = hands.view
    window = window_of(view.camera.viewport)
    around = window.adjusted(-64, -64, 64, 64)
    painter = view.surface.painter_of()
    scale = scale_of(view.camera.viewport, view.camera.level)
    whole = Order(None, scale, around, painter.through(scale.viewport(around)), 0)
    return paint(whole).image.copy(QRect(QPoint(64, 64), window.size()))


def assert_equal(hands: Hands) -> None:
    """Compare what the window shows with the reference, tiles only."""
    picture = shown(hands)
    hands.view.surface.forget_first()
    picture = shown(hands)
    assert int((colours(picture) != colours(reference(hands))).sum()) == 0


@pytest.mark.parametrize("seed", range(20))
def test_tiles_equal_the_reference_on_random_boards(
    project: Project, show: Callable[[], Hands], seed: int
) -> None:
    chance = Random(seed)
    make_board(project, chance)
    hands = show()
    zoom = chance.choice((0.06, 0.13, 0.25, 0.42, 0.6, 0.77, 1.0, 1.37, 2.5))
    hands.view.camera.look(hands.view.camera.viewport.zoomed(zoom, 300, 200))
    assert_equal(hands)
    hands.view.camera.pan(chance.randrange(-700, 700), chance.randrange(-500, 500))
    assert_equal(hands)


@pytest.mark.parametrize("scheme", ["light", "dark", "highContrast"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 2.0])
def test_tiles_equal_the_reference_in_every_theme_and_scale(
    project: Project,
    show: Callable[[], Hands],
    application: QApplication,
    scheme: str,
    scale: float,
) -> None:
    make_board(project, Random(7))
    hands = show()
    apply_theme(application, scheme, scale)  # type: ignore[arg-type]  # pytest gives plain text
    assert_equal(hands)


def test_each_act_leaves_tiles_that_equal_the_reference(hands: Hands, case: Case) -> None:
    made = claims.write(hands.project, "It left late.", board=case.board.id, x=320, y=240)
    acts: tuple[Callable[[], object], ...] = (
        lambda: editing.change(hands.project, case.first, text="Another, much longer text " * 3),
        lambda: links.connect(hands.project, made.id, case.below.id, "contradicts", "seen"),
        lambda: boards.frame(hands.project, case.board.id, 300, 200, 320, 300, "Later"),
        lambda: removal.remove(hands.project, (case.second.id,)),
        hands.document.undo,
        lambda: boards.pin_records(hands.project, case.board.id, [(made.id, 700, 300)]),
        hands.document.undo,
        lambda: hands.document.select((case.first.id,)),
        lambda: hands.document.select(()),
    )
    assert_equal(hands)
    for act in acts:
        act()
        hands.document.select(())
        assert_equal(hands)


def test_a_card_shows_where_it_was_dropped_before_its_tiles_do(hands: Hands, case: Case) -> None:
    shown(hands)
    hands.drag(hands.spot(case.first.id), hands.spot(case.first.id) + QPoint(80, 400))
    spot = hands.spot(case.first.id, across=0.5, down=0.95)
    at_once = hands.view.grab().toImage().pixelColor(spot)
    assert at_once == hands.view.surface.look.color("surface.card")
    hands.document.select(())
    hands.view.pointing.leave()
    assert_equal(hands)


def assert_far_away(boxes: Floats | None) -> None:
    """Say that what changed lies about the card that is far away, and nowhere else."""
    area = area_of(boxes) if boxes is not None else None
    assert area is not None
    assert area[0] > 8000
    assert area[2] < 1000


def test_a_change_spoils_only_the_tiles_it_touches(hands: Hands, case: Case) -> None:
    far = claims.write(hands.project, "Far away.", board=case.board.id, x=9000, y=9000)
    before = hands.view.sheet.layout.still()
    boards.pin_records(hands.project, case.board.id, [(far.id, 9100, 9000)])
    assert_far_away(changed_boxes(before, hands.view.sheet.layout, ()))


def test_a_removed_card_changes_where_it_was_and_no_more(hands: Hands, case: Case) -> None:
    """The last card takes the row of the one that is gone, but it lies where it lay."""
    far = claims.write(hands.project, "Far away.", board=case.board.id, x=9000, y=9000)
    claims.write(hands.project, "Still here.", board=case.board.id, x=-9000, y=0)
    before = hands.view.sheet.layout.still()
    removal.remove(hands.project, (far.id,))
    assert_far_away(changed_boxes(before, hands.view.sheet.layout, ()))


def test_a_board_that_is_read_anew_changes_everywhere(hands: Hands, case: Case) -> None:
    before = hands.view.sheet.layout.still()
    hands.view.sheet.reload()
    assert changed_boxes(before, hands.view.sheet.layout, ()) is None


def test_a_still_layout_keeps_its_geometry(hands: Hands, case: Case) -> None:
    layout = hands.view.sheet.layout
    still = layout.still()
    before = still.boxes.copy(), still.lines.spans(np.arange(len(still.lines.ties))).copy()
    boards.pin_records(hands.project, case.board.id, [(case.first.id, 900, 900)])
    assert (still.boxes == before[0]).all()
    assert (still.lines.spans(np.arange(len(still.lines.ties))) == before[1]).all()
    assert (layout.boxes[layout.row_of_record[case.first.id], :2] == (900, 900)).all()


def test_tiles_lie_side_by_side_and_cover_a_window() -> None:
    scale = Scale(1.0, "near", 1.0, 1.0)
    window = QRect(-700, -30, 1600, 1000)
    places = [place_of(key) for key in keys_in(scale, window)]
    assert (
        sum((place & window).width() * (place & window).height() for place in places)
        == window.width() * window.height()
    )


def test_tiles_are_capped_and_those_shown_last_stay(application: QApplication) -> None:
    scale = Scale(1.0, "near", 1.0, 1.0)
    tiles = Tiles(most_bytes=4 * SIDE * SIDE * 4)
    for column in range(10):
        key = (scale, column, 0)
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        tiles.put(key, Patch(image, scale, place_of(key)), shown=1)
        tiles.use((scale, 0, 0))
    assert len(tiles) == 4
    assert tiles.get((scale, 0, 0)) is not None
    assert tiles.get((scale, 1, 0)) is None


def test_tiles_that_are_wanted_now_all_stay_whatever_they_take(application: QApplication) -> None:
    scale = Scale(1.0, "near", 1.0, 1.0)
    tiles = Tiles(most_bytes=0)
    for column in range(10):
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        tiles.put(
            (scale, column, 0), Patch(image, scale, place_of((scale, column, 0))), shown=1, wanted=8
        )
    assert [tiles.get((scale, column, 0)) is not None for column in range(10)] == [False] * 2 + [
        True
    ] * 8


def test_a_fault_while_painting_is_told_and_not_swallowed() -> None:
    scale = Scale(1.0, "near", 1.0, 1.0)
    place = QRect(0, 0, SIDE, SIDE)
    order = Order((scale, 0, 0), scale, place, None, 0)  # type: ignore[arg-type]  # a fault
    delivery = done(order)
    assert delivery.patch is None
    assert isinstance(delivery.error, AttributeError)


def test_hundreds_of_hand_overs_lose_no_tile(hands: Hands, case: Case) -> None:
    """A race between what is wanted and what is stored once hung a trial."""
    chance = Random(3)
    camera = hands.view.camera
    for _ in range(150):
        if chance.random() < 0.3:
            camera.zoom_to(chance.choice((0.2, 0.5, 1.0, 1.6)), 400, 300)
        else:
            camera.pan(chance.randrange(-600, 600), chance.randrange(-400, 400))
        if chance.random() < 0.2:
            boards.pin_records(
                hands.project, case.board.id, [(case.first.id, chance.random() * 600, 40.0)]
            )
        hands.settle()
    camera.look(camera.viewport.zoomed(1.0, 0, 0))
    camera.pan(-camera.viewport.left, -camera.viewport.top)
    assert_equal(hands)


def test_closing_a_window_ends_its_thread(hands: Hands, case: Case) -> None:
    shown(hands)
    hands.view.surface.close()
    hands.view.surface.close()
    hands.view.camera.pan(5000, 0)
    hands.view.grab()
    hands.settle()


def test_faces_that_take_long_are_read_on_and_not_anew(
    hands: Hands, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading began anew at each frame, and a board with slow faces never became crisp."""
    read = hands.view.sheet.face

    def slowly(row: int) -> Face:
        sleep(0.005)
        return read(row)

    monkeypatch.setattr(hands.view.sheet, "face", slowly)
    hands.view.surface.damage()
    hands.view.grab()
    hands.crisp()


def test_a_card_that_cannot_be_painted_is_told_once_and_tried_again_after_a_change(
    hands: Hands, case: Case, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown(hands)
    tried: list[int] = []

    def refuse(*_given: object) -> None:
        tried.append(1)
        raise ArithmeticError("no picture")

    monkeypatch.setattr(BoardPainter, "cards", refuse)
    with qtbot.captureExceptions() as told:
        hands.view.surface.damage()
        for _ in range(30):
            hands.view.grab()
            qtbot.wait(10)
    window = keys_in(
        scale_of(hands.view.camera.viewport, hands.view.camera.level),
        window_of(hands.view.camera.viewport),
    )
    assert 0 < len(told) == len(tried) <= len(window) + 1
    monkeypatch.undo()
    hands.view.surface.damage()
    assert_equal(hands)


def test_the_courses_of_a_picture_are_found_at_once_for_all_its_tiles(
    project: Project, show: Callable[[], Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_board(project, Random(5))
    hands = show()
    hands.crisp()
    hands.view.sheet.reload()
    asked: list[int] = []
    led = routing.led_round

    def counted(lines: routing.Wiring, ends: Ints, edges: Floats) -> routing.Found:
        asked.append(len(ends))
        return led(lines, ends, edges)

    monkeypatch.setattr(routing, "led_round", counted)
    board, part = hands.view.surface.painter_of(), QRect(0, 0, 1000, 700)
    assert board.detail.lines != "straight"
    board.lead(part)
    assert len(asked) == 1
    image = QImage(part.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    board.paint(painter, part)
    painter.end()
    assert len(asked) == 1
