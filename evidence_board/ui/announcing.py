"""What a project tells its window: sentences in the banner, short lines with Undo in the toast."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from evidence_board.ui.document import Document
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.toast import Offer


class Announcing(QObject):
    """Shows problems, what an act did, and issues that it brought about."""

    def __init__(
        self, window: MainWindow, document: Document, show_issue: Callable[[str], None]
    ) -> None:
        """Show what ``document`` tells; ``show_issue`` leads to the issue about a record."""
        super().__init__(document)
        self._window = window
        self._document = document
        self._show_issue = show_issue
        document.problem.connect(self._tell_problem)
        document.unwritable.connect(self._offer_copy)
        document.told.connect(self._tell)
        document.warned.connect(self._warn)
        document.changed.connect(window.toast.pass_step)

    def _tell_problem(self, sentence: str) -> None:
        if sentence:
            self._window.banner.show_message(sentence)

    def _offer_copy(self, sentence: str) -> None:
        self._window.banner.show_message(sentence, action=self.tr("Save a copy"))

    def _tell(self, text: str, undo: bool) -> None:
        self._window.toast.show_line(text, *((self._undo(),) if undo else ()))

    def _warn(self, text: str, record: str) -> None:
        """Tell of an issue that an act brought about, with the way to it."""
        show = Offer(self.tr("Show issue"), lambda: self._show_issue(record))
        self._window.toast.show_line(text, show, self._undo())

    def _undo(self) -> Offer:
        return Offer(self.tr("Undo"), self._document.undo, of_step=True)
