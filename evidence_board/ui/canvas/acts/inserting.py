"""Putting something on the board."""

from collections.abc import Mapping

from evidence_board.commands import boards
from evidence_board.ui.canvas.geometry import grown
from evidence_board.ui.canvas.room import GAP
from evidence_board.ui.canvas.workspace import Act, Workspace

FRAME_MARGIN, FRAME_HEAD = 16.0, 24.0
NEW_FRAME = (320.0, 208.0)


def compose(space: Workspace, kind: str) -> None:
    """Open an empty card where there is room for it."""
    space.compose(kind, None)


def place_for(space: Workspace, size: tuple[float, float]) -> tuple[float, float]:
    """Return free board for a new card: beside what is selected, or in the middle of the view."""
    beside = space.sheet.layout.area(space.chosen.cards)
    if beside is None:
        return place_in_middle(space, size)
    near = beside[0] + beside[2] + GAP, beside[1]
    return space.sheet.layout.free_place(size, near, gap=GAP)


def place_in_middle(space: Workspace, size: tuple[float, float]) -> tuple[float, float]:
    """Return free board of a size, as near to the middle of the view as can be."""
    x, y, width, height = space.camera.viewport.area
    near = x + (width - size[0]) / 2, y + (height - size[1]) / 2
    return space.sheet.layout.free_place(size, near, gap=GAP)


def paste(space: Workspace) -> None:
    """Take what is on the clipboard, as if it were dropped."""
    space.paste()


def frame(space: Workspace) -> None:
    """Draw a frame round the selected cards, or in the middle of the window."""
    area = space.sheet.layout.area(space.chosen.cards)
    if area is None:
        x, y, width, height = space.camera.viewport.area
        left, top = x + (width - NEW_FRAME[0]) / 2, y + (height - NEW_FRAME[1]) / 2
        box = (round(left / 8) * 8.0, round(top / 8) * 8.0, *NEW_FRAME)
    else:
        left, top, width, height = grown(area, FRAME_MARGIN)
        box = (left, top - FRAME_HEAD, width, height + FRAME_HEAD)
    made = space.document.act(boards.frame, space.board_id, *box)
    if made is not None:
        space.document.select((made.id,))
        space.edit(made.id)


def edit(space: Workspace) -> None:
    """Edit the text of the one thing that is selected."""
    if len(space.chosen.ids) == 1:
        space.edit(space.chosen.ids[0])


INSERTING: Mapping[str, Act] = {
    "paste": paste,
    "claim": lambda space: compose(space, "claim"),
    "source": lambda space: compose(space, "source"),
    "note": lambda space: compose(space, "note"),
    "frame": frame,
}
