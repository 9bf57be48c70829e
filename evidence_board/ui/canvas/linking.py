"""From a drawn thread to a stored link: the menu of types, and what is done with its answer."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from evidence_board.analysis.view import Investigation
from evidence_board.commands import links
from evidence_board.model.link import Link
from evidence_board.model.record import Record
from evidence_board.ui.canvas import accessible
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.link_menu import Choice, LinkMenu, choices_between
from evidence_board.ui.canvas.new_linked import NewLinked
from evidence_board.ui.canvas.origin_hint import origin_hint
from evidence_board.ui.canvas.pop_menu import PopMenu
from evidence_board.ui.naming import mark_of, short_of

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView


class Linking(QObject):
    """The one open link menu of a view, if any."""

    def __init__(self, board: "BoardView") -> None:
        super().__init__(board)
        self._board = board
        self.menu: PopMenu | None = None
        self.new = NewLinked(board, self)

    def offer(self, start: str, end: str, x: float, y: float, figure: int = 0) -> bool:
        """Open the menu at a place of the window; False if no type fits.

        ``figure`` is the key of a type that is taken at once.
        """
        project = self._board.document.project
        first, second = project.find(start), project.find(end)
        if first is None or second is None or project.read_only:
            return False
        choices, reverse = choices_between(first, second)
        if not choices:
            return False
        hint = origin_hint(project, choices[0], self._board.document.counts.ground)
        look = self._board.surface.look
        menu = LinkMenu(choices, reverse=reverse, look=look, parent=self._board, hint=hint)
        menu.setAccessibleDescription(f"{_from_to(first, second)} {hint}".strip())
        menu.chosen.connect(self._connect)
        self.show(menu, x, y)
        menu.press(figure)
        return True

    def show(self, menu: PopMenu, x: float, y: float) -> None:
        """Open a menu at a place of the window; the drawn thread stays while it is open."""
        thread = self._board.live.thread
        self.close()
        self._board.live.thread = thread
        self.menu = menu
        menu.closed.connect(self._closed)
        menu.move(
            max(min(round(x) + 8, self._board.width() - menu.width() - 8), 8),
            max(min(round(y) + 8, self._board.height() - menu.height() - 8), 8),
        )
        menu.show()
        menu.raise_()
        menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def close(self) -> None:
        """Close the menu without a link."""
        if self.menu is not None:
            self.menu.close_menu()

    def finish(self) -> None:
        """Close the menu as a click outside does: a link of which only the reason lacks stays."""
        if self.menu is not None:
            self.menu.leave()

    def announce(self, words: str) -> None:
        """Let a screen reader say something now."""
        accessible.announce(self._board, words)

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
        names = [document.project.find(id) for id in (choice.start, choice.end)]
        start, end = (_said(one, document.project) for one in names)
        document.tell(f"{start} {choice.type.word} {end}", undo=True)


def _from_to(first: Record, second: Record) -> str:
    return tr("From {0} to {1}").format(_name(first), _name(second))


def _said(record: Record | None, view: Investigation) -> str:
    """Return an end of a new line: a link by what it says, all else by its mark."""
    return short_of(record, view) if isinstance(record, Link) else _name(record)


def _name(record: Record | None) -> str:
    """Return the mark that people cite, or what it is."""
    return mark_of(record) or record.noun if record is not None else ""
