"""What may be drawn between two records: a sentence for each thing that may not."""

from typing import Literal

from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY, LINK_TYPES, LinkType
from evidence_board.model.record import Record
from evidence_board.project.project import Project

Line = Link | Citation | Assertion
End = Literal["start", "end"]
OTHER_TYPE = "Choose another type."
OTHER_CARD = "Choose another card."


def ends_of(line: Line) -> tuple[str, str]:
    """Return the ids that a line starts from and ends on."""
    if isinstance(line, Assertion):
        return line.source, line.claim
    return line.from_id, line.to_id


def type_of(line: Line) -> LinkType:
    """Return the type of a line."""
    return BY_KEY["asserts" if isinstance(line, Assertion) else line.type]


def refuse(
    project: Project, start_id: str, end_id: str, kind: LinkType, *, advice: str = OTHER_TYPE
) -> None:
    """Raise a ValueError that says why a line of a type cannot be drawn; ``advice`` ends it."""
    if start_id == end_id:
        raise ValueError(f"Nothing {kind.word} itself. Choose another card.")
    start, end = project.find(start_id), project.find(end_id)
    if start is None or end is None:
        raise ValueError("One end of the link is gone. Draw it again.")
    if not _joins(kind, start, end):
        raise ValueError(
            f"{_a(start)} cannot be drawn as “{kind.word}” to {_a(end).lower()}. {advice}"
        )
    for line in project.referrers(start_id):
        if isinstance(line, Line) and (*ends_of(line), type_of(line)) == (start_id, end_id, kind):
            raise ValueError(f"That link is there already: it {kind.word}.")


def types_for(project: Project, line: Record | None) -> tuple[LinkType, ...]:
    """Return the types that a line may be changed to; none for what is no line."""
    if not isinstance(line, Link | Citation):
        return ()
    start, end = project.find(line.from_id), project.find(line.to_id)
    if start is None or end is None:
        return ()
    return tuple(
        kind
        for kind in LINK_TYPES
        if kind.record == line.table and kind.key != line.type and _joins(kind, start, end)
    )


def _joins(kind: LinkType, start: Record, end: Record) -> bool:
    return start.table in kind.ends[0] and end.table in kind.ends[1]


def _a(record: Record) -> str:
    """Return a noun with its article."""
    return f"{'An' if record.noun[0] in 'aeiou' else 'A'} {record.noun}"
