"""Ways round cards: a line that would cross foreign cards takes the nicest course beside them.

A course is a pure function of the two boxes it joins, of the plain curve between them and of the
boxes near it, so that it is the same whatever was edited before. First other cubics are tried,
which leave or meet other sides or swing wider; then a chain of straight pieces with round corners
that follows the gaps between the cards. If all cross something, the least crossing one is taken.
"""

from dataclasses import dataclass

import numpy as np

from evidence_board.ui.canvas import corridors, geometry
from evidence_board.ui.canvas.corridors import ROOM
from evidence_board.ui.canvas.geometry import BOTTOM, LEFT, RIGHT, TOP, Flags, Floats, Ints
from evidence_board.ui.canvas.nearby import edges_of, middles_about, pairs

LONGEST = 1_280.0
"""Lines that reach farther than this, across or down, run plainly: nobody sees both their ends."""
MOST_HELD = 96
"""So do lines with more cards than this about them: there is no way round a heap."""
CLEAR, _OWN = 6.0, 2.0
_SAMPLES = 20
_NEST = 20.0
_OPPOSITE = 2


@dataclass(frozen=True)
class Wiring:
    """Lines as they run plainly, a row each.

    ``first`` and ``second`` are the edges of the boxes they join; ``sides`` and ``shares`` tell
    where on these; ``nests`` tells the places of lines between the same two, 0 for a single one.
    """

    first: Floats
    second: Floats
    plain: Floats
    sides: Ints
    shares: Floats
    nests: Floats

    def part(self, rows: Ints) -> "Wiring":
        """Return some of the lines, or some of them several times."""
        return Wiring(
            self.first[rows],
            self.second[rows],
            self.plain[rows],
            self.sides[rows],
            self.shares[rows],
            self.nests[rows],
        )


@dataclass(frozen=True)
class Course:
    """Lines to lead round boxes; ``held`` are these by their edges, ``of`` the line of each.

    Boxes of one line follow each other.
    """

    lines: Wiring
    of: Ints
    held: Floats

    def part(self, rows: Ints) -> "Course":
        """Return some of the lines."""
        numbers = np.full(len(self.lines.first), -1, dtype=np.int64)
        numbers[rows] = np.arange(len(rows))
        of = numbers[self.of]
        kept = of >= 0
        return Course(self.lines.part(rows), of[kept], self.held[kept])

    def times(self, count: int) -> "Course":
        """Return the lines so many times over."""
        lines = len(self.lines.first)
        shifts = np.repeat(np.arange(count) * lines, len(self.of))
        of = np.tile(self.of, count) + shifts
        every = np.tile(np.arange(lines), count)
        return Course(self.lines.part(every), of, np.tile(self.held, (count, 1)))


@dataclass(frozen=True)
class Found:
    """What was led round cards: which rows, their curves, chains of cubics for some places."""

    rows: Ints
    curves: Floats
    chains: dict[int, Floats]


def local(plain: Floats) -> Flags:
    """Return for each curve whether it is short enough to be led round cards."""
    away = np.abs(plain[:, 6:] - plain[:, :2])
    return np.asarray((away[:, 0] <= LONGEST) & (away[:, 1] <= LONGEST))


def zones(first: Floats, second: Floats) -> Floats:
    """Return the edges of the areas in which lines between boxes (x, y, ...) may run."""
    return _zones(edges_of(first), edges_of(second))


def led_round(lines: Wiring, ends: Ints, edges: Floats) -> Found:
    """Lead lines round cards they would cross; ``ends`` are the rows of their own cards."""
    zones = _zones(lines.first, lines.second)
    low, high = zones[:, :2].min(axis=0), zones[:, 2:].max(axis=0)
    near = np.flatnonzero(
        (edges[:, 0] <= high[0])
        & (edges[:, 2] >= low[0])
        & (edges[:, 1] <= high[1])
        & (edges[:, 3] >= low[1])
    )
    rows = np.flatnonzero(middles_about(zones, edges[near]) <= MOST_HELD)
    rows = rows[_crossing(lines.part(rows), ends[rows], edges[near], near)]
    if not len(rows):
        return Found(rows, np.zeros((0, 8)), {})
    course = _course(lines.part(rows), zones[rows], ends[rows], edges[near], near)
    return Found(rows, *led(course))


def _zones(first: Floats, second: Floats) -> Floats:
    low, high = np.minimum(first, second)[:, :2], np.maximum(first, second)[:, 2:]
    return np.hstack((low - ROOM, high + ROOM))


