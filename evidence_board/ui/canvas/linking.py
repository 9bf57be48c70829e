"""From a drawn thread to a stored link: the menu of types, and what is done with its answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from evidence_board.commands import links
from evidence_board.model.record import Record
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.link_menu import Choice, LinkMenu, choices_between

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView


class Linking(QObject):
    """The one open link menu of a view, if any."""

    def __init__(self, board: "BoardView") -> None:
        super().__init__(board)
        self._board = board
        self.menu: LinkMenu | None = None

    def offer(self, start: str, end: str, x: float, y: float) -> bool:
        """Open the menu at a place of the window; False if no type fits."""
        project = self._board.document.project
        first, second = project.find(start), project.find(end)
        if first is None or second is None or project.read_only:
            return False
        choices, reverse = choices_between(first, second)
        if not choices:
            return False
        self.close()
        menu = LinkMenu(choices, reverse=reverse, look=self._board.surface.look, parent=self._board)
        menu.setAccessibleDescription(tr("From {0} to {1}").format(_name(first), _name(second)))
        self.menu = menu
        menu.chosen.connect(self._connect)
        menu.closed.connect(self._closed)
        menu.move(
            max(min(round(x) + 8, self._board.width() - menu.width() - 8), 8),
            max(min(round(y) + 8, self._board.height() - menu.height() - 8), 8),
        )
        menu.show()
        menu.raise_()
        menu.setFocus(Qt.FocusReason.PopupFocusReason)
        return True

    def close(self) -> None:
        """Close the menu without a link."""
        if self.menu is not None:
            self.menu.close_menu()

    def _closed(self) -> None:
        self.menu = None
        self._board.live.thread = None
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        self._board.refresh()

    def _connect(self, choice: Choice, reason: str) -> None:
        document = self._board.document
        made = document.act(links.connect, choice.start, choice.end, choice.type.key, reason)
        if made is None:
            return
        names = [_name(document.project.find(id)) for id in (choice.start, choice.end)]
        document.tell(f"{names[0]} {choice.type.word} {names[1]}", undo=True)


def _name(record: Record | None) -> str:
    """Return the mark that people cite, or what it is."""
    return str(getattr(record, "mark", record.noun if record is not None else ""))
