"""Sharing a copy of the project with others, from its window."""

from functools import partial

from PySide6.QtCore import QObject, Qt

from evidence_board.ui import outside
from evidence_board.ui.dialogs.share import ShareDialog
from evidence_board.ui.document import Document
from evidence_board.ui.main_window import MainWindow


class Sharing(QObject):
    """Makes copies for others; the project stays as it is."""

    def __init__(self, window: MainWindow, document: Document) -> None:
        """Share the project of ``document``, which owns this."""
        super().__init__(document)
        self._window = window
        self._document = document

    def ask(self) -> None:
        """Ask what others are to have and where it goes, and make the copy."""
        dialog = ShareDialog(self._document.project, self._document.jobs, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._show_folder, dialog))
        dialog.open()

    def _show_folder(self, dialog: ShareDialog) -> None:
        outside.show(dialog.new_path().parent)
