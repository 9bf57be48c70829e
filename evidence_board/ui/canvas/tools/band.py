"""The rubber band: what it touches is selected; a mere click on empty board selects nothing."""

import numpy as np

from evidence_board.ui.canvas.geometry import Area
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.workspace import Workspace


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
                space.document.select((*kept, *_caught(space, space.live.band)))
                space.refresh()
        done = True
    finally:
        space.live.band = None
        if not done:
            space.document.select(before)
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
