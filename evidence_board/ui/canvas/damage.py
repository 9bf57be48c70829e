"""What part of a painted board a change touches: two layouts in, an area out."""

from collections.abc import Iterable

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Floats, Ints, area_of
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.line_labels import with_labels
from evidence_board.ui.canvas.lines import Lines

_CARDS = ("boxes", "kinds", "layers", "locked", "hidden")
_LINES = ("plain", "turns", "looks", "weights", "groups", "hidden")
_NEAREST = 0.7
"""Labels stand beside lines from about this zoom on."""
EVERYWHERE: Area = (-1e9, -1e9, 2e9, 2e9)


def changed_area(before: Layout, after: Layout, records: Iterable[str]) -> Area | None:
    """Return the area in which two layouts of a board differ, None where nothing does.

    ``records`` are those that show something else than before. What only has another row now
    does not count.
    """
    if not before.lines.read_as(after.lines):
        return EVERYWHERE
    known = after.row_of_record
    told = [known[id] for id in records if id in known]
    old, new = _differing(before, after, _CARDS)
    spans = [before.boxes[old], after.boxes[new], after.boxes[told]]
    old, new = _differing(before.lines, after.lines, _LINES)
    spans += [_boxes(before.lines.reaches(old)), _boxes(after.lines.reaches(new))]
    spans.append(_frames(before, after))
    area = area_of(np.vstack(spans))
    return with_labels(area, _NEAREST) if area is not None else None


def _differing(
    before: Layout | Lines, after: Layout | Lines, names: Iterable[str]
) -> tuple[Ints, Ints]:
    """Return the rows of what was and of what is, where one of these arrays holds another value.

    Serials say what is the same, whatever its row; what only one side has differs.
    """
    old, new = _same(before.serials, after.serials)
    away = np.zeros(len(old), dtype=np.bool_)
    for name in names:
        differs = getattr(before, name)[old] != getattr(after, name)[new]
        away |= differs if differs.ndim == 1 else differs.any(axis=1)
    gone, come = np.ones(len(before.serials), np.bool_), np.ones(len(after.serials), np.bool_)
    gone[old[~away]] = come[new[~away]] = False
    return np.flatnonzero(gone), np.flatnonzero(come)


def _same(before: Ints, after: Ints) -> tuple[Ints, Ints]:
    """Return the rows that have the same serial before and after."""
    count = min(len(before), len(after))
    alike = before[:count] == after[:count]
    old, new = np.ones(len(before), np.bool_), np.ones(len(after), np.bool_)
    old[:count], new[:count] = ~alike, ~alike
    rows, others = np.flatnonzero(old), np.flatnonzero(new)
    _, one, other = np.intersect1d(before[rows], after[others], True, True)
    still = np.flatnonzero(alike)
    return np.concatenate((still, rows[one])), np.concatenate((still, others[other]))


def _boxes(extents: Floats) -> Floats:
    return np.hstack((extents[:, :2], extents[:, 2:] - extents[:, :2]))


def _frames(before: Layout, after: Layout) -> Floats:
    spans: list[Area] = []
    for id in {*before.frames, *after.frames}:
        both = before.frames.get(id), after.frames.get(id)
        if both[0] != both[1]:
            known = [frame for frame in both if frame is not None]
            spans += [box for frame in known for box in (frame.box, frame.shown)]
    return np.array(spans, dtype=np.float64).reshape(-1, 4)
