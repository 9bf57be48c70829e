"""What can still be read of a damaged project: all rows of all pages, sorted by what they are."""

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Container, Generator
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache

from evidence_board.model.kinds import KIND_OF
from evidence_board.model.record import Record
from evidence_board.project.cells import Value
from evidence_board.project.fitting import could_be, kinds_of, record_of
from evidence_board.project.history import State, Step
from evidence_board.project.images import Image
from evidence_board.project.pages import Pages, Row
from evidence_board.project.schema import statements

Place = tuple[int, int]
"""A page and a cell on it, where a row can be read again."""
_STATES: tuple[State, ...] = ("done", "undone", "abandoned")
_BATCH = 64
"""So many pages are read between two words about how far it is."""
_SHADOWS = frozenset(
    f"{index}_{part}"
    for index in ("search", "parts")
    for part in ("data", "idx", "docsize", "config")
)
_DIGEST = 64


@dataclass(frozen=True)
class Held:
    """A record as its table holds it; what is not clean has letters that could not be read."""

    record: Record
    rowid: int
    clean: bool


@dataclass(frozen=True)
class Unread:
    """A row that is no record: of which table, if known, its id, what is wrong, what it says."""

    table: str
    id: str
    reason: str
    words: str


@dataclass
class Remains:
    """All that was read. A record may have been found more than once, with different words."""

    records: dict[str, list[Held]] = field(default_factory=lambda: defaultdict(list))
    steps: dict[int, Step] = field(default_factory=dict)
    changes: dict[int, dict[int, Image]] = field(default_factory=lambda: defaultdict(dict))
    attachments: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    texts: dict[str, Place] = field(default_factory=dict)
    """Texts that search holds, by their SHA-256."""
    named: set[str] = field(default_factory=set)
    """Ids and digests that stand in an index."""
    unread: list[Unread] = field(default_factory=list)
    doubtful: list[Row] = field(default_factory=list)
    """Rows that could be records of more than one kind."""
    foreign: list[str] = field(default_factory=list)
    pages: int = 0
    blank: int = 0
    """Pages that are all zeros: lost, for no sound file has one that is in use."""


def gather(pages: Pages) -> Generator[tuple[int, int], None, Remains]:
    """Read all pages; yields how far that is, up to the half of a salvage."""
    found = Remains(pages=pages.count)
    owners = _owners(pages, found)
    free = pages.free()
    for number in range(1, pages.count + 1):
        if number % _BATCH == 0:
            yield number, 2 * pages.count
        if number not in free:
            owner = owners.get(number, "")
            content = pages.read(number)
            found.blank += not any(content)
            if owner not in found.foreign and owner not in _SHADOWS:
                for row in pages.rows(number):
                    _sort(found, pages, row, owner)
    return found


def _owners(pages: Pages, found: Remains) -> dict[int, str]:
    """Return which table or index pages belong to, as far as the file still tells."""
    wanted = _parts()
    owners = dict.fromkeys(_below(pages, 1, set()), "sqlite_schema")
    roots: list[tuple[str, int]] = []
    for number in list(owners):
        for row in pages.rows(number):
            if len(row.values) == 5 and row.rowid:
                kind, name, table, root, sql = row.values
                if row.clean and name not in wanted:
                    found.foreign.append(str(name))
                elif row.clean and (kind, table, _spaced(sql)) != wanted[str(name)]:
                    reason = "Its definition in the file is not ours. It was not used."
                    found.unread.append(Unread("sqlite_schema", str(name), reason, ""))
                if isinstance(root, int) and 1 < root <= pages.count:
                    roots.append((str(name), root))
    for name, root in roots:
        for number in _below(pages, root, owners.keys()):
            owners[number] = name
    return owners


@cache
def _parts() -> dict[str, tuple[str, str, str]]:
    """Return the parts of a project's schema by name: sort, table and statement."""
    with closing(sqlite3.connect(":memory:")) as model:
        for statement in statements():
            model.execute(statement)
        rows = model.execute("SELECT name, type, tbl_name, sql FROM sqlite_schema").fetchall()
    return {name: (kind, table, _spaced(sql)) for name, kind, table, sql in rows}


def _spaced(sql: Value) -> str:
    return " ".join(str(sql).split())


def _below(pages: Pages, root: int, taken: Container[int]) -> list[int]:
    """Return a page and all that hang on it, each once, without those that are taken."""
    found: dict[int, None] = {}
    ahead = [root]
    while ahead:
        number = ahead.pop()
        if number not in found and number not in taken:
            found[number] = None
            ahead += pages.children(number)
    return list(found)


