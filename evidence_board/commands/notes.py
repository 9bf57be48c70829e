"""Writing notes, gaps and indicators."""

from evidence_board.commands import placing
from evidence_board.model.note import Note, NoteKind
from evidence_board.project.project import Project

_LABELS = {"note": "Write note", "gap": "Write gap", "indicator": "Write indicator"}


def write(
    project: Project,
    text: str,
    *,
    kind: NoteKind = "note",
    about: str | None = None,
    board: str | None = None,
    x: float = 0.0,
    y: float = 0.0,
) -> Note:
    """Write a note, or a gap or indicator that touches a claim."""
    with project.transaction(_LABELS[kind]) as tx:
        note = tx.add(Note(text=text, kind=kind, about=about))
        placing.put(tx, note.id, board, x, y)
    return note
