"""Where the card of a claim goes that was made in the reader: near its source, on nothing."""

from evidence_board.model.board import Board, Card
from evidence_board.project.project import Project

_STEP_X, _STEP_Y = 240.0, 144.0
_ROWS, _COLUMNS = 40, 4
_USUAL_HEIGHT = 112.0
_GAP = 16.0


def first_board(project: Project) -> str | None:
    """Return the id of the first board, or None while there is none."""
    boards = project.all(Board)
    return boards[0].id if boards else None


def free_place(project: Project, board: str, source: str) -> tuple[float, float]:
    """Return a place (top left) for a card of usual size below the card of a source."""
    cards = [card for card in project.all(Card) if card.board == board]
    beside = next((card for card in cards if card.record == source), None)
    x, y = (beside.x, beside.y) if beside else (0.0, 0.0)
    places = (
        (x + column * _STEP_X, y + row * _STEP_Y)
        for row in range(1, _ROWS)
        for column in range(_COLUMNS)
    )
    return next((place for place in places if _is_free(*place, cards)), (x, y + _STEP_Y))


def _is_free(x: float, y: float, cards: list[Card]) -> bool:
    return all(
        x + _STEP_X - _GAP <= card.x
        or card.x + card.width + _GAP <= x
        or y + _USUAL_HEIGHT + _GAP <= card.y
        or card.y + max(card.height, _USUAL_HEIGHT) + _GAP <= y
        for card in cards
    )
