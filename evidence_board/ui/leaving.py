"""Leaving a project: what is finished, asked and kept before its window closes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from evidence_board.ui import board_memory, thumbnails
from evidence_board.ui.dialogs import message

if TYPE_CHECKING:
    from evidence_board.ui.wiring import Wiring


class Leaving(QObject):
    """Closes the project of a window, once nothing is lost by that or the person wants it so."""

    def __init__(self, wiring: "Wiring") -> None:
        """Close the parts of ``wiring``, which owns this."""
        super().__init__(wiring)
        self._on = wiring
        self._document = wiring.document

    def may_close(self) -> bool:
        """Finish edits and wait for the disk: the window stays to tell what could not be saved."""
        self._finish_edits()
        if not self._may_stop_work():
            return False
        return self._may_leave() if self._document.waits else self._document.settle()

    def close(self) -> None:
        """Finish edits, keep what the start window shows of the project, and close it."""
        on = self._on
        on.stop_watching()
        on.panels.stop()
        self._finish_edits()
        on.modes.close()
        on.board.surface.close()
        self._keep_window()
        self.remember()
        if self._document.waits:
            self._document.leave()
        else:
            self._document.close()
        on.backing_up.finish()

    def remember(self) -> None:
        """Keep for the next time how the project looks, and which boards were open."""
        on, project = self._on, self._document.project
        thumbnails.remember(project, on.board_id, on.settings)
        path = str(project.path.absolute())
        board_memory.keep(on.settings.folder, path, on.boards.remembered())

    def _finish_edits(self) -> None:
        on = self._on
        on.board.in_place.finish()
        on.inspector.finish()
        on.modes.finish()

    def _keep_window(self) -> None:
        """Keep the size of the window and the widths of its panels."""
        window = self._on.window
        hidden = window.sides.hidden
        widths = dict(zip(("left_width", "right_width"), window.sides.widths(), strict=True))
        plain = window.isMaximized() or window.isFullScreen()
        size = {} if plain else {"window": (window.width(), window.height())}
        self._on.settings.change(
            docks_hidden=hidden,
            maximized=window.isMaximized(),
            **({} if hidden else widths),
            **size,
        )

    def _may_leave(self) -> bool:
        """Ask before closing what a drive that does not answer has not got yet."""
        project = self._document.project
        if not project.is_saving:
            return True
        told = self.tr(
            "The drive or share with {name} does not answer. What you did last is not saved yet, "
            "and is lost unless it answers soon."
        ).format(name=project.path.name)
        close = self.tr("Close without waiting")
        return message.choose(self._on.window, told, (close,)) is not None

    def _may_stop_work(self) -> bool:
        """Ask before closing stops what somebody waits for."""
        titles = self._document.under_way.titles()
        if titles:
            told = self.tr(
                "{work} is not finished. Closing the window stops it, and no file is made."
            )
            sentence = told.format(work=", ".join(f"“{title}”" for title in titles))
            if message.choose(self._on.window, sentence, (self.tr("Stop it and close"),)) is None:
                return False
            self._document.under_way.stop()
        return True
