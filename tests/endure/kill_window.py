"""Kill -9 in the middle of edits in the real window: what was called saved is there.

As `kill.py`, with a window in the child: each edit goes through `Document.act`, and its number is
told when the window says that everything is saved; a few more may be in the file by then.
"""

import os
from pathlib import Path

from PySide6.QtCore import QTimer

from evidence_board.ui.document import Document
from tests.endure import edits
from tests.endure.kill import EDITS, Way, killing, tell
from tests.endure.outcome import Outcome
from tests.endure.windowed import application, shown

NAME = "kill.window"
LONGEST = 0.3
"""So many seconds after it is shown a window is killed at the latest: it paints itself first."""
_PACE = 2
"""So many ms after an edit the next one is made, saved or not."""


def proof(kills: int) -> Outcome:
    """Kill so many windows."""
    return killing(Way(NAME, in_a_window, LONGEST, ahead=EDITS), kills)


def in_a_window(path: Path, seed: int, number: int, told: int) -> None:
    """Make edits from this number on in a window, and tell when it calls them saved."""
    running = application()
    window = shown(path)
    editing = _Editing(window.document, seed, number, told)
    editing.begin()
    running.exec()


class _Editing:
    """Edits one after another by a timer, as long as there are any left."""

    def __init__(self, document: Document, seed: int, number: int, told: int) -> None:
        self._document, self._seed, self._next, self._told = document, seed, number, told
        document.saving_changed.connect(self._tell)
        document.problem.connect(lambda sentence: os.write(2, f"{sentence}\n".encode()))
        self._timer = QTimer(document, interval=_PACE)
        self._timer.timeout.connect(self._edit)

    def begin(self) -> None:
        """Edit from now on; tells that the file is open."""
        self._timer.start()
        tell(self._told)

    def _edit(self) -> None:
        if self._next <= EDITS:
            self._document.act(edits.edit, self._next, self._seed, large=True)
            self._next += 1

    def _tell(self) -> None:
        if not self._document.project.is_saving:
            tell(self._told, self._next - 1)
