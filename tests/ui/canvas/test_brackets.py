"""The bracket of linked premises: where it runs, and that it is drawn."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from evidence_board.commands import links, premises
from evidence_board.model.link import Link
from evidence_board.ui.canvas.brackets import AWAY, OVER, TIP, bracket_round, brackets_in
from evidence_board.ui.tokens import load_tokens
from tests.ui.canvas.conftest import Case, Hands

BOX = np.array((100.0, 100.0, 200.0, 80.0))


def test_a_bracket_stands_before_the_ends_on_one_edge_and_turns_away_from_the_card() -> None:
    corners = bracket_round(BOX, np.array(((150.0, 100.0), (220.0, 100.0))))
    y = 100 - AWAY
    assert corners.tolist() == [
        [150 - OVER, y - TIP],
        [150 - OVER, y],
        [220 + OVER, y],
        [220 + OVER, y - TIP],
    ]


def test_a_bracket_runs_round_a_corner_the_shorter_way() -> None:
    corners = bracket_round(BOX, np.array(((280.0, 100.0), (300.0, 150.0))))
    assert [300 + AWAY, 100 - AWAY] in corners.tolist()
    assert corners[:, 0].min() == 280 - OVER
    assert corners[:, 1].max() == 150 + OVER


def test_a_bracket_passes_the_top_left_corner_too() -> None:
    corners = bracket_round(BOX, np.array(((100.0, 120.0), (130.0, 100.0))))
    assert [100 - AWAY, 100 - AWAY] in corners.tolist()
    assert len(corners) == 5


def test_only_lines_that_stand_together_have_a_bracket(hands: Hands, case: Case) -> None:
    layout = hands.view.sheet.layout
    everywhere = (-5_000.0, -5_000.0, 10_000.0, 10_000.0)
    other = links.connect(hands.project, case.second.id, case.below.id, "supports")
    assert isinstance(other, Link)
    assert brackets_in(layout.lines, layout.boxes, everywhere) == ()
    premises.join(hands.project, (case.support, other))
    layout = hands.view.sheet.layout
    (bracket,) = brackets_in(layout.lines, layout.boxes, everywhere)
    assert len(bracket.rows) == 2
    assert brackets_in(layout.lines, layout.boxes, (4_000, 4_000, 100, 100)) == ()


def picture(hands: Hands) -> QImage:
    view = hands.view
    image = QImage(view.width(), view.height(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.surface.painter_of().paint(painter, image.rect())
    painter.end()
    return image


def test_joining_draws_something_before_the_card_and_parting_takes_it_away(
    hands: Hands, case: Case
) -> None:
    other = links.connect(hands.project, case.second.id, case.below.id, "supports")
    assert isinstance(other, Link)
    hands.settle()
    plain = picture(hands)
    joined = premises.join(hands.project, (case.support, other))
    hands.settle()
    assert picture(hands) != plain
    hands.view.camera.zoom_by(0.2)
    far = picture(hands)
    premises.part(hands.project, joined)
    hands.settle()
    assert picture(hands) == far


def test_the_bracket_is_seen_while_a_card_at_one_of_its_lines_is_dragged(
    hands: Hands, case: Case
) -> None:
    other = links.connect(hands.project, case.second.id, case.below.id, "supports")
    assert isinstance(other, Link)
    premises.join(hands.project, (case.support, other))
    start = hands.spot(case.second.id)
    hands.press(start, start + QPoint(40, 24))
    hands.crisp()
    layout = hands.view.sheet.layout
    (bracket,) = brackets_in(layout.lines, layout.boxes, (-5_000.0, -5_000.0, 1e4, 1e4))
    color = QColor(load_tokens("light").link_look("supports").color)
    spot = hands.at(*bracket.corners[1:3].mean(axis=0).tolist())
    shown = hands.view.grab().toImage()
    near = [shown.pixelColor(spot + QPoint(x, y)) for x in range(-2, 3) for y in range(-2, 3)]
    assert any(_alike(one, color) for one in near)
    hands.key(Qt.Key.Key_Escape)


def _alike(one: QColor, other: QColor) -> bool:
    apart = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return max(map(abs, apart)) < 24
