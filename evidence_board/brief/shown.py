"""What of an investigation may leave with a brief: all but private notes and their traces."""

from collections.abc import Iterator

from evidence_board.analysis.view import Investigation
from evidence_board.model.kinds import KINDS
from evidence_board.model.note import Note
from evidence_board.model.record import Record


def shown_records(view: Investigation) -> tuple[Record, ...]:
    """Return the records in the order of their kinds, without private notes.

    What names a private note, such as its card on a board, tells that there is one; it stays at
    home too, and so does what names that.
    """
    hidden = {note.id for note in view.all(Note) if note.private}
    return tuple(_others(view, hidden)) if hidden else tuple(_all(view))


def _others(view: Investigation, hidden: set[str]) -> Iterator[Record]:
    ahead = list(hidden)
    while ahead:
        for one in view.referrers(ahead.pop()):
            if one.id not in hidden:
                hidden.add(one.id)
                ahead.append(one.id)
    return (record for record in _all(view) if record.id not in hidden)


def _all(view: Investigation) -> Iterator[Record]:
    return (record for kind in KINDS for record in view.all(kind))
