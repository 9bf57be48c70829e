"""Cards inside a transaction: where a new record is shown."""

from evidence_board.model.board import Card
from evidence_board.project.transaction import Transaction

CARD_WIDTH = 208.0
STEP = 24.0


def put(tx: Transaction, record: str, board: str | None, x: float, y: float) -> Card | None:
    """Show a record on a board at x, y (top left, px at 100 %); without a board nothing happens."""
    return None if board is None else tx.add(card(record, board, x, y, front(tx)))


def card(record: str, board: str, x: float, y: float, layer: int) -> Card:
    """Return a new card of a record, that is not added yet."""
    return Card(board=board, record=record, x=x, y=y, width=CARD_WIDTH, layer=layer)


def has_card(tx: Transaction, record: str, board: str) -> bool:
    """Whether a record shows on a board."""
    return any(isinstance(one, Card) and one.board == board for one in tx.referrers(record))


def front(tx: Transaction) -> int:
    """Return the layer in front of all cards, so that a new card is never hidden."""
    (layers,) = tx.columns(Card, "layer")
    return max(layers, default=-1) + 1  # type: ignore[type-var,operator]  # whole numbers
