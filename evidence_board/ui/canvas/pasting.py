"""Pasting cards: the first of the handlers of what is dropped or pasted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from evidence_board.commands import copying
from evidence_board.interchange.clipping import Clipping
from evidence_board.project.project import Project
from evidence_board.ui.canvas import clipboard
from evidence_board.ui.canvas.faces import tr

if TYPE_CHECKING:
    from evidence_board.ui.canvas.drops import Landing


def paste_cards(mime: QMimeData, landing: "Landing") -> None:
    """Bring copied cards to the board in their arrangement, and select them."""
    document = landing.document
    clipping = document.act(lambda _project: clipboard.unpacked(mime))
    if clipping is None:
        return
    x, y = landing.free(clipboard.extent(clipping))
    came = document.act(_paste, clipping, landing.board_id, x, y)
    if came:
        document.select(came)
        landing.show(came)
    elif came is not None:
        document.tell(tr("These sources are on this board already."))


def _paste(project: Project, clipping: Clipping, board: str, x: float, y: float) -> tuple[str, ...]:
    return copying.paste(project, clipping, board, x, y)
