"""Copying cards: beside the originals, and by way of the clipboard in this or another project."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from evidence_board.commands import clips, exchange, likeness, placing, removal
from evidence_board.commands.labels import named
from evidence_board.interchange.clipping import Clipping
from evidence_board.interchange.document import BadDocument
from evidence_board.model import dependence
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.kinds import KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Numbered, Record, new_id
from evidence_board.project.project import Project
from evidence_board.project.transaction import Transaction

_LAID = (Card, Frame)
Fields: TypeAlias = dict[str, object]
"""Values of a record by their names."""


def duplicate(
    project: Project, board: str, ids: Sequence[str], dx: float, dy: float
) -> tuple[str, ...]:
    """Copy claims, notes and frames to so many px beside; returns the ids of the copies.

    A copied claim rests on the same sources and excerpts as the original, which are not doubled.
    """
    clipping = clips.clip(project, board, ids, with_bytes=False)
    with project.transaction(f"Duplicate {named(project, ids)}") as tx:
        return _Joining(tx, clipping, board).take_in(dx, dy)


def cut(project: Project, board: str, ids: Sequence[str]) -> Clipping:
    """Take records off a board and return their copy; those shown elsewhere too stay there."""
    clipping = clips.clip(project, board, ids, cut=True)
    cards = {id: [one for one in project.referrers(id) if isinstance(one, Card)] for id in ids}
    elsewhere = {id for id in ids if any(card.board != board for card in cards[id])}
    going = removal.plan(project, [id for id in ids if id not in elsewhere])
    with project.transaction(f"Cut {named(project, ids)}") as tx:
        for id in elsewhere:
            for card in cards[id]:
                if card.board == board:
                    tx.remove(card)
        removal.take_out(tx, going)
    return clipping


def paste(project: Project, clipping: Clipping, board: str, x: float, y: float) -> tuple[str, ...]:
    """Bring copied cards to a board, their common corner at x, y; returns the ids of what came.

    They keep their arrangement. What was cut from this project and is gone comes back as it was;
    else claims, notes, frames and links are new records. A source that is here already, by its
    bytes or its name, is used instead of a second one. BadDocument says what is wrong with a
    clipping; then nothing was changed.
    """
    left, top = corner(clipping)
    with project.transaction("Paste") as tx:
        joining = _Joining(tx, clipping, board, back=_comes_back(tx, clipping, board))
        came = joining.take_in(x - left, y - top)
        exchange.refuse_unsound(project, tx, joining.added)
    return came


def corner(clipping: Clipping) -> tuple[float, float]:
    """Return the top left corner of all that a clipping lays out; 0, 0 if that is nothing."""
    laid = [one for one in clipping.document.records if isinstance(one, _LAID)]
    return min((one.x for one in laid), default=0.0), min((one.y for one in laid), default=0.0)


def _comes_back(tx: Transaction, clipping: Clipping, board: str) -> bool:
    """Whether this is the first paste of what was cut here."""
    if not clipping.cut or clipping.project != tx.all(ProjectRecord)[0].id:
        return False
    frames = (one for one in clipping.document.records if isinstance(one, Frame))
    shown = (one.record for one in clipping.document.records if isinstance(one, Card))
    return not any(tx.find(one.id) for one in frames) and not any(
        placing.has_card(tx, id, board) for id in shown
    )


class _Joining:
    """Brings the records of a clipping into a project, with the names they have there.

    ``back`` keeps ids and numbers, and the links to records that the project still holds.
    """

    def __init__(
        self, tx: Transaction, clipping: Clipping, board: str, *, back: bool = False
    ) -> None:
        self.added: list[Record] = []
        self._pending: list[Record] = []
        """Records to be added together: nothing that was asked so far depends on them."""
        self._numbers: set[tuple[type[Record], int]] = set()
        """The numbers of those by their kinds; 0 of those that are to get one."""
        self._shown: set[str] = set()
        """The ids of records that got cards."""
        self._tx = tx
        self._clipping = clipping
        self._board = board
        self._back = back
        self._names: dict[str, str] = {}
        captures = (one for one in clipping.document.records if isinstance(one, Capture))
        self._known = likeness.Known(tx, {one.source: one.sha256 for one in captures})

    def take_in(self, dx: float, dy: float) -> tuple[str, ...]:
        """Add what is not here yet, cards and frames so far from where they lay."""
        layer = placing.front(self._tx)
        for record in self._in_order():
            fields = self._placed(record, dx, dy, layer)
            named = fields is not None and self._named(record)
            if fields is not None and named:
                self._join(record, {**fields, **named[0]})
                layer += isinstance(record, Card)
        self._settle()
        return self._came()

    def _in_order(self) -> Iterator[Record]:
        """Yield the records of the clipping, each after those it refers to."""
        waiting = {one.id for one in self._clipping.document.records}
        left = [one for one in self._clipping.document.records if type(one) in KINDS]
        while left:
            ready = [one for one in left if not _waits(one, waiting)]
            if not ready:
                raise BadDocument("The copied records refer to each other in a ring.")
            yield from ready
            done = {one.id for one in ready}
            waiting -= done
            left = [one for one in left if one.id not in done]

    def _placed(self, record: Record, dx: float, dy: float, layer: int) -> Fields | None:
        """Return where a card or frame is on its new board; None for what stays out."""
        if isinstance(record, ProjectRecord | Board):
            return None
        if isinstance(record, Card) and self._has_card(self._names.get(record.record, "")):
            return None
        if not isinstance(record, _LAID):
            return {}
        place: Fields = {"board": self._board, "x": record.x + dx, "y": record.y + dy}
        front = {"layer": layer} if isinstance(record, Card) else {}
        return place | front | {"locked": False}

    def _has_card(self, id: str) -> bool:
        return id in self._shown or placing.has_card(self._tx, id, self._board)

    def _named(self, record: Record) -> tuple[Fields] | None:
        """Return the fields that name others, with the names here; None if it cannot stand so."""
        soft = dependence.soft_fields(record)
        fields: Fields = {}
        for name, tables in record.references.items():
            held = getattr(record, name)
            if name == "board" or held is None:
                continue
            several = held if isinstance(held, tuple) else (held,)
            here = [self._name(record, name, one, tables) for one in several]
            known = tuple(one for one in here if one is not None)
            if len(known) < len(several) and name not in soft:
                return None
            fields[name] = known if isinstance(held, tuple) else (known[0] if known else None)
        return (fields,)

    def _name(self, record: Record, field: str, id: str, tables: Iterable[str]) -> str | None:
        """Return the id here of what a field names; a copy is not linked to what stayed behind."""
        if id in self._names:
            return self._names[id]
        there = self._tx.find(id)
        linked = field not in dependence.soft_fields(record)
        if there is None or there.table not in tables or (linked and not self._back):
            return None
        return id

    def _join(self, original: Record, fields: Fields) -> None:
        """Add a record under a free id, or take the one that says the same."""
        mine = self._tx.find(original.id)
        if self._back and type(mine) is type(original):
            self._names[original.id] = original.id
            return
        if isinstance(original, likeness.ONCE):
            self._settle()
            same = self._known.same(original.replace(**fields))
            if same is not None:
                self._names[original.id] = same.id
                return
        keeps = mine is None and (self._back or isinstance(original, likeness.SHARED))
        self._add(original, fields | {"id": original.id if keeps else new_id()})

    def _add(self, original: Record, fields: Fields) -> None:
        if isinstance(original, Numbered) and not self._keeps_number(original):
            fields["number"] = 0
        if isinstance(original, Claim) and not self._back:
            fields["rank"] = None  # a key judgement stands in the brief once
        record = original.replace(**fields)
        if isinstance(record, Capture):
            self._keep_bytes(record)
        if isinstance(record, Card):
            self._shown.add(record.record)
        if isinstance(record, Numbered):
            self._numbers.add((type(record), record.number))
        self._names[original.id] = record.id
        self._pending.append(record)

    def _settle(self) -> None:
        """Add what is pending."""
        if self._pending:
            added = self._tx.add_all(self._pending)
            self.added += added
            for record in added:
                self._known.note(record)
        self._pending.clear()
        self._numbers.clear()

    def _keep_bytes(self, capture: Capture) -> None:
        for name in capture.attachments:
            content = self._clipping.document.attachments.get(getattr(capture, name))
            if content is not None:
                self._tx.keep(content)
        exchange.refuse_other_bytes(self._tx, capture)

    def _keeps_number(self, record: Numbered) -> bool:
        if not self._back or record.number == 0:
            return False
        if (type(record), 0) in self._numbers:
            self._settle()
        pending = (type(record), record.number) in self._numbers
        return not pending and not self._tx.has_number(type(record), record.number)

    def _came(self) -> tuple[str, ...]:
        """Return the records with new cards, and the new frames."""
        return tuple(
            one.record if isinstance(one, Card) else one.id
            for one in self.added
            if isinstance(one, _LAID)
        )


def _waits(record: Record, waiting: set[str]) -> bool:
    return any([id in waiting for _, id in record.referenced()])
