"""Which board shows: switching, adding, naming, ordering and removing boards."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from evidence_board.commands import board_list
from evidence_board.commands.boards import ensure_board
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.change import ChangeSet
from evidence_board.project.project import Project
from evidence_board.ui.board_memory import Remembered
from evidence_board.ui.board_tabs import BoardTabs
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.canvas.views import View
from evidence_board.ui.document import Document


class Boards(QObject):
    """Lets one view show the boards of a document, one at a time, each from its own spot."""

    shown = Signal(str)
    """The id of the board that shows now."""

    def __init__(
        self, document: Document, board: BoardView, tabs: BoardTabs, remembered: Remembered
    ) -> None:
        """Switch ``board``, which owns this; ``tabs`` are shown over it."""
        super().__init__(board)
        self._document = document
        self._board = board
        self._tabs = tabs
        self._spots: dict[str, View] = dict(remembered.spots)
        spot = self._spots.get(board.board_id)
        if spot is not None:
            board.look_from(spot)
        tabs.chosen.connect(self.show)
        tabs.add_asked.connect(self.add)
        tabs.renamed.connect(self._rename)
        tabs.arranged.connect(self._arrange)
        tabs.remove_asked.connect(self.remove)
        tabs.menu_asked.connect(self._open_menu)
        document.changed.connect(self._follow)
        document.stepped.connect(self._show_step)
        self._show_tabs()

    @property
    def deeds(self) -> Mapping[str, Callable[[], None]]:
        """What the actions of boards do."""
        return {
            "new_board": self.add,
            "rename_board": lambda: self._tabs.rename(self._board.board_id),
            "duplicate_board": lambda: self.duplicate(self._board.board_id),
            "remove_board": lambda: self.remove(self._board.board_id),
            "next_board": lambda: self._step(1),
            "previous_board": lambda: self._step(-1),
            "board_later": lambda: self._shift(1),
            "board_earlier": lambda: self._shift(-1),
        }

    @property
    def count(self) -> int:
        """How many boards there are."""
        return len(self._document.project.all(Board))

    def remembered(self) -> Remembered:
        """Return what to remember of the boards until the project is opened again."""
        self._note_spot()
        there = {board.id for board in self._document.project.all(Board)}
        spots = {id: spot for id, spot in self._spots.items() if id in there}
        return Remembered(self._board.board_id, spots)

    # Showing

    def show(self, id: str) -> None:
        """Show a board as it was left; what is selected stays so if it lies there too."""
        if id == self._board.board_id:
            return
        self._note_spot()
        self._board.show_board(id, self._spots.get(id))
        layout = self._board.sheet.layout
        known = (layout.row_of_record, layout.lines.row_of, layout.frames)
        there = (one for one in self._document.selected if any(one in part for part in known))
        self._document.select(there)
        self._show_tabs()
        self.shown.emit(id)

    def reveal(self, record_id: str) -> None:
        """Show a board on which a record lies, if this one does not, and bring it into view."""
        boards = [board.id for board in board_list.boards_of(self._document.project, record_id)]
        if boards and self._board.board_id not in boards:
            self.show(boards[0])
            self._document.select((record_id,))
            self._board.reveal(record_id)
        layout = self._board.sheet.layout
        row = layout.row_of_record.get(record_id)
        host = layout.host_of(row) if row is not None else None
        if host is not None:
            words = tr("It lies in the collapsed frame “{0}”.")
            self._document.tell(words.format(layout.frames[host].title))

    def name(self, id: str) -> None:
        """Let the title of a board be written in its tab."""
        self._tabs.rename(id)

    def _note_spot(self) -> None:
        if self._board.spot is not None:
            self._spots[self._board.board_id] = self._board.spot

    def _step(self, step: int) -> None:
        ids = [board.id for board in self.all()]
        if self._board.board_id in ids:
            self.show(ids[(ids.index(self._board.board_id) + step) % len(ids)])

    def all(self) -> tuple[Board, ...]:
        """Return the boards in the order of their tabs."""
        return board_list.in_order(self._document.project.all(Board))

    def _show_tabs(self) -> None:
        titles = [(board.id, board.title) for board in self.all()]
        writable = not self._document.project.read_only
        self._tabs.show_boards(titles, self._board.board_id, writable=writable)

    # Changing

    def add(self) -> None:
        """Add a board, show it, and let it be named at once."""
        made = self._document.act(board_list.add, free_title(self._document.project, tr("Board")))
        if made is not None:
            self.show(made.id)
            self._tabs.rename(made.id)

    def remove(self, id: str) -> None:
        """Take a board away; its records stay."""
        found = self._document.project.find(id)
        if not isinstance(found, Board):
            return
        before = self.count
        self._document.act(board_list.remove, id)
        if self.count < before:
            words = tr("“{0}” was removed. Its records stay.")
            self._document.tell(words.format(found.title), undo=True)

    def _rename(self, id: str, title: str) -> None:
        self._document.act(board_list.rename, id, title)
        self._show_tabs()

    def _arrange(self, order: Sequence[str]) -> None:
        self._document.act(board_list.arrange, order)
        self._show_tabs()

    def _shift(self, step: int) -> None:
        ids = [board.id for board in self.all()]
        here = ids.index(self._board.board_id)
        if 0 <= here + step < len(ids):
            ids.insert(here + step, ids.pop(here))
            self._arrange(ids)

    def duplicate(self, id: str) -> None:
        """Add a board with the same cards and frames, show it, and let it be named at once."""
        found = self._document.project.find(id)
        if isinstance(found, Board):
            title = free_title(self._document.project, tr("{0}, copy").format(found.title))
            made = self._document.act(board_list.duplicate, id, title)
            if made is not None:
                self.show(made.id)
                self._tabs.rename(made.id)

    # Following

    def _follow(self, changes: ChangeSet) -> None:
        if not changes.touches(Board):
            return
        ids = [board.id for board in self.all()]
        if not ids:
            self.show(ensure_board(self._document.project).id)
        elif self._board.board_id not in ids:
            self.show(self._beside(ids))
        self._show_tabs()

    def _beside(self, ids: Sequence[str]) -> str:
        """Return the board that stands where the one that is gone stood."""
        place = self._tabs.bar.place_of(self._board.board_id)
        return ids[min(max(place, 0), len(ids) - 1)]

    def _show_step(self, changes: ChangeSet) -> None:
        """Show the board on which a step was undone or done again, if this one shows nothing."""
        touched = boards_touched(self._document, changes)
        if touched and self._board.board_id not in touched:
            selected = self._document.selected
            self.show(touched[0])
            self._document.select(selected)

    def _open_menu(self, id: str, place: QPoint) -> None:
        menu = QMenu(self._tabs)
        menu.aboutToHide.connect(menu.deleteLater)
        if not self._document.project.read_only:
            menu.addAction(tr("Rename"), lambda: self._tabs.rename(id))
            menu.addAction(tr("Duplicate"), lambda: self.duplicate(id))
            menu.addSeparator()
            menu.addAction(tr("Remove"), lambda: self.remove(id))
            menu.popup(place)


def free_title(project: Project, words: str) -> str:
    """Return a title that no board has: these words, else with the first free number from 2 on."""
    taken = {board.title for board in project.all(Board)}
    numbered = (f"{words} {number}" for number in range(2, len(taken) + 3))
    return next(title for title in (words, *numbered) if title not in taken)


def boards_touched(document: Document, changes: ChangeSet) -> tuple[str, ...]:
    """Return the ids of the boards on which changes show, the most direct first."""
    project = document.project
    direct: dict[str, None] = {}
    by_record: dict[str, None] = {}
    for change in changes.changes:
        for record in (change.after, change.before):
            if isinstance(record, Card | Frame):
                direct[record.board] = None
            elif isinstance(record, Board):
                direct[record.id] = None
        by_record |= dict.fromkeys(
            board.id for board in board_list.boards_of(project, change.record.id)
        )
    there = {board.id for board in project.all(Board)}
    found = direct or by_record
    return tuple(id for id in found if id in there)
