"""The figures of a project that do not fit, found in a thread and kept as claims come and go."""

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.commands.discrepancies import pairs
from evidence_board.model.assertion import Assertion
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.suggest.discrepancies import Compared, discrepancies
from evidence_board.suggest.suggestion import Difference
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Steps

_AT_ONCE = 50
"""Of how many claims the excerpts are gathered in one go: the window waits for these only."""


class Differences(QObject):
    """Knows which figures in the excerpts of claims do not fit, once `begin` was called."""

    changed = Signal()

    def __init__(self, document: Document) -> None:
        """Listen to ``document``, which owns this; nothing is done before `begin`."""
        super().__init__(document)
        self._document = document
        self._ahead: list[str] = []
        self._pairs: list[Compared] = []
        self._found: tuple[Difference, ...] = ()
        self._begun = self._working = self._stale = False
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._gather_some)
        document.changed.connect(self._apply)

    def begin(self) -> None:
        """Compare the excerpts of all claims, now and whenever something of them changes."""
        if not self._begun:
            self._begun = True
            self._start()

    @property
    def busy(self) -> bool:
        """Whether excerpts are still being compared."""
        return self._working or self._next.isActive()

    def all(self) -> tuple[Difference, ...]:
        """Return what does not fit, those noted or turned down among them."""
        return self._found

    def _apply(self, changes: ChangeSet) -> None:
        if not self._begun or not changes.touches(Assertion, Excerpt, Link, Claim):
            return
        if self._working:
            self._stale = True
        else:
            self._start()

    def _start(self) -> None:
        self._ahead = [claim.id for claim in self._document.project.all(Claim)]
        self._pairs = []
        self._stale = False
        self._next.start()

    def _gather_some(self) -> None:
        """Gather the places to compare of a few claims, then go on; at last compare them."""
        project = self._document.project
        if project.closed or self._working:
            return
        now, self._ahead = self._ahead[:_AT_ONCE], self._ahead[_AT_ONCE:]
        for claim in map(project.find, now):
            if isinstance(claim, Claim):
                self._pairs += pairs(project, claim)
        if self._ahead:
            self._next.start()
        else:
            self._compare()

    def _compare(self) -> None:
        gathered, self._pairs = self._pairs, []
        title = self.tr("Comparing figures") if len(gathered) > _AT_ONCE else ""
        self._working = True
        job = self._document.jobs.run(title, lambda: compared(gathered))
        job.done.connect(self._take)
        job.finished.connect(self._rest)

    def _take(self, found: object) -> None:
        assert isinstance(found, tuple)
        self._found = found
        self.changed.emit()

    def _rest(self) -> None:
        """Take up what changed meanwhile."""
        self._working = False
        if self._stale:
            self._start()


def compared(gathered: list[Compared]) -> Steps:
    """Compare places pair by pair, telling how many are; returns what does not fit."""
    found: list[Difference] = []
    for count, pair in enumerate(gathered):
        yield count, len(gathered)
        found += discrepancies((pair,))
    return tuple(found)
