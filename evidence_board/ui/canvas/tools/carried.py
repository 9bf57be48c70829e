"""What a gesture takes along: the selection, what lies in its frames, and what stays locked."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from evidence_board.commands import boards
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import Area, Floats, Ints
from evidence_board.ui.canvas.workspace import Workspace


@dataclass(frozen=True)
class Taken:
    """Rows of cards and ids of frames; ``staying`` is how many of the chosen are locked."""

    rows: Ints
    frames: tuple[str, ...]
    staying: int = 0

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to take."""
        return not len(self.rows) and not self.frames


def taken(space: Workspace, *, with_locked: bool = False) -> Taken:
    """Return the selected cards and frames, and what lies wholly inside these frames."""
    layout, chosen = space.sheet.layout, space.chosen
    inner = [id for frame in chosen.frames for id in layout.frames_inside(layout.frames[frame].box)]
    frames = tuple(dict.fromkeys((*chosen.frames, *inner)))
    inside = [layout.cards_inside(layout.frames[id].box) for id in chosen.frames]
    rows = np.unique(np.concatenate([chosen.cards, *inside]))
    if with_locked:
        return Taken(rows, frames)
    free = rows[~layout.locked[rows]]
    loose = tuple(id for id in frames if not layout.frames[id].locked)
    staying = len(rows) + len(frames) - len(free) - len(loose)
    return Taken(free, loose, staying)


def tell_locked(space: Workspace, staying: int, *, alone: bool) -> None:
    """Say why locked cards stay; ``alone`` if nothing else was chosen."""
    if not staying:
        return
    if not alone:
        words = tr("1 locked card stayed.") if staying == 1 else tr("{0} locked cards stayed.")
        space.document.tell(words.format(staying))
    elif staying == 1:
        space.document.tell(tr("This card is locked. The menu Arrange unlocks it."))
    else:
        space.document.tell(tr("These cards are locked. The menu Arrange unlocks them."))


def moved(box: Area, shift: tuple[float, float]) -> Area:
    """Return a box at a distance."""
    return box[0] + shift[0], box[1] + shift[1], box[2], box[3]


def moves(
    space: Workspace, rows: Ints, places: Floats, frames: Mapping[str, Area]
) -> list[boards.Move]:
    """Return where cards and frames go, as the command takes it."""
    cards = zip(rows.tolist(), places.tolist(), strict=True)
    listed: list[boards.Move] = [(space.sheet.layout.ids[row], x, y) for row, (x, y) in cards]
    return listed + [(id, box[0], box[1]) for id, box in frames.items()]
