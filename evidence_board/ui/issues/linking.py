"""Tells at the moment of linking that a support brings no new origin, or closes a loop."""

from PySide6.QtCore import QObject, QTimer

from evidence_board.analysis.shared import Shared, shared_claim
from evidence_board.analysis.titles import mark_of
from evidence_board.analysis.warnings.finding import listed
from evidence_board.commands.issues import closes_loop
from evidence_board.model.change import ChangeSet
from evidence_board.model.link import Link
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.document import Document

_FEW = 3
"""Above so many new links nobody draws them by hand: the list of issues tells of them."""


class LinkTold(QObject):
    """Hears of new links, whichever way they were drawn."""

    def __init__(self, document: Document) -> None:
        """Tell by ``document``, which owns this."""
        super().__init__(document)
        self._document = document
        document.changed.connect(self._follow)

    def _follow(self, changes: ChangeSet) -> None:
        """Look once the act is over, and has told what it did itself."""
        new = [one for one in changes.added() if isinstance(one, Link) and one.type == "supports"]
        if 0 < len(new) <= _FEW:
            QTimer.singleShot(0, self, lambda: self._tell(new[-1]))

    def _tell(self, link: Link) -> None:
        project = self._document.project
        if project.closed or project.find(link.id) is None:
            return
        if closes_loop(project, link):
            words = self.tr("{start} now supports itself, through {end}: a loop rests on nothing.")
            self._warn(words, link, link.from_id)
            return
        shared = shared_claim(project, link.from_id, link.to_id, self._document.counts.ground)
        if shared is not None:
            words = self.tr("{start} supports {end}, but {all} go back to {origins}: one origin.")
            self._warn(words, link, link.to_id, shared)

    def _warn(self, words: str, link: Link, about: str, shared: Shared | None = None) -> None:
        names = {"start": self._mark(link.from_id), "end": self._mark(link.to_id)}
        if shared is not None:
            names["all"] = listed([self._mark(one) for one in shared.members])
            names["origins"] = listed([self._name(one) for one in shared.origins])
        self._document.warn(words.format(**names), about)

    def _mark(self, id: str) -> str:
        record = self._document.project.find(id)
        return mark_of(record) if record is not None else "?"

    def _name(self, id: str) -> str:
        record = self._document.project.find(id)
        if isinstance(record, OriginGroup):
            return record.label
        return record.name if isinstance(record, Source) else "?"
