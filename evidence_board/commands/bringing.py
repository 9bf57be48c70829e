"""Bringing in what was read: files with their sealed originals, entries of lists, in one step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from evidence_board.commands import placing
from evidence_board.ingest.addresses import same_place
from evidence_board.ingest.draft import ListDraft, Proposal, SourceDraft
from evidence_board.model.capture import Capture
from evidence_board.model.content import digest_of, size_of
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

PART = 6
"""How many drafts a part has: the window waits for these only."""
_ENTRIES = 6
"""So many entries of a list take as long as one draft with its original."""
_LOOKED = 50
"""After so many entries others have their turn while a list is looked through."""
_GAP = 24.0
_ROW, _DOWN, _DOWN_OF_PICTURES = 5, 96.0, 368.0
Draft: TypeAlias = SourceDraft | ListDraft


@dataclass(frozen=True)
class Brought:
    """What became of a draft, or of one entry of a list: its source.

    `draft` is its place among the drafts; `existing` says that it was there already. `like` is the
    id of a source with the same text from other bytes: both are kept, and are near-duplicates.
    """

    draft: int
    source: Source
    capture: Capture | None
    existing: bool
    like: str = ""


def bring_in(
    project: Project,
    drafts: Sequence[Draft],
    *,
    board: str | None = None,
    x: float = 0.0,
    y: float = 0.0,
) -> tuple[Brought, ...]:
    """Bring drafts in as sources, with cards in rows from x, y when a board is given.

    The same bytes again give the existing source, and so does the same entry; it gets a card where
    it has none.
    """
    whole = parts(project, drafts, board=board, x=x, y=y, size=len(drafts))
    return tuple(one for part in whole for one in part)


def parts(
    project: Project,
    drafts: Sequence[Draft],
    *,
    board: str | None = None,
    x: float = 0.0,
    y: float = 0.0,
    size: int = PART,
) -> Iterator[tuple[Brought, ...]]:
    """Bring drafts in as `bring_in` does, so many at a time, and yield what became of each part.

    The first parts are empty, for looking the drafts through takes its time too. Between two parts
    others have their turn. All parts are one step, unless something else was done
    meanwhile.
    """
    new = 0
    for more in _new(project, drafts):
        new += more
        yield ()
    words, step = label(new), object()
    known = _Known(project.now(), project.record.author)
    pictures = any(isinstance(one, SourceDraft) and one.kind == "image" for one in drafts)
    laid = 0
    for part in _portions(drafts, max(size, 1)):
        with project.typing(step), project.transaction(words) as tx:
            known.begin(tx)
            brought = tuple(one for place, draft in part for one in known.add(place, draft))
            sources = [one.source for one in brought]
            laid += lay_out(tx, sources, board, x, y, pictures=pictures, before=laid)
        yield brought


def _portions(drafts: Sequence[Draft], size: int) -> Iterator[list[tuple[int, Draft]]]:
    """Yield so many drafts at a time, with their places; a long list of references is parted."""
    portion: list[tuple[int, Draft]] = []
    room = float(size)
    for place, draft in enumerate(drafts):
        for piece in _pieces(draft, size):
            entries = len(piece.entries) if isinstance(piece, ListDraft) else _ENTRIES
            portion.append((place, piece))
            room -= entries / _ENTRIES
            if room <= 0:
                yield portion
                portion, room = [], float(size)
    if portion:
        yield portion


def _pieces(draft: Draft, size: int) -> Iterator[Draft]:
    """Yield a draft, or a list of references in lists that each take as long as so many drafts."""
    if not isinstance(draft, ListDraft):
        yield draft
        return
    most = size * _ENTRIES
    for first in range(0, len(draft.entries), most):
        yield replace(draft, entries=draft.entries[first : first + most])


def rows_of_cards(count: int, *, pictures: bool = False) -> tuple[tuple[float, float], ...]:
    """Return where the cards of so many new sources lie, from the corner of the first one.

    The rows are far enough apart for `pictures`, where there are any.
    """
    step, down = placing.CARD_WIDTH + _GAP, _DOWN_OF_PICTURES if pictures else _DOWN
    return tuple((place % _ROW * step, place // _ROW * down) for place in range(count))


def same_text(project: Project, capture: Capture) -> tuple[Source, ...]:
    """Return the other sources with the same text from other bytes: near-duplicates, both kept."""
    if not capture.text_length:
        return ()
    rows = zip(*project.columns(Capture, "source", "text_sha256"), strict=True)
    ids = dict.fromkeys(str(source) for source, text in rows if text == capture.text_sha256)
    return tuple(project.get(Source, one) for one in ids if one != capture.source)


def count_of(drafts: Sequence[Draft]) -> int:
    """Return how many sources drafts make at most."""
    return sum(len(one.entries) if isinstance(one, ListDraft) else 1 for one in drafts)


def label(new: int) -> str:
    """Return what the step does: sources that are known already are not added again."""
    if not new:
        return "Put source on board"
    return "Add source" if new == 1 else f"Add {new} sources"


def lay_out(
    tx: Transaction,
    sources: Sequence[Source],
    board: str | None,
    x: float,
    y: float,
    *,
    pictures: bool = False,
    before: int = 0,
) -> int:
    """Put cards of sources on a board, of those that have none on it; returns how many.

    So many places as lie `before` are taken already.
    """
    if board is None:
        return 0
    new = dict.fromkeys(one.id for one in sources if not placing.has_card(tx, one.id, board))
    places = rows_of_cards(before + len(new), pictures=pictures)[before:]
    front = placing.front(tx) if new else 0
    tx.add_all(
        [
            placing.card(source, board, x + across, y + down, front + number)
            for number, (source, (across, down)) in enumerate(zip(new, places, strict=True))
        ]
    )
    return len(new)


class _Known:
    """What the project holds: by the bytes, by the text, by the address, by what it is called."""

    def __init__(self, now: str, by: str) -> None:
        self._now, self._by = now, by
        self._tx: Transaction | None = None
        self._by_bytes: dict[str, Capture] = {}
        self._by_text: dict[str, str] = {}
        self._by_entry: dict[tuple[str, ...], Source] = {}

    def begin(self, tx: Transaction) -> None:
        """Look the project through; later only go on, in another transaction."""
        first, self._tx = self._tx is None, tx
        if not first:
            return
        captures = tx.all(Capture)
        self._by_bytes = {one.sha256: one for one in captures}
        self._by_text = {
            one.text_sha256: one.source for one in reversed(captures) if one.text_length
        }
        self._by_entry = {key: one for one in tx.all(Source) for key in _keys(one)}

    def add(self, place: int, draft: Draft) -> list[Brought]:
        """Add a draft, or find what is there already."""
        if isinstance(draft, ListDraft):
            return [self._listed(place, entry) for entry in draft.entries]
        return [self._sealed(place, draft)]

    def _listed(self, place: int, entry: Mapping[str, Proposal]) -> Brought:
        made = _source(entry, "document")
        for key in _keys(made):
            if held := self._held(self._by_entry.get(key)):
                return Brought(place, held, None, existing=True)
        source = self._now_open.add(made)
        self._by_entry |= dict.fromkeys(_keys(source), source)
        return Brought(place, source, None, existing=False)

    def _sealed(self, place: int, draft: SourceDraft) -> Brought:
        tx = self._now_open
        digest = tx.keep(draft.original)
        if (capture := self._by_bytes.get(digest)) and tx.find(capture.id) is not None:
            held = tx.find(capture.source)
            assert isinstance(held, Source)
            return Brought(place, held, capture, existing=True)
        source = tx.add(_source(draft.fields, draft.kind))
        capture = tx.add(self._capture(source, draft, digest))
        like = self._by_text.get(capture.text_sha256, "") if draft.text else ""
        if like and tx.find(like) is None:
            like = ""
        self._by_bytes[digest] = capture
        self._by_text.setdefault(capture.text_sha256, source.id)
        return Brought(place, source, capture, existing=False, like=like)

    @property
    def _now_open(self) -> Transaction:
        assert self._tx is not None, "begin was not called"
        return self._tx

    def _held(self, source: Source | None) -> Source | None:
        """Return a source that is still there, as it is now."""
        found = None if source is None else self._now_open.find(source.id)
        return found if isinstance(found, Source) else None

    def _capture(self, source: Source, draft: SourceDraft, digest: str) -> Capture:
        return Capture(
            source=source.id,
            file_name=draft.file_name,
            size=size_of(draft.original),
            sha256=digest,
            media_type=draft.media_type,
            captured_at=self._now,
            captured_by=self._by,
            tool=draft.tool,
            address=draft.address,
            text_sha256=self._now_open.keep(draft.text.encode()),
            text_length=len(draft.text),
            text_method=draft.text_method,
            remark=draft.remark,
        )


def _new(project: Project, drafts: Sequence[Draft]) -> Iterator[int]:
    """Yield how many sources are not held already, a number for each part of them."""
    held = set(project.columns(Capture, "sha256")[0])
    originals = (one.original for one in drafts if isinstance(one, SourceDraft))
    entries = [one for draft in drafts if isinstance(draft, ListDraft) for one in draft.entries]
    yield len({digest_of(original) for original in originals} - held)
    known = {key for one in project.all(Source) for key in _keys(one)} if entries else set()
    for first in range(0, len(entries), _LOOKED):
        new = 0
        for entry in entries[first : first + _LOOKED]:
            keys = _keys(_source(entry, "document"))
            new += known.isdisjoint(keys)
            known.update(keys)
        yield new


def _source(fields: Mapping[str, Proposal], kind: str) -> Source:
    """Return the record that the document itself supports; empty beats guessed."""
    values = {name: proposal.value for name, proposal in fields.items()}
    basis = {name: {"basis": one.basis, "words": one.words} for name, one in fields.items()}
    return Source.model_validate({**values, "kind": kind, "basis": basis})


def _keys(source: Source) -> list[tuple[str, ...]]:
    """Return by what a source is known as the same: its address, or title, authors and date."""
    keys: list[tuple[str, ...]] = [(same_place(source.url),)] if source.url else []
    if source.title and (source.authors or source.published):
        told = " ".join(source.title.casefold().split())
        keys.append((told, ",".join(source.authors).casefold(), source.published or ""))
    return keys
