"""What part of a painted board a change touches: two layouts in, an area out."""

from collections.abc import Iterable

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Flags, Floats, area_of
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.line_labels import with_labels

_CARDS = ("boxes", "kinds", "layers", "locked", "hidden")
_LINES = ("plain", "turns", "looks", "weights", "groups", "hidden")
_NEAREST = 0.7
"""Labels stand beside lines from about this zoom on."""
EVERYWHERE: Area = (-1e9, -1e9, 2e9, 2e9)


def changed_area(before: Layout, after: Layout, records: Iterable[str]) -> Area | None:
    """Return the area in which two layouts of a board differ, None where nothing does.

    ``records`` are those that show something else than before. Cards and lines that were added
    come last; where some are gone the rows shift, and all of the board counts as changed.
    """
    cards, lines = len(before.ids), len(before.lines.ties)
    if after.ids[:cards] != before.ids or len(after.lines.ties) < lines:
        return EVERYWHERE
    rows = [after.row_of_record[id] for id in records if id in after.row_of_record]
    shown = np.flatnonzero(_differing(before, after, _CARDS, cards))
    turned = np.flatnonzero(
        _differing(before.lines, after.lines, _LINES, lines) | _retold(before, after)
    )
    spans = [before.boxes[shown], after.boxes[shown], after.boxes[rows], after.boxes[cards:]]
    for layout in (before, after):
        spans.append(_boxes(layout.lines.reaches(turned)))
    spans.append(_boxes(after.lines.reaches(np.arange(lines, len(after.lines.ties)))))
    spans.append(_frames(before, after))
    area = area_of(np.vstack(spans))
    return with_labels(area, _NEAREST) if area is not None else None


def _retold(before: Layout, after: Layout) -> Flags:
    """Return for each of the first lines whether it says something else."""
    old, new = before.lines.ties, after.lines.ties[: len(before.lines.ties)]
    if old == new:
        return np.zeros(len(old), dtype=np.bool_)
    return np.array([one != other for one, other in zip(old, new, strict=True)], dtype=np.bool_)


def _differing(before: object, after: object, names: Iterable[str], count: int) -> Flags:
    """Return for each of the first rows whether one of these arrays holds something else."""
    found = np.zeros(count, dtype=np.bool_)
    for name in names:
        one, other = getattr(before, name)[:count], getattr(after, name)[:count]
        away = one != other
        found |= away if away.ndim == 1 else away.any(axis=1)
    return found


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
