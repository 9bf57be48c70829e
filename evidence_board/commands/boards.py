"""Arranging boards: cards and frames placed, moved and resized."""

from collections.abc import Iterable, Sequence

from evidence_board.commands import placing
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.record import Record
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

Move = tuple[str, float, float]


def move(project: Project, moves: Sequence[Move]) -> None:
    """Put cards and frames (by id) at new places, as one step."""
    with project.transaction("Move card" if len(moves) == 1 else f"Move {len(moves)} cards") as tx:
        tx.update_all((_laid(project, id), {"x": x, "y": y}) for id, x, y in moves)


def resize(project: Project, id: str, x: float, y: float, width: float, height: float) -> None:
    """Give a card or frame another place and size."""
    with project.transaction("Resize") as tx:
        tx.update(_laid(project, id), x=x, y=y, width=width, height=height)


def pin_records(
    project: Project, board: str, places: Iterable[tuple[str, float, float]]
) -> tuple[Card, ...]:
    """Show records on a board; one that has a card there moves to the new place."""
    with project.transaction("Put on board") as tx:
        return tuple(_pin(tx, board, *place) for place in places)


def frame(
    project: Project, board: str, x: float, y: float, width: float, height: float, title: str = ""
) -> Frame:
    """Draw a frame."""
    with project.transaction("Draw frame") as tx:
        made = Frame(board=board, title=title, x=x, y=y, width=width, height=height)
        return tx.add(made)


def ensure_board(project: Project) -> Board:
    """Return the board to show first.

    That is the first in rank that has something on it, so that an imported board is not hidden
    behind an empty one. Without any board it is one that is added with the first thing laid on it:
    a step of its own would end what can be done again.
    """
    used = {board for kind in (Card, Frame) for board in set(project.columns(kind, "board")[0])}
    boards = sorted(project.all(Board), key=lambda board: (board.id not in used, board.rank))
    if boards:
        return boards[0]
    if not isinstance(project.awaited, Board):
        project.awaited = Board(title="Board")
    return project.awaited


def _pin(tx: Transaction, board: str, record: str, x: float, y: float) -> Card:
    for card in tx.referrers(record):
        if isinstance(card, Card) and card.board == board:
            return tx.update(card, x=x, y=y)
    made = placing.put(tx, record, board, x, y)
    assert made is not None
    return made


def _laid(project: Project, id: str) -> Record:
    found = project.find(id)
    if not isinstance(found, (Card, Frame)):
        raise ValueError("That card is gone. Nothing was moved.")
    return found
