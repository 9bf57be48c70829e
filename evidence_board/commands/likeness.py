"""Which record of a project says the same as one that is brought in, so that it is not doubled.

Sources, origins and excerpts are evidence: a second one of the same would count as one more
(tradecraft: origins that cannot count twice). Claims, notes and links are thoughts: they may be
copied.
"""

from collections.abc import Mapping

from evidence_board.model.capture import Capture
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Citation
from evidence_board.model.note import Tag, Tagging
from evidence_board.model.record import Record
from evidence_board.model.source import OriginGroup, Source
from evidence_board.project.transaction import Transaction

SHARED = (OriginGroup, Source, Capture, Excerpt, Tag)
"""Kinds of which a project holds each one once."""
_NAMING = (
    *("kind", "title", "publisher", "authors", "published", "url"),
    *("origin_kind", "affiliation", "section", "dateline"),
)
Held = Mapping[str, str]
"""The SHA-256 of the original by the id of its source, of what is brought in."""


def same_here(tx: Transaction, record: Record, held: Held) -> Record | None:
    """Return the record of the project that is the same as this one, or None.

    The references of ``record`` must name records of the project already.
    """
    match record:
        case OriginGroup() | Tag():
            return next((one for one in tx.all(type(record)) if one.label == record.label), None)
        case Source():
            return _source(tx, record, held.get(record.id))
        case Capture():
            return _same(tx, record, record.source, ("sha256", "text_sha256"))
        case Excerpt():
            fields = ("capture", "start", "end", "exact", "page", "region")
            return _same(tx, record, record.source, fields)
        case Citation():
            return _same(tx, record, record.from_id, ("to_id", "type"))
        case Tagging():
            return _same(tx, record, record.record, ("tag",))
        case _:
            return None


def _source(tx: Transaction, source: Source, digest: str | None) -> Source | None:
    """Return the source of the same bytes; of one that is cited only, the one of that name."""
    mine = tx.find(source.id)
    if digest is not None:
        captures = (one for one in tx.all(Capture) if one.sha256 == digest)
        found = next((tx.find(one.source) for one in captures), None)
        if found is None and not _is_held(tx, source.id):
            found = mine
        return found if isinstance(found, Source) else None
    if isinstance(mine, Source):
        return mine
    return next((one for one in tx.all(Source) if _named_alike(tx, one, source)), None)


def _named_alike(tx: Transaction, one: Source, other: Source) -> bool:
    alike = all(getattr(one, name) == getattr(other, name) for name in _NAMING)
    return alike and not _is_held(tx, one.id)


def _is_held(tx: Transaction, source: str) -> bool:
    return any(isinstance(one, Capture) for one in tx.referrers(source))


def _same(tx: Transaction, record: Record, owner: str, fields: tuple[str, ...]) -> Record | None:
    """Return the record of the same kind on the same owner that agrees in all these fields."""
    likely = (one for one in tx.referrers(owner) if type(one) is type(record))
    for one in likely:
        alike = all(getattr(one, name) == getattr(record, name) for name in fields)
        if alike and _owner(one) == owner:
            return one
    return None


def _owner(record: Record) -> str:
    for field in ("source", "from_id", "record"):
        if hasattr(record, field):
            return str(getattr(record, field))
    return ""
