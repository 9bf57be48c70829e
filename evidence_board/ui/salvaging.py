"""Salvage where a project could not be opened: asked, done and, if wanted, opened."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from evidence_board.ui.dialogs.salvage import SalvageDialog
from evidence_board.ui.jobs import Jobs


def salvage(window: QWidget | None, path: Path, jobs: Jobs) -> Path | None:
    """Offer to salvage the project at ``path`` into a new file, and do it.

    Waits in a dialog with progress and Cancel. Returns the new file if the person wants it opened.
    """
    dialog = SalvageDialog(path, jobs, window)
    wanted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.new_path() if wanted else None
