"""Moving what is selected."""

from evidence_board.commands import boards
from evidence_board.ui.canvas.tools.move import carried
from evidence_board.ui.canvas.workspace import Workspace


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
