"""The records of an investigation as columns, which the rules of the checks ask for."""

import json

from evidence_board.brief.through import Through
from evidence_board.model.record import Record


class InColumns(Through):
    """An investigation that also gives fields of all its records, made of the records.

    A project has its own; what a brief is made of may be in other orders, redacted, or read from a
    document.
    """

    def columns(self, kind: type[Record], *names: str) -> tuple[list[object], ...]:
        """Return fields of all records of a kind, a list for each."""
        held = self._view.all(kind)
        return tuple([getattr(one, name) for one in held] for name in names)

    def stored(self, kind: type[Record], name: str) -> list[object]:
        """Return one field of all records of a kind as it is stored: a list as JSON text."""
        return [json.dumps(one.plain()[name]) for one in self._view.all(kind)]
