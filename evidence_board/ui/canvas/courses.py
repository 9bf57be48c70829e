"""The courses of lines: plain curves at once, led round cards as soon as somebody looks at them."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evidence_board.ui.canvas import geometry, routing
from evidence_board.ui.canvas.geometry import NO_ROWS, Area, Flags, Floats, Ints, Spans
from evidence_board.ui.canvas.nearby import edges_of, rows_touching, touch
from evidence_board.ui.canvas.rows import differing, lengthened, roomy, shortened
from evidence_board.ui.canvas.ways import Drawn, Way

_HASTE = 48
"""How many lines are led round cards while something is dragged; more follow when it lies."""
FINEST = 16
"""In so many pieces a long line is taken, each with a box of its own."""
_OVERHANG = 60.0
"""How far out of its zone the course of a line may swing, px at 100 %."""
_NO_CURVES: Floats = np.zeros((0, 8))
_FOUND = ("_due", "_led", "_ways", "_rough", "turns")
_GIVEN = ("plain", "extents", "_reaches", "_local", "_sides", "_shares", "_nests")


@dataclass(frozen=True)
class Wires:
    """Plain curves and what they were made of: the boxes they join, sides, places on these."""

    first: Floats
    second: Floats
    sides: Ints
    shares: Floats
    nests: Floats
    plain: Floats


class Courses:
    """A course for each line, found when it is first asked for and kept while nothing near moves.

    ``plain`` are the curves that pay no heed to other cards, ``extents`` hold them, in whole px;
    ``turns`` count how often each course was given up. What ``frozen`` returns shares all that is
    found with its original until that changes. There are many lines, so numbers are kept as small
    as they may be, and only those lines that are led round cards have a way of their own.
    """

    def __init__(self, count: int) -> None:
        self.plain: Floats = np.zeros((count, 8))
        self.extents: Spans = np.zeros((count, 4), dtype=np.float32)
        self._reaches: Spans = np.zeros((count, 4), dtype=np.float32)
        self._local: Flags = np.zeros(count, dtype=np.bool_)
        self._sides: NDArray[np.int8] = np.zeros((count, 2), dtype=np.int8)
        self._shares: Spans = np.full((count, 2), 0.5, dtype=np.float32)
        self._nests: Spans = np.zeros(count, dtype=np.float32)
        self._led: Flags = np.zeros(count, dtype=np.bool_)
        self._ways: NDArray[np.object_] = np.full(count, None, dtype=np.object_)
        self._due: Flags = np.zeros(count, dtype=np.bool_)
        self._rough: Flags = np.zeros(count, dtype=np.bool_)
        self.turns: NDArray[np.int32] = np.zeros(count, dtype=np.int32)
        self._shared = False
        self.hasty = False
        self._newest: Ints = NO_ROWS
        """Lines whose courses were found in haste, but round the cards as they lie now."""

    @property
    def shares(self) -> Spans:
        """How far along the edges of their cards the plain curves begin and end."""
        return self._shares

    # What is found

    def drawn(self, rows: Ints, ends: Ints, edges: Floats) -> Drawn:
        """Return the courses of lines; ``ends`` and ``edges`` are those of `settle`."""
        self.settle(rows, ends, edges)
        curves, chains = self.plain.take(rows, axis=0), {}
        for place, way in self._led_among(rows):
            curves[place] = way.curve
            if len(way.chain) > 1:
                chains[place] = way.chain
        return Drawn(curves, chains)

    def seen_in(self, area: Area) -> Ints:
        """Return the rows of the lines whose course may touch an area, not looking for any."""
        rows = rows_touching(self._reaches, area)
        near = self._local[rows]
        held = touch(edges_of(np.array([area])), self._bounds(rows))
        found = near & (self._due[rows] | held)
        far = np.flatnonzero(~near)  # the box that holds such a line is mostly bare of it
        found[far] = geometry.may_touch(self.plain.take(rows[far], axis=0), area)
        return rows[found]

    def plain_in(self, area: Area) -> Ints:
        """Return the rows of the lines that touch an area if they run straight."""
        rows = rows_touching(self.extents, area)
        return rows[geometry.chords_touch(self.plain.take(rows, axis=0), area)]

    def reaches(self, rows: Ints) -> Floats:
        """Return for lines the left, top, right and bottom of where their courses may be."""
        return np.where(self._due[rows][:, None], self._reaches[rows], self._bounds(rows))

    def strips(self, rows: Ints) -> Floats:
        """Return boxes (x, y, width, height) that hold the courses of lines, not looking for any.

        Those of lines that run plainly are many small ones, for many reach across the board.
        """
        near = self._local[rows]
        plain = self.plain[rows[~near]]
        long = np.vstack((plain, geometry.chords(plain)))
        edges = (self.reaches(rows[near]), geometry.bounds(geometry.pieces(long, FINEST)))
        return geometry.boxes_of(np.vstack(edges))

    def spans(self, rows: Ints, ends: Ints, edges: Floats) -> Floats:
        """Return for lines the left, top, right and bottom of their courses."""
        self.settle(rows, ends, edges)
        return self._bounds(rows)

    def settle(self, rows: Ints, ends: Ints, edges: Floats) -> None:
        """Find the courses of lines that have none yet.

        ``ends`` are the rows of the cards of all lines, -1 for what is none; ``edges`` are the
        left, top, right and bottom of all cards.
        """
        due = rows[self._due[rows]]
        if not len(due) or (self.hasty and len(due) > _HASTE):
            return
        sides = self._sides[due].astype(np.int64)
        shares, nests = (one[due].astype(np.float64) for one in (self._shares, self._nests))
        plain = self.plain[due]
        joined = _boxes_joined(plain, ends[due], sides, edges)
        wiring = routing.Wiring(*joined, plain, sides, shares, nests)
        found = routing.led_round(wiring, ends[due], edges)
        for place, row in enumerate(due[found.rows].tolist()):
            chain = found.chains.get(place)
            self._ways[row] = Way.of(found.curves[place : place + 1] if chain is None else chain)
            self._led[row] = True
        if self.hasty:
            self._newest = np.concatenate((self._newest, due))
        self._rough[due] = self.hasty
        # Last: another thread that sees a line settled may use all of the above.
        self._due[due] = False

    def _led_among(self, rows: Ints) -> Iterator[tuple[int, Way]]:
        """Yield the places of those among some lines that are led round cards, and their ways."""
        for place in np.flatnonzero(self._led[rows]).tolist():
            way = self._ways[rows[place]]
            if way is not None:  # given up meanwhile
                yield place, way

    def _bounds(self, rows: Ints) -> Floats:
        """Return the left, top, right and bottom of courses, of those not found yet as if plain."""
        bounds = self.extents.take(rows, axis=0).astype(np.float64)
        for place, way in self._led_among(rows):
            bounds[place] = way.bounds
        return bounds

    # What changes

    def keep(self, rows: Ints, wires: Wires, changed: Flags) -> None:
        """Take over the plain curves of lines; ``changed`` are those whose cards changed."""
        self._own()
        at = slice(None) if len(rows) == len(self.plain) else rows
        before = self.plain[rows] if self.hasty else _NO_CURVES
        if not changed.all():
            changed = changed | differing(wires.plain, self.plain[at])
        self._sides[at], self._shares[at] = wires.sides, wires.shares
        self._nests[at], self.plain[at] = wires.nests, wires.plain
        extents = _outward(geometry.bounds(wires.plain))
        self.extents[at] = extents
        local = routing.local(wires.plain) & differing(wires.first, wires.second)
        self._local[at] = local
        self._reaches[at] = extents
        led = np.flatnonzero(local)
        zones = routing.zones(wires.first[led], wires.second[led])
        low = np.minimum(zones[:, :2] - _OVERHANG, extents[led, :2])
        high = np.maximum(zones[:, 2:] + _OVERHANG, extents[led, 2:])
        self._reaches[rows[led]] = _outward(np.hstack((low, high)))
        if self.hasty:
            changed &= ~self._shift(rows, wires.plain - before)
        self._forget(rows[changed])

    def age(self) -> None:
        """Take note that cards have moved since courses were found in haste."""
        self._newest = NO_ROWS

    def call_off(self, areas: Floats, but: Ints = NO_ROWS) -> Ints:
        """Let the lines near these areas find their courses anew, but for some; returns which."""
        if len(areas) > 32:
            areas = np.hstack((areas[:, :2].min(axis=0), areas[:, 2:].max(axis=0)))[None]
        met = np.zeros(len(self.plain), dtype=np.bool_)
        for area in areas:
            met |= touch(area, self._reaches)
        met[but] = False
        # Those not found yet too: a copy may be finding them right now, round what lay there.
        rows = np.flatnonzero(met & self._local)
        if len(rows):
            self._own()
            self._forget(rows)
        return rows

    def rest(self, areas: Floats) -> Ints:
        """Let lines that ran roughly in haste find their courses anew, and those near these areas.

        Those whose courses were found round the cards as they lie keep them. Returns their rows.
        """
        self._own()
        self.hasty = False
        newest, self._newest = self._newest, NO_ROWS
        self._rough[newest] = False
        rows = np.flatnonzero(self._rough)
        self._rough[rows] = False
        self._forget(rows)
        return np.union1d(rows, self.call_off(areas, but=newest))

    def append(self) -> None:
        """Add a line."""
        for name in (*_GIVEN, *_FOUND):
            setattr(self, name, lengthened(getattr(self, name)))
        self._ways[-1] = None

    def delete(self, row: int) -> None:
        """Remove a line; the last one takes its row."""
        self._own()
        for name in (*_GIVEN, *_FOUND):
            setattr(self, name, shortened(getattr(self, name), row))

    def frozen(self) -> "Courses":
        """Return the courses as they are now; a later change of these leaves it alone."""
        self._shared = True
        return copy(self)

    def _forget(self, rows: Ints) -> None:
        """Let lines run plainly, to be led round cards when next asked for if they are local."""
        self._led[rows], self._ways[rows] = False, None
        self._due[rows] = self._local[rows]
        self.turns[rows] += 1
        if self.hasty:
            self._rough[rows] = True

    def _shift(self, rows: Ints, shifts: Floats) -> Flags:
        """Move along the courses of lines both of whose ends move alike; say which these are."""
        alike = np.abs(shifts - np.tile(shifts[:, :2], 4)).max(axis=1, initial=0.0) < 1e-6
        alike &= ~self._due[rows]
        moved = rows[alike & shifts.any(axis=1)]
        by = shifts[alike & shifts.any(axis=1)]
        for place, way in self._led_among(moved):
            self._ways[moved[place]] = way.shifted(by[place])
        self._rough[moved] = True
        self.turns[moved] += 1
        return np.asarray(alike)

    def _own(self) -> None:
        """Part from copies; what they find meanwhile is taken over, for `_due` is copied first."""
        if self._shared:
            for name in (*_FOUND, *_GIVEN):
                setattr(self, name, roomy(getattr(self, name)))
            self._shared = False


def _boxes_joined(plain: Floats, ends: Ints, sides: Ints, edges: Floats) -> tuple[Floats, Floats]:
    """Return the edges of the boxes that lines join: cards, or a disc about a place on a line."""
    second = edges[ends[:, 1]].copy()
    onto = ends[:, 1] < 0
    spots = plain[onto, 6:] - geometry.NORMALS[sides[onto, 1]] * geometry.DISC
    second[onto] = np.hstack((spots - geometry.DISC, spots + geometry.DISC))
    return edges[ends[:, 0]], second


def _outward(edges: Floats) -> Spans:
    """Return left, top, right, bottom in whole px, which half as many bytes hold exactly."""
    rounded = np.hstack((np.floor(edges[:, :2]), np.ceil(edges[:, 2:])))
    return rounded.astype(np.float32)
