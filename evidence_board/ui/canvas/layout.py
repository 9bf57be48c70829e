"""The geometry of the open board in arrays: cards and frames; what is seen, what is hit."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import Self

import numpy as np

from evidence_board.ui.canvas import folding
from evidence_board.ui.canvas.folding import FRAME_TITLE, FramePlace
from evidence_board.ui.canvas.geometry import Area, Flags, Floats, Ints, area_of, touching
from evidence_board.ui.canvas.lines import Lines
from evidence_board.ui.canvas.room import free_place
from evidence_board.ui.canvas.ties import Tie


@dataclass(frozen=True)
class Place:
    """A card to lay out: its id, its record, its kind as a number, its box, its layer, its lock."""

    id: str
    record: str
    kind: int
    box: Area
    layer: int = 0
    locked: bool = False


class Layout:
    """Cards, frames and lines of one board, a row each.

    ``boxes`` holds x, y, width, height; a row number is valid until a card is added or removed.
    Cards in collapsed frames keep their rows, but are neither seen nor hit.
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
        self._folding = folding.Folding(hosts=np.full(len(self.ids), -1, dtype=np.int64))
        self.fold(routed=False)
        self.lines.route(self.ground())

    def _number(self) -> None:
        """Give rows their numbers anew and sort them from back to front."""
        self.row_of_card = {id: row for row, id in enumerate(self.ids)}
        self.row_of_record = {id: row for row, id in reversed(tuple(enumerate(self.records)))}
        self._rank: Ints = np.empty(len(self.ids), dtype=np.int64)
        self._rank[np.lexsort((np.arange(len(self.ids)), self.layers))] = np.arange(len(self.ids))

    # What collapsed frames hide

    @property
    def hidden(self) -> Flags:
        """Whether each card is hidden by a collapsed frame."""
        return self._folding.hidden

    def shown_frames(self) -> tuple[FramePlace, ...]:
        """Return the frames that show, from back to front: those inside others after them."""
        return tuple(self.frames[id] for id in self._folding.order if id in self.frames)

    def host_of(self, row: int) -> str | None:
        """Return the id of the collapsed frame that hides a card, or None."""
        host = int(self._folding.hosts[row])
        return self._folding.bars[host] if host >= 0 else None

    def ground(self) -> Floats:
        """Return the boxes that stand for the cards: their own, or the bar that hides them."""
        folded = self._folding
        if not folded.bars:
            return self.boxes
        ground = self.boxes.copy()
        for host, id in enumerate(folded.bars):
            if id in self.frames:
                ground[folded.hosts == host] = self.frames[id].shown
        return ground

    def fold(self, *, routed: bool = True) -> None:
        """Take anew which frames lie in which and what they hide, after cards or frames changed.

        ``routed`` lets the lines of cards that were or are hidden run anew.
        """
        before = self._folding
        self._folding = after = folding.folding_of(tuple(self.frames.values()), self.boxes)
        for id in before.bars:
            if id in self.frames and id not in after.bars:
                self.frames[id] = replace(self.frames[id], counts=())
        for host, id in enumerate(after.bars):
            counts = folding.counts_of(self.kinds[after.hosts == host])
            self.frames[id] = replace(self.frames[id], counts=counts)
        if before.bars or after.bars:
            self.lines.hide(after.hosts)
            if routed:
                turned = np.flatnonzero(before.hidden | after.hidden)
                self.lines.reroute(self.ground(), turned)

    # What is seen and hit

    def cards_in(self, area: Area) -> Ints:
        """Return the rows of the cards that touch an area, from back to front."""
        found = np.flatnonzero(self._touching(area))
        return found[np.argsort(self._rank[found])]

    def cards_inside(self, area: Area) -> Ints:
        """Return the rows of the cards that lie wholly in an area, hidden ones too."""
        return np.flatnonzero(folding.inside(self.boxes, area))

    def frames_inside(self, area: Area) -> tuple[str, ...]:
        """Return the ids of the frames that lie wholly in an area, hidden ones too."""
        places = tuple(self.frames.values())
        boxes = np.array([frame.box for frame in places], dtype=np.float64).reshape(-1, 4)
        return tuple(places[row].id for row in np.flatnonzero(folding.inside(boxes, area)))

    def card_at(self, x: float, y: float, margin: float = 0.0) -> int | None:
        """Return the row of the front card at a place, or None."""
        spot = (x - margin, y - margin, 2 * margin, 2 * margin)
        found = np.flatnonzero(self._touching(spot))
        return int(found[self._rank[found].argmax()]) if len(found) else None

    def rank(self, rows: Ints) -> Ints:
        """Return the places of cards in the order from back to front."""
        return self._rank[rows]

    def frame_at(self, x: float, y: float, reach: float = 0.0) -> str | None:
        """Return the id of the front frame whose bar, title strip or edge is at a place."""
        front = reversed(self.shown_frames())
        return next((frame.id for frame in front if folding.takes(frame, x, y, reach)), None)

    def chevron_at(self, x: float, y: float) -> str | None:
        """Return the id of the frame whose chevron is at a place, or None."""
        id = self.frame_at(x, y)
        left, top, _, _ = self.frames[id].shown if id is not None else (0.0, 0.0, 0.0, 0.0)
        at = left <= x <= left + folding.CHEVRON and top <= y <= top + folding.BAR[1]
        return id if at else None

    def frame_corner_at(self, x: float, y: float, reach: float) -> tuple[str, int] | None:
        """Return the frame and the corner (0 top left, clockwise) at a place, or None."""
        for frame in reversed(self.shown_frames()):
            for corner, (at_x, at_y) in enumerate(() if frame.collapsed else corners(frame.box)):
                if abs(at_x - x) <= reach and abs(at_y - y) <= reach:
                    return frame.id, corner
        return None

    def area(self, rows: Ints | None = None) -> Area | None:
        """Return the area of these cards, or of all cards and frames."""
        if rows is not None:
            return area_of(self.ground()[rows])
        frames = np.array([frame.shown for frame in self.shown_frames()], dtype=np.float64)
        return area_of(np.vstack((self.ground(), frames.reshape(-1, 4))))

    def nearest(self, row: int, dx: int, dy: int, among: Flags | None = None) -> int | None:
        """Return the row of the nearest card in a direction, or None; ``among`` limits which."""
        middles = self.boxes[:, :2] + self.boxes[:, 2:] / 2
        away = middles - middles[row]
        ahead = away[:, 0] * dx + away[:, 1] * dy
        aside = np.abs(away[:, 0] * dy) + np.abs(away[:, 1] * dx)
        there = (ahead > 1) & (ahead * 2 >= aside) & ~self.hidden
        if among is not None:
            there &= among
        cost = np.where(there, ahead + 2 * aside, np.inf)
        best = int(cost.argmin())
        return best if np.isfinite(cost[best]) else None

    def free_place(
        self, size: tuple[float, float], near: tuple[float, float], *, gap: float = 0.0
    ) -> tuple[float, float]:
        """Return where a card of this size covers no card and no frame's title, nearest first.

        The full box of a collapsed frame is not free either: what lies there is hidden.
        """
        titles = [
            frame.box if frame.collapsed else (*frame.box[:3], FRAME_TITLE)
            for frame in self.frames.values()
        ]
        held = np.vstack((self.boxes, np.array(titles, dtype=np.float64).reshape(-1, 4)))
        return free_place(held, size, near, gap=gap)

    def reading_order(self) -> Ints:
        """Return the rows by place: from top to bottom in bands, in each from left to right.

        Cards in collapsed frames are left out.
        """
        order = np.lexsort((self.boxes[:, 0], np.floor(self.boxes[:, 1] / 64.0)))
        return order[~self.hidden[order]]

    def _touching(self, area: Area) -> Flags:
        """Return for each card whether it shows and touches an area."""
        found = touching(self.boxes, area)
        return found & ~self.hidden if self._folding.bars else found

    def still(self) -> Self:
        """Return a copy that stays as it is while the board changes, to be read in any thread."""
        kept = copy(self)
        kept.lines = self.lines.frozen()
        for name, held in tuple(vars(kept).items()):
            if isinstance(held, np.ndarray | list | dict):
                setattr(kept, name, held.copy())
        return kept

    # What changes

    def move(self, rows: Ints, places: Floats, *, routed: bool = True) -> Ints:
        """Put cards at new top left corners; returns the lines that run anew, if they may."""
        self.boxes[rows, :2] = places
        return self.lines.reroute(self.ground(), rows) if routed else np.zeros(0, dtype=np.int64)

    def resize(self, row: int, box: Area) -> Ints:
        """Give a card another box; returns the lines that run anew."""
        return self.stretch(np.array([row]), np.array([box]))

    def stretch(self, rows: Ints, boxes: Floats) -> Ints:
        """Give cards other boxes; returns the lines that run anew."""
        self.boxes[rows] = boxes
        return self.lines.reroute(self.ground(), rows)

    def reroute(self, rows: Ints) -> Ints:
        """Return the lines that run anew while these cards move, without those that hide."""
        turned = self.lines.reroute(self.ground(), rows)
        return turned[~self.lines.hidden[turned]]

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
            self._host(np.append(self._folding.hosts, -1))
            self._number()
            self.lines.reroute(self.ground(), np.array([len(self.ids) - 1]))
            return
        self.kinds[row] = place.kind
        self.locked[row] = place.locked
        if self.layers[row] != place.layer:
            self.layers[row] = place.layer
            self._number()
        if tuple(self.boxes[row]) != place.box:
            self.resize(row, place.box)

    def put_all(self, places: Sequence[Place]) -> None:
        """Do as `put` for each place, but let the lines of cards that move run anew once."""
        boxes: dict[int, Area] = {}
        for place in places:
            row = self.row_of_card.get(place.id)
            if row is not None and tuple(self.boxes[row]) != place.box:
                boxes[row] = place.box
                x, y, width, height = self.boxes[row].tolist()
                self.put(replace(place, box=(x, y, width, height)))
            else:
                self.put(place)
        if boxes:
            self.stretch(np.array(list(boxes)), np.array(list(boxes.values())))

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
        self._host(np.delete(self._folding.hosts, row))
        self._number()
        self.lines.forget_row(row)

    def put_tie(self, tie: Tie) -> Ints:
        """Draw a line, anew if it was drawn before; returns the lines that run anew."""
        if self.lines.has(tie, self.row_of_record):
            return np.zeros(0, dtype=np.int64)
        before = self._ends_of(tie.id)
        self.lines.put(tie, self.row_of_record)
        return self.lines.reroute(self.ground(), np.r_[before, self._ends_of(tie.id)])

    def take_tie(self, id: str) -> None:
        """Remove a line and let the others on its cards close up."""
        rows = self._ends_of(id)
        self.lines.take(id)
        self.lines.reroute(self.ground(), rows)

    def _host(self, hosts: Ints) -> None:
        self._folding = replace(self._folding, hosts=hosts)

    def _ends_of(self, id: str) -> Ints:
        row = self.lines.row_of.get(id)
        ends = self.lines.ends[row] if row is not None else np.zeros(0, dtype=np.int64)
        return ends[ends >= 0]


def corners(box: Area) -> tuple[tuple[float, float], ...]:
    """Return the corners of a box, top left first, clockwise."""
    left, top, width, height = box
    right, bottom = left + width, top + height
    return (left, top), (right, top), (right, bottom), (left, bottom)
