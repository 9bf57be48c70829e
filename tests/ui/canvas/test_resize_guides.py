"""Guides while a card or a frame is resized: its edge meets the edges of others."""

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt

from evidence_board.commands import boards
from evidence_board.model.board import Card, Frame
from evidence_board.ui.canvas.tools.edges import met, nearest_edge
from tests.ui.canvas.conftest import Case, Hands

OTHERS = np.array(((300.0, 0.0, 100.0, 90.0), (0.0, 400.0, 100.0, 50.0)))


def test_an_edge_takes_the_nearest_edge_within_reach_and_none_beyond() -> None:
    assert nearest_edge(94.0, OTHERS, 1, 1.0) == 90.0
    assert nearest_edge(94.0, OTHERS, 1, 2.0) is None
    assert nearest_edge(200.0, OTHERS, 1, 1.0) is None
    assert nearest_edge(94.0, OTHERS[:0], 1, 1.0) is None


def test_a_guide_runs_from_card_to_card_along_the_edge_that_they_share() -> None:
    assert met((0, 0, 300, 90), OTHERS, (300.0, 90.0)) == (
        (300.0, 0.0, 300.0, 90.0),
        (0.0, 90.0, 400.0, 90.0),
    )
    assert met((0, 0, 290, 80), OTHERS, (290.0, 80.0)) == ()


def test_a_corner_that_comes_near_the_foot_of_another_card_takes_it_and_shows_the_guide(
    hands: Hands, case: Case
) -> None:
    layout = hands.view.sheet.layout
    row, other = (layout.row_of_record[one.id] for one in (case.first, case.below))
    foot = float(layout.boxes[other, 1] + layout.boxes[other, 3])
    hands.click(hands.spot(case.first.id))
    start = hands.spot(case.first.id, 1.0, 1.0)
    bottom = float(layout.boxes[row, 1] + layout.boxes[row, 3])
    end = start + QPoint(0, round((foot - bottom + 3) * hands.view.camera.viewport.zoom))
    hands.press(start, end)
    assert hands.view.live.guides
    hands.key(Qt.Key.Key_Escape)
    assert hands.view.live.guides == ()
    hands.drag(start, end)
    (card,) = [one for one in hands.project.referrers(case.first.id) if isinstance(one, Card)]
    assert card.y + card.height == foot


def test_a_frame_shows_its_cards_while_it_is_resized(hands: Hands, case: Case) -> None:
    frame = boards.frame(hands.project, case.board.id, -24, -40, 280, 200, "Leaving")
    hands.document.select((frame.id,))
    hands.crisp()
    card = QRect(hands.spot(case.first.id, 0.1, 0.1), hands.spot(case.first.id, 0.9, 0.9))
    before = hands.view.grab(card).toImage()
    corner = hands.spot(frame.id, 1.0, 1.0)
    hands.press(corner, corner + QPoint(4, 120))
    hands.crisp()
    assert hands.view.grab(card).toImage() == before
    hands.key(Qt.Key.Key_Escape)
    assert not hands.view.sheet.layout.frames[frame.id].sheer


def test_the_corner_of_a_frame_takes_the_edges_that_it_comes_near(hands: Hands, case: Case) -> None:
    frame = boards.frame(hands.project, case.board.id, -24, -40, 280, 200, "Leaving")
    boxes = hands.view.sheet.layout.boxes
    below = boxes[hands.view.sheet.layout.row_of_record[case.below.id]]
    foot = float(below[1] + below[3])
    hands.document.select((frame.id,))
    corner = hands.spot(frame.id, 1.0, 1.0)
    zoom = hands.view.camera.viewport.zoom
    end = corner + QPoint(0, round((foot - 160 + 3) * zoom))
    hands.press(corner, end)
    assert hands.view.live.guides
    hands.key(Qt.Key.Key_Escape)
    assert hands.view.live.guides == ()
    hands.drag(corner, end)
    now = hands.project.get(Frame, frame.id)
    assert now.y + now.height == foot
