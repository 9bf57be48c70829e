"""Guides while a card is resized: its edge meets the edges of other cards."""

import numpy as np
from PySide6.QtCore import QPoint, Qt

from evidence_board.model.board import Card
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
