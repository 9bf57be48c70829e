"""Where the card of a claim goes that was made in the reader: near its source, on nothing."""

import numpy as np

from evidence_board.commands.placing import CARD_WIDTH
from evidence_board.model.board import Board, Card, Frame
from evidence_board.project.project import Project
from evidence_board.ui.canvas.geometry import Area
from evidence_board.ui.canvas.heights import BADGE_ROW, box_of, height_of_words
from evidence_board.ui.canvas.folding import FRAME_TITLE
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.room import GAP, free_place

_NEAR = 2_000.0
"""Cards farther away than this are not measured."""
_HIGHEST = 400.0


def first_board(project: Project) -> str | None:
    """Return the id of the first board, or None while there is none."""
    boards = project.all(Board)
    return boards[0].id if boards else None


def place_below(
    project: Project, board: str, source: str, words: str, lettering: Lettering
) -> tuple[float, float]:
    """Return a free place (top left) for a claim with these words, near the card of a source."""
    cards = [card for card in project.all(Card) if card.board == board]
    beside = next((card for card in cards if card.record == source), None)
    x, y = (beside.x, beside.y) if beside else (0.0, 0.0)
    boxes = [
        box_of(card, project, lettering) if _is_near(card, x, y) else _far_box(card)
        for card in cards
    ]
    boxes += [
        (frame.x, frame.y, frame.width, FRAME_TITLE)
        for frame in project.all(Frame)
        if frame.board == board
    ]
    below = y + box_of(beside, project, lettering)[3] + GAP if beside else y
    height = height_of_words("claim", words, CARD_WIDTH, lettering) + BADGE_ROW
    held = np.array(boxes, dtype=np.float64).reshape(-1, 4)
    return free_place(held, (CARD_WIDTH, height), (x, below), gap=GAP)


def _is_near(card: Card, x: float, y: float) -> bool:
    return abs(card.x - x) < _NEAR and abs(card.y - y) < _NEAR


def _far_box(card: Card) -> Area:
    return card.x, card.y, card.width, card.height or _HIGHEST
