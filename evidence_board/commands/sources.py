"""Bringing sources in: documents with their sealed originals, and origins known only by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_board.commands import bringing, placing
from evidence_board.ingest.addresses import Address, same_place
from evidence_board.ingest.draft import SourceDraft
from evidence_board.model.capture import Capture
from evidence_board.model.source import OriginKind, Source, SourceKind
from evidence_board.project.project import Project


@dataclass(frozen=True)
class Pinned:
    """What became of one draft: its source and capture; `existing` if both were there already."""

    source: Source
    capture: Capture
    existing: bool


@dataclass(frozen=True)
class Kept:
    """What became of one address: its source; `existing` if that was there already."""

    source: Source
    existing: bool


def pin(
    project: Project,
    drafts: Sequence[SourceDraft],
    *,
    board: str | None = None,
    x: float = 0.0,
    y: float = 0.0,
) -> tuple[Pinned, ...]:
    """Bring drafts in as sources, with cards in rows from x, y when a board is given.

    The same bytes again give the existing source; it gets a card where it has none.
    """
    pinned = []
    for one in bringing.bring_in(project, drafts, board=board, x=x, y=y):
        assert one.capture is not None, "a file has an original"
        pinned.append(Pinned(one.source, one.capture, one.existing))
    return tuple(pinned)


def keep_addresses(
    project: Project,
    addresses: Sequence[Address],
    *,
    board: str | None = None,
    x: float = 0.0,
    y: float = 0.0,
) -> tuple[Kept, ...]:
    """Keep addresses as sources without a capture, with cards in rows from x, y on a board.

    Nothing is fetched. The same address again gives the existing source; it gets a card where it
    has none.
    """
    known = {same_place(one.url): one for one in project.all(Source) if one.url}
    new = {same_place(one.url) for one in addresses} - known.keys()
    with project.transaction(bringing.label(len(new))) as tx:
        kept = []
        for address in addresses:
            place = same_place(address.url)
            existing = place in known
            if not existing:
                known[place] = tx.add(_source_at(address))
            kept.append(Kept(known[place], existing))
        bringing.lay_out(tx, [one.source for one in kept], board, x, y)
    return tuple(kept)


def cite(
    project: Project,
    name: str,
    *,
    kind: SourceKind = "document",
    origin_kind: OriginKind | None = None,
    board: str | None = None,
    x: float = 0.0,
    y: float = 0.0,
) -> Source:
    """Add a source that is known only through others: a relay, a person, an institution."""
    if not name.strip():
        raise ValueError("A source needs a name. Type who or what it is.")
    with project.transaction("Add cited source") as tx:
        made = tx.add(Source(kind=kind, publisher=name.strip(), origin_kind=origin_kind))
        placing.put(tx, made.id, board, x, y)
    return made


def _source_at(address: Address) -> Source:
    """Return the record of an address: what else it is stays open until someone has read it."""
    words = {"basis": "header", "words": address.title}
    basis = {"title": words} if address.title else {}
    return Source.model_validate({"title": address.title, "url": address.url, "basis": basis})
