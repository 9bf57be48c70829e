"""Drawing lines between records: links, citations and assertions, one table of types for all."""

from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY, LinkType
from evidence_board.model.record import Record
from evidence_board.project.project import Project

Line = Link | Citation | Assertion


def connect(project: Project, from_id: str, to_id: str, type_key: str, reason: str = "") -> Line:
    """Draw a line of a type from one record to another; ValueError says why that cannot be."""
    kind = BY_KEY[type_key]
    if from_id == to_id:
        raise ValueError(f"Nothing {kind.word} itself. Choose another card.")
    ends = _ends(project, from_id, to_id)
    _refuse_wrong_ends(kind, ends)
    _refuse_twin(project, from_id, to_id, kind)
    with project.transaction(f"Link: {kind.word}") as tx:
        return tx.add(_line(kind, from_id, to_id, reason))


def retype(project: Project, line: Link | Citation, type_key: str) -> Link | Citation:
    """Give a link or citation another type of its own sort."""
    kind = BY_KEY[type_key]
    _refuse_wrong_ends(kind, _ends(project, line.from_id, line.to_id))
    if type_key != line.type:
        _refuse_twin(project, line.from_id, line.to_id, kind)
    with project.transaction(f"Change link to: {kind.word}") as tx:
        return tx.update(line, type=type_key)


def reverse(project: Project, line: Link | Citation) -> Link | Citation:
    """Turn a link or citation round."""
    _refuse_wrong_ends(BY_KEY[line.type], _ends(project, line.to_id, line.from_id))
    _refuse_twin(project, line.to_id, line.from_id, BY_KEY[line.type])
    with project.transaction("Reverse link") as tx:
        return tx.update(line, from_id=line.to_id, to_id=line.from_id)


def _line(kind: LinkType, from_id: str, to_id: str, reason: str) -> Line:
    if kind.record == "assertion":
        return Assertion(claim=to_id, source=from_id)
    if kind.record == "citation":
        return Citation.model_validate(
            {"from_id": from_id, "to_id": to_id, "type": kind.key, "reason": reason}
        )
    return Link.model_validate(
        {"from_id": from_id, "to_id": to_id, "type": kind.key, "reason": reason}
    )


def _ends(project: Project, from_id: str, to_id: str) -> tuple[Record, Record]:
    start, end = project.find(from_id), project.find(to_id)
    if start is None or end is None:
        raise ValueError("One end of the link is gone. Draw it again.")
    return start, end


def _refuse_wrong_ends(kind: LinkType, ends: tuple[Record, Record]) -> None:
    if ends[0].table not in kind.ends[0] or ends[1].table not in kind.ends[1]:
        raise ValueError(
            f"A {ends[0].noun} cannot be drawn as “{kind.word}” to a {ends[1].noun}. "
            "Choose another type."
        )


def _refuse_twin(project: Project, from_id: str, to_id: str, kind: LinkType) -> None:
    """Refuse the same statement twice; another type between the same two is welcome."""
    for line in project.referrers(from_id):
        if _says(line) == (from_id, to_id, kind.key):
            raise ValueError(f"That link is there already: it {kind.word}.")


def _says(record: Record) -> tuple[str, str, str] | None:
    if isinstance(record, (Link, Citation)):
        return record.from_id, record.to_id, record.type
    if isinstance(record, Assertion):
        return record.source, record.claim, "asserts"
    return None
