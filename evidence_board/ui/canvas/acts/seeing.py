"""What of the board is seen, and how near."""

from collections.abc import Mapping

from evidence_board.model.board import Board
from evidence_board.ui.canvas.camera import ZOOM_STEP
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.focusing import FARTHEST
from evidence_board.ui.canvas.workspace import Act, Workspace


def zoom_fit(space: Workspace) -> None:
    """Show all of the board."""
    space.camera.show_area(space.sheet.layout.area(), jump=True)


def zoom_selection(space: Workspace) -> None:
    """Show all that is selected."""
    area = space.chosen.area(space.sheet)
    if area is not None:
        space.camera.show_area(area, jump=True)


def zoom_100(space: Workspace) -> None:
    """Zoom to 100 % about the middle of the window."""
    space.camera.zoom_by(1.0 / space.camera.viewport.zoom)


def zoom_in(space: Workspace) -> None:
    """Come nearer."""
    space.camera.zoom_by(ZOOM_STEP)


def zoom_out(space: Workspace) -> None:
    """Go farther away."""
    space.camera.zoom_by(1 / ZOOM_STEP)


def view_back(space: Workspace) -> None:
    """Return to the view before the last jump."""
    if not space.camera.go_back():
        space.document.tell(tr("There is no view to go back to."))


def view_forward(space: Workspace) -> None:
    """Go to the view that was left by going back."""
    if not space.camera.go_forward():
        space.document.tell(tr("There is no view to go forward to."))


def focus(space: Workspace) -> None:
    """Focus on the neighbours of what is selected, or end the focus."""
    space.focusing.toggle()


def focus_steps(steps: int) -> Act:
    """Return the act that focuses on what lies so many steps around what is selected."""
    return lambda space: space.focusing.begin(steps)


def focus_farther(steps: int) -> Act:
    """Return the act that gives a focus so many steps, where there is one."""
    return lambda space: space.focusing.take_steps(steps)


def board_title(space: Workspace) -> str:
    """Return the title of the board."""
    boards = space.document.project.all(Board)  # few: quicker than to look through all records
    return next((board.title for board in boards if board.id == space.board_id), "")


SEEING: Mapping[str, Act] = {
    "zoom_in": zoom_in,
    "zoom_out": zoom_out,
    "zoom_100": zoom_100,
    "zoom_fit": zoom_fit,
    "zoom_selection": zoom_selection,
    "view_back": view_back,
    "view_forward": view_forward,
    "focus": focus,
    **{f"focus_{steps}": focus_steps(steps) for steps in range(1, FARTHEST + 1)},
}
