"""Telling why a project cannot be opened, with the way to its backups where there are any."""

from pathlib import Path

from evidence_board.project.backup_restoring import backups_of
from evidence_board.project.errors import ProjectError, TooNew
from evidence_board.ui.dialogs import message
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.wording import translate


def tell_refusal(window: MainWindow, path: Path, refusal: ProjectError, more: str = "") -> None:
    """Show why the project at ``path`` was not opened in ``window``, which goes after this."""
    if isinstance(refusal, TooNew) or not _has_backups(path):
        message.show_sentence(window, str(refusal), more)
    elif message.ask(window, str(refusal), translate("Opening", "Show backups"), more, done=True):
        window.backups_asked.emit()


def _has_backups(path: Path) -> bool:
    """Whether there is a way back; the reason why there is no way forward is told in any case."""
    try:
        return bool(backups_of(path))
    except OSError:
        return False
