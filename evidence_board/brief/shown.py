"""What of an investigation may leave with a brief: all but private notes and their traces."""

from collections.abc import Iterator

from evidence_board.analysis.view import Columned, Investigation
from evidence_board.model.kinds import KINDS
from evidence_board.model.note import Note
from evidence_board.model.record import Record


def shown_records(view: Investigation) -> tuple[Record, ...]:
    """Return the records in the order of their kinds, without private notes.

    What names a private note, such as its card on a board, tells that there is one; it stays at
    home too, and so does what names that.
    """
    hidden = _with_traces(view, {note.id for note in view.all(Note) if note.private})
    return tuple(record for record in _all(view) if record.id not in hidden)


def shown_ids(view: Columned) -> Iterator[str]:
    """Yield the ids of the same records; none of them is made for it."""
    notes = zip(*view.columns(Note, "id", "private"), strict=True)
    hidden = _with_traces(view, {str(id) for id, private in notes if private})
    for kind in KINDS:
        yield from (str(id) for id in view.columns(kind, "id")[0] if id not in hidden)


def _with_traces(view: Investigation, hidden: set[str]) -> set[str]:
    """Return hidden records with all that names them."""
    ahead = list(hidden)
    while ahead:
        for one in view.referrers(ahead.pop()):
            if one.id not in hidden:
                hidden.add(one.id)
                ahead.append(one.id)
    return hidden


def _all(view: Investigation) -> Iterator[Record]:
    return (record for kind in KINDS for record in view.all(kind))
