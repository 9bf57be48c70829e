"""Looks for issues after each change, in turns so short that nobody waits for them."""

from collections.abc import Callable, Iterator
from time import monotonic, perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.analysis.warnings import orphans
from evidence_board.analysis.warnings.inquiry import Known
from evidence_board.analysis.warnings.survey import concerns, concerns_chains
from evidence_board.commands import issues
from evidence_board.commands.issues import Issues
from evidence_board.model.change import ChangeSet
from evidence_board.project.errors import ProjectError
from evidence_board.ui.canvas.gate import Gate

if TYPE_CHECKING:
    from evidence_board.ui.document import Document

_TURN, _SHORT, _REST, _APART_MS = 0.006, 0.0015, 0.1, 8
"""Seconds of looking before others go first; less, and so far apart, where something happened on a
board in the last so many seconds: one frame may follow the other, and the painting thread works."""
_PAUSE_MS = 120
"""How long nothing has changed before it is looked: who types is not told at each letter."""
_FIRST_MS = 150
"""How long a project that was just opened is left alone: its first frame goes first."""
_BUSY_MS = 40
"""How long is waited for a file that another thread reads or writes."""
_UNREAD_MS = 2_000
"""How long is waited where a text could not be read: what is wrong with the file is told soon."""


class IssueWatch(QObject):
    """Keeps `found` true of the project of a document; a change begins the search anew."""

    changed = Signal()
    """Other issues are open than before, or fewer."""
    looked = Signal()
    """A search is over."""

    def __init__(self, document: "Document") -> None:
        """Watch ``document``, which owns this; begin when its window has had time to show."""
        super().__init__(document)
        self._document = document
        self.found = Issues()
        self.current = False
        """Whether `found` is what is open now."""
        self._known = Known(document.counts)
        self._steps: Iterator[Issues | None] | None = None
        self._waiting: list[Callable[[], None]] = []
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._look)
        document.changed.connect(self.follow)
        document.evidence_checked.connect(self.begin)
        document.muted_changed.connect(self.begin)
        self._next.start(_FIRST_MS)

    @property
    def orphaned(self) -> frozenset[str]:
        """The excerpts whose words were found to be gone, set aside or not."""
        found = (*self.found.open, *(one for one, _ in self.found.aside))
        return frozenset(one.records[0] for one in found if one.kind == orphans.KIND)

    def when_current(self, then: Callable[[], None]) -> None:
        """Do something once `found` is what is open now."""
        if self.current:
            then()
        else:
            self._waiting.append(then)

    def follow(self, changes: ChangeSet) -> None:
        """Look anew after a change that concerns a rule."""
        if not concerns(changes):
            return
        if concerns_chains(changes):
            self._known.chains = None
        self.current = False
        self._steps = None
        self._next.start(_PAUSE_MS)

    def begin(self) -> None:
        """Look anew, from the next turn on."""
        self.current = False
        self._steps = None
        self._next.start(0)

    def stop(self) -> None:
        """Look no further: the project is about to be closed."""
        self._next.stop()

    def _look(self) -> None:
        """Look for one turn."""
        project = self._document.project
        if project.closed:
            return
        if not project.is_free or self._document.waits:
            self._next.start(_BUSY_MS)  # the texts of excerpts are read from the file
            return
        if self._steps is None:
            self._steps = self._searching()
        busy = monotonic() - Gate.last < _REST
        until = perf_counter() + (_SHORT if busy else _TURN)
        try:
            for found in self._steps:
                if found is not None:
                    self._end(found)
                    return
                if perf_counter() > until:
                    self._next.start(_APART_MS if busy else 0)
                    return
        except ProjectError:
            self._steps = None
            self._next.start(_UNREAD_MS)

    def _searching(self) -> Iterator[Issues | None]:
        evidence = self._document.evidence
        altered = evidence.altered if evidence is not None else frozenset[str]()
        return issues.gathering(self._document.project, altered, self._known)

    def _end(self, found: Issues) -> None:
        self._steps = None
        self.current = True
        if found != self.found:
            self.found = found
            self.changed.emit()
        self.looked.emit()
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()
