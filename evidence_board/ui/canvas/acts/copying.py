"""Copying what is selected: beside it, and by way of the clipboard."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtGui import QGuiApplication

from evidence_board.commands import arranging, board_list, clips, copying
from evidence_board.interchange.clipping import Clipping
from evidence_board.interchange.document import BadDocument
from evidence_board.model.record import Record
from evidence_board.ui.canvas import clipboard
from evidence_board.ui.canvas.acts.inserting import place_in_middle
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import area_of, snapped
from evidence_board.ui.canvas.room import GAP, STEP
from evidence_board.ui.canvas.tools.carried import taken, tell_locked
from evidence_board.ui.canvas.tools.move import tell_copied
from evidence_board.ui.canvas.workspace import Act, Workspace


def duplicate(space: Workspace) -> None:
    """Copy what is selected to free board beside it, and select the copies."""
    layout, found = space.sheet.layout, taken(space, with_locked=True)
    frames = np.array([layout.frames[id].box for id in found.frames]).reshape(-1, 4)
    area = area_of(np.vstack((layout.boxes[found.rows], frames)))
    if area is None:
        space.document.tell(tr("Select a card first to duplicate it."))
        return
    near = area[0] + area[2] + GAP, area[1]
    x, y = layout.free_place((area[2], area[3]), near, gap=GAP)
    shift = snapped(x - area[0], STEP), snapped(y - area[1], STEP)
    tell_copied(space, space.document.act(copying.duplicate, space.board_id, _ids(space), *shift))


def copy(space: Workspace) -> None:
    """Put what is selected on the clipboard."""
    ids = _ids(space)
    if not ids:
        space.document.tell(tr("Select a card first to copy it."))
        return
    clipping = space.document.act(clips.clip, space.board_id, ids)
    if clipping is not None and _put(space, clipping, _records(space, ids)):
        space.document.tell(tr("{0} copied").format(_counted(space, ids)))


def cut(space: Workspace) -> None:
    """Put what is selected on the clipboard and take it off the board; locked cards stay."""
    ids = _ids(space)
    locked = arranging.locked_among(space.document.project, ids)
    going = tuple(id for id in ids if id not in locked)
    if not going:
        tell_locked(space, len(locked), alone=True)
        return
    records, told = _records(space, going), tr("{0} cut").format(_counted(space, going))
    clipping = space.document.act(clips.clip, space.board_id, going, cut=True)
    if clipping is None or not _put(space, clipping, records):
        return
    if space.document.act(copying.cut, space.board_id, going) is not None:
        space.document.tell(told)
        tell_locked(space, len(locked), alone=False)


def show_here(space: Workspace) -> None:
    """Show the records on the clipboard on this board too, instead of copies of them."""
    mime = clipboard.present()
    if not clipboard.has_cards(mime):
        space.document.tell(tr("Copy cards first, on another board of this project."))
        return
    clipping = space.document.act(lambda _project: clipboard.unpacked(mime))
    if clipping is None:
        return
    project = space.document.project
    places = [one for one in clipboard.places_of(clipping) if project.find(one[0]) is not None]
    if not places:
        space.document.tell(tr("These cards are of another project. Paste makes copies of them."))
        return
    left, top = copying.corner(clipping)
    x, y = _corner(space, clipping)
    shown = [(id, x + at - left, y + down - top) for id, at, down in places]
    steps = project.undo_label, len(project.steps())
    space.document.act(board_list.show_on, space.board_id, shown)
    if (project.undo_label, len(project.steps())) == steps:
        space.document.tell(tr("They are on this board already."))
    space.document.select(id for id, _, _ in shown)


def _corner(space: Workspace, clipping: Clipping) -> tuple[float, float]:
    """Return where copied cards go: to the pointer, else to free board in the middle."""
    size = clipboard.extent(clipping)
    place = space.pointing.place
    if place is None:
        return place_in_middle(space, size)
    return space.sheet.layout.free_place(size, place)


def _put(space: Workspace, clipping: Clipping, records: list[Record]) -> bool:
    try:
        packed = clipboard.packed(clipping, clipboard.words_of(records))
    except BadDocument as refusal:
        space.document.problem.emit(str(refusal))
        return False
    QGuiApplication.clipboard().setMimeData(packed)
    return True


def _ids(space: Workspace) -> tuple[str, ...]:
    """Return what is selected and what lies in selected frames, in reading order."""
    layout, found = space.sheet.layout, taken(space, with_locked=True)
    boxes = layout.boxes
    rows = sorted(found.rows.tolist(), key=lambda row: (boxes[row, 1], boxes[row, 0]))
    return (*found.frames, *(layout.records[row] for row in rows))


def _counted(space: Workspace, ids: tuple[str, ...]) -> str:
    """Return how many cards and how many frames there are."""
    frames = sum(id in space.sheet.layout.frames for id in ids)
    cards = len(ids) - frames
    words = []
    if cards:
        words.append(tr("1 card") if cards == 1 else tr("{0} cards").format(cards))
    if frames:
        words.append(tr("1 frame") if frames == 1 else tr("{0} frames").format(frames))
    return tr("{0} and {1}").format(*words) if len(words) == 2 else words[0]


def _records(space: Workspace, ids: tuple[str, ...]) -> list[Record]:
    found = (space.document.project.find(id) for id in ids)
    return [record for record in found if record is not None]


COPYING: Mapping[str, Act] = {
    "duplicate": duplicate,
    "copy": copy,
    "cut": cut,
    "show_here": show_here,
}
