"""A window that compares words of two texts, shown from the reader: one of a sort at a time."""

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from evidence_board.ui.dialogs.discrepancies import Discrepancies
from evidence_board.ui.dialogs.shared_passages import SharedPassages
from evidence_board.ui.document import Document
from evidence_board.ui.reader.page import PageView

Window = TypeVar("Window", SharedPassages, Discrepancies)


class WordsWindow(QObject, Generic[Window]):
    """Makes the window when it is first asked for; words asked for in it are read on the page."""

    def __init__(self, document: Document, page: PageView) -> None:
        """Belong to ``page``."""
        super().__init__(page)
        self._document = document
        self._page = page
        self.window: Window | None = None

    @abstractmethod
    def made(self, parent: QWidget) -> Window:
        """Return a new window."""

    def shown(self) -> Window:
        """Return the window, in front and with the keys in its list."""
        if self.window is None:
            self.window = self.made(self._page.window())
            self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.window.destroyed.connect(self._forget)
            self.window.read_asked.connect(self._read)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        self.window.list.setFocus()
        return self.window

    def _read(self, source: str, start: int, end: int) -> None:
        self._document.read(source)
        self._page.select(start, end)
        self._page.reveal(start, end)

    def _forget(self) -> None:
        self.window = None
