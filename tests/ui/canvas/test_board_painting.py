"""The painted board: what the window shows equals what the reference painter paints."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from evidence_board.commands import boards, claims, editing, links
from evidence_board.model.board import Board
from evidence_board.project.project import Project
from evidence_board.ui.canvas.cards import CARD_PAINTERS
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.scene import detail_of
from evidence_board.ui.canvas.viewport import Viewport, level_at
from evidence_board.ui.theme import apply_theme
from tests.ui.canvas.conftest import Case, Hands


def direct(hands: Hands) -> QImage:
    """Return the board painted at once without any kept picture."""
    view = hands.view
    picture = QImage(view.width(), view.height(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    board = view.surface.painter_of()
    board.paint(painter, picture.rect())
    painter.end()
    return picture


def like(one: QImage, other: QImage) -> bool:
    """Whether two pictures are equal, but for rounding and a trace where a dash was cut."""
    apart = colours(one) != colours(other)
    away = np.abs(pixels(one)[apart] - pixels(other)[apart]).max(axis=1)
    return bool((away > 3).sum() < 0.0005 * apart.size)


def pixels(picture: QImage) -> NDArray[np.int16]:
    """Return the colours of a picture, a row of three parts each."""
    whole = colours(picture)
    return whole.view(np.uint8).reshape(*whole.shape, 4)[:, :, :3].astype(np.int16)


def colours(picture: QImage) -> NDArray[np.uint32]:
    """Return the colours of a picture as one number each: quicker to compare than parts."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    held = np.frombuffer(bytes(plain.constBits()), dtype=np.uint32)
    return held.reshape(plain.height(), plain.width())


def shown(hands: Hands) -> QImage:
    """Return what the window shows when it is crisp, overlays left out."""
    hands.view.grab()  # orders the tiles that it lacks
    hands.crisp()
    hands.view.overlays.legend.hide()
    hands.view.overlays.minimap.hide()
    return hands.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("zoom", [0.2, 0.55, 0.8, 1.0, 1.7])
def test_the_window_shows_what_the_reference_painter_paints(
    hands: Hands, case: Case, zoom: float
) -> None:
    hands.view.camera.look(hands.view.camera.viewport.zoomed(zoom, 0, 0))
    assert like(shown(hands), direct(hands))


@pytest.mark.parametrize("zoom", [0.3, 1.0])
def test_a_shifted_picture_equals_a_painted_one(hands: Hands, case: Case, zoom: float) -> None:
    hands.view.camera.look(hands.view.camera.viewport.zoomed(zoom, 0, 0))
    shown(hands)
    for dx, dy in ((40, 24), (-13, 7), (-200, -90), (5, 300)):
        hands.view.camera.pan(dx, dy)
        assert like(shown(hands), direct(hands))


def test_a_dropped_card_leaves_nothing_behind(hands: Hands, case: Case) -> None:
    shown(hands)
    start = hands.spot(case.first.id)
    hands.drag(start, start + QPoint(160, 320))
    hands.document.select(())
    hands.view.pointing.leave()
    assert like(shown(hands), direct(hands))


def test_a_drag_called_off_leaves_nothing_behind(hands: Hands, case: Case) -> None:
    before = shown(hands)
    start = hands.spot(case.first.id)
    hands.press(start, start + QPoint(160, 320))
    shown(hands)
    hands.view.pointing.call_off()
    hands.document.select(())
    hands.view.pointing.leave()
    assert like(shown(hands), before)


def test_a_changed_text_shows(hands: Hands, case: Case) -> None:
    before = shown(hands)
    editing.change(hands.project, case.first, text="It left at one.")
    after = shown(hands)
    assert not like(after, before)
    assert like(after, direct(hands))


def test_levels_of_detail_change_late_so_that_nothing_flickers() -> None:
    assert level_at(0.74, "near") == "near"
    assert level_at(0.74, "middle") == "middle"
    assert level_at(0.70, "near") == "middle"
    assert level_at(0.39, "middle") == "middle"
    assert level_at(0.39, "far") == "far"
    assert level_at(0.37, "middle") == "far"


def test_a_crowd_of_cards_is_drawn_as_blocks(project: Project, show: Callable[[], Hands]) -> None:
    (board,) = project.all(Board)
    made = [claims.write(project, f"Claim {number}") for number in range(700)]
    places = [
        (one.id, number % 30 * 266.0, number // 30 * 200.0) for number, one in enumerate(made)
    ]
    boards.pin_records(project, board.id, places)
    hands = show()
    hands.view.act("zoom_fit")
    zoom, level = hands.view.camera.viewport.zoom, hands.view.camera.level
    detail = detail_of(hands.view.sheet.layout, zoom, level)
    assert detail.cards == "blocks"
    assert like(shown(hands), direct(hands))


@pytest.mark.parametrize("scheme", ["light", "dark", "highContrast"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_cards_are_drawn_in_every_theme_and_scale(
    hands: Hands, case: Case, application: QApplication, scheme: str, scale: float
) -> None:
    apply_theme(application, scheme, scale)  # type: ignore[arg-type]  # pytest gives plain text
    assert hands.view.camera.viewport.scale == scale
    picture = shown(hands)
    spot = hands.spot(case.first.id, across=0.5, down=0.94)
    card = hands.view.surface.look.color("surface.card")
    assert picture.pixelColor(spot).name() == card.name()
    assert like(picture, direct(hands))


def test_every_kind_of_card_has_a_painter() -> None:

    assert set(CARD_PAINTERS) == set(CARD_KINDS)


def test_zooming_keeps_the_place_under_the_pointer() -> None:
    viewport = Viewport(0, 0, 1.0, 800, 600)
    before = viewport.to_board(300, 200)
    after = viewport.zoomed(2.0, 300, 200).to_board(300, 200)
    assert before == after


@pytest.mark.parametrize("zoom", [0.3, 0.5, 1.0])
def test_no_line_shows_in_the_title_of_a_frame(
    hands: Hands, case: Case, project: Project, zoom: float
) -> None:
    made = boards.frame(project, case.board.id, 404, 400, 400, 300, "Harbour")
    below = claims.write(project, "Seen.", board=case.board.id, x=328, y=600)
    hands.view.camera.look(hands.view.camera.viewport.zoomed(zoom, 0, 0))
    hands.settle()
    bare = direct(hands)
    links.connect(project, case.second.id, below.id, "supports", "crosses the title")
    row = hands.view.sheet.layout.lines.curves[-1]
    assert row[1] < made.y < row[7]
    crossed = direct(hands)
    band = title_band(hands, made.x, made.y)
    assert (pixels(bare.copy(band)) == pixels(crossed.copy(band))).all()
    assert not (pixels(bare) == pixels(crossed)).all()


def title_band(hands: Hands, x: float, y: float) -> QRect:
    """Return where the words of a frame's title stand in the window."""
    spot, zoom = hands.at(x, y), hands.view.camera.viewport.zoom
    if zoom < 0.4:
        return QRect(spot.x() + 5, spot.y() - 12, 28, 10)
    inset = round((14 if zoom > 0.75 else 10) * zoom)
    top = spot.y() + round(max((34 * zoom - 17) / 2, 3))
    return QRect(spot.x() + inset, top + 2, 40, 12)


def test_a_board_too_large_to_fit_is_shown_about_its_middle() -> None:
    shown = Viewport(0, 0, 1.0, 800, 600).showing((0, 0, 50_000, 50_000), right=160, bottom=90)
    left, top, width, height = shown.area
    assert (left + width / 2, top + height / 2) == (25_000, 25_000)
