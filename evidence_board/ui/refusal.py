"""Telling why a project cannot be opened, with the ways on: its backups, or salvage."""

from pathlib import Path

from PySide6.QtCore import SignalInstance

from evidence_board.project.backup_restoring import backups_of
from evidence_board.project.errors import Damaged, ForeignSchema, ProjectError, TooNew
from evidence_board.ui.dialogs import message
from evidence_board.ui.main_window import MainWindow
from evidence_board.ui.wording import translate


def tell_refusal(window: MainWindow, path: Path, refusal: ProjectError, more: str = "") -> None:
    """Show why the project at ``path`` was not opened in ``window``, which goes after this."""
    backed_up = _has_backups(path)
    ways = _ways(window, refusal, backed_up=backed_up)
    if isinstance(refusal, Damaged | ForeignSchema) and not backed_up:  # it speaks of a backup
        none = translate("Opening", "No backup of it was found on this computer.")
        more = f"{more}\n\n{none}" if more else none
    if not ways:
        message.show_sentence(window, str(refusal), more)
        return
    chosen = message.choose(window, str(refusal), tuple(ways), more, ended=True)
    if chosen is not None:
        ways[chosen].emit()


def _ways(
    window: MainWindow, refusal: ProjectError, *, backed_up: bool
) -> dict[str, SignalInstance]:
    """Return what helps, by the verb for it, the best first."""
    ways = {}
    if backed_up and not isinstance(refusal, TooNew):
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
