"""Putting the records of a damaged project together again: from its tables, and its history."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from evidence_board.model import dependence
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.kinds import KIND_OF, KINDS
from evidence_board.model.link import Link
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.project.calling import by_words, called, shortened
from evidence_board.project.remains import Held, Remains, words_of_row
from evidence_board.project.whole_steps import Told

Place = tuple[float, int, tuple[int, int]]


@dataclass(frozen=True)
class Finding:
    """Something that a salvage met: of which sort, where, and in words; the id of a record."""

    kind: str
    where: str
    text: str
    id: str = ""


@dataclass(frozen=True)
class _Note:
    """A finding before all is known by which a record is called."""

    kind: str
    where: Record | str
    text: str
    id: str


@dataclass
class Pieced:
    """The records that could be saved, and what was met on the way."""

    records: dict[str, Record] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    from_history: set[str] = field(default_factory=set)
    told: Mapping[str, Told] = field(default_factory=dict)
    _notes: list[_Note] = field(default_factory=list)
    _known: dict[str, Record] = field(default_factory=dict)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was met, with names for the records, as far as anything is known of them by now."""
        return tuple(
            Finding(one.kind, self._called(one.where), one.text, one.id) for one in self._notes
        )

    def note(self, kind: str, where: Record | str, text: str, id: str = "") -> None:
        """Note something for the report: of a record, or of what is called so and has this id."""
        if isinstance(where, Record):
            self._known.setdefault(where.id, where)
            id = where.id
        self._notes.append(_Note(kind, where, text, id))

    def put(self, record: Record, place: Place) -> None:
        """Take a record, in the order of adding."""
        self.records[record.id] = self._known[record.id] = record
        self.places[record.id] = place

    def find(self, id: str) -> Record | None:
        """Return what is known of a record, also of one that is not in the new file."""
        told = self.told.get(id)
        return self._known.get(id) or (told.record() if told is not None else None)

    def _called(self, where: Record | str) -> str:
        return where if isinstance(where, str) else called(where, self.find)

    def in_order(self) -> tuple[Record, ...]:
        """Return the records, each kind after those it refers to, in the order of adding."""
        by_kind: dict[type[Record], list[Record]] = defaultdict(list)
        for id, record in self.records.items():
            by_kind[type(record)].append(self.records[id])
        for found in by_kind.values():
            found.sort(key=lambda one: self.places[one.id])
        return tuple(record for kind in KINDS for record in by_kind[kind])


def pieced(remains: Remains, told: Mapping[str, Told], *, complete: bool) -> Pieced:
    """Return the records of what remains; `complete` says that the history misses nothing."""
    made = Pieced(told=told)
    for id, held in remains.records.items():
        _take_held(made, held, told.get(id), complete=complete)
    _bring_back(made, remains, told, complete=complete)
    _tell_unread(made, remains)
    return made


def _take_held(made: Pieced, held: list[Held], told: Told | None, *, complete: bool) -> None:
    """Take a record that its table holds, or what the history says of it where that is surer."""
    newest = told.record() if told is not None else None
    best = next((one for one in held if one.record == newest), held[0])
    record = best.record
    if told is not None and told.text is None and complete:
        made.note("removed", record, "A step had removed it. It was left out.")
        return
    if newest is not None and newest != record and (complete or not best.clean):
        made.note("differs", newest, f"Its row said otherwise: {_differences(record, newest)}")
        record = newest
        made.from_history.add(record.id)
    elif newest is None and complete:
        made.note("unknown", record, "No step of the history tells of it. It was kept.")
    elif not best.clean:
        made.note("letters", record, "Letters that could not be read are replaced by �.")
    made.put(record, (best.rowid, 0, (0, 0)))


def _differences(row: Record, newest: Record) -> str:
    if type(row) is not type(newest):
        return f"that it is a {row.noun}."
    names = [name for name, value in newest.__dict__.items() if row.__dict__[name] != value]
    return "; ".join(f"{name}: {shortened(str(row.__dict__[name]))}" for name in names) + "."


def _bring_back(
    made: Pieced, remains: Remains, told: Mapping[str, Told], *, complete: bool
) -> None:
    """Take from the history what is in no table any more, each after its elder neighbour."""
    last: dict[str, float] = {}
    for id, one in sorted(told.items(), key=lambda pair: pair[1].place):
        if id in made.records:
            last[one.table] = max(made.places[id][0], last.get(one.table, 0))
            continue
        record = one.record() if one.text is not None and id not in remains.records else None
        if record is None:
            continue
        if complete or id in remains.named or isinstance(record, ProjectRecord):
            made.put(record, (last.get(one.table, 0), 1, one.place))
            made.from_history.add(id)
            tail = "" if complete else " A later change of it may be lost."
            made.note("from history", record, f"As step {one.step} left it.{tail}")
        else:
            text = (
                f"Only step {one.step} of the history tells of it. It was left out, for a step "
                "that is lost may have removed it."
            )
            made.note("not certain", record, text)


