"""The lines of the open board in arrays: their ends, their curves, which are seen or hit."""

from collections.abc import Mapping, Sequence

import numpy as np

from evidence_board.ui.canvas import folding, geometry
from evidence_board.ui.canvas.geometry import Area, Flags, Floats, Ints
from evidence_board.ui.canvas.ties import LOOKS, WEIGHTS, Tie

_NONE: Ints = np.zeros(0, dtype=np.int64)
_DISC = 10.0
"""How far from the middle of a line one that ends on it stops, px at 100 %."""


class Lines:
    """A row for each line. ``ends`` are the rows of its cards, -1 where it ends on a line.

    ``targets`` is then the row of that line, else -1; ``curves`` and ``extents`` follow the cards.
    ``groups`` numbers linked premises. ``hidden`` ones are in collapsed frames or drawn as another
    line, which ``counts`` them.
    """

    def __init__(self, ties: Sequence[Tie], rows: Mapping[str, int]) -> None:
        self.ties: list[Tie] = []
        self.row_of: dict[str, int] = {}
        ends: list[tuple[int, int]] = []
        targets: list[int] = []
        for tie in ties:
            found = self._found(tie, rows)
            if found is not None:
                self.row_of[tie.id] = len(self.ties)
                self.ties.append(tie)
                ends.append(found[:2])
                targets.append(found[2])
        count = len(self.ties)
        self.ends: Ints = np.array(ends, dtype=np.int64).reshape(-1, 2)
        self.targets: Ints = np.array(targets, dtype=np.int64)
        self.looks: Ints = np.array([LOOKS.index(tie.look) for tie in self.ties], dtype=np.int64)
        self.weights: Ints = np.array(
            [WEIGHTS.index(tie.weight) for tie in self.ties], dtype=np.int64
        )
        self.groups: Ints = np.array([tie.group for tie in self.ties], dtype=np.int64)
        self._sides: Ints = np.zeros((count, 2), dtype=np.int64)
        self._shares: Floats = np.full((count, 2), 0.5)
        self.curves: Floats = np.zeros((count, 8))
        self.extents: Floats = np.zeros((count, 4))
        self.hidden: Flags = np.zeros(count, dtype=np.bool_)
        self.counts: Ints = np.ones(count, dtype=np.int64)

    def _found(self, tie: Tie, rows: Mapping[str, int]) -> tuple[int, int, int] | None:
        """Return the rows of its two cards and of the line it ends on; None if one is missing."""
        start, end = rows.get(tie.start), rows.get(tie.end, -1)
        target = self.row_of.get(tie.end, -1) if end < 0 else -1
        if start is None or (end < 0 and target < 0):
            return None
        return start, end, target

    # What is seen and hit

    def seen_in(self, area: Area) -> Ints:
        """Return the rows of the lines that may touch an area."""
        left, top, width, height = area
        inside = (
            (self.extents[:, 0] <= left + width)
            & (self.extents[:, 1] <= top + height)
            & (self.extents[:, 2] >= left)
            & (self.extents[:, 3] >= top)
            & ~self.hidden
        )
        return np.flatnonzero(inside)

    def at(self, x: float, y: float, reach: float) -> int | None:
        """Return the row of the nearest selectable line within reach of a place, or None."""
        near = self.seen_in((x - reach, y - reach, 2 * reach, 2 * reach))
        near = np.array([row for row in near if self.ties[row].selectable], dtype=np.int64)
        if not len(near):
            return None
        away = geometry.distances(self.curves[near], x, y)
        return int(near[away.argmin()]) if away.min() <= reach else None

    def of_cards(self, rows: Ints, cards: int) -> Ints:
        """Return the rows of the lines that start or end on one of these cards."""
        return np.flatnonzero(_either(_marked(rows, cards), self.ends))

    def middles(self, rows: Ints) -> Floats:
        """Return the middle points of lines."""
        return geometry.points_at(self.curves[rows], 0.5)

    def hide(self, hosts: Ints) -> None:
        """Hide lines in collapsed frames and draw equal ones as one; ``hosts`` of `Folding`."""
        self.hidden, self.counts = folding.merged(
            self.ends, self.targets, self.looks, self.weights, hosts
        )

    # Where they run

    def route(self, boxes: Floats) -> None:
        """Let all lines run anew."""
        self.reroute(boxes, np.arange(len(boxes)))

    def reroute(self, boxes: Floats, moved: Ints) -> Ints:
        """Let the lines of moved cards run anew, and those that share an edge with them."""
        if not len(self.ties):
            return _NONE
        cards = len(boxes)
        flags = _either(_marked(moved, cards), self.ends)
        turned = np.flatnonzero(flags & (self.targets < 0))
        self._turn(boxes, turned)
        edges = _marked(np.r_[moved, self.ends[turned].ravel()], cards)
        touched = np.flatnonzero(_either(edges, self.ends) & (self.targets < 0))
        self._share_edges(boxes, touched, edges)
        self._draw(boxes, touched)
        return self._follow(boxes, touched, flags)

    def _turn(self, boxes: Floats, rows: Ints) -> None:
        first, second = self.ends[rows].T
        self._sides[rows] = np.stack(geometry.sides(boxes[first], boxes[second]), axis=1)

    def _share_edges(self, boxes: Floats, rows: Ints, edges: Flags) -> None:
        middles = boxes[:, :2] + boxes[:, 2:] / 2
        ends = self.ends[rows]
        owners, others = ends.T.ravel(), ends[:, ::-1].T.ravel()
        due = np.flatnonzero(edges[owners])
        sides = self._sides[rows].T.ravel()
        shares = self._shares[rows].T.ravel()
        shares[due] = geometry.spread(owners[due], sides[due], middles[others[due]])
        self._shares[rows] = shares.reshape(2, -1).T

    def _draw(self, boxes: Floats, rows: Ints) -> None:
        first, second = self.ends[rows].T
        sides, shares = self._sides[rows], self._shares[rows]
        start = geometry.anchors(boxes[first], sides[:, 0], shares[:, 0])
        end = geometry.anchors(boxes[second], sides[:, 1], shares[:, 1])
        self._keep(rows, geometry.curves(start, sides[:, 0], end, sides[:, 1]))

    def _follow(self, boxes: Floats, touched: Ints, flags: Flags) -> Ints:
        """Let the lines that end on lines follow them, and those that end on these in turn."""
        onto = self.targets >= 0
        if not onto.any():
            return touched
        done = np.zeros(len(self.ties), dtype=np.bool_)
        done[touched] = True
        due = np.flatnonzero(onto & (flags | done[self.targets]))
        while len(due):
            self._draw_onto(boxes, due)
            done[due] = True
            due = np.flatnonzero(onto & done[self.targets] & ~done)
        return np.flatnonzero(done)

    def _draw_onto(self, boxes: Floats, rows: Ints) -> None:
        first = self.ends[rows, 0]
        spots = self.middles(self.targets[rows])
        points = np.hstack((spots, np.zeros_like(spots)))
        leaving, meeting = geometry.sides(boxes[first], points, np.inf)
        shares = 0.5 + 0.4 * geometry.spread(first, leaving, spots)
        start = geometry.anchors(boxes[first], leaving, shares)
        end = spots + geometry.NORMALS[meeting] * _DISC
        self._keep(rows, geometry.curves(start, leaving, end, meeting))

    def _keep(self, rows: Ints, curves: Floats) -> None:
        self.curves[rows] = curves
        self.extents[rows] = geometry.bounds(curves)

    # What changes

    def put(self, tie: Tie, rows: Mapping[str, int]) -> None:
        """Add a line or take over what is new of it; one without its ends is not drawn."""
        found = self._found(tie, rows)
        if found is None:
            self.take(tie.id)
            return
        row = self.row_of.get(tie.id)
        if row is None:
            row = self._append(tie)
        self.ties[row] = tie
        self.ends[row], self.targets[row] = found[:2], found[2]
        self.looks[row] = LOOKS.index(tie.look)
        self.weights[row] = WEIGHTS.index(tie.weight)
        self.groups[row] = tie.group

    def take(self, id: str) -> None:
        """Remove a line, and those that end on it."""
        row = self.row_of.get(id)
        if row is None:
            return
        for other in [tie.id for tie, on in zip(self.ties, self.targets, strict=True) if on == row]:
            self.take(other)
        row = self.row_of.pop(id)
        del self.ties[row]
        self.row_of = {tie.id: place for place, tie in enumerate(self.ties)}
        self._delete(row)
        self.targets[self.targets > row] -= 1

    def forget_row(self, row: int) -> None:
        """Follow the renumbering of the cards after one was removed."""
        self.ends[self.ends > row] -= 1

    def _append(self, tie: Tie) -> int:
        row = len(self.ties)
        self.ties.append(tie)
        self.row_of[tie.id] = row
        self.ends = np.vstack((self.ends, (0, 0)))
        self.targets = np.append(self.targets, -1)
        self.looks = np.append(self.looks, 0)
        self.weights = np.append(self.weights, 0)
        self.groups = np.append(self.groups, 0)
        self._sides = np.vstack((self._sides, (0, 0)))
        self._shares = np.vstack((self._shares, (0.5, 0.5)))
        self.curves = np.vstack((self.curves, np.zeros(8)))
        self.extents = np.vstack((self.extents, np.zeros(4)))
        self.hidden = np.append(self.hidden, False)
        self.counts = np.append(self.counts, 1)
        return row

    def _delete(self, row: int) -> None:
        for name in ("ends", "_sides", "_shares", "curves", "extents"):
            setattr(self, name, np.delete(getattr(self, name), row, axis=0))
        for name in ("targets", "looks", "weights", "groups", "hidden", "counts"):
            setattr(self, name, np.delete(getattr(self, name), row))


def _either(flags: Flags, ends: Ints) -> Flags:
    """Return for each pair of ends whether one of them is flagged."""
    return flags[ends[:, 0]] | flags[ends[:, 1]]


def _marked(rows: Ints, cards: int) -> Flags:
    """Return a flag per card, and a last one, never set, for the end -1."""
    flags = np.zeros(cards + 1, dtype=np.bool_)
    flags[rows] = True
    return flags
