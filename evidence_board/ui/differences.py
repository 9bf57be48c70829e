"""The figures of a project that do not fit, found in a thread and kept as claims come and go."""

from evidence_board.commands.discrepancies import pairs
from evidence_board.model.assertion import Assertion
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.suggest.discrepancies import Compared, discrepancies
from evidence_board.suggest.suggestion import Difference
from evidence_board.ui.comparing import Comparing
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Steps

_AT_ONCE = 50
"""Of how many claims the excerpts are gathered in one go: the window waits for these only."""


class Differences(Comparing[Difference]):
    """Knows which figures in the excerpts of claims do not fit, once `begin` was called."""

    def __init__(self, document: Document) -> None:
        """Listen to ``document``, which owns this; nothing is done before `begin`."""
        super().__init__(document)
        self._ahead: list[str] = []
        self._pairs: list[Compared] = []
        self._stale = False
        document.changed.connect(self._apply)

    def _apply(self, changes: ChangeSet) -> None:
        if not self._begun or not changes.touches(Assertion, Excerpt, Link, Claim):
            return
        if self._working:
            self._stale = True
        else:
            self.start()

    def start(self) -> None:
        """Gather the places of all claims anew."""
        self._ahead = [claim.id for claim in self._document.project.all(Claim)]
        self._pairs = []
        self._stale = False
        super().start()

    def gather(self) -> None:
        """Gather the places to compare of a few claims, then go on; at last compare them."""
        project = self._document.project
        now, self._ahead = self._ahead[:_AT_ONCE], self._ahead[_AT_ONCE:]
        for claim in map(project.find, now):
            if isinstance(claim, Claim):
                self._pairs += pairs(project, claim)
        if self._ahead:
            self._next.start()
        else:
            gathered, self._pairs = self._pairs, []
            title = self.tr("Comparing figures") if len(gathered) > _AT_ONCE else ""
            self.compare(title, compared(gathered))

    def rested(self) -> None:
        """Gather anew if something changed meanwhile."""
        if self._stale:
            self.start()


def compared(gathered: list[Compared]) -> Steps:
    """Compare places pair by pair, telling how many are; returns what does not fit."""
    found: list[Difference] = []
    for count, pair in enumerate(gathered):
        yield count, len(gathered)
        found += discrepancies((pair,))
    return tuple(found)
