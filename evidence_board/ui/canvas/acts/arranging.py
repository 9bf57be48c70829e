"""Moving, locking and resizing what is selected, and what of it lies in front."""

from collections.abc import Mapping

import numpy as np

from evidence_board.commands import arranging, boards
from evidence_board.ui.canvas import placement
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import Ints
from evidence_board.ui.canvas.tools.carried import moved, moves, taken, tell_locked
from evidence_board.ui.canvas.tools.stretch import follow_text, laid, natural, widths_within
from evidence_board.ui.canvas.workspace import Act, Workspace


def nudge(space: Workspace, dx: float, dy: float) -> None:
    """Move what is selected by some px."""
    found, layout = taken(space), space.sheet.layout
    if found.nothing:
        tell_locked(space, found.staying, alone=True)
        return
    frames = {id: moved(layout.frames[id].box, (dx, dy)) for id in found.frames}
    places = layout.boxes[found.rows, :2] + (dx, dy)
    space.document.act(boards.move, moves(space, found.rows, places, frames))


def lock(space: Workspace) -> None:
    """Lock the selected cards and frames, or unlock them if all of them are locked."""
    layout, chosen = space.sheet.layout, space.chosen
    if not len(chosen.cards) and not chosen.frames:
        space.document.tell(tr("Select the cards first that shall be locked."))
        return
    ids = (*(layout.ids[row] for row in chosen.cards.tolist()), *chosen.frames)
    locked = layout.locked[chosen.cards].all() and all(
        layout.frames[id].locked for id in chosen.frames
    )
    space.document.act(arranging.lock, ids, locked=not locked)


def natural_size(space: Workspace) -> None:
    """Give the selected cards the usual width and the height of their text."""
    rows = _resizable(space)
    if len(rows):
        natural(space, rows)


def widen(space: Workspace, by: float) -> None:
    """Make the selected cards wider or narrower by a step."""
    rows = _resizable(space)
    if not len(rows):
        return
    boxes = space.sheet.layout.boxes[rows].copy()
    followed = follow_text(space, rows)
    boxes[:, 2] = widths_within(space, rows, boxes[:, 2] + by)
    boxes[followed, 3] = 0.0
    label = "Make wider" if by > 0 else "Make narrower"
    space.document.act(arranging.arrange, label, laid(space, rows, boxes))


def _resizable(space: Workspace) -> Ints:
    """Return the selected cards that are not locked, and say so where there is none."""
    rows = space.chosen.cards
    free = rows[~space.sheet.layout.locked[rows]]
    if len(rows) and not len(free):
        tell_locked(space, len(rows), alone=True)
    elif not len(rows):
        space.document.tell(tr("Select a card first to resize it."))
    return free


# What lies in front


def step(space: Workspace, *, up: bool) -> None:
    """Bring the selected cards past the nearest card that overlaps them, or send them behind it."""
    layout, rows = space.sheet.layout, space.chosen.cards
    if not _some_cards(space):
        return
    rank = layout.rank(np.arange(len(layout.ids)))
    layers = placement.restacked(layout.boxes, layout.layers, rank, rows, up=up)
    words = "Bring forward" if up else "Send backward"
    if (layers == layout.layers).all():
        space.document.tell(
            tr("No other card lies over it.") if up else tr("No other card lies under it.")
        )
    else:
        _stack(space, words, layers)


def end(space: Workspace, *, up: bool) -> None:
    """Bring the selected cards in front of all others, or behind them."""
    layout, rows = space.sheet.layout, space.chosen.cards
    if not _some_cards(space):
        return
    order = rows[np.argsort(layout.rank(rows))]
    layers = layout.layers.copy()
    others = np.delete(layers, rows)
    if len(others):
        low = int(others.max()) + 1 if up else int(others.min()) - len(rows)
        layers[order] = np.arange(low, low + len(rows))
    _stack(space, "Bring to front" if up else "Send to back", layers)


def _some_cards(space: Workspace) -> bool:
    if not len(space.chosen.cards):
        space.document.tell(tr("Select a card first. Frames lie behind all cards."))
    return bool(len(space.chosen.cards))


def _stack(space: Workspace, label: str, layers: Ints) -> None:
    layout = space.sheet.layout
    changed = np.flatnonzero(layers != layout.layers).tolist()
    space.document.act(
        arranging.stack, label, [(layout.ids[row], int(layers[row])) for row in changed]
    )


ARRANGING: Mapping[str, Act] = {
    "lock": lock,
    "natural_size": natural_size,
    "wider": lambda space: widen(space, arranging.WIDTH_STEP),
    "narrower": lambda space: widen(space, -arranging.WIDTH_STEP),
    "forward": lambda space: step(space, up=True),
    "backward": lambda space: step(space, up=False),
    "to_front": lambda space: end(space, up=True),
    "to_back": lambda space: end(space, up=False),
}
