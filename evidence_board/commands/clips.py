"""What a copy of cards holds: their records, and all that these cannot be understood without."""

from collections.abc import Iterable, Mapping, Sequence

from evidence_board.commands import removal
from evidence_board.interchange.clipping import Clipping
from evidence_board.interchange.document import Document
from evidence_board.model import dependence
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.content import Bytes
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.kinds import KINDS
from evidence_board.model.link import Citation, Link
from evidence_board.model.note import Tagging
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Numbered, Record
from evidence_board.model.source import Source
from evidence_board.project.collecting import collection_held_off
from evidence_board.project.project import Project

_BETWEEN = (Link, Citation, Discrepancy)
"""Records that join two others, and come along when both do."""
_JOINED = frozenset(
    table for kind in _BETWEEN for tables in kind.references.values() for table in tables
)
"""The tables of what they may join."""


def clip(
    project: Project, board: str, ids: Sequence[str], *, cut: bool = False, with_bytes: bool = True
) -> Clipping:
    """Return the copy of records and frames (by id) as they lie on a board.

    A claim brings its assertions, and these their sources, excerpts and captures. Links come
    along where both their ends do; ``cut`` adds what removing the records takes away.
    """
    with collection_held_off():
        records = _gathered(project, board, ids)
        if cut:
            going = removal.plan(project, ids)
            records |= {one.id: one for one in going if not _lies_elsewhere(one, board)}
        listed = tuple(_in_order(records.values()))
    kept = _bytes(project, listed) if with_bytes else {}
    return Clipping(Document(listed, kept), project.record.id, cut)


def _lies_elsewhere(record: Record, board: str) -> bool:
    return isinstance(record, Card | Frame) and record.board != board


def _gathered(project: Project, board: str, ids: Iterable[str]) -> dict[str, Record]:
    chosen = [one for id in ids if (one := project.find(id)) is not None]
    found: dict[str, Record] = {}
    ahead: list[Record] = [*chosen, *_laid(project, board, chosen)]
    while ahead:
        record = ahead.pop()
        if record.id in found or isinstance(record, ProjectRecord | Board):
            continue
        found[record.id] = record
        ahead += _named(project, record)
        ahead += _beside(project, record)
    for one in _between(project, found):
        found |= {one.id: one, **{named.id: named for named in _named(project, one)}}
    return found


def _laid(project: Project, board: str, chosen: Iterable[Record]) -> Iterable[Record]:
    """Yield the cards of records on a board, and the tags on them."""
    for record in chosen:
        for one in project.referrers(record.id):
            if isinstance(one, Tagging) or (isinstance(one, Card) and one.board == board):
                yield one


def _named(project: Project, record: Record) -> Iterable[Record]:
    """Yield what a record names and cannot do without; other claims and cards stay behind."""
    for _, id in record.referenced():
        one = project.find(id)
        if one is not None and not isinstance(one, Claim | Link | Frame):
            yield one


def _beside(project: Project, record: Record) -> Iterable[Record]:
    """Yield what tells where a record is from: assertions of a claim, captures of a source."""
    if not isinstance(record, Claim | Source):
        return
    for one in project.referrers(record.id):
        asserts = isinstance(one, Assertion) and one.claim == record.id
        if asserts or isinstance(one, Capture):
            yield one


def _between(project: Project, found: Mapping[str, Record]) -> tuple[Record, ...]:
    """Return the links, citations and discrepancies whose two ends are among these records."""
    joined: dict[str, Record] = {}
    ahead = [id for id, record in found.items() if record.table in _JOINED]
    while ahead:
        for one in project.referrers(ahead.pop()):
            if isinstance(one, _BETWEEN) and one.id not in joined:
                ends = _ends(one)
                if all(end in found or end in joined for end in ends):
                    joined[one.id] = one
                    ahead.append(one.id)
    return tuple(joined.values())


def _ends(record: Record) -> tuple[str, ...]:
    soft = dependence.soft_fields(record)
    return tuple(id for field, id in record.referenced() if field not in soft)


def _in_order(records: Iterable[Record]) -> list[Record]:
    """Return records kind by kind, as documents have them."""
    place = {kind: rank for rank, kind in enumerate(KINDS)}
    return sorted(records, key=lambda one: (place[type(one)], _rank(one)))


def _rank(record: Record) -> int:
    """Return what orders records of one kind: the number, of cards what lies in front."""
    if isinstance(record, Numbered):
        return record.number
    return record.layer if isinstance(record, Card) else 0


def _bytes(project: Project, records: Iterable[Record]) -> dict[str, Bytes]:
    kept: dict[str, Bytes] = {}
    for one in records:
        if isinstance(one, Capture):
            for digest in (one.sha256, one.text_sha256):
                kept[digest] = project.kept(digest)
    return kept
