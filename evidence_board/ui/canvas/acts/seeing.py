"""What of the board is seen, and how near."""

from collections.abc import Mapping

from evidence_board.model.board import Board
from evidence_board.ui.canvas.camera import ZOOM_STEP
from evidence_board.ui.canvas.workspace import Act, Workspace


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


def board_title(space: Workspace) -> str:
    """Return the title of the board."""
    found = space.document.project.find(space.board_id)
    return found.title if isinstance(found, Board) else ""


SEEING: Mapping[str, Act] = {
    "zoom_in": zoom_in,
    "zoom_out": zoom_out,
    "zoom_100": zoom_100,
    "zoom_fit": zoom_fit,
    "zoom_selection": zoom_selection,
}
