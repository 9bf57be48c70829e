"""Bringing sources in: documents with their sealed originals, and origins known only by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from evidence_board.commands import placing
from evidence_board.ingest.addresses import Address, same_place
from evidence_board.ingest.draft import Proposal, SourceDraft
from evidence_board.model.capture import Capture
from evidence_board.model.source import OriginKind, Source, SourceKind
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

_GAP = 24.0
_ROW, _DOWN, _DOWN_OF_PICTURES = 5, 96.0, 368.0


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
    with project.transaction(_label(_new(project, drafts))) as tx:
        now = project.now()
        pinned = tuple(_pin(tx, draft, now) for draft in drafts)
        pictures = any(draft.kind == "image" for draft in drafts)
        _lay_out(tx, (one.source for one in pinned), board, x, y, pictures=pictures)
    return pinned


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
    with project.transaction(_label(len(new))) as tx:
        kept = []
        for address in addresses:
            place = same_place(address.url)
            existing = place in known
            if not existing:
                known[place] = tx.add(_source_at(address))
            kept.append(Kept(known[place], existing))
        _lay_out(tx, (one.source for one in kept), board, x, y)
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


def rows_of_cards(count: int, *, pictures: bool = False) -> tuple[tuple[float, float], ...]:
    """Return where the cards of so many new sources lie, from the corner of the first one.

    The rows are far enough apart for `pictures`, where there are any.
    """
    step, down = placing.CARD_WIDTH + _GAP, _DOWN_OF_PICTURES if pictures else _DOWN
    return tuple((place % _ROW * step, place // _ROW * down) for place in range(count))


def _new(project: Project, drafts: Sequence[SourceDraft]) -> int:
    """Return how many sources are not held already."""
    held = {capture.sha256 for capture in project.all(Capture)}
    return len({sha256(draft.original).hexdigest() for draft in drafts} - held)


def _label(new: int) -> str:
    """Return what the step does: sources that are known already are not added again."""
    if not new:
        return "Put source on board"
    return "Add source" if new == 1 else f"Add {new} sources"


def _pin(tx: Transaction, draft: SourceDraft, now: str) -> Pinned:
    digest = tx.keep(draft.original)
    for capture in tx.all(Capture):
        if capture.sha256 == digest:
            held = tx.find(capture.source)
            assert isinstance(held, Source)
            return Pinned(held, capture, existing=True)
    source = tx.add(_source(draft))
    capture = tx.add(
        Capture(
            source=source.id,
            file_name=draft.file_name,
            size=len(draft.original),
            sha256=digest,
            media_type=draft.media_type,
            captured_at=now,
            tool=draft.tool,
            text_sha256=tx.keep(draft.text.encode()),
            text_length=len(draft.text),
            text_method=draft.text_method,
            remark=draft.remark,
        )
    )
    return Pinned(source, capture, existing=False)


def _source(draft: SourceDraft) -> Source:
    """Return the record that the document itself supports; empty beats guessed."""
    values = {name: proposal.value for name, proposal in draft.fields.items()}
    basis = {name: _basis(proposal) for name, proposal in draft.fields.items()}
    return Source.model_validate({**values, "kind": draft.kind, "basis": basis})


def _source_at(address: Address) -> Source:
    """Return the record of an address: what else it is stays open until someone has read it."""
    words = {"basis": "header", "words": address.title}
    basis = {"title": words} if address.title else {}
    return Source.model_validate({"title": address.title, "url": address.url, "basis": basis})


def _basis(proposal: Proposal) -> Mapping[str, str]:
    return {"basis": proposal.basis, "words": proposal.words}


def _lay_out(
    tx: Transaction,
    sources: Iterable[Source],
    board: str | None,
    x: float,
    y: float,
    *,
    pictures: bool = False,
) -> None:
    if board is None:
        return
    new = dict.fromkeys(one.id for one in sources if not placing.has_card(tx, one.id, board))
    places = rows_of_cards(len(new), pictures=pictures)
    for source, (across, down) in zip(new, places, strict=True):
        placing.put(tx, source, board, x + across, y + down)
