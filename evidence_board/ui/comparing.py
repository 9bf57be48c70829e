"""Comparing places of a project in a thread, a few gathered at a time, and keeping up."""

from abc import abstractmethod
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Steps

Found = TypeVar("Found")


class Comparing(QObject, Generic[Found]):
    """Knows what a comparison found last, once `begin` was called.

    What is compared is gathered on the window's thread, a few at a time; the thread of a job
    compares it.
    """

    changed = Signal()

    def __init__(self, document: Document) -> None:
        """Belong to ``document``; nothing is done before `begin`."""
        super().__init__(document)
        self._document = document
        self._found: tuple[Found, ...] = ()
        self._begun = self._working = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Compare all there is, now and whenever something of it changes."""
        if not self._begun:
            self._begun = True
            self.start()

    @property
    def busy(self) -> bool:
        """Whether places are still being compared."""
        return self._working or self._next.isActive()

    def all(self) -> tuple[Found, ...]:
        """Return what was found, that which was accepted or turned down among it."""
        return self._found

    def start(self) -> None:
        """Begin to gather, as soon as the window has nothing else to do."""
        self._next.start()

    @abstractmethod
    def gather(self) -> None:
        """Gather a few places, then let `_next` ask for more, or `compare` them."""

    @abstractmethod
    def rested(self) -> None:
        """Take up what changed while a comparison ran."""

    def compare(self, title: str, steps: Steps) -> None:
        """Compare what was gathered; a title shows as work under way."""
        self._working = True
        job = self._document.jobs.run(title, lambda: steps)
        job.done.connect(self._take)
        job.finished.connect(self._rest)

    def _go_on(self) -> None:
        if not (self._document.project.closed or self._working):
            self.gather()

    def _take(self, found: object) -> None:
        assert isinstance(found, tuple)
        self._found = found
        self.changed.emit()

    def _rest(self) -> None:
        self._working = False
        self.rested()
