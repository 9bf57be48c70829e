"""What a person does on the board besides dragging: one function an act, `BOARD_ACTS`."""

from collections.abc import Callable, Mapping

from evidence_board.commands import boards, removal
from evidence_board.model.board import Board
from evidence_board.ui.canvas.camera import ZOOM_STEP
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import grown
from evidence_board.ui.canvas.room import GAP
from evidence_board.ui.canvas.tools.move import carried
from evidence_board.ui.canvas.workspace import Workspace

FRAME_MARGIN, FRAME_HEAD = 16.0, 24.0
NEW_FRAME = (320.0, 208.0)


def delete(space: Workspace) -> None:
    """Remove what is selected; a card only where its record lies on another board too."""
    chosen = space.chosen
    layout = space.sheet.layout
    cards = [layout.ids[row] for row in chosen.cards.tolist()]
    elsewhere = [id for id in cards if _shown_elsewhere(space, id)]
    if elsewhere and len(elsewhere) == len(chosen.ids):
        space.document.act(removal.unpin, elsewhere)
        return
    kept = {layout.records[layout.row_of_card[id]] for id in elsewhere}
    going = tuple(id for id in chosen.ids if id not in kept)
    known = (*layout.row_of_record, *layout.lines.row_of, *layout.frames)
    going = tuple(id for id in going if id in known)
    if going and space.document.act(removal.remove, going) is not None:
        space.document.tell(_gone(space, len(going)), undo=True)


def _shown_elsewhere(space: Workspace, card_id: str) -> bool:
    """Whether the record of a card has a card on another board."""
    project = space.document.project
    record = space.sheet.layout.records[space.sheet.layout.row_of_card[card_id]]
    cards = (one for one in project.referrers(record) if one.table == "card")
    return any(one.id != card_id for one in cards)


def _gone(space: Workspace, count: int) -> str:
    label = space.document.project.undo_label
    return label or tr("{0} records deleted").format(count)


def select_all(space: Workspace) -> None:
    """Select all cards and frames."""
    layout = space.sheet.layout
    space.document.select((*layout.records, *layout.frames))


def nudge(space: Workspace, dx: float, dy: float) -> None:
    """Move what is selected by some px."""
    rows, frames = carried(space)
    layout = space.sheet.layout
    moves: list[boards.Move] = []
    for row in rows.tolist():
        x, y = layout.boxes[row, :2].tolist()
        moves.append((layout.ids[row], x + dx, y + dy))
    for id in frames:
        x, y, _, _ = layout.frames[id].box
        moves.append((id, x + dx, y + dy))
    if moves:
        space.document.act(boards.move, moves)


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


def link_selection(space: Workspace) -> None:
    """Open the menu of link types for the two selected records, from the first to the second."""
    ids = [id for id in space.chosen.ids if id in space.sheet.layout.row_of_record]
    if len(ids) != 2:
        space.document.tell(tr("Select two cards to link them: first the one that it starts from."))
        return
    boxes = space.sheet.layout.boxes[space.sheet.rows_of(ids)]
    middle = (boxes[:, :2] + boxes[:, 2:] / 2).mean(axis=0)
    spot = space.camera.viewport.to_screen(float(middle[0]), float(middle[1]))
    if not space.offer_link(ids[0], ids[1], *spot):
        space.document.tell(tr("No type of link fits between these two cards."))


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


def zoom_fit(space: Workspace) -> None:
    """Show all of the board."""
    space.camera.show_area(space.sheet.layout.area())


def zoom_selection(space: Workspace) -> None:
    """Show all that is selected."""
    area = space.chosen.area(space.sheet)
    if area is not None:
        space.camera.show_area(area)


def zoom_100(space: Workspace) -> None:
    """Zoom to 100 % about the middle of the window."""
    space.camera.zoom_by(1.0 / space.camera.viewport.zoom)


def zoom_in(space: Workspace) -> None:
    """Come nearer."""
    space.camera.zoom_by(ZOOM_STEP)


def zoom_out(space: Workspace) -> None:
    """Go farther away."""
    space.camera.zoom_by(1 / ZOOM_STEP)


def edit(space: Workspace) -> None:
    """Edit the text of the one thing that is selected."""
    if len(space.chosen.ids) == 1:
        space.edit(space.chosen.ids[0])


def board_title(space: Workspace) -> str:
    """Return the title of the board."""
    found = space.document.project.find(space.board_id)
    return found.title if isinstance(found, Board) else ""


BOARD_ACTS: Mapping[str, Callable[[Workspace], None]] = {
    "paste": paste,
    "delete": delete,
    "select_all": select_all,
    "claim": lambda space: compose(space, "claim"),
    "source": lambda space: compose(space, "source"),
    "note": lambda space: compose(space, "note"),
    "frame": frame,
    "link": link_selection,
    "zoom_in": zoom_in,
    "zoom_out": zoom_out,
    "zoom_100": zoom_100,
    "zoom_fit": zoom_fit,
    "zoom_selection": zoom_selection,
}
"""By the ids of the window's actions."""
