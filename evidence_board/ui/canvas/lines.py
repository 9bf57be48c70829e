"""The lines of the open board in arrays: their ends, their curves, which are seen or hit."""

from collections.abc import Mapping, Sequence
from zlib import crc32

import numpy as np

from evidence_board.ui.canvas import folding
from evidence_board.ui.canvas.geometry import Ints
from evidence_board.ui.canvas.running import Running
from evidence_board.ui.canvas.ties import LOOKS, WEIGHTS, Tie

_LOOK = {look: place for place, look in enumerate(LOOKS)}
_WEIGHT = {weight: place for place, weight in enumerate(WEIGHTS)}

_NUMBERS = ("targets", "looks", "weights", "groups", "hidden", "counts")


class Lines(Running):
    """The lines with what is told of them, a row each as in `Running`.

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
        super().__init__(
            np.array(ends, dtype=np.int64).reshape(-1, 2), np.array(targets, dtype=np.int64)
        )
        self.looks: Ints = np.array([_LOOK[tie.look] for tie in self.ties], dtype=np.int64)
        self.weights: Ints = np.array([_WEIGHT[tie.weight] for tie in self.ties], dtype=np.int64)
        self.groups: Ints = np.array([tie.group for tie in self.ties], dtype=np.int64)
        self.counts: Ints = np.ones(len(self.ties), dtype=np.int64)
        self._shared = False

    def _found(self, tie: Tie, rows: Mapping[str, int]) -> tuple[int, int, int] | None:
        """Return the rows of its two cards and of the line it ends on; None if one is missing."""
        start, end = rows.get(tie.start), rows.get(tie.end, -1)
        target = self.row_of.get(tie.end, -1) if end < 0 else -1
        if start is None or (end < 0 and target < 0):
            return None
        return start, end, target

    def _marks(self, rows: Ints) -> Ints:
        return np.array([crc32(self.ties[row].id.encode()) for row in rows], dtype=np.int64)

    def at(self, x: float, y: float, reach: float) -> int | None:
        """Return the row of the nearest selectable line within reach of a place, or None."""
        near = self.seen_in((x - reach, y - reach, 2 * reach, 2 * reach))
        near = np.array([row for row in near if self.ties[row].selectable], dtype=np.int64)
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
        if row is None or self.ties[row] != tie:
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
        self.ties[row] = tie
        self.ends[row], self.targets[row] = found[:2], found[2]
        self.looks[row], self.weights[row] = _LOOK[tie.look], _WEIGHT[tie.weight]
        self.groups[row] = tie.group

    def take(self, id: str) -> None:
        """Remove a line, and those that end on it."""
        row = self.row_of.get(id)
        if row is None:
            return
        self._own()
        for other in [self.ties[on].id for on in np.flatnonzero(self.targets == row)]:
            self.take(other)
        row = self.row_of.pop(id)
        del self.ties[row]
        self.row_of = {tie.id: place for place, tie in enumerate(self.ties)}
        self._courses.delete(row)
        self.ends = np.delete(self.ends, row, axis=0)
        for name in _NUMBERS:
            setattr(self, name, np.delete(getattr(self, name), row))
        self.targets[self.targets > row] -= 1

    def frozen(self) -> "Lines":
        """Return the lines as they are now, for another thread; later changes leave it alone."""
        self._shared = True
        return super().frozen()

    def _append(self, tie: Tie) -> int:
        row = len(self.ties)
        self.ties.append(tie)
        self.row_of[tie.id] = row
        self._courses.append()
        self.ends = np.vstack((self.ends, (0, 0)))
        for name, value in zip(_NUMBERS, (-1, 0, 0, 0, False, 1), strict=True):
            setattr(self, name, np.append(getattr(self, name), value))
        return row

    def _own(self) -> None:
        """Part from frozen copies before anything changes that they share."""
        if self._shared:
            self.ties, self.row_of = self.ties.copy(), self.row_of.copy()
            for name in ("ends", *_NUMBERS):
                setattr(self, name, getattr(self, name).copy())
            self._shared = False