def _crossing(lines: Wiring, ends: Ints, edges: Floats, cards: Ints) -> Ints:
    """Return the rows of the curves that cross a card of none of their two ends."""
    one, other = _in_the_way(*pairs(_grown(geometry.bounds(lines.plain), CLEAR), edges))
    foreign = _foreign(lines, ends, one, edges[other], cards[other])
    one, other = one[foreign], other[foreign]
    return np.flatnonzero(hits(lines.plain, one, _grown(edges[other], CLEAR)))


def _in_the_way(of: Ints, boxes: Ints) -> tuple[Ints, Ints]:
    """Return pairs of lines and boxes without those of lines that run through a heap of cards."""
    few = np.bincount(of)[of] <= MOST_HELD if len(of) else np.zeros(0, dtype=np.bool_)
    return of[few], boxes[few]


def _foreign(lines: Wiring, ends: Ints, of: Ints, edges: Floats, cards: Ints) -> Flags:
    """Return whether boxes stand for cards that lines do not join; a bar stands for many."""
    foreign: Flags = (ends[of, 0] != cards) & (ends[of, 1] != cards)
    for own in (lines.first, lines.second):
        foreign &= (own[of] != edges).any(axis=1)
    return foreign


def _course(lines: Wiring, zones: Floats, ends: Ints, edges: Floats, cards: Ints) -> Course:
    """Return lines with what is in their way: all foreign cards near, and their own two boxes."""
    one, other = _in_the_way(*pairs(zones, edges))
    foreign = _foreign(lines, ends, one, edges[other], cards[other])
    one, other = one[foreign], other[foreign]
    every = np.arange(len(ends))
    of = np.concatenate((one, every, every))
    own = _grown(lines.first, -_OWN), _grown(lines.second, -_OWN)
    held = np.vstack((_grown(edges[other], CLEAR), *own))
    order = np.argsort(of, kind="stable")
    return Course(lines, of[order], held[order])


def led(course: Course) -> tuple[Floats, dict[int, Floats]]:
    """Return the curves of lines, and for those of many pieces their chains of cubics by row."""
    best = course.lines.plain.copy()
    least = hits(best, course.of, course.held)
    for ways in (_turns, _arches):
        rows = np.flatnonzero(least > 0)
        if not len(rows):
            break
        part = course.part(rows)
        curves, counts = _least_crossing(part, *ways(part))
        better = counts < least[rows]
        best[rows[better]], least[rows[better]] = curves[better], counts[better]
    return best, _through_gaps(course, best, least)


def _least_crossing(course: Course, sides: Ints, reach: Floats) -> tuple[Floats, Ints]:
    """Return the least crossing curve of each line among several, and how much it crosses.

    ``sides`` (ways, lines, 2) and ``reach`` (ways, lines) tell the ways, the nicest first.
    """
    ways, lines = reach.shape
    every = course.times(ways)
    curves = _swung(every.lines, sides.reshape(-1, 2), reach.ravel())
    counts = hits(curves, every.of, every.held).reshape(ways, lines)
    chosen = counts.argmin(axis=0)
    return curves[chosen * lines + np.arange(lines)], counts[chosen, np.arange(lines)]


def _through_gaps(course: Course, best: Floats, least: Ints) -> dict[int, Floats]:
    """Lead what still crosses boxes through the gaps between them, where that crosses fewer."""
    rows = np.flatnonzero(least > 0)
    chains: dict[int, Floats] = {}
    if not len(rows):
        return chains
    part = course.part(rows)
    for spots in corridors.ways(part.lines, part.of, part.held):
        counts = corridors.hits(spots, part.of, part.held)
        better = np.flatnonzero(counts < least[rows])
        for place, chain in zip(better.tolist(), corridors.rounded(spots[better]), strict=True):
            chains[int(rows[place])] = chain
        least[rows[better]] = counts[better]
    for row, chain in chains.items():
        best[row] = np.r_[chain[0, :4], chain[-1, 4:]]
    return chains


def hits(curves: Floats, of: Ints, held: Floats) -> Ints:
    """Return how many of its boxes each curve enters."""
    hulls = geometry.bounds(curves)[of]
    near = np.flatnonzero(((hulls[:, :2] < held[:, 2:]) & (hulls[:, 2:] > held[:, :2])).all(axis=1))
    owners, boxes = of[near], held[near][:, :, None]
    met = np.zeros(len(curves), dtype=np.bool_)
    met[owners] = True
    numbers = np.cumsum(met) - 1
    across, down = geometry.samples(curves[met], _SAMPLES)
    across, down = across[numbers[owners]], down[numbers[owners]]
    entered = (across > boxes[:, 0]) & (across < boxes[:, 2])
    entered &= (down > boxes[:, 1]) & (down < boxes[:, 3])
    return np.bincount(owners[entered.any(axis=1)], minlength=len(curves))


