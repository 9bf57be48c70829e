"""How cards and frames lie on the open board, in arrays; what is seen, what is hit."""

from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import replace
from typing import Self

import numpy as np

from evidence_board.ui.canvas import folding
from evidence_board.ui.canvas.folding import FRAME_TITLE, FramePlace
from evidence_board.ui.canvas.geometry import (
    Area,
    Flags,
    Floats,
    Ints,
    area_of,
    corners,
    nearest_box,
    touching,
)
from evidence_board.ui.canvas.lines import Lines
from evidence_board.ui.canvas.places import Place, Places
from evidence_board.ui.canvas.room import free_place
from evidence_board.ui.canvas.ties import Tie, Ties

NUMBERS = ("boxes", "kinds", "layers", "locked", "serials")
"""The arrays with a row for each card."""


class Laid:
    """Cards, frames and lines of one board, a row each.

    ``boxes`` holds x, y, width, height; a row number is valid until a card is added or removed.
    ``serials`` rise in the order in which cards were added: in a row, another one is another card.
    Cards in collapsed frames keep their rows, but are neither seen nor hit.
    """

    def __init__(
        self,
        places: Places | Sequence[Place],
        frames: Iterable[FramePlace],
        ties: Ties | Sequence[Tie],
    ) -> None:
        cards = places if isinstance(places, Places) else Places.of(places)
        self.ids = cards.ids
        self.records = cards.records
        self.boxes = cards.boxes
        self.kinds = cards.kinds
        self.layers = cards.layers
        self.locked = cards.locked
        self.serials: Ints = np.arange(len(self.ids))
        self._next = len(self.ids)
        self._cards: dict[str, int] | None = None
        self._rank: Ints | None = None
        self.frames = {frame.id: frame for frame in frames}
        self._find_records()
        self.lines = Lines(ties if isinstance(ties, Ties) else Ties.of(ties), self.row_of_record)
        self._folding = folding.Folding(hosts=np.full(len(self.ids), -1, dtype=np.int64))
        self.fold(routed=False)
        self.lines.route(self.ground())

    @property
    def row_of_card(self) -> dict[str, int]:
        """The rows by the ids of the cards."""
        if self._cards is None:
            self._cards = dict(zip(self.ids, range(len(self.ids)), strict=True))
        return self._cards

    def number(self) -> None:
        """Make ready to find cards and lines by their ids, done at the latest by the first."""
        assert len(self.row_of_card) == len(self.ids)
        assert len(self.lines.row_of) == len(self.lines.ends)

    def _find_records(self) -> None:
        """Find the row of each record: of several cards that which was added first."""
        self.row_of_record = dict(zip(self.records, range(len(self.records)), strict=True))
        if len(self.row_of_record) < len(self.records):
            order = np.argsort(self.serials)[::-1].tolist()
            self.row_of_record = {self.records[row]: row for row in order}

    def _ranked(self) -> Ints:
        """Return the place of each card from back to front: by layer, then as they were added."""
        if self._rank is None:
            self._rank = np.empty(len(self.ids), dtype=np.int64)
            self._rank[np.lexsort((self.serials, self.layers))] = np.arange(len(self.ids))
        return self._rank

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
        found = self._touching(area)
        return found[np.argsort(self._ranked()[found])]

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
        found = self._touching(spot)
        return int(found[self._ranked()[found].argmax()]) if len(found) else None

    def rank(self, rows: Ints) -> Ints:
        """Return the places of cards in the order from back to front."""
        return self._ranked()[rows]

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
        shown = ~self.hidden if among is None else ~self.hidden & among
        return nearest_box(self.boxes, row, (dx, dy), shown)

    def free_place(
        self,
        size: tuple[float, float],
        near: tuple[float, float],
        *,
        gap: float = 0.0,
        but: str = "",
    ) -> tuple[float, float]:
        """Return where a card of this size covers no card and no frame's title, nearest first.

        The card of the record ``but`` is going to move.

        The full box of a collapsed frame is not free either: what lies there is hidden.
        """
        titles = [
            frame.box if frame.collapsed else (*frame.box[:3], FRAME_TITLE)
            for frame in self.frames.values()
        ]
        going = [self.row_of_record[but]] if but in self.row_of_record else []
        held = np.vstack(
            (
                np.delete(self.boxes, going, axis=0),
                np.array(titles, dtype=np.float64).reshape(-1, 4),
            )
        )
        return free_place(held, size, near, gap=gap)

    def reading_order(self) -> Ints:
        """Return the rows by place: from top to bottom in bands, in each from left to right.

        Cards in collapsed frames are left out.
        """
        order = np.lexsort((self.boxes[:, 0], np.floor(self.boxes[:, 1] / 64.0)))
        return order[~self.hidden[order]]

    def _touching(self, area: Area) -> Ints:
        """Return the rows of the cards that show and touch an area."""
        left, _, width, _ = area
        start, wide = self.boxes[:, 0], self.boxes[:, 2]
        rows = np.flatnonzero((start <= left + width) & (start + wide >= left))
        rows = rows[touching(self.boxes.take(rows, axis=0), area)]
        return rows[~self.hidden[rows]] if self._folding.bars else rows

    def still(self) -> Self:
        """Return a copy that stays as it is while the board changes, to be read in any thread.

        It has the numbers and the frames; what is found by an id is that of the present.
        """
        self._ranked()
        kept = copy(self)
        kept.lines = self.lines.frozen()
        kept.frames = self.frames.copy()
        for name in NUMBERS:
            setattr(kept, name, getattr(kept, name).copy())
        return kept
