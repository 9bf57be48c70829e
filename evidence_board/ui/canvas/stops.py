"""What the keyboard walks on a board and a screen reader lists: cards, and collapsed frames."""

import numpy as np

from evidence_board.ui.canvas.geometry import Area, Flags
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
