"""The boards on which what is selected lies, each with a way there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from evidence_board.commands import board_list
from evidence_board.model.board import Board
from evidence_board.ui.docks.page import link_button
from evidence_board.ui.document import Document
from evidence_board.ui.flow import FlowLayout
from evidence_board.ui.labels import label, scaled


class BoardsField(QWidget):
    """Names the boards of one record; hidden while there is one board only."""

    asked = Signal(str)
    """The id of the board that was pressed."""

    def __init__(self, document: Document) -> None:
        """Look into ``document``."""
        super().__init__()
        self._document = document
        self._flow = FlowLayout(self, scaled(6))

    def show_records(self, records: Sequence[str]) -> None:
        """Show the boards of a record; of none or several nothing is shown."""
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        project = self._document.project
        several = len(project.all(Board)) > 1
        found = board_list.boards_of(project, records[0]) if len(records) == 1 and several else ()
        if found:
            self._flow.addWidget(label(self.tr("On"), "hint"))
        for board in found:
            self._flow.addWidget(self._button(board))
        self.setVisible(bool(found))

    def titles(self) -> tuple[str, ...]:
        """Return the titles of the boards that are named."""
        held = (self._flow.itemAt(place) for place in range(1, self._flow.count()))
        widgets = (one.widget() for one in held if one is not None)
        return tuple(one.accessibleName() for one in widgets if one is not None)

    def _button(self, board: Board) -> QWidget:
        button = link_button(board.title)
        button.setAccessibleName(board.title)
        button.clicked.connect(partial(self._ask, board.id))
        return button

    def _ask(self, board: str, _on: bool = False) -> None:
        self.asked.emit(board)
