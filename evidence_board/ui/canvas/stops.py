"""What the keyboard walks on a board and a screen reader lists: cards, bars of frames, lines."""

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Flags, nearest_box
from evidence_board.ui.canvas.layout import Layout

_BAND = 64.0


def stops(layout: Layout, reached: Flags | None = None) -> list[str]:
    """Return the ids of records and collapsed frames by place, as `Layout.reading_order` does.

    ``reached`` are the cards in focus; while others are dimmed, frames are left out.
    """
    rows = layout.reading_order()
    if reached is not None:
        rows = rows[reached[rows]]
    records = [layout.records[row] for row in rows.tolist()]
    bars = [frame for frame in layout.shown_frames() if frame.collapsed and reached is None]
    if not bars:
        return records
    corners = np.vstack((layout.boxes[rows, :2], [frame.shown[:2] for frame in bars]))
    ids = records + [frame.id for frame in bars]
    return [ids[place] for place in np.lexsort((corners[:, 0], np.floor(corners[:, 1] / _BAND)))]


def stop_beside(
    layout: Layout, here: str, dx: int, dy: int, reached: Flags | None = None
) -> str | None:
    """Return the nearest card or collapsed frame in a direction, as `Layout.nearest` weighs it."""
    frames = [] if reached is not None else layout.shown_frames()
    bars = [frame for frame in frames if frame.collapsed]
    boxes = np.vstack((layout.boxes, np.array([one.shown for one in bars]).reshape(-1, 4)))
    shown = ~layout.hidden if reached is None else ~layout.hidden & reached
    among = np.r_[shown, np.ones(len(bars), dtype=np.bool_)]
    ids = [frame.id for frame in bars]
    if here in ids:
        start = len(layout.boxes) + ids.index(here)
    elif here in layout.row_of_record:
        start = layout.row_of_record[here]
    else:
        return None
    found = nearest_box(boxes, start, (dx, dy), among)
    if found is None:
        return None
    return layout.records[found] if found < len(layout.boxes) else ids[found - len(layout.boxes)]


def line_stops(layout: Layout) -> list[str]:
    """Return the ids of the lines that show and can be picked, by the places of their ends."""
    lines = layout.lines
    rank = np.zeros(len(layout.ids) + 1, dtype=np.int64)
    rank[:-1][layout.reading_order()] = np.arange(1, len(layout.reading_order()) + 1)
    picked = np.array([tie.selectable for tie in lines.ties], dtype=np.bool_)
    rows = np.flatnonzero(picked & ~lines.hidden) if len(picked) else np.zeros(0, dtype=np.int64)
    starts, ends = rank[lines.ends[rows, 0]], rank[lines.ends[rows, 1]]
    return [lines.ties[row].id for row in rows[np.lexsort((rows, ends, starts))].tolist()]


def box_of_stop(layout: Layout, id: str) -> Area | None:
    """Return where a stop shows, None for what is no stop."""
    if id in layout.frames:
        frame = layout.frames[id]
        return frame.shown if frame.collapsed else None
    row = layout.row_of_record.get(id)
    if row is None or layout.hidden[row]:
        return None
    x, y, width, height = layout.boxes[row].tolist()
    return x, y, width, height
