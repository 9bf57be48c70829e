"""Putting something on the board."""

from collections.abc import Mapping

from evidence_board.ui.canvas.room import GAP
from evidence_board.ui.canvas.workspace import Act, Workspace


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


def edit(space: Workspace) -> None:
    """Edit the text of the one thing that is selected."""
    if len(space.chosen.ids) == 1:
        space.edit(space.chosen.ids[0])


INSERTING: Mapping[str, Act] = {
    "edit_text": edit,
    "paste": paste,
    "paste_words": lambda space: space.paste(words=True),
    "claim": lambda space: compose(space, "claim"),
    "source": lambda space: compose(space, "source"),
    "note": lambda space: compose(space, "note"),
}
