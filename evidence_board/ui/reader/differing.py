"""The way from the reader to figures that do not fit, side by side in a window."""

from PySide6.QtCore import QObject, Qt

from evidence_board.ui.dialogs.discrepancies import Discrepancies
from evidence_board.ui.differences import Differences
from evidence_board.ui.document import Document
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.theme import Theme


class Differing(QObject):
    """Compares the figures of a project once they are asked for, and shows what does not fit."""

    def __init__(self, document: Document, page: PageView, theme: Theme) -> None:
        """Belong to ``page``; nothing is compared before the window shows."""
        super().__init__(page)
        self._document = document
        self._page = page
        self._theme = theme
        self.differences = Differences(document)
        self.window: Discrepancies | None = None

    def show_window(self) -> None:
        """Show what is proposed and what was noted."""
        self.differences.begin()
        if self.window is None:
            top = self._page.window()
            self.window = Discrepancies(self._document, self.differences, self._theme, top)
            self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.window.destroyed.connect(self._forget)
            self.window.read_asked.connect(self._read)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.list.setFocus()

    def _read(self, source: str, start: int, end: int) -> None:
        self._document.read(source)
        self._page.select(start, end)
        self._page.reveal(start, end)

    def _forget(self) -> None:
        self.window = None
