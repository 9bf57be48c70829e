"""Where records lie when they are shown on a further board: as here, moved to free board."""

from collections.abc import Sequence

import numpy as np

from evidence_board.model.board import Card, Frame
from evidence_board.project.project import Project
from evidence_board.ui.canvas.folding import FRAME_TITLE
from evidence_board.ui.canvas.geometry import Floats
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.room import GAP, free_place

_USUAL_HEIGHT = 120.0
Place = tuple[str, float, float]


def places_on(
    project: Project, layout: Layout, records: Sequence[str], board: str | None
) -> tuple[Place, ...]:
    """Return places on a board, or on a new one, for records that have cards in ``layout``.

    They keep their places to each other; those that lie on that board already are left out.
    """
    held = {card.record for card in project.all(Card) if card.board == board}
    coming = [id for id in records if id not in held]
    rows = np.array([layout.row_of_record[id] for id in coming], dtype=np.int64)
    area = layout.area(rows) if len(rows) else None
    if area is None:
        return ()
    x, y, width, height = area
    left, top = x, y
    if board is not None:
        left, top = free_place(_boxes(project, board), (width, height), (x, y), gap=GAP)
    corners = (layout.boxes[rows, :2] + (left - x, top - y)).tolist()
    return tuple((id, at_x, at_y) for id, (at_x, at_y) in zip(coming, corners, strict=True))


def _boxes(project: Project, board: str) -> Floats:
    """Return about which boxes are taken on a board that does not show."""
    cards = [
        (card.x, card.y, card.width, card.height or _USUAL_HEIGHT)
        for card in project.all(Card)
        if card.board == board
    ]
    frames = [
        (frame.x, frame.y, frame.width, frame.height if frame.collapsed else FRAME_TITLE)
        for frame in project.all(Frame)
        if frame.board == board
    ]
    return np.array(cards + frames, dtype=np.float64).reshape(-1, 4)
