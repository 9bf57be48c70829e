"""Drawing lines between records: links, citations and assertions, one table of types for all."""

from evidence_board.commands import premises
from evidence_board.commands.line_rules import (
    OTHER_CARD,
    End,
    Line,
    ends_of,
    refuse,
    type_of,
)
from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY, LinkType
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project


def connect(project: Project, from_id: str, to_id: str, type_key: str, reason: str = "") -> Line:
    """Draw a line of a type from one record to another; ValueError says why that cannot be."""
    kind = BY_KEY[type_key]
    refuse(project, from_id, to_id, kind)
    with project.transaction(f"Link: {kind.word}") as tx:
        return tx.add(drawn(kind, from_id, to_id, reason))


def retype(project: Project, line: Link | Citation, type_key: str) -> Link | Citation:
    """Give a link or citation another type of its own sort; a linked premise then stands alone."""
    kind = BY_KEY[type_key]
    if kind != type_of(line):
        refuse(project, line.from_id, line.to_id, kind)
    with project.transaction(f"Change link to: {kind.word}") as tx:
        return tx.update(premises.alone(tx, line), type=type_key)


def reverse(project: Project, line: Line) -> Line:
    """Turn a line round, where its type allows that; a linked premise then stands alone."""
    start_id, end_id = ends_of(line)
    refuse(project, end_id, start_id, type_of(line), advice="It stays as it is.")
    assert not isinstance(line, Assertion), "a claim asserts nothing"
    with project.transaction("Reverse link") as tx:
        return tx.update(premises.alone(tx, line), from_id=end_id, to_id=start_id)


def reattach(project: Project, line: Line, end: End, id: str) -> Line:
    """Let one end of a line lead to another record; the rest of it stays as it was.

    ValueError says why that record cannot take it.
    """
    refuse_end(project, line, end, id)
    with project.transaction("Move end of link") as tx:
        if isinstance(line, Assertion):
            # Who told whom was said of the former carrier: of the new one it is not known.
            changed = {"claim": id} if end == "end" else {"source": id, "chain": ()}
            return tx.update(line, **changed)
        kept = line if end == "start" else premises.alone(tx, line)
        return tx.update(kept, **{"from_id" if end == "start" else "to_id": id})


def refuse_end(project: Project, line: Line, end: End, id: str) -> None:
    """Raise a ValueError that says why an end of a line cannot lead to a record."""
    start_id, end_id = ends_of(line)
    if id == (start_id if end == "start" else end_id):
        return
    if end == "start" and isinstance(line, Assertion) and line.excerpt is not None:
        raise ValueError(_bound(project, line, id))
    new = (id, end_id) if end == "start" else (start_id, id)
    if isinstance(line, Link) and _leads_to(project, id, line.id):
        raise ValueError("That link leads back to this one. Choose another link.")
    refuse(project, *new, type_of(line), advice=OTHER_CARD)


def drawn(kind: LinkType, from_id: str, to_id: str, reason: str) -> Line:
    """Return the record of a new line."""
    if kind.record == "assertion":
        return Assertion(claim=to_id, source=from_id)
    fields = {"from_id": from_id, "to_id": to_id, "type": kind.key, "reason": reason}
    if kind.record == "citation":
        return Citation.model_validate(fields)
    return Link.model_validate(fields)


def _bound(project: Project, line: Assertion, id: str) -> str:
    """Say that words stay with the source that they were marked in."""
    source, other = project.find(line.source), project.find(id)
    mark = source.mark if isinstance(source, Source) else "its source"
    other_mark = other.mark if isinstance(other, Source) else "the other source"
    return f"This line rests on words of {mark}. Mark words in {other_mark} to tie it to the claim."


def _leads_to(project: Project, id: str, line_id: str) -> bool:
    """Whether a record is a line, or a link that ends on it, however far along."""
    ahead: Record | None = project.find(id)
    while isinstance(ahead, Link) and ahead.id != line_id:
        ahead = project.find(ahead.to_id)
    return ahead is not None and ahead.id == line_id
