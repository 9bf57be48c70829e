"""Lines as rows of numbers: which cards they join, where they run, which are seen."""

from abc import ABC, abstractmethod
from copy import copy
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from evidence_board.ui.canvas import geometry, wiring
from evidence_board.ui.canvas.courses import Courses, Wires
from evidence_board.ui.canvas.geometry import NO_ROWS, Area, Flags, Floats, Ints, Spans
from evidence_board.ui.canvas.nearby import edges_of
from evidence_board.ui.canvas.rows import differing, shortened
from evidence_board.ui.canvas.ways import Drawn

Self = TypeVar("Self", bound="Running")


class Running(ABC):
    """A row for each line. ``ends`` are the rows of its cards, -1 where it ends on a line.

    ``targets`` is then the row of that line, else -1. ``hidden`` lines are never seen.
    """

    def __init__(self, ends: Ints, targets: Ints) -> None:
        self.ends = ends
        self.targets = targets
        self.hidden: Flags = np.zeros(len(ends), dtype=np.bool_)
        self._courses = Courses(len(ends))
        self._edges: Floats = np.zeros((0, 4))
        self._edges_shared = False
        self._before: Floats | None = None
        self._dragged: tuple[Ints, tuple[Flags, Ints, Flags]] | None = None

    @abstractmethod
    def _marks(self, rows: Ints) -> Ints:
        """Return numbers that follow from the ids of lines."""

    @property
    def plain(self) -> Floats:
        """The curves as they run where no card is in the way, whether one is or not."""
        return self._courses.plain

    @property
    def extents(self) -> Spans:
        """The left, top, right and bottom of the plain curves, in whole px."""
        return self._courses.extents

    @property
    def turns(self) -> NDArray[np.int32]:
        """How often the course of each line was given up."""
        return self._courses.turns

    @property
    def curves(self) -> "Curves":
        """The curve of each line, found when it is asked for."""
        return Curves(self)

    # What is seen

    def seen_in(self, area: Area, *, straight: bool = False) -> Ints:
        """Return the rows of the lines that may touch an area, ``straight`` if drawn so."""
        rows = self._courses.plain_in(area) if straight else self._courses.seen_in(area)
        return rows[~self.hidden[rows]]

    def of_cards(self, rows: Ints, cards: int) -> Ints:
        """Return the rows of the lines that start or end on one of these cards."""
        return np.flatnonzero(_either(_marked(rows, cards), self.ends))

    def drawn(self, rows: Ints) -> Drawn:
        """Return the courses of lines."""
        return self._courses.drawn(rows, self.ends, self._edges)

    def spans(self, rows: Ints) -> Floats:
        """Return for lines the left, top, right and bottom of their courses."""
        return self._courses.spans(rows, self.ends, self._edges)

    def reaches(self, rows: Ints) -> Floats:
        """Return for lines the edges of the areas in which they run, roughly if unknown."""
        return self._courses.reaches(rows)

    def strips(self, rows: Ints) -> Floats:
        """Return boxes that together hold the courses of lines, roughly if unknown."""
        return self._courses.strips(rows)

    def middles(self, rows: Ints) -> Floats:
        """Return the middle points of lines."""
        drawn = self.drawn(rows)
        spots = geometry.points_at(drawn.curves, 0.5)
        for place, chain in drawn.chains.items():
            spots[place] = geometry.halfway(chain)
        return spots

    def distances(self, rows: Ints, x: float, y: float) -> Floats:
        """Return how far lines pass from a place."""
        drawn = self.drawn(rows)
        away = geometry.distances(drawn.curves, x, y)
        for place, chain in drawn.chains.items():
            away[place] = geometry.distances(chain, x, y).min()
        return away

    # Where they run

    def route(self, boxes: Floats) -> None:
        """Let all lines run anew."""
        self._edges = np.zeros((0, 4))
        self.reroute(boxes, np.arange(len(boxes)))

    def reroute(self, boxes: Floats, moved: Ints) -> Ints:
        """Let the lines run anew that moved or new cards concern; returns their rows.

        These are their own lines, those that share an edge with one of them, and those near
        whose courses the cards were or are now.
        """
        near = self._take_over(boxes, moved)
        flags, touched, edges = self._concerned(moved, len(boxes))
        if len(touched):
            self._courses.keep(touched, self._wires(boxes, touched, edges), flags[touched])
        done = np.zeros(len(self.ends) + 1, dtype=np.bool_)
        done[touched] = done[near] = True
        return self._follow(done, flags)

    def _concerned(self, moved: Ints, cards: int) -> tuple[Flags, Ints, Flags]:
        """Return which lines are of these cards, all that share an edge of a card, and its cards.

        What is dragged concerns the same lines in each frame.
        """
        known = self._dragged
        if known is not None and self._before is not None and np.array_equal(known[0], moved):
            return known[1]
        flags = _either(_marked(moved, cards), self.ends)
        turned = np.flatnonzero(flags & (self.targets < 0))
        edges = _marked(np.concatenate((moved, self.ends[turned].ravel())), cards)
        touched = np.flatnonzero(_either(edges, self.ends) & (self.targets < 0))
        found = flags, touched, edges
        self._dragged = (moved, found) if self._before is not None else None
        return found

    def hold(self) -> None:
        """Until `rest`, follow what is dragged in haste, and leave lines of other cards alone."""
        if self._before is None:
            self._before, self._edges_shared = self._edges, True
            self._courses.hasty = True

    def rest(self) -> Ints:
        """Let all that a drag concerned run as if it had always lain there; returns the lines."""
        before, self._before, self._dragged = self._before, None, None
        if before is None:
            return NO_ROWS
        moved = np.flatnonzero(differing(before, self._edges))
        anew = self._courses.rest(np.vstack((before[moved], self._edges[moved])))
        done = np.zeros(len(self.ends) + 1, dtype=np.bool_)
        done[anew] = True
        return self._follow(done, np.zeros(len(self.ends), dtype=np.bool_))

    def forget_row(self, row: int) -> None:
        """Follow the removal of a card whose lines are gone; the last card takes its row."""
        near = self._courses.call_off(self._edges[row : row + 1])
        last = len(self._edges) - 1
        self._edges, self._edges_shared = shortened(self._edges.copy(), row), False
        self._renumber(last, row)
        done = np.zeros(len(self.ends) + 1, dtype=np.bool_)
        done[near] = True
        self._follow(done, np.zeros(len(self.ends), dtype=np.bool_))

    @abstractmethod
    def _renumber(self, card: int, row: int) -> None:
        """Let the lines of a card lead to another row."""

    def frozen(self: Self) -> Self:
        """Return the lines as they are now, for another thread; later changes leave it alone.

        Courses that either side finds meanwhile are known to both.
        """
        self._edges_shared = True
        still = copy(self)
        still._courses = self._courses.frozen()
        return still

    def _take_over(self, boxes: Floats, moved: Ints) -> Ints:
        """Take note of the boxes of cards; returns the lines that run near those that changed."""
        before = self._edges
        if len(before) != len(boxes):
            self._edges, self._edges_shared = edges_of(boxes), False
        if not len(before):
            return NO_ROWS
        old = moved[moved < len(before)]
        then, now = before[old], edges_of(boxes[old])
        differs = differing(then, now)
        if differs.any():
            self._courses.age()
        if len(before) == len(boxes) and differs.any():
            if self._edges_shared:
                self._edges, self._edges_shared = before.copy(), False
            self._edges[old] = now
        if self._before is not None:
            return NO_ROWS
        changed = (then[differs], now[differs], self._edges[len(before) :])
        return self._courses.call_off(np.concatenate(changed))

    def _wires(self, boxes: Floats, rows: Ints, edges: Flags) -> Wires:
        """Return the plain curves of lines; their ends on the flagged cards are spread anew."""
        ends = self.ends[rows]
        # By `take`, which is several times as quick as an index for rows of few numbers.
        first, second = (boxes.take(ends[:, end], axis=0) for end in (0, 1))
        sides = np.stack(geometry.sides(first, second), axis=1)
        owners, others = ends.T.ravel(), ends[:, ::-1].T.ravel()
        due = np.flatnonzero(edges[owners])
        lines = np.concatenate((rows, rows))[due]
        far = boxes.take(others[due], axis=0)
        shares = self._courses.shares.take(rows, axis=0).T.ravel()
        shares[due] = wiring.shares(
            owners[due],
            sides.T.ravel()[due],
            far[:, :2] + far[:, 2:] / 2,
            lambda at: self._marks(lines[at]),
        )
        places = shares.reshape(2, -1).T.astype(np.float64)
        nests = wiring.nests(ends, lambda at: self._marks(rows[at]))
        plain = wiring.plain(first, second, sides, places, nests)
        loops = np.flatnonzero(ends[:, 0] == ends[:, 1])
        if len(loops):
            plain[loops] = wiring.loops(first[loops], nests[loops])
        return Wires(first, second, sides, places, nests, plain)

    def _follow(self, done: Flags, moved: Flags) -> Ints:
        """Let the lines that end on lines follow them, and those that end on these in turn.

        ``done`` flags lines that ran anew, its last stands for none; ``moved`` whose card moved.
        """
        onto = self.targets >= 0
        if onto.any():
            due = np.flatnonzero(onto & (done[self.targets] | moved | done[:-1]))
            while len(due):
                self._keep_onto(due)
                done[due] = True
                due = np.flatnonzero(onto & done[self.targets] & ~done[:-1])
        return np.flatnonzero(done[:-1])

    def _keep_onto(self, rows: Ints) -> None:
        spots = self.middles(self.targets[rows])
        edges = self._edges[self.ends[rows, 0]]
        first = geometry.boxes_of(edges)
        points = np.hstack((spots, np.zeros_like(spots)))
        sides = np.stack(geometry.sides(first, points, np.inf), axis=1)
        plain, leaving = wiring.onto(first, spots, sides)
        shares = np.stack((leaving, np.full(len(rows), 0.5)), axis=1)
        disc = np.hstack((spots - geometry.DISC, np.full_like(spots, 2 * geometry.DISC)))
        wires = Wires(first, disc, sides, shares, np.zeros(len(rows)), plain)
        self._courses.keep(rows, wires, np.ones(len(rows), dtype=np.bool_))


@dataclass(frozen=True)
class Curves:
    """The curves of lines, found when asked for; one of many pieces by its ends and handles."""

    lines: Running

    def __getitem__(self, index: int | slice | Ints | tuple[int | Ints, int | slice]) -> Floats:
        rows, columns = index if isinstance(index, tuple) else (index, slice(None))
        chosen = np.arange(len(self.lines.ends))[rows]
        curves = self.lines.drawn(np.atleast_1d(chosen)).curves
        found: Floats = curves[:, columns] if np.ndim(chosen) else curves[0, columns]
        return found


def _either(flags: Flags, ends: Ints) -> Flags:
    """Return for each pair of ends whether one of them is flagged."""
    return flags[ends[:, 0]] | flags[ends[:, 1]]


def _marked(rows: Ints, cards: int) -> Flags:
    """Return a flag per card, and a last one, never set, for the end -1."""
    flags = np.zeros(cards + 1, dtype=np.bool_)
    flags[rows] = True
    return flags
