"""The reason beside the disc of a line: it covers no card, and tiles show it whole."""

import numpy as np
import pytest

from evidence_board.commands import editing, links, premises
from evidence_board.model.link import Link
from evidence_board.ui.canvas.damage import changed_boxes
from evidence_board.ui.canvas.geometry import Floats, area_of
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.line_labels import LEAST, WIDEST, covered, room_beside, with_labels
from tests.ui.canvas.conftest import Case, Hands


def test_a_label_stands_on_the_side_with_room_and_nowhere_between_two_cards(
    hands: Hands, case: Case
) -> None:
    layout = hands.view.sheet.layout
    free = room_beside(layout.boxes, (400.0, 600.0), 1.0)
    assert (free.left, free.width) == (False, WIDEST)
    before_a_card = room_beside(layout.boxes, (300.0, 20.0), 1.0)
    assert before_a_card.left
    assert before_a_card.width == 300 - 208 - 13
    on_a_card = room_beside(layout.boxes, (100.0, 20.0), 1.0)
    assert on_a_card.width < LEAST


@pytest.mark.parametrize("zoom", [0.8, 1.0, 2.0])
def test_discs_are_looked_for_as_far_away_as_a_label_reaches(zoom: float) -> None:
    left, top, width, height = with_labels((0, 0, 100, 50), zoom)
    assert -left * zoom >= WIDEST * max(zoom, 1.0)
    assert (left + width - 100) == -left
    assert (top, height) == (0, 50)


def told_boxes(before: Layout, after: Layout) -> Floats:
    boxes = changed_boxes(before, after, ())
    assert boxes is not None
    return boxes


def test_a_new_reason_and_a_new_group_are_painted_anew(hands: Hands, case: Case) -> None:
    other = links.connect(hands.project, case.second.id, case.below.id, "supports")
    assert isinstance(other, Link)
    before = hands.view.sheet.layout.still()
    assert not len(told_boxes(before, before))
    editing.change(hands.project, case.support, "Set reason", reason="seen by two")
    told = hands.view.sheet.layout.still()
    area = area_of(told_boxes(before, told))
    assert area is not None
    assert area[2] < 2_000
    premises.join(hands.project, (hands.project.get(Link, case.support.id), other))
    assert len(told_boxes(told, hands.view.sheet.layout.still()))


def test_a_disc_is_left_out_where_it_would_lie_on_the_words_of_a_card(
    hands: Hands, case: Case
) -> None:
    boxes = hands.view.sheet.layout.boxes
    x, y, width, height = boxes[0].tolist()
    spots = np.array(((x + width / 2, y + height / 2), (x - 6, y + 10), (x + 2, y + 10)))
    assert covered(boxes, spots, 1.0).tolist() == [True, False, False]
    assert covered(boxes[:0], spots, 1.0).tolist() == [False, False, False]
