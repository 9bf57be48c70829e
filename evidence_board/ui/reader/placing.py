"""Where the card of a claim goes that was made in the reader: near its source, on nothing."""

import numpy as np

from evidence_board.commands.placing import CARD_WIDTH
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.excerpt import Excerpt
from evidence_board.project.project import Project
from evidence_board.ui.canvas.folding import FRAME_TITLE
from evidence_board.ui.canvas.geometry import Area
from evidence_board.ui.canvas.heights import BADGE_ROW, box_of, height_of_words
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.room import GAP, free_place
from evidence_board.ui.document import Document
from evidence_board.ui.reader.writing import ClaimDraft

_NEAR = 2_000.0
"""Cards farther away than this are not measured."""
_HIGHEST = 400.0


def draft_of(
    document: Document, excerpt: Excerpt, board: str | None, lettering: Lettering
) -> ClaimDraft:
    """Return the claim that is going to be written from an excerpt, with a card near its source."""
    project = document.project
    chosen = board or first_board(project)

    def place(words: str) -> tuple[float, float]:
        if chosen is None:
            return 0.0, 0.0
        return place_below(project, chosen, excerpt.source, words, lettering)

    return ClaimDraft(document, excerpt, chosen, place)


def first_board(project: Project) -> str | None:
    """Return the id of the first board, or None while there is none."""
    boards = project.all(Board)
    return boards[0].id if boards else None


def place_below(
    project: Project, board: str, source: str, words: str, lettering: Lettering
) -> tuple[float, float]:
    """Return a free place (top left) for a claim with these words, near the card of a source."""
    names = ("board", "id", "record", "x", "y", "width", "height")
    on_board = [one for one in zip(*project.columns(Card, *names), strict=True) if one[0] == board]
    beside = next((_card(project, one[1]) for one in on_board if one[2] == source), None)
    x, y = (beside.x, beside.y) if beside else (0.0, 0.0)
    boxes: list[Area] = []
    for _, id, _, *place in on_board:
        left, top, width, height = map(_number, place)
        if abs(left - x) < _NEAR and abs(top - y) < _NEAR:
            boxes.append(box_of(_card(project, id), project, lettering))
        else:
            boxes.append((left, top, width, height or _HIGHEST))
    boxes += [
        (frame.x, frame.y, frame.width, FRAME_TITLE)
        for frame in project.all(Frame)
        if frame.board == board
    ]
    below = y + box_of(beside, project, lettering)[3] + GAP if beside else y
    height = height_of_words("claim", words, CARD_WIDTH, lettering) + BADGE_ROW
    held = np.array(boxes, dtype=np.float64).reshape(-1, 4)
    return free_place(held, (CARD_WIDTH, height), (x, below), gap=GAP)


def _card(project: Project, id: object) -> Card:
    return project.get(Card, str(id))


def _number(value: object) -> float:
    assert isinstance(value, int | float)
    return value
