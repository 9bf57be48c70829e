"""The lines of the open board in arrays: their ends, their curves, which are seen or hit."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from evidence_board.ui.canvas import folding
from evidence_board.ui.canvas.geometry import Flags, Ints
from evidence_board.ui.canvas.reading_ties import rows_in
from evidence_board.ui.canvas.rows import lengthened, roomy, shortened
from evidence_board.ui.canvas.running import Running
from evidence_board.ui.canvas.ties import KINDS, LOOKS, WEIGHTS, Tie, Ties

_LOOK = {look: place for place, look in enumerate(LOOKS)}
_WEIGHT = {weight: place for place, weight in enumerate(WEIGHTS)}
_REMARK = KINDS.index("remark")

_WORDS = 5
"""So many times eight letters of an id count."""
_MIX = np.uint64(0x9E3779B97F4A7C15)

_NUMBERS = (
    *("ends", "targets", "kinds", "looks", "weights", "groups"),
    *("hidden", "counts", "serials"),
)


class Lines(Running):
    """The lines with what is told of them, a row each as in `Running`.

    ``groups`` numbers linked premises. ``hidden`` ones are in collapsed frames or drawn as another
    line, which ``counts`` them. ``serials`` are numbers of what was put: a row has another one as
    soon as it holds another line, or one that says something else.
    """

    def __init__(self, ties: Ties, rows: Mapping[str, int]) -> None:
        self._read = ties
        self._put: dict[int, Tie] = {}
        self._rows: dict[str, int] | None = None
        joins = ties.joins
        if joins is None:
            joins = np.stack((rows_in(rows, ties.starts), rows_in(rows, ties.ends)), axis=1)
        starts, ends = joins[:, 0], joins[:, 1]
        targets: Ints = np.full(len(ties), -1, dtype=np.int64)
        kept = (starts >= 0) & (ends >= 0)
        self.serials: Ints = np.arange(len(ties))
        if not kept.all():
            self._find_targets(targets, starts >= 0, kept)
            self.serials = np.flatnonzero(kept)
        own = self.serials
        super().__init__(joins[own], targets[own])
        self.kinds: Ints = ties.kinds[own]
        self.looks: Ints = ties.looks[own]
        self.weights: Ints = ties.weights[own]
        self.groups: Ints = ties.groups[own]
        self.counts: Ints = np.ones(len(own), dtype=np.int64)
        self._shared = False

    def _find_targets(self, targets: Ints, started: Flags, kept: Flags) -> None:
        """Keep the lines that end on others, also on such as do so themselves."""
        ids, ends = self._read.ids, self._read.ends
        known = {ids[one] for one in np.flatnonzero(kept).tolist()}
        left = late = np.flatnonzero(started & ~kept).tolist()
        while found := [one for one in left if ends[one] in known]:
            known.update(ids[one] for one in found)
            kept[found] = True
            left = [one for one in left if not kept[one]]
        rows = {ids[one]: row for row, one in enumerate(np.flatnonzero(kept).tolist())}
        for one in late:
            targets[one] = rows.get(ends[one], -1) if kept[one] else -1

    @property
    def row_of(self) -> dict[str, int]:
        """The rows by the ids of the records that the lines show."""
        if self._rows is None:
            untouched = not self._put and len(self.serials) == len(self._read)
            ids = self._read.ids if untouched else self.ids()
            self._rows = dict(zip(ids, range(len(ids)), strict=True))
        return self._rows

    @property
    def ties(self) -> "Rowed":
        """The lines themselves, each made when it is asked for."""
        return Rowed(self)

    def tie(self, row: int) -> Tie:
        """Return the line in a row."""
        serial = int(self.serials[row])
        if serial < len(self._read):
            return self._read.tie(serial)
        return self._put[serial]

    def read_as(self, other: "Lines") -> bool:
        """Whether these lines and others are of one reading, so that their serials compare."""
        return self._read is other._read

    def ids(self, rows: Ints | None = None) -> list[str]:
        """Return the ids of lines, or of all."""
        serials = self.serials if rows is None else self.serials[rows]
        read, put = self._read.ids, self._put
        first = len(read)
        return [read[one] if one < first else put[one].id for one in serials.tolist()]

    def _found(self, tie: Tie, rows: Mapping[str, int]) -> tuple[int, int, int] | None:
        """Return the rows of its two cards and of the line it ends on; None if one is missing."""
        start, end = rows.get(tie.start), rows.get(tie.end, -1)
        target = self.row_of.get(tie.end, -1) if end < 0 else -1
        if start is None or (end < 0 and target < 0):
            return None
        return start, end, target

    def _marks(self, rows: Ints) -> Ints:
        return marks_of(self.ids(rows))

    def at(self, x: float, y: float, reach: float) -> int | None:
        """Return the row of the nearest selectable line within reach of a place, or None."""
        near = self.seen_in((x - reach, y - reach, 2 * reach, 2 * reach))
        near = near[self.kinds[near] != _REMARK]
        if not len(near):
            return None
        away = self.distances(near, x, y)
        return int(near[away.argmin()]) if away.min() <= reach else None

    def hide(self, hosts: Ints) -> None:
        """Hide lines in collapsed frames and draw equal ones as one; ``hosts`` of `Folding`."""
        self.hidden, self.counts = folding.merged(
            self.ends, self.targets, self.looks, self.weights, hosts
        )

    # What changes

    def has(self, tie: Tie, rows: Mapping[str, int]) -> bool:
        """Whether a line is there just as it would be put."""
        row = self.row_of.get(tie.id)
        if row is None or self.tie(row) != tie:
            return False
        return self._found(tie, rows) == (*self.ends[row].tolist(), int(self.targets[row]))

    def put(self, tie: Tie, rows: Mapping[str, int]) -> None:
        """Add a line or take over what is new of it; one without its ends is not drawn."""
        found = self._found(tie, rows)
        if found is None:
            self.take(tie.id)
            return
        self._own()
        row = self.row_of.get(tie.id)
        if row is None:
            row = self._append(tie)
        self.serials[row] = serial = len(self._read) + len(self._put)
        self._put[serial] = tie
        self.ends[row], self.targets[row] = found[:2], found[2]
        self.kinds[row], self.looks[row] = KINDS.index(tie.kind), _LOOK[tie.look]
        self.weights[row], self.groups[row] = _WEIGHT[tie.weight], tie.group

    def take(self, id: str) -> None:
        """Remove a line, and those that end on it; the last line takes its row."""
        row = self.row_of.get(id)
        if row is None:
            return
        self._own()
        for other in self.ids(np.flatnonzero(self.targets == row)):
            self.take(other)
        row, last = self.row_of.pop(id), len(self.ends) - 1
        if row != last:
            self.row_of[self.tie(last).id] = row
        self._courses.delete(row)
        for name in _NUMBERS:
            setattr(self, name, shortened(getattr(self, name), row))
        self.targets[self.targets == last] = row

    def frozen(self) -> "Lines":
        """Return the lines as they are now, for another thread; later changes leave it alone."""
        self._shared = True
        return super().frozen()

    def _renumber(self, card: int, row: int) -> None:
        self._own()
        self.ends[self.ends == card] = row

    def _append(self, tie: Tie) -> int:
        row = len(self.ends)
        self.row_of[tie.id] = row
        self._courses.append()
        for name in _NUMBERS:
            setattr(self, name, lengthened(getattr(self, name)))
        self.counts[row] = 1
        return row

    def _own(self) -> None:
        """Part from frozen copies before anything changes that they share."""
        self._dragged = None
        if self._shared:
            for name in _NUMBERS:
                setattr(self, name, roomy(getattr(self, name)))
            self._shared = False


def marks_of(ids: Sequence[str]) -> Ints:
    """Return numbers that follow from ids, as good as any for putting lines in order."""
    kept = np.array([id.encode() for id in ids], dtype=f"S{8 * _WORDS}")
    words = kept.view(np.uint64).reshape(-1, _WORDS)
    mixed = np.zeros(len(ids), dtype=np.uint64)
    for place in range(_WORDS):
        mixed = (mixed ^ words[:, place]) * _MIX
        mixed ^= mixed >> np.uint64(29)
    return (mixed >> np.uint64(1)).astype(np.int64)


class Rowed(Sequence[Tie]):
    """The lines by their rows, made when somebody asks for one."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines.ends)

    def __iter__(self) -> Iterator[Tie]:
        """Yield all lines."""
        return map(self._lines.tie, range(len(self)))

    def __getitem__(self, row: int) -> Tie:  # type: ignore[override]  # no slices of them
        """Return the line in a row."""
        return self._lines.tie(int(row))
