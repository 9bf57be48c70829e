"""Shared passages in the reader: as hints beside the text, and side by side in a window."""

from PySide6.QtWidgets import QWidget

from evidence_board.commands import reusing
from evidence_board.model.change import ChangeSet
from evidence_board.model.link import Citation
from evidence_board.model.source import Source
from evidence_board.suggest.suggestion import Reuse
from evidence_board.ui.dialogs.shared_passages import SharedPassages
from evidence_board.ui.document import Document
from evidence_board.ui.reader.hinting import Hinting
from evidence_board.ui.reader.page import PageView
from evidence_board.ui.reader.words_window import WordsWindow
from evidence_board.ui.sharing_words import SharedWords
from evidence_board.ui.theme import Theme


class Sharing(WordsWindow[SharedPassages]):
    """Compares the texts of a project once a reader shows, and tells the reader what it finds."""

    def __init__(self, document: Document, page: PageView, hinting: Hinting, theme: Theme) -> None:
        """Belong to ``page``; nothing is compared before `begin`."""
        super().__init__(document, page)
        self._hinting = hinting
        self._theme = theme
        self._source: str | None = None
        self.words = SharedWords(document)
        self.words.changed.connect(self._tell)
        document.changed.connect(self._apply)
        hinting.shared_asked.connect(lambda passage: self.show_window(passage.source, passage))

    def begin(self) -> None:
        """Compare the texts, now and whenever one comes or goes."""
        self.words.begin()

    def read(self, source: str | None) -> None:
        """Show the passages of this source beside its text."""
        if source != self._source:
            self._source = source
            self._tell()

    def show_window(self, source: str | None = None, passage: Reuse | None = None) -> None:
        """Show passages side by side: those of one source, or all."""
        self.begin()
        self.shown().show_source(source, passage)

    def made(self, parent: QWidget) -> SharedPassages:
        """Return a new window."""
        return SharedPassages(self._document, self.words, self._theme, parent)

    def _apply(self, changes: ChangeSet) -> None:
        if changes.touches(Citation, Source):
            self._tell()

    def _tell(self) -> None:
        project = self._document.project
        shared = self.words.of(self._source) if self._source else ()
        self._hinting.show_shared(one for one in shared if reusing.is_open(project, one))
