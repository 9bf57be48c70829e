"""A record that is being written: made at the first rest of the keys, so that no crash loses it."""

from collections.abc import Callable
from typing import TypeAlias

from evidence_board.commands import editing, removal
from evidence_board.model.change import ChangeSet
from evidence_board.model.record import Record
from evidence_board.project.project import Project
from evidence_board.ui.document import Document
from evidence_board.ui.typing_rests import Told

Make: TypeAlias = Callable[[Project, str], Record]
"""Makes the record, and all that comes with it, from words that are not empty."""
Settle: TypeAlias = Callable[[Project, Record, str], None]
"""Brings what was made with the first words to where the last ones need it."""


class Draft:
    """One edit that ends with a new record, or with nothing; in the history one step, or none."""

    def __init__(
        self, document: Document, field: str, make: Make, settle: Settle | None = None
    ) -> None:
        """Write ``field`` of what ``make`` makes."""
        self._document = document
        self._field = field
        self._make = make
        self._settle = settle
        self._edit = object()
        self._made = ""
        self._with: tuple[str, ...] = ()

    @property
    def record(self) -> Record | None:
        """What was made so far, as it is now; it is gone if it could not be saved."""
        return self._document.project.find(self._made) if self._made else None

    def rest(self, words: str) -> bool:
        """Save what is written so far; whether it could be stored."""
        told = Told(self._edit, rests=True)
        return bool(words) and self._document.write(told, lambda _: self._store(words)) is not None

    def finish(self, words: str) -> Record | None:
        """Save the words with which the edit ends; without any nothing is left of it."""
        if not words:
            self.drop()
            return None
        told = Told(self._edit, rests=False)
        return self._document.write(told, lambda project: self._end(project, words))

    def drop(self) -> None:
        """Leave nothing: neither the record nor a step."""
        if self.record is not None:
            told = Told(self._edit, rests=False)
            self._document.write(told, lambda project: removal.remove(project, self._with))
        self._made, self._with = "", ()

    def _end(self, project: Project, words: str) -> Record:
        known = self.record
        made = self._store(words)
        if known is not None and self._settle is not None:
            self._settle(project, made, words)
        return made

    def _store(self, words: str) -> Record:
        project, known = self._document.project, self.record
        if known is not None:
            return editing.change(project, known, **{self._field: words})
        noted: list[ChangeSet] = []
        stop = project.observe(noted.append)
        try:
            made = self._make(project, words)
        finally:
            stop()
        self._made = made.id
        self._with = tuple(one.id for changes in noted for one in changes.added())
        return made
