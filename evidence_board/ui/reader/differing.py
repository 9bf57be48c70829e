"""The way from the reader to figures that do not fit, side by side in a window."""

from PySide6.QtWidgets import QWidget

from evidence_board.ui.dialogs.discrepancies import Discrepancies
from evidence_board.ui.differences import Differences
from evidence_board.ui.document import Document
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.words_window import WordsWindow
from evidence_board.ui.theme import Theme


class Differing(WordsWindow[Discrepancies]):
    """Compares the figures of a project once they are asked for, and shows what does not fit."""

    def __init__(self, document: Document, page: PageView, theme: Theme) -> None:
        """Belong to ``page``; nothing is compared before the window shows."""
        super().__init__(document, page)
        self._theme = theme
        self.differences = Differences(document)

    def made(self, parent: QWidget) -> Discrepancies:
        """Return a new window."""
        return Discrepancies(self._document, self.differences, self._theme, parent)

    def show_window(self) -> None:
        """Show what is proposed and what was noted."""
        self.differences.begin()
        self.shown()

    def show_pair(self, discrepancy_id: str) -> None:
        """Show a discrepancy that was noted, among all of them."""
        self.differences.begin()
        self.shown().choose(discrepancy_id)
