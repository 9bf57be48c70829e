"""The boards as plain geometry: cards, frames and links where they lie on the screen."""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.figure_cards import FigureCard, card_of
from evidence_board.brief.figure_edges import FigureEdge, edges_of
from evidence_board.brief.values import Part
from evidence_board.brief.wording import counted, short
from evidence_board.model.board import Board, Card, Frame


@dataclass(frozen=True)
class FigureFrame:
    """A titled area; px at 100 %."""

    title: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class BoardFigure:
    """One board. `alt` describes it in words for who cannot see it."""

    title: str
    alt: str
    cards: tuple[FigureCard, ...]
    frames: tuple[FigureFrame, ...]
    edges: tuple[FigureEdge, ...]


@dataclass(frozen=True)
class Boards(Part):
    """The boards that have cards, in their order."""

    figures: tuple[BoardFigure, ...]


def boards(case: Case) -> Boards | None:
    """Return the boards; None while none has a card."""
    ordered = sorted(case.view.all(Board), key=lambda board: board.rank)
    figures = tuple(figure for board in ordered if (figure := _figure(case, board)))
    return Boards(figures) if figures else None


def _figure(case: Case, board: Board) -> BoardFigure | None:
    placed = list(_placed(case, board))
    if not placed:
        return None
    cards = tuple(drawn for _, drawn in placed)
    places = {card.record: place for place, (card, _) in enumerate(placed)}
    edges = edges_of(case, places)
    frames = tuple(
        FigureFrame(frame.title, frame.x, frame.y, frame.width, frame.height)
        for frame in case.view.all(Frame)
        if frame.board == board.id
    )
    return BoardFigure(board.title, _alt(board, cards, frames, edges), cards, frames, edges)


def _placed(case: Case, board: Board) -> Iterator[tuple[Card, FigureCard]]:
    """Yield the cards of a board, back to front; private notes stay at home."""
    for card in sorted(case.view.all(Card), key=lambda one: one.layer):
        drawn = card_of(case, card) if card.board == board.id else None
        if drawn is not None:
            yield card, drawn


def _alt(
    board: Board,
    cards: tuple[FigureCard, ...],
    frames: tuple[FigureFrame, ...],
    edges: tuple[FigureEdge, ...],
) -> str:
    """Return the figure in words: how much there is, and which mark bears on which."""
    said = [f"Board “{board.title}”: {counted(len(cards), 'card')}, {counted(len(edges), 'link')}."]
    said += [f"Frame “{frame.title}”." for frame in frames if frame.title]
    said += [
        f"{cards[edge.start].face.mark} {edge.word} {cards[edge.end].face.mark}."
        for edge in edges
        if edge.end >= 0
    ]
    return short(" ".join(said), 6_000)
