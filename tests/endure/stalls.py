"""How long a window stands still while it saves: ``python -m tests.endure.stalls FILE EDITS``.

Prints, as a list of JSON, the longest gap between two ticks of a timer of 5 ms after each of the
edits, ms: of what the window's own thread was held up by.
"""

import json
import sys
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QTimer

from evidence_board.commands import boards
from evidence_board.model.board import Card
from tests.endure.windowed import application, shown

TICK, PACE = 5, 150
_SETTLED = 1_500
"""So many ms after it was shown the window has painted itself and what it prepares is ready."""


class _Ticking:
    """Edits at a pace and notes the gaps between ticks meanwhile."""

    def __init__(self, path: Path, count: int) -> None:
        self._window = shown(path)
        self._document = self._window.document
        self._cards = self._document.project.all(Card)
        self._left = count
        self._last = perf_counter()
        self.gaps: list[float] = []
        self._tick = QTimer(self._window, interval=TICK)
        self._tick.timeout.connect(self._note)
        self._edit = QTimer(self._window, interval=PACE)
        self._edit.timeout.connect(self._move)

    def begin(self) -> None:
        """Start to edit once the window rests."""
        QTimer.singleShot(_SETTLED, self._edit.start)
        QTimer.singleShot(_SETTLED, self._tick.start)

    def _note(self) -> None:
        now = perf_counter()
        if self.gaps:
            self.gaps[-1] = max(self.gaps[-1], (now - self._last) * 1_000)
        self._last = now

    def _move(self) -> None:
        if not self._left:
            QCoreApplication.quit()
            return
        self._left -= 1
        self._note()
        self.gaps.append(0.0)
        card = self._cards[self._left % len(self._cards)]
        self._document.act(boards.move, [(card.id, 300.0 * self._left, 500.0)])


def main() -> None:
    """Edit and print the gaps."""
    running = application()
    ticking = _Ticking(Path(sys.argv[1]), int(sys.argv[2]))
    ticking.begin()
    running.exec()
    print(json.dumps([round(gap, 1) for gap in ticking.gaps]))


if __name__ == "__main__":
    main()
