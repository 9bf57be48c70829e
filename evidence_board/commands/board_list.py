"""The boards of a project: added, named, put in order, copied, taken away; records on several."""

from collections.abc import Iterable, Sequence

from evidence_board.commands import placing, removal
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.link import Citation, Link
from evidence_board.model.record import new_id
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

Place = tuple[str, float, float]
"""A record by id, and where its card shall lie."""


def in_order(boards: Iterable[Board]) -> tuple[Board, ...]:
    """Return boards as their tabs stand: by rank, those of one rank as they were added."""
    return tuple(sorted(boards, key=lambda board: board.rank))


def add(project: Project, title: str) -> Board:
    """Add a board after the others."""
    with project.transaction("Add board") as tx:
        return _add(tx, title)


def rename(project: Project, board: str, title: str) -> None:
    """Give a board another title."""
    words = " ".join(title.split())
    if not words:
        raise ValueError("A board needs a title. The former one stays.")
    with project.transaction("Rename board") as tx:
        tx.update(_board(project, board), title=words)


def arrange(project: Project, order: Sequence[str]) -> None:
    """Put the boards in another order, given as ids; it must name each of them once."""
    if sorted(order) != sorted(board.id for board in project.all(Board)):
        raise ValueError("The boards have changed meanwhile. Their order stays as it was.")
    with project.transaction("Move board") as tx:
        for rank, id in enumerate(order):
            tx.update(project.get(Board, id), rank=float(rank))


def duplicate(project: Project, board: str, title: str) -> Board:
    """Add a board on which the same records and frames lie in the same places."""
    former = _board(project, board)
    with project.transaction("Duplicate board") as tx:
        made = _add(tx, title, after=former)
        laid: tuple[Frame | Card, ...] = (*project.all(Frame), *project.all(Card))
        for one in laid:
            if one.board == board:
                tx.add(one.replace(id=new_id(), board=made.id))
        return made


def remove(project: Project, board: str) -> None:
    """Take a board away with its cards and frames; the records stay, so does the last board."""
    if len(project.all(Board)) < 2:
        raise ValueError("The last board stays: records need one to be shown on.")
    removal.remove(project, (_board(project, board).id,))


def show_on(project: Project, board: str, places: Iterable[Place]) -> None:
    """Show records on a further board; those that have a card there stay as they lie."""
    with project.transaction("Show on another board") as tx:
        _show(tx, _board(project, board).id, places)


def show_on_new(project: Project, title: str, places: Iterable[Place]) -> Board:
    """Add a board and show records on it, as one step."""
    with project.transaction("Show on new board") as tx:
        made = _add(tx, title)
        _show(tx, made.id, places)
        return made


def boards_of(project: Project, record: str) -> tuple[Board, ...]:
    """Return the boards on which a record shows, in their order.

    Those are the boards with its card; of a frame its own; of a line those with both its ends.
    """
    ids = _boards_of(project, record)
    return in_order(board for board in project.all(Board) if board.id in ids)


def _boards_of(project: Project, record: str) -> set[str]:
    match project.find(record):
        case Board() as board:
            return {board.id}
        case Frame() as frame:
            return {frame.board}
        case Link() | Citation() as line:
            return _boards_of(project, line.from_id) & _boards_of(project, line.to_id)
        case Assertion() as line:
            return _boards_of(project, line.source) & _boards_of(project, line.claim)
        case None:
            return set()
    return {one.board for one in project.referrers(record) if isinstance(one, Card)}


def _add(tx: Transaction, title: str, after: Board | None = None) -> Board:
    """Add a board at the end, or behind another one; then the ranks are counted anew."""
    boards = list(in_order(tx.all(Board)))
    made = tx.add(Board(title=title, rank=(boards[-1].rank if boards else -1.0) + 1.0))
    if after is not None:
        boards.insert(boards.index(after) + 1, made)
        for rank, board in enumerate(boards):
            tx.update(board, rank=float(rank))
    return made


def _show(tx: Transaction, board: str, places: Iterable[Place]) -> None:
    for record, x, y in places:
        if not placing.has_card(tx, record, board):
            placing.put(tx, record, board, x, y)


def _board(project: Project, id: str) -> Board:
    found = project.find(id)
    if not isinstance(found, Board):
        raise ValueError("That board is gone. Nothing was changed.")
    return found
