"""Records on several boards: where the selection lies, and showing it on a further board."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from evidence_board.commands import board_list
from evidence_board.model.board import Board, Card
from evidence_board.ui.boards import Boards, free_title
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.view import BoardView
from evidence_board.ui.document import Document
from evidence_board.ui.showing_on import places_on


class OtherBoards(QObject):
    """Offers the other boards for what is selected on the one that shows."""

    def __init__(self, document: Document, board: BoardView, boards: Boards) -> None:
        """Switch by ``boards``; ``board``, the view, owns this."""
        super().__init__(board)
        self._document = document
        self._board = board
        self._boards = boards

    def fill_menu(self, menu: QMenu) -> None:
        """Say on which boards the selection lies, and offer the others."""
        project = self._document.project
        selected = self._document.selected
        here = self._board.board_id
        lying = {board.id for one in selected for board in board_list.boards_of(project, one)}
        elsewhere = [
            board for board in self._boards.all() if board.id in lying and board.id != here
        ]
        for board in elsewhere:
            words = tr("Go to “{0}”").format(board.title).replace("&", "&&")
            menu.addAction(words, partial(self._go, board.id, selected))
        if elsewhere:
            menu.addSeparator()
        if project.read_only or not self._cards():
            return
        for board in self._boards.all():
            if board.id != here and not self._all_on(board.id):
                words = tr("Show on “{0}”").format(board.title).replace("&", "&&")
                menu.addAction(words, partial(self.show_on, board.id))
        menu.addAction(tr("Show on a new board"), self._show_on_new)

    def ask(self) -> None:
        """Open the menu of boards over the middle of the view."""
        menu = QMenu(tr("Boards"), self._board)
        menu.aboutToHide.connect(menu.deleteLater)
        self.fill_menu(menu)
        if menu.isEmpty():
            self._document.tell(tr("Select cards first, to show them on another board."))
            menu.deleteLater()
        else:
            size = menu.sizeHint()
            middle = self._board.rect().center() - QPoint(size.width() // 2, size.height() // 2)
            menu.popup(self._board.mapToGlobal(middle))

    def go(self, id: str) -> None:
        """Show what is selected on another board."""
        self._go(id, self._document.selected)

    def show_on(self, id: str) -> None:
        """Show the selected cards on another board too."""
        project, cards = self._document.project, self._cards()
        if not cards:
            self._document.tell(tr("Select cards first, to show them on another board."))
            return
        places = places_on(project, self._board.sheet.layout, cards, id)
        before = project.count(Card)
        self._document.act(board_list.show_on, id, places)
        found = project.find(id)
        if not isinstance(found, Board):
            return
        if project.count(Card) > before:
            words = tr("Shown on “{0}” too.").format(found.title)
            self._document.tell(words, undo=True)
        elif self._all_on(id):
            self._document.tell(tr("Already on “{0}”.").format(found.title))

    def _cards(self) -> tuple[str, ...]:
        """Return the selected records that have a card here."""
        rows = self._board.sheet.layout.row_of_record
        return tuple(id for id in self._document.selected if id in rows)

    def _all_on(self, board: str) -> bool:
        project = self._document.project
        return all(
            any(one.id == board for one in board_list.boards_of(project, id))
            for id in self._cards()
        )

    def _show_on_new(self) -> None:
        cards = self._cards()
        places = places_on(self._document.project, self._board.sheet.layout, cards, None)
        title = free_title(self._document.project, tr("Board"))
        made = self._document.act(board_list.show_on_new, title, places)
        if made is not None:
            self._go(made.id, cards)
            self._boards.name(made.id)

    def _go(self, id: str, selected: Sequence[str]) -> None:
        self._boards.show(id)
        self._document.select(selected)
        for one in selected[:1]:
            self._board.reveal(one)
