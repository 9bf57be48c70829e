"""What part of a painted board a change touches: two layouts in, an area out."""

from collections.abc import Iterable

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Floats, Ints, area_of
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.line_labels import with_labels
from evidence_board.ui.canvas.lines import Lines

_CARDS = ("boxes", "kinds", "layers", "locked", "hidden")
_LINES = ("turns", "looks", "weights", "groups", "hidden")
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
    count = min(len(before.serials), len(after.serials))
    moved = before.serials[:count] != after.serials[:count]
    away = moved.copy()
    for name in names:
        differs = getattr(before, name)[:count] != getattr(after, name)[:count]
        away |= differs if differs.ndim == 1 else differs.any(axis=1)
    one, other = np.flatnonzero(away), np.flatnonzero(away)
    if moved.any() or len(before.serials) != len(after.serials):
        old = np.concatenate((one, np.arange(count, len(before.serials))))
        new = np.concatenate((other, np.arange(count, len(after.serials))))
        return _without_renumbered(before, after, names, (old, new))
    return one, other


def _without_renumbered(
    before: Layout | Lines, after: Layout | Lines, names: Iterable[str], rows: tuple[Ints, Ints]
) -> tuple[Ints, Ints]:
    """Return rows that differ without those in which something only has another row now."""
    old, new = rows
    _, one, other = np.intersect1d(before.serials[old], after.serials[new], True, True)
    same = np.ones(len(one), dtype=np.bool_)
    for name in names:
        alike = getattr(before, name)[old[one]] == getattr(after, name)[new[other]]
        same &= alike if alike.ndim == 1 else alike.all(axis=1)
    return np.delete(old, one[same]), np.delete(new, other[same])


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