def _sort(found: Remains, pages: Pages, row: Row, owner: str) -> None:
    """Take a row for what it is; what is none of ours is left."""
    values = row.values
    if owner in KIND_OF or (not owner and row.rowid and len(values) > 2 and _is_text(values[0])):
        if _is_attachment(values):
            _take_attachment(found, row)
        else:
            _take_record(found, _all_of(pages, row), owner)
    elif len(values) == 2:
        _take_pair(found, pages, row)
    elif owner in ("", "attachment") and _is_attachment(values):
        _take_attachment(found, row)
    elif owner in ("", "step") and len(values) == 8 and row.rowid:
        _take_step(found, row)
    elif owner in ("", "change") and len(values) == 6 and not row.rowid:
        _take_change(found, _all_of(pages, row))


def _all_of(pages: Pages, row: Row) -> Row:
    return row if row.whole else pages.row(row.page, row.cell) or row


def _is_text(value: Value) -> bool:
    return isinstance(value, str)


def _is_attachment(values: tuple[Value, ...]) -> bool:
    if len(values) != 3 or not isinstance(values[0], str) or len(values[0]) != _DIGEST:
        return False
    return isinstance(values[1], int) and isinstance(values[2], bytes)


def _take_attachment(found: Remains, row: Row) -> None:
    found.attachments[str(row.values[0])].append((row.page, row.cell))


def _take_pair(found: Remains, pages: Pages, row: Row) -> None:
    """Take what stands in an index (a value and its row), or what search holds of a text."""
    first, second = row.values
    if not row.rowid and isinstance(first, str) and row.clean:
        found.named.add(first)
    elif row.rowid and first is None and isinstance(second, str):
        whole = _all_of(pages, row)
        text = whole.values[1]
        if whole.whole and whole.clean and isinstance(text, str):
            found.texts[hashlib.sha256(text.encode()).hexdigest()] = row.page, row.cell


def _take_step(found: Remains, row: Row) -> None:
    _, id, label, at, author, state, version, seal = row.values
    words = [one for one in (id, label, at, author, seal) if isinstance(one, str)]
    known = [one for one in _STATES if one == state]
    if known and isinstance(version, int) and len(words) == 5 and row.clean:
        id, label, at, author, seal = words
        kept = Step(row.rowid, id, label, at, author, known[0], version, seal)
        found.steps.setdefault(row.rowid, kept)


def _take_change(found: Remains, row: Row) -> None:
    step, seq, table, id, before, after = row.values
    texts = (one is None or isinstance(one, str) for one in (before, after))
    sound = row.whole and row.clean and all(texts) and table in KIND_OF
    if sound and isinstance(step, int) and isinstance(seq, int):
        image = Image(str(table), str(id), before, after)  # type: ignore[arg-type]  # text or none
        found.changes[step].setdefault(seq, image)


def _take_record(found: Remains, row: Row, owner: str) -> None:
    """Take the record that a row is; which kind the page does not tell, the columns do."""
    if owner:
        kinds = [KIND_OF[owner]] if could_be(KIND_OF[owner], row.values) else []
    else:
        kinds = kinds_of(row.values)
    if len(kinds) > 1:
        found.doubtful.append(row)
    elif not kinds or not row.whole:
        table = kinds[0].table if kinds else owner
        if table:
            reason = "A part of it is lost." if kinds else "Its values are not those of its fields."
            found.unread.append(_unread(row, table, reason))
    else:
        take_as(found, row, kinds[0])


def take_as(found: Remains, row: Row, kind: type[Record]) -> None:
    """Take a row as a record of this kind, or note why it is none."""
    try:
        record = record_of(kind, row.values)
    except (ValueError, RecursionError) as error:
        reason = str(error).splitlines()[-1 if "\n" not in str(error) else 2].strip()
        found.unread.append(_unread(row, kind.table, reason))
        return
    found.records[record.id].append(Held(record, row.rowid, row.clean))


def _unread(row: Row, table: str, reason: str) -> Unread:
    return Unread(table, str(row.values[0]), reason, words_of_row(row.values))


def words_of_row(values: tuple[Value, ...]) -> str:
    """Return the words of a row that say most, its id left out."""
    words = [one for one in values[1:] if isinstance(one, str) and " " in one]
    return " · ".join(sorted(words, key=len, reverse=True)[:2])
