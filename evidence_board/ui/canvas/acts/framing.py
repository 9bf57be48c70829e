"""Frames round what is selected: drawn, dissolved, collapsed and expanded."""

from collections.abc import Container, Mapping, Sequence

import numpy as np

from evidence_board.commands import boards, frames
from evidence_board.project.project import Project
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import Area, area_of, grown
from evidence_board.ui.canvas.workspace import Act, Workspace

FRAME_MARGIN, FRAME_HEAD = 16.0, 24.0
NEW_FRAME = (320.0, 208.0)


def frame(space: Workspace) -> None:
    """Draw a frame round what is selected, or in the middle of the window."""
    area = _selected_area(space)
    if area is None:
        x, y, width, height = space.camera.viewport.area
        left, top = x + (width - NEW_FRAME[0]) / 2, y + (height - NEW_FRAME[1]) / 2
        _draw(space, (round(left / 8) * 8.0, round(top / 8) * 8.0, *NEW_FRAME))
    else:
        _draw(space, _round(area))


def group(space: Workspace) -> None:
    """Draw a frame round what is selected."""
    area = _selected_area(space)
    if area is None:
        space.document.tell(tr("Select the cards first that the frame shall hold."))
    else:
        _draw(space, _round(area))


def ungroup(space: Workspace) -> None:
    """Take frames away and leave what is in them."""
    meant = meant_frames(space)
    if not meant:
        space.document.tell(tr("Select a frame first. What is in it will stay."))
        return
    held = [id for one in meant for id in _records_in(space, one)]
    space.document.act(frames.dissolve, meant)
    space.document.select(held)


def fold(space: Workspace) -> None:
    """Collapse the frames that are meant, or expand them if all of them are collapsed."""
    meant = meant_frames(space)
    if meant:
        toggle(space, meant)
    else:
        space.document.tell(tr("Select a frame, or a card in one, to collapse it."))


def toggle(space: Workspace, ids: tuple[str, ...]) -> None:
    """Collapse frames, or expand them if all of them are collapsed."""
    places = space.sheet.layout.frames
    folded = not all(places[id].collapsed for id in ids)
    if space.document.act(_fold, ids, folded):
        space.document.select(ids)


def enter(space: Workspace) -> bool:
    """Expand the one collapsed frame that is selected; False if that is not what is selected."""
    ids = space.chosen.ids
    place = space.sheet.layout.frames.get(ids[0]) if len(ids) == 1 else None
    if place is None or not place.collapsed:
        return False
    toggle(space, ids)
    return True


def meant_frames(space: Workspace) -> tuple[str, ...]:
    """Return the selected frames, else the innermost frames round what is selected or focused."""
    chosen, layout = space.chosen, space.sheet.layout
    if chosen.frames:
        return tuple(id for id in chosen.ids if id in chosen.frames)
    rows = chosen.cards.tolist()
    if not rows and space.live.focus in layout.row_of_record:
        rows = [layout.row_of_record[space.live.focus]]
    found = (layout.host_of(row) or innermost(space, layout.boxes[row].tolist()) for row in rows)
    return tuple(dict.fromkeys(id for id in found if id is not None))


def innermost(space: Workspace, box: Sequence[float], without: Container[str] = ()) -> str | None:
    """Return the id of the innermost frame that shows and holds a box wholly, or None."""
    x, y, width, height = box
    for one in reversed(space.sheet.layout.shown_frames()):
        left, top, wide, high = one.box
        inside = left <= x and top <= y and x + width <= left + wide and y + height <= top + high
        if inside and one.id not in without:
            return one.id
    return None


def _fold(project: Project, ids: tuple[str, ...], folded: bool) -> bool:
    frames.fold(project, ids, folded=folded)
    return True


def _records_in(space: Workspace, id: str) -> list[str]:
    layout = space.sheet.layout
    rows = layout.cards_inside(layout.frames[id].box)
    return [layout.records[row] for row in rows.tolist()]


def _selected_area(space: Workspace) -> Area | None:
    """Return the area of the selected cards and frames; lines have no say."""
    layout, chosen = space.sheet.layout, space.chosen
    boxes = [layout.boxes[chosen.cards]]
    boxes += [np.array([layout.frames[id].box]) for id in chosen.frames]
    return area_of(np.vstack(boxes))


def _round(area: Area) -> Area:
    left, top, width, height = grown(area, FRAME_MARGIN)
    return left, top - FRAME_HEAD, width, height + FRAME_HEAD


def _draw(space: Workspace, box: Area) -> None:
    made = space.document.act(boards.frame, space.board_id, *box)
    if made is not None:
        space.document.select((made.id,))
        space.edit(made.id)


FRAMING: Mapping[str, Act] = {
    "frame": frame,
    "group": group,
    "ungroup": ungroup,
    "fold_frame": fold,
}