def _away(lines: Wiring) -> Floats:
    """Return the ways from the middles of the first boxes to those of the second."""
    apart = lines.second - lines.first
    away: Floats = (apart[:, :2] + apart[:, 2:]) / 2
    return away


def _toward(course: Course) -> tuple[Ints, Ints, Floats]:
    """Return for each line the upright and the level side that face its other card, and its gap."""
    away = _away(course.lines)
    gap = np.hypot(*(course.lines.plain[:, 6:8] - course.lines.plain[:, :2]).T)
    down = np.where(away[:, 1] >= 0, BOTTOM, TOP).astype(np.int64)
    over = np.where(away[:, 0] >= 0, RIGHT, LEFT).astype(np.int64)
    return down, over, gap


def _turns(course: Course) -> tuple[Ints, Floats]:
    """Return ways with longer or shorter handles, and from the other facing sides."""
    down, over, gap = _toward(course)
    up, back = (down + _OPPOSITE) % 4, (over + _OPPOSITE) % 4
    usual = np.clip(gap * geometry.HANDLE, geometry.SHORTEST_HANDLE, geometry.LONGEST_HANDLE)
    ways = [
        (course.lines.sides, 0.45),
        (course.lines.sides, 1.7),
        _way(down, up, 1.0),
        _way(down, up, 0.5),
    ]
    ways += [_way(over, back, 1.0), _way(over, back, 0.4), _way(down, back, 1.0)]
    ways += [_way(over, up, 1.0), _way(down, back, 1.7), _way(over, up, 1.7)]
    sides, shares = zip(*ways, strict=True)
    return np.stack(sides), usual * np.array(shares)[:, None]


def _arches(course: Course) -> tuple[Ints, Floats]:
    """Return ways that leave and meet the same side, low and high."""
    down, over, gap = _toward(course)
    up, back = (down + _OPPOSITE) % 4, (over + _OPPOSITE) % 4
    low = np.clip(gap * 0.22, 36.0, 110.0)
    ways = [_way(side, side, 1.0) for side in (up, down, over, back)]
    reach = np.stack([low] * 4 + [np.minimum(low * 1.7, 140.0)] * 4)
    return np.stack([sides for sides, _ in ways] * 2), reach


def _way(leaving: Ints, meeting: Ints, share: float) -> tuple[Ints, float]:
    return np.stack((leaving, meeting), axis=1), share


def _swung(lines: Wiring, sides: Ints, reach: Floats) -> Floats:
    """Return cubics between these sides; those of lines that run together lie in each other."""
    start, end = _placed(lines, sides)
    reach = reach + np.where(sides[:, 0] == sides[:, 1], lines.nests * _NEST, 0.0)
    first = start + geometry.NORMALS[sides[:, 0]] * reach[:, None]
    second = end + geometry.NORMALS[sides[:, 1]] * reach[:, None]
    return np.hstack((start, first, second, end))


def _placed(lines: Wiring, sides: Ints) -> tuple[Floats, Floats]:
    """Return where lines leave and meet these sides.

    On the sides of the plain curve that is its own place, which it has among the other ends; on
    others it is nearer to the other card, the farther that is the nearer to the middle.
    """
    away = _away(lines)
    own = (sides == lines.sides).all(axis=1)
    across = (sides[:, 0] + _OPPOSITE) % 4 == sides[:, 1]
    spots = []
    for end, (edges, way) in enumerate(((lines.first, away), (lines.second, -away))):
        upright = sides[:, end] % 2 == 0
        along = np.where(upright, way[:, 0], way[:, 1])
        length = np.where(upright, edges[:, 2] - edges[:, 0], edges[:, 3] - edges[:, 1])
        toward = np.sign(along) * np.clip(0.3 - np.abs(along) / 5_000, 0.08, 0.3)
        # Between opposite sides lines run beside each other, else those outside hold the others.
        outward = np.where(across, 1.0, np.where(along >= 0, -1.0, 1.0))
        share = 0.5 + toward + outward * lines.nests * _NEST / length
        share = np.where(own, lines.shares[:, end], np.clip(share, 0.06, 0.94))
        share[length <= 2 * geometry.DISC] = 0.5
        spots.append(_anchors(edges, sides[:, end], share))
    return spots[0], spots[1]


def _anchors(edges: Floats, sides: Ints, shares: Floats) -> Floats:
    return geometry.anchors(geometry.boxes_of(edges), sides, shares)


def _grown(edges: Floats, by: float) -> Floats:
    grown: Floats = edges + np.array((-by, -by, by, by))
    return grown