def _tell_unread(made: Pieced, remains: Remains) -> None:
    seen: set[tuple[str, str]] = set()
    for one in remains.unread:
        if one.id in made.records or (one.table, one.id) in seen:
            continue
        seen.add((one.table, one.id))
        noun = KIND_OF[one.table].noun if one.table in KIND_OF else one.table
        made.note("lost", made.find(one.id) or by_words(noun, one.words), one.reason, one.id)
    for row in remains.doubtful:
        if (id := str(row.values[0])) not in made.records:
            text = "It could be a record of several sorts."
            made.note("lost", by_words("record", words_of_row(row.values)), text, id)


def close_gaps(made: Pieced) -> None:
    """Let go of references that lead nowhere; what cannot stand without them is left out."""
    _stand_in_for_boards(made)
    _tell_lost_names(made)
    ahead: list[Record] = list(made.records.values())
    holders = _holders(ahead)
    while ahead:
        record = made.records.get(ahead.pop().id)
        if record is not None and (lost := _lost_names(made, record)):
            ahead += _let_go(made, record, lost, holders)
    _break_rings(made)


def _holders(records: Iterable[Record]) -> dict[str, list[str]]:
    holders: dict[str, list[str]] = defaultdict(list)
    for record in records:
        for _, id in record.referenced():
            holders[id].append(record.id)
    return holders


def _lost_names(made: Pieced, record: Record) -> list[tuple[str, str]]:
    """Return fields and ids of references that lead nowhere, or to a record of a wrong kind."""
    return [
        (name, id)
        for name, id in record.referenced()
        if id not in made.records or made.records[id].table not in record.references[name]
    ]


def _let_go(
    made: Pieced, record: Record, lost: list[tuple[str, str]], holders: Mapping[str, list[str]]
) -> list[Record]:
    """Empty what leads nowhere, or leave the record out; returns which records to look at next."""
    soft = dependence.soft_fields(record)
    names = sorted({_noun(record, name) for name, _ in lost})
    if all(name in soft for name, _ in lost):
        fields: dict[str, object] = {}
        for name, id in lost:
            held = fields.get(name, getattr(record, name))
            kept = tuple(one for one in held if one != id) if isinstance(held, tuple) else None
            fields[name] = kept
        made.records[record.id] = record.replace(**fields)
        made.note("let go", record, f"The {' and the '.join(names)} it named is lost.")
        return []
    del made.records[record.id]
    made.from_history.discard(record.id)
    text = f"It cannot stand without the {' and the '.join(names)} it names, which is lost."
    made.note("left out", record, text)
    return [made.records[id] for id in holders.get(record.id, ()) if id in made.records]


def _noun(record: Record, name: str) -> str:
    tables = record.references[name]
    return " or ".join(KIND_OF[table].noun for table in tables) if len(tables) < 3 else "record"


def _stand_in_for_boards(made: Pieced) -> None:
    """Put an empty board in place of a lost one: it says nothing itself, and all its cards stay."""
    cards: dict[str, int] = defaultdict(int)
    for record in made.records.values():
        if isinstance(record, Card | Frame) and record.board not in made.records:
            cards[record.board] += 1
    for number, (id, many) in enumerate(cards.items(), 1):
        title = f"Salvaged board {number}"
        made.put(Board(id=id, title=title), (0, 0, (0, number)))
        text = f"Its title and place are lost; what lies on it ({many}) is on “{title}”."
        made.note("lost", made.find(id) or f"board, now “{title}”", text, id)


def _tell_lost_names(made: Pieced) -> None:
    """Tell of each record that is lost itself, though others still name it."""
    named: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in made.records.values():
        for name, id in _lost_names(made, record):
            named[_noun(record, name), id].append(record)
    for (noun, id), holders in named.items():
        text = "Nothing of it could be read. " + (
            "One record names it." if len(holders) == 1 else f"{len(holders)} records name it."
        )
        where = made.find(id) or f"{noun} that the {called(holders[0], made.find)} names"
        made.note("lost", where, text, id)


def _break_rings(made: Pieced) -> None:
    """Leave out links that lead back to themselves: no sound project has one."""
    for link in [one for one in made.records.values() if isinstance(one, Link)]:
        seen: set[str] = set()
        ahead: Record | None = link
        while isinstance(ahead, Link) and ahead.id not in seen:
            seen.add(ahead.id)
            ahead = made.records.get(ahead.to_id)
        if isinstance(ahead, Link) and link.id in made.records:
            for id in seen & made.records.keys():
                made.note("left out", made.records[id], "It leads back to itself.")
                del made.records[id]
