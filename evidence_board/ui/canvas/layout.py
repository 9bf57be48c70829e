"""The geometry of the open board in arrays: cards and frames; what is seen, what is hit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Flags, Floats, Ints, area_of
from evidence_board.ui.canvas.lines import Lines
from evidence_board.ui.canvas.room import free_place
from evidence_board.ui.canvas.ties import Tie

FRAME_TITLE = 32.0
"""Height of the strip of a frame by which it is taken, px at 100 %."""


@dataclass(frozen=True)
class Place:
    """A card to lay out: its id, its record, its kind as a number, its box, its layer, its lock."""

    id: str
    record: str
    kind: int
    box: Area
    layer: int = 0
    locked: bool = False


@dataclass(frozen=True)
class FramePlace:
    """A frame to lay out."""

    id: str
    box: Area
    title: str = ""
    locked: bool = False


class Layout:
    """Cards, frames and lines of one board, a row each.

    ``boxes`` holds x, y, width, height; a row number is valid until a card is added or removed.
    """

    def __init__(
        self, places: Sequence[Place], frames: Iterable[FramePlace], ties: Sequence[Tie]
    ) -> None:
        self.ids = [place.id for place in places]
        self.records = [place.record for place in places]
        self.boxes: Floats = np.array([place.box for place in places], dtype=np.float64).reshape(
            -1, 4
        )
        self.kinds: Ints = np.array([place.kind for place in places], dtype=np.int64)
        self.layers: Ints = np.array([place.layer for place in places], dtype=np.int64)
        self.locked: Flags = np.array([place.locked for place in places], dtype=np.bool_)
        self.frames = {frame.id: frame for frame in frames}
        self._number()
        self.lines = Lines(ties, self.row_of_record)
        self.lines.route(self.boxes)

    def _number(self) -> None:
        """Give rows their numbers anew and sort them from back to front."""
        self.row_of_card = {id: row for row, id in enumerate(self.ids)}
        self.row_of_record = {id: row for row, id in reversed(tuple(enumerate(self.records)))}
        self._rank: Ints = np.empty(len(self.ids), dtype=np.int64)
        self._rank[np.lexsort((np.arange(len(self.ids)), self.layers))] = np.arange(len(self.ids))

    # What is seen and hit

    def cards_in(self, area: Area) -> Ints:
        """Return the rows of the cards that touch an area, from back to front."""
        found = np.flatnonzero(_touching(self.boxes, area))
        return found[np.argsort(self._rank[found])]

    def cards_inside(self, area: Area) -> Ints:
        """Return the rows of the cards that lie wholly in an area."""
        low = (self.boxes[:, :2] >= area[:2]).all(axis=1)
        high = self.boxes[:, :2] + self.boxes[:, 2:] <= (area[0] + area[2], area[1] + area[3])
        return np.flatnonzero(low & high.all(axis=1))

    def card_at(self, x: float, y: float, margin: float = 0.0) -> int | None:
        """Return the row of the front card at a place, or None."""
        spot = (x - margin, y - margin, 2 * margin, 2 * margin)
        found = np.flatnonzero(_touching(self.boxes, spot))
        return int(found[self._rank[found].argmax()]) if len(found) else None

    def rank(self, rows: Ints) -> Ints:
        """Return the places of cards in the order from back to front."""
        return self._rank[rows]

    def frame_at(self, x: float, y: float) -> str | None:
        """Return the id of the frame whose title strip is at a place, the newest first."""
        for frame in reversed(self.frames.values()):
            left, top, width, _ = frame.box
            if left <= x <= left + width and top <= y <= top + FRAME_TITLE:
                return frame.id
        return None

    def frame_corner_at(self, x: float, y: float, reach: float) -> tuple[str, int] | None:
        """Return the frame and the corner (0 top left, clockwise) at a place, or None."""
        for frame in reversed(self.frames.values()):
            for corner, (at_x, at_y) in enumerate(corners(frame.box)):
                if abs(at_x - x) <= reach and abs(at_y - y) <= reach:
                    return frame.id, corner
        return None

    def area(self, rows: Ints | None = None) -> Area | None:
        """Return the area of these cards, or of all cards and frames."""
        if rows is not None:
            return area_of(self.boxes[rows])
        frames = np.array([frame.box for frame in self.frames.values()], dtype=np.float64)
        return area_of(np.vstack((self.boxes, frames.reshape(-1, 4))))

    def nearest(self, row: int, dx: int, dy: int) -> int | None:
        """Return the row of the nearest card in a direction, or None."""
        middles = self.boxes[:, :2] + self.boxes[:, 2:] / 2
        away = middles - middles[row]
        ahead = away[:, 0] * dx + away[:, 1] * dy
        aside = np.abs(away[:, 0] * dy) + np.abs(away[:, 1] * dx)
        cost = np.where((ahead > 1) & (ahead * 2 >= aside), ahead + 2 * aside, np.inf)
        best = int(cost.argmin())
        return best if np.isfinite(cost[best]) else None

    def free_place(
        self, size: tuple[float, float], near: tuple[float, float], *, gap: float = 0.0
    ) -> tuple[float, float]:
        """Return where a card of this size covers no card and no frame's title, nearest first."""
        titles = [(*frame.box[:3], FRAME_TITLE) for frame in self.frames.values()]
        held = np.vstack((self.boxes, np.array(titles, dtype=np.float64).reshape(-1, 4)))
        return free_place(held, size, near, gap=gap)

    def reading_order(self) -> Ints:
        """Return the rows by place: from top to bottom in bands, in each from left to right."""
        return np.lexsort((self.boxes[:, 0], np.floor(self.boxes[:, 1] / 64.0)))

    # What changes

    def move(self, rows: Ints, places: Floats) -> Ints:
        """Put cards at new top left corners; returns the lines that run anew."""
        self.boxes[rows, :2] = places
        return self.lines.reroute(self.boxes, rows)

    def resize(self, row: int, box: Area) -> Ints:
        """Give a card another box; returns the lines that run anew."""
        return self.stretch(np.array([row]), np.array([box]))

    def stretch(self, rows: Ints, boxes: Floats) -> Ints:
        """Give cards other boxes; returns the lines that run anew."""
        self.boxes[rows] = boxes
        return self.lines.reroute(self.boxes, rows)

    def put(self, place: Place) -> None:
        """Add a card, or take over all that is new of one."""
        row = self.row_of_card.get(place.id)
        if row is None:
            self.ids.append(place.id)
            self.records.append(place.record)
            self.boxes = np.vstack((self.boxes, place.box))
            self.kinds = np.append(self.kinds, place.kind)
            self.layers = np.append(self.layers, place.layer)
            self.locked = np.append(self.locked, place.locked)
            self._number()
            return
        self.kinds[row] = place.kind
        self.locked[row] = place.locked
        if self.layers[row] != place.layer:
            self.layers[row] = place.layer
            self._number()
        if tuple(self.boxes[row]) != place.box:
            self.resize(row, place.box)

    def take(self, card_id: str) -> None:
        """Remove a card; its lines must be gone by then."""
        row = self.row_of_card.get(card_id)
        if row is None:
            return
        del self.ids[row], self.records[row]
        self.boxes = np.delete(self.boxes, row, axis=0)
        self.kinds = np.delete(self.kinds, row)
        self.layers = np.delete(self.layers, row)
        self.locked = np.delete(self.locked, row)
        self._number()
        self.lines.forget_row(row)

    def put_tie(self, tie: Tie) -> Ints:
        """Draw a line, anew if it was drawn before; returns the lines that run anew."""
        before = self._ends_of(tie.id)
        self.lines.put(tie, self.row_of_record)
        return self.lines.reroute(self.boxes, np.r_[before, self._ends_of(tie.id)])

    def take_tie(self, id: str) -> None:
        """Remove a line and let the others on its cards close up."""
        rows = self._ends_of(id)
        self.lines.take(id)
        self.lines.reroute(self.boxes, rows)

    def _ends_of(self, id: str) -> Ints:
        row = self.lines.row_of.get(id)
        ends = self.lines.ends[row] if row is not None else np.zeros(0, dtype=np.int64)
        return ends[ends >= 0]


def corners(box: Area) -> tuple[tuple[float, float], ...]:
    """Return the corners of a box, top left first, clockwise."""
    left, top, width, height = box
    right, bottom = left + width, top + height
    return (left, top), (right, top), (right, bottom), (left, bottom)


def _touching(boxes: Floats, area: Area) -> Flags:
    left, top, width, height = area
    return (
        (boxes[:, 0] <= left + width)
        & (boxes[:, 1] <= top + height)
        & (boxes[:, 0] + boxes[:, 2] >= left)
        & (boxes[:, 1] + boxes[:, 3] >= top)
    )
