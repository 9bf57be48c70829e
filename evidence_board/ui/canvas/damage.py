"""What part of a painted board a change touches: two layouts in, boxes out."""

from collections.abc import Iterable

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Floats, Ints, area_of
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.line_labels import with_labels
from evidence_board.ui.canvas.lines import Lines
from evidence_board.ui.canvas.live import Live
from evidence_board.ui.canvas.rows import differing

_CARDS = ("boxes", "kinds", "layers", "locked", "hidden")
_LINES = ("turns", "looks", "weights", "groups", "hidden")
_NEAREST = 0.7
"""Labels stand beside lines from about this zoom on."""
_BRACKET = 40.0
"""How far a bracket may stand from its card and reach round it."""
_MOST = 400
"""Of more boxes only the one that holds them all is told."""


def changed_boxes(before: Layout, after: Layout, records: Iterable[str]) -> Floats | None:
    """Return the boxes in which two layouts of a board differ; None if it was read anew.

    ``records`` are those that show something else than before. What only has another row now
    does not count.
    """
    if not before.lines.read_as(after.lines):
        return None
    known = after.row_of_record
    told = [known[id] for id in records if id in known]
    old, new = _differing(before, after, _CARDS)
    spans = [before.boxes[old], after.boxes[new], after.boxes[told]]
    old, new = _differing(before.lines, after.lines, _LINES)
    spans += [_runs(before, old), _runs(after, new), _frames(before, after)]
    return _told(np.vstack(spans))


def lifted_boxes(live: Live, layout: Layout) -> Floats:
    """Return the boxes in which the painted board shows what is lifted off it."""
    frames = [layout.frames[id].box for id in live.lifted_frames]
    spans = (layout.boxes[live.lifted], np.array(frames).reshape(-1, 4))
    return _told(np.vstack((*spans, _runs(layout, live.lifted_lines))))


def line_boxes(layout: Layout, lines: Ints) -> Floats:
    """Return the boxes in which lines and what belongs to them are painted."""
    return _told(_runs(layout, lines))


def _told(boxes: Floats) -> Floats:
    """Return boxes with what may be painted beside them, in few numbers."""
    if len(boxes) > _MOST:
        boxes = np.array([area_of(boxes)])
    if not len(boxes):
        return boxes
    grown = with_labels((0.0, 0.0, 0.0, 0.0), _NEAREST)
    return np.asarray(boxes + grown)


def _runs(layout: Layout, lines: Ints) -> Floats:
    """Return boxes that hold lines and the brackets at their ends."""
    joined = layout.lines.ends[lines, 1][layout.lines.groups[lines] > 0]
    brackets = layout.ground()[joined[joined >= 0]]
    around = np.array((-_BRACKET, -_BRACKET, 2 * _BRACKET, 2 * _BRACKET))
    return np.vstack((layout.lines.strips(lines), brackets + around))


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
        away |= differing(getattr(before, name)[:count], getattr(after, name)[:count])
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
        same &= ~differing(getattr(before, name)[old[one]], getattr(after, name)[new[other]])
    return np.delete(old, one[same]), np.delete(new, other[same])


def _frames(before: Layout, after: Layout) -> Floats:
    spans: list[Area] = []
    for id in {*before.frames, *after.frames}:
        both = before.frames.get(id), after.frames.get(id)
        if both[0] != both[1]:
            known = [frame for frame in both if frame is not None]
            spans += [box for frame in known for box in (frame.box, frame.shown)]
    return np.array(spans, dtype=np.float64).reshape(-1, 4)
