"""Telling why a project cannot be opened, with the ways on: its backups, or salvage."""

from pathlib import Path

from PySide6.QtCore import SignalInstance

from evidence_board.project.backup_restoring import backups_of
from evidence_board.project.errors import Damaged, ProjectError, TooNew
from evidence_board.ui.dialogs import message
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.wording import translate


def tell_refusal(window: MainWindow, path: Path, refusal: ProjectError, more: str = "") -> None:
    """Show why the project at ``path`` was not opened in ``window``, which goes after this."""
    ways = _ways(window, path, refusal)
    if not ways:
        message.show_sentence(window, str(refusal), more)
        return
    chosen = message.choose(window, str(refusal), tuple(ways), more, done=True)
    if chosen is not None:
        ways[chosen].emit()


def _ways(window: MainWindow, path: Path, refusal: ProjectError) -> dict[str, SignalInstance]:
    """Return what helps, by the verb for it, the best first."""
    ways = {}
    if not isinstance(refusal, TooNew) and _has_backups(path):
        ways[translate("Opening", "Show backups")] = window.backups_asked
    if isinstance(refusal, Damaged):
        ways[translate("Opening", "Salvage into a new file")] = window.salvage_asked
    return ways


def _has_backups(path: Path) -> bool:
    """Whether there is a way back; the reason why there is no way forward is told in any case."""
    try:
        return bool(backups_of(path))
    except OSError:
        return False
