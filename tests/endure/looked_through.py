"""A window in which everything is looked at: ``python -m tests.endure.looked_through FILE MOST``.

Each record, of every kind the newest MOST of them, is selected, so that the inspector shows it, and
each source read; after each the window is painted whole and every widget in it asked for its tool
tip.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QWidget

from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.note import Note
from evidence_board.model.source import Source
from evidence_board.ui.wiring import Wiring
from tests.endure.windowed import application, shown

KINDS = (Claim, Note, Source, Link, Excerpt)
_SETTLED = 1_000


def main() -> None:
    """Look at all records of a project, one after the other, and close it."""
    running = application()
    window = shown(Path(sys.argv[1]))
    steps = _steps(window, int(sys.argv[2]))
    timer = QTimer(window, interval=0)
    timer.timeout.connect(lambda: next(steps, None))
    QTimer.singleShot(_SETTLED, timer.start)
    running.exec()


def _steps(wiring: Wiring, most: int) -> Iterator[None]:
    document = wiring.document
    for kind in KINDS:
        for record in document.project.all(kind)[-most:]:
            document.select((record.id,))
            yield
            _look(wiring.window)
    for source in document.project.all(Source)[-most:]:
        document.read(source.id)
        yield
        _look(wiring.window)
    document.close()
    QCoreApplication.exit(0)


def _look(window: QWidget) -> None:
    window.grab()
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            middle = widget.rect().center()
            place = widget.mapToGlobal(middle)
            QCoreApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, middle, place))


if __name__ == "__main__":
    main()
