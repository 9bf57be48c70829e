"""The rubber band: what it touches is selected; a mere click on empty board selects nothing.

A large catch is only shown while the band is drawn and selected at its end: lists and panels
would follow thousands of records at each move of the pointer.
"""

import numpy as np

from evidence_board.ui.canvas.geometry import Area
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.workspace import Workspace

MOST_AT_ONCE = 300
"""Up to how many records are selected while the band is drawn."""


def band(space: Workspace, press: Pointer) -> Gesture:
    """Select the cards and whole frames in a rectangle; Shift adds to what was selected."""
    before = space.document.selected
    kept = before if press.adding else ()
    done = False
    space.document.select(kept)
    try:
        while True:
            pointer = yield
            if pointer.kind == "release":
                break
            if space.live.band is not None or pointer.far_from(press):
                space.live.band = _between(press, pointer)
                _show(space, kept, space.live.band)
        if space.live.band is not None:
            space.document.select((*kept, *_caught(space, space.live.band)))
        done = True
    finally:
        space.live.band = None
        space.show_caught(None)
        if not done:
            space.document.select(before)
        space.refresh()


def _show(space: Workspace, kept: tuple[str, ...], area: Area) -> None:
    """Select what the band touches now, or only show it where it is much."""
    rows = space.sheet.layout.cards_in(area)
    if len(rows) <= MOST_AT_ONCE:
        space.show_caught(None)
        space.document.select((*kept, *_caught(space, area)))
    else:
        space.show_caught(rows)
    space.refresh()


def _between(press: Pointer, pointer: Pointer) -> Area:
    (x0, y0), (x1, y1) = press.place, pointer.place
    return min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)


def _caught(space: Workspace, area: Area) -> tuple[str, ...]:
    layout = space.sheet.layout
    cards = tuple(layout.records[row] for row in np.sort(layout.cards_in(area)))
    x, y, width, height = area
    frames = tuple(
        frame.id
        for frame in layout.shown_frames()
        if frame.shown[0] >= x
        and frame.shown[1] >= y
        and frame.shown[0] + frame.shown[2] <= x + width
        and frame.shown[1] + frame.shown[3] <= y + height
    )
    return cards + frames
