"""From a board to sheets: how large it is drawn, and how it is cut where it would be too small."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidence_board.brief.parts.boards import BoardFigure, FigureFrame
from evidence_board.model.brief_plan import Paper
from evidence_board.typeset.cards import Box, boxed


@dataclass(frozen=True)
class Room:
    """Room for a figure on a page that stands, and on one that lies, in pt.

    That is beside margins, heading and caption.
    """

    portrait: tuple[float, float]
    landscape: tuple[float, float]


ROOMS: Mapping[Paper, Room] = {
    "A4": Room((470.0, 520.0), (716.0, 396.0)),
    "Letter": Room((487.0, 470.0), (666.0, 413.0)),
}

NEAR = 0.36
"""Smallest scale, pt per px, at which a card has room for all that it shows at 6 pt."""

WORTH = 1.5
"""How much larger a drawing must come out on a page of its own that lies on its side."""

LARGEST = 0.6
MARGIN = 12.0


@dataclass(frozen=True)
class Sheet:
    """Cards that are drawn together; `area` is in px, `scale` in pt per px.

    `cards` are places in the figure. `near` says that cards show all they have, not the mark and
    some words only.
    """

    title: str
    cards: tuple[int, ...]
    frames: tuple[FigureFrame, ...]
    area: Box
    scale: float
    landscape: bool
    near: bool


def sheets_of(figure: BoardFigure, room: Room = ROOMS["A4"]) -> tuple[Sheet, ...]:
    """Return one sheet where the board fits, else an overview and its parts, frame by frame."""
    boxes = tuple(boxed(card) for card in figure.cards)
    everything = tuple(range(len(boxes)))
    whole = _sheet(figure.title, everything, figure.frames, boxes, room)
    if whole.near:
        return (whole,)
    return (whole, *_parts(figure, boxes, room))


def _parts(figure: BoardFigure, boxes: Sequence[Box], room: Room) -> Iterator[Sheet]:
    left = dict.fromkeys(range(len(boxes)))
    for frame in figure.frames:
        area = Box(frame.x, frame.y, frame.width, frame.height)
        inside = [place for place in left if area.holds(boxes[place])]
        for place in inside:
            del left[place]
        yield from _tiles(frame.title or figure.title, inside, (frame,), boxes, room)
    yield from _tiles(f"{figure.title}, outside the frames", list(left), (), boxes, room)


def _tiles(
    title: str,
    places: Sequence[int],
    frames: tuple[FigureFrame, ...],
    boxes: Sequence[Box],
    room: Room,
) -> Iterator[Sheet]:
    """Yield the cards as one sheet, or halved along the widest gap until each half is legible."""
    if not places:
        return
    sheet = _sheet(title, tuple(places), frames, boxes, room, turn=bool(frames))
    if sheet.near or len(places) == 1:
        yield sheet
        return
    halves = _halves(places, boxes, room)
    for half in halves:
        yield from _tiles(title, half, (), boxes, room)


def _halves(
    places: Sequence[int], boxes: Sequence[Box], room: Room
) -> tuple[Sequence[int], Sequence[int]]:
    area = Box.around([boxes[place] for place in places])
    axis = 0 if area.width / room.portrait[0] > area.height / room.portrait[1] else 1
    ordered = sorted(places, key=lambda place: (boxes[place].centre[axis], place))
    middles = [boxes[place].centre[axis] for place in ordered]
    quarter = max(1, len(ordered) // 4)
    candidates = range(quarter, len(ordered) - quarter + 1)
    cut = max(candidates, key=lambda at: middles[at] - middles[at - 1])
    return ordered[:cut], ordered[cut:]


def _sheet(
    title: str,
    places: tuple[int, ...],
    frames: tuple[FigureFrame, ...],
    boxes: Sequence[Box],
    room: Room,
    *,
    turn: bool = True,
) -> Sheet:
    """Return the cards as one sheet; `turn` allows a page that lies on its side."""
    shown = [boxes[place] for place in places]
    shown += [Box(frame.x, frame.y, frame.width, frame.height) for frame in frames]
    area = Box.around(shown).grown(MARGIN)
    upright = min(room.portrait[0] / area.width, room.portrait[1] / area.height)
    lying = min(room.landscape[0] / area.width, room.landscape[1] / area.height)
    landscape = turn and upright < NEAR and lying > upright * WORTH
    scale = min(lying if landscape else upright, LARGEST)
    return Sheet(title, places, frames, area, scale, landscape, scale >= NEAR)
