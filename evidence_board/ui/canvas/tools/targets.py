"""What a thread is over: the card or the line that it would end on."""

from evidence_board.ui.canvas.tools.gesture import Pointer
from evidence_board.ui.canvas.workspace import Workspace

TARGET_REACH, LINE_REACH, EDGE_REACH = 24.0, 12.0, 8.0


def under(space: Workspace, pointer: Pointer) -> tuple[int | None, int | None]:
    """Return the card under the pointer or within reach of it, or the line that is nearer."""
    layout, factor = space.sheet.layout, space.camera.viewport.factor
    x, y = pointer.place
    card = layout.card_at(x, y, EDGE_REACH / factor)
    line = layout.lines.at(x, y, LINE_REACH / factor) if card is None else None
    if card is None and line is None:
        card = layout.card_at(x, y, TARGET_REACH / factor)
    return card, line
