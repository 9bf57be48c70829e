"""Going back or forth to a step, one step at a time, so that the window lives and can stop it."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from evidence_board.commands import jumping
from evidence_board.project.history import Step
from evidence_board.ui.docks.page import ActiveButton
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled


class Journey(QWidget):
    """A bar with Cancel while steps are undone or redone; hidden otherwise."""

    ended = Signal()

    def __init__(self, document: Document) -> None:
        """Travel through the history of ``document``."""
        super().__init__()
        self._document = document
        self._way = jumping.Way((), back=True)
        self._moves: Iterator[int] = iter(())
        self._done = 0
        self._words = label("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel = ActiveButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(10), scaled(4), scaled(10), scaled(4))
        column.setSpacing(scaled(4))
        column.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        row.addWidget(self._bar, 1)
        row.addWidget(self.cancel)
        column.addLayout(row)
        self._next = QTimer(self)
        self._next.setInterval(0)
        self._next.timeout.connect(self._move)
        self.hide()

    @property
    def under_way(self) -> bool:
        """Whether steps are being undone or redone."""
        return self._next.isActive()

    def start(self, step: Step) -> None:
        """Go to a step; what cannot be done is told."""
        way = self._document.act(jumping.way_to, step)
        if way is None or self.under_way:
            return
        self._way, self._done = way, 0
        self._moves = jumping.jump(self._document.project, way)
        self._bar.setRange(0, way.steps)
        self._show_progress()
        self.setVisible(way.steps > 1)
        self._next.start()

    def stop(self) -> None:
        """Stay where the way has led so far."""
        if self.under_way:
            self._next.stop()
            self.hide()
            self._tell()
            self.ended.emit()

    def _move(self) -> None:
        done = self._document.act(lambda _project: next(self._moves, 0))
        if done:
            self._done = done
            self._show_progress()
        if not done or done == self._way.steps:
            self.stop()

    def _show_progress(self) -> None:
        self._bar.setValue(self._done)
        words = self.tr("Undoing {done} of {all}") if self._way.back else ""
        words = words or self.tr("Redoing {done} of {all}")
        self._words.setText(words.format(done=f"{self._done:,}", all=f"{self._way.steps:,}"))

    def _tell(self) -> None:
        if self._done and self._way.back:
            self._document.tell(self.tr("%n step(s) undone", "", self._done))
        elif self._done:
            self._document.tell(self.tr("%n step(s) redone", "", self._done))
